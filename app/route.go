package app

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
)

// goTo opens a screen. A place of F2 to F9 clears the way back: Esc leads from there to the board.
func (m *Model) goTo(r views.Route) tea.Cmd {
	if m.leaving != nil {
		return m.wait(func() tea.Cmd { return m.goTo(r) })
	}
	r = resolved(r)
	if _, ok := m.screens[r.Screen]; !ok || m.env.Desk == nil {
		return nil
	}
	n := m.base()
	if len(m.pages) > 0 && m.pages[n].route == r { // here already: what lies over it goes
		if holds(m.pages[n+1:]) {
			return m.say(views.Warn, text.Root.CloseFirst)
		}
		return m.again(n)
	}
	return m.leave(n, func() tea.Cmd {
		parked := len(m.parked)
		if isPlace(r.Screen) {
			m.keepFirst()
		}
		cmd := m.open(r)
		if len(m.parked) > parked {
			cmd = tea.Batch(cmd, m.say(views.Warn, text.Root.Parked.With("screen", placeOf(m.parked[parked].route.Screen).title)))
		}
		return cmd
	})
}

// again goes to the screen that somebody is at already. What lies over it goes; a form that is a
// screen begins anew, what was typed into it is kept. That anything went is said.
func (m *Model) again(n int) tea.Cmd {
	p, over := m.pages[n], len(m.pages) > n+1
	form, anew := p.view.(views.Renewer)
	first, said := n+1, m.toast.n
	if anew {
		first = n
	}
	return m.leave(first, func() tea.Cmd {
		m.cut(n + 1)
		returned(p)
		cmds := []tea.Cmd{m.load(p)}
		if anew {
			cmds = append(cmds, m.address(p.id, forAnswer, form.Renew()))
		}
		if (over || anew) && m.toast.n == said { // it was not said yet that words are kept
			cmds = append(cmds, m.say(views.Done, here.With("screen", placeOf(p.route.Screen).title)))
		}
		return tea.Batch(cmds...)
	})
}

// returned tells a screen that it was gone to again.
func returned(p *page) {
	if v, ok := p.view.(views.Returner); ok {
		v.Return()
	}
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
	i := slices.IndexFunc(m.pages, func(p *page) bool { return p.owner == 0 && p.route == r })
	switch open, ok := m.screens[r.Screen]; {
	case i >= 0:
		m.cut(i + 1)
		returned(m.front())
	case m.unpark(r):
		return m.load(m.pages[m.bare()])
	case !ok:
		return nil
	default:
		m.pages = append(m.pages, m.newPage(r, func(env *views.Env) views.View { return open(env, r) }))
	}
	return m.load(m.front())
}

// back leaves the topmost page, with the boxes over it, for what lies below.
func (m *Model) back() tea.Cmd {
	if m.leaving != nil {
		return m.wait(m.back)
	}
	n := m.bare()
	if n == 0 {
		return nil
	}
	return m.leave(n, func() tea.Cmd {
		m.cut(n)
		return m.fresh()
	})
}

// backFrom leaves the page that asks for it, unless it is not in front any more: a late
// answer must not take another one away.
func (m *Model) backFrom(asker uint64) tea.Cmd {
	p := m.find(asker)
	for p != nil && p.box {
		p = m.find(p.owner)
	}
	if p == nil || len(m.pages) == 0 || m.pages[m.bare()] != p {
		return nil
	}
	return m.back()
}
