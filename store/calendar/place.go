package calendar

import (
	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// The queue is called in the order of Consultation.Order: the count of arrivals, less a
// large step for those who come first. Order depends on the count alone, never on the clock.
const (
	urgentFirst = -1 << 40
	bookedFirst = -1 << 20
)

// TakeNumber gives the day's next queue number, and the place that goes with it.
func TakeNumber(t *book.Tx, v *hall.Consultation) error {
	n, err := t.Next("queue/" + v.Day.String())
	if err != nil {
		return err
	}
	if v.Number == 0 {
		v.Number = int(n)
	}
	if v.Order, err = lastPlace(t, v.Day); err != nil {
		return err
	}
	if v.Kind == hall.Appointment {
		v.Order += bookedFirst
	}
	Rank(v, false)
	return nil
}

// Waiting counts who waits before a place in the queue.
func Waiting(t *book.Tx, day hall.Day, order int64) (int, error) {
	n := 0
	span := kv.Span{From: book.Key().Day(day).Byte('q'), To: book.Key().Day(day).Byte('q').Int(order)}
	for p, err := range t.Range(ByDay.Table, span) {
		if err != nil {
			return 0, err
		}
		var v hall.VisitRow
		if err := book.Decode(p.Value, &v, t.Zone()); err != nil {
			return 0, err
		}
		if v.State == hall.Waiting {
			n++
		}
	}
	return n, nil
}

// Rank places a visitor who has become urgent before those who are not, and somebody who was so by
// mistake back among them. was is whether his place is that of somebody urgent.
func Rank(v *hall.Consultation, was bool) {
	switch {
	case v.Urgent && !was:
		v.Order += urgentFirst
	case was && !v.Urgent:
		v.Order -= urgentFirst
	}
}

// again places a visitor behind all who arrived so far.
func again(t *book.Tx, v *hall.Consultation) error {
	last, err := lastPlace(t, v.Day)
	if err != nil {
		return err
	}
	v.Order = last
	Rank(v, false)
	return nil
}

// lastPlace is a place behind everybody of a day. Places are counted apart from the numbers
// that are called: whoever returns keeps his number, and nobody who comes later may stand
// before him.
func lastPlace(t *book.Tx, day hall.Day) (int64, error) {
	name := "place/" + day.String()
	n, err := t.Next(name)
	if err != nil || n > 1 {
		return int64(n), err
	}
	last, err := farthest(t, day) // a day that began before places were counted
	if err != nil || last == 0 {
		return int64(n), err
	}
	return last + 1, t.SetLast(name, uint64(last+1))
}

// farthest is the last place that is taken on a day.
func farthest(t *book.Tx, day hall.Day) (int64, error) {
	rows, err := duty.Of(t.Desk()).DayIn(t, day, 'q')
	if err != nil {
		return 0, err
	}
	last := int64(0)
	for _, r := range rows {
		was, err := Consultations.Get(t, r.ID)
		if err != nil {
			return 0, err
		}
		o := was.Order
		if o < urgentFirst/2 {
			o -= urgentFirst
		}
		if o < bookedFirst/2 {
			o -= bookedFirst
		}
		last = max(last, o)
	}
	return last, nil
}
