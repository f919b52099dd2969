package hall

import (
	"slices"
	"time"
)

// Consent is what a party said to outsiders taking part [law 20]. It belongs to those it was asked about:
// whoever is invited later is asked about anew. One from before names were kept counts for the outsiders
// who are invited now, and is given their names with the next change of the list (NameConsents).
type Consent struct {
	Person PersonID  `cbor:"1,keyasint,omitempty"`
	Name   string    `cbor:"2,keyasint"`
	Side   Side      `cbor:"3,keyasint,omitempty"`
	Given  bool      `cbor:"4,keyasint,omitempty"`
	Day    Day       `cbor:"5,keyasint,omitempty"` // zero: not asked yet
	Oral   bool      `cbor:"6,keyasint,omitempty"` // else on paper
	By     string    `cbor:"7,keyasint,omitempty"` // who recorded it
	At     time.Time `cbor:"8,keyasint,omitempty"`
	For    []Invitee `cbor:"9,keyasint,omitempty"` // whom it is for

	On     Day  `cbor:"10,keyasint,omitempty"` // the day of the meeting that it was asked for; zero: none was set, so that it is to the people alone
	Lapsed bool `cbor:"11,keyasint,omitempty"` // the meeting is on another day: it is asked for again
}

// SameParty reports whether two of them are the same party's.
func (c Consent) SameParty(o Consent) bool {
	return c.Person == o.Person && c.Name == o.Name && c.Side == o.Side
}

// about reports whether it was asked about somebody.
func (c Consent) about(who Invitee) bool {
	return c.Day != 0 && !c.Lapsed && (len(c.For) == 0 || slices.ContainsFunc(c.For, who.Same))
}

// SameAs reports whether a party says what stands on record already.
func (c Consent) SameAs(was Consent) bool {
	return c.SameParty(was) && c.Given == was.Given && c.Oral == was.Oral && c.Day == was.Day
}

// GuestRole is why somebody from outside takes part, as far as law 20 distinguishes.
type GuestRole uint8

const (
	AsGuest     GuestRole = iota // as anybody else: with the parties' consent
	AsAuthority                  // the police or another authority, called under law 25
	AsJudicial                   // the judicial office that guides the hall
	AsAdviser                    // the committee's own legal adviser
)

// GuestRoles lists them in the order they are shown.
func GuestRoles() []GuestRole { return []GuestRole{AsGuest, AsAuthority, AsJudicial, AsAdviser} }

// RoleOf is why a body of a kind takes part, where its kind says so.
func RoleOf(k BodyKind) GuestRole {
	return map[BodyKind]GuestRole{BodyPolice: AsAuthority, BodyJudicial: AsJudicial}[k]
}

// NeedsConsent reports whether the parties have to agree that somebody takes part [law 20].
func (i Invitee) NeedsConsent() bool { return i.Kind.Outside() && i.As == AsGuest }

// outsidersOf are those of the invited to whom the parties have to agree.
func outsidersOf(invited []Invitee) []Invitee {
	return slices.DeleteFunc(slices.Clone(invited), func(i Invitee) bool { return !i.NeedsConsent() })
}

// Outsiders are those who are invited and to whom the parties have to agree. Where there are none, it is
// an internal consultation (内部会诊), and nobody is asked.
func (d Discussion) Outsiders() []Invitee { return outsidersOf(d.Invited) }

// answerOf is what a party said to somebody's taking part; Day is 0 where it was not asked.
func (d Discussion) answerOf(party Consent, who Invitee) Consent {
	for _, c := range slices.Backward(d.Consents) {
		if c.SameParty(party) && c.about(who) {
			return c
		}
	}
	return party
}

// ConsentsOf are what the parties of a case who speak for a side said to outsiders, side by side; Day is 0
// and For are those who are new where a party is to be asked.
func (d Discussion) ConsentsOf(c Case) []Consent {
	var out []Consent
	for _, one := range askedOf(c) {
		for _, said := range d.Consents {
			if said.SameParty(one) && said.Day != 0 {
				out = append(out, said)
			}
		}
		if one.For = d.unasked(one); len(one.For) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// askedOf are the parties of a case who are asked, without what they say.
func askedOf(c Case) []Consent {
	var out []Consent
	for _, e := range ExpectedOf(c.Parties) {
		out = append(out, Consent{Person: e.Person, Name: e.Name, Side: e.Side})
	}
	return out
}

// unasked are the outsiders about whom a party has not been asked.
func (d Discussion) unasked(party Consent) []Invitee {
	return slices.DeleteFunc(d.Outsiders(), func(i Invitee) bool { return d.answerOf(party, i).Day != 0 })
}

// Questions are what each party is to be asked now: about those who are new; where there are none, about
// those who are invited, or were when it spoke last, with what it said.
func (d Discussion) Questions(c Case) []Consent {
	var out []Consent
	for _, one := range askedOf(c) {
		if one.For = d.unasked(one); len(one.For) > 0 {
			out = append(out, one)
			continue
		}
		for _, said := range slices.Backward(d.Consents) {
			if said.SameParty(one) && said.Day != 0 && !said.Lapsed {
				if all := d.Outsiders(); len(all) > 0 {
					said.For = all
				}
				out = append(out, said)
				break
			}
		}
	}
	return out
}

// Say puts down what a party said to those whom it was asked about, in place of what it said to them before.
func (d *Discussion) Say(c Consent) {
	var out []Consent
	for _, was := range d.Consents {
		if was.SameParty(c) {
			was.For = slices.DeleteFunc(slices.Clone(was.For), func(i Invitee) bool { return slices.ContainsFunc(c.For, i.Same) })
			if len(was.For) == 0 {
				continue
			}
		}
		out = append(out, was)
	}
	if c.For = seats(c.For); c.Day != 0 {
		out = append(out, c)
	}
	d.Consents = out
}

// LapseConsents has those lapse that were given to a meeting on another day (DOMAIN §2): they are asked for
// again. Who was refused stays refused.
func (d *Discussion) LapseConsents(now Day) {
	d.Consents = slices.Clone(d.Consents)
	for n, c := range d.Consents {
		if c.Given && c.On != 0 && c.On != now {
			d.Consents[n].Lapsed = true
		}
	}
}

// CrossRefused takes those off the list to whom a party does not agree.
func (d *Discussion) CrossRefused(c Case) {
	d.List(slices.DeleteFunc(slices.Clone(d.Invited), func(i Invitee) bool { return i.NeedsConsent() && len(d.against(c, i)) > 0 }))
}

// against are the parties who do not agree that somebody takes part.
func (d Discussion) against(c Case, who Invitee) []string {
	var out []string
	for _, one := range askedOf(c) {
		if said := d.answerOf(one, who); said.Day != 0 && !said.Given {
			out = append(out, one.Name)
		}
	}
	return out
}

// NameConsents gives consents that name nobody the names of those they count for: the outsiders who are
// invited, or, where none is yet, the first who will be.
func (d *Discussion) NameConsents(invited []Invitee) {
	names := d.Outsiders()
	if len(names) == 0 {
		names = outsidersOf(invited)
	}
	d.Consents = slices.Clone(d.Consents)
	for n := range d.Consents {
		if len(d.Consents[n].For) == 0 {
			d.Consents[n].For = seats(names)
		}
	}
}

// CheckConsent says why it cannot be called together with the outsiders who are invited: a party has not
// been asked about them [law 20]. Nil when all have been.
func (d Discussion) CheckConsent(c Case) *Error {
	if names, whom := d.Unasked(c); len(names) > 0 {
		return Refuse(ErrConsentFirst, "names", names, "whom", whom)
	}
	return nil
}

// Unasked are the parties who have not been asked about all outsiders who are invited, and those they are
// to be asked about.
func (d Discussion) Unasked(c Case) (names, whom []string) {
	for _, one := range askedOf(c) {
		missing := d.unasked(one)
		if len(missing) > 0 {
			names = append(names, one.Name)
		}
		for _, i := range missing {
			if !slices.Contains(whom, i.Name) {
				whom = append(whom, i.Name)
			}
		}
	}
	return names, whom
}
