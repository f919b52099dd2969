package appointments

import (
	"context"
	"fmt"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/menu"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// enter opens what stands under the cursor.
func (v *View) enter() tea.Cmd {
	r := v.selected()
	switch {
	case v.shape == byMonth:
		return views.Push(&View{env: v.env, shape: byDay, day: v.day, minute: v.minute})
	case r == nil:
		g := v.grid()
		c := g.cols[v.column(g)]
		return v.slotMenu(c, v.slot(c, v.minute))
	case r.Kind == hall.Appointment:
		return v.slotFile(r.ID, v.menu)
	}
	return views.Go(views.Route{Screen: views.KeptIn(r.Kind), Consultation: r.ID})
}

// The places of the menu's items that the cursor may begin on.
const (
	atArrive = iota
	atMissed
	atTold
	atConfirm
	atMove
	atCase  = 8
	atAgain = 10
)

// menu lists what can be done with an appointment; the cursor stands on what comes next.
func (v *View) menu(f hall.SlotFile) tea.Cmd {
	c := f.Consultation
	why := func(op hall.Op) text.Message {
		return text.Short(hall.Why(hall.AppointmentCourse(), f, op, v.env.Actor, v.env.Now()))
	}
	r := hall.VisitRowOf(c)
	r.Hidden = f.Hidden
	none := hall.Draft{}
	shut, noCase := text.Message{}, text.Message{} // why it cannot be looked at: no operation of its course
	again := why(hall.OpBook)
	if !c.State.Over() {
		again = stillBooked
	}
	if c.Case == 0 {
		noCase, again = notYetCase, notYetCase
	}
	if f.Hidden {
		shut, noCase = confidential, confidential
	}
	items := []menu.Item{
		{Name: doArrive, Why: why(hall.OpArrive), Do: func() tea.Cmd { return v.askCame(f) }},
		{Name: doMissed, Why: why(hall.OpMissed), Do: func() tea.Cmd { return v.askMissed(f) }},
		{Name: doTold, Why: why(hall.OpNotify), Do: func() tea.Cmd {
			return v.whom(toldTitle, f, anyone, func(who ...int) tea.Cmd { return v.askTold(f, none, who...) })
		}},
		{Name: doConfirm, Why: why(hall.OpConfirm), Do: func() tea.Cmd {
			return v.whom(confirmTitle, f, anyone, func(who ...int) tea.Cmd { return v.confirm(f, who...) })
		}},
		{Name: doMove, Why: why(hall.OpMove), Do: func() tea.Cmd { return v.takeUp(f) }},
		{Name: doChange, Why: why(hall.OpMove), Do: func() tea.Cmd { return v.change(f, none) }},
		{Name: doCancel, Why: why(hall.OpCancel), Do: func() tea.Cmd { return v.askCancel(f, none) }},
		{Name: doTrail, Why: shut, Do: func() tea.Cmd { return v.trail(f) }},
		{Name: doCase, Why: noCase, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: c.Case}) }},
		{Name: doMore, Do: func() tea.Cmd { return v.slotMenu(column{day: c.Slot.Day}, c.Slot) }},
		{Name: doAgain, Why: again, Do: func() tea.Cmd { return v.book(c.Case, againOf(c), none) }},
		record.TakeBackItem(v.env, r),
		{Name: record.DoUntold, Why: why(hall.OpUntold), Do: func() tea.Cmd { return record.Untold(v.env, c) }},
		{Name: doExport, Do: func() tea.Cmd { return v.exports(f) }},
	}
	return menu.OpenAt(v.env, v.env.Say(menuTitle.With("who", v.who(r)).With("when", text.When(r.Slot))), items, v.next(f))
}

// comesSoon is how many minutes before a time nobody is told of it any more: who is there has come.
const comesSoon = 30

// next is what is most likely done with an appointment now.
func (v *View) next(f hall.SlotFile) int {
	c := f.Consultation
	tally := c.Attendance()
	switch {
	case c.State == hall.GoneAway && tally.Stale > 0:
		return atTold
	case c.State == hall.GoneAway, c.State == hall.NoShow && c.Slot.Day < v.env.Today():
		return atAgain
	case c.Here() && tally.Awaits != "":
		return atArrive
	case c.State != hall.Waiting || c.Here():
		return atCase
	case c.Slot.Day == v.env.Today() && (tally.Told > 0 || c.Slot.From <= hall.MinuteOf(v.env.Now())+comesSoon):
		return atArrive
	case c.Slot.Day < v.env.Today():
		return atMissed
	case tally.Told < tally.Of:
		return atTold
	case tally.Agreed < tally.Of:
		return atConfirm
	}
	return atMove
}

// slotMenu lists what can be done with an empty slot.
func (v *View) slotMenu(c column, s hall.Slot) tea.Cmd {
	why := text.Message{}
	if bad := v.barred(s); bad != nil {
		why = text.Short(bad)
	} else if c.gone {
		why = roomIsGone
	}
	other, shape := doDay, byDay
	if v.shape == byDay {
		other, shape = doWeek, byWeek
	}
	return menu.Open(v.env, v.env.Say(text.Words(text.When(s), text.Raw(v.colWhere(c)))), []menu.Item{
		{Name: doBook, Why: why, Do: func() tea.Cmd { return v.pickCase(here(s, c)) }},
		{Name: doIntake, Why: why, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Slot: s, Room: c.room}) }},
		{Name: other, Do: func() tea.Cmd { return v.turnTo(shape) }},
	})
}

// exportDays is how far ahead a room's or a mediator's calendar is written.
const exportDays = 180

// exports asks whose calendar is written: this appointment's, the room's, a mediator's.
func (v *View) exports(f hall.SlotFile) tea.Cmd {
	c, why := f.Consultation, text.Message{}
	if v.env.Export == nil {
		why = noFiles
	}
	var items []menu.Item
	add := func(m text.Message, name string, read func(context.Context, views.Session) ([]hall.VisitRow, error)) {
		items = append(items, menu.Item{Name: m, Why: why, Do: func() tea.Cmd { return v.howMuch(name, read) }})
	}
	diary := func(name, room string, of hall.MediatorID) {
		add(exportOf.With("name", name), name, func(ctx context.Context, s views.Session) ([]hall.VisitRow, error) {
			return s.Desk.Diary(ctx, room, of, s.Today(), s.Today()+exportDays)
		})
	}
	// no names of parties in the name of a file
	add(exportOne, fmt.Sprintf("%s-%d", c.Slot.Day, c.ID), func(ctx context.Context, s views.Session) ([]hall.VisitRow, error) {
		return s.Desk.Outward(ctx, []hall.VisitRow{hall.VisitRowOf(c)})
	})
	if c.Mode == hall.InRoom && c.Room != "" {
		diary(c.Room, c.Room, 0)
	}
	for _, m := range c.Mediators {
		diary(m.Name, "", m.ID)
	}
	return menu.Open(v.env, v.env.Say(doExport), items)
}

// howMuch asks what of the parties goes into the file: a telephone hands it on to its maker.
func (v *View) howMuch(name string, read func(context.Context, views.Session) ([]hall.VisitRow, error)) tea.Cmd {
	return menu.Open(v.env, v.env.Say(doExport), []menu.Item{
		{Name: exportInitials, Do: func() tea.Cmd { return v.export(name, read, paper.Initials) }},
		{Name: exportNames, Do: func() tea.Cmd {
			return v.export(name, read, func(all []hall.VisitRow) []hall.VisitRow { return all })
		}},
	})
}

func (v *View) export(name string, read func(context.Context, views.Session) ([]hall.VisitRow, error), veil func([]hall.VisitRow) []hall.VisitRow) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		rows, err := read(ctx, s)
		switch {
		case err != nil:
			return views.FailMsg{Err: err}
		case len(rows) == 0:
			return views.ToastMsg{Level: views.Warn, Text: exportNone.With("days", exportDays)}
		}
		title := s.Say(text.CalendarExport.Named.With("hall", s.Settings.Name).With("name", name))
		path, err := s.Export(ctx, s.Say(fileName.With("name", name))+".ics", func(w io.Writer) error {
			return paper.Calendar(w, s.Desk.Identity(), s.Settings, s.Lang, title, veil(rows), s.Now())
		})
		if err != nil {
			return views.FailMsg{Err: err}
		}
		return views.ToastMsg{Level: views.Done, Text: exported.With("n", len(rows)).With("path", path)}
	})
}
