package store

import (
	"slices"

	"sizhen/store/hall"
)

// planned brings the follow-ups of a case in line with its agreement: those that the rules
// ask for and that are not there yet are planned, those still open that no rule asks for any
// more are taken back. What was planned by hand, or moved, stays; what somebody cancelled is
// not planned again.
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
		at := slices.IndexFunc(want, func(p hall.Planned) bool { return p.Why == v.Visit.Why && p.Day == v.Visit.Planned })
		switch {
		case at >= 0 && !v.Visit.TakenBack:
			want = slices.Delete(want, at, at+1)
		case v.State == hall.Waiting && v.Visit.Ruled() && len(v.Moves) == 0:
			if err := t.takeBack(v, ""); err != nil {
				return err
			}
			continue
		}
		if err := t.keepUp(v, c); err != nil {
			return err
		}
	}
	for _, p := range want {
		if standsOn(have, p.Day) {
			continue
		}
		if _, err := t.planFollowUp(c, p, hall.FollowVisit); err != nil {
			return err
		}
	}
	return nil
}

// standsOn reports whether an open follow-up stands on a day already: moved there, or planned
// by hand. Nobody is visited twice a day.
func standsOn(have []hall.Consultation, day hall.Day) bool {
	return slices.ContainsFunc(have, func(v hall.Consultation) bool {
		return v.State == hall.Waiting && v.Day == day && (!v.Visit.Ruled() || len(v.Moves) > 0)
	})
}

// keepUp has an open follow-up say of its case what is true by now: corrected, or with other
// mediators. One with an hour has taken the time of those it was booked with.
func (t *tx) keepUp(v hall.Consultation, c hall.Case) error {
	now := c.Mediators()
	if v.Timed() {
		now = v.Mediators
	}
	if v.State != hall.Waiting || v.Type == c.Type && v.Subject == c.Subject && slices.Equal(v.Mediators, now) {
		return nil
	}
	v.Type, v.Subject, v.Mediators = c.Type, c.Subject, now
	return consultKind.Put(t.Tx, &v)
}

// takeBack cancels an open follow-up that nothing asks for any more; its time is free again.
func (t *tx) takeBack(v hall.Consultation, why string) error {
	v.State, v.Reason, v.Visit.TakenBack = hall.GoneAway, why, true
	if err := consultKind.Put(t.Tx, &v); err != nil {
		return err
	}
	return t.logVisit(hall.DeedDropFollow, v, "day", v.Day.String(), "reason", why)
}

// reopened takes back all that is planned to look after the agreement of a case that is
// taken up again, also what was moved or planned by hand, and writes with the follow-up that
// found the relapse that its own case was taken up.
func (t *tx) reopened(c hall.Case, why string) error {
	have, err := t.followUps(c.ID)
	if err != nil {
		return err
	}
	for _, v := range have {
		if v.State != hall.Waiting {
			continue
		}
		if err := t.takeBack(v, why); err != nil {
			return err
		}
	}
	return t.cameBack(c.ID, c.ID)
}

// cameBack writes with the last follow-up that found a relapse which case deals with it.
func (t *tx) cameBack(before, by hall.CaseID) error {
	if before == 0 {
		return nil
	}
	have, err := t.followUps(before)
	if err != nil {
		return err
	}
	var last *hall.Consultation
	for i, v := range have {
		if v.State == hall.Ended && v.Visit.Relapse == hall.RelapseBack && v.Visit.Again == 0 && (last == nil || v.Day >= last.Day) {
			last = &have[i]
		}
	}
	if last == nil {
		return nil
	}
	last.Visit.Again = by
	return consultKind.Put(t.Tx, last)
}

// followUps are those of a case, cancelled ones too, each with what a follow-up holds.
func (t *tx) followUps(id hall.CaseID) ([]hall.Consultation, error) {
	all, err := t.consultations(id)
	var out []hall.Consultation
	for _, v := range all {
		if v.Kind == hall.FollowUp && v.Visit != nil {
			out = append(out, cloned(v))
		}
	}
	return out, err
}

func (t *tx) planFollowUp(c hall.Case, p hall.Planned, way hall.FollowWay) (hall.Consultation, error) {
	v := visitOf(intakeOf(c), hall.FollowUp, t)
	v.Case, v.Day, v.Mediators, v.Expected = c.ID, p.Day, c.Mediators(), nil
	v.Visit = &hall.Visit{Why: p.Why, Way: way, Planned: p.Day}
	if a := c.Of(hall.Applicant); len(a) > 0 {
		v.Visit.Village = a[0].Details.Village
	}
	v.Mode = followMode(way)
	return v, consultKind.Put(t.Tx, &v)
}

// followMode is how the calendar shows a follow-up.
func followMode(w hall.FollowWay) hall.Mode {
	switch w {
	case hall.FollowPhone:
		return hall.ByPhone
	case hall.FollowHall:
		return hall.InRoom
	}
	return hall.AtHome
}
