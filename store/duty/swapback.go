package duty

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// backBar says why a done swap cannot be taken back: nil, or also that a swap of one of its shifts
// waits for an answer.
func (d *Desk) backBar(r book.Reader, f *faces, back hall.DutySwap) (*hall.Error, error) {
	open, err := d.openSwaps(r)
	if err != nil {
		return nil, err
	}
	for _, o := range open {
		for _, id := range []hall.ShiftID{back.Duty, back.For} {
			if id != 0 && (o.Duty == id || o.For == id) {
				return hall.Refuse(hall.ErrSwapWaits), nil
			}
		}
	}
	return d.swapBar(r, f, back)
}

// AskBack asks to take a done swap back (换回去), while neither shift has begun: it is a swap the other
// way, which both consent to as they did to the first. Who asks has consented; of who has no account
// whoever plans writes that down.
func (d *Desk) AskBack(ctx context.Context, id hall.SwapID, rev uint64, why string) (hall.DutySwap, error) {
	return book.Write(ctx, d.Desk, hall.MayOwn, func(t *book.Tx) (out hall.DutySwap, _ error) {
		s, err := Swaps.Get(t, id)
		if err != nil {
			return out, err
		}
		f := Of(t.Desk()).faces(t)
		row, err := Of(t.Desk()).swapRow(t, f, s)
		if err != nil {
			return out, err
		}
		if bad := hall.Why(hall.SwapCourse(), row, hall.OpSwapBack, t.Actor, t.Now); bad != nil {
			return out, bad
		}
		if s.Rev != rev {
			return out, hall.Refuse(hall.ErrConflict)
		}
		back := s.Back()
		back.Why, back.By, back.At = strings.TrimSpace(why), t.Actor.Name, t.Now
		if err := needReason(back.Why); err != nil {
			return out, err
		}
		for i, who := range []*hall.DutyRef{&back.Who, &back.With} {
			one, err := f.of(*who)
			if err != nil {
				return out, err
			}
			if *who = one.ref; who.Is(t.Actor) {
				back.Consents[i] = hall.DutyWord{At: t.Now, By: t.Actor.Name}
			}
		}
		return back, asked(t, &back)
	})
}

// tooLate says that a swap of shifts cannot be taken back, since one of them has begun.
func (d *Desk) tooLate(shifts ...hall.Shift) *hall.Error {
	for _, s := range shifts {
		if s.ID == 0 {
			continue
		}
		from, _ := d.Settings().DutyHours(d.Calendar().On(s.Day))
		if !s.Day.At(from, d.Now().Location()).After(d.Now()) {
			return hall.Refuse(hall.ErrDutyBegun, "day", s.Day)
		}
	}
	return nil
}

// undone marks a swap that was taken back.
func undone(t *book.Tx, id hall.SwapID) error {
	s, err := Swaps.Get(t, id)
	if err != nil {
		return err
	}
	s.State = hall.SwapUndone
	return Swaps.Put(t, &s)
}
