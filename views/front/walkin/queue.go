package walkin

import (
	"context"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/kit/theme"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// reads reads a day's visitors; of a day before, those who are not done with come first.
func reads(day hall.Day) func(context.Context, views.Session, list.Query) (list.Page[hall.VisitRow], error) {
	return func(ctx context.Context, s views.Session, ask list.Query) (list.Page[hall.VisitRow], error) {
		at := ask.Of(s, day)
		q, err := s.Desk.Queue(ctx, at)
		if at != s.Today() {
			return pastOf(q), err
		}
		return pageOf(s, q), err
	}
}

// pastOf is a day before as it is listed.
func pastOf(q hall.Queue) list.Page[hall.VisitRow] {
	p := list.Page[hall.VisitRow]{Whole: q}
	if n := len(q.Left); n > 0 {
		p.Add(list.Group{Head: openHead}, q.Left, n, text.Message{})
	}
	p.Add(list.Group{Head: endedThen, None: nobodyThen}, q.Ended, len(q.Ended), text.Message{})
	return p
}

// pageOf is the queue as it is listed. The cursor begins where somebody who has just come in most
// likely wants it: on one's own visitor, else on who is next.
func pageOf(s views.Session, q hall.Queue) list.Page[hall.VisitRow] {
	p := list.Page[hall.VisitRow]{Whole: q}
	free := q.Free(hall.VisitRow{}, hall.MinuteOf(s.Now()))
	var seen []hall.VisitRow
	for _, r := range q.Rooms {
		if r.Visit == nil {
			continue
		}
		seen = append(seen, *r.Visit)
		if r.Visit.State == hall.Started && r.Visit.Mediator == s.Actor.Name && p.Begin == "" {
			p.Begin = key(r.Visit.ID)
		}
	}
	if len(q.Left) > 0 && p.Begin == "" && len(q.Waiting) == 0 {
		p.Begin = key(q.Left[0].ID)
	}
	if len(q.Waiting) > 0 && len(free) > 0 && p.Begin == "" {
		p.Begin = key(q.Waiting[0].ID)
	}
	group := func(g list.Group, rows []hall.VisitRow) {
		g.Rows = len(rows)
		p.Groups, p.Rows = append(p.Groups, g), append(p.Rows, rows...)
	}
	if n := len(q.Left); n > 0 {
		group(list.Group{Head: leftHead.With("n", n)}, q.Left)
	}
	rooms := list.Group{Head: inRooms, Rest: restOf(s, q, free)}
	group(rooms, seen)
	waiting := list.Group{Head: waitingNone, None: empty()}
	if n := len(q.Waiting); n > 0 {
		longest := q.Waiting[0].Arrived
		for _, r := range q.Waiting {
			if r.Arrived.Before(longest) {
				longest = r.Arrived
			}
		}
		waiting.Head = waitingN.With("n", n).With("t", text.Ago(s.Now().Sub(longest)))
	}
	group(waiting, q.Waiting)
	if len(q.Skipped) > 0 {
		group(list.Group{Head: skippedHead}, q.Skipped)
	}
	if len(q.Ended) > 0 {
		group(list.Group{Head: endedHead.With("n", len(q.Ended))}, q.Ended)
	}
	return p
}

func columns(now func() time.Time, shown func() hall.Day) []ledger.Column[hall.VisitRow] {
	type R = hall.VisitRow
	return []ledger.Column[R]{
		{Key: "queue", Title: number, Value: func(at ledger.Here, r R) ledger.Cell {
			if r.State.Over() && r.Day == shown() { // on its own day, which the heading names
				return ledger.Say(text.Queue(r.Number))
			}
			return ledger.Enum("", text.QueueOf(r, at.Today))
		}},
		{Key: "state", Title: state, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", stateOf(r)) }},
		ledger.Warned(ledger.VisitWarning),
		{Key: "applicant", Title: visitorLabel, Width: 24, Who: true,
			Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Phrase(text.Who(r.Who, r.Others)) }},
		{Key: "subject", Title: aboutLabel, Width: 20, Value: func(at ledger.Here, r R) ledger.Cell {
			if r.Bare() {
				return ledger.Phrase(bareSubject)
			}
			return ledger.Phrase(text.About(at.Hall, r.Type, r.Subject))
		}},
		{Key: "room", Title: roomLabel, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", text.Raw(r.Room)) }},
		{Key: "mediator", Title: mediatorLabel, Width: 10, Who: true, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Say(r.Mediator) }},
		{Key: "wait", Title: wait, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", waitOf(now(), r)) }},
	}
}

func stateOf(r hall.VisitRow) text.Message {
	switch {
	case r.Urgent && r.State == hall.Waiting:
		return urgent
	case !r.Later.IsZero() && !r.State.Over():
		return later
	case r.State == hall.Ended && r.Outcome != hall.OutcomeNone:
		return text.Outcome(r.Outcome)
	}
	return text.ConsultState(r.State)
}

// waitOf is how long somebody has waited, or since when somebody is seen.
func waitOf(now time.Time, r hall.VisitRow) text.Message {
	switch {
	case r.State == hall.Started && !r.Left(hall.DayOf(now)):
		return since.With("at", text.Clock(r.Started))
	case r.State.Over():
		return text.Raw(text.Clock(r.Ended))
	case r.Left(hall.DayOf(now)):
		return text.Message{}
	}
	return text.Ago(now.Sub(r.Arrived))
}

// dress draws the names bold and the states as badges.
func dress(s views.Session, r hall.VisitRow, column, said string) string {
	switch {
	case column == "applicant" && !r.State.Over():
		return s.Styles.Title.Render(said)
	case column != "state":
	case r.Urgent && r.State == hall.Waiting:
		return s.Styles.Badge(theme.Solid, said)
	case r.State == hall.Called:
		return s.Styles.Badge(theme.Warn, said)
	case r.State == hall.Started:
		return s.Styles.Badge(theme.Good, said)
	default:
		return s.Styles.Badge(theme.Quiet, said)
	}
	return said
}

func nameOf(r hall.VisitRow, today hall.Day) text.Message {
	return nameTitle.With("no", text.QueueOf(r, today)).With("who", text.Who(r.Who, r.Others))
}

// about says what the columns have no room for: the other side, the type, why it is urgent.
func about(s views.Session, r hall.VisitRow) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(nameOf(r, s.Today())))
	facts.Warn(d, r.Warning)
	if r.Urgent {
		d.Warn(urgentFor.With("why", r.UrgentWhy))
	}
	d.Add(against, r.Against)
	d.Say(aboutLabel, text.Words(text.Type(s.Settings, r.Type), text.Raw(r.Subject)))
	came := cameAt.With("at", text.Clock(r.Arrived))
	if r.Day != s.Today() {
		came = text.Words(text.ShortDay(r.Day), came)
	}
	if r.Calls > 1 {
		came = text.Words(came, calledN.With("n", r.Calls))
	}
	d.Say(cameLabel, came)
	if r.First != 0 {
		d.Say(firstLabel, text.ShortDay(r.First))
	}
	if !r.Written.IsZero() {
		d.Say(overHead, overLate.With("at", text.Words(text.ShortDay(r.Day), text.Raw(text.Clock(r.Ended)))).With("late", text.Moment(r.Written)))
	}
	d.Add(roomLabel, strings.TrimSpace(r.Room+"  "+r.Mediator))
	return d
}
