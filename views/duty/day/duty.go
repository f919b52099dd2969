// Package duty is the day on duty (值班, F9): who is planned and who came, what was handed over
// and waits, the log, who is next; and the county team's day (下沉): who came, what it took on,
// what it hands back.
package day

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// View is a day; the county team's day is another one over it.
type View struct {
	*list.View[row]
	env  *views.Env
	day  hall.Day // 0: today, past midnight too
	team bool     // of the county team
}

// New makes the screen; a route may lead to a day, or to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	return open(env, r.Day, false, r.Draft)
}

func open(env *views.Env, day hall.Day, team bool, draft hall.DraftID) *View {
	v := &View{env: env, day: day, team: team}
	if v.today() {
		v.day = 0
	}
	v.View = v.list(form.Resume(env, draft, v.resume))
	return v
}

func (v *View) list(first tea.Cmd) *list.View[row] {
	return list.New(v.env, list.Of[row]{
		Title: title, Set: v.heading, Columns: columns(), First: first,
		Read: v.reads(v.day, v.team), Key: func(r row) string { return r.key },
		Tone:  func(_ views.Session, r row) widget.Tone { return r.tone },
		About: about,
		Took:  v.took, Hint: v.hint, Keys: v.keys,
	})
}

func columns() []ledger.Column[row] {
	cell := func(i int) ledger.Column[row] {
		return ledger.Column[row]{Width: 24, Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Say(r.cells[i]) }}
	}
	return []ledger.Column[row]{cell(0), cell(1), cell(2)}
}

// reads reads a day, and what is listed of it.
func (v *View) reads(day hall.Day, team bool) func(context.Context, views.Session, list.Query) (list.Page[row], error) {
	return func(ctx context.Context, s views.Session, q list.Query) (list.Page[row], error) {
		at := day
		if gone, ok := q.Where.(hall.Day); ok {
			at = gone
		}
		if at == 0 {
			at = s.Today()
		}
		d, err := s.Desk.DutyDay(ctx, at)
		if err != nil {
			return list.Page[row]{}, err
		}
		return (&reading{s, d}).page(team), nil
	}
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.today() {
		return title
	}
	return titleOf.With("day", text.ShortDay(v.day))
}

// shown is the day that is looked at: today, unless somebody went to another.
func (v *View) shown() hall.Day {
	if v.day != 0 {
		return v.day
	}
	return v.env.Today()
}

func (v *View) today() bool { return v.shown() == v.env.Today() }

// data is the day as it was read.
func (v *View) data() (d hall.DutyDay, read bool) {
	if d, read = v.Whole().(hall.DutyDay); !read || d.Day != v.shown() {
		return hall.DutyDay{Day: v.shown()}, false
	}
	return d, true
}

// selected is the row under the cursor; an empty one where nothing is listed.
func (v *View) selected() row {
	r, _ := v.At()
	return r
}

// heading is the day, and when the hall is open then.
func (v *View) heading() text.Message {
	d, read := v.data()
	parts := []text.Message{text.Day(v.shown())}
	if v.today() {
		parts = append(parts, todayWord)
	}
	switch from, to := v.env.Settings.DutyHours(d.Info); {
	case !read:
	case !d.Info.Open:
		parts = append(parts, closed.With("why", text.Holiday(d.Info.Name)))
	default:
		parts = append(parts, hours.With("from", text.Minutes(from)).With("to", text.Minutes(to)))
	}
	return text.Words(parts...)
}

// goDay shows another day, or today.
func (v *View) goDay(d hall.Day) tea.Cmd {
	if v.day = d; d == v.env.Today() {
		v.day = 0
	}
	return v.Narrow(v.day)
}

// took takes what opened over the list answers with.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	if m, ok := msg.(form.Jumped); ok {
		return v.goDay(m.Day), true
	}
	return nil, false
}

// turn opens the county team's day, or goes back from it.
func (v *View) turn() tea.Cmd {
	if v.team {
		return views.Pop(nil)
	}
	return views.Push(open(v.env, v.shown(), true, 0))
}

func (v *View) keys() []views.Action {
	out := []views.Action{{Key: views.Key("Enter", "enter"), Name: openKey, Run: v.menu}}
	if d, _ := v.data(); len(visits(d)) > 0 || v.team {
		out = append(out, views.Action{Key: views.Key("Tab", "tab"), Name: turnKey, Run: v.turn})
	}
	why := func(op hall.Op) func() text.Message { return func() text.Message { return v.why(op) } }
	month := views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: monthKey,
		Run: func() tea.Cmd { return views.Go(views.Route{Screen: views.Rota, Day: v.shown()}) }}
	sign := []views.Action{
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: signIn, Run: v.in, Blocked: why(hall.OpIn), Hidden: true},
		{Key: views.Key("Ctrl-E", "ctrl+e"), Name: signOut, Run: func() tea.Cmd { return v.leaveForm(hall.Draft{}) }, Blocked: why(hall.OpOut), Hidden: true},
	}
	if v.team {
		return append(append(out, month), sign...)
	}
	by := func(n hall.Day) func() tea.Cmd { return func() tea.Cmd { return v.goDay(v.shown() + n) } }
	home := func() tea.Cmd { return v.goDay(v.env.Today()) }
	out = append(out,
		views.Action{Key: views.Key("PgUp/PgDn", "pgdown"), Name: daysKey, Run: by(1)},
		views.Action{Key: views.Key("PgUp", "pgup"), Name: daysKey, Run: by(-1), Hidden: true},
		month,
		views.Action{Key: views.Key("Ctrl-G", "ctrl+g"), Name: jumpKey, Run: func() tea.Cmd { return form.Jump(v.env) }},
		views.Action{Key: views.Key("Home", "home"), Name: todayWord, Run: home, Hidden: true},
	)
	if !v.today() {
		out = append(out, views.Action{Key: views.Key("Esc", "esc"), Name: todayWord, Run: home})
	}
	return append(out, sign...)
}

func (v *View) hint() text.Message {
	d, read := v.data()
	switch day := text.ShortDay(v.shown()); {
	case !read:
		return text.Message{}
	case v.shown() < v.env.Today():
		return hintPast.With("day", day)
	case !v.today():
		return hintAhead.With("day", day)
	case v.selected().swap != 0:
		return hintSwap
	case v.team:
		return hintVisit
	case d.Mine == nil:
		return hintOut
	case d.Waiting() > 0:
		return hintWait.With("n", d.Waiting())
	case d.Pending() > 0:
		return hintMine.With("n", d.Pending())
	}
	return hintIn
}
