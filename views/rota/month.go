package rota

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

type (
	monthRead struct {
		from hall.Day
		m    hall.DutyMonth
		err  error
	}
	jumped struct{ typed string }
)

// monthOf are the first and the last day of the month a day lies in.
func monthOf(d hall.Day) (from, to hall.Day) {
	y, m, _ := d.Date()
	return hall.NewDay(y, m, 1), hall.NewDay(y, m+1, 0)
}

func (v *View) readMonth() tea.Cmd {
	desk := v.env.Desk
	from, to := monthOf(v.day)
	return func() tea.Msg {
		m, err := desk.DutyMonth(context.Background(), from, to)
		return monthRead{from, m, err}
	}
}

func (v *View) showMonth(m monthRead) tea.Cmd {
	if from, _ := monthOf(v.day); m.from != from {
		return nil // the cursor has gone on
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.month, v.read = m.m, true
	return nil
}

// stand puts the cursor on a day, and reads its month when that is another one.
func (v *View) stand(d hall.Day) tea.Cmd {
	was, _ := monthOf(v.day)
	v.day = max(d, hall.NewDay(1970, 1, 1))
	if from, _ := monthOf(v.day); from != was {
		return v.readMonth()
	}
	return nil
}

func (v *View) monthKey(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.Keystroke() {
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
	_, last := monthOf(hall.NewDay(y, m+time.Month(months), 1))
	return min(hall.NewDay(y, m+time.Month(months), 1)+hall.Day(n-1), last)
}

// askDay asks for a date to go to.
func (v *View) askDay() tea.Cmd {
	say, t := v.env.Say, text.Rota
	f := widget.NewForm(v.env.Styles, dialog.Words(v.env), []widget.Item{{ID: "day", Label: say(t.JumpTo), Max: 20, Required: true, Help: say(text.Ending.DayHelp)}})
	return views.Open(dialog.Ask(v.env.Styles, say(t.KeyJump), "", f, func(vs map[string]string) tea.Msg { return jumped{vs["day"]} }))
}

func (v *View) jump(typed string) tea.Cmd {
	d, err := text.ParseDate(typed, v.env.Today())
	var bad *hall.Error
	if errors.As(err, &bad) {
		return views.Fail(bad)
	}
	if v.page == pageCounty {
		return v.countyStand(d)
	}
	return v.stand(d)
}

// at is a day of the month that is read; zero when it is not read yet.
func (v *View) at(d hall.Day) hall.DutyMonthDay {
	if i := int(d - v.month.From); v.read && i >= 0 && i < len(v.month.Days) {
		return v.month.Days[i]
	}
	return hall.DutyMonthDay{Day: d, Info: v.env.Calendar().On(d), Rest: v.env.Calendar().RestDay(d)}
}

// covered reports whether the month under the cursor is the one that was read.
func (v *View) covered() bool {
	from, _ := monthOf(v.day)
	return v.read && v.month.From == from
}

func (v *View) monthHint() text.Message {
	t := text.Rota
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
			return t.HintSwap
		}
	}
	switch {
	case !v.month.MayPlan:
		return t.HintMine.With("dot", v.env.Styles.Marks.Done)
	case v.month.Planned[hall.DutyHall][1] < v.month.To && v.month.To >= v.env.Today():
		return t.HintPlan
	case open > 0:
		return t.HintOpen.With("n", open)
	}
	return t.Hint
}
