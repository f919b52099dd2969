package orgs

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
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

type (
	chosen struct {
		what string
		row  hall.OrgRow
	}
	termChosen struct {
		file hall.OrgFile
		what string
	}
	dropTerm struct {
		org  hall.Org
		term hall.Term
	}
)

// menu lists what can be done with an organisation, and why the rest cannot.
func (v *View) menu(r hall.OrgRow) tea.Cmd {
	say, t := v.env.Say, text.Orgs
	var items []widget.MenuItem
	for _, d := range []struct {
		what string
		say  text.Message
	}{
		{doOpen, t.DoOpen}, {doMembers, t.DoMembers}, {doAdd, t.DoAdd}, {doChange, t.DoChange}, {doTerm, t.DoTerm}, {doFile, t.DoFile}, {doUniform, t.DoUniform}, {doEnd, t.DoEnd},
	} {
		items = append(items, widget.MenuItem{ID: d.what, Label: say(d.say), Reason: say(v.why(d.what, r))})
	}
	return views.Open(dialog.Menu(v.env, r.Name, items, func(id string) tea.Msg { return chosen{id, r} }))
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

func (v *View) menuMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case chosen:
		return v.run(m), true
	case termChosen:
		return v.termRun(m), true
	case dropTerm:
		desk := v.env.Desk
		return func() tea.Msg {
			_, err := desk.DropOrgTerm(context.Background(), m.org.ID, m.org.Rev, m.term)
			return done{text.OrgForm.TermDropped, err}
		}, true
	case siteChosen:
		return v.runSite(m), true
	}
	return nil, false
}

func (v *View) run(m chosen) tea.Cmd {
	switch m.what {
	case doOpen:
		v.one, v.top = m.row.ID, 0
		return v.readFile()
	case doMembers:
		return views.Go(views.Route{Screen: views.Roster, Org: m.row.ID})
	case doAdd:
		return v.begin(formNew(v.env.Actor.Staff, m.row.ID, 0))
	}
	return v.begin(form{m.what, uint64(m.row.ID), 0, 0})
}

// termMenu asks, where there are terms, whether one is to be added or was a mistake.
func (v *View) termMenu(f hall.OrgFile) tea.Cmd {
	t, say := text.OrgForm, v.env.Say
	last := f.Org.Terms[len(f.Org.Terms)-1]
	items := []widget.MenuItem{
		{ID: "add", Label: say(t.TermAdd)},
		{ID: "drop", Label: say(t.TermDrop.With("from", text.Day(last.From)).With("to", text.Day(last.To)))},
	}
	return views.Open(dialog.Menu(v.env, say(t.TermMenu), items, func(id string) tea.Msg { return termChosen{f, id} }))
}

func (v *View) termRun(m termChosen) tea.Cmd {
	if m.what == "add" {
		v.sheet = v.termSheet(m.file, hall.Draft{})
		return nil
	}
	t, say, o := text.OrgForm, v.env.Say, m.file.Org
	last := o.Terms[len(o.Terms)-1]
	body := []string{say(text.Orgs.TermLine.With("from", text.Day(last.From)).With("to", text.Day(last.To)).With("how", last.How))}
	return views.Open(dialog.Confirm(v.env, say(t.TermDropAsk), body, say(t.TermDropYes), say(text.Dialog.No), dropTerm{o, last}))
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
	return v.begin(formNew(v.env.Actor.Staff, parent, 0))
}

// find looks for organisations to pick one of.
func (v *View) find(ctx context.Context, q string) ([]dialog.Choice, error) {
	return v.findAbove(ctx, q, -1)
}

// findAbove looks for those that stand above a level, by its rank.
func (v *View) findAbove(ctx context.Context, q string, rank int) ([]dialog.Choice, error) {
	rows, err := v.env.Desk.FindOrgs(ctx, q, page)
	var out []dialog.Choice
	for _, r := range rows {
		if r.Level.Rank() > rank && len(out) < 9 {
			out = append(out, choiceOf(r.ID, r.Name, r.ParentName))
		}
	}
	return out, err
}

func choiceOf(id hall.OrgID, name, detail string) dialog.Choice {
	return dialog.Choice{ID: strconv.FormatUint(uint64(id), 10), Label: name, Detail: detail}
}
