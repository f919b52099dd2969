// Package intake takes a visitor in (受理登记, F3): who quarrels with whom about what, how
// dangerous it is, and where it leads. Three steps: people and dispute, risk and where it
// leads, reading over. Everything typed is kept as a draft.
package intake

import (
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
	env        *views.Env
	route      views.Route
	begun      bool
	step       int
	people     *widget.Form
	where      *widget.Form
	blank      [2]map[string]string // the two forms before anything was typed
	blankExtra int
	part       *ending.Part
	keep       *draft.Keeper
	find       *finder
	known      [2]hall.Person // who stands in the form on either side, if found again
	reps       [2]bool        // whether they are representatives of their sides
	extra      []hall.Party   // more people
	box        *box           // the form of one of them, while it is not complete
	boxOpen    bool
	dups       []hall.CaseRow
	dupAsked   int
	other      string // the cases of which somebody said: this is another matter
	relapse    hall.CaseRow
	busy       bool
	sure       bool // to register once more what was finished elsewhere
	top        int  // of the summary
	result     hall.IntakeResult
	intake     hall.Intake // as finished
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, route: r}
	v.reset(hall.Draft{})
	return v
}

// reset begins a form: a new one, or a draft to go on with.
func (v *View) reset(d hall.Draft) {
	*v = View{env: v.env, route: v.route, begun: v.begun, dupAsked: v.dupAsked + 1, step: stepPeople}
	v.people = widget.NewForm(v.env.Styles, dialog.Words(v.env), v.peopleItems())
	v.part = ending.New(v.env, hall.Outcomes(hall.LedAtDesk))
	v.where = widget.NewForm(v.env.Styles, dialog.Words(v.env), append(v.riskItems(), v.part.Items()...))
	v.part.Bind(v.where)
	v.find = &finder{env: v.env, form: v.people, prefix: func(field string) string { return letter(sideOf(field)) }}
	v.nothing()
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
		return v.keep.Aside(resume(m)) // what was typed here meanwhile is kept as one of its own
	case resume:
		v.route, v.begun = views.Route{Draft: m.id}, false
		return v.Load()
	case finished:
		return v.finished(m)
	case anotherOne:
		v.sure = true
		return v.finish()
	case discarded:
		return v.discarded(m)
	case discardMsg:
		return v.discard()
	case readChosen:
		return v.readOver(m)
	case putAside:
		return tea.Batch(views.Toast(views.Done, text.Intake.Kept), views.Back())
	}
	if cmd, ok := v.find.message(msg); ok {
		return cmd
	}
	if cmd, ok := v.partyMessage(msg); ok {
		return cmd
	}
	return v.key(msg)
}

// partyMessage takes the messages about people and their earlier cases; false for others.
func (v *View) partyMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case personMsg:
		return v.personFound(m), true
	case dupMsg:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		if m.n == v.dupAsked {
			v.dups = m.rows
		}
		return nil, true
	case dupAnswer:
		return v.sameAnswered(m), true
	case listChosen:
		return v.listed(m), true
	case partyChosen:
		return v.chosen(m), true
	case boxDone:
		return v.boxed(m.of, true), true
	case boxAside:
		return v.boxed(m.of, false), true
	}
	return nil, false
}

// personFound fills in somebody who was here before.
func (v *View) personFound(m personMsg) tea.Cmd {
	if m.of != v.find {
		return nil
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.fill(sideOf(m.field), m.person)
	return tea.Batch(v.keep.Changed(), v.duplicates())
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
		case "pgup":
			v.top = max(v.top-page, 0)
		case "pgdown":
			v.top += page
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
		cmds = append(cmds, v.find.picked(ev))
	}
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.Changed != "" || ev.Picked >= 0 {
		v.show()
		if ev.Taken && f.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
		}
		cmds = append(cmds, v.keep.Changed())
		if f == v.people {
			cmds = append(cmds, v.find.typed(ev.Changed))
		}
	}
	if ev.Changed == "more" {
		return tea.Batch(append(cmds, v.doMore())...)
	}
	if ev.Left != "" {
		v.checkField(f, ev.Left)
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
		return v.move(v.step - 1), true
	case stepDone:
		return nil, false
	}
	if v.empty() {
		return nil, false
	}
	return v.keep.Aside(putAside{}), true
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
	add := views.Action{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.AddShort, Help: t.AddParty, Run: v.addParty}
	list := views.Action{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.People, Run: func() tea.Cmd { return v.listParties("") }}
	discard := views.Action{Key: views.Key("Ctrl-D", "ctrl+d"), Name: t.Discard, Run: v.confirmDiscard, Blocked: v.nothingTyped, Hidden: true}
	switch v.step {
	case stepPeople:
		return append(append([]views.Action{enter, next}, v.dupActions()...), add, list, discard)
	case stepWhere:
		return []views.Action{enter, next, discard}
	case stepRead:
		next.Name = t.Register
		scroll := views.Action{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Help.Scroll}
		choose := views.Action{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: v.readMenu}
		return []views.Action{next, choose, scroll, discard}
	}
	return v.doneActions()
}
