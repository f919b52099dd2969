package form

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Taken has what is taken from the suggestions fill in more of the record than its field: it is
// read in a command, and what it changes is written into the fields.
func (f *Field[R]) Taken(read func(context.Context, views.Session, Found) (func(*R), error)) *Field[R] {
	f.taken = read
	return f
}

// Does has suggestions that stand for no record change the record themselves.
func (f *Field[R]) Does(do func(r *R, what string)) *Field[R] { f.does = do; return f }

// Sealed shows the value that is on file masked: whoever looks over somebody's shoulder need not
// read it. What is shown so is replaced or left alone, never edited. real is what is on file.
func (f *Field[R]) Sealed(real func(R) string, mask func(string) string) *Field[R] {
	show, read := f.show, f.read
	f.sealed = func(r R) string {
		if at := real(r); at != "" && show(views.Session{}, r) == at {
			return mask(at)
		}
		return ""
	}
	f.show = func(s views.Session, r R) string {
		if masked := f.sealed(r); masked != "" {
			return masked
		}
		return show(s, r)
	}
	f.read = func(s views.Session, typed string, r *R) *hall.Error {
		if at := real(*r); at != "" && typed == mask(at) {
			typed = at
		}
		return read(s, typed, r)
	}
	return f
}

// Called names the field by what was answered before it.
func (f *Field[R]) Called(label func(R) text.Message) *Field[R] { f.called = label; return f }

// Head begins a section: a blank line stands before the field.
func (f *Field[R]) Head() *Field[R] { f.item.Head = true; return f }

// took is what a suggestion that was taken changes.
type took[R any] struct {
	of     *View[R]
	change func(*R)
	err    error
}

// taking reads what is taken from the suggestions.
func (v *View[R]) taking(f *Field[R], at Found) tea.Cmd {
	read := f.taken
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		change, err := read(ctx, s, at)
		return took[R]{v, change, err}
	})
}

// Change changes the record outside its fields, or several fields at once. What else stands in
// them stays, word for word.
func (v *View[R]) Change(change func(*R)) tea.Cmd {
	v.alter(change)
	v.altered = true
	return tea.Batch(v.changed(), v.keep.save(), v.watch())
}

func (v *View[R]) alter(change func(*R)) {
	was, _ := v.value()
	before := make(map[string]string, len(v.fields))
	for _, f := range v.fields {
		before[f.name] = f.shown(v.env.Session, was, v.spec.Edit)
	}
	v.base = was
	change(&v.base)
	for _, f := range v.fields {
		now := f.shown(v.env.Session, v.base, v.spec.Edit)
		if now == before[f.name] {
			continue
		}
		v.form.SetValue(f.name, now)
		v.form.SetError(f.name, "")
		if p := v.picks[f.name]; p != nil {
			p.at = f.pick.at(v.base)
			v.offers(f.name, nil)
		}
	}
	v.follow()
}

// Value is the record as it stands in the form.
func (v *View[R]) Value() R {
	r, _ := v.value()
	return r
}

// seen is what was looked up about what stands in the form.
type seen[R any] struct {
	of     *View[R]
	n      int
	change func(*R)
	err    error
}

// watch looks up what follows from what stands in the form, if that is another thing than before.
func (v *View[R]) watch() tea.Cmd {
	if v.spec.Watch == nil || !v.ready {
		return nil
	}
	r, _ := v.value()
	key, find := v.spec.Watch(r)
	if key == v.watched {
		return nil
	}
	v.watched = key
	v.watches++
	n := v.watches
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		change, err := find(ctx, s)
		return seen[R]{v, n, change, err}
	})
}

func (v *View[R]) saw(m seen[R]) tea.Cmd {
	switch {
	case m.n != v.watches:
		return nil
	case m.err != nil:
		return views.Fail(m.err)
	}
	v.alter(m.change)
	return nil
}

// does takes a suggestion that changes the record itself; false: it is none.
func (v *View[R]) does(ev widget.Event) (bool, tea.Cmd) {
	p := v.picks[ev.PickedIn]
	if p == nil || ev.Picked < 0 || ev.Picked >= len(p.offers) || p.offers[ev.Picked].Does == "" {
		return false, nil
	}
	f, what := v.field(ev.PickedIn), p.offers[ev.Picked].Does
	v.offers(f.name, nil)
	if f.does == nil {
		return true, nil
	}
	return true, v.Change(func(r *R) { f.does(r, what) })
}

// Leaves changes the record when the field is left.
func (f *Field[R]) Leaves(change func(*R)) *Field[R] { f.leaves = change; return f }

// Behind changes what stands in no field, and keeps it once typing rests.
func (v *View[R]) Behind(change func(*R)) tea.Cmd {
	change(&v.base)
	v.altered = true
	return v.changed()
}

// Step is the part of the form that is filled in now, counted from 0.
func (v *View[R]) Step() int { return v.form.Step() }

// GoTo puts the cursor into a field, in its part of the form.
func (v *View[R]) GoTo(name string) tea.Cmd {
	v.form.Focus(name)
	return v.entered("")
}

// Focused is the field with the cursor.
func (v *View[R]) Focused() string { return v.form.Focused() }
