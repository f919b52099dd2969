package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// member is a row of the teams: who is in one, who was this year, or the row that adds somebody.
type member struct {
	hall.DutyMember
	kind     hall.DutyKind
	was, add bool
	refs     []hall.DutyRef // of the whole team
}

// team is who has duty: of each kind those who are in the team, and those who were this year.
func (v *planner) team() views.View {
	var l *list.View[member]
	l = list.New(v.env, list.Of[member]{
		Title: titleTeam, Read: teams, Key: memberKey,
		Columns: []ledger.Column[member]{
			{Width: 16, Value: func(_ ledger.Here, m member) ledger.Cell {
				if m.add {
					return ledger.Phrase(addRow)
				}
				return ledger.Say(m.Who.Name)
			}},
			{Width: 16, Value: func(_ ledger.Here, m member) ledger.Cell {
				if m.add {
					return ledger.Cell{}
				}
				return ledger.Phrase(text.InviteeKind(m.Who.Kind))
			}},
			{Value: func(_ ledger.Here, m member) ledger.Cell { return ledger.Phrase(m.since()) }},
		},
		Tone: func(_ views.Session, m member) widget.Tone {
			switch {
			case m.add:
				return widget.Accent
			case m.was:
				return widget.Muted
			}
			return widget.Normal
		},
		Enter: menu.What, Open: func(m member) tea.Cmd { return v.memberMenu(l, m) }, Hint: func() text.Message { return hintTeam },
		Keys: func() []views.Action {
			add := func() tea.Cmd {
				m, _ := l.At()
				return v.pickFor(l, m.kind, m.refs)
			}
			return []views.Action{{Key: views.Key("Ctrl-N", "ctrl+n"), Name: keyAddMember, Run: add, Blocked: v.mayPlan}, v.moreKey(v.env.Today())}
		},
	})
	return l
}

func memberKey(m member) string { return fmt.Sprint(m.kind, m.was, m.add, m.Who.Key()) }

func (m member) since() text.Message {
	switch {
	case m.was:
		return spanOf.With("from", text.Day(m.From)).With("to", text.Day(m.To))
	case m.From == 0:
		return text.Message{}
	}
	return sinceDay.With("day", text.Day(m.From))
}

func teams(ctx context.Context, s views.Session, _ list.Query) (list.Page[member], error) {
	var out list.Page[member]
	year, err := s.Desk.DutyMonth(ctx, hall.NewDay(s.Today().Year(), 1, 1), s.Today())
	if err != nil {
		return out, err
	}
	for _, k := range hall.DutyKinds() {
		now, err := s.Desk.DutyTeam(ctx, k)
		if err != nil {
			return out, err
		}
		g := list.Group{Head: teamHead.With("kind", text.DutyKind(k)).With("n", len(now))}
		switch {
		case len(now) == 0:
			g.Rest = teamNone
		case now[0].ID == 0:
			g.Rest = teamDefault
		}
		var refs []hall.DutyRef
		for _, m := range now {
			refs = append(refs, m.Who)
		}
		rows := len(out.Rows)
		for _, m := range now {
			out.Rows = append(out.Rows, member{DutyMember: m, kind: k, refs: refs})
		}
		for _, m := range year.Team[k] {
			if m.To != 0 && m.To < s.Today() {
				out.Rows = append(out.Rows, member{DutyMember: m, kind: k, was: true, refs: refs})
			}
		}
		out.Rows = append(out.Rows, member{kind: k, add: true, refs: refs})
		g.Rows = len(out.Rows) - rows
		out.Groups = append(out.Groups, g)
	}
	return out, nil
}

// memberMenu lists what can be done with somebody of a team.
func (v *planner) memberMenu(l *list.View[member], m member) tea.Cmd {
	if m.add {
		if why := v.mayPlan(); !why.IsZero() {
			return views.Toast(views.Warn, why)
		}
		return v.pickFor(l, m.kind, m.refs)
	}
	out := menu.Item{Name: takeOut, Why: v.mayPlan(), Do: func() tea.Cmd {
		was := m
		was.was = true
		return v.setTeam(l, was, slices.DeleteFunc(slices.Clone(m.refs), m.Who.Same), memberOut.With("name", m.Who.Name))
	}}
	switch {
	case m.was:
		out.Name, out.Do = takeIn, func() tea.Cmd { return v.join(l, m.kind, m.refs, m.Who) }
	case out.Why.IsZero() && len(m.refs) == 1:
		out.Why = lastOne
	}
	return menu.Open(v.env, m.Who.Name, []menu.Item{out, {Name: keyAddMember, Why: v.mayPlan(), Do: func() tea.Cmd { return v.pickFor(l, m.kind, m.refs) }}})
}

// setTeam writes a team; the cursor then stands on the row that this is about.
func (v *planner) setTeam(l *list.View[member], m member, refs []hall.DutyRef, said text.Message) tea.Cmd {
	l.Stand(memberKey(m))
	k := m.kind
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		return said, s.Desk.SetDutyTeam(ctx, k, refs)
	})
}

func (v *planner) join(l *list.View[member], k hall.DutyKind, refs []hall.DutyRef, who hall.DutyRef) tea.Cmd {
	m := member{DutyMember: hall.DutyMember{Who: who}, kind: k}
	return v.setTeam(l, m, append(slices.Clone(refs), who), memberIn.With("name", who.Name))
}

// pickFor looks for somebody to join a team: on the roster, among the accounts, or, of the
// county team, by name.
func (v *planner) pickFor(l *list.View[member], k hall.DutyKind, refs []hall.DutyRef) tea.Cmd {
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		faces, err := s.Desk.DutyPeople(ctx, q, menu.Most+1)
		var out []menu.Choice
		for _, f := range faces {
			if !slices.ContainsFunc(refs, f.Who.Same) {
				out = append(out, menu.Choice{ID: f.Who.Key(), Label: f.Who.Name, Detail: s.Say(text.Words(text.InviteeKind(f.Who.Kind), text.Raw(f.Village))),
					Row: f.Who})
			}
		}
		out = menu.Upto(out, menu.Most)
		if q = strings.TrimSpace(q); q != "" && k == hall.DutyCounty && err == nil {
			who := hall.DutyRef{Kind: hall.InviteOther, Name: q}
			out = append(out, menu.Choice{ID: who.Key(), Label: q, Detail: s.Say(byName), Row: who})
		}
		return out, err
	}
	return menu.Pick(v.env, v.env.Say(pickTitle.With("kind", text.DutyKind(k))), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		who, _ := c.Row.(hall.DutyRef)
		return v.join(l, k, refs, who)
	})
}
