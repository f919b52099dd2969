package joint

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// show is all that is known of a joint consultation.
func show(s views.Session, f file) *page.Doc {
	d, row := page.New(s), hall.VisitRowOf(f.Consultation)
	d.Title(strings.TrimSpace(s.Say(text.Sides(row)) + "  " + s.Styles.Marks.Dot + "  " + row.Subject))
	facts.Warn(d, f.Warning)
	d.Say(text.Consult.Case, text.Words(text.Raw(f.Name()), text.Meeting(f.Discussion().Meeting), text.Type(s.Settings, f.Case.Type), text.State(f.Case.State)))
	about(s, d, f)
	if row.State != hall.GoneAway {
		d.Section(courseHead, text.VisitState(row))
		d.Course(course(s, f))
	}
	if row.State == hall.Ended {
		record.Results(d, s, f.JointFile)
	}
	record.Meetings(d, s, f.JointFile)
	d.Section(peopleHead, text.Message{})
	record.Invitations(d, s, f.JointFile)
	if row.State != hall.Ended {
		for _, e := range f.Consultation.Expected {
			d.Under(text.Consult.Parties, e.Name+"  "+s.Say(text.Party(f.Consultation, e)), widget.Normal)
		}
		record.Corrections(d, s, f.Consultation)
	}
	return d
}

// about is why it is discussed, when and where.
func about(s views.Session, d *page.Doc, f file) {
	c, label := f.Consultation, reason
	if c.State == hall.GoneAway {
		label = text.Consult.Cancelled
	}
	d.Add(label, c.Reason)
	if c.State == hall.Proposed {
		d.Say(state, since.With("day", text.ShortDay(c.Day)).With("by", c.By))
	}
	d.Else(when, at(s, c), record.NotSet)
	if c.State == hall.Waiting && c.Begun(s.Now()) {
		d.Warn(text.Consult.Past)
	}
	for _, m := range c.Moves {
		d.Under(when, s.Say(moved.With("at", text.When(m.From)).With("by", m.By).With("why", m.Reason)), widget.Normal)
	}
	if a := f.Discussion().Agenda; a != "" || !c.State.Over() {
		d.Else(agenda, a, notWritten)
	}
}

// at is when and where it is held; empty: that is not set.
func at(s views.Session, c hall.Consultation) string {
	if c.Slot.Day == 0 {
		return ""
	}
	out := s.Say(text.When(c.Slot)) + " " + c.Room
	if c.Slot.Day == s.Today() {
		out += "  " + s.Say(text.Calendar.Today)
	}
	return out
}

// course is how far it has come.
func course(s views.Session, f file) []page.Step {
	var out []page.Step
	for _, one := range steps(f) {
		step := page.Step{Name: one.short, At: page.ToCome}
		switch {
		case one.short.IsZero():
			continue
		case one.op == hall.OpConsents && len(f.Discussion().Invited) > 0 && len(f.Discussion().Outsiders()) == 0:
			continue // an internal consultation
		case f.Done(one.op):
			step.At = page.Done
		case one.op == hall.OpConsents && f.Consultation.State == hall.Ended:
			names, _ := f.Unasked()
			step.Note = neverAsked.With("names", text.Names(names))
		case one.op == f.Next(s.Now()):
			step.At = page.Now
			if one.op == hall.OpAnswer {
				step.Note = text.Answers(hall.VisitRowOf(f.Consultation))
			}
		}
		out = append(out, step)
	}
	return out
}
