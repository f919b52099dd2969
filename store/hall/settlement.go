package hall

import (
	"cmp"
	"slices"
	"time"
)

// Settlement is what a village settled orally and brings afterwards, one line of its month's sheet (口头调解补录): each is
// a whole case, accepted, mediated and agreed on one day (DOMAIN §3.1, law 28).
type Settlement struct {
	Parties    []Party
	Village    string // where it was settled; it is the village of the parties too, unless another is known
	Type       string
	Subject    string
	Source     Source
	Day        Day // of application, acceptance, session and agreement
	Terms      string
	Amount     int64 // fen
	Later      bool  // it is still to be performed
	PerformBy  Day   // until when
	WhyOral    string
	Mediator   MediatorID
	MediatedBy string // the mediator's name, as it was shown or written
	LateWhy    string
}

// settledAgain is within how many days two settlements of the same people about the same are perhaps one [ours].
const settledAgain = 30

// Matter is what it was about: a sheet has no facts beside what was agreed.
func (s Settlement) Matter() Matter {
	return Matter{Type: s.Type, Subject: s.Subject, Facts: cmp.Or(s.Subject, s.Terms), Source: s.Source, Amount: s.Amount}
}

// AtHome has everybody live where it was settled of whom nobody said otherwise.
func (s Settlement) AtHome() Settlement {
	s.Parties = slices.Clone(s.Parties)
	for i := range s.Parties {
		if p := &s.Parties[i]; p.Person == 0 && p.Details.Village == "" {
			p.Details.Village = s.Village
		}
	}
	return s
}

// Intake is what the front desk would have written down of it.
func (s Settlement) Intake() Intake {
	return Intake{Parties: s.Parties, Matter: s.Matter(), End: Ending{Outcome: SettledOnSpot}}
}

// agreement is the oral one that was reached.
func (s Settlement) agreement() Agreement {
	return Agreement{Made: s.Day, Facts: cmp.Or(s.Subject, s.Terms), Terms: s.Terms, Amount: s.Amount, Place: s.Village,
		OnSpot: !s.Later, PerformBy: s.PerformBy, WhyOral: s.WhyOral}
}

// WhyWritten says why it ought to have been written, or nil.
func (s Settlement) WhyWritten(of Settings) *Error {
	return WhyWritten(Case{Matter: s.Matter()}, s.agreement(), of)
}

// Check looks at a line as far as it can be told without the roster and the cases on file.
func (s Settlement) Check(of Settings, today Day) *Error {
	if bad := s.Intake().checkParties(of, today); bad != nil {
		return bad
	}
	switch _, known := of.Type(s.Type); {
	case s.Type == "":
		return Refuse(ErrRequired).In("type")
	case !known:
		return Refuse(ErrUnknownType, "type", s.Type).In("type")
	case s.Day == 0:
		return Refuse(ErrRequired).In("day")
	case s.Day > today:
		return Refuse(ErrDayFuture).In("day")
	}
	if bad := CheckAgreement(Case{Matter: s.Matter()}, s.agreement(), of, today); bad != nil {
		switch bad.Field { // the sheet has no such columns
		case "made":
			bad = bad.In("day")
		case "written":
			bad = bad.In("type")
		}
		return bad
	}
	if s.Mediator == 0 {
		return Refuse(ErrRequired).In(FieldMediator)
	}
	return of.whyLate(s.Day, today, s.LateWhy)
}

// steps take a case from its registration to the agreement, all on the settlement's day.
func (s Settlement) steps(at time.Time) []Step {
	made := s.agreement()
	return []Step{
		{Action: ActAccept, Day: s.Day, Applied: s.Day, LateWhy: s.LateWhy},
		{Action: ActAssign, Mediator: s.Mediator, Chair: true},
		{Action: ActSession, LateWhy: s.LateWhy, Session: s.Session(at)},
		{Action: ActAgree, LateWhy: s.LateWhy, Agreement: &made},
	}
}

// Session is the one session there was.
func (s Settlement) Session(at time.Time) *Session {
	return &Session{At: at, Place: s.Village, Statements: cmp.Or(s.Subject, s.Terms), Result: ResultSettled, Outcome: s.Terms}
}

// At is when it was settled: nobody writes down the hour, so it is the middle of that day, and never later than now.
func (s Settlement) At(now time.Time) time.Time {
	if at := s.Day.At(12*60, now.Location()); at.Before(now) {
		return at
	}
	return now
}

// Settle takes a case from its registration to the settlement's agreement. After an error c must be thrown away.
func (s Settlement) Settle(c *Case, by Actor, r Rules) error {
	at := s.At(r.Now)
	if err := Lead(c, LedAfterwards, SettledOnSpot, s.steps(at), by, r); err != nil {
		return err
	}
	for i := range c.Assigned {
		c.Assigned[i].From = at
	}
	return nil
}

// Again says how a settlement is like a case of the same two people: it is perhaps the same where it is of one type
// within a month, and the same where what was agreed and the day are too.
func (s Settlement) Again(c Case) (perhaps, surely bool) {
	day := c.Accepted
	if a := c.Agreement(); a != nil {
		day = a.Made
		surely = a.Made == s.Day && a.Terms == s.Terms && c.Type == s.Type
	}
	near := max(day-s.Day, s.Day-day) <= settledAgain
	return c.Type == s.Type && day != 0 && near, surely
}

// SettledRow is a case that a settlement is perhaps entered of already.
type SettledRow struct {
	CaseRow
	Day    Day  // on which it was accepted
	Surely bool // it is the same: the same day, the same words
}

// Called is its number, or who asked.
func (r SettledRow) Called() string { return cmp.Or(r.Number, r.Applicant) }
