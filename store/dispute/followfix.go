package dispute

import (
	"context"
	"errors"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
)

// CorrectFollowUp puts right what was written of a follow-up that was made, with a reason; what stood before
// is kept with it, and the next visit that was planned by it goes to the day that it says now.
func (d *Desk) CorrectFollowUp(ctx context.Context, id hall.ConsultationID, rev uint64, fix hall.FollowFix, why string) (hall.Consultation, error) {
	return calendar.Of(d.Desk).CorrectAs(ctx, id, rev, hall.OpCorrect, why, func(t *book.Tx, v *hall.Consultation) error {
		if v.Kind != hall.FollowUp || v.Visit == nil {
			return hall.Refuse(hall.ErrNotFound)
		}
		if why == "" {
			return hall.Refuse(hall.ErrReason).In(hall.FieldReason)
		}
		c, err := calendar.CaseOf(t, v.Case)
		if err != nil {
			return err
		}
		if bad := fix.Check(*v.Visit, c, t.Today()); bad != nil {
			return bad
		}
		was := calendar.Cloned(*v)
		fix.Write(v.Visit)
		v.Day = v.Visit.On
		return nextAnew(t, was, *v, c, why)
	})
}

// nextAnew brings the visit that was planned by a follow-up to the day that its record says now. One that was
// made or moved since was decided on by somebody: it is not changed from here.
func nextAnew(t *book.Tx, was, now hall.Consultation, c hall.Case, why string) error {
	day := now.Visit.Next
	if day == was.Visit.Next {
		return nil
	}
	have, err := followUps(t, now.Case)
	if err != nil {
		return err
	}
	next := was.CameOf(have)
	if next == nil {
		return planNext(t, now, c)
	}
	if next.State != hall.Waiting || len(next.Moves) > 0 {
		return hall.Refuse(hall.ErrNextDecided, "day", next.Day).In("next")
	}
	if day == 0 {
		return takeBack(t, *next, why)
	}
	err = noOther(t, now.Case, next.ID, day, "next")
	if errors.Is(err, hall.Refuse(hall.ErrPlannedFor)) { // nobody is visited twice a day
		return takeBack(t, *next, why)
	}
	if err != nil {
		return err
	}
	before := next.Day
	next.Day, next.Visit.Planned = day, day
	next.LetDown()
	if err := calendar.Consultations.Put(t, next); err != nil {
		return err
	}
	return calendar.LogVisit(t, hall.DeedMoveFollow, *next, "day", day.String(), "was", before.String(), "reason", why)
}
