package form

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// widestBox is how wide the questions in a box become.
const widestBox = 68

// box is a small question: why, when, which. It is the same form, drawn over what it is about.
type box[R any] struct{ *View[R] }

// Box makes a small question of a form; views.Push shows it.
func Box[R any](env *views.Env, spec Spec[R]) views.View { return box[R]{New(env, spec)} }

// InBox implements views.Boxed.
func (b box[R]) InBox() {}

// Update takes a key: Esc puts the question aside.
func (b box[R]) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Keystroke() == "esc" {
		return b.aside()
	}
	return b.View.Update(msg)
}

// Actions implements views.View: a box has its way out among the keys.
func (b box[R]) Actions() []views.Action {
	name := text.Dialog.Close
	if b.ready && (b.spec.Keep.Into != nil || b.kept() && (b.from.ID != 0 || b.touched())) {
		name = leaveBox // there are words to go on with
	}
	return append(b.View.Actions(), views.Action{Key: views.Key("Esc", "esc"), Name: name})
}

// aside closes the box once its words are kept.
func (v *View[R]) aside() tea.Cmd {
	if v.spec.Keep.Into != nil {
		return views.Pop(Aside[R]{v.Value()})
	}
	if put := v.putDown(func(said text.Message) tea.Msg { return asidePut[R]{v, said} }); put != nil {
		return put
	}
	return views.Pop(nil)
}

// Draw shows the box itself, at most w×h cells.
func (b box[R]) Draw(w, h int) views.Frame {
	v, inner := b.View, min(w-4, widestBox)
	if !v.ready {
		return views.Frame{Lines: widget.Frame(v.env.Styles, v.env.Say(v.spec.Title),
			widget.Shown(v.env.Styles, v.last(inner), 0, max(h-2, 1), inner, menu.Rest(v.env)), inner+4)}
	}
	out, below := v.above(inner), v.below(inner)
	top := len(out)
	rows := max(min(v.form.Height(inner), h-2-top-len(below)), 1)
	body, cx, cy, ok := v.form.Draw(inner, rows)
	f := views.Frame{Lines: widget.Frame(v.env.Styles, v.env.Say(v.spec.Title), append(append(out, body...), below...), inner+4)}
	if ok {
		f.Cursor = &views.Point{X: cx + 2, Y: cy + 1 + top}
	}
	return f
}
