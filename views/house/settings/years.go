package settings

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// years lists what is known of the holidays of which year.
func (v *View) years() views.View {
	type R = hall.HolidayYear
	return list.New(v.env, list.Of[R]{
		Title: holidays, Count: yearCount,
		Columns: []ledger.Column[R]{
			ledger.Own(yearColumn, 8, func(y R) ledger.Cell { return ledger.Phrase(yearName.With("year", y.Year)) }),
			ledger.Own(knownColumn, 0, func(y R) ledger.Cell { return ledger.Phrase(known(y)) }),
		},
		Read: func(_ context.Context, s views.Session, _ list.Query) (list.Page[R], error) {
			p := list.Page[R]{Rows: s.Calendar().HolidayYears(s.Settings, s.Today())}
			for _, y := range p.Rows {
				if y.Missing || p.Begin == "" {
					p.Begin = strconv.Itoa(y.Year)
				}
			}
			return p, nil
		},
		Key: func(y R) string { return strconv.Itoa(y.Year) },
		Tone: func(s views.Session, y R) widget.Tone {
			if y.Missing && y.Year >= s.Today().Year() {
				return widget.Danger
			}
			return widget.Normal
		},
		Enter: openYear, Open: func(y R) tea.Cmd { return views.Push(v.year(y.Year)) },
		Hint: func() text.Message { return yearsHint },
	})
}

// known says in a line what is known of a year's holidays.
func known(y hall.HolidayYear) text.Message {
	m := yearKnown
	switch {
	case y.Missing && y.Own > 0:
		m = yearMissingOwn
	case y.Missing:
		m = yearMissing
	case len(y.Lacks) > 0:
		m = yearLacks.With("names", text.Holiday(strings.Join(y.Lacks, "、")))
	case y.Own > 0:
		m = yearKnownOwn
	}
	return m.With("off", y.Off).With("worked", y.Worked).With("own", y.Own)
}

// kindOfDay is what is done on a run of days, in the order in which it is asked.
type kindOfDay uint8

const (
	stateOff kindOfDay = iota
	stateWorked
	ownOff
	ownOpen
)

func kindsOfDay() []kindOfDay { return []kindOfDay{stateOff, stateWorked, ownOff, ownOpen} }

func kindOf(d hall.SpecialDay) kindOfDay {
	k := stateOff
	if !d.Legal && d.From != 0 {
		k = ownOff
	}
	if d.Open {
		k++
	}
	return k
}

func kindName(k kindOfDay) text.Message {
	return [...]text.Message{kindHoliday, kindWorkday, kindClosed, kindOpen}[k]
}

// year lists the days of a year that are off or worked.
func (v *View) year(year int) views.View {
	type R = hall.HolidayRun
	var l *list.View[R]
	l = list.New(v.env, list.Of[R]{
		Title: yearTitle.With("year", year), Count: runCount,
		Columns: []ledger.Column[R]{
			ledger.Own(daysColumn, 30, func(r R) ledger.Cell { return ledger.Phrase(runOf(r.From, r.Last())) }),
			ledger.Own(lengthColumn, 6, func(r R) ledger.Cell { return ledger.Phrase(text.Days(r.Length())) }),
			ledger.Own(kindColumn, 16, func(r R) ledger.Cell { return ledger.Phrase(kindName(kindOf(r.SpecialDay))) }),
			ledger.Own(nameColumn, 0, func(r R) ledger.Cell { return ledger.Phrase(text.Holiday(r.Name)) }),
			ledger.Own(sourceColumn, 10, func(r R) ledger.Cell { return ledger.Phrase(sourceOf(r)) }),
		},
		Read: func(_ context.Context, s views.Session, _ list.Query) (list.Page[R], error) {
			p := list.Page[R]{}
			p.Lead(list.Way{Key: "paste", Name: pasteRow, Go: func() tea.Cmd { return v.changing(func() views.View { return v.pasteForm(year, hall.Draft{}) }) }})
			p.Lead(list.Way{Key: "day", Name: dayRow, Go: func() tea.Cmd { return v.addDay(year) }})
			p.Rows = append(p.Rows, s.Calendar().HolidayRuns(s.Settings, year)...)
			return p, nil
		},
		Key: func(r R) string { return dayKey(r.SpecialDay) },
		Tone: func(_ views.Session, r R) widget.Tone {
			if r.Assumed {
				return widget.Muted
			}
			return widget.Normal
		},
		Enter: menu.What, Open: func(r R) tea.Cmd { return v.runMenu(year, r) },
		Saved: func(msg tea.Msg) (string, bool) {
			switch m := msg.(type) {
			case form.Saved[edit[pasted]]:
				return "day", true
			case form.Saved[edit[daysOf]]:
				return dayKey(m.Value.V.SpecialDay), true
			}
			return "", false
		},
		Took: func(msg tea.Msg) (tea.Cmd, bool) { return changedNow(msg, l.Load) },
		Add:  dayAdd, New: func() tea.Cmd { return v.addDay(year) }, May: v.barred,
		Hint: func() text.Message { return yearHint },
	})
	return l
}

func dayKey(d hall.SpecialDay) string { return d.From.String() }

// runOf writes a run of days with their weekdays.
func runOf(from, to hall.Day) text.Message {
	if from == to {
		return text.DayOfYear(from)
	}
	return fromTo.With("from", text.DayOfYear(from)).With("to", text.DayOfYear(to))
}

// sourceOf says where a run comes from: what the settings say can be changed.
func sourceOf(r hall.HolidayRun) text.Message {
	switch {
	case r.Set != hall.SpecialDay{}:
		return fromSettings
	case r.Assumed:
		return fromLaw
	}
	return fromProgram
}

// changing opens a form, unless nothing can be changed here.
func (v *View) changing(open func() views.View) tea.Cmd {
	if why := v.barred(); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	return views.Push(open())
}

func (v *View) addDay(year int) tea.Cmd {
	return v.changing(func() views.View { return v.dayForm(year, hall.SpecialDay{}, hall.Draft{}) })
}

// runMenu offers what can be done with a run of days.
func (v *View) runMenu(year int, r hall.HolidayRun) tea.Cmd {
	why := v.barred()
	if (r.Set == hall.SpecialDay{}) && why.IsZero() {
		why = notOurs
	}
	return menu.Open(v.env, v.env.Say(runTitle.With("name", text.Holiday(r.Name)).With("days", runOf(r.From, r.Last()))), []menu.Item{
		{Name: changeDay, Why: why, Do: func() tea.Cmd { return views.Push(v.dayForm(year, r.Set, hall.Draft{})) }},
		{Name: removeDay, Why: why, Do: func() tea.Cmd {
			return v.change(func(s hall.Settings) hall.Settings { return s.WithoutDay(r.Set) }, dayRemoved.With("name", text.Holiday(r.Name)))
		}},
	})
}

// wrote says what was changed of the settings without a form.
type wrote struct{ said text.Message }

// changedNow has a list of settings say what was changed, and show it.
func changedNow(msg tea.Msg, load func() tea.Cmd) (tea.Cmd, bool) {
	m, ok := msg.(wrote)
	if !ok {
		return nil, false
	}
	return tea.Batch(views.Toast(views.Done, m.said), load()), true
}

// change changes the settings without a form: something is taken out, or moved.
func (v *View) change(to func(hall.Settings) hall.Settings, said text.Message) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		now := to(s.Settings)
		if err := now.Check(); err != nil {
			return views.FailMsg{Err: err}
		}
		if err := s.SaveSettings(ctx, s.Desk, 0, s.Settings, now); err != nil {
			return views.FailMsg{Err: err}
		}
		return wrote{said}
	})
}
