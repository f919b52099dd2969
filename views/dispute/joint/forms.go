package joint

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/dispute/task"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// ask is a form about a joint consultation: what it asks, and the step that it takes.
type ask struct {
	form.Spec[file]
	op    hall.Op
	begin func(views.Session, *file) // readies what was read for the fields; nil: as it is
	save  func(context.Context, *store.Desk, *file) error
	small bool // a question in a box
}

// asked is the form of a name, as drafts know it; nil for a name of another version of the program.
func asked(env *views.Env, f file, draft string) *ask {
	what, of, _ := strings.Cut(draft, " ")
	switch what {
	case "consents":
		return consentForm(f)
	case "agenda":
		return agendaForm()
	case byHandForm, moveForm:
		return timeForm(env, f, what, func(*file) {})
	case "record":
		return recordForm(f)
	case "correct":
		return correctForm(f)
	case "cancel":
		return cancelForm()
	case "stand":
		return standForm()
	case "again":
		return againForm()
	case "answer":
		if i := slices.IndexFunc(f.Discussion().Invited, func(i hall.Invitee) bool { return keyOf(i) == of }); i >= 0 {
			return answerForm(f, f.Discussion().Invited[i])
		}
	}
	return nil
}

func draftOf(form string) string { return "joint." + form }

// formOf opens a form of a name.
func formOf(env *views.Env, f file, draft string, from hall.Draft) views.View {
	if a := asked(env, f, draft); a != nil {
		return a.over(env, f, draft, from)
	}
	return task.Form(env, f.JointFile, draft, from)
}

// resume goes on with a draft that the board led to.
func resume(env *views.Env, f file, d hall.Draft) tea.Cmd {
	v := formOf(env, f, strings.TrimPrefix(d.Form, draftOf("")), d)
	if v == nil {
		return nil
	}
	return views.PushAsked(v)
}

// over opens the form over what it is about, which is read anew for its step. It is kept as a
// draft of the case, so that who may not see the case sees none of it either.
func (a *ask) over(env *views.Env, f file, draft string, from hall.Draft) views.View {
	id, name := f.Consultation.ID, a.Title
	a.Keep = form.Keep[file]{Kind: hall.DraftJoint, Form: draftOf(draft), From: from, Case: f.Case.ID, Visit: id,
		Title: func(file) text.Message { return text.Raw("{no}  {what}").With("no", f.Name()).With("what", name) }}
	a.Read = func(ctx context.Context, s views.Session) (file, error) {
		now, err := readFile(ctx, s, id)
		if err = why(s, now, a.op).Or(err); err == nil && a.begin != nil {
			a.begin(s, &now)
		}
		return now, err
	}
	a.Save = func(ctx context.Context, s views.Session, draft hall.DraftID, f file) (file, error) {
		err := a.save(ctx, s.Desk.From(draft), &f)
		return f, err
	}
	if a.small {
		return form.Box(env, a.Spec)
	}
	return form.New(env, a.Spec)
}

// said is what is said once a form is saved, whatever stood in it.
func said(m text.Message) func(file) text.Message { return func(file) text.Message { return m } }

// The answers as drafts keep them.
const (
	yes = "1"
	no  = "0"
)

// reply is what a party said to outsiders taking part, how and when; empty: it was not asked.
type reply struct {
	given, how string
	day        hall.Day
}

func replyOf(c hall.Consent, today hall.Day) reply {
	as := map[bool]string{true: yes, false: no}
	if c.Day == 0 {
		return reply{day: today}
	}
	return reply{as[c.Given], as[c.Oral], c.Day}
}

// consentForm asks of each party whether it agrees that those who are invited from outside take part [law 20].
func consentForm(f file) *ask {
	var fields []*form.Field[file]
	for _, q := range f.Discussion().Questions(f.Case) {
		fields = append(fields, consentFields(q)...)
	}
	return &ask{
		op: hall.OpConsents,
		begin: func(s views.Session, f *file) {
			f.asked = f.Discussion().Questions(f.Case)
			for _, c := range f.asked {
				f.said = append(f.said, replyOf(c, s.Today()))
			}
		},
		save: func(ctx context.Context, d *store.Desk, f *file) error {
			c, given := f.Consultation, slices.Clone(f.asked)
			for i, r := range f.said {
				given[i].Given, given[i].Oral, given[i].Day = r.given == yes, r.how == yes, r.day
				if r.given == "" {
					given[i].Day = 0
				}
			}
			now, err := d.Consents(ctx, c.ID, c.Rev, given)
			if err == nil {
				f.off, f.Consultation = len(f.talk().Invited)-len(now.Joint.Invited), now
			}
			return err
		},
		Spec: form.Spec[file]{Title: doConsents, Rule: consentRule, Fields: fields, Done: func(f file) text.Message {
			silent, _ := f.Unasked()
			switch {
			case f.off > 0:
				return crossedAll.With("n", f.off)
			case len(silent) == len(f.said):
				return consentsNone
			case len(silent) > 0:
				return consentsSome.With("names", text.Names(silent))
			}
			return consentsSaved
		}},
	}
}

// consentFields ask one party about those whom they name: what it said, how and when. A draft answers for
// them alone.
func consentFields(q hall.Consent) []*form.Field[file] {
	whom := ""
	for _, i := range q.For {
		whom += " " + keyOf(i)
	}
	id := func(field string) string {
		return fmt.Sprint(field, " ", uint8(q.Side), " ", uint64(q.Person), " ", q.Name, whom)
	}
	at := func(f *file) *reply {
		if i := slices.IndexFunc(f.asked, q.SameParty); i >= 0 {
			return &f.said[i]
		}
		return &reply{} // somebody changed the parties meanwhile
	}
	answered := func(f file) bool { return at(&f).given != "" }
	return []*form.Field[file]{
		form.Choice(id("given"), record.ConsentLine.With("name", q.Name).With("side", text.Side(q.Side)), func(f *file) *string { return &at(f).given },
			form.Either[file](form.Option{Key: yes, Name: record.Agrees}, form.Option{Key: no, Name: record.Refuses}, form.Option{Name: record.NotAsked})).
			Help(aboutWhom.With("names", namesOf(q.For))),
		form.Choice(id("how"), howLabel, func(f *file) *string { return &at(f).how },
			form.Either[file](form.Option{Key: no, Name: record.Paper}, form.Option{Key: yes, Name: record.Oral})).Required().If(answered),
		form.Day(id("day"), text.Consult.Day, func(f *file) *hall.Day { return &at(f).day }).Required().If(answered).Check(func(s views.Session, f file) *hall.Error {
			if at(&f).day > s.Today() {
				return hall.Refuse(hall.ErrDayFuture).In(id("day"))
			}
			return nil
		}),
	}
}

// question is a form of one field, in a box.
func question(op hall.Op, title, done text.Message, field *form.Field[file], save func(context.Context, *store.Desk, *file) error) *ask {
	return &ask{op: op, small: true, save: save, Spec: form.Spec[file]{Title: title, Fields: []*form.Field[file]{field}, Done: said(done)}}
}

// whyField asks for the reason of a step.
func whyField(label text.Message) *form.Field[file] {
	return form.Notes(hall.FieldReason, label, 300, func(f *file) *string { return &f.why }).Rows(2).Required()
}

func agendaForm() *ask {
	field := form.Notes(hall.FieldAgenda, agenda, 2000, func(f *file) *string { return &f.talk().Agenda }).Rows(8).Help(agendaHelp)
	a := question(hall.OpAgenda, doAgenda, agendaSaved, field, func(ctx context.Context, d *store.Desk, f *file) error {
		_, err := d.Agenda(ctx, f.Consultation.ID, f.Consultation.Rev, f.talk().Agenda)
		return err
	})
	a.Edit = true
	return a
}

func cancelForm() *ask {
	return question(hall.OpCancel, doCancel, cancelledNow, whyField(text.Consult.Why), func(ctx context.Context, d *store.Desk, f *file) error {
		return d.CancelAppointment(ctx, f.Consultation.ID, f.why)
	})
}

// standForm takes back that it was called off.
func standForm() *ask {
	a := question(hall.OpStand, doStand, text.Message{}, whyField(standWhy), func(ctx context.Context, d *store.Desk, f *file) (err error) {
		f.Consultation, err = d.StandAgain(ctx, f.Consultation.ID, f.Consultation.Rev, f.why)
		return err
	})
	a.Rule = standRule
	a.Done = func(f file) text.Message {
		if f.Consultation.State == hall.Proposed {
			return standsTimeless
		}
		return standsNow
	}
	return a
}

// againForm calls a further meeting: the same people are proposed.
func againForm() *ask {
	field := form.Notes(hall.FieldReason, proposeWhy, 500, func(f *file) *string { return &f.why }).Required().Help(againHelp)
	return question(hall.OpMeet, doAgain, againNow, field, func(ctx context.Context, d *store.Desk, f *file) (err error) {
		f.made, err = d.MeetAgain(ctx, f.Consultation.ID, f.Consultation.Rev, f.why)
		return err
	})
}

// answerForm asks what somebody said to the invitation.
func answerForm(f file, who hall.Invitee) *ask {
	all := []hall.Answer{hall.Comes, hall.CannotGo, hall.SendsSome, hall.NoAnswer}
	return &ask{
		op: hall.OpAnswer, small: true,
		save: func(ctx context.Context, d *store.Desk, f *file) error {
			i := f.seat(who)
			_, err := d.Answered(ctx, f.Consultation.ID, f.Consultation.Rev, who, i.Answer, i.Note)
			return err
		},
		Spec: form.Spec[file]{
			Title: answerTitle.With("name", who.Name), Rule: text.Raw(f.Phone(who)),
			Fields: []*form.Field[file]{
				form.Enum(hall.FieldAnswer, answersLabel, func(f *file) *hall.Answer { return &f.seat(who).Answer }, all, text.Answer).Required(),
				form.Text(hall.FieldNote, noteLabel, 60, func(f *file) *string { return &f.seat(who).Note }).Help(noteHelp),
			},
			Done: func(f file) text.Message {
				return answerSaved.With("name", who.Name).With("answer", text.Answer(f.seat(who).Answer))
			},
		},
	}
}
