package hall

import (
	"slices"
	"time"
)

// What was registered of a visitor is put right (更正登记): the people on both sides, and the dispute.
const (
	OpParties Op = "parties"
	OpAmend   Op = "amend"
)

// ErrAmendInCase: what was registered of the visit stands with its case.
const ErrAmendInCase Code = "amend-in-case"

// IntakeFix is what of a visitor's registration can be put right by a correction, as long as no case
// came of it (DOMAIN §3.13): its parties, the dispute, and what bars it from being mediated.
type IntakeFix struct {
	PartiesFix
	Matter       Matter
	PartyRefuses bool
	Bar          Bar
}

// Registered reports whether what is known of the dispute stands with the visit, and not with a case.
func (c Consultation) Registered() bool { return c.Intake != nil && c.Case == 0 }

// inCase refuses to put right with a visit what stands with a case.
func inCase(r VisitRow, _ Actor, _ time.Time) *Error {
	if r.Kind != WalkIn || r.Case != 0 {
		return Refuse(ErrAmendInCase)
	}
	return nil
}

// known refuses to put right what of a visitor nobody registered yet.
func known(r VisitRow, _ Actor, _ time.Time) *Error {
	if r.Bare() {
		return Refuse(ErrBare)
	}
	return nil
}

// FixOfIntake is a visitor's registration as it stands, to put right from. Urgent is who is so now.
func FixOfIntake(c Consultation) IntakeFix {
	if !c.Registered() {
		return IntakeFix{}
	}
	f := IntakeFix{PartiesFix: PartiesFix{Parties: slices.Clone(c.Intake.Parties)}, Matter: c.Intake.Matter, PartyRefuses: c.Intake.PartyRefuses,
		Bar: c.Intake.Bar}
	f.Matter.Urgent, f.Matter.UrgentWhy = c.Urgent, c.UrgentWhy
	return f
}

// Apply puts a registration right. What is changed keeps the rules of an intake. What somebody came
// about who took a number with a name only is not put right but registered.
func (f IntakeFix) Apply(c *Consultation, s Settings, by Actor, now time.Time) *Error {
	if !c.Registered() {
		return Refuse(ErrAmendInCase)
	}
	was, m := FixOfIntake(*c), f.Matter
	parties, bad := f.PartiesFix.of(was.Parties, s, DayOf(now))
	if bad != nil {
		return bad
	}
	if !m.Urgent {
		m.UrgentWhy = ""
	}
	if m.Police != was.Matter.Police {
		if m.Police.At.After(now) {
			return Refuse(ErrDayFuture).In("policeat")
		}
		if m.Police.By = by.Name; m.Police.At.IsZero() && m.Police.Officer == "" {
			m.Police = Police{}
		}
	}
	if m != was.Matter || f.PartyRefuses != was.PartyRefuses || f.Bar != was.Bar {
		if bad := known(VisitRowOf(*c), by, now); bad != nil {
			return bad
		}
		if err := m.check(s); err != nil {
			return err
		}
	}
	in := *c.Intake
	in.Parties, in.Matter, in.PartyRefuses, in.Bar = parties, m, f.PartyRefuses, f.Bar
	c.Intake = &in
	c.About(in)
	return nil
}
