package calendar

import (
	"context"

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
		urgent := v.Urgent
		if bad := now.Apply(v, t.Settings(), t.Zone()); bad != nil {
			return bad
		}
		if v.Urgent && !urgent {
			GoesFirst(v)
		} else if urgent && !v.Urgent {
			goesAmong(v)
		}
		if v.Day != t.Today() || v.State != hall.Called && v.State != hall.Started {
			return nil
		}
		return d.stillFree(t, *v)
	})
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
		was, err := Consultations.Get(t, id)
		if err != nil {
			return was, err
		}
		if _, err := StepOn(t, was, op); err != nil {
			return was, err
		}
		veil := func(v *hall.Consultation, args map[string]string) { hall.VeilCorrection(args, v.Confidential) }
		return book.Correct(t, Consultations, id, rev, why, veil, func(v *hall.Consultation) error {
			*v = Cloned(*v)
			return fix(t, v)
		})
	})
}
