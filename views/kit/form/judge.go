package form

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

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
