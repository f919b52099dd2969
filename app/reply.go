package app

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/signin"
	"sizhen/views/text"
)

// reply is what a command of a screen or a dialog came to, with the address of whoever
// asked. One whose asker is gone is dropped.
type reply struct {
	to   uint64
	load bool
	msg  tea.Msg
}

// address makes a command's messages replies to one screen or dialog.
func (m *Model) address(to uint64, load bool, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (out tea.Msg) {
		defer func() {
			if p := recover(); p != nil {
				m.o.Log.Error("panic in a command", "what", p, "stack", string(debug.Stack()))
				out = reply{to, load, views.FailMsg{Err: fmt.Errorf("panic: %v", p)}}
			}
		}()
		switch msg := cmd().(type) {
		case nil:
			if load {
				return reply{to, load, nil}
			}
			return nil
		case tea.BatchMsg:
			batch := make(tea.BatchMsg, 0, len(msg))
			for i, c := range msg {
				batch = append(batch, m.address(to, load && i == 0, c))
			}
			return batch
		default:
			return reply{to, load, msg}
		}
	}
}

// Deferred takes a message that After made in a test out of its reply: when it is due, and
// how to deliver it. ok is false for any other message.
func Deferred(msg tea.Msg) (due time.Duration, deliver tea.Msg, ok bool) {
	switch msg := msg.(type) {
	case Timer:
		return msg.Due, msg.Msg, true
	case reply:
		if t, ok := msg.msg.(Timer); ok {
			return t.Due, reply{msg.to, msg.load, t.Msg}, true
		}
	}
	return 0, nil, false
}

// Timer is a message to be delivered later; tests make After return it and deliver it when
// they choose.
type Timer struct {
	Due time.Duration
	Msg tea.Msg
}

func (m *Model) find(id uint64) *page {
	if m.cover != nil && m.cover.id == id {
		return m.cover
	}
	for _, p := range m.pages {
		if p.id == id {
			return p
		}
	}
	return nil
}

// answer delivers a reply, or does what it asks of the root.
func (m *Model) answer(r reply) tea.Cmd {
	var cmds []tea.Cmd
	if p := m.find(r.to); p != nil && r.load {
		cmds = append(cmds, m.loaded(p))
	}
	if l := m.leaving; l != nil && l.id == r.to {
		return tea.Batch(append(cmds, m.left(r.msg))...)
	}
	return tea.Batch(append(cmds, m.deliver(r.to, r.msg))...)
}

func (m *Model) deliver(to uint64, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nil:
		return nil
	case views.GoMsg:
		return m.goTo(msg.To)
	case views.BackMsg:
		return m.back()
	case views.ToastMsg:
		return m.say(msg.Level, msg.Text)
	case views.FailMsg:
		return m.fail(msg.Err)
	case views.OpenMsg:
		return m.openDialog(to, msg.Dialog)
	case views.CloseMsg:
		return m.closeDialog(to, msg.Answer)
	case views.FinishMsg:
		m.result = msg.Result
		return tea.Quit
	case signin.Done:
		return m.signedIn(msg)
	case command:
		return m.command(msg)
	}
	for _, l := range m.layers {
		if l.id == to {
			return m.address(to, false, l.dialog.Update(msg))
		}
	}
	if p := m.find(to); p != nil {
		return m.address(to, false, p.view.Update(msg))
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
	cmd := m.address(p.id, true, p.view.Load())
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
func (m *Model) fail(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	var spoken interface{ Say() text.Message }
	if errors.As(err, &spoken) {
		return m.say(views.Warn, spoken.Say())
	}
	if text.Known(err) {
		return m.say(views.Warn, text.Err(err))
	}
	m.faults++
	id := fmt.Sprintf("%s-%d", m.env.Now().Format("0102-1504"), m.faults)
	m.o.Log.Error("unexpected", "id", id, "error", err)
	return m.say(views.Fault, text.Unexpected(id))
}
