// Package appointments is the calendar (预约问诊, F5): what is booked by week, day and month,
// and what becomes of it. Appointments are made, moved, stretched and cancelled here; joint
// consultations and follow-ups with an hour stand in it too and lead to their own screens.
package appointments

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
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

// View is the screen, and a day opened over a month.
type View struct {
	env    *views.Env
	shape  shape
	people bool // the day's columns are mediators, not rooms

	// where the cursor stands
	day    hall.Day
	minute int                 // the row's
	col    string              // the day's column
	id     hall.ConsultationID // the appointment; 0: an empty slot

	rows  []hall.VisitRow // of the days from..to, by time
	from  hall.Day
	to    hall.Day
	read  bool
	file  *hall.SlotFile // of the one under the cursor, once it is read
	at    hall.Slot      // of which rooms tells: the empty one under the cursor, once it is read
	rooms []hall.RoomAt
	want  hall.ConsultationID // to be selected once it is read
	gone  hall.ConsultationID // cancelled, and shown all the same: it was just now, or a route led to it
	held  *held               // what is being moved in this calendar; nil: nothing

	first tea.Cmd // opens what a route asked for
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, day: env.Today(), want: r.Consultation}
	if v.first = form.Resume(env, r.Draft, v.resume); v.first == nil && r.Case != 0 && r.Consultation == 0 {
		v.first = v.book(r.Case, booking{}, hall.Draft{})
	}
	if r.Day != 0 {
		v.day, v.shape = r.Day, byDay
	}
	now := env.Now()
	v.minute = v.grid().near(hall.MinuteOf(now))
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	switch v.shape {
	case byDay:
		return titleDay.With("day", text.ShortDay(v.day))
	case byMonth:
		return titleMonth.With("month", text.Month(v.day))
	}
	year, n := text.Week(v.day)
	if now, _ := text.Week(v.env.Today()); year != now {
		return titleWeekOf.With("y", year).With("n", n) // 下周三 may be next year, and 闰六月 ten years on
	}
	return titleWeek.With("n", n)
}

type (
	loaded struct {
		from, to hall.Day
		rows     []hall.VisitRow
		want     hall.VisitRow // the one that was to be selected
		err      error
	}
	roomsRead struct {
		at    hall.Slot
		rooms []hall.RoomAt
		err   error
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
	shape, day, want, first := v.shape, v.day, v.want, v.first
	v.first = nil
	return tea.Batch(v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := loaded{}
		if want != 0 { // it may lie beyond the days that are shown
			if visit, err := s.Desk.Visit(ctx, want); err == nil {
				m.want = hall.VisitRowOf(visit)
			}
			if at := m.want.Slot.Day; at != 0 {
				day = at
			}
		}
		m.from, m.to = spanOf(shape, day)
		m.rows, m.err = s.Desk.Appointments(ctx, m.from, m.to)
		return m
	}), first, v.look())
}

// look reads the one under the cursor with what a row does not hold; of an empty slot, the rooms.
func (v *View) look() tea.Cmd {
	if v.file != nil && v.file.Consultation.ID != v.id {
		v.file = nil
	}
	if v.id == 0 {
		return v.lookAtRooms()
	}
	id := v.id
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		f, err := s.Desk.SlotFile(ctx, id)
		return looked{id, f, err}
	})
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case looked:
		if m.err == nil && m.id == v.id {
			v.file = &m.file
		}
	case roomsRead:
		if m.err == nil {
			v.at, v.rooms = m.at, m.rooms
		}
	case ready:
		return v.opened(m)
	case form.Saved[booking]:
		c := m.Value.visit
		v.day, v.minute, v.id, v.want = c.Slot.Day, floor(c.Slot.From), c.ID, c.ID
		return v.Load()
	case form.Saved[answer]:
		if off := m.Value.off; off != 0 { // it stays in sight, to be taken back or booked anew
			v.id, v.gone, v.want = off, off, off
			return v.Load()
		}
	case form.Jumped:
		return v.goDay(m.Day)
	case tea.KeyPressMsg:
		if i, ok := widget.Numbered(m.Text, len(shapes)); ok {
			return v.turnTo(shape(i))
		}
		return v.walk(m.Keystroke())
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
		known := v.gone == r.ID
		if v.gone = 0; r.State == hall.GoneAway {
			v.gone = r.ID
		}
		if v.gone != 0 && !known {
			say = views.Toast(views.Warn, gone.With("who", text.Sides(r)).With("state", text.VisitState(r)))
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

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	out := []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: text.Dialog.Choose, Hidden: true},
		{Key: views.Key("Enter", "enter"), Name: v.enters(), Run: v.enter, Blocked: v.unread},
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: turns[v.shape]},
		{Key: views.Key("Ctrl-T", "ctrl+t"), Name: keyShape, Help: helpShape, Run: func() tea.Cmd { return v.turnTo((v.shape + 2) % 3) }},
		{Key: views.Key("1-3", "1", "2", "3"), Name: keyShape, Help: helpShape, Hidden: true},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: keyJump, Help: helpJump, Run: func() tea.Cmd { return form.Jump(v.env) }},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: keyNew, Help: helpNew, Run: v.bookHere},
		{Key: views.Key("Home", "home"), Name: keyToday, Hidden: true},
	}
	out = slices.Insert(out, 2, record.TakeBackKey(v.env, func() (hall.VisitRow, bool) {
		if r := v.selected(); r != nil && r.Kind == hall.Appointment {
			return *r, true
		}
		return hall.VisitRow{}, false
	}))
	if v.shape == byDay {
		tab := views.Action{Key: views.Key("Tab", "tab"), Name: keyPeople, Help: helpPeople, Run: v.turnColumns}
		if v.people {
			tab.Name = keyRooms
		}
		out = slices.Insert(out, 2, tab)
	}
	return out
}

func (v *View) unread() text.Message {
	if !v.covers() {
		return reading
	}
	return text.Message{}
}

func (v *View) enters() text.Message {
	switch {
	case v.shape == byMonth:
		return keyOpenDay
	case v.id == 0:
		return keyBook
	}
	return menu.What
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	r := v.selected()
	switch {
	case v.shape == byMonth:
		return hintMonth
	case v.id == 0 || r == nil:
		return hintEmpty
	case r.Kind != hall.Appointment:
		return hintOther.With("kind", text.Kind(r.Kind))
	case r.State == hall.GoneAway && record.NoTakeBack(v.env, *r).IsZero():
		return hintBack
	case r.State == hall.GoneAway, r.State == hall.NoShow:
		return hintAgain
	case r.State == hall.Waiting && r.Number == 0 && r.Party.Told < r.Party.Of && !r.Hidden && r.Slot.Day >= v.env.Today():
		return hintTell
	}
	return hintBooked
}
