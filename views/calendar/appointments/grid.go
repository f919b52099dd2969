package appointments

import (
	"cmp"
	"fmt"
	"slices"

	"sizhen/store/hall"
)

// grid is a day or a week as it stands on the screen: columns of half-hour rows.
type grid struct {
	cols  []column
	marks []int  // the minutes at which the rows begin
	lay   []line // how the rows are drawn
}

// column is a day of the week, or a room or a mediator of the day.
type column struct {
	key      string
	day      hall.Day
	room     string // of the day's: what is booked in it
	gone     bool   // the room is not in the settings any more
	out      bool   // of the day's: what takes no room
	mediator hall.MediatorRef
	nobody   bool // of the day's: what has no mediator yet
	hours    [][2]int
	blocks   []block
	w        int // as drawn
}

// block is an appointment in a column. Those that share a row stand side by side in lanes.
type block struct {
	row         hall.VisitRow
	first, last int // its rows
	lane, lanes int
	run         int // which run of blocks that share rows it belongs to
}

func floor(minute int) int { return minute / step * step }

// grid makes the day's or the week's grid.
func (v *View) grid() grid {
	rows := v.shown()
	if v.held != nil {
		rows = v.held.lay(rows)
	}
	var g grid
	if v.shape == byDay {
		g.cols = v.dayColumns(rows)
	} else {
		g.cols = v.weekColumns(rows)
	}
	g.marks = v.rowMarks(g.cols)
	for i := range g.cols {
		g.place(&g.cols[i])
	}
	return g
}

// weekColumns are the days of the week: all of them on a wide screen, else those on which the
// hall is open or something stands.
func (v *View) weekColumns(rows []hall.VisitRow) []column {
	var out []column
	first, cal := monday(v.day), v.env.Calendar()
	w, _ := v.env.Size()
	for d := first; d < first+7; d++ {
		c := column{key: d.String(), day: d, hours: cal.On(d).Hours}
		for _, r := range rows {
			if r.Slot.Day == d {
				c.blocks = append(c.blocks, block{row: r})
			}
		}
		if w >= wide || cal.On(d).Open || len(c.blocks) > 0 || d == v.day || d < first+5 {
			out = append(out, c)
		}
	}
	return out
}

// The keys of the day's columns that are no room and no mediator.
const (
	colOut    = "out"
	colNobody = "nobody"
)

func (v *View) dayColumns(rows []hall.VisitRow) []column {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r hall.VisitRow) bool { return r.Slot.Day != v.day })
	var cols []column
	if v.people {
		cols = v.mediatorColumns(rows)
	} else {
		cols = v.roomColumns(rows)
	}
	hours := v.env.Calendar().On(v.day).Hours
	for i := range cols {
		c := &cols[i]
		c.day, c.hours = v.day, hours
		for _, r := range rows {
			if c.holds(r) {
				c.blocks = append(c.blocks, block{row: r})
			}
		}
	}
	return cols
}

// roomColumns are the hall's rooms, those that were given up and are still booked, and
// what takes no room.
func (v *View) roomColumns(rows []hall.VisitRow) []column {
	var out []column
	add := func(room string, gone bool) {
		if !slices.ContainsFunc(out, func(c column) bool { return c.room == room }) {
			out = append(out, column{key: "r" + room, room: room, gone: gone})
		}
	}
	for _, r := range v.env.Settings.Rooms {
		add(r, false)
	}
	for _, r := range rows {
		if r.Mode == hall.InRoom && r.Room != "" {
			add(r.Room, true)
		}
	}
	return append(out, column{key: colOut, out: true})
}

// mediatorColumns are oneself, whoever has something on that day, and what nobody has yet.
func (v *View) mediatorColumns(rows []hall.VisitRow) []column {
	var out []column
	add := func(m hall.MediatorRef) {
		if !slices.ContainsFunc(out, func(c column) bool { return c.mediator.ID == m.ID }) {
			out = append(out, column{key: fmt.Sprint("m", m.ID), mediator: m})
		}
	}
	if id := v.env.Actor.Mediator; id != 0 {
		add(hall.MediatorRef{ID: id, Name: v.env.Actor.Name})
	}
	for _, r := range rows {
		for _, m := range r.Mediators {
			add(m)
		}
	}
	if len(out) > 1 {
		slices.SortFunc(out[1:], func(a, b column) int { return cmp.Compare(a.mediator.Name, b.mediator.Name) })
	}
	return append(out, column{key: colNobody, nobody: true})
}

func (c column) holds(r hall.VisitRow) bool {
	switch {
	case c.room != "":
		return r.Mode == hall.InRoom && r.Room == c.room
	case c.out:
		return r.Mode != hall.InRoom || r.Room == ""
	case c.nobody:
		return len(r.Mediators) == 0
	}
	return slices.ContainsFunc(r.Mediators, func(m hall.MediatorRef) bool { return m.ID == c.mediator.ID })
}

// rowMarks are the half hours of the opening hours, and those in which something stands all
// the same.
func (v *View) rowMarks(cols []column) []int {
	has := map[int]bool{}
	add := func(from, to int) {
		for m := floor(from); m < to; m += step {
			has[m] = true
		}
	}
	open := false
	for _, c := range cols {
		for _, h := range c.hours {
			open = true
			add(h[0], h[1])
		}
		for _, b := range c.blocks {
			add(b.row.Slot.From, b.row.Slot.To)
		}
	}
	if s := v.env.Settings; !open {
		add(s.Open[0], s.Open[1])
		add(s.Open2[0], s.Open2[1])
	}
	out := make([]int, 0, len(has))
	for m := range has {
		out = append(out, m)
	}
	slices.Sort(out)
	return out
}

// place puts a column's blocks in rows and lanes: a run of blocks that share rows with one
// another has as many lanes as it needs.
func (g grid) place(c *column) {
	var ends []int // of the run: the row in which each lane is taken last
	start := 0     // the first block of the run
	close := func(to int) {
		for i := start; i < to; i++ {
			c.blocks[i].lanes, c.blocks[i].run = len(ends), start
		}
		start, ends = to, nil
	}
	for i := range c.blocks {
		b := &c.blocks[i]
		b.first = max(slices.Index(g.marks, floor(b.row.Slot.From)), 0)
		b.last = b.first
		for b.last+1 < len(g.marks) && g.marks[b.last+1] < b.row.Slot.To {
			b.last++
		}
		if len(ends) > 0 && b.first > slices.Max(ends) {
			close(i)
		}
		b.lane = slices.IndexFunc(ends, func(end int) bool { return end < b.first })
		if b.lane < 0 {
			b.lane = len(ends)
			ends = append(ends, 0)
		}
		ends[b.lane] = b.last
	}
	close(len(c.blocks))
}

// at are the blocks of a column in a row, by lane.
func (c column) at(row int) []block {
	var out []block
	for _, b := range c.blocks {
		if b.first <= row && row <= b.last {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b block) int { return a.lane - b.lane })
	return out
}

// open reports whether a half hour lies in the column's hours.
func (c column) open(minute int) bool {
	return slices.ContainsFunc(c.hours, func(h [2]int) bool { return minute < h[1] && minute+step > h[0] })
}

// near is the row that holds a minute, or the next one; the last one late in the day.
func (g grid) near(minute int) int {
	for _, m := range g.marks {
		if m+step > minute {
			return m
		}
	}
	if n := len(g.marks); n > 0 {
		return g.marks[n-1]
	}
	return 0
}

// index is the row that begins with a minute, or the nearest one.
func (g grid) index(minute int) int { return max(slices.Index(g.marks, g.near(minute)), 0) }

// column is where the cursor's column is.
func (v *View) column(g grid) int {
	for i, c := range g.cols {
		if v.shape == byDay && c.key == v.col || v.shape != byDay && c.day == v.day {
			return i
		}
	}
	return 0
}

// slot is the time of an empty row: as long as appointments usually are, within the hours.
func (v *View) slot(c column, minute int) hall.Slot {
	s := hall.Slot{Day: c.day, From: minute, To: minute + max(v.env.Settings.Slot, stretch)}
	for _, h := range c.hours {
		if minute < h[1] && minute+step > h[0] {
			s.From = max(minute, h[0])
			if now := v.env.Now(); c.day == v.env.Today() && hall.MinuteOf(now) < minute+step {
				s.From = max(s.From, hall.MinuteOf(now)/5*5+5) // within this half hour: from now on
			}
			s.To = min(s.From+max(v.env.Settings.Slot, stretch), h[1])
		}
	}
	for _, b := range c.blocks { // a room or a mediator is free until what comes next
		if r := b.row.Slot; (c.room != "" || c.mediator.ID != 0) && !b.row.State.Over() && r.From > s.From {
			s.To = min(s.To, r.From)
		}
	}
	s.To = max(s.To, s.From+stretch)
	return s
}
