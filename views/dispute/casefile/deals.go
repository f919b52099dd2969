package casefile

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// enter is what Enter does: on the tab of the agreements what can be done with one, elsewhere with the case.
func (v doing) enter(tab int) tea.Cmd {
	if tab == tabAgreement && len(v.file.Case.Agreements) > 0 {
		return v.deals()
	}
	return v.menu()
}

func (v doing) noDeal() text.Message {
	if len(v.file.Case.Agreements) == 0 {
		return text.AgreementState(hall.AgreementNone)
	}
	return text.Message{}
}

// deals opens what can be done with an agreement; of several, which one is meant is asked first.
func (v doing) deals() tea.Cmd {
	all := v.file.Case.Agreements
	if len(all) == 1 {
		return v.dealMenu()
	}
	var items []menu.Item
	for _, a := range slices.Backward(all) {
		items = append(items, menu.Item{Name: dealName(a), Do: func() tea.Cmd { return v.over(a.No).dealMenu() }})
	}
	return menu.Open(v.env, v.env.Say(whichDeal), items)
}

// dealMenu lists every step with an agreement, each with its number in every state.
func (v doing) dealMenu() tea.Cmd {
	next, _ := nextStep(v.file.Case, v.env.Today())
	var items []menu.Item
	for _, a := range hall.AgreementActions() {
		items = append(items, menu.Item{Name: text.Action(a), Why: v.why(a), Next: a == next, Do: func() tea.Cmd { return v.begin(a) }})
	}
	items = append(items, menu.Item{Name: mendClause, Why: v.noClause(), Do: v.whichClause})
	return menu.Open(v.env, v.env.Say(agreementMenu), items)
}

// noClause is why the clauses cannot be put right one by one: once it binds an agreement is changed by a new one.
func (v doing) noClause() text.Message {
	if why := v.why(hall.ActMend); !why.IsZero() {
		return why
	}
	if a := v.file.Case.Agreement(); a.Effective() != 0 {
		return boundAlready
	}
	return text.Message{}
}

// dealName is an agreement in a list of them.
func dealName(a hall.Agreement) text.Message {
	standing := text.AgreementState(a.State())
	if a.State() == hall.AgreementEnded {
		standing = text.AgreementFate(a.Fate)
	}
	return dealOf.With("n", max(a.No, 1)).With("form", formOf(a)).With("day", text.ShortDay(a.Made)).With("state", standing)
}

func formOf(a hall.Agreement) text.Message {
	if a.Written {
		return written
	}
	return oral
}

// aboutAgreement shows all the agreements of a case, the latest first: none is ever overwritten.
func aboutAgreement(s views.Session, f hall.CaseFile) *page.Doc {
	d := headed(s, f)
	if len(f.Case.Agreements) == 0 {
		d.Muted(noAgreement)
		return d
	}
	for _, a := range slices.Backward(f.Case.Agreements) {
		d.Section(dealName(a), text.Message{})
		aboutDeal(d, s, f, a)
	}
	return d
}

func dayOr(on hall.Day) text.Message {
	if on == 0 {
		return notYet
	}
	return text.Day(on)
}

func aboutDeal(d *page.Doc, s views.Session, f hall.CaseFile, a hall.Agreement) {
	if a.Fate != hall.FateNone {
		d.Say(fateLabel, text.Words(text.AgreementFate(a.Fate), text.Day(a.FateOn), text.Raw(a.FateWhy)))
	}
	if a.Replaces != 0 {
		d.Say(replacesLabel, dealNo.With("n", a.Replaces))
	}
	if a.ReplacedBy != 0 {
		d.Say(replacedLabel, dealNo.With("n", a.ReplacedBy))
	}
	d.Say(madeOn, dayOr(a.Made))
	d.Add(factsLabel, a.Facts)
	d.Add(terms, a.Terms)
	if a.Amount > 0 {
		d.Say(amount, text.Words(text.Money(a.Amount), capital.With("s", text.Capital(a.Amount))))
	}
	if a.OnSpot {
		d.Say(onSpot, text.Yes)
	} else {
		d.Say(performBy, dayOr(a.PerformBy))
	}
	d.Add(manner, a.Manner)
	d.Add(place, a.Place)
	aboutClauses(d, s, a)
	if a.Written {
		d.Say(copies, copiesN.With("n", a.Copies))
		aboutSignatures(d, s, a)
	}
	force(d, s, a)
	d.Add(whyOral, a.WhyOral)
	aboutPerformance(d, s, a)
	aboutCourt(d, s, a)
	if a.State() == hall.AgreementUnsigned {
		for _, one := range hall.Promises(a, f.Promised()) {
			d.Row(s.Say(text.Words(text.Raw("!"), text.Lack(one))), widget.Accent)
		}
	}
}

// aboutClauses lists the clauses, each with how far it was performed.
func aboutClauses(d *page.Doc, s views.Session, a hall.Agreement) {
	if len(a.Clauses) < 2 && a.State() != hall.AgreementInForce {
		return
	}
	for _, c := range a.Clauses {
		tone, state := widget.Tone(0), clauseOpen
		switch day := c.Done(); {
		case day != 0:
			state = clauseKept.With("day", text.ShortDay(day))
		case len(c.Kept) > 0:
			state = clausePart.With("paid", text.Money(c.Paid()))
		case a.OnSpot || !a.Standing() || a.Effective() == 0:
			state = text.Message{}
		case c.By != 0 && c.By < s.Today():
			state, tone = text.Left(c.By, s.Today()), widget.Danger
		}
		said := text.Words(text.ClauseFacts(c), state, text.Raw(c.How), text.Raw(c.Where), text.Raw(c.Else))
		d.Toned(text.Clause(hall.Clause{No: c.No, Part: c.Part}), s.Say(said), tone)
	}
}

func aboutSignatures(d *page.Doc, s views.Session, a hall.Agreement) {
	if len(a.Signatures) == 0 {
		d.Say(partiesSigned, dayOr(a.PartiesSigned))
	}
	var all []string
	for _, one := range a.Signatures {
		name := text.Raw(one.Name)
		if one.For != "" {
			name = signedFor.With("name", one.Name).With("by", one.For)
		}
		day := notYet
		if one.Day != 0 {
			day = text.ShortDay(one.Day)
		}
		all = append(all, s.Say(text.Words(name, day)))
	}
	d.Each(partiesSigned, all)
	d.Say(mediatorSigned, dayOr(a.MediatorSigned))
	d.Say(sealedOn, dayOr(a.Sealed))
}

// force says since when an agreement binds, and until when a court can confirm it.
func force(d *page.Doc, s views.Session, a hall.Agreement) {
	since := a.Effective()
	switch {
	case since == 0:
		d.Say(effective, effectiveNot)
		return
	case a.Written:
		d.Say(effective, effectiveWritten.With("day", text.Day(since)))
	default:
		d.Say(effective, effectiveOral.With("day", text.Day(since)))
	}
	if last := a.LastConfirm; len(a.Confirmations) == 0 && last != 0 && a.Standing() {
		if last < s.Today() {
			d.Say(confirmBy, confirmPast.With("day", text.Day(last)))
		} else {
			d.Say(confirmBy, confirmUntil.With("day", s.Due(last)).With("left", text.Left(last, s.Today())))
		}
	}
}

func aboutPerformance(d *page.Doc, s views.Session, a hall.Agreement) {
	var all []string
	for _, c := range a.Clauses {
		for _, k := range c.Kept {
			line := text.Words(text.ShortDay(k.Day), clauseNo.With("n", c.No))
			if k.Amount > 0 {
				line = text.Words(line, text.Money(k.Amount))
			}
			if k.Partly {
				line = text.Words(line, partlyWord)
			}
			line = text.Words(line, text.Raw(k.How))
			if k.Proof != "" {
				line = text.Words(line, proofOf.With("what", k.Proof))
			}
			all = append(all, s.Say(line))
		}
	}
	d.Each(performed, all)
	all = nil
	for _, u := range a.Urged {
		all = append(all, s.Say(text.Words(text.ShortDay(u.Day), text.Raw(u.Whom), text.Raw(u.Said), text.Raw(u.By))))
	}
	d.Each(urgedList, all)
	if u := a.Unkept; u != nil {
		d.Say(unkeptLabel, text.Words(text.Day(u.Day), text.WayLeft(u.Way), text.Raw(u.Why)))
	}
}

// aboutCourt shows each application for judicial confirmation with what the court said to it.
func aboutCourt(d *page.Doc, s views.Session, a hall.Agreement) {
	for _, p := range a.Confirmations {
		line := text.Words(confirmDone.With("day", text.Day(p.Applied)), text.Raw(p.Court))
		if p.Late {
			line = text.Words(line, lateMark)
		}
		d.Say(confirmBy, line)
		if p.About != 0 {
			d.Say(aboutLabel, text.ConfirmWhat(p.About))
		}
		if p.Taken != 0 {
			d.Say(text.CourtAnswer(hall.CourtTook), text.Day(p.Taken))
		}
		if p.Extended != 0 {
			d.Say(text.CourtAnswer(hall.CourtExtended), text.Day(p.Extended))
		}
		if p.Answer.Ended() {
			line := text.Words(text.Day(p.Ruled), text.Raw(p.Paper))
			if p.Ground != 0 {
				line = text.Words(line, text.RejectGround(p.Ground))
			}
			d.Say(text.CourtAnswer(p.Answer), text.Words(line, text.Raw(p.Note)))
		} else if p.AnswerBy != 0 {
			d.Say(courtDue, text.Words(s.Due(p.AnswerBy), text.Left(p.AnswerBy, s.Today())))
		}
		if p.Refused() {
			d.Muted(rejectedThen)
		}
	}
}
