package roster

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// The forms about a mediator, as their drafts are named.
const (
	doEdit     = "edit"
	doSuspend  = "suspend"
	doReturn   = "return"
	doLeave    = "leave"
	doTerm     = "term"
	doSetTerm  = "setterm"
	doFile     = "file"
	doTraining = "training"
	doPost     = "post"
	doLog      = "log"
	doQuit     = "quit"
	doMentor   = "mentor"
	doLearner  = "learner"
	doPair     = "pair"
	doTeach    = "teach"
	doEndPair  = "endpair"
)

// opOf is the operation of the course that a form is for.
func opOf(what string) hall.Op {
	switch what {
	case doEdit:
		return hall.OpChange
	case doReturn:
		return hall.OpBack
	case doLog:
		return hall.OpLogPost
	case doQuit:
		return hall.OpQuitPost
	}
	return hall.Op(what)
}

// nameOf is what a form is called.
func nameOf(what string, m hall.Mediator) text.Message {
	if what == doReturn && m.Status == hall.Left {
		return rejoin
	}
	return map[string]text.Message{
		doEdit: edit, doSuspend: suspend, doReturn: back, doLeave: leave, doTerm: addTerm, doSetTerm: setTerm, doFile: markFiled, doTraining: training,
		doPost: takePost,
		doLog:  logPost, doQuit: quitPost, doMentor: giveMentor, doLearner: giveLearner, doTeach: teach, doEndPair: endPair, doPair: pairs,
	}[what]
}

// step is an item of a menu about a mediator.
func (v *View) step(what string, f hall.MediatorFile) menu.Item {
	why := text.Short(hall.Why(hall.MediatorCourse(), f, opOf(what), v.env.Actor, v.env.Now()))
	return menu.Item{Name: nameOf(what, f.Mediator), Why: why, Do: func() tea.Cmd { return v.start(what, f) }}
}

// standingStep suspends who is active, and takes anybody else back: one place in a menu.
func standingStep(m hall.Mediator) string {
	if m.Status == hall.Active {
		return doSuspend
	}
	return doReturn
}

// peopleMenu is what can be done with a row of the roster; who keeps no roster only looks.
func (v *View) peopleMenu(r hall.RosterRow) tea.Cmd {
	look := func() tea.Cmd { return v.look(r.ID, tabOverview) }
	if !v.may().IsZero() {
		return look()
	}
	f := hall.MediatorFile{Mediator: hall.Mediator{ID: r.ID, Name: r.Name, Status: r.Status}}
	for range r.Unfiled {
		f.Mediator.Filings = append(f.Mediator.Filings, hall.Filing{Due: 1})
	}
	items := []menu.Item{{Name: open, Do: look}}
	for _, what := range []string{doEdit, standingStep(f.Mediator), doLeave, doTerm, doFile} {
		items = append(items, v.step(what, f))
	}
	return menu.Open(v.env, r.Name, items)
}

// pageMenu is what can be done on a tab of a mediator's page.
func (v *View) pageMenu(f hall.MediatorFile, tab int) tea.Cmd {
	m := f.Mediator
	if tab == tabCases {
		return v.whichCase(f)
	}
	steps := [][]string{
		tabOverview: {doEdit, standingStep(m), doLeave, doTerm, doFile}, tabHistory: {doEdit, standingStep(m), doLeave},
		tabTerms: {doTerm, doSetTerm, doFile}, tabTrainings: {doTraining}, tabPosts: {doPost, doLog, doQuit}, tabPairs: {doMentor, doLearner, doTeach, doEndPair},
	}[tab]
	var items []menu.Item
	for _, what := range steps {
		items = append(items, v.step(what, f))
	}
	return menu.Open(v.env, m.Name, items)
}

// start opens a form, after asking which of several it is about.
func (v *View) start(what string, f hall.MediatorFile) tea.Cmd {
	m := f.Mediator
	switch what {
	case doMentor, doLearner:
		return v.pickOther(what, m)
	case doLog, doQuit:
		var items []menu.Item
		for i, p := range m.Posts {
			if p.To == 0 {
				items = append(items, menu.Item{Name: postLine.With("kind", text.PostKind(p.Kind)).With("place", p.Where),
					Do: func() tea.Cmd { return v.begin(what, m, uint64(i), hall.Draft{}) }})
			}
		}
		return v.which(whichPost, items)
	case doTeach, doEndPair:
		var items []menu.Item
		for _, p := range f.OpenPairs(v.env.Today()) {
			items = append(items, menu.Item{Name: with(p, m.ID), Do: func() tea.Cmd { return v.beginPair(what, p) }})
		}
		return v.which(whichPair, items)
	}
	return v.begin(what, m, 0, hall.Draft{})
}

// which asks for one of several; the only one is meant without asking.
func (v *View) which(title text.Message, items []menu.Item) tea.Cmd {
	if len(items) == 1 {
		return items[0].Do()
	}
	return menu.Open(v.env, v.env.Say(title), items)
}

// pickOther looks for the other one of a pair.
func (v *View) pickOther(what string, m hall.Mediator) tea.Cmd {
	title := pickMentor
	if what == doLearner {
		title = pickLearner
	}
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		found, err := s.Desk.Roster(ctx, hall.RosterQuery{Text: q, Status: hall.OnlyActive, Limit: menu.Most + 1})
		var out []menu.Choice
		for _, r := range found.Rows {
			if r.ID != m.ID {
				out = append(out, menu.Choice{Label: r.Name + "  " + r.Village, Detail: s.Say(text.Stock(r.Grade)) + "  " + s.Say(text.Backgrounds(r.Backgrounds)),
					Row: hall.Mediator{ID: r.ID, Name: r.Name}})
			}
		}
		return menu.Upto(out, menu.Most), err
	}
	return menu.Pick(v.env, v.env.Say(title.With("name", m.Name)), find0, find, func(c menu.Choice) tea.Cmd {
		mentor, learner := m, c.Row.(hall.Mediator)
		if what == doMentor {
			mentor, learner = learner, mentor
		}
		return v.push(doPair, pairRule.With("mentor", mentor.Name).With("learner", learner.Name), mentor.ID, uint64(learner.ID), hall.Draft{})
	})
}

// pairMenu is what can be done with a pair in the list of all.
func (v *View) pairMenu(p hall.Pair) tea.Cmd {
	var items []menu.Item
	for _, r := range []hall.MediatorRef{p.Mentor, p.Learner} {
		items = append(items, menu.Item{Name: openOf.With("name", r.Name), Do: func() tea.Cmd { return v.look(r.ID, tabPairs) }})
	}
	for _, what := range []string{doTeach, doEndPair} {
		why := text.Short(hall.Why(hall.PairCourse(), p, hall.Op(what), v.env.Actor, v.env.Now()))
		items = append(items, menu.Item{Name: nameOf(what, hall.Mediator{}), Why: why, Do: func() tea.Cmd { return v.beginPair(what, p) }})
	}
	return menu.Open(v.env, v.env.Say(pairRule.With("mentor", p.Mentor.Name).With("learner", p.Learner.Name)), items)
}

func (v *View) beginPair(what string, p hall.Pair) tea.Cmd {
	about := pairRule.With("mentor", p.Mentor.Name).With("learner", p.Learner.Name)
	return v.push(what, formTitle.With("what", nameOf(what, hall.Mediator{})).With("name", about), p.Mentor.ID, uint64(p.ID), hall.Draft{})
}

func (v *View) whichCase(f hall.MediatorFile) tea.Cmd {
	if len(f.Cases) == 0 {
		return views.Toast(views.Warn, noCases)
	}
	var items []menu.Item
	for _, c := range f.Cases {
		it := menu.Item{Name: text.Raw(fmt.Sprint(c.Number, " ", c.Applicant, " ", c.Subject)),
			Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: c.ID}) }}
		if c.Hidden {
			it.Why = text.Err(hall.Refuse(hall.ErrClosedCase))
		}
		items = append(items, it)
	}
	return menu.Open(v.env, v.env.Say(whichCase), items)
}
