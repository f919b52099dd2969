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
	return q, d.Warn(r, q.Left)
}

// WarnedIn is Queue inside a read.
func (d *Desk) WarnedIn(r book.Reader, day hall.Day) (hall.Queue, error) {
	return d.queue(r, day, d.Warn)
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
	if q.Ended, err = duty.Of(d.Desk).DayIn(r, day, 'w'); err != nil { // those of days before that were written down today
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
	slices.SortStableFunc(q.Ended, func(a, b hall.VisitRow) int { return b.Recorded().Compare(a.Recorded()) })
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
	if v.Clears(d.Actor) {
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
