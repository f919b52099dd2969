package form

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/widget"
)

// widestBox is how wide the questions in a box become.
const widestBox = 68

// box is a small question: why, when, which. It is the same form, drawn over what it is about.
type box[R any] struct{ *View[R] }

// Box makes a small question of a form; views.Open shows it.
func Box[R any](env *views.Env, spec Spec[R]) views.Dialog {
	v := New(env, spec)
	v.boxed = true
	return box[R]{v}
}

// Box says that it is drawn as a box.
func (b box[R]) Box() {}

// Init reads what has to be read before somebody types.
func (b box[R]) Init() tea.Cmd { return b.Load() }

// Update takes a key: Esc puts the question aside.
func (b box[R]) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return b.View.Update(msg)
	}
	if k.Keystroke() == "esc" {
		return b.aside()
	}
	for _, a := range b.Actions() {
		if a.Run != nil && a.Key.Keys()[0] == k.Keystroke() {
			if why := a.Reason(); !why.IsZero() {
				return views.Toast(views.Warn, why)
			}
			return a.Run()
		}
	}
	return b.View.Update(msg)
}

// aside closes the box once its words are kept.
func (v *View[R]) aside() tea.Cmd {
	leave := v.Leave()
	if leave == nil {
		return v.pop(nil)
	}
	return v.keep.Aside(asidePut[R]{v})
}

// Draw shows the box itself, at most w×h cells.
func (b box[R]) Draw(w, h int) views.Frame {
	v, inner := b.View, min(w-4, widestBox)
	if !v.ready {
		return views.Frame{Lines: widget.Frame(v.env.Styles, v.env.Say(v.spec.Title), []string{""}, inner+4)}
	}
	below := v.below(inner)
	rows := max(min(v.form.Height(inner), h-2-len(below)), 1)
	body, cx, cy, ok := v.form.Draw(inner, rows)
	f := views.Frame{Lines: widget.Frame(v.env.Styles, v.env.Say(v.spec.Title), append(body, below...), inner+4)}
	if ok {
		f.Cursor = &views.Point{X: cx + 2, Y: cy + 1}
	}
	return f
}
