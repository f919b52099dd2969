package hall

// Outward is a case as it may leave the hall in a list: identity numbers, telephones and
// addresses are masked [law 15]; of a confidential one there is nothing but that there is one,
// unless its names and words are asked for.
func (c Case) Outward(confidential bool) Case {
	parties := make([]Party, len(c.Parties))
	for i, p := range c.Parties {
		p.Details = p.Details.Masked()
		parties[i] = p
	}
	c.Parties = parties
	if !c.Confidential || confidential {
		return c
	}
	return Case{
		ID: c.ID, Number: c.Number, Year: c.Year, Seq: c.Seq, State: c.State,
		Matter:     Matter{Type: c.Type, Source: c.Source, Difficulty: c.Difficulty, Risk: c.Risk, Confidential: true},
		Registered: c.Registered, Accepted: c.Accepted, Deadline: c.Deadline, Closed: c.Closed,
		Sessions: c.Sessions,
	}
}
