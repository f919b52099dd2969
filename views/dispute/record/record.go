// Package record tells what is written of a consultation: when and where it was, who was there, what
// was said and what came of it. The case, the queue and the person it is about show the same.
package record

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// shown is a consultation as the page tells it.
type shown struct {
	hall.Consultation
	warning hall.Warning
}

// Open shows one consultation as a page, what must be known first of who came at its head, with
// what was registered of a visitor.
func Open(env *views.Env, id hall.ConsultationID) tea.Cmd {
	return views.Push(page.Show(env, page.Of[shown]{
		Title: func(c shown) text.Message {
			if c.ID == 0 {
				return text.Kind(c.Kind)
			}
			return text.Words(text.Kind(c.Kind), When(c.Consultation), text.Raw(c.Who))
		},
		Read: func(ctx context.Context, s views.Session) (out shown, err error) {
			if out.Consultation, err = s.Desk.Visit(ctx, id); err == nil {
				out.warning, err = s.Desk.Warning(ctx, id)
			}
			return out, err
		},
		Show:  told,
		Enter: menu.What, Open: func(c shown) tea.Cmd { return todo(env, c.Consultation) }, Hint: func(shown) text.Message { return hint },
	}))
}

func told(s views.Session, c shown) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(text.Words(text.Kind(c.Kind), When(c.Consultation), text.Who(c.Who, c.Others))))
	facts.Warn(d, c.warning)
	d.Say(state, text.VisitState(hall.VisitRowOf(c.Consultation)))
	d.Add(against, c.Against)
	Show(d, s, c.Consultation)
	if c.Intake != nil {
		d.Section(registered, text.Message{})
		for _, p := range c.Intake.Parties {
			d.Say(text.Side(p.Side), text.Words(text.Raw(p.Details.Name), text.Raw(p.Details.Village), text.Raw(p.Phone())))
		}
		facts.Show(d, s, c.Intake.Matter)
		facts.ShowBars(d, *c.Intake)
	}
	return d
}

// Visitor is what Enter does on a page about a visit: it leads to who came.
var Visitor = text.M("看这个人", "the person")

// ToVisitor opens the page of who came to a consultation first.
func ToVisitor(c hall.Consultation) tea.Cmd {
	return views.Go(views.Route{Screen: views.Person, Person: visitor(c)})
}

// NoVisitor says why there is nobody to look at.
func NoVisitor(c hall.Consultation) text.Message { return Unknown(visitor(c)) }

// Unknown says that somebody is not on record as a person; empty when somebody is.
func Unknown(id hall.PersonID) text.Message {
	if id == 0 {
		return nobody
	}
	return text.Message{}
}

func visitor(c hall.Consultation) hall.PersonID {
	if c.Intake != nil {
		for _, p := range c.Intake.Of(hall.Applicant) {
			return p.Person
		}
	}
	for _, e := range c.Expected {
		return e.Person
	}
	return 0
}

// Show tells what is on record of a consultation, by its kind.
func Show(d *page.Doc, s views.Session, c hall.Consultation) {
	if c.Visit == nil || c.Timed() {
		d.Say(whereAt, where(c))
	}
	d.Say(mediatorsLabel, mediators(c))
	d.Say(timesLabel, times(c))
	spoken(d, c)
	for _, n := range c.Notices {
		d.Say(notice, text.Words(text.Moment(n.At), text.NoticeWay(n.Way), text.Raw(n.To)))
	}
	if c.Kind == hall.Appointment {
		for _, e := range c.Expected {
			d.Say(partyLabel, text.Words(text.Raw(e.Name), text.Party(c, e)))
		}
	}
	for _, m := range c.Moves {
		d.Say(movedLabel, movedTo.With("from", text.ShortDay(m.From.Day)).With("to", text.ShortDay(m.To.Day)).With("why", m.Reason))
	}
	d.Add(reasonLabel, c.Reason)
	for _, fix := range c.Corrections {
		d.Say(correctedLabel, text.Corrected(fix, s.Settings))
	}
	if j := c.Joint; j != nil {
		d.Add(text.Consult.Line, j.Line)
		d.Add(text.Consult.Opinion, j.Opinion)
	}
	if f := c.Visit; f != nil {
		followed(d, *f, c.State == hall.Ended)
	}
}

// times are when somebody came, was called, was seen and was through, each that is known.
func times(c hall.Consultation) text.Message {
	var out []text.Message
	for _, at := range []struct {
		when time.Time
		what text.Message
	}{{c.Arrived, cameAt}, {c.Called, calledAt}, {c.Started, beganAt}, {c.Ended, endedAt}} {
		if !at.when.IsZero() {
			out = append(out, at.what.With("at", text.Clock(at.when)))
		}
	}
	if !c.Written.IsZero() {
		out = append(out, lateAt.With("at", text.Moment(c.Written)))
	}
	return text.Words(out...)
}

// Begins is when a consultation takes, or took, place: as planned, or as somebody came.
func Begins(c hall.Consultation) (hall.Day, int) {
	switch {
	case c.Timed() && !c.Here():
		return c.Slot.Day, c.Slot.From
	case !c.Started.IsZero():
		return hall.DayOf(c.Started), hall.MinuteOf(c.Started)
	case !c.Arrived.IsZero():
		return c.Day, hall.MinuteOf(c.Arrived)
	}
	return c.Day, 0
}

// When is a consultation's day with its time.
func When(c hall.Consultation) text.Message {
	day, minute := Begins(c)
	if minute == 0 {
		return text.ShortDay(day)
	}
	return whenAt.With("day", text.ShortDay(day)).With("time", text.Minutes(minute))
}

// Gist is what a consultation came to, or where it takes place, in a few words.
func Gist(c hall.Consultation) text.Message {
	switch {
	case c.State == hall.GoneAway:
		return text.Raw(c.Reason)
	case c.Session != nil:
		return text.Words(text.Result(c.Session.Result), text.Raw(c.Session.Outcome))
	case c.Joint != nil && c.State == hall.Ended:
		return text.Raw(c.Joint.Line)
	case c.Kind == hall.Joint && c.State == hall.Proposed:
		return text.Raw(c.Reason)
	case c.Visit != nil && c.State == hall.Ended:
		return text.Words(text.Performance(c.Visit.Performance), text.Relapse(c.Visit.Relapse))
	case c.Visit != nil:
		return text.Words(text.FollowWay(c.Visit.Way), text.FollowCause(c.Visit.Why))
	case c.End.Outcome != hall.OutcomeNone:
		return text.Words(text.Outcome(c.End.Outcome), text.Raw(c.End.Advice))
	}
	return text.Words(where(c), mediators(c))
}

func where(c hall.Consultation) text.Message { return text.Where(c.Mode, c.Room, c.Place) }

func mediators(c hall.Consultation) text.Message {
	out := make([]string, len(c.Mediators))
	for i, m := range c.Mediators {
		out[i] = m.Name
	}
	return text.Names(out)
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
