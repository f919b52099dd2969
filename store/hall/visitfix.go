package hall

import "time"

// OpRequeue lets somebody wait again whose visit was ended, or who was put down as gone.
const OpRequeue Op = "requeue"

// VisitFix is what of a visit can be put right by a correction (DOMAIN §3.13): who saw the visitor
// and where, from when to when, how often he was called, what he was told.
type VisitFix struct {
	Room     string
	Mediator MediatorRef
	Began    int // minutes of the day it was on; 0: it was not begun
	Ended    int
	Calls    int
	Advice   string
}

// FixOfVisit is a visit as it stands, to put right from.
func FixOfVisit(c Consultation) VisitFix {
	f := VisitFix{Room: c.Room, Began: MinuteOf(c.Started), Ended: MinuteOf(c.Ended), Calls: c.Calls, Advice: c.End.Advice}
	if len(c.Mediators) > 0 {
		f.Mediator = c.Mediators[0]
	}
	return f
}

// MinuteOf is the minute of the day of a time; 0 of no time.
func MinuteOf(t time.Time) int {
	if t.IsZero() {
		return 0
	}
	return t.Hour()*60 + t.Minute()
}

// Apply puts a visit right; what its time was booked with stays. Nobody is seen before he came, or ended before he was seen; a time is
// neither taken away nor made up where there was none.
func (f VisitFix) Apply(c *Consultation, zone *time.Location) *Error {
	came := MinuteOf(c.Arrived)
	switch {
	case f.Began != 0 && f.Began < came:
		return Refuse(ErrSlotOrder).In(FieldFrom)
	case f.Ended != 0 && f.Ended < max(f.Began, came):
		return Refuse(ErrSlotOrder).In(FieldTo)
	}
	set := func(t *time.Time, minute int) {
		if !t.IsZero() && minute != 0 && minute != MinuteOf(*t) {
			*t = DayOf(*t).At(minute, zone)
		}
	}
	set(&c.Started, f.Began)
	set(&c.Ended, f.Ended)
	c.Hold()
	c.Room, c.Calls, c.End.Advice = f.Room, f.Calls, f.Advice
	switch first := len(c.Mediators) > 0; {
	case f.Mediator.ID == 0:
	case !first:
		c.Mediators = []MediatorRef{f.Mediator}
	case c.Mediators[0] != f.Mediator:
		c.Mediators = append([]MediatorRef{f.Mediator}, c.Mediators[1:]...)
	}
	return nil
}

// Requeue has a visitor wait again; where he stands in the queue is the queue's matter.
func (c *Consultation) Requeue() {
	c.State, c.Reason, c.End, c.Last = Waiting, "", Ending{}, nil
	c.Room = c.BookedRoom()
	c.Called, c.Started, c.Ended, c.Later, c.Written = time.Time{}, time.Time{}, time.Time{}, time.Time{}, time.Time{}
}
