package appointments

import (
	"slices"
	"strings"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// timeWidth is what the times on the left take; laneLeast the narrowest lane that shows a name
// of three characters.
const (
	timeWidth = 8
	laneLeast = 9
	colLeast  = 12
	// closedWidth is what a closed day takes: its date, with the mark of today.
	closedWidth = 12
	// paneLeast and paneMost are how many lines tell about what is selected.
	paneLeast = 3
	paneMost  = 8
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case !v.read:
		return views.NewFrame(w, h, nil)
	case v.shape == byMonth:
		return v.drawMonth(w, h)
	}
	g := v.grid()
	cols := v.visible(g, w)
	out := append(v.top(w), v.heads(cols, len(g.cols), w)...)
	out = append(out, v.body(g, cols, max(h-len(out)-paneLeast, 1))...)
	pane := max(min(h-len(out), paneMost), 0)
	out = widget.Fill(out, w, h-pane)
	lines := v.details(g)
	if v.held != nil {
		lines = v.moveLines()
	}
	return views.NewFrame(w, h, append(out, v.pane(lines, w, pane)...))
}

// pane tells about what is selected, on a ground of its own: all of it where there is room.
func (v *View) pane(lines []string, w, h int) []string {
	var out []string
	for _, l := range lines {
		if out = append(out, widget.Cut(l, w-4, v.env.Styles.Marks.More)); len(lines) < h && widget.Width(l) > w-4 {
			out = append(out[:len(out)-1], widget.Wrap(l, w-4)...)
		}
	}
	return widget.Raised(v.env.Styles, out, w, h)
}

// top are the lines above the heads: the shapes with their digits, what the signs mean, and that
// a year's holidays are not known.
func (v *View) top(w int) []string {
	st, say := v.env.Styles, v.env.Say
	names := make([]string, len(shapes))
	for i, n := range shapes {
		names[i] = say(n)
	}
	line := " " + widget.Tabs(st, names, int(v.shape), true)
	m := st.Marks
	said := say(legend.With("a", m.Bar).With("j", m.Thick).With("f", m.Dashed).With("o", m.Dot))
	if room := w - 1 - widget.Width(line) - widget.Width(said); room > 0 && v.shape != byMonth {
		line += strings.Repeat(" ", room) + st.Muted.Render(said)
	}
	out := []string{line}
	cal := v.env.Calendar()
	year := cal.Warn(v.env.Today())
	if y := v.day.Year(); year == 0 && y >= v.env.Today().Year() && cal.Missing(y) {
		year = y
	}
	if year != 0 {
		out = append(out, "  "+st.Danger.Render(widget.Cut("! "+say(text.TableDoubt(year)), w-3, m.More)))
	}
	return out
}

// visible are the columns that find room, the cursor's among them, each with its width: a day
// on which the hall is closed and nothing stands takes as little as its date.
func (v *View) visible(g grid, w int) []column {
	n := len(g.cols)
	if v.shape == byDay {
		n = min(n, max((w-timeWidth)/(colLeast+1), 1))
	}
	first := max(min(v.column(g)-n/2, len(g.cols)-n), 0)
	cols := slices.Clone(g.cols[first : first+n])
	room, share := w-timeWidth, n
	if v.shape != byDay {
		for i, c := range cols {
			if len(c.hours) == 0 && len(c.blocks) == 0 {
				cols[i].w, room, share = closedWidth, room-closedWidth, share-1
			}
		}
	}
	for i := range cols {
		if cols[i].w == 0 || share == 0 {
			cols[i].w = room / max(share, 1)
		}
	}
	return cols
}

// today reports whether a column is that of today among other days: it has a ground of its own.
func (v *View) today(c column) bool { return v.shape != byDay && c.day == v.env.Today() }

// ground puts a column's cells on the ground of its day.
func (v *View) ground(c column, s string) string {
	if v.today(c) {
		return v.env.Styles.Onto(theme.Soft, s)
	}
	return s
}

// heads are the two lines above the columns.
func (v *View) heads(cols []column, all, w int) []string {
	st, say := v.env.Styles, v.env.Say
	first, second := strings.Repeat(" ", timeWidth), strings.Repeat(" ", timeWidth)
	if v.shape == byDay {
		now := text.Message{}
		if v.day == v.env.Today() {
			now = text.Calendar.Today
		}
		line := st.Title.Render(say(text.Words(text.Day(v.day), now))) + "  " + st.Muted.Render(say(v.dayNote(v.day)))
		if all > len(cols) {
			line += "  " + st.Muted.Render(say(someColumns.With("n", len(cols)).With("all", all)))
		}
		first = "  " + widget.Cut(line, w-4, st.Marks.More)
	}
	for _, c := range cols {
		if v.shape == byDay {
			second += st.Title.Render(widget.Pad(widget.Cut(v.colName(c), c.w-1, st.Marks.More), c.w))
			continue
		}
		style := st.Text
		switch {
		case c.day == v.env.Today():
			style = st.Accent
		case c.day == v.day:
			style = st.Title
		}
		cell := func(style theme.Style, s string) string {
			return v.ground(c, style.Render(widget.Pad(" "+widget.Cut(s, c.w-2, st.Marks.More), c.w-1))) + " "
		}
		first += cell(style, v.dayHead(c, c.w-2))
		second += cell(st.Muted, v.dayBelow(c.day, c.w-2))
	}
	return []string{first, second}
}

// dayHead names a day above its column: 周二 11-24 今天.
func (v *View) dayHead(c column, w int) string {
	name := v.env.Say(text.ColumnDay(c.day))
	if now := v.env.Say(text.Calendar.Today); c.day == v.env.Today() && widget.Width(name)+1+widget.Width(now) <= w {
		name += " " + now
	} else if c.day == v.env.Today() {
		if name = "[" + name + "]"; widget.Width(name) > w {
			name = "*" + strings.Trim(name, "[]")
		}
	}
	return name
}

// dayBelow is what stands below a day's date: what kind of day it is, and the lunar date.
func (v *View) dayBelow(d hall.Day, w int) string {
	say := v.env.Say
	full := say(v.dayNote(d))
	if widget.Width(full) <= w {
		return full
	}
	info, l := v.env.Calendar().On(d), almanac.Lunar(d)
	kind := say(text.Words(text.DayMark(info), text.DayName(info)))
	if info.Name == "" {
		kind = say(text.DayName(info))
	}
	if short := kind + " " + say(text.LunarShort(l)); widget.Width(short) <= w {
		return strings.TrimSpace(short)
	}
	if kind != "" {
		return kind
	}
	return say(text.LunarShort(l))
}

// dayNote is the same in full.
func (v *View) dayNote(d hall.Day) text.Message {
	info := v.env.Calendar().On(d)
	return text.Words(text.Lunar(almanac.Lunar(d)), text.DayMark(info), text.DayName(info))
}

func (v *View) colName(c column) string {
	say := v.env.Say
	switch {
	case c.gone:
		return say(roomGone.With("room", c.room))
	case c.room != "":
		return c.room
	case c.out:
		return say(noRoom)
	case c.nobody:
		return say(nobody)
	case c.mediator.ID == v.env.Actor.Mediator && c.mediator.ID != 0:
		return say(me.With("name", c.mediator.Name))
	}
	return c.mediator.Name
}

// body draws the rows that find room, the cursor's among them. Where there is more room than
// rows, those in which something stands are two lines high, and if that goes all of them.
func (v *View) body(g grid, cols []column, room int) []string {
	st := v.env.Styles
	lay := v.lay(g, room)
	g.lay = lay
	at := g.index(v.minute)
	end := at
	for _, c := range g.cols {
		for _, b := range c.blocks {
			if b.row.ID == v.id && v.id != 0 && b.first == at {
				end = b.last
			}
		}
	}
	first, last := slices.IndexFunc(lay, func(l line) bool { return l.row == at }), 0
	for i, l := range lay {
		if l.row >= 0 && l.row <= end {
			last = i
		}
	}
	top := max(min(last-room+1, first), 0) // the row of the cursor is shown, and what it stands on as far as it goes
	var out []string
	for i := top; i < len(lay) && len(out) < room; i++ {
		if lay[i].row < 0 {
			out = append(out, v.noon(cols))
			continue
		}
		label := ""
		if lay[i].sub == 0 {
			label = v.timeOf(g, lay[i].row)
		}
		if i == top && top > 0 {
			label = st.Muted.Render(st.Marks.More + text.Minutes(g.marks[lay[i].row]))
		}
		s := widget.Pad(label, timeWidth)
		for _, c := range cols {
			s += v.ground(c, v.cell(g, c, lay[i], c.w-1)) + " "
		}
		out = append(out, s)
	}
	return out
}

// line is a line of the grid: of a row, or, -1, between two that do not follow one another.
type line struct{ row, sub, n int } // n counts the lines of the rows

// lay shares the lines out among the rows.
func (v *View) lay(g grid, room int) []line {
	gaps, busy := 0, map[int]bool{}
	for i := range g.marks {
		if i > 0 && g.marks[i] != g.marks[i-1]+step {
			gaps++
		}
	}
	for _, c := range g.cols {
		for _, b := range c.blocks {
			for i := b.first; i <= b.last; i++ {
				busy[i] = true
			}
		}
	}
	extra := room - gaps - len(g.marks)
	all := extra >= len(g.marks)
	var out []line
	n := 0
	for i := range g.marks {
		if i > 0 && g.marks[i] != g.marks[i-1]+step {
			out = append(out, line{row: -1})
		}
		high := 1
		if all || busy[i] && extra > 0 {
			high, extra = 2, extra-1
		}
		for sub := range high {
			out = append(out, line{i, sub, n})
			n++
		}
	}
	return out
}

// noon is the faint rule where the hall is closed between two rows.
func (v *View) noon(cols []column) string {
	st := v.env.Styles
	s := " " + st.Muted.Render(widget.Pad(v.env.Say(noon), timeWidth-2)) + " "
	for _, c := range cols {
		s += v.ground(c, st.Rule.Render(strings.Repeat(st.Marks.Rule, c.w-1))) + st.Rule.Render(st.Marks.Rule)
	}
	return s
}

// timeOf is the time beside a row; in that of the present, what time it is.
func (v *View) timeOf(g grid, row int) string {
	st := v.env.Styles
	if v.isNow(g, row) {
		now := v.env.Now()
		return " " + st.Accent.Render(text.Minutes(hall.MinuteOf(now))) + st.Mark.Render(st.Marks.Cursor)
	}
	return " " + st.Muted.Render(text.Minutes(g.marks[row]))
}

// isNow reports whether the present lies in a row of what is shown.
func (v *View) isNow(g grid, row int) bool {
	from, to := v.span()
	now := v.env.Now()
	m := hall.MinuteOf(now)
	return from <= v.env.Today() && v.env.Today() <= to && g.marks[row] <= m && m < g.marks[row]+step
}
