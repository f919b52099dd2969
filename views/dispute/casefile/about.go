package casefile

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// headed begins a page with what the case is about and where it stands.
func headed(s views.Session, f hall.CaseFile) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(heading(s, f)))
	facts.Warn(d, f.Warning)
	return d
}

func heading(s views.Session, f hall.CaseFile) text.Message {
	c := f.Case
	a, more := hall.First(c.Of(hall.Applicant))
	b, moreB := hall.First(c.Of(hall.Respondent))
	return headingOf.With("about", text.About(s.Settings, c.Type, c.Subject)).With("state", text.State(c.State)).
		With("who", text.Cases.Versus.With("a", text.Who(a, more)).With("b", text.Who(b, moreB)))
}

func aboutCase(s views.Session, f hall.CaseFile) *page.Doc {
	c, d := f.Case, headed(s, f)
	toReport(d, s, c)
	waitsFor(d, s, c)
	d.Course(way(c))
	d.Section(text.Message{}, text.Message{})
	facts.Show(d, s, c.Matter)
	reports(d, c)
	showPlatform(d, c.Platform)
	d.Section(text.Message{}, text.Message{})
	var all []string
	for _, a := range c.Assigned {
		all = append(all, s.Say(assigned(a)))
	}
	d.Each(mediatorsLabel, all)
	d.Say(registered, text.Words(text.Moment(c.Registered), text.Raw(c.RegisteredAs)))
	if c.AppliedOn() != hall.DayOf(c.Registered) {
		d.Say(appliedFor, text.Day(c.AppliedOn()))
	}
	if c.Accepted != 0 {
		d.Say(accepted, text.Day(c.Accepted))
		if c.State != hall.Accepted && c.State != hall.Mediating { // it stands above
			d.Say(deadline, text.Day(c.Deadline))
		}
	}
	if c.Closed != 0 {
		d.Say(closed, text.Day(c.Closed))
	}
	for _, e := range c.Late {
		d.Say(lateLabel, enteredLate(e))
	}
	aboutTransfers(d, s, f)
	d.Add(reasonLabel, c.Reason)
	d.Add(referral, c.Referral)
	for _, one := range c.Talks {
		said := talksSince.With("day", text.ShortDay(one.Since)).With("who", one.Asked)
		if one.Lifted != 0 {
			said = text.List(said, talksUntil.With("day", text.ShortDay(one.Lifted)).With("why", one.Why))
		}
		d.Say(talksLabel, said)
	}
	aboutDossier(d, c)
	d.Add(codeLabel, c.Code)
	aboutOrders(d, s, f)
	if r := f.Relapse; r != nil {
		d.Add(relapseOf, r.Number+"  "+r.Subject)
	}
	return d
}

// waitsFor says what a case waits for and until when: the limit and whatever comes before it.
func waitsFor(d *page.Doc, s views.Session, c hall.Case) {
	for _, due := range c.Dues() {
		what := text.DueKind(due.Kind)
		switch due.Kind {
		case hall.DueReport:
			continue // it stands first
		case hall.DueGoal:
			if due.Day == c.Deadline {
				continue // says no more than the limit
			}
		case hall.DuePerform, hall.DueConfirm, hall.DueCourt, hall.DueSign:
			continue // they stand with their agreement
		}
		tone := widget.Normal
		switch {
		case due.Day < s.Today():
			tone = widget.Danger
		case due.Kind == hall.DueLimit:
			tone = widget.Accent
		}
		d.Row(text.Sentence(s.Say(dueLeft.With("what", what).With("day", s.Due(due.Day)).With("left", text.Left(due.Day, s.Today())))), tone)
		if due.Kind == hall.DueLimit && due.Day < s.Today() {
			d.Muted(text.Expiry(s.Settings.LimitOf(c.Matter).Expiry))
		}
	}
}

// enteredLate is what was entered later than it happened, when, by whom and why.
func enteredLate(e hall.LateEntry) text.Message {
	m := lateEntry.With("what", text.Action(e.What)).With("day", text.Day(e.Day)).With("at", text.Moment(e.Entered)).With("by", e.By)
	if e.Why != "" {
		m = text.Words(m, text.Raw(e.Why))
	}
	return m
}

// way is how far the case has come, as its course has it.
func way(c hall.Case) []page.Step {
	var out []page.Step
	for _, m := range c.Way() {
		at := page.ToCome
		switch {
		case m.Now:
			at = page.Now
		case m.Done:
			at = page.Done
		}
		out = append(out, page.Step{Name: text.State(m.State), At: at})
	}
	return out
}

// assigned is a mediator of the case, and since when, or until when and why.
func assigned(a hall.Assignment) text.Message {
	name := text.Raw(a.Mediator.Name)
	switch {
	case !a.To.IsZero():
		return text.Words(name, text.ShortDay(hall.DayOf(a.To)), leftCase, text.Raw(a.Why))
	case a.Chair:
		return text.Words(name, chair, text.ShortDay(hall.DayOf(a.From)))
	}
	return text.Words(name, text.ShortDay(hall.DayOf(a.From)))
}

func aboutParties(s views.Session, f hall.CaseFile) *page.Doc {
	d := headed(s, f)
	if f.Masked {
		d.Muted(masked)
	}
	for _, p := range f.Case.Sides() {
		of := p.Details
		name := text.Words(text.Side(p.Side), text.Raw(of.Name))
		if p.Representative {
			name = text.Words(name, representative)
		}
		d.Section(name, text.Message{})
		facts.Who(d, of)
		d.Say(guardian, text.Words(text.Raw(p.Guardian), text.Raw(p.GuardianAs), text.Raw(p.GuardianPhone)))
		d.Say(proxy, text.Words(text.Raw(p.Proxy), text.Raw(p.ProxyPhone), text.Raw(p.ProxyScope)))
	}
	return d
}

func aboutJournal(s views.Session, f hall.CaseFile) *page.Doc {
	d := headed(s, f)
	if len(f.Journal) == 0 {
		d.Muted(noJournal)
	}
	for _, e := range f.Journal {
		d.Say(text.Moment(e.At), text.Deed(e))
		for _, c := range text.Changes(e, s.Settings) {
			if c.Old.IsZero() && c.New.IsZero() {
				d.Say(text.Raw(" "), c.Field)
				continue
			}
			d.Say(text.Raw(" "), changed.With("what", c.Field).With("a", c.Old).With("b", c.New))
		}
	}
	return d
}
