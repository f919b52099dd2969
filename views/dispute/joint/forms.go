package joint

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// keep has a form kept as a draft of the case, so that who may not see the case sees none of it
// either.
func keep[R any](f file, what string, name text.Message, from hall.Draft) form.Keep[R] {
	return form.Keep[R]{
		Kind: hall.DraftJoint, Form: "joint." + what, From: from, Case: f.Case.ID, Visit: f.Consultation.ID,
		Title: func(R) text.Message { return draftTitle.With("no", f.name()).With("what", name) },
	}
}

// resume goes on with a draft that the board led to.
func resume(env *views.Env, f file, d hall.Draft) tea.Cmd {
	what, of, _ := strings.Cut(strings.TrimPrefix(d.Form, "joint."), " ")
	var v views.View
	switch what {
	case "consents":
		v = consentForm(env, f, d)
	case "agenda":
		v = agendaForm(env, f, d)
	case byHandForm, moveForm:
		v = timeForm(env, f, what, appointed{}, d)
	case "record":
		v = recordForm(env, f, d)
	case "cancel":
		v = cancelForm(env, f, d)
	case "answer":
		for _, i := range f.discussion().Invited {
			if keyOf(i) == of {
				v = answerForm(env, f, i, d)
			}
		}
	case "task":
		for _, k := range f.Tasks {
			if taskDraft(k.ID) == d.Form {
				v = taskForm(env, f, k, d)
			}
		}
	}
	if v == nil {
		return nil // of another version of the program
	}
	return views.PushAsked(v)
}

// consent is what a party said to outsiders taking part [law 20].
type consent struct {
	hall.Consent
	said, how string
}

// The answers as drafts keep them.
const (
	yes = "1"
	no  = "0"
)

type consenting struct {
	of      file
	all     []consent
	crossed int // outsiders who are no longer invited
}

// Clone implements form.Cloner.
func (r consenting) Clone() consenting { r.all = slices.Clone(r.all); return r }

func consentsOf(s views.Session, f file) consenting {
	r := consenting{of: f}
	for _, c := range hall.ConsentsOf(f.Case, f.discussion().Consents) {
		one := consent{Consent: c}
		if c.Day == 0 {
			one.Day = s.Today()
		} else {
			one.said, one.how = no, no
			if c.Given {
				one.said = yes
			}
			if c.Oral {
				one.how = yes
			}
		}
		r.all = append(r.all, one)
	}
	return r
}

// answered are the consents as they are to be recorded; what was recorded before stays as it is.
func (r consenting) answered() []hall.Consent {
	was := hall.ConsentsOf(r.of.Case, r.of.discussion().Consents)
	out := make([]hall.Consent, len(r.all))
	for i, c := range r.all {
		now := hall.Consent{Person: c.Person, Name: c.Name, Side: c.Side}
		if c.said != "" {
			now.Given, now.Day, now.Oral = c.said == yes, c.Day, c.how == yes
		}
		if w := was[i]; c.said != "" && w.Given == now.Given && w.Day == now.Day && w.Oral == now.Oral {
			now = w
		}
		out[i] = now
	}
	return out
}

func (r consenting) outsiders() int {
	return len(slices.DeleteFunc(slices.Clone(r.of.discussion().Invited), func(i hall.Invitee) bool { return !i.Kind.Outsider() }))
}

func consentForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = consenting
	said := func(views.Session, R) []form.Option {
		return []form.Option{{Key: yes, Name: agrees}, {Key: no, Name: refuses}, {Key: "", Name: notYet}}
	}
	var fields []*form.Field[R]
	for i, c := range consentsOf(env.Session, f).all {
		at := func(r *R) *consent {
			if i >= len(r.all) {
				return &consent{} // somebody changed the parties meanwhile
			}
			return &r.all[i]
		}
		id := func(field string) string {
			return fmt.Sprint(field, " ", uint8(c.Side), " ", uint64(c.Person), " ", c.Name)
		}
		asked := func(r R) bool { return at(&r).said != "" }
		fields = append(fields,
			form.Choice(id("given"), consentLine.With("name", c.Name).With("side", text.Side(c.Side)), func(r *R) *string { return &at(r).said },
				said),
			form.Choice(id("how"), howLabel, func(r *R) *string { return &at(r).how },
				func(views.Session, R) []form.Option {
					return []form.Option{{Key: no, Name: paper}, {Key: yes, Name: oral}}
				}).Required().If(asked),
			form.Day(id("day"), saidOn, func(r *R) *hall.Day { return &at(r).Day }).Required().If(asked).Check(func(s views.Session, r R) *hall.Error {
				if at(&r).Day > s.Today() {
					return hall.Refuse(hall.ErrDayFuture).In(id("day"))
				}
				return nil
			}))
	}
	return form.New(env, form.Spec[R]{
		Title: doConsents, Rule: consentRule, Fields: fields, Keep: keep[R](f, "consents", doConsents, from),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpConsents)
			return consentsOf(s, now), err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			c := r.of.Consultation
			now, err := s.Desk.From(draft).Consents(ctx, c.ID, c.Rev, r.answered())
			if n := r.outsiders(); err == nil && n > 0 && (consenting{of: file{JointFile: hall.JointFile{Consultation: now}}}).outsiders() == 0 {
				r.crossed = n
			}
			return r, err
		},
		Done: func(r R) text.Message {
			if r.crossed > 0 {
				return crossedAll.With("n", r.crossed)
			}
			return consentsSaved
		},
	})
}

// note is one text about a joint consultation: its agenda, why it is cancelled.
type note struct {
	of   file
	text string
}

func noteForm(env *views.Env, f file, what string, op hall.Op, field *form.Field[note], from hall.Draft, name, done text.Message,
	start func(file) string, save func(context.Context, views.Session, hall.DraftID, note) error,
) views.View {
	return form.Box(env, form.Spec[note]{
		Title: name, Fields: []*form.Field[note]{field}, Keep: keep[note](f, what, name, from), Edit: true,
		Read: func(ctx context.Context, s views.Session) (note, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, op)
			return note{now, start(now)}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, n note) (note, error) {
			return n, save(ctx, s, draft, n)
		},
		Done: func(note) text.Message { return done },
	})
}

func agendaForm(env *views.Env, f file, from hall.Draft) views.View {
	field := form.Notes("agenda", agenda, 2000, func(n *note) *string { return &n.text }).Rows(8).Help(agendaHelp)
	return noteForm(env, f, "agenda", hall.OpAgenda, field, from, doAgenda, agendaSaved, func(f file) string { return f.discussion().Agenda },
		func(ctx context.Context, s views.Session, draft hall.DraftID, n note) error {
			_, err := s.Desk.From(draft).Agenda(ctx, n.of.Consultation.ID, n.of.Consultation.Rev, n.text)
			return err
		})
}

func cancelForm(env *views.Env, f file, from hall.Draft) views.View {
	field := form.Notes("reason", cancelWhy, 300, func(n *note) *string { return &n.text }).Rows(2).Required()
	return noteForm(env, f, "cancel", hall.OpCancel, field, from, doCancel, cancelledNow, func(file) string { return "" },
		func(ctx context.Context, s views.Session, draft hall.DraftID, n note) error {
			return s.Desk.From(draft).CancelAppointment(ctx, n.of.Consultation.ID, n.text)
		})
}

// answering is what somebody said to the invitation.
type answering struct {
	of  file
	who hall.Invitee
}

func answerForm(env *views.Env, f file, who hall.Invitee, from hall.Draft) views.View {
	type R = answering
	name := answerTitle.With("name", who.Name)
	return form.Box(env, form.Spec[R]{
		Title: name, Rule: text.Raw(f.phone(who)), Keep: keep[R](f, "answer "+keyOf(who), name, from),
		Fields: []*form.Field[R]{
			form.Enum("answer", answersLabel, func(r *R) *hall.Answer { return &r.who.Answer }, []hall.Answer{hall.Comes, hall.CannotGo, hall.SendsSome, hall.NoAnswer},
				text.Answer).Required(),
			form.Text("note", noteLabel, 60, func(r *R) *string { return &r.who.Note }).Help(noteHelp),
		},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpAnswer)
			all := now.discussion().Invited
			at := slices.IndexFunc(all, who.Same)
			if err == nil && at < 0 {
				err = hall.Refuse(hall.ErrNotFound)
			}
			if err != nil {
				return R{}, err
			}
			return R{now, all[at]}, nil
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.From(draft).Answered(ctx, r.of.Consultation.ID, r.of.Consultation.Rev, who, r.who.Answer, r.who.Note)
			return r, err
		},
		Done: func(r R) text.Message {
			return answerSaved.With("name", r.who.Name).With("answer", text.Answer(r.who.Answer))
		},
	})
}

// ended is what came of a task.
type ended struct {
	task   hall.Task
	result string
}

func taskDraft(id hall.TaskID) string { return fmt.Sprint("joint.task ", id) }

func taskForm(env *views.Env, f file, k hall.Task, from hall.Draft) views.View {
	type R = ended
	name := doneTitle.With("what", k.What)
	return form.Box(env, form.Spec[R]{
		Title: name, Rule: byDay.With("who", k.Who).With("day", text.ShortDay(k.Due)), Keep: keep[R](f, fmt.Sprint("task ", k.ID), name, from),
		Fields: []*form.Field[R]{form.Notes("result", resultLabel, 500, func(r *R) *string { return &r.result }).Required()},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFile(ctx, s, f.Consultation.ID)
			at := slices.IndexFunc(now.Tasks, func(t hall.Task) bool { return t.ID == k.ID })
			switch {
			case err != nil:
				return R{}, err
			case at < 0:
				return R{}, hall.Refuse(hall.ErrNotFound)
			}
			if bad := hall.Why(hall.TaskCourse(), now.Tasks[at], hall.OpTask, s.Actor, s.Now()); bad != nil {
				return R{}, bad
			}
			return R{task: now.Tasks[at]}, nil
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.From(draft).DoneTask(ctx, r.task.ID, r.task.Rev, r.result)
			return r, err
		},
		Done: func(r R) text.Message { return taskSaved.With("what", r.task.What) },
	})
}

// taken reports whether a refusal is that somebody invited is elsewhere at that time.
func taken(e *hall.Error) bool {
	return e.Code == hall.ErrMediatorBusy || e.Code == hall.ErrStaffBusy || e.Code == hall.ErrBodyBusy
}

// without asks whether it is held without those who are elsewhere at that time; nil when that
// does not help: somebody must come, or it is about something else.
func without(env *views.Env, r appointed, refused *hall.Error, clashes []hall.Clash, save func(appointed) tea.Cmd) tea.Cmd {
	if !taken(refused) {
		return nil
	}
	helps := false
	for _, i := range r.of.discussion().Invited {
		same := func(e *hall.Error) bool { return taken(e) && e.Args["name"] == i.Name }
		if !i.Must && (same(refused) || slices.ContainsFunc(clashes, func(c hall.Clash) bool { return same(c.Err) })) {
			helps = helps || same(refused)
			r.absent = append(slices.Clone(r.absent), i)
		}
	}
	if !helps {
		return nil
	}
	return menu.Open(env, env.Say(withoutTitle.With("names", namesOf(r.absent))), []menu.Item{
		{Name: otherTime}, {Name: holdThen, Do: func() tea.Cmd { return save(r) }},
	})
}
