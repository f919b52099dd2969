package hall

import (
	"slices"
	"time"
)

// OpCome gives who comes about a case that is there a number in today's queue (坐堂门诊).
const OpCome Op = "come"

// ErrComeBooked: a party of the case is expected at {from} today already.
const ErrComeBooked Code = "come-booked"

// Coming is a case somebody comes about, with what takes place of it today.
type Coming struct {
	Case  Case
	Today []Consultation
}

// ComeCourse is when who comes about a case takes a number: at any time of it, once a day. Who waits
// already is not given a second one, and who is booked for today is put down as come.
func ComeCourse() Course[Coming, State, Op] {
	sees := Whose[Coming]{Own: func(c Coming, a Actor) bool { return a.MaySee(c.Case) }, Or: MayNothing,
		Not: func(Coming, Actor) *Error { return Refuse(ErrClosedCase) }}
	here := func(c Coming, _ Actor, now time.Time) *Error {
		for _, v := range c.Today {
			switch {
			case v.State.Over() || v.Day != DayOf(now) && v.Slot.Day != DayOf(now):
			case v.Number != 0:
				return Refuse(ErrVisitHere, "queue", v.Number)
			case v.Kind == Appointment && v.State == Waiting:
				return Refuse(ErrComeBooked, "from", v.Slot.From)
			}
		}
		return nil
	}
	return Course[Coming, State, Op]{
		State: func(c Coming) State { return c.Case.State },
		Wrong: func(c Coming, _ Op) *Error { return Refuse(ErrState, "state", c.Case.State) },
		Rows:  []Row[Coming, State, Op]{{Op: OpCome, From: States(), Right: MayQueue, Whose: sees, Needs: []Need[Coming]{here}, Deed: DeedCome}},
	}
}

// ComeAbout makes of a visit that of a party of a case: who is called is who came.
func (c *Consultation) ComeAbout(f Case, p Party, now time.Time) {
	c.Case, c.Arrived, c.Others = f.ID, now, 0
	c.Expected = ExpectedOf([]Party{p})
	for i := range c.Expected {
		c.Expected[i].Came = now
	}
	c.cameOf(f)
}

// cameOf says who came about a case, and who is on the other side.
func (c *Consultation) cameOf(f Case) {
	c.Expected = slices.Clone(c.Expected)
	for i, e := range c.Expected {
		side := Respondent
		for _, p := range f.Parties {
			if e.Is(Expected{Person: p.Person, Side: p.Side, Name: p.Details.Name}) {
				c.Expected[i].Name = p.Details.Name
			}
		}
		if e.Side == Respondent {
			side = Applicant
		}
		c.Who = c.Expected[i].Name
		c.Against, _ = First(f.Of(side))
	}
}
