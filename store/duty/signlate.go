package duty

import (
	"context"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// DutyInLate writes down that somebody kept a shift of an earlier day without signing in (补签到): from
// which minute to which, and why it was not signed then. Who wrote it, and when, stays with the sign-in.
func (d *Desk) DutyInLate(ctx context.Context, id hall.ShiftID, who hall.DutyRef, in, out int, why string) (hall.SignIn, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.SignIn, error) {
		shift, err := Shifts.Get(t, id)
		if err != nil {
			return hall.SignIn{}, err
		}
		f, err := Of(t.Desk()).faces(t).of(who)
		if err != nil {
			return hall.SignIn{}, err
		}
		if err := missed(t, shift, f); err != nil {
			return hall.SignIn{}, err
		}
		if out == 0 {
			return hall.SignIn{}, hall.Refuse(hall.ErrRequired).In(hall.FieldTo)
		}
		s := f.signIn(t, why)
		s.Day, s.Entered = shift.Day, t.Now
		if bad := (hall.SignInFix{In: in, Out: out, Duty: id}).Apply(&s, t.Now); bad != nil {
			return s, bad
		}
		if err := needReason(why); err != nil {
			return s, err
		}
		if _, err := timed(t, &s); err != nil {
			return s, err
		}
		if err := SignIns.Put(t, &s); err != nil {
			return s, err
		}
		return s, t.Log(hall.Entry{Deed: hall.DeedDutyInLate, Args: map[string]string{
			"name": s.Name, "day": s.Day.String(), "from": strconv.Itoa(in), "to": strconv.Itoa(out), "reason": s.Why,
		}})
	})
}

// missed says why it cannot be written down later that somebody kept a shift: the person is not on it,
// signed in on its day, or the actor is neither that person nor the head.
func missed(t *book.Tx, shift hall.Shift, f face) error {
	faces, on := Of(t.Desk()).faces(t), false
	for _, p := range shift.People {
		one, err := faces.of(p)
		if err != nil {
			return err
		}
		on = on || one.ref.Same(f.ref)
	}
	switch {
	case shift.State != hall.DutyStands:
		return hall.Refuse(hall.ErrDutyOff, "day", shift.Day)
	case !on:
		return hall.Refuse(hall.ErrNotOnShift, "name", f.ref.Name, "day", shift.Day)
	}
	signed, err := SignInsOn(t, shift.Day)
	if err != nil {
		return err
	}
	other := hall.Other{Day: shift.Day, Place: hall.DutyPlace{Who: f.ref, Own: f.own}}
	for i := range signed {
		if signed[i].Of(f.ref) {
			other.Signed = &signed[i]
		}
	}
	if bad := hall.Why(hall.OtherCourse(), other, hall.OpInLate, t.Actor, t.Now); bad != nil {
		return bad
	}
	return nil
}
