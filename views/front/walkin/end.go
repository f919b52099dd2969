package walkin

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	outcome "sizhen/views/dispute/ending"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// ending is what the form that ends a visit fills in.
type ending struct {
	end   hall.Ending
	visit hall.Consultation
	res   hall.IntakeResult
}

// end is the form that ends a visit: what was said, and where it leads.
func (v *view) end(r hall.VisitRow, from hall.Draft) *form.View[ending] {
	type R = ending
	stands := r.Stands(v.env.Today())
	rule := text.Words(text.Who(r.Who, r.Others), text.About(v.env.Settings, r.Type, r.Subject))
	if r.Against != "" {
		rule = text.Words(rule, against, text.Raw(r.Against))
	}
	fields := outcome.Fields(v.env.Settings, stands, func(e *R) *hall.Ending { return &e.end }, func(_ views.Session, e R, o hall.Outcome) text.Message {
		if bad := hall.VisitRowOf(e.visit).Leads(o); bad != nil {
			return text.Err(bad)
		}
		return text.Message{}
	})
	if r.Left(v.env.Today()) {
		fields = append(fields, overAt(v.env, r, func(e *R) *int { return &e.end.At }))
	}
	return form.New(v.env, form.Spec[R]{
		Title: endTitle.With("no", text.QueueOf(r, v.env.Today())).With("who", r.Who), Rule: rule, Yes: endYes,
		Fields: fields,
		Keep: form.Keep[R]{Kind: hall.DraftWalkIn, Form: formEnd, From: from, Visit: r.ID, Private: r.Confidential,
			Title: func(R) text.Message { return text.Raw(r.Who) }},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			c, err := s.Desk.Visit(ctx, r.ID)
			if bad := hall.Why(hall.WalkInCourse(), hall.VisitRowOf(c), hall.OpEnd, s.Actor, s.Now()); err == nil && bad != nil {
				err = bad
			}
			return R{visit: c, end: hall.Ending{At: c.ClosedAt(s.Settings, s.Calendar())}}, err
		},
		Check: func(s views.Session, e R) *hall.Error { return e.end.Whole(s.Settings).Check(s.Settings, s.Today()) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			var err error
			e.end = e.end.Whole(s.Settings)
			e.res, err = s.Desk.EndVisit(ctx, e.visit.ID, e.visit.Rev, draft, e.end)
			return e, err
		},
		Done: func(e R) text.Message { return e.said() },
	})
}

// overAt asks when the visit of a day before was over, on its own day; the hall's closing time is proposed.
func overAt[R any](env *views.Env, r hall.VisitRow, at func(*R) *int) *form.Field[R] {
	return form.Time(hall.FieldOver, overLabel.With("day", text.ShortDay(r.Day)), at).Required().Help(overHelp)
}

func (e ending) said() text.Message {
	if e.res.Number != "" {
		return caseOpen.With("no", e.res.Number)
	}
	return endedNow.With("who", e.visit.Who).With("what", text.Outcome(e.end.Outcome))
}

// ended asks whether the case is opened that came of a visit.
func (v *view) ended(e ending) tea.Cmd {
	body := openBody
	switch {
	case e.end.Outcome == hall.OnInCase && e.visit.Session == nil:
		body = goesOn
	case e.res.Case == e.visit.Case, e.end.Outcome == hall.TransferredOut, e.end.Outcome == hall.NotAccepted:
		return nil
	}
	return menu.Confirm(v.env, v.env.Say(e.said()), []string{v.env.Say(body)}, v.env.Say(openYes), func() tea.Cmd {
		return views.Go(views.Route{Screen: views.CaseFile, Case: e.res.Case})
	})
}
