package walkin

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// asked is a question for a reason. Its form is kept until the answer was taken, so that
// neither Esc nor a refusal loses what was typed.
type asked struct {
	row  hall.VisitRow
	what string
}

func (a asked) key() string { return fmt.Sprint(a.what, a.row.ID) }

func (a asked) title() text.Message {
	if a.what == "urgent" {
		return text.WalkIn.UrgentTitle
	}
	return text.WalkIn.GoneTitle
}

// answered is what the form was filled in with.
type answered struct {
	asked
	reason string
}

// askWhy opens the form, as it was left if it was opened before.
func (v *View) askWhy(a asked) tea.Cmd {
	form := v.forms[a.key()]
	if form == nil {
		form = widget.NewForm(v.env.Styles, dialog.Words(v.env), []widget.Item{
			{ID: "reason", Label: v.env.Say(text.WalkIn.Why), Kind: widget.Notes, Rows: 2, Max: 300, Required: true},
		})
		v.forms[a.key()] = form
	}
	title := v.name(a.row) + "  " + v.env.Say(a.title())
	return views.Open(dialog.Ask(v.env.Styles, title, "", form, func(vs map[string]string) tea.Msg {
		return answered{a, strings.TrimSpace(vs["reason"])}
	}))
}

func (v *View) answered(m answered) tea.Cmd {
	desk, ctx := v.env.Desk, context.Background()
	return func() tea.Msg {
		out := done{from: m.asked}
		if m.what == "urgent" {
			out.say, out.err = text.WalkIn.Urgent.With("who", m.row.Who), desk.MakeUrgent(ctx, m.row.ID, m.reason)
		} else {
			out.say, out.err = text.WalkIn.Left.With("who", m.row.Who), desk.GoneAway(ctx, m.row.ID, m.reason)
		}
		return out
	}
}

// done takes what an operation came to. A refusal is said and the list read again: it may
// come of what somebody did at another desk. One that belongs to the typed reason stands
// under it.
func (v *View) done(m done) tea.Cmd {
	if m.err == nil {
		delete(v.forms, m.from.key())
		return views.Toast(views.Done, m.say)
	}
	var bad *hall.Error
	if form := v.forms[m.from.key()]; form != nil && (!errors.As(m.err, &bad) || form.Has(bad.Field)) {
		if bad != nil {
			form.SetError(bad.Field, v.env.Say(text.Err(bad)))
		}
		return tea.Batch(v.Load(), v.askWhy(m.from), views.Fail(m.err))
	}
	return tea.Batch(v.Load(), views.Fail(m.err))
}
