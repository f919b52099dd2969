package orgs

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
)

// TreeRead is what reading the tree comes to: those at the top, and those below the first.
func TreeRead(top, below []hall.OrgRow, total int) tea.Msg {
	m := treeRead{branches: map[hall.OrgID]branch{0: {rows: top, total: len(top)}}, total: total}
	if len(top) > 0 {
		m.branches[top[0].ID] = branch{rows: below, total: len(below)}
	}
	return m
}

// Unfold opens a branch.
func Unfold(v any, id hall.OrgID) { v.(*View).tree.open = append(v.(*View).tree.open, id) }

// FileRead is what reading one organisation comes to.
func FileRead(f hall.OrgFile) tea.Msg { return fileRead{id: f.Org.ID, file: f} }

// Covered is what reading the coverage comes to.
func Covered(c hall.Coverage) tea.Msg { return coverRead{what: c} }

// Form is a form about an organisation, opened over what was read of it.
func Form(env *views.Env, what string, f hall.OrgFile) views.View {
	v := &View{env: env}
	return v.formOf(opened{about: about{what, uint64(f.Org.ID), 0, 0}, file: f, parent: hall.Org{ID: f.Org.Parent, Name: "舜江区人民调解委员会", Level: hall.County}})
}

// Listed is what reading the sites of a kind comes to.
func Listed(q hall.SiteQuery, rows []hall.Site) tea.Msg {
	return sitesRead{q: q, page: hall.SitePage{Rows: rows, Total: len(rows)}}
}
