package appointments

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// walk moves the cursor.
func (v *View) walk(key string) tea.Cmd {
	if v.shape == byMonth {
		return v.walkMonth(key)
	}
	switch key {
	case "up":
		v.vertical(-1)
	case "down":
		v.vertical(1)
	case "left":
		return v.horizontal(-1)
	case "right":
		return v.horizontal(1)
	case "pgup":
		return v.turn(-1)
	case "pgdown":
		return v.turn(1)
	case "home":
		return v.goDay(v.env.Today())
	default:
		return nil
	}
	return v.look()
}

// vertical goes to the next row that is not the same appointment's. Those that share rows are
// gone through one after the other.
func (v *View) vertical(by int) {
	g := v.grid()
	c := g.cols[v.column(g)]
	row := g.index(v.minute)
	if i := slices.IndexFunc(c.blocks, func(b block) bool { return b.row.ID == v.id && v.id != 0 }); i >= 0 {
		if next := i + by; next >= 0 && next < len(c.blocks) && c.blocks[next].run == c.blocks[i].run {
			v.choose(g, c, c.blocks[next])
			return
		}
		for _, b := range c.blocks {
			switch {
			case b.run != c.blocks[i].run:
			case by > 0:
				row = max(row, b.last)
			default:
				row = min(row, b.first)
			}
		}
	}
	if row += by; row < 0 || row >= len(g.marks) {
		return
	}
	if at := c.at(row); by < 0 && len(at) > 0 { // from below: the last of the run
		last := at[0]
		for _, b := range c.blocks {
			if b.run == last.run {
				last = b
			}
		}
		v.choose(g, c, last)
		return
	}
	v.settle(g, c, row, 0)
}

// choose puts the cursor on an appointment.
func (v *View) choose(g grid, c column, b block) {
	v.day, v.col, v.minute, v.id = c.day, c.key, g.marks[b.first], b.row.ID
}

// settle puts the cursor on what stands in a row: the appointment in the lane, or nothing.
func (v *View) settle(g grid, c column, row, lane int) {
	v.day, v.col, v.minute, v.id = c.day, c.key, g.marks[row], 0
	if at := c.at(row); len(at) > 0 {
		v.choose(g, c, at[max(min(lane, len(at)-1), 0)])
	}
}

// horizontal goes to the next lane, then to the next column, then to the next week or day.
func (v *View) horizontal(by int) tea.Cmd {
	g := v.grid()
	i := v.column(g)
	row := g.index(v.minute)
	if at := g.cols[i].at(row); v.id != 0 {
		lane := slices.IndexFunc(at, func(b block) bool { return b.row.ID == v.id }) + by
		if lane >= 0 && lane < len(at) {
			v.settle(g, g.cols[i], row, lane)
			return v.look()
		}
	}
	lane := 0
	if by < 0 {
		lane = 99
	}
	if i += by; i >= 0 && i < len(g.cols) {
		v.settle(g, g.cols[i], row, lane)
		return v.look()
	}
	if v.shape == byDay {
		v.col = "" // the other end of the next day
		v.day = v.nextDay(v.day, by)
	} else {
		v.day = v.nextDay(monday(v.day)+map[int]hall.Day{-1: 0, 1: 6}[by], by)
	}
	v.id = 0
	cmd := v.moved()
	if g = v.grid(); by < 0 && v.shape == byDay {
		v.col = g.cols[len(g.cols)-1].key
	}
	return cmd
}

// nextDay is the next open day in a direction, at most two weeks away.
func (v *View) nextDay(d hall.Day, by int) hall.Day {
	cal := v.env.Calendar()
	for n := hall.Day(1); n <= 14; n++ {
		if day := d + n*hall.Day(by); cal.On(day).Open {
			return day
		}
	}
	return d + hall.Day(by)
}

// turn shows the next day, week or month, or the one before.
func (v *View) turn(by int) tea.Cmd {
	d := v.day
	switch v.shape {
	case byDay:
		d = v.nextDay(d, by)
	case byMonth:
		d = d.AddMonths(by)
	default:
		d += 7 * hall.Day(by)
	}
	return v.goDay(d)
}

func (v *View) goDay(d hall.Day) tea.Cmd {
	v.day, v.id = d, 0
	return v.moved()
}

// moved follows a change of the days that are shown: what is there is read.
func (v *View) moved() tea.Cmd {
	v.stand()
	if v.covers() {
		return v.look()
	}
	return v.Load()
}

// stand puts the cursor where something is: on the appointment that it stood on, if that is
// still there, else on what stands in its row now.
func (v *View) stand() {
	if v.shape == byMonth {
		v.id = 0
		return
	}
	g := v.grid()
	if len(g.marks) == 0 {
		return
	}
	if v.id != 0 {
		for at := range g.cols {
			c := g.cols[(v.column(g)+at)%len(g.cols)] // a mediator's stays in his column
			for _, b := range c.blocks {
				if b.row.ID == v.id {
					v.day, v.col, v.minute = c.day, c.key, g.marks[b.first]
					return
				}
			}
		}
		v.id = 0
	}
	v.settle(g, g.cols[v.column(g)], g.index(v.minute), 0)
}

func (v *View) turnTo(s shape) tea.Cmd {
	v.shape = s
	return v.moved()
}

func (v *View) turnColumns() tea.Cmd {
	v.people = !v.people
	return v.moved()
}

func (v *View) walkMonth(key string) tea.Cmd {
	by := map[string]hall.Day{"left": -1, "right": 1, "up": -7, "down": 7}[key]
	switch {
	case by != 0:
		return v.goDay(v.day + by)
	case key == "pgup":
		return v.turn(-1)
	case key == "pgdown":
		return v.turn(1)
	case key == "home":
		return v.goDay(v.env.Today())
	}
	return nil
}
