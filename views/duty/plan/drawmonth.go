package plan

import (
	"strings"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

const (
	beside = 40 // cells of the details beside the month
	foot   = 5  // lines of the details under it, at least
)

// Draw implements views.View: it shows the weeks of a month, each day with who is on duty, and what is known of the
// day under the cursor.
func (v *View) Draw(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	gw, side := w, w >= wide
	if side {
		gw = w - beside - 3
	}
	from, to := v.day.Month()
	first := from - hall.Day((int(from.Weekday())+6)%7)
	weeks := (int(to-first) + 7) / 7
	cw := gw / 7
	out := []string{" " + st.Title.Render(widget.Cut(say(monthHead.With("month", text.Month(v.day))), gw-2, st.Marks.More))}
	out = append(out, v.doubt(v.month.Doubt, gw)...)
	head := " "
	for d := first; d < first+7; d++ {
		head += st.Muted.Render(widget.Pad(say(text.Weekday(d.Weekday())), cw))
	}
	out = append(out, head)
	room := h - len(out)
	if !side {
		room -= foot + 1
	}
	lines := max(room/weeks, 1)
	for monday := first; monday <= to; monday += 7 {
		for i := range lines {
			line := ""
			for d := monday; d < monday+7; d++ {
				line += v.cell(d, i, lines, cw-1) + " "
			}
			out = append(out, line)
		}
	}
	if side {
		out = widget.Beside(widget.Fill(out, gw, h), gw, v.detail(beside, h), beside, 3)
		return views.NewFrame(w, h, out)
	}
	out = append(out, st.Muted.Render(strings.Repeat(st.Marks.Rule, w)))
	return views.NewFrame(w, h, append(out, v.below(w, h-len(out))...))
}

// cell draws line i of a day's cell of n lines; what belongs to another month stays empty.
func (v *View) cell(d hall.Day, i, n, w int) string {
	st, say := v.env.Styles, v.env.Say
	from, to := v.day.Month()
	if d < from || d > to {
		return strings.Repeat(" ", w)
	}
	day := v.at(d)
	style := st.Text
	if !day.Info.Open && len(day.Rows) == 0 {
		style = st.Muted
	}
	said := ""
	if i == 0 {
		_, _, date := d.Date()
		said = " " + widget.PadLeft(text.Digits(date), 2)
		if d == v.env.Today() && d != v.day {
			said = "[" + said[1:] + "]"
		}
		note := say(text.Words(text.DayMark(day.Info), text.LunarShort(almanac.Lunar(d))))
		if n == 1 || n == 2 && countyRows(day) > 0 { // the county team has no line of its own
			note = strings.Join(v.cellLines(day, n, w-1), " ")
			if n == 2 {
				note = say(text.Words(text.DayMark(day.Info), v.countySaid(day, true)))
			}
		}
		if mark := say(text.DayMark(day.Info)); n > 2 && widget.Width(said+" "+note) > w { // the lunar date can be read below
			note = mark
		}
		said += " " + note
	} else if all := v.cellLines(day, n, w-1); i-1 < len(all) {
		said = all[i-1]
		switch name, asked := strings.CutPrefix(said, say(swapShort)+" "); {
		case strings.HasPrefix(said, say(lackHead)):
			style = st.Danger
		case asked && widget.Width(said) > w-1:
			said = "?" + name
		case !asked:
			said = bare(said, w-1)
		}
		said = " " + said
	}
	if d == v.day {
		style = st.Selected
		if i == 0 {
			said = st.Marks.Cursor + said[1:]
		}
	}
	return style.Render(widget.Pad(widget.Cut(said, w, st.Marks.More), w))
}

// cellLines are who is on duty on a day, a shift a line: the hall's own, then the county
// team's visits where a cell has lines for them.
func (v *View) cellLines(day hall.DutyMonthDay, n, w int) []string {
	var out []string
	for _, r := range day.Rows {
		if r.Kind != hall.DutyHall {
			continue
		}
		said := v.shiftSaid(r)
		if n > 3 && widget.Width(said) > w { // there are lines for each by himself
			out = append(out, v.shiftParts(r)...)
			continue
		}
		out = append(out, said)
	}
	if countyRows(day) == 0 || n <= 2 {
		return out
	}
	said := v.env.Say(v.countySaid(day, false))
	if who := v.countyNames(day); n > 4 && widget.Width(said) > w && len(who) > 0 {
		return append(append(out, v.env.Say(countyOne)), who...)
	}
	return append(out, said)
}

func countyRows(day hall.DutyMonthDay) int {
	n := 0
	for _, r := range day.Rows {
		if r.Kind == hall.DutyCounty && r.State == hall.DutyStands {
			n++
		}
	}
	return n
}

// countyNames are those of the county team who come, where it is one visit with nobody missing.
func (v *View) countyNames(day hall.DutyMonthDay) []string {
	var out []string
	for _, r := range day.Rows {
		if r.Kind == hall.DutyCounty && r.State == hall.DutyStands && r.Open == 0 && countyRows(day) == 1 {
			out = append(out, v.shiftParts(r)...)
		}
	}
	return out
}

// countySaid is the county team's visit in a cell: who comes, or, to a county, to how many
// townships somebody goes.
func (v *View) countySaid(day hall.DutyMonthDay, short bool) text.Message {
	n, lack := 0, 0
	var only hall.DutyRow
	for _, r := range day.Rows {
		if r.Kind == hall.DutyCounty && r.State == hall.DutyStands {
			n, lack, only = n+1, lack+r.Open, r
		}
	}
	switch {
	case lack > 0:
		return countyLack.With("n", lack)
	case n > 1:
		return countyN.With("n", n)
	case short:
		return countyOne
	}
	return countyWho.With("who", v.shiftSaid(only))
}

// shiftSaid is a shift in one line of few cells.
func (v *planner) shiftSaid(r hall.DutyRow) string {
	parts := v.shiftParts(r)
	at := len(parts) - len(present(r)) // where the names begin
	return strings.TrimSpace(strings.Join(parts[:at], " ") + " " + v.env.Say(text.Names(parts[at:])))
}

// present are those of a shift who come.
func present(r hall.DutyRow) []string {
	if r.State == hall.DutyOff {
		return nil
	}
	var names []string
	for _, p := range r.Places {
		if !p.Empty() {
			names = append(names, p.Who.Name)
		}
	}
	return names
}

// shiftParts are what is said of a shift: what is missing first, then that it is asked for,
// then who is on it, one by one.
func (v *planner) shiftParts(r hall.DutyRow) []string {
	say := v.env.Say
	if r.State == hall.DutyOff {
		return []string{say(offShort)}
	}
	var out []string
	if r.Open > 0 {
		out = append(out, say(lackN.With("n", r.Open)))
	}
	if r.Swap != 0 {
		out = append(out, say(swapShort))
	}
	names := present(r)
	if r.Mine && len(names) > 0 {
		names[0] = v.env.Styles.Marks.Done + names[0]
	}
	return append(out, names...)
}
