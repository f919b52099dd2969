package hall

import (
	"slices"
	"strings"
)

// OpCorrect puts right what stands on record.
const OpCorrect Op = "correct"

// CorrectionCourse is when what is written of a case's people and marks can be put right: at any
// time, by who works on it. Others see numbers masked, and a mask is no value to go on from.
func CorrectionCourse() Course[Case, State, Op] {
	works := Whose[Case]{
		Own: func(c Case, a Actor) bool { return a.MaySee(c) && a.WorksOn(c) }, Or: MaySupervise,
		Not: func(c Case, a Actor) *Error {
			if !a.MaySee(c) {
				return Refuse(ErrClosedCase)
			}
			return Refuse(ErrNotYours)
		},
	}
	return Course[Case, State, Op]{
		State: func(c Case) State { return c.State },
		Wrong: func(c Case, _ Op) *Error { return Refuse(ErrState, "state", c.State) },
		Rows:  []Row[Case, State, Op]{{Op: OpCorrect, From: States(), Right: MayIntake, Whose: works, Deed: DeedCorrect}},
	}
}

// PartiesFix is what of the parties of an intake or of a case can be put right: each of them, in their
// order, who joins them (追加) and who is taken out.
type PartiesFix struct {
	Parties []Party
	Join    *Party // nil: nobody
	Leave   int    // the place of who is taken out, from 1; 0: nobody
}

// CaseFix is what of a case can be put right by a correction: its parties, what others must hear of,
// whether it is public, and what the platforms ask.
type CaseFix struct {
	PartiesFix
	Flags        Flag
	Confidential bool
	Platform     Platform
}

// FixOf is a case as it stands, to put right from.
func FixOf(c Case) CaseFix {
	return CaseFix{PartiesFix: PartiesFix{Parties: slices.Clone(c.Parties)}, Flags: c.Flags, Confidential: c.Confidential, Platform: c.Platform}
}

// Apply puts a case right. Who was bound by an agreement stays bound by it, and nobody joins one that is
// in force: a new one is made.
func (f CaseFix) Apply(c *Case, s Settings, today Day) *Error {
	if (f.Join != nil || f.Leave != 0) && c.Followed() {
		return Refuse(ErrPartiesBound)
	}
	now, bad := f.PartiesFix.of(c.Parties, s, today)
	if bad != nil {
		return bad
	}
	if f.Flags&^c.Flags&FlagCriminal != 0 && !c.Police.Done() {
		return Refuse(ErrPoliceReport).In("flags")
	}
	if bad := f.Platform.check(today); bad != nil {
		return bad
	}
	level := c.RiskLevel()
	c.Parties, c.Flags, c.Confidential, c.Platform = now, f.Flags, f.Confidential, f.Platform
	c.endanger(level, today)
	return nil
}

// of are the parties as they are to stand, of those who were there. What is changed keeps the rules of
// an intake; what is not may lack what it lacked.
func (f PartiesFix) of(was []Party, s Settings, today Day) ([]Party, *Error) {
	if len(f.Parties) != len(was) {
		return nil, Refuse(ErrConflict)
	}
	now := Intake{Parties: f.Parties}.AsKept().Parties
	for i, p := range was {
		now[i].Person, now[i].Side = p.Person, p.Side
		if now[i] == p {
			continue
		}
		if err := now[i].check(today); err != nil {
			return nil, err
		}
	}
	now, bad := f.others(now, today)
	if bad != nil {
		return nil, bad
	}
	if err := twoSides(now); err != nil {
		return nil, err.In("doc")
	}
	for _, side := range []Side{Applicant, Respondent} {
		if chosen(now, side) == chosen(was, side) {
			continue
		}
		if err := checkRepresentatives(partiesOf(now, side), s); err != nil {
			return nil, err
		}
	}
	return now, nil
}

// others are the parties with who joins them and without who is taken out.
func (f PartiesFix) others(now []Party, today Day) ([]Party, *Error) {
	if f.Leave > len(now) {
		return nil, Refuse(ErrConflict)
	}
	if i := f.Leave - 1; i >= 0 {
		side := now[i].Side
		if now = slices.Delete(slices.Clone(now), i, i+1); len(partiesOf(now, side)) == 0 {
			return nil, Refuse(ErrLastParty)
		}
	}
	if f.Join != nil {
		joins := Intake{Parties: []Party{*f.Join}}.AsKept().Parties[0]
		if err := joins.check(today); err != nil {
			return nil, err
		}
		for _, p := range now {
			if p.Same(joins) {
				return nil, Refuse(ErrPartyThere, "name", joins.Details.Name).In(FieldName)
			}
		}
		now = append(slices.Clone(now), joins)
	}
	return now, nil
}

// check looks at a party that was changed.
func (p Party) check(today Day) *Error {
	if strings.TrimSpace(p.Details.Name) == "" {
		return Refuse(ErrRequired).In(FieldName)
	}
	if err := p.Details.Check(today); err != nil {
		return err
	}
	if err := p.checkGuardian(today); err != nil {
		return err.In("guardian")
	}
	return nil
}

// chosen counts the representatives of a side.
func chosen(parties []Party, side Side) int {
	n := 0
	for _, p := range partiesOf(parties, side) {
		if p.Representative {
			n++
		}
	}
	return n
}

// Follow brings up to date what a consultation that is not over says of a case's parties and of
// what it is about.
func (c *Consultation) Follow(f Case) {
	c.Type, c.Subject, c.Confidential = f.Type, f.Subject, f.Confidential
	if c.Kind == WalkIn && c.Intake == nil { // who came is who came
		c.cameOf(f)
		return
	}
	in := Intake{Parties: f.Parties}
	c.Who, c.Others = First(in.Of(Applicant))
	c.Against, _ = First(in.Of(Respondent))
	if len(c.Expected) == 0 {
		return
	}
	was := c.Expected
	expected := f.Parties
	if c.Kind == FollowUp { // whom it looks up
		expected = f.Of(Applicant)
	}
	if c.Expect(expected, true); !slices.Equal(was, c.Expected) {
		c.Last = nil // what stood before the desk's last step expected others
	}
}

// Veiled is a value of a field as those may read it who do not work on the case: identity
// numbers and telephones by their ends, an address not at all.
func Veiled(field, value string) string {
	switch {
	case value == "":
		return ""
	case strings.HasSuffix(field, ".DocNumber"):
		return MaskDoc(value)
	case strings.HasSuffix(field, "Phone"):
		return MaskPhone(value)
	case strings.HasSuffix(field, ".Address"):
		return "····"
	}
	return value
}

// VeilCorrection takes out of the journal's line of a correction what its readers may not see:
// numbers always, and of what is not public every value.
func VeilCorrection(args map[string]string, confidential bool) {
	for k, v := range args {
		switch {
		case !strings.HasPrefix(k, "old.") && !strings.HasPrefix(k, "new."):
		case confidential:
			args[k] = ""
		default:
			args[k] = Veiled(k, v)
		}
	}
	if confidential {
		delete(args, "reason")
	}
}

// VeiledTrail are corrections as those may read them who do not work on the case.
func VeiledTrail(trail []Correction) []Correction {
	out := append([]Correction(nil), trail...)
	for i, c := range out {
		out[i].Old, out[i].New = Veiled(c.Field, c.Old), Veiled(c.Field, c.New)
	}
	return out
}
