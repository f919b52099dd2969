package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// county is a year of the county team: all townships by weeks.
type county struct {
	planner
	year  int
	m     hall.DutyMonth
	cover []hall.TownCover
	weeks []hall.Day // their Mondays
	read  bool
	row   int
	week  hall.Day // the Monday under the cursor
	saved hall.Day // the first day that was planned, whose township the cursor goes to; 0: it stays
	top   int
	left  int
	shown int // weeks shown last
}

type countyRead struct {
	year int
	m    hall.DutyMonth
	err  error
}

func newCounty(env *views.Env, day hall.Day) *county {
	c := &county{planner: planner{env}}
	c.put(day)
	return c
}

// put puts the cursor on the week of a day; true where that is another year's.
func (c *county) put(d hall.Day) bool {
	c.week, _ = hall.DutyPeriod(1, d)
	year := (c.week + 3).Year() // a week is of the year its Thursday lies in
	if year == c.year {
		return false
	}
	c.year, c.weeks, c.read = year, weeksOf(year), false
	return true
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

// Title implements views.Titled.
func (c *county) Title() text.Message { return titleCounty }

// Load implements views.View.
func (c *county) Load() tea.Cmd {
	year, from, to := c.year, c.weeks[0], c.weeks[len(c.weeks)-1]+6
	return c.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m, err := s.Desk.DutyMonth(ctx, min(from, hall.NewDay(year, 1, 1)), max(to, hall.NewDay(year, 12, 31)))
		return countyRead{year, m, err}
	})
}

// Update implements views.View.
func (c *county) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case countyRead:
		return c.answered(m)
	case form.Jumped:
		return c.stand(m.Day)
	case form.Saved[planning]: // what was planned is shown, whatever year it is
		c.saved = m.Value.first(inYear(m.Value.shown.plans[0].From))
		c.put(c.saved)
		return c.Load()
	case tea.KeyPressMsg:
		return c.key(m.Keystroke())
	}
	return nil
}

func (c *county) answered(m countyRead) tea.Cmd {
	if m.year != c.year {
		return nil
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	c.m, c.read = m.m, true
	var rows []hall.DutyRow
	for _, d := range m.m.Days {
		rows = append(rows, d.Rows...)
	}
	c.cover = hall.Cover(c.env.Settings.Rotation(), rows, hall.NewDay(c.year, 1, 1), hall.NewDay(c.year, 12, 31))
	c.row = max(min(c.row, len(c.cover)-1), 0)
	c.standOnSaved()
	return nil
}

// standOnSaved puts the cursor on the township that is visited first of what was saved.
func (c *county) standOnSaved() {
	if c.saved == 0 {
		return
	}
	on := func(t hall.TownCover) bool {
		return slices.ContainsFunc(c.visits(t.Town.Name, c.week), func(r hall.DutyRow) bool { return r.Day == c.saved })
	}
	if i := slices.IndexFunc(c.cover, on); i >= 0 {
		c.row, c.saved = i, 0
	}
}

// inYear is a day, or, where its week is of the year before (as that of the first of January may be),
// the Monday after.
func inYear(d hall.Day) hall.Day {
	if hall.Monday(d).Year() != d.Year() && (hall.Monday(d)+3).Year() != d.Year() {
		return hall.Monday(d) + 7
	}
	return d
}

// stand goes to the week of a day.
func (c *county) stand(d hall.Day) tea.Cmd {
	if c.put(d) {
		return c.Load()
	}
	return nil
}

func (c *county) key(k string) tea.Cmd {
	switch k {
	case "up":
		c.row = max(c.row-1, 0)
	case "down":
		c.row = min(c.row+1, max(len(c.cover)-1, 0))
	case "left":
		return c.stand(c.week - 7)
	case "right":
		return c.stand(c.week + 7)
	case "pgup":
		return c.stand(c.week - hall.Day(7*max(c.shown-1, 1)))
	case "pgdown":
		return c.stand(c.week + hall.Day(7*max(c.shown-1, 1)))
	case "home":
		return c.stand(c.env.Today())
	}
	return nil
}

// Actions implements views.View.
func (c *county) Actions() []views.Action {
	day, rows := c.countyHere()
	return []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: text.Dialog.Choose, Hidden: true},
		{Key: views.Key("Enter", "enter"), Name: menu.What, Run: func() tea.Cmd { return c.dayMenu(day, rows, c.town()) }},
		{Key: views.Key("Tab", "tab"), Name: keyPeople, Run: func() tea.Cmd { return views.Push(c.people(c.year)) }},
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: keyWeeks},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: keyPlan, Run: c.plan, Blocked: c.mayPlan}, c.moreKey(day),
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: keyJump, Run: func() tea.Cmd { return form.Jump(c.env) }},
		{Key: views.Key("Home", "home"), Name: text.Calendar.KeyToday, Hidden: true},
	}
}

// plan proposes what is left of the year that is shown.
func (c *county) plan() tea.Cmd {
	return c.planForm(planOf{hall.PlanQuery{Kind: hall.DutyCounty, From: max(hall.NewDay(c.year, 1, 1), c.env.Today()), To: hall.NewDay(c.year, 12, 31)}},
		hall.Draft{})
}

// Hint implements views.Hinter.
func (c *county) Hint() text.Message { return hintCounty }

// town is the township under the cursor; empty where there is none.
func (c *county) town() string {
	if c.row < len(c.cover) {
		return c.cover[c.row].Town.Name
	}
	return ""
}

// countyHere are the visits of the township and the week under the cursor, and the day that is
// meant when there is none: the township's own weekday, not in the past.
func (c *county) countyHere() (hall.Day, []hall.DutyRow) {
	if c.row >= len(c.cover) {
		return c.week, nil
	}
	rows := c.visits(c.town(), c.week)
	if len(rows) > 0 {
		return rows[0].Day, rows
	}
	day := c.week
	if w := c.cover[c.row].Town.Weekday; w > 0 {
		day += hall.Day(w - 1)
	}
	if today := c.env.Today(); day < today && c.week+6 >= today {
		day = today
	}
	return day, nil
}

// visits are those of a township in a week.
func (c *county) visits(town string, monday hall.Day) []hall.DutyRow {
	var out []hall.DutyRow
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

// goer is one of the county team with the visits of a year.
type goer struct {
	hall.DutyTally
	visits []hall.DutyRow
	next   []text.Message
}

// people are the county team with how often each goes in a year, and where next.
func (v *planner) people(year int) views.View {
	return list.New(v.env, list.Of[goer]{
		Title: titleCounty, Empty: teamNone, Key: func(g goer) string { return g.Who.Key() },
		Columns: []ledger.Column[goer]{
			ledger.Own(whoLabel, 16, func(g goer) ledger.Cell { return ledger.Say(g.Who.Name) }),
			ledger.Own(visitsLabel, 8, func(g goer) ledger.Cell { return ledger.Number(g.Work + g.Rest) }),
			ledger.Own(onRest, 10, func(g goer) ledger.Cell { return ledger.Number(g.Rest) }),
			ledger.Own(nextVisits, 0, func(g goer) ledger.Cell { return ledger.Phrase(text.Words(g.next...)) }),
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[goer], error) {
			m, err := s.Desk.DutyMonth(ctx, hall.NewDay(year, 1, 1), hall.NewDay(year, 12, 31))
			return list.Page[goer]{Rows: goers(m, s.Today())}, err
		},
		Enter: visitsLabel, Open: func(g goer) tea.Cmd { return v.ownVisits(g, year) },
		Keys: func() []views.Action {
			return []views.Action{{Key: views.Key("Tab", "tab"), Name: keyTowns, Run: func() tea.Cmd { return views.Pop(nil) }}}
		},
	})
}

func goers(m hall.DutyMonth, today hall.Day) []goer {
	var out []goer
	for _, one := range m.Tally[hall.DutyCounty] {
		g := goer{DutyTally: one}
		for _, d := range m.Days {
			for _, r := range d.Rows {
				if r.Kind != hall.DutyCounty || r.State != hall.DutyStands || !r.Has(one.Who) {
					continue
				}
				g.visits = append(g.visits, r)
				if r.Day >= today && len(g.next) < 4 {
					g.next = append(g.next, text.Words(text.ShortDay(r.Day), text.Raw(r.Township)))
				}
			}
		}
		out = append(out, g)
	}
	return out
}

// ownVisits shows all visits of somebody.
func (v *planner) ownVisits(g goer, year int) tea.Cmd {
	var lines []string
	for _, r := range g.visits {
		var others []string
		for _, p := range r.People {
			if !p.Same(g.Who) {
				others = append(others, p.Name)
			}
		}
		lines = append(lines, v.env.Say(text.Words(text.Day(r.Day), text.Raw(r.Township), text.Raw(strings.Join(others, "、")))))
	}
	if len(lines) == 0 {
		lines = []string{v.env.Say(noVisits)}
	}
	return menu.Note(v.env, v.env.Say(ownVisits.With("name", g.Who.Name).With("year", fmt.Sprint(year))), lines)
}
