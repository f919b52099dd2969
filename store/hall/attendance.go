package hall

import (
	"slices"
	"time"
)

// Expected is a party who is to come. What was said to one holds for nobody else (DOMAIN §2):
// notice, promise, arrival and absence are each party's own. What was said of a time that is no
// longer goes with it.
type Expected struct {
	Person PersonID  `cbor:"1,keyasint,omitempty"`
	Side   Side      `cbor:"2,keyasint,omitempty"`
	Name   string    `cbor:"3,keyasint"`
	Missed bool      `cbor:"4,keyasint,omitempty"`  // did not come (爽约)
	Org    bool      `cbor:"5,keyasint,omitempty"`  // an organisation: it can send two people to two places
	Told   bool      `cbor:"6,keyasint,omitempty"`  // was reached about the time as it stands
	Tried  int       `cbor:"7,keyasint,omitempty"`  // how often nobody answered since
	Agreed time.Time `cbor:"8,keyasint,omitempty"`  // when he said that he will come, as it stands
	Came   time.Time `cbor:"9,keyasint,omitempty"`  // zero: not, or not yet
	Stale  bool      `cbor:"10,keyasint,omitempty"` // was told what no longer holds, and has not heard of it yet
	Knew   bool      `cbor:"11,keyasint,omitempty"` // was told what no longer holds, whether or not he has heard of it
}

// Knows reports whether a party knows of the time as it stands.
func (e Expected) Knows() bool { return e.Told || !e.Agreed.IsZero() }

// Heard reports whether a party knows how a consultation stands: its time, or that it is called off.
func (c Consultation) Heard(e Expected) bool {
	if c.State.Over() {
		return e.Knew && !e.Stale
	}
	return e.Knows()
}

func (c Consultation) anybodyHeard() *Error {
	if slices.ContainsFunc(c.Expected, c.Heard) {
		return nil
	}
	return Refuse(ErrNobodyTold)
}

// Is reports whether two are the same party.
func (e Expected) Is(o Expected) bool {
	if e.Person != 0 || o.Person != 0 {
		return e.Person == o.Person
	}
	return e.Side == o.Side && e.Name == o.Name
}

// Absent reports whether a party has neither come nor been put down as not coming.
func (e Expected) Absent() bool { return e.Came.IsZero() && !e.Missed }

// MissedFirst reports whether a party did not come to a consultation as it stands, and had not been
// absent from it at a time before.
func (c Consultation) MissedFirst(e Expected) bool {
	return e.Missed && !slices.ContainsFunc(c.Moves, func(m Move) bool { return slices.ContainsFunc(m.Missed, e.Is) })
}

// Told reports whether any of the parties knows of a consultation, or of a time that is no longer.
func (c Consultation) Told() bool {
	return slices.ContainsFunc(c.Expected, func(e Expected) bool { return e.Knows() || e.Stale })
}

// ExpectedOf are the parties of a case as they are expected: where a side has chosen
// representatives, those (DOMAIN §3.11).
func ExpectedOf(parties []Party) []Expected {
	var out []Expected
	for _, side := range []Side{Applicant, Respondent} {
		for _, p := range Speakers(partiesOf(parties, side)) {
			out = append(out, Expected{Person: p.Person, Side: side, Name: p.Details.Name, Org: p.Details.Kind == Organisation})
		}
	}
	return out
}

// Expect names anew who is expected. What they were told and promised stays while what was agreed
// to stands; else it lapses, and who was told has to hear of the change.
func (c *Consultation) Expect(parties []Party, stands bool) {
	now := ExpectedOf(parties)
	for i, e := range now {
		at := slices.IndexFunc(c.Expected, e.Is)
		if at < 0 {
			continue
		}
		was := c.Expected[at]
		if !stands {
			was = was.misled()
		}
		was.Person, was.Side, was.Name, was.Org = e.Person, e.Side, e.Name, e.Org
		now[i] = was
	}
	c.Expected = now
}

// misled is what stays of what a party was told, once it no longer holds.
func (e Expected) misled() Expected {
	stale := e.Knows() || e.Stale
	return Expected{Stale: stale, Knew: stale || e.Knew}
}

// SameAs reports whether somebody who agreed to one booking has agreed to the other: the same
// time and way, in the same place, with the same mediators. Which room of the hall it is, is told
// at the door.
func (b Booking) SameAs(o Booking) bool {
	return b.Slot == o.Slot && b.Mode == o.Mode && b.Place == o.Place && slices.Equal(b.Mediators, o.Mediators)
}

// CallOff takes a consultation back, with the reason; who was told of it has to hear that.
func (c *Consultation) CallOff(why string) {
	c.State, c.Reason, c.Last = GoneAway, why, nil
	c.LetDown()
	if c.Joint != nil {
		j := *c.Joint
		j.letDown()
		c.Joint = &j
	}
}

// CalledOff is a consultation that ends with its case, and what the journal calls that.
type CalledOff struct {
	Consultation
	Deed Deed
}

// EndWithCase are the appointments and joint consultations among those of a case that are called off
// when it ends: what takes place already, or has, stays.
func EndWithCase(all []Consultation, by Actor, now time.Time) []CalledOff {
	var out []CalledOff
	for _, v := range all {
		if v.Kind != Appointment && v.Kind != Joint {
			continue
		}
		if deed, _, bad := VisitStep(JointFile{Consultation: v}, false, OpCancel, by, now); bad == nil {
			out = append(out, CalledOff{v, deed})
		}
	}
	return out
}

// LetDown has those hear of it who were told of what no longer takes place as it stood. What they promised
// was about that.
func (c *Consultation) LetDown() {
	c.Expected = slices.Clone(c.Expected)
	for i := range c.Expected {
		c.Expected[i].letDown()
	}
}

func (e *Expected) letDown() {
	told := e.misled()
	e.Stale, e.Knew, e.Told, e.Agreed = told.Stale, told.Knew, false, time.Time{}
}

// Tally is how many of those who are expected were told, have promised, came, did not come.
type Tally struct {
	Of     int `cbor:"1,keyasint,omitempty"`
	Told   int `cbor:"2,keyasint,omitempty"`
	Agreed int `cbor:"3,keyasint,omitempty"`
	Came   int `cbor:"4,keyasint,omitempty"`
	Missed int `cbor:"5,keyasint,omitempty"`
	Stale  int `cbor:"6,keyasint,omitempty"`

	Untold string `cbor:"7,keyasint,omitempty"` // the first who was not told
	Awaits string `cbor:"8,keyasint,omitempty"` // the first who has not come, and was not put down as absent
}

// Attendance counts them.
func (c Consultation) Attendance() Tally {
	t := Tally{Of: len(c.Expected)}
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	for _, e := range c.Expected {
		count(&t.Told, e.Knows())
		count(&t.Agreed, !e.Agreed.IsZero())
		count(&t.Came, !e.Came.IsZero())
		count(&t.Missed, e.Missed)
		count(&t.Stale, e.Stale)
		if !e.Knows() && t.Untold == "" {
			t.Untold = e.Name
		}
		if e.Absent() && t.Awaits == "" {
			t.Awaits = e.Name
		}
	}
	return t
}

// Late is how many minutes after its time a party came to a consultation; 0: in time, or not yet.
func (c Consultation) Late(e Expected) int {
	if e.Came.IsZero() || !c.Timed() || DayOf(e.Came) != c.Slot.Day {
		return 0
	}
	return max(0, MinuteOf(e.Came)-c.Slot.From)
}

// Names are the parties that are meant by their places; nobody named means all of them.
func (c Consultation) Names(who ...int) []string {
	var out []string
	for i, e := range c.Expected {
		if len(who) == 0 || slices.Contains(who, i) {
			out = append(out, e.Name)
		}
	}
	if len(out) == 0 {
		return []string{c.Who}
	}
	return out
}

// each changes the parties that are meant by their places; nobody named means all of them. Lists are
// shared by copies of a consultation: it is given one of its own.
func (c *Consultation) each(who []int, change func(*Expected) *Error) *Error {
	for _, i := range who {
		if i < 0 || i >= len(c.Expected) {
			return Refuse(ErrConflict)
		}
	}
	c.Expected = slices.Clone(c.Expected)
	for i := range c.Expected {
		if len(who) > 0 && !slices.Contains(who, i) {
			continue
		}
		if err := change(&c.Expected[i]); err != nil {
			return err
		}
	}
	return nil
}

// Tell puts down that parties were told of a time, or of its change, that nobody answered, or that a
// notice was put down by mistake. No party named means all of them.
func (c *Consultation) Tell(n Notice, who ...int) *Error {
	return c.each(who, func(e *Expected) *Error {
		switch {
		case n.Void:
			e.Stale = e.Knew || e.Stale
			e.Told, e.Agreed = false, time.Time{}
		case n.Reached:
			e.Told, e.Stale = !c.State.Over(), false
		default:
			e.Tried++
		}
		return nil
	})
}

// Agree puts down that parties said they will come: they know of it, then.
func (c *Consultation) Agree(now time.Time, who ...int) *Error {
	return c.each(who, func(e *Expected) *Error {
		e.Told, e.Stale, e.Agreed = true, false, now
		return nil
	})
}

// Arrive puts down that parties came. Who was put down as absent is late, not absent.
func (c *Consultation) Arrive(now time.Time, who ...int) *Error {
	n := 0
	err := c.each(who, func(e *Expected) *Error {
		if e.Came.IsZero() && !(len(who) == 0 && e.Missed) {
			e.Came, e.Missed = now, false
			n++
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case n == 0 && len(c.Expected) > 0:
		return Refuse(ErrVisitHere, "queue", c.Number)
	case c.State == NoShow:
		c.State = Waiting
	}
	return nil
}

// Miss puts down that parties did not come (爽约). It is over when nobody came. Of who was never
// told it is not said unless somebody is sure: a time that one did not know of cannot be missed.
func (c *Consultation) Miss(sure bool, who ...int) *Error {
	err := c.each(who, func(e *Expected) *Error {
		switch {
		case !e.Came.IsZero():
			return Refuse(ErrVisitHere, "queue", c.Number)
		case !sure && !e.Knows():
			return Refuse(ErrNeverTold, "name", e.Name)
		}
		e.Missed = true
		return nil
	})
	if err == nil && c.Number == 0 && !slices.ContainsFunc(c.Expected, func(e Expected) bool { return !e.Missed }) {
		c.State = NoShow
	}
	return err
}

// KnowParties brings up to date what was kept before each party had a notice, a promise and an
// arrival of its own; it reports whether anything was to be done. A name nobody here bears tells
// of nobody: the notice itself stays.
func (c *Consultation) KnowParties() bool {
	var since time.Time
	if n := len(c.Moves); n > 0 {
		since = c.Moves[n-1].At
	}
	now := slices.Clone(c.Expected)
	for i := range now {
		e := &now[i]
		for _, n := range c.Notices {
			switch {
			case n.To != e.Name || n.At.Before(since):
			case n.Reached:
				e.Told = true
			default:
				e.Tried++
			}
		}
		if !c.Confirmed.IsZero() && c.ConfirmedBy == e.Name {
			e.Told, e.Agreed = true, c.Confirmed
		}
		if c.Number != 0 && !e.Missed {
			e.Came = c.Arrived
		}
	}
	same := slices.EqualFunc(now, c.Expected, func(a, b Expected) bool {
		return a.Told == b.Told && a.Tried == b.Tried && a.Agreed.Equal(b.Agreed) && a.Came.Equal(b.Came)
	})
	c.Expected = now
	return !same
}
