package setup

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
	"sizhen/views/text"
	"sizhen/views/theme"
)

// kiosk is a set-up screen and somebody at the keys.
type kiosk struct {
	*View
	t      *testing.T
	plans  []Plan
	refuse error
	choice Choice
	ended  bool
	lang   text.Lang
	w, h   int
}

func open(t *testing.T, lang text.Lang) *kiosk {
	k := &kiosk{t: t, lang: lang, w: 80, h: 20}
	env := &views.Env{Session: views.Session{Lang: lang, Styles: theme.New(theme.Options{}), Now: func() time.Time { return time.Unix(0, 0) }}}
	k.View = New(env, Options{
		Start: hall.Defaults(), Config: "/home/hall/.config/sizhen/hall.toml", Data: "/home/hall/.local/share/sizhen",
		Create: func(_ context.Context, p Plan) error { k.plans = append(k.plans, p); return k.refuse },
	})
	return k
}

func key(name string) tea.KeyPressMsg {
	switch name {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}
	case "up":
		return tea.KeyPressMsg{Code: tea.KeyUp}
	case "ctrl+s":
		return tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl}
	case "ctrl+u":
		return tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: name}
}

// press does what the root does: actions first, then the screen; replies come back.
func (k *kiosk) press(names ...string) *kiosk {
	k.t.Helper()
	for _, n := range names {
		if n == "esc" {
			cmd, _ := k.Back()
			k.reply(cmd)
			continue
		}
		cmd, done := k.action(key(n))
		if !done {
			cmd = k.Update(key(n))
		}
		k.reply(cmd)
	}
	return k
}

func (k *kiosk) action(m tea.KeyPressMsg) (tea.Cmd, bool) {
	for _, a := range k.Actions() {
		for _, name := range a.Key.Keys() {
			if name == m.Keystroke() && a.Run != nil {
				return a.Run(), true
			}
		}
	}
	return nil, false
}

func (k *kiosk) reply(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if end, ok := msg.(views.FinishMsg); ok {
		k.choice, k.ended = end.Result.(Choice), true
		return
	}
	k.reply(k.Update(msg))
}

func (k *kiosk) types(s string) *kiosk {
	for _, r := range s {
		k.reply(k.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
	return k
}

func (k *kiosk) screen() string { return ansi.Strip(k.Draw(k.w, k.h).String()) }

func (k *kiosk) sees(parts ...string) *kiosk {
	k.t.Helper()
	for _, p := range parts {
		if !strings.Contains(k.screen(), p) {
			k.t.Errorf("the screen lacks %q:\n%s", p, k.screen())
		}
	}
	return k
}

func (k *kiosk) fillHall() *kiosk {
	return k.press("2").types("百官街道联合调解中心").press("enter", "enter", "enter", "1", "enter", "1", "enter", "ctrl+u").types("一室、二室")
}

func (k *kiosk) fillPerson() *kiosk {
	return k.press("ctrl+s").types("陈芳").press("enter").types("ChenFang").press("enter", "enter").types("four-five").press("enter").types("four-five")
}

func TestSetUpFromTheFirstKeyToTheHall(t *testing.T) {
	k := open(t, text.Zh)
	k.sees("看看样例中心", "设置本中心", "退出")
	k.fillHall().sees("百官街道联合调解中心", "一室、二室")
	k.fillPerson().sees("*********")
	k.press("enter").sees("核对", "BG", "chenfang", "（不显示）", "/home/hall/.config/sizhen/hall.toml")
	if strings.Contains(k.screen(), "four-five") {
		t.Error("the password is shown")
	}
	k.press("enter")
	if !k.ended || k.choice != Made || len(k.plans) != 1 {
		t.Fatalf("ended %v, choice %v, %d plans", k.ended, k.choice, len(k.plans))
	}
	p := k.plans[0]
	if p.Settings.Name != "百官街道联合调解中心" || p.Settings.Word != "百" || p.Settings.Code != "BG" || p.Settings.Class != 1 ||
		strings.Join(p.Settings.Rooms, "|") != "一室|二室" || p.Name != "陈芳" || p.Login != "chenfang" || p.Password != "four-five" {
		t.Errorf("planned %+v", p)
	}
	if err := p.Settings.Check(); err != nil {
		t.Errorf("the settings are refused: %v", err)
	}
}

func TestWelcomeLeadsToTheSampleOrOut(t *testing.T) {
	for keys, want := range map[string]Choice{"1": Look, "3": Left, "enter": Look, "esc": Left} {
		if k := open(t, text.Zh).press(keys); !k.ended || k.choice != want {
			t.Errorf("%s leads to %v", keys, k.choice)
		}
	}
	if k := open(t, text.Zh).press("down", "enter"); k.ended {
		t.Error("set-up ended at once")
	} else {
		k.sees("第 1 步")
	}
}

func TestSetUpRefusesWhatIsMissingOrWrong(t *testing.T) {
	k := open(t, text.Zh).press("2", "ctrl+s").sees("这一项要填", "第 1 步")
	k.types("小越镇调解中心").press("ctrl+s").sees("第 2 步")
	k.press("ctrl+s").sees("这一项要填", "第 2 步")
	k.types("陈芳").press("enter").types("chen fang").press("enter", "enter").types("short").press("enter").types("other").press("ctrl+s").sees("不要有空格")
	k.press("ctrl+u").types("cf").press("ctrl+s").sees("至少要 8 位")
	k.types("long-enough").press("enter").types("another-one").press("ctrl+s").sees("两次输入的密码不一样") // both anew: nobody can mend what is hidden
	k.types("short-and-long").press("enter").types("short-and-long").press("ctrl+s").sees("第 3 步", "小", "XY")
}

func TestSetUpNamesARoomThatStandsTwice(t *testing.T) {
	k := open(t, text.En).fillHall().types("、一室").press("ctrl+s")
	k.sees("stands there twice", "Step 1 of 3")
}

func TestOwnWordAndCodeAreKept(t *testing.T) {
	k := open(t, text.Zh).press("2").types("百官街道").press("enter", "ctrl+u").types("官").press("up").types("调解中心")
	if got := k.hall.Value("word"); got != "官" {
		t.Errorf("the word became %q", got)
	}
	if got := k.hall.Value("code"); got != "BG" {
		t.Errorf("the code is %q", got)
	}
}

func TestPlaceIn(t *testing.T) {
	for name, want := range map[string]string{
		"百官街道联合调解中心": "百官", "绍兴市上虞区百官街道社会矛盾纠纷调处化解中心": "百官", "小越镇人民调解委员会": "小越", "上虞区矛调中心": "上虞", "小港村调解室": "小港",
		"枫桥": "枫桥", "": "",
	} {
		if got := placeIn(name); got != want {
			t.Errorf("%s is named after %q, want %q", name, got, want)
		}
	}
}

func TestNothingTypedIsLostWhenCreateFails(t *testing.T) {
	k := open(t, text.Zh)
	k.refuse = errors.New("disk")
	k.fillHall().fillPerson().press("enter", "enter").sees("没有建成", "百官街道联合调解中心", "chenfang")
	if k.ended {
		t.Fatal("ended in spite of the error")
	}
	k.refuse = hall.Refuse(hall.ErrLoginTaken, "login", "chenfang").In("login")
	k.press("enter").sees("第 2 步", "chenfang 已有人用")
	k.refuse = nil
	k.press("ctrl+s", "enter")
	if !k.ended || len(k.plans) != 3 {
		t.Errorf("ended %v after %d tries", k.ended, len(k.plans))
	}
}

func TestEscGoesBackAndKeepsWhatWasTyped(t *testing.T) {
	k := open(t, text.Zh).fillHall().fillPerson().press("esc").sees("第 1 步", "一室、二室").press("esc").sees("看看样例中心")
	k.press("2", "ctrl+s").sees("陈芳")
}

func TestFramesFitEverywhere(t *testing.T) {
	steps := map[string]func(*kiosk){
		"welcome": func(*kiosk) {}, "hall": func(k *kiosk) { k.press("2") }, "person": func(k *kiosk) { k.fillHall().press("ctrl+s") },
		"review": func(k *kiosk) { k.fillHall().fillPerson().press("enter") },
		"failed": func(k *kiosk) {
			k.refuse = errors.New("x")
			k.fillHall().fillPerson().press("enter", "enter")
		},
		"extreme": func(k *kiosk) {
			k.press("2").types(strings.Repeat("𠮷阿卜杜拉·买买提", 20)).press("enter", "enter", "enter", "1", "enter", "1", "enter").types("," + strings.Repeat("很长的房间名", 9)).press("ctrl+s")
		},
	}
	for name, walk := range steps {
		for _, lang := range []text.Lang{text.Zh, text.En} {
			for _, size := range [][2]int{{80, 20}, {100, 26}, {132, 39}} {
				k := open(t, lang)
				k.w, k.h = size[0], size[1]
				walk(k)
				fits(t, name, k.Draw(k.w, k.h), k.w, k.h)
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

// Who went on with Ctrl-S from step to step ends with it too.
func TestCtrlSMakesTheHallAsWell(t *testing.T) {
	k := open(t, text.Zh)
	k.fillHall()
	k.fillPerson().press("enter").sees("核对").press("ctrl+s")
	if !k.ended || k.choice != Made || len(k.plans) != 1 {
		t.Fatalf("ended %v, choice %v, %d plans", k.ended, k.choice, len(k.plans))
	}
}
