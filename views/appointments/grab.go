package appointments

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
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

// putBack leaves it where it was.
func (v *View) putBack() tea.Cmd {
	c := v.grab.file.Consultation
	v.grab = nil
	v.day, v.minute, v.id = c.Slot.Day, floor(c.Slot.From), c.ID
	return tea.Batch(v.moved(), views.Toast(views.Done, text.Calendar.PutBack))
}

func (g *grabbed) moved() bool {
	return g.booking.Slot != g.was.Slot || g.booking.Room != g.was.Room || !slices.Equal(g.booking.Mediators, g.was.Mediators)
}

// drop asks for the reason, unless something bars it from standing here.
func (v *View) drop() tea.Cmd {
	g := v.grab
	switch bad := g.hard(); {
	case !g.moved():
		return v.putBack()
	case g.busy || !g.checked:
		return nil
	case bad != nil:
		return views.Fail(bad)
	}
	return v.askDrop()
}

func (v *View) askDrop() tea.Cmd {
	t, g := text.Calendar, v.grab
	f := v.form(formOf("drop", g.file), widget.Item{ID: "reason", Label: v.env.Say(t.MoveWhy), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	title := t.TitleDrop.With("when", text.When(g.booking.Slot))
	return views.Open(dialog.Ask(v.env.Styles, v.env.Say(title), v.env.Say(t.TellAgain), f, func(vs map[string]string) tea.Msg { return drop{strings.TrimSpace(vs["reason"])} }))
}

// grabMessage takes the messages of moving; false for others.
func (v *View) grabMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case grabChecked:
		if g := v.grab; g != nil && m.n == g.n {
			if m.err != nil {
				return views.Fail(m.err), true
			}
			g.clashes, g.checked = m.clashes, true
		}
		return nil, true
	case drop:
		return v.saveDrop(m.why), true
	case dropped:
		return v.dropped(m), true
	case reread:
		return v.reread(m), true
	}
	return nil, false
}

func (v *View) saveDrop(why string) tea.Cmd {
	g := v.grab
	if g == nil || g.busy {
		return nil
	}
	g.busy = true
	desk, c, b := v.env.Desk, g.file.Consultation, g.booking
	say := text.Calendar.MovedNow.With("who", text.Who(c.Who, c.Others)).With("when", text.When(b.Slot)).With("where", v.whereTo(b))
	return func() tea.Msg {
		_, err := desk.Rebook(context.Background(), c.ID, c.Rev, b, why)
		return dropped{say, err}
	}
}

func (v *View) whereTo(b hall.Booking) string {
	if b.Mode == hall.InRoom {
		return b.Room
	}
	return v.env.Say(text.Mode(b.Mode))
}

// dropped takes what saving came to. After a refusal it stays taken up, with the reason as it
// was typed: somebody was quicker, and the next place is a step away.
func (v *View) dropped(m dropped) tea.Cmd {
	g := v.grab
	if g == nil {
		return nil
	}
	g.busy = false
	if m.err == nil {
		delete(v.forms, formOf("drop", g.file))
		v.grab = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	desk, id := v.env.Desk, g.file.Consultation.ID
	return tea.Batch(v.Load(), v.check(), views.Fail(m.err), func() tea.Msg {
		f, err := desk.SlotFile(context.Background(), id)
		return reread{f, err}
	})
}

// reread takes up what another desk did to the appointment meanwhile. One that can be moved
// no more is put back.
func (v *View) reread(m reread) tea.Cmd {
	g := v.grab
	if g == nil || m.err != nil || m.file.Consultation.ID != g.file.Consultation.ID {
		return nil
	}
	g.file = m.file
	if m.file.Hidden || m.file.Consultation.MayMove() != nil {
		v.grab = nil
		return v.Load()
	}
	g.was = hall.BookingOf(m.file.Consultation)
	return nil
}

// grabLines tell where it is being moved to, and what collides there.
func (v *View) grabLines(_ int) []string {
	g, say, t := v.grab, v.env.Say, text.Calendar
	to := t.MoveTo.With("who", text.Who(g.file.Consultation.Who, g.file.Consultation.Others)).With("when", text.When(g.booking.Slot)).With("where", v.whereTo(g.booking))
	out := []string{say(to) + "  " + say(t.MoveFrom.With("when", text.When(g.was.Slot)).With("where", v.whereTo(g.was)))}
	if v.people && v.shape == byDay {
		out[0] += "  " + say(t.With.With("names", text.Names(namesOf(g.names))))
	}
	st := v.env.Styles
	switch {
	case !g.checked:
		return append(out, say(text.JointForm.Checking))
	case len(g.clashes) == 0:
		return append(out, st.Marks.Done+" "+say(text.JointForm.Free))
	}
	for _, c := range g.clashes { // what bars it first
		if !c.Soft {
			out = append(out, "! "+say(text.Err(c.Err)))
		}
	}
	for _, c := range g.clashes {
		if c.Soft {
			out = append(out, st.Marks.Dot+" "+say(text.Err(c.Err)))
		}
	}
	return out
}
