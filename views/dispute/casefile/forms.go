package casefile

import (
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/ending"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

type field = form.Field[taking]

// stepSpec describes what an action asks for, and how the answers become a step. Long ones fill
// the screen, the others stand in a box; all keep drafts.
type stepSpec struct {
	long   bool
	kind   hall.DraftKind
	rule   func(views.Session, hall.CaseFile) text.Message // what must be known while filling it in
	fields func(views.Session, hall.CaseFile) []*field
	start  func(views.Session, *taking) // what is known already
	read   func(views.Session, *taking) *hall.Error
}

// step is the step that the answers make.
func (spec stepSpec) step(s views.Session, r taking) (hall.Step, *hall.Error) {
	if spec.read == nil {
		return r.Step, nil
	}
	bad := spec.read(s, &r)
	return r.Step, bad
}

// forms holds one row for every action that asks for something.
func forms() map[hall.Action]stepSpec {
	t, other := text.CaseFile, hall.DraftOther
	end := stepSpec{kind: other, rule: says(t.RuleEnd), fields: endFields, start: func(s views.Session, r *taking) { r.Referral = s.Say(t.OtherWays) }}
	today := func(s views.Session, r *taking) { r.Day = s.Today() }
	return map[hall.Action]stepSpec{
		hall.ActRefuse:    {kind: other, rule: says(t.RuleRefuse), fields: refuseFields},
		hall.ActFail:      end,
		hall.ActTerminate: end,
		hall.ActWithdraw:  end,
		hall.ActTransfer: {kind: other, fields: func(views.Session, hall.CaseFile) []*field {
			return []*field{ending.To(func(r *taking) *string { return &r.To }), reason()}
		}},
		hall.ActPause:  {kind: other, rule: says(t.ResumeBody), fields: because},
		hall.ActReopen: {kind: other, rule: newLimit, fields: because},
		hall.ActExtend: {kind: other, rule: nextLimit, fields: func(views.Session, hall.CaseFile) []*field { return []*field{both(), reason()} }},
		hall.ActPerform: {kind: other, start: today, fields: func(views.Session, hall.CaseFile) []*field {
			return []*field{stepDay(), form.Notes("reason", t.Note, 1000, func(r *taking) *string { return &r.Reason }).Rows(2)}
		}},
		hall.ActConfirm: {kind: other, rule: confirmRule, start: today, fields: confirmFields},
		hall.ActSign:    {kind: other, rule: signRule, start: signStart, fields: signFields, read: readSign},
		hall.ActPolice: {kind: other, rule: says(t.RulePolice), start: now, read: readPolice, fields: func(views.Session, hall.CaseFile) []*field {
			return []*field{moment("police"), form.Text("officer", t.Officer, 60, func(r *taking) *string { return &r.Police.Officer }).Required()}
		}},
		hall.ActSession: {long: true, kind: hall.DraftSession, rule: sessionRule, start: sessionStart, fields: sessionFields, read: readSession},
		hall.ActAgree:   {long: true, kind: hall.DraftAgreement, rule: says(t.RuleAgree), start: agreeStart, fields: agreeFields, read: readAgree},
		hall.ActAmend:   {long: true, kind: other, rule: amendRule, start: amendStart, fields: amendFields, read: readAmend},
	}
}

func reason() *field { return ending.Reason(func(r *taking) *string { return &r.Reason }) }

func because(views.Session, hall.CaseFile) []*field { return []*field{reason()} }

func both() *field {
	t := text.CaseFile
	return form.Flag("both", t.Both, t.No, t.Yes, func(r *taking) *bool { return &r.Both }).Required().Help(t.BothHelp)
}

func stepDay() *field {
	return form.Day("day", text.CaseFile.Day, func(r *taking) *hall.Day { return &r.Day }).Required()
}

func notes(name string, label text.Message, rows int, at func(*taking) *string) *field {
	return form.Notes(name, label, 4000, at).Rows(rows)
}

func endFields(views.Session, hall.CaseFile) []*field {
	return []*field{reason(), form.Notes("referral", text.CaseFile.Referral, 300, func(r *taking) *string { return &r.Referral }).Rows(2).Required()}
}

func refuseFields(views.Session, hall.CaseFile) []*field {
	return []*field{reason(), ending.Referral(func(r *taking) *string { return &r.Referral })}
}

// confirmFields warn of the classes that a court does not confirm (CPL 2023 art. 205–206).
func confirmFields(_ views.Session, f hall.CaseFile) []*field {
	t, day := text.CaseFile, stepDay()
	switch f.Case.Type {
	case "marriage":
		day.Help(t.StatusWarning)
	case "homestead", "land":
		day.Help(t.OwnerWarning)
	}
	return []*field{day, both(), form.Text("to", t.Court, 60, func(r *taking) *string { return &r.To }).Required()}
}

func signStart(_ views.Session, r *taking) {
	if a := r.of.Case.Agreement; a != nil {
		r.PartiesSigned, r.MediatorSigned, r.Sealed = a.PartiesSigned, a.MediatorSigned, a.Sealed
	}
}

func signFields(views.Session, hall.CaseFile) []*field {
	t := text.CaseFile
	return []*field{
		form.Day("partiessigned", t.PartiesSigned, func(r *taking) *hall.Day { return &r.PartiesSigned }).Help(t.SignHelp),
		form.Day("mediatorsigned", t.MediatorSigned, func(r *taking) *hall.Day { return &r.MediatorSigned }),
		form.Day("sealed", t.Sealed, func(r *taking) *hall.Day { return &r.Sealed }),
	}
}

func readSign(_ views.Session, r *taking) *hall.Error {
	if r.PartiesSigned+r.MediatorSigned+r.Sealed == 0 {
		return hall.Refuse(hall.ErrRequired).In("partiessigned")
	}
	return nil
}

// moment is a time of day, today's unless a date stands before it; it is said back with its day.
func moment(name string) *field {
	t := text.CaseFile
	return form.Text(name, t.When, 30, func(r *taking) *string { return &r.at }).Required().Help(t.WhenHelp).
		Note(func(s views.Session, r taking) text.Message {
			at, bad := readMoment(s, r.at, name)
			if bad != nil {
				return text.Message{}
			}
			return text.Moment(at)
		}).
		Check(func(s views.Session, r taking) *hall.Error {
			_, bad := readMoment(s, r.at, name)
			return bad
		})
}

func now(s views.Session, r *taking) { r.at = text.Clock(s.Now()) }

func readMoment(s views.Session, typed, name string) (time.Time, *hall.Error) {
	day, clock := s.Today(), strings.TrimSpace(typed)
	if i := strings.LastIndexByte(clock, ' '); i > 0 {
		d, bad := text.ReadDay(strings.TrimSpace(clock[:i]), day, s.Calendar())
		if bad != nil {
			return time.Time{}, bad.In(name)
		}
		day, clock = d, clock[i+1:]
	}
	from, bad := text.ReadTime(clock)
	if bad != nil {
		return time.Time{}, bad.In(name)
	}
	return day.At(from, s.Now().Location()), nil
}

func readPolice(s views.Session, r *taking) (bad *hall.Error) {
	r.Police.At, bad = readMoment(s, r.at, "police")
	return bad
}

// sessionStart begins a record with what is known. What was told and how it ended is never assumed.
func sessionStart(s views.Session, r *taking) {
	now(s, r)
	var names []string
	for _, m := range r.of.Case.Mediators() {
		names = append(names, m.Name)
	}
	for _, p := range r.of.Case.Parties {
		names = append(names, p.Details.Name)
	}
	r.session.Present = s.Say(text.Names(names))
	for _, c := range r.of.Consultations { // where one about the case is going on
		if c.State == hall.Started && c.Session == nil {
			r.session.Place = c.Room
			break
		}
	}
}

func sessionFields(views.Session, hall.CaseFile) []*field {
	t := text.CaseFile
	return []*field{
		moment("at"),
		form.Text("place", t.Place, 40, func(r *taking) *string { return &r.session.Place }),
		form.Text("present", t.Present, 600, func(r *taking) *string { return &r.session.Present }),
		form.Flag("rights", t.RightsTold, t.No, t.Yes, func(r *taking) *bool { return &r.session.RightsTold }).Help(t.RightsHelp),
		notes("statements", t.Statements, 4, func(r *taking) *string { return &r.session.Statements }),
		notes("facts", t.Checked, 3, func(r *taking) *string { return &r.session.Facts }),
		form.Enum("result", t.Result, func(r *taking) *hall.SessionResult { return &r.session.Result },
			[]hall.SessionResult{hall.ResultContinue, hall.ResultSettled, hall.ResultFailed}, text.Result).Required(),
		notes("outcome", t.Outcome, 3, func(r *taking) *string { return &r.session.Outcome }),
	}
}

func readSession(s views.Session, r *taking) (bad *hall.Error) {
	one := r.session
	one.At, bad = readMoment(s, r.at, "at")
	r.Session = &one
	return bad
}

// The two forms of an agreement, as drafts keep them.
const (
	inWriting = "1"
	orally    = "0"
)

func agreeStart(s views.Session, r *taking) {
	c, a := r.of.Case, &r.agreement
	r.written, a.Made, a.Facts, a.Amount, a.Place = inWriting, s.Today(), c.Facts, c.Amount, s.Settings.Name
	for _, x := range r.of.Consultations {
		if x.Session != nil && x.Session.Result == hall.ResultSettled {
			a.Terms = x.Session.Outcome
		}
	}
}

func agreeFields(views.Session, hall.CaseFile) []*field {
	t := text.CaseFile
	why := func(s views.Session, r taking) *hall.Error {
		return hall.WhyWritten(r.of.Case, hall.Agreement{OnSpot: r.agreement.OnSpot, Amount: r.agreement.Amount}, s.Settings)
	}
	return []*field{
		form.Choice("written", t.Agreement, func(r *taking) *string { return &r.written }, func(views.Session, taking) []form.Option {
			return []form.Option{{Key: inWriting, Name: t.Written}, {Key: orally, Name: t.Oral}}
		}).Help(t.OralHelp),
		form.Day("made", t.Made, func(r *taking) *hall.Day { return &r.agreement.Made }).Required(),
		notes("facts", t.Facts, 3, func(r *taking) *string { return &r.agreement.Facts }),
		notes("terms", t.Terms, 4, func(r *taking) *string { return &r.agreement.Terms }),
		form.Money("amount", t.Amount, func(r *taking) *int64 { return &r.agreement.Amount }),
		form.Flag("onspot", t.OnSpot, t.No, t.Yes, func(r *taking) *bool { return &r.agreement.OnSpot }),
		form.Day("performby", t.PerformBy, func(r *taking) *hall.Day { return &r.agreement.PerformBy }).If(func(r taking) bool { return !r.agreement.OnSpot }),
		form.Text("manner", t.Manner, 60, func(r *taking) *string { return &r.agreement.Manner }),
		form.Text("place", t.Place, 60, func(r *taking) *string { return &r.agreement.Place }),
		form.Flag("wants", t.Wants, t.No, t.Yes, func(r *taking) *bool { return &r.agreement.WantsConfirm }).Help(t.WantsHelp),
		form.Text("whyoral", t.WhyOral, 100, func(r *taking) *string { return &r.agreement.WhyOral }).If(func(r taking) bool { return r.written == orally }).
			Note(func(s views.Session, r taking) text.Message {
				if bad := why(s, r); bad != nil {
					return text.Err(bad)
				}
				return t.OralFine
			}),
	}
}

func readAgree(_ views.Session, r *taking) *hall.Error {
	one := r.agreement
	one.Written = r.written == inWriting
	r.Agreement = &one
	return nil
}

func amendStart(_ views.Session, r *taking) {
	c := r.of.Case
	r.amendment = hall.Amendment{
		Type: c.Type, Subject: c.Subject, Facts: c.Facts, Requests: c.Requests, Amount: c.Amount, Source: c.Source, SourceFrom: c.SourceFrom,
		Difficulty: c.Difficulty, Risk: c.Risk, Measures: c.Measures,
	}
}

func amendFields(s views.Session, f hall.CaseFile) []*field {
	t := text.CaseFile
	why := form.Notes("reason", t.Reason, 1000, func(r *taking) *string { return &r.Reason }).Rows(2)
	if f.Case.Agreement != nil || !f.Case.State.Open() {
		why.Required()
	}
	return []*field{
		form.Choice("type", t.Type, func(r *taking) *string { return &r.amendment.Type }, func(s views.Session, _ taking) (out []form.Option) {
			for _, x := range s.Settings.Types {
				out = append(out, form.Option{Key: x.Code, Name: text.Type(s.Settings, x.Code)})
			}
			return out
		}),
		form.Text("subject", t.Subject, 20, func(r *taking) *string { return &r.amendment.Subject }),
		notes("facts", t.Facts, 4, func(r *taking) *string { return &r.amendment.Facts }),
		notes("requests", t.Requests, 2, func(r *taking) *string { return &r.amendment.Requests }),
		form.Money("amount", t.Amount, func(r *taking) *int64 { return &r.amendment.Amount }),
		form.Enum("source", t.Source, func(r *taking) *hall.Source { return &r.amendment.Source },
			[]hall.Source{hall.SourceApplication, hall.SourceUnasked, hall.SourceEntrusted}, text.Source),
		form.Text("sourcefrom", text.Intake.SourceFrom, 60, func(r *taking) *string { return &r.amendment.SourceFrom }).
			If(func(r taking) bool { return r.amendment.Source == hall.SourceEntrusted }),
		form.Enum("difficulty", t.Difficulty, func(r *taking) *hall.Difficulty { return &r.amendment.Difficulty },
			[]hall.Difficulty{hall.Ordinary, hall.Simple, hall.Difficult}, text.Difficulty),
		form.Enum("risk", t.Risk, func(r *taking) *hall.Risk { return &r.amendment.Risk }, []hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskMid, hall.RiskHigh},
			text.Risk),
		notes("measures", t.Measures, 2, func(r *taking) *string { return &r.amendment.Measures }),
		why,
	}
}

func readAmend(_ views.Session, r *taking) *hall.Error {
	one := r.amendment
	r.Amend = &one
	return nil
}
