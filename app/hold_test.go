package app_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app"
	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

// A digit that comes before the menu that the key before it asked for waits for the menu, and what
// comes after the digit waits behind it.
func TestAKeyWaitsForTheMenuThatWasAskedFor(t *testing.T) {
	t.Parallel()
	h, b := storetest.New(t), &house{}
	m := app.New(app.Options{
		Store: h.Store, Actor: &h.Boss, Screens: b.screens(), Mono: h.Clock.Now,
		After: func(time.Duration, tea.Msg) tea.Cmd { return nil },
	})
	run(m, m.Init()())
	run(m, tea.WindowSizeMsg{Width: 80, Height: 24})
	m.Frame()
	_, asked := m.Update(apptest.Key("ctrl+d"))
	_, early := m.Update(apptest.Key("1"))
	if early != nil {
		run(m, early())
	}
	run(m, asked())
	if f := apptest.Plain(m.Frame()); !strings.Contains(f, "选了a") || strings.Contains(f, "没有用") {
		t.Errorf("the digit was lost:\n%s", f)
	}
}

// What is to come later is no answer that a key would wait for, as the program itself runs too.
func TestAKeyDoesNotWaitForATimer(t *testing.T) {
	t.Parallel()
	h, b := storetest.New(t), &house{late: time.Millisecond}
	m := app.New(app.Options{Store: h.Store, Actor: &h.Boss, Screens: b.screens(), Mono: h.Clock.Now})
	run(m, m.Init()())
	run(m, tea.WindowSizeMsg{Width: 80, Height: 24})
	m.Frame()
	_, asked := m.Update(apptest.Key("ctrl+o"))
	msg := asked()
	if due, _, ok := app.Deferred(msg); !ok || due != b.late {
		t.Fatalf("%#v is to come in %s, %v", msg, due, ok)
	}
	if _, cmd := m.Update(apptest.Key("ctrl+t")); cmd != nil {
		run(m, cmd())
	}
	if _, said := m.Toast(); !strings.Contains(said.In(text.Zh), "办好了") {
		t.Errorf("the key waits: %q", said.In(text.Zh))
	}
}

// F3 is somebody new wherever it is pressed: over a question of the form's own, and in the middle of
// a form. What was written is kept and can be gone on with.
func TestF3IsSomebodyNewInsideAnIntakeToo(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("f3").Type("章雪琴").Press("f3").Expect("已留在“未完成”里").Type("周十").Expect("申请人 周十").ExpectNot("章雪琴周十")
	d.Press("ctrl+d").Expect("丢弃写的这些").Press("f3").ExpectNot("丢弃写的这些").Type("吴").Expect("申请人 吴").Press("f3").Type("郑").Expect("申请人 郑")
	d.Press("f3", "f3").Expect("从头开始", "Ctrl-R")
	rows, err := h.Desk(h.Boss).Drafts(t.Context())
	if err != nil || len(rows) != 4 || rows[0].Kind != hall.DraftIntake {
		t.Errorf("%d drafts, %v", len(rows), err)
	}
	apptest.Open(t, h, apptest.Options{Only: func(env *views.Env) views.View {
		return &sheet{env: env, house: &house{}}
	}}).Press("f5").Expect("这个键在这里没有用")
}
