package followup

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What is done about a quarrel that came back: the case is taken up again, or a new one is
// registered and linked with it, or somebody looks again next time. The store writes with
// the follow-up which case deals with it.

type (
	dealWith struct {
		what string
		file hall.JointFile
	}
	reopen struct {
		file hall.JointFile
		why  string
	}
)

const leaveIt = "leave"

// relapseMessage takes the messages about a relapse; false for others.
func (v *View) relapseMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case dealWith:
		switch m.what {
		case doReopen:
			return v.askReopen(m.file), true
		case doLinked:
			return views.Go(views.Route{Screen: views.Intake, Case: m.file.Case.ID}), true
		}
		return views.Toast(views.Done, text.FollowForm.BackLeft), true
	case reopen:
		return v.reopen(m), true
	}
	return nil, false
}

// whyNot is why a step cannot be taken with a follow-up, or with the relapse it found.
func whyNot(env *views.Env, f hall.JointFile, step string) text.Message {
	return text.WhyNot(hall.ActReopen, hall.Why(hall.FollowUpCourse(), f, hall.Op(step), env.Actor, env.Now()))
}

// askBack asks what is done about a relapse that was just recorded.
func (v *View) askBack(f hall.JointFile) tea.Cmd {
	t, say := text.FollowForm, v.env.Say
	items := []widget.MenuItem{
		{ID: doReopen, Label: say(t.BackReopen), Reason: say(whyNot(v.env, f, doReopen))},
		{ID: doLinked, Label: say(t.BackLinked), Reason: say(whyNot(v.env, f, doLinked))},
		{ID: leaveIt, Label: say(t.BackLeave)},
	}
	return views.Open(dialog.Menu(v.env, say(t.BackTitle), items, func(id string) tea.Msg { return dealWith{id, f} }))
}

// askReopen asks for the reason; what was found stands there already.
func (v *View) askReopen(f hall.JointFile) tea.Cmd {
	t, say := text.FollowForm, v.env.Say
	form := v.form(reopening(f), widget.Item{ID: "reason", Label: say(t.ReopenWhy), Kind: widget.Notes, Rows: 3, Max: 500, Required: true, Value: f.Consultation.Visit.Findings})
	return views.Open(dialog.Ask(v.env.Styles, say(t.ReopenTitle.With("no", name(f))), say(t.ReopenHint), form, func(vs map[string]string) tea.Msg {
		return reopen{f, strings.TrimSpace(vs["reason"])}
	}))
}

func reopening(f hall.JointFile) string { return "reopen " + keyOf(f.Consultation.ID) }

func (v *View) reopen(m reopen) tea.Cmd {
	desk, c := v.env.Desk, m.file.Case
	return func() tea.Msg {
		_, err := desk.Step(context.Background(), c.ID, c.Rev, 0, hall.Step{Action: hall.ActReopen, Reason: m.why})
		return done{say: text.FollowForm.Reopened, err: err, form: reopening(m.file), goTo: views.Route{Screen: views.CaseFile, Case: c.ID}}
	}
}
