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
	turn  func(any) tea.Cmd
}

// NewDays begins at a day; 0: today. Turn reads what is listed of another, which Query.Where names.
func NewDays(env *views.Env, day hall.Day, ahead bool, turn func(where any) tea.Cmd) *Days {
	d := &Days{env: env, ahead: ahead, turn: turn}
	d.set(day)
	return d
}

func (d *Days) set(day hall.Day) {
	if d.day = day; day == d.env.Today() {
		d.day = 0
	}
}

// Day is what is asked for: 0 is today, past midnight too.
func (d *Days) Day() hall.Day { return d.day }

// Shown is the day that is looked at.
func (d *Days) Shown() hall.Day {
	if d.day != 0 {
		return d.day
	}
	return d.env.Today()
}

// Today reports whether it is today.
func (d *Days) Today() bool { return d.Shown() == d.env.Today() }

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
	by := func(n hall.Day) func() tea.Cmd { return func() tea.Cmd { return d.Go(d.Shown() + n) } }
	home := func() tea.Cmd { return d.Go(d.env.Today()) }
	out := []views.Action{
		{Key: views.Key("PgUp/PgDn", "pgdown"), Name: daysBy, Run: by(1)},
		{Key: views.Key("PgUp", "pgup"), Name: daysBy, Run: by(-1), Hidden: true},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: daysJump, Run: func() tea.Cmd { return form.Jump(d.env) }},
	}
	if !d.Today() {
		out = append(out,
			views.Action{Key: views.Key("Home", "home"), Name: text.Today, Run: home, Hidden: true},
			views.Action{Key: views.Key("Esc", "esc"), Name: text.Today, Run: home})
	}
	return out
}
