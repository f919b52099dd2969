package day

import (
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/duty/signin"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// about is all that is known of the row under the cursor.
func about(s views.Session, r row) *page.Doc {
	d := page.New(s)
	facts.Warn(d, r.warn)
	switch {
	case r.item != nil:
		aboutItem(d, r)
	case r.note != nil:
		d.Title(text.Clock(r.note.At) + "  " + r.shift.Name)
		d.Text(r.note.What)
		d.Say(text.Consult.Case, number(r.note.Case, r.note.Number))
	case r.hands != nil:
		d.Title(r.hands.What)
		d.Say(text.Consult.Case, number(r.hands.Case, r.hands.Number))
		d.Add(peopleLabel, r.hands.Who)
		d.Text(s.Say(writtenBy.With("name", r.hands.By).With("at", text.Moment(r.hands.At))))
	case r.visit != nil:
		d.Title(r.cells[1])
		d.Text(s.Say(text.Words(text.Raw(r.visit.Subject), text.Type(s.Settings, r.visit.Type))))
		d.Say(stateLabel, text.VisitState(*r.visit))
		d.Add(text.Consult.Case, r.visit.CaseNumber)
	case r.swap != 0:
		d.Title(r.cells[0])
		d.Text(r.cells[1])
		d.Text(r.cells[2])
	default:
		aboutShift(s, d, r)
	}
	return d
}

func aboutItem(d *page.Doc, r row) {
	i := r.item
	d.Title(i.What)
	d.Say(text.Consult.Case, number(i.Case, i.Number))
	switch {
	case r.open != nil:
		d.Say(fromLabel, text.Words(text.Raw(r.open.Name), text.ShortDay(r.open.Day)))
		d.Add(noteLabel, r.open.Note)
	case r.took:
		d.Add(fromLabel, i.FromName)
	default:
		d.Add(fromLabel, r.shift.Name)
	}
	if i.Since != 0 {
		d.Say(firstLabel, text.ShortDay(i.Since))
	}
	if !i.Accepted.IsZero() {
		d.Say(byLabel, text.Words(text.Raw(i.AcceptedBy), text.Moment(i.Accepted)))
	}
	if !i.Done.IsZero() {
		d.Say(resultLabel, text.Words(text.Raw(i.Result), text.Raw(i.DoneBy), text.Moment(i.Done)))
	}
}

// aboutShift is about somebody on duty, or a shift to come.
func aboutShift(s views.Session, d *page.Doc, r row) {
	switch {
	case r.place != nil:
		d.Title(r.place.Who.Name)
		d.Text(r.cells[1] + "  " + r.cells[2])
	case r.shift != nil:
		d.Title(r.shift.Name)
		d.Text(s.Say(times(r.shift.In, r.shift.Out)))
	case r.duty != nil:
		d.Title(s.Say(text.Words(text.Day(r.duty.Day), text.DutyKind(r.duty.Kind))))
		d.Say(peopleLabel, names(r.duty.People))
	}
	if on := r.shift; on != nil {
		signin.Tell(s, d, *on)
		var lines []string
		for _, n := range on.Log {
			lines = append(lines, text.Clock(n.At)+" "+n.What)
		}
		d.Each(logHead, lines)
	}
	if r.duty == nil {
		return
	}
	var lines []string
	for _, c := range r.duty.Changes {
		said := text.DutyChange(c.What)
		switch {
		case c.What == hall.DutyMoved:
			said = moved.With("from", text.ShortDay(c.From)).With("to", text.ShortDay(c.To)).With("why", c.Reason)
		case c.Reason != "":
			said = aside.With("name", said).With("what", c.Reason)
		}
		lines = append(lines, s.Say(said))
	}
	d.Each(changesLabel, lines)
}

// times says when somebody came and went on a day.
func times(in, out time.Time) text.Message {
	switch {
	case in.IsZero():
		return text.Message{}
	case out.IsZero():
		return inAt.With("at", text.Clock(in))
	}
	return inOut.With("at", text.Clock(in)).With("out", text.Clock(out))
}

// attendance says in words whether somebody of a shift came.
func attendance(p hall.DutyPlace, now, day hall.Day) text.Message {
	switch {
	case p.In.IsZero() && p.StoodBy != "":
		return text.StoodBy(p.StoodBy)
	case p.In.IsZero() && p.Left:
		return hasLeft
	case p.In.IsZero() && p.OnLeave:
		return onLeave
	case p.State == hall.DutyGone && p.Out.IsZero() && day < now:
		return notOut
	}
	return text.Attendance(p.State)
}

// number names a case in a line, by its number where it has one; no case says nothing.
func number(id hall.CaseID, said string) text.Message {
	switch {
	case said != "":
		return text.Raw(said)
	case id != 0:
		return unnumbered
	}
	return text.Message{}
}

// movedHere says how a shift was last moved to its day; empty when it never was.
func movedHere(s hall.Shift) text.Message {
	for i := len(s.Changes) - 1; i >= 0; i-- {
		if c := s.Changes[i]; c.What == hall.DutyMoved {
			return moved.With("from", text.ShortDay(c.From)).With("to", thatDay).With("why", c.Reason)
		}
	}
	return text.Message{}
}
