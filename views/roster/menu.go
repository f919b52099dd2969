package roster

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done on the roster.
const (
	doOpen     = "open"
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
	doCase     = "case"
	doFilter   = "filter"
	doAdd      = "add"
	doExport   = "export"
)

type (
	// chosen is a thing to do, with whom, and which of several.
	chosen struct {
		what string
		id   hall.MediatorID
		n    uint64
	}
	openOne struct {
		id  hall.MediatorID
		tab int
	}
	pickedOther struct {
		what  string // doMentor: the other one teaches; doLearner: is taught
		id    hall.MediatorID
		other hall.MediatorID
	}
	exportAs struct{ what string }
	started  chosen // of several, which one is known now
	caseful  struct{ id hall.CaseID }
)

// menuMessage takes the answers of menus and pickers; false for others.
func (v *View) menuMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case chosen:
		return v.run(m), true
	case started:
		return v.ask(m.what, m.id, m.n), true
	case caseful:
		return views.Go(views.Route{Screen: views.CaseFile, Case: m.id}), true
	case openOne:
		v.tab = tabList
		return v.open(m.id, m.tab), true
	case filter:
		return v.filtered(m), true
	case pickedOther:
		if m.what == doMentor {
			return v.ask(doPair, m.other, uint64(m.id)), true
		}
		return v.ask(doPair, m.id, uint64(m.other)), true
	case exportAs:
		return v.export(m.what), true
	}
	return nil, false
}

// listMenu is what can be done with the one under the cursor, and with the roster.
func (v *View) listMenu() tea.Cmd {
	r, say, t := v.selected(), v.env.Say, text.Roster
	who, id := hall.Mediator{}, hall.MediatorID(0)
	title := say(t.Title)
	if r != nil {
		who, id, title = hall.Mediator{ID: r.ID, Name: r.Name, Status: r.Status}, r.ID, r.Name
		for range r.Unfiled {
			who.Filings = append(who.Filings, hall.Filing{Due: 1})
		}
	}
	var items []widget.MenuItem
	for _, what := range []string{doOpen, doEdit, v.statusStep(who), doLeave, doTerm, doFile, doFilter, doAdd, doExport} {
		items = append(items, v.item(what, hall.MediatorFile{Mediator: who}))
	}
	return views.Open(dialog.Menu(v.env, title, items, func(what string) tea.Msg { return chosen{what, id, 0} }))
}

// statusStep is what his standing can be changed to beside leaving.
func (v *View) statusStep(m hall.Mediator) string {
	if m.Status == hall.Active {
		return doSuspend
	}
	return doReturn
}

func (v *View) item(what string, f hall.MediatorFile) widget.MenuItem {
	return widget.MenuItem{ID: what, Label: v.env.Say(stepName(what, f.Mediator)), Reason: v.env.Say(v.why(what, f))}
}

// stepName is what a thing to do is called.
func stepName(what string, m hall.Mediator) text.Message {
	t := text.Roster
	if what == doReturn && m.Status == hall.Left {
		return t.Rejoin
	}
	return map[string]text.Message{
		doOpen: t.Open, doEdit: t.Edit, doSuspend: t.Suspend, doReturn: t.Return, doLeave: t.Leave, doTerm: t.Term, doSetTerm: t.SetTerm, doFile: t.File, doTraining: t.Training,
		doPost: t.TakePost, doLog: t.LogPost, doQuit: t.QuitPost, doMentor: t.PairMentor, doLearner: t.PairLearner, doTeach: t.Teach, doEndPair: t.EndPair, doCase: t.OpenCase,
		doFilter: t.Filter, doAdd: t.Add, doExport: t.Export, doPair: t.Pairs,
	}[what]
}

// why is why something cannot be done with somebody now; empty when it can.
func (v *View) why(what string, f hall.MediatorFile) text.Message {
	switch what {
	case doFilter:
		return text.Message{}
	case doExport:
		return v.noExport()
	case doAdd:
		return v.may()
	}
	if f.Mediator.ID == 0 {
		return text.Roster.NobodyHere
	}
	switch what {
	case doOpen:
		return text.Message{}
	case doCase:
		if len(f.Cases) == 0 {
			return text.Roster.NoCases
		}
		return text.Message{}
	}
	return text.Short(hall.Why(hall.MediatorCourse(), f, opOf(what), v.env.Actor, v.env.Now()))
}

// opOf is the operation that a thing to do stands for; drafts are kept under its own name.
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

// pageMenu is what can be done on the tab that is shown.
func (v *View) pageMenu() tea.Cmd {
	if v.page.file == nil {
		return nil
	}
	f := v.page.file
	m := f.Mediator
	steps := [pageTabs][]string{
		pageOverview: {doEdit, v.statusStep(m), doLeave, doTerm, doFile}, pageHistory: {doEdit, v.statusStep(m), doLeave},
		pageTerms: {doTerm, doSetTerm, doFile}, pageTrainings: {doTraining}, pagePosts: {doPost, doLog, doQuit}, pagePairs: {doMentor, doLearner, doTeach, doEndPair}, pageCases: {doCase},
	}[v.page.tab]
	var items []widget.MenuItem
	for _, what := range steps {
		items = append(items, v.item(what, *f))
	}
	return views.Open(dialog.Menu(v.env, m.Name, items, func(what string) tea.Msg { return chosen{what, m.ID, 0} }))
}

// run does what was chosen; which of several may be asked first.
func (v *View) run(m chosen) tea.Cmd {
	switch m.what {
	case doOpen:
		return v.open(m.id, 0)
	case doFilter:
		return v.filterMenu()
	case doAdd:
		return v.ask(doEdit, 0, 0)
	case doExport:
		return v.exportMenu()
	case doMentor, doLearner:
		return v.pickOther(m)
	case doLog, doQuit:
		return v.whichPost(m)
	case doTeach, doEndPair:
		return v.whichPair(m)
	case doCase:
		return v.whichCase(m)
	}
	return v.ask(m.what, m.id, m.n)
}

// pickOther finds whom somebody is paired with.
func (v *View) pickOther(m chosen) tea.Cmd {
	desk, say, name := v.env.Desk, v.env.Say, v.page.file.Mediator.Name
	title := text.Roster.PickMentor
	if m.what == doLearner {
		title = text.Roster.PickLearner
	}
	find := func(c ctx, q string) ([]dialog.Choice, error) {
		found, err := desk.Roster(c, hall.RosterQuery{Text: q, Status: hall.OnlyActive, Limit: 30})
		var out []dialog.Choice
		for _, r := range found.Rows {
			if r.ID != m.id {
				out = append(out, dialog.Choice{ID: fmt.Sprint(r.ID), Label: r.Name + "  " + r.Village, Detail: r.Grade + "  " + say(text.Backgrounds(r.Backgrounds)), Row: r.ID})
			}
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(title.With("name", name)), find, func(c dialog.Choice) tea.Msg {
		id, _ := c.Row.(hall.MediatorID)
		return pickedOther{m.what, m.id, id}
	}))
}

// which asks which of several is meant; a single one is.
func (v *View) which(m chosen, title text.Message, items []widget.MenuItem) tea.Cmd {
	next := func(id string) chosen {
		n, _ := strconv.ParseUint(id, 10, 64)
		return chosen{m.what, m.id, n}
	}
	switch len(items) {
	case 0:
		return nil
	case 1:
		c := next(items[0].ID)
		return v.ask(c.what, c.id, c.n)
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(title), items, func(id string) tea.Msg { return started(next(id)) }))
}

func (v *View) whichPost(m chosen) tea.Cmd {
	var items []widget.MenuItem
	for i, p := range v.page.file.Mediator.Posts {
		if p.To == 0 {
			items = append(items, widget.MenuItem{ID: fmt.Sprint(i), Label: v.env.Say(text.RosterPage.PostLine.With("kind", text.PostKind(p.Kind)).With("place", p.Where))})
		}
	}
	return v.which(m, text.Roster.WhichPost, items)
}

func (v *View) whichPair(m chosen) tea.Cmd {
	if m.n != 0 { // chosen in the list of pairs
		return v.ask(m.what, m.id, m.n)
	}
	var items []widget.MenuItem
	for _, p := range v.page.file.OpenPairs(v.env.Today()) {
		items = append(items, widget.MenuItem{ID: fmt.Sprint(p.ID), Label: v.with(p)})
	}
	return v.which(m, text.Roster.WhichPair, items)
}

func (v *View) whichCase(chosen) tea.Cmd {
	var items []widget.MenuItem
	for _, c := range v.page.file.Cases {
		reason := ""
		if c.Hidden {
			reason = v.env.Say(text.Err(hall.Refuse(hall.ErrClosedCase)))
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint(c.ID), Label: fmt.Sprint(c.Number, " ", c.Applicant, " ", c.Subject), Reason: reason})
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.Roster.WhichCase), items, func(id string) tea.Msg {
		n, _ := strconv.ParseUint(id, 10, 64)
		return caseful{hall.CaseID(n)}
	}))
}
