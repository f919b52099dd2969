package dispute

import (
	"context"
	"errors"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
)

// StandAgain takes back that a joint consultation or a follow-up was called off, with a reason; what stood
// before is kept with it. Where its time has passed, or was given to another, it is looked for anew. rev must
// be the one read.
func (d *Desk) StandAgain(ctx context.Context, id hall.ConsultationID, rev uint64, why string) (hall.Consultation, error) {
	return calendar.Of(d.Desk).CorrectAs(ctx, id, rev, hall.OpStand, why, func(t *book.Tx, v *hall.Consultation) error {
		if why == "" {
			return hall.Refuse(hall.ErrReason).In(hall.FieldReason)
		}
		plan := hall.OpPlan
		if v.Kind == hall.Joint {
			plan = hall.OpPropose
		}
		c, err := calendar.PlanOn(t, v.Case, plan)
		if err != nil {
			return err
		}
		if v.Kind == hall.FollowUp {
			err = noOther(t, v.Case, v.ID, v.Day, "")
		} else {
			err = meetAgain(t, *v)
		}
		if err != nil {
			return err
		}
		v.StandAgain()
		return inTime(t, v, c)
	})
}

// meetAgain has a further meeting that was called off follow the one before it again.
func meetAgain(t *book.Tx, v hall.Consultation) error {
	if v.Joint.Before == 0 {
		return nil
	}
	_, err := book.Change(t, calendar.Consultations, v.Joint.Before, book.AnyRev, func(before *hall.Consultation) error {
		if next := before.Joint.Next; next != 0 {
			return hall.Refuse(hall.ErrJointThere, "id", next)
		}
		*before = calendar.Cloned(*before)
		before.Joint.Next = v.ID
		return nil
	})
	return err
}

// inTime takes a time away that a consultation cannot have any more.
func inTime(t *book.Tx, v *hall.Consultation, c hall.Case) error {
	if !v.Timed() {
		return nil
	}
	err := calendar.Bookable(t, *v, c)
	var taken *hall.Error
	if errors.As(err, &taken) {
		v.LoseTime()
		return nil
	}
	return err
}

// UnmakeFollowUp takes back that a follow-up was recorded that was not made, with a reason; what was written
// is kept with it, and the visit that was planned by it is taken back. rev must be the one read.
func (d *Desk) UnmakeFollowUp(ctx context.Context, id hall.ConsultationID, rev uint64, why string) (hall.Consultation, error) {
	return calendar.Of(d.Desk).CorrectAs(ctx, id, rev, hall.OpUnmade, why, func(t *book.Tx, v *hall.Consultation) error {
		if why == "" {
			return hall.Refuse(hall.ErrReason).In(hall.FieldReason)
		}
		c, err := calendar.PlanOn(t, v.Case, hall.OpPlan)
		if err != nil {
			return err
		}
		was := calendar.Cloned(*v)
		if bad := v.Unmade(); bad != nil {
			return bad
		}
		if err := noOther(t, v.Case, v.ID, v.Day, ""); err != nil {
			return err
		}
		if err := nextAnew(t, was, *v, c, why); err != nil {
			return err
		}
		return inTime(t, v, c)
	})
}
