package duty

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The county team's page: who of it came, who came to the hall, what the team took on and
// what it hands back.

// teamPart is a visit with its people; that it was moved here is said with the reason.
func (v *View) teamPart(d hall.DutyRow) part {
	say, t := v.env.Say, text.Duty
	head := t.Visit
	if d.Township != "" && d.Township != v.env.Settings.Name {
		head = t.VisitOf.With("township", d.Township)
	}
	return part{head: say(head), rest: say(text.DutyMoved(d.DutyShift)), rows: v.places(&d)}
}

// teamParts are the groups of that page.
func (v *View) teamParts() []part {
	var out []part
	say, t := v.env.Say, text.Duty
	all := v.visits()
	for _, d := range all {
		out = append(out, v.teamPart(d))
	}
	if v.env.Settings.Level != hall.County {
		came := part{head: say(t.Came.With("n", len(v.data.Visits))), none: say(t.CameNone)}
		for i := range v.data.Visits {
			came.rows = append(came.rows, v.visitor(&v.data.Visits[i]))
		}
		out = append(out, came)
	}
	took, back := part{none: say(t.TookNone)}, part{none: say(t.BackNone)}
	for i := range all {
		took.rows = append(took.rows, v.hands(&all[i], "t", all[i].Took)...)
		back.rows = append(back.rows, v.hands(&all[i], "b", all[i].Back)...)
	}
	took.head, back.head = say(t.Took.With("n", len(took.rows))), say(t.Back.With("n", len(back.rows)))
	return append(out, took, back)
}

func (v *View) visitor(r *hall.VisitRow) row {
	say := v.env.Say
	when := text.Clock(r.Arrived)
	if when == "" && r.Slot.To > 0 {
		when = text.Minutes(r.Slot.From)
	}
	tone := widget.Normal
	if r.State.Over() {
		tone = widget.Muted
	}
	who := say(text.Sides(*r))
	if r.Hidden {
		who = say(text.Duty.Hidden)
	}
	return row{key: fmt.Sprint("v", r.ID), tone: tone, visit: r, on: r.Case, cells: []string{when, say(text.Kind(r.Kind)), who, say(text.VisitState(*r)), r.Subject}}
}

// hands are the matters that changed hands on a visit.
func (v *View) hands(d *hall.DutyRow, key string, list []hall.DutyCase) []row {
	say := v.env.Say
	var out []row
	for i := range list {
		c := &list[i]
		who := ""
		if c.Who != "" {
			who = say(text.Duty.ForWhom.With("name", c.Who))
		}
		out = append(out, row{key: fmt.Sprint(key, d.ID, ".", i), duty: d, hands: c, on: c.Case, cells: []string{c.What, say(text.CaseNumber(c.Case, c.Number)), who}})
	}
	return out
}

// sortRows puts lines of the log in order of time.
func sortRows(rows []row) {
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.note.At.UnixNano(), b.note.At.UnixNano()) })
}

// detail shows the row under the cursor in full.
func (v *View) detail(w int) []string {
	r, say, t := v.selected(), v.env.Say, text.Duty
	l := &widget.Labels{St: v.env.Styles, Width: w, Column: 10}
	switch {
	case r.item != nil:
		v.itemDetail(l, r)
	case r.note != nil:
		l.Head(text.Clock(r.note.At) + "  " + r.shift.Name)
		l.Text(r.note.What)
		l.Add(say(t.CaseLabel), say(text.CaseNumber(r.note.Case, r.note.Number)))
	case r.hands != nil:
		l.Head(r.hands.What)
		l.Add(say(t.CaseLabel), say(text.CaseNumber(r.hands.Case, r.hands.Number)))
		l.Add(say(t.PeopleLabel), r.hands.Who)
		l.Text(say(t.WrittenBy.With("name", r.hands.By).With("at", text.Moment(r.hands.At))))
	case r.visit != nil:
		l.Head(say(text.Sides(*r.visit)))
		l.Text(strings.TrimSpace(r.visit.Subject + "  " + say(text.Type(v.env.Settings, r.visit.Type))))
		l.Add(say(t.StateLabel), say(text.VisitState(*r.visit)))
		l.Add(say(t.CaseLabel), r.visit.CaseNumber)
	default:
		v.shiftDetail(l, r)
	}
	return l.Lines
}

func (v *View) itemDetail(l *widget.Labels, r row) {
	say, t, i := v.env.Say, text.Duty, r.item
	l.Head(i.What)
	if widget.Width(i.What) > l.Width {
		l.Text(i.What)
	}
	l.Add(say(t.CaseLabel), v.number(*i))
	switch {
	case r.open != nil:
		l.Add(say(t.FromLabel), say(t.WaitFrom.With("name", r.open.Name).With("day", text.ShortDay(r.open.Day))))
		l.Add(say(t.NoteLabel), r.open.Note)
	case r.took:
		l.Add(say(t.FromLabel), i.FromName)
	default:
		l.Add(say(t.FromLabel), r.shift.Name)
	}
	if i.Since != 0 {
		l.Add(say(t.FirstLabel), say(text.ShortDay(i.Since)))
	}
	if !i.Accepted.IsZero() {
		l.Add(say(t.ByLabel), i.AcceptedBy+"  "+say(text.Moment(i.Accepted)))
	}
	if !i.Done.IsZero() {
		l.Add(say(t.ResultLabel), i.Result+"  "+say(text.Words(text.Raw(i.DoneBy), text.Moment(i.Done))))
	}
}

// shiftDetail is about somebody on duty, or a shift to come.
func (v *View) shiftDetail(l *widget.Labels, r row) {
	say, t := v.env.Say, text.Duty
	switch {
	case r.place != nil:
		l.Head(r.place.Who.Name)
		l.Text(strings.Join(r.cells[1:], "  "))
	case r.shift != nil:
		l.Head(r.shift.Name)
		l.Text(say(text.DutyTimes(r.shift.In, r.shift.Out)))
	case r.duty != nil:
		l.Head(say(text.Day(r.duty.Day)) + "  " + say(text.DutyKind(r.duty.Kind)))
		l.Add(say(t.PeopleLabel), v.names(r.duty.People))
	}
	if s := r.shift; s != nil {
		l.Add(say(t.NoteLabel), s.Note)
		if s.By != "" {
			l.Text(say(t.SignedBy.With("name", s.By)))
		}
		label := say(t.LogLabel)
		for _, n := range s.Log {
			l.Add(label, text.Clock(n.At)+" "+n.What)
			label = ""
		}
	}
	if r.duty == nil {
		return
	}
	label := say(t.ChangesLabel)
	for _, c := range r.duty.Changes {
		said := text.DutyChange(c.What)
		if c.What == hall.DutyMoved {
			said = t.Moved.With("from", text.ShortDay(c.From)).With("to", text.ShortDay(c.To)).With("why", c.Reason)
		} else if c.Reason != "" {
			said = t.Other.With("name", text.DutyChange(c.What)).With("what", c.Reason)
		}
		l.Add(label, say(said))
		label = ""
	}
}
