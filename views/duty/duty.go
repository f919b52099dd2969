// Package duty is the day on duty (值班, F9): who is planned and who came, what was handed over
// and waits, the log, who is next; and the county team's day (下沉): who came, what it took on,
// what it hands back.
package duty

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// View is the screen.
type View struct {
	env   *views.Env
	day   hall.Day
	data  hall.DutyDay
	read  bool
	team  bool // the county team's page is in front
	list  widget.Grouped
	rows  []row // as they are listed
	draft hall.DraftID
	fill  *filling
	forms map[string]*widget.Form
}

type loaded struct {
	data hall.DutyDay
	err  error
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, day: r.Day, draft: r.Draft, forms: map[string]*widget.Form{}}
	if v.today() {
		v.day = 0 // it goes on past midnight
	}
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.today() {
		return text.Duty.Title
	}
	return text.Duty.Of.With("day", text.ShortDay(v.day))
}

// shown is the day that is looked at: today, unless somebody went to another.
func (v *View) shown() hall.Day {
	if v.day != 0 {
		return v.day
	}
	return v.env.Today()
}

func (v *View) today() bool { return v.shown() == v.env.Today() }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	desk, day := v.env.Desk, v.shown()
	return func() tea.Msg {
		data, err := desk.DutyDay(context.Background(), day)
		return loaded{data, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case chosen:
		return v.run(m.what)
	case printed:
		return v.printed(m)
	}
	if cmd, ok := v.askMessage(msg); ok {
		return cmd
	}
	if cmd, ok := v.fillMessage(msg); ok {
		return cmd
	}
	if v.fill != nil {
		return v.fill.Key(msg)
	}
	v.list.Update(msg)
	return nil
}

// show takes what was read; the cursor stays on its row.
func (v *View) show(m loaded) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case m.data.Day != v.shown():
		return nil // another day was gone to meanwhile
	}
	first := !v.read
	if first && v.today() && m.data.Mine != nil && len(m.data.Open) > 0 {
		v.list.Select(waitKey(m.data.Open[0])) // what is to be done first
	}
	v.data, v.read = m.data, true
	v.team = v.team && len(v.visits()) > 0
	v.fillList()
	if first && v.draft != 0 {
		id := v.draft
		v.draft = 0
		return v.resume(id)
	}
	return nil
}

// goDay shows another day, or today.
func (v *View) goDay(d hall.Day) tea.Cmd {
	if v.day = d; d == v.env.Today() {
		v.day = 0 // it goes on past midnight
	}
	v.list = widget.Grouped{}
	return v.Load()
}

// visits are the county team's shifts of the day.
func (v *View) visits() []hall.DutyRow {
	var out []hall.DutyRow
	for _, r := range v.data.Rows {
		if r.Kind == hall.DutyCounty && r.State == hall.DutyStands {
			out = append(out, r)
		}
	}
	return out
}

// turn shows the county team's page, or the duty's.
func (v *View) turn() tea.Cmd {
	v.team = !v.team
	v.list = widget.Grouped{}
	v.fillList()
	return nil
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.fill != nil {
		return v.fill.Keep.Leave()
	}
	return nil
}

// Back implements views.Backer: Esc closes a form, then the county team's page, then another
// day.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.fill != nil:
		return v.fill.Keep.Aside(putAside{}), true
	case v.team:
		return v.turn(), true
	case !v.today() && v.read:
		return v.goDay(v.env.Today()), true
	}
	return nil, false
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Duty
	if v.fill != nil {
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next},
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.DutyForm.Finish, Run: v.fill.Submit},
		}
	}
	by := func(n hall.Day) func() tea.Cmd { return func() tea.Cmd { return v.goDay(v.shown() + n) } }
	out := []views.Action{
		{Key: views.Key("Enter", "enter"), Name: t.Open, Run: v.menu},
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose, Hidden: true},
	}
	if len(v.visits()) > 0 {
		out = append(out, views.Action{Key: views.Key("Tab", "tab"), Name: t.Turn, Run: v.turn})
	}
	return append(out,
		views.Action{Key: views.Key("PgUp/PgDn", "pgdown"), Name: t.Days, Run: by(1)},
		views.Action{Key: views.Key("PgUp", "pgup"), Name: t.Days, Run: by(-1), Hidden: true},
		views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: t.Month, Run: func() tea.Cmd { return views.Go(views.Route{Screen: views.Rota, Day: v.shown()}) }},
		views.Action{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.Jump, Run: v.askDay},
		views.Action{Key: views.Key("Home", "home"), Name: t.Home, Run: func() tea.Cmd { return v.goDay(v.env.Today()) }, Hidden: true},
		views.Action{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.SignIn, Run: v.in, Blocked: v.reason(doIn), Hidden: true},
		views.Action{Key: views.Key("Ctrl-E", "ctrl+e"), Name: t.SignOut, Run: func() tea.Cmd { return v.begin(doOut) }, Blocked: v.reason(doOut), Hidden: true},
	)
}

func (v *View) reason(what string) func() text.Message {
	return func() text.Message { return v.why(what) }
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	t := text.Duty
	switch day := text.ShortDay(v.shown()); {
	case !v.read:
		return text.Message{}
	case v.fill != nil:
		return text.DutyForm.Hint
	case v.shown() < v.env.Today():
		return t.HintPast.With("day", day)
	case !v.today():
		return t.HintAhead.With("day", day)
	case v.selected().swap != 0:
		return t.HintSwap
	case v.team:
		return t.HintVisit
	case v.data.Mine == nil:
		return t.Hint
	case v.data.Waiting() > 0:
		return t.HintWait.With("n", v.data.Waiting())
	case v.data.Pending() > 0:
		return t.HintMine.With("n", v.data.Pending())
	}
	return t.HintIn
}
