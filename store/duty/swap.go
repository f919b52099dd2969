package duty

import (
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// AskSwap asks somebody to take a shift (换班), for one of his (For) or for none (代班). Who
// asks for himself has consented with that; the head may write down what two others want,
// and both still have to consent. Of s the shifts, With, Why and, for the head, Who count.
func (d *Desk) AskSwap(ctx context.Context, s hall.DutySwap) (hall.DutySwap, error) {
	return book.Write(ctx, d.Desk, hall.MayOwn, func(t *book.Tx) (out hall.DutySwap, _ error) {
		ask := hall.DutySwap{Duty: s.Duty, Who: s.Who, For: s.For, With: s.With, Why: strings.TrimSpace(s.Why), By: t.Actor.Name, At: t.Now}
		f := Of(t.Desk()).faces(t)
		if ask.Who.Name == "" {
			ask.Who = hall.RefOf(t.Actor)
		}
		for _, who := range []*hall.DutyRef{&ask.Who, &ask.With} {
			if who.Name == "" && who.ID == 0 {
				return out, hall.Refuse(hall.ErrRequired).In("with")
			}
			one, err := f.of(*who)
			if err != nil {
				return out, err
			}
			*who = one.ref
		}
		if ask.Who.Is(t.Actor) {
			ask.Consents[0] = hall.DutyWord{At: t.Now, By: t.Actor.Name}
		} else if err := t.Actor.Require(hall.MayPlan); err != nil {
			return out, err
		}
		if err := needReason(ask.Why); err != nil {
			return out, err
		}
		give, take, err := f.swapShifts(ask)
		if err != nil {
			return out, err
		}
		if err := maySwap(t, ask, give, take); err != nil {
			return out, err
		}
		if ask.Day = give.Day; ask.For != 0 {
			ask.ForDay = take.Day
		}
		return ask, asked(t, &ask)
	})
}

// asked writes a swap that waits for its consents.
func asked(t *book.Tx, s *hall.DutySwap) error {
	if err := Swaps.Put(t, s); err != nil {
		return err
	}
	return t.Log(hall.Entry{Deed: hall.DeedSwapAsk, Args: map[string]string{
		"name": s.Who.Name, "day": s.Day.String(), "names": s.With.Name, "reason": s.Why,
	}})
}

// maySwap refuses what the course of a shift, and the two who swap, stand against.
func maySwap(t *book.Tx, s hall.DutySwap, give, take hall.Shift) error {
	d := Of(t.Desk())
	open, err := d.openSwaps(t)
	if err != nil {
		return err
	}
	row := hall.DutyRow{Shift: give, Mine: s.Who.Is(t.Actor) && give.Has(s.Who)}
	for _, o := range open {
		switch {
		case o.Duty == give.ID || o.For == give.ID:
			row.Swap = o.ID
		case take.ID != 0 && (o.Duty == take.ID || o.For == take.ID):
			return hall.Refuse(hall.ErrSwapWaits).In("for")
		}
	}
	if bad := hall.Why(hall.ShiftCourse(), row, hall.OpSwap, t.Actor, t.Now); bad != nil {
		return bad.In("duty")
	}
	bar, err := d.barred(t, s, give, take)
	if err == nil && bar != nil {
		err = bar
	}
	return err
}

// swapBar says why a swap could not be done as things stand now; nil when it could.
func (d *Desk) swapBar(r book.Reader, f *faces, s hall.DutySwap) (*hall.Error, error) {
	give, take, err := f.swapShifts(s)
	if err != nil {
		return nil, err
	}
	return d.barred(r, s, give, take)
}

// barred says what stands against two shifts changing hands: of the shifts, and of each of
// the two on the day that he takes.
func (d *Desk) barred(r book.Reader, s hall.DutySwap, give, take hall.Shift) (*hall.Error, error) {
	if bad := hall.CheckSwap(s, give, take, hall.DayOf(d.Now())); bad != nil {
		return bad, nil
	}
	if s.Undoes != 0 {
		if bad := d.tooLate(give, take); bad != nil {
			return bad, nil
		}
	}
	f := d.faces(r)
	why, err := d.canTake(r, f, s.With, give.Day, give.ID, take.ID)
	if err == nil && why == nil && s.For != 0 {
		why, err = d.canTake(r, f, s.Who, take.Day, give.ID, take.ID)
	}
	return why, err
}

// swapShifts reads the two shifts of a swap, with the people on them by their present numbers.
func (f *faces) swapShifts(s hall.DutySwap) (give, take hall.Shift, err error) {
	if give, err = Shifts.Get(f.r, s.Duty); err != nil {
		return give, take, err
	}
	if s.For != 0 {
		if take, err = Shifts.Get(f.r, s.For); err != nil {
			return give, take, err
		}
	}
	for _, shift := range []*hall.Shift{&give, &take} {
		shift.People = slices.Clone(shift.People)
		for i, who := range shift.People {
			one, err := f.of(who)
			if err != nil {
				return give, take, err
			}
			one.ref.Name = who.Name
			shift.People[i] = one.ref
		}
	}
	return give, take, nil
}

// AnswerSwap gives a consent, or refuses. Each answers for himself; for whoever has no
// account (who says whom) somebody who plans takes it down. With both consents the shifts
// change hands in the same moment.
func (d *Desk) AnswerSwap(ctx context.Context, id hall.SwapID, rev uint64, who hall.DutyRef, yes bool, note string) (hall.DutySwap, error) {
	return book.Write(ctx, d.Desk, hall.MayOwn, func(t *book.Tx) (out hall.DutySwap, _ error) {
		s, err := Swaps.Get(t, id)
		if err != nil {
			return out, err
		}
		f := Of(t.Desk()).faces(t)
		side, err := answers(t, f, s, who, yes)
		switch {
		case err != nil:
			return out, err
		case s.Rev != rev:
			return out, hall.Refuse(hall.ErrConflict)
		}
		if err := tooLong(note, "note"); err != nil {
			return out, err
		}
		s.Consents[side] = hall.DutyWord{At: t.Now, By: t.Actor.Name, No: !yes}
		args := map[string]string{"name": [...]hall.DutyRef{s.Who, s.With}[side].Name, "day": s.Day.String()}
		deed := hall.DeedSwapSay
		switch {
		case !yes:
			s.State, s.Note, deed = hall.SwapRefused, note, hall.DeedSwapRefuse
			args["reason"] = note
		case s.Agreed():
			if err := swap(t, f, &s); err != nil {
				return out, err
			}
			deed, args["names"] = hall.DeedSwapDone, s.With.Name
		}
		if s.State != hall.SwapAsked {
			if err := tellOf(t, f, &s); err != nil {
				return out, err
			}
		}
		if err := Swaps.Put(t, &s); err != nil {
			return out, err
		}
		out = s
		return out, t.Log(hall.Entry{Deed: deed, Args: args})
	})
}

// answers is whose consent the actor gives: his own, or that of who is named; or why he cannot.
func answers(t *book.Tx, f *faces, s hall.DutySwap, who hall.DutyRef, yes bool) (int, error) {
	row, err := Of(t.Desk()).swapRow(t, f, s)
	if err != nil {
		return 0, err
	}
	op := map[bool]hall.Op{true: hall.OpConsent, false: hall.OpRefuse}[yes]
	for i, ref := range []hall.DutyRef{s.Who, s.With} {
		if who.Name != "" && who.Same(ref) && i != row.Side {
			row, op = row.As(i), map[bool]hall.Op{true: hall.OpConsentFor, false: hall.OpRefuseFor}[yes]
		}
	}
	if bad := hall.Why(hall.SwapCourse(), row, op, t.Actor, t.Now); bad != nil {
		return 0, bad
	}
	return row.Side, nil
}

// swapRow is a swap as the reader sees it: whose side is his, who answers himself, and, while
// it waits, what stands against it.
func (d *Desk) swapRow(r book.Reader, f *faces, s hall.DutySwap) (hall.SwapRow, error) {
	row := hall.SwapRow{DutySwap: s, Side: -1}
	for i, who := range []hall.DutyRef{s.Who, s.With} {
		one, err := f.of(who)
		if err != nil {
			return row, err
		}
		row.Own[i] = one.own
		if one.ref.Is(d.Actor) {
			row.Side = i
		}
	}
	var err error
	switch s.State {
	case hall.SwapAsked:
		row.Bar, err = d.swapBar(r, f, s)
	case hall.SwapDone:
		row.Bar, err = d.backBar(r, f, s.Back())
	}
	return row, err
}

// swap lets two shifts change hands.
func swap(t *book.Tx, f *faces, s *hall.DutySwap) error {
	give, take, err := f.swapShifts(*s)
	if err != nil {
		return err
	}
	s.State = hall.SwapDone
	if s.Undoes != 0 {
		if err := undone(t, s.Undoes); err != nil {
			return err
		}
	}
	if err := handTo(t, give, s.Who, s.With, s.Why); err != nil || s.For == 0 {
		return err
	}
	return handTo(t, take, s.With, s.Who, s.Why)
}

func handTo(t *book.Tx, shift hall.Shift, from, to hall.DutyRef, why string) error {
	was := slices.Clone(shift.People)
	for i, who := range shift.People {
		if who.Same(from) {
			shift.People[i] = to
		}
	}
	shift.Fixed = true
	shift.Changes = append(slices.Clip(shift.Changes), hall.DutyChange{
		At: t.Now, By: t.Actor.Name, What: hall.DutySwapped, From: shift.Day, To: shift.Day, Was: was, Now: shift.People, Reason: why,
	})
	return Shifts.Put(t, &shift)
}

// RecallSwap takes back a swap that was not answered yet: whoever asked, or who plans. What it gives back says
// who has to hear of it.
func (d *Desk) RecallSwap(ctx context.Context, id hall.SwapID, rev uint64) (hall.DutySwap, error) {
	return book.Write(ctx, d.Desk, hall.MayOwn, func(t *book.Tx) (hall.DutySwap, error) {
		s, err := Swaps.Get(t, id)
		if err != nil {
			return s, err
		}
		f := Of(t.Desk()).faces(t)
		row, err := Of(t.Desk()).swapRow(t, f, s)
		if err != nil {
			return s, err
		}
		if bad := hall.Why(hall.SwapCourse(), row, hall.OpRecall, t.Actor, t.Now); bad != nil {
			return s, bad
		}
		if s.Rev != rev {
			return s, hall.Refuse(hall.ErrConflict)
		}
		s.State = hall.SwapRecalled
		if err := tellOf(t, f, &s); err != nil {
			return s, err
		}
		if err := Swaps.Put(t, &s); err != nil {
			return s, err
		}
		return s, t.Log(hall.Entry{Deed: hall.DeedSwapRecall, Args: map[string]string{"day": s.Day.String()}})
	})
}

// lapse ends the swaps that were asked for a shift as it was: who is to answer was asked about
// another day.
func lapse(t *book.Tx, id hall.ShiftID) error {
	open, err := Of(t.Desk()).openSwaps(t)
	for _, s := range open {
		if err == nil && (s.Duty == id || s.For == id) {
			s.State = hall.SwapLapsed
			if err = tellOf(t, Of(t.Desk()).faces(t), &s); err == nil {
				err = Swaps.Put(t, &s)
			}
		}
	}
	return err
}

// mostTaken is how many days ahead a shift may lie that is taken for another.
const mostTaken = 92

// SwapTakes are the shifts that somebody could have taken from him for one that he takes, each with
// what stands against the two changing hands; the first is none: he stands in.
func (d *Desk) SwapTakes(ctx context.Context, give hall.ShiftID, who, with hall.DutyRef) ([]hall.SwapTake, error) {
	var out []hall.SwapTake
	err := d.Look(ctx, func(r book.Reader) error {
		out = nil
		shift, err := Shifts.Get(r, give)
		if err != nil {
			return err
		}
		f, today := d.faces(r), hall.DayOf(d.Now())
		his, err := d.shiftsOn(r, shift.Kind, with, today, today+mostTaken, f)
		if err != nil {
			return err
		}
		open, err := d.openSwaps(r)
		if err != nil {
			return err
		}
		for _, take := range append([]hall.Shift{{}}, his...) {
			s := hall.DutySwap{Duty: give, Who: who, For: take.ID, With: with}
			for _, ref := range []*hall.DutyRef{&s.Who, &s.With} {
				one, err := f.of(*ref)
				if err != nil {
					return err
				}
				*ref = one.ref
			}
			why, err := d.swapBar(r, f, s)
			if err != nil {
				return err
			}
			for _, o := range open {
				if take.ID != 0 && (o.Duty == take.ID || o.For == take.ID) {
					why = hall.Refuse(hall.ErrSwapWaits).In("for")
				}
			}
			out = append(out, hall.SwapTake{Shift: take, Why: why})
		}
		return nil
	})
	return out, err
}

// openSwaps lists the swaps that wait for an answer.
func (d *Desk) openSwaps(r book.Reader) ([]hall.DutySwap, error) {
	all, err := d.listedSwaps(r)
	return slices.DeleteFunc(all, func(s hall.DutySwap) bool { return s.State != hall.SwapAsked }), err
}

// listedSwaps lists them with those that have ended and that somebody has not heard of.
func (d *Desk) listedSwaps(r book.Reader) ([]hall.DutySwap, error) {
	var out []hall.DutySwap
	for p, err := range r.Range(bySwap.Table, kv.Span{}) {
		if err != nil {
			return nil, err
		}
		s, err := Swaps.Get(r, hall.SwapID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
