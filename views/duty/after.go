package duty

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// swaps are those that wait for the reader's answer; they are answered in the month's plan.
func (v *View) swaps() part {
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.Swaps)}
	for _, s := range v.data.Swaps {
		out.rows = append(out.rows, row{key: fmt.Sprint("s", s.ID), swap: s.ID, tone: widget.Accent, cells: []string{say(t.SwapRow.With("name", s.Who.Name).With("day", text.ShortDay(s.Day))), s.Why}})
	}
	return out
}

// handed is what those of the day handed over, and what became of it. What still waits today
// stands above, to be accepted.
func (v *View) handed() part {
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.Handed)}
	for i := range v.data.Signed {
		s := &v.data.Signed[i]
		if s.Note != "" {
			out.rows = append(out.rows, row{key: fmt.Sprint("n", s.ID), shift: s, cells: []string{s.Name, say(t.Handover.With("note", s.Note))}})
		}
		for j := range s.Items {
			it := &s.Items[j]
			if it.Open() && v.today() {
				continue
			}
			tone := widget.Normal
			if !it.Done.IsZero() {
				tone = widget.Muted
			}
			out.rows = append(out.rows, row{key: fmt.Sprint("i", s.ID, ".", j), tone: tone, shift: s, item: it, at: j, on: it.Case, cells: []string{s.Name, strings.TrimSpace(it.What + "  " + v.number(*it)), say(became(*it))}})
		}
	}
	return out
}

// became says what became of an item that was handed over.
func became(i hall.HandItem) text.Message {
	switch {
	case !i.Done.IsZero():
		return text.Duty.DoneWith.With("result", i.Result)
	case !i.Accepted.IsZero():
		return text.Duty.Taken.With("name", i.AcceptedBy)
	}
	return text.Duty.StillOpen
}

// next is whose turn it is after the day.
func (v *View) next() part {
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.Next), none: say(t.NextNone)}
	for i := range v.data.Next {
		d := &v.data.Next[i]
		kind := say(text.DutyKind(d.Kind))
		if d.Township != "" && d.Township != v.env.Settings.Name {
			kind += " " + d.Township
		}
		who := v.names(d.People)
		if d.Open > 0 {
			who = strings.TrimSpace(who + "  " + say(t.Gap.With("n", d.Open)))
		}
		out.rows = append(out.rows, row{key: fmt.Sprint("d", d.ID), duty: d, tone: widget.Muted, cells: []string{say(text.ShortDay(d.Day)), kind, who}})
	}
	return out
}
