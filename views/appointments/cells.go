package appointments

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// cell draws a column's part of a row in w cells.
func (v *View) cell(g grid, c column, row, w int) string {
	at := c.at(row)
	if len(at) == 0 {
		return v.emptyCell(g, c, row, w)
	}
	lanes := at[0].lanes
	if lanes > 1 && w/lanes < laneLeast {
		return v.stacked(g, c, at[0].run, row, w)
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
				part = v.part(c, b, row, cells)
			}
		}
		out += part
	}
	return out
}

// stacked draws a row of a run of blocks for which there is no room side by side: they stand
// below one another in the run's rows, as many as there are, each with its beginning where that
// is not the row's; the last row says how many more there are.
func (v *View) stacked(g grid, c column, run, row, w int) string {
	st := v.env.Styles
	var all []block
	first, last, chosen := len(g.marks), 0, -1
	for _, b := range c.blocks {
		if b.run != run {
			continue
		}
		if b.row.ID == v.id && v.id != 0 {
			chosen = len(all)
		}
		all, first, last = append(all, b), min(first, b.first), max(last, b.last)
	}
	rows := last - first + 1
	i := row - first
	hidden := ""
	if rest := len(all) - rows; rest > 0 && i == rows-1 {
		hidden = " +" + text.Digits(rest)
		if chosen > i {
			i = chosen
		}
	}
	if i >= len(all) {
		return st.Muted.Render(widget.Pad(st.Marks.Bar, w))
	}
	b := all[i]
	said := joined1(v.kindWord(b.row), v.where(c, b.row), v.who(b.row))
	if widget.Width(said) > w-2-len(hidden) {
		said = joined1(v.kindWord(b.row), v.who(b.row))
	}
	if b.row.Slot.From != g.marks[row] {
		said = joined1(text.Minutes(b.row.Slot.From), v.who(b.row))
	}
	return v.styled(c, b, kindMark(st.Marks, b.row.Kind), said, w-len(hidden), true) + st.Danger.Render(hidden)
}

func (v *View) emptyCell(g grid, c column, row, w int) string {
	st := v.env.Styles
	minute := g.marks[row]
	s := " "
	if c.open(minute) && !v.isPast(c.day, minute) && !c.gone {
		s = st.Marks.Dot
	}
	if v.here(c) && g.index(v.minute) == row && v.id == 0 && v.grab == nil {
		return st.Selected.Render(widget.Pad(st.Marks.Cursor, w-1)) + " "
	}
	return st.Muted.Render(widget.Pad(s, w))
}

// here reports whether a column is the cursor's.
func (v *View) here(c column) bool {
	return c.day == v.day && (v.shape != byDay || c.key == v.col)
}

// isPast reports whether a half hour is over.
func (v *View) isPast(d hall.Day, minute int) bool {
	now := v.env.Now()
	return d < v.env.Today() || d == v.env.Today() && minute+step <= now.Hour()*60+now.Minute()
}

// part draws one row of a block in w cells: a sign of its kind, then who, where, what.
func (v *View) part(c column, b block, row, w int) string {
	st := v.env.Styles
	lines := v.says(c, b.row, w-1, b.last-b.first+1)
	said := ""
	if i := row - b.first; i < len(lines) {
		said = lines[i]
	}
	mark := st.Marks.Bar
	if row == b.first {
		mark = kindMark(st.Marks, b.row.Kind)
	}
	return v.styled(c, b, mark, said, w, row == b.first)
}

// styled draws what a row of a block says; the selected one is marked in its first row.
func (v *View) styled(c column, b block, mark, said string, w int, head bool) string {
	st := v.env.Styles
	style := st.Text
	if b.row.State.Over() {
		style = st.Muted
	}
	if b.row.ID == v.id && v.id != 0 && (v.here(c) || v.shape != byDay) {
		style = st.Selected
		if head {
			mark = st.Marks.Cursor
		}
		if v.grab != nil && v.grab.hard() != nil {
			style, mark = st.Clash, "!"
		}
	}
	return style.Render(widget.Pad(mark+widget.Cut(said, w-2, st.Marks.More), w-1)) + " "
}
