package appointments

import (
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// cell draws a column's part of a line in w cells.
func (v *View) cell(g grid, c column, l line, w int) string {
	at := c.at(l.row)
	if len(at) == 0 {
		return v.emptyCell(g, c, l, w)
	}
	lanes := at[0].lanes
	if lanes > 1 && w/lanes < laneLeast {
		return v.stacked(g, c, at[0].run, l, w)
	}
	var out string
	for lane := range lanes {
		cells := w / lanes
		if lane == lanes-1 {
			cells = w - cells*lane
		}
		part := strings.Repeat(" ", cells)
		for _, b := range at {
			if b.lane == lane {
				part = v.part(g, c, b, l, cells)
			}
		}
		out += part
	}
	return out
}

// stacked draws a line of a run of blocks for which there is no room side by side: they stand
// below one another in the run's lines, as many as there are, each with its beginning where that
// is not the row's; the last line says how many more there are.
func (v *View) stacked(g grid, c column, run int, l line, w int) string {
	st := v.env.Styles
	var all []block
	chosen := -1
	first, last := len(g.marks), 0
	for _, b := range c.blocks {
		if b.run == run {
			if b.row.ID == v.id && v.id != 0 {
				chosen = len(all)
			}
			all, first, last = append(all, b), min(first, b.first), max(last, b.last)
		}
	}
	rows, i := last-first+1, l.row-first
	if l.sub > 0 {
		i = len(all) // a second line of a row holds no block of its own
	}
	hidden := ""
	if rest := len(all) - rows; rest > 0 && i == rows-1 {
		hidden = " +" + text.Digits(rest)
		if chosen > i {
			i = chosen
		}
	}
	on := st.On(theme.Block)
	if i >= len(all) {
		return on.Bar.Render(on.Marks.Bar) + on.Text.Render(strings.Repeat(" ", w-1))
	}
	b := all[i]
	said := []string{v.kindWord(b.row), v.where(c, b.row)}
	if b.row.Slot.From != g.marks[l.row] {
		said = []string{text.Minutes(b.row.Slot.From)}
	}
	return v.styled(c, b, w-len(hidden), true, func(on theme.Styles, w int) string {
		name, _ := v.named(on, b.row, w, said...)
		return name
	}) + st.Danger.Render(hidden)
}

func (v *View) emptyCell(g grid, c column, l line, w int) string {
	st := v.env.Styles
	minute, said := g.marks[l.row], ""
	here := v.here(c) && g.index(v.minute) == l.row && v.id == 0 && v.held == nil && l.sub == 0
	now := c.day == v.env.Today() && v.isNow(g, l.row) && l.sub == 0
	switch {
	case now:
		said = strings.Repeat(st.Marks.Now, w)
	case l.sub == 0 && c.open(minute) && !v.isPast(c.day, minute) && !c.gone:
		said = " " + st.Marks.Dot
	}
	switch {
	case here && now:
		return st.On(theme.Sel).Mark.Render(st.Marks.Cursor + said[len(st.Marks.Now):])
	case here:
		return st.Selected.Render(widget.Pad(st.Marks.Cursor, w))
	case now:
		return st.Bar.Render(said)
	}
	return st.Muted.Render(widget.Pad(said, w))
}

// here reports whether a column is the cursor's.
func (v *View) here(c column) bool { return c.day == v.day && (v.shape != byDay || c.key == v.col) }

// isPast reports whether a half hour is over.
func (v *View) isPast(d hall.Day, minute int) bool {
	now := v.env.Now()
	return d < v.env.Today() || d == v.env.Today() && minute+step <= hall.MinuteOf(now)
}

// part draws one line of a block in w cells.
func (v *View) part(g grid, c column, b block, l line, w int) string {
	i, n := 0, 0 // the line of the block, and how many it has
	for _, o := range g.lay {
		if o.row >= b.first && o.row <= b.last {
			n++
			if o.n < l.n {
				i++
			}
		}
	}
	return v.styled(c, b, w, i == 0, func(on theme.Styles, w int) string { return v.says(on, c, b.row, w, n, i) })
}

// styled draws a line of a block on its ground, a sign of its kind at the left; the selected one is
// marked in its first line, and what cannot stay where it is held has the ground of a clash.
func (v *View) styled(c column, b block, w int, head bool, says func(on theme.Styles, w int) string) string {
	st := v.env.Styles
	on, bar := st.On(theme.Block), st.On(theme.Block).Bar
	for _, o := range c.blocks {
		if o.last == b.first-1 && o.lane == b.lane {
			on = st.On(theme.Block2) // it touches the one above
		}
	}
	if b.row.State.Over() {
		bar = on.BarPast
	}
	mark := kindMark(st.Marks, b.row.Kind)
	if b.row.ID == v.id && v.id != 0 && (v.here(c) || v.shape != byDay) {
		on = st.On(theme.Sel)
		bar = on.Mark
		if head {
			mark = st.Marks.Cursor
		}
		if v.held.hard() != nil {
			return st.Clash.Render(widget.Pad("!"+widget.Cut(says(theme.Styles{Marks: st.Marks}, w-2), w-2, st.Marks.More), w))
		}
	}
	return bar.Render(mark) + on.Text.Render(widget.Pad(says(on, w-2), w-1))
}

// kindMark tells the kinds apart in the grid; the words for them stand with it where there is
// room, and always below.
func kindMark(m theme.Marks, k hall.Kind) string {
	switch k {
	case hall.Joint:
		return m.Thick
	case hall.FollowUp:
		return m.Dashed
	}
	return m.Bar
}

// says is line i of a block of n, w cells wide: who, behind what it is and where; the state, with
// what found no room; what it is about; who mediates. In a single line the state stands last.
func (v *View) says(on theme.Styles, c column, r hall.VisitRow, w, n, i int) string {
	at := ""
	if r.Slot.From%step != 0 && w >= 14 {
		at = text.Minutes(r.Slot.From)
	}
	line, rest := v.named(on, r, w, at, v.kindWord(r), v.where(c, r))
	state := badge(v, on, r)
	switch i {
	case 0:
		if room := w - widget.Width(line) - widget.Width(state); n == 1 && room >= 0 {
			line += strings.Repeat(" ", room) + state
		}
		return line
	case 1:
		if widget.Width(state)+widget.Width(rest) <= w {
			state += on.Text.Render(rest)
		}
		return state
	case 2:
		if widget.Width(state)+widget.Width(rest) > w { // a place is not cut: 会诊… would be no room
			return on.Text.Render(" " + widget.Cut(rest, w-1, on.Marks.More))
		}
		if r.Hidden {
			return ""
		}
		return on.Text.Render(widget.Cut(" "+v.env.Say(text.About(v.env.Settings, r.Type, r.Subject)), w, on.Marks.More))
	case 3:
		return on.Text.Render(widget.Cut(" "+joined(namesOf(r.Mediators)...), w, on.Marks.More))
	}
	return ""
}

// named is a name, bold, behind as much of what stands before it as there is room for; the rest of
// that is for another line.
func (v *View) named(on theme.Styles, r hall.VisitRow, w int, before ...string) (line, rest string) {
	who, n := on.Title.Render(v.who(r)), len(before)
	if r.Hidden {
		who = on.Badge(theme.Secret, v.who(r))
	}
	for n > 0 && widget.Width(joined(append(slices.Clone(before[:n]), who)...)) > w {
		n--
	}
	lead := joined(before[:n]...)
	if lead != "" {
		lead += " "
	}
	return on.Text.Render(lead) + widget.Cut(who, w-widget.Width(lead), on.Marks.More), joined(before[n:]...)
}

// badge is a row's state.
func badge(v *View, on theme.Styles, r hall.VisitRow) string {
	return on.Badge(widget.StateTone(r), v.env.Say(text.VisitState(r)))
}

// who is the applicant, or that it is confidential.
func (v *View) who(r hall.VisitRow) string {
	if r.Hidden {
		return v.env.Say(hidden)
	}
	return v.env.Say(text.Who(r.Who, r.Others))
}

// where is the room, or how it is held; nothing in the column of that room.
func (v *View) where(c column, r hall.VisitRow) string {
	switch {
	case r.Kind == hall.FollowUp && r.Mode != hall.InRoom:
		return v.env.Say(text.FollowWay(r.Way))
	case r.Mode != hall.InRoom:
		return v.env.Say(text.ModeShort(r.Mode))
	case c.room != "":
		return ""
	}
	return r.Room
}

// kindWord names a kind that is no appointment.
func (v *View) kindWord(r hall.VisitRow) string {
	if r.Kind == hall.Appointment {
		return ""
	}
	return v.env.Say(text.KindShort(r.Kind))
}

// joined strings together what is not empty.
func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}
