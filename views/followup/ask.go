package followup

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The small questions. Their forms are kept until the answer was taken, so that neither Esc
// nor a refusal loses what was typed.

type (
	cancel struct {
		id  hall.ConsultationID
		why string
	}
	// done is what an operation came to; again asks once more after a refusal.
	done struct {
		say   text.Message
		err   error
		form  string
		again func() tea.Cmd
		goTo  views.Route
	}
)

func (v *View) form(name string, items ...widget.Item) *widget.Form {
	return dialog.FormOf(v.env, v.forms, name, items)
}

// askMessage takes the messages of the small questions; false for others.
func (v *View) askMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case cancel:
		return v.cancel(m), true
	case caseful:
		return v.begin(doPlan, m.id, 0), true
	}
	return nil, false
}

// done takes what an operation came to. A refusal may come of what somebody did at another
// desk: it is read again, and what was typed is asked for again.
func (v *View) done(m done) tea.Cmd {
	if m.err == nil {
		delete(v.forms, m.form)
		cmds := []tea.Cmd{v.Load(), views.Toast(views.Done, m.say)}
		if m.goTo.Screen != "" {
			cmds = append(cmds, views.Go(m.goTo))
		}
		return tea.Batch(cmds...)
	}
	var bad *hall.Error
	errors.As(m.err, &bad)
	cmds := []tea.Cmd{v.Load(), views.Fail(m.err)}
	if f := v.forms[m.form]; f != nil && m.again != nil {
		if bad != nil {
			f.SetError(bad.Field, v.env.Say(text.Err(bad)))
		}
		cmds = append(cmds, m.again())
	}
	return tea.Batch(cmds...)
}

func (v *View) askCancel() tea.Cmd {
	t, say, id := text.FollowForm, v.env.Say, v.file.Consultation.ID
	f := v.form("cancel "+keyOf(id), widget.Item{ID: "reason", Label: say(t.CancelWhy), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	return views.Open(dialog.Ask(v.env.Styles, say(t.CancelTitle), v.whom(hall.VisitRowOf(v.file.Consultation)), f, func(vs map[string]string) tea.Msg {
		return cancel{id, strings.TrimSpace(vs["reason"])}
	}))
}

func (v *View) cancel(m cancel) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		err := desk.CancelAppointment(context.Background(), m.id, m.why)
		return done{say: text.FollowForm.CancelledNow, err: err, form: "cancel " + keyOf(m.id)}
	}
}
