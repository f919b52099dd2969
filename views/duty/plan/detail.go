package plan

import (
	"strings"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// detail is the day under the cursor and, below it, how much duty everybody has in the month.
func (v *View) detail(w, h int) []string {
	out := v.dayLines(w)
	tally := v.tallied(w)
	if len(out)+1+len(tally) > h {
		out = v.clip(out, max(h-1-len(tally), h/2), moreDay)
	}
	return v.clip(append(append(out, ""), tally...), h, moreTally)
}

// below is the same side by side, for a narrow screen.
func (v *View) below(w, h int) []string {
	lw := (w - 4) / 2 // the figures have a name before them, which is not cut
	rw := w - 4 - lw
	day, tally := v.clip(v.dayLines(lw), h, moreDay), v.clip(v.tallied(rw), h, moreTally)
	out := widget.Beside(day, lw, tally, rw, 2)
	for i := range out {
		out[i] = " " + out[i]
	}
	return out
}

// clip says that there is more where lines find no room.
func (v *planner) clip(lines []string, n int, more text.Message) []string {
	if len(lines) <= n {
		return lines
	}
	if n = max(n, 1); len(lines) < n {
		return lines
	}
	out := append([]string{}, lines[:n]...)
	out[n-1] = v.env.Styles.Muted.Render(widget.Cut(v.env.Say(more.With("n", len(lines)-n+1)), max(widget.Width(lines[0]), 24), v.env.Styles.Marks.More))
	return out
}

// dayLines tell of the day under the cursor: what day it is, and its shifts.
func (v *View) dayLines(w int) []string {
	st, say := v.env.Styles, v.env.Say
	day := v.at(v.day)
	head := text.Words(text.Day(v.day), text.DayName(day.Info))
	if v.day == v.env.Today() {
		head = text.Words(text.Day(v.day), text.Calendar.Today, text.DayName(day.Info))
	}
	moon := say(text.Lunar(almanac.Lunar(v.day)))
	out := []string{st.Title.Render(widget.Cut(say(head), w, st.Marks.More)) + "  " + st.Muted.Render(moon)}
	if widget.Width(out[0]) > w {
		out = []string{st.Title.Render(widget.Cut(say(head), w, st.Marks.More)), st.Muted.Render(widget.Cut(moon, w, st.Marks.More))}
	}
	if !v.covered() {
		return out
	}
	for _, r := range day.Rows {
		out = append(out, v.rowLines(r, w)...)
	}
	if len(day.Rows) == 0 {
		none := noShift
		if !day.Info.Open {
			none = noShiftClosed
		}
		for _, l := range widget.Wrap(say(none), w) {
			out = append(out, st.Muted.Render(l))
		}
	}
	return out
}

// rowLines tell of a shift in full.
func (v *View) rowLines(r hall.DutyRow, w int) []string {
	st, say := v.env.Styles, v.env.Say
	var out []string
	add := func(s string, style interface{ Render(...string) string }) {
		for _, l := range widget.Wrap(s, w-2) {
			out = append(out, "  "+style.Render(l))
		}
	}
	out = append(out, widget.Cut(st.Marks.Dot+" "+say(v.shiftName(r.Shift)), w, st.Marks.More))
	if r.State == hall.DutyOff {
		add(say(offBecause.With("why", lastReason(r.Shift))), st.Muted)
		return out
	}
	if r.Open > 0 {
		add("! "+say(lackFull.With("n", r.Open)), st.Danger)
	}
	for _, p := range r.Places {
		style := interface{ Render(...string) string }(st.Text)
		if p.Empty() {
			style = st.Muted
		}
		add(say(v.placeSaid(p, r.Day)), style)
	}
	if r.Swap != 0 {
		add(say(swapWaits), st.Accent)
	}
	if n := len(r.Changes); n > 0 {
		add(say(text.Words(text.DutyChange(r.Changes[n-1].What), text.Raw(r.Changes[n-1].Reason))), st.Muted)
	}
	return out
}

func lastReason(s hall.Shift) string {
	if n := len(s.Changes); n > 0 {
		return s.Changes[n-1].Reason
	}
	return ""
}

// shiftName is what a shift is called: the hall's own, or the county team's visit and where.
func (v *planner) shiftName(s hall.Shift) text.Message {
	if s.Kind == hall.DutyCounty && s.Township != v.env.Settings.Name {
		return text.Words(text.DutyKind(s.Kind), text.Raw(s.Township))
	}
	return text.DutyKind(s.Kind)
}

// placeSaid is one person of a shift: whether he comes, or came.
func (v *planner) placeSaid(p hall.DutyPlace, d hall.Day) text.Message {
	name := text.Raw(p.Who.Name)
	switch {
	case p.Left && p.In.IsZero():
		return placeLeft.With("name", name)
	case p.OnLeave && p.In.IsZero():
		return placeLeave.With("name", name)
	case d > v.env.Today():
		return name
	case p.Late > 0:
		return placeLate.With("name", name).With("state", text.Attendance(p.State)).With("late", text.LateBy(p.Late))
	}
	return text.Words(name, text.Attendance(p.State))
}

// tallied counts for the month under the cursor.
func (v *View) tallied(w int) []string {
	if !v.covered() {
		return nil
	}
	return v.tallyLines(v.month, w)
}

// tallyLines count what everybody has in the month, working days and rest days apart.
func (v *planner) tallyLines(m hall.DutyMonth, w int) []string {
	st, say := v.env.Styles, v.env.Say
	var out []string
	for _, k := range hall.DutyKinds() {
		list := m.Tally[k]
		if len(list) == 0 {
			continue
		}
		out = append(out, st.Title.Render(widget.Cut(say(tallyHead.With("kind", text.DutyKind(k))), w, st.Marks.More)))
		for _, one := range list {
			out = append(out, v.tallyLine(one, w))
		}
	}
	return out
}

// bare is a name in so many cells: where the office before it finds no room, the person's own.
func bare(name string, w int) string {
	if at := strings.LastIndex(name, " "); at >= 0 && widget.Width(name) > w {
		return name[at+1:]
	}
	return name
}

func (v *planner) tallyLine(one hall.DutyTally, w int) string {
	st := v.env.Styles
	figures := v.env.Say(tallyRow.With("work", one.Work).With("rest", one.Rest))
	if one.Missed > 0 {
		figures += v.env.Say(tallyMissed.With("n", one.Missed))
	}
	room := min(max(w-widget.Width(figures)-1, 4), 14)
	return widget.Cut(widget.Pad(widget.Cut(bare(one.Who.Name, room), room, st.Marks.More), room)+" "+figures, w, st.Marks.More)
}
