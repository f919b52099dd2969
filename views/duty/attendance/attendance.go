// Package attendance is how everybody kept duty in a month (值班考勤): a line a person, the days behind
// its figures, and each day's sign-in. It is the head's.
package attendance

import (
	"context"
	"fmt"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/duty/signin"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

type (
	row = hall.AttendanceRow
	day = ledger.AttendanceLine
)

// view is a month.
type view struct {
	*list.View[row]
	*list.Days
	env *views.Env
}

// New makes the screen; a route may lead to the month of a day.
func New(env *views.Env, r views.Route) views.View {
	v := &view{env: env}
	v.Days = list.NewMonths(env, r.Day, func(where any) tea.Cmd { return v.Narrow(where) })
	begin := v.Day()
	read := func(ctx context.Context, s views.Session, q list.Query) (list.Page[row], error) {
		from, to := q.Of(s, begin).Month()
		rows, err := s.Desk.Attendance(ctx, from, to)
		return list.Page[row]{Rows: rows}, err
	}
	v.View = list.New(env, list.Of[row]{
		Title: title, Empty: empty, Read: read, Key: func(r row) string { return r.Who.Key() },
		Set:     func() text.Message { return text.Month(v.Shown()) },
		Columns: ledger.Only(ledger.Attendance().Columns, "name", "planned", "came", "late", "late_minutes", "early", "missed", "swapped", "stood", "extra"),
		About:   about, Enter: openDays, Open: v.figures, Took: v.Took, Keys: v.Days.Keys, Hint: func() text.Message { return hint },
		Sheet: &list.Sheet{Ledger: ledger.Attendance().Ledger(),
			Write: func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, q list.Query) (int, error) {
				from, to := q.Of(s, begin).Month()
				return ledger.Attendance().Ledger().Write(ctx, w, f, s.Desk, list.Scene(s), ledger.Query{From: from, To: to})
			}},
	})
	return v
}

// Title implements views.View.
func (v *view) Title() text.Message {
	if v.Today() {
		return title
	}
	return titleOf.With("month", text.Month(v.Shown()))
}

// about are the days of somebody that were not as planned.
func about(s views.Session, r row) *page.Doc {
	d := page.New(s)
	d.Title(r.Who.Name)
	var lines []string
	for _, one := range r.Days {
		if said := text.AttendanceRemark(one, s.Today()); !said.IsZero() || one.Missed() || one.Place.StoodBy != "" {
			lines = append(lines, s.Say(text.Words(text.ShortDay(one.Day), text.List(text.AttendanceKept(one), said))))
		}
	}
	d.Each(title, lines)
	return d
}

// figures asks which figure of somebody's is meant: the days behind it are opened.
func (v *view) figures(r row) tea.Cmd {
	var items []menu.Item
	for _, f := range hall.Figures() {
		it := menu.Item{Name: figureOf.With("figure", text.FigureName(f)).With("n", len(r.Behind(f))), Do: func() tea.Cmd { return v.days(r, f) }}
		if len(r.Behind(f)) == 0 {
			it.Why = none
		}
		items = append(items, it)
	}
	return menu.Open(v.env, r.Who.Name, items)
}

// days opens the days behind a figure of somebody's.
func (v *view) days(r row, f hall.Figure) tea.Cmd {
	month := v.Shown()
	title := daysOf.With("name", r.Who.Name).With("month", text.Month(month))
	empty := noDays
	if f != hall.FigureDays {
		empty = noneLeft
		title = text.Words(title, text.FigureName(f))
	}
	l := ledger.AttendanceDays()
	read := func(ctx context.Context, s views.Session, _ list.Query) (list.Page[day], error) {
		from, to := month.Month()
		rows, err := s.Desk.Attendance(ctx, from, to)
		var out list.Page[day]
		for _, one := range rows {
			if !one.Who.Same(r.Who) {
				continue
			}
			for _, d := range one.Behind(f) {
				out.Rows = append(out.Rows, day{Who: one.Who, AttendanceDay: d})
			}
		}
		return out, err
	}
	return views.Push(list.New(v.env, list.Of[day]{
		Title: title, Empty: empty, Key: func(d day) string { return fmt.Sprint(d.Day, d.Kind, d.Signed, d.Gave) },
		Columns: ledger.Only(l.Columns, "day", "shift", "kept", "in", "out", "remark"), Read: read, Sheet: list.Rows(l, read),
		Tone: func(_ views.Session, d day) widget.Tone {
			if d.Missed() {
				return widget.Danger
			}
			return widget.Normal
		},
		Enter: openOne, Open: v.one, Why: v.why, Hint: func() text.Message { return hintDays },
	}))
}

// one opens the sign-in of a day, or the form for one that is missing.
func (v *view) one(d day) tea.Cmd {
	if d.Signed == 0 {
		return views.Push(signin.Late(v.env, missing(d)))
	}
	return signin.Open(v.env, d.Signed)
}

func missing(d day) hall.Other { return hall.Other{Day: d.Day, Shift: d.Shift, Place: d.Place} }

func (v *view) why(d day) text.Message {
	switch {
	case d.Signed != 0:
		return text.Message{}
	case d.Shift == 0:
		return noSignIn
	}
	return text.Short(hall.Why(hall.OtherCourse(), missing(d), hall.OpInLate, v.env.Actor, v.env.Now()))
}
