package app

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
)

// toast is the line that says what just happened. Each has a number, so that a timer takes
// away only its own.
type toast struct {
	n     int
	level views.Level
	text  text.Message
	fresh bool   // no key was pressed since it came
	page  uint64 // in sight when it came, and the key that was pressed last
	input uint64
}

type toastOver int

const toastTime = 6 * time.Second

func (m *Model) say(l views.Level, t text.Message) tea.Cmd {
	m.toast = toast{n: m.toast.n + 1, level: l, text: t, fresh: true, page: m.inSight(), input: m.inputs}
	if l != views.Done {
		return nil // what went wrong stays until it was read: until the next key but one
	}
	return m.o.After(toastTime, toastOver(m.toast.n))
}

// tell says what a screen or dialog has to say. What is covered by the lock keeps quiet until
// it is uncovered: its words may name people.
func (m *Model) tell(from uint64, l views.Level, t text.Message) tea.Cmd {
	if m.cover != nil && m.cover.id != from {
		m.behind = &toast{level: l, text: t}
		return nil
	}
	return m.say(l, t)
}

// hush takes the toast off a screen that is being covered. A warning nobody read comes back.
func (m *Model) hush() {
	m.behind = nil
	if m.toast.level != views.Done && !m.toast.text.IsZero() {
		kept := m.toast
		m.behind = &kept
	}
	m.toast.text = text.Message{}
}

// resume shows what was kept quiet.
func (m *Model) resume() tea.Cmd {
	t := m.behind
	m.behind = nil
	if t == nil {
		return nil
	}
	return m.say(t.level, t.text)
}

func (t *toast) over(n toastOver) {
	if t.n == int(n) {
		t.text = text.Message{}
	}
}

// key lets it go once somebody goes on working: the next step stands in its place again.
func (t *toast) key() {
	if !t.fresh || t.level == views.Slip {
		t.text = text.Message{}
	}
	t.fresh = false
}

// outlived lets what was said go with the screen that it was said on. What the key said that left the
// screen is said of the one it led to.
func (m *Model) outlived() {
	t := &m.toast
	switch {
	case t.page == m.inSight():
	case t.input == m.inputs:
		t.page = m.inSight()
	default:
		t.text = text.Message{}
	}
}

// inSight is the page that the boxes are drawn over; 0 before sign-in.
func (m *Model) inSight() uint64 {
	if len(m.pages) == 0 {
		return 0
	}
	return m.pages[m.bare()].id
}

// Toast is what the status line says just now, for tests.
func (m *Model) Toast() (views.Level, text.Message) { return m.toast.level, m.toast.text }
