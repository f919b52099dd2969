package casefile

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// The list of the four diagnoses: what took place about the case, in order of time, and the
// tasks that follow from joint consultations. Each is opened where it is kept.

// event is a row: a consultation, or a task that follows from one.
type event struct {
	of    hall.CaseID
	visit *hall.Consultation
	task  *hall.Task
}

func (e event) key() string {
	if e.task != nil {
		return fmt.Sprint("t", e.task.ID)
	}
	return fmt.Sprint("v", e.visit.ID)
}

func (v *View) visitList(read reading) *list.View[event] {
	shelf := &list.Shelf{Names: []text.Message{tabOfCase, text.Consult.Parties, tabOfVisits, tabOfAgreement, tabOfJournal}, Turn: v.turn}
	return list.New(v.env, list.Of[event]{
		Title: tabOfVisits, Shelf: shelf, Place: tabVisits, Columns: columns(v.env), Key: event.key, Empty: noVisits,
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[event], error) {
			f, err := read(ctx, s)
			return listed(f), err
		},
		Set:   func() text.Message { return heading(v.env.Session, v.file()) },
		Tone:  func(s views.Session, e event) widget.Tone { return e.tone(s) },
		About: func(s views.Session, e event) *page.Doc { return e.about(s) },
		Enter: doIt, Open: v.visitMenu, Add: planNew, New: func() tea.Cmd { return v.planMenu() },
		Hint: func() text.Message { return hintVisits },
		Keys: func() []views.Action {
			f := v.file()
			course := views.Action{Key: views.Key("Ctrl-K", "ctrl+k"), Name: courseIt.Inside(), Run: doing{env: v.env, file: f}.menu, Hidden: true}
			return append(v.keys(f, f.Case.ID != 0), course)
		},
	})
}

// columns say when it was, what, where it stands, and what came of it.
func columns(env *views.Env) []ledger.Column[event] {
	col := func(title text.Message, width int, say func(views.Session, event) text.Message) ledger.Column[event] {
		return ledger.Column[event]{Title: title, Width: width, Fit: width > 0, Value: func(ledger.Here, event) ledger.Cell { return ledger.Say("") },
			Show: func(_ ledger.Here, e event) text.Message { return say(env.Session, e) }}
	}
	return []ledger.Column[event]{
		col(whenColumn, 22, func(s views.Session, e event) text.Message {
			if e.task != nil {
				return text.Words(text.Raw(e.mark(s)), text.ShortDay(e.task.Due))
			}
			return record.When(*e.visit)
		}),
		col(whatColumn, 16, func(s views.Session, e event) text.Message {
			switch {
			case e.task == nil:
				return text.Words(text.Kind(e.visit.Kind), text.Meeting(hall.VisitRowOf(*e.visit).Meeting))
			case e.task.State() == hall.TaskOff:
				return taskOff
			case e.task.State() == hall.TaskDone:
				return taskDone
			}
			return text.Left(e.task.Due, s.Today())
		}),
		col(stateColumn, 16, func(_ views.Session, e event) text.Message {
			if e.task != nil {
				return text.Raw(e.task.Who)
			}
			return text.VisitState(hall.VisitRowOf(*e.visit))
		}),
		col(gistColumn, 0, func(_ views.Session, e event) text.Message {
			if e.task != nil {
				return text.Words(text.Raw(e.task.What), text.Raw(e.task.Result))
			}
			return record.Gist(*e.visit)
		}),
	}
}

// mark tells a task that is done from one that is not.
func (e event) mark(s views.Session) string {
	if e.task.State() != hall.TaskOpen {
		return s.Styles.Marks.Done
	}
	return s.Styles.Marks.Open
}

func (e event) tone(s views.Session) widget.Tone {
	switch {
	case e.task != nil && e.task.State() != hall.TaskOpen:
		return widget.Muted
	case e.task != nil && e.task.Due < s.Today():
		return widget.Danger
	case e.visit != nil && (e.visit.State == hall.GoneAway || e.visit.State == hall.NoShow):
		return widget.Muted
	}
	return widget.Normal
}

// listed are the rows: what is still to be done first, then what took place; the cursor begins on
// the latest.
func listed(f hall.CaseFile) list.Page[event] {
	out := list.Page[event]{Whole: f}
	var open, made, visits []event
	for i := range f.Tasks {
		if k := &f.Tasks[i]; k.State() != hall.TaskOpen {
			made = append(made, event{of: f.Case.ID, task: k})
		} else {
			open = append(open, event{of: f.Case.ID, task: k})
		}
	}
	for _, c := range byTime(f.Consultations) {
		visits = append(visits, event{of: f.Case.ID, visit: &c})
	}
	add := func(head text.Message, rows []event, n int) {
		if len(rows) > 0 {
			out.Add(list.Group{Head: head}, rows, n, text.Message{})
		}
	}
	add(tasksHead, open, len(open))
	add(visitsHead, visits, len(visits)-hall.Furthers(f.Consultations)) // a joint consultation counts once
	add(tasksDoneHead, made, len(made))
	if n := len(visits); n > 0 {
		out.Begin = visits[n-1].key()
	}
	return out
}

// byTime are the consultations in the order in which they take place.
func byTime(all []hall.Consultation) []hall.Consultation {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b hall.Consultation) int {
		da, ma := record.Begins(a)
		db, mb := record.Begins(b)
		return cmp.Or(cmp.Compare(da, db), cmp.Compare(ma, mb), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// visitMenu offers what can be done with the one under the cursor, and what can be planned.
func (v *View) visitMenu(e event) tea.Cmd {
	what, unread := text.Message{}, noRecord
	if e.task != nil {
		what = text.Raw(e.task.What)
	} else if what = text.Words(record.When(*e.visit), text.Kind(e.visit.Kind)); e.visit.Session != nil {
		unread = text.Message{}
	}
	items := []menu.Item{
		{Name: openIt.With("what", what), Do: func() tea.Cmd { return e.open(v.env) }},
		{Name: readIt, Why: unread, Do: func() tea.Cmd { return e.read(v.env) }},
	}
	return v.planMenu(items...)
}

// planMenu is what can be planned on the case, and its course, after what else can be done.
func (v *View) planMenu(first ...menu.Item) tea.Cmd {
	d := doing{env: v.env, file: v.file()}
	lead := func(to views.Screen) func() tea.Cmd {
		return func() tea.Cmd { return views.Go(views.Route{Screen: to, Case: d.file.Case.ID}) }
	}
	return menu.Course(v.env, v.env.Say(visitsMenu), menu.Bars(v.env, hall.PlanCourse(), d.file), append(first,
		menu.Item{Name: bookIt, Op: hall.OpBook, Do: lead(views.Appointments)},
		menu.Item{Name: proposeIt, Op: hall.OpPropose, Do: lead(views.Joint)},
		menu.Item{Name: followIt, Op: hall.OpPlan, Do: lead(views.FollowUp)},
		menu.Item{Name: courseIt, Do: d.menu}))
}

// open goes to where it is kept; what has no screen is read.
func (e event) open(env *views.Env) tea.Cmd {
	if k := e.task; k != nil {
		return views.Go(views.Route{Screen: views.Joint, Consultation: k.Consultation, Task: k.ID})
	}
	c := e.visit
	to := views.Route{Screen: map[hall.Kind]views.Screen{hall.Appointment: views.Appointments, hall.Joint: views.Joint, hall.FollowUp: views.FollowUp}[c.Kind],
		Consultation: c.ID}
	if to.Screen == "" && !c.State.Over() {
		to.Screen = views.WalkIn
	}
	if to.Screen == "" {
		return e.read(env)
	}
	return views.Go(to)
}

// read shows all that is written of it.
func (e event) read(env *views.Env) tea.Cmd {
	return views.Push(page.Show(env, page.Of[event]{
		Title: func(event) text.Message { return text.Words(record.When(*e.visit), text.Kind(e.visit.Kind)) },
		Read:  func(context.Context, views.Session) (event, error) { return e, nil },
		Show:  func(s views.Session, e event) *page.Doc { return e.about(s) },
	}))
}
