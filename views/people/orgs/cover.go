package orgs

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// listed is what the coverage's second list shows.
type listed uint8

const (
	nothing listed = iota // the coverage itself
	sites
	orgs
)

// cover is the coverage: bars by kind; from there a list of sites, or of organisations that
// are not as they should be.
type cover struct {
	on    bool
	what  hall.Coverage
	read  bool
	table widget.Table
	list  listed
	field widget.Field
	q     hall.SiteQuery // of the sites
	page  hall.SitePage
	amiss hall.OrgList // of the organisations
	rows  hall.OrgPage
	below widget.Table // of the second list
	want  int
}

func newCover(env *views.Env) cover {
	c := cover{field: widget.NewField(40), table: widget.Table{}, below: widget.Table{Header: true}, want: page}
	c.field.Placeholder = env.Say(text.Coverage.Find)
	return c
}

type (
	coverRead struct {
		what hall.Coverage
		rows hall.OrgPage
		list listed
		of   hall.OrgList
		err  error
	}
	sitesRead struct {
		q    hall.SiteQuery
		page hall.SitePage
		err  error
	}
	siteSearch struct{ query string }
)

// problems are the ways in which organisations are not as they should be, in the order shown.
func problems() []hall.OrgList {
	return []hall.OrgList{hall.OrgFaulty, hall.OrgTermOver, hall.OrgUnfiled}
}

func problem(l hall.OrgList) text.Message {
	return map[hall.OrgList]text.Message{hall.OrgFaulty: text.Coverage.Faulty, hall.OrgTermOver: text.Coverage.Over, hall.OrgUnfiled: text.Coverage.Unfiled}[l]
}

func (v *View) toCover() tea.Cmd {
	v.cover.on, v.cover.list = true, nothing
	return v.readCover()
}

func (v *View) toTree() tea.Cmd {
	v.cover.on = false
	return v.Load()
}

// readCover reads the coverage, and the list that is open on it.
func (v *View) readCover() tea.Cmd {
	c := v.cover
	q := c.q
	q.Text, q.Limit = strings.TrimSpace(c.field.Value()), c.want
	read := v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := coverRead{list: c.list, of: c.amiss}
		if m.what, m.err = s.Desk.Coverage(ctx); m.err == nil && c.list == orgs {
			m.rows, m.err = s.Desk.Orgs(ctx, hall.OrgQuery{List: c.amiss, Limit: page})
			for m.err == nil && m.rows.Next != nil && len(m.rows.Rows) < c.want {
				var more hall.OrgPage
				more, m.err = s.Desk.Orgs(ctx, hall.OrgQuery{List: c.amiss, Limit: page, After: m.rows.Next})
				m.rows.Rows, m.rows.Next = append(m.rows.Rows, more.Rows...), more.Next
			}
		}
		return m
	})
	if c.list != sites {
		return read
	}
	return tea.Batch(read, v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := sitesRead{q: q}
		m.page, m.err = s.Desk.Sites(ctx, q)
		for m.err == nil && m.page.Next != nil && len(m.page.Rows) < c.want {
			q.After = m.page.Next
			var more hall.SitePage
			more, m.err = s.Desk.Sites(ctx, q)
			m.page.Rows, m.page.Next = append(m.page.Rows, more.Rows...), more.Next
		}
		return m
	}))
}

func (v *View) showCover(m coverRead) tea.Cmd {
	c := &v.cover
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case m.list != c.list || m.of != c.amiss:
		return nil // another list was opened meanwhile
	}
	c.what, c.read, c.rows = m.what, true, m.rows
	v.fillCover()
	return v.readFile()
}

func (v *View) showSites(m sitesRead) tea.Cmd {
	c := &v.cover
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case c.list != sites || m.q.Kind != c.q.Kind || m.q.Lacks != c.q.Lacks || m.q.Text != strings.TrimSpace(c.field.Value()):
		return nil
	}
	c.page = m.page
	v.fillCover()
	return nil
}

// org is the organisation under the cursor of the second list; nil: there is none.
func (c *cover) org() *hall.OrgRow {
	if i := c.below.Cursor(); c.list == orgs && i < len(c.rows.Rows) {
		return &c.rows.Rows[i]
	}
	return nil
}

func (c *cover) site() *hall.Site {
	if i := c.below.Cursor(); c.list == sites && i < len(c.page.Rows) {
		return &c.page.Rows[i]
	}
	return nil
}

func (v *View) coverKey(msg tea.Msg) tea.Cmd {
	c := &v.cover
	if m, ok := msg.(siteSearch); ok {
		if m.query == c.field.Value() {
			return v.readCover()
		}
		return nil
	}
	if c.list == nothing {
		c.table.Update(msg)
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "up", "down", "pgup", "pgdown":
			c.below.Update(msg)
			if c.below.AtEnd() && (c.rows.Next != nil || c.page.Next != nil) && c.want < c.below.Len()+page {
				c.want = c.below.Len() + page
				return v.readCover()
			}
			return v.readFile()
		}
	}
	if c.list == sites {
		if _, changed := c.field.Update(msg); changed {
			return v.env.After(pause, siteSearch{c.field.Value()})
		}
	}
	return nil
}

// enterCover opens the list behind a line of the coverage, or what can be done with one of it.
func (v *View) enterCover() tea.Cmd {
	c := &v.cover
	switch c.list {
	case sites:
		if s := c.site(); s != nil {
			return v.siteMenu(*s)
		}
		return nil
	case orgs:
		if r := c.org(); r != nil {
			return v.menu(*r)
		}
		return nil
	}
	i := c.table.Cursor()
	c.below.SetRows(nil, nil, nil)
	c.field.Set("")
	c.want = page
	c.page, c.rows = hall.SitePage{}, hall.OrgPage{}
	if kinds := hall.SiteKinds(); i < len(kinds) {
		c.list, c.q = sites, hall.SiteQuery{Kind: kinds[i], Lacks: true}
	} else {
		c.list, c.amiss = orgs, problems()[min(i-len(kinds), len(problems())-1)]
	}
	return v.readCover()
}

// swap shows all sites of the kind, or those that lack a committee only.
func (v *View) swap() tea.Cmd {
	v.cover.q.Lacks = !v.cover.q.Lacks
	v.cover.want = page
	return v.readCover()
}

// noneThere is why Enter does nothing in an empty list.
func (v *View) noneThere() text.Message {
	c := &v.cover
	switch {
	case c.list == sites && c.site() == nil && c.q.Lacks:
		return text.Coverage.NoneLacking
	case c.list == sites && c.site() == nil:
		return text.Coverage.NoSites
	case c.list == orgs && c.org() == nil:
		return text.Orgs.NoneFound
	}
	return text.Message{}
}

func (v *View) coverActions(choose, add, export views.Action) []views.Action {
	t := text.Coverage
	add.Run = v.addSite
	back := views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: text.Orgs.Tree, Run: v.toTree}
	name := text.Orgs.Open
	if v.cover.list != nothing {
		name = text.Orgs.Menu
	}
	enter := views.Action{Key: views.Key("Enter", "enter"), Name: name, Run: v.enterCover, Blocked: v.noneThere, Help: t.Percent}
	if v.cover.list == sites {
		return []views.Action{choose, enter, {Key: views.Key("Tab", "tab"), Name: t.Switch, Run: v.swap}, add, back}
	}
	return []views.Action{choose, enter, add, back, export}
}

func (v *View) coverHint() text.Message {
	switch v.cover.list {
	case sites:
		return text.Coverage.HintSites
	case orgs:
		return text.Coverage.HintOrgs
	}
	return text.Coverage.Hint
}

// fillCover sets the rows of what is shown.
func (v *View) fillCover() {
	c, say, t := &v.cover, v.env.Say, text.Coverage
	var keys []string
	var cells [][]string
	var tones []widget.Tone
	switch c.list {
	case nothing:
		v.fillBars()
		return
	case sites:
		for _, s := range c.page.Rows {
			by, tone := s.OrgName, widget.Normal
			switch {
			case s.Off:
				by, tone = say(t.NotNeeded.With("why", s.Why)), widget.Muted
			case s.Lacks():
				by, tone = say(t.Lack), widget.Accent
			}
			keys, cells, tones = append(keys, fmt.Sprint("site ", s.ID)), append(cells, []string{s.Name, s.Township, by}), append(tones, tone)
		}
	case orgs:
		for _, r := range c.rows.Rows {
			cell, tone := v.cells(r, "")
			keys, cells, tones = append(keys, fmt.Sprint("org ", r.ID)), append(cells, cell), append(tones, tone)
		}
	}
	c.below.SetRows(keys, cells, tones)
}
