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
	// answered is what a small form was filled in with.
	answered struct {
		row    hall.VisitRow
		what   string
		reason string
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

// move is why a visit cannot go to a state, shortly; empty when it can.
func move(r hall.VisitRow, to hall.ConsultState) text.Message {
	if (hall.Consultation{Kind: r.Kind, State: r.State}).CheckMove(to) == nil {
		return text.Message{}
	}
	t := text.WalkIn
	switch {
	case r.State == hall.Started:
		return t.GoingOn
	case to == hall.Started, to == hall.SkippedOut:
		return t.CallFirst
	case to == hall.Ended:
		return t.StartFirst
	case to == hall.Waiting:
		return t.WaitsYet
	}
	return text.Err(hall.Refuse(hall.ErrVisitState, "state", r.State))
}

// menu lists what can be done with the visitor under the cursor.
func (v *View) menu() tea.Cmd {
	r, say, t := *v.selected(), v.env.Say, text.WalkIn
	var items []widget.MenuItem
	add := func(id string, label, reason text.Message) {
		items = append(items, widget.MenuItem{ID: id, Label: say(label), Reason: say(reason)})
	}
	start, end := move(r, hall.Started), move(r, hall.Ended)
	own := start
	if own.IsZero() && v.env.Actor.Mediator == 0 {
		own = t.NotMediator
	}
	if r.State == hall.Waiting || r.State == hall.SkippedOut {
		for _, room := range v.queue.Rooms {
			why := text.Message{}
			if room.Visit != nil {
				why = t.RoomBusy.With("room", room.Room).With("who", room.Visit.Who)
			}
			add("call "+room.Room, t.CallTo.With("room", room.Room), why)
		}
	}
	if r.State == hall.Called {
		add("call "+r.Room, t.CallAgain, text.Message{})
	}
	add("start", t.Start, own)
	add("other", t.StartOther, start)
	add("end", t.End, end)
	add("skip", t.Skip, move(r, hall.SkippedOut))
	add("return", t.Return, move(r, hall.Waiting))
	urgent := text.Message{}
	if r.State != hall.Waiting {
		urgent = t.OnlyWaiting
	}
	add("urgent", t.MakeUrgent, urgent)
	add("gone", t.Gone, move(r, hall.GoneAway))
	add("facts", t.Facts, text.Message{})
	no := text.Message{}
	if r.Case == 0 {
		no = t.NoCase
	}
	add("case", t.OpenCase, no)
	title := say(t.Menu.With("no", queueNumber(r.Number)).With("who", r.Who))
	return views.Open(dialog.Menu(v.env.Styles, title, items, func(id string) tea.Msg { return chosen{r, id} }))
}

// run does what was chosen.
func (v *View) run(m chosen) tea.Cmd {
	desk, ctx, t := v.env.Desk, context.Background(), text.WalkIn
	do := func(say text.Message, fn func() error) tea.Cmd {
		return func() tea.Msg { return done{say, fn()} }
	}
	r := m.row
	switch {
	case strings.HasPrefix(m.what, "call "):
		room := strings.TrimPrefix(m.what, "call ")
		return do(t.Called.With("no", queueNumber(r.Number)).With("who", r.Who).With("room", room), func() error {
			_, err := desk.Call(ctx, r.ID, room)
			return err
		})
	case m.what == "start":
		return v.start(r, 0)
	case m.what == "other":
		return v.pickMediator(r)
	case m.what == "end":
		return v.openEnd()
	case m.what == "skip":
		return do(t.Skipped.With("who", r.Who), func() error { return desk.Skip(ctx, r.ID) })
	case m.what == "return":
		return do(t.Returned.With("who", r.Who), func() error { return desk.ReturnToQueue(ctx, r.ID) })
	case m.what == "urgent":
		return v.askWhy(r, "urgent", t.UrgentTitle)
	case m.what == "gone":
		return v.askWhy(r, "gone", t.GoneTitle)
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
		return done{text.WalkIn.Started.With("who", r.Who), desk.StartVisit(context.Background(), r.ID, by)}
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

// formText is the few words every form needs.
func (v *View) formText() widget.FormText {
	say := v.env.Say
	return widget.FormText{Later: say(text.Dialog.Later), Required: say(text.Dialog.Required), Clipped: say(text.Dialog.Clipped)}
}

func (v *View) askWhy(r hall.VisitRow, what string, title text.Message) tea.Cmd {
	form := widget.NewForm(v.env.Styles, v.formText(), []widget.Item{
		{ID: "reason", Label: v.env.Say(text.WalkIn.Why), Kind: widget.Notes, Rows: 2, Max: 300, Required: true},
	})
	return views.Open(dialog.Ask(v.env.Styles, v.env.Say(title), "", form, func(vs map[string]string) tea.Msg {
		return answered{r, what, strings.TrimSpace(vs["reason"])}
	}))
}

func (v *View) answered(m answered) tea.Cmd {
	desk, ctx := v.env.Desk, context.Background()
	return func() tea.Msg {
		if m.what == "urgent" {
			return done{text.WalkIn.Urgent.With("who", m.row.Who), desk.MakeUrgent(ctx, m.row.ID, m.reason)}
		}
		return done{text.WalkIn.Left.With("who", m.row.Who), desk.GoneAway(ctx, m.row.ID, m.reason)}
	}
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
	return views.Open(dialog.Note(v.env.Styles, say(text.WalkIn.FactsOf)+" "+queueNumber(m.visit.Number), lines))
}
