package joint

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// show is all that is known of a joint consultation.
func show(s views.Session, f file) *page.Doc {
	d, c := page.New(s), f.Consultation
	d.Title(strings.TrimSpace(s.Say(text.Sides(hall.VisitRowOf(c))) + "  " + s.Styles.Marks.Dot + "  " + c.Subject))
	d.Add(caseLabel, strings.TrimSpace(f.name()+"  "+s.Say(text.Type(s.Settings, f.Case.Type))+"  "+s.Say(text.State(f.Case.State))))
	about(s, d, f)
	if c.State != hall.GoneAway {
		d.Section(courseHead, text.VisitState(hall.VisitRowOf(c)))
		d.Course(course(s, f))
	}
	results(s, d, f)
	d.Section(peopleHead, text.Message{})
	asked(s, d, f)
	return d
}

// about is why it is discussed, when and where.
func about(s views.Session, d *page.Doc, f file) {
	c := f.Consultation
	if c.State == hall.GoneAway {
		d.Add(cancelled, c.Reason)
	} else {
		d.Add(reason, c.Reason)
	}
	if c.State == hall.Proposed {
		d.Say(state, sinceBy.With("day", text.ShortDay(c.Day)).With("by", c.By))
	}
	switch {
	case c.Slot.Day == 0:
		d.Toned(when, s.Say(notSet), widget.Muted)
	case c.State == hall.Waiting && c.Begun(s.Now()):
		d.Add(when, at(s, c))
		d.Warn(past)
	default:
		d.Add(when, at(s, c))
	}
	for _, m := range c.Moves {
		d.Say(text.Raw(" "), moved.With("day", text.ShortDay(m.From.Day)).With("time", text.Slot(m.From)).With("by", m.By).With("why", m.Reason))
	}
	if a := f.discussion().Agenda; a != "" {
		d.Add(agenda, a)
	} else if !c.State.Over() {
		d.Toned(agenda, s.Say(notWritten), widget.Muted)
	}
}

// at is when and where it is held.
func at(s views.Session, c hall.Consultation) string {
	out := s.Say(text.ShortDay(c.Slot.Day)) + " " + text.Slot(c.Slot) + " " + c.Room
	if c.Slot.Day == s.Today() {
		out += "  " + s.Say(isToday)
	}
	return out
}

// course is how far it has come.
func course(s views.Session, f file) []page.Step {
	c, j := f.Consultation, f.discussion()
	row := hall.VisitRowOf(c)
	ahead, _ := next(s, f)
	called := c.State == hall.Waiting || c.State == hall.Ended
	var out []page.Step
	for _, one := range []struct {
		op   hall.Op
		name text.Message
		note text.Message
		done bool
	}{
		{hall.OpConsents, stepConsents, text.Message{}, len(unasked(f)) == 0},
		{hall.OpInvite, stepInvite, text.Message{}, j.Convener.Name != "" && len(j.Invited) > 0},
		{hall.OpAgenda, stepAgenda, text.Message{}, j.Agenda != ""},
		{hall.OpTimes, stepTimes, text.Message{}, called},
		{hall.OpAnswer, stepAnswers, answers(row), called && len(row.Unanswered) == 0},
		{hall.OpRecord, stepRecord, text.Message{}, c.State == hall.Ended},
	} {
		step := page.Step{Name: one.name, At: page.ToCome}
		switch {
		case one.done || c.State == hall.Ended:
			step.At = page.Done
		case one.op == ahead:
			step.At, step.Note = page.Now, one.note
		}
		out = append(out, step)
	}
	return out
}

// asked is who takes part: the parties' consent, the convener, the invitations.
func asked(s views.Session, d *page.Doc, f file) {
	j := f.discussion()
	for i, c := range hall.ConsentsOf(f.Case, j.Consents) {
		name := consents
		if i > 0 {
			name = text.Raw(" ")
		}
		head, how := s.Say(consentLine.With("name", c.Name).With("side", text.Side(c.Side)))+"  ", paper
		if c.Oral {
			how = oral
		}
		since := "  " + s.Say(how) + "  " + s.Say(text.ShortDay(c.Day))
		switch {
		case c.Day == 0:
			d.Toned(name, head+s.Say(notAsked), widget.Muted)
		case c.Given:
			d.Add(name, head+s.Say(agrees)+since)
		default:
			d.Toned(name, head+s.Say(refuses)+since, widget.Danger)
		}
	}
	if j.Convener.Name == "" {
		d.Toned(convener, s.Say(noConvener), widget.Muted)
	} else {
		d.Add(convener, invitation(s, f, j.Convener, 0))
	}
	if len(j.Invited) == 0 {
		d.Toned(invited, s.Say(nobodyYet), widget.Muted)
	}
	names := 0
	for _, i := range j.Invited {
		names = min(max(names, widget.Width(i.Name)), 20)
	}
	var rows []string
	for _, i := range j.Invited {
		rows = append(rows, invitation(s, f, i, names))
	}
	d.Each(invited, rows)
}

// invitation is one of the invited in a line: who, what he said, or, once it was held,
// whether he came, and from where.
func invitation(s views.Session, f file, i hall.Invitee, names int) string {
	parts := []string{i.Name}
	if names > 0 {
		parts[0] = widget.Pad(widget.Cut(i.Name, names, s.Styles.Marks.More), names)
	}
	ended := f.Consultation.State == hall.Ended
	switch {
	case ended && i.Came:
		parts = append(parts, s.Say(came))
	case ended:
		parts = append(parts, s.Say(absent))
	case !i.Same(f.discussion().Convener):
		if i.Must {
			parts = append(parts, s.Say(must))
		}
		parts = append(parts, s.Say(text.Answer(i.Answer)))
	}
	for _, p := range []string{i.Note, i.Unit, f.phone(i)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "  ")
}

// results are what they agreed on, who carries it out, the tasks, and what each said.
func results(s views.Session, d *page.Doc, f file) {
	if f.Consultation.State != hall.Ended {
		return
	}
	j := f.discussion()
	d.Section(resultHead, text.Message{})
	d.Add(line, j.Line)
	d.Add(handling, j.Opinion)
	d.Say(byWhom, byDay.With("who", j.Who).With("day", text.ShortDay(j.By)))
	if len(f.Tasks) > 0 {
		d.Section(tasks, text.Message{})
	}
	for _, k := range f.Tasks {
		mark, tone := s.Styles.Marks.Open, widget.Normal
		m := taskOpen.With("what", k.What).With("who", k.Who).With("day", text.ShortDay(k.Due))
		switch {
		case k.Done != 0:
			mark, tone = s.Styles.Marks.Done, widget.Muted
			m = taskDone.With("what", k.What).With("who", k.DoneBy).With("day", text.ShortDay(k.Done)).With("result", k.Result)
		case k.Due < s.Today():
			mark, tone, m = "!", widget.Danger, taskLate.With("task", m)
		}
		d.Row(mark+" "+s.Say(m), tone)
	}
	d.Section(opinions, text.Message{})
	for _, i := range append([]hall.Invitee{j.Convener}, j.Invited...) {
		said := i.Opinion
		if i.Dissent != "" {
			said = strings.TrimSpace(said + "  " + s.Say(dissents.With("what", i.Dissent)))
		}
		if i.Came {
			d.Add(text.Raw(i.Name), said)
		}
	}
	d.Add(others, j.Present)
}
