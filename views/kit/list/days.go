package list

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// Days has a list be of one day: of today, unless somebody goes to another. PgUp and PgDn go a day
// back and on, Ctrl-G to one that is typed, Home and Esc back to today.
type Days struct {
	env   *views.Env
	day   hall.Day // 0: today, past midnight too
	ahead bool     // there is something to see of days to come
	month bool     // it is of a month, which its first day stands for
	turn  func(any) tea.Cmd
}

// NewDays begins at a day; 0: today. Turn reads what is listed of another, which Query.Where names.
func NewDays(env *views.Env, day hall.Day, ahead bool, turn func(where any) tea.Cmd) *Days {
	d := &Days{env: env, ahead: ahead, turn: turn}
	d.set(day)
	return d
}

// NewMonths is NewDays of a list of a month, that of a day: PgUp and PgDn go a month back and on.
func NewMonths(env *views.Env, day hall.Day, turn func(where any) tea.Cmd) *Days {
	d := &Days{env: env, ahead: true, month: true, turn: turn}
	d.set(day)
	return d
}

func (d *Days) set(day hall.Day) {
	if d.month && day != 0 {
		day, _ = day.Month()
	}
	if d.day = day; day == d.now() {
		d.day = 0
	}
}

// now is today, or the first day of its month.
func (d *Days) now() hall.Day {
	today := d.env.Today()
	if d.month {
		today, _ = today.Month()
	}
	return today
}

// Day is what is asked for: 0 is today, past midnight too.
func (d *Days) Day() hall.Day { return d.day }

// Shown is the day that is looked at.
func (d *Days) Shown() hall.Day {
	if d.day != 0 {
		return d.day
	}
	return d.now()
}

// Today reports whether it is today, or this month.
func (d *Days) Today() bool { return d.Shown() == d.now() }

// Of is the day that a question is about; begin is the one a list was opened with, 0: today.
func (q Query) Of(s views.Session, begin hall.Day) hall.Day {
	if day, ok := q.Where.(hall.Day); ok {
		begin = day
	}
	if begin == 0 {
		return s.Today()
	}
	return begin
}

// Go shows another day, or today. Where nothing is to be seen of days to come, today is the last.
func (d *Days) Go(day hall.Day) tea.Cmd {
	if !d.ahead && day > d.env.Today() {
		return views.Toast(views.Warn, daysLast)
	}
	d.set(day)
	return d.turn(d.day)
}

// Took takes the day that was typed.
func (d *Days) Took(msg tea.Msg) (tea.Cmd, bool) {
	if m, ok := msg.(form.Jumped); ok {
		return d.Go(m.Day), true
	}
	return nil, false
}

// Keys go to other days.
func (d *Days) Keys() []views.Action {
	turn := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			if d.month {
				return d.Go(d.Shown().AddMonths(n))
			}
			return d.Go(d.Shown() + hall.Day(n))
		}
	}
	name, back := daysBy, text.Today
	if d.month {
		name, back = monthsBy, thisMonth
	}
	home := func() tea.Cmd { return d.Go(d.env.Today()) }
	out := []views.Action{
		{Key: views.Key("PgUp/PgDn", "pgdown"), Name: name, Run: turn(1)},
		{Key: views.Key("PgUp", "pgup"), Name: name, Run: turn(-1), Hidden: true},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: daysJump, Run: func() tea.Cmd { return form.Jump(d.env) }},
	}
	if !d.Today() {
		out = append(out,
			views.Action{Key: views.Key("Home", "home"), Name: back, Run: home, Hidden: true},
			views.Action{Key: views.Key("Esc", "esc"), Name: back, Run: home})
	}
	return out
}
