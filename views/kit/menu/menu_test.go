package menu_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

type picked string

var (
	look = theme.New(theme.Options{})
	env  = &views.Env{Session: views.Session{Styles: look}}
)

func three() []widget.MenuItem {
	return []widget.MenuItem{{ID: "call", Label: "叫号"}, {ID: "start", Label: "开始", Reason: "先叫号"}, {ID: "gone", Label: "走了"}}
}

func answer(id string) tea.Msg { return picked(id) }

// press gives a dialog keys and returns what the last one came to.
func press(d views.View, keys ...string) tea.Msg {
	var out tea.Msg
	for _, k := range keys {
		out = nil
		if cmd := d.Update(apptest.Key(k)); cmd != nil {
			out = cmd()
		}
	}
	return out
}

func TestMenuAnswersByDigitArrowAndEsc(t *testing.T) {
	for keys, want := range map[string]any{
		"enter": views.PopMsg{Answer: picked("call")}, "3": views.PopMsg{Answer: picked("gone")},
		"down down enter": views.PopMsg{Answer: picked("gone")}, "esc": views.PopMsg{}, "9": nil,
	} {
		if got := press(menu.Numbered(env, "012 号", three(), "", answer), strings.Fields(keys)...); got != want {
			t.Errorf("%s: %v, want %v", keys, got, want)
		}
	}
	if got, ok := press(menu.Numbered(env, "012 号", three(), "", answer), "2").(views.ToastMsg); !ok || got.Text.In(text.Zh) != "先叫号" {
		t.Errorf("the reason is not said: %v", got)
	}
}

func TestMenuOpensOnWhatComesNext(t *testing.T) {
	if got := press(menu.Numbered(env, "", three(), "gone", answer), "enter"); got != (views.PopMsg{Answer: picked("gone")}) {
		t.Error(got)
	}
	if got := press(menu.Numbered(env, "", three(), "start", answer), "enter"); got != (views.PopMsg{Answer: picked("call")}) {
		t.Errorf("stands on what cannot be done: %v", got)
	}
}

func TestConfirmIsNoUnlessYesIsMeant(t *testing.T) {
	for keys, want := range map[string]any{
		"enter": views.PopMsg{}, "esc": views.PopMsg{}, "1": views.PopMsg{}, "2": views.PopMsg{Answer: picked("yes")},
		"right enter": views.PopMsg{Answer: picked("yes")},
	} {
		d := menu.Question(env, "丢掉草稿?", []string{"不能恢复"}, "丢掉", "留着", picked("yes"))
		if got := press(d, strings.Fields(keys)...); got != want {
			t.Errorf("%s: %v, want %v", keys, got, want)
		}
	}
}

func TestPickSearchesWhileSomebodyTypes(t *testing.T) {
	env := apptest.Env(text.Zh, hall.FrontDesk)
	env.After = func(_ time.Duration, m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }
	find := func(_ context.Context, _ views.Session, q string) ([]menu.Choice, error) {
		if q == "坏" {
			return nil, errors.New("disk")
		}
		return []menu.Choice{{ID: "1", Label: "徐建国" + q}, {ID: "2", Label: "金阿毛" + q, Detail: "同村同姓", Warn: true}}, nil
	}
	d := menu.Picker(env, "由谁来看", text.Dialog.PickHint, find, func(c menu.Choice) tea.Msg { return picked(c.ID) })
	d.Update(d.Load()())
	first := d.Update(tea.PasteMsg{Content: "小"})()
	next := d.Update(tea.PasteMsg{Content: "港"})()
	d.Update(next)
	d.Update(first) // late: the answer to what was typed over since
	if got := apptest.Plain(d.Draw(76, 18)); !strings.Contains(got, "金阿毛小港") || !strings.Contains(got, "同村同姓") {
		t.Errorf("not found:\n%s", got)
	}
	if got := press(d, "down", "down", "enter"); got != (views.PopMsg{Answer: picked("2")}) {
		t.Error(got)
	}
	if got := press(d, "esc"); got != (views.PopMsg{}) {
		t.Error(got)
	}
}

// A name and Enter, faster than the search: never a row that was listed for something else.
func TestPickTakesNothingOfAnOlderSearch(t *testing.T) {
	env := apptest.Env(text.Zh, hall.FrontDesk)
	all := []menu.Choice{{ID: "1", Label: "吴金花"}, {ID: "2", Label: "陈福生"}, {ID: "3", Label: "陈方"}}
	find := func(_ context.Context, _ views.Session, q string) (out []menu.Choice, _ error) {
		for _, c := range all {
			if strings.Contains(c.Label, q) {
				out = append(out, c)
			}
		}
		return out, nil
	}
	for name, want := range map[string]tea.Msg{"陈福生": views.PopMsg{Answer: picked("2")}, "陈": nil, "无": nil} {
		d := menu.Picker(env, "为哪件案件预约", text.Dialog.PickHint, find, func(c menu.Choice) tea.Msg { return picked(c.ID) })
		d.Update(d.Load()())
		asked := d.Update(tea.PasteMsg{Content: name})
		got := press(d, "enter")
		if cmd := d.Update(asked()); cmd != nil {
			got = cmd()
		}
		if got != want {
			t.Errorf("%s, Enter: %v, want %v", name, got, want)
		}
		if shown := apptest.Plain(d.Draw(76, 18)); strings.Contains(shown, "吴金花") {
			t.Errorf("%s: still lists what was found before:\n%s", name, shown)
		}
	}
}

func TestNoteScrollsAndCloses(t *testing.T) {
	d := menu.Lines(env, "登记内容", strings.Split(strings.Repeat("一行\n", 40)+"末行", "\n"))
	if strings.Contains(apptest.Plain(d.Draw(76, 18)), "末行") {
		t.Error("a long note does not need scrolling")
	}
	for range 60 {
		press(d, "down")
		d.Draw(76, 18)
	}
	if !strings.Contains(apptest.Plain(d.Draw(76, 18)), "末行") {
		t.Error("the end cannot be reached")
	}
	if got := press(d, "enter"); got != (views.PopMsg{}) {
		t.Error(got)
	}
}

// What is found beyond what is listed is said, and how it is come by.
func TestAPickSaysThatThereAreOthers(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]bool{menu.Most: false, menu.Most + 1: true} {
		find := func(context.Context, views.Session, string) ([]menu.Choice, error) {
			found := make([]menu.Choice, n)
			for i := range found {
				found[i] = menu.Choice{Label: fmt.Sprintf("第%d个", i+1)}
			}
			return menu.Upto(found, menu.Most), nil
		}
		p := menu.Picker(apptest.Env(text.Zh, 0), "挑一个", text.Dialog.PickHint, find, answerOf)
		p.Update(p.Load()())
		if got := apptest.Plain(p.Draw(76, 20)); !strings.Contains(got, fmt.Sprintf("还有 %d 行", menu.Most-9)) {
			t.Errorf("%d found:\n%s", n, got)
		}
		for range menu.Most {
			p.Update(apptest.Key("down"))
		}
		got := apptest.Plain(p.Draw(76, 20))
		if !strings.Contains(got, fmt.Sprintf("▸ 第%d个", menu.Most)) || strings.Contains(got, "再打几个字") != want {
			t.Errorf("%d found, at the end:\n%s", n, got)
		}
	}
}

func answerOf(menu.Choice) tea.Msg { return nil }

func TestBoxesFit(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 12)
	many := make([]widget.MenuItem, 40)
	for i := range many {
		many[i] = widget.MenuItem{ID: "x", Label: long, Reason: long}
	}
	for name, d := range map[string]views.View{
		"menu": menu.Numbered(env, long, many, "", answer), "confirm": menu.Question(env, long, []string{long, long, long}, "是", "否", nil),
		"note": menu.Lines(env, long, []string{long, long, long, long, long}),
		"pick": menu.Picker(apptest.Env(text.En, 0), long, text.Dialog.PickHint, nil, nil),
	} {
		for _, size := range apptest.Sizes() {
			f := d.Draw(size[0]-4, size[1]-2)
			if len(f.Lines) == 0 || len(f.Lines) > size[1]-2 || widget.Width(f.Lines[0]) > size[0]-4 {
				t.Errorf("%s: %d×%d cells in %d×%d", name, widget.Width(f.Lines[0]), len(f.Lines), size[0]-4, size[1]-2)
				continue
			}
			apptest.Fits(t, name, f, widget.Width(f.Lines[0]), len(f.Lines))
			if len(d.Actions()) == 0 {
				t.Errorf("%s: the footer names no key", name)
			}
		}
	}
}

// What was read is gone on with on the view that asked; what could not be read is said.
func TestAfterReadingItGoesOn(t *testing.T) {
	env := apptest.Env(text.Zh, hall.FrontDesk)
	after := func(err error) tea.Msg {
		read := func(context.Context, views.Session) (string, error) { return "read", err }
		msg := menu.After(env, read, func(s string) tea.Cmd { return func() tea.Msg { return picked(s) } })()
		if cmd, ok := menu.Run(msg); ok {
			return cmd()
		}
		return msg
	}
	if got := after(nil); got != picked("read") {
		t.Errorf("it went on with %v", got)
	}
	if _, ok := after(errors.New("disk")).(views.FailMsg); !ok {
		t.Error("what could not be read is not said")
	}
}

// A line that can be chosen begins with a capital in English, whatever else its words are for.
func TestALineToChooseBeginsWithACapital(t *testing.T) {
	en := &views.Env{Session: views.Session{Styles: look, Lang: text.En}}
	box := func(cmd tea.Cmd) string {
		push, _ := cmd().(views.PushMsg)
		return apptest.Plain(push.View.Draw(76, 20))
	}
	if s := box(menu.Open(en, "012", []menu.Item{{Name: text.Raw("call them")}})); !strings.Contains(s, "1  Call them") {
		t.Error(s)
	}
	if s := box(menu.Confirm(en, "Sure?", nil, "cancel it", nil)); !strings.Contains(s, "1 Leave it") || !strings.Contains(s, "2 Cancel it") {
		t.Error(s)
	}
}
