package hall

import (
	"slices"
	"time"
)

// OpUndo undoes the last step of the desk with a visitor.
const OpUndo Op = "undo"

// UndoFor is how long the last step of the desk can be taken back without a word. After that
// it is put right by a correction, with a reason (DOMAIN §3.13).
const UndoFor = 10 * time.Minute

// LastStep is the last step of the desk with a visitor, and what stood before it.
type LastStep struct {
	Op  Op        `cbor:"1,keyasint"`
	At  time.Time `cbor:"2,keyasint"`
	By  string    `cbor:"3,keyasint,omitempty"`
	Was Before    `cbor:"4,keyasint"`
}

// led reports whether a case came of the step: that is a record of its own.
func (l LastStep) led(c Consultation) bool { return l.Was.Case != c.Case }

// Before is what a step of the desk changes of a consultation.
type Before struct {
	State     ConsultState  `cbor:"1,keyasint,omitempty"`
	Day       Day           `cbor:"2,keyasint,omitempty"`
	Room      string        `cbor:"3,keyasint,omitempty"`
	Mediators []MediatorRef `cbor:"4,keyasint,omitempty"`
	Arrived   time.Time     `cbor:"5,keyasint,omitempty"`
	Called    time.Time     `cbor:"6,keyasint,omitempty"`
	Started   time.Time     `cbor:"7,keyasint,omitempty"`
	Ended     time.Time     `cbor:"8,keyasint,omitempty"`
	Number    int           `cbor:"9,keyasint,omitempty"`
	Calls     int           `cbor:"10,keyasint,omitempty"`
	Order     int64         `cbor:"11,keyasint,omitempty"`
	End       *Ending       `cbor:"12,keyasint,omitempty"`
	Reason    string        `cbor:"13,keyasint,omitempty"`
	Held      *Held         `cbor:"14,keyasint,omitempty"`
	Expected  []Expected    `cbor:"15,keyasint,omitempty"`
	Case      CaseID        `cbor:"16,keyasint,omitempty"`
	Urgent    bool          `cbor:"17,keyasint,omitempty"`
	Later     time.Time     `cbor:"18,keyasint,omitempty"`
	Earlier   []Came        `cbor:"19,keyasint,omitempty"`
	Written   time.Time     `cbor:"20,keyasint,omitzero"`
}

// Before is how a consultation stands now.
func (c Consultation) Before() Before {
	s := Before{State: c.State, Day: c.Day, Room: c.Room, Mediators: c.Mediators, Arrived: c.Arrived, Called: c.Called, Started: c.Started,
		Ended: c.Ended, Number: c.Number, Calls: c.Calls, Order: c.Order, Reason: c.Reason, Held: c.Held, Expected: c.Expected, Case: c.Case, Urgent: c.Urgent,
		Later: c.Later, Earlier: c.Earlier, Written: c.Written}
	if c.End != (Ending{}) {
		end := c.End
		s.End = &end
	}
	return s
}

// Stand puts a consultation back to how it stood.
func (c *Consultation) PutBack(s Before) {
	c.State, c.Day, c.Room, c.Mediators, c.Arrived, c.Called, c.Started = s.State, s.Day, s.Room, s.Mediators, s.Arrived, s.Called, s.Started
	c.Ended, c.Number, c.Calls, c.Order, c.Reason, c.Held, c.Urgent = s.Ended, s.Number, s.Calls, s.Order, s.Reason, s.Held, s.Urgent
	c.Later, c.Earlier, c.Written = s.Later, slices.Clone(s.Earlier), s.Written
	c.Expected, c.End = slices.Clone(s.Expected), Ending{}
	if s.End != nil {
		c.End = *s.End
	}
	if !c.Urgent {
		c.UrgentWhy = ""
	}
}

// Stepped remembers a step, and what stood before it.
func (c *Consultation) Stepped(op Op, was Before, by string, now time.Time) {
	c.Last = &LastStep{Op: op, At: now, By: by, Was: was}
}

// mayUndo says why the last step cannot be taken back.
func mayUndo(last Op, at time.Time, now time.Time) *Error {
	switch since := now.Sub(at); {
	case last == "":
		return Refuse(ErrNoUndo)
	case since >= UndoFor:
		return Refuse(ErrUndoLate, "min", int(UndoFor/time.Minute))
	}
	return nil
}

// Undo takes back the last step. What came of an ending stays: a case that was opened is a record
// of its own.
func (c *Consultation) Undo() (Op, *Error) {
	last := c.Last
	switch {
	case last == nil:
		return "", Refuse(ErrNoUndo)
	case last.led(*c):
		return "", Refuse(ErrLedToCase)
	}
	since := c.Expected
	c.PutBack(last.Was)
	if c.Last = nil; last.Op == OpCancel {
		c.standAgain(since)
	}
	return last.Op, nil
}

// standAgain has what was called off take place after all. Who has heard since that it does not has to
// hear that it does; who has not would come as was said.
func (c *Consultation) standAgain(since []Expected) {
	for i, e := range c.Expected {
		at := slices.IndexFunc(since, e.Is)
		if at >= 0 && since[at].Knew && !since[at].Stale {
			c.Expected[i].letDown()
		}
	}
}
