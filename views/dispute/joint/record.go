package joint

import (
	"context"
	"fmt"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/dispute/task"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// mostTasks is how many tasks may follow.
const mostTasks = 9

// task is one of the tasks, for a form to write into.
func (f *file) task(n int) *hall.Task {
	if n < len(f.Tasks) {
		return &f.Tasks[n]
	}
	return &hall.Task{}
}

// recordForm asks what came of a joint consultation: who came and what each said, nothing of it
// assumed; what they agreed on; and the tasks that follow.
func recordForm(f file) *ask {
	fields := resultFields(f)
	for n := range mostTasks {
		fields = append(fields, taskFields(f, n)...)
	}
	rule := recordRule
	if names, whom := f.Unasked(); len(names) > 0 {
		rule = heldUnasked.With("names", text.Names(names)).With("whom", text.Names(whom))
	}
	return &ask{
		op:    hall.OpRecord,
		begin: func(_ views.Session, f *file) { f.Tasks = make([]hall.Task, mostTasks) },
		save: func(ctx context.Context, d *store.Desk, f *file) error {
			_, err := d.RecordJoint(ctx, f.Consultation.ID, f.Consultation.Rev, 0, f.Record())
			return err
		},
		Spec: form.Spec[file]{
			Title: recordTitle, Rule: rule, Fields: fields, Check: complete,
			Done: func(f file) text.Message { return recorded.With("n", len(f.Record().ToDo())) },
		},
	}
}

// resultFields ask who came and what each said, and what they agreed on.
func resultFields(f file) []*form.Field[file] {
	var fields []*form.Field[file]
	for _, i := range f.Discussion().All() {
		fields = append(fields, seatFields(i)...)
	}
	if f.Internal() {
		fields = append(fields, form.Enum(hall.FieldSecrecy, text.Consult.Secrecy, func(f *file) *hall.Secrecy { return &f.talk().Secrecy },
			hall.Secrecies(), text.Secrecy).Required().Help(secrecyHelp))
	}
	return append(fields,
		form.Text(hall.FieldPresent, othersThere, 200, func(f *file) *string { return &f.talk().Present }).Help(othersHelp),
		form.Notes(hall.FieldLine, text.Consult.Line, 2000, func(f *file) *string { return &f.talk().Line }).Required().Help(lineHelp),
		form.Notes(hall.FieldOpinion, text.Consult.Opinion, 2000, func(f *file) *string { return &f.talk().Opinion }).Required().Help(handlingHelp),
		form.Text(hall.FieldWho, record.ByWhom, 40, func(f *file) *string { return &f.talk().Who }).Who().Suggest(form.Names(f.Helpers())).Required(),
		form.Day(hall.FieldBy, byWhen, func(f *file) *hall.Day { return &f.talk().By }).Required())
}

// complete says what the record lacks, under the field that asks for it.
func complete(s views.Session, f file) *hall.Error {
	rec := f.Record()
	rec.Tasks = nil
	if bad := rec.Check(s.Today()); bad != nil {
		if bad.Code == hall.ErrNobodyCame {
			bad = bad.In(seatField("came", rec.Convener))
		}
		return bad
	}
	for n, k := range f.Tasks {
		if k.What == "" {
			continue
		}
		if bad := k.Check(s.Today()); bad != nil {
			return bad.In(fmt.Sprint(bad.Field, n))
		}
	}
	return nil
}

func seatField(field string, i hall.Invitee) string { return field + " " + keyOf(i) }

// seatFields ask of one whether he came, and what he said.
func seatFields(i hall.Invitee) []*form.Field[file] {
	here := func(f file) bool { return f.seat(i).Came }
	return []*form.Field[file]{
		form.Enum(seatField("came", i), text.Raw(i.Name), func(f *file) *bool { return &f.seat(i).Came }, []bool{true, false}, attendance).Required().
			Note(func(views.Session, file) text.Message {
				if i.Answer == hall.CannotGo || i.Answer == hall.SendsSome {
					return text.Words(text.Answer(i.Answer), text.Raw(i.Note))
				}
				return text.Raw(i.Note)
			}),
		form.Notes(seatField("opinion", i), hisOpinion, 1000, func(f *file) *string { return &f.seat(i).Opinion }).Rows(2).If(here),
		form.Text(seatField("dissent", i), hisDissent, 500, func(f *file) *string { return &f.seat(i).Dissent }).Help(emptyHelp).If(here),
	}
}

func attendance(here bool) text.Message {
	if here {
		return record.CameWord
	}
	return record.AbsentWord
}

// taskFields ask for a task; the next one is asked for once one is written.
func taskFields(f file, n int) []*form.Field[file] {
	name := oneTask
	if n > 0 {
		name = anotherTask
	}
	return task.Fields(f.JointFile, fmt.Sprint(n), name, func(f *file) *hall.Task { return f.task(n) },
		func(f file) bool { return n == 0 || f.task(n-1).What != "" })
}

// correctForm puts right what was written of one that was held.
func correctForm(f file) *ask {
	fields := append(append(slotFields(), resultFields(f)...), whyField(correctWhy))
	return &ask{
		op: hall.OpCorrect,
		save: func(ctx context.Context, d *store.Desk, f *file) error {
			f.Consultation.Slot = f.slot()
			_, err := d.CorrectJoint(ctx, f.Consultation.ID, f.Consultation.Rev, f.Fix(), f.why)
			return err
		},
		Spec: form.Spec[file]{Title: doCorrect, Rule: correctRule, Edit: true, Fields: fields, Done: said(correctedNow)},
	}
}
