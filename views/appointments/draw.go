package appointments

import (
	"slices"
	"strings"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// timeWidth is what the times on the left take; laneLeast the narrowest lane that shows a name
// of three characters.
const (
	timeWidth = 7
	laneLeast = 9
	colLeast  = 12
	// closedWidth is what a closed day takes: its date, with the mark of today.
	closedWidth = 12
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if v.w != w || v.h != h {
		v.w, v.h = w, h
	}
	switch {
	case v.fill != nil:
		return v.drawFill(w, h)
	case !v.read:
		return views.NewFrame(w, h, nil)
	case v.shape == byMonth:
		return v.drawMonth(w, h)
	}
	return v.drawGrid(w, h)
}

// detailLines are how many lines below the grid tell about what is selected.
func detailLines(h int) int {
	switch {
	case h >= 36:
		return 7
	case h >= 26:
		return 5
	}
	return 3
}

func (v *View) drawGrid(w, h int) views.Frame {
	g := v.grid()
	out := v.warning(w)
	details := detailLines(h)
	cols := v.visible(g, w)
	out = append(out, v.heads(cols, len(g.cols))...)
	room := max(h-len(out)-1-details, 1)
	out = append(out, v.body(g, cols, room)...)
	for len(out) < h-1-details {
		out = append(out, "")
	}
	out = append(out, v.legend(w))
	return views.NewFrame(w, h, append(out, v.details(g, w, details)...))
}

// warning says that a year's holidays are not known, where that matters.
func (v *View) warning(w int) []string {
	cal := v.env.Calendar()
	year := cal.Warn(v.env.Today())
	if y := v.day.Year(); year == 0 && y >= v.env.Today().Year() && cal.Missing(y) {
		year = y
	}
	if year == 0 {
		return nil
	}
	said := "! " + v.env.Say(text.Calendar.NoTable.With("year", year))
	return []string{" " + v.env.Styles.Danger.Render(widget.Cut(said, w-2, v.env.Styles.Marks.More))}
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

// heads are the two lines above the columns.
func (v *View) heads(cols []column, all int) []string {
	st, say := v.env.Styles, v.env.Say
	first, second := strings.Repeat(" ", timeWidth), strings.Repeat(" ", timeWidth)
	if v.shape == byDay {
		line := say(text.Words(text.Day(v.day), v.dayNote(v.day)))
		if v.day == v.env.Today() {
			line = say(text.Words(text.Day(v.day), text.Calendar.Today, v.dayNote(v.day)))
		}
		if all > len(cols) {
			line += "  " + say(text.Calendar.SomeColumns.With("n", len(cols)).With("all", all))
		}
		first += st.Title.Render(widget.Cut(line, v.w-timeWidth, st.Marks.More))
	}
	for _, c := range cols {
		top, below, style, cw := "", "", st.Muted, c.w
		if v.shape == byDay {
			below, style = v.colName(c), st.Title
		} else {
			top, below = v.dayHead(c, cw-1), v.dayBelow(c.day, cw-1)
			topStyle := st.Text
			if c.day == v.day {
				topStyle = st.Title
			}
			first += topStyle.Render(widget.Pad(widget.Cut(top, cw-1, st.Marks.More), cw))
		}
		second += style.Render(widget.Pad(widget.Cut(below, cw-1, st.Marks.More), cw))
	}
	return []string{first, second}
}

// dayHead names a day above its column: 周二 11-24 今天.
func (v *View) dayHead(c column, w int) string {
	name := v.env.Say(text.ColumnDay(c.day))
	if today := v.env.Say(text.Calendar.Today); c.day == v.env.Today() && widget.Width(name)+1+widget.Width(today) <= w {
		name += " " + today
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
	say, t := v.env.Say, text.Calendar
	switch {
	case c.gone:
		return say(t.RoomGone.With("room", c.room))
	case c.room != "":
		return c.room
	case c.out:
		return say(t.NoRoom)
	case c.nobody:
		return say(t.Nobody)
	case c.mediator.ID == v.env.Actor.Mediator && c.mediator.ID != 0:
		return say(t.Me.With("name", c.mediator.Name))
	}
	return c.mediator.Name
}

// body draws the rows that find room, the cursor's among them.
func (v *View) body(g grid, cols []column, room int) []string {
	at := g.index(v.minute)
	gaps, across := 0, 0
	for _, c := range cols {
		across += c.w
	}
	for i := 1; i < len(g.marks); i++ {
		if g.marks[i] != g.marks[i-1]+step {
			gaps++
		}
	}
	rows := room
	if len(g.marks)+gaps > room {
		rows = max(room-gaps, 1)
	}
	end := at
	for _, c := range g.cols {
		for _, b := range c.blocks {
			if b.row.ID == v.id && v.id != 0 && b.first == at {
				end = min(b.last, at+rows-1)
			}
		}
	}
	v.top = max(min(v.top, at, len(g.marks)-rows), end-rows+1, 0)
	var out []string
	for i := v.top; i < len(g.marks) && len(out) < room; i++ {
		if i > v.top && g.marks[i] != g.marks[i-1]+step {
			out = append(out, v.env.Styles.Muted.Render(strings.Repeat(" ", timeWidth)+strings.Repeat(v.env.Styles.Marks.Rule, max(across-1, 0))))
			if len(out) == room {
				break
			}
		}
		mark := " "
		if i == v.top && i > 0 {
			mark = v.env.Styles.Marks.More
		}
		line := v.env.Styles.Muted.Render(mark+text.Minutes(g.marks[i])) + " "
		for _, c := range cols {
			line += v.cell(g, c, i, c.w)
		}
		out = append(out, line)
	}
	return out
}
