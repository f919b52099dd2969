package duty

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Duty lists who was on duty on a day, in order of signing in.
func (d *Desk) Duty(ctx context.Context, day hall.Day) ([]hall.SignIn, error) {
	var out []hall.SignIn
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if out, err = SignInsOn(r, day); err != nil {
			return err
		}
		return d.veiler(r).signIns(out)
	})
	return out, err
}

// SignInsOn are the sign-ins of a day, in their order.
func SignInsOn(r book.Reader, day hall.Day) ([]hall.SignIn, error) {
	var out []hall.SignIn
	for p, err := range r.Range(bySignIn.Table, kv.Prefix(book.Key().Day(day))) {
		if err != nil {
			return nil, err
		}
		s, err := SignIns.Get(r, hall.SignInID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// openSignIn is the actor's sign-in of today that has not ended.
func openSignIn(t *book.Tx) (hall.SignIn, error) {
	all, err := SignInsOn(t, t.Today())
	for _, s := range all {
		if s.Staff == t.Actor.Staff && s.Out.IsZero() {
			return s, err
		}
	}
	return hall.SignIn{}, err
}

// onDuty is openSignIn, or why the actor's duty of today does not lead to an operation now.
func onDuty(t *book.Tx, op hall.Op) (hall.SignIn, error) {
	s, err := openSignIn(t)
	if err != nil {
		return s, err
	}
	day := hall.DutyDay{Day: t.Today()}
	if s.ID != 0 {
		day.Mine = &s
	}
	if _, bad := hall.OnDutyCourse().Leads(day, op); bad != nil {
		return s, bad
	}
	return s, nil
}

// DutyIn signs the actor in for today's duty (签到), whether or not a plan says so. Signing in
// twice changes nothing.
func (d *Desk) DutyIn(ctx context.Context) error {
	return d.Do(ctx, hall.MayQueue, func(t *book.Tx) error {
		if _, err := onDuty(t, hall.OpIn); book.Is(err, hall.ErrOnAlready) {
			return nil
		} else if err != nil {
			return err
		}
		s := hall.SignIn{Staff: t.Actor.Staff, Mediator: t.Actor.Mediator, Name: t.Actor.Name, In: t.Now}
		if err := signIn(t, &s, hall.RefOf(t.Actor)); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedDutyIn, Args: map[string]string{"name": t.Actor.Name}})
	})
}

// DutyInFor signs somebody in who has duty today: who has no account, as a mediator of the roster or one
// of the county team; the head signs in a colleague, too. It says at which minute of today they came, and
// why another writes that down. Twice changes nothing.
func (d *Desk) DutyInFor(ctx context.Context, who hall.DutyRef, at int, why string) error {
	return d.Do(ctx, hall.MayAssign, func(t *book.Tx) error {
		f, err := Of(t.Desk()).faces(t).of(who)
		if err != nil {
			return err
		}
		signed, err := SignInsOn(t, t.Today())
		if err != nil {
			return err
		}
		other := hall.Other{Day: t.Today(), Place: hall.DutyPlace{Who: f.ref, Own: f.own}}
		for i := range signed {
			if signed[i].Of(f.ref) {
				other.Signed = &signed[i]
			}
		}
		if bad := hall.Why(hall.OtherCourse(), other, hall.OpInFor, t.Actor, t.Now); bad != nil && bad.Code == hall.ErrOnAlready {
			return nil
		} else if bad != nil {
			return bad
		}
		s := f.signIn(t, why)
		if s.In, err = typed(t, at, s.Why, hall.FieldFrom); err != nil {
			return err
		}
		if err := signIn(t, &s, f.ref); err != nil {
			return err
		}
		if s.Duty == 0 {
			return hall.Refuse(hall.ErrNotOnShift, "name", f.ref.Name, "day", t.Today())
		}
		return t.Log(hall.Entry{Deed: hall.DeedDutyInFor, Args: forAnother(s.Name, s.In, s.Why)})
	})
}

// signIn begins somebody's sign-in that the actor writes down, with the reason.
func (f face) signIn(t *book.Tx, why string) hall.SignIn {
	s := hall.SignIn{Day: t.Today(), Staff: f.staff, Name: f.ref.Name, By: t.Actor.Name, Why: strings.TrimSpace(why)}
	if f.ref.Kind == hall.InviteMediator {
		s.Mediator = hall.MediatorID(f.ref.ID)
	}
	return s
}

// typed is a time of today that somebody wrote down for another, with the reason.
func typed(t *book.Tx, minute int, why, field string) (time.Time, error) {
	at := t.Today().At(minute, t.Now.Location())
	switch {
	case minute == 0:
		return at, hall.Refuse(hall.ErrRequired).In(field)
	case at.After(t.Now):
		return at, hall.Refuse(hall.ErrDayFuture).In(field)
	}
	return at, needReason(why)
}

func forAnother(name string, at time.Time, why string) map[string]string {
	return map[string]string{"name": name, "from": strconv.Itoa(hall.MinuteOf(at)), "reason": why}
}

// signIn puts a sign-in down, joined to the shift that is planned for today. Only the first
// one of a day can be late; who comes back did not go early.
func signIn(t *book.Tx, s *hall.SignIn, who hall.DutyRef) error {
	s.Day = t.Today()
	d := Of(t.Desk())
	f := d.faces(t)
	for _, k := range hall.DutyKinds() {
		list, err := d.shiftsOn(t, k, who, s.Day, s.Day, f)
		if err != nil {
			return err
		}
		if len(list) > 0 && s.Duty == 0 {
			s.Duty = list[0].ID
		}
	}
	before, err := timed(t, s)
	if err != nil {
		return err
	}
	for _, o := range before {
		if o.Of(who) && o.Early > 0 {
			o.Early = 0
			if err := SignIns.Put(t, &o); err != nil {
				return err
			}
		}
	}
	return SignIns.Put(t, s)
}

// DutyOut signs the actor out, with a note; the note's draft goes with it. What he had
// accepted and has not done is handed over, see HandOver.
func (d *Desk) DutyOut(ctx context.Context, note string) error { return d.HandOver(ctx, note, nil) }

// HandOver signs the actor out (签退) with what he hands over: a note, and open items, each with
// its case or without (of an item What and Case count). What he had accepted from others and
// has not done goes on to the next by itself.
func (d *Desk) HandOver(ctx context.Context, note string, items []hall.HandItem) error {
	return d.Do(ctx, hall.MayQueue, func(t *book.Tx) error {
		s, err := onDuty(t, hall.OpOut)
		if err != nil {
			return err
		}
		items := slices.Clone(items)
		for i := range items {
			if items[i].Number, err = numberOf(t, items[i].Case); err != nil {
				return err
			}
			if err := tooLong(items[i].What, "items"); err != nil {
				return err
			}
		}
		s.HandOver(note, items, t.Now)
		s.CountEnd(t.Settings(), t.Calendar().On(s.Day))
		if err := SignIns.Put(t, &s); err != nil {
			return err
		}
		if err := dropHandover(t); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedDutyOut, Args: map[string]string{"name": t.Actor.Name}})
	})
}

// numberOf is a case's number, for a matter that names one the actor may see; 0 is none.
func numberOf(t *book.Tx, id hall.CaseID) (string, error) {
	if id == 0 {
		return "", nil
	}
	c, err := CaseAt(t, id)
	if err == nil && !t.Actor.MaySee(c) {
		err = hall.Refuse(hall.ErrClosedCase)
	}
	return c.Number, err
}

// DutyOutFor signs somebody out who has no account, or, by the head, a colleague: at which minute of
// today they went, and why another writes that down.
func (d *Desk) DutyOutFor(ctx context.Context, id hall.SignInID, at int, note, why string) error {
	return d.Do(ctx, hall.MayAssign, func(t *book.Tx) error {
		s, err := SignIns.Get(t, id)
		if err != nil {
			return err
		}
		other := hall.Other{Day: t.Today(), Place: hall.DutyPlace{Who: s.Who()}, Signed: &s}
		if bad := hall.Why(hall.OtherCourse(), other, hall.OpOutFor, t.Actor, t.Now); bad != nil {
			return bad
		}
		s.OutBy, s.OutWhy = t.Actor.Name, strings.TrimSpace(why)
		out, err := typed(t, at, s.OutWhy, hall.FieldTo)
		switch {
		case err != nil:
			return err
		case s.Forgotten(t.Today()):
			return hall.Refuse(hall.ErrOtherDay, "day", s.Day)
		case out.Before(s.In) && at != hall.MinuteOf(s.In):
			return hall.Refuse(hall.ErrOutBefore, "from", hall.MinuteOf(s.In)).In(hall.FieldTo)
		}
		s.HandOver(note, nil, out)
		s.CountEnd(t.Settings(), t.Calendar().On(s.Day))
		if err := SignIns.Put(t, &s); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedDutyOutFor, Args: forAnother(s.Name, s.Out, s.OutWhy)})
	})
}

func dropHandover(t *book.Tx) error {
	var ids []hall.DraftID
	for p, err := range t.Range(book.FormsTable, kv.Prefix(book.FormKey(hall.HandoverForm(t.Actor.Staff), 0, 0))) {
		if err != nil {
			return err
		}
		ids = append(ids, hall.DraftID(book.Number(p.Key)))
	}
	for _, id := range ids {
		if err := t.DropDraft(id); err != nil {
			return err
		}
	}
	return nil
}
