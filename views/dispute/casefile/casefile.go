// Package casefile is one case (案件): what it is about, who is in it, what was said, what was
// agreed, what was done; and all that can be done with it now, from the course of a case.
package casefile

import (
	"context"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// The tabs.
const (
	tabOverview = iota
	tabParties
	tabVisits
	tabAgreement
	tabJournal
)

// View is the screen: pages about the case, and among them the list of the four diagnoses.
type View struct {
	views.View // the page, or the list
	env        *views.Env
	page       *page.View[hall.CaseFile]
	visits     *list.View[event]
}

// reading reads the case.
type reading func(context.Context, views.Session) (hall.CaseFile, error)

// New makes the screen; a route may lead to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	return open(env, opening(r.Case), r.Draft)
}

// opening reads a case: the first reading is an opening, and is recorded.
func opening(id hall.CaseID) reading {
	var opened atomic.Bool // commands may run side by side
	return func(ctx context.Context, s views.Session) (hall.CaseFile, error) {
		if opened.Load() {
			return s.Desk.Case(ctx, id)
		}
		f, err := s.Desk.OpenCase(ctx, id)
		opened.Store(err == nil)
		return f, err
	}
}

func open(env *views.Env, read reading, draft hall.DraftID) *View {
	v := &View{env: env}
	v.page = page.Show(env, page.Of[hall.CaseFile]{
		Title: title, Read: read, Enter: doIt,
		Begin: func(f hall.CaseFile) tea.Cmd { return form.Resume(env, draft, doing{env: env, file: f}.resume) },
		Tabs: []page.Tab[hall.CaseFile]{
			{Name: tabOfCase, Show: aboutCase}, {Name: text.Consult.Parties, Show: aboutParties},
			{Name: tabOfVisits, Turn: func() tea.Cmd { return v.turn(tabVisits) }},
			{Name: tabOfAgreement, Show: aboutAgreement}, {Name: tabOfJournal, Show: aboutJournal},
		},
		Open: func(f hall.CaseFile) tea.Cmd { return doing{env: env, file: f}.enter(v.page.Tab()) },
		Keys: v.keys,
		Hint: func(f hall.CaseFile) text.Message { return doing{env: env, file: f}.hint() },
	})
	v.visits = v.visitList(read)
	v.View = v.page
	return v
}

func title(f hall.CaseFile) text.Message {
	switch {
	case f.Case.ID == 0: // not read yet
		return titleBlank
	case f.Case.Number == "":
		return titleOf.With("no", noNumber)
	}
	return titleOf.With("no", f.Case.Number)
}

// turn shows a tab.
func (v *View) turn(tab int) tea.Cmd {
	if tab == tabVisits {
		v.View = v.visits
		return v.visits.Load()
	}
	v.View = v.page
	return tea.Batch(v.page.Turn(tab), v.page.Load())
}

// Title implements views.Titled.
func (v *View) Title() text.Message { return v.page.Title() }

// Hint implements views.Hinter.
func (v *View) Hint() text.Message { return views.HintOf(v.View) }

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch key := k.Keystroke(); {
		case v.View != v.visits:
		case key == "left":
			return v.turn(tabVisits - 1)
		case key == "right":
			return v.turn(tabVisits + 1)
		}
		return v.View.Update(msg)
	}
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	var offer tea.Cmd
	if m, ok := msg.(form.Saved[taking]); ok {
		offer = v.offer(m.Value)
	}
	return tea.Batch(v.page.Update(msg), v.visits.Update(msg), offer) // each knows its own answers
}

// file is the case as the front shows it.
func (v *View) file() hall.CaseFile {
	if f, ok := v.visits.Whole().(hall.CaseFile); ok && v.View == v.visits {
		return f
	}
	f, _ := v.page.Read()
	return f
}

// keys are those of every tab.
func (v *View) keys(f hall.CaseFile, read bool) []views.Action {
	d := doing{env: v.env, file: f}
	why := func() text.Message {
		if !read {
			return notRead
		}
		return d.noRelapse()
	}
	come := d.coming()
	return []views.Action{
		{Key: views.Key("Ctrl-K", "ctrl+k"), Name: comesKey, Run: come.Do, Blocked: func() text.Message { return come.Why }},
		{Key: views.Key("Ctrl-R", "ctrl+r"), Name: relapseNew, Run: d.relapse, Blocked: why, Hidden: !why().IsZero()},
	}
}
