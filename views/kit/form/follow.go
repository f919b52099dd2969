package form

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
)

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

// walks reports whether a key only goes through the fields. What it comes to opens no list, which
// would catch the next one.
func walks(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && (k.Code == tea.KeyDown || k.Code == tea.KeyUp)
}
