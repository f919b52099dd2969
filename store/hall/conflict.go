package hall

import "strings"

// Conflict is a reason why a mediator might have to stand aside (回避).
type Conflict uint8

const (
	NoConflict     Conflict = iota
	ConflictSelf            // he has a party's name, or telephone: he may be the party
	ConflictFamily          // the same surname and village as a party: worth a question, no more
	ConflictBefore          // he stood aside from this case before
	ConflictKin             // he is on record as a party's relative
	ConflictActs            // he is a party's guardian, proxy or representative
)

// Bars reports whether it takes a reason to assign him all the same. A surname and a village in
// common do not: in a village of one surname the old secretary who knows both families is the best
// choice (DOMAIN §3.3).
func (c Conflict) Bars() bool { return c != NoConflict && c != ConflictFamily }

// ConflictOf looks for the plainest signs that a mediator is related to a party or interested, and
// names the party; kin are the recorded relatives of the parties. It warns; a person decides (law 19,
// DOMAIN §3.3).
func ConflictOf(c Case, m Mediator, kin ...Relative) (Conflict, string) {
	for _, a := range c.Assigned {
		if a.Mediator.ID == m.ID && !a.To.IsZero() {
			return ConflictBefore, m.Name
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if sameName(d.Name, m.Name) || d.Phone != "" && d.Phone == m.Phone {
			return ConflictSelf, d.Name
		}
		if p.represented(m) {
			return ConflictActs, d.Name
		}
	}
	for _, k := range kin {
		if k.Mediator != 0 && k.Mediator == m.ID || k.Mediator == 0 && sameName(k.Name, m.Name) {
			return ConflictKin, k.Name
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if d.Kind == Natural && NearPlace(d.Village, m.Village) && surname(d.Name) != "" && surname(d.Name) == surname(m.Name) {
			return ConflictFamily, d.Name
		}
	}
	return NoConflict, ""
}

// sameName reports whether two names are one, however they are written.
func sameName(a, b string) bool { return a == b || FoldName(a) != "" && FoldName(a) == FoldName(b) }

// represented reports whether a mediator acts for a party: as guardian or proxy, by name or telephone, or as
// an organisation's representative.
func (p Party) represented(m Mediator) bool {
	for _, name := range []string{p.Guardian, p.Proxy, p.Details.Contact} {
		if name != "" && sameName(name, m.Name) {
			return true
		}
	}
	return m.Phone != "" && (p.GuardianPhone == m.Phone || p.ProxyPhone == m.Phone)
}

// surname is the first character: compound surnames share it within a family too. A name with a dot
// (阿卜杜拉·买买提) has none.
func surname(name string) string {
	if strings.ContainsFunc(name, isDot) {
		return ""
	}
	for _, r := range name {
		return string(r)
	}
	return ""
}
