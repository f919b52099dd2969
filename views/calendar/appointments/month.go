package appointments

import (
	"strings"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// counts are what stands on a day of the month.
type counts struct {
	booked, joint, follow int
	full                  bool
}

// drawMonth shows six weeks: of each day the lunar date and the holiday, how much is booked,
// and whether it is full.
func (v *View) drawMonth(w, h int) views.Frame {
	out := v.top(w)
	first, last := v.span()
	if _, m, _ := (last - 6).Date(); m != monthOf(v.day) { // a sixth week of the next month only
		last -= 7
	}
	if _, m, _ := (last - 6).Date(); m != monthOf(v.day) {
		last -= 7
	}
	cw := (w - 2) / 7
	head := " "
	for d := first; d < first+7; d++ {
		head += v.env.Styles.Title.Render(widget.Pad(v.env.Say(text.Weekday(d.Weekday())), cw))
	}
	out = append(out, head)
	details := min(paneMost, max(h/6, paneLeast))
	weeks := int(last-first+1) / 7
	lines := max((h-len(out)-details)/weeks, 1)
	of := v.countDays(first, last)
	for monday := first; monday <= last; monday += 7 {
		for i := range lines {
			line := " "
			for d := monday; d < monday+7; d++ {
				line += v.dayCell(d, of[d], i, lines, cw-1) + " "
			}
			out = append(out, line)
		}
	}
	out = widget.Fill(out, w, h-details)
	return views.NewFrame(w, h, append(out, widget.Raised(v.env.Styles, v.monthLines(of[v.day], w-3, details), w, details)...))
}

func monthOf(d hall.Day) time.Month { _, m, _ := d.Date(); return m }

// countDays counts what stands on each day.
func (v *View) countDays(first, last hall.Day) map[hall.Day]counts {
	out := map[hall.Day]counts{}
	rows := map[hall.Day][]hall.VisitRow{}
	for _, r := range v.shown() {
		c := out[r.Slot.Day]
		switch r.Kind {
		case hall.Joint:
			c.joint++
		case hall.FollowUp:
			c.follow++
		default:
			c.booked++
		}
		out[r.Slot.Day] = c
		rows[r.Slot.Day] = append(rows[r.Slot.Day], r)
	}
	for d, c := range out {
		if d >= first && d <= last {
			c.full = v.fullDay(d, rows[d])
			out[d] = c
		}
	}
	return out
}

// fullDay reports whether no room has an hour left for one more appointment.
func (v *View) fullDay(d hall.Day, rows []hall.VisitRow) bool {
	hours := v.env.Calendar().On(d).Hours
	long := max(v.env.Settings.Slot, stretch)
	for _, room := range v.env.Settings.Rooms {
		for _, h := range hours {
			free := h[0]
			for _, r := range rows { // by time
				if r.Mode != hall.InRoom || r.Room != room || r.State.Over() || r.Slot.To <= free || r.Slot.From >= h[1] {
					continue
				}
				if r.Slot.From-free >= long {
					return false
				}
				free = r.Slot.To
			}
			if h[1]-free >= long {
				return false
			}
		}
	}
	return len(hours) > 0 && len(v.env.Settings.Rooms) > 0
}

// dayCell draws line i of a day's cell of n lines.
func (v *View) dayCell(d hall.Day, c counts, i, n, w int) string {
	st, say := v.env.Styles, v.env.Say
	info := v.env.Calendar().On(d)
	_, m, date := d.Date()
	style := st.Text
	if m != monthOf(v.day) || !info.Open && c == (counts{}) {
		style = st.Muted
	}
	said := ""
	switch {
	case i == 0:
		said = " " + widget.PadLeft(text.Digits(date), 2)
		note := say(text.Words(text.DayMark(info), text.LunarShort(almanac.Lunar(d))))
		if d == v.env.Today() && d != v.day {
			said = "[" + said[1:] + "]"
		}
		if widget.Width(said+" "+note) <= w {
			note = " " + note
		}
		said += note
	case i == 1:
		said = " " + v.countsSaid(c, n == 2)
	case i == 2 && c.joint > 0:
		said = " " + kindMark(st.Marks, hall.Joint) + say(jointN.With("n", c.joint))
	case i == 2 && c.follow > 0, i == 3 && c.joint > 0 && c.follow > 0:
		said = " " + kindMark(st.Marks, hall.FollowUp) + say(followN.With("n", c.follow))
	}
	if d == v.day {
		style = st.Selected
		if i == 0 {
			said = st.Marks.Cursor + said[1:]
		}
	}
	return style.Render(widget.Pad(widget.Cut(said, w, st.Marks.More), w))
}

// countsSaid is how many there are; in a cell of two lines joint consultations and follow-ups
// stand with their signs behind it.
func (v *View) countsSaid(c counts, all bool) string {
	say, m := v.env.Say, v.env.Styles.Marks
	var out []string
	if c.full {
		out = append(out, say(full))
	}
	if c.booked > 0 {
		out = append(out, say(bookedN.With("n", c.booked)))
	}
	if all && c.joint > 0 {
		out = append(out, kindMark(m, hall.Joint)+text.Digits(c.joint))
	}
	if all && c.follow > 0 {
		out = append(out, kindMark(m, hall.FollowUp)+text.Digits(c.follow))
	}
	return strings.Join(out, " ")
}

// monthLines tell about the selected day.
func (v *View) monthLines(c counts, w, n int) []string {
	say, st := v.env.Say, v.env.Styles
	now := text.Message{}
	if v.day == v.env.Today() {
		now = text.Calendar.Today
	}
	var sum []string
	for _, one := range []struct {
		n   int
		say text.Message
	}{{c.booked, bookedN}, {c.joint, jointN}, {c.follow, followN}} {
		if one.n > 0 {
			sum = append(sum, say(one.say.With("n", one.n)))
		}
	}
	if c.full {
		sum = append(sum, say(fullDay))
	}
	if len(sum) == 0 {
		sum = append(sum, say(nothingThen))
	}
	head := st.Title.Render(say(text.Words(text.Day(v.day), now))) + "  " + st.Muted.Render(say(v.dayNote(v.day)))
	out := []string{head + "  " + strings.Join(sum, "  ")}
	for _, r := range v.shown() {
		if r.Slot.Day != v.day || len(out) == n {
			continue
		}
		out = append(out, joined(st.Muted.Render(text.Slot(r.Slot)), say(text.KindShort(r.Kind)), say(v.place(r)), st.Title.Render(v.who(r)), r.Subject)+" "+badge(v,
			st, r))
	}
	if rest := c.booked + c.joint + c.follow - (len(out) - 1); rest > 0 && len(out) == n && n > 1 {
		out[n-1] = st.Muted.Render(say(moreThen.With("n", rest+1)))
	}
	for i := range out {
		out[i] = widget.Cut(out[i], w-1, st.Marks.More)
	}
	return out
}
