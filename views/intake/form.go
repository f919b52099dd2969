package intake

import (
	"strconv"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
	"sizhen/views/widget"
)

func (v *View) formText() widget.FormText {
	say := v.env.Say
	return widget.FormText{Later: say(text.Dialog.Later), Required: say(text.Dialog.Required), Clipped: say(text.Dialog.Clipped)}
}

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
		{ID: "a.name", Label: say(t.Name), Max: mostName, Required: true, PickDigits: true},
		{ID: "a.id", Label: say(t.ID), Max: 24},
		{ID: "a.phone", Label: say(t.Phone), Max: 24},
		{ID: "a.village", Label: say(t.Village), Max: mostShort},
		{ID: "r.name", Label: say(t.Other), Max: mostName, PickDigits: true},
		{ID: "r.phone", Label: say(t.OtherPhone), Max: 24},
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
	for i := range later {
		later[i].Later = true
	}
	return append(items, later...)
}

// partyItems are what may be completed later about the first party of a side.
func (v *View) partyItems(s hall.Side) []widget.Item {
	say, t, l := v.env.Say, text.Intake, letter(s)
	who := say(text.Side(s)) + " "
	items := []widget.Item{
		{ID: l + "kind", Label: who + say(t.Kind), Kind: widget.Choice, Value: "0",
			Options: choices(v, []hall.PersonKind{hall.Natural, hall.Organisation}, text.PersonKind)},
		{ID: l + "doc", Label: who + say(t.Doc), Kind: widget.Choice, Value: "0",
			Options: choices(v, []hall.DocKind{hall.DocIDCard, hall.DocPassport, hall.DocOther, hall.DocCredit}, text.DocKind)},
		{ID: l + "address", Label: who + say(t.Address), Max: mostShort},
		{ID: l + "ethnic", Label: who + say(t.Ethnic), Max: 20},
		{ID: l + "job", Label: who + say(t.Job), Max: 30},
		{ID: l + "contact", Label: who + say(t.Contact), Max: mostName},
		{ID: l + "guardian", Label: who + say(t.Guardian), Max: mostName, Help: say(t.GuardianHelp)},
		{ID: l + "proxy", Label: who + say(t.Proxy), Max: mostName},
		{ID: l + "scope", Label: who + say(t.Scope), Max: mostShort},
	}
	if s == hall.Respondent {
		items = append([]widget.Item{{ID: "r.id", Label: who + say(t.ID), Max: 24}}, items...)
	}
	return items
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
	for _, s := range []hall.Side{hall.Applicant, hall.Respondent} {
		v.notes(s)
	}
	note := ""
	if fen, err := text.ParseMoney(p.Value("amount")); err == nil {
		note = v.env.Say(text.Money(fen))
	}
	p.SetNote("amount", note)
	v.part.Block(v.impossible)
}

// impossible is why an outcome cannot be chosen now (law 17, order 75 art. 22).
func (v *View) impossible(o hall.Outcome) text.Message {
	if o == hall.NotAccepted || o == hall.AdviceOnly || o == hall.TransferredOut {
		return text.Message{}
	}
	if v.where.Raw("refuses") != "" {
		return text.Err(hall.Refuse(hall.ErrPartyRefused))
	}
	if n, _ := strconv.Atoi(v.where.Raw("bar")); n != 0 {
		return text.Err(hall.Refuse(hall.ErrBarred, "bar", hall.Bar(n)))
	}
	return text.Message{}
}
