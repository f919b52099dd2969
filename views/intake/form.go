package intake

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// choices makes options of an enum's values, picked by number or by initials.
func choices[T ~uint8](v *View, values []T, name func(T) text.Message) []widget.Option {
	out := make([]widget.Option, len(values))
	for i, x := range values {
		m := name(x)
		out[i] = widget.Option{Key: strconv.Itoa(int(x)), Label: v.env.Say(m), Initials: pinyin.First(m.In(text.Zh))}
	}
	return out
}

func (v *View) yesNo() []widget.Option {
	return []widget.Option{{Key: "", Label: v.env.Say(text.Intake.No), Initials: "f"}, {Key: "1", Label: v.env.Say(text.Intake.Yes), Initials: "s"}}
}

// The fields of a side carry its letter: a applicant, r respondent.
func letter(s hall.Side) string {
	if s == hall.Respondent {
		return "r."
	}
	return "a."
}

// Limits of what is typed, in characters.
const (
	mostName  = 40
	mostShort = 60
	mostText  = 2000
)

// peopleItems are the questions of the first step: few required ones first.
func (v *View) peopleItems() []widget.Item {
	say, t := v.env.Say, text.Intake
	items := []widget.Item{
		{ID: "a.name", Label: say(t.Name), Max: mostName, Required: true, Names: true},
		{ID: "a.id", Label: say(t.ID), Max: 24, Plain: true},
		{ID: "a.phone", Label: say(t.Phone), Max: 24, Plain: true},
		{ID: "a.village", Label: say(t.Village), Max: mostShort},
		{ID: "r.name", Label: say(t.Other), Max: mostName, Names: true},
		{ID: "r.phone", Label: say(t.OtherPhone), Max: 24, Plain: true},
		{ID: "r.village", Label: say(t.OtherVillage), Max: mostShort},
		{ID: "type", Label: say(t.Type), Kind: widget.Choice, Required: true, Options: v.types()},
		{ID: "subject", Label: say(t.Subject), Max: 20, Help: say(t.SubjectHelp)},
		{ID: "facts", Label: say(t.Facts), Kind: widget.Notes, Rows: 3, Max: mostText, Required: true, Help: say(t.FactsHelp)},
	}
	later := []widget.Item{
		{ID: "amount", Label: say(t.Amount), Max: 20, Help: say(t.AmountHelp)},
		{ID: "requests", Label: say(t.Requests), Kind: widget.Notes, Rows: 2, Max: mostText},
		{ID: "source", Label: say(t.Source), Kind: widget.Choice, Value: "0",
			Options: choices(v, []hall.Source{hall.SourceApplication, hall.SourceUnasked, hall.SourceEntrusted}, text.Source)},
		{ID: "sourcefrom", Label: say(t.SourceFrom), Max: mostShort},
		{ID: "written", Label: say(t.Written), Kind: widget.Choice,
			Options: []widget.Option{{Key: "", Label: say(t.WrittenNo), Initials: "kt"}, {Key: "1", Label: say(t.WrittenYes), Initials: "sm"}}},
		{ID: "difficulty", Label: say(t.Difficulty), Kind: widget.Choice, Value: "0",
			Options: choices(v, []hall.Difficulty{hall.Ordinary, hall.Simple, hall.Difficult}, text.Difficulty)},
		{ID: "secret", Label: say(t.Secret), Kind: widget.Choice, Options: v.yesNo()},
	}
	later = append(later, v.partyItems(hall.Applicant)...)
	later = append(later, v.partyItems(hall.Respondent)...)
	more := widget.Item{ID: "more", Label: say(t.Else), Kind: widget.Choice, Options: v.more()}
	later = append([]widget.Item{more}, later...)
	for i := range later {
		later[i].Later = true
	}
	return append(items, later...)
}

// more leads to the other parties without a Ctrl key.
func (v *View) more() []widget.Option {
	t, out := text.Intake, []widget.Option{}
	for i, m := range []text.Message{t.ElseNothing, t.AddParty, t.PeopleTitle} {
		key := ""
		if i > 0 {
			key = strconv.Itoa(i)
		}
		out = append(out, widget.Option{Key: key, Label: v.env.Say(m), Initials: pinyin.First(m.In(text.Zh))})
	}
	return out
}

// doMore does it, and stands ready for the next.
func (v *View) doMore() tea.Cmd {
	chosen := v.people.Raw("more")
	v.people.SetValue("more", "")
	switch chosen {
	case "1":
		return v.addParty()
	case "2":
		return v.listParties("")
	}
	return nil
}

// partyItems are what may be completed later about the first party of a side.
func (v *View) partyItems(s hall.Side) []widget.Item {
	who, l := v.env.Say(text.Side(s))+" ", letter(s)
	var out []widget.Item
	for _, it := range v.aboutSomebody() {
		if it.ID == "id" && s == hall.Applicant {
			continue // stands among the first questions
		}
		it.ID, it.Label = l+it.ID, who+it.Label
		out = append(out, it)
	}
	return out
}

// boxItems are the questions about one more party.
func (v *View) boxItems() []widget.Item {
	say, t := v.env.Say, text.Intake
	items := []widget.Item{
		{ID: "name", Label: say(t.FullName), Max: mostName, Required: true, Names: true},
		{ID: "phone", Label: say(t.Phone), Max: 24, Plain: true},
		{ID: "village", Label: say(t.Village), Max: mostShort},
	}
	for _, it := range v.aboutSomebody() {
		it.Later = it.ID != "kind" && it.ID != "id" && it.ID != "guardian"
		items = append(items, it)
	}
	return items
}

// aboutSomebody are the questions about a party that can wait.
func (v *View) aboutSomebody() []widget.Item {
	say, t := v.env.Say, text.Intake
	return []widget.Item{
		{ID: "id", Label: say(t.ID), Max: 24, Plain: true},
		{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Value: "0", Options: choices(v, []hall.PersonKind{hall.Natural, hall.Organisation}, text.PersonKind)},
		{ID: "contact", Label: say(t.Contact), Max: mostName},
		{ID: "guardian", Label: say(t.Guardian), Max: mostName, Help: say(t.GuardianHelp)},
		{ID: "doc", Label: say(t.Doc), Kind: widget.Choice, Value: "0",
			Options: choices(v, []hall.DocKind{hall.DocIDCard, hall.DocPassport, hall.DocOther, hall.DocCredit}, text.DocKind)},
		{ID: "sex", Label: say(t.Sex), Kind: widget.Choice, Value: "0", Options: choices(v, []hall.Sex{hall.SexUnknown, hall.Male, hall.Female}, text.Sex)},
		{ID: "birth", Label: say(t.Birth), Max: 20, Help: say(t.BirthHelp)},
		{ID: "address", Label: say(t.Address), Max: mostShort},
		{ID: "ethnic", Label: say(t.Ethnic), Max: 20},
		{ID: "job", Label: say(t.Job), Max: 30},
		{ID: "proxy", Label: say(t.Proxy), Max: mostName},
		{ID: "scope", Label: say(t.Scope), Max: mostShort, Help: say(t.ScopeHelp)},
	}
}

// showParty hides what does not apply to a person or an organisation, and names its papers.
func showParty(v *View, f *widget.Form, prefix string, d hall.Details) {
	org := d.Kind == hall.Organisation
	told := identified(d, v.env.Today())
	for id, hide := range map[string]bool{
		"guardian": org, "ethnic": org, "job": org, "doc": org, "sex": org || told, "birth": org || told, "contact": !org && d.Contact == "",
	} {
		f.SetHidden(prefix+id, hide)
	}
	t := text.Intake
	label := map[hall.DocKind]text.Message{hall.DocIDCard: t.ID, hall.DocPassport: t.Passport, hall.DocOther: t.OtherPapers, hall.DocCredit: t.Credit}[d.Doc]
	lead := ""
	if prefix == letter(hall.Respondent) {
		lead = v.env.Say(text.Side(hall.Respondent)) + " "
	}
	f.SetLabel(prefix+"id", lead+v.env.Say(label))
}

func (v *View) types() []widget.Option {
	var out []widget.Option
	for _, t := range v.env.Settings.Types {
		out = append(out, widget.Option{Key: t.Code, Label: v.env.Say(text.Type(v.env.Settings, t.Code)), Initials: pinyin.First(t.Zh)})
	}
	return out
}

// riskItems are the questions before the outcome, in the second step.
func (v *View) riskItems() []widget.Item {
	say, t := v.env.Say, text.Intake
	bars := choices(v, []hall.Bar{hall.BarNone, hall.BarSpecial, hall.BarLaw, hall.BarCourt, hall.BarPolice, hall.BarOther}, text.Bar)
	bars[0].Label = say(t.BarNone)
	return []widget.Item{
		{ID: "risk", Label: say(t.Risk), Kind: widget.Choice, Value: "0", Help: say(t.RiskHelp),
			Options: choices(v, []hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskMid, hall.RiskHigh}, text.Risk)},
		{ID: "measures", Label: say(t.Measures), Kind: widget.Notes, Rows: 2, Max: mostText},
		{ID: "criminal", Label: say(t.Criminal), Kind: widget.Choice, Options: v.yesNo(), Help: say(t.CriminalHelp)},
		{ID: "policeat", Label: say(t.PoliceAt), Max: 20, Help: say(t.PoliceHelp)},
		{ID: "police", Label: say(t.PoliceWho), Max: mostShort},
		{ID: "mass", Label: say(t.Mass), Kind: widget.Choice, Options: v.yesNo()},
		{ID: "stability", Label: say(t.Stability), Kind: widget.Choice, Options: v.yesNo()},
		{ID: "urgent", Label: say(t.Urgent), Kind: widget.Choice, Options: v.yesNo()},
		{ID: "urgentwhy", Label: say(t.UrgentWhy), Max: 100},
		{ID: "refuses", Label: say(t.Refuses), Kind: widget.Choice, Options: v.yesNo(), Help: say(t.RefusesHelp)},
		{ID: "bar", Label: say(t.Bar), Kind: widget.Choice, Value: "0", Options: bars},
	}
}

// show hides what does not apply, and writes what follows from the values behind them.
func (v *View) show() {
	p, w := v.people, v.where
	p.SetHidden("sourcefrom", p.Raw("source") != strconv.Itoa(int(hall.SourceEntrusted)))
	w.SetHidden("measures", w.Raw("risk") != strconv.Itoa(int(hall.RiskHigh)))
	w.SetHidden("policeat", w.Raw("criminal") == "")
	w.SetHidden("police", w.Raw("criminal") == "")
	w.SetHidden("urgentwhy", w.Raw("urgent") == "")
	v.part.Show()
	v.part.Note()
	for _, s := range bothSides() {
		d, _ := v.answers().party(s, v.env.Today())
		showParty(v, p, letter(s), d.Details)
		v.notes(s)
	}
	note := ""
	if fen, err := text.ParseMoney(p.Value("amount")); err == nil {
		note = v.env.Say(text.Money(fen))
	}
	p.SetNote("amount", note)
	v.part.Block(v.impossible)
}

// impossible is why an outcome cannot be chosen now (law 17, order 75 art. 22). The rule
// itself is asked, with all else in order.
func (v *View) impossible(o hall.Outcome) text.Message {
	a := v.answers()
	in := hall.Intake{
		Type: v.env.Settings.Types[0].Code, Facts: a.get("facts") + ".", PartyRefuses: a.get("refuses") == "1", Bar: enum[hall.Bar](a.get("bar")),
		Parties: []hall.Party{{Details: hall.Details{Name: a.get("a.name") + "."}}}, End: hall.Ending{Outcome: o},
	}
	if n, _ := v.count(hall.Respondent); n > 0 {
		in.Parties = append(in.Parties, hall.Party{Side: hall.Respondent, Details: hall.Details{Name: "."}})
	}
	bad := in.Check(v.env.Settings, v.env.Today())
	if bad != nil && (bad.Field == "outcome" || bad.Code == hall.ErrNoRespondent) {
		return text.Err(bad)
	}
	return text.Message{}
}
