package dispute

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// CorrectCase puts right who a case's parties are, what others must hear of it, and whether it is
// public. What stood before is kept with the case; the person a party is known as is put right
// where it has the same slip, and what is still to take place says the new words. rev must be the
// one read.
func (d *Desk) CorrectCase(ctx context.Context, id hall.CaseID, rev uint64, fix hall.CaseFix, why string) (hall.Case, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (hall.Case, error) {
		was, err := Cases.Get(t, id)
		if err != nil {
			return was, err
		}
		if bad := hall.Why(hall.CorrectionCourse(), was, hall.OpCorrect, t.Actor, t.Now); bad != nil {
			return was, bad
		}
		veil := func(c *hall.Case, args map[string]string) {
			hall.VeilCorrection(args, was.Confidential || c.Confidential)
		}
		as := fix
		if fix.Join != nil {
			in := hall.Intake{Parties: []hall.Party{*fix.Join}, Matter: was.Matter}
			if err := people.Meet(t, &in); err != nil {
				return was, err
			}
			as.Join = &in.Parties[0]
		}
		now, err := book.Correct(t, Cases, id, rev, why, veil, func(c *hall.Case) error {
			return as.Apply(c, t.Settings(), t.Today()).Or(nil)
		})
		if err != nil {
			return now, err
		}
		if fix.Join != nil || fix.Leave != 0 {
			return now, sayAnew(t, now)
		}
		for i, p := range now.Parties {
			if err := people.SameSlip(t, was.Parties[i].Details, p, why, now.Confidential); err != nil {
				return now, err
			}
		}
		return now, sayAnew(t, now)
	})
}

// amend completes or puts right what was registered of a dispute, or an agreement of it: the course's rules say
// what may be written, the book keeps what stood before (DOMAIN §3.13).
func amend(t *book.Tx, was hall.Case, s hall.Step) (hall.Case, error) {
	veil := func(c *hall.Case, args map[string]string) { hall.VeilCorrection(args, c.Confidential) }
	now, err := book.Correct(t, Cases, was.ID, was.Rev, s.Reason, veil, func(c *hall.Case) error {
		return hall.Apply(c, s, t.Actor, rules(t))
	})
	if err != nil {
		return now, err
	}
	if err := KeepPlan(t, now); err != nil {
		return now, err
	}
	return now, sayAnew(t, now)
}

// sayAnew has the consultations of a case that are not over say who its parties are now, and what it
// is about.
func sayAnew(t *book.Tx, c hall.Case) error {
	all, err := calendar.ConsultationsOn(t, c.ID)
	if err != nil {
		return err
	}
	for _, v := range all {
		if v.State.Over() {
			continue
		}
		more := len(v.Expected)
		if v.Follow(c); len(v.Expected) > more && v.Timed() && !v.Begun(t.Now) { // who joins may have to be elsewhere then
			if err := calendar.Bookable(t, v, c); err != nil {
				return err
			}
		}
		if err := calendar.Consultations.Put(t, &v); err != nil {
			return err
		}
	}
	return nil
}
