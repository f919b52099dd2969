package app

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
)

// leaving is a view that saves what was typed before it goes.
type leaving struct {
	id        uint64
	then      func() tea.Cmd
	otherwise func() tea.Cmd // comes if something could not be kept; nil: the view stays
}

// leave lets the pages from the n-th on keep what was typed, the topmost first, then does what
// comes next. If something cannot be kept all of them stay, and it is said why.
func (m *Model) leave(n int, then func() tea.Cmd) tea.Cmd {
	if m.leaving != nil {
		return m.wait(func() tea.Cmd { return m.leave(n, then) })
	}
	return m.leaveNext(m.from(n), then, nil)
}

// from are the pages from the n-th on, the topmost first.
func (m *Model) from(n int) []uint64 {
	var ids []uint64
	for i := len(m.pages) - 1; i >= n; i-- {
		ids = append(ids, m.pages[i].id)
	}
	return ids
}

func (m *Model) leaveNext(ids []uint64, then, otherwise func() tea.Cmd) tea.Cmd {
	for i, id := range ids {
		p := m.find(id)
		if p == nil {
			continue
		}
		l, ok := p.view.(views.Leaver)
		if !ok {
			continue
		}
		if cmd := l.Leave(); cmd != nil {
			m.leaving = &leaving{id: id, then: func() tea.Cmd { return m.leaveNext(ids[i+1:], then, otherwise) }}
			if otherwise != nil { // the others keep what they can
				m.leaving.otherwise = func() tea.Cmd { return m.leaveNext(ids[i+1:], otherwise, otherwise) }
			}
			return m.keep(id, cmd)
		}
	}
	return then()
}

// wait puts something off until the view that is leaving has left.
func (m *Model) wait(do func() tea.Cmd) tea.Cmd {
	m.waiting = append(m.waiting, do)
	return nil
}

// left goes on once the view has kept what was typed. If it could not, what was to come
// next does not come, nor the keys pressed meanwhile: they were meant for another screen.
func (m *Model) left(id uint64, msgs kept) tea.Cmd {
	l := m.leaving
	if l == nil || l.id != id {
		return nil // the session has moved on without it
	}
	m.leaving = nil
	var cmds []tea.Cmd
	for _, msg := range msgs {
		if p, ok := msg.(panicked); ok {
			msg = views.FailMsg{Err: p.err}
		}
		cmds = append(cmds, m.deliver(id, msg))
	}
	if msgs.failed() {
		m.waiting = nil
		if l.otherwise == nil {
			return tea.Batch(append(cmds, m.notLeft())...)
		}
		m.unkept = true
		return tea.Batch(append(cmds, l.otherwise())...)
	}
	cmds = append(cmds, l.then())
	for m.leaving == nil && len(m.waiting) > 0 {
		next := m.waiting[0]
		m.waiting = m.waiting[1:]
		cmds = append(cmds, next())
	}
	return tea.Batch(cmds...)
}
