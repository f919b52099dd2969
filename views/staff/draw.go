package staff

import (
	"strings"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const left = 2 // cells before everything

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	pad := strings.Repeat(" ", left)
	switch {
	case !v.forbidden().IsZero():
		lines := []string{""}
		for _, l := range widget.Wrap(say(v.forbidden()), max(w-2*left, 10)) {
			lines = append(lines, pad+l)
		}
		return views.NewFrame(w, h, lines)
	case v.mode != listing:
		return drawForm(v.env, v.form, v.heading(), w, h)
	case !v.loaded:
		return views.NewFrame(w, h, []string{"", pad + st.Muted.Render(say(text.Staff.Loading))})
	}
	lines := []string{pad + st.Muted.Render(say(text.Staff.Count.With("n", len(v.rows)))), ""}
	for _, l := range v.table.Draw(max(w-left, 1), max(h-2, 1), st) {
		lines = append(lines, pad+l)
	}
	return views.NewFrame(w, h, lines)
}

func (v *View) heading() text.Message {
	switch v.mode {
	case adding:
		return text.Staff.AddTitle
	case resetting:
		return text.Staff.ResetTitle.With("name", v.row.Name)
	}
	return text.Staff.EditTitle.With("name", v.row.Name)
}

// drawForm draws a form under its heading.
func drawForm(env *views.Env, f *widget.Form, heading text.Message, w, h int) views.Frame {
	pad := strings.Repeat(" ", left)
	lines := []string{pad + env.Styles.Title.Render(widget.Cut(env.Say(heading), max(w-left, 1), env.Styles.Marks.More)), ""}
	body, cx, cy, ok := f.Draw(max(w-left, 1), max(h-2, 1))
	for _, l := range body {
		lines = append(lines, pad+l)
	}
	out := views.NewFrame(w, h, lines)
	if ok && cy+2 < h && left+cx < w {
		out.Cursor = &views.Point{X: left + cx, Y: cy + 2}
	}
	return out
}
