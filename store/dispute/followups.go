package dispute

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// FollowUps lists follow-ups: the open ones by the day they are due, or those that were
// made, the latest first.
func (d *Desk) FollowUps(ctx context.Context, stage hall.Stage, limit int) (hall.VisitPage, error) {
	return d.stage(ctx, hall.FollowUp, stage, kv.Span{Limit: limit})
}

// AllFollowUps lists the follow-ups as their screen groups them, by what is due today: each
// group at most limit rows, with how many it holds.
func (d *Desk) AllFollowUps(ctx context.Context, limit int) (hall.FollowUps, error) {
	var out hall.FollowUps
	today := hall.DayOf(d.Now())
	open, err := d.FollowUps(ctx, hall.StageOpen, 1)
	if err != nil {
		return out, err
	}
	if out.Ended, err = d.FollowUps(ctx, hall.StageEnded, limit); err != nil {
		return out, err
	}
	group := book.Key().Byte(byte(hall.FollowUp)).Byte(calendar.StageOpen)
	later := kv.Span{From: group.Day(today + hall.FollowSoon), To: kv.Prefix(group).To, Limit: limit}
	return out, d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if out.Overdue, err = d.DueIn(r, kv.Span{From: group, To: group.Day(today)}, limit); err != nil {
			return err
		}
		if out.Soon, err = d.DueIn(r, kv.Span{From: group.Day(today), To: later.From}, limit); err != nil {
			return err
		}
		out.Later.Total = max(open.Total-out.Overdue.Total-out.Soon.Total, 0)
		out.Later.Rows, err = d.warned(r, later)
		return err
	})
}

// DueIn is a stretch of the open follow-ups: its first rows, and how many there are.
func (d *Desk) DueIn(r book.Reader, span kv.Span, limit int) (hall.VisitPage, error) {
	var out hall.VisitPage
	for _, err := range r.Range(calendar.ByStage.Table, span) {
		if err != nil {
			return out, err
		}
		out.Total++
	}
	span.Limit = limit
	var err error
	out.Rows, err = d.warned(r, span)
	return out, err
}

// Trip lists the visits due by a day village by village, for one trip: the village with the
// most urgent one first, within a village the nearest dates together. Follow-ups by
// telephone, or in the hall, need no trip; whatever the reader may not see is left out. rest
// is how many were left out for want of room.
func (d *Desk) Trip(ctx context.Context, by hall.Day, limit int) (stops []hall.Stop, rest int, err error) {
	var villages [][]hall.Stop
	err = d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		villages, rest = nil, 0
		from := []byte(nil)
		for n := 0; ; {
			village, ok, err := nextVillage(r, from)
			if err != nil || !ok {
				return err
			}
			start := book.Key().Text(village).End()
			rows, err := duty.Of(d.Desk).VisitsIn(r, calendar.ByPlace.Table, kv.Span{From: start, To: book.Path(start).Day(by + 1)})
			if err != nil {
				return err
			}
			rows = slices.DeleteFunc(rows, func(v hall.VisitRow) bool { return v.Hidden || v.Way != hall.FollowVisit })
			fit := min(len(rows), limit-n)
			rest, n = rest+len(rows)-fit, n+fit
			here, err := d.stops(r, rows[:fit])
			if err != nil {
				return err
			}
			same := slices.IndexFunc(villages, func(o []hall.Stop) bool { return hall.LikePlace(o[0].Visit.Village, village) == hall.PlaceSame })
			switch { // 小港 and 小港村 are one stop
			case len(here) == 0:
			case same >= 0:
				villages[same] = append(villages[same], here...)
				slices.SortStableFunc(villages[same], func(a, b hall.Stop) int { return cmp.Compare(a.Visit.Day, b.Visit.Day) })
			default:
				villages = append(villages, here)
			}
			from = book.Key().Text(village).Byte(1) // past all of this village
		}
	})
	slices.SortStableFunc(villages, func(a, b []hall.Stop) int { return cmp.Compare(a[0].Visit.Day, b[0].Visit.Day) })
	return slices.Concat(villages...), rest, err
}

// stops reads what must be known at each place of a trip.
func (d *Desk) stops(r book.Reader, rows []hall.VisitRow) ([]hall.Stop, error) {
	var out []hall.Stop
	for _, row := range rows {
		f, err := d.visitFile(r, row.ID, hall.FollowUp)
		if err != nil {
			return nil, err
		}
		s := hall.Stop{Visit: row, Number: f.Case.Number, Parties: f.Case.Parties, Warning: f.Warning}
		if f.Consultation.Visit != nil {
			s.Why = f.Consultation.Visit.Why
		}
		if a := f.Case.Agreement(); a != nil {
			s.Terms, s.PerformBy, s.Performed = a.Terms, a.PerformBy, a.Performed
		}
		out = append(out, s)
	}
	return out, nil
}

// nextVillage is the first village with an open follow-up at or after a key.
func nextVillage(r book.Reader, from []byte) (string, bool, error) {
	for p, err := range r.Range(calendar.ByPlace.Table, kv.Span{From: from, Limit: 1}) {
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
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		f, err = d.visitFile(r, id, hall.FollowUp)
		return err
	})
	return f, err
}

// PlanFollowUp plans one by hand, on a case whose agreement is in force. The draft (0: none)
// is removed with it.
func (d *Desk) PlanFollowUp(ctx context.Context, on hall.CaseID, draft hall.DraftID, day hall.Day, way hall.FollowWay) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Consultation, _ error) {
		c, err := calendar.PlanOn(t, on, hall.OpPlan)
		if err != nil {
			return out, err
		}
		if err := freeDay(t, on, 0, day); err != nil {
			return out, err
		}
		if out, err = planFollowUp(t, c, hall.Planned{Day: day, Why: hall.FollowByHand}, way); err != nil {
			return out, err
		}
		if err := t.Log(hall.Entry{Deed: hall.DeedPlan, Case: on, Consultation: out.ID,
			Args: map[string]string{"number": c.Number, "day": day.String()}}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// freeDay refuses a day on which a follow-up cannot stand: none, one that has passed, one on
// which another follow-up of the case stands.
func freeDay(t *book.Tx, on hall.CaseID, but hall.ConsultationID, day hall.Day) error {
	switch {
	case day == 0:
		return hall.Refuse(hall.ErrRequired).In("day")
	case day < t.Today():
		return hall.Refuse(hall.ErrDayBefore, "day", t.Today()).In("day")
	}
	return noOther(t, on, but, day, "day")
}

// noOther refuses a second open follow-up of a case on one day.
func noOther(t *book.Tx, on hall.CaseID, but hall.ConsultationID, day hall.Day, field string) error {
	have, err := followUps(t, on)
	for _, v := range have {
		if v.ID != but && v.State == hall.Waiting && v.Day == day {
			return hall.Refuse(hall.ErrPlannedFor, "day", day).In(field)
		}
	}
	return err
}

// MoveFollowUp gives a follow-up another day or way, and hours when the booking's slot has
// some: then it stands in the calendar and takes its mediators' time, in the hall a room's
// too. The draft (0: none) is removed with it.
func (d *Desk) MoveFollowUp(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, way hall.FollowWay, b hall.Booking,
	why string) (hall.Consultation, error) {
	return calendar.Of(d.Desk).ChangeVisit(ctx, id, rev, hall.OpMove, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if v.Kind != hall.FollowUp || v.Visit == nil {
			return nil, hall.Refuse(hall.ErrNotFound)
		}
		if err := freeDay(t, v.Case, v.ID, b.Slot.Day); err != nil {
			return nil, err
		}
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		c, err := calendar.CaseOf(t, v.Case)
		if err != nil {
			return nil, err
		}
		m := hall.Move{At: t.Now, By: t.Actor.Name, From: v.Slot, Was: v.Room, To: b.Slot, Now: b.Room, Reason: why}
		m.From.Day = v.Day
		if v.Visit.Way != way {
			v.LetDown() // what was agreed with the household was the way, too
		}
		v.Visit.Way = way
		if err := setFollowUp(t, v, c, b); err != nil {
			return nil, err
		}
		v.Moves = append(v.Moves, m)
		return []string{"day", v.Day.String(), "was", m.From.Day.String(), "reason", why}, t.DropDraft(draft)
	})
}

// setFollowUp puts a follow-up on its day, and into the calendar when it has hours.
func setFollowUp(t *book.Tx, v *hall.Consultation, c hall.Case, b hall.Booking) error {
	was := v.Slot
	v.Day, v.Mode, v.Slot, v.Room, v.Place, v.Mediators = b.Slot.Day, followMode(v.Visit.Way), hall.Slot{}, "", "", c.Mediators()
	if b.Slot.From == 0 && b.Slot.To == 0 {
		v.LetDown()
		return nil
	}
	v.Slot = b.Slot
	v.Expect(c.Of(hall.Applicant), was == b.Slot) // who is visited
	switch v.Mode {
	case hall.InRoom:
		v.Room = b.Room
	case hall.AtHome:
		v.Place = cmp.Or(v.Visit.Village, v.Who)
	}
	return calendar.Bookable(t, *v, c)
}

// RecordFollowUp writes down a follow-up that was made; the next visit is planned with it.
// The draft (0: none) is removed with it.
func (d *Desk) RecordFollowUp(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, rec hall.FollowUpRecord) (hall.Consultation, error) {
	return calendar.Of(d.Desk).ChangeVisit(ctx, id, rev, hall.OpRecord, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if v.Kind != hall.FollowUp || v.Visit == nil {
			return nil, hall.Refuse(hall.ErrNotFound)
		}
		if err := rec.Check(t.Today()); err != nil {
			return nil, err
		}
		c, err := calendar.CaseOf(t, v.Case)
		if err != nil {
			return nil, err
		}
		if a := c.Agreement(); a != nil && rec.On < a.Effective() {
			return nil, hall.Refuse(hall.ErrDayBefore, "day", a.Effective()).In("on")
		}
		rec := rec
		if rec.By == "" {
			rec.By = t.Actor.Name
		}
		rec.Write(v.Visit)
		v.Visit.Written = t.Now
		v.State, v.Ended, v.Day = hall.Ended, t.Now, rec.On
		if err := planNext(t, *v, c); err != nil {
			return nil, err
		}
		return []string{"performance", strconv.Itoa(int(rec.Performance)), "relapse", strconv.Itoa(int(rec.Relapse))}, t.DropDraft(draft)
	})
}

// planNext plans the next visit that a follow-up ends with, unless one stands on that day.
func planNext(t *book.Tx, v hall.Consultation, c hall.Case) error {
	next := v.Visit.Next
	if next == 0 {
		return nil
	}
	err := noOther(t, v.Case, v.ID, next, "next")
	if errors.Is(err, hall.Refuse(hall.ErrPlannedFor)) {
		return nil
	}
	if err == nil {
		_, err = planFollowUp(t, c, hall.Planned{Day: next, Why: hall.FollowNext}, v.Visit.Way)
	}
	return err
}
