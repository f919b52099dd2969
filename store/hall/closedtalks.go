package hall

// ClosedTalks is that a party asked for mediation that is not open (不公开调解, law 23): only who takes part may sit
// in. It is another thing than Confidential, which says who may open the file.
type ClosedTalks struct {
	Asked  string `cbor:"1,keyasint,omitempty"` // which party asked
	Since  Day    `cbor:"2,keyasint"`
	By     string `cbor:"3,keyasint,omitempty"`
	Lifted Day    `cbor:"4,keyasint,omitempty"` // 0: it holds
	Why    string `cbor:"5,keyasint,omitempty"` // why it was lifted
	LiftBy string `cbor:"6,keyasint,omitempty"`
}

// BehindDoors reports whether the case is mediated with closed doors now.
func (c Case) BehindDoors() bool {
	return len(c.Talks) > 0 && c.Talks[len(c.Talks)-1].Lifted == 0
}

// doors bars what is so already: closing a case that is closed, opening one that is open.
func doors(closed bool) func(Case) *Error {
	return func(c Case) *Error {
		switch {
		case closed && !c.BehindDoors():
			return Refuse(ErrTalksOpen)
		case !closed && c.BehindDoors():
			return Refuse(ErrTalksClosed)
		}
		return nil
	}
}

func doCloseTalks(c *Case, s Step, by Actor, r Rules) error {
	if s.Who == "" {
		return Refuse(ErrRequired).In(FieldWho)
	}
	day, bad := s.on(c.AppliedOn(), AtApplication, r)
	if bad != nil {
		return bad
	}
	c.Talks = append(c.Talks[:len(c.Talks):len(c.Talks)], ClosedTalks{Asked: s.Who, Since: day, By: by.Name})
	return nil
}

func doOpenTalks(c *Case, s Step, by Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In(FieldReason)
	}
	c.Talks = append([]ClosedTalks{}, c.Talks...)
	now := &c.Talks[len(c.Talks)-1]
	day, bad := s.on(now.Since, AtBeginning, r)
	if bad != nil {
		return bad
	}
	now.Lifted, now.Why, now.LiftBy = day, s.Reason, by.Name
	return nil
}
