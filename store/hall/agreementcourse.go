package hall

// AgreementState is where one of a case's agreements stands.
type AgreementState uint8

const (
	AgreementNone     AgreementState = iota
	AgreementUnsigned                // 待签字盖章
	AgreementInForce                 // 生效
	AgreementKept                    // 已履行
	AgreementUnkept                  // 未履行
	AgreementEnded                   // 已变更、解除，或者案件重开
)

// State is where the agreement stands.
func (a Agreement) State() AgreementState {
	switch {
	case !a.Standing():
		return AgreementEnded
	case a.Effective() == 0:
		return AgreementUnsigned
	case a.Performed != 0:
		return AgreementKept
	case a.Unkept != nil:
		return AgreementUnkept
	}
	return AgreementInForce
}

// AgreementState is where the agreement of a case that counts now stands.
func (c Case) AgreementState() AgreementState {
	if a := c.Agreement(); a != nil {
		return a.State()
	}
	return AgreementNone
}

// Over is the case as it is looked at for one of its agreements: that one counts. 0 is the one that
// counts anyway.
func (c Case) Over(no int) Case {
	a := c.AgreementNo(no)
	if no == 0 || a == nil || a == c.Agreement() {
		return c
	}
	one := *a
	var others []Agreement
	for _, o := range c.Agreements {
		if o.No != no {
			others = append(others, o)
		}
	}
	c.Agreements = append(others, one)
	return c
}

// AgreementCourse is the course of an agreement within its case: whose it is and who may,
// the case's own row says.
func AgreementCourse() Course[Case, AgreementState, Action] {
	type row = Row[Case, AgreementState, Action]
	none, unsigned, inForce, kept, unkept, ended := AgreementNone, AgreementUnsigned, AgreementInForce, AgreementKept, AgreementUnkept, AgreementEnded
	in := func(s ...AgreementState) []AgreementState { return s }
	rows := []row{
		{Op: ActAgree, From: in(none, ended), To: in(unsigned, inForce, kept)},
		{Op: ActSign, From: in(unsigned), To: in(unsigned, inForce, kept)},
		{Op: ActPerform, From: in(inForce, unkept), To: in(inForce, unkept, kept)},
		{Op: ActConfirm, From: in(inForce, kept, unkept)},
		{Op: ActCourt, From: in(inForce, kept, unkept, ended)},
		{Op: ActUrge, From: in(inForce, unkept)},
		{Op: ActMend, From: in(unsigned, inForce, kept, unkept, ended)},
		{Op: ActChange, From: in(inForce, kept, unkept)},
		{Op: ActUnkept, From: in(inForce), To: in(unkept), Back: ActPerform},
		{Op: ActRescind, From: in(unsigned, inForce, unkept), To: in(ended), Asks: true},
	}
	for i := range rows {
		rows[i].Right, rows[i].Deed = MayMediate, DeedOf(rows[i].Op)
	}
	return Course[Case, AgreementState, Action]{
		State: Case.AgreementState,
		Wrong: func(c Case, a Action) *Error {
			switch c.AgreementState() {
			case AgreementNone:
				return Refuse(ErrNoAgreement)
			case AgreementUnsigned:
				return Refuse(ErrNotInForce)
			case AgreementEnded:
				return Refuse(ErrAgreementEnded, "fate", c.Agreement().Fate)
			case AgreementKept:
				return Refuse(ErrState, "state", c.State, "why", HurdleKept)
			}
			return noWay(c, a)
		},
		Rows: rows,
	}
}

// agreed says what the agreement that counts lacks for a step; nil when it can be taken.
func agreed(a Action) func(Case) *Error {
	return func(c Case) *Error {
		_, err := AgreementCourse().Leads(c, a)
		return err
	}
}

// pending says what is in the way of a step that needs an application at court that waits for its
// answer, or that there is none.
func pending(must bool) func(Case) *Error {
	return func(c Case) *Error {
		p := c.Confirm()
		waits := p != nil && !p.Answer.Ended()
		switch {
		case must && !waits:
			return Refuse(ErrNotApplied)
		case !must && waits, !must && p != nil && p.Answer == CourtConfirmed:
			return Refuse(ErrApplied)
		}
		return nil
	}
}
