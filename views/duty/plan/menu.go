package plan

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// planner is what can be done about duty, from the month and from whatever opens over it.
type planner struct{ env *views.Env }

// mayPlan says why the signed-in person cannot plan; empty when he can.
func (v *planner) mayPlan() text.Message {
	if v.env.Actor.May(hall.MayPlan) {
		return text.Message{}
	}
	return noRight
}

// maySupervise says why the attendance is not for the signed-in person to see.
func (v *planner) maySupervise() text.Message {
	if v.env.Actor.May(hall.MaySupervise) {
		return text.Message{}
	}
	return onlyHead
}

// step is something that can be done with a shift.
type step struct {
	name text.Message
	op   hall.Op // empty: it can always be done
	do   func(hall.DutyRow) tea.Cmd
}

// dayMenu lists what can be done on a day with its shifts; town is the township that is meant.
func (v *planner) dayMenu(day hall.Day, rows []hall.DutyRow, town string) tea.Cmd {
	one := func(s step) menu.Item {
		return menu.Item{Name: s.name, Why: v.whyAny(s.op, rows), Do: func() tea.Cmd { return v.with(s, rows) }}
	}
	none := hall.DutyRow{Shift: hall.Shift{Day: day}}
	return menu.Open(v.env, v.env.Say(text.Day(day)), []menu.Item{
		one(step{doMove, hall.OpMove, func(r hall.DutyRow) tea.Cmd { return v.changeForm(hall.OpMove, r.Shift, hall.Draft{}) }}),
		one(step{doAssign, hall.OpAssign, v.whichPlace}),
		{Name: doAdd, Why: v.why(hall.OpAdd, none), Do: func() tea.Cmd { return v.addForm(day, town, hall.Draft{}) }},
		one(step{doOff, hall.OpOff, func(r hall.DutyRow) tea.Cmd { return v.changeForm(hall.OpOff, r.Shift, hall.Draft{}) }}),
		one(step{doSwap, hall.OpSwap, v.whose}),
		one(step{doTrail, "", v.trail}),
		{Name: doMore, Do: func() tea.Cmd { return v.moreMenu(day) }},
	})
}

// why says why something cannot be done with a shift; empty when it can.
func (v *planner) why(op hall.Op, r hall.DutyRow) text.Message {
	if op == "" {
		return text.Message{}
	}
	return text.Short(hall.Why(hall.ShiftCourse(), r, op, v.env.Actor, v.env.Now()))
}

// whyAny says why something can be done with none of a day's shifts; empty when it can.
func (v *planner) whyAny(op hall.Op, rows []hall.DutyRow) text.Message {
	why := noneHere
	for _, r := range rows {
		if why = v.why(op, r); why.IsZero() {
			break
		}
	}
	return why
}

// with does it with the shift that is meant; of several it asks which.
func (v *planner) with(s step, rows []hall.DutyRow) tea.Cmd {
	if len(rows) == 1 {
		return s.do(rows[0])
	}
	var items []menu.Item
	for _, r := range rows {
		items = append(items, menu.Item{Name: v.shiftLine(r.Shift), Why: v.why(s.op, r), Do: func() tea.Cmd { return s.do(r) }})
	}
	return menu.Open(v.env, v.env.Say(whichShift), items)
}

func (v *planner) moreKey(day hall.Day) views.Action {
	return views.Action{Key: views.Key("Ctrl-O", "ctrl+o"), Name: keyMore, Help: helpMore, Run: func() tea.Cmd { return v.moreMenu(day) }}
}

// moreMenu lists what there is beside a day.
func (v *planner) moreMenu(day hall.Day) tea.Cmd {
	files := text.Message{}
	if v.env.Export == nil {
		files = text.Calendar.NoFiles
	}
	return menu.Open(v.env, v.env.Say(doMore), []menu.Item{
		{Name: doPlan, Why: v.mayPlan(), Do: func() tea.Cmd { return v.planForm(planOf{}, hall.Draft{}) }},
		{Name: doTeam, Do: func() tea.Cmd { return views.Push(v.team()) }},
		{Name: doLeaves, Do: func() tea.Cmd { return views.Push(v.leaves()) }},
		{Name: doSwaps, Do: func() tea.Cmd { return views.Push(v.swaps(0)) }},
		{Name: doCounty, Do: func() tea.Cmd { return views.Push(newCounty(v.env, day)) }},
		{Name: doSheet, Why: files, Do: func() tea.Cmd { return v.sheet(day) }},
		{Name: doICS, Why: files, Do: func() tea.Cmd { return v.whoseCalendar(day) }},
		{Name: doTally, Do: func() tea.Cmd { return v.tally(day) }},
		{Name: doAttendance, Why: v.maySupervise(), Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Attendance, Day: day}) }},
	})
}

// shiftLine is a shift in one line: what it is, and who is on it.
func (v *planner) shiftLine(s hall.Shift) text.Message {
	return text.Words(v.shiftName(s), namesOf(s.People))
}

// namesOf names people; nobody is said to be.
func namesOf(people []hall.DutyRef) text.Message {
	if len(people) == 0 {
		return nobodyOn
	}
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return text.Names(names)
}

// span is some days, with their weekdays.
func (v *planner) span(from, to hall.Day) text.Message {
	if from == to {
		return text.Day(from)
	}
	return spanOf.With("from", text.Day(from)).With("to", text.Day(to))
}

// trail shows all that was done to a shift, each change with its dates and its reason.
func (v *planner) trail(r hall.DutyRow) tea.Cmd {
	say := v.env.Say
	lines := []string{say(text.Words(text.Day(r.Day), v.shiftName(r.Shift))), say(text.Words(namesOf(r.People), text.DutyState(r.State)))}
	if r.By != "" {
		lines = append(lines, say(trailBy.With("by", r.By).With("at", text.Moment(r.At))))
	}
	lines = append(lines, "")
	for _, c := range r.Changes {
		lines = append(lines, say(trailHead.With("at", text.Moment(c.At)).With("by", c.By).With("what", text.DutyChange(c.What))))
		if c.From != c.To {
			lines = append(lines, "  "+say(trailDays.With("from", text.Day(c.From)).With("to", text.Day(c.To))))
		}
		if !sameNames(c.Was, c.Now) {
			lines = append(lines, "  "+say(trailPeople.With("was", namesOf(c.Was)).With("now", namesOf(c.Now))))
		}
		if c.Reason != "" {
			lines = append(lines, "  "+say(trailWhy.With("why", c.Reason)))
		}
	}
	if len(r.Changes) == 0 {
		lines = append(lines, say(trailNone))
	}
	return menu.Note(v.env, say(doTrail), lines)
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

// reads reads the month of a day, for what is asked about it.
func (v *planner) reads(day hall.Day, open func(hall.DutyMonth) tea.Cmd) tea.Cmd {
	from, to := day.Month()
	read := func(ctx context.Context, s views.Session) (hall.DutyMonth, error) {
		return s.Desk.DutyMonth(ctx, from, to)
	}
	return menu.After(v.env, read, open)
}

// tally counts for everybody, where the screen has no room for all.
func (v *planner) tally(day hall.Day) tea.Cmd {
	return v.reads(day, func(m hall.DutyMonth) tea.Cmd {
		lines := v.tallyLines(m, 60)
		if len(lines) == 0 {
			lines = []string{v.env.Say(tallyNone)}
		}
		return menu.Note(v.env, v.env.Say(monthHead.With("month", text.Month(day))), lines)
	})
}

// sheet writes a month as a sheet for the wall.
func (v *planner) sheet(day hall.Day) tea.Cmd {
	from, to := day.Month()
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		m, err := s.Desk.DutyMonth(ctx, from, to)
		if err != nil {
			return text.Message{}, err
		}
		path, err := s.Export(ctx, s.Say(text.DutyPaper.FileMonth.With("month", text.Month(from)))+".docx", func(w io.Writer) error {
			return paper.DutySheet(w, s.Settings, s.Lang, m, s.Now())
		})
		return writtenTo.With("path", path), err
	})
}

// whoseCalendar asks whose duty is written as a calendar.
func (v *planner) whoseCalendar(day hall.Day) tea.Cmd {
	return v.reads(day, func(m hall.DutyMonth) tea.Cmd {
		items := []menu.Item{{Name: icsAll, Do: func() tea.Cmd { return v.calendar(hall.DutyRef{}) }}}
		seen := map[hall.DutyRef]bool{}
		for _, k := range hall.DutyKinds() {
			for _, one := range m.Tally[k] {
				if seen[one.Who] {
					continue
				}
				seen[one.Who] = true
				name := text.Raw(one.Who.Name)
				if one.Who.Is(v.env.Actor) {
					name = text.Words(name, icsMe)
				}
				items = append(items, menu.Item{Name: name, Do: func() tea.Cmd { return v.calendar(one.Who) }})
			}
		}
		return menu.Open(v.env, v.env.Say(doICS), items)
	})
}

// exportDays is how far ahead a calendar of duty reaches.
const exportDays = 365

func (v *planner) calendar(who hall.DutyRef) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		m, err := s.Desk.DutyMonth(ctx, s.Today(), s.Today()+exportDays)
		if err != nil {
			return text.Message{}, err
		}
		name := text.DutyPaper.FileAll
		if who.Name != "" {
			name = text.DutyPaper.FileOf.With("name", who.Name)
		}
		path, err := s.Export(ctx, s.Say(name)+".ics", func(w io.Writer) error {
			return paper.DutyCalendar(w, s.Desk.Identity(), s.Settings, s.Lang, s.Say(text.Words(text.Raw(s.Settings.Name), name)), m.Days, who, s.Now())
		})
		return writtenTo.With("path", path), err
	})
}

// blank says what would fill what is empty.
func (v *planner) blank(m text.Message, w, h int) views.Frame {
	out := []string{"", ""}
	for _, l := range widget.Wrap(v.env.Say(m), min(w-6, 90)) {
		out = append(out, "   "+v.env.Styles.Muted.Render(l))
	}
	return views.NewFrame(w, h, out)
}
