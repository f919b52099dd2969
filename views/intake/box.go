package intake

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// box is the small form of one more party. What is typed in it is part of the draft, and Esc
// puts it down without losing it.
type box struct {
	views.Box
	v      *View
	at     int // index into extra; -1: somebody new
	was    hall.Person
	rep    bool
	form   *widget.Form
	prompt *widget.Prompt
	find   *finder
}

// How the box was closed.
type (
	boxDone  struct{ of *box }
	boxAside struct{ of *box }
)

func (v *View) newBox(at int, p hall.Party) *box {
	b := &box{v: v, at: at, was: hall.Person{ID: p.Person, Details: p.Details}, rep: p.Representative}
	items := append([]widget.Item{{ID: "side", Label: v.env.Say(text.Intake.OnSide), Kind: widget.Choice, Options: choices(v, bothSides(), text.Side)}}, v.boxItems()...)
	b.form = widget.NewForm(v.env.Styles, dialog.Words(v.env), items)
	b.form.SetValues(writeParty(p))
	b.form.SetValue("side", number(p.Side))
	b.form.Focus("name")
	b.find = &finder{env: v.env, form: b.form, prefix: func(string) string { return "" }}
	b.prompt = widget.NewPrompt(v.env.Styles, v.env.Say(text.Intake.Party), v.env.Say(text.Intake.BoxHint), b.form)
	b.show()
	return b
}

// addParty opens the box for somebody new, on the side where the cursor stands; what was put
// down in it before is still there.
func (v *View) addParty() tea.Cmd {
	if v.box == nil || v.box.at >= 0 {
		side := hall.Applicant
		if strings.HasPrefix(v.people.Focused(), "r.") {
			side = hall.Respondent
		}
		v.box = v.newBox(-1, hall.Party{Side: side})
	}
	return v.openBox()
}

func (v *View) editParty(i int) tea.Cmd {
	if v.box == nil || v.box.at != i {
		v.box = v.newBox(i, v.extra[i])
	}
	return v.openBox()
}

func (v *View) openBox() tea.Cmd {
	v.boxOpen = true
	return views.Open(v.box)
}

// boxed takes what the box came to. One that was put down before it was complete is kept all
// the same, if it has a name: registering will say what is missing.
func (v *View) boxed(b *box, complete bool) tea.Cmd {
	v.boxOpen = false
	if b != v.box {
		return nil
	}
	p, bad := b.party()
	if !complete && (p.Details.Name == "" || bad != nil) {
		return tea.Batch(v.keep.Changed(), v.keep.Save())
	}
	v.box = nil
	if b.at >= 0 && b.at < len(v.extra) {
		v.extra[b.at] = p
	} else {
		v.extra = append(v.extra, p)
	}
	return tea.Batch(v.changed(), v.duplicates())
}

func (b *box) party() (hall.Party, *hall.Error) {
	p, bad := readParty(b.form.Value, b.was, b.v.env.Today())
	p.Side, p.Representative = enum[hall.Side](b.form.Raw("side")), b.rep
	return p, bad
}

// Update implements views.Dialog.
func (b *box) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := b.v.keep.Message(msg); ok {
		return cmd
	}
	if cmd, ok := b.find.message(msg); ok {
		return cmd
	}
	if m, ok := msg.(personMsg); ok {
		return b.found(m)
	}
	ev, submitted, cancelled := b.prompt.Update(msg)
	var cmds []tea.Cmd
	if cancelled {
		return views.Close(boxAside{b})
	}
	if ev.PickedIn != "" {
		cmds = append(cmds, b.find.picked(ev), b.v.keep.Changed())
	}
	if ev.Changed != "" {
		cmds = append(cmds, b.v.keep.Changed(), b.find.typed(ev.Changed))
	}
	if ev.Left != "" {
		b.form.SetSuggest(ev.Left, nil)
		b.check(ev.Left)
		cmds = append(cmds, b.v.keep.Save())
	}
	b.show()
	if submitted && b.complete() {
		return views.Close(boxDone{b})
	}
	return tea.Batch(cmds...)
}

// found fills in somebody who was here before.
func (b *box) found(m personMsg) tea.Cmd {
	if m.of != b.find {
		return nil
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	b.was = m.person
	b.form.ClearErrors()
	vs := writeParty(hall.Party{Person: m.person.ID, Details: m.person.Details})
	for _, typed := range []string{"guardian", "proxy", "scope"} {
		delete(vs, typed)
	}
	b.form.SetValues(vs)
	b.show()
	return b.v.keep.Changed()
}

// check looks at a field that was left.
func (b *box) check(field string) {
	if field == "name" && b.was.ID != 0 && b.form.Value("name") != b.was.Details.Name && b.at < 0 {
		b.forget()
	}
	if bad := checkTyped(field, b.form.Value, b.was, b.v.env.Today()); bad != nil {
		b.form.SetError(field, b.v.env.Say(text.Err(bad)))
	}
}

// forget drops somebody found again whose name was changed: it is another person.
func (b *box) forget() {
	for id, filled := range writeParty(hall.Party{Person: b.was.ID, Details: b.was.Details}) {
		if id != "name" && filled != "" && b.form.Raw(id) == filled {
			b.form.SetValue(id, "")
		}
	}
	b.was = hall.Person{}
}

// complete reports whether the party can stand as it is; what is wrong is said in its field.
func (b *box) complete() bool {
	for _, id := range []string{"name", "id", "phone", "birth"} {
		b.check(id)
	}
	if b.form.HasErrors() {
		b.form.FocusError()
		return false
	}
	return true
}

// show hides what does not apply, and says what follows from the number.
func (b *box) show() {
	p, _ := b.party()
	showParty(b.v, b.form, "", p.Details)
	note := ""
	if b.was.Details.Name == p.Details.Name {
		note = visits(b.v.env, b.was.Visits, b.was.Last, b.was.LastFor)
	}
	b.form.SetNote("name", note)
	b.form.SetNote("id", bornAs(b.v.env, p.Details))
}

// Draw implements views.Dialog.
func (b *box) Draw(w, h int) views.Frame {
	lines, x, y, ok := b.prompt.Draw(w, h)
	f := views.Frame{Lines: lines}
	if ok {
		f.Cursor = &views.Point{X: x, Y: y}
	}
	return f
}

// Actions implements views.Dialog.
func (b *box) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next},
		{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Dialog.Save},
		{Key: views.Key("Esc", "esc"), Name: text.Intake.PutDown},
	}
}
