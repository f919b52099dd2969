// Package intake takes a visitor in (受理登记, F3): who quarrels with whom about what, how
// dangerous it is, and where it leads. Three steps: people and dispute, risk and where it
// leads, reading over. Everything typed is kept as a draft.
package intake

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/ending"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The steps.
const (
	stepPeople = 1 + iota
	stepWhere
	stepRead
	stepDone
)

// View is the screen.
type View struct {
	env     *views.Env
	route   views.Route
	begun   bool
	step    int
	people  *widget.Form
	where   *widget.Form
	part    *ending.Part
	keep    *draft.Keeper
	known   [2]hall.Person // who stands in the form on either side, if found again
	reps    [2]bool        // whether they are representatives of their sides
	extra   []hall.Party   // more people
	editing int            // index into extra of the party in the dialog; -1: a new one
	adding  hall.Side
	ask     *widget.Form
	found   []hall.PersonRow
	dups    []hall.CaseRow
	relapse hall.CaseRow
	busy    bool
	top     int // of the summary
	result  hall.IntakeResult
	intake  hall.Intake // as finished
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, route: r}
	v.reset(hall.Draft{})
	return v
}

// reset begins a form: a new one, or a draft to go on with.
func (v *View) reset(d hall.Draft) {
	v.step, v.extra, v.dups, v.busy = stepPeople, nil, nil, false
	v.reps = [2]bool{}
	v.known, v.relapse, v.result = [2]hall.Person{}, hall.CaseRow{}, hall.IntakeResult{}
	v.people = widget.NewForm(v.env.Styles, v.formText(), v.peopleItems())
	v.part = ending.New(v.env, hall.IntakeOutcomes())
	v.where = widget.NewForm(v.env.Styles, v.formText(), append(v.riskItems(), v.part.Items()...))
	v.part.Bind(v.where)
	v.restore(d)
	v.keep = draft.New(v.env, d, v.snapshot)
	v.show()
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.step == stepDone {
		return text.Intake.Title
	}
	return text.Intake.Step.With("n", v.step)
}

// What the first reading finds.
type (
	begin struct {
		drafts []hall.DraftRow
		draft  hall.Draft
		person hall.Person
		file   hall.CaseFile
		err    error
	}
	goOn struct{ id hall.DraftID }
)

// Load implements views.View. What is being typed is never read anew.
func (v *View) Load() tea.Cmd {
	if v.begun {
		return nil
	}
	v.begun = true
	desk, r := v.env.Desk, v.route
	return func() tea.Msg {
		ctx := context.Background()
		var m begin
		switch {
		case r.Draft != 0:
			m.draft, m.err = desk.Draft(ctx, r.Draft)
		case r.Case != 0:
			m.file, m.err = desk.Case(ctx, r.Case)
		case r.Person != 0:
			m.person, m.err = desk.Person(ctx, r.Person)
		default:
			m.drafts, m.err = desk.Drafts(ctx)
		}
		return m
	}
}

func (v *View) start(m begin) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case m.draft.ID != 0:
		v.reset(m.draft)
	case m.person.ID != 0:
		v.fill(hall.Applicant, m.person)
	case m.file.Case.ID != 0:
		v.follow(m.file.Case)
	default:
		return v.offer(m.drafts)
	}
	return nil
}

// offer asks whether to go on with one of the unfinished intakes.
func (v *View) offer(rows []hall.DraftRow) tea.Cmd {
	say, t := v.env.Say, text.Intake
	items := []widget.MenuItem{}
	ids := map[string]hall.DraftID{}
	for _, d := range rows {
		if d.Kind != hall.DraftIntake || len(items) == 8 {
			continue
		}
		label := say(t.ResumeDraft.With("title", d.Title).With("by", d.ByName).With("at", text.Clock(d.At)))
		ids[label] = d.ID
		items = append(items, widget.MenuItem{ID: label, Label: label})
	}
	if len(items) == 0 {
		return nil
	}
	items = append(items, widget.MenuItem{ID: "new", Label: say(t.ResumeNew)})
	return views.Open(dialog.Menu(v.env.Styles, say(t.Resume), items, func(id string) tea.Msg { return goOn{ids[id]} }))
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := v.keep.Message(msg); ok {
		return cmd
	}
	if cmd, ok := v.part.Message(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case begin:
		return v.start(m)
	case goOn:
		if m.id == 0 {
			return nil
		}
		v.route, v.begun = views.Route{Draft: m.id}, false
		return v.Load()
	case finished:
		return v.finished(m)
	case discarded:
		return v.discarded(m)
	case discardMsg:
		return v.discard()
	case putAside:
		return tea.Batch(views.Toast(views.Done, text.Intake.Kept), views.Back())
	}
	if cmd, ok := v.peopleMessage(msg); ok {
		return cmd
	}
	return v.key(msg)
}

// key goes to the step's form.
func (v *View) key(msg tea.Msg) tea.Cmd {
	switch v.step {
	case stepPeople:
		return v.typed(v.people, v.people.Update(msg))
	case stepWhere:
		return v.typed(v.where, v.where.Update(msg))
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "up":
			v.top = max(v.top-1, 0)
		case "down":
			v.top++
		}
	}
	return nil
}

// typed follows what a key did to a form.
func (v *View) typed(f *widget.Form, ev widget.Event) tea.Cmd {
	var cmds []tea.Cmd
	if f == v.where {
		cmds = append(cmds, v.part.Event(ev))
	} else if ev.PickedIn != "" {
		cmds = append(cmds, v.picked(ev))
	}
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.Changed != "" || ev.Picked >= 0 {
		v.show()
		if ev.Taken && f.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
		}
		cmds = append(cmds, v.keep.Changed(), v.suggest(ev.Changed))
	}
	if ev.Left != "" {
		v.checkField(ev.Left)
		cmds = append(cmds, v.keep.Save(), v.afterLeft(ev.Left))
	}
	if ev.Submitted {
		cmds = append(cmds, v.next())
	}
	return tea.Batch(cmds...)
}

// Leave implements views.Leaver.
func (v *View) Leave() tea.Cmd {
	if v.step == stepDone {
		return nil
	}
	return v.keep.Leave()
}

type putAside struct{}

// Back implements views.Backer: a step back first; from the first one the draft is put aside.
func (v *View) Back() (tea.Cmd, bool) {
	switch v.step {
	case stepWhere, stepRead:
		v.step--
		v.top = 0
		return v.keep.Save(), true
	case stepDone:
		return nil, false
	}
	if v.empty() {
		return nil, false
	}
	keep := v.keep.Leave()
	return func() tea.Msg {
		if failed := keep(); failed != nil {
			return failed
		}
		return putAside{}
	}, true
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	return map[int]text.Message{
		stepPeople: text.Intake.Hint1, stepWhere: text.Intake.Hint2, stepRead: text.Intake.Hint3, stepDone: text.Intake.HintDone,
	}[v.step]
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Intake
	enter := views.Action{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}
	next := views.Action{Key: views.Key("Ctrl-S", "ctrl+s"), Name: t.Next, Run: v.next}
	people := views.Action{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.People, Run: v.peopleMenu}
	discard := views.Action{Key: views.Key("Ctrl-D", "ctrl+d"), Name: t.Discard, Run: v.confirmDiscard, Hidden: true}
	switch v.step {
	case stepPeople:
		out := []views.Action{enter, next, people, discard}
		if len(v.dups) > 0 {
			out = append(out, views.Action{Key: views.Key("Ctrl-O", "ctrl+o"), Name: t.LookDup, Run: v.openDup},
				views.Action{Key: views.Key("Ctrl-R", "ctrl+r"), Name: t.Relapse, Run: v.setRelapse})
		}
		return out
	case stepWhere:
		return []views.Action{enter, next, discard}
	case stepRead:
		next.Name = t.Register
		return []views.Action{next, discard}
	}
	return v.doneActions()
}
