package appointments

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// details are the lines below the grid: what is selected, or what is being moved.
func (v *View) details(g grid, w, n int) []string {
	var lines []string
	switch {
	case v.grab != nil:
		lines = v.grabLines(w - 4)
	case v.id == 0:
		lines = v.emptyLines(g)
	default:
		lines = v.bookedLines()
	}
	var out []string
	for i, l := range lines {
		indent := "   "
		if i == 0 {
			indent = " "
		}
		parts := []string{widget.Cut(l, w-4, v.env.Styles.Marks.More)}
		if n > 3 || v.grab != nil || v.id == 0 { // there is room, or it says what is wrong
			parts = widget.Wrap(l, w-4)
		}
		for j, part := range parts {
			if j > 0 {
				indent = "   "
			}
			out = append(out, indent+part)
		}
	}
	return out[:min(n, len(out))]
}

// emptyLines tell about an empty slot: whether it can be booked, and which rooms are free.
func (v *View) emptyLines(g grid) []string {
	say, t := v.env.Say, text.Calendar
	c := g.cols[v.column(g)]
	slot := v.slot(c, v.minute)
	head := t.Empty.With("when", text.When(slot)).With("where", v.colWhere(c))
	if bad := v.barred(c, slot); bad != nil {
		return []string{say(text.When(slot)), say(text.Err(bad))}
	}
	if c.gone {
		return []string{say(text.When(slot)), say(t.GoneWhy.With("room", c.room))}
	}
	free := v.freeRooms(slot)
	if len(free) == 0 {
		return []string{say(head), say(t.NoneFree)}
	}
	return []string{say(head), say(t.Free.With("rooms", text.Names(free)))}
}

func (v *View) colWhere(c column) string {
	if v.shape != byDay {
		return ""
	}
	return v.colName(c)
}

// barred is why nothing can be booked into a slot, whatever it is.
func (v *View) barred(_ column, s hall.Slot) *hall.Error {
	now := v.env.Now()
	return v.env.Calendar().Check(s, v.env.Today(), now.Hour()*60+now.Minute())
}

// freeRooms are the rooms that nothing stands in at a time.
func (v *View) freeRooms(s hall.Slot) []string {
	var out []string
	for _, room := range v.env.Settings.Rooms {
		free := true
		for _, r := range v.rows {
			free = free && !(r.Mode == hall.InRoom && r.Room == room && !r.State.Over() && r.Slot.Overlaps(s))
		}
		if free {
			out = append(out, room)
		}
	}
	return out
}

// bookedLines tell about an appointment: when and where, between whom, and what became of it.
func (v *View) bookedLines() []string {
	r := v.selected()
	if r == nil {
		return nil
	}
	say, t := v.env.Say, text.Calendar
	var f hall.SlotFile
	if v.file != nil && v.file.Consultation.ID == r.ID {
		f = *v.file
	}
	subject := r.Subject
	if !r.Hidden {
		subject = say(text.About(v.env.Settings, r.Type, subject))
	}
	first := strings.Join(trimmed(say(text.When(r.Slot)), v.place(*r), f.Number, subject), "  ")
	if r.Hidden {
		return []string{first, say(text.Words(text.Kind(r.Kind), text.VisitState(*r))), say(text.Err(hall.Refuse(hall.ErrClosedCase)))}
	}
	second := []string{say(text.Kind(r.Kind)), say(text.VisitState(*r)), say(text.Sides(*r))}
	if names := namesOf(r.Mediators); len(names) > 0 {
		second = append(second, say(t.With.With("names", text.Names(names))))
	} else {
		second = append(second, say(t.NoMediator))
	}
	out := []string{first, strings.Join(trimmed(second...), "  ")}
	if course := v.courseLine(f); course != "" {
		out = append(out, course)
	}
	for _, m := range f.NoShows {
		out = append(out, say(t.MissedBefore.With("name", m.Name).With("n", m.N)))
	}
	return out
}

// courseLine is what was done about an appointment so far, the latest of each.
func (v *View) courseLine(f hall.SlotFile) string {
	c, say, t := f.Consultation, v.env.Say, text.Calendar
	var out []string
	if n := len(c.Notices); n > 0 {
		out = append(out, say(noticeSaid(c.Notices[n-1])))
	}
	if !c.Confirmed.IsZero() {
		out = append(out, say(t.ConfirmedBy.With("who", c.ConfirmedBy).With("at", text.Stamp(c.Confirmed))))
	}
	if n := len(c.Moves); n > 0 {
		m := c.Moves[n-1]
		out = append(out, say(t.MovedN.With("n", n).With("was", text.When(m.From)).With("why", m.Reason)))
	}
	if c.State == hall.GoneAway && c.Reason != "" {
		out = append(out, say(t.WhyGone.With("why", c.Reason)))
	}
	return strings.Join(out, "  ")
}

func noticeSaid(n hall.Notice) text.Message {
	m := text.Calendar.ToldTo
	if !n.Reached {
		m = text.Calendar.NotReached
	}
	return m.With("at", text.Stamp(n.At)).With("way", text.NoticeWay(n.Way)).With("to", n.To).With("by", n.By)
}

// place is where an appointment is held.
func (v *View) place(r hall.VisitRow) string {
	say := v.env.Say
	switch {
	case r.Mode == hall.InRoom && r.Room != "" && !v.env.Settings.HasRoom(r.Room):
		return say(text.Calendar.RoomGone.With("room", r.Room))
	case r.Mode == hall.InRoom:
		return r.Room
	case r.Mode == hall.AtHome && r.Place != "":
		return say(text.Mode(r.Mode)) + " " + r.Place
	}
	return say(text.Mode(r.Mode))
}

func namesOf(refs []hall.MediatorRef) []string {
	var out []string
	for _, m := range refs {
		out = append(out, m.Name)
	}
	return out
}

// trimmed leaves out what is empty.
func trimmed(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
