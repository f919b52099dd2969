package roster

import (
	"slices"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// span says from when to when; an open end is still going on.
func span(s views.Session, from, to hall.Day) string {
	begin := theStart
	if from != 0 {
		begin = text.Day(from)
	}
	if to == 0 {
		return s.Say(fromDay.With("from", begin))
	}
	return s.Say(fromTo.With("from", begin).With("to", text.Day(to)))
}

func showHistory(s views.Session, f hall.MediatorFile) *page.Doc {
	m, d := f.Mediator, page.New(s)
	d.Section(gradesHeld, text.Message{})
	held := m.GradeHistory()
	if len(held) == 0 {
		d.Muted(noGrades)
	}
	for _, g := range held {
		if g.From == 0 {
			g.From = m.Joined
		}
		d.Row(filled(s.Say(text.Stock(g.Grade)), span(s, g.From, g.To)), widget.Normal)
	}
	d.Section(stood, text.Message{})
	for _, past := range slices.Backward(append(slices.Clone(m.Past), m.Standing())) {
		if past.From == 0 {
			past.From = m.Joined
		}
		d.Row(span(s, past.From, past.To), widget.Accent)
		d.Text("  " + filled(past.Name, s.Say(text.MediatorStatus(past.Status)), placed(s, past.Organisation, past.OrgHead, orgHead),
			past.StudioName, s.Say(text.Stock(past.Grade)), s.Say(text.Full(past.FullTime)), past.Village, past.Area))
		if past.Why != "" {
			d.Muted(text.Raw("  " + s.Say(because.With("why", text.Stock(past.Why)))))
		}
	}
	return d
}

func showTerms(s views.Session, f hall.MediatorFile) *page.Doc {
	m, d, today := f.Mediator, page.New(s), s.Today()
	d.Section(term, text.Message{})
	if len(m.Terms) == 0 {
		d.Muted(noTerms)
	}
	for i, t := range slices.Backward(m.Terms) {
		state, tone := isOver, widget.Muted
		switch {
		case t.From > today:
			state = coming
		case t.To >= today:
			state, tone = running.With("left", text.Left(t.To, today)), widget.Normal
		case i == len(m.Terms)-1 && m.Status != hall.Left:
			tone = widget.Danger
		}
		d.Row(filled(span(s, t.From, t.To), s.Say(text.Stock(t.How)), s.Say(state)), tone)
	}
	d.Section(filing, text.Message{})
	if len(m.Filings) == 0 {
		d.Muted(noFilings)
	}
	for _, g := range slices.Backward(m.Filings) {
		said, tone := filingOpen, widget.Normal
		switch {
		case g.Filed != 0:
			said, tone = reported.With("day", text.Day(g.Filed)), widget.Muted
		case g.Due < today:
			said, tone = filingLate, widget.Danger
		}
		said = said.With("due", s.Due(g.Due)).With("left", text.Left(g.Due, today))
		d.Row(filled(s.Say(text.FilingCause(g.What)), s.Say(text.Day(g.Changed)), s.Say(said), g.Number), tone)
	}
	return d
}

func showTrainings(s views.Session, f hall.MediatorFile) *page.Doc {
	d, say := page.New(s), s.Say
	if len(f.Mediator.Trainings) == 0 {
		d.Muted(noTrainings)
	}
	for _, t := range slices.Backward(f.Mediator.Trainings) {
		parts := []string{say(text.Day(t.Day)), t.What}
		if t.Hours > 0 {
			parts = append(parts, say(hoursOf.With("n", t.Hours)))
		}
		if t.Exam {
			exam := failed
			if t.Pass {
				exam = passed
			}
			parts = append(parts, say(exam))
		}
		if t.Score > 0 {
			parts = append(parts, say(pointsOf.With("n", t.Score)))
		}
		d.Text(filled(append(parts, t.By)...))
	}
	return d
}

func showPosts(s views.Session, f hall.MediatorFile) *page.Doc {
	d, m := page.New(s), f.Mediator
	if len(m.Posts) == 0 {
		d.Muted(noPost)
	}
	for _, p := range slices.Backward(m.Posts) {
		d.Section(text.Raw(filled(s.Say(text.PostKind(p.Kind)), p.Where)), text.Raw(span(s, p.From, p.To)))
		for _, e := range slices.Backward(p.Log) {
			by := ""
			if e.By != "" && e.By != m.Name {
				by = "(" + e.By + ")"
			}
			d.Text(filled(s.Say(text.Day(e.Day)), e.What, by))
		}
	}
	return d
}

func showPairs(s views.Session, f hall.MediatorFile) *page.Doc {
	d := page.New(s)
	if len(f.Pairs) == 0 {
		d.Muted(noPair)
	}
	for _, p := range f.Pairs {
		d.Section(with(p, f.Mediator.ID), text.Raw(filled(span(s, p.From, p.To), p.Why)))
		for _, l := range slices.Backward(p.Lessons) {
			d.Text(filled(s.Say(text.Day(l.Day)), l.What))
		}
	}
	return d
}
