package hall

// Warning is what whoever meets a visitor must know first (DOMAIN §3.5): how near the dispute is to
// violence, who else must hear of it, what was done about it, and what is on record of the people.
type Warning struct {
	Risk     Risk
	Flags    Flag
	Measures string
	Police   Police
	Noted    []Noted
	Doors    bool // mediated with closed doors: only who takes part may sit in
}

// Noted is what is on record of somebody that whoever meets the person must know.
type Noted struct{ Name, What string }

// Warning is what a dispute itself says of it.
func (m Matter) Warning() Warning {
	return Warning{Risk: m.Risk, Flags: m.Flags, Measures: m.Measures, Police: m.Police}
}

// Any reports whether there is something to be known first. A low risk alone is read with the rest.
func (w Warning) Any() bool { return w.Risk >= RiskMid || w.Flags != 0 || len(w.Noted) > 0 }

// Grave reports whether the visitor is better not kept waiting: the dispute may turn violent, or
// criminal. An intake then proposes that it is urgent.
func (w Warning) Grave() bool { return w.Risk == RiskHigh || w.Flags&(FlagCriminal|FlagExtreme) != 0 }

// Outside is what is said of it to those who may not see what the visit is about: they too meet who
// comes.
func (w Warning) Outside() Warning { return Warning{Risk: w.Risk, Flags: w.Flags} }
