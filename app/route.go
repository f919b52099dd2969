package app

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
)

// leaving is a screen that saves what was typed before it goes.
type leaving struct {
	id   uint64
	then func() tea.Cmd
}

func (m *Model) newPage(r views.Route, v views.View) *page {
	m.nextID++
	return &page{id: m.nextID, route: r, view: v}
}

// leave lets the screen in front keep what was typed, then does what comes next. If it
// cannot be kept the screen stays, and says why.
func (m *Model) leave(then func() tea.Cmd) tea.Cmd {
	p := m.front()
	if p == nil {
		return then()
	}
	l, ok := p.view.(views.Leaver)
	if !ok {
		return then()
	}
	cmd := m.address(p.id, false, l.Leave())
	if cmd == nil {
		return then()
	}
	m.leaving = &leaving{p.id, then}
	return func() tea.Msg {
		if msg := cmd(); msg != nil {
			return msg
		}
		return reply{to: p.id}
	}
}

// left goes on once the screen has kept what was typed.
func (m *Model) left(msg tea.Msg) tea.Cmd {
	l := m.leaving
	m.leaving = nil
	cmd := m.deliver(l.id, msg)
	if f, can := msg.(interface{ Failed() bool }); !can || !f.Failed() {
		cmd = tea.Batch(cmd, l.then())
	}
	held := m.held
	m.held = nil
	for _, k := range held {
		cmd = tea.Batch(cmd, m.input(k))
	}
	return cmd
}

// goTo opens a screen. A place of F2 to F9 clears the way back: Esc leads from there to the board.
func (m *Model) goTo(r views.Route) tea.Cmd {
	if p := m.front(); p != nil && p.route == r {
		m.layers = nil
		return m.load(p)
	}
	return m.leave(func() tea.Cmd {
		m.layers = nil
		if isPlace(r.Screen) {
			m.keepFirst()
		}
		return m.open(r)
	})
}

func (m *Model) keepFirst() {
	if len(m.pages) > 0 && m.pages[0].route.Screen == views.Board {
		m.pages = m.pages[:1]
		return
	}
	m.pages = nil
}

func (m *Model) open(r views.Route) tea.Cmd {
	if p := m.front(); p != nil && p.route == r {
		return m.load(p)
	}
	open, ok := m.screens[r.Screen]
	if !ok {
		return nil
	}
	p := m.newPage(r, open(m.env, r))
	m.pages = append(m.pages, p)
	return m.load(p)
}

// back leaves the screen in front for the one behind it.
func (m *Model) back() tea.Cmd {
	if len(m.pages) < 2 {
		return nil
	}
	return m.leave(func() tea.Cmd {
		m.pages = m.pages[:len(m.pages)-1]
		m.layers = nil
		if p := m.front(); p.stale {
			return m.load(p)
		}
		return nil
	})
}

func (m *Model) openDialog(owner uint64, d views.Dialog) tea.Cmd {
	for _, l := range m.layers { // a dialog's dialog answers to the screen below
		if l.id == owner {
			owner = l.owner
		}
	}
	if p := m.front(); p == nil || p.id != owner {
		return nil // its screen is gone, or hidden behind another
	}
	m.nextID++
	l := &layer{m.nextID, owner, d}
	m.layers = append(m.layers, l)
	if i, ok := d.(views.Initer); ok {
		return m.address(l.id, false, i.Init())
	}
	return nil
}

// closeDialog takes a dialog away and gives the answer to the screen that opened it.
func (m *Model) closeDialog(id uint64, answer tea.Msg) tea.Cmd {
	for i, l := range m.layers {
		if l.id == id {
			m.layers = m.layers[:i]
			return m.deliver(l.owner, answer)
		}
	}
	return nil
}
