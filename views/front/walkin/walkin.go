// Package walkin is the walk-in clinic (坐堂门诊, F4): whoever comes is called in order of
// arrival, urgent first, to one of several rooms, is seen by a mediator, and leads somewhere.
package walkin

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
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
