package store

import (
	"context"

	"sizhen/store/hall"
)

// EndVisit ends a walk-in, or a booked visitor's visit, with where it led; a case may come
// of it. rev must be the one read; the draft is removed with it.
func (d *Desk) EndVisit(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, end hall.Ending) (hall.IntakeResult, error) {
	return change(ctx, d, hall.MayQueue, func(t *tx) (out hall.IntakeResult, _ error) {
		v, err := consultKind.Get(t, id)
		if err != nil {
			return out, err
		}
		if v.Rev != rev {
			return out, hall.Refuse(hall.ErrConflict)
		}
		if _, err := t.deed(v, hall.OpEnd); err != nil {
			return out, err
		}
		if out, err = t.endVisit(&v, end); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

func (t *tx) endVisit(v *hall.Consultation, end hall.Ending) (hall.IntakeResult, error) {
	out := hall.IntakeResult{Case: v.Case}
	if end.Outcome == hall.OutcomeNone {
		return out, hall.Refuse(hall.ErrRequired).In("outcome")
	}
	if err := end.Check(t.st.Settings(), t.Today()); err != nil {
		return out, err
	}
	from := hall.LedSeen
	if v.Case != 0 {
		from = hall.LedOnCase
	}
	if bad := hall.Why(hall.EndingCourse(), from, end.Outcome, t.Actor, t.Now); bad != nil {
		return out, bad
	}
	if v.Case == 0 && v.Intake != nil && end.Outcome != hall.AdviceOnly {
		in := *v.Intake
		in.End = end
		if err := in.Check(t.st.Settings(), t.Today()); err != nil {
			return out, err
		}
		led, err := t.lead(in, end, v)
		if err != nil {
			return out, err
		}
		out, v.Case = led, led.Case
	} else if v.Case != 0 && end.Outcome == hall.Booked {
		c, err := caseKind.Get(t, v.Case)
		if err != nil {
			return out, err
		}
		if out.Consultation, err = t.book(&c, intakeOf(c), end); err != nil {
			return out, err
		}
	}
	v.State, v.Ended, v.End = hall.Ended, t.Now, end
	if err := consultKind.Put(t.Tx, v); err != nil {
		return out, err
	}
	return out, t.logVisit(hall.DeedEnd, *v, "outcome", outcomeArg(end.Outcome), "number", out.Number)
}
