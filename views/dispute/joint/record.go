package joint

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// mostTasks is how many tasks may follow.
const mostTasks = 9

// attendee is one who was asked, and whether he came: nothing is assumed.
type attendee struct {
	hall.Invitee
	came string
}

// recording is what came of a joint consultation, as it is written down on the day.
type recording struct {
	of    file
	seats []attendee // the convener, then the invited
	hall.JointRecord
	todo [mostTasks]hall.Task
}

// Clone implements form.Cloner.
func (r recording) Clone() recording { r.seats = slices.Clone(r.seats); return r }

func recordOf(f file) recording {
	r, j := recording{of: f}, f.discussion()
	for _, i := range append([]hall.Invitee{j.Convener}, j.Invited...) {
		r.seats = append(r.seats, attendee{Invitee: i})
	}
	return r
}

// record is what is to be saved.
func (r recording) record() hall.JointRecord {
	out := r.JointRecord
	for i, seat := range r.seats {
		seat.Came = seat.came == yes
		if i == 0 {
			out.Convener = seat.Invitee
		} else {
			out.Invited = append(out.Invited, seat.Invitee)
		}
	}
	for _, k := range r.todo {
		if k.What != "" {
			out.Tasks = append(out.Tasks, k)
		}
	}
	return out
}

func taskField(field string, n int) string { return fmt.Sprint(field, n) }

// check says what the record lacks, under the field that asks for it.
func (r recording) check(today hall.Day) *hall.Error {
	rec := r.record()
	rec.Tasks = nil
	if bad := rec.Check(today); bad != nil {
		if bad.Field == "came" {
			bad = bad.In("came " + keyOf(r.of.discussion().Convener))
		}
		return bad
	}
	for n, k := range r.todo {
		if k.What == "" {
			continue
		}
		if bad := k.Check(today); bad != nil {
			return bad.In(taskField(bad.Field, n))
		}
	}
	return nil
}

// names are those who may have to do something: the case's mediators, then who was asked.
func names(f file) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, m := range f.Case.Mediators() {
		add(m.Name)
	}
	add(f.discussion().Convener.Name)
	for _, i := range f.discussion().Invited {
		add(i.Name)
	}
	return out
}

func findName(f file) func(context.Context, views.Session, string) ([]form.Found, error) {
	all := names(f)
	return func(_ context.Context, _ views.Session, q string) ([]form.Found, error) {
		var out []form.Found
		for _, n := range all {
			if strings.Contains(n, q) {
				out = append(out, form.Found{Label: n})
			}
		}
		return out, nil
	}
}

// seatFields ask of one whether he came, and what he said.
func seatFields(i hall.Invitee) []*form.Field[recording] {
	type R = recording
	k := keyOf(i)
	at := func(r *R) *attendee {
		if n := slices.IndexFunc(r.seats, func(a attendee) bool { return a.Same(i) }); n >= 0 {
			return &r.seats[n]
		}
		return &attendee{} // crossed off meanwhile
	}
	here := func(r R) bool { return at(&r).came == yes }
	return []*form.Field[R]{
		form.Choice("came "+k, text.Raw(i.Name), func(r *R) *string { return &at(r).came }, func(views.Session, R) []form.Option {
			return []form.Option{{Key: yes, Name: cameYes}, {Key: no, Name: cameNo}}
		}).Required().Note(func(views.Session, R) text.Message {
			if i.Answer == hall.CannotGo || i.Answer == hall.SendsSome {
				return text.Raw("{answer} {note}").With("answer", text.Answer(i.Answer)).With("note", i.Note)
			}
			return text.Raw(i.Note)
		}),
		form.Notes("opinion "+k, hisOpinion, 1000, func(r *R) *string { return &at(r).Opinion }).Rows(2).If(here),
		form.Text("dissent "+k, hisDissent, 500, func(r *R) *string { return &at(r).Dissent }).Help(emptyHelp).If(here),
	}
}

// taskFields ask for a task; the next one is asked for once one is written.
func taskFields(f file, n int) []*form.Field[recording] {
	type R = recording
	name := oneTask
	if n > 0 {
		name = anotherTask
	}
	written := func(r R) bool { return r.todo[n].What != "" }
	return []*form.Field[R]{
		form.Text(taskField("task", n), name, 200, func(r *R) *string { return &r.todo[n].What }).Help(taskHelp).
			If(func(r R) bool { return n == 0 || r.todo[n-1].What != "" || written(r) }),
		form.Text(taskField("taskwho", n), taskWho, 40, func(r *R) *string { return &r.todo[n].Who }).Suggest(findName(f)).Required().If(written),
		form.Day(taskField("taskdue", n), taskDue, func(r *R) *hall.Day { return &r.todo[n].Due }).Required().If(written),
	}
}

func recordForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = recording
	var fields []*form.Field[R]
	for _, seat := range recordOf(f).seats {
		fields = append(fields, seatFields(seat.Invitee)...)
	}
	fields = append(fields,
		form.Text("present", othersThere, 200, func(r *R) *string { return &r.Present }).Help(othersHelp),
		form.Notes("line", line, 2000, func(r *R) *string { return &r.Line }).Required().Help(lineHelp),
		form.Notes("opinion", handling, 2000, func(r *R) *string { return &r.Opinion }).Required().Help(handlingHelp),
		form.Text("who", byWhom, 40, func(r *R) *string { return &r.Who }).Suggest(findName(f)).Required(),
		form.Day("by", byWhen, func(r *R) *hall.Day { return &r.By }).Required())
	for n := range mostTasks {
		fields = append(fields, taskFields(f, n)...)
	}
	return form.New(env, form.Spec[R]{
		Title: recordTitle, Rule: recordRule, Fields: fields, Keep: keep[R](f, "record", recordTitle, from),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpRecord)
			return recordOf(now), err
		},
		Check: func(s views.Session, r R) *hall.Error { return r.check(s.Today()) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.RecordJoint(ctx, f.Consultation.ID, r.of.Consultation.Rev, draft, r.record())
			return r, err
		},
		Done: func(r R) text.Message { return recorded.With("n", len(r.record().Tasks)) },
	})
}
