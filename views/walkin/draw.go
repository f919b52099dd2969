package walkin

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// fill puts the rows into the table, in the session's language and with the minutes of now.
func (v *View) fill() {
	keys, cells, tones := make([]string, len(v.rows)), make([][]string, len(v.rows)), make([]widget.Tone, len(v.rows))
	for i, r := range v.rows {
		keys[i], cells[i] = key(r.ID), v.cells(r)
		switch {
		case r.State == hall.SkippedOut:
			tones[i] = widget.Muted
		case r.Urgent:
			tones[i] = widget.Accent
		}
	}
	v.table.SetRows(keys, cells, tones)
}

func (v *View) cells(r hall.VisitRow) []string {
	say := v.env.Say
	about := say(text.About(v.env.Settings, r.Type, r.Subject))
	wait := say(text.Ago(v.env.Now().Sub(r.Arrived)))
	if r.State == hall.Started {
		wait = text.Clock(r.Started)
	}
	return []string{queueNumber(r.Number), v.state(r), say(text.Who(r.Who, r.Others)), about, wait}
}

func (v *View) state(r hall.VisitRow) string {
	state := v.env.Say(text.ConsultState(r.State))
	if r.Urgent && r.State == hall.Waiting {
		return v.env.Say(text.Board.Urgent) + " " + state
	}
	return state
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if v.end != nil {
		return v.drawEnd(w, h)
	}
	if !v.read {
		return views.NewFrame(w, h, nil)
	}
	say := v.env.Say
	v.fill()
	side := 26
	if w >= 120 {
		side = 46
	}
	left := w - side - 4
	t := text.WalkIn
	state := 0
	for _, r := range v.rows {
		state = max(state, widget.Width(v.state(r)))
	}
	v.table.Columns = []widget.Column{
		{Title: say(t.Number), Width: 3}, {Title: say(t.State), Width: max(state, 5)}, {Title: say(t.Who)}, {Title: say(t.About), Width: max((left-36)/2, 8)},
		{Title: say(t.Wait), Width: 7, Right: true},
	}
	about := v.about(left - 2)
	list := v.table.Draw(left, h-1-len(about), v.env.Styles)
	if len(v.rows) == 0 {
		list = []string{""}
		for _, l := range widget.Wrap(say(t.None), left-2) {
			list = append(list, "  "+v.env.Styles.Muted.Render(l))
		}
	}
	body := widget.Beside(append(list, about...), left, v.side(side, h-1), side, 3)
	out := []string{""}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// about says at the list's foot what its columns have no room for: the other side, the type,
// why it is urgent.
func (v *View) about(w int) []string {
	r := v.selected()
	if r == nil {
		return nil
	}
	st, say, t := v.env.Styles, v.env.Say, text.WalkIn
	parts := []string{say(text.Type(v.env.Settings, r.Type)), say(t.Came.With("at", text.Clock(r.Arrived)))}
	if r.Against != "" {
		parts = append([]string{say(t.Against) + " " + r.Against}, parts...)
	}
	if r.Calls > 1 {
		parts = append(parts, say(t.Calls.With("n", r.Calls)))
	}
	out := []string{"", "  " + st.Title.Render(widget.Cut(v.name(*r), w, st.Marks.More)),
		"  " + widget.Cut(strings.Join(parts, " "+st.Marks.Dot+" "), w, st.Marks.More)}
	if r.Urgent {
		out = append(out, "  "+st.Accent.Render(widget.Cut(say(t.UrgentFor.With("why", r.UrgentWhy)), w, st.Marks.More)))
	}
	return out
}

// side is the column of rooms and of those who are through.
func (v *View) side(w, h int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.WalkIn
	cut := func(s string) string { return widget.Cut(s, w, st.Marks.More) }
	out := []string{st.Title.Render(say(t.Rooms))}
	for _, r := range v.queue.Rooms {
		if r.Visit == nil {
			out = append(out, st.Muted.Render(cut(st.Marks.Open+" "+r.Room+"  "+say(t.Empty))))
			continue
		}
		mark := st.Marks.Done
		if r.Visit.State == hall.Called {
			mark = st.Marks.Open
		}
		out = append(out, cut(mark+" "+r.Room+"  "+queueNumber(r.Visit.Number)+" "+r.Visit.Who))
		detail := say(text.ConsultState(r.Visit.State))
		if r.Visit.State == hall.Started {
			detail = r.Visit.Mediator + "  " + say(text.Board.Since.With("at", text.Clock(r.Visit.Started)))
		}
		out = append(out, st.Muted.Render(cut("  "+detail)))
	}
	out = append(out, "", st.Title.Render(say(t.Ended.With("n", len(v.queue.Ended)))))
	for _, r := range v.queue.Ended {
		what := say(text.Outcome(r.Outcome))
		if r.State == hall.GoneAway {
			what = say(text.ConsultState(r.State))
		}
		if len(out) < h {
			out = append(out, cut(queueNumber(r.Number)+" "+r.Who+"  "+what))
		}
	}
	return out
}
