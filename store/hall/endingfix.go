package hall

import "time"

// Where an ended visit led is put right (DOMAIN §3.13): it led elsewhere, or nobody was seen after all.
const (
	OpEndFix  Op = "endfix"
	OpGoneFix Op = "gonefix"
)

const (
	// ErrLedCase: a case came of the visit's ending.
	ErrLedCase Code = "led-case"
	// ErrLedBooked: an appointment came of it.
	ErrLedBooked Code = "led-booked"
	// ErrLedSession: what was mediated then is recorded in the case.
	ErrLedSession Code = "led-session"
)

// unbound refuses to put right where a visit led of which something came that is a record of its own.
func unbound(r VisitRow, _ Actor, _ time.Time) *Error {
	switch {
	case r.Session:
		return Refuse(ErrLedSession)
	case r.Outcome == Booked:
		return Refuse(ErrLedBooked)
	case r.Outcome != OutcomeNone && r.Outcome != AdviceOnly && r.Outcome != OnInCase:
		return Refuse(ErrLedCase)
	}
	return nil
}

// Led is where somebody stands whose visit's ending is put right: he was seen.
func (c Consultation) Led() Led {
	if c.Case != 0 {
		return LedOnCase
	}
	return LedSeen
}

// LedThere puts right where an ended visit led.
func (c *Consultation) LedThere(end Ending) { c.State, c.Reason, c.End, c.Last = Ended, "", end, nil }

// WasGone puts right that a visitor left without being seen.
func (c *Consultation) WasGone(reason string) *Error {
	if reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	c.State, c.Reason, c.End, c.Last = GoneAway, reason, Ending{}, nil
	return nil
}
