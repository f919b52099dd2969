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
	if hall.Why(hall.AppointmentCourse(), m.file, hall.OpMove, v.env.Actor, v.env.Now()) != nil {
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
