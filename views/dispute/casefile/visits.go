package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// The page of the four diagnoses: what took place about the case, in order of time, and the
// tasks that follow from joint consultations. Each is opened where it is kept.

// beginsAt is when a consultation takes, or took, place: as planned, or as somebody came.
func beginsAt(c hall.Consultation) (hall.Day, int) {
	switch {
	case c.Timed() && !c.Here():
		return c.Slot.Day, c.Slot.From
	case !c.Started.IsZero():
		return hall.DayOf(c.Started), c.Started.Hour()*60 + c.Started.Minute()
	case !c.Arrived.IsZero():
		return c.Day, c.Arrived.Hour()*60 + c.Arrived.Minute()
	}
	return c.Day, 0
}

// byTime are the consultations in the order in which they take place.
func byTime(all []hall.Consultation) []hall.Consultation {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b hall.Consultation) int {
		da, ma := beginsAt(a)
		db, mb := beginsAt(b)
		return cmp.Or(cmp.Compare(da, db), cmp.Compare(ma, mb), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func visitKey(id hall.ConsultationID) string { return fmt.Sprint("v", id) }
func taskKey(id hall.TaskID) string          { return fmt.Sprint("t", id) }

// listVisits fills the page once the case is read; the cursor begins on the latest.
func (v *View) listVisits(first bool) {
	t, say := text.CaseVisits, v.env.Say
	visits := widget.Group{Head: say(t.Visits.With("n", len(v.file.Consultations))), None: say(t.None)}
	for _, c := range byTime(v.file.Consultations) {
		visits.Keys = append(visits.Keys, visitKey(c.ID))
		visits.Rows = append(visits.Rows, []string{v.when(c), say(text.Kind(c.Kind)), say(text.VisitState(hall.VisitRowOf(c))), v.gist(c)})
		tone := widget.Normal
		if c.State == hall.GoneAway || c.State == hall.NoShow {
			tone = widget.Muted
		}
		visits.Tone = append(visits.Tone, tone)
	}
	groups := []widget.Group{visits}
	open, made := v.tasks(false), v.tasks(true)
	if n := len(open.Keys); n > 0 { // what is still to be done is seen first
		open.Head = say(t.Tasks.With("n", n))
		groups = append([]widget.Group{open}, groups...)
	}
	if n := len(made.Keys); n > 0 {
		made.Head = say(t.TasksDone.With("n", n))
		groups = append(groups, made)
	}
	v.visits.SetGroups(groups)
	if n := len(visits.Keys); first && n > 0 {
		v.visits.Select(visits.Keys[n-1])
	}
}

// tasks are the rows of those that are done, or that are not.
func (v *View) tasks(done bool) widget.Group {
	var out widget.Group
	st, say := v.env.Styles, v.env.Say
	for _, k := range v.file.Tasks {
		if done != (k.Done != 0) {
			continue
		}
		mark, tone, state := st.Marks.Open, widget.Normal, say(text.Left(k.Due, v.env.Today()))
		switch {
		case done:
			mark, tone, state = st.Marks.Done, widget.Muted, k.Result
		case k.Due < v.env.Today():
			tone = widget.Danger
		}
		out.Keys = append(out.Keys, taskKey(k.ID))
		out.Rows = append(out.Rows, []string{mark + " " + say(text.ShortDay(k.Due)), state, k.Who, k.What})
		out.Tone = append(out.Tone, tone)
	}
	return out
}

// when is a consultation's day with its time.
func (v *View) when(c hall.Consultation) string {
	day, minute := beginsAt(c)
	if minute == 0 {
		return v.env.Say(text.ShortDay(day))
	}
	return v.env.Say(text.ShortDay(day)) + " " + text.Minutes(minute)
}

// gist is what a consultation came to, or where it takes place, in a few words.
func (v *View) gist(c hall.Consultation) string {
	say := v.env.Say
	switch {
	case c.State == hall.GoneAway:
		return c.Reason
	case c.Session != nil:
		return strings.TrimSpace(say(text.Result(c.Session.Result)) + "  " + c.Session.Outcome)
	case c.Joint != nil && c.State == hall.Ended:
		return c.Joint.Line
	case c.Kind == hall.Joint && c.State == hall.Proposed:
		return c.Reason
	case c.Visit != nil && c.State == hall.Ended:
		return say(text.Performance(c.Visit.Performance)) + "  " + say(text.Relapse(c.Visit.Relapse))
	case c.Visit != nil:
		return say(text.FollowWay(c.Visit.Way)) + "  " + say(text.FollowCause(c.Visit.Why))
	case c.End.Outcome != hall.OutcomeNone:
		return strings.TrimSpace(say(text.Outcome(c.End.Outcome)) + "  " + c.End.Advice)
	case c.Mode != hall.InRoom:
		return say(text.Mode(c.Mode)) + "  " + c.Place
	}
	return strings.TrimSpace(c.Room + "  " + names(c.Mediators))
}

func names(ms []hall.MediatorRef) string {
	var out []string
	for _, m := range ms {
		out = append(out, m.Name)
	}
	return strings.Join(out, " ")
}

// visit is the consultation under the cursor; nil when there is none, or a task.
func (v *View) visit() *hall.Consultation {
	at := v.visits.Key()
	for i, c := range v.file.Consultations {
		if visitKey(c.ID) == at {
			return &v.file.Consultations[i]
		}
	}
	return nil
}

// task is the task under the cursor.
func (v *View) task() *hall.Task {
	at := v.visits.Key()
	for i, k := range v.file.Tasks {
		if taskKey(k.ID) == at {
			return &v.file.Tasks[i]
		}
	}
	return nil
}

// visitMenu offers what can be done with the one under the cursor, and what can be planned.
func (v *View) visitMenu() tea.Cmd {
	t, say := text.CaseVisits, v.env.Say
	what, noRow := "", t.NoRow
	if c := v.visit(); c != nil {
		what, noRow = v.when(*c)+" "+say(text.Kind(c.Kind)), text.Message{}
	} else if k := v.task(); k != nil {
		what, noRow = k.What, text.Message{}
	}
	why := func(op hall.Op) text.Message {
		return text.Short(hall.Why(hall.PlanCourse(), v.file, op, v.env.Actor, v.env.Now()))
	}
	record := text.Message{}
	if c := v.visit(); c == nil || c.Session == nil {
		record = t.NoRecord
	}
	id := v.file.Case.ID
	lead := func(to views.Screen) func() tea.Cmd {
		return func() tea.Cmd { return views.Go(views.Route{Screen: to, Case: id}) }
	}
	return menu.Open(v.env, say(t.Menu), []menu.Item{
		{Name: t.Open.With("what", what), Why: noRow, Do: v.openVisit},
		{Name: t.Read, Why: record, Do: v.readVisit},
		{Name: t.Book, Why: why(hall.OpBook), Do: lead(views.Appointments)},
		{Name: t.Joint, Why: why(hall.OpPropose), Do: lead(views.Joint)},
		{Name: t.Follow, Why: why(hall.OpPlan), Do: lead(views.FollowUp)},
		{Name: t.Course, Do: v.menu},
	})
}

// openVisit goes to where the one under the cursor is kept.
func (v *View) openVisit() tea.Cmd {
	if k := v.task(); k != nil {
		return views.Go(views.Route{Screen: views.Joint, Consultation: k.Consultation, Task: k.ID})
	}
	c := v.visit()
	if c == nil {
		return nil
	}
	to := views.Route{Screen: map[hall.Kind]views.Screen{hall.Appointment: views.Appointments, hall.Joint: views.Joint, hall.FollowUp: views.FollowUp}[c.Kind],
		Consultation: c.ID}
	if to.Screen == "" && !c.State.Over() {
		to.Screen = views.WalkIn
	}
	if to.Screen == "" {
		return v.readVisit()
	}
	return views.Go(to)
}

// readVisit shows all that is written of the one under the cursor.
func (v *View) readVisit() tea.Cmd {
	c := v.visit()
	if c == nil {
		return nil
	}
	l := &lines{v: v, w: 64}
	v.aboutVisit(l, *c)
	return menu.Note(v.env, v.when(*c)+"  "+v.env.Say(text.Kind(c.Kind)), l.out)
}
