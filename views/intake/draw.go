package intake

import (
	"strings"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// widest is how wide a form grows: longer lines are hard to read.
const widest = 92

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch v.step {
	case stepPeople:
		return v.drawForm(v.people, w, h, v.warning(min(w-4, widest)))
	case stepWhere:
		return v.drawForm(v.where, w, h, nil)
	case stepRead:
		return v.drawSummary(w, h)
	}
	return v.drawDone(w, h)
}

func (v *View) drawForm(f *widget.Form, w, h int, foot []string) views.Frame {
	fw := min(w-4, widest)
	left := (w - fw) / 2
	rows := h - 1 - len(foot)
	body, cx, cy, ok := f.Draw(fw, rows)
	lines := []string{""}
	for _, l := range append(body, foot...) {
		lines = append(lines, strings.Repeat(" ", left)+l)
	}
	frame := views.NewFrame(w, h, lines)
	if ok {
		frame.Cursor = &views.Point{X: cx + left, Y: cy + 1}
	}
	return frame
}

// warning names a case that is perhaps the same, calmly.
func (v *View) warning(w int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.Intake
	if v.relapse.ID != 0 {
		return []string{st.Accent.Render(widget.Cut(say(t.RelapseOn.With("no", caseName(v.relapse))), w, st.Marks.More))}
	}
	if len(v.dups) == 0 {
		return nil
	}
	d := v.dups[0]
	line := "! " + say(t.Dup.With("no", caseName(d)).With("a", d.Applicant).With("b", d.Respondent).With("what", text.About(v.env.Settings, d.Type, d.Subject)).With("state", text.State(d.State)))
	if n := len(v.dups) - 1; n > 0 {
		line += say(t.DupMore.With("n", n))
	}
	what := t.DupClosed
	if d.State.Open() {
		what = t.DupOpen
	}
	return []string{"", st.Danger.Render(widget.Cut(line, w, st.Marks.More)), st.Muted.Render(widget.Cut("  "+say(what), w, st.Marks.More))}
}
