package calendar

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// Veil keeps names out of journal lines that everybody sees, for what is not public.
func Veil(t *book.Tx, confidential bool, args map[string]string) map[string]string {
	if confidential {
		for _, k := range []string{"name", "names", "who", "what", "reason", "line"} {
			delete(args, k)
		}
	}
	return args
}

// QueueNumber is a number as it is called; nothing for 0.
func QueueNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(1000 + n)[1:]
}

// Queue is the walk-in screen of a day, with what is booked in its rooms; of a day before, who was
// seen then, and, under Left, who came and is not done with.
func (d *Desk) Queue(ctx context.Context, day hall.Day) (hall.Queue, error) {
	var q hall.Queue
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if day < hall.DayOf(d.Now()) {
			q, err = d.past(r, day)
			return err
		}
		if q, err = d.WarnedIn(r, day); err != nil {
			return err
		}
		booked, err := duty.Of(d.Desk).DayIn(r, day, 'a')
		q.Book(booked, hall.MinuteOf(d.Now()))
		return err
	})
	return q, err
}

// past is a day that is over.
func (d *Desk) past(r book.Reader, day hall.Day) (hall.Queue, error) {
	q := hall.Queue{Day: day}
	rows, err := duty.Of(d.Desk).DayIn(r, day, 'q')
	if err != nil {
		return q, err
	}
	for _, row := range rows {
		if row.State.Over() {
			q.Ended = append(q.Ended, row)
		} else {
			q.Left = append(q.Left, row)
		}
	}
	return q, d.warn(r, q.Left)
}

// WarnedIn is Queue inside a read.
func (d *Desk) WarnedIn(r book.Reader, day hall.Day) (hall.Queue, error) {
	return d.queue(r, day, d.warn)
}

// QueueIn is who stands where, for those who do not meet them: what must be known first of who is
// there is not read.
func (d *Desk) QueueIn(r book.Reader, day hall.Day) (hall.Queue, error) {
	return d.queue(r, day, func(book.Reader, []hall.VisitRow) error { return nil })
}

func (d *Desk) queue(r book.Reader, day hall.Day, warn func(book.Reader, []hall.VisitRow) error) (hall.Queue, error) {
	q := hall.Queue{Day: day}
	rows, err := duty.Of(d.Desk).DayIn(r, day, 'q')
	if err != nil {
		return q, err
	}
	if q.Left, err = d.leftOver(r, day); err != nil {
		return q, err
	}
	for _, of := range [][]hall.VisitRow{rows, q.Left} {
		if err := warn(r, of); err != nil {
			return q, err
		}
	}
	in := map[string]*hall.VisitRow{}
	for i := range rows {
		row := rows[i]
		switch row.State {
		case hall.Waiting:
			q.Waiting = append(q.Waiting, row)
		case hall.Called:
			q.Called = append(q.Called, row)
			if in[row.Room] == nil {
				in[row.Room] = &row
			}
		case hall.Started:
			in[row.Room] = &row
		case hall.SkippedOut:
			q.Skipped = append(q.Skipped, row)
		case hall.Ended, hall.GoneAway:
			q.Ended = append(q.Ended, row)
		}
	}
	for _, room := range d.Settings().Rooms {
		q.Rooms = append(q.Rooms, hall.RoomNow{Room: room, Visit: in[room]})
		delete(in, room)
	}
	for _, v := range in { // in a room that was taken out of the settings meanwhile
		q.Rooms = append(q.Rooms, hall.RoomNow{Room: v.Room, Visit: v})
	}
	slices.SortStableFunc(q.Ended, func(a, b hall.VisitRow) int { return b.Ended.Compare(a.Ended) })
	return q, nil
}

// leftOver finds who came on a day before and is not done with: nobody wrote where it led, or they
// waited in vain. The oldest come first.
func (d *Desk) leftOver(r book.Reader, day hall.Day) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	for _, kind := range []hall.Kind{hall.WalkIn, hall.Appointment} {
		here := book.Key().Byte(byte(kind)).Byte(stageHere)
		rows, err := duty.Of(d.Desk).VisitsIn(r, ByStage.Table, kv.Span{From: here, To: here.Day(day)})
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	slices.SortStableFunc(out, func(a, b hall.VisitRow) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Number, b.Number))
	})
	return out, nil
}

// Visit reads one consultation whole; of a confidential one that is not the reader's only
// what is seen in the hall.
func (d *Desk) Visit(ctx context.Context, id hall.ConsultationID) (hall.Consultation, error) {
	var v hall.Consultation
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if v, err = Consultations.Get(r, id); err != nil {
			return err
		}
		if may, err := d.MaySeeVisit(r, v); err != nil || may {
			return err
		}
		v = v.Veiled()
		return nil
	})
	return v, err
}

// MaySeeVisit reports whether the reader may see what a consultation is about: a
// confidential one only its mediators, the head, and whoever may see its case (DOMAIN §3.12).
func (d *Desk) MaySeeVisit(r book.Reader, v hall.Consultation) (bool, error) {
	if !v.Confidential || d.Actor.May(hall.MaySupervise) || v.With(d.Actor) {
		return true, nil
	}
	if v.Case == 0 {
		return false, nil
	}
	c, err := duty.CaseAt(r, v.Case)
	return d.Actor.MaySee(c), err
}

// CallNext calls whoever is next to a room: urgent ones first, then those who came with an
// appointment, then in order of arrival.
func (d *Desk) CallNext(ctx context.Context, room string) (hall.VisitRow, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.VisitRow, _ error) {
		q, err := d.QueueIn(t, t.Today())
		if err != nil {
			return out, err
		}
		if len(q.Waiting) == 0 {
			return out, hall.Refuse(hall.ErrQueueEmpty)
		}
		out, err = d.call(t, q, q.Waiting[0].ID, room)
		return out, err
	})
}

// Call calls a certain visitor, waiting, skipped, or called before, to a room.
func (d *Desk) Call(ctx context.Context, id hall.ConsultationID, room string) (hall.VisitRow, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.VisitRow, _ error) {
		q, err := d.QueueIn(t, t.Today())
		if err != nil {
			return out, err
		}
		out, err = d.call(t, q, id, room)
		return out, err
	})
}

func (d *Desk) call(t *book.Tx, q hall.Queue, id hall.ConsultationID, room string) (hall.VisitRow, error) {
	if !t.Settings().HasRoom(room) {
		return hall.VisitRow{}, hall.Refuse(hall.ErrUnknownRoom, "room", room).In("room")
	}
	if err := inUse(q, room, id); err != nil {
		return hall.VisitRow{}, err
	}
	v, err := Consultations.Get(t, id)
	if err != nil {
		return hall.VisitRow{}, err
	}
	step, err := StepOn(t, v, hall.OpCall)
	if err != nil {
		return hall.VisitRow{}, err
	}
	v.Hold()
	v.State, v.Room, v.Called, v.Later = hall.Called, room, t.Now, time.Time{}
	v.Calls++
	step.Done(t, &v)
	if err := Consultations.Put(t, &v); err != nil {
		return hall.VisitRow{}, err
	}
	row := hall.VisitRowOf(v)
	if row.Warning, err = d.WarningIn(t, v); err != nil {
		return row, err
	}
	return row, LogVisit(t, step.Deed, v, "room", room)
}

// inUse refuses a room that another than a visitor is in.
func inUse(q hall.Queue, room string, but hall.ConsultationID) error {
	if in := q.Now(room).Visit; in != nil && in.ID != but {
		return hall.Refuse(hall.ErrRoomInUse, "room", room, "name", in.Who).In("room")
	}
	return nil
}

// LogVisit writes a line about a visitor.
func LogVisit(t *book.Tx, deed hall.Deed, v hall.Consultation, pairs ...string) error {
	args := map[string]string{"name": v.Who, "queue": QueueNumber(v.Number)}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return t.Log(hall.Entry{Deed: deed, Case: v.Case, Consultation: v.ID, Args: Veil(t, v.Confidential, args)})
}

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
		v.State = to
		var pairs []string
		if more != nil {
			if pairs, err = more(t, &v); err != nil {
				return out, err
			}
		}
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
		if !v.Urgent {
			v.Order += urgentFirst
		}
		v.Urgent, v.UrgentWhy = true, why
		return []string{"reason", why}, nil
	})
}

// GoneAway records that somebody left without being seen.
func (d *Desk) GoneAway(ctx context.Context, id hall.ConsultationID, why string) error {
	return d.move(ctx, id, hall.OpGone, hall.GoneAway, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		v.Reason, v.Ended, v.Room = why, t.Now, ""
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

// TakeBack undoes the desk's last step with a visitor, of which it is the result. A room or a mediator
// that somebody else has by now is not taken from him.
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
		if v.State == hall.Called || v.State == hall.Started {
			if err := d.stillFree(t, v); err != nil {
				return op, err
			}
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
