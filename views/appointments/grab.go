package appointments

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// grabbed is an appointment that was taken up and is being moved: nothing is saved until it is
// put down with a reason. What collides is looked up after every step.
type grabbed struct {
	file    hall.SlotFile
	booking hall.Booking
	names   []hall.MediatorRef
	was     hall.Booking
	clashes []hall.Clash
	n       int  // counts the steps, so that a late answer is known
	checked bool // the clashes are those of where it is now
	busy    bool
}

type (
	grabChecked struct {
		n       int
		clashes []hall.Clash
		err     error
	}
	drop struct{ why string }
	// dropped is what saving came to.
	dropped struct {
		say text.Message
		err error
	}
	reread struct {
		file hall.SlotFile
		err  error
	}
)

// takeUp begins to move an appointment.
func (v *View) takeUp(f hall.SlotFile) tea.Cmd {
	c := f.Consultation
	b := hall.BookingOf(c)
	v.grab = &grabbed{file: f, booking: b, was: b, names: c.Mediators}
	if v.shape == byMonth {
		v.shape = byWeek
	}
	v.id = c.ID
	v.stand()
	return v.check()
}

// check looks up what collides where it is now.
func (v *View) check() tea.Cmd {
	g := v.grab
	g.n++
	g.checked = false
	desk, id, n, b := v.env.Desk, g.file.Consultation.ID, g.n, g.booking
	return func() tea.Msg {
		all, err := desk.Clashes(context.Background(), id, 0, b)
		return grabChecked{n, all, err}
	}
}

// hard is what bars it from being put down here; nil when nothing is known to.
func (g *grabbed) hard() *hall.Error {
	if !g.checked {
		return nil
	}
	return hall.Hard(g.clashes)
}

// lay puts the appointment where it is being moved to, among the others by time.
func (g *grabbed) lay(rows []hall.VisitRow) []hall.VisitRow {
	r := hall.VisitRowOf(g.file.Consultation)
	rows = slices.DeleteFunc(rows, func(o hall.VisitRow) bool { return o.ID == r.ID })
	r.Slot, r.Room, r.Mode, r.Mediators = g.booking.Slot, g.booking.Room, g.booking.Mode, g.names
	at := slices.IndexFunc(rows, func(o hall.VisitRow) bool {
		return o.Slot.Day > r.Slot.Day || o.Slot.Day == r.Slot.Day && o.Slot.From > r.Slot.From
	})
	if at < 0 {
		at = len(rows)
	}
	return slices.Insert(rows, at, r)
}

// grabKey moves what was taken up.
func (v *View) grabKey(key string) tea.Cmd {
	switch key {
	case "up":
		return v.shift(func(b *hall.Booking) { v.later(b, -1) })
	case "down":
		return v.shift(func(b *hall.Booking) { v.later(b, 1) })
	case "left":
		return v.shift(func(b *hall.Booking) { v.sideways(b, -1) })
	case "right":
		return v.shift(func(b *hall.Booking) { v.sideways(b, 1) })
	case "pgup":
		return v.shift(func(b *hall.Booking) { b.Slot.Day = v.turned(b.Slot.Day, -1) })
	case "pgdown":
		return v.shift(func(b *hall.Booking) { b.Slot.Day = v.turned(b.Slot.Day, 1) })
	case "+", "=", "＋", "shift+down", "ctrl+down", "shift++", "shift+=":
		return v.shift(func(b *hall.Booking) { b.Slot.To = min(b.Slot.To+stretch, 24*60) })
	case "-", "－", "shift+up", "ctrl+up":
		return v.shift(func(b *hall.Booking) { b.Slot.To = max(b.Slot.To-stretch, b.Slot.From+stretch) })
	}
	return nil
}

func (v *View) turned(d hall.Day, by int) hall.Day {
	if v.shape == byDay {
		return v.nextDay(d, by)
	}
	return d + 7*hall.Day(by)
}

// later moves it to the next row, over the noon break, its length kept.
func (v *View) later(b *hall.Booking, by int) {
	length := b.Slot.To - b.Slot.From
	taken := v.grab
	v.grab = nil // the rows without those that only it makes
	g := v.grid()
	v.grab = taken
	i := g.index(b.Slot.From)
	from := b.Slot.From + by*step
	if off := b.Slot.From - floor(b.Slot.From); i+by >= 0 && i+by < len(g.marks) {
		from = g.marks[i+by] + off
	}
	b.Slot.From = max(min(from, 24*60-length), 0)
	b.Slot.To = b.Slot.From + length
}

// sideways moves it to the next day of the week, or to the next room or mediator of the day.
func (v *View) sideways(b *hall.Booking, by int) {
	if v.shape != byDay {
		b.Slot.Day = v.nextDay(b.Slot.Day, by)
		return
	}
	g := v.grid()
	i := v.column(g) + by
	if i < 0 || i >= len(g.cols) {
		return
	}
	from, to := g.cols[i-by], g.cols[i]
	switch {
	case to.room != "" && b.Mode == hall.InRoom:
		b.Room = to.room
	case to.mediator.ID != 0:
		v.instead(b, from.mediator, to.mediator)
	default:
		return
	}
	v.col = to.key
}

// instead gives it to another mediator.
func (v *View) instead(b *hall.Booking, from, to hall.MediatorRef) {
	names := slices.Clone(v.grab.names)
	if slices.ContainsFunc(names, func(m hall.MediatorRef) bool { return m.ID == to.ID }) {
		return
	}
	if i := slices.IndexFunc(names, func(m hall.MediatorRef) bool { return m.ID == from.ID }); i >= 0 {
		names[i] = to
	} else {
		names = append(names, to)
	}
	v.grab.names, b.Mediators = names, nil
	for _, m := range names {
		b.Mediators = append(b.Mediators, m.ID)
	}
}

// shift changes where it is and looks up what collides there.
func (v *View) shift(change func(*hall.Booking)) tea.Cmd {
	if v.grab.busy {
		return nil
	}
	b := v.grab.booking
	change(&b)
	v.grab.booking = b
	v.day, v.minute, v.id = b.Slot.Day, floor(b.Slot.From), v.grab.file.Consultation.ID
	v.stand()
	var load tea.Cmd
	if !v.covers() {
		load = v.Load()
	}
	return tea.Batch(load, v.check())
}
