package rota

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// mostFound is how many are offered for a team at once.
const mostFound = 30

// team is the page of who has duty: of each kind those who are in the team, and those who were
// this year.
type team struct {
	list widget.Grouped
	now  [2][]hall.DutyMember
	was  [2][]hall.DutyMember
	read bool
}

type (
	teamRead struct {
		now, was [2][]hall.DutyMember
		err      error
	}
	teamChosen struct {
		what string
		kind hall.DutyKind
		who  hall.DutyRef
	}
)

func (v *View) readTeam() tea.Cmd {
	desk, today := v.env.Desk, v.env.Today()
	return func() tea.Msg {
		var m teamRead
		ctx := context.Background()
		year, err := desk.DutyMonth(ctx, hall.NewDay(today.Year(), 1, 1), today)
		if err != nil {
			return teamRead{err: err}
		}
		for _, k := range hall.DutyKinds() {
			if m.now[k], m.err = desk.DutyTeam(ctx, k); m.err != nil {
				return m
			}
			for _, one := range year.Team[k] {
				if one.To != 0 && one.To < today {
					m.was[k] = append(m.was[k], one)
				}
			}
		}
		return m
	}
}

// teamMessage takes the messages of the teams; false for others.
func (v *View) teamMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case teamRead:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		v.team.now, v.team.was, v.team.read = m.now, m.was, true
		v.fillTeam()
		return nil, true
	case teamChosen:
		switch m.what {
		case "pick":
			return v.pickFor(m.kind), true
		case "in":
			return v.setTeam(m.kind, append(v.refs(m.kind), m.who), text.Rota.MemberIn.With("name", m.who.Name)), true
		}
		return v.setTeam(m.kind, slices.DeleteFunc(v.refs(m.kind), m.who.Same), text.Rota.MemberOut.With("name", m.who.Name)), true
	}
	return nil, false
}

func (v *View) refs(k hall.DutyKind) []hall.DutyRef {
	var out []hall.DutyRef
	for _, m := range v.team.now[k] {
		out = append(out, m.Who)
	}
	return out
}

func (v *View) setTeam(k hall.DutyKind, refs []hall.DutyRef, say text.Message) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg { return done{say, desk.SetDutyTeam(context.Background(), k, refs)} }
}

func (v *View) fillTeam() {
	say, t := v.env.Say, text.Rota
	var groups []widget.Group
	for _, k := range hall.DutyKinds() {
		g := widget.Group{Head: say(t.TeamHead.With("kind", text.DutyKind(k)).With("n", len(v.team.now[k])))}
		if len(v.team.now[k]) == 0 {
			g.Rest = say(t.TeamNone)
		}
		if len(v.team.now[k]) > 0 && v.team.now[k][0].ID == 0 {
			g.Rest = say(t.TeamDefault)
		}
		for i, m := range v.team.now[k] {
			since := t.Since.With("day", text.Day(m.From))
			if m.From == 0 {
				since = text.Message{}
			}
			g.Keys, g.Tone = append(g.Keys, fmt.Sprintf("%d now %d", k, i)), append(g.Tone, widget.Normal)
			g.Rows = append(g.Rows, []string{m.Who.Name, say(text.InviteeKind(m.Who.Kind)), say(since)})
		}
		for i, m := range v.team.was[k] {
			g.Keys, g.Tone = append(g.Keys, fmt.Sprintf("%d was %d", k, i)), append(g.Tone, widget.Muted)
			g.Rows = append(g.Rows, []string{m.Who.Name, say(text.InviteeKind(m.Who.Kind)), say(t.Span.With("from", text.Day(m.From)).With("to", text.Day(m.To)))})
		}
		g.Keys, g.Tone = append(g.Keys, fmt.Sprintf("%d add 0", k)), append(g.Tone, widget.Accent)
		g.Rows = append(g.Rows, []string{say(t.AddRow), "", ""})
		groups = append(groups, g)
	}
	v.team.list.SetGroups(groups)
}

// teamAt is what the cursor stands on: of which duty, and who; nobody on the row that adds.
func (v *View) teamAt() (k hall.DutyKind, what string, m hall.DutyMember) {
	var kind, i int
	if n, _ := fmt.Sscanf(v.team.list.Key(), "%d %s %d", &kind, &what, &i); n < 3 || kind > 1 {
		return 0, "", m
	}
	k = hall.DutyKind(kind)
	switch list := v.team.now[k]; {
	case what == "now" && i < len(list):
		m = list[i]
	case what == "was" && i < len(v.team.was[k]):
		m = v.team.was[k][i]
	}
	return k, what, m
}

func (v *View) drawTeam(w, h int) views.Frame {
	if !v.team.read {
		return views.NewFrame(w, h, nil)
	}
	out := []string{""}
	for _, l := range v.team.list.Draw(w-2, max(h-1, 1), v.env.Styles) {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// teamMenu lists what can be done with the row under the cursor.
func (v *View) teamMenu() tea.Cmd {
	say, t := v.env.Say, text.Rota
	k, what, m := v.teamAt()
	if what == "add" || what == "" {
		if why := v.mayPlan(); !why.IsZero() {
			return views.Toast(views.Warn, why)
		}
		return v.pickFor(k)
	}
	why := v.mayPlan()
	item := widget.MenuItem{ID: "out", Label: say(t.TakeOut)}
	switch {
	case what == "was":
		item = widget.MenuItem{ID: "in", Label: say(t.TakeIn)}
	case why.IsZero() && len(v.team.now[k]) == 1:
		why = t.LastOne
	}
	item.Reason = say(why)
	items := []widget.MenuItem{item, {ID: "pick", Label: say(t.KeyAddMember), Reason: say(v.mayPlan())}}
	return views.Open(dialog.Menu(v.env, m.Who.Name, items, func(id string) tea.Msg { return teamChosen{id, k, m.Who} }))
}

func (v *View) pickMember() tea.Cmd {
	k, _, _ := v.teamAt()
	return v.pickFor(k)
}

// pickFor looks for somebody to join a team: on the roster, among the accounts, or, of the
// county team, by name.
func (v *View) pickFor(k hall.DutyKind) tea.Cmd {
	say, t, desk, in := v.env.Say, text.Rota, v.env.Desk, v.refs(k)
	find := func(ctx context.Context, q string) ([]dialog.Choice, error) {
		faces, err := desk.DutyPeople(ctx, q, mostFound)
		var out []dialog.Choice
		for _, f := range faces {
			if slices.ContainsFunc(in, f.Who.Same) {
				continue
			}
			out = append(out, dialog.Choice{ID: refKey(f.Who), Label: f.Who.Name, Detail: strings.TrimSpace(say(text.InviteeKind(f.Who.Kind)) + "  " + f.Village), Row: f.Who})
		}
		if q = strings.TrimSpace(q); q != "" && k == hall.DutyCounty && err == nil {
			who := hall.DutyRef{Kind: hall.InviteOther, Name: q}
			out = append(out, dialog.Choice{ID: refKey(who), Label: q, Detail: say(t.ByName), Row: who})
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(t.PickTitle.With("kind", text.DutyKind(k))), find, func(c dialog.Choice) tea.Msg {
		who, _ := c.Row.(hall.DutyRef)
		return teamChosen{"in", k, who}
	}))
}
