package store

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// planned brings the follow-ups of a case in line with its agreement: those that the rules
// ask for and that are not there yet are planned, those still open that no rule asks for any
// more are taken back. What was planned by hand, or moved, stays.
func (t *tx) planned(c hall.Case) error {
	want := hall.PlanFollowUps(c, t.st.Settings())
	if c.State == hall.Mediating { // taken up again: the old agreement is not looked after
		want = nil
	}
	have, err := t.followUps(c.ID)
	if err != nil {
		return err
	}
	for _, v := range have {
		at := slices.IndexFunc(want, func(p hall.Planned) bool { return v.Visit != nil && p.Why == v.Visit.Why && p.Day == v.Visit.Planned })
		switch {
		case at >= 0:
			want = slices.Delete(want, at, at+1)
		case v.State == hall.Waiting && v.Visit != nil && v.Visit.Ruled() && len(v.Moves) == 0:
			v.State = hall.GoneAway
			if err := put(t, &consultKind, &v); err != nil {
				return err
			}
		}
	}
	for _, p := range want {
		if err := t.planFollowUp(c, p, hall.FollowVisit); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) followUps(id hall.CaseID) ([]hall.Consultation, error) {
	var out []hall.Consultation
	for p, err := range t.Range(tCaseSub, kv.Prefix(key(uint64(id)))) {
		if err != nil {
			return nil, err
		}
		v, err := get(t, &consultKind, number(p.Key), t.st.zone())
		if err != nil {
			return nil, err
		}
		if v.Kind == hall.FollowUp && v.State != hall.GoneAway {
			out = append(out, cloned(v))
		}
	}
	return out, nil
}

func (t *tx) planFollowUp(c hall.Case, p hall.Planned, way hall.FollowWay) error {
	v := visitOf(intakeOf(c), hall.FollowUp, t)
	v.Case, v.Day, v.Mediators, v.Expected = c.ID, p.Day, c.Mediators(), nil
	v.Visit = &hall.Visit{Why: p.Why, Way: way, Planned: p.Day}
	if a := c.Of(hall.Applicant); len(a) > 0 {
		v.Visit.Village = a[0].Details.Village
	}
	return put(t, &consultKind, &v)
}

// FollowUps lists follow-ups: the open ones by the day they are due, or those that were
// made, the latest first.
func (d *Desk) FollowUps(ctx context.Context, stage hall.Stage, limit int) (hall.VisitPage, error) {
	return d.stage(ctx, hall.FollowUp, stage, kv.Span{Limit: limit})
}

// Trip lists the open follow-ups due by a day village by village, for one trip: within a
// village the nearest dates together.
func (d *Desk) Trip(ctx context.Context, by hall.Day, limit int) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	err := d.read(ctx, hall.MayQueue, func(r kv.Reader) error {
		out = nil
		from := []byte(nil)
		for len(out) < limit {
			village, ok, err := nextVillage(r, from)
			if err != nil || !ok {
				return err
			}
			start := key(village, byte(0))
			rows, err := d.visitRows(r, tPlace, kv.Span{From: start, To: key(start, by+1), Limit: limit - len(out)})
			if err != nil {
				return err
			}
			out = append(out, rows...)
			from = key(village, byte(1)) // past all of this village
		}
		return nil
	})
	return out, err
}

// nextVillage is the first village with an open follow-up at or after a key.
func nextVillage(r kv.Reader, from []byte) (string, bool, error) {
	for p, err := range r.Range(tPlace, kv.Span{From: from, Limit: 1}) {
		if err != nil {
			return "", false, err
		}
		return string(p.Key[:len(p.Key)-13]), true, nil // the village, 0, the day, the number
	}
	return "", false, nil
}

// FollowUp reads a follow-up with its case.
func (d *Desk) FollowUp(ctx context.Context, id hall.ConsultationID) (hall.JointFile, error) {
	var f hall.JointFile
	err := d.read(ctx, hall.MayQueue, func(r kv.Reader) (err error) {
		f, err = d.visitFile(r, id, hall.FollowUp)
		return err
	})
	return f, err
}

// PlanFollowUp plans one by hand, on a case whose agreement is in force.
func (d *Desk) PlanFollowUp(ctx context.Context, on hall.CaseID, day hall.Day, way hall.FollowWay) error {
	return d.write(ctx, hall.MayQueue, func(t *tx) error {
		c, err := get(t, &caseKind, uint64(on), t.st.zone())
		switch {
		case err != nil:
			return err
		case !t.actor.MaySee(c):
			return hall.Refuse(hall.ErrClosedCase)
		case c.Agreement == nil || c.Agreement.Effective() == 0:
			return hall.Refuse(hall.ErrNothingToFollow)
		case day == 0:
			return hall.Refuse(hall.ErrRequired).In("day")
		case day < t.today():
			return hall.Refuse(hall.ErrSlotPast).In("day")
		}
		if err := t.noOther(on, 0, day); err != nil {
			return err
		}
		if err := t.planFollowUp(c, hall.Planned{Day: day, Why: hall.FollowByHand}, way); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedPlan, Case: on, Args: map[string]string{"number": c.Number, "day": day.String()}})
	})
}

// noOther refuses a second open follow-up of a case on one day.
func (t *tx) noOther(on hall.CaseID, but hall.ConsultationID, day hall.Day) error {
	have, err := t.followUps(on)
	for _, v := range have {
		if v.ID != but && v.State == hall.Waiting && v.Day == day {
			return hall.Refuse(hall.ErrPlannedFor, "day", day).In("day")
		}
	}
	return err
}

// MoveFollowUp gives a follow-up another day, and hours when the slot has some: then it
// stands in the calendar and takes its mediators' time.
func (d *Desk) MoveFollowUp(ctx context.Context, id hall.ConsultationID, rev uint64, slot hall.Slot, why string) (hall.Consultation, error) {
	return d.change(ctx, id, rev, hall.DeedMoveFollow, func(t *tx, v *hall.Consultation) ([]string, error) {
		switch {
		case v.Kind != hall.FollowUp || v.State != hall.Waiting:
			return nil, hall.Refuse(hall.ErrVisitState, "state", v.State)
		case slot.Day == 0:
			return nil, hall.Refuse(hall.ErrRequired).In("day")
		case slot.Day < t.today():
			return nil, hall.Refuse(hall.ErrSlotPast).In("day")
		case why == "":
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		if err := t.noOther(v.Case, v.ID, slot.Day); err != nil {
			return nil, err
		}
		c, err := t.caseOf(v.Case)
		if err != nil {
			return nil, err
		}
		m := hall.Move{At: t.now, By: t.actor.Name, From: v.Slot, To: slot, Reason: why}
		m.From.Day = v.Day
		v.Day, v.Slot = slot.Day, hall.Slot{}
		v.Mode = [...]hall.Mode{hall.AtHome, hall.ByPhone, hall.AtHome}[v.Visit.Way]
		if slot.To > slot.From {
			v.Slot = slot
			if v.Place = v.Visit.Village; v.Place == "" {
				v.Place = v.Who
			}
			v.Mediators = c.Mediators()
			if err := t.bookable(*v, c); err != nil {
				return nil, err
			}
		}
		v.Moves = append(v.Moves, m)
		return []string{"day", slot.Day.String(), "was", m.From.Day.String(), "reason", why}, nil
	})
}

// RecordFollowUp writes down a follow-up that was made; the next visit is planned with it.
func (d *Desk) RecordFollowUp(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, rec hall.FollowUpRecord) (hall.Consultation, error) {
	return d.change(ctx, id, rev, hall.DeedFollowUp, func(t *tx, v *hall.Consultation) ([]string, error) {
		if v.Kind != hall.FollowUp || v.State != hall.Waiting || v.Visit == nil {
			return nil, hall.Refuse(hall.ErrVisitState, "state", v.State)
		}
		if err := rec.Check(t.today()); err != nil {
			return nil, err
		}
		if rec.By == "" {
			rec.By = t.actor.Name
		}
		f := v.Visit
		f.On, f.Way, f.By, f.Performance, f.Satisfaction = rec.On, rec.Way, rec.By, rec.Performance, rec.Satisfaction
		f.Relapse, f.Findings, f.Lawsuit, f.Measures, f.Next, f.Written = rec.Relapse, rec.Findings, rec.Lawsuit, rec.Measures, rec.Next, t.now
		v.State, v.Ended, v.Day = hall.Ended, t.now, rec.On
		if rec.Next != 0 {
			c, err := t.caseOf(v.Case)
			if err != nil {
				return nil, err
			}
			err = t.noOther(v.Case, v.ID, rec.Next)
			if err == nil {
				err = t.planFollowUp(c, hall.Planned{Day: rec.Next, Why: hall.FollowNext}, rec.Way)
			} else if errors.Is(err, hall.Refuse(hall.ErrPlannedFor)) {
				err = nil // one is planned for that day already
			}
			if err != nil {
				return nil, err
			}
		}
		return []string{"performance", strconv.Itoa(int(rec.Performance)), "relapse", strconv.Itoa(int(rec.Relapse))}, t.dropDraft(draft)
	})
}
