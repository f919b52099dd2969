package dispute

import (
	"slices"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
)

// KeepPlan brings the follow-ups of a case in line with its agreement: those that the rules
// ask for and that are not there yet are planned, those still open that no rule asks for any
// more are taken back. What was planned by hand, or moved, stays; what somebody cancelled is
// not planned again.
func KeepPlan(t *book.Tx, c hall.Case) error {
	want := hall.PlanFollowUps(c, t.Settings())
	have, err := followUps(t, c.ID)
	if err != nil {
		return err
	}
	for _, v := range have {
		at := slices.IndexFunc(want, func(p hall.Planned) bool { return p.Why == v.Visit.Why && p.Day == v.Visit.Planned })
		switch {
		case at >= 0 && !v.Visit.TakenBack:
			want = slices.Delete(want, at, at+1)
		case v.State == hall.Waiting && v.Visit.Ruled() && len(v.Moves) == 0:
			if err := takeBack(t, v, ""); err != nil {
				return err
			}
			continue
		}
		if err := keepUp(t, v, c); err != nil {
			return err
		}
	}
	for _, p := range want {
		if standsOn(have, p.Day) {
			continue
		}
		if _, err := planFollowUp(t, c, p, hall.FollowVisit); err != nil {
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
func keepUp(t *book.Tx, v hall.Consultation, c hall.Case) error {
	now := c.Mediators()
	if v.Timed() {
		now = v.Mediators
	}
	if v.State != hall.Waiting || v.Type == c.Type && v.Subject == c.Subject && slices.Equal(v.Mediators, now) {
		return nil
	}
	v.Type, v.Subject, v.Mediators = c.Type, c.Subject, now
	return calendar.Consultations.Put(t, &v)
}

// takeBack cancels an open follow-up that nothing asks for any more; its time is free again.
func takeBack(t *book.Tx, v hall.Consultation, why string) error {
	v.CallOff(why)
	v.Visit.TakenBack = true
	if err := calendar.Consultations.Put(t, &v); err != nil {
		return err
	}
	return calendar.LogVisit(t, hall.DeedDropFollow, v, "day", v.Day.String(), "reason", why)
}

// reopened takes back all that is planned to look after the agreement of a case that is
// taken up again, also what was moved or planned by hand, and writes with the follow-up that
// found the relapse that its own case was taken up.
func reopened(t *book.Tx, c hall.Case, why string) error {
	have, err := followUps(t, c.ID)
	if err != nil {
		return err
	}
	for _, v := range have {
		if v.State != hall.Waiting {
			continue
		}
		if err := takeBack(t, v, why); err != nil {
			return err
		}
	}
	return cameBack(t, c.ID, c.ID)
}

// cameBack writes with the last follow-up that found a relapse which case deals with it.
func cameBack(t *book.Tx, before, by hall.CaseID) error {
	if before == 0 {
		return nil
	}
	have, err := followUps(t, before)
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
	return calendar.Consultations.Put(t, last)
}

// followUps are those of a case, cancelled ones too, each with what a follow-up holds.
func followUps(t *book.Tx, id hall.CaseID) ([]hall.Consultation, error) {
	all, err := calendar.ConsultationsOn(t, id)
	var out []hall.Consultation
	for _, v := range all {
		if v.Kind == hall.FollowUp && v.Visit != nil {
			out = append(out, calendar.Cloned(v))
		}
	}
	return out, err
}

func planFollowUp(t *book.Tx, c hall.Case, p hall.Planned, way hall.FollowWay) (hall.Consultation, error) {
	v := calendar.VisitOf(calendar.IntakeOf(c), hall.FollowUp, t)
	v.Case, v.Day, v.Mediators, v.Expected = c.ID, p.Day, c.Mediators(), nil
	v.Visit = &hall.Visit{Why: p.Why, Way: way, Planned: p.Day}
	if a := c.Of(hall.Applicant); len(a) > 0 {
		v.Visit.Village = a[0].Details.Village
	}
	v.Mode = followMode(way)
	return v, calendar.Consultations.Put(t, &v)
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
