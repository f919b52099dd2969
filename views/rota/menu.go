package rota

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done on a day, in the menu's order, and what else there is.
const (
	doMove   = "move"
	doAssign = "assign"
	doAdd    = "add"
	doOff    = "off"
	doSwap   = "swap"
	doTrail  = "trail"
	doMore   = "more"

	doPlan   = "plan"
	doTeam   = "team"
	doLeaves = "leaves"
	doLeave  = "leave"
	doSwaps  = "swaps"
	doCounty = "county"
	doMonth  = "month"
	doSheet  = "sheet"
	doICS    = "ics"
	doTally  = "tally"
	doAnswer = "answer"
)

// chosen is what was chosen in a menu, and of which shift.
type chosen struct {
	what string
	row  hall.DutyRow
	set  bool // the shift is the one meant
}

// here are the shifts that a menu is about: of the day under the cursor, or, in a county's
// year, the visits under it.
func (v *View) here() (hall.Day, []hall.DutyRow) {
	if v.page == pageCounty {
		return v.countyHere()
	}
	return v.day, v.at(v.day).Rows
}

// dayMenu lists what can be done on the day under the cursor.
func (v *View) dayMenu() tea.Cmd {
	say, t := v.env.Say, text.Rota
	day, rows := v.here()
	var items []widget.MenuItem
	for _, d := range []struct {
		what string
		say  text.Message
	}{{doMove, t.DoMove}, {doAssign, t.DoAssign}, {doAdd, t.DoAdd}, {doOff, t.DoOff}, {doSwap, t.DoSwap}, {doTrail, t.DoTrail}, {doMore, t.DoMore}} {
		items = append(items, widget.MenuItem{ID: d.what, Label: say(d.say), Reason: say(v.whyAny(d.what, day, rows))})
	}
	return views.Open(dialog.Menu(v.env, say(text.Day(day)), items, func(id string) tea.Msg { return chosen{what: id} }))
}

// whyAny says why something can be done with none of a day's shifts; empty when it can.
func (v *View) whyAny(what string, day hall.Day, rows []hall.DutyRow) text.Message {
	switch what {
	case doMore:
		return text.Message{}
	case doAdd:
		return v.why(doAdd, hall.DutyRow{Shift: hall.Shift{Day: day}})
	}
	if len(rows) == 0 {
		return text.Rota.NoneHere
	}
	why := text.Message{}
	for _, r := range rows {
		if why = v.why(what, r); why.IsZero() {
			return why
		}
	}
	return why
}

// why says why something cannot be done with a shift; empty when it can.
func (v *View) why(what string, r hall.DutyRow) text.Message {
	if what == doTrail {
		return text.Message{}
	}
	return text.Short(hall.Why(hall.ShiftCourse(), r, hall.Op(what), v.env.Actor, v.env.Now()))
}

// moreMenu lists what there is beside the day.
func (v *View) moreMenu() tea.Cmd {
	say, t := v.env.Say, text.Rota
	files := text.Message{}
	if v.env.Export == nil {
		files = text.Calendar.NoFiles
	}
	items := []widget.MenuItem{
		{ID: doPlan, Label: say(t.DoPlan), Reason: say(v.mayPlan())}, {ID: doTeam, Label: say(t.DoTeam)}, {ID: doLeaves, Label: say(t.DoLeaves)},
		{ID: doSwaps, Label: say(t.DoSwaps)}, {ID: doCounty, Label: say(t.DoCounty)}, {ID: doSheet, Label: say(t.DoSheet), Reason: say(files)},
		{ID: doICS, Label: say(t.DoICS), Reason: say(files)}, {ID: doTally, Label: say(t.DoTally)},
	}
	if v.page != pageMonth {
		items = append(items, widget.MenuItem{ID: doMonth, Label: say(t.DoMonth)})
	}
	return views.Open(dialog.Menu(v.env, say(t.DoMore), items, func(id string) tea.Msg { return chosen{what: id} }))
}

// run does what was chosen; where it may be about several shifts, it asks about which.
func (v *View) run(m chosen) tea.Cmd {
	if cmd, ok := v.runMore(m.what); ok {
		return cmd
	}
	if !m.set {
		day, rows := v.here()
		if m.what == doAdd {
			return v.beginAdd(day)
		}
		if len(rows) != 1 {
			return v.whichShift(m.what, rows)
		}
		m.row = rows[0]
	}
	if why := v.why(m.what, m.row); !why.IsZero() { // another desk was quicker
		return views.Toast(views.Warn, why)
	}
	switch m.what {
	case doMove, doOff:
		return v.begin(m.what, uint64(m.row.ID), nil)
	case doAssign:
		return v.whichPlace(m.row)
	case doSwap:
		return v.whose(m.row)
	}
	return v.trail(m.row)
}

// runMore does what is about no shift; false for the rest.
func (v *View) runMore(what string) (tea.Cmd, bool) {
	switch what {
	case doMore:
		return v.moreMenu(), true
	case doPlan:
		return v.beginPlan(), true
	case doLeave:
		return v.addLeave(), true
	case doTeam:
		return v.turn(pageTeam), true
	case doLeaves:
		return v.turn(pageLeaves), true
	case doSwaps:
		return v.turn(pageSwaps), true
	case doCounty:
		v.county.stand(v.day)
		return v.turn(pageCounty), true
	case doMonth:
		return v.turn(pageMonth), true
	case doSheet:
		return v.exportSheet(), true
	case doICS:
		return v.exportMenu(), true
	case doTally:
		return v.showTally(), true
	}
	return nil, false
}

// whichShift asks which of several shifts is meant.
func (v *View) whichShift(what string, rows []hall.DutyRow) tea.Cmd {
	of := map[string]hall.DutyRow{}
	var items []widget.MenuItem
	for i, r := range rows {
		id := fmt.Sprint(i)
		of[id] = r
		items = append(items, widget.MenuItem{ID: id, Label: v.shiftLine(r.Shift), Reason: v.env.Say(v.why(what, r))})
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.Rota.WhichShift), items, func(id string) tea.Msg { return chosen{what, of[id], true} }))
}

// shiftLine is a shift in one line: what it is, and who is on it.
func (v *View) shiftLine(s hall.Shift) string {
	return v.env.Say(text.Words(v.shiftName(s), namesOf(s.People)))
}

// namesOf names people; nobody is said to be.
func namesOf(people []hall.DutyRef) text.Message {
	if len(people) == 0 {
		return text.Rota.Nobody
	}
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return text.Names(names)
}

// trail shows all that was done to a shift, each change with its dates and its reason.
func (v *View) trail(r hall.DutyRow) tea.Cmd {
	say, t := v.env.Say, text.Rota
	lines := []string{say(text.Words(text.Day(r.Day), v.shiftName(r.Shift))), say(text.Words(namesOf(r.People), text.DutyState(r.State)))}
	if r.By != "" {
		lines = append(lines, say(t.TrailBy.With("by", r.By).With("at", text.Moment(r.At))))
	}
	lines = append(lines, "")
	for _, c := range r.Changes {
		lines = append(lines, say(t.TrailHead.With("at", text.Moment(c.At)).With("by", c.By).With("what", text.DutyChange(c.What))))
		if c.From != c.To {
			lines = append(lines, "  "+say(t.TrailDays.With("from", text.Day(c.From)).With("to", text.Day(c.To))))
		}
		if !sameNames(c.Was, c.Now) {
			lines = append(lines, "  "+say(t.TrailPeople.With("was", namesOf(c.Was)).With("now", namesOf(c.Now))))
		}
		if c.Reason != "" {
			lines = append(lines, "  "+say(t.TrailWhy.With("why", c.Reason)))
		}
	}
	if len(r.Changes) == 0 {
		lines = append(lines, say(t.TrailNone))
	}
	return views.Open(dialog.Note(v.env, say(t.DoTrail), lines))
}

func sameNames(a, b []hall.DutyRef) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Same(b[i]) {
			return false
		}
	}
	return true
}

// showTally counts for everybody, where the screen has no room for all.
func (v *View) showTally() tea.Cmd {
	if !v.covered() {
		return v.turn(pageMonth)
	}
	lines := v.tallyLines(60)
	if len(lines) == 0 {
		lines = []string{v.env.Say(text.Rota.TallyNone)}
	}
	return views.Open(dialog.Note(v.env, v.env.Say(text.Rota.MonthHead.With("month", text.Month(v.day))), lines))
}
