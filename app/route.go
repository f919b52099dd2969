package app

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
)

// leaving is a screen that saves what was typed before it goes.
type leaving struct {
	id   uint64
	then func() tea.Cmd
}

// newPage makes a page of a screen, with a context that ends when it is closed.
func (m *Model) newPage(r views.Route, open func(*views.Env) views.View) *page {
	ctx, end := context.WithCancel(context.Background())
	env := &views.Env{Session: m.env.Session, Ctx: ctx, After: m.o.After, Width: m.w, Height: m.h - frameLines}
	m.nextID++
	return &page{id: m.nextID, route: r, view: open(env), env: env, end: end}
}

// close ends what a page has under way.
func (p *page) close() {
	if p.end != nil {
		p.end()
	}
}

// push puts a view over the page that asks for it. It shares that page's session and context.
func (m *Model) push(owner uint64, v views.View) tea.Cmd {
	below := m.find(owner)
	if below == nil || below != m.front() || m.cover == below {
		return nil // its page is gone, or hidden behind another
	}
	m.layers = nil
	m.nextID++
	p := &page{id: m.nextID, owner: owner, view: v, env: below.env}
	m.pages = append(m.pages, p)
	return m.load(p)
}

// pop takes a pushed view away and gives its answer to the view below.
func (m *Model) pop(id uint64, answer tea.Msg) tea.Cmd {
	p := m.front()
	if p == nil || p.id != id || p.owner == 0 {
		return nil
	}
	m.cut(len(m.pages) - 1)
	m.layers = nil
	cmds := []tea.Cmd{m.deliver(p.owner, answer)}
	if below := m.front(); below != nil && below.stale {
		cmds = append(cmds, m.load(below))
	}
	return tea.Batch(cmds...)
}

// cut closes the pages from the n-th on.
func (m *Model) cut(n int) {
	for _, p := range m.pages[n:] {
		p.close()
	}
	m.pages = m.pages[:n]
}

// leave lets the screen in front keep what was typed, then does what comes next. If it
// cannot be kept the screen stays, and says why.
func (m *Model) leave(then func() tea.Cmd) tea.Cmd {
	if m.leaving != nil {
		return m.wait(func() tea.Cmd { return m.leave(then) })
	}
	p := m.front()
	if p == nil {
		return then()
	}
	l, ok := p.view.(views.Leaver)
	if !ok {
		return then()
	}
	cmd := l.Leave()
	if cmd == nil {
		return then()
	}
	m.leaving = &leaving{p.id, then}
	return m.keep(p.id, cmd)
}

// wait puts something off until the screen that is leaving has left.
func (m *Model) wait(do func() tea.Cmd) tea.Cmd {
	m.waiting = append(m.waiting, do)
	return nil
}

// left goes on once the screen has kept what was typed. If it could not, what was to come
// next does not come, nor the keys pressed meanwhile: they were meant for another screen.
func (m *Model) left(id uint64, msgs kept) tea.Cmd {
	l := m.leaving
	if l == nil || l.id != id {
		return nil // the session has moved on without it
	}
	m.leaving = nil
	var cmds []tea.Cmd
	for _, msg := range msgs {
		cmds = append(cmds, m.deliver(id, msg))
	}
	if msgs.failed() {
		m.waiting = nil
		return tea.Batch(append(cmds, m.notLeft())...)
	}
	cmds = append(cmds, l.then())
	for m.leaving == nil && len(m.waiting) > 0 {
		next := m.waiting[0]
		m.waiting = m.waiting[1:]
		cmds = append(cmds, next())
	}
	return tea.Batch(cmds...)
}

// goTo opens a screen. A place of F2 to F9 clears the way back: Esc leads from there to the board.
func (m *Model) goTo(r views.Route) tea.Cmd {
	if m.leaving != nil {
		return m.wait(func() tea.Cmd { return m.goTo(r) })
	}
	if _, ok := m.screens[r.Screen]; !ok || m.env.Desk == nil {
		return nil
	}
	if p := m.front(); p != nil && p.owner == 0 && p.route == r {
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
		m.cut(1)
		return
	}
	m.cut(0)
}

// open puts a screen in front. One that is open already is gone back to: there are never two
// of the same, with different words typed into them.
func (m *Model) open(r views.Route) tea.Cmd {
	for i, p := range m.pages {
		if p.owner == 0 && p.route == r {
			m.cut(i + 1)
			return m.load(p)
		}
	}
	open, ok := m.screens[r.Screen]
	if !ok {
		return nil
	}
	p := m.newPage(r, func(env *views.Env) views.View { return open(env, r) })
	m.pages = append(m.pages, p)
	return m.load(p)
}

// back leaves the screen in front for the one behind it.
func (m *Model) back() tea.Cmd {
	if m.leaving != nil {
		return m.wait(m.back)
	}
	if len(m.pages) < 2 {
		return nil
	}
	return m.leave(func() tea.Cmd {
		m.cut(len(m.pages) - 1)
		m.layers = nil
		if p := m.front(); p.stale {
			return m.load(p)
		}
		return nil
	})
}

// backFrom leaves the screen that asks for it, unless it is not in front any more: a late
// answer must not take another screen away.
func (m *Model) backFrom(asker uint64) tea.Cmd {
	for _, l := range m.layers {
		if l.id == asker {
			asker = l.owner
		}
	}
	if p := m.front(); p == nil || p.id != asker {
		return nil
	}
	return m.back()
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
	l := &layer{id: m.nextID, owner: owner, dialog: d}
	m.layers = append(m.layers, l)
	if i, ok := d.(views.Initer); ok {
		return m.address(l.id, forAnswer, i.Init())
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
