package settings_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/house/settings"
	"sizhen/views/text"
)

// office is the screen and somebody at the keys; what is saved goes into force.
type office struct {
	*apptest.Driver
	hall    *storetest.Hall
	written []hall.Settings
	refuse  error
	merge   bool // what others changed meanwhile stays, as in the program
}

func open(t *testing.T, o *office, who hall.Actor) *office {
	t.Helper()
	h := storetest.New(t)
	if who.Staff == 0 {
		who = h.Boss
	}
	o.hall = h
	o.Driver = apptest.Open(t, h, apptest.Options{Actor: &who, Faults: o.refuse != nil,
		Settings: func(_ context.Context, was, s hall.Settings) error {
			if o.merge {
				ok := false
				if s, ok = h.Settings().Merged(was, s); !ok {
					return hall.Refuse(hall.ErrConflict)
				}
			}
			if o.refuse != nil {
				return o.refuse
			}
			o.written = append(o.written, s)
			h.SetSettings(s)
			return nil
		},
		Screens: map[views.Screen]func(*views.Env, views.Route) views.View{views.Board: settings.New, views.Settings: settings.New}})
	return o
}

func TestSettingsAreShownAndChanged(t *testing.T) {
	t.Parallel()
	o := open(t, &office{}, hall.Actor{})
	o.Expect("一室、二室、会诊室", "08:30-11:30").Press("enter", "enter", "down", "ctrl+u").Type("一室，二室，大厅").Press("enter", "ctrl+u").Type("9-11:30")
	o.Press("enter", "enter", "ctrl+u").Type("45").Press("enter", "1", "enter", "ctrl+u").Type("0")
	o.Press("ctrl+s").Expect("已生效", "一室、二室、大厅", "09:00-11:30", "45 分钟", "一类", "不锁")
	if len(o.written) != 1 || o.written[0].Open != [2]int{540, 690} || len(o.written[0].Types) != 18 {
		t.Errorf("written: %+v", o.written)
	}
	drafts, err := o.hall.Desk(o.hall.Boss).Drafts(t.Context())
	if err != nil || len(drafts) != 0 {
		t.Errorf("a draft is left: %+v %v", drafts, err)
	}
}

func TestMistakesStandUnderTheirFields(t *testing.T) {
	t.Parallel()
	o := open(t, &office{}, hall.Actor{})
	o.Press("enter", "enter", "ctrl+u", "ctrl+s").Expect("这一项要填").Type("百官").Press("enter", "ctrl+u").Type("一室、一室").Press("ctrl+s").Expect("写了两次")
	o.Press("ctrl+u").Type("一室").Press("enter", "ctrl+u").Type("上午").Press("enter").Expect("看不出是几点")
	o.Press("up", "ctrl+u").Type("8:30").Press("enter").Expect("要写成 08:30-11:30").Press("up", "ctrl+u").Type("10:00-17:00").Press("ctrl+s").Expect("先早后晚")
	if len(o.written) > 0 {
		t.Errorf("written in spite of mistakes: %+v", o.written)
	}
}

// What is typed is kept at every field, also when the file cannot be written.
func TestWhatIsTypedIsKept(t *testing.T) {
	t.Parallel()
	o := open(t, &office{refuse: errors.New("read-only")}, hall.Actor{})
	o.Press("enter", "enter", "ctrl+u").Type("小越镇调解中心").Press("ctrl+s").Expect("小越镇调解中心").Press("esc").Expect("在设置文件里改")
	o.refuse = nil
	o.Press("enter", "enter").Expect("小越镇调解中心", "接着写：陈芳").Press("ctrl+s").Expect("已生效", "小越镇调解中心")
}

func TestOnlyAdministratorsChangeSettings(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	clerk := h.Add("clerk", "俞芳", hall.FrontDesk).Actor()
	screens := map[views.Screen]func(*views.Env, views.Route) views.View{views.Board: settings.New}
	apptest.Open(t, h, apptest.Options{Actor: &clerk, Screens: screens}).Press("enter").Expect("只有管理员能改设置")
	apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: screens}).Press("enter").Expect("样例中心不改设置").Press("f8").ExpectNot("Ctrl-S")
}

func TestTheLookIsChosen(t *testing.T) {
	t.Parallel()
	o := open(t, &office{}, hall.Actor{})
	o.Press("enter", "enter", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab").Expect("1 问终端", "2 深色")
	o.Press("2", "enter", "2", "enter", "2", "enter", "2", "ctrl+s").Expect("已生效", "深色", "全彩")
	if len(o.written) != 1 {
		t.Fatalf("written: %+v", o.written)
	}
	if s := o.written[0]; s.Palette != hall.PaletteDark || s.Colours != 1 || !s.Contrast || !s.Roomy {
		t.Errorf("written: %+v", s)
	}
}

func TestFramesFitEverywhere(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		env := apptest.Env(lang, hall.Admin)
		env.Settings.Name = strings.Repeat("𠮷阿卜杜拉·买买提", 9)
		for i := range 40 {
			env.Settings.Types = append(env.Settings.Types, hall.DisputeType{Code: strings.Repeat("x", i+1), Zh: "很长的纠纷类型名称", En: "A long name"})
		}
		v := settings.New(env, views.Route{})
		v.Update(v.Load()())
		for _, size := range apptest.Sizes() {
			for range 3 {
				apptest.Fits(t, "list", v.Draw(size[0], size[1]), size[0], size[1])
				v.Update(apptest.Key("pgdown"))
			}
		}
	}
}
