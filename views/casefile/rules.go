package casefile

import (
	"sizhen/store/hall"
	"sizhen/views/text"
)

// What must be known while a form is filled in: it stands with the form, in a line or two.

func says(m text.Message) func(*View) text.Message {
	return func(*View) text.Message { return m }
}

// newLimit says until when the time limit will run, counted from a day.
func newLimit(from func(*View) hall.Day) func(*View) text.Message {
	return func(v *View) text.Message {
		return text.CaseFile.NewLimit.With("day", text.Day(hall.LimitFrom(from(v), v.env.Settings, v.env.Calendar()).Day))
	}
}

// nextLimit says until when an extension will run.
func nextLimit(v *View) text.Message {
	return text.CaseFile.NewLimit.With("day", text.Day(v.file.Case.NextLimit(v.env.Settings.Limit, v.env.Calendar())))
}

// late reports whether a record made in a state is one added afterwards.
func late(s hall.State) bool { return s != hall.Accepted && s != hall.Mediating }

func sessionRule(v *View) text.Message {
	if s := v.file.Case.State; late(s) {
		return text.CaseFile.RuleLate.With("state", text.State(s))
	}
	return text.CaseFile.RuleSession
}

func amendRule(v *View) text.Message {
	if c := v.file.Case; c.Agreement != nil || !c.State.Open() {
		return text.CaseFile.RuleCorrect
	}
	return text.CaseFile.RuleAmend
}

// missing names what an agreement lacks to be in force.
func (v *View) missing(a hall.Agreement) string {
	var out []string
	for _, m := range []struct {
		day  hall.Day
		name text.Message
	}{{a.PartiesSigned, text.CaseFile.PartiesSigned}, {a.MediatorSigned, text.CaseFile.MediatorSigned}, {a.Sealed, text.CaseFile.Sealed}} {
		if m.day == 0 {
			out = append(out, v.env.Say(m.name))
		}
	}
	return v.env.Say(text.Names(out))
}

func signRule(v *View) text.Message {
	if a := v.file.Case.Agreement; a != nil {
		return text.CaseFile.RuleSign.With("what", v.missing(*a))
	}
	return text.Message{}
}

// confirmRule says until when the parties can apply.
func confirmRule(v *View) text.Message {
	a := v.file.Case.Agreement
	if a == nil {
		return text.Message{}
	}
	return text.CaseFile.RuleConfirm.With("day", text.ShortDay(a.LastConfirm)).With("left", text.Left(a.LastConfirm, v.env.Today()))
}

// whyWritten is why an agreement with these answers should be written; nil when oral will do.
func (v *View) whyWritten(get func(string) string) *hall.Error {
	fen, err := text.ParseMoney(get("amount"))
	if err != nil {
		fen = 0
	}
	return hall.WhyWritten(v.file.Case, hall.Agreement{OnSpot: get("onspot") == "1", Amount: fen}, v.env.Settings)
}

// advice says which form of agreement these answers call for.
func (v *View) advice(get func(string) string) text.Message {
	if why := v.whyWritten(get); why != nil {
		return text.Err(why)
	}
	return text.CaseFile.OralFine
}
