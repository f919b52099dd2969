package rota

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// county is a year of the county team: all townships by weeks, or by its people.
type county struct {
	year   int
	m      hall.DutyMonth
	cover  []hall.TownCover
	weeks  []hall.Day // their Mondays
	read   bool
	row    int
	week   hall.Day // the Monday under the cursor
	top    int
	left   int
	shown  int // weeks shown last
	people bool
	table  widget.Table
}

type countyRead struct {
	year int
	m    hall.DutyMonth
	err  error
}

// stand puts the cursor on the week of a day.
func (c *county) stand(d hall.Day) {
	c.week, _ = hall.DutyPeriod(1, d)
	c.year = (c.week + 3).Year() // a week is of the year its Thursday lies in
	if len(c.weeks) == 0 || c.weeks[0] > c.week || c.weeks[len(c.weeks)-1] < c.week {
		c.weeks, c.read = weeksOf(c.year), false
	}
}

// weeksOf are the Mondays of a year's weeks.
func weeksOf(year int) []hall.Day {
	var out []hall.Day
	first, _ := hall.DutyPeriod(1, hall.NewDay(year, 1, 4)) // the week that holds 4 January is the first
	for d := first; (d + 3).Year() == year; d += 7 {
		out = append(out, d)
	}
	return out
}

func (v *View) readCounty() tea.Cmd {
	c := &v.county
	if c.week == 0 {
		c.stand(v.day)
	}
	desk, year := v.env.Desk, c.year
	from, to := c.weeks[0], c.weeks[len(c.weeks)-1]+6
	return func() tea.Msg {
		m, err := desk.DutyMonth(context.Background(), min(from, hall.NewDay(year, 1, 1)), max(to, hall.NewDay(year, 12, 31)))
		return countyRead{year, m, err}
	}
}

// countyMessage takes the messages of a county's year; false for others.
func (v *View) countyMessage(msg tea.Msg) (tea.Cmd, bool) {
	m, ok := msg.(countyRead)
	if !ok {
		return nil, false
	}
	c := &v.county
	if m.year != c.year {
		return nil, true
	}
	if m.err != nil {
		return views.Fail(m.err), true
	}
	c.m, c.read = m.m, true
	var rows []hall.DutyRow
	for _, d := range m.m.Days {
		rows = append(rows, d.Rows...)
	}
	c.cover = hall.Cover(v.env.Settings.Rotation(), rows, hall.NewDay(c.year, 1, 1), hall.NewDay(c.year, 12, 31))
	c.row = max(min(c.row, len(c.cover)-1), 0)
	v.fillPeople()
	return nil, true
}

// countyStand goes to the week of a day.
func (v *View) countyStand(d hall.Day) tea.Cmd {
	c := &v.county
	year := c.year
	c.stand(d)
	v.day = d
	if c.year != year {
		return v.readCounty()
	}
	return nil
}

func (v *View) countyKey(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	c := &v.county
	if c.people {
		c.table.Update(msg)
		return nil
	}
	switch k.Keystroke() {
	case "up":
		c.row = max(c.row-1, 0)
	case "down":
		c.row = min(c.row+1, max(len(c.cover)-1, 0))
	case "left":
		return v.countyStand(c.week - 7)
	case "right":
		return v.countyStand(c.week + 7)
	case "pgup":
		return v.countyStand(c.week - hall.Day(7*max(c.shown-1, 1)))
	case "pgdown":
		return v.countyStand(c.week + hall.Day(7*max(c.shown-1, 1)))
	case "home":
		return v.countyStand(v.env.Today())
	}
	return nil
}

func (v *View) countyActions(enter func(func() tea.Cmd) views.Action, more views.Action) []views.Action {
	t := text.Rota
	tab := views.Action{Key: views.Key("Tab", "tab"), Name: t.KeyPeople, Run: v.turnCounty}
	year := []views.Action{
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.KeyPlan, Run: v.beginPlan, Blocked: v.mayPlan}, more,
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.KeyJump, Run: v.askDay}, {Key: views.Key("Home", "home"), Name: text.Calendar.KeyToday, Hidden: true},
	}
	if v.county.people {
		tab.Name = t.KeyTowns
		return append([]views.Action{{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose}, enter(v.showOwn), tab}, year...)
	}
	return append([]views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: text.Dialog.Choose, Hidden: true},
		enter(v.dayMenu), tab, {Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: t.KeyWeeks},
	}, year...)
}

func (v *View) turnCounty() tea.Cmd {
	v.county.people = !v.county.people
	return nil
}

// countyTown is the township under the cursor; empty elsewhere.
func (v *View) countyTown() string {
	if c := &v.county; v.page == pageCounty && c.row < len(c.cover) {
		return c.cover[c.row].Town.Name
	}
	return ""
}

// countyHere are the visits of the township and the week under the cursor, and the day that is
// meant when there is none: the township's own weekday, not in the past.
func (v *View) countyHere() (hall.Day, []hall.DutyRow) {
	c := &v.county
	if c.row >= len(c.cover) {
		return v.day, nil
	}
	rows := v.visits(c.cover[c.row].Town.Name, c.week)
	if len(rows) > 0 {
		return rows[0].Day, rows
	}
	day := c.week
	if w := c.cover[c.row].Town.Weekday; w > 0 {
		day += hall.Day(w - 1)
	}
	if today := v.env.Today(); day < today && c.week+6 >= today {
		day = today
	}
	return day, nil
}

// visits are those of a township in a week.
func (v *View) visits(town string, monday hall.Day) []hall.DutyRow {
	var out []hall.DutyRow
	c := &v.county
	for d := monday; d < monday+7; d++ {
		i := int(d - c.m.From)
		if !c.read || i < 0 || i >= len(c.m.Days) {
			continue
		}
		for _, r := range c.m.Days[i].Rows {
			if r.Kind == hall.DutyCounty && r.Township == town {
				out = append(out, r)
			}
		}
	}
	return out
}
