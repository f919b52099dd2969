package joint

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done with a joint consultation, in the menu's order: every step keeps its number.
const (
	doConsents = "consents"
	doInvite   = "invite"
	doAgenda   = "agenda"
	doTimes    = "times"
	doAnswer   = "answer"
	doRecord   = "record"
	doCancel   = "cancel"
	doCase     = "case"
	doTask     = "task"
)

type chosen struct{ what string }

// next is the step that comes next, and the line that says so.
func (v *View) next() (string, text.Message) {
	c, t := v.file.Consultation, text.Joint
	j := c.Joint
	switch c.State {
	case hall.Ended:
		if n := len(v.openTasks()); n > 0 {
			return doTask, t.NextTask.With("n", n)
		}
		return doCase, t.NextDone
	case hall.Waiting:
		open := hall.VisitRowOf(c).Unanswered
		switch {
		case v.begun():
			return doRecord, t.NextRecord
		case j.Agenda == "":
			return doAgenda, t.NextAgenda
		case len(open) > 0:
			return doAnswer, t.NextAnswer.With("names", text.Names(open))
		}
		return doCase, t.NextWait.With("day", text.ShortDay(c.Slot.Day)).With("time", text.Minutes(c.Slot.From)).With("room", c.Room)
	case hall.Proposed:
		return v.nextBefore(j)
	}
	return doCase, t.NextCancelled
}

// nextBefore is the next step until it is called together.
func (v *View) nextBefore(j *hall.Discussion) (string, text.Message) {
	t := text.Joint
	var asked []string
	for _, c := range hall.ConsentsOf(v.file.Case, j.Consents) {
		if c.Day == 0 {
			asked = append(asked, c.Name)
		}
	}
	switch {
	case len(asked) > 0 && len(j.Invited) == 0:
		return doConsents, t.NextConsents.With("names", text.Names(asked))
	case j.Convener.Name == "":
		return doInvite, t.NextConvener
	case len(j.Invited) == 0:
		return doInvite, t.NextInvite
	case j.Agenda == "":
		return doAgenda, t.NextAgenda
	}
	return doTimes, t.NextTimes
}

func (v *View) openTasks() []hall.Task {
	var out []hall.Task
	for _, k := range v.file.Tasks {
		if k.Done == 0 {
			out = append(out, k)
		}
	}
	return out
}

// why says why a step cannot be taken now; empty when it can.
func (v *View) why(step string) text.Message {
	if step == doCase {
		return text.Message{}
	}
	return text.Short(hall.Why(hall.JointCourse(), *v.file, hall.Op(step), v.env.Actor, v.env.Now()))
}

// menu lists the steps; the cursor stands on the next one.
func (v *View) menu() tea.Cmd {
	if v.file == nil {
		return nil
	}
	say, t := v.env.Say, text.Joint
	find := t.DoTimes
	if v.file.Consultation.State == hall.Waiting {
		find = t.DoMove
	}
	var items []widget.MenuItem
	for _, s := range []struct {
		what string
		say  text.Message
	}{
		{doConsents, t.DoConsents}, {doInvite, t.DoInvite}, {doAgenda, t.DoAgenda}, {doTimes, find}, {doAnswer, t.DoAnswer}, {doRecord, t.DoRecord},
		{doCancel, t.DoCancel}, {doCase, t.DoCase}, {doTask, t.DoTask},
	} {
		items = append(items, widget.MenuItem{ID: s.what, Label: say(s.say), Reason: say(v.why(s.what))})
	}
	next, _ := v.next()
	return views.Open(dialog.MenuAt(v.env, say(t.MenuTitle.With("who", v.name())), items, next, func(id string) tea.Msg { return chosen{id} }))
}

// run takes the step that was chosen; what it is chosen of may be a second menu.
func (v *View) run(what string) tea.Cmd {
	if v.file == nil {
		return nil
	}
	if why := v.why(what); !why.IsZero() { // another desk was quicker
		return views.Toast(views.Warn, why)
	}
	switch what {
	case doConsents, doRecord:
		return v.begin(what)
	case doInvite:
		v.people = newPeople(v.env)
		v.fillPeople()
	case doAgenda:
		return v.begin(what)
	case doTimes:
		return v.findTimes()
	case doAnswer:
		return v.whoAnswers()
	case doCancel:
		return v.askCancel()
	case doCase:
		return views.Go(views.Route{Screen: views.CaseFile, Case: v.file.Case.ID})
	case doTask:
		return v.whichTask()
	}
	return nil
}

// whichTask asks which task is done, where there are several.
func (v *View) whichTask() tea.Cmd {
	open := v.openTasks()
	if len(open) == 1 {
		return v.askTask(open[0].ID)
	}
	var items []widget.MenuItem
	for _, k := range open {
		items = append(items, widget.MenuItem{ID: strconv.FormatUint(uint64(k.ID), 10), Label: v.env.Say(text.Joint.TaskOpen.With("what", k.What).With("who", k.Who).With("day", text.ShortDay(k.Due)))})
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.JointForm.WhichTask), items, func(id string) tea.Msg {
		n, _ := strconv.ParseUint(id, 10, 64)
		return taskful{hall.TaskID(n)}
	}))
}
