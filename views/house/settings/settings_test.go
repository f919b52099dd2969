package settings

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// office is the screen and somebody at the keys, with what the root would do for it.
type office struct {
	*View
	t       *testing.T
	written []hall.Settings
	refuse  error
	dialog  views.View
	toast   string
	fail    error
}

func open(t *testing.T, lang text.Lang, roles hall.Role) *office {
	s := hall.Defaults()
	s.Name, s.Code, s.Word = "百官街道联合调解中心", "BG", "百"
	o := &office{t: t}
	env := &views.Env{Session: views.Session{
		Actor: hall.Actor{Name: "陈芳", Roles: roles}, Settings: s, Lang: lang, Styles: theme.New(theme.Options{}),
		Now:          func() time.Time { return time.Date(2026, 11, 24, 10, 14, 0, 0, time.UTC) },
		SettingsFile: "/home/hall/.config/sizhen/hall.toml",
		SaveSettings: func(_ context.Context, s hall.Settings) error {
			if o.refuse == nil {
				o.written = append(o.written, s)
			}
			return o.refuse
		},
	}}
	o.View = New(env)
	return o
}

func (o *office) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case views.PushMsg:
		o.dialog = m.View
	case views.PopMsg:
		o.dialog = nil
		if m.Answer != nil {
			o.run(o.Update(m.Answer))
		}
	case views.ToastMsg:
		o.toast = m.Text.In(o.env.Lang)
	case views.FailMsg:
		o.fail = m.Err
	default:
		o.run(o.Update(m))
	}
}

func (o *office) press(names ...string) *office {
	codes := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "down": {Code: tea.KeyDown}, "esc": {Code: tea.KeyEscape}, "pgdown": {Code: tea.KeyPgDown},
		"ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "1": {Code: '1', Text: "1"}, "2": {Code: '2', Text: "2"},
	}
	for _, n := range names {
		o.run(o.one(codes[n]))
	}
	return o
}

func (o *office) one(m tea.KeyPressMsg) tea.Cmd {
	if o.dialog != nil {
		return o.dialog.Update(m)
	}
	for _, a := range o.Actions() {
		for _, name := range a.Key.Keys() {
			if name == m.Keystroke() && a.Run != nil {
				if why := a.Reason(); !why.IsZero() {
					o.toast = why.In(o.env.Lang)
					return nil
				}
				return a.Run()
			}
		}
	}
	if m.Code == tea.KeyEscape {
		cmd, _ := o.Back()
		return cmd
	}
	return o.Update(m)
}

func (o *office) types(s string) *office {
	for _, r := range s {
		o.run(o.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
	return o
}

func (o *office) screen() string { return ansi.Strip(o.Draw(80, 20).String()) }

func (o *office) sees(parts ...string) *office {
	o.t.Helper()
	for _, p := range parts {
		if !strings.Contains(o.screen()+o.toast, p) {
			o.t.Errorf("neither screen nor status line hold %q:\n%s\n%s", p, o.screen(), o.toast)
		}
	}
	return o
}

func TestSettingsAreShownAndChanged(t *testing.T) {
	o := open(t, text.Zh, hall.Admin).sees("百官街道联合调解中心", "一室、二室、会诊室", "08:30-11:30", "(2026)百调字第1号", "/hall.toml", "1 / 7 / 20")
	o.press("enter", "down", "ctrl+u").types("一室，二室，大厅").press("enter", "ctrl+u").types("9-11:30").press("enter", "enter", "ctrl+u").types("45")
	o.press("enter", "1", "enter", "ctrl+u").types("0").press("ctrl+s").sees("已生效", "一室、二室、大厅", "09:00-11:30", "45 分钟", "一类", "不锁")
	if len(o.written) != 1 || o.written[0].Open != [2]int{540, 690} || o.written[0].Code != "BG" || len(o.written[0].Types) != 18 {
		t.Errorf("written: %+v", o.written)
	}
	if o.env.Settings.Rooms[2] != "大厅" {
		t.Error("not in force in this session")
	}
}

func TestMistakesStandUnderTheirFields(t *testing.T) {
	o := open(t, text.Zh, hall.Admin).press("enter", "ctrl+u", "ctrl+s").sees("这一项要填")
	o.types("百官").press("enter", "ctrl+u").types("一室、一室").press("ctrl+s").sees("写了两次")
	o.press("ctrl+u").types("一室").press("enter", "ctrl+u").types("上午").press("enter", "ctrl+u").types("10:00-17:00").press("ctrl+s").sees("08:30-11:30")
	o.press("ctrl+u").types("08:30-11:30").press("ctrl+s").sees("先早后晚")
	if len(o.written) > 0 {
		t.Errorf("written in spite of mistakes: %+v", o.written)
	}
}

func TestFailedSaveKeepsWhatWasTyped(t *testing.T) {
	o := open(t, text.Zh, hall.Admin)
	o.refuse = errors.New("read-only")
	o.press("enter", "ctrl+u").types("小越镇调解中心").press("ctrl+s").sees("小越镇调解中心")
	if o.fail == nil || o.env.Settings.Name != "百官街道联合调解中心" {
		t.Errorf("fail %v, in force %q", o.fail, o.env.Settings.Name)
	}
}

func TestEscAsksBeforeChangesAreDropped(t *testing.T) {
	o := open(t, text.Zh, hall.Admin).press("enter", "esc").sees("设置文件")
	o.press("enter").types("甲").press("esc")
	if o.dialog == nil {
		t.Fatal("changes are dropped without a word")
	}
	if o.press("enter").sees("百官街道联合调解中心甲"); o.dialog != nil {
		t.Error("the question stays")
	}
	o.press("esc", "2").sees("设置文件")
	if len(o.written) > 0 {
		t.Error("dropped changes were written")
	}
}

func TestOnlyAdministratorsChangeSettings(t *testing.T) {
	o := open(t, text.Zh, hall.FrontDesk|hall.Head).press("enter").sees("只有管理员能改设置")
	if o.form != nil {
		t.Error("the form is open")
	}
	o = open(t, text.Zh, hall.Admin)
	o.env.SaveSettings = nil
	o.press("enter").sees("样例中心不改设置")
}

func TestFramesFitEverywhere(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 20}, {100, 26}, {132, 39}} {
			for name, keys := range map[string][]string{"list": nil, "scrolled": {"pgdown", "pgdown", "pgdown"}, "form": {"enter"},
				"mistake": {"enter", "ctrl+u", "ctrl+s"}} {
				o := open(t, lang, hall.Admin)
				o.env.Settings.Name = strings.Repeat("𠮷阿卜杜拉·买买提", 9)
				for i := range 40 {
					o.env.Settings.Types = append(o.env.Settings.Types, hall.DisputeType{Code: strings.Repeat("x", i+1), Zh: "很长的纠纷类型名称", En: "A long name"})
				}
				fits(t, name, o.press(keys...).Draw(size[0], size[1]), size[0], size[1])
			}
		}
	}
}

func fits(t *testing.T, name string, f views.Frame, w, h int) {
	t.Helper()
	if len(f.Lines) != h {
		t.Errorf("%s: %d lines, want %d", name, len(f.Lines), h)
	}
	for i, l := range f.Lines {
		if n := ansi.StringWidth(l); n != w {
			t.Errorf("%s: line %d is %d cells wide, want %d: %q", name, i, n, w, l)
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
		t.Errorf("%s: the cursor is outside: %v", name, *c)
	}
}

func TestTheLookIsChosen(t *testing.T) {
	o := open(t, text.Zh, hall.Admin).press("enter", "down", "down", "down", "down", "down", "down", "down", "down").sees("1 问终端").press("2", "enter").sees("2 深色")
	o.press("2", "enter", "2", "enter", "2", "ctrl+s").sees("已生效", "深色", "全彩")
	if len(o.written) != 1 {
		t.Fatalf("written: %+v", o.written)
	}
	if s := o.written[0]; s.Palette != hall.PaletteDark || s.Colours != 1 || !s.Contrast || !s.Roomy {
		t.Errorf("written: %+v", s)
	}
}
