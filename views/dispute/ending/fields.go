// Package ending asks how a consultation ends, at the desk and with a mediator alike: what was said,
// where it leads, and what that outcome needs.
package ending

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// Limits of what is typed, in characters: a name with its place, a sentence or two, and what was
// talked about for half an hour.
const (
	shortText  = 100
	middleText = 300
	longText   = 2000
)

// Fields are the questions of a form over R that say where something leads from where somebody
// stands: the outcome, and what that outcome needs. What was said comes first where somebody was
// seen: it is the record of the visit. At the desk it is asked only where nothing else comes of it.
// why says why an outcome cannot be chosen now; nil: each can.
func Fields[R any](s hall.Settings, from hall.Led, end func(*R) *hall.Ending, why func(views.Session, R, hall.Outcome) text.Message) []*form.Field[R] {
	str := func(at func(*hall.Ending) *string) func(*R) *string { return func(r *R) *string { return at(end(r)) } }
	is := func(all ...hall.Outcome) func(R) bool {
		return func(r R) bool { return slices.Contains(all, end(&r).Outcome) }
	}
	outcomes := form.Enum("outcome", outcome, func(r *R) *hall.Outcome { return &end(r).Outcome }, hall.Outcomes(from), text.Outcome).Required().Head()
	if why != nil {
		outcomes.Barred(func(s views.Session, r R, key string) text.Message {
			n, _ := strconv.Atoi(key)
			return why(s, r, hall.Outcome(n))
		})
	}
	said := form.Notes("advice", Advice, longText, str(func(e *hall.Ending) *string { return &e.Advice }))
	out := []*form.Field[R]{said, outcomes}
	if from == hall.LedAtDesk {
		out = []*form.Field[R]{outcomes}
	}
	spot := is(hall.SettledOnSpot)
	out = append(out,
		form.Notes("terms", terms, longText, str(func(e *hall.Ending) *string { return &e.Terms })).If(spot).Help(onSpotHelp),
		form.Money("settled", amount, func(r *R) *int64 { return &end(r).Amount }).If(spot),
		form.YesNo("performed", performed, func(r *R) *bool { return &end(r).Performed }).If(spot),
	)
	out = append(append(out, slot(s, end, is(hall.Booked))...),
		To(func(r *R) *hall.BodyID { return &end(r).ToBody }, str(func(e *hall.Ending) *string { return &e.To })).If(is(hall.TransferredOut)),
		form.Notes(hall.FieldReason, reason, longText, str(func(e *hall.Ending) *string { return &e.Reason })).Rows(2).If(
			is(hall.TransferredOut, hall.NotAccepted, hall.JointProposed)),
		Referral(str(func(e *hall.Ending) *string { return &e.Referral })).If(is(hall.NotAccepted)),
	)
	if from == hall.LedAtDesk {
		out = append(out, said.If(is(hall.AdviceOnly)))
	}
	return out
}

// slot asks when, how and where the next time is, if one is booked.
func slot[R any](s hall.Settings, end func(*R) *hall.Ending, booked func(R) bool) []*form.Field[R] {
	in := func(m hall.Mode) func(R) bool { return func(r R) bool { return booked(r) && end(&r).Mode == m } }
	hours := timeHelp.With("a", text.Minutes(s.Open[0])).With("b", text.Minutes(s.Open[1])).With("c", text.Minutes(s.Open2[0])).With("d",
		text.Minutes(s.Open2[1]))
	asked := func(s views.Session, r R) hall.Slot {
		if !booked(r) {
			return hall.Slot{}
		}
		at := end(&r).Slot
		if at.From != 0 && at.To == 0 {
			at.To = at.From + s.Settings.Slot // as long as an appointment is
		}
		return at
	}
	return []*form.Field[R]{
		form.Day(hall.FieldDay, day, func(r *R) *hall.Day { return &end(r).Slot.Day }).Required().If(booked).Bookable(asked),
		form.Span(hall.FieldTime, time, func(r *R) (*int, *int) { return &end(r).Slot.From, &end(r).Slot.To }).Required().If(booked).Help(hours).Bookable(asked),
		form.Enum(hall.FieldMode, mode, func(r *R) *hall.Mode { return &end(r).Mode }, hall.Modes(), text.Mode).Given().If(booked),
		form.Choice(hall.FieldRoom, room, func(r *R) *string { return &end(r).Room }, form.Rooms[R]).Required().If(in(hall.InRoom)),
		form.Text(hall.FieldPlace, place, shortText, func(r *R) *string { return &end(r).Place }).If(in(hall.AtHome)).Help(placeHelp),
		form.Pick(hall.FieldMediator, mediator, 40, func(r *R) *hall.MediatorID { return &end(r).Mediator }, func(r *R) *string { return &end(r).Mediated },
			Mediators).If(booked).Help(mediatorHelp),
	}
}

// To asks who takes it over: a body on file, or whoever else is named.
func To[R any](body func(*R) *hall.BodyID, called func(*R) *string) *form.Field[R] {
	return form.Pick(hall.FieldTo, to, shortText, body, called, bodies).Free().Required().Help(referralHelp)
}

// Referral asks where somebody was told to go instead.
func Referral[R any](at func(*R) *string) *form.Field[R] {
	return form.Text("referral", referral, middleText, at).Required().Help(referralHelp).Suggest(referrals)
}

// Reason asks why something ends.
func Reason[R any](at func(*R) *string) *form.Field[R] {
	return form.Notes(hall.FieldReason, reason, longText, at).Rows(2).Required()
}

// Mediators finds them by what stands of a name; nobody is offered before.
func Mediators(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if q == "" {
		return nil, nil
	}
	rows, err := s.Desk.FindMediators(ctx, q, 0, form.Most+1)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.Village})
	}
	return form.Upto(out, form.Most), err
}

// bodies finds those that are asked.
func bodies(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	all, err := s.Desk.FindBodies(ctx, q, form.Most+1)
	var out []form.Found
	for _, b := range all {
		out = append(out, form.Found{ID: uint64(b.ID), Label: b.Name, Detail: b.Contact})
	}
	return form.Upto(out, form.Most), err
}

// referrals are where somebody is mostly sent.
func referrals(_ context.Context, s views.Session, q string) ([]form.Found, error) {
	var out []form.Found
	for _, m := range []text.Message{court, petition, arbitration, police} {
		if said := s.Say(m); strings.Contains(said, q) && said != q {
			out = append(out, form.Found{Label: said})
		}
	}
	return out, nil
}
