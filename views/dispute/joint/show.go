package joint

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/task"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// show is all that is known of a joint consultation.
func show(s views.Session, f file) *page.Doc {
	d, row := page.New(s), hall.VisitRowOf(f.Consultation)
	d.Title(strings.TrimSpace(s.Say(text.Sides(row)) + "  " + s.Styles.Marks.Dot + "  " + row.Subject))
	d.Say(text.Consult.Case, text.Words(text.Raw(f.Name()), text.Type(s.Settings, f.Case.Type), text.State(f.Case.State)))
	about(s, d, f)
	if row.State != hall.GoneAway {
		d.Section(courseHead, text.VisitState(row))
		d.Course(course(s, f))
	}
	if row.State == hall.Ended {
		results(s, d, f)
	}
	d.Section(peopleHead, text.Message{})
	consents(s, d, f)
	invitations(s, d, f)
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
	d.Else(when, at(s, c), notSet)
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
		case f.Done(one.op):
			step.At = page.Done
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

// consents are what the parties said to outsiders taking part.
func consents(s views.Session, d *page.Doc, f file) {
	for _, c := range hall.ConsentsOf(f.Case, f.Discussion().Consents) {
		said, tone, how := agrees, widget.Normal, paper
		if !c.Given {
			said, tone = refuses, widget.Danger
		}
		if c.Oral {
			how = oral
		}
		about := text.Words(said, how, text.ShortDay(c.Day))
		if c.Day == 0 {
			about, tone = notAsked, widget.Muted
		}
		d.Under(outsiders, s.Say(text.Words(consentLine.With("name", c.Name).With("side", text.Side(c.Side)), about)), tone)
	}
}

// invitations are the convener and the invited, one below the other.
func invitations(s views.Session, d *page.Doc, f file) {
	j := f.Discussion()
	if j.Convener.Name == "" {
		d.Else(convener, "", notSet)
	} else {
		d.Lined(convener, [][]string{invitation(s, f, j.Convener)})
	}
	var all [][]string
	for _, i := range j.Invited {
		all = append(all, invitation(s, f, i))
	}
	if d.Lined(invited, all); len(all) == 0 {
		d.Else(invited, "", nobodyYet)
	}
}

// invitation is one of the invited in a line: who, what he said, or, once it was held,
// whether he came, and from where.
func invitation(s views.Session, f file, i hall.Invitee) []string {
	parts := []string{i.Name}
	ended := f.Consultation.State == hall.Ended
	switch {
	case ended && i.Came:
		parts = append(parts, s.Say(came))
	case ended:
		parts = append(parts, s.Say(absent))
	case !i.Same(f.Discussion().Convener):
		if i.Must {
			parts = append(parts, s.Say(must))
		}
		parts = append(parts, s.Say(text.Answer(i.Answer)))
	}
	return append(parts, i.Note, i.Unit, f.Phone(i))
}

// results are what they agreed on, who carries it out, the tasks, and what each said.
func results(s views.Session, d *page.Doc, f file) {
	j := f.Discussion()
	d.Section(resultHead, text.Message{})
	d.Add(text.Consult.Line, j.Line)
	d.Add(text.Consult.Opinion, j.Opinion)
	d.Say(byWhom, text.Consult.ByDay.With("who", j.Who).With("day", text.ShortDay(j.By)))
	if len(f.Tasks) > 0 {
		d.Section(tasks, text.Message{})
	}
	task.Show(d, s, f.Tasks)
	d.Section(opinions, text.Message{})
	for _, i := range j.All() {
		said := text.Raw(i.Opinion)
		if i.Dissent != "" {
			said = text.Words(said, dissents.With("what", i.Dissent))
		}
		if i.Came {
			d.Say(text.Raw(i.Name), said)
		}
	}
	d.Add(others, j.Present)
	corrections(s, d, f.Consultation)
}

// corrections are what was put right of it, with what stood there before.
func corrections(s views.Session, d *page.Doc, c hall.Consultation) {
	if len(c.Corrections) > 0 {
		d.Section(correctedHead, text.Message{})
	}
	for _, fix := range c.Corrections {
		d.Muted(text.Corrected(fix, s.Settings))
	}
}
