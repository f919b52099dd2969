package app

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/help"
	"sizhen/views/palette"
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
		{"f8", "F8", views.Cases}, {"f9", "F9", views.Duty},
	}
}

func isPlace(s views.Screen) bool {
	return slices.ContainsFunc(places(), func(p place) bool { return p.screen == s })
}

// input takes a key or a paste to where it belongs.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	m.lastKey = m.env.Now()
	if m.leaving != nil {
		m.held = append(m.held, msg)
		return nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		m.toast.key()
		if k.Keystroke() == "ctrl+c" {
			return m.stop()
		}
	}
	if m.small() {
		return nil // nothing can be seen: nothing is done
	}
	if m.cover != nil {
		return m.toView(m.cover, msg)
	}
	if n := len(m.layers); n > 0 {
		l := m.layers[n-1]
		return m.address(l.id, false, l.dialog.Update(msg))
	}
	if isKey {
		if cmd, ok := m.global(k.Keystroke()); ok {
			return cmd
		}
	}
	if p := m.front(); p != nil {
		return m.toView(p, msg)
	}
	return nil
}

// global handles the keys that mean the same on every screen.
func (m *Model) global(k string) (tea.Cmd, bool) {
	if m.o.Only != nil {
		return nil, false
	}
	for _, p := range places() {
		if p.key == k {
			return m.goTo(views.Route{Screen: p.screen}), true
		}
	}
	p := m.front()
	switch k {
	case "f1":
		return m.openDialog(p.id, help.New(m.env, p.view, m.globals())), true
	case "ctrl+p":
		return m.openDialog(p.id, palette.New(m.env, m.commands())), true
	case "ctrl+f":
		return m.goTo(views.Route{Screen: views.Search}), true
	case "ctrl+l":
		return m.lock(), true
	}
	return nil, false
}

// toView gives a key to a screen: to the action it is bound to, else to the screen itself.
func (m *Model) toView(p *page, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m.address(p.id, false, p.view.Update(msg))
	}
	stroke := k.Keystroke()
	for _, a := range p.view.Actions() {
		if a.Run == nil || !slices.Contains(a.Key.Keys(), stroke) {
			continue
		}
		if why := a.Reason(); !why.IsZero() {
			return m.say(views.Warn, why)
		}
		return m.address(p.id, false, a.Run())
	}
	if stroke == "esc" && p != m.cover {
		return m.escape(p)
	}
	return m.address(p.id, false, p.view.Update(msg))
}

// escape goes back: within the screen first, then out of it.
func (m *Model) escape(p *page) tea.Cmd {
	if b, ok := p.view.(views.Backer); ok {
		if cmd, stayed := b.Back(); stayed {
			return m.address(p.id, false, cmd)
		}
	}
	return m.back()
}
