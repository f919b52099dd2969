package hall

import (
	"slices"
	"time"
)

// Agreement is one of the agreements of a case (人民调解协议书 or 口头协议登记表), law 28–30. A case
// can have several, and none is ever overwritten: until it is in force it can be corrected,
// afterwards a new one takes its place (DOMAIN §3.8).
type Agreement struct {
	Written   bool   `cbor:"1,keyasint,omitempty"`
	Made      Day    `cbor:"2,keyasint"`           // the day it was reached
	Facts     string `cbor:"3,keyasint,omitempty"` // main facts, dispute and responsibility
	Terms     string `cbor:"4,keyasint,omitempty"` // as they stand on the paper
	Manner    string `cbor:"5,keyasint,omitempty"`
	Place     string `cbor:"6,keyasint,omitempty"`
	PerformBy Day    `cbor:"7,keyasint,omitempty"`  // the last day of the last clause
	Amount    int64  `cbor:"8,keyasint,omitempty"`  // fen
	OnSpot    bool   `cbor:"9,keyasint,omitempty"`  // performed on the spot
	Copies    int    `cbor:"10,keyasint,omitempty"` // one for each party and one for the committee
	// Signatures exist on paper only; these are the days on which they were put there.
	PartiesSigned  Day    `cbor:"11,keyasint,omitempty" trail:"-"` // the last of them, once all have signed
	MediatorSigned Day    `cbor:"12,keyasint,omitempty"`
	Sealed         Day    `cbor:"13,keyasint,omitempty"`
	Performed      Day    `cbor:"14,keyasint,omitempty" trail:"-"` // the day on which the last clause was performed
	Note           string `cbor:"15,keyasint,omitempty"`           // how it was performed
	WhyOral        string `cbor:"16,keyasint,omitempty"`           // why oral although written was advised
	WantsConfirm   bool   `cbor:"17,keyasint,omitempty"`           // the parties mean to have it confirmed by the court
	LastConfirm    Day    `cbor:"18,keyasint,omitempty" trail:"-"` // the last day to apply for that, set when it takes effect
	Reopened       Day    `cbor:"19,keyasint,omitempty"`           // the case was taken up again that day: it is followed up no longer

	No            int            `cbor:"20,keyasint,omitempty"` // from 1 within the case, in the order made
	Clauses       []Clause       `cbor:"21,keyasint,omitempty"`
	Signatures    []Signature    `cbor:"22,keyasint,omitempty"` // of every party; empty in what an older program wrote
	Replaces      int            `cbor:"23,keyasint,omitempty"` // the No of the one it takes the place of once it is in force
	ReplacedBy    int            `cbor:"24,keyasint,omitempty"`
	Fate          AgreementFate  `cbor:"25,keyasint,omitempty"`
	FateOn        Day            `cbor:"26,keyasint,omitempty"`
	FateWhy       string         `cbor:"27,keyasint,omitempty"`
	Urged         []Urging       `cbor:"28,keyasint,omitempty"`
	Unkept        *Unkept        `cbor:"29,keyasint,omitempty"`           // it was not performed, and which way was told
	Confirmations []Confirmation `cbor:"30,keyasint,omitempty"`           // applications for judicial confirmation, the latest last
	AskedWritten  bool           `cbor:"31,keyasint,omitempty"`           // a party asks for it in writing
	SignBy        Day            `cbor:"32,keyasint,omitempty" trail:"-"` // until when the signatures are waited for
	Entered       time.Time      `cbor:"33,keyasint,omitempty" trail:"-"` // when and by whom it was written down here
	EnteredBy     string         `cbor:"34,keyasint,omitempty" trail:"-"`
}

// AgreementFate is what became of an agreement that binds no longer.
type AgreementFate uint8

const (
	FateNone      AgreementFate = iota // it stands
	FateChanged                        // 变更: another took its place
	FateRescinded                      // 解除: by both
	FateRelapse                        // 复发: the dispute came back and was taken up again
	FateRejected                       // 法院驳回: the court did not confirm it, and another is made
)

// Signature is that a party signed, sealed or finger-printed the paper. Thirty of them are thirty.
type Signature struct {
	Person PersonID `cbor:"1,keyasint,omitempty" trail:"-"`
	Side   Side     `cbor:"2,keyasint,omitempty" trail:"-"`
	Name   string   `cbor:"3,keyasint,omitempty"`
	Day    Day      `cbor:"4,keyasint,omitempty"` // 0: not yet
	For    string   `cbor:"5,keyasint,omitempty"` // who signed in the party's stead: guardian, proxy, an organisation's representative
}

// Called implements the name by which a correction tells of a signature that came or went.
func (s Signature) Called() string { return s.Name }

// Urging is that a party was urged to perform (督促履行, law 31).
type Urging struct {
	Day  Day    `cbor:"1,keyasint"`
	Whom string `cbor:"2,keyasint,omitempty"`
	By   string `cbor:"3,keyasint,omitempty"`
	Said string `cbor:"4,keyasint,omitempty"` // what was answered
}

// Unkept is that an agreement was not performed, and which way the parties were told of.
type Unkept struct {
	Day Day     `cbor:"1,keyasint"`
	Way WayLeft `cbor:"2,keyasint,omitempty"`
	Why string  `cbor:"3,keyasint,omitempty"`
}

// WayLeft is where a party goes with an agreement that was not performed.
type WayLeft uint8

const (
	WaySue         WayLeft = iota + 1 // 起诉
	WayEnforce                        // 申请强制执行: it was confirmed by the court
	WayPayment                        // 支付令: wages, work-injury costs, severance
	WayArbitration                    // 仲裁: labour
	WayOther                          // 其他
)

// Standing reports whether the agreement binds or is on its way to it: nothing took its place,
// nobody gave it up, and the case was not taken up again since.
func (a Agreement) Standing() bool { return a.Fate == FateNone && a.Reopened == 0 }

// Effective is the day from which the agreement binds: an oral one when it is reached, a
// written one when the parties have signed, the mediator has signed and the seal is on it,
// whichever came last (law 29–30). Zero while something is missing.
func (a Agreement) Effective() Day {
	if !a.Written {
		return a.Made
	}
	if a.PartiesSigned == 0 || a.MediatorSigned == 0 || a.Sealed == 0 {
		return 0
	}
	return max(a.PartiesSigned, a.MediatorSigned, a.Sealed)
}

// ConfirmBy is the last day to apply for judicial confirmation: the 30th after the
// agreement took effect (CPL 2023 art. 205) or, where that is a rest day, the next working
// day (art. 85). None before it took effect.
func (a Agreement) ConfirmBy(days int, c *Calendar) LastDay {
	return Period{From: a.Effective(), N: days, Roll: true}.End(c)
}

// Unsigned names the parties whose signature is missing.
func (a Agreement) Unsigned() []string {
	var out []string
	for _, s := range a.Signatures {
		if s.Day == 0 {
			out = append(out, s.Name)
		}
	}
	return out
}

// signers are those who must sign, with the days on which they have; a party who left the case
// before he signed is not waited for, one who joined it is.
func (a Agreement) signers(parties []Party) []Signature {
	var out []Signature
	for _, s := range a.Signatures {
		if s.Day != 0 || slices.ContainsFunc(parties, s.of) {
			out = append(out, s)
		}
	}
	for _, p := range parties {
		if !slices.ContainsFunc(out, func(s Signature) bool { return s.of(p) }) {
			out = append(out, Signature{Person: p.Person, Side: p.Side, Name: p.Details.Name, For: p.signsBy()})
		}
	}
	return out
}

// of reports whether a signature is a party's.
func (s Signature) of(p Party) bool {
	if s.Side != p.Side {
		return false
	}
	return s.Person != 0 && s.Person == p.Person || s.Name == p.Details.Name
}

// signsBy is who signs in the stead of a party who does not himself: the guardian of a minor, who
// speaks for an organisation.
func (p Party) signsBy() string {
	if p.Guardian != "" {
		return p.Guardian
	}
	if p.Details.Kind == Organisation {
		return p.Details.Contact
	}
	return ""
}

// settleSignatures works the day out on which the last party signed; none while one is missing.
func (a *Agreement) settleSignatures() {
	if len(a.Signatures) == 0 { // written by an older program
		return
	}
	last := Day(0)
	for _, s := range a.Signatures {
		if s.Day == 0 {
			a.PartiesSigned = 0
			return
		}
		last = max(last, s.Day)
	}
	a.PartiesSigned = last
}

// cloned is the agreement with lists of its own, to change.
func (a Agreement) cloned() Agreement {
	a.Signatures, a.Urged, a.Confirmations = slices.Clone(a.Signatures), slices.Clone(a.Urged), slices.Clone(a.Confirmations)
	a.Clauses = slices.Clone(a.Clauses)
	for i := range a.Clauses {
		a.Clauses[i].Kept = slices.Clone(a.Clauses[i].Kept)
	}
	if a.Unkept != nil {
		one := *a.Unkept
		a.Unkept = &one
	}
	return a
}

// Agreement is the agreement that counts now: the latest that was made; nil before there is one. A
// case that was taken up again keeps showing the one of before until another is made.
func (c Case) Agreement() *Agreement {
	if len(c.Agreements) == 0 {
		return nil
	}
	return &c.Agreements[len(c.Agreements)-1]
}

// AgreementNo finds one of the case's agreements by its number; 0 is the one that counts now.
func (c Case) AgreementNo(no int) *Agreement {
	if no == 0 {
		return c.Agreement()
	}
	for i := range c.Agreements {
		if c.Agreements[i].No == no {
			return &c.Agreements[i]
		}
	}
	return nil
}

// Confirm is the last application for judicial confirmation of the agreement that counts now.
func (c Case) Confirm() *Confirmation {
	if a := c.Agreement(); a != nil {
		return a.Applied()
	}
	return nil
}

// Applied is the last application for judicial confirmation of the agreement; nil before one was made.
func (a *Agreement) Applied() *Confirmation {
	if len(a.Confirmations) == 0 {
		return nil
	}
	return &a.Confirmations[len(a.Confirmations)-1]
}

// caseBefore is where a case kept its agreement and its application up to the twelfth schema: one of
// each. Upgrade moves them. It lies one level deeper, so that its names are nobody else's.
type caseBefore struct{ CaseBefore }

// CaseBefore holds the fields.
type CaseBefore struct {
	Agreed  *Agreement    `cbor:"53,keyasint,omitempty" trail:"-"`
	Applied *Confirmation `cbor:"54,keyasint,omitempty" trail:"-"`
}

// Upgrade brings a case that was written by an older program to its present shape.
func (c *Case) Upgrade() {
	if a := c.CaseBefore.Agreed; a != nil {
		one := *a
		one.No, one.Clauses = 1, []Clause{{No: 1, Text: one.Terms, By: one.PerformBy, Amount: one.Amount}}
		if one.Performed != 0 {
			one.Clauses[0].Kept = []Keeping{{Day: one.Performed, Amount: one.Amount, How: one.Note}}
		}
		if p := c.CaseBefore.Applied; p != nil {
			one.Confirmations = []Confirmation{*p}
		}
		if one.Reopened != 0 {
			one.Fate, one.FateOn = FateRelapse, one.Reopened
		}
		c.Agreements = []Agreement{one}
	}
	c.CaseBefore = CaseBefore{}
	if c.State == Failed {
		c.State, c.Cause = Terminated, EndNotSettled
	}
}
