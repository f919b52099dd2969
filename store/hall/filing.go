package hall

import (
	"slices"
	"strings"
)

// Dossier is the paper of a case as it was filed (卷宗): where it stands, how long it is kept, what is in it.
type Dossier struct {
	Day    Day     `cbor:"1,keyasint"`
	Shelf  string  `cbor:"2,keyasint,omitempty"` // 存放位置
	Keep   Keep    `cbor:"3,keyasint,omitempty"`
	Papers []Paper `cbor:"4,keyasint,omitempty"` // ticked by hand: they are in the dossier
	Lacks  []Paper `cbor:"5,keyasint,omitempty"` // called for, and not in it
	Why    string  `cbor:"6,keyasint,omitempty"` // why it was filed all the same
	By     string  `cbor:"7,keyasint,omitempty" trail:"-"`
}

// Keep is how long a dossier is kept (保管期限). No rule sets it for a kind of case: each county's archives office does.
type Keep uint8

const (
	KeepUnsaid    Keep = iota
	KeepPermanent      // 永久
	Keep60             // 60 年
	Keep30             // 30 年
)

// Keeps lists them in the order shown.
func Keeps() []Keep { return []Keep{KeepPermanent, Keep60, Keep30} }

// Gap is something that is wrong with a case before it is filed, and that would be wrong in the statistics after.
type Gap uint8

const (
	GapType       Gap = iota + 1 // no type, or one that is not on the list
	GapBody                      // entrusted or transferred, and not said by whom
	GapLetter                    // entrusted or transferred, without the letter's number
	GapSource                    // a body is named, and the source says that none sent it
	GapMediator                  // nobody is on it
	GapRights                    // sessions, and in none were the rights told
	GapDay                       // a term without a day
	GapPlace                     // an agreement that is to be performed, without a place
	GapAmount                    // money is spoken of, without a sum
	GapProof                     // performed, without proof
	GapReferral                  // ended, and the other ways were not told
	GapPartyDoc                  // a party without a document
	GapPartyPhone                // a party without a telephone
	GapGuardian                  // a party whose guardian is named without relation or telephone
)

// CaseGap is a gap, where it is, and what mends it.
type CaseGap struct {
	Gap   Gap
	Bars  bool   // the case cannot be filed with it
	Name  string // of the party
	Party int    // its place on the case
	No    int    // of the agreement
	Mend  Action // the step that mends it; 0: a correction of the party, or nothing
}

// OfParty reports whether it is a party that is put right.
func (f CaseGap) OfParty() bool { return f.Gap >= GapPartyDoc }

// Gaps names what is wrong with a case and its visits before it is filed: what bars the filing first, then in the
// order of the course.
func Gaps(c Case, visits []Consultation, s Settings) []CaseGap {
	var out []CaseGap
	add := func(wrong bool, f CaseGap) {
		if wrong {
			out = append(out, f)
		}
	}
	_, known := s.Type(c.Type)
	sent := c.Source == SourceEntrusted
	add(!known, CaseGap{Gap: GapType, Bars: true, Mend: ActAmend})
	add(sent && c.SourceFrom == "", CaseGap{Gap: GapBody, Bars: true, Mend: ActAmend})
	add(!sent && (c.SourceFrom != "" || c.Letter != ""), CaseGap{Gap: GapSource, Bars: true, Mend: ActAmend})
	add(sent && c.SourceFrom != "" && c.Letter == "" && c.Order == 0, CaseGap{Gap: GapLetter, Mend: ActAmend})
	add(c.Sessions > 0 && len(c.Mediators()) == 0, CaseGap{Gap: GapMediator})
	add(c.Sessions > 0 && !rightsTold(visits), CaseGap{Gap: GapRights, Mend: ActSession})
	for _, a := range c.Agreements {
		if a.Standing() {
			out = append(out, a.gaps()...)
		}
	}
	add((c.State == Refused || c.State == Terminated) && c.Referral == "", CaseGap{Gap: GapReferral})
	for i, p := range c.Parties {
		of := CaseGap{Name: p.Details.Name, Party: i}
		of.Gap = GapPartyDoc
		add(p.Details.DocNumber == "", of)
		of.Gap = GapPartyPhone
		add(p.Details.Phone == "" && p.GuardianPhone == "" && p.ProxyPhone == "", of)
		of.Gap = GapGuardian
		add(p.GuardianUnknown(), of)
	}
	return out
}

func rightsTold(visits []Consultation) bool {
	return slices.ContainsFunc(visits, func(v Consultation) bool { return v.Session != nil && v.Session.RightsTold })
}

// gaps are what an agreement leaves open. One performed on the spot needs neither day nor place nor proof.
func (a Agreement) gaps() []CaseGap {
	change := ActChange // what binds is changed by a new agreement only
	if a.Effective() == 0 {
		change = ActMend
	}
	var out []CaseGap
	add := func(wrong bool, gap Gap, mend Action) {
		if wrong {
			out = append(out, CaseGap{Gap: gap, No: a.No, Mend: mend})
		}
	}
	day, place, proof := a.PerformBy == 0, a.Place == "", false
	money := strings.Contains(a.Terms, "元") && a.Amount == 0
	for _, c := range a.Clauses {
		day, place = day && c.By == 0, place && c.Where == ""
		for _, k := range c.Kept {
			proof = proof || k.Proof == ""
		}
		money = money && c.Amount == 0
	}
	add(day && !a.OnSpot, GapDay, change)
	add(place && !a.OnSpot, GapPlace, change)
	add(money, GapAmount, change)
	add(proof && !a.OnSpot, GapProof, ActMend)
	return out
}

// doFile files the dossier. What the statistics would have wrong is mended first; what else is missing is filed with
// a reason, and named.
func doFile(c *Case, s Step, by Actor, r Rules) error {
	visits, err := r.visits(c.ID)
	if err != nil {
		return err
	}
	gaps := Gaps(*c, visits, r.Settings)
	for _, g := range gaps {
		if g.Bars {
			return Refuse(ErrGap, "gap", g.Gap).In(FieldReason)
		}
	}
	f := s.Dossier
	f.Lacks = Lacks(*c, visits, f.Papers)
	if f.Why == "" && len(gaps)+len(f.Lacks) > 0 {
		return Refuse(ErrFileWhy).In(FieldReason)
	}
	day, bad := s.on(c.Closed, AtEnding, r)
	if bad != nil {
		return bad
	}
	f.Day, f.By = day, by.Name
	c.State, c.Dossier = Filed, &f
	return nil
}
