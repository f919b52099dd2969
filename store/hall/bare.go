package hall

import "time"

// OpRegister registers what somebody came about who took a number with a name only (补登记).
const OpRegister Op = "register"

// Bare reports whether only who came is known: on a market day a number is given at once, and what it
// is about is registered while the visitor waits, or by who sees him.
func (in Intake) Bare() bool {
	return len(in.Of(Respondent)) == 0 && in.Type == "" && in.Subject == "" && in.Facts == ""
}

// bareNow reports whether an intake is registered in full later.
func (in Intake) bareNow() bool { return in.End.Outcome == SeenNow && in.Bare() }

// Bare reports whether of a visitor no more is known than the name.
func (r VisitRow) Bare() bool {
	return r.Kind == WalkIn && r.Case == 0 && r.Type == "" && !r.Hidden && !r.Confidential
}

// Leads says why a visit cannot lead somewhere yet: nothing but advice comes of what nobody registered.
func (r VisitRow) Leads(o Outcome) *Error {
	if r.Bare() && o != AdviceOnly {
		return Refuse(ErrBare).In("outcome")
	}
	return nil
}

// bare is what has to be so before a visit is registered in full.
func bare(r VisitRow, _ Actor, _ time.Time) *Error {
	if r.Bare() {
		return nil
	}
	return Refuse(ErrRegistered)
}

// About writes down with a consultation who comes, and what about.
func (c *Consultation) About(in Intake) {
	c.Type, c.Subject, c.Confidential = in.Type, in.Subject, in.Confidential
	c.Urgent, c.UrgentWhy = in.Urgent, in.UrgentWhy
	c.Who, c.Others = First(in.Of(Applicant))
	c.Against, _ = First(in.Of(Respondent))
}

// Register completes what was registered of a visitor. Who was urgent stays so, with the reason.
func (c *Consultation) Register(in Intake) {
	urgent, why := c.Urgent, c.UrgentWhy
	c.Intake = &in
	if c.About(in); urgent && !c.Urgent {
		c.Urgent, c.UrgentWhy = urgent, why
	}
}
