package roster

import (
	"fmt"
	"strings"

	"sizhen/views/text"
)

func (v *View) trainings(l *lines) {
	m, t, say := v.page.file.Mediator, text.RosterPage, v.env.Say
	if len(m.Trainings) == 0 {
		l.none(t.NoTrainings)
	}
	for i := len(m.Trainings) - 1; i >= 0; i-- {
		tr := m.Trainings[i]
		parts := []string{say(t.TrainLine.With("day", text.Day(tr.Day)).With("what", tr.What))}
		if tr.Hours > 0 {
			parts = append(parts, say(t.Hours.With("n", tr.Hours)))
		}
		if tr.Exam {
			exam := say(t.Failed)
			if tr.Pass {
				exam = say(t.Passed)
			}
			if tr.Score > 0 {
				exam += " " + say(t.Score.With("n", tr.Score))
			}
			parts = append(parts, exam)
		}
		l.row(strings.Join(filled(append(parts, tr.By)...), "  "), v.env.Styles.Text)
	}
}

func (v *View) posts(l *lines) {
	m, t, say, st := v.page.file.Mediator, text.RosterPage, v.env.Say, v.env.Styles
	if len(m.Posts) == 0 {
		l.none(t.NoPosts)
	}
	for i := len(m.Posts) - 1; i >= 0; i-- {
		p := m.Posts[i]
		held := say(t.PostHeld.With("from", text.Day(p.From)))
		if p.To != 0 {
			held = say(t.PostLeft.With("from", text.Day(p.From)).With("to", text.Day(p.To)))
		}
		l.head(text.Raw(strings.Join(filled(say(text.PostKind(p.Kind)), p.Where, held), "  ")))
		for j := len(p.Log) - 1; j >= 0; j-- {
			e := p.Log[j]
			l.row("  "+strings.Join(filled(say(t.LogLine.With("day", text.Day(e.Day)).With("what", e.What)), by(e.By, m.Name)), "  "), st.Text)
		}
	}
}

// by names who entered something, if it was somebody else.
func by(who, self string) string {
	if who == self || who == "" {
		return ""
	}
	return "(" + who + ")"
}

func (v *View) pairs(l *lines) {
	f, t, say, st := v.page.file, text.RosterPage, v.env.Say, v.env.Styles
	if len(f.Pairs) == 0 {
		l.none(t.NoPairs)
	}
	for _, p := range f.Pairs {
		held := say(t.PairHeld.With("from", text.Day(p.From)))
		if p.To != 0 {
			held = say(t.PairEnded.With("from", text.Day(p.From)).With("to", text.Day(p.To)).With("why", p.Why))
		}
		l.head(text.Raw(v.with(p) + "  " + held))
		for i := len(p.Lessons) - 1; i >= 0; i-- {
			l.row("  "+say(t.Lesson.With("day", text.Day(p.Lessons[i].Day)).With("what", p.Lessons[i].What)), st.Text)
		}
	}
}

func (v *View) cases(l *lines) {
	f, t, say, st := v.page.file, text.RosterPage, v.env.Say, v.env.Styles
	if len(f.Bookings) > 0 {
		l.head(t.Next)
		for _, b := range f.Bookings {
			l.row(v.booking(b), st.Text)
		}
	}
	l.head(t.Cases)
	if len(f.Cases) == 0 {
		l.none(t.NoCases)
	}
	for _, c := range f.Cases {
		who := c.Applicant
		if c.Hidden {
			who = say(text.Joint.Hidden)
		}
		tone := interface{ Render(...string) string }(st.Muted)
		if c.State.Open() {
			tone = st.Text
		}
		no := c.Number
		if no == "" {
			no = fmt.Sprint("#", c.ID)
		}
		l.row(strings.Join(filled(no, say(text.State(c.State)), who, c.Subject, say(text.Day(c.Registered))), "  "), tone)
	}
}
