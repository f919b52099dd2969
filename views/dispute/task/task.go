// Package task is what somebody has to do after a joint consultation (会诊任务): it is added, put right,
// done, taken back and done again, from the consultation it follows from.
package task

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Show lists tasks, each with what was put right of it.
func Show(d *page.Doc, s views.Session, all []hall.Task) {
	for _, k := range all {
		mark, tone, m := s.Styles.Marks.Open, widget.Normal, text.Task(k)
		switch {
		case k.State() != hall.TaskOpen:
			mark, tone = s.Styles.Marks.Done, widget.Muted
		case k.Due < s.Today():
			mark, tone, m = "!", widget.Danger, late.With("task", m)
		}
		d.Row(mark+" "+s.Say(m), tone)
		Corrections(d, s, k)
	}
}

// Corrections are what was put right of a task.
func Corrections(d *page.Doc, s views.Session, k hall.Task) {
	for _, fix := range k.Corrections {
		d.Say(correctedLabel, text.Corrected(fix, s.Settings))
	}
}

// Menu adds a task to a joint consultation, and lists those that are there, what is to be done first.
func Menu(env *views.Env, f hall.JointFile) tea.Cmd {
	all := slices.Clone(f.Tasks)
	slices.SortStableFunc(all, func(a, b hall.Task) int { return int(a.State()) - int(b.State()) })
	items := []menu.Item{{Name: doAdd, Do: func() tea.Cmd { return views.Push(Form(env, f, addForm, hall.Draft{})) }}}
	for i, k := range all {
		items = append(items, menu.Item{Name: text.Task(k), Next: i == 0, Do: func() tea.Cmd { return one(env, f, k) }})
	}
	return menu.Open(env, env.Say(which), items)
}

// one is what can be done with a task.
func one(env *views.Env, f hall.JointFile, k hall.Task) tea.Cmd {
	step := func(name text.Message, op hall.Op, what string) menu.Item {
		return menu.Item{Name: name, Op: op, Do: func() tea.Cmd { return views.Push(Form(env, f, named(what, k.ID), hall.Draft{})) }}
	}
	return menu.Course(env, k.What, menu.Bars(env, hall.TaskCourse(), k), []menu.Item{
		step(doDone, hall.OpTask, doneForm), step(doCorrect, hall.OpCorrect, fixForm), step(doDrop, hall.OpTaskDrop, dropForm),
		step(doOpen, hall.OpTaskOpen, openForm),
	})
}

// The forms, as their drafts are named.
const (
	addForm  = "taskadd"
	doneForm = "task"
	fixForm  = "taskfix"
	dropForm = "taskdrop"
	openForm = "taskopen"
)

func named(form string, id hall.TaskID) string { return fmt.Sprint(form, " ", id) }

// DoneForm is the name of the form that asks what came of a task.
func DoneForm(id hall.TaskID) string { return named(doneForm, id) }

// writing is a task as it is written, and why it is changed.
type writing struct {
	hall.Task
	why string
}

// Form opens the form of a name; nil for one that is none of a task, or of a task that is not there.
func Form(env *views.Env, f hall.JointFile, name string, from hall.Draft) views.View {
	what, of, _ := strings.Cut(name, " ")
	at := slices.IndexFunc(f.Tasks, func(k hall.Task) bool { return fmt.Sprint(k.ID) == of })
	if what != addForm && at < 0 {
		return nil
	}
	var k hall.Task
	if at >= 0 {
		k = f.Tasks[at]
	}
	why := form.Notes(hall.FieldReason, whyLabel, 300, func(w *writing) *string { return &w.why }).Rows(2).Required()
	spec := map[string]func() form.Spec[writing]{
		addForm:  func() form.Spec[writing] { return adding(f) },
		doneForm: func() form.Spec[writing] { return doing(k) },
		fixForm:  func() form.Spec[writing] { return correcting(f, k, why) },
		dropForm: func() form.Spec[writing] { return because(k, why, dropTitle, dropped, (*store.Desk).DropTask) },
		openForm: func() form.Spec[writing] { return because(k, why, openTitle, opened, (*store.Desk).OpenTask) },
	}[what]
	if spec == nil {
		return nil
	}
	s, op := spec(), map[string]hall.Op{doneForm: hall.OpTask, fixForm: hall.OpCorrect, dropForm: hall.OpTaskDrop, openForm: hall.OpTaskOpen}[what]
	save := s.Save
	s.Save = func(ctx context.Context, session views.Session, draft hall.DraftID, w writing) (writing, error) {
		session.Desk = session.Desk.From(draft)
		return save(ctx, session, draft, w)
	}
	s.Keep = form.Keep[writing]{Kind: hall.DraftJoint, Form: "joint." + name, From: from, Case: f.Case.ID, Visit: f.Consultation.ID,
		Title: func(writing) text.Message { return text.Raw("{no}  {what}").With("no", f.Name()).With("what", s.Title) }}
	s.Read = func(ctx context.Context, session views.Session) (writing, error) {
		return read(ctx, session, f.Consultation.ID, k.ID, op)
	}
	return form.Box(env, s)
}

// read reads a task anew for a step of its course.
func read(ctx context.Context, s views.Session, on hall.ConsultationID, id hall.TaskID, op hall.Op) (writing, error) {
	f, err := s.Desk.Joint(ctx, on)
	if err != nil || id == 0 {
		return writing{}, hall.Why(hall.JointCourse(), f, hall.OpTaskAdd, s.Actor, s.Now()).Or(err)
	}
	at := slices.IndexFunc(f.Tasks, func(k hall.Task) bool { return k.ID == id })
	if at < 0 {
		return writing{}, hall.Refuse(hall.ErrNotFound)
	}
	return writing{Task: f.Tasks[at]}, hall.Why(hall.TaskCourse(), f.Tasks[at], op, s.Actor, s.Now()).Or(nil)
}

func adding(f hall.JointFile) form.Spec[writing] {
	return form.Spec[writing]{
		Title: doAdd, Fields: Fields(f, "", doAdd, func(w *writing) *hall.Task { return &w.Task }, func(writing) bool { return true }),
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, w writing) (writing, error) {
			_, err := s.Desk.AddTask(ctx, f.Consultation.ID, w.Task)
			return w, err
		},
		Done: func(w writing) text.Message { return added.With("what", w.What) },
	}
}

func doing(k hall.Task) form.Spec[writing] {
	return form.Spec[writing]{
		Title: doneTitle.With("what", k.What), Rule: text.Consult.ByDay.With("who", k.Who).With("day", text.ShortDay(k.Due)),
		Fields: []*form.Field[writing]{resultField().Required()},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, w writing) (writing, error) {
			_, err := s.Desk.DoneTask(ctx, k.ID, w.Rev, w.Result)
			return w, err
		},
		Done: func(writing) text.Message { return saved.With("what", k.What) },
	}
}

func resultField() *form.Field[writing] {
	return form.Notes(hall.FieldResult, resultLabel, 500, func(w *writing) *string { return &w.Result })
}

func correcting(f hall.JointFile, k hall.Task, why *form.Field[writing]) form.Spec[writing] {
	fields := Fields(f, "", oneTask, func(w *writing) *hall.Task { return &w.Task }, func(writing) bool { return true })
	if k.State() == hall.TaskDone {
		fields = append(fields, resultField().Required())
	}
	return form.Spec[writing]{
		Title: fixTitle, Rule: fixRule, Edit: true, Fields: append(fields, why),
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, w writing) (writing, error) {
			_, err := s.Desk.CorrectTask(ctx, k.ID, w.Rev, w.Task, w.why)
			return w, err
		},
		Done: func(w writing) text.Message { return corrected.With("what", w.What) },
	}
}

// because takes a step that needs nothing but a reason.
func because(k hall.Task, why *form.Field[writing], title, done text.Message,
	step func(*store.Desk, context.Context, hall.TaskID, uint64, string) (hall.Task, error)) form.Spec[writing] {
	return form.Spec[writing]{
		Title: title.With("what", k.What), Fields: []*form.Field[writing]{why},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, w writing) (writing, error) {
			_, err := step(s.Desk, ctx, k.ID, w.Rev, w.why)
			return w, err
		},
		Done: func(writing) text.Message { return done.With("what", k.What) },
	}
}

// Fields ask for a task: what is to be done, and, once that is written, by whom and until when. n stands
// behind their names where there are several.
func Fields[R any](f hall.JointFile, n string, name text.Message, at func(*R) *hall.Task, asked func(R) bool) []*form.Field[R] {
	written := func(r R) bool { return at(&r).What != "" }
	return []*form.Field[R]{
		form.Text("task"+n, name, 200, func(r *R) *string { return &at(r).What }).Help(taskHelp).
			If(func(r R) bool { return asked(r) || written(r) }),
		form.Text("taskwho"+n, taskWho, 40, func(r *R) *string { return &at(r).Who }).Suggest(form.Names(f.Helpers())).Required().If(written),
		form.Day("taskdue"+n, taskDue, func(r *R) *hall.Day { return &at(r).Due }).Required().If(written),
	}
}
