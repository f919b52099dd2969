package form

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Step is a part of a form that is filled in, or read over, before the next one: one record, one
// draft. Ctrl-S goes on once nothing is wrong in it, Esc a step back.
type Step[R any] struct {
	Name   text.Message
	Hint   text.Message
	Fields []*Field[R]
	// Show is something to read over instead of fields: the last look before it is saved.
	Show func(views.Session, R) *page.Doc
	// Ask asks something before the next step; what it opens goes on with Submit. Nil, or nil from
	// it: nothing is asked.
	Ask func(R) tea.Cmd
}

// How far a key turns what is read over.
const turn = 10

// fieldsOf are the fields of a form, with those of its steps, each on its page.
func fieldsOf[R any](spec Spec[R]) []*Field[R] {
	all := spec.Fields
	for n, step := range spec.Steps {
		for _, f := range step.Fields {
			f.item.Step = n
			all = append(all, f)
		}
	}
	return all
}

// at is the step that is shown; nil in a form of one piece.
func (v *View[R]) at() *Step[R] {
	if len(v.spec.Steps) == 0 || v.form == nil {
		return nil
	}
	return &v.spec.Steps[v.form.Step()]
}

func (v *View[R]) final() bool { return v.at() == nil || v.form.Step() == len(v.spec.Steps)-1 }

// step goes to a step; the draft remembers it.
func (v *View[R]) step(n int) tea.Cmd {
	v.form.SetStep(n)
	v.top = 0
	return tea.Batch(v.changed(), v.keep.save(), v.entered(""))
}

// next goes a step on, once what is asked before it was answered.
func (v *View[R]) next(r R) tea.Cmd {
	if ask := v.at().Ask; ask != nil {
		if cmd := ask(r); cmd != nil {
			return cmd
		}
	}
	return v.step(v.form.Step() + 1)
}

// checkFields says what cannot be read in the fields up to this step, or is missing; false: nothing.
func (v *View[R]) checkFields(r R, bad map[string]*hall.Error) bool {
	for _, f := range v.fields {
		if f.item.Step > v.form.Step() {
			continue
		}
		err := bad[f.name]
		if !v.form.Hidden(f.name) {
			err = v.wrong(f, r, bad, false)
		}
		if err != nil && !v.form.Wrong(f.name) {
			v.afresh(f.name)
			v.fault(err.In(f.name))
		}
	}
	return v.form.HasErrors()
}

// reading takes a key where something is read over.
func (v *View[R]) reading(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.Keystroke() {
	case "up":
		v.top--
	case "down":
		v.top++
	case "pgup":
		v.top -= turn
	case "pgdown", "space":
		v.top += turn
	case "home":
		v.top = 0
	case "enter":
		return menu.Open(v.env, v.env.Say(v.at().Name), []menu.Item{
			{Name: rightYes.With("yes", v.yes()), Do: v.Submit}, {Name: changeIt, Do: v.stepBack}, {Name: discardKey, Why: v.mayDiscard(), Do: v.askDiscard},
		})
	}
	v.top = max(v.top, 0)
	return nil
}

func (v *View[R]) stepBack() tea.Cmd { return v.step(v.form.Step() - 1) }

// drawShow draws what is read over.
func (v *View[R]) drawShow(w, h int) []string {
	r, _ := v.value()
	lines := v.at().Show(v.env.Session, r).Lines(w)
	v.top = max(min(v.top, len(lines)-max(h-1, 1)), 0)
	return widget.Shown(v.env.Styles, lines, v.top, h, w, menu.Rest(v.env))
}

// steps names the steps, and where somebody is among them.
func (v *View[R]) steps(w int) []string {
	if v.at() == nil {
		return nil
	}
	st, line, cells := v.env.Styles, "", 0
	names := make([]string, len(v.spec.Steps))
	for i, s := range v.spec.Steps {
		names[i] = strconv.Itoa(i+1) + " " + v.env.Say(s.Name)
		cells += widget.Width(names[i]) + 2
	}
	gap := max(min((w-cells)/len(names)-2, 7), 1)
	for i, name := range names {
		if i > 0 {
			line += " " + st.Rule.Render(strings.Repeat(st.Marks.Rule, gap)) + " "
		}
		switch {
		case i == v.form.Step():
			line += st.Accent.Render(st.Marks.Done + " " + name)
		case i < v.form.Step():
			line += st.Text.Render(st.Marks.Done + " " + name)
		default:
			line += st.Muted.Render(st.Marks.Open + " " + name)
		}
	}
	return []string{line, ""}
}

// yes is what Ctrl-S does.
func (v *View[R]) yes() text.Message {
	switch {
	case !v.final():
		return text.Dialog.NextStep
	case v.spec.Yes.IsZero():
		return save
	}
	return v.spec.Yes
}

// readKeys are the keys where something is read over.
func (v *View[R]) readKeys() []views.Action {
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run},
		{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Help.Scroll},
	}
}

// concerns reports whether what is wrong stands in this step or one before it. What stands in no
// field is said before something is read over.
func (v *View[R]) concerns(bad *hall.Error) bool {
	if f := v.field(bad.Field); f != nil {
		return f.item.Step <= v.form.Step()
	}
	n := v.form.Step() + 1
	return v.final() || v.spec.Steps[n].Show != nil
}
