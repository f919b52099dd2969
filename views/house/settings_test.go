package house_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
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

func openSettings(t *testing.T, o *office, who hall.Actor) *office {
	t.Helper()
	h := storetest.New(t)
	if who.Staff == 0 {
		who = h.Boss
	}
	o.hall = h
	o.Driver = apptest.Open(t, h, apptest.Options{Actor: &who, Faults: o.refuse != nil,
		Settings: func(ctx context.Context, d *store.Desk, draft hall.DraftID, was, s hall.Settings) error {
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
			return d.From(draft).Adopt(ctx, s)
		},
		Screens: map[views.Screen]func(*views.Env, views.Route) views.View{views.Board: settings.New, views.Settings: settings.New}})
	return o
}

func TestSettingsAreShownAndChanged(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	o.Expect("一室、二室、会诊室", "08:30-11:30").Press("enter", "enter", "down").Type("12").Press("enter").Expect("不是电话号码").Press("up", "ctrl+u")
	o.Type("0575-82120000").Press("enter", "1", "enter", "ctrl+u").Type("0").Press("ctrl+s").Expect("已生效", "本中心电话", "0575-82120000", "一类", "不锁")
	o.Press("enter", "3", "ctrl+u").Type("周日").Press("enter", "ctrl+u").Type("9-11:30").Press("enter", "enter", "ctrl+u").Type("45").Press("ctrl+s")
	o.Expect("已生效", "09:00-11:30", "45 分钟", "每周休息  周日")
	if n := len(o.written); n != 2 || o.written[1].Open != [2]int{540, 690} || len(o.written[1].Types) != 18 || len(o.written[1].Weekend) != 1 {
		t.Errorf("written: %+v", o.written)
	}
	o.Press("enter", "7", "ctrl+u").Type("2").Press("ctrl+s").Expect("已生效")
	if s := o.hall.Settings(); s.Duty.Open != 2 || s.Duty.Grace != 10 {
		t.Errorf("duty: %+v", s.Duty)
	}
	drafts, err := o.hall.Desk(o.hall.Boss).Drafts(t.Context())
	if err != nil || len(drafts) != 0 {
		t.Errorf("a draft is left: %+v %v", drafts, err)
	}
}

func TestMistakesInSettingsStandUnderTheirFields(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	o.Press("enter", "enter", "ctrl+u", "ctrl+s").Expect("这一项要填").Press("ctrl+d", "2")
	o.Press("enter", "4", "down", "enter", "1", "ctrl+u").Type("二室").Press("ctrl+s")
	o.Expect("写了两次").Press("ctrl+d", "2", "esc").Press("enter", "3", "ctrl+u").Type("周八").Press("enter").Expect("要写成 6、7").Press("up", "ctrl+u").Type("6 7")
	o.Press("enter", "ctrl+u").Type("上午").Press("enter").Expect("看不出是几点")
	o.Press("up", "ctrl+u").Type("8:30").Press("enter").Expect("要写成 08:30-11:30").Press("up", "ctrl+u").Type("10:00-17:00").Press("ctrl+s").Expect("先早后晚")
	if len(o.written) > 0 {
		t.Errorf("written in spite of mistakes: %+v", o.written)
	}
}

// A room is changed, moved, added and taken out; one that is in use stays, and the menu says why.
func TestRoomsAreKeptInAList(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	intake := storetest.Intake(hall.Ending{Outcome: hall.Booked, Room: "二室",
		Slot: hall.Slot{Day: hall.DayOf(storetest.Start()) + 1, From: 540, To: 600}})
	if _, err := o.hall.Desk(o.hall.Boss).FinishIntake(t.Context(), 0, intake); err != nil {
		t.Fatal(err)
	}
	o.Press("enter", "4").Expect("3 间", "＋ 新加一间").Press("down", "enter", "1", "ctrl+u").Type("大厅").Press("enter").Type("12").Press("enter", "2", "ctrl+s")
	o.Expect("已生效", "大厅", "12").Press("enter", "4").Expect("换了位置")
	if s := o.hall.Settings(); strings.Join(s.Rooms, " ") != "二室 大厅 会诊室" || s.Room("大厅") != (hall.Room{Name: "大厅", Seats: 12, Large: true}) {
		t.Errorf("%v %+v", s.Rooms, s.RoomFacts)
	}
	o.Press("up", "enter").Expect("二室还有 1 场没有办").Press("2").Expect("二室还有 1 场没有办", "去掉").Press("esc")
	o.Press("down", "down", "enter", "2").Expect("去掉了：会诊室").Press("ctrl+n").Type("三室").Press("ctrl+s").Expect("已生效", "三室")
	if s := o.hall.Settings(); strings.Join(s.Rooms, " ") != "二室 大厅 三室" {
		t.Errorf("%v", s.Rooms)
	}
}

func TestGradesAndFollowUpRulesAreKeptInLists(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	holder := hall.Mediator{Name: "徐建国", Village: "小港村", Grade: "特级"}
	if _, err := o.hall.Desk(o.hall.Boss).SaveMediator(t.Context(), 0, holder, hall.DayOf(storetest.Start())-100, ""); err != nil {
		t.Fatal(err)
	}
	o.Press("enter", "5", "down", "enter").Expect("还有 1 位调解员是特级").Press("1", "ctrl+u").Type("首席").Press("ctrl+s").Expect("已生效", "首席")
	o.Press("esc").Press("enter", "6").Expect("没有写到的").Press("ctrl+n").Press("enter", "4", "enter").Type("7、30").Press("enter").Type("不去").Press("ctrl+s")
	o.Expect("已生效", "7、30", "不去")
	s := o.hall.Settings()
	if s.Grades[0] != "首席" || len(s.FollowUps) != 1 {
		t.Fatalf("%v %+v", s.Grades, s.FollowUps)
	}
	if s.FollowUps[0].Risk != hall.RiskHigh || len(s.FollowUps[0].AfterSigning) != 2 || s.FollowUps[0].AfterDue == nil {
		t.Errorf("%v %+v", s.Grades, s.FollowUps)
	}
	o.Press("esc").Press("enter", "8").Expect("只有县级中心")
}

// What is typed is kept at every field, also when the file cannot be written.
func TestWhatIsTypedIsKept(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{refuse: errors.New("read-only")}, hall.Actor{})
	o.Press("enter", "enter", "ctrl+u").Type("小越镇调解中心").Press("ctrl+s").Expect("小越镇调解中心").Press("esc").Expect("写的已留在")
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
	o := openSettings(t, &office{}, hall.Actor{})
	o.Press("enter", "enter", "tab", "tab", "tab", "tab", "tab").Expect("1 问终端", "2 深色")
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

// What is counted says in what it is counted, and what for.
func TestSettingsSayTheirUnits(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.En, W: 80, H: 60}).Press("ctrl+p").Type("settings").Press("enter")
	d.Expect("simple 1 day, ordinary 7 days, difficult 20 days", "7, 3, 1 days before", "within 30 days of taking effect", "1 month").ExpectNot(" / ")
}
