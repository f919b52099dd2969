package hall

import "slices"

// Term is a term of office (任期): of a mediator, or of an organisation's committee. Three
// years, renewable [law 10].
type Term struct {
	From Day    `cbor:"1,keyasint"`
	To   Day    `cbor:"2,keyasint"`           // the last day
	How  string `cbor:"3,keyasint,omitempty"` // 推选, 聘任, and by whom
}

// TermYears is how long a term lasts unless something else is agreed [law 10].
const TermYears = 3

// NextTerm proposes the term that follows those that are there, or begins on a day: three
// years to the day before.
func NextTerm(have []Term, today Day) Term {
	from := today
	if n := len(have); n > 0 {
		from = have[n-1].To + 1
	}
	return Term{From: from, To: from.AddMonths(12*TermYears) - 1}
}

// AddTerm puts a term to those that are there, in order. ErrBackward when it ends before it
// begins, ErrTermOverlap when it overlaps one.
func AddTerm(have []Term, t Term) ([]Term, *Error) {
	switch {
	case t.From == 0:
		return nil, Refuse(ErrRequired).In("from")
	case t.To == 0:
		return nil, Refuse(ErrRequired).In("to")
	case t.To < t.From:
		return nil, Refuse(ErrTermOrder).In("to")
	}
	for _, h := range have {
		if t.From <= h.To && h.From <= t.To {
			return nil, Refuse(ErrTermOverlap, "from", h.From, "to", h.To).In("from")
		}
	}
	out := append(slices.Clone(have), t)
	slices.SortFunc(out, func(a, b Term) int { return int(a.From) - int(b.From) })
	return out, nil
}

// SetTerm puts the term at a place right; what AddTerm refuses it refuses.
func SetTerm(have []Term, at int, t Term) ([]Term, *Error) {
	if at < 0 || at >= len(have) {
		return nil, Refuse(ErrNotFound)
	}
	return AddTerm(slices.Delete(slices.Clone(have), at, at+1), t)
}

// TermEnd is the last day of the last term; zero when there is none.
func TermEnd(terms []Term) Day {
	if n := len(terms); n > 0 {
		return terms[n-1].To
	}
	return 0
}

// Filing is a change that is reported for filing (备案) and whether that was done.
type Filing struct {
	What    FilingCause `cbor:"1,keyasint,omitempty"`
	Changed Day         `cbor:"2,keyasint"`
	Due     Day         `cbor:"3,keyasint"` // thirty working days after the change
	Filed   Day         `cbor:"4,keyasint,omitempty"`
	Number  string      `cbor:"5,keyasint,omitempty"` // 备案号
	By      string      `cbor:"6,keyasint,omitempty"`
}

// FilingCause is what has to be reported.
type FilingCause uint8

const (
	FilingChanged FilingCause = iota // something else
	FilingNew                        // a new mediator, a new organisation
	FilingLeft                       // left, dissolved
	FilingTerm                       // a new term
	FilingMoved                      // another organisation
	FilingHead                       // another head
)

// FilingDays is within how many working days a change is reported (DOMAIN §6).
const FilingDays = 30

// FilingDue is the last day for reporting a change: thirty of the State's working days after it.
func FilingDue(c *Calendar, changed Day) Day {
	return Period{From: changed, N: FilingDays, Unit: Workdays}.End(c).Day
}

// Unfiled is the filing that is due first; false when all is reported.
func Unfiled(all []Filing) (Filing, bool) {
	var out Filing
	for _, f := range all {
		if f.Filed == 0 && (out.Due == 0 || f.Due < out.Due) {
			out = f
		}
	}
	return out, out.Due != 0
}

// ReminderKind is what a reminder is about.
type ReminderKind uint8

const (
	RemindTerm      ReminderKind = iota // a mediator's term ends
	RemindFiling                        // a mediator's change is to be reported
	RemindOrgTerm                       // a committee's term ends
	RemindOrgFiling                     // an organisation's change is to be reported
)

// Due is what the board calls it.
func (k ReminderKind) Due() DueKind { return DueTerm + DueKind(k-RemindTerm) }

// Reminder is something due that hangs on no case.
type Reminder struct {
	Day      Day          `cbor:"1,keyasint"`
	Kind     ReminderKind `cbor:"2,keyasint,omitempty"`
	Mediator MediatorID   `cbor:"3,keyasint,omitempty"`
	Org      OrgID        `cbor:"4,keyasint,omitempty"`
	Name     string       `cbor:"5,keyasint,omitempty"`
}

// Reminders lists what is due about a mediator: the end of the term of one who is not gone,
// and what is not reported.
func (m Mediator) Reminders() []Reminder {
	var out []Reminder
	if end := TermEnd(m.Terms); end != 0 && m.Status != Left {
		out = append(out, Reminder{Day: end, Kind: RemindTerm, Mediator: m.ID, Name: m.Name})
	}
	if f, ok := Unfiled(m.Filings); ok {
		out = append(out, Reminder{Day: f.Due, Kind: RemindFiling, Mediator: m.ID, Name: m.Name})
	}
	return out
}
