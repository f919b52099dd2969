package joint

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// file is one joint consultation, with how the bodies that are invited are reached.
type file struct {
	hall.JointFile
	phones map[uint64]string
}

// name is what it is called: its case's number, or, before it has one, the applicant.
func (f file) name() string {
	if no := f.Case.Number; no != "" {
		return no
	}
	return f.Consultation.Who
}

func (f file) discussion() hall.Discussion {
	if f.Consultation.Joint == nil {
		return hall.Discussion{}
	}
	return *f.Consultation.Joint
}

func (f file) phone(i hall.Invitee) string {
	if i.Kind == hall.InviteBody {
		return f.phones[i.ID]
	}
	return ""
}

func readFile(ctx context.Context, s views.Session, id hall.ConsultationID) (file, error) {
	f, err := s.Desk.Joint(ctx, id)
	out := file{f, map[uint64]string{}}
	if err != nil {
		return out, err
	}
	for _, i := range out.discussion().Invited {
		if i.Kind != hall.InviteBody {
			continue
		}
		b, err := s.Desk.Body(ctx, hall.BodyID(i.ID))
		if err != nil {
			return out, err
		}
		out.phones[i.ID] = b.Phone
	}
	return out, nil
}

// why is what stands against a step; nil when it can be taken.
func why(s views.Session, f file, op hall.Op) *hall.Error {
	return hall.Why(hall.JointCourse(), f.JointFile, op, s.Actor, s.Now())
}

// readFor reads it for a step, unless that cannot be taken any more.
func readFor(ctx context.Context, s views.Session, id hall.ConsultationID, op hall.Op) (file, error) {
	f, err := readFile(ctx, s, id)
	if err == nil {
		if bad := why(s, f, op); bad != nil {
			err = bad
		}
	}
	return f, err
}

// open shows the joint consultation that a route leads to, and what of it is to be done.
func open(env *views.Env, r views.Route) views.View {
	id := r.Consultation
	read := func(ctx context.Context, s views.Session) (file, error) { return readFile(ctx, s, id) }
	var first tea.Cmd
	switch {
	case r.Task != 0:
		first = form.Reopen(env, func(context.Context, views.Session) (hall.Draft, error) {
			return hall.Draft{Form: taskDraft(r.Task)}, nil
		}, read)
	case r.Draft != 0:
		first = form.Reopen(env, form.Kept(r.Draft), read)
	}
	return page.Show(env, page.Of[file]{
		Title: func(f file) text.Message {
			if f.Case.ID == 0 {
				return title
			}
			return titleOf.With("no", f.name())
		},
		Read: read, Show: show, First: first,
		Enter: menuKey, Open: func(f file) tea.Cmd { return steps(env, f) },
		Hint: func(f file) text.Message {
			_, m := next(env.Session, f)
			return m
		},
		Took: func(msg tea.Msg) (tea.Cmd, bool) {
			m, ok := msg.(form.Reopened[file])
			if !ok {
				return nil, false
			}
			return resume(env, m.Of, m.Draft), true
		},
	})
}

// next is the step that comes next, and the line that says so.
func next(s views.Session, f file) (hall.Op, text.Message) {
	c, j := f.Consultation, f.discussion()
	switch c.State {
	case hall.Ended:
		if n := len(openTasks(f)); n > 0 {
			return hall.OpTask, nextTask.With("n", n)
		}
		return doCase, nextDone
	case hall.Waiting:
		open := hall.VisitRowOf(c).Unanswered
		switch {
		case c.Begun(s.Now()):
			return hall.OpRecord, nextRecord
		case j.Agenda == "":
			return hall.OpAgenda, nextAgenda
		case len(open) > 0:
			return hall.OpAnswer, nextAnswer.With("names", text.Names(open))
		}
		return doCase, nextWait.With("day", text.ShortDay(c.Slot.Day)).With("time", text.Minutes(c.Slot.From)).With("room", c.Room)
	case hall.Proposed:
		return nextBefore(f, j)
	case hall.GoneAway:
		return doCase, nextCancelled
	}
	return doCase, text.Message{}
}

// nextBefore is the next step until it is called together.
func nextBefore(f file, j hall.Discussion) (hall.Op, text.Message) {
	open := unasked(f)
	switch {
	case len(open) > 0 && len(j.Invited) == 0:
		return hall.OpConsents, nextConsents.With("names", text.Names(open))
	case j.Convener.Name == "":
		return hall.OpInvite, nextConvener
	case len(j.Invited) == 0:
		return hall.OpInvite, nextInvite
	case j.Agenda == "":
		return hall.OpAgenda, nextAgenda
	}
	return hall.OpTimes, nextTimes
}

// unasked are the parties who have not been asked whether outsiders may take part.
func unasked(f file) []string {
	var out []string
	for _, c := range hall.ConsentsOf(f.Case, f.discussion().Consents) {
		if c.Day == 0 {
			out = append(out, c.Name)
		}
	}
	return out
}

func openTasks(f file) []hall.Task {
	var out []hall.Task
	for _, k := range f.Tasks {
		if k.Done == 0 {
			out = append(out, k)
		}
	}
	return out
}

// doCase is a step of no course: to look at the case.
const doCase hall.Op = "case"

// steps are what can be done, each with its number in every state; the cursor stands on the next.
func steps(env *views.Env, f file) tea.Cmd {
	find := doTimes
	if f.Consultation.State == hall.Waiting {
		find = doMove
	}
	ahead, _ := next(env.Session, f)
	at := -1
	var items []menu.Item
	for i, s := range []struct {
		op   hall.Op
		name text.Message
		do   func() tea.Cmd
	}{
		{hall.OpConsents, doConsents, func() tea.Cmd { return views.Push(consentForm(env, f, hall.Draft{})) }},
		{hall.OpInvite, doInvite, func() tea.Cmd { return views.Push(people(env, f)) }},
		{hall.OpAgenda, doAgenda, func() tea.Cmd { return views.Push(agendaForm(env, f, hall.Draft{})) }},
		{hall.OpTimes, find, func() tea.Cmd { return views.Push(commonTimes(env, f)) }},
		{hall.OpAnswer, doAnswer, func() tea.Cmd { return whoAnswers(env, f) }},
		{hall.OpRecord, doRecord, func() tea.Cmd { return views.Push(recordForm(env, f, hall.Draft{})) }},
		{hall.OpCancel, doCancel, func() tea.Cmd { return views.Push(cancelForm(env, f, hall.Draft{})) }},
		{doCase, doLook, func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: f.Case.ID}) }},
		{hall.OpTask, doTask, func() tea.Cmd { return whichTask(env, f) }},
	} {
		if s.op == ahead {
			at = i
		}
		item := menu.Item{Name: s.name, Do: s.do}
		if s.op != doCase {
			item.Why = text.Short(why(env.Session, f, s.op))
		}
		items = append(items, item)
	}
	return menu.OpenAt(env, env.Say(menuTitle.With("who", f.name())), items, at)
}

// whoAnswers lists the invited, with what each said.
func whoAnswers(env *views.Env, f file) tea.Cmd {
	at := -1
	var items []menu.Item
	for n, i := range f.discussion().Invited {
		if at < 0 && i.Answer == hall.NoAnswer {
			at = n
		}
		label := strings.TrimSpace(i.Name+"  "+f.phone(i)) + "  " + env.Say(text.Answer(i.Answer))
		items = append(items, menu.Item{Name: text.Raw(label), Do: func() tea.Cmd { return views.Push(answerForm(env, f, i, hall.Draft{})) }})
	}
	return menu.OpenAt(env, env.Say(whoseAnswer), items, at)
}

// whichTask asks which task is done, where there are several.
func whichTask(env *views.Env, f file) tea.Cmd {
	open := openTasks(f)
	ask := func(k hall.Task) tea.Cmd { return views.Push(taskForm(env, f, k, hall.Draft{})) }
	if len(open) == 1 {
		return ask(open[0])
	}
	var items []menu.Item
	for _, k := range open {
		items = append(items, menu.Item{Name: taskOpen.With("what", k.What).With("who", k.Who).With("day", text.ShortDay(k.Due)),
			Do: func() tea.Cmd { return ask(k) }})
	}
	return menu.Open(env, env.Say(whichDone), items)
}
