package app

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
)

// page is a view on the stack: a screen, or what was pushed over one.
type page struct {
	id      uint64
	owner   uint64 // of a pushed view: the page that takes its answer; 0: a screen
	route   views.Route
	view    views.View
	env     *views.Env // a screen's own, shared with what is pushed over it
	end     func()     // ends the context of a screen's commands
	box     bool       // drawn as a box over what lies below
	ours    bool       // the root's own box: help, palette
	late    bool       // it opened by itself, or long after the key that asked for it; it takes no key yet
	offer   views.View // what this page would open by itself: opened by a key of its own
	loading bool       // a Load is under way
	again   bool       // and what it reads has changed meanwhile
	stale   bool       // something changed while another page was in front
}

// newPage makes a page of a screen, with a context that ends when it is closed.
func (m *Model) newPage(r views.Route, open func(*views.Env) views.View) *page {
	ctx, end := context.WithCancel(context.Background())
	env := &views.Env{Session: m.env.Session, Ctx: ctx, After: m.later, Width: m.w, Height: m.h - frameLines}
	m.nextID++
	return &page{id: m.nextID, route: r, view: open(env), env: env, end: end}
}

// pushed makes a page of a view over another one, whose session and context it shares.
func (m *Model) pushed(below *page, v views.View) *page {
	m.nextID++
	_, box := v.(views.Boxed)
	return &page{id: m.nextID, owner: below.id, view: v, env: below.env, box: box}
}

// close ends what a page has under way.
func (p *page) close() {
	if p.end != nil {
		p.end()
	}
}

// front is the page that keys go to, covered or not; nil before sign-in.
func (m *Model) front() *page {
	if len(m.pages) == 0 {
		return nil
	}
	return m.pages[len(m.pages)-1]
}

// bare is the index of the topmost page that is no box: what the boxes are drawn over.
func (m *Model) bare() int {
	for i := len(m.pages) - 1; i >= 0; i-- {
		if !m.pages[i].box {
			return i
		}
	}
	return 0
}

// base is the index of the screen that the page in front belongs to.
func (m *Model) base() int {
	for i := len(m.pages) - 1; i >= 0; i-- {
		if m.pages[i].owner == 0 {
			return i
		}
	}
	return 0
}

// at reports whether a screen is the one that somebody is at.
func (m *Model) at(s views.Screen) bool {
	return len(m.pages) > 0 && m.pages[m.base()].route.Screen == s
}

// find is an open page, in sight or not.
func (m *Model) find(id uint64) *page {
	if m.cover != nil && m.cover.id == id {
		return m.cover
	}
	for _, p := range append(slices.Clone(m.pages), m.parked...) {
		if p.id == id {
			return p
		}
	}
	return nil
}

// push puts a view over the page that asks for it. What nobody asked for with the last key, or
// what is hidden behind another page, does not come up under somebody's fingers: it is offered.
func (m *Model) push(owner uint64, msg views.PushMsg) tea.Cmd {
	below := m.find(owner)
	if below == nil || m.cover == below {
		return nil
	}
	if below != m.front() || m.cause.itself || m.cause.at != m.inputs || m.cause.load && !msg.Asked {
		below.offer = msg.View
		return nil
	}
	p := m.pushed(below, msg.View)
	p.late = m.mono().Sub(m.lastKey) > wonder || msg.Unasked && p.box
	m.opened = m.mono()
	below.offer = nil
	m.pages = append(m.pages, p)
	return m.load(p)
}

// takeOffer opens what the page in front has offered.
func (m *Model) takeOffer() tea.Cmd {
	p := m.front()
	v := p.offer
	p.offer = nil
	m.pages = append(m.pages, m.pushed(p, v))
	return m.load(m.front())
}

// pop takes a pushed view away, with what lies over it, and gives its answer to the view that
// pushed it.
func (m *Model) pop(id uint64, answer tea.Msg) tea.Cmd {
	i := slices.IndexFunc(m.pages, func(p *page) bool { return p.id == id })
	if i < 0 || m.pages[i].owner == 0 {
		return nil
	}
	owner := m.pages[i].owner
	m.cut(i)
	return tea.Batch(m.deliver(owner, answer), m.fresh())
}

// fresh has the page that came to the front read again if something changed meanwhile.
func (m *Model) fresh() tea.Cmd {
	if p := m.front(); p != nil && p.stale && !p.box {
		return m.load(p)
	}
	return nil
}

// cut takes the pages from the n-th on off the stack. A screen that holds what no draft keeps
// is put where coming back finds it as it was.
func (m *Model) cut(n int) {
	rest := m.pages[n:]
	m.pages = m.pages[:n:n]
	for len(rest) > 0 {
		end := 1
		for end < len(rest) && rest[end].owner != 0 {
			end++
		}
		if rest[0].owner == 0 && holds(rest[:end]) {
			m.parked = append(m.parked, rest[:end]...)
		} else {
			closeAll(rest[:end])
		}
		rest = rest[end:]
	}
}

func closeAll(pages []*page) {
	for _, p := range pages {
		p.close()
	}
}

func holds(pages []*page) bool {
	return slices.ContainsFunc(pages, func(p *page) bool {
		h, ok := p.view.(views.Holder)
		return ok && h.Holds()
	})
}

// unpark puts back what was left at a place half typed; false when nothing was.
func (m *Model) unpark(r views.Route) bool {
	i := slices.IndexFunc(m.parked, func(p *page) bool { return p.owner == 0 && p.route == r })
	if i < 0 {
		return false
	}
	end := i + 1
	for end < len(m.parked) && m.parked[end].owner != 0 {
		end++
	}
	m.pages = append(m.pages, m.parked[i:end]...)
	m.parked = slices.Delete(m.parked, i, end)
	return true
}

// Close ends what the session has under way.
func (m *Model) Close() {
	closeAll(slices.Concat(m.pages, m.parked))
	if m.cover != nil {
		m.cover.close()
	}
}

// forget lets go of every page and what was to be done with it.
func (m *Model) forget() {
	m.Close()
	m.pages, m.parked, m.cover, m.locked, m.unkept = nil, nil, nil, false, false
	m.leaving, m.waiting, m.behind, m.held, m.work = nil, nil, nil, nil, nil
	m.toast.text = text.Message{}
}
