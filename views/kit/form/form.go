// Package form is the program's one form. It is declared over the record that it fills in:
//
//	form.New(env, form.Spec[hall.Studio]{
//		Title: addTitle,
//		Fields: []*form.Field[hall.Studio]{
//			form.Text(hall.FieldName, nameLabel, 40, func(u *hall.Studio) *string { return &u.Name }).Required(),
//			form.Enum(hall.FieldKind, kindLabel, func(u *hall.Studio) *hall.StudioKind { return &u.Kind }, hall.StudioKinds(), text.StudioKind).Required(),
//			form.Day(hall.FieldFounded, foundedLabel, func(u *hall.Studio) *hall.Day { return &u.Founded }),
//		},
//		Check: func(s views.Session, u hall.Studio) *hall.Error { return u.Check(s.Settings) },
//		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, u hall.Studio) (hall.Studio, error) {
//			return s.Desk.SaveStudio(ctx, draft, u)
//		},
//	})
//
// A screen opens it with views.Push and hears of what was saved as a Saved[hall.Studio] in its
// Update. Everything else follows from the declaration: what was typed is kept as a draft and
// gone on with; dates, times, amounts and numbers are read as people write them and said back;
// an error stands under its field when the field is left; a record is picked while somebody
// types; what was changed at another desk is read anew and what was typed stays; help and keys
// follow from the kind of the field. No screen makes a form in another way.
package form

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// What a form and its preview answer.
type (
	// Saved tells the view below what was saved.
	Saved[R any] struct{ Value R }
	// Aside tells the form below what stands in a box whose words it keeps, when that is put down.
	Aside[R any] struct{ Value R }
	// Accepted has the form save what the preview showed.
	Accepted struct{}
	// Shown has the form save the record as the preview showed it, with what was worked out.
	Shown[R any] struct{ Value R }
	// Refused says under the form why there is nothing to show of it.
	Refused struct{ Err error }
)

// View is a form while it is open.
type View[R any] struct {
	env      *views.Env
	spec     Spec[R]
	fields   []*Field[R]
	form     *widget.Form
	base     R                 // the record as it was read
	start    map[string]string // what stood in the fields then
	picks    map[string]*picked
	from     hall.Draft
	offer    hall.Draft // a draft that may be gone on with
	keep     *keeper
	asked    bool              // what has to be read before somebody types is on its way
	ready    bool              // and is there
	early    []tea.Msg         // what was typed before that
	proposed map[string]string // what was proposed last, by field
	found    map[string]bool   // fields under which stands what the form itself found wrong
	sure     map[string]string // doubtful values that somebody said are meant so, by field
	lost     []string          // what was written of a record that cannot be read any more
	clash    clashes
	busy     bool
	gone     bool

	top     int             // of what is read over
	drafts  []hall.DraftRow // those that may be gone on with, where there are many
	altered bool            // the record was changed outside its fields
	others  []string        // names of which somebody said that another one is meant than those on file
	again   bool            // what was finished elsewhere is meant to be saved once more
	watched string          // what was looked up last
	watches int
}

// New makes a form; views.Push opens it.
func New[R any](env *views.Env, spec Spec[R]) *View[R] {
	v := &View[R]{env: env, spec: spec, fields: fieldsOf(spec), picks: map[string]*picked{}}
	k := spec.Keep
	if spec.Read == nil && (k.Form == "" && !k.Many || k.Offer && k.From.ID == 0 || k.Many && k.ID == 0 || k.Into != nil) {
		v.Begin(spec.Start, spec.Keep.From)
	}
	return v
}

// read is what a form is opened with.
type read[R any] struct {
	of    *View[R]
	rec   R
	draft hall.Draft
	many  []hall.DraftRow
	err   error
	again bool // after it was changed at another desk
}

// Load implements views.View: the record and the draft are read once, when the form is opened.
func (v *View[R]) Load() tea.Cmd {
	if v.asked {
		return nil
	}
	v.asked = true
	return tea.Batch(v.read(false), v.collide())
}

func (v *View[R]) read(again bool) tea.Cmd {
	from, keep, start, rec := v.spec.Keep.From, v.spec.Keep, v.spec.Start, v.spec.Read
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := read[R]{of: v, rec: start, draft: from, again: again}
		switch {
		case again || keep.Into != nil:
		case keep.ID != 0:
			if m.draft, m.err = s.Desk.Draft(ctx, keep.ID); m.err != nil {
				return m
			}
		case keep.Many:
			if m.many, m.err = unfinished(ctx, s, keep.Kind); m.err != nil {
				return m
			}
		case keep.Form != "" && from.ID == 0:
			if m.draft, m.err = kept(ctx, s, keep.Form, keep.Case, keep.Visit); m.err != nil {
				return m
			}
		}
		if rec != nil {
			m.rec, m.err = rec(ctx, s)
		}
		return m
	})
}

// opened begins with what was read, or goes on from it.
func (v *View[R]) opened(m read[R]) tea.Cmd {
	v.busy = false
	switch {
	case m.err != nil && m.again:
		return v.over(m.err)
	case m.err != nil && v.ready:
		return views.Fail(m.err)
	case m.err != nil:
		return v.orphan(m.draft, m.err)
	case m.again:
		v.merge(m.rec)
		return tea.Batch(views.Toast(views.Warn, changedElsewhere), v.collide())
	case v.ready: // an empty form was there at once: the draft is only offered
		v.offer, v.drafts = m.draft, m.many
		return nil
	case (v.spec.Keep.Offer || len(v.early) > 0) && v.spec.Keep.From.ID == 0: // what is typed already was not meant for a draft
		v.Begin(m.rec, hall.Draft{})
		v.drafts = m.many
		v.offer = m.draft
	default:
		v.Begin(m.rec, m.draft)
	}
	cmds := []tea.Cmd{v.resumed(), v.watch()}
	if v.spec.Opened != nil {
		cmds = append(cmds, v.spec.Opened())
	}
	early := v.early
	v.early = nil
	for _, msg := range early {
		cmds = append(cmds, v.Update(msg))
	}
	return tea.Batch(append(cmds, v.entered(""), v.collide())...)
}

// Begin lays the form out over a record that was read, with the words of a draft.
func (v *View[R]) Begin(rec R, from hall.Draft) {
	v.start, v.proposed, v.altered, v.again, v.gone, v.watched, v.others = map[string]string{}, map[string]string{}, false, false, false, "", nil
	bare := rec // as the form begins without the draft
	if v.watches++; v.spec.Keep.Get != nil && from.ID != 0 {
		v.spec.Keep.Get(&from, &rec)
	}
	v.base, v.from, v.ready = rec, from, true
	if v.spec.Head != nil {
		v.spec.Title = v.spec.Head(rec)
	}
	items := make([]widget.Item, len(v.fields))
	for i, f := range v.fields {
		items[i] = f.made(v.env.Session, rec, v.spec.Edit)
		v.start[f.name] = items[i].Value
		if f.pick != nil {
			v.picks[f.name] = &picked{at: f.pick.at(rec)}
		}
	}
	v.form = widget.NewForm(v.env.Styles, words(v.env), items)
	v.restore(from)
	if from.ID != 0 { // what differs from what was proposed was written by somebody
		v.join(rec)
		for _, f := range v.fields {
			if v.form.Raw(f.name) != f.shown(v.env.Session, bare, v.spec.Edit) {
				v.form.Keep(f.name)
			}
		}
		r, _ := v.value()
		for _, f := range v.fields {
			if f.propose != nil {
				v.proposed[f.name] = f.propose(v.env.Session, r)
			}
		}
	}
	if v.spec.Focus != "" {
		v.form.Focus(v.spec.Focus)
	}
	v.keep = keep(v.env, from, v.draft)
	v.follow()
}

// merge goes on from a record that was changed at another desk: what was typed stays, and what
// was not touched is as it is there.
func (v *View[R]) merge(rec R) {
	if v.join(rec) {
		return
	}
	v.base = rec
	for _, f := range v.fields {
		now := f.shown(v.env.Session, rec, v.spec.Edit)
		if v.form.Raw(f.name) == v.start[f.name] {
			v.form.SetValue(f.name, now)
			if f.pick != nil {
				v.picks[f.name] = &picked{at: f.pick.at(rec)}
			}
		}
		v.start[f.name] = now
	}
	v.follow()
}

// Joiner is a record of lists into which several desks write at once: Join adds to what stands in
// the form the lines that are on file by now.
type Joiner[R any] interface{ Join(now R) R }

// join goes on from a record that was read again, with its lines among those of the form; false
// where the record is none of lists.
func (v *View[R]) join(rec R) bool {
	mine, _ := v.value()
	j, ok := any(mine).(Joiner[R])
	if !ok {
		return false
	}
	all := j.Join(rec)
	v.base = rec
	for _, f := range v.fields {
		v.start[f.name] = f.shown(v.env.Session, rec, v.spec.Edit)
		v.form.SetValue(f.name, f.shown(v.env.Session, all, v.spec.Edit))
		if f.pick != nil {
			v.picks[f.name] = &picked{at: f.pick.at(all)}
		}
	}
	v.follow()
	return true
}

// value is the record as it stands in the form, and what cannot be read of it, by field. What
// is hidden by an answer is empty.
func (v *View[R]) value() (R, map[string]*hall.Error) {
	r, bad := v.fresh(), map[string]*hall.Error{}
	for _, f := range v.fields {
		if err := f.into(v, &r); err != nil {
			bad[f.name] = err
		}
	}
	return r, bad
}

// Cloner is a record that holds slices which its fields write into: every value of the form is
// then a record of its own.
type Cloner[R any] interface{ Clone() R }

// fresh is the record as it was read, for the fields to be read into.
func (v *View[R]) fresh() R {
	if c, ok := any(v.base).(Cloner[R]); ok {
		return c.Clone()
	}
	return v.base
}

func (v *View[R]) field(name string) *Field[R] {
	for _, f := range v.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

// Title implements views.View.
func (v *View[R]) Title() text.Message {
	if v.at() != nil {
		return titleStep.With("title", v.spec.Title).With("n", v.form.Step()+1).With("all", len(v.spec.Steps))
	}
	return v.spec.Title
}
