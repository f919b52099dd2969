package calendar

import (
	"context"
	"time"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// move changes the state of a walk-in, with what else the change brings.
func (d *Desk) move(ctx context.Context, id hall.ConsultationID, op hall.Op, to hall.ConsultState,
	more func(*book.Tx, *hall.Consultation) ([]string, error)) error {
	_, err := d.moved(ctx, id, op, to, more)
	return err
}

// moved is move, and how the walk-in stands then.
func (d *Desk) moved(ctx context.Context, id hall.ConsultationID, op hall.Op, to hall.ConsultState,
	more func(*book.Tx, *hall.Consultation) ([]string, error)) (hall.VisitRow, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.VisitRow, _ error) {
		v, err := Consultations.Get(t, id)
		if err != nil {
			return out, err
		}
		step, err := StepOn(t, v, op)
		if err != nil {
			return out, err
		}
		var pairs []string
		if more != nil {
			if pairs, err = more(t, &v); err != nil {
				return out, err
			}
		}
		v.State = to
		step.Done(t, &v)
		if err := Consultations.Put(t, &v); err != nil {
			return out, err
		}
		return hall.VisitRowOf(v), LogVisit(t, step.Deed, v, pairs...)
	})
}

// Skip passes over someone who did not come when called (过号).
func (d *Desk) Skip(ctx context.Context, id hall.ConsultationID) error {
	return d.move(ctx, id, hall.OpSkip, hall.SkippedOut, func(_ *book.Tx, v *hall.Consultation) ([]string, error) {
		v.Room = ""
		return nil, nil
	})
}

// ReturnToQueue lets someone wait again, at the end of the queue but before it if urgent;
// the number stays.
func (d *Desk) ReturnToQueue(ctx context.Context, id hall.ConsultationID) error {
	return d.move(ctx, id, hall.OpReturn, hall.Waiting, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		v.Room, v.Called, v.Later = v.BookedRoom(), time.Time{}, time.Time{}
		return nil, again(t, v)
	})
}

// MakeUrgent puts a waiting visitor first, with a reason.
func (d *Desk) MakeUrgent(ctx context.Context, id hall.ConsultationID, why string) error {
	return d.move(ctx, id, hall.OpUrgent, hall.Waiting, func(_ *book.Tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrUrgentReason).In("reason")
		}
		was := v.Urgent
		v.Urgent, v.UrgentWhy = true, why
		Rank(v, was)
		return []string{"reason", why}, nil
	})
}

// GoneAway records that somebody left without being seen; of a visitor of a day before, at which minute of
// that day, 0: when the hall closed.
func (d *Desk) GoneAway(ctx context.Context, id hall.ConsultationID, why string, at int) error {
	return d.move(ctx, id, hall.OpGone, hall.GoneAway, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		if bad := v.Over(at, t.Settings(), t.Calendar(), t.Now); bad != nil {
			return nil, bad
		}
		v.Reason, v.Room = why, ""
		return []string{"reason", why}, nil
	})
}

// ComesLater records that a visitor goes home without having been seen and will come another day.
func (d *Desk) ComesLater(ctx context.Context, id hall.ConsultationID) error {
	return d.move(ctx, id, hall.OpLater, hall.SkippedOut, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		v.ComesLater(t.Now)
		return nil, nil
	})
}

// ComesAgain gives a visitor who was left from another day a number of today.
func (d *Desk) ComesAgain(ctx context.Context, id hall.ConsultationID) (hall.VisitRow, error) {
	return d.moved(ctx, id, hall.OpAgain, hall.Waiting, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		was := v.Day
		v.ComesAgain(t.Now)
		return []string{"was", was.String()}, TakeNumber(t, v)
	})
}

// StartVisit begins a consultation; mediator 0 means the actor himself.
func (d *Desk) StartVisit(ctx context.Context, id hall.ConsultationID, mediator hall.MediatorID) error {
	op := hall.OpStart
	if mediator == 0 {
		op, mediator = hall.OpTake, d.Actor.Mediator
	}
	return d.move(ctx, id, op, hall.Started, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		m, err := people.Mediators.Get(t, mediator)
		if err != nil {
			return nil, err
		}
		if !m.Assignable() {
			return nil, hall.Refuse(hall.ErrNotAssignable, "name", m.Name).In("mediator")
		}
		if err := d.elsewhere(t, m, id); err != nil {
			return nil, err
		}
		v.Hold()
		v.Started, v.Mediators = t.Now, []hall.MediatorRef{{ID: m.ID, Name: m.Name}}
		return []string{"mediator", m.Name, "room", v.Room}, nil
	})
}

// TakeBack undoes the desk's last step with a visitor, of which it is the result. A room, a mediator or a
// booked time that somebody else has by now is not taken from him, and for a case that takes no appointment
// any more none is taken up again.
func (d *Desk) TakeBack(ctx context.Context, id hall.ConsultationID) (hall.Op, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (op hall.Op, _ error) {
		v, err := Consultations.Get(t, id)
		if err != nil {
			return op, err
		}
		step, err := StepOn(t, v, hall.OpUndo)
		if err != nil {
			return op, err
		}
		op, bad := v.Undo()
		if bad != nil {
			return op, bad
		}
		if op == hall.OpCancel {
			if _, err := PlanOn(t, v.Case, hall.OpBook); err != nil {
				return op, err
			}
		}
		if v.Day == t.Today() && (v.State == hall.Called || v.State == hall.Started) { // who was left from a day before is in no room now
			if err := d.stillFree(t, v); err != nil {
				return op, err
			}
		}
		if bad, err := d.givenAway(t, v); err != nil || bad != nil {
			return op, bad.Or(err)
		}
		if err := Consultations.Put(t, &v); err != nil {
			return op, err
		}
		return op, LogVisit(t, step.Deed, v, "what", string(op))
	})
}

// stillFree refuses to put somebody back into a room in which another is by now, or to a mediator
// who is with another.
func (d *Desk) stillFree(t *book.Tx, v hall.Consultation) error {
	q, err := d.QueueIn(t, t.Today())
	if err != nil {
		return err
	}
	if err := inUse(q, v.Room, v.ID); err != nil || v.State != hall.Started {
		return err
	}
	for _, m := range v.Mediators {
		if err := d.elsewhere(t, hall.Mediator{ID: m.ID, Name: m.Name}, v.ID); err != nil {
			return err
		}
	}
	return nil
}

// elsewhere refuses a mediator who is with somebody in another room.
func (d *Desk) elsewhere(t *book.Tx, m hall.Mediator, but hall.ConsultationID) error {
	q, err := d.QueueIn(t, t.Today())
	if err != nil {
		return err
	}
	for _, r := range q.Rooms {
		if r.Visit == nil || r.Visit.ID == but || r.Visit.State != hall.Started {
			continue
		}
		for _, other := range r.Visit.Mediators {
			if other.ID == m.ID {
				return hall.Refuse(hall.ErrElsewhere, "name", m.Name, "room", r.Room).In("mediator")
			}
		}
	}
	return nil
}
