// Package walkin is the walk-in clinic (坐堂门诊, F4): whoever comes is called in order of
// arrival, urgent first, to one of several rooms, is seen by a mediator, and leads somewhere.
package walkin

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// view is the list of a day's visitors: in the rooms, waiting, skipped, through.
type view struct {
	*list.View[hall.VisitRow]
	*list.Days
	env *views.Env
}

// led is a visit that a route leads to, with what was begun to be written about it.
type led struct {
	of    hall.Consultation
	row   hall.VisitRow
	draft hall.Draft
	err   error
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &view{env: env}
	v.Days = list.NewDays(env, r.Day, false, func(where any) tea.Cmd { return v.Narrow(where) })
	type R = hall.VisitRow
	v.View = list.New(env, list.Of[R]{
		Title: title, Set: v.day, Empty: empty(), Columns: columns(env.Now, v.Shown), Dress: facts.Marked(ledger.VisitWarning, dress),
		Read: reads(v.Day()), Key: func(r R) string { return key(r.ID) },
		Tone: func(_ views.Session, r R) widget.Tone {
			if r.State.Over() || r.State == hall.SkippedOut {
				return widget.Muted
			}
			return widget.Normal
		},
		About: about, Enter: menu.What, Open: v.menu, Took: v.took, Hint: v.hint, First: v.lead(r),
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[reason])
			return key(m.Value.id), ok
		},
		Sheet: list.Rows(ledger.Visits(), reads(v.Day())),
		Add:   callNext, New: v.callNext, May: v.mayCall,
		Keys: func() []views.Action { return append(v.Days.Keys(), record.TakeBackKey(env, v.At), v.registerKey()) },
	})
	if r.Consultation != 0 {
		v.Stand(key(r.Consultation))
	}
	return v
}

// empty says how somebody comes to stand here: by what is chosen at the desk, in its own words.
func empty() text.Message { return none.With("choice", text.Outcome(hall.SeenNow)) }

func key(id hall.ConsultationID) string { return fmt.Sprint(id) }

// day names the day that is shown, where it is another than today.
func (v *view) day() text.Message {
	if v.Today() {
		return text.Message{}
	}
	return text.Day(v.Shown())
}

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

// lead reads what a route leads to.
func (v *view) lead(r views.Route) tea.Cmd {
	if r.Consultation == 0 {
		return nil
	}
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		c, err := s.Desk.Visit(ctx, r.Consultation)
		m := led{of: c, row: hall.VisitRowOf(c), err: err}
		if err == nil && r.Draft != 0 {
			m.draft, m.err = s.Desk.Draft(ctx, r.Draft)
		}
		return m
	})
}

// took takes what a route led to, and what became of a visit.
func (v *view) took(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case led:
		today := m.row.Day == v.Shown() || m.row.Left(v.env.Today())
		if m.err != nil {
			return views.Fail(m.err), true
		}
		if fix := record.Resumed(v.env, m.of, m.draft); fix != nil {
			return views.PushAsked(fix), true
		}
		switch {
		case m.draft.Form == formUrgent || m.draft.Form == formGone:
			return v.askWhy(m.row, m.draft.Form, m.draft), true
		case m.draft.ID != 0:
			return views.PushAsked(v.end(m.row, m.draft)), true
		case !today: // it lies on another day
			v.Stand(key(m.row.ID))
			return v.Go(m.row.Day), true
		}
		return nil, true
	case form.Saved[ending]:
		v.Stand(key(m.Value.visit.ID))
		return tea.Batch(v.Load(), v.ended(m.Value)), true
	}
	return v.Days.Took(msg)
}

// ofToday are the visitors of today: of those who were left from days before none is called.
func (v *view) ofToday() []hall.VisitRow {
	return slices.DeleteFunc(slices.Clone(v.Rows()), func(r hall.VisitRow) bool { return r.Left(v.env.Today()) })
}

// restOf says which rooms stand empty, and in which something takes place to which nobody is called.
func restOf(s views.Session, q hall.Queue, free []hall.RoomNow) text.Message {
	var out []text.Message
	if len(free) > 0 {
		out = append(out, emptyRooms.With("rooms", text.Rooms(free, 0, hall.MinuteOf(s.Now()))))
	}
	for _, r := range q.Rooms {
		if r.Visit == nil && r.Meeting != nil {
			out = append(out, meetingIn(r))
		}
	}
	return text.Words(out...)
}

func meetingIn(r hall.RoomNow) text.Message {
	return roomMeets.With("room", r.Room).With("kind", text.KindShort(r.Meeting.Kind)).With("to", text.Minutes(r.Meeting.Slot.To))
}

// queue is how the rooms stand, with all that is in them.
func (v *view) queue() hall.Queue {
	q, _ := v.Whole().(hall.Queue)
	return q
}

// free are the rooms that stand empty, the one that suits a visitor best first.
func (v *view) free(r hall.VisitRow) []hall.RoomNow {
	return v.queue().Free(r, hall.MinuteOf(v.env.Now()))
}

// roomFor names a room for a visitor, with what begins there soon for somebody else.
func (v *view) roomFor(r hall.VisitRow, in hall.RoomNow) text.Message {
	return text.Room(in.Room, in.Soon(r.ID, hall.MinuteOf(v.env.Now())))
}

func (v *view) waiting() (next hall.VisitRow, ok bool) {
	for _, r := range v.ofToday() {
		if r.State == hall.Waiting {
			return r, true
		}
	}
	return next, false
}

// skipped reports whether somebody did not answer and may come back.
func (v *view) skipped() bool {
	return slices.ContainsFunc(v.ofToday(), func(r hall.VisitRow) bool { return r.State == hall.SkippedOut && r.Later.IsZero() })
}

func (v *view) mayCall() text.Message {
	next, ok := v.waiting()
	if !ok {
		return noQueue
	}
	if len(v.free(next)) == 0 {
		return noRoom
	}
	return text.Message{}
}

func (v *view) callNext() tea.Cmd {
	next, _ := v.waiting()
	room := v.free(next)[0].Room
	v.Stand(key(next.ID)) // whoever was called is whom the next key is about
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		r, err := s.Desk.CallNext(ctx, room)
		return calledTo(r), err
	})
}

func (v *view) hint() text.Message {
	r, ok := v.At()
	if !v.Today() {
		return hintPast.With("day", text.ShortDay(v.Shown()))
	} else if ok && r.Left(v.env.Today()) {
		if r.State == hall.Started {
			return hintLeftOpen.With("who", r.Who)
		}
		return hintLeft
	} else if ok {
		switch r.State {
		case hall.Called:
			return hintStart.With("who", r.Who).With("room", r.Room)
		case hall.Started:
			return hintEnd
		}
	}
	next, ok := v.waiting()
	switch free := v.free(next); {
	case !ok && v.skipped():
		return hintSkipped
	case !ok:
		return hintNone
	case len(free) == 0:
		return hintWait
	default:
		mark := text.Message{}
		if next.Urgent {
			mark = text.Board.UrgentMark
		}
		return hintCall.With("no", text.Queue(next.Number)).With("who", next.Who).With("urgent", mark).With("room", v.roomFor(next, free[0]))
	}
}
