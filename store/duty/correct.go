package duty

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// SignIn reads one sign-in, with the shifts of its day.
func (d *Desk) SignIn(ctx context.Context, id hall.SignInID) (hall.SignInFile, error) {
	var out hall.SignInFile
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		s, err := SignIns.Get(r, id)
		if err != nil {
			return err
		}
		one := []hall.SignIn{s}
		if err := d.veiler(r).signIns(one); err != nil {
			return err
		}
		out = hall.SignInFile{SignIn: one[0]}
		out.Shifts, err = d.standing(r, s.Day)
		for i := range out.Shifts {
			if err == nil && out.Shifts[i].ID == s.Duty {
				out.Stood, err = d.faces(r).stoodIn(out.Shifts[i], s)
			}
		}
		return err
	})
	return out, err
}

// standing are the shifts of a day that were not called off.
func (d *Desk) standing(r book.Reader, day hall.Day) ([]hall.Shift, error) {
	var out []hall.Shift
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, day, day)
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return slices.DeleteFunc(out, func(s hall.Shift) bool { return s.State != hall.DutyStands }), nil
}

// stoodIn reports whether who signed in for a shift is none of those who are planned for it.
func (f *faces) stoodIn(shift hall.Shift, s hall.SignIn) (bool, error) {
	for _, who := range shift.People {
		one, err := f.of(who)
		if err != nil || s.Of(one.ref) {
			return false, err
		}
	}
	return true, nil
}

// CorrectSignIn puts right when somebody came and went, and for which shift that was, with the reason;
// what stood before is kept with it. rev must be the one read.
func (d *Desk) CorrectSignIn(ctx context.Context, id hall.SignInID, rev uint64, fix hall.SignInFix, why string) (hall.SignIn, error) {
	return d.correct(ctx, id, rev, hall.OpCorrect, why, func(hall.SignIn) hall.SignInFix { return fix })
}

// EndSignIn writes down when somebody went home who forgot to sign out, with the reason.
func (d *Desk) EndSignIn(ctx context.Context, id hall.SignInID, rev uint64, out int, why string) (hall.SignIn, error) {
	return d.correct(ctx, id, rev, hall.OpOutLate, why, func(s hall.SignIn) hall.SignInFix {
		fix := hall.FixOfSignIn(s)
		fix.Out = out
		return fix
	})
}

func (d *Desk) correct(ctx context.Context, id hall.SignInID, rev uint64, op hall.Op, why string, as func(hall.SignIn) hall.SignInFix) (hall.SignIn, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.SignIn, error) {
		was, err := SignIns.Get(t, id)
		if err != nil {
			return was, err
		}
		if bad := hall.Why(hall.AttendanceCourse(), was, op, t.Actor, t.Now); bad != nil {
			return was, bad
		}
		if op == hall.OpOutLate && as(was).Out == 0 {
			return was, hall.Refuse(hall.ErrRequired).In(hall.FieldTo)
		}
		whose := func(s *hall.SignIn, args map[string]string) { args["name"] = s.Name }
		return book.Correct(t, SignIns, id, rev, why, whose, func(s *hall.SignIn) error {
			s.Items, s.Took = slices.Clone(s.Items), slices.Clone(s.Took)
			fix := as(*s)
			if bad := fix.Apply(s, t.Now); bad != nil {
				return bad
			}
			all, err := Of(t.Desk()).standing(t, s.Day)
			if err != nil {
				return err
			}
			if fix.Duty != was.Duty && fix.Duty != 0 && !slices.ContainsFunc(all, func(o hall.Shift) bool { return o.ID == fix.Duty }) {
				return hall.Refuse(hall.ErrDutyOff, "day", s.Day).In(hall.FieldDuty)
			}
			_, err = timed(t, s)
			return err
		})
	})
}

// timed refuses a sign-in that falls into another of the same person, and works out how late it is and
// how early its end. It gives back those of the day that stand already.
func timed(t *book.Tx, s *hall.SignIn) ([]hall.SignIn, error) {
	all, err := SignInsOn(t, s.Day)
	if err != nil {
		return nil, err
	}
	first, last := true, true
	for _, o := range all {
		if o.ID == s.ID || !o.Of(s.Who()) {
			continue
		}
		if bad := s.Beside(o); bad != nil {
			return nil, bad
		}
		first, last = first && s.In.Before(o.In), last && o.In.Before(s.In)
	}
	s.Count(t.Settings(), t.Calendar().On(s.Day), first, last)
	return all, nil
}
