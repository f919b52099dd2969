package app

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/help"
	"sizhen/views/palette"
	"sizhen/views/text"
)

// place is a screen with a function key of its own.
type place struct {
	key    string
	shown  string
	screen views.Screen
}

// places lists F2 to F9; they mean the same everywhere.
func places() []place {
	return []place{
		{"f2", "F2", views.Board}, {"f3", "F3", views.Intake}, {"f4", "F4", views.WalkIn}, {"f5", "F5", views.Appointments},
		{"f6", "F6", views.Joint}, {"f7", "F7", views.FollowUp}, {"f8", "F8", views.Cases}, {"f9", "F9", views.Duty},
	}
}

func isPlace(s views.Screen) bool {
	return slices.ContainsFunc(places(), func(p place) bool { return p.screen == s })
}

// places lists those that there are, in the footer's order.
func (m *Model) places() []place {
	return slices.DeleteFunc(places(), func(p place) bool { return m.screens[p.screen] == nil })
}

// input takes a key or a paste to where it belongs: the dialog on top, the keys that mean the
// same everywhere, the screen's actions, the screen.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	m.lastKey = m.env.Now()
	k, isKey := msg.(tea.KeyPressMsg)
	stroke := ""
	if isKey {
		k = halfWidth(k)
		msg = k
		stroke = k.Keystroke()
		m.stayed(stroke)
	}
	if stroke == "ctrl+c" { // even while a screen is leaving and takes its time
		return m.stop()
	}
	if m.leaving != nil {
		return m.wait(func() tea.Cmd { return m.input(msg) })
	}
	if isKey {
		m.toast.key()
	}
	if m.small() {
		return nil // nothing can be seen: nothing is done
	}
	if m.cover != nil {
		return m.toView(m.cover, msg)
	}
	if n := len(m.layers); n > 0 {
		return m.toDialog(m.layers[n-1], stroke, msg)
	}
	if cmd, ok := m.global(stroke); ok {
		return cmd
	}
	if p := m.front(); p != nil {
		return m.toView(p, msg)
	}
	return nil
}

// toDialog gives a key to the dialog on top. The lock comes down over it; a place is gone to
// from it too, unless something is being typed in it that would be lost.
func (m *Model) toDialog(l *layer, stroke string, msg tea.Msg) tea.Cmd {
	if m.o.Only == nil {
		if stroke == "ctrl+l" {
			return m.lock()
		}
		for _, p := range m.places() {
			if p.key != stroke {
				continue
			}
			if m.typing && !l.ours {
				return m.say(views.Warn, text.Root.CloseFirst)
			}
			return m.goPlace(p)
		}
	}
	return m.address(l.id, forAnswer, l.dialog.Update(msg))
}

func (m *Model) goPlace(p place) tea.Cmd {
	if why := m.barred(p.screen); !why.IsZero() {
		return m.say(views.Warn, why)
	}
	return m.goTo(views.Route{Screen: p.screen})
}

// global acts on a key that means the same on every screen.
func (m *Model) global(stroke string) (tea.Cmd, bool) {
	if m.o.Only != nil || stroke == "" {
		return nil, false
	}
	for _, p := range m.places() {
		if p.key == stroke {
			return m.goPlace(p), true
		}
	}
	switch stroke {
	case "f1":
		return m.ownDialog(help.New(m.env, m.front().view, m.globals())), true
	case "ctrl+p":
		return m.ownDialog(palette.New(m.env, m.commands())), true
	case "ctrl+f":
		return m.goPlace(place{screen: views.Search}), true
	case "ctrl+l":
		return m.lock(), true
	}
	return nil, false
}

// halfWidth is a digit as it is meant when an input method types it wide: １ for 1. Digits choose
// in menus, and stand in numbers that are looked for.
func halfWidth(k tea.KeyPressMsg) tea.KeyPressMsg {
	if r := []rune(k.Text); len(r) == 1 && r[0] >= '０' && r[0] <= '９' {
		d := r[0] - '０' + '0'
		k.Code, k.Text = d, string(d)
	}
	return k
}

// ownDialog opens a dialog of the root's own: leaving it loses nothing.
func (m *Model) ownDialog(d views.Dialog) tea.Cmd {
	cmd := m.openDialog(m.front().id, d)
	m.layers[len(m.layers)-1].ours = true
	return cmd
}

// toView gives a key to a screen: to the action it is bound to, else to the screen itself.
func (m *Model) toView(p *page, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m.address(p.id, forAnswer, p.view.Update(msg))
	}
	stroke := k.Keystroke()
	for _, a := range p.view.Actions() {
		if a.Run == nil || !slices.Contains(a.Key.Keys(), stroke) {
			continue
		}
		if why := a.Reason(); !why.IsZero() {
			return m.say(views.Warn, why)
		}
		return m.address(p.id, forAnswer, a.Run())
	}
	if stroke == "esc" && p != m.cover {
		return m.escape(p)
	}
	return m.address(p.id, forAnswer, p.view.Update(msg))
}

// escape goes back: within the screen first, then out of it.
func (m *Model) escape(p *page) tea.Cmd {
	if b, ok := p.view.(views.Backer); ok {
		if cmd, stayed := b.Back(); stayed {
			return m.address(p.id, forAnswer, cmd)
		}
	}
	return m.back()
}
