package appointments

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done with an appointment, in the menu's order, and with an empty slot.
const (
	doArrive  = "arrive"
	doMissed  = "missed"
	doTold    = "told"
	doConfirm = "confirm"
	doMove    = "move"
	doChange  = "change"
	doCancel  = "cancel"
	doTrail   = "trail"
	doCase    = "case"
	doMore    = "more"
	doExport  = "export"
	doBook    = "book"
	doIntake  = "intake"
	doDay     = "day"
)

type (
	// ready is an appointment read anew, for its menu.
	ready struct {
		file hall.SlotFile
		err  error
	}
	chosen struct {
		what string
		file hall.SlotFile
	}
	chosenSlot struct {
		what string
		slot hall.Slot
		col  column
	}
)

// enter opens what stands under the cursor.
func (v *View) enter() tea.Cmd {
	if v.shape == byMonth {
		v.back, v.shape, v.id, v.top = byMonth, byDay, 0, 0
		return v.moved()
	}
	r := v.selected()
	switch {
	case r == nil:
		return v.slotMenu()
	case r.Kind == hall.Joint:
		return views.Go(views.Route{Screen: views.Joint, Consultation: r.ID})
	case r.Kind == hall.FollowUp:
		return views.Go(views.Route{Screen: views.FollowUp, Consultation: r.ID})
	}
	desk, id := v.env.Desk, r.ID
	return func() tea.Msg {
		f, err := desk.SlotFile(context.Background(), id)
		return ready{f, err}
	}
}

// menuMessage takes the messages of the menus; false for others.
func (v *View) menuMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case ready:
		if m.err != nil {
			return tea.Batch(v.Load(), views.Fail(m.err)), true
		}
		return v.menu(m.file), true
	case chosen:
		return v.run(m.what, m.file), true
	case chosenSlot:
		return v.runSlot(m), true
	}
	return nil, false
}

// why says why something cannot be done with an appointment now; empty when it can. What only
// looks at it is no operation of its course.
func (v *View) why(what string, f hall.SlotFile) text.Message {
	switch what {
	case doCase:
		if f.Consultation.Case == 0 {
			return text.Calendar.NoCase
		}
		fallthrough
	case doTrail:
		if f.Hidden {
			return text.Calendar.Confidential
		}
		return text.Message{}
	case doMore, doExport:
		return text.Message{}
	}
	return text.Short(hall.Why(hall.AppointmentCourse(), f, opOf(what), v.env.Actor, v.env.Now()))
}

// opOf is the operation that a line of the menu stands for: moving and changing are one.
func opOf(what string) hall.Op {
	switch what {
	case doTold:
		return hall.OpNotify
	case doChange:
		return hall.OpMove
	}
	return hall.Op(what)
}

// menu lists what can be done with an appointment; the cursor stands on what comes next.
func (v *View) menu(f hall.SlotFile) tea.Cmd {
	say, t := v.env.Say, text.Calendar
	var items []widget.MenuItem
	for _, one := range []struct {
		what string
		say  text.Message
	}{
		{doArrive, t.DoArrive}, {doMissed, t.DoMissed}, {doTold, t.DoTold}, {doConfirm, t.DoConfirm}, {doMove, t.DoMove}, {doChange, t.DoChange},
		{doCancel, t.DoCancel}, {doTrail, t.DoTrail}, {doCase, t.DoCase}, {doMore, t.DoMore}, {doExport, t.DoExport},
	} {
		items = append(items, widget.MenuItem{ID: one.what, Label: say(one.say), Reason: say(v.why(one.what, f))})
	}
	r := hall.VisitRowOf(f.Consultation)
	r.Hidden = f.Hidden
	title := t.Menu.With("who", v.who(r)).With("when", text.When(r.Slot))
	return views.Open(dialog.MenuAt(v.env, say(title), items, v.next(f), func(id string) tea.Msg { return chosen{id, f} }))
}

// next is what is most likely done with an appointment now.
func (v *View) next(f hall.SlotFile) string {
	c := f.Consultation
	switch {
	case c.State != hall.Waiting || c.Here():
		return doCase
	case c.Slot.Day == v.env.Today():
		return doArrive
	case c.Slot.Day < v.env.Today():
		return doMissed
	case !c.Told():
		return doTold
	case c.Confirmed.IsZero():
		return doConfirm
	}
	return doMove
}

func (v *View) run(what string, f hall.SlotFile) tea.Cmd {
	c, t := f.Consultation, text.Calendar
	switch what {
	case doArrive:
		desk, who := v.env.Desk, v.who(hall.VisitRowOf(c))
		return func() tea.Msg {
			res, err := desk.Arrive(context.Background(), c.ID)
			return done{say: t.Came.With("who", who).With("no", text.Queue(res.Queue)).With("n", res.Ahead), err: err}
		}
	case doMissed:
		return v.askMissed(f)
	case doTold:
		return v.whom(t.TitleTold, f, func(who string) tea.Msg { return whomTold{f, who} })
	case doConfirm:
		return v.whom(t.TitleConfirm, f, func(who string) tea.Msg { return whomConfirms{f, who} })
	case doMove:
		return v.takeUp(f)
	case doChange:
		return v.openForm(formChange, c.Case, c.ID, nil)
	case doCancel:
		return v.askCancel(f)
	case doTrail:
		return v.trail(f)
	case doCase:
		return views.Go(views.Route{Screen: views.CaseFile, Case: c.Case})
	case doExport:
		return v.exportMenu(f)
	case doMore:
		return v.slotMenuAt(column{day: c.Slot.Day}, hall.Slot{Day: c.Slot.Day, From: c.Slot.From, To: c.Slot.To})
	}
	return nil
}

// slotMenu lists what can be done with the empty slot under the cursor.
func (v *View) slotMenu() tea.Cmd {
	g := v.grid()
	c := g.cols[v.column(g)]
	return v.slotMenuAt(c, v.slot(c, v.minute))
}

func (v *View) slotMenuAt(c column, s hall.Slot) tea.Cmd {
	say, t := v.env.Say, text.Calendar
	why := ""
	if bad := v.barred(c, s); bad != nil {
		why = say(shortReason(bad))
	} else if c.gone {
		why = say(t.RoomIsGone)
	}
	items := []widget.MenuItem{{ID: doBook, Label: say(t.DoBook), Reason: why}, {ID: doIntake, Label: say(t.DoIntake), Reason: why}}
	if v.shape == byDay {
		items = append(items, widget.MenuItem{ID: doDay, Label: say(t.DoWeek)})
	} else {
		items = append(items, widget.MenuItem{ID: doDay, Label: say(t.DoDay)})
	}
	title := text.Words(text.When(s), text.Raw(v.colWhere(c)))
	return views.Open(dialog.Menu(v.env, say(title), items, func(id string) tea.Msg { return chosenSlot{id, s, c} }))
}

// shortReason says in a few words why a slot cannot be booked; the whole stands below the grid.
func shortReason(e *hall.Error) text.Message {
	switch e.Code {
	case hall.ErrSlotPast:
		return text.Calendar.IsPast
	case hall.ErrSlotClosed:
		return text.Calendar.IsClosed
	case hall.ErrSlotHours:
		return text.Calendar.OutOfHours
	}
	return text.Err(e)
}

func (v *View) runSlot(m chosenSlot) tea.Cmd {
	switch m.what {
	case doBook:
		return v.pickFor(prefill(m.slot, m.col))
	case doIntake:
		return views.Go(views.Route{Screen: views.Intake, Slot: m.slot, Room: m.col.room})
	}
	if v.shape == byDay {
		v.shape = byWeek
	} else {
		v.shape = byDay
	}
	v.back, v.top = v.shape, 0
	return v.moved()
}
