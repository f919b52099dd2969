package form

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// The answers to a form's questions.
type (
	confirmed[R any] struct {
		of *View[R]
		r  R
	}
	surely[R any] struct {
		of           *View[R]
		field, value string
	}
	saved[R any] struct {
		of         *View[R]
		tried, out R
		err        error
	}
	discard[R any]  struct{ of *View[R] }
	asidePut[R any] struct {
		of   *View[R]
		said text.Message
	}
	dropped[R any] struct {
		of  *View[R]
		err error
	}
)

// Update implements views.View.
func (v *View[R]) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return v.typed(msg)
	}
	return views.Unasked(v.heard(msg)) // what an answer opens, nobody asked for with a key
}

// typed takes a key or a paste.
func (v *View[R]) typed(msg tea.Msg) tea.Cmd {
	if !v.ready {
		v.early = append(v.early, msg) // it was meant for this form
		return nil
	}
	return v.key(msg)
}

// heard takes what a command of the form's, or a box over it, answers.
func (v *View[R]) heard(msg tea.Msg) tea.Cmd {
	if below := v.spec.Keep.Below; below != nil {
		if cmd, ok := below.Kept(msg); ok {
			return cmd
		}
	} else if v.keep != nil {
		if cmd, ok := v.keep.message(msg); ok {
			return cmd
		}
	}
	switch m := msg.(type) {
	case took[R]:
		switch {
		case m.of != v:
		case m.err != nil:
			return views.Fail(m.err)
		default:
			return v.Change(m.change)
		}
	case seen[R]:
		if m.of == v {
			return v.saw(m)
		}
	case other[R]:
		if m.of == v {
			return v.turnTo(m)
		}
	case read[R]:
		if m.of == v {
			return v.opened(m)
		}
	case seek[R]:
		if m.of == v && v.form.Value(m.name) == m.query {
			return v.search(m.name)
		}
	case sought[R]:
		if m.of == v {
			return v.sought(m)
		}
	case surely[R]:
		if m.of == v {
			if v.sure == nil {
				v.sure = map[string]string{}
			}
			v.sure[m.field] = m.value
			return v.Submit()
		}
	case confirmed[R]:
		if m.of == v {
			return v.run(m.r)
		}
	case look[R]:
		if m.of == v {
			return v.look(m)
		}
	case clashed[R]:
		if m.of == v {
			return v.clashed(m)
		}
	case Shown[R]:
		return v.run(m.Value)
	case Accepted:
		r, _ := v.value()
		return v.run(r)
	case Refused:
		return v.refuse(m.Err)
	case saved[R]:
		if m.of == v {
			return v.saved(m)
		}
	case asidePut[R]:
		if m.said.IsZero() {
			return views.Pop(nil)
		}
		return tea.Batch(views.Toast(views.Done, m.said), views.Pop(nil))
	case discard[R]:
		if m.of == v {
			return v.drop()
		}
	case dropped[R]:
		if m.of == v {
			return v.dropped(m.err)
		}
	}
	cmd, _ := menu.Run(msg) // what a question of the form's own chose
	return cmd
}

func (v *View[R]) key(msg tea.Msg) tea.Cmd {
	if at := v.at(); at != nil && at.Show != nil {
		return v.reading(msg)
	}
	if cmd, did := v.toggle(msg); did {
		return cmd
	}
	was := v.form.Focused()
	ev := v.form.Update(msg)
	var cmds []tea.Cmd
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Slip, text.Raw(ev.Refused)))
	}
	if does, cmd := v.does(ev); does {
		return cmd
	}
	if ev.PickedIn != "" && v.take(ev.PickedIn, ev.Picked) {
		f := v.field(ev.PickedIn)
		if f.several == nil {
			v.form.FocusAfter(ev.PickedIn)
		}
		if f.taken != nil {
			cmds = append(cmds, v.taking(f, v.picks[f.name].at))
		}
		ev.Changed = ev.PickedIn
	} else if p := v.picks[ev.Changed]; p != nil {
		p.at = Found{}
		v.offers(ev.Changed, nil)
		cmds = append(cmds, v.env.After(rest, seek[R]{v, ev.Changed, v.form.Value(ev.Changed)}))
	}
	if ev.Changed != "" {
		v.follow()
		v.mended(ev.Changed)
		if f := v.field(ev.Changed); f.several != nil && v.form.Focused() == ev.Changed {
			f.several.offer(v, ev.Changed)
		}
		if ev.Taken && v.form.Focused() != was && v.form.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
		}
		cmds = append(cmds, v.collide(), v.changed())
	}
	if ev.Left != "" {
		cmds = append(cmds, v.left(ev.Left), v.keep.save(), v.watch())
	}
	if now := v.form.Focused(); now != was && !walks(msg) {
		cmds = append(cmds, v.entered(now))
	}
	if ev.Submitted {
		cmds = append(cmds, v.Submit())
	}
	return tea.Batch(cmds...)
}

// walks reports whether a key only goes through the fields. What it comes to opens no list, which
// would catch the next one.
func walks(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && (k.Code == tea.KeyDown || k.Code == tea.KeyUp)
}

// entered offers what a field can be filled with, before anything is typed.
func (v *View[R]) entered(name string) tea.Cmd {
	if name == "" {
		name = v.form.Focused()
	}
	f := v.field(name)
	switch {
	case f == nil:
	case f.several != nil:
		f.several.offer(v, name)
	case f.pick != nil && v.form.Value(name) == "":
		return v.search(name)
	}
	return nil
}

// left says what is wrong with a field when the cursor goes on.
func (v *View[R]) left(name string) tea.Cmd {
	f := v.field(name)
	if f == nil {
		return nil
	}
	if f.several != nil {
		f.several.left(v, name)
	}
	var cmd tea.Cmd
	if p := v.picks[name]; p != nil {
		known := p.offers != nil
		if v.settle(name); !f.pick.free && v.form.Value(name) != "" && p.at.ID == 0 && !known {
			p.owed, cmd = true, v.search(name) // what fits is not known yet
		}
	}
	v.neaten(f)
	if f.leaves != nil {
		v.alter(f.leaves)
	}
	v.judge(f)
	return cmd
}

// judge says under a field that was left what is wrong with it.
func (v *View[R]) judge(f *Field[R]) {
	r, bad := v.value()
	err := v.wrong(f, r, bad, v.form.Value(f.name) != "")
	if p := v.picks[f.name]; err != nil && (p == nil || !p.owed) {
		v.fault(err.In(f.name))
	}
}

// wrong is what the form itself finds wrong with a field; nil: nothing. Whole says that the record's
// own check counts.
func (v *View[R]) wrong(f *Field[R], r R, bad map[string]*hall.Error, whole bool) *hall.Error {
	err := bad[f.name]
	if err == nil {
		err = v.misshaped(f, r)
	}
	if err == nil && f.check != nil {
		err = f.check(v.env.Session, r)
	}
	if err == nil && v.spec.Check != nil && whole {
		if err = v.spec.Check(v.env.Session, r); err != nil && err.Field != f.name {
			err = nil // of a field that is still to come
		}
	}
	return err
}

// fault says under its field what the form itself found wrong.
func (v *View[R]) fault(err *hall.Error) {
	if v.found == nil {
		v.found = map[string]bool{}
	}
	v.found[err.Field] = true
	v.blame(err)
}

// blame says a refusal under the field it belongs to.
func (v *View[R]) blame(err *hall.Error) {
	v.form.SetError(err.Field, text.Sentence(v.env.Say(text.Err(err))))
}

// mended takes away what the form found wrong with other fields once an answer has put it right.
func (v *View[R]) mended(changed string) {
	delete(v.found, changed) // the field has let it go by itself
	if len(v.found) == 0 {
		return
	}
	r, bad := v.value()
	for name := range v.found {
		if v.wrong(v.field(name), r, bad, true) == nil {
			v.form.SetError(name, "")
			delete(v.found, name)
		}
	}
}

// follow shows and hides what follows from the answers, and says them back.
func (v *View[R]) follow() {
	r := v.fresh()
	v.lay(&r)
	if v.proposeAll(&r) { // what was proposed asks for more
		v.lay(&r)
	}
	for _, f := range v.fields {
		if f.called != nil {
			v.form.SetLabel(f.name, v.env.Say(f.called(r)))
		}
		if f.sealed != nil {
			masked := f.sealed(r)
			v.form.SetWhole(f.name, masked != "" && v.form.Raw(f.name) == masked)
		}
		if f.note != nil || f.echo != nil {
			v.form.SetNote(f.name, v.env.Say(f.beside(v.env.Session, r, v.form.Value(f.name))))
		}
	}
}

// beside is what stands right of a field: what follows from the answers, else how it was read.
func (f *Field[R]) beside(s views.Session, r R, typed string) (m text.Message) {
	if f.note != nil {
		m = f.note(s, r)
	}
	if m.IsZero() && f.echo != nil {
		m = f.echo(s, typed)
	}
	return m
}

// lay reads the answers and shows the questions that they call for.
func (v *View[R]) lay(r *R) {
	for _, f := range v.fields {
		_ = f.into(v, r) // what cannot be read is said when the field is left
		v.form.SetHidden(f.name, f.when != nil && !f.when(*r))
		if f.options != nil && f.kind == choice {
			v.form.SetOptions(f.name, f.optionsOf(v.env.Session, f.options(v.env.Session, *r)))
		}
	}
}

// proposeAll writes what the answers call for where nobody wrote anything else, and reports whether it
// wrote something.
func (v *View[R]) proposeAll(r *R) (wrote bool) {
	for _, f := range v.fields {
		if f.propose == nil {
			continue
		}
		now, was := f.propose(v.env.Session, *r), v.proposed[f.name]
		if v.form.Value(f.name) == now { // as it stands already: from here on it follows
			v.proposed[f.name] = now
		}
		if v.form.Value(f.name) == was && now != was {
			v.form.Offer(f.name, now)
			v.proposed[f.name], wrote = now, true
			_ = f.into(v, r)
		}
	}
	return wrote
}

// afresh empties the passwords when one of them is refused: what is hidden cannot be mended.
func (v *View[R]) afresh(name string) {
	if f := v.field(name); f == nil || f.kind != secret {
		return
	}
	for _, f := range v.fields {
		if f.kind == secret {
			v.form.SetValue(f.name, "")
		}
	}
}

// complain says a refusal under its field and goes there.
func (v *View[R]) complain(bad *hall.Error) tea.Cmd {
	v.afresh(bad.Field)
	v.form.SetHidden(bad.Field, false)
	v.blame(bad)
	return v.toError()
}

// toError puts the cursor where something is wrong; out of a password it only says where that is.
func (v *View[R]) toError() tea.Cmd {
	if f := v.field(v.form.FocusError()); f != nil {
		return views.Toast(views.Warn, wrongAbove.With("label", f.label))
	}
	return v.entered("")
}
