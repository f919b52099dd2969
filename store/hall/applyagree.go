package hall

import "slices"

// ownAgreements gives the case a list of agreements of its own, to change: what it was copied from stays.
func (c *Case) ownAgreements() {
	c.Agreements = slices.Clone(c.Agreements)
	for i := range c.Agreements {
		c.Agreements[i] = c.Agreements[i].cloned()
	}
}

// touched is the agreement of a step, to change.
func (c *Case) touched(s Step) (*Agreement, error) {
	c.ownAgreements()
	a := c.AgreementNo(s.No)
	if a == nil {
		return nil, Refuse(ErrNotFound)
	}
	return a, nil
}

func doAgree(c *Case, s Step, by Actor, r Rules) error {
	c.ownAgreements()
	return c.agree(s, by, r, 0)
}

// agree adds an agreement to the case.
func (c *Case) agree(s Step, by Actor, r Rules, replaces int) error {
	if s.Agreement == nil {
		return Refuse(ErrTerms).In("terms")
	}
	a := s.Agreement.cloned()
	a.numbered()
	if err := CheckAgreement(*c, a, r.Settings, r.today()); err != nil {
		return err
	}
	a.PartiesSigned, a.MediatorSigned, a.Sealed, a.Performed, a.Fate, a.Unkept = 0, 0, 0, 0, FateNone, nil
	a.No, a.Replaces, a.Entered, a.EnteredBy = len(c.Agreements)+1, replaces, r.Now, by.Name
	if a.Written {
		a.onPaper(c.Parties)
	}
	c.Agreements = append(c.Agreements, a)
	c.bind(c.Agreement(), r)
	return nil
}

// signWithin is for how many days the signatures are waited for [ours].
const signWithin = 7

// onPaper says of an agreement in writing who must sign it, until when that is waited for, and how many copies
// there are: one each, one for the committee, and one more for the court when confirmation is wanted.
func (a *Agreement) onPaper(parties []Party) {
	a.Signatures, a.SignBy, a.Copies = a.signers(parties), a.Made+signWithin, len(parties)+1
	if a.WantsConfirm {
		a.Copies++
	}
}

// bind moves on what follows once one of the case's agreements binds: the last day for the court, what was
// performed at once, the one whose place it takes. Then the case stands where its agreements do.
func (c *Case) bind(a *Agreement, r Rules) {
	a.settleSignatures()
	since := a.Effective()
	a.LastConfirm = 0
	if since != 0 {
		a.LastConfirm = a.ConfirmBy(r.Settings.Confirm, r.Calendar).Day
		if a.OnSpot {
			for n := range a.Clauses {
				if x := &a.Clauses[n]; len(x.Kept) == 0 {
					x.Kept = []Keeping{{Day: a.Made, Amount: x.Amount}} // there and then, whenever the seal came
				}
			}
		}
		if old := c.AgreementNo(a.Replaces); a.Replaces != 0 && old.Fate == FateNone {
			old.Fate, old.FateOn, old.FateWhy, old.ReplacedBy = FateChanged, since, a.FateWhy, a.No
			if p := old.Applied(); p != nil && p.Refused() {
				old.Fate = FateRejected
			}
			a.FateWhy = ""
		}
	}
	a.settleClauses()
	c.settleState()
}

// settleState puts the case where its standing agreements stand: one that is not signed is waited for, then
// what is to be performed, then what was not.
func (c *Case) settleState() {
	var unsigned, open, unkept, kept bool
	var closed Day
	for _, a := range c.Agreements {
		switch a.State() {
		case AgreementUnsigned:
			unsigned = true
		case AgreementInForce:
			open = true
		case AgreementUnkept:
			unkept, closed = true, max(closed, a.Unkept.Day)
		case AgreementKept:
			kept, closed = true, max(closed, a.Performed, a.Effective())
		}
	}
	switch {
	case unsigned:
		c.State, c.Closed = Agreed, 0
	case open:
		c.State, c.Closed = Performing, 0
	case unkept:
		c.State, c.Closed = Unperformed, closed
	case kept:
		c.State, c.Closed = Performed, closed
	}
}

// doChange makes a new agreement once one binds: in its place (变更), or beside it (补充). The old one binds
// until the new one is in force.
func doChange(c *Case, s Step, by Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	old, err := c.touched(s)
	if err != nil {
		return err
	}
	replaces := old.No
	if s.Beside {
		replaces = 0
	}
	if s.Agreement != nil {
		one := *s.Agreement
		one.FateWhy = s.Reason // why the old one ends, until it does
		s.Agreement = &one
	}
	return c.agree(s, by, r, replaces)
}

func doSign(c *Case, s Step, _ Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	right := func(day Day, field string) *Error {
		switch {
		case day != 0 && day < a.Made:
			return Refuse(ErrSignOrder, "day", a.Made).In(field)
		case day > r.today():
			return Refuse(ErrDayFuture).In(field)
		}
		return nil
	}
	for _, d := range []struct {
		given Day
		kept  *Day
		field string
	}{{s.PartiesSigned, nil, "partiessigned"}, {s.MediatorSigned, &a.MediatorSigned, "mediatorsigned"}, {s.Sealed, &a.Sealed, "sealed"}} {
		if bad := right(d.given, d.field); bad != nil {
			return bad
		}
		if d.given != 0 && d.kept != nil {
			*d.kept = d.given
		}
	}
	if a.Signatures = a.signers(c.Parties); len(s.Signed) > len(a.Signatures) {
		return Refuse(ErrConflict)
	}
	for i := range a.Signatures {
		one := &a.Signatures[i]
		if i < len(s.Signed) && s.Signed[i] != 0 {
			if bad := right(s.Signed[i], SignatureField(i)); bad != nil {
				return bad
			}
			one.Day = s.Signed[i]
		} else if one.Day == 0 {
			one.Day = s.PartiesSigned
		}
	}
	c.bind(a, r)
	return nil
}

// doPerform: term by term, in part, with proof (law 31).
func doPerform(c *Case, s Step, by Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	k := s.Keeping
	k.Day, k.How, k.By, k.Entered = s.Day, s.Reason, by.Name, r.Now
	if bad := happened(k.Day, a.Made, r.today(), "day"); bad != nil {
		return bad
	}
	switch {
	case s.Clause > len(a.Clauses):
		return Refuse(ErrNotFound)
	case s.Clause == 0 && k.Partly:
		return Refuse(ErrWhichClause).In("clause")
	case s.Clause > 0 && a.Clauses[s.Clause-1].Done() != 0:
		return Refuse(ErrClauseKept).In("clause")
	}
	for i := range a.Clauses {
		x := &a.Clauses[i]
		if s.Clause != 0 && s.Clause != i+1 || x.Done() != 0 {
			continue
		}
		one := k
		if one.Amount == 0 && !one.Partly {
			one.Amount = max(0, x.Amount-x.Paid())
		}
		x.Kept = append(x.Kept, one)
	}
	if a.settleClauses(); a.Performed != 0 {
		a.Note = k.How
	}
	c.settleState()
	return nil
}

func doConfirm(c *Case, s Step, _ Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	w := s.Confirm
	w.Applied, w.Court = s.Day, s.To
	return a.apply(w, s.Both, r).Or(nil)
}

func doCourt(c *Case, s Step, _ Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	p := a.Applied()
	if !slices.Contains(p.Leads(), s.Court.Answer) && s.Court.Answer != 0 {
		return Refuse(ErrCourtOrder).In("answer")
	}
	return p.answer(s.Court, r.today(), r.Calendar).Or(nil)
}

func doUrge(c *Case, s Step, by Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	u := s.Urge
	if bad := happened(u.Day, a.Effective(), r.today(), "day"); bad != nil {
		return bad
	}
	if u.Whom == "" {
		return Refuse(ErrRequired).In("whom")
	}
	u.By = by.Name
	a.Urged = append(a.Urged, u)
	return nil
}

// doUnkept: what was not performed is an end, too, with the way told (DOMAIN §3.10).
func doUnkept(c *Case, s Step, _ Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	u := s.Unkept
	confirmed := slices.ContainsFunc(a.Confirmations, func(p Confirmation) bool { return p.Answer == CourtConfirmed })
	switch {
	case u.Way == 0:
		return Refuse(ErrRequired).In("way")
	case u.Way == WayEnforce && !confirmed: // only what the court has confirmed can be enforced (law 33)
		return Refuse(ErrNotConfirmed).In("way")
	case u.Why == "":
		return Refuse(ErrReason).In("why")
	}
	if bad := happened(u.Day, a.Effective(), r.today(), "day"); bad != nil {
		return bad
	}
	a.Unkept = &u
	c.settleState()
	return nil
}

// doRescind gives an agreement up by both: mediation goes on, or ends with the other ways told.
func doRescind(c *Case, s Step, _ Actor, r Rules) error {
	a, err := c.touched(s)
	switch {
	case err != nil:
		return err
	case !s.Both:
		return Refuse(ErrBothParties).In("both")
	case s.Reason == "":
		return Refuse(ErrReason).In("reason")
	case !s.GoesOn && s.Referral == "":
		return Refuse(ErrOtherWays).In("referral")
	}
	day, bad := s.on(a.Made, AtAgreement, r)
	if bad != nil {
		return bad
	}
	a.Fate, a.FateOn, a.FateWhy = FateRescinded, day, s.Reason
	if slices.ContainsFunc(c.Agreements, Agreement.Standing) {
		c.settleState()
		return nil
	}
	if s.GoesOn {
		c.takeUp(r)
		return nil
	}
	c.State, c.Cause, c.Reason, c.Referral, c.Closed = Terminated, EndOther, s.Reason, s.Referral, day
	return nil
}
