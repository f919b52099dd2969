package store

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
	return change(ctx, d, hall.MayOwn, func(t *tx) (out hall.DutySwap, _ error) {
		ask := hall.DutySwap{Duty: s.Duty, Who: s.Who, For: s.For, With: s.With, Why: strings.TrimSpace(s.Why), By: t.Actor.Name, At: t.Now}
		f := t.desk().faces(t)
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
		give, take, err := t.swapShifts(f, ask)
		if err != nil {
			return out, err
		}
		if ask.Day = give.Day; ask.For != 0 {
			ask.ForDay = take.Day
		}
		if err := swapKind.Put(t.Tx, &ask); err != nil {
			return out, err
		}
		out = ask
		return out, t.Log(hall.Entry{Deed: hall.DeedSwapAsk, Args: map[string]string{
			"name": ask.Who.Name, "day": ask.Day.String(), "names": ask.With.Name, "reason": ask.Why,
		}})
	})
}

// swapShifts reads the two shifts of a swap and refuses one that cannot be done.
func (t *tx) swapShifts(f *faces, s hall.DutySwap) (give, take hall.DutyShift, err error) {
	if give, err = dutyKind.Get(t, s.Duty); err != nil {
		return give, take, err
	}
	if s.For != 0 {
		if take, err = dutyKind.Get(t, s.For); err != nil {
			return give, take, err
		}
	}
	for _, shift := range []*hall.DutyShift{&give, &take} {
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
	if refused := hall.CheckSwap(s, give, take, t.Today()); refused != nil {
		return give, take, refused
	}
	why, err := t.desk().canTake(t, f, s.With, give.Day, give.ID, take.ID)
	if err == nil && why == nil && s.For != 0 {
		why, err = t.desk().canTake(t, f, s.Who, take.Day, give.ID, take.ID)
	}
	if err == nil && why != nil {
		err = why
	}
	return give, take, err
}

// AnswerSwap gives a consent, or refuses. Each answers for himself; for whoever has no
// account (who says whom) somebody who plans takes it down. With both consents the shifts
// change hands in the same moment.
func (d *Desk) AnswerSwap(ctx context.Context, id hall.SwapID, rev uint64, who hall.DutyRef, yes bool, note string) (hall.DutySwap, error) {
	return change(ctx, d, hall.MayOwn, func(t *tx) (out hall.DutySwap, _ error) {
		s, err := t.openSwap(id, rev)
		if err != nil {
			return out, err
		}
		f := t.desk().faces(t)
		side, err := t.answers(f, s, who)
		if err != nil {
			return out, err
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
			if err := t.swap(f, &s); err != nil {
				return out, err
			}
			deed, args["names"] = hall.DeedSwapDone, s.With.Name
		}
		if err := swapKind.Put(t.Tx, &s); err != nil {
			return out, err
		}
		out = s
		return out, t.Log(hall.Entry{Deed: deed, Args: args})
	})
}

func (t *tx) openSwap(id hall.SwapID, rev uint64) (hall.DutySwap, error) {
	s, err := swapKind.Get(t, id)
	switch {
	case err != nil:
		return s, err
	case s.State != hall.SwapAsked:
		return s, hall.Refuse(hall.ErrSwapOver)
	case s.Rev != rev:
		return s, hall.Refuse(hall.ErrConflict)
	}
	return s, nil
}

// answers finds whose consent the actor gives: his own, or, if he plans, that of one of the
// two who has no account.
func (t *tx) answers(f *faces, s hall.DutySwap, who hall.DutyRef) (int, error) {
	both := [...]hall.DutyRef{s.Who, s.With}
	for i, ref := range both {
		one, err := f.of(ref)
		if err != nil {
			return 0, err
		}
		named := who.Name != "" && who.Same(ref)
		if one.ref.Is(t.Actor) && (who.Name == "" || named) || named && !one.own && t.Actor.May(hall.MayPlan) {
			return i, nil
		}
	}
	return 0, hall.Refuse(hall.ErrNotAsked, "names", []string{s.Who.Name, s.With.Name})
}

// swap lets two shifts change hands.
func (t *tx) swap(f *faces, s *hall.DutySwap) error {
	give, take, err := t.swapShifts(f, *s)
	if err != nil {
		return err
	}
	s.State = hall.SwapDone
	if err := t.handTo(give, s.Who, s.With, s.Why); err != nil || s.For == 0 {
		return err
	}
	return t.handTo(take, s.With, s.Who, s.Why)
}

func (t *tx) handTo(shift hall.DutyShift, from, to hall.DutyRef, why string) error {
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
	return dutyKind.Put(t.Tx, &shift)
}

// RecallSwap takes back a swap that was not answered yet: whoever asked, or who plans.
func (d *Desk) RecallSwap(ctx context.Context, id hall.SwapID, rev uint64) error {
	return d.write(ctx, hall.MayOwn, func(t *tx) error {
		s, err := t.openSwap(id, rev)
		if err != nil {
			return err
		}
		if !s.Who.Is(t.Actor) && !t.Actor.May(hall.MayPlan) {
			return hall.Refuse(hall.ErrNotAsked, "names", []string{s.Who.Name})
		}
		s.State = hall.SwapRecalled
		if err := swapKind.Put(t.Tx, &s); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedSwapRecall, Args: map[string]string{"day": s.Day.String()}})
	})
}

// openSwaps lists the swaps that wait for an answer.
func (d *Desk) openSwaps(r book.Reader) ([]hall.DutySwap, error) {
	var out []hall.DutySwap
	for p, err := range r.Range(bySwap.Table, kv.Span{}) {
		if err != nil {
			return nil, err
		}
		s, err := swapKind.Get(r, hall.SwapID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
