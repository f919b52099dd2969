package roster

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
)

// Found is what reading the list comes to.
func Found(rows []hall.RosterRow, more bool) tea.Msg {
	return found{page: hall.RosterPage{Rows: rows, More: more}}
}

// Other is what reading one of the lists beside it comes to.
func Other(posts []hall.PostRow, pairs []hall.Pair, due []hall.Reminder) []tea.Msg {
	return []tea.Msg{otherRead{tab: tabPosts, posts: posts}, otherRead{tab: tabPairs, pairs: pairs}, otherRead{tab: tabDue, due: due}}
}

// Tab shows one of the lists.
func Tab(v views.View, tab int) { v.(*View).tab = tab }

// Page shows a mediator's page.
func Page(v views.View, f hall.MediatorFile, tab int) {
	x := v.(*View)
	x.id, x.page = f.Mediator.ID, page{tab: tab, file: &f}
}

// Asked opens a form about somebody.
func Asked(v views.View, what string, f hall.MediatorFile, pair hall.Pair) {
	x := v.(*View)
	x.fill = nil
	x.Update(opened{about: about{what: what, id: f.Mediator.ID, file: f, pair: pair, other: hall.Mediator{Name: "俞芳"}}})
}

// Forms are all forms there are.
func Forms() []string {
	return []string{doEdit, doSuspend, doReturn, doLeave, doTerm, doSetTerm, doFile, doTraining, doPost, doLog, doQuit, doPair, doTeach, doEndPair}
}
