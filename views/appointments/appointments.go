// Package appointments is the calendar (预约问诊, F5): what is booked by day, week and month,
// and what becomes of it. Appointments are made, moved, stretched and cancelled here; joint
// consultations and follow-ups with an hour stand in it too and lead to their own screens.
package appointments

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// shape is how much is shown at once.
type shape uint8

const (
	byWeek shape = iota
	byDay
	byMonth
)

// step is the grid's height of a row in minutes, and stretch by how much + and - change an end.
const (
	step    = 30
	stretch = 15
)

// wide is the width from which on a week shows its closed days too.
const wide = 120

// View is the screen.
type View struct {
	env    *views.Env
	shape  shape
	back   shape // where Esc leads from a day that a month was opened on
	people bool  // the day's columns are mediators, not rooms
	w, h   int   // as drawn last

	// where the cursor stands
	day    hall.Day
	minute int                 // the row's
	col    string              // the day's column
	id     hall.ConsultationID // the appointment; 0: an empty slot
	top    int                 // the first row shown

	rows []hall.VisitRow // of the days from..to, by time
	from hall.Day
	to   hall.Day
	read bool
	file *hall.SlotFile      // of the one under the cursor, once it is read
	want hall.ConsultationID // to be selected once it is read
	gone hall.ConsultationID // cancelled, and shown all the same: a route led to it

	begun bool
	start views.Route // what a route asked for
	grab  *grabbed
	fill  *filling
	forms map[string]*widget.Form // questions, until they are answered
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, day: env.Today(), want: r.Consultation, start: r, w: 80, forms: map[string]*widget.Form{}}
	if r.Day != 0 {
		v.day, v.shape = r.Day, byDay
	}
	v.back = v.shape
	now := env.Now()
	v.minute = v.grid().near(now.Hour()*60 + now.Minute())
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	t := text.Calendar
	switch {
	case v.shape == byDay:
		return t.TitleDay.With("day", text.ShortDay(v.day))
	case v.shape == byMonth:
		return t.TitleMonth.With("month", text.Month(v.day))
	}
	year, n := text.Week(v.day)
	if now, _ := text.Week(v.env.Today()); year != now {
		return t.TitleWeekOf.With("y", year).With("n", n) // 下周三 may be next year, and 闰六月 ten years on
	}
	return t.TitleWeek.With("n", n)
}

type (
	loaded struct {
		from, to hall.Day
		rows     []hall.VisitRow
		want     hall.VisitRow // the one that was to be selected
		err      error
	}
	looked struct {
		id   hall.ConsultationID
		file hall.SlotFile
		err  error
	}
)

// span are the days that are shown.
func (v *View) span() (from, to hall.Day) { return spanOf(v.shape, v.day) }

func spanOf(s shape, day hall.Day) (from, to hall.Day) {
	switch s {
	case byDay:
		return day, day
	case byMonth:
		y, m, _ := day.Date()
		first := monday(hall.NewDay(y, m, 1))
		return first, first + 6*7 - 1
	}
	return monday(day), monday(day) + 6
}

func monday(d hall.Day) hall.Day { return d - hall.Day((int(d.Weekday())+6)%7) }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	desk, s, day, want := v.env.Desk, v.shape, v.day, v.want
	var begin tea.Cmd
	if !v.begun {
		v.begun = true
		begin = v.begin()
	}
	return tea.Batch(func() tea.Msg {
		ctx, m := context.Background(), loaded{}
		if want != 0 { // it may lie beyond the days that are shown
			visit, err := desk.Visit(ctx, want)
			if err == nil {
				m.want = hall.VisitRowOf(visit)
			}
			if at := m.want.Slot.Day; at != 0 {
				day = at
			}
		}
		m.from, m.to = spanOf(s, day)
		m.rows, m.err = desk.Appointments(ctx, m.from, m.to)
		return m
	}, begin, v.look())
}

// look reads the one under the cursor with what a row does not hold.
func (v *View) look() tea.Cmd {
	if v.id == 0 || v.env.Desk == nil {
		v.file = nil
		return nil
	}
	if v.file != nil && v.file.Consultation.ID != v.id {
		v.file = nil
	}
	desk, id := v.env.Desk, v.id
	return func() tea.Msg {
		f, err := desk.SlotFile(context.Background(), id)
		return looked{id, f, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case looked:
		if m.err == nil && m.id == v.id {
			v.file = &m.file
		}
		return nil
	case tea.KeyPressMsg, tea.PasteMsg:
		return v.key(msg)
	}
	for _, take := range []func(tea.Msg) (tea.Cmd, bool){v.menuMessage, v.askMessage, v.grabMessage, v.fillMessage, v.exportMessage} {
		if cmd, ok := take(msg); ok {
			return cmd
		}
	}
	return nil
}

func (v *View) show(m loaded) tea.Cmd {
	want := v.want
	v.want = 0
	if m.err != nil {
		return views.Fail(m.err)
	}
	if from, to := v.span(); want == 0 && (m.from > from || m.to < to) {
		return nil // an answer for days that were left
	}
	v.rows, v.from, v.to, v.read = m.rows, m.from, m.to, true
	var say tea.Cmd
	if r := m.want; want != 0 && r.Slot.Day != 0 {
		v.day, v.minute, v.id = r.Slot.Day, floor(r.Slot.From), r.ID
		if v.shape == byMonth {
			v.shape = byWeek
		}
		if v.gone = 0; r.State == hall.GoneAway {
			v.gone = r.ID
			say = views.Toast(views.Warn, text.Calendar.Gone.With("who", text.Sides(r)).With("state", text.VisitState(r)))
		}
	}
	v.stand()
	return tea.Batch(say, v.look())
}

// covers reports whether what is shown was read.
func (v *View) covers() bool {
	from, to := v.span()
	return v.read && v.from <= from && v.to >= to
}

// shown are the rows that stand in the grid: what was cancelled does not.
func (v *View) shown() []hall.VisitRow {
	if !v.covers() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.rows), func(r hall.VisitRow) bool { return r.State == hall.GoneAway && r.ID != v.gone })
}

func (v *View) selected() *hall.VisitRow {
	for i, r := range v.rows {
		if r.ID == v.id && v.id != 0 {
			return &v.rows[i]
		}
	}
	return nil
}

// key gives a key to what is in front.
func (v *View) key(msg tea.Msg) tea.Cmd {
	if v.fill != nil {
		return v.fill.Key(msg)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if v.grab != nil {
		return v.grabKey(k.Keystroke())
	}
	return v.walk(k.Keystroke())
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.fill != nil {
		return v.fill.Keep.Leave()
	}
	return nil
}

// Back implements views.Backer: Esc puts the form aside, what was taken up back, and leads
// from a day to the month it was opened in.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.fill != nil:
		return v.fill.Keep.Aside(putAside{}), true
	case v.grab != nil:
		return v.putBack(), true
	case v.shape != v.back:
		v.shape = v.back
		return v.moved(), true
	}
	return nil, false
}
