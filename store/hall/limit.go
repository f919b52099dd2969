package hall

import (
	"slices"
	"strings"
)

// Limit is a row of the table of time limits (DOMAIN §3.7): which disputes it is for, how long it is and from
// when it counts, who has to agree that it is extended and how often, and what follows when it has run out.
type Limit struct {
	Type   string // a dispute type's code; empty: every type
	From   string // of what was entrusted or transferred: by whom, a part of the name (法院); empty: from wherever
	N      int
	Unit   Unit
	Start  Milestone // AtAcceptance or AtApplication
	Times  int       // how often it can be extended; EveryTime: as often as it is agreed on
	Agree  Agree
	Expiry Expiry
}

// EveryTime is that a limit can be extended as often as it is agreed on.
const EveryTime = -1

// Agree is who has to agree that a limit is extended.
type Agree uint8

const (
	AgreeBoth  Agree = iota // both parties ask for it
	AgreeAll                // the committee and both parties
	AgreeCourt              // who entrusted it
)

// Expiry is what follows when a limit has run out without an agreement.
type Expiry uint8

const (
	ExpiryEnd         Expiry = iota // mediation is to be ended, or the limit extended
	ExpiryFailed                    // 视为调解不成
	ExpiryArbitration               // a party may go to arbitration
	ExpiryReport                    // it goes back to who entrusted it, with a report
)

// StandardLimits are the time limits that laws of their own set, as defaults; what they leave is for the general one.
func StandardLimits() []Limit {
	return []Limit{
		// Labour Dispute Mediation and Arbitration Law art. 14: fifteen days from the application.
		{Type: "wages", N: 15, Unit: Days, Start: AtApplication, Expiry: ExpiryArbitration},
		{Type: "labour", N: 15, Unit: Days, Start: AtApplication, Expiry: ExpiryArbitration},
		// Regulation on Medical Disputes art. 38: thirty working days from acceptance.
		{Type: "medical", N: 30, Unit: Workdays, Start: AtAcceptance, Times: EveryTime, Agree: AgreeAll, Expiry: ExpiryFailed},
		// What a court entrusts: as its letter says, usually thirty days; one extension.
		{From: "法院", N: 30, Unit: Days, Start: AtAcceptance, Times: 1, Agree: AgreeCourt, Expiry: ExpiryReport},
	}
}

// general is the limit of whatever no law sets another for: order 75 art. 33, normally one month from acceptance.
func (s Settings) general() Limit {
	return Limit{N: s.Limit, Unit: Months, Start: AtAcceptance, Times: EveryTime, Agree: AgreeBoth}
}

// LimitOf is the row of the table that a matter falls under: the first that fits, the hall's own rows before those of
// the laws.
func (s Settings) LimitOf(m Matter) Limit {
	for _, l := range slices.Concat(s.Limits, StandardLimits()) {
		if l.fits(m) {
			return l
		}
	}
	return s.general()
}

func (l Limit) fits(m Matter) bool {
	if l.Type != "" && l.Type != m.Type {
		return false
	}
	return l.From == "" || m.Source == SourceEntrusted && strings.Contains(m.SourceFrom, l.From)
}

// period is the limit of a case that is accepted on a day: until the day that the letter of who entrusted it
// names, where no law has another.
func (c Case) period(accepted Day, s Settings) Period {
	l := s.LimitOf(c.Matter)
	p := Period{From: accepted, N: l.N, Unit: l.Unit, Roll: true}
	if l.Start == AtApplication {
		p.From = min(accepted, c.AppliedOn())
	}
	if l.Type == "" && c.LetterBy > accepted {
		p.N, p.Unit = int(c.LetterBy-accepted), Days
	}
	return p
}

// Labour reports whether a dispute is about labour or wages, for which a law of its own holds: a limit from the
// application, arbitration before the court, a written agreement, the payment order.
func (c Case) Labour() bool { return c.Type == "labour" || c.Type == "wages" }

// AppliedOn is the day of the application; what an older program wrote has none but that of the registration.
func (c Case) AppliedOn() Day {
	if c.Applied == 0 && !c.Registered.IsZero() {
		return DayOf(c.Registered)
	}
	return c.Applied
}

// Register sets the dates that run from the registration: the day of the application, and by when it is to be
// accepted or refused.
func (c *Case) Register(applied Day, s Settings, calendar *Calendar) {
	c.Applied = applied
	c.endanger(LevelNone, DayOf(c.Registered))
	c.AcceptBy = Period{From: DayOf(c.Registered), N: s.Accept, Unit: Workdays}.End(calendar).Day
}

// LimitFrom is when the time limit of a case ends that is accepted on a day, or taken up again on it,
// moved off a rest day.
func (c Case) LimitFrom(day Day, s Settings, calendar *Calendar) LastDay {
	limit := c.period(day, s)
	if c.Accepted != 0 { // taken up again: it runs anew
		limit.From = day
	}
	return limit.End(calendar)
}

// NextLimit is the time limit one extension further. It is counted from the day on which the
// limit began to run, not from a limit that a short month or a rest day has moved: 31 January
// goes to 28 February and then to 31 March (DOMAIN §3.7). Days given back for an appraisal stay.
func (c Case) NextLimit(s Settings, calendar *Calendar) LastDay {
	limit := c.period(c.Accepted, s)
	for _, a := range c.Agreements { // taken up again
		limit.From = max(limit.From, a.Reopened)
	}
	end := func(n int, roll bool) Day {
		return Period{From: limit.From, N: n * limit.N, Unit: limit.Unit, Roll: roll}.End(calendar).Day
	}
	given, n := Day(0), c.Extended+1
	for n > 0 && c.Deadline != end(n, true) && c.Deadline != end(n, false) { // one taken up again has been extended before
		n--
	}
	if n == 0 {
		n = c.Extended + 1
		given = max(0, c.Deadline-end(n, true))
	}
	return Period{From: end(n+1, false) + given, Roll: true}.End(calendar)
}

// extendable refuses an extension that the table does not give: none at all, no further one, or one that was not agreed on.
func (c Case) extendable(s Settings, agreed bool) *Error {
	l := s.LimitOf(c.Matter)
	switch {
	case l.Times == 0:
		return Refuse(ErrNoExtension, "after", l.Expiry)
	case l.Times != EveryTime && c.Extended >= l.Times:
		return Refuse(ErrExtended, "n", l.Times, "after", l.Expiry)
	case !agreed:
		return Refuse(ErrAgreeExtension, "who", l.Agree).In("both")
	}
	return nil
}

// accept sets the dates that run from acceptance: the first response, the goal by difficulty, and the time limit.
func (c *Case) accept(day Day, s Settings, calendar *Calendar) {
	c.Deadline, c.Accepted = c.LimitFrom(day, s, calendar).Day, day
	c.Respond = Period{From: day, N: s.Respond, Unit: Workdays}.End(calendar).Day
	c.Goal = min(day+Day(s.GoalOf(c.Difficulty)), c.Deadline)
}

// GoalOf is within how many days a case of a difficulty is to be finished.
func (s Settings) GoalOf(d Difficulty) int {
	switch d {
	case Simple:
		return s.Goal[0]
	case Difficult:
		return s.Goal[2]
	}
	return s.Goal[1]
}
