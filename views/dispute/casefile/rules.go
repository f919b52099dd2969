package casefile

import (
	"slices"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/text"
)

// What must be known while a form is filled in: it stands with the form, in a line or two.

func says(m text.Message) func(views.Session, hall.CaseFile) text.Message {
	return func(views.Session, hall.CaseFile) text.Message { return m }
}

// newLimit says until when the time limit will run, counted from today.
func newLimit(s views.Session, f hall.CaseFile) text.Message {
	return limitUntil.With("day", text.LastOn(f.Case.LimitFrom(s.Today(), s.Settings, s.Calendar())))
}

// nextLimit says until when an extension will run.
func nextLimit(s views.Session, f hall.CaseFile) text.Message {
	return limitUntil.With("day", text.LastOn(f.Case.NextLimit(s.Settings, s.Calendar())))
}

// acceptRule says by which law the time limit runs.
func acceptRule(s views.Session, f hall.CaseFile) text.Message {
	return ruleAccept.With("law", text.LimitLaw(s.Settings.LimitOf(f.Case.Matter)))
}

// resumeRule says whether the days of the pause are given back.
func resumeRule(_ views.Session, f hall.CaseFile) text.Message {
	if f.Case.PausedFor == hall.PauseAppraisal {
		return ruleResumeCount
	}
	return ruleResumeRuns
}

// late reports whether a record made in a state is one added afterwards.
func late(s hall.State) bool { return s != hall.Accepted && s != hall.Mediating }

func sessionRule(_ views.Session, f hall.CaseFile) text.Message {
	if s := f.Case.State; late(s) {
		return ruleLate.With("state", text.State(s))
	}
	if f.Case.BehindDoors() {
		return text.Words(text.Warnings.Doors, ruleSession)
	}
	return ruleSession
}

func amendRule(_ views.Session, f hall.CaseFile) text.Message {
	if c := f.Case; len(c.Agreements) > 0 || !c.State.Open() {
		return ruleCorrect
	}
	return ruleAmend
}

// missing names what an agreement lacks to be in force.
func missing(s views.Session, a hall.Agreement) string {
	out := a.Unsigned()
	if len(a.Signatures) == 0 && a.PartiesSigned == 0 { // written by an older program
		out = append(out, s.Say(lacksParties))
	}
	for _, m := range []struct {
		day  hall.Day
		name text.Message
	}{{a.MediatorSigned, lacksMediator}, {a.Sealed, lacksSeal}} {
		if m.day == 0 {
			out = append(out, s.Say(m.name))
		}
	}
	return s.Say(text.Names(out))
}

func signRule(s views.Session, f hall.CaseFile) text.Message {
	if a := f.Case.Agreement(); a != nil {
		return ruleSign.With("what", missing(s, *a))
	}
	return text.Message{}
}

// confirmRule says until when the parties can apply.
func confirmRule(s views.Session, f hall.CaseFile) text.Message {
	a := f.Case.Agreement()
	if a == nil {
		return text.Message{}
	}
	return ruleConfirm.With("day", s.Due(a.LastConfirm)).With("left", text.Left(a.LastConfirm, s.Today()))
}

// endsToo names what is called off when a step ends the case: whoever was told has to be told again.
func endsToo(s views.Session, f hall.CaseFile, a hall.Action) text.Message {
	row, ok := hall.CaseCourse().At(f.Case.State, a)
	if !ok || !slices.ContainsFunc(row.To, func(to hall.State) bool { return !to.Open() }) {
		return text.Message{}
	}
	var out []string
	for _, v := range hall.EndWithCase(f.Consultations, s.Actor, s.Now()) {
		out = append(out, s.Say(text.Words(record.When(v.Consultation), text.Kind(v.Kind))))
	}
	if len(out) == 0 {
		return text.Message{}
	}
	return endsTooRule.With("what", text.Names(out))
}

// mendRule says what can be put right: all of an agreement until it binds, afterwards only what was recorded of it.
func mendRule(_ views.Session, f hall.CaseFile) text.Message {
	if a := f.Case.Agreement(); a != nil && a.Effective() != 0 {
		return ruleMendBound
	}
	return ruleMend
}
