package dispute

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
)

// EndVisit ends a walk-in, or a booked visitor's visit, with where it led; a case may come
// of it. rev must be the one read; the draft is removed with it.
func (d *Desk) EndVisit(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, end hall.Ending) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.IntakeResult, _ error) {
		v, err := calendar.Consultations.Get(t, id)
		if err != nil {
			return out, err
		}
		if v.Rev != rev {
			return out, hall.Refuse(hall.ErrConflict)
		}
		step, err := calendar.StepOn(t, v, hall.OpEnd)
		if err != nil {
			return out, err
		}
		if out, err = endVisit(t, &v, end, step); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// CorrectEnding puts right where an ended visit led, or a visitor who was put down as gone, with a reason;
// what stood before is kept with it. A case or an appointment may come of it now. rev must be the one read.
func (d *Desk) CorrectEnding(ctx context.Context, id hall.ConsultationID, rev uint64, end hall.Ending, why string) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.IntakeResult, error) {
		v, err := calendar.Consultations.Get(t, id)
		if err != nil {
			return hall.IntakeResult{}, err
		}
		if _, err := calendar.StepOn(t, v, hall.OpEndFix); err != nil {
			return hall.IntakeResult{}, err
		}
		led, err := leadOn(t, &v, v.Led(), end)
		if err != nil {
			return led, err
		}
		was, now, err := calendar.CorrectIn(t, id, rev, hall.OpEndFix, why, func(_ *book.Tx, c *hall.Consultation) error {
			c.Case = v.Case
			c.LedThere(end)
			return nil
		})
		if err != nil || was.Case == now.Case {
			return led, err
		}
		return led, calendar.LogVisit(t, hall.DeedEnd, now, "outcome", calendar.OutcomeArg(end.Outcome), "number", led.Number)
	})
}

func endVisit(t *book.Tx, v *hall.Consultation, end hall.Ending, step calendar.Step) (hall.IntakeResult, error) {
	out, err := leadOn(t, v, hall.VisitRowOf(*v).Stands(t.Today()), end)
	if err != nil {
		return out, err
	}
	if bad := v.Over(end.At, t.Settings(), t.Calendar(), t.Now); bad != nil {
		return out, bad
	}
	v.State, v.End = hall.Ended, end
	v.End.At = 0
	step.Done(t, v)
	if err := calendar.Consultations.Put(t, v); err != nil {
		return out, err
	}
	return out, calendar.LogVisit(t, step.Deed, *v, "outcome", calendar.OutcomeArg(end.Outcome), "number", out.Number)
}

// leadOn does what an ending says of a visit, from where the visitor stands: a case may come of it, or an
// appointment.
func leadOn(t *book.Tx, v *hall.Consultation, from hall.Led, end hall.Ending) (hall.IntakeResult, error) {
	out := hall.IntakeResult{Case: v.Case}
	if end.Outcome == hall.OutcomeNone {
		return out, hall.Refuse(hall.ErrRequired).In("outcome")
	}
	if err := end.Check(t.Settings(), t.Today()); err != nil {
		return out, err
	}
	if bad := hall.VisitRowOf(*v).Leads(end.Outcome); bad != nil {
		return out, bad
	}
	if bad := hall.Why(hall.EndingCourse(), from, end.Outcome, t.Actor, t.Now); bad != nil {
		return out, bad
	}
	if v.Case == 0 && v.Intake != nil && end.Outcome != hall.AdviceOnly {
		in := *v.Intake
		in.End = end
		if err := in.Check(t.Settings(), t.Today()); err != nil {
			return out, err
		}
		led, err := lead(t, in, end, v)
		if err != nil {
			return out, err
		}
		out, v.Case = led, led.Case
	} else if v.Case != 0 && end.Outcome == hall.Booked {
		c, err := Cases.Get(t, v.Case)
		if err != nil {
			return out, err
		}
		if out.Consultation, err = calendar.BookOn(t, &c, calendar.IntakeOf(c), end); err != nil {
			return out, err
		}
	}
	return out, nil
}
