package orgs

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// What can be done with an organisation, in the menu's order: every deed keeps its number.
const (
	doOpen    = "open"
	doMembers = "members"
	doAdd     = "add"
	doChange  = "change"
	doTerm    = "term"
	doFile    = "file"
	doUniform = "uniform"
	doEnd     = "end"
)

// menu lists what can be done with an organisation, and why the rest cannot.
func (v *View) menu(r hall.OrgRow) tea.Cmd {
	t := text.Orgs
	var items []menu.Item
	for _, d := range []struct {
		what string
		name text.Message
	}{
		{doOpen, t.DoOpen}, {doMembers, t.DoMembers}, {doAdd, t.DoAdd}, {doChange, t.DoChange}, {doTerm, t.DoTerm}, {doFile, t.DoFile}, {doUniform, t.DoUniform},
		{doEnd, t.DoEnd},
	} {
		items = append(items, menu.Item{Name: d.name, Why: v.why(d.what, r), Do: func() tea.Cmd { return v.run(d.what, r) }})
	}
	return menu.Open(v.env, r.Name, items)
}

// why says why something cannot be done; empty when it can.
func (v *View) why(what string, r hall.OrgRow) text.Message {
	switch {
	case what == doOpen && v.one == r.ID:
		return text.Orgs.Here
	case what == doOpen || what == doMembers:
		return text.Message{}
	}
	op := hall.Op(what)
	if what == doEnd { // the name under which its drafts are kept
		op = hall.OpClose
	}
	return text.Short(hall.Why(hall.OrgCourse(), r, op, v.env.Actor, v.env.Now()))
}

func (v *View) run(what string, r hall.OrgRow) tea.Cmd {
	switch what {
	case doOpen:
		v.one, v.top = r.ID, 0
		return v.readFile()
	case doMembers:
		return views.Go(views.Route{Screen: views.Roster, Org: r.ID})
	case doAdd:
		return v.begin(aboutNew(v.env.Actor.Staff, r.ID, 0))
	}
	return v.begin(about{what, uint64(r.ID), 0, 0})
}

// termMenu asks, where there are terms, whether one is to be added or was a mistake.
func (v *View) termMenu(m opened) tea.Cmd {
	t, o := text.OrgForm, m.file.Org
	last := o.Terms[len(o.Terms)-1]
	return menu.Open(v.env, v.env.Say(t.TermMenu), []menu.Item{
		{Name: t.TermAdd, Do: func() tea.Cmd { return views.Push(v.termForm(m)) }},
		{Name: t.TermDrop.With("from", text.Day(last.From)).With("to", text.Day(last.To)), Do: func() tea.Cmd { return v.askDropTerm(o, last) }},
	})
}

func (v *View) askDropTerm(o hall.Org, last hall.Term) tea.Cmd {
	t, say := text.OrgForm, v.env.Say
	body := []string{say(text.Orgs.TermLine.With("from", text.Day(last.From)).With("to", text.Day(last.To)).With("how", last.How))}
	return menu.Confirm(v.env, say(t.TermDropAsk), body, say(t.TermDropYes), func() tea.Cmd {
		return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
			_, err := s.Desk.DropOrgTerm(ctx, o.ID, o.Rev, last)
			return done{t.TermDropped, err}
		})
	})
}

// addHere adds an organisation below the one under the cursor, or beside it where nothing can
// stand below.
func (v *View) addHere() tea.Cmd {
	parent := hall.OrgID(0)
	if n := v.at(); n != nil && n.more == 0 && n.row.Closed == 0 {
		if parent = n.row.ID; n.row.Level.Rank() == hall.Village.Rank() {
			parent = n.row.Parent
		}
	}
	return v.begin(aboutNew(v.env.Actor.Staff, parent, 0))
}
