package hall

import "slices"

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
	if now.Written && was.Effective() == 0 {
		now.onPaper(c.Parties)
		for i := range now.Signatures {
			if len(was.Signatures) == 0 { // an older program kept one day for all
				now.Signatures[i].Day = was.PartiesSigned
			}
		}
	}
	*a = now
	stands := c.State
	c.bind(a, r)
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
	check := func(day, since Day, field string) *Error {
		return DayLimits{From: since, Today: today}.checkIn(day, field)
	}
	var all []*Error
	for i, s := range a.Signatures {
		all = append(all, check(s.Day, a.Made, SignatureField(i)))
	}
	all = append(all, check(a.MediatorSigned, a.Made, "mediatorsigned"), check(a.Sealed, a.Made, "sealed"))
	for _, c := range a.Clauses {
		for _, k := range c.Kept {
			all = append(all, check(k.Day, a.Made, "day"))
		}
	}
	for _, p := range a.Confirmations {
		all = append(all, check(p.Applied, a.Effective(), "applied"), check(p.Taken, p.Applied, "applied"), check(p.Ruled, p.Applied, "applied"))
	}
	for _, bad := range all {
		if bad != nil {
			return bad
		}
	}
	return nil
}
