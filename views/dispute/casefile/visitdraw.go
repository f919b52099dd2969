package casefile

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// drawVisits is the page: the list, and below or beside it the one under the cursor.
func (v *View) drawVisits(w, h int) []string {
	st := v.env.Styles
	l := &lines{v: v, w: w}
	if w >= 120-6 {
		lw := w * 3 / 5
		l.w = w - lw - 3
		v.drawVisit(l)
		return widget.Beside(v.visits.Draw(lw, h, st), lw, l.out[:min(len(l.out), h)], l.w, 3)
	}
	v.drawVisit(l)
	lh := max(min(v.visits.Len()+4, h-7), h/2-1)
	out := append(widget.Fill(v.visits.Draw(w, lh, st), w, lh), st.Muted.Render(strings.Repeat(st.Marks.Rule, w)))
	rest := h - len(out)
	if len(l.out) > rest {
		l.out = append(l.out[:max(rest-1, 0)], st.Muted.Render(st.Marks.More))
	}
	return append(out, l.out...)
}

func (v *View) drawVisit(l *lines) {
	if c := v.visit(); c != nil {
		v.aboutVisit(l, *c)
	} else if k := v.task(); k != nil {
		v.aboutTask(l, *k)
	}
}

func (v *View) aboutTask(l *lines, k hall.Task) {
	say, t := v.env.Say, text.CaseVisits
	l.head(k.What)
	by := say(t.TaskBy.With("who", k.Who).With("day", text.ShortDay(k.Due)))
	if k.Done == 0 {
		l.add(text.Message{}, by+"  "+say(text.Left(k.Due, v.env.Today())))
	} else {
		l.add(text.Message{}, by)
		l.add(t.TaskDone, say(text.ShortDay(k.Done))+"  "+k.DoneBy)
		l.add(t.Result, k.Result)
	}
}

// aboutVisit is what is on record of a consultation, by its kind.
func (v *View) aboutVisit(l *lines, c hall.Consultation) {
	say, t, old := v.env.Say, text.CaseVisits, text.CaseFile
	where := c.Room
	if c.Mode != hall.InRoom {
		where = strings.TrimSpace(say(text.Mode(c.Mode)) + "  " + c.Place)
	}
	if c.Visit == nil || c.Timed() {
		l.add(t.Where, where)
	}
	l.add(t.Mediators, names(c.Mediators))
	if s := c.Session; s != nil {
		late := ""
		if s.Late {
			late = say(old.Late)
		}
		l.add(old.Result, say(text.Result(s.Result))+late)
		l.add(old.Present, s.Present)
		l.add(old.Statements, s.Statements)
		l.add(old.Checked, s.Facts)
		l.add(old.Outcome, s.Outcome)
	} else if c.End.Outcome != hall.OutcomeNone {
		l.add(old.Outcome, say(text.Outcome(c.End.Outcome))+"  "+c.End.Advice)
	}
	for _, n := range c.Notices {
		l.add(t.Notices, say(text.Moment(n.At))+"  "+say(text.NoticeWay(n.Way))+"  "+n.To)
	}
	if !c.Confirmed.IsZero() {
		l.add(t.Confirmed, say(t.ConfirmedBy.With("who", c.ConfirmedBy))+"  "+say(text.Moment(c.Confirmed)))
	}
	for _, m := range c.Moves {
		l.add(t.Moved, say(text.ShortDay(m.From.Day))+" → "+say(text.ShortDay(m.To.Day))+"  "+m.Reason)
	}
	l.add(old.Reason, c.Reason)
	if j := c.Joint; j != nil {
		l.add(t.Line, j.Line)
		l.add(t.Opinion, j.Opinion)
	}
	if f := c.Visit; f != nil && c.State != hall.Ended {
		l.add(text.FollowUps.How, say(text.FollowWay(f.Way)))
		l.add(text.FollowUps.Why, say(text.FollowCause(f.Why)))
	}
	if f := c.Visit; f != nil && c.State == hall.Ended {
		l.add(t.Result, say(text.Performance(f.Performance))+"  "+say(text.Satisfaction(f.Satisfaction)))
		l.add(t.Relapse, say(text.Relapse(f.Relapse)))
		l.add(t.Findings, f.Findings)
		if f.Next != 0 {
			l.add(t.Next, say(text.ShortDay(f.Next)))
		}
	}
}
