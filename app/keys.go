package app

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/house/help"
	"sizhen/views/house/palette"
	"sizhen/views/text"
)

// offerKey opens what the page in front offers.
const offerKey = "ctrl+y"

// A box that opens long after the key that asked for it (wonder) comes as a surprise: it takes
// no key until somebody has paused (breath).
const (
	wonder = 300 * time.Millisecond
	breath = 400 * time.Millisecond
)

// take brings a key or a paste to where it belongs: the keys that mean the same everywhere, the
// actions of the page in front, the page.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	m.inputs++
	m.cause = cause{at: m.inputs, who: m.env.Actor}
	k, isKey := msg.(tea.KeyPressMsg)
	stroke := ""
	if isKey {
		k = halfWidth(k)
		msg = k
		stroke = k.Keystroke()
		m.stayed(stroke)
	}
	m.asks(stroke)
	if stroke == "ctrl+c" { // even while a screen is leaving and takes its time
		return m.interrupt()
	}
	if m.leaving != nil && stroke == "ctrl+l" {
		return m.lock(false)
	}
	if m.leaving != nil {
		return m.wait(func() tea.Cmd { return m.take(msg) })
	}
	if isKey {
		m.toast.key()
	}
	if m.small() {
		return m.say(views.Warn, text.Root.SmallKey) // nothing can be seen: nothing is done
	}
	if m.cover != nil {
		return m.toView(m.cover, msg)
	}
	p := m.front()
	if p == nil {
		return nil
	}
	if m.tooEarly(p) {
		return m.say(views.Warn, text.Root.JustOpened)
	}
	if stroke == offerKey && p.offer != nil {
		return m.takeOffer()
	}
	if cmd, ok := m.global(stroke); ok {
		return cmd
	}
	return m.toView(p, msg)
}

// tooEarly reports whether a key came for a page that nobody can have read yet.
func (m *Model) tooEarly(p *page) bool {
	if !p.late {
		return false
	}
	early := m.mono().Sub(m.opened) < breath
	m.opened, p.late = m.mono(), early
	return early
}

func (m *Model) goPlace(p place) tea.Cmd {
	if why := m.barred(p.screen); !why.IsZero() {
		return m.say(views.Warn, text.Root.NotYours.With("screen", p.title).With("why", why))
	}
	if !m.at(p.screen) {
		m.toast.text = text.Message{} // it was said of the screen that is left
	}
	return m.goTo(views.Route{Screen: p.screen})
}

// global acts on a key that means the same on every screen.
func (m *Model) global(stroke string) (tea.Cmd, bool) {
	if stroke == "" || m.o.Only != nil && stroke != "f1" {
		return nil, false
	}
	for _, p := range m.places() {
		if p.key() == stroke {
			return m.goPlace(p), true
		}
	}
	ours := m.front().ours // which its own key closes
	switch stroke {
	case "f1":
		if ours {
			return nil, false
		}
		return m.ownBox(help.New(m.env, m.front().view, m.globals())), true
	case "ctrl+p":
		if ours {
			return nil, false
		}
		return m.ownBox(palette.New(m.env, m.commands())), true
	case "ctrl+f":
		return m.goPlace(place{screen: views.Search}), true
	case "ctrl+l":
		return m.lock(false), true
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

// ownBox opens a box of the root's own, in the place of another one: leaving it loses nothing.
func (m *Model) ownBox(v views.View) tea.Cmd {
	if n := len(m.pages) - 1; m.pages[n].ours {
		m.cut(n)
	}
	p := m.pushed(m.front(), v)
	p.ours = true
	m.pages = append(m.pages, p)
	return m.load(p)
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
	if m.typing && !isFunction(stroke) || k.Text == "" && stroke != "enter" && k.Mod&tea.ModCtrl == 0 && !isFunction(stroke) {
		return m.address(p.id, forAnswer, p.view.Update(msg))
	}
	before := m.Frame().String()
	cmd := p.view.Update(msg)
	if cmd == nil && m.Frame().String() == before {
		return m.say(views.Slip, text.Root.NoMeaning) // a key that means nothing is not passed over in silence
	}
	return m.address(p.id, forAnswer, cmd)
}

// isFunction reports whether a key is one of F1 to F12: none of them types anything.
func isFunction(stroke string) bool {
	return len(stroke) > 1 && stroke[0] == 'f' && stroke[1] >= '1' && stroke[1] <= '9'
}

// escape goes back: within the screen first, then out of it.
func (m *Model) escape(p *page) tea.Cmd {
	if p.box { // a box closes itself
		return m.address(p.id, forAnswer, p.view.Update(tea.KeyPressMsg{Code: tea.KeyEscape}))
	}
	if b, ok := p.view.(views.Backer); ok {
		if cmd, stayed := b.Back(); stayed {
			return m.address(p.id, forAnswer, cmd)
		}
	}
	return m.back()
}
