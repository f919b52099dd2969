package orgs

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// gauge is a line of the coverage: how many there are of something, and which list stands behind it.
type gauge struct {
	name, bar, count, share, note text.Message
	tone                          widget.Tone
	list                          func() tea.Cmd
}

// NewCoverage makes the coverage as a screen of its own.
func NewCoverage(env *views.Env, _ views.Route) views.View {
	return New(env, views.Route{}).(*View).coverage(func() tea.Cmd { return views.Go(views.Route{Screen: views.Orgs}) })
}

// coverage is what should have a committee by kind, what is not as it should be, and how many
// organisations of each kind there are; tree leads to the organisations.
func (v *View) coverage(tree func() tea.Cmd) views.View {
	column := func(width int, of func(gauge) text.Message) ledger.Column[gauge] {
		return ledger.Column[gauge]{Width: width, Value: func(_ ledger.Here, g gauge) ledger.Cell { return ledger.Enum("", of(g)) }}
	}
	note := column(24, func(g gauge) text.Message { return g.note })
	note.Value = func(_ ledger.Here, g gauge) ledger.Cell { return ledger.Phrase(g.note) }
	return list.New(v.env, list.Of[gauge]{
		Title: coverTitle, Read: v.readCoverage, Enter: openKey, Open: func(g gauge) tea.Cmd { return g.list() },
		Key: func(g gauge) string { return g.name.In(text.Zh) },
		Columns: []ledger.Column[gauge]{
			column(0, func(g gauge) text.Message { return g.name }), column(0, func(g gauge) text.Message { return g.bar }),
			column(0, func(g gauge) text.Message { return g.count }), column(0, func(g gauge) text.Message { return g.share }), note,
		},
		Tone: func(_ views.Session, g gauge) widget.Tone { return g.tone },
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[hall.Site])
			return text.SiteKind(m.Value.Kind).In(text.Zh), ok
		},
		Took: v.heard, Hint: func() text.Message { return hintCover }, Sheet: sheet(ledger.Coverage().Ledger()),
		Keys: func() []views.Action {
			return []views.Action{
				{Key: views.Key("Ctrl-N", "ctrl+n"), Name: add, Run: func() tea.Cmd { return v.begin(formOf{what: formSite}) }, Blocked: v.may},
				{Key: views.Key("Ctrl-T", "ctrl+t"), Name: treeKey, Run: tree},
			}
		},
	})
}

// readCoverage reads how much is covered.
func (v *View) readCoverage(ctx context.Context, s views.Session, _ list.Query) (list.Page[gauge], error) {
	c, err := s.Desk.Coverage(ctx)
	var out list.Page[gauge]
	group := func(head, facts text.Message, rows []gauge) {
		out.Rows = append(out.Rows, rows...)
		out.Groups = append(out.Groups, list.Group{Head: groupHead.With("head", head).With("facts", facts), Rows: len(rows)})
	}
	var sites, amiss, kinds []gauge
	for _, k := range c.Sites {
		sites = append(sites, v.covered(s, k))
	}
	for _, p := range []struct {
		name text.Message
		list hall.OrgList
		n    int
	}{{faulty, hall.OrgFaulty, c.Faulty}, {over, hall.OrgTermOver, c.Over}, {unfiled, hall.OrgUnfiled, c.Unfiled}} {
		g := gauge{name: p.name, count: countOf(p.n), list: func() tea.Cmd { return v.listed(p.name, hall.OrgQuery{List: p.list}) }}
		if p.n > 0 {
			g.tone = widget.Accent
		}
		amiss = append(amiss, g)
	}
	for _, k := range hall.OrgKinds() {
		kinds = append(kinds, v.ofKind(k, c.Orgs[k]))
	}
	group(sitesHead, rounded, sites)
	group(amissHead, text.Message{}, amiss)
	group(orgsHead, count.With("n", c.Total), kinds)
	return out, err
}

// barCells is how wide a full bar is.
const barCells = 18

// covered is how many of the sites of a kind have a committee.
func (v *View) covered(s views.Session, k hall.Covered) gauge {
	g := gauge{name: text.SiteKind(k.Kind), note: noneOnFile, tone: widget.Muted, list: func() tea.Cmd { return v.sites(k.Kind) }}
	if k.All == 0 {
		return g
	}
	empty := "░"
	if s.Settings.Plain {
		empty = "."
	}
	n := k.Has * barCells / k.All
	g.bar = text.Raw(strings.Repeat(s.Styles.Marks.Full, n) + strings.Repeat(empty, barCells-n))
	g.count, g.share = text.Raw(fmt.Sprintf("%9s", fmt.Sprintf("%d/%d", k.Has, k.All))), text.Raw(fmt.Sprintf("%7s", text.Hundredths(k.Percent())))
	g.note, g.tone = text.Message{}, widget.Normal
	if k.Has < k.All {
		g.note = lack.With("n", k.All-k.Has)
	}
	return g
}

func countOf(n int) text.Message { return text.Raw(fmt.Sprintf("%9d", n)) }

// ofKind is how many organisations of a kind there are, and on which levels.
func (v *View) ofKind(k hall.OrgKind, by [3]int) gauge {
	n := by[0] + by[1] + by[2]
	g := gauge{name: text.OrgKind(k), count: countOf(n), list: func() tea.Cmd {
		return v.listed(text.OrgKind(k), hall.OrgQuery{List: hall.OrgOfKind, Kind: k})
	}}
	if n == 0 {
		g.tone = widget.Muted
	}
	var on []text.Message
	for _, l := range levels() {
		if at := by[l.Rank()]; at > 0 && at < n {
			on = append(on, levelCount.With("level", text.LevelName(l)).With("n", at))
		}
	}
	g.note = text.List(on...)
	return g
}

// listed opens the organisations behind a line of the coverage.
func (v *View) listed(what text.Message, q hall.OrgQuery) tea.Cmd {
	of := v.list(func(ctx context.Context, s views.Session, at list.Query) (list.Page[node], error) {
		q := q
		q.Limit = at.Limit
		q.After, _ = at.After.(hall.OrgPlace)
		got, err := s.Desk.Orgs(ctx, q)
		out := list.Page[node]{Total: got.Total}
		for _, r := range got.Rows {
			out.Rows = append(out.Rows, node{row: r, found: true})
		}
		if got.Next != nil {
			out.Next = got.Next
		}
		return out, err
	})
	of.Title, of.Set, of.Count, of.Empty = listTitle.With("what", what), func() text.Message { return what }, found, noneOfThem
	of.Saved = func(msg tea.Msg) (string, bool) {
		m, ok := msg.(form.Saved[entry])
		return key(m.Value.ID), ok
	}
	of.Took = func(msg tea.Msg) (tea.Cmd, bool) {
		cmd, ok := v.heard(msg)
		_, saved := msg.(form.Saved[entry])
		return cmd, ok && !saved // the tree below and this list both stand on it
	}
	return views.Push(list.New(v.env, of))
}
