package appointments

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// held is an appointment that is being moved: where it stands now, and what collides there.
type held struct {
	booking
	was     hall.Booking
	clashes []hall.Clash
	checked bool // the clashes are those of where it is now
	n       int  // counts the steps, so that a late answer is known
}

// mover is a calendar in which an appointment is moved with the arrows. Nothing is saved until it
// is put down with a reason.
type mover struct{ *View }

type checked struct {
	n       int
	clashes []hall.Clash
	err     error
}

// reread is what another desk did to the appointment meanwhile.
type reread struct {
	b   booking
	err error
}

// takeUp begins to move an appointment.
func (v *View) takeUp(f hall.SlotFile) tea.Cmd {
	c := f.Consultation
	m := *v
	m.id, m.first, m.want = c.ID, nil, 0
	if m.shape == byMonth {
		m.shape = byWeek
	}
	m.held = &held{booking: bookingOf(hall.CaseFile{}, c), was: hall.BookingOf(c)}
	m.stand()
	return views.Push(mover{&m})
}

// Load implements views.View.
func (m mover) Load() tea.Cmd { return tea.Batch(m.View.Load(), m.check(), m.again()) }

// again reads the appointment anew: another desk may have changed it.
func (m mover) again() tea.Cmd {
	id := m.held.visit.ID
	return m.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		b, err := readBooking(ctx, s, id)
		return reread{b, err}
	})
}

// check looks up what collides where it is now.
func (m mover) check() tea.Cmd {
	h := m.held
	h.n++
	h.checked = false
	n, id, ask := h.n, h.visit.ID, h.asked(m.env.Settings)
	return m.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		all, err := s.Desk.Clashes(ctx, id, 0, ask)
		return checked{n, all, err}
	})
}

// hard is what bars it from being put down here; nil when nothing is known to.
func (h *held) hard() *hall.Error {
	if h == nil || !h.checked {
		return nil
	}
	return hall.Hard(h.clashes)
}

func (h *held) names() []hall.MediatorRef {
	return slices.DeleteFunc(slices.Clone(h.by[:]), func(m hall.MediatorRef) bool { return m.ID == 0 })
}

// lay puts the appointment where it is being moved to, among the others by time.
func (h *held) lay(rows []hall.VisitRow) []hall.VisitRow {
	r := hall.VisitRowOf(h.visit)
	rows = slices.DeleteFunc(rows, func(o hall.VisitRow) bool { return o.ID == r.ID })
	r.Slot, r.Room, r.Mode, r.Mediators = h.Slot, h.Room, h.Mode, h.names()
	at := slices.IndexFunc(rows, func(o hall.VisitRow) bool {
		return o.Slot.Day > r.Slot.Day || o.Slot.Day == r.Slot.Day && o.Slot.From > r.Slot.From
	})
	if at < 0 {
		at = len(rows)
	}
	return slices.Insert(rows, at, r)
}

// Update implements views.View.
func (m mover) Update(msg tea.Msg) tea.Cmd {
	h := m.held
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg.Keystroke())
	case checked:
		if msg.err != nil {
			return views.Fail(msg.err)
		}
		if msg.n == h.n {
			h.clashes, h.checked = msg.clashes, true
		}
		return nil
	case reread:
		if msg.err != nil { // it is over, or gone: there is nothing to move any more
			return tea.Batch(views.Fail(msg.err), views.Pop(nil))
		}
		was := h.visit.Rev
		h.visit, h.was = msg.b.visit, hall.BookingOf(msg.b.visit)
		if there := h.was.Slot == h.Slot && h.was.Room == h.Room; h.visit.Rev != was && !there { // put down there, the change is one's own
			return views.Toast(views.Warn, changed)
		}
		return nil
	case form.Saved[booking]:
		return views.Pop(msg)
	case form.Jumped:
		return m.shift(func(b *booking) { b.Slot.Day = msg.Day })
	}
	return m.View.Update(msg)
}

// press moves what was taken up.
func (m mover) press(key string) tea.Cmd {
	change := func(by int, do func(*booking, int)) tea.Cmd { return m.shift(func(b *booking) { do(b, by) }) }
	switch key {
	case "up":
		return change(-1, m.later)
	case "down":
		return change(1, m.later)
	case "left":
		return change(-1, m.sideways)
	case "right":
		return change(1, m.sideways)
	case "pgup":
		return change(-1, m.turned)
	case "pgdown":
		return change(1, m.turned)
	case "+", "=", "＋", "shift+down", "ctrl+down", "shift++", "shift+=":
		return m.shift(func(b *booking) { b.Slot.To = min(b.Slot.To+stretch, 24*60) })
	case "-", "－", "shift+up", "ctrl+up":
		return m.shift(func(b *booking) { b.Slot.To = max(b.Slot.To-stretch, b.Slot.From+stretch) })
	}
	return nil
}

// shift changes where it is and looks up what collides there.
func (m mover) shift(change func(*booking)) tea.Cmd {
	change(&m.held.booking)
	m.day, m.minute, m.id = m.held.Slot.Day, floor(m.held.Slot.From), m.held.visit.ID
	m.stand()
	var load tea.Cmd
	if !m.covers() {
		load = m.View.Load()
	}
	return tea.Batch(load, m.check())
}

// turned moves it to the next day or week.
func (m mover) turned(b *booking, by int) {
	if m.shape == byDay {
		b.Slot.Day = m.nextDay(b.Slot.Day, by)
		return
	}
	b.Slot.Day += 7 * hall.Day(by)
}

// later moves it to the next row, over the noon break, its length kept.
func (m mover) later(b *booking, by int) {
	length := b.Slot.To - b.Slot.From
	without := *m.View // the rows without those that only it makes
	without.held = nil
	g := without.grid()
	i := g.index(b.Slot.From)
	from := b.Slot.From + by*step
	if off := b.Slot.From - floor(b.Slot.From); i+by >= 0 && i+by < len(g.marks) {
		from = g.marks[i+by] + off
	}
	b.Slot.From = max(min(from, 24*60-length), 0)
	b.Slot.To = b.Slot.From + length
}

// sideways moves it to the next day of the week, or to the next room or mediator of the day.
func (m mover) sideways(b *booking, by int) {
	if m.shape != byDay {
		b.Slot.Day = m.nextDay(b.Slot.Day, by)
		return
	}
	g := m.grid()
	i := m.column(g) + by
	if i < 0 || i >= len(g.cols) {
		return
	}
	from, to := g.cols[i-by], g.cols[i]
	at := slices.IndexFunc(b.by[:], func(r hall.MediatorRef) bool { return r.ID == from.mediator.ID || r.ID == 0 })
	switch {
	case to.room != "" && b.Mode == hall.InRoom:
		b.Room = to.room
	case to.mediator.ID != 0 && at >= 0 && !slices.Contains(b.by[:], to.mediator):
		b.by[at] = to.mediator
	default:
		return
	}
	m.col = to.key
}

// drop asks for the reason, unless something bars it from standing here.
func (m mover) drop() tea.Cmd {
	h := m.held
	switch bad := h.hard(); {
	case h.Slot == h.was.Slot && h.Room == h.was.Room && slices.Equal(h.asked(m.env.Settings).Mediators, h.was.Mediators):
		return tea.Batch(views.Pop(nil), views.Toast(views.Done, putBack))
	case !h.checked:
		return nil
	case bad != nil:
		return views.Fail(bad)
	}
	type R = booking
	c := h.visit
	var rule text.Message
	if c.Told() {
		rule = tellAgain
	}
	return views.Push(form.Box(m.env, form.Spec[R]{
		Title: dropTitle.With("when", text.When(h.Slot)), Rule: rule, Start: h.booking,
		Fields: []*form.Field[R]{form.Notes(hall.FieldReason, whyLabel, 300, func(b *R) *string { return &b.why }).Required().Rows(2)},
		Keep: form.Keep[R]{Kind: hall.DraftBooking, Form: formDrop, Case: c.Case, Visit: c.ID, Private: c.Confidential,
			Title: func(b R) text.Message { return text.Words(changeTitle, text.Raw(nameOf(b))) }},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, b R) (R, error) {
			return b.rebook(ctx, s, draft, b.asked(s.Settings))
		},
		Refused: func(_ R, why *hall.Error, _ []hall.Clash, _ func(R) tea.Cmd) tea.Cmd {
			return tea.Batch(views.Pop(nil), views.Fail(why)) // somebody was quicker, and the next place is a step away
		},
		Done: func(b R) text.Message { return moved(b.visit) },
	}))
}

// Actions implements views.View.
func (m mover) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: keyMove},
		{Key: views.Key("+ -", "+", "-"), Name: keyStretch},
		{Key: views.Key("Enter", "enter"), Name: keyDrop, Run: m.drop},
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: turns[m.shape]},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: keyJump, Run: func() tea.Cmd { return form.Jump(m.env) }},
	}
}

// Hint implements views.View.
func (m mover) Hint() text.Message { return hintMove }

// moveLines tell where it is being moved to, and what collides there: what bars it first.
func (v *View) moveLines() []string {
	h, say := v.held, v.env.Say
	c := h.visit
	to := v.env.Styles.Title.Render(say(moveTo.With("who", text.Who(c.Who, c.Others)).With("when", text.When(h.Slot)).With("where", v.whereTo(h.Booking))))
	to += "  " + say(moveFrom.With("when", text.When(h.was.Slot)).With("where", v.whereTo(h.was)))
	if v.people && v.shape == byDay {
		to += "  " + say(with.With("names", text.Names(namesOf(h.names()))))
	}
	return append([]string{to}, form.Collisions(v.env.Session, h.checked, h.clashes, 0)...)
}
