package casefile

import (
	"strconv"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// yuan is an amount as it is typed, to the fen; nothing for none.
func yuan(fen int64) string {
	if fen == 0 {
		return ""
	}
	s := strconv.FormatInt(fen/100, 10)
	if fen%100 != 0 {
		s += "." + strconv.FormatInt(fen%100+100, 10)[1:]
	}
	return s
}

func amendItems(v *View) []widget.Item {
	t, say, c := text.CaseFile, v.env.Say, v.file.Case
	var types []widget.Option
	for _, x := range v.env.Settings.Types {
		types = append(types, widget.Option{Key: x.Code, Label: say(text.Type(v.env.Settings, x.Code)), Initials: pinyin.First(x.Zh)})
	}
	why := v.reason()
	why.Required = c.Agreement != nil || !c.State.Open()
	return []widget.Item{
		{ID: "type", Label: say(t.Type), Kind: widget.Choice, Value: c.Type, Options: types},
		{ID: "subject", Label: say(t.Subject), Max: 20, Value: c.Subject},
		v.notes("facts", t.Facts, 4, c.Facts), v.notes("requests", t.Requests, 2, c.Requests),
		{ID: "amount", Label: say(t.Amount), Max: 20, Value: yuan(c.Amount)},
		{ID: "source", Label: say(t.Source), Kind: widget.Choice, Value: strconv.Itoa(int(c.Source)),
			Options: options(v, []hall.Source{hall.SourceApplication, hall.SourceUnasked, hall.SourceEntrusted}, text.Source)},
		{ID: "sourcefrom", Label: say(text.Intake.SourceFrom), Max: 60, Value: c.SourceFrom},
		{ID: "difficulty", Label: say(t.Difficulty), Kind: widget.Choice, Value: strconv.Itoa(int(c.Difficulty)),
			Options: options(v, []hall.Difficulty{hall.Ordinary, hall.Simple, hall.Difficult}, text.Difficulty)},
		{ID: "risk", Label: say(t.Risk), Kind: widget.Choice, Value: strconv.Itoa(int(c.Risk)),
			Options: options(v, []hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskMid, hall.RiskHigh}, text.Risk)},
		v.notes("measures", t.Measures, 2, c.Measures), why,
	}
}

func options[T ~uint8](v *View, values []T, name func(T) text.Message) []widget.Option {
	out := make([]widget.Option, len(values))
	for i, x := range values {
		out[i] = widget.Option{Key: strconv.Itoa(int(x)), Label: v.env.Say(name(x)), Initials: pinyin.First(name(x).In(text.Zh))}
	}
	return out
}

func readAmend(_ *View, get func(string) string) (hall.Step, *hall.Error) {
	n := func(id string) uint8 { i, _ := strconv.Atoi(get(id)); return uint8(i) }
	a := &hall.Amendment{
		Type: get("type"), Subject: get("subject"), Facts: get("facts"), Requests: get("requests"), Source: hall.Source(n("source")),
		SourceFrom: get("sourcefrom"), Difficulty: hall.Difficulty(n("difficulty")), Risk: hall.Risk(n("risk")), Measures: get("measures"),
	}
	if s := get("amount"); s != "" {
		fen, err := text.ParseMoney(s)
		if err != nil {
			return hall.Step{}, err.(*hall.Error).In("amount")
		}
		a.Amount = fen
	}
	return hall.Step{Amend: a, Reason: get("reason")}, nil
}
