package walkin

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

type (
	chosen struct {
		row  hall.VisitRow
		what string
	}
	startBy struct {
		visit    hall.VisitRow
		mediator hall.MediatorID
	}
	factsMsg struct {
		visit hall.Consultation
		err   error
	}
	openMsg struct{ id hall.CaseID }
)

// whyNot is why something cannot be done with a visitor now, shortly; empty when it can.
func (v *View) whyNot(r hall.VisitRow, op hall.Op) text.Message {
	return text.Short(hall.Why(hall.WalkInCourse(), r, op, v.env.Actor, v.env.Now()))
}

// menu lists what can be done with the visitor under the cursor. Each line keeps its number,
// whatever the state; the cursor stands on what comes next.
func (v *View) menu() tea.Cmd {
	r, say, t := *v.selected(), v.env.Say, text.WalkIn
	var items []widget.MenuItem
	add := func(id string, label, reason text.Message) {
		items = append(items, widget.MenuItem{ID: id, Label: say(label), Reason: say(reason)})
	}
	mediator := v.env.Actor.Mediator != 0
	call, label, why := v.callItem(r)
	add(call, label, why)
	next, start := call, v.whyNot(r, hall.OpStart)
	if mediator {
		add("start", t.Start, start)
	} else {
		add("other", t.StartPick, start)
	}
	switch r.State {
	case hall.Called:
		next = items[1].ID
	case hall.Started:
		next = "end"
	}
	add("end", t.End, v.whyNot(r, hall.OpEnd))
	add("skip", t.Skip, v.whyNot(r, hall.OpSkip))
	add("return", t.Return, v.whyNot(r, hall.OpReturn))
	add("urgent", t.MakeUrgent, v.whyNot(r, hall.OpUrgent))
	add("gone", t.Gone, v.whyNot(r, hall.OpGone))
	if r.Case != 0 { // the file holds what was registered, and all that came later
		add("case", t.OpenCase, text.Message{})
	} else {
		add("facts", t.Facts, text.Message{})
	}
	if mediator {
		add("other", t.StartOther, start)
	}
	return views.Open(dialog.MenuAt(v.env, v.name(r), items, next, func(id string) tea.Msg { return chosen{r, id} }))
}

func (v *View) name(r hall.VisitRow) string {
	return v.env.Say(text.WalkIn.Menu.With("no", queueNumber(r.Number)).With("who", text.Who(r.Who, r.Others)))
}

// callItem is the menu's line for calling: to the one room that is free, or to one of
// several, which a second menu asks.
func (v *View) callItem(r hall.VisitRow) (id string, label, why text.Message) {
	t := text.WalkIn
	switch r.State {
	case hall.Called:
		return "call " + r.Room, t.CallAgain, text.Message{}
	}
	if why := v.whyNot(r, hall.OpCall); !why.IsZero() {
		return "call", t.Call, why
	}
	var free []string
	for _, room := range v.queue.Rooms {
		if room.Visit == nil {
			free = append(free, room.Room)
		}
	}
	switch len(free) {
	case 0:
		return "call", t.Call, t.NoRoom
	case 1:
		return "call " + free[0], t.CallTo.With("room", free[0]), text.Message{}
	}
	return "rooms", t.CallWhich, text.Message{}
}

// pickRoom asks which of the rooms to call a visitor to; those in use say by whom.
func (v *View) pickRoom(r hall.VisitRow) tea.Cmd {
	var items []widget.MenuItem
	for _, room := range v.queue.Rooms {
		it := widget.MenuItem{ID: "call " + room.Room, Label: room.Room}
		if room.Visit != nil {
			it.Reason = v.env.Say(text.WalkIn.RoomBusy.With("room", room.Room).With("who", room.Visit.Who))
		}
		items = append(items, it)
	}
	return views.Open(dialog.Menu(v.env, v.name(r), items, func(id string) tea.Msg { return chosen{r, id} }))
}

// run does what was chosen.
func (v *View) run(m chosen) tea.Cmd {
	desk, ctx, t := v.env.Desk, context.Background(), text.WalkIn
	do := func(say text.Message, fn func() error) tea.Cmd {
		return func() tea.Msg { return done{say: say, err: fn()} }
	}
	r := m.row
	switch {
	case strings.HasPrefix(m.what, "call "):
		room := strings.TrimPrefix(m.what, "call ")
		return do(t.Called.With("no", queueNumber(r.Number)).With("who", r.Who).With("room", room), func() error {
			_, err := desk.Call(ctx, r.ID, room)
			return err
		})
	case m.what == "rooms":
		return v.pickRoom(r)
	case m.what == "start":
		return v.start(r, 0)
	case m.what == "other":
		return v.pickMediator(r)
	case m.what == "end":
		return v.openEnd(r)
	case m.what == "skip":
		return do(t.Skipped.With("who", r.Who), func() error { return desk.Skip(ctx, r.ID) })
	case m.what == "return":
		return do(t.Returned.With("who", r.Who), func() error { return desk.ReturnToQueue(ctx, r.ID) })
	case m.what == "urgent":
		return v.askWhy(asked{r, "urgent"})
	case m.what == "gone":
		return v.askWhy(asked{r, "gone"})
	case m.what == "facts":
		return func() tea.Msg {
			c, err := desk.Visit(ctx, r.ID)
			return factsMsg{c, err}
		}
	case m.what == "case":
		return views.Go(views.Route{Screen: views.CaseFile, Case: r.Case})
	}
	return nil
}

func (v *View) start(r hall.VisitRow, by hall.MediatorID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		return done{say: text.WalkIn.Started.With("who", r.Who), err: desk.StartVisit(context.Background(), r.ID, by)}
	}
}

func (v *View) pickMediator(r hall.VisitRow) tea.Cmd {
	desk, say := v.env.Desk, v.env.Say
	find := func(ctx context.Context, q string) ([]dialog.Choice, error) {
		rows, err := desk.FindMediators(ctx, q, r.Case, 20)
		var out []dialog.Choice
		for _, m := range rows {
			c := dialog.Choice{ID: strconv.FormatUint(uint64(m.ID), 10), Label: m.Name + "  " + m.Village, Detail: say(text.WalkIn.Load.With("n", m.Load))}
			if m.Conflict != hall.NoConflict {
				c.Detail, c.Warn = say(text.Conflict(m.Conflict)), true
			}
			out = append(out, c)
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(text.WalkIn.PickMediator), find, func(c dialog.Choice) tea.Msg {
		id, _ := strconv.ParseUint(c.ID, 10, 64)
		return startBy{r, hall.MediatorID(id)}
	}))
}

// facts shows what the front desk wrote down.
func (v *View) facts(m factsMsg) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	say := v.env.Say
	lines := []string{m.visit.Who}
	if m.visit.Against != "" {
		lines = append(lines, say(text.WalkIn.Against)+"  "+m.visit.Against)
	}
	lines = append(lines, say(text.Type(v.env.Settings, m.visit.Type))+"  "+m.visit.Subject)
	if in := m.visit.Intake; in != nil {
		lines = append(lines, "", in.Facts)
		if in.Requests != "" {
			lines = append(lines, in.Requests)
		}
		if in.Urgent {
			lines = append(lines, "! "+in.UrgentWhy)
		}
	}
	if m.visit.Calls > 1 {
		lines = append(lines, say(text.WalkIn.Calls.With("n", m.visit.Calls)))
	}
	return views.Open(dialog.Note(v.env, say(text.WalkIn.FactsOf)+" "+queueNumber(m.visit.Number), lines))
}
