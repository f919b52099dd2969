package followup

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done with a follow-up, in the menu's order: every step keeps its number.
const (
	doRecord = "record"
	doMove   = "move"
	doCancel = "cancel"
	doCase   = "case"
	doRead   = "read"
	doReopen = "reopen"
	doLinked = "linked"
	doPlan   = "plan" // of a case: not in the menu of one that there is
)

type chosen struct{ what string }

// next is what comes next, in one line.
func (v *View) next() text.Message {
	c, t := v.file.Consultation, text.FollowUps
	switch {
	case c.State == hall.GoneAway:
		return t.NextGone
	case v.back():
		return t.NextBack
	case c.State == hall.Ended:
		return t.NextDone
	case c.Day <= v.env.Today():
		return t.NextRecord
	}
	return t.NextWait.With("day", text.ShortDay(c.Day)).With("left", text.Left(c.Day, v.env.Today()))
}

// back reports whether the quarrel came back and nothing was done about it yet.
func (v *View) back() bool {
	c := v.file.Consultation
	return c.State == hall.Ended && c.Visit.Relapse == hall.RelapseBack && c.Visit.Again == 0
}

// why says why a step cannot be taken now; empty when it can.
func (v *View) why(step string) text.Message {
	if step == doCase || step == doRead {
		return text.Message{}
	}
	return whyNot(v.env, *v.file, step)
}

// menu lists the steps; the cursor stands on the next one.
func (v *View) menu() tea.Cmd {
	if v.file == nil {
		v.soon = true // it is being read
		return nil
	}
	say, t := v.env.Say, text.FollowUps
	var items []widget.MenuItem
	for _, s := range []struct {
		what string
		say  text.Message
	}{{doRecord, t.DoRecord}, {doMove, t.DoMove}, {doCancel, t.DoCancel}, {doCase, t.DoCase}, {doRead, t.DoRead}, {doReopen, t.DoReopen}, {doLinked, t.DoLinked}} {
		if s.what == doRead && v.id != 0 {
			continue
		}
		items = append(items, widget.MenuItem{ID: s.what, Label: say(s.say), Reason: say(v.why(s.what))})
	}
	at := doRecord
	switch c := v.file.Consultation; {
	case v.back():
		at = doReopen
	case c.State.Over() && v.id == 0:
		at = doRead
	case c.State.Over():
		at = doCase
	}
	title := t.MenuTitle.With("who", v.whom(hall.VisitRowOf(v.file.Consultation)))
	return views.Open(dialog.MenuAt(v.env, say(title), items, at, func(id string) tea.Msg { return chosen{id} }))
}

// run takes the step that was chosen.
func (v *View) run(what string) tea.Cmd {
	if v.file == nil {
		return nil
	}
	if why := v.why(what); !why.IsZero() { // another desk was quicker
		return views.Toast(views.Warn, why)
	}
	c := v.file.Consultation
	switch what {
	case doRecord, doMove:
		return v.begin(what, c.Case, c.ID)
	case doCancel:
		return v.askCancel()
	case doCase:
		return views.Go(views.Route{Screen: views.CaseFile, Case: c.Case})
	case doRead:
		v.id, v.top = c.ID, 0
	case doReopen:
		return v.askReopen(*v.file)
	case doLinked:
		return views.Go(views.Route{Screen: views.Intake, Case: c.Case})
	}
	return nil
}
