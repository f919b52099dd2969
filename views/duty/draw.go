package duty

import (
	"strings"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const (
	wide   = 120 // from here on list and detail stand side by side
	beside = 44  // cells of the detail beside the list
	foot   = 5   // lines of the detail under it, with the rule
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case !v.read:
		return views.NewFrame(w, h, nil)
	case v.fill != nil:
		return v.drawFill(w, h)
	}
	lw, lh := w-2, h-2
	side := w >= wide
	if side {
		lw -= beside + 3
	} else {
		lh -= foot
	}
	st := v.env.Styles
	body := v.list.Draw(lw, lh, st)
	if side {
		body = widget.Beside(body, lw, v.detail(beside), beside, 3)
	} else {
		body = append(widget.Fill(body, lw, lh), st.Muted.Render(strings.Repeat(st.Marks.Rule, lw)))
		body = append(body, widget.Fill(v.detail(lw), lw, foot-1)...)
	}
	out := []string{v.heading(w), ""}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// heading is the day, when the hall is open then, and which of its pages is shown.
func (v *View) heading(w int) string {
	st, say, t := v.env.Styles, v.env.Say, text.Duty
	parts := []string{say(text.Day(v.shown()))}
	if v.today() {
		parts = append(parts, say(t.Today))
	}
	if info := v.data.Info; !info.Open {
		parts = append(parts, say(t.Closed.With("why", text.Holiday(info.Name))))
	} else {
		from, to := v.env.Settings.DutyHours(info)
		parts = append(parts, say(t.Hours.With("from", text.Minutes(from)).With("to", text.Minutes(to))))
	}
	left := strings.Join(parts, "  ")
	if len(v.visits()) == 0 {
		return " " + st.Title.Render(widget.Cut(left, w-2, st.Marks.More))
	}
	tabs := "[" + say(t.TabDay) + "]  " + say(t.TabVisit) + " "
	if v.team {
		tabs = " " + say(t.TabDay) + "  [" + say(t.TabVisit) + "]"
	}
	room := max(w-3-widget.Width(tabs), 4)
	return " " + st.Title.Render(widget.Pad(widget.Cut(left, room, st.Marks.More), room)) + " " + st.Accent.Render(tabs)
}
