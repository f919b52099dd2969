package board

import (
	"fmt"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

func (v *View) slotsBlock() block {
	out := block{
		title: v.say(slots.With("n", v.board.Planned())), none: v.say(slotsNone), all: views.Appointments,
	}
	cells := v.slotCells()
	for _, r := range v.board.Slots {
		tone := widget.Normal
		if r.State.Over() {
			tone = widget.Muted
		}
		out.rows = append(out.rows, line{
			key: fmt.Sprint("a", r.ID), to: views.Route{Screen: views.KeptIn(r.Kind), Consultation: r.ID}, tone: tone,
			draw: func(w int) string { return v.slot(r, w, cells) },
		})
	}
	if v.board.Calls+v.board.CallsClosed > 0 {
		out.rows = append(out.rows, v.calls())
	}
	return out
}

// slot is a line of the day's plan. Where the line is short the place gives way, then what a group
// is called; the state never does.
func (v *View) slot(r hall.VisitRow, w int, c slotCells) string {
	mark, who := v.danger(r), v.say(text.Who(r.Who, r.Others))
	state := v.env.Styles.Badge(widget.StateTone(r), v.booked(r))
	rooms := c.rooms(w)
	left := w - 7 - rooms - widget.Width(mark)
	name := left - c.states
	if wide := widget.Width(who) + 1; wide > name { // a shorter state than the others' leaves it more
		name = max(min(wide, left-widget.Width(state)), 4)
	}
	state = widget.Pad(widget.Cut(state, left-name, v.env.Styles.Marks.More), left-name)
	return text.Minutes(r.Slot.From) + " " + v.cut(v.where(r), rooms) + " " + mark + v.bold(who, name) + state
}

// slotCells is what the lines of the day's plan need.
type slotCells struct {
	states int // of the longest state
	widest int // of the longest room
	line   int // of the longest line, with the room in full
}

func (v *View) slotCells() slotCells {
	var c slotCells
	for _, r := range v.board.Slots {
		state := widget.Width(v.booked(r)) + 2
		c.states, c.widest = max(c.states, state), max(c.widest, widget.Width(v.where(r)))
		c.line = max(c.line, 5+1+roomMost+1+widget.Width(v.danger(r))+widget.Width(v.say(text.Who(r.Who, r.Others)))+1+state)
	}
	return c
}

// roomMost is how wide a room stands at most.
const roomMost = 8

// rooms is how wide the rooms stand in w cells: no wider than the longest name where a line wants the
// cells for who comes and how it stands.
func (c slotCells) rooms(w int) int {
	if c.line <= w {
		return roomMost
	}
	return min(c.widest, roomMost)
}

// where is the room of a visit, or the way it takes place.
func (v *View) where(r hall.VisitRow) string {
	if r.Mode != hall.InRoom {
		return v.say(text.ModeShort(r.Mode))
	}
	return r.Room
}

// calls says how many are to be rung up, and leads to them.
func (v *View) calls() line {
	var parts []text.Message
	if n := v.board.Calls; n > 0 {
		parts = append(parts, callsLeft.With("n", n))
	}
	if n := v.board.CallsClosed; n > 0 {
		parts = append(parts, callsClosed.With("n", n))
	}
	said := v.say(text.Clauses(parts))
	return line{key: "calls", to: views.Route{Screen: views.Calls}, tone: widget.Accent, draw: func(w int) string { return v.cut(said, w) }}
}

// booked is where an appointment stands; of what else is in the calendar, what it is.

// booked is how something of the day stands, in a word.
func (v *View) booked(r hall.VisitRow) string {
	switch {
	case r.Kind != hall.Appointment && !r.State.Over():
		return v.say(text.KindShort(r.Kind))
	case r.Number > 0 && r.State == hall.Waiting:
		return v.say(text.Appointments.Arrived)
	}
	return v.say(text.VisitState(r))
}
