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
		a.Signatures = a.signers(c.Parties)
		a.Copies = len(c.Parties) + 1
		if a.WantsConfirm { // one more for the court
			a.Copies++
		}
		a.SignBy = a.Made + Day(signWithin)
	}
	c.Agreements = append(c.Agreements, a)
	c.bind(len(c.Agreements)-1, r)
	return nil
}

// signWithin is for how many days the signatures are waited for [ours].
const signWithin = 7

// bind moves on what follows once one of the case's agreements binds: the last day for the court, what was
// performed at once, the one whose place it takes. Then the case stands where its agreements do.
func (c *Case) bind(i int, r Rules) {
	a := &c.Agreements[i]
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
	c.bind(slices.IndexFunc(c.Agreements, func(o Agreement) bool { return o.No == a.No }), r)
	return nil
}

// doPerform: term by term, in part, with proof (law 31).
func doPerform(c *Case, s Step, by Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	k := s.Keeping
	if k.Day == 0 {
		k.Day = s.Day
	}
	if k.How == "" {
		k.How = s.Reason
	}
	switch {
	case k.Day == 0:
		return Refuse(ErrRequired).In("day")
	case k.Day > r.today():
		return Refuse(ErrDayFuture).In("day")
	case k.Day < a.Made:
		return Refuse(ErrDayBefore, "day", a.Made).In("day")
	case s.Clause > len(a.Clauses):
		return Refuse(ErrNotFound)
	case s.Clause == 0 && k.Partly:
		return Refuse(ErrWhichClause).In("clause")
	case s.Clause > 0 && a.Clauses[s.Clause-1].Done() != 0:
		return Refuse(ErrClauseKept).In("clause")
	}
	k.By, k.Entered = by.Name, r.Now
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
	if w.Applied == 0 {
		w.Applied = s.Day
	}
	if w.Court == "" {
		w.Court = s.To
	}
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
	switch {
	case u.Day == 0:
		return Refuse(ErrRequired).In("day")
	case u.Day > r.today():
		return Refuse(ErrDayFuture).In("day")
	case u.Day < a.Effective():
		return Refuse(ErrDayBefore, "day", a.Effective()).In("day")
	case u.Whom == "":
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
	confirmed := false
	for _, p := range a.Confirmations {
		confirmed = confirmed || p.Answer == CourtConfirmed
	}
	switch {
	case u.Way == 0:
		return Refuse(ErrRequired).In("way")
	case u.Way == WayEnforce && !confirmed: // only what the court has confirmed can be enforced (law 33)
		return Refuse(ErrNotConfirmed).In("way")
	case u.Why == "":
		return Refuse(ErrReason).In("why")
	case u.Day == 0:
		return Refuse(ErrRequired).In("day")
	case u.Day > r.today():
		return Refuse(ErrDayFuture).In("day")
	case u.Day < a.Effective():
		return Refuse(ErrDayBefore, "day", a.Effective()).In("day")
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
	a.Fate, a.FateOn, a.FateWhy = FateRescinded, r.today(), s.Reason
	if slices.ContainsFunc(c.Agreements, Agreement.Standing) {
		c.settleState()
		return nil
	}
	if s.GoesOn {
		accepted := c.Accepted
		c.accept(r.today(), r.Settings, r.Calendar)
		c.Accepted, c.State, c.Closed, c.LastResult = accepted, Mediating, 0, ResultContinue
		return nil
	}
	c.State, c.Cause, c.Reason, c.Referral, c.Closed = Terminated, EndOther, s.Reason, s.Referral, r.today()
	return nil
}

// doMend puts an agreement right: all of it until it is in force, afterwards only slips in what was
// recorded of it — the days of signing and performance, the court's name. What was agreed then changes only
// by a new agreement (DOMAIN §3.8).
func doMend(c *Case, s Step, _ Actor, r Rules) error {
	a, err := c.touched(s)
	if err != nil {
		return err
	}
	if s.Agreement == nil {
		return Refuse(ErrRequired).In("terms")
	}
	was, now := *a, s.Agreement.cloned()
	if was.Effective() != 0 && !now.sameWords(was) {
		return Refuse(ErrBound).In("terms")
	}
	if was.Effective() == 0 && !slices.EqualFunc(was.Clauses, now.Clauses, sameClause) || len(now.Clauses) == 0 {
		now.PerformBy = s.Agreement.PerformBy
	}
	now.numbered()
	if err := CheckAgreement(*c, now, r.Settings, r.today()); err != nil {
		return err
	}
	if err := now.checkDays(r.today()); err != nil {
		return err
	}
	// What is not put right here stays: what it is, and what became of it.
	now.No, now.Replaces, now.ReplacedBy, now.Reopened = was.No, was.Replaces, was.ReplacedBy, was.Reopened
	now.Fate, now.FateOn, now.FateWhy = was.Fate, was.FateOn, was.FateWhy
	now.Entered, now.EnteredBy, now.SignBy = was.Entered, was.EnteredBy, was.SignBy
	if now.Written && len(now.Signatures) == 0 && was.Effective() == 0 {
		now.Signatures, now.SignBy, now.Copies = now.signers(c.Parties), now.Made+signWithin, len(c.Parties)+1
	}
	*a = now
	stands := c.State
	c.bind(slices.IndexFunc(c.Agreements, func(o Agreement) bool { return o.No == was.No }), r)
	if stands == Filed || stands == Mediating { // a slip put right in an old paper moves nothing
		c.State = stands
	}
	return nil
}

// sameWords reports whether what was agreed is the same: the form, the day, the words and the clauses.
func (a Agreement) sameWords(b Agreement) bool {
	return a.Written == b.Written && a.Made == b.Made && a.Facts == b.Facts && a.Terms == b.Terms && a.Manner == b.Manner && a.Place == b.Place &&
		a.PerformBy == b.PerformBy && a.Amount == b.Amount && a.OnSpot == b.OnSpot && slices.EqualFunc(a.Clauses, b.Clauses, sameClause)
}

func sameClause(a, b Clause) bool {
	a.Kept, b.Kept, a.No, b.No = nil, nil, 0, 0
	return a.Text == b.Text && a.Who == b.Who && a.How == b.How && a.Where == b.Where && a.By == b.By && a.Amount == b.Amount &&
		a.Else == b.Else && a.Part == b.Part
}

// checkDays looks at the days on which something was done with an agreement: none lies before it was made,
// none in the future, none before what it rests on.
func (a Agreement) checkDays(today Day) *Error {
	look := func(day, least Day, field string) *Error {
		switch {
		case day == 0:
			return nil
		case day < least:
			return Refuse(ErrDayBefore, "day", least).In(field)
		case day > today:
			return Refuse(ErrDayFuture).In(field)
		}
		return nil
	}
	var all []*Error
	for i, s := range a.Signatures {
		all = append(all, look(s.Day, a.Made, SignatureField(i)))
	}
	all = append(all, look(a.MediatorSigned, a.Made, "mediatorsigned"), look(a.Sealed, a.Made, "sealed"))
	for _, c := range a.Clauses {
		for _, k := range c.Kept {
			all = append(all, look(k.Day, a.Made, "day"))
		}
	}
	for _, p := range a.Confirmations {
		all = append(all, look(p.Applied, a.Effective(), "applied"), look(p.Taken, p.Applied, "applied"), look(p.Ruled, p.Applied, "applied"))
	}
	for _, bad := range all {
		if bad != nil {
			return bad
		}
	}
	return nil
}
