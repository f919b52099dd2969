package walkin

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// menu lists what can be done with a visitor. Each line keeps its number, whatever the state; the
// cursor stands on what comes next.
func (v *view) menu(r hall.VisitRow) tea.Cmd {
	bars := menu.Bars(v.env, hall.WalkInCourse(), r)
	do := func(said text.Message, op func(context.Context, views.Session) error) func() tea.Cmd {
		return func() tea.Cmd {
			return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
				return said.With("who", r.Who), op(ctx, s)
			})
		}
	}
	mine, ending := bars(hall.OpTake) == nil, doEnd
	left := r.Left(v.env.Today())
	if r.Stands(v.env.Today()) == hall.LedUnseen {
		ending = doEndUnseen
	}
	items := []menu.Item{
		v.calling(r, text.Short(bars(hall.OpCall))),
		{Name: doStart, Op: hall.OpTake, Next: mine, Do: func() tea.Cmd { return v.start(r, 0) }},
		{Name: ending, Op: hall.OpEnd, Next: r.State == hall.Started && !r.Bare(), Do: func() tea.Cmd { return views.Push(v.end(r, hall.Draft{})) }},
		{Name: doSkip, Op: hall.OpSkip, Do: do(skipped, func(ctx context.Context, s views.Session) error { return s.Desk.Skip(ctx, r.ID) })},
		{Name: doReturn, Op: hall.OpReturn, Do: do(returned, func(ctx context.Context, s views.Session) error { return s.Desk.ReturnToQueue(ctx, r.ID) })},
		{Name: doUrgent, Op: hall.OpUrgent, Do: func() tea.Cmd { return v.askWhy(r, formUrgent, hall.Draft{}) }},
		{Name: doGone, Op: hall.OpGone, Do: func() tea.Cmd { return v.askWhy(r, formGone, hall.Draft{}) }},
		{Name: doRecord, Next: r.State.Over(), Do: func() tea.Cmd { return record.Open(v.env, r.ID) }},
		{Name: doStartOther, Op: hall.OpStart, Next: r.State == hall.Called && !mine && !left, Do: func() tea.Cmd { return v.pickMediator(r) }},
		record.CaseItem(r.Case),
		record.TakeBackItem(v.env, r),
		v.another(r, left),
	}
	if r.Bare() {
		items = append(items, menu.Item{Name: doRegister, Op: hall.OpRegister, Next: r.State == hall.Started, Do: v.register(r)})
	}
	return menu.Course(v.env, v.env.Say(nameOf(r, v.env.Today())), bars, items)
}

// register opens the intake of who took a number with a name only.
func (v *view) register(r hall.VisitRow) func() tea.Cmd {
	return func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Consultation: r.ID}) }
}

// registerKey does the same by one key, where the cursor stands on such a visitor.
func (v *view) registerKey() views.Action {
	r, _ := v.At()
	return views.Action{Key: views.Key("Ctrl-R", "ctrl+r"), Name: registerKey, Hidden: !r.Bare() || r.ID == 0, Run: v.register(r),
		Blocked: func() text.Message { return text.Short(menu.Bars(v.env, hall.WalkInCourse(), r)(hall.OpRegister)) }}
}

// another is the menu's line for another day: who is left from one takes a number of today, who
// waits today is told to come again.
func (v *view) another(r hall.VisitRow, left bool) menu.Item {
	if !left {
		return menu.Item{Name: doLater, Op: hall.OpLater, Do: func() tea.Cmd {
			return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
				return comesLater.With("who", r.Who), s.Desk.ComesLater(ctx, r.ID)
			})
		}}
	}
	return menu.Item{Name: doAgain, Op: hall.OpAgain, Next: true, Do: func() tea.Cmd {
		return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
			now, err := s.Desk.ComesAgain(ctx, r.ID)
			return comesAgain.With("who", r.Who).With("no", text.Queue(now.Number)), err
		})
	}}
}

// calling is the menu's line for calling: again, to the one room that is free, or to one of
// several, which a second menu asks.
func (v *view) calling(r hall.VisitRow, why text.Message) menu.Item {
	free := v.free(r)
	switch {
	case r.State == hall.Called:
		return menu.Item{Name: doCallAgain, Why: why, Do: func() tea.Cmd { return v.call(r, r.Room) }}
	case !why.IsZero():
		return menu.Item{Name: doCall, Why: why}
	case len(free) == 0:
		return menu.Item{Name: doCall, Why: noRoom}
	case len(free) == 1:
		return menu.Item{Name: doCallTo.With("room", v.roomFor(r, free[0])), Do: func() tea.Cmd { return v.call(r, free[0].Room) }}
	}
	return menu.Item{Name: doCallWhich, Do: func() tea.Cmd { return v.askRoom(r, free[0].Room) }}
}

// askRoom asks to which room somebody is called: each says who is in it, or what begins there soon;
// the cursor stands on the one that suits best.
func (v *view) askRoom(r hall.VisitRow, best string) tea.Cmd {
	var items []menu.Item
	for _, in := range v.queue().Rooms {
		it := menu.Item{Name: v.roomFor(r, in), Next: in.Room == best, Do: func() tea.Cmd { return v.call(r, in.Room) }}
		switch {
		case in.Visit != nil:
			it.Why = roomBusy.With("who", in.Visit.Who)
		case in.Meeting != nil:
			it.Name = meetingIn(in)
		case r.Kind == hall.Appointment && r.Room == in.Room:
			it.Name = roomMine.With("room", in.Room)
		}
		items = append(items, it)
	}
	return menu.Open(v.env, v.env.Say(nameOf(r, v.env.Today())), items)
}

func (v *view) call(r hall.VisitRow, room string) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		r, err := s.Desk.Call(ctx, r.ID, room)
		return calledTo(r), err
	})
}

// calledTo says who was called where, and what whoever meets the visitor must know.
func calledTo(r hall.VisitRow) text.Message {
	said := called.With("no", text.Queue(r.Number)).With("who", r.Who).With("room", r.Room)
	if r.Warning.Any() {
		said = text.Words(said, text.Warnings.Called.With("what", text.Warning(r.Warning)))
	}
	return said
}

func (v *view) start(r hall.VisitRow, by hall.MediatorID) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		return started.With("who", r.Who), s.Desk.StartVisit(ctx, r.ID, by)
	})
}

func (v *view) pickMediator(r hall.VisitRow) tea.Cmd {
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		rows, err := s.Desk.FindMediators(ctx, q, r.Case, menu.Most+1)
		var out []menu.Choice
		for _, m := range rows {
			c := menu.Choice{ID: strconv.FormatUint(uint64(m.ID), 10), Label: m.Name + "  " + m.Village, Detail: s.Say(load.With("n", m.Load)), Row: m.ID}
			if m.Conflict != hall.NoConflict {
				c.Detail, c.Warn = s.Say(text.Conflict(m.Conflict)), m.Conflict.Bars()
			}
			out = append(out, c)
		}
		return menu.Upto(out, menu.Most), err
	}
	return menu.Pick(v.env, v.env.Say(pickTitle), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		id, _ := c.Row.(hall.MediatorID)
		return v.start(r, id)
	})
}

// The questions for a reason, as their drafts are named.
const (
	formEnd    = "walkin"
	formUrgent = "walkin.urgent"
	formGone   = "walkin.gone"
)

// reason is why a visitor goes ahead of others, or left.
type reason struct {
	id  hall.ConsultationID
	why string
	at  int // of a visitor of a day before: when he left
}

func (v *view) askWhy(r hall.VisitRow, what string, from hall.Draft) tea.Cmd {
	type R = reason
	title, op, said := urgentTitle, hall.OpUrgent, madeUrgent
	if what == formGone {
		title, op, said = goneTitle, hall.OpGone, left
	}
	fields := []*form.Field[R]{form.Notes(hall.FieldReason, text.Consult.Why, 300, func(w *R) *string { return &w.why }).Required().Rows(2)}
	if what == formGone && r.Left(v.env.Today()) {
		fields = append(fields, overAt(v.env, r, func(w *R) *int { return &w.at }))
	}
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title:  text.Words(nameOf(r, v.env.Today()), title),
		Fields: fields,
		Keep: form.Keep[R]{Kind: hall.DraftWalkIn, Form: what, From: from, Visit: r.ID, Private: r.Confidential,
			Title: func(R) text.Message { return text.Words(text.Raw(r.Who), title) }},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			c, err := s.Desk.Visit(ctx, r.ID)
			if bad := hall.Why(hall.WalkInCourse(), hall.VisitRowOf(c), op, s.Actor, s.Now()); err == nil && bad != nil {
				err = bad
			}
			return R{id: r.ID, at: c.ClosedAt(s.Settings, s.Calendar())}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, w R) (R, error) {
			if what == formGone {
				return w, s.Desk.From(draft).GoneAway(ctx, r.ID, w.why, w.at)
			}
			return w, s.Desk.From(draft).MakeUrgent(ctx, r.ID, w.why)
		},
		Done: func(R) text.Message { return said.With("who", r.Who) },
	}))
}
