package app_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app"
	"sizhen/app/apptest"
	"sizhen/store/storetest"
	"sizhen/views"
)

// A key is shown at once; of many that come within a frame's time only what stands at its end, and
// that without a further key.
func TestARunOfKeysIsDrawnTogether(t *testing.T) {
	t.Parallel()
	h, p, later := pacedHouse(t)
	take := func(msg tea.Msg) { run(p, msg) }
	shows := func(s string) bool {
		return strings.Contains(apptest.Plain(views.Frame{Lines: []string{p.View().Content}}), s)
	}
	run(p, p.Init()())
	take(tea.WindowSizeMsg{Width: 80, Height: 24})
	take(apptest.Key("ctrl+n"))
	h.Clock.Set(h.Clock.Now().Add(time.Minute))
	for _, m := range *later {
		take(m)
	}
	*later = nil
	take(apptest.Key("张"))
	if !shows("张") {
		t.Error("a single key is not shown at once")
	}
	for _, k := range []string{"三", "丰"} {
		take(apptest.Key(k))
		if shows(k) {
			t.Errorf("%s was drawn by itself", k)
		}
	}
	if len(*later) != 1 {
		t.Fatalf("%d frames are to come", len(*later))
	}
	h.Clock.Set(h.Clock.Now().Add(time.Second))
	if take((*later)[0]); !shows("张三丰") {
		t.Error("what was put off is not drawn")
	}
}

// pacedHouse is a program as a terminal shows it; what is to come later is gathered.
func pacedHouse(t *testing.T) (h *storetest.Hall, p tea.Model, later *[]tea.Msg) {
	t.Helper()
	later, h = &[]tea.Msg{}, storetest.New(t)
	return h, app.Paced(app.New(app.Options{
		Store: h.Store, Actor: &h.Boss, Screens: (&house{}).screens(), Mono: h.Clock.Now,
		After: func(_ time.Duration, m tea.Msg) tea.Cmd {
			return func() tea.Msg { *later = append(*later, m); return nil }
		},
	})), later
}

// run gives a program a message, and what comes of it.
func run(p tea.Model, msg tea.Msg) {
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			if c != nil {
				run(p, c())
			}
		}
		return
	}
	if msg == nil {
		return
	}
	if _, cmd := p.Update(msg); cmd != nil {
		run(p, cmd())
	}
}

// Of keys that are waiting all are taken before anything is drawn, but not for ever.
func TestKeysThatWaitAreTakenBeforeTheNextFrame(t *testing.T) {
	t.Parallel()
	h, p, later := pacedHouse(t)
	run(p, p.Init()())
	run(p, tea.WindowSizeMsg{Width: 80, Height: 24})
	run(p, apptest.Key("ctrl+n"))
	due := func() { // the frame that was put off comes
		all := *later
		*later = nil
		for _, m := range all {
			run(p, m)
		}
	}
	pass := func(d time.Duration) { h.Clock.Set(h.Clock.Now().Add(d)) }
	shown := func() string { return apptest.Plain(views.Frame{Lines: []string{p.View().Content}}) }
	pass(time.Minute)
	due()
	frames, last := 0, shown()
	for range 15 { // a key a millisecond, and a frame that is due behind each
		pass(time.Millisecond)
		run(p, apptest.Key("张"))
		due()
		if now := shown(); now != last {
			frames, last = frames+1, now
		}
	}
	if frames > 2 {
		t.Errorf("%d frames were drawn while keys were waiting", frames)
	}
	for range 120 {
		pass(time.Millisecond)
		run(p, apptest.Key("left"))
		due()
	}
	if shown() == last {
		t.Error("nothing was shown for longer than somebody waits")
	}
}
