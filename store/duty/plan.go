package duty

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// PlanDuty works out a plan and shows it beside what stands, without writing anything. From
// today on only: what is past stays. See hall.PlanDuty for what makes a plan the best one.
func (d *Desk) PlanDuty(ctx context.Context, q hall.PlanQuery) (hall.DutyPreview, error) {
	var out hall.DutyPreview
	err := d.Read(ctx, hall.MayPlan, func(r book.Reader) (err error) {
		out, err = d.preview(r, q, supposed{})
		return err
	})
	return out, err
}

// preview works a plan out.
func (d *Desk) preview(r book.Reader, q hall.PlanQuery, with supposed) (hall.DutyPreview, error) {
	ask, err := d.dutyAsk(r, q, with)
	if err != nil {
		return hall.DutyPreview{}, err
	}
	plan, err := hall.PlanDuty(ask)
	if err != nil {
		return hall.DutyPreview{}, err
	}
	stamp, err := stampOf(plan.Shifts, plan.Moved)
	return hall.DutyPreview{DutyPlan: plan, Stamp: stamp}, err
}

// stampOf names what a preview showed.
func stampOf(parts ...any) (string, error) {
	h := sha256.New()
	for _, p := range parts {
		b, err := book.Encode(p)
		if err != nil {
			return "", err
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// SavePlan puts a plan in force that was shown by PlanDuty: the query is the same, and the
// stamp is the preview's. ErrConflict when something was changed meanwhile and the plan
// would be another one.
func (d *Desk) SavePlan(ctx context.Context, q hall.PlanQuery, stamp string) (hall.DutyPlan, error) {
	return book.Write(ctx, d.Desk, hall.MayPlan, func(t *book.Tx) (out hall.DutyPlan, _ error) {
		p, err := Of(t.Desk()).preview(t, q, supposed{})
		if err != nil {
			return out, err
		}
		if p.Stamp != stamp {
			return out, hall.Refuse(hall.ErrConflict)
		}
		out = p.DutyPlan
		if err := enforce(t, &out, ""); err != nil {
			return out, err
		}
		return out, t.Log(hall.Entry{Deed: hall.DeedDutyPlan, Args: map[string]string{
			"kind": kindArg(q.Kind), "day": out.From.String(), "last": out.To.String(),
			"n": strconv.Itoa(len(out.Changes) - out.Moved), "moved": strconv.Itoa(out.Moved),
		}})
	})
}

// enforce writes what a plan changes.
func enforce(t *book.Tx, p *hall.DutyPlan, reason string) error {
	for i := range p.Changes {
		c := &p.Changes[i]
		s := c.Now
		if c.What == hall.DiffNew {
			s.By, s.At = t.Actor.Name, t.Now
		} else {
			was, err := Shifts.Get(t, c.Was.ID)
			if err != nil {
				return err
			}
			if c.What == hall.DiffDropped {
				s = was
				s.State = hall.DutyReplaced
			}
			s.Rev = was.Rev
			s.Changes = append(slices.Clip(was.Changes), hall.DutyChange{
				At: t.Now, By: t.Actor.Name, What: hall.DutyReplanned, From: was.Day, To: s.Day, Was: was.People, Now: s.People, Reason: reason,
			})
		}
		if err := Shifts.Put(t, &s); err != nil {
			return err
		}
		if c.What != hall.DiffDropped {
			at := slices.IndexFunc(p.Shifts, func(o hall.Shift) bool {
				return o.ID == c.Now.ID && o.Day == c.Now.Day && o.Township == c.Now.Township && o.Kind == c.Now.Kind
			})
			c.Now = s
			p.Shifts[at] = s
		}
	}
	return nil
}

// previewLeaves works out what the plans become with other leaves: one for each kind of duty
// of somebody's, from the month in which the leave begins to the end of what is planned. A
// time for which nothing is planned yet is not planned by the way.
func (d *Desk) previewLeaves(r book.Reader, l hall.Leave, leaves func(from, to hall.Day) ([]hall.Leave, error)) (hall.LeavePreview, error) {
	var out hall.LeavePreview
	today := hall.DayOf(d.Now())
	from := max(l.From, today)
	faces, with := d.faces(r), supposed{leaves: leaves}
	var stamps []any
	for _, k := range hall.DutyKinds() {
		last, err := edge(r, k, true)
		if err != nil {
			return out, err
		}
		if last < from {
			continue
		}
		touched, err := d.shiftsOn(r, k, l.Who, from, min(l.To, last), faces)
		if err != nil {
			return out, err
		}
		out.Stays = append(out.Stays, touched...)
		if len(touched) == 0 && !l.Off {
			continue
		}
		y, m, _ := from.Date()
		first, err := firstPlanned(r, k, hall.NewDay(y, m, 1))
		if err != nil {
			return out, err
		}
		p, err := d.preview(r, hall.PlanQuery{Kind: k, From: first, To: last}, with)
		if book.Is(err, hall.ErrNoTeam) || book.Is(err, hall.ErrNoTownship) || book.Is(err, hall.ErrPlanRange) {
			continue // nothing that could be planned anew: what he has stays, and is shown
		}
		if err != nil {
			return out, err
		}
		out.Plans = append(out.Plans, p)
		with.plans = append(with.plans, p.DutyPlan) // the next kind's plan does not put anybody in two places
		stamps = append(stamps, p.Stamp)
	}
	var err error
	out.Stamp, err = stampOf(append(stamps, out.Stays)...)
	return out, err
}

// shiftsOn lists the shifts that somebody has in some days.
func (d *Desk) shiftsOn(r book.Reader, k hall.DutyKind, who hall.DutyRef, from, to hall.Day, f *faces) ([]hall.Shift, error) {
	list, err := d.planned(r, k, from, to)
	if err != nil {
		return nil, err
	}
	want, err := f.of(who)
	if err != nil {
		return nil, err
	}
	var out []hall.Shift
	for _, s := range list {
		if s.State != hall.DutyStands {
			continue
		}
		for _, p := range s.People {
			one, err := f.of(p)
			if err != nil {
				return nil, err
			}
			if one.ref.Same(want.ref) {
				out = append(out, s)
				break
			}
		}
	}
	return out, nil
}
