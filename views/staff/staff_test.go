package staff

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/theme"
)

// desk is a screen and somebody at the keys, with what the root would do for it.
type desk struct {
	t      *testing.T
	hall   *storetest.Hall
	view   views.View
	dialog views.Dialog
	toast  string
	fail   error
	back   bool
	lang   text.Lang
	w, h   int
}

func open(t *testing.T, h *storetest.Hall, actor hall.Actor, lang text.Lang, screen func(*views.Env) views.View) *desk {
	env := &views.Env{Session: views.Session{Desk: h.Desk(actor), Actor: actor, Settings: h.Settings(), Lang: lang, Styles: theme.New(theme.Options{}), Now: h.Now}}
	d := &desk{t: t, hall: h, view: screen(env), lang: lang, w: 80, h: 20}
	d.run(d.view.Load())
	return d
}

func accounts(env *views.Env) views.View { return New(env) }
func password(env *views.Env) views.View { return NewPassword(env) }

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range m {
			d.run(c)
		}
	case views.OpenMsg:
		d.dialog = m.View
	case views.CloseMsg:
		d.dialog = nil
		if m.Answer != nil {
			d.run(d.view.Update(m.Answer))
		}
	case views.ToastMsg:
		d.toast = m.Text.In(d.lang)
	case views.FailMsg:
		d.fail = m.Err
	case views.BackMsg:
		d.back = true
	default:
		d.run(d.view.Update(m))
	}
}

func key(name string) tea.KeyPressMsg {
	codes := map[string]rune{"enter": tea.KeyEnter, "down": tea.KeyDown, "up": tea.KeyUp, "esc": tea.KeyEscape, "end": tea.KeyEnd}
	if c, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: c}
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func (d *desk) press(names ...string) *desk {
	for _, n := range names {
		d.run(d.one(key(n)))
	}
	return d
}

func (d *desk) one(m tea.KeyPressMsg) tea.Cmd {
	if d.dialog != nil {
		return d.dialog.Update(m)
	}
	for _, a := range d.view.Actions() {
		for _, name := range a.Key.Keys() {
			if name == m.Keystroke() && a.Run != nil {
				if why := a.Reason(); !why.IsZero() {
					d.toast = why.In(d.lang)
					return nil
				}
				return a.Run()
			}
		}
	}
	if b, ok := d.view.(views.Backer); ok && m.Code == tea.KeyEscape {
		cmd, _ := b.Back()
		return cmd
	}
	return d.view.Update(m)
}

func (d *desk) types(s string) *desk {
	for _, r := range s {
		d.run(d.view.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
	return d
}

func (d *desk) screen() string {
	f := d.view.Draw(d.w, d.h)
	if d.dialog != nil {
		box := d.dialog.Draw(d.w, d.h)
		f = f.Over(box, 4, 2)
	}
	return ansi.Strip(f.String())
}

func (d *desk) sees(parts ...string) *desk {
	d.t.Helper()
	for _, p := range parts {
		if !strings.Contains(d.screen()+d.toast, p) {
			d.t.Errorf("neither screen nor status line hold %q:\n%s\n%s", p, d.screen(), d.toast)
		}
	}
	return d
}

func TestAddSignInEditSwitchOff(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh, accounts).sees("陈芳", "chenfang", "共 1 人")
	d.press("ctrl+n").sees("添一个账号").types("徐建国").press("enter").types("XuJianguo").press("enter")
	d.press("1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter", "enter").types("小港村").press("enter").types("long-enough").press("enter").types("long-enough").press("enter")
	d.sees("已添加 徐建国", "xujianguo", "共 2 人")
	a, err := h.SignIn(t.Context(), "xujianguo", "long-enough")
	if err != nil || a.Roles != hall.RoleMediator || a.Mediator == 0 {
		t.Fatalf("signed in as %+v, %v", a, err)
	}

	d.press("end", "enter").sees("修改姓名、角色、电话", "重设密码", "停用账号").press("1").sees("修改 徐建国")
	d.press("ctrl+u").types("徐建国甲").press("ctrl+s").sees("已保存 徐建国甲")

	d.run(d.view.Load()) // as after every change
	d.press("enter", "3").sees("徐建国甲 已停用", "停用")
	if _, err := h.SignIn(t.Context(), "xujianguo", "long-enough"); err == nil {
		t.Error("a switched-off account signs in")
	}
	d.run(d.view.Load())
	d.press("enter").sees("重新启用").press("3").sees("已启用")
	d.press("enter", "2").types("another-one").press("enter").types("another-one").press("ctrl+s").sees("密码已重设")
	if _, err := h.SignIn(t.Context(), "xujianguo", "another-one"); err != nil {
		t.Errorf("the new password is refused: %v", err)
	}
}

func TestMistakesStandUnderTheirFields(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh, accounts).press("ctrl+n", "ctrl+s").sees("这一项要填")
	d.types("陈方").press("enter").types("chenfang").press("enter", "1", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "enter", "enter", "enter").types("long-enough").press("enter").types("long")
	d.press("ctrl+s").sees("至少选一个角色", "两次输入的密码不一样").press("2", "enter", "ctrl+s")
	d.sees("这一项要填").types("long-enough").press("ctrl+s").sees("chenfang 已有人用", "陈方")
}

func TestATelephoneIsWhatItIs(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh, accounts).press("enter", "1", "enter").types("小港村").press("ctrl+s").sees("这不是电话号码")
	d.press("ctrl+u").types("10012345678").press("ctrl+s").sees("已保存 陈芳")
}

func TestOneselfAndTheLastAdministratorStay(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh, accounts).press("enter", "3").sees("停用账号", "别的管理员")
	d.press("1", "enter", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "ctrl+s").sees("至少选一个角色")
	d.press("2", "ctrl+s").sees("最后一位管理员")
}

func TestEscAsksBeforeTypedTextIsDropped(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh, accounts).press("ctrl+n", "esc").sees("共 1 人")
	d.press("ctrl+n").types("徐").press("esc").sees("放弃改动").press("enter").sees("添一个账号", "徐")
	d.press("esc", "2").sees("共 1 人")
}

func TestOnlyAdministratorsSeeAccounts(t *testing.T) {
	h := storetest.New(t)
	h.Add("clerk", "俞芳", hall.FrontDesk)
	clerk, err := h.SignIn(t.Context(), "clerk", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, h, clerk, text.Zh, accounts).sees("只有管理员能看").press("ctrl+n").sees("只有管理员能看")
	if strings.Contains(d.screen(), "chenfang") || d.fail != nil {
		t.Errorf("a clerk sees:\n%s\n%v", d.screen(), d.fail)
	}
}

func TestChangeOwnPassword(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh, password).sees("陈芳，修改自己的密码")
	d.types("wrong").press("enter").types("brand-new-one").press("enter").types("brand-new-one").press("enter").sees("现在的密码不对")
	d.press("ctrl+u").types(storetest.Password).press("ctrl+s").sees("密码已修改")
	if !d.back {
		t.Error("the screen stays")
	}
	if _, err := h.SignIn(t.Context(), "chenfang", "brand-new-one"); err != nil {
		t.Errorf("the new password is refused: %v", err)
	}
	if strings.Contains(d.screen(), "brand") {
		t.Error("a password is shown")
	}
}

func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	h := storetest.New(t)
	h.Add("yufang", "俞芳", hall.FrontDesk)
	d := open(t, h, h.Boss, text.Zh, accounts).press("end", "enter", "1", "ctrl+u").types("俞方")
	other := h.Desk(h.Boss)
	rows, err := other.Staff(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	rows[1].Phone = "10010001000"
	if err := other.ChangeStaff(t.Context(), rows[1]); err != nil {
		t.Fatal(err)
	}
	if d.press("ctrl+s"); d.fail == nil {
		t.Fatal("the other desk's change was overwritten without a word")
	}
	d.sees("俞方").press("ctrl+s").sees("已保存 俞方")
}

func TestFramesFitEverywhere(t *testing.T) {
	h := storetest.New(t)
	for i := range 60 {
		h.Add(fmt.Sprintf("login%d", i), strings.Repeat("𠮷阿卜杜拉·买买提", 4), hall.Head|hall.RoleMediator|hall.FrontDesk|hall.DutyOfficer)
		if testing.Short() && i == 3 {
			break
		}
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 20}, {100, 26}, {132, 39}} {
			for name, keys := range map[string][]string{"list": {"end"}, "add": {"ctrl+n", "ctrl+s"}, "edit": {"end", "enter", "1"}, "reset": {"end", "enter", "2"}} {
				d := open(t, h, h.Boss, lang, accounts).press(keys...)
				fits(t, name, d.view.Draw(size[0], size[1]), size[0], size[1])
			}
			fits(t, "password", open(t, h, h.Boss, lang, password).press("ctrl+s").view.Draw(size[0], size[1]), size[0], size[1])
			fits(t, "forbidden", open(t, h, hall.Actor{}, lang, accounts).view.Draw(size[0], size[1]), size[0], size[1])
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
