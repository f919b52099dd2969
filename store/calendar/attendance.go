package calendar

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
)

// ChangeVisit reads a consultation, checks that it is the one the person saw and that its course
// has the operation, lets fn change it, and writes it with a line of the journal.
func (d *Desk) ChangeVisit(ctx context.Context, id hall.ConsultationID, rev uint64, op hall.Op,
	fn func(*book.Tx, *hall.Consultation) ([]string, error)) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.Consultation, error) { return attend(t, id, rev, op, fn) })
}

// attend is change inside a write; rev 0: whichever revision.
func attend(t *book.Tx, id hall.ConsultationID, rev uint64, op hall.Op, fn func(*book.Tx, *hall.Consultation) ([]string, error)) (hall.Consultation, error) {
	if rev == 0 {
		rev = book.AnyRev
	}
	var step Step
	var pairs []string
	v, err := book.Change(t, Consultations, id, rev, func(v *hall.Consultation) (err error) {
		if step, err = StepOn(t, *v, op); err != nil {
			return err
		}
		*v = Cloned(*v)
		if pairs, err = fn(t, v); err == nil {
			step.Done(t, v)
		}
		return err
	})
	if err != nil {
		return v, err
	}
	return v, LogVisit(t, step.Deed, v, pairs...)
}

// Step is an operation on a consultation that its course has: what the journal calls it, and what
// stood before it.
type Step struct {
	Deed hall.Deed
	op   hall.Op
	back bool // it can be taken back
	was  hall.Before
}

// StepOn begins an operation on a consultation, or says why its course has none now.
func StepOn(t *book.Tx, v hall.Consultation, op hall.Op) (Step, error) {
	may, err := Of(t.Desk()).MaySeeVisit(t, v)
	if err != nil {
		return Step{}, err
	}
	f := hall.JointFile{Consultation: v}
	if v.Kind == hall.Joint || v.Kind == hall.FollowUp { // who is to be asked about outsiders, whose it is, and whether it goes on
		if f.Case, err = duty.CaseAt(t, v.Case); err != nil {
			return Step{}, err
		}
	}
	deed, back, bad := hall.VisitStep(f, !may, op, t.Actor, t.Now)
	if bad != nil {
		return Step{}, bad
	}
	return Step{deed, op, back == hall.OpUndo || back == hall.OpStand, v.Before()}, nil
}

// Done remembers what stood before the step, for as long as it can be taken back. After one that
// cannot, there is nothing to take back; but who hears that something is called off changes nothing of that.
func (s Step) Done(t *book.Tx, v *hall.Consultation) {
	switch {
	case s.back:
		v.Stepped(s.op, s.was, t.Actor.Name, t.Now)
	case s.op != hall.OpNotify && s.op != hall.OpUntold && s.op != hall.OpTell || !v.State.Over():
		v.Last = nil
	}
}

// Cloned is a consultation whose lists may be changed.
func Cloned(v hall.Consultation) hall.Consultation {
	v.Notices, v.Moves, v.Expected = slices.Clone(v.Notices), slices.Clone(v.Moves), slices.Clone(v.Expected)
	if v.Joint != nil {
		j := *v.Joint
		j.Consents, j.Invited = slices.Clone(j.Consents), slices.Clone(j.Invited)
		v.Joint = &j
	}
	if v.Intake != nil {
		in := *v.Intake
		v.Intake = &in
	}
	if v.Visit != nil {
		f := *v.Visit
		v.Visit = &f
	}
	return v
}

// missedOf are those who did not come to the time as it stands.
func missedOf(v hall.Consultation) []hall.Expected {
	return slices.DeleteFunc(slices.Clone(v.Expected), func(e hall.Expected) bool { return !e.Missed })
}

// Notify records that parties were told of an appointment, or of what became of it: how, and whether
// they were reached. who are their places among those who are expected; none: all of them. rev must
// be the one read; 0: whichever.
func (d *Desk) Notify(ctx context.Context, id hall.ConsultationID, rev uint64, n hall.Notice, who ...int) (hall.Consultation, error) {
	op := hall.OpNotify
	if n.Void {
		op = hall.OpUntold
	}
	return d.ChangeVisit(ctx, id, rev, op, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if bad := v.Tell(n, who...); bad != nil {
			return nil, bad
		}
		told := n
		told.At, told.By, told.To = t.Now, t.Actor.Name, cmp.Or(n.To, strings.Join(v.Names(who...), "、"))
		v.Notices = append(v.Notices, told)
		return []string{"way", strconv.Itoa(int(n.Way)), "reached", strconv.FormatBool(n.Reached), "name", told.To}, nil
	})
}

// Confirm records that parties said they will come.
func (d *Desk) Confirm(ctx context.Context, id hall.ConsultationID, rev uint64, who ...int) (hall.Consultation, error) {
	return d.ChangeVisit(ctx, id, rev, hall.OpConfirm, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if bad := v.Agree(t.Now, who...); bad != nil {
			return nil, bad
		}
		return []string{"who", strings.Join(v.Names(who...), "、")}, nil
	})
}

// Arrive records that booked parties came. The first of them puts the appointment at the front of
// today's queue; who comes later joins them.
func (d *Desk) Arrive(ctx context.Context, id hall.ConsultationID, rev uint64, who ...int) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.IntakeResult, _ error) {
		v, err := attend(t, id, rev, hall.OpArrive, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
			missed := v.State == hall.NoShow
			if bad := v.Arrive(t.Now, who...); bad != nil {
				return nil, bad
			}
			if missed {
				if err := d.resume(t, v); err != nil {
					return nil, err
				}
			}
			name := []string{"name", strings.Join(v.Names(who...), "、")}
			if v.Number != 0 {
				return name, nil
			}
			v.Day, v.Arrived = t.Today(), t.Now
			c, err := duty.CaseAt(t, v.Case)
			if err != nil {
				return nil, err
			}
			if c.Urgent { // whoever comes about an urgent case goes first
				v.Urgent, v.UrgentWhy = true, c.UrgentWhy
			}
			return name, TakeNumber(t, v)
		})
		if err != nil {
			return out, err
		}
		out = hall.IntakeResult{Case: v.Case, Consultation: v.ID, Queue: v.Number}
		if v.State == hall.Waiting {
			out.Ahead, err = Waiting(t, v.Day, v.Order)
		}
		return out, err
	})
}

// NoShow records that booked parties did not come (爽约). It is seen when they are booked again. Of
// who was never told it is refused, unless somebody is sure.
func (d *Desk) NoShow(ctx context.Context, id hall.ConsultationID, rev uint64, sure bool, who ...int) error {
	_, err := d.ChangeVisit(ctx, id, rev, hall.OpMissed, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if bad := v.Miss(sure, who...); bad != nil {
			return nil, bad
		}
		return []string{"name", strings.Join(v.Names(who...), "、")}, nil
	})
	return err
}
