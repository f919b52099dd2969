package walkin

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	outcome "sizhen/views/ending"
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
	outcomes := hall.Outcomes(hall.LedSeen)
	if r.Case != 0 {
		outcomes = hall.Outcomes(hall.LedOnCase)
	}
	rule := text.Words(text.Who(r.Who, r.Others), text.About(v.env.Settings, r.Type, r.Subject))
	if r.Against != "" {
		rule = text.Words(rule, against, text.Raw(r.Against))
	}
	return form.New(v.env, form.Spec[R]{
		Title: endTitle.With("no", queueNumber(r.Number)).With("who", r.Who), Rule: rule, Fields: endFields(v.env.Settings, outcomes), Yes: endYes,
		Keep: form.Keep[R]{Kind: hall.DraftWalkIn, Form: formEnd, From: from, Visit: r.ID, Private: r.Confidential,
			Title: func(R) text.Message { return text.Raw(r.Who) }},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			c, err := s.Desk.Visit(ctx, r.ID)
			if bad := hall.Why(hall.WalkInCourse(), hall.VisitRowOf(c), hall.OpEnd, s.Actor, s.Now()); err == nil && bad != nil {
				err = bad
			}
			return R{visit: c}, err
		},
		Check: func(s views.Session, e R) *hall.Error { return e.asked(s.Settings).Check(s.Settings, s.Today()) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			var err error
			e.end = e.asked(s.Settings)
			e.res, err = s.Desk.EndVisit(ctx, e.visit.ID, e.visit.Rev, draft, e.end)
			return e, err
		},
		Done: func(e R) text.Message { return e.said() },
	})
}

// asked is the ending with what follows where nobody said: how long an appointment is.
func (e ending) asked(s hall.Settings) hall.Ending {
	out := e.end
	if out.Slot.From != 0 && out.Slot.To == 0 {
		out.Slot.To = out.Slot.From + s.Slot
	}
	return out
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

// endFields are the form's questions. What was said to the visitor is always asked: it is the
// record of the visit.
func endFields(s hall.Settings, outcomes []hall.Outcome) []*form.Field[ending] {
	type R = ending
	t := text.Ending
	is := func(all ...hall.Outcome) func(R) bool {
		return func(e R) bool {
			for _, o := range all {
				if e.end.Outcome == o {
					return true
				}
			}
			return false
		}
	}
	booked := is(hall.Booked)
	in := func(m hall.Mode) func(R) bool { return func(e R) bool { return booked(e) && e.end.Mode == m } }
	hours := t.TimeHelp.With("a", text.Minutes(s.Open[0])).With("b", text.Minutes(s.Open[1])).With("c", text.Minutes(s.Open2[0])).With("d",
		text.Minutes(s.Open2[1]))
	return []*form.Field[R]{
		form.Notes("advice", t.Advice, 2000, func(e *R) *string { return &e.end.Advice }),
		form.Enum("outcome", t.Outcome, func(e *R) *hall.Outcome { return &e.end.Outcome }, outcomes, text.Outcome).Required(),
		form.Notes("terms", t.Terms, 2000, func(e *R) *string { return &e.end.Terms }).If(is(hall.SettledOnSpot)).Help(t.OnSpotHelp),
		form.Money("settled", t.Amount, func(e *R) *int64 { return &e.end.Amount }).If(is(hall.SettledOnSpot)),
		form.Flag("performed", t.Performed, t.No, t.Yes, func(e *R) *bool { return &e.end.Performed }).Given().If(is(hall.SettledOnSpot)),
		form.Day(hall.FieldDay, t.Day, func(e *R) *hall.Day { return &e.end.Slot.Day }).Required().If(booked),
		form.Span(hall.FieldTime, t.Time, func(e *R) (*int, *int) { return &e.end.Slot.From, &e.end.Slot.To }).Required().If(booked).Help(hours),
		form.Enum(hall.FieldMode, t.Mode, func(e *R) *hall.Mode { return &e.end.Mode }, hall.Modes(), text.Mode).Given().If(booked),
		form.Choice(hall.FieldRoom, t.Room, func(e *R) *string { return &e.end.Room }, form.Rooms[R]).Required().If(in(hall.InRoom)),
		form.Text(hall.FieldPlace, t.Place, 60, func(e *R) *string { return &e.end.Place }).If(in(hall.AtHome)).Help(t.PlaceHelp),
		form.Pick(hall.FieldMediator, t.Mediator, 40, func(e *R) *hall.MediatorID { return &e.end.Mediator }, func(e *R) *string { return &e.end.Mediated },
			mediators).If(booked).Help(t.MediatorHelp),
		form.Text(hall.FieldTo, t.To, 60, func(e *R) *string { return &e.end.To }).If(is(hall.TransferredOut)),
		form.Notes(hall.FieldReason, t.Reason, 1000, func(e *R) *string { return &e.end.Reason }).Rows(2).If(
			is(hall.TransferredOut, hall.NotAccepted, hall.JointProposed)),
		form.Text("referral", t.Referral, 100, func(e *R) *string { return &e.end.Referral }).If(is(hall.NotAccepted)).Help(t.ReferralHelp).Suggest(
			outcome.Referrals),
	}
}

func mediators(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	rows, err := s.Desk.FindMediators(ctx, q, 0, 9)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.Village})
	}
	return out, err
}
