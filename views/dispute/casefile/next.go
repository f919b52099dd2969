package casefile

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// course says which step is sensible next, and when. The first row that fits counts: danger
// before anything else, then the course of a case.
func course() []struct {
	action hall.Action
	fits   func(hall.Case, hall.Day) bool
} {
	in := func(states ...hall.State) func(hall.Case, hall.Day) bool {
		return func(c hall.Case, _ hall.Day) bool { return slices.Contains(states, c.State) }
	}
	after := func(r hall.SessionResult) func(hall.Case, hall.Day) bool {
		return func(c hall.Case, _ hall.Day) bool {
			return c.State == hall.Mediating && c.Sessions > 0 && c.LastResult == r
		}
	}
	return []struct {
		action hall.Action
		fits   func(hall.Case, hall.Day) bool
	}{
		{hall.ActReport, func(c hall.Case, _ hall.Day) bool {
			return c.RiskLevel() >= hall.LevelOrange && len(c.ToReport()) > 0
		}},
		{hall.ActAccept, in(hall.Registered)},
		{hall.ActAssign, func(c hall.Case, today hall.Day) bool {
			return len(c.Mediators()) == 0 && in(hall.Accepted, hall.Mediating, hall.Paused)(c, today)
		}},
		{hall.ActResume, in(hall.Paused)},
		{hall.ActAgree, after(hall.ResultSettled)},
		{hall.ActFail, after(hall.ResultFailed)},
		{hall.ActSession, in(hall.Accepted, hall.Mediating)},
		{hall.ActSign, in(hall.Agreed)},
		{hall.ActConfirm, func(c hall.Case, today hall.Day) bool {
			a := c.Agreement()
			return a != nil && a.WantsConfirm && c.Confirm() == nil && a.LastConfirm >= today && in(hall.Performing, hall.Performed)(c, today)
		}},
		{hall.ActCourt, func(c hall.Case, today hall.Day) bool {
			p := c.Confirm()
			return p != nil && p.AnswerBy != 0 && p.AnswerBy <= today && in(hall.Performing, hall.Performed, hall.Unperformed)(c, today)
		}},
		{hall.ActPerform, in(hall.Performing)},
		{hall.ActTransferTaken, func(c hall.Case, _ hall.Day) bool { return c.AwaitsAnswer() }},
		{hall.ActFile, in(hall.Refused, hall.Performed, hall.Unperformed, hall.Terminated, hall.Withdrawn, hall.Transferred)},
	}
}

// nextStep is the next sensible step of a case; false when nothing is left to do.
func nextStep(c hall.Case, today hall.Day) (hall.Action, bool) {
	for _, row := range course() {
		if row.fits(c, today) {
			return row.action, true
		}
	}
	return 0, false
}

// doing is what can be done with a case as it was read.
type doing struct {
	env  *views.Env
	file hall.CaseFile // looked at for the agreement that is chosen
	no   int           // which agreement; 0: the one that counts now
}

// over is the same for one of the case's agreements.
func (v doing) over(no int) doing {
	v.file.Case = v.file.Case.Over(no)
	v.no = no
	return v
}

// why is why a step cannot be taken now: what must come first. Empty when it can.
func (v doing) why(a hall.Action) text.Message {
	return text.Short(hall.Why(hall.CaseCourse(), v.file.Case, a, v.env.Actor, v.env.Now()))
}

// relapse registers what came back after a settlement.
func (v doing) relapse() tea.Cmd {
	return views.Go(views.Route{Screen: views.Intake, Case: v.file.Case.ID})
}

// noRelapse is why a relapse cannot be registered: an open case is gone on with.
func (v doing) noRelapse() text.Message {
	return text.Short(hall.Why(hall.PlanCourse(), v.file, hall.OpRelapse, v.env.Actor, v.env.Now()))
}

// hint is the next sensible step, or why this person cannot take it.
func (v doing) hint() text.Message {
	a, ok := nextStep(v.file.Case, v.env.Today())
	if !ok {
		return hintFiled
	}
	if why := v.why(a); !why.IsZero() {
		return hintBlocked.With("what", text.Action(a).Inside()).With("why", why)
	}
	return hintNext.With("what", text.Action(a).Inside())
}

// menu lists every action of the course, each with its number in every state and with the reason
// of what cannot be done now. The cursor stands on the next sensible step.
func (v doing) menu() tea.Cmd {
	next, _ := nextStep(v.file.Case, v.env.Today())
	var items []menu.Item
	for _, a := range append(hall.Actions(), hall.TalksActions()...) {
		items = append(items, menu.Item{Name: text.Action(a), Why: v.why(a), Next: a == next, Do: func() tea.Cmd { return v.begin(a) }})
	}
	items = append(items, menu.Item{Name: relapseNew.Upfront(), Why: v.noRelapse(), Do: v.relapse})
	items = append(append(items, v.corrections()...), v.coming(), menu.Item{Name: agreementMenu, Why: v.noDeal(), Do: v.deals}, v.replies())
	items = append(items, v.completing())
	return menu.Open(v.env, v.env.Say(menuTitle), items)
}
