package joint

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/dispute/task"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// file is one joint consultation, and what is being written about it.
type file struct {
	hall.JointFile
	why    string            // the reason that a form asks for
	asked  []hall.Consent    // what each party is asked about outsiders
	said   []reply           // and what it says
	length int               // minutes, where only a beginning is set
	absent []hall.Invitee    // who cannot come at the time that is set
	off    int               // outsiders who were crossed off
	made   hall.Consultation // the further meeting
}

// Clone implements form.Cloner: the fields of a form write into its lists.
func (f file) Clone() file {
	j := f.Discussion()
	j.Consents, j.Invited = slices.Clone(j.Consents), slices.Clone(j.Invited)
	f.Consultation.Joint, f.Tasks, f.asked, f.said = &j, slices.Clone(f.Tasks), slices.Clone(f.asked), slices.Clone(f.said)
	return f
}

// talk is what is written about it, for a form to write into.
func (f *file) talk() *hall.Discussion {
	if f.Consultation.Joint == nil {
		f.Consultation.Joint = &hall.Discussion{}
	}
	return f.Consultation.Joint
}

// seat is somebody who is asked, for a form to write into; nobody where he was crossed off meanwhile.
func (f *file) seat(who hall.Invitee) *hall.Invitee {
	if at := f.talk().Seat(who); at != nil {
		return at
	}
	return &hall.Invitee{}
}

func readFile(ctx context.Context, s views.Session, id hall.ConsultationID) (file, error) {
	f, err := s.Desk.Joint(ctx, id)
	return file{JointFile: f}, err
}

// why is what stands against a step; nil when it can be taken, or is none of its course.
func why(s views.Session, f file, op hall.Op) *hall.Error {
	if op == "" {
		return nil
	}
	return hall.Why(hall.JointCourse(), f.JointFile, op, s.Actor, s.Now())
}

// open shows the joint consultation that a route leads to, and what of it is to be done.
func open(env *views.Env, r views.Route) views.View {
	return page.Show(env, page.Of[file]{
		Before: title, Title: func(f file) text.Message { return titleOf.With("no", f.Name()) },
		Read: func(ctx context.Context, s views.Session) (file, error) { return readFile(ctx, s, r.Consultation) }, Show: show,
		Begin: func(f file) tea.Cmd {
			if r.Task != 0 {
				return resume(env, f, hall.Draft{Form: draftOf(task.DoneForm(r.Task))})
			}
			return form.Resume(env, r.Draft, func(d hall.Draft) tea.Cmd { return resume(env, f, d) })
		},
		Enter: text.Consult.Actions, Open: func(f file) tea.Cmd { return todo(env, f) },
		Hint: func(f file) text.Message { return next(env.Session, f) },
		Took: func(msg tea.Msg) (tea.Cmd, bool) {
			if m, ok := msg.(form.Saved[file]); ok && m.Value.made.ID != 0 { // goes on with the further meeting
				return views.PushAsked(open(env, views.Route{Consultation: m.Value.made.ID})), true
			}
			return nil, false
		},
	})
}

// step is something to be done about it: its place in the menu, on the line of its course, and
// what it opens.
type step struct {
	op    hall.Op // empty: a step of no course
	name  text.Message
	short text.Message // on the line of the course; zero: it is not on it
	open  func(*views.Env, file) tea.Cmd
}

// steps are all of them, each with its number in every state.
func steps(f file) []step {
	ask := func(draft string) func(*views.Env, file) tea.Cmd {
		return func(env *views.Env, f file) tea.Cmd { return views.Push(formOf(env, f, draft, hall.Draft{})) }
	}
	find, recording := doTimes, step{hall.OpRecord, doRecord, stepRecord, ask("record")}
	switch f.Consultation.State {
	case hall.Waiting:
		find = doMove
	case hall.Ended:
		recording = step{hall.OpCorrect, doCorrect, stepRecord, ask("correct")}
	}
	return []step{
		{hall.OpInvite, doInvite, stepInvite, people},
		{hall.OpConsents, doConsents, stepConsents, ask("consents")},
		{hall.OpAgenda, doAgenda, agenda, ask("agenda")},
		{hall.OpTimes, find, stepTimes, commonTimes},
		{hall.OpAnswer, doAnswer, stepAnswers, whoAnswers},
		recording,
		{op: hall.OpCancel, name: doCancel, open: ask("cancel")},
		{name: text.Consult.OpenCase, open: func(_ *views.Env, f file) tea.Cmd {
			return views.Go(views.Route{Screen: views.CaseFile, Case: f.Case.ID})
		}},
		{op: hall.OpTask, name: doTask, open: func(env *views.Env, f file) tea.Cmd { return task.Menu(env, f.JointFile) }},
		{op: hall.OpMeet, name: doAgain, open: ask("again")},
		{op: hall.OpTell, name: record.DoTell, open: func(env *views.Env, f file) tea.Cmd { return record.Tell(env, f.JointFile) }},
		{op: hall.OpNotify, name: record.DoTold, open: func(env *views.Env, f file) tea.Cmd { return record.Told(env, f.JointFile) }},
		{op: hall.OpUntold, name: record.DoUntold, open: func(env *views.Env, f file) tea.Cmd { return record.Untold(env, f.Consultation) }},
		{op: hall.OpStand, name: doStand, open: ask("stand")},
	}
}

// todo lists them.
func todo(env *views.Env, f file) tea.Cmd {
	var items []menu.Item
	for _, s := range steps(f) {
		items = append(items, menu.Item{Name: s.name, Op: s.op, Next: s.op == f.Next(env.Now()), Do: func() tea.Cmd { return s.open(env, f) }})
	}
	for _, c := range f.Meetings {
		if c.ID != f.Consultation.ID {
			items = append(items, menu.Item{Name: openMeeting.With("n", max(c.Joint.Meeting, 1)).With("what", text.VisitState(hall.VisitRowOf(c))),
				Do: func() tea.Cmd { return views.PushAsked(open(env, views.Route{Consultation: c.ID})) }})
		}
	}
	return menu.Course(env, env.Say(titleOf.With("no", f.Name())), menu.Bars(env, hall.JointCourse(), f.JointFile), items)
}

// next is the line that says what comes next.
func next(s views.Session, f file) text.Message {
	c, op := f.Consultation, f.Next(s.Now())
	switch {
	case op == hall.OpConsents:
		names, whom := f.Unasked()
		return nextConsents.With("names", text.Names(names)).With("whom", text.Names(whom))
	case op == hall.OpAnswer:
		return nextAnswer.With("names", text.Names(f.Discussion().Unanswered()))
	case op == hall.OpTell:
		return nextTell.With("names", namesOf(f.Discussion().ToTell()))
	case op == hall.OpTask:
		return nextTask.With("n", len(f.OpenTasks()))
	case op == "" && c.State == hall.Ended && f.Discussion().Next != 0:
		return nextAgain
	case op == "" && c.State == hall.Ended:
		return nextDone
	case op == "" && c.State == hall.GoneAway:
		return nextCancelled
	}
	for _, one := range steps(f) {
		if op != "" && one.op == op {
			return nextStep.With("do", one.name.Inside())
		}
	}
	return nextWait.With("day", s.Due(c.Slot.Day)).With("time", text.Minutes(c.Slot.From)).With("room", c.Room)
}

// whoAnswers lists the invited, with what each said; the cursor stands on the first who did not.
func whoAnswers(env *views.Env, f file) tea.Cmd {
	var items []menu.Item
	for _, i := range f.Discussion().Invited {
		items = append(items, menu.Item{Name: text.Words(text.Raw(i.Name), text.Raw(f.Phone(i)), text.Answer(i.Answer)), Next: i.Answer == hall.NoAnswer,
			Do: func() tea.Cmd { return views.Push(formOf(env, f, "answer "+keyOf(i), hall.Draft{})) }})
	}
	return menu.Open(env, env.Say(whoseAnswer), items)
}
