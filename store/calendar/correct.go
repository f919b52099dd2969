package calendar

import (
	"context"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// CorrectVisit puts right what is on record of a visit, with a reason; what stood before is kept with
// it. rev must be the one read. Who is in a room now is in one that nobody else is in.
func (d *Desk) CorrectVisit(ctx context.Context, id hall.ConsultationID, rev uint64, fix hall.VisitFix, why string) (hall.Consultation, error) {
	return d.CorrectAs(ctx, id, rev, hall.OpCorrect, why, func(t *book.Tx, v *hall.Consultation) error {
		now := fix
		if m := fix.Mediator.ID; m != 0 {
			who, err := people.Mediators.Get(t, m)
			if err != nil {
				return err
			}
			now.Mediator.Name = who.Name
		}
		v.Last = nil
		if bad := now.Apply(v, t.Zone()); bad != nil {
			return bad
		}
		if v.Day != t.Today() || v.State != hall.Called && v.State != hall.Started {
			return nil
		}
		return d.stillFree(t, *v)
	})
}

// CorrectIntake puts right what was registered of a visitor, with a reason; what stood before is kept with
// it. The person a party is known as is put right where that record has the same slip. Who is urgent by it
// goes first, and who is no longer stands among the others. rev must be the one read.
func (d *Desk) CorrectIntake(ctx context.Context, id hall.ConsultationID, rev uint64, fix hall.IntakeFix, why string) (hall.Consultation, error) {
	put := func(t *book.Tx, v *hall.Consultation) error {
		now := fix
		if fix.Join != nil {
			in := hall.Intake{Parties: []hall.Party{*fix.Join}, Matter: fix.Matter}
			if err := people.Meet(t, &in); err != nil {
				return err
			}
			now.Join = &in.Parties[0]
		}
		v.Last = nil
		urgent := v.Urgent
		if bad := now.Apply(v, t.Settings(), t.Actor, t.Now); bad != nil {
			return bad
		}
		if v.State == hall.Waiting {
			Rank(v, urgent)
		}
		return nil
	}
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.Consultation, error) {
		was, v, err := CorrectIn(t, id, rev, hall.OpParties, why, put)
		if err != nil || fix.Join != nil || fix.Leave != 0 {
			return v, err
		}
		for i, p := range v.Intake.Parties {
			if err := people.SameSlip(t, was.Intake.Parties[i].Details, p, why, v.Confidential); err != nil {
				return v, err
			}
		}
		return v, nil
	})
}

// WasGone puts right that a visitor whose visit was ended had left without being seen: for which reason he
// left, and why it is put right.
func (d *Desk) WasGone(ctx context.Context, id hall.ConsultationID, rev uint64, reason, why string) (hall.Consultation, error) {
	return d.CorrectAs(ctx, id, rev, hall.OpGoneFix, why, func(_ *book.Tx, v *hall.Consultation) error { return v.WasGone(reason).Or(nil) })
}

// Requeue lets a visitor wait again whose visit was ended by mistake, or who came back, with a
// reason: at the end of the queue, under the number he has.
func (d *Desk) Requeue(ctx context.Context, id hall.ConsultationID, rev uint64, why string) (hall.Consultation, error) {
	return d.CorrectAs(ctx, id, rev, hall.OpRequeue, why, func(t *book.Tx, v *hall.Consultation) error {
		v.Requeue()
		if err := d.resume(t, v); err != nil {
			return err
		}
		return again(t, v)
	})
}

// CorrectAs puts a consultation right in a step of its course; what stood before is kept with it.
func (d *Desk) CorrectAs(ctx context.Context, id hall.ConsultationID, rev uint64, op hall.Op, why string,
	fix func(*book.Tx, *hall.Consultation) error) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.Consultation, error) {
		_, now, err := CorrectIn(t, id, rev, op, why, fix)
		return now, err
	})
}

// CorrectIn is CorrectAs inside a write: how the consultation stood, and how it stands.
func CorrectIn(t *book.Tx, id hall.ConsultationID, rev uint64, op hall.Op, why string,
	fix func(*book.Tx, *hall.Consultation) error) (was, now hall.Consultation, _ error) {
	was, err := Consultations.Get(t, id)
	if err != nil {
		return was, now, err
	}
	if _, err := StepOn(t, was, op); err != nil {
		return was, now, err
	}
	veil := func(v *hall.Consultation, args map[string]string) {
		hall.VeilCorrection(args, was.Confidential || v.Confidential)
		if v.Kind == hall.Joint || v.Kind == hall.FollowUp { // its states have names of their own
			args["visit"] = strconv.Itoa(int(v.Kind))
		}
	}
	now, err = book.Correct(t, Consultations, id, rev, why, veil, func(v *hall.Consultation) error {
		*v = Cloned(*v)
		return fix(t, v)
	})
	return was, now, err
}
