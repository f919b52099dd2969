package casefile

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// about is what is on record of a consultation, by its kind, or of a task.
func (e event) about(s views.Session) *page.Doc {
	d := page.New(s)
	if k := e.task; k != nil {
		d.Title(k.What)
		d.Say(text.Raw(" "), text.Consult.ByDay.With("who", k.Who).With("day", text.ShortDay(k.Due)))
		if k.Done == 0 {
			d.Say(text.Raw(" "), text.Left(k.Due, s.Today()))
			return d
		}
		d.Say(taskDone, text.Words(text.ShortDay(k.Done), text.Raw(k.DoneBy)))
		d.Add(result, k.Result)
		return d
	}
	c := *e.visit
	if c.Visit == nil || c.Timed() {
		d.Say(whereAt, where(c))
	}
	d.Say(mediatorsLabel, mediators(c))
	spoken(d, c)
	for _, n := range c.Notices {
		d.Say(notice, text.Words(text.Moment(n.At), text.NoticeWay(n.Way), text.Raw(n.To)))
	}
	if !c.Confirmed.IsZero() {
		d.Say(confirmedLabel, text.Words(confirmedBy.With("who", c.ConfirmedBy), text.Moment(c.Confirmed)))
	}
	for _, m := range c.Moves {
		d.Say(movedLabel, movedTo.With("from", text.ShortDay(m.From.Day)).With("to", text.ShortDay(m.To.Day)).With("why", m.Reason))
	}
	d.Add(reasonLabel, c.Reason)
	if j := c.Joint; j != nil {
		d.Add(text.Consult.Line, j.Line)
		d.Add(text.Consult.Opinion, j.Opinion)
	}
	if f := c.Visit; f != nil {
		followed(d, *f, c.State == hall.Ended)
	}
	return d
}

// spoken is the record of a session, or what was said to a visitor.
func spoken(d *page.Doc, c hall.Consultation) {
	s := c.Session
	if s == nil {
		if c.End.Outcome != hall.OutcomeNone {
			d.Say(outcome, text.Words(text.Outcome(c.End.Outcome), text.Raw(c.End.Advice)))
		}
		return
	}
	late := text.Message{}
	if s.Late {
		late = lateNote
	}
	d.Say(result, text.Words(text.Result(s.Result), late))
	d.Add(present, s.Present)
	d.Add(statements, s.Statements)
	d.Add(checked, s.Facts)
	d.Add(outcome, s.Outcome)
}

// followed is how an agreement was looked after, or is to be.
func followed(d *page.Doc, f hall.Visit, made bool) {
	if !made {
		d.Say(text.FollowUps.How, text.FollowWay(f.Way))
		d.Say(text.FollowUps.Why, text.FollowCause(f.Why))
		return
	}
	d.Say(result, text.Words(text.Performance(f.Performance), text.Satisfaction(f.Satisfaction)))
	d.Say(relapseAgain, text.Relapse(f.Relapse))
	d.Add(findings, f.Findings)
	if f.Next != 0 {
		d.Say(nextVisit, text.ShortDay(f.Next))
	}
}
