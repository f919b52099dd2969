// Package rota is where duty is planned (值班安排): the month of both kinds of duty, plans and
// leaves with what they change before they are saved, the teams, swaps, and a county's year.
package plan

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// wide is from where on the details stand beside the list.
const wide = 120

// View is the month. Teams, leaves, swaps, a county's year, forms and previews open over it.
type View struct {
	planner
	day   hall.Day // under the cursor
	month hall.DutyMonth
	read  bool
	first tea.Cmd // what the route leads to
}

type monthRead struct {
	from hall.Day
	m    hall.DutyMonth
	err  error
}

// New makes the screen; a route may lead to a day, a swap, or a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{planner: planner{env}, day: r.Day}
	if v.day == 0 {
		v.day = env.Today()
	}
	if v.first = form.Resume(env, r.Draft, v.resume); r.Swap != 0 {
		v.first = views.PushAsked(v.swaps(r.Swap))
	}
	return v
}

// Title implements views.Titled.
func (v *View) Title() text.Message { return title }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	first := v.first
	v.first = nil
	return tea.Batch(v.readMonth(), first)
}

func (v *View) readMonth() tea.Cmd {
	from, to := v.day.Month()
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m, err := s.Desk.DutyMonth(ctx, from, to)
		return monthRead{from, m, err}
	})
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case monthRead:
		if from, _ := v.day.Month(); m.from != from {
			return nil // the cursor has gone on
		}
		if m.err != nil {
			return views.Fail(m.err)
		}
		v.month, v.read = m.m, true
	case form.Jumped:
		return v.stand(m.Day)
	case form.Saved[planning]:
		return v.stand(m.Value.first(max(m.Value.shown.plans[0].From, v.env.Today())))
	case tea.KeyPressMsg:
		return v.key(m.Keystroke())
	}
	return nil
}

// stand puts the cursor on a day, and reads its month when that is another one.
func (v *View) stand(d hall.Day) tea.Cmd {
	was, _ := v.day.Month()
	v.day = max(d, hall.NewDay(1970, 1, 1))
	if from, _ := v.day.Month(); from != was {
		return v.readMonth()
	}
	return nil
}

func (v *View) key(k string) tea.Cmd {
	switch k {
	case "left":
		return v.stand(v.day - 1)
	case "right":
		return v.stand(v.day + 1)
	case "up":
		return v.stand(v.day - 7)
	case "down":
		return v.stand(v.day + 7)
	case "pgup":
		return v.stand(sameDay(v.day, -1))
	case "pgdown":
		return v.stand(sameDay(v.day, 1))
	case "home":
		return v.stand(v.env.Today())
	}
	return nil
}

// sameDay is the day some months on; of a shorter month the last.
func sameDay(d hall.Day, months int) hall.Day {
	y, m, n := d.Date()
	first, last := hall.NewDay(y, m+time.Month(months), 1).Month()
	return min(first+hall.Day(n-1), last)
}

// at is a day of the month that is read; without shifts when it is not read yet.
func (v *View) at(d hall.Day) hall.DutyMonthDay {
	if i := int(d - v.month.From); v.read && i >= 0 && i < len(v.month.Days) {
		return v.month.Days[i]
	}
	return hall.DutyMonthDay{Day: d, Info: v.env.Calendar().On(d), Rest: v.env.Calendar().RestDay(d)}
}

// covered reports whether the month under the cursor is the one that was read.
func (v *View) covered() bool {
	from, _ := v.day.Month()
	return v.read && v.month.From == from
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: text.Dialog.Choose, Hidden: true},
		{Key: views.Key("Enter", "enter"), Name: menu.What, Run: func() tea.Cmd { return v.dayMenu(v.day, v.at(v.day).Rows, "") }},
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: keyMonths},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: keyPlan, Run: func() tea.Cmd { return v.planForm(planOf{}, hall.Draft{}) }, Blocked: v.mayPlan},
		v.moreKey(v.day),
		{Key: views.Key("Ctrl-T", "ctrl+t"), Name: keyDay, Run: func() tea.Cmd { return views.Go(views.Route{Screen: views.Duty, Day: v.day}) }},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: keyJump, Run: func() tea.Cmd { return form.Jump(v.env) }},
		{Key: views.Key("Home", "home"), Name: text.Calendar.KeyToday, Hidden: true},
	}
}

// Hint implements views.Hinter.
func (v *View) Hint() text.Message {
	if !v.covered() {
		return text.Message{}
	}
	open := 0
	for _, d := range v.month.Days {
		for _, r := range d.Rows {
			if d.Day >= v.env.Today() {
				open += r.Open
			}
		}
	}
	for _, s := range v.month.Swaps {
		if s.Who.Is(v.env.Actor) && s.Consents[0].At.IsZero() || s.With.Is(v.env.Actor) && s.Consents[1].At.IsZero() {
			return hintSwap
		}
	}
	switch {
	case !v.month.MayPlan:
		return hintMine.With("dot", v.env.Styles.Marks.Done)
	case v.month.Planned[hall.DutyHall][1] < v.month.To && v.month.To >= v.env.Today():
		return hintPlan
	case open > 0:
		return hintOpen.With("n", open)
	}
	return hint
}
