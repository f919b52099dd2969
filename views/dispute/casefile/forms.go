package casefile

import (
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/ending"
	"sizhen/views/dispute/facts"
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
	other := hall.DraftOther
	end := stepSpec{kind: other, rule: says(ruleEnd), fields: endFields, start: endStart}
	return map[hall.Action]stepSpec{
		hall.ActAccept:    {kind: other, rule: acceptRule, start: acceptStart, fields: acceptFields},
		hall.ActRefuse:    {kind: other, rule: says(ruleRefuse), start: dayStart, fields: refuseFields},
		hall.ActFail:      end,
		hall.ActTerminate: {kind: other, rule: says(ruleEnd), fields: terminateFields, start: end.start},
		hall.ActWithdraw:  end,
		hall.ActTransfer:  {kind: other, start: transferStart, fields: transferFields},
		hall.ActTransferTaken: {kind: other, start: dayStart, fields: func(views.Session, hall.CaseFile) []*field {
			theirs := form.Text("number", theirNumber, 60, func(r *taking) *string { return &r.Number })
			return append([]*field{theirs}, dated(text.Consult.Day)...)
		}},
		hall.ActTransferReturned: {kind: other, rule: returnedRule, start: dayStart, fields: func(views.Session, hall.CaseFile) []*field {
			return append([]*field{reason()}, dated(text.Consult.Day)...)
		}},
		hall.ActPause:      {kind: other, rule: says(rulePause), start: dayStart, fields: pauseFields},
		hall.ActResume:     {kind: other, rule: resumeRule, start: dayStart, fields: func(views.Session, hall.CaseFile) []*field { return dated(text.Consult.Day) }},
		hall.ActReopen:     {kind: other, rule: newLimit, fields: because},
		hall.ActExtend:     {kind: other, rule: nextLimit, fields: extendFields},
		hall.ActSign:       {kind: other, rule: signRule, start: signStart, fields: signFields, read: readSign},
		hall.ActPerform:    {kind: other, rule: performRule, start: performStart, fields: performFields, read: readPerform},
		hall.ActConfirm:    {long: true, kind: other, rule: confirmRule, start: confirmStart, fields: confirmFields, read: readConfirm},
		hall.ActCourt:      {kind: other, rule: courtRule, start: courtStart, fields: courtFields},
		hall.ActUrge:       {kind: other, rule: performRule, start: urgeStart, fields: urgeFields},
		hall.ActUnkept:     {kind: other, rule: says(ruleUnkept), start: unkeptStart, fields: unkeptFields},
		hall.ActRescind:    {kind: other, rule: says(ruleRescind), start: endStart, fields: rescindFields},
		hall.ActUndoEnd:    {kind: other, rule: says(ruleUndoEnd), fields: because},
		hall.ActMend:       {long: true, kind: hall.DraftAgreement, rule: mendRule, start: mendStart, fields: mendFields, read: readMend},
		hall.ActChange:     {long: true, kind: hall.DraftAgreement, rule: says(ruleChange), start: changeStart, fields: changeFields, read: readAgree},
		hall.ActReport:     {kind: other, rule: reportRule, start: reportStart, fields: reportFields},
		hall.ActSession:    {long: true, kind: hall.DraftSession, rule: sessionRule, start: sessionStart, fields: sessionFields, read: readSession},
		hall.ActAgree:      {long: true, kind: hall.DraftAgreement, rule: says(ruleAgree), start: agreeStart, fields: agreeFields, read: readAgree},
		hall.ActCloseTalks: {kind: other, rule: says(text.Warnings.Doors), start: dayStart, fields: closeTalksFields},
		hall.ActOpenTalks: {kind: other, start: dayStart, fields: func(views.Session, hall.CaseFile) []*field {
			return append([]*field{reason()}, stepDay(text.Consult.Day))
		}},
		hall.ActFile:  {long: true, kind: other, rule: says(fileRule), start: fileStart, fields: fileFields, read: readFile},
		hall.ActAmend: {long: true, kind: other, rule: amendRule, start: amendStart, fields: amendFields, read: readAmend},
	}
}

// closeTalksFields ask which party wants it: it is a party's right at any moment (law 23).
func closeTalksFields(_ views.Session, f hall.CaseFile) []*field {
	return []*field{
		form.People(hall.FieldWho, askedBy, 100, func(r *taking) *string { return &r.Who },
			func(views.Session, taking) []string { return hall.PartyNames(f.Case.Sides()) }).Required(),
		stepDay(text.Consult.Day),
	}
}

func reason() *field { return ending.Reason(func(r *taking) *string { return &r.Reason }) }

func because(views.Session, hall.CaseFile) []*field { return []*field{reason()} }

// dated asks on which day a step was taken: today unless somebody says otherwise, and, where that lies far back, why it is
// entered only now.
func dated(label text.Message) []*field { return []*field{stepDay(label), lateWhy()} }

// lateWhy is why something is entered so much later than it happened.
func lateWhy() *field {
	return form.Text("latewhy", lateWhyLabel, 100, func(r *taking) *string { return &r.LateWhy }).If(func(r taking) bool { return r.belated() }).Required()
}

// belated reports whether what is filled in happened so long ago that the reason is asked for.
func (r taking) belated() bool {
	day := r.Happened()
	switch r.Action {
	case hall.ActSession:
		day = hall.DayOf(r.session.At)
	case hall.ActAgree, hall.ActChange:
		day = r.agreement.Made
	}
	return r.settings.Belated(day, r.today)
}

func dayStart(s views.Session, r *taking) { r.Day = s.Today() }

func endStart(s views.Session, r *taking) {
	dayStart(s, r)
	r.Referral = s.Say(otherWays)
}

func acceptStart(s views.Session, r *taking) {
	dayStart(s, r)
	r.Applied = r.of.Case.AppliedOn()
}

// acceptFields: acceptance has a date of its own, never before the application. The limit is said beside it.
func acceptFields(_ views.Session, f hall.CaseFile) []*field {
	return []*field{
		form.Day("applied", appliedFor, func(r *taking) *hall.Day { return &r.Applied }).Required(),
		stepDay(accepted).Note(func(s views.Session, r taking) text.Message {
			c := f.Case
			if c.Applied = r.Applied; r.Day == 0 {
				return text.Message{}
			}
			return limitTo.With("day", text.LastOn(c.LimitFrom(r.Day, s.Settings, s.Calendar())))
		}),
		lateWhy(),
	}
}

// pauseFields: only an appraisal stops the clock. Each pause says what is waited for, and until when.
func pauseFields(views.Session, hall.CaseFile) []*field {
	out := []*field{
		form.Enum("pause", pauseLabel, func(r *taking) *hall.Pause { return &r.Pause }, []hall.Pause{hall.PauseAppraisal, hall.PauseOther}, text.Pause).Required(),
		reason(),
		form.Day("until", untilLabel, func(r *taking) *hall.Day { return &r.Until }).Required().Help(untilHelp),
	}
	return append(out, dated(text.Consult.Day)...)
}

// extendFields ask whether those agreed who have to by the table of limits.
func extendFields(s views.Session, f hall.CaseFile) []*field {
	agree := s.Settings.LimitOf(f.Case.Matter).Agree
	return []*field{both().Title(text.Agree(agree)).Help(text.AgreeHelp(agree)), reason()}
}

func both() *field {
	return form.YesNo("both", bothAsk, func(r *taking) *bool { return &r.Both }).Required().Help(bothHelp)
}

func notes(name string, label text.Message, rows int, at func(*taking) *string) *field {
	return form.Notes(name, label, 4000, at).Rows(rows)
}

func endFields(views.Session, hall.CaseFile) []*field {
	return append([]*field{reason(), form.Notes("referral", referral, 300, func(r *taking) *string { return &r.Referral }).Rows(2).Required()},
		dated(text.Consult.Day)...)
}

// terminateFields ask for the cause too: one end, with a cause, is one row of the statistic.
func terminateFields(s views.Session, f hall.CaseFile) []*field {
	cause := form.Enum("cause", causeLabel, func(r *taking) *hall.EndCause { return &r.Cause }, hall.EndCauses(), text.EndCause).Required()
	return append([]*field{cause}, endFields(s, f)...)
}

func refuseFields(views.Session, hall.CaseFile) []*field {
	return append([]*field{reason(), ending.Referral(func(r *taking) *string { return &r.Referral })}, dated(text.Consult.Day)...)
}

// moment is when it was: said back with its day.
func moment(name string, at func(*taking) *time.Time) *field {
	return form.Moment(name, whenLabel, at).Required().Help(whenHelp)
}

// sessionStart begins a record with what is known.
func sessionStart(s views.Session, r *taking) {
	session, there := r.of.SessionStart(s.Now())
	session.Present = s.Say(text.Names(there))
	r.session = session
}

func sessionFields(views.Session, hall.CaseFile) []*field {
	return []*field{
		moment("at", func(r *taking) *time.Time { return &r.session.At }),
		lateWhy(),
		form.Text("place", place, 40, func(r *taking) *string { return &r.session.Place }),
		form.People("present", present, 600, func(r *taking) *string { return &r.session.Present },
			func(_ views.Session, r taking) []string { return r.of.People() }),
		form.YesNo("rights", rightsTold, func(r *taking) *bool { return &r.session.RightsTold }).Help(rightsHelp),
		notes("statements", statements, 4, func(r *taking) *string { return &r.session.Statements }),
		notes("facts", checked, 3, func(r *taking) *string { return &r.session.Facts }),
		form.Enum("result", result, func(r *taking) *hall.SessionResult { return &r.session.Result },
			[]hall.SessionResult{hall.ResultContinue, hall.ResultSettled, hall.ResultFailed}, text.Result).Required(),
		notes("outcome", outcome, 3, func(r *taking) *string { return &r.session.Outcome }),
	}
}

func readSession(_ views.Session, r *taking) *hall.Error {
	one := r.session
	r.Session = &one
	return nil
}

func amendStart(_ views.Session, r *taking) {
	r.amendment = r.of.Case.Matter
}

func amendFields(_ views.Session, of hall.CaseFile) []*field {
	why := form.Notes("reason", reasonLabel, 1000, func(r *taking) *string { return &r.Reason }).Rows(2)
	if len(of.Case.Agreements) > 0 || !of.Case.State.Open() {
		why.Required()
	}
	f := facts.Fields(func(r *taking) *hall.Matter { return &r.amendment })
	return []*field{f.Type, f.Subject, f.Facts.Rows(4), f.Requests, f.Amount, f.Source, f.SourceFrom, f.Letter, f.LetterDay, f.LetterBy,
		f.Difficulty, f.Risk, f.Measures, why}
}

func readAmend(_ views.Session, r *taking) *hall.Error {
	one := r.amendment
	r.Amend = &one
	return nil
}
