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
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

type (
	row = hall.AttendanceRow
	day = hall.AttendanceDay
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
		About:   about, Enter: openDays, Open: v.days, Took: v.Took, Keys: v.Days.Keys, Hint: func() text.Message { return hint },
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
		if said := remark(s, one); !said.IsZero() || one.Missed() {
			lines = append(lines, s.Say(text.Words(text.ShortDay(one.Day), text.List(kept(s, one), said))))
		}
	}
	d.Each(title, lines)
	return d
}

// days opens the days behind somebody's figures.
func (v *view) days(r row) tea.Cmd {
	month := v.Shown()
	name := daysOf.With("name", r.Who.Name).With("month", text.Month(month))
	cell := func(head text.Message, width int, say func(views.Session, day) text.Message) ledger.Column[day] {
		return ledger.Own(head, width, func(d day) ledger.Cell { return ledger.Phrase(say(v.env.Session, d)) })
	}
	return views.Push(list.New(v.env, list.Of[day]{
		Title: name, Empty: noDays, Key: func(d day) string { return fmt.Sprint(d.Day, d.Kind, d.Signed, d.Gave) },
		Columns: []ledger.Column[day]{
			cell(dayHead, 18, func(_ views.Session, d day) text.Message { return text.ShortDay(d.Day) }),
			cell(shiftHead, 16, func(_ views.Session, d day) text.Message { return shift(d) }),
			cell(keptHead, 12, kept), cell(timesHead, 13, func(_ views.Session, d day) text.Message { return times(d) }),
			cell(moreHead, 0, remark),
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[day], error) {
			from, to := month.Month()
			rows, err := s.Desk.Attendance(ctx, from, to)
			for _, one := range rows {
				if one.Who.Same(r.Who) {
					return list.Page[day]{Rows: one.Days}, err
				}
			}
			return list.Page[day]{}, err
		},
		Tone: func(_ views.Session, d day) widget.Tone {
			if d.Missed() {
				return widget.Danger
			}
			return widget.Normal
		},
		Enter: openOne, Open: v.one, Why: v.why,
		Hint: func() text.Message { return hintDays },
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

func shift(d day) text.Message {
	if !d.Planned && !d.Stood && !d.Gave {
		return noShift
	}
	return text.Words(text.DutyKind(d.Kind), text.Raw(d.Township))
}

// kept is whether a shift was kept.
func kept(_ views.Session, d day) text.Message {
	p := d.Place
	switch {
	case d.Gave:
		return text.Message{}
	case p.In.IsZero() && p.Left:
		return left
	case p.In.IsZero() && p.OnLeave:
		return onLeave
	}
	return text.Attendance(p.State)
}

func times(d day) text.Message {
	switch p := d.Place; {
	case p.In.IsZero():
		return text.Message{}
	case p.Out.IsZero():
		return text.Raw(text.Clock(p.In))
	default:
		return span.With("in", text.Clock(p.In)).With("out", text.Clock(p.Out))
	}
}

// remark is what was not as planned.
func remark(s views.Session, d day) text.Message {
	p := d.Place
	parts := []text.Message{text.LateBy(p.Late), text.EarlyBy(p.Early)}
	if !p.In.IsZero() && p.Out.IsZero() && d.Day < s.Today() {
		parts = append(parts, notOut)
	}
	switch {
	case d.Gave:
		parts = append(parts, gave.With("with", d.With))
	case d.Took:
		parts = append(parts, took.With("with", d.With))
	case d.Stood && d.With != "":
		parts = append(parts, text.Words(signin.Stood, stoodFor.With("with", d.With)))
	case d.Stood:
		parts = append(parts, signin.Stood)
	}
	if d.Entered {
		parts = append(parts, signin.Entered)
	}
	if d.Fixed {
		parts = append(parts, corrected)
	}
	return text.List(parts...)
}
