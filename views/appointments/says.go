package appointments

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/theme"
	"sizhen/views/widget"
)

// kindMark tells the kinds apart in the grid; the words for them stand with it where there is
// room, and always below.
func kindMark(m theme.Marks, k hall.Kind) string {
	switch k {
	case hall.Joint:
		return m.Done
	case hall.FollowUp:
		return m.Open
	}
	return m.Bar
}

// says is what stands in a block of n rows, a line each, w cells wide. A narrow one says the
// name first, a wide one where it is as well.
func (v *View) says(c column, r hall.VisitRow, w, n int) []string {
	say := v.env.Say
	who, where, state := v.who(r), v.where(c, r), say(text.VisitState(r))
	kind := v.kindWord(r)
	subject := r.Subject
	if !r.Hidden {
		subject = say(text.About(v.env.Settings, r.Type, subject))
	}
	if r.Slot.From%step != 0 && w >= 14 {
		who = text.Minutes(r.Slot.From) + " " + who
	}
	join := joined1
	if w < 11 {
		at := join(kind, where)
		if kind != "" && widget.Width(at) > w-1 {
			at = kind
		}
		return []string{who, at, join(state), subject}
	}
	if n == 1 {
		return []string{join(kind, where, who)}
	}
	first, second := join(kind, where, who), join(subject, state)
	if widget.Width(first) > w-1 { // a long name has a line of its own
		below := " " + join(kind, where, state)
		if widget.Width(below) > w-1 { // where it is may be cut, what is still to be done not
			below = join(widget.Cut(join(kind, where), w-2-widget.Width(state), v.env.Styles.Marks.More), state)
		}
		return []string{who, below, " " + subject, " " + r.Mediator}
	}
	if widget.Width(" "+second) > w-1 {
		second = state
	}
	return []string{first, " " + second, " " + r.Mediator}
}

// who is the applicant, or that it is confidential.
func (v *View) who(r hall.VisitRow) string {
	if r.Hidden {
		return v.env.Say(text.Joint.Hidden)
	}
	return v.env.Say(text.Who(r.Who, r.Others))
}

// where is the room, or how it is held; nothing in the column of that room.
func (v *View) where(c column, r hall.VisitRow) string {
	switch {
	case r.Kind == hall.FollowUp && r.Mode != hall.InRoom:
		return v.env.Say(text.FollowWay(r.Way))
	case r.Mode != hall.InRoom:
		return v.env.Say(text.ModeShort(r.Mode))
	case c.room != "":
		return ""
	}
	return r.Room
}

// legend is the line between the grid and what it tells about the selected.
func (v *View) legend(w int) string {
	st, say := v.env.Styles, v.env.Say
	m := st.Marks
	s := " " + say(text.Calendar.Legend.With("a", m.Bar).With("j", m.Done).With("f", m.Open).With("o", m.Dot)) + " "
	return st.Muted.Render(m.Rule + widget.Cut(s, w-2, m.More) + strings.Repeat(m.Rule, max(w-1-widget.Width(s), 0)))
}

// joined strings together what is not empty.
func joined(parts []string) string { return strings.Join(trimmed(parts...), "  ") }

func joined1(parts ...string) string { return strings.Join(trimmed(parts...), " ") }

// kindWord names a kind that is no appointment.
func (v *View) kindWord(r hall.VisitRow) string {
	if r.Kind == hall.Appointment {
		return ""
	}
	return v.env.Say(text.KindShort(r.Kind))
}
