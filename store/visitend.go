package store

import (
	"context"
	"slices"

	"sizhen/store/hall"
)

// EndVisit ends a walk-in, or a booked visitor's visit, with where it led; a case may come
// of it. rev must be the one read; the draft is removed with it.
func (d *Desk) EndVisit(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, end hall.Ending) (hall.IntakeResult, error) {
	var out hall.IntakeResult
	err := d.write(ctx, hall.MayQueue, func(t *tx) error {
		v, err := get(t, &consultKind, uint64(id), t.st.zone())
		if err != nil {
			return err
		}
		if v.Rev != rev {
			return hall.Refuse(hall.ErrConflict)
		}
		if err := v.CheckMove(hall.Ended); err != nil {
			return err
		}
		if out, err = t.endVisit(&v, end); err != nil {
			return err
		}
		return t.dropDraft(draft)
	})
	return out, err
}

func (t *tx) endVisit(v *hall.Consultation, end hall.Ending) (hall.IntakeResult, error) {
	out := hall.IntakeResult{Case: v.Case}
	if end.Outcome == hall.OutcomeNone {
		return out, hall.Refuse(hall.ErrRequired).In("outcome")
	}
	if err := end.Check(t.st.Settings(), t.today()); err != nil {
		return out, err
	}
	if there := v.Case != 0; there && !slices.Contains(hall.CaseOutcomes(), end.Outcome) || !there && end.Outcome == hall.OnInCase {
		return out, hall.Refuse(hall.ErrCaseThere).In("outcome")
	}
	if v.Case == 0 && v.Intake != nil && end.Outcome != hall.AdviceOnly {
		in := *v.Intake
		in.End = end
		if err := in.Check(t.st.Settings(), t.today()); err != nil {
			return out, err
		}
		led, err := t.lead(in, end, v)
		if err != nil {
			return out, err
		}
		out, v.Case = led, led.Case
	} else if v.Case != 0 && end.Outcome == hall.Booked {
		c, err := get(t, &caseKind, uint64(v.Case), t.st.zone())
		if err != nil {
			return out, err
		}
		if out.Consultation, err = t.book(&c, intakeOf(c), end); err != nil {
			return out, err
		}
	}
	v.State, v.Ended, v.End = hall.Ended, t.now, end
	if err := put(t, &consultKind, v); err != nil {
		return out, err
	}
	return out, t.logVisit(hall.DeedEnd, *v, "outcome", outcomeArg(end.Outcome), "number", out.Number)
}
