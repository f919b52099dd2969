// Package ending asks where an intake or a walk-in leads: the outcome, and what that outcome needs.
package ending

import (
	"context"
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// Limits of what is typed, in characters.
const (
	shortText = 100
	longText  = 2000
)

// Fields are the questions of a form over R that say where something leads: the outcome, and what
// that outcome needs. why says why an outcome cannot be chosen now.
func Fields[R any](env *views.Env, end func(*R) *hall.Ending, outcomes []hall.Outcome, why func(views.Session, R, hall.Outcome) text.Message) []*form.Field[R] {
	t, s := text.Ending, env.Settings
	is := func(all ...hall.Outcome) func(R) bool {
		return func(r R) bool {
			for _, o := range all {
				if end(&r).Outcome == o {
					return true
				}
			}
			return false
		}
	}
	booked := is(hall.Booked)
	in := func(m hall.Mode) func(R) bool {
		return func(r R) bool { return booked(r) && end(&r).Mode == m }
	}
	str := func(at func(*hall.Ending) *string) func(*R) *string {
		return func(r *R) *string { return at(end(r)) }
	}
	hours := t.TimeHelp.With("a", text.Minutes(s.Open[0])).With("b", text.Minutes(s.Open[1])).With("c", text.Minutes(s.Open2[0])).With("d",
		text.Minutes(s.Open2[1]))
	return []*form.Field[R]{
		form.Enum("outcome", t.Outcome, func(r *R) *hall.Outcome { return &end(r).Outcome }, outcomes, text.Outcome).Required().Head().Barred(
			func(s views.Session, r R, key string) text.Message {
				n, _ := strconv.Atoi(key)
				return why(s, r, hall.Outcome(n))
			}),
		form.Notes("terms", t.Terms, longText, str(func(e *hall.Ending) *string { return &e.Terms })).If(is(hall.SettledOnSpot)).Help(t.OnSpotHelp),
		form.Money("settled", t.Amount, func(r *R) *int64 { return &end(r).Amount }).If(is(hall.SettledOnSpot)),
		form.Flag("performed", t.Performed, t.No, t.Yes, func(r *R) *bool { return &end(r).Performed }).If(is(hall.SettledOnSpot)),
		form.Day("day", t.Day, func(r *R) *hall.Day { return &end(r).Slot.Day }).Required().If(booked),
		form.Span("time", t.Time, func(r *R) (*int, *int) { return &end(r).Slot.From, &end(r).Slot.To }).Required().If(booked).Help(hours),
		form.Enum("mode", t.Mode, func(r *R) *hall.Mode { return &end(r).Mode }, []hall.Mode{hall.InRoom, hall.ByPhone, hall.ByVideo, hall.AtHome}, text.Mode).If(
			booked),
		form.Choice("room", t.Room, str(func(e *hall.Ending) *string { return &e.Room }), form.Rooms[R]).Required().If(in(hall.InRoom)),
		form.Text("place", t.Place, shortText, str(func(e *hall.Ending) *string { return &e.Place })).If(in(hall.AtHome)).Help(t.PlaceHelp),
		form.Pick("mediator", t.Mediator, 40, func(r *R) *hall.MediatorID { return &end(r).Mediator }, str(func(e *hall.Ending) *string { return &e.Mediated }),
			mediators).If(booked),
		form.Text("to", t.To, shortText, str(func(e *hall.Ending) *string { return &e.To })).Required().If(is(hall.TransferredOut)),
		form.Notes("reason", t.Reason, longText, str(func(e *hall.Ending) *string { return &e.Reason })).Rows(2).If(
			is(hall.TransferredOut, hall.NotAccepted, hall.JointProposed)),
		form.Text("referral", t.Referral, shortText, str(func(e *hall.Ending) *string { return &e.Referral })).If(is(hall.NotAccepted)).Help(t.ReferralHelp).Suggest(
			Referrals),
		form.Notes("advice", t.Advice, longText, str(func(e *hall.Ending) *string { return &e.Advice })).If(is(hall.AdviceOnly)),
	}
}

// mediators finds them by what stands of a name; nobody is offered before.
func mediators(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if q == "" {
		return nil, nil
	}
	rows, err := s.Desk.FindMediators(ctx, q, 0, 6)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.Village})
	}
	return out, err
}

// Referrals are where somebody is mostly sent.
func Referrals(_ context.Context, s views.Session, q string) ([]form.Found, error) {
	t := text.Ending
	var out []form.Found
	for _, m := range []text.Message{t.Court, t.Petition, t.Arbitration, t.Police} {
		if said := s.Say(m); strings.Contains(said, q) && said != q {
			out = append(out, form.Found{Label: said})
		}
	}
	return out, nil
}
