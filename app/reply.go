package app

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/views"
	"sizhen/views/house/signin"
	"sizhen/views/text"
)

// reply is what a command of a screen or a dialog came to, with the address of whoever
// asked. One whose asker is gone is dropped.
type reply struct {
	to  uint64
	as  purpose
	msg tea.Msg
	of  cause
}

// cause is what a command goes back to: the last key there was, or something that happened by
// itself: a timer, a change in the store.
type cause struct {
	at     uint64 // how many keys had come
	itself bool
	load   bool       // by way of a load
	who    hall.Actor // whose rights the command has
	work   *work      // to which a key's command counts until it is answered
}

// timed is a message that a timer brings.
type timed struct{ msg tea.Msg }

// later delivers a message once a time has passed.
func (m *Model) later(d time.Duration, msg tea.Msg) tea.Cmd { return m.o.After(d, timed{msg}) }

// untimed is a message as it is meant, and its cause.
func untimed(msg tea.Msg, of cause) (tea.Msg, cause) {
	if t, ok := msg.(timed); ok {
		return t.msg, cause{at: of.at, itself: true, who: of.who}
	}
	return msg, of
}

// purpose is what the command was for.
type purpose uint8

const (
	forAnswer purpose = iota // the screen or dialog asked by itself
	forLoad                  // the root asked it to load
	forLeave                 // the root asked it to keep what was typed; msg is kept
)

// address makes a command's messages replies to one screen or dialog.
func (m *Model) address(to uint64, as purpose, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return m.addressed(to, as, cmd, m.cause)
}

func (m *Model) addressed(to uint64, as purpose, cmd tea.Cmd, of cause) tea.Cmd {
	if cmd == nil {
		return nil
	}
	of.work.add(1)
	return func() tea.Msg {
		switch msg := m.call(cmd).(type) {
		case nil:
			if as == forLoad || of.work != nil {
				return reply{to, as, nil, of}
			}
			return nil
		case Timer: // nobody waits for it
			of.work.add(-1)
			of.work = nil
			return reply{to, as, msg, of}
		case tea.BatchMsg:
			batch := make(tea.BatchMsg, 0, len(msg))
			part := as
			for _, c := range msg {
				batch = append(batch, m.addressed(to, part, c, of))
				part = forAnswer // one load is answered once
			}
			of.work.add(-1)
			return batch
		default:
			meant, by := untimed(msg, of)
			if by.work == nil {
				of.work.add(-1)
			}
			return reply{to, as, meant, by}
		}
	}
}

// call runs a command; its panic becomes an error to show.
func (m *Model) call(cmd tea.Cmd) (out tea.Msg) {
	defer func() {
		if p := recover(); p != nil {
			m.o.Log.Error("panic in a command", "what", p, "stack", string(debug.Stack()))
			out = panicked{fmt.Errorf("panic: %v", p)}
		}
	}()
	return cmd()
}

// panicked is what a command came to that was not written for what it found.
type panicked struct{ err error }

// Failed keeps a view that was leaving.
func (p panicked) Failed() bool { return true }

// broken closes the page whose command panicked, with what lies over it: what it shows cannot be
// trusted. The first page of all stays: there is nothing below.
func (m *Model) broken(id uint64, err error) tea.Cmd {
	said := m.fail(id, err)
	i := slices.IndexFunc(m.pages, func(p *page) bool { return p.id == id })
	if i <= 0 {
		return said
	}
	return m.leave(i, func() tea.Cmd {
		m.cut(i)
		return tea.Batch(m.fresh(), said)
	})
}

// kept is everything that a Leave came to.
type kept []tea.Msg

func (k kept) failed() bool {
	for _, msg := range k {
		if f, can := msg.(interface{ Failed() bool }); can && f.Failed() {
			return true
		}
	}
	return false
}

// keep makes one reply of a Leave, however many commands it is: the screen may only go when
// the last of them is done.
func (m *Model) keep(to uint64, cmd tea.Cmd) tea.Cmd {
	of := m.cause
	return func() tea.Msg { return reply{to, forLeave, m.gather(cmd), of} }
}

func (m *Model) gather(cmd tea.Cmd) kept {
	if cmd == nil {
		return nil
	}
	switch msg := m.call(cmd).(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		var out kept
		for _, c := range msg {
			out = append(out, m.gather(c)...)
		}
		return out
	default:
		meant, _ := untimed(msg, cause{})
		return kept{meant}
	}
}

// Deferred takes what is to be delivered later out of its reply: when it is due, and how to
// deliver it. ok is false for any other message.
func Deferred(msg tea.Msg) (due time.Duration, deliver tea.Msg, ok bool) {
	switch msg := msg.(type) {
	case Timer:
		return msg.Due, msg.Msg, true
	case reply:
		if t, ok := msg.msg.(Timer); ok {
			meant, of := untimed(t.Msg, msg.of)
			return t.Due, reply{msg.to, msg.as, meant, of}, true
		}
		all, _ := msg.msg.(kept)
		for i, one := range all { // a Leave that takes its time
			if t, ok := one.(Timer); ok {
				all = slices.Clone(all)
				all[i], _ = untimed(t.Msg, msg.of)
				return t.Due, reply{msg.to, msg.as, all, msg.of}, true
			}
		}
	}
	return 0, nil, false
}

// Timer is what a command answers with whose message is to be delivered later: whoever runs the
// program waits for it, a test delivers it when it chooses. So a command is answered at once, and
// nobody takes one that waits for the time of day for one that works.
type Timer struct {
	Due time.Duration
	Msg tea.Msg
}

// answer delivers a reply, or does what it asks of the root.
func (m *Model) answer(r reply) tea.Cmd {
	m.cause = r.of
	m.cause.load = r.of.load || r.as == forLoad
	if r.as == forLeave {
		msgs, _ := r.msg.(kept)
		return m.left(r.to, msgs)
	}
	cmd := m.deliver(r.to, r.msg)
	r.of.work.add(-1) // what it asks for in turn is counted by now
	if p := m.find(r.to); p != nil && r.as == forLoad {
		cmd = tea.Batch(cmd, m.loaded(p))
	}
	return cmd
}

func (m *Model) deliver(to uint64, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nil:
		return nil
	case views.GoMsg:
		return m.goTo(msg.To)
	case views.BackMsg:
		return m.backFrom(to)
	case views.ToastMsg:
		return m.tell(to, msg.Level, msg.Text)
	case views.FailMsg:
		return m.fail(to, msg.Err)
	case panicked:
		return m.broken(to, msg.err)
	case views.PushMsg:
		return m.push(to, msg)
	case views.PopMsg:
		return m.pop(to, msg.Answer)
	case views.FinishMsg:
		m.result = msg.Result
		return tea.Quit
	case signin.Done:
		return m.signedIn(msg)
	case command:
		return m.command(msg)
	}
	if p := m.find(to); p != nil {
		return m.address(to, forAnswer, p.view.Update(msg))
	}
	return nil
}

// load has a screen read what it shows. While it reads, a further wish waits: replies never
// overtake one another.
func (m *Model) load(p *page) tea.Cmd {
	if p.loading {
		p.again = true
		return nil
	}
	p.stale = false
	cmd := m.address(p.id, forLoad, p.view.Load())
	p.loading = cmd != nil
	return cmd
}

func (m *Model) loaded(p *page) tea.Cmd {
	p.loading = false
	if !p.again {
		return nil
	}
	p.again = false
	return m.load(p)
}

// fail says an error: a refusal in its own words, anything else with a short id under which
// the log has it whole.
func (m *Model) fail(from uint64, err error) tea.Cmd {
	if err == nil {
		return nil
	}
	var spoken interface{ Say() text.Message }
	if errors.As(err, &spoken) {
		return m.tell(from, views.Warn, spoken.Say())
	}
	if refused := m.cause.who; refused.Staff == m.env.Actor.Staff && refused != m.env.Actor && errors.Is(err, hall.Refuse(hall.ErrForbidden)) {
		return nil // asked with the rights there were before; the page has been read again since
	}
	if (errors.Is(err, hall.Refuse(hall.ErrSuspended)) || errors.Is(err, hall.Refuse(hall.ErrForbidden))) && m.cover == nil && m.env.Desk != nil {
		return m.takeOver(from, err) // the account may have been changed, or switched off, meanwhile
	}
	if errors.Is(err, kv.ErrMoved) {
		return m.looked(looked{err})
	}
	if text.Known(err) {
		if refused := (*hall.Error)(nil); !errors.As(err, &refused) { // the words leave out what an administrator wants to know
			m.o.Log.Error("store", "error", err)
		}
		return m.tell(from, views.Warn, text.Err(err))
	}
	m.faults++
	id := fmt.Sprintf("%s-%d", m.env.Now().Format("0102-1504"), m.faults)
	m.o.Log.Error("unexpected", "id", id, "error", err)
	return m.tell(from, views.Fault, text.Unexpected(id))
}
