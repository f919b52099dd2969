package walkin

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What follows is about two desks: a visit that was changed or ended elsewhere while
// somebody looked for it, or wrote about it.

type (
	// lost is a visit that is not in today's queue, with the draft about it, if any.
	lost struct {
		visit hall.Consultation
		draft hall.Draft
		err   error
	}
	reread struct {
		visit hall.Consultation
		err   error
	}
	dropDraft struct{ id hall.DraftID }
)

// find reads a visit that the queue does not hold.
func (v *View) find(id hall.ConsultationID, draft hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		ctx := context.Background()
		var m lost
		if m.visit, m.err = desk.Visit(ctx, id); m.err == nil && draft != 0 {
			m.draft, m.err = desk.Draft(ctx, draft)
		}
		return m
	}
}

// lost says what became of a visit. One that still goes on, from another day, can be ended;
// a draft about one that is over is shown once more before it goes.
func (v *View) lost(m lost) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	row, say, t := hall.VisitRowOf(m.visit), v.env.Say, text.WalkIn
	if m.visit.State == hall.Started {
		return v.beginEnd(endOpened{row: row, visit: m.visit, draft: m.draft})
	}
	if m.draft.ID == 0 {
		return views.Toast(views.Warn, t.Over.With("who", m.visit.Who).With("state", text.ConsultState(m.visit.State)))
	}
	body := []string{v.name(row), say(t.Orphan)}
	for _, f := range []string{"advice", "terms", "reason", "to", "referral"} {
		if s := m.draft.Fields[f]; s != "" {
			body = append(body, "", widget.Cut(s, 300, v.env.Styles.Marks.More))
		}
	}
	return views.PushAsked(dialog.Confirm(v.env, say(text.DraftKind(m.draft.Kind)), body, say(t.Drop), say(t.KeepDraft), dropDraft{m.draft.ID}))
}

func (v *View) drop(m dropDraft) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		return done{say: text.WalkIn.Dropped, err: desk.DiscardDraft(context.Background(), m.id)}
	}
}

// see looks whether the visit that is written about still goes on.
func (e *endForm) see(rows []hall.VisitRow) {
	if e.busy || e.row.Number == 0 {
		return
	}
	for _, r := range rows {
		if r.ID == e.row.ID {
			e.over = r.State != hall.Started
			return
		}
	}
	e.over = true
}

// readAgain reads the visit anew after a conflict. What was typed stays in the form.
func (v *View) readAgain() tea.Cmd {
	desk, id := v.env.Desk, v.end.row.ID
	return func() tea.Msg {
		visit, err := desk.Visit(context.Background(), id)
		return reread{visit, err}
	}
}

func (v *View) reread(m reread) tea.Cmd {
	e := v.end
	switch {
	case errors.Is(m.err, hall.Refuse(hall.ErrNotFound)):
		e.over = true
		return views.Toast(views.Warn, text.WalkIn.OverNow)
	case m.err != nil:
		return views.Fail(m.err)
	}
	e.visit, e.over = m.visit, m.visit.State != hall.Started
	e.show()
	if e.over {
		return views.Toast(views.Warn, text.WalkIn.OverNow)
	}
	return views.Toast(views.Warn, text.WalkIn.Changed)
}
