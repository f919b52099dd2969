package dialog_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/theme"
	"sizhen/views/widget"
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
func press(d views.Dialog, keys ...string) tea.Msg {
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
		"enter": views.CloseMsg{Answer: picked("call")}, "3": views.CloseMsg{Answer: picked("gone")},
		"down down enter": views.CloseMsg{Answer: picked("gone")}, "esc": views.CloseMsg{}, "9": nil,
	} {
		if got := press(dialog.Menu(env, "012 号", three(), answer), strings.Fields(keys)...); got != want {
			t.Errorf("%s: %v, want %v", keys, got, want)
		}
	}
	if got, ok := press(dialog.Menu(env, "012 号", three(), answer), "2").(views.ToastMsg); !ok || got.Text.In(text.Zh) != "先叫号" {
		t.Errorf("the reason is not said: %v", got)
	}
}

func TestMenuOpensOnWhatComesNext(t *testing.T) {
	if got := press(dialog.MenuAt(env, "", three(), "gone", answer), "enter"); got != (views.CloseMsg{Answer: picked("gone")}) {
		t.Error(got)
	}
	if got := press(dialog.MenuAt(env, "", three(), "start", answer), "enter"); got != (views.CloseMsg{Answer: picked("call")}) {
		t.Errorf("stands on what cannot be done: %v", got)
	}
}

func TestConfirmIsNoUnlessYesIsMeant(t *testing.T) {
	for keys, want := range map[string]any{
		"enter": views.CloseMsg{}, "esc": views.CloseMsg{}, "1": views.CloseMsg{}, "2": views.CloseMsg{Answer: picked("yes")},
		"right enter": views.CloseMsg{Answer: picked("yes")},
	} {
		d := dialog.Confirm(env, "丢掉草稿?", []string{"不能恢复"}, "丢掉", "留着", picked("yes"))
		if got := press(d, strings.Fields(keys)...); got != want {
			t.Errorf("%s: %v, want %v", keys, got, want)
		}
	}
}

func reason() *widget.Form {
	return widget.NewForm(look, widget.FormText{Required: "这一项要填"}, []widget.Item{{ID: "reason", Label: "原因", Required: true, Max: 30}})
}

func TestAskAnswersWhenNothingIsMissing(t *testing.T) {
	d := dialog.Ask(look, "为什么", "", reason(), func(vs map[string]string) tea.Msg { return picked(vs["reason"]) })
	if got := press(d, "ctrl+s"); got != nil || !strings.Contains(apptest.Plain(d.Draw(76, 18)), "这一项要填") {
		t.Errorf("an empty answer was taken: %v", got)
	}
	d.Update(tea.PasteMsg{Content: "门口争吵"})
	if got := press(d, "enter"); got != (views.CloseMsg{Answer: picked("门口争吵")}) {
		t.Error(got)
	}
	if got := press(d, "esc"); got != (views.CloseMsg{}) {
		t.Error(got)
	}
}

func TestKeptWordsSurviveEscAndRest(t *testing.T) {
	h := storetest.New(t)
	env := apptest.Env(text.Zh, hall.FrontDesk)
	env.Desk = h.Desk(h.Boss)
	env.After = func(_ time.Duration, m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }
	form := reason()
	keep := draft.New(env, hall.Draft{}, func() hall.Draft { return hall.Draft{Form: "x", Title: form.Value("reason"), Fields: form.Values()} })
	d := dialog.Kept(look, "交接", "", form, keep, func(map[string]string) tea.Msg { return nil })
	title := func() string {
		rows, err := env.Desk.Drafts(context.Background())
		if err != nil || len(rows) != 1 {
			t.Fatalf("drafts: %+v %v", rows, err)
		}
		return rows[0].Title
	}
	rested := d.Update(tea.PasteMsg{Content: "钥匙"})
	for rested != nil { // typing rests: the timer fires, the words are kept
		rested = d.Update(rested())
	}
	if got := title(); got != "钥匙" {
		t.Errorf("kept %q", got)
	}
	d.Update(tea.PasteMsg{Content: "在抽屉"})
	if got := press(d, "esc"); got != (views.CloseMsg{}) || title() != "钥匙在抽屉" {
		t.Errorf("esc came to %v, kept %q", got, title())
	}
}

func TestPickSearchesWhileSomebodyTypes(t *testing.T) {
	env := apptest.Env(text.Zh, hall.FrontDesk)
	env.After = func(_ time.Duration, m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }
	find := func(_ context.Context, q string) ([]dialog.Choice, error) {
		if q == "坏" {
			return nil, errors.New("disk")
		}
		return []dialog.Choice{{ID: "1", Label: "徐建国" + q}, {ID: "2", Label: "金阿毛" + q, Detail: "同村同姓", Warn: true}}, nil
	}
	d := dialog.Pick(env, "由谁来看", find, func(c dialog.Choice) tea.Msg { return picked(c.ID) })
	d.Update(d.Load()())
	first := d.Update(tea.PasteMsg{Content: "小"})()
	next := d.Update(tea.PasteMsg{Content: "港"})()
	d.Update(next)
	d.Update(first) // late: the answer to what was typed over since
	if got := apptest.Plain(d.Draw(76, 18)); !strings.Contains(got, "金阿毛小港") || !strings.Contains(got, "同村同姓") {
		t.Errorf("not found:\n%s", got)
	}
	if got := press(d, "down", "down", "enter"); got != (views.CloseMsg{Answer: picked("2")}) {
		t.Error(got)
	}
	if got := press(d, "esc"); got != (views.CloseMsg{}) {
		t.Error(got)
	}
}

// A name and Enter, faster than the search: never a row that was listed for something else.
func TestPickTakesNothingOfAnOlderSearch(t *testing.T) {
	env := apptest.Env(text.Zh, hall.FrontDesk)
	all := []dialog.Choice{{ID: "1", Label: "吴金花"}, {ID: "2", Label: "陈福生"}, {ID: "3", Label: "陈方"}}
	find := func(_ context.Context, q string) (out []dialog.Choice, _ error) {
		for _, c := range all {
			if strings.Contains(c.Label, q) {
				out = append(out, c)
			}
		}
		return out, nil
	}
	for name, want := range map[string]tea.Msg{"陈福生": views.CloseMsg{Answer: picked("2")}, "陈": nil, "无": nil} {
		d := dialog.Pick(env, "为哪件案件预约", find, func(c dialog.Choice) tea.Msg { return picked(c.ID) })
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
	d := dialog.Note(env, "登记内容", strings.Split(strings.Repeat("一行\n", 40)+"末行", "\n"))
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
	if got := press(d, "enter"); got != (views.CloseMsg{}) {
		t.Error(got)
	}
}

func TestBoxesFit(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 12)
	many := make([]widget.MenuItem, 40)
	for i := range many {
		many[i] = widget.MenuItem{ID: "x", Label: long, Reason: long}
	}
	form := widget.NewForm(look, widget.FormText{}, []widget.Item{{ID: "a", Label: long, Kind: widget.Notes, Help: long, Value: long, Error: long},
		{ID: "b", Label: long, Note: long}})
	for name, d := range map[string]views.Dialog{
		"menu": dialog.Menu(env, long, many, answer), "confirm": dialog.Confirm(env, long, []string{long, long, long}, "是", "否", nil),
		"ask": dialog.Ask(look, long, long, form, nil), "note": dialog.Note(env, long, []string{long, long, long, long, long}),
		"pick": dialog.Pick(apptest.Env(text.En, 0), long, nil, nil),
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
