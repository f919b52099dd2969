package app

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/house/palette"
	"sizhen/views/house/signin"
	"sizhen/views/text"
)

// command is what the palette asks of the root.
type command uint8

const (
	cmdLanguage command = iota + 1
	cmdLock
	cmdSignOut
	cmdQuit
	cmdRescue
	cmdDiscard
)

// signIn covers the screen until somebody has signed in.
func (m *Model) signIn() tea.Cmd {
	m.env.Desk, m.env.Actor = nil, hall.Actor{}
	m.forget()
	return m.covered(func(env *views.Env) views.View { return signin.New(env, m.o.Store, m.toggle) })
}

// lock covers the screen, by itself when nobody has been there for long; what is behind it
// stays as it is, and what was typed is kept.
func (m *Model) lock(alone bool) tea.Cmd {
	if m.cover != nil || m.env.Desk == nil {
		return nil
	}
	cover := func() tea.Cmd {
		who := m.env.Actor
		m.locked = true
		return m.covered(func(env *views.Env) views.View { return signin.Locked(env, m.o.Store, m.toggle, who, alone) })
	}
	if l := m.leaving; l != nil { // a page is on its way out: whatever comes of it
		then := l.then
		m.waiting, l.otherwise = nil, cover
		l.then = func() tea.Cmd { return tea.Batch(then(), cover()) }
		return nil
	}
	return m.leaveNext(m.from(m.base()), cover, cover)
}

func (m *Model) covered(open func(*views.Env) views.View) tea.Cmd {
	m.hush()
	m.cover = m.newPage(views.Route{}, open)
	return m.load(m.cover)
}

// signedIn lets in who has signed in, and says which wrong passwords were given on the account before.
func (m *Model) signedIn(d signin.Done) tea.Cmd {
	cmd := m.enter(d)
	if d.Tries.Wrong == 0 || m.cover != nil {
		return cmd
	}
	said := text.SignIn.Tried.With("n", d.Tries.Wrong).With("when", text.Stamp(d.Tries.Last))
	if t := m.toast; t.fresh && !t.text.IsZero() {
		said = text.Raw("{tries}\n{more}").With("tries", said).With("more", t.text)
	}
	return tea.Batch(cmd, m.say(views.Warn, said))
}

// enter goes on where the person was, or at the board for somebody else.
func (m *Model) enter(d signin.Done) tea.Cmd {
	m.awake()
	if m.locked && m.unkept && d.Actor != m.env.Actor {
		return m.say(views.Warn, unkeptWarning.With("who", m.env.Actor.Name))
	}
	if m.locked && d.Actor == m.env.Actor {
		m.cover.close()
		m.cover, m.locked, m.unkept = nil, false, false
		return tea.Batch(m.changed(Changed{}), m.resume())
	}
	return m.begin(d.Actor)
}

// tookOver is how a person's account stands now, after it was changed or something was refused.
type tookOver struct {
	was   hall.Actor
	now   hall.Actor
	err   error
	after error // what was refused
	from  uint64
}

// takeOver looks at the signed-in person's account: roles that were changed count at once, in a
// session that goes on.
func (m *Model) takeOver(from uint64, after error) tea.Cmd {
	was, st := m.env.Actor, m.o.Store
	return func() tea.Msg {
		now, err := st.ActorNow(context.Background(), was)
		return tookOver{was, now, err, after, from}
	}
}

func (m *Model) tookOver(t tookOver) tea.Cmd {
	switch {
	case m.env.Desk == nil || m.env.Actor != t.was:
		return nil // somebody else sits here by now
	case errors.Is(t.err, hall.Refuse(hall.ErrSuspended)) && m.cover == nil && m.o.Only == nil: // switched off meanwhile: nothing more is shown
		return tea.Batch(m.signIn(), m.say(views.Warn, text.Err(t.err)))
	case t.err != nil || t.now == t.was:
		if t.after != nil {
			return m.tell(t.from, views.Warn, text.Err(t.after))
		}
		return nil
	}
	m.env.Actor, m.env.Desk = t.now, m.o.Store.Desk(t.now)
	m.cause.who = t.now
	m.share()
	cmds := []tea.Cmd{m.say(views.Done, text.Root.RolesNow.With("who", text.Actor(t.now)))}
	if p := m.front(); p != nil && m.cover == nil && !m.barred(m.pages[m.base()].route.Screen).IsZero() {
		return tea.Batch(append(cmds, m.goTo(views.Route{Screen: views.Board}))...) // what may not be read any more is not left standing
	} else if p != nil {
		p = m.pages[m.bare()]
		p.loading = false
		cmds = append(cmds, m.load(p))
	}
	return tea.Batch(cmds...)
}

func (m *Model) toggle() {
	m.env.Lang = 1 - m.env.Lang
	m.share()
}

func (m *Model) command(c command) tea.Cmd {
	switch c {
	case cmdLanguage:
		m.toggle()
		if p := m.front(); p != nil {
			return m.load(p)
		}
	case cmdLock:
		return m.lock(false)
	case cmdSignOut:
		return m.leave(m.base(), m.signIn)
	case cmdQuit:
		return m.stop()
	case cmdRescue:
		return m.rescue()
	case cmdDiscard:
		return m.toView(m.front(), discardKey)
	}
	return nil
}

// discardKey throws away what is written in the form in front.
var discardKey = tea.KeyPressMsg{Code: 'd', Mod: tea.ModCtrl}

// discards is how the form in front is thrown away; ok is false where there is none.
func (m *Model) discards() (it palette.Item, ok bool) {
	for _, a := range m.front().view.Actions() {
		if a.Run != nil && slices.Contains(a.Key.Keys(), discardKey.Keystroke()) {
			return palette.Item{Name: a.Name.Upfront(), Also: discardAlso, Key: a.Key.Help().Key, Why: a.Reason(), Msg: cmdDiscard}, true
		}
	}
	return it, false
}

// commands lists what Ctrl-P finds.
func (m *Model) commands() []palette.Item {
	var out []palette.Item
	if m.lost && m.o.Rescue != nil {
		out = append(out, palette.Item{Name: saveAll, Msg: cmdRescue})
	}
	for _, p := range table() {
		if _, ok := m.screens[p.screen]; ok && !p.inside {
			out = append(out, palette.Item{Name: p.title, Also: p.also, Key: p.shown, Why: m.barred(p.screen),
				Msg: views.GoMsg{To: views.Route{Screen: p.screen}}})
		}
	}
	for _, c := range []struct {
		name text.Message
		key  string
		cmd  command
	}{
		{text.Root.Language, "", cmdLanguage}, {text.Root.Lock, "Ctrl-L", cmdLock},
		{text.Root.SignOut, "", cmdSignOut}, {text.Root.Quit, "Ctrl-C", cmdQuit},
	} {
		out = append(out, palette.Item{Name: c.name.Upfront(), Key: c.key, Msg: c.cmd})
	}
	if it, ok := m.discards(); ok {
		out = append(out, it)
	}
	return slices.Clip(out)
}

// barred is who to ask for a screen that is not for the signed-in person; empty when it is.
func (m *Model) barred(s views.Screen) text.Message {
	var refused *hall.Error
	if need := placeOf(s).need; need != hall.MayNothing {
		errors.As(m.env.Actor.Require(need), &refused)
	}
	return text.Short(refused)
}

// globals lists the keys that mean the same everywhere, for help.
func (m *Model) globals() []views.Action {
	leave := []views.Action{
		{Key: views.Key("Esc", "esc"), Name: text.Root.Back},
		{Key: views.Key("Ctrl-C", "ctrl+c"), Name: text.Root.Quit},
	}
	if m.o.Only != nil { // there is no other place
		return leave
	}
	var out []views.Action
	for _, p := range m.places() {
		if m.barred(p.screen).IsZero() {
			out = append(out, views.Action{Key: views.Key(p.shown, p.key()), Name: p.title})
		}
	}
	return append(append(out,
		views.Action{Key: views.Key("Ctrl-P", "ctrl+p"), Name: text.Root.Palette},
		views.Action{Key: views.Key("Ctrl-F", "ctrl+f"), Name: text.Root.Find},
		views.Action{Key: views.Key("Ctrl-L", "ctrl+l"), Name: text.Root.Lock},
	), leave...)
}
