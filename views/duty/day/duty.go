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
	*list.Days
	env  *views.Env
	team bool // of the county team
}

// New makes the screen; a route may lead to a day, or to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	return open(env, r.Day, false, r.Draft)
}

func open(env *views.Env, day hall.Day, team bool, draft hall.DraftID) *View {
	v := &View{env: env, team: team}
	v.Days = list.NewDays(env, day, true, func(where any) tea.Cmd { return v.Narrow(where) })
	v.View = v.list(form.Resume(env, draft, v.resume))
	return v
}

func (v *View) list(first tea.Cmd) *list.View[row] {
	return list.New(v.env, list.Of[row]{
		Title: title, Set: v.heading, Columns: columns(), First: first,
		Read: reads(v.Day(), v.team), Key: func(r row) string { return r.key },
		Tone:  func(_ views.Session, r row) widget.Tone { return r.tone },
		About: about, Saved: saved,
		Took: v.Took, Hint: v.hint, Keys: v.keys,
	})
}

func columns() []ledger.Column[row] {
	cell := func(i int) ledger.Column[row] {
		return ledger.Column[row]{Width: 24, Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Say(r.cells[i]) }}
	}
	return []ledger.Column[row]{cell(0), cell(1), cell(2)}
}

// reads reads a day, and what is listed of it.
func reads(day hall.Day, team bool) func(context.Context, views.Session, list.Query) (list.Page[row], error) {
	return func(ctx context.Context, s views.Session, q list.Query) (list.Page[row], error) {
		d, err := s.Desk.DutyDay(ctx, q.Of(s, day))
		if err != nil {
			return list.Page[row]{}, err
		}
		return (&reading{s, d}).page(team), nil
	}
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.Today() {
		return title
	}
	return titleOf.With("day", text.ShortDay(v.Shown()))
}

// data is the day as it was read.
func (v *View) data() (d hall.DutyDay, read bool) {
	if d, read = v.Whole().(hall.DutyDay); !read || d.Day != v.Shown() {
		return hall.DutyDay{Day: v.Shown()}, false
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
	parts := []text.Message{text.Day(v.Shown())}
	if v.Today() {
		parts = append(parts, text.Today)
	}
	switch from, to := v.env.Settings.DutyHours(d.Info); {
	case !read:
	case !d.Info.Open && d.Info.Name == "":
		parts = append(parts, closed)
	case !d.Info.Open:
		parts = append(parts, closedFor.With("why", text.Holiday(d.Info.Name)))
	default:
		parts = append(parts, hours.With("from", text.Minutes(from)).With("to", text.Minutes(to)))
	}
	return text.Words(parts...)
}

// turn opens the county team's day, or goes back from it.
func (v *View) turn() tea.Cmd {
	if v.team {
		return views.Pop(nil)
	}
	return views.Push(open(v.env, v.Shown(), true, 0))
}

func (v *View) keys() []views.Action {
	out := []views.Action{{Key: views.Key("Enter", "enter"), Name: openKey, Run: v.menu}}
	if d, _ := v.data(); len(visits(d)) > 0 || v.team {
		out = append(out, views.Action{Key: views.Key("Tab", "tab"), Name: turnKey, Run: v.turn})
	}
	why := func(op hall.Op) func() text.Message { return func() text.Message { return v.why(op) } }
	month := views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: monthKey,
		Run: func() tea.Cmd { return views.Go(views.Route{Screen: views.Rota, Day: v.Shown()}) }}
	sign := []views.Action{
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: signIn, Run: v.in, Blocked: why(hall.OpIn), Hidden: true},
		{Key: views.Key("Ctrl-E", "ctrl+e"), Name: signOut, Run: func() tea.Cmd { return v.leaveForm(hall.Draft{}) }, Blocked: why(hall.OpOut), Hidden: true},
	}
	if v.team {
		return append(append(out, month), sign...)
	}
	return append(append(append(out, month), v.Days.Keys()...), sign...)
}

func (v *View) hint() text.Message {
	d, read := v.data()
	o, missing := v.missing(v.selected())
	switch day := text.ShortDay(v.Shown()); {
	case !read:
		return text.Message{}
	case missing && v.likely() == doSign:
		return hintAbsent.With("day", day).With("name", o.Place.Who.Name)
	case v.likely() == doSign:
		return hintMissing.With("day", day)
	case v.Shown() < v.env.Today():
		return hintPast.With("day", day)
	case !v.Today():
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
	case d.Forgot != 0:
		return hintBack.With("day", text.ShortDay(d.Forgot))
	}
	return hintIn
}
