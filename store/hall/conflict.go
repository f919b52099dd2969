package hall

// Conflict is a reason why a mediator might have to stand aside (回避).
type Conflict uint8

const (
	NoConflict     Conflict = iota
	ConflictSelf            // he has a party's name, or telephone: he may be the party
	ConflictFamily          // the same surname and village as a party: perhaps related
	ConflictBefore          // he stood aside from this case before
)

// ConflictOf looks for the plainest signs that a mediator is related to a party or
// interested, and names the party. It warns; a person decides (law 19, DOMAIN §3.3).
func ConflictOf(c Case, m Mediator) (Conflict, string) {
	for _, a := range c.Assigned {
		if a.Mediator.ID == m.ID && !a.To.IsZero() {
			return ConflictBefore, m.Name
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if d.Name == m.Name || d.Phone != "" && d.Phone == m.Phone {
			return ConflictSelf, d.Name
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if d.Kind == Natural && NearPlace(d.Village, m.Village) && surname(d.Name) == surname(m.Name) {
			return ConflictFamily, d.Name
		}
	}
	return NoConflict, ""
}

// surname is the first character: compound surnames share it within a family too.
func surname(name string) string {
	for _, r := range name {
		return string(r)
	}
	return ""
}
