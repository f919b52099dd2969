package hall

import "time"

// Came is a day on which a visitor came and was not seen, with the number he had then.
type Came struct {
	Day     Day       `cbor:"1,keyasint"`
	Number  int       `cbor:"2,keyasint"`
	Arrived time.Time `cbor:"3,keyasint,omitempty"`
}

// Left reports whether a visitor of a day before was never seen to an end: a day in the hall has an
// end, and until somebody says what became of them they stay in sight (DOMAIN §2).
func (r VisitRow) Left(today Day) bool {
	return r.Number != 0 && !r.State.Over() && r.Day != 0 && r.Day < today
}

// Recorded is when it was written down that a visit was over.
func (r VisitRow) Recorded() time.Time {
	if r.Written.IsZero() {
		return r.Ended
	}
	return r.Written
}

// Stands is from where a visit can lead somewhere: what is agreed on with somebody who was not seen
// is for the desk to say only once nobody remembers, on another day.
func (r VisitRow) Stands(today Day) Led {
	switch {
	case r.Case != 0:
		return LedOnCase
	case r.State != Started && !r.Left(today):
		return LedUnseen
	}
	return LedSeen
}

// ComesLater has a visitor go home today and come another day; he is called no more.
func (c *Consultation) ComesLater(now time.Time) { c.State, c.Room, c.Later = SkippedOut, "", now }

// ComesAgain has a visitor of another day wait today; the day he came first stays with the record. He
// takes a number of today.
func (c *Consultation) ComesAgain(now time.Time) {
	c.Earlier = append(append([]Came(nil), c.Earlier...), Came{c.Day, c.Number, c.Arrived})
	c.State, c.Day, c.Arrived, c.Number, c.Room, c.Mediators, c.Calls = Waiting, DayOf(now), now, 0, "", nil, 0
	c.Called, c.Started, c.Later = time.Time{}, time.Time{}, time.Time{}
}

// Over writes down when a visit was over: now, or, of one that was left from a day before, at a minute of
// that day; that it was written down later stays with it (DOMAIN §2). 0: when the hall closed on that day.
func (c *Consultation) Over(at int, s Settings, cal *Calendar, now time.Time) *Error {
	if !VisitRowOf(*c).Left(DayOf(now)) {
		c.Ended, c.Written = now, time.Time{}
		return nil
	}
	last := c.Arrived
	for _, t := range []time.Time{c.Called, c.Started} {
		if t.After(last) {
			last = t
		}
	}
	if at == 0 {
		at = c.ClosedAt(s, cal)
	}
	if at < MinuteOf(last) {
		return Refuse(ErrSlotOrder).In(FieldOver)
	}
	c.Ended, c.Written = c.Day.At(at, now.Location()), now
	return nil
}

// ClosedAt is the minute at which the hall closed on the day of a visit, or the visitor was last met, where
// that was later.
func (c Consultation) ClosedAt(s Settings, cal *Calendar) int {
	_, closed := s.DutyHours(cal.On(c.Day))
	return max(closed, MinuteOf(c.Arrived), MinuteOf(c.Called), MinuteOf(c.Started))
}
