// Package house_test drives the screens of the house. They are one package because whatever drives
// the program links all of it.
package house_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/house/help"
	"sizhen/views/text"
)

// screen is one with actions and nothing else.
type screen struct{ actions []views.Action }

func (screen) Title() text.Message       { return text.M("坐堂门诊", "walk-in") }
func (screen) Load() tea.Cmd             { return nil }
func (screen) Update(tea.Msg) tea.Cmd    { return nil }
func (screen) Draw(w, h int) views.Frame { return views.NewFrame(w, h, nil) }
func (s screen) Actions() []views.Action { return s.actions }
func (screen) Hint() text.Message        { return text.Message{} }

func sample() screen {
	return screen{[]views.Action{
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.M("叫下一位", "call the next"), Help: text.M("叫下一位，急的先叫", "call the next visitor, the urgent first")},
		{Key: views.Key("Ctrl-E", "ctrl+e"), Name: text.M("结束", "end"), Hidden: true, Blocked: func() text.Message { return text.M("还没有开始", "not begun yet") }},
	}}
}

func globals() []views.Action {
	return []views.Action{{Key: views.Key("F2", "f2"), Name: text.M("今日", "today")}, {Key: views.Key("Ctrl-L", "ctrl+l"), Name: text.Root.Lock}}
}

func TestHelpNamesEveryActionAndWhyNot(t *testing.T) {
	s := apptest.Plain(help.New(apptest.Env(text.Zh, hall.Head), sample(), globals()).Draw(76, 18))
	for _, want := range []string{"坐堂门诊", "急的先叫", "结束", "还没有开始", "F2", "锁屏", "方向键"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is missing:\n%s", want, s)
		}
	}
}

func TestHelpScrollsToItsEndAndBack(t *testing.T) {
	long := sample()
	for i := range 60 {
		long.actions = append(long.actions, views.Action{Key: views.Key(fmt.Sprint("键", i), "x"), Name: text.Raw(strings.Repeat("说明", i))})
	}
	d := help.New(apptest.Env(text.Zh, hall.Head), long, globals())
	first := apptest.Plain(d.Draw(76, 18))
	for range 300 {
		d.Update(apptest.Key("pgdown"))
		d.Draw(76, 18)
	}
	if s := apptest.Plain(d.Draw(76, 18)); !strings.Contains(s, "锁屏") {
		t.Errorf("the end cannot be reached:\n%s", s)
	}
	for range 300 {
		d.Update(apptest.Key("pgup"))
	}
	if apptest.Plain(d.Draw(76, 18)) != first {
		t.Error("there is no way back to the top")
	}
	for _, k := range []string{"esc", "enter", "f1"} {
		if cmd := d.Update(apptest.Key(k)); cmd == nil || cmd() != (views.PopMsg{}) {
			t.Errorf("%s does not close it", k)
		}
	}
}

func TestFramesOfHelp(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for _, v := range []screen{{}, sample(), {[]views.Action{{Key: views.Key(strings.Repeat("长", 20), "x"), Name: text.Raw(strings.Repeat("很长的说明", 40))}}}} {
				box := help.New(apptest.Env(lang, hall.Head), v, globals()).Draw(size[0]-4, size[1]-2)
				if len(box.Lines) > size[1]-2 {
					t.Errorf("%d lines in %d", len(box.Lines), size[1]-2)
				}
				apptest.Fits(t, fmt.Sprint(lang, size), views.NewFrame(size[0], size[1], nil).Over(box, 0, 1), size[0], size[1])
			}
		}
	}
}

// What does not fit is counted.
func TestHelpSaysThatThereIsMore(t *testing.T) {
	long := sample()
	for i := range 40 {
		long.actions = append(long.actions, views.Action{Key: views.Key(fmt.Sprint("键", i), "x"), Name: text.Raw("说明")})
	}
	if s := apptest.Plain(help.New(apptest.Env(text.Zh, hall.Head), long, globals()).Draw(76, 18)); !strings.Contains(s, "行 ↓") {
		t.Errorf("nothing says that there is more:\n%s", s)
	}
}
