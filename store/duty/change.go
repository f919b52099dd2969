package duty

import (
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// names lists people for a line of the journal.
func names(people []hall.DutyRef) string {
	out := make([]string, len(people))
	for i, p := range people {
		out[i] = p.Name
	}
	return strings.Join(out, "、")
}

// canTake says why somebody cannot have duty on a day: nil, or that he has another shift (but
// those named), is on leave, or attends a joint consultation.
func (d *Desk) canTake(r book.Reader, f *faces, who hall.DutyRef, day hall.Day, but ...hall.ShiftID) (*hall.Error, error) {
	one, err := f.of(who)
	if err != nil {
		return nil, err
	}
	if !one.here {
		return hall.Refuse(hall.ErrNotAssignable, "name", who.Name).In("people"), nil
	}
	for _, k := range hall.DutyKinds() {
		list, err := d.shiftsOn(r, k, one.ref, day, day, f)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			if !slices.Contains(but, s.ID) {
				return hall.Refuse(hall.ErrDutyTwice, "name", who.Name, "day", day).In("people"), nil
			}
		}
	}
	leaves, err := d.leavesIn(r, day, day)
	if err != nil {
		return nil, err
	}
	for _, l := range leaves {
		away, err := f.of(l.Who)
		if err != nil {
			return nil, err
		}
		if away.ref.Same(one.ref) {
			return hall.Refuse(hall.ErrOnLeave, "name", who.Name, "day", day).In("people"), nil
		}
	}
	days, err := d.attends(r, one.ref, day, day)
	if err == nil && len(days) > 0 {
		return hall.Refuse(hall.ErrAttends, "name", who.Name, "day", day).In("people"), nil
	}
	return nil, err
}

// changeDuty changes a shift that stands and is not past. The record keeps the trail, and the
// next plan leaves the shift alone.
func (d *Desk) changeDuty(ctx context.Context, id hall.ShiftID, rev uint64, op hall.Op, reason string,
	fn func(*book.Tx, *hall.Shift) error) (hall.Shift, error) {
	what := map[hall.Op]hall.DutyChangeKind{hall.OpMove: hall.DutyMoved, hall.OpAssign: hall.DutyAssigned, hall.OpOff: hall.DutyCalledOff}[op]
	return book.Write(ctx, d.Desk, hall.MayPlan, func(t *book.Tx) (out hall.Shift, _ error) {
		s, err := Shifts.Get(t, id)
		switch {
		case err != nil:
			return out, err
		case s.Rev != rev:
			return out, hall.Refuse(hall.ErrConflict)
		}
		deed, err := dutyDeed(t, s, op)
		if err != nil {
			return out, err
		}
		if err := needReason(reason); err != nil {
			return out, err
		}
		was := s
		if err := fn(t, &s); err != nil {
			return out, err
		}
		s.Fixed = true
		s.Changes = append(slices.Clip(was.Changes), hall.DutyChange{
			At: t.Now, By: t.Actor.Name, What: what, From: was.Day, To: s.Day, Was: was.People, Now: s.People, Reason: reason,
		})
		if err := Shifts.Put(t, &s); err != nil {
			return out, err
		}
		if s.Day != was.Day || s.State != was.State {
			if err := lapse(t, s.ID); err != nil {
				return out, err
			}
		}
		out = s
		args := map[string]string{"day": s.Day.String(), "names": names(s.People), "reason": reason}
		if was.Day != s.Day {
			args["was"] = was.Day.String()
		}
		return out, t.Log(hall.Entry{Deed: deed, Args: args})
	})
}

// dutyDeed is what the journal calls an operation on a shift, or why its course has none now.
func dutyDeed(t *book.Tx, s hall.Shift, op hall.Op) (hall.Deed, error) {
	row, bad := hall.ShiftCourse().May(hall.DutyRow{Shift: s, Mine: s.Mine(t.Actor)}, op, t.Actor, t.Now)
	if bad != nil {
		return "", bad
	}
	return row.Deed, nil
}

// MoveDuty moves a shift to another day, with the reason. The county team comes on an open
// day only; everybody on the shift must be free then.
func (d *Desk) MoveDuty(ctx context.Context, id hall.ShiftID, rev uint64, to hall.Day, reason string) (hall.Shift, error) {
	return d.changeDuty(ctx, id, rev, hall.OpMove, reason, func(t *book.Tx, s *hall.Shift) error {
		if err := checkDay(t, s.Kind, to); err != nil {
			return err
		}
		s.Day = to
		return free(t, *s)
	})
}

// checkDay refuses days on which there can be no shift.
func checkDay(t *book.Tx, k hall.DutyKind, day hall.Day) error {
	switch {
	case day == 0:
		return hall.Refuse(hall.ErrRequired).In("day")
	case day < t.Today():
		return hall.Refuse(hall.ErrDutyPast, "day", day).In("day")
	case k == hall.DutyCounty:
		return t.Calendar().Closed(day).Or(nil)
	}
	return nil
}

// free refuses a shift with somebody who cannot come; who left the hall holds no place back.
func free(t *book.Tx, s hall.Shift) error {
	f := Of(t.Desk()).faces(t)
	for _, who := range s.People {
		if one, err := f.of(who); err != nil {
			return err
		} else if !one.here {
			continue
		}
		why, err := Of(t.Desk()).canTake(t, f, who, s.Day, s.ID)
		if err != nil {
			return err
		}
		if why != nil {
			return why
		}
	}
	return nil
}

// AssignDuty gives a shift to other people, or to some where places are empty, with the
// reason. Who stays on it need not be free: he has it already.
func (d *Desk) AssignDuty(ctx context.Context, id hall.ShiftID, rev uint64, people []hall.DutyRef, reason string) (hall.Shift, error) {
	return d.changeDuty(ctx, id, rev, hall.OpAssign, reason, func(t *book.Tx, s *hall.Shift) error {
		f := Of(t.Desk()).faces(t)
		refs, err := crewOf(t, people)
		if err != nil {
			return err
		}
		for _, who := range refs {
			if s.Has(who) {
				continue
			}
			why, err := Of(t.Desk()).canTake(t, f, who, s.Day, s.ID)
			if err != nil {
				return err
			}
			if why != nil {
				return why
			}
		}
		s.People, s.Need = refs, max(s.Need, len(refs))
		return nil
	})
}

// crewOf looks up who is put on a shift by hand: somebody, and not too many.
func crewOf(t *book.Tx, people []hall.DutyRef) ([]hall.DutyRef, error) {
	refs, err := Of(t.Desk()).faces(t).all(people)
	switch n := len(refs); {
	case err != nil:
		return nil, err
	case n == 0:
		return nil, hall.Refuse(hall.ErrRequired).In("people")
	case n > hall.MaxOnDuty:
		return nil, hall.Refuse(hall.ErrTooMany, "n", n, "most", hall.MaxOnDuty).In("people")
	}
	return refs, nil
}

// needReason refuses a change without its reason.
func needReason(why string) error {
	if strings.TrimSpace(why) == "" {
		return hall.Refuse(hall.ErrReason).In("reason")
	}
	return tooLong(why, "reason")
}

// CallOffDuty calls a shift off (取消), with the reason. No later plan puts another in its place.
func (d *Desk) CallOffDuty(ctx context.Context, id hall.ShiftID, rev uint64, reason string) (hall.Shift, error) {
	return d.changeDuty(ctx, id, rev, hall.OpOff, reason, func(_ *book.Tx, s *hall.Shift) error {
		s.State = hall.DutyOff
		return nil
	})
}

// AddDuty adds a shift by hand, beside what is planned: kind, day, township and people are
// taken from s.
func (d *Desk) AddDuty(ctx context.Context, s hall.Shift, reason string) (hall.Shift, error) {
	return book.Write(ctx, d.Desk, hall.MayPlan, func(t *book.Tx) (out hall.Shift, _ error) {
		add := hall.Shift{Kind: s.Kind, Day: s.Day, Township: s.Township, Fixed: true, By: t.Actor.Name, At: t.Now}
		if err := checkDay(t, add.Kind, add.Day); err != nil {
			return out, err
		}
		if err := needReason(reason); err != nil {
			return out, err
		}
		if add.Kind == hall.DutyCounty && !slices.ContainsFunc(t.Settings().Rotation(), func(o hall.DutyTown) bool { return o.Name == add.Township }) {
			return out, hall.Refuse(hall.ErrRequired).In("township")
		}
		var err error
		if add.People, err = crewOf(t, s.People); err != nil {
			return out, err
		}
		add.Need = len(add.People)
		if err := free(t, add); err != nil {
			return out, err
		}
		add.Changes = []hall.DutyChange{{At: t.Now, By: t.Actor.Name, What: hall.DutyAssigned, From: add.Day, To: add.Day, Now: add.People, Reason: reason}}
		if err := Shifts.Put(t, &add); err != nil {
			return out, err
		}
		out = add
		return out, t.Log(hall.Entry{Deed: hall.DeedDutyAdd, Args: map[string]string{"day": add.Day.String(), "names": names(add.People), "reason": reason}})
	})
}

// DutyCandidates lists the team of a kind of duty with why somebody could not take a shift
// on a day. except (0: none) is the shift that is changed.
func (d *Desk) DutyCandidates(ctx context.Context, k hall.DutyKind, day hall.Day, except hall.ShiftID) ([]hall.DutyCandidate, error) {
	var out []hall.DutyCandidate
	err := d.Look(ctx, func(r book.Reader) error {
		out = nil
		list, err := d.members(r, k, day, day)
		if err != nil {
			return err
		}
		f := d.faces(r)
		first, last := day.Month()
		tally, err := d.tally(r, f, k, first, last)
		if err != nil {
			return err
		}
		for _, member := range list {
			one, err := f.of(member.Who)
			if err != nil {
				return err
			}
			if !one.here {
				continue
			}
			c := hall.DutyCandidate{Who: one.ref}
			for _, t := range tally {
				if t.Who.Same(one.ref) {
					c.Load = t.DutyLoad
				}
			}
			if c.Why, err = d.canTake(r, f, one.ref, day, except); err != nil {
				return err
			}
			out = append(out, c)
		}
		return nil
	})
	return out, err
}
