package roster

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// span says from when to when something was.
func (v *View) span(from, to hall.Day) string {
	t := text.RosterPage
	f := text.Message(t.Before)
	if from != 0 {
		f = text.Day(from)
	}
	if to == 0 {
		return v.env.Say(t.From.With("from", f))
	}
	return v.env.Say(t.Until.With("from", f).With("to", text.Day(to)))
}

func (v *View) history(l *lines) {
	m, t, say, st := v.page.file.Mediator, text.RosterPage, v.env.Say, v.env.Styles
	l.head(t.Grades)
	grades := m.GradeHistory()
	if len(grades) == 0 {
		l.none(t.NoGrades)
	}
	for _, g := range grades {
		from := g.From
		if from == 0 {
			from = m.Joined
		}
		l.row(g.Grade+"  "+v.span(from, g.To), st.Text)
	}
	l.head(t.Stood)
	all := append(append([]hall.Standing(nil), m.Past...), m.Standing())
	for i := len(all) - 1; i >= 0; i-- {
		s := all[i]
		if s.From == 0 {
			s.From = m.Joined
		}
		org := s.Organisation
		if s.OrgHead && org != "" {
			org += say(t.OrgHead)
		}
		l.row(v.span(s.From, s.To), st.Title)
		l.row("  "+strings.Join(filled(s.Name, say(text.MediatorStatus(s.Status)), org, s.StudioName, s.Grade, say(text.Full(s.FullTime)), s.Village, s.Area), "  "), st.Text)
		if s.Why != "" {
			l.row("  "+say(t.Why.With("why", s.Why)), st.Muted)
		}
	}
}

func (v *View) terms(l *lines) {
	m, t, say, st, today := v.page.file.Mediator, text.RosterPage, v.env.Say, v.env.Styles, v.env.Today()
	l.head(t.Term)
	if len(m.Terms) == 0 {
		l.none(t.NoTerms)
	}
	for i := len(m.Terms) - 1; i >= 0; i-- {
		term := m.Terms[i]
		state, tone := t.Over, interface{ Render(...string) string }(st.Muted)
		switch {
		case term.From > today:
			state = t.Coming
		case term.To >= today:
			state, tone = t.Running.With("left", text.Left(term.To, today)), st.Text
		case i == len(m.Terms)-1 && m.Status != hall.Left:
			tone = st.Danger
		}
		l.row(say(t.TermLine.With("from", text.Day(term.From)).With("to", text.Day(term.To)).With("how", term.How))+"  "+say(state), tone)
	}
	l.head(t.Filing)
	if len(m.Filings) == 0 {
		l.none(t.NoFilings)
	}
	for i := len(m.Filings) - 1; i >= 0; i-- {
		f := m.Filings[i]
		s, tone := say(t.FilingLine.With("what", text.FilingCause(f.What)).With("changed", text.Day(f.Changed))), interface{ Render(...string) string }(st.Text)
		switch {
		case f.Filed != 0:
			s += "  " + strings.Join(filled(say(t.Filed.With("day", text.Day(f.Filed))), f.Number), "  ")
			tone = st.Muted
		case f.Due < today:
			s += "  " + say(t.FilingLate.With("left", text.Left(f.Due, today)))
			tone = st.Danger
		default:
			s += "  " + say(t.FilingOpen.With("due", text.Day(f.Due)).With("left", text.Left(f.Due, today)))
		}
		l.row(s, tone)
	}
}
