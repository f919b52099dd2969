package roster

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// narrowing is one way to narrow the roster: what it is called, what it is set to (zero: all),
// and how it is chosen.
type narrowing struct {
	name, set text.Message
	choose    func() tea.Cmd
}

func (v *View) query() hall.RosterQuery {
	q, _ := v.people.Where().(hall.RosterQuery)
	return q
}

func (v *View) narrowings() []narrowing {
	q, s := v.query(), v.env.Settings
	out := []narrowing{
		{village, text.Raw(q.Village), func() tea.Cmd { return v.pickPlace(false, func(q *hall.RosterQuery) *string { return &q.Village }) }},
		{area, text.Raw(q.Area), func() tea.Cmd { return v.pickPlace(true, func(q *hall.RosterQuery) *string { return &q.Area }) }},
	}
	add := func(name text.Message, zero, set int, names []text.Message, put func(*hall.RosterQuery, int)) {
		n := narrowing{name: name, choose: func() tea.Cmd { return v.choose(name, names, put) }}
		if set != zero {
			n.set = names[set]
		}
		out = append(out, n)
	}
	codes, types := []string{""}, []text.Message{filterAll}
	for _, k := range s.Types {
		codes, types = append(codes, k.Code), append(types, text.Type(s, k.Code))
	}
	add(specialities, 0, max(slices.Index(codes, q.Speciality), 0), types, func(q *hall.RosterQuery, i int) { q.Speciality = codes[i] })
	back := append([]hall.Background{""}, hall.Backgrounds()...)
	names := []text.Message{filterAll}
	for _, b := range back[1:] {
		names = append(names, text.Background(b))
	}
	add(backgrounds, 0, max(slices.Index(back, q.Background), 0), names, func(q *hall.RosterQuery, i int) { q.Background = back[i] })
	grades, gradeNames := append([]string{""}, s.Grades...), []text.Message{filterAll}
	for _, g := range s.Grades {
		gradeNames = append(gradeNames, text.Stock(g))
	}
	add(grade, 0, max(slices.Index(grades, q.Grade), 0), gradeNames, func(q *hall.RosterQuery, i int) { q.Grade = grades[i] })
	var states, times []text.Message
	for f := hall.OnRoster; f <= hall.OnlyLeft; f++ {
		states = append(states, text.StatusFilter(f))
	}
	add(standing, 0, int(q.Status), states, func(q *hall.RosterQuery, i int) { q.Status = hall.StatusFilter(i) })
	for f := hall.AnyTime; f <= hall.OnlyPartTime; f++ {
		times = append(times, text.TimeFilter(f))
	}
	add(fullTime, 0, int(q.Time), times, func(q *hall.RosterQuery, i int) { q.Time = hall.TimeFilter(i) })
	return out
}

// narrowed says what the list is narrowed to.
func (v *View) narrowed() text.Message {
	var set []string
	for _, n := range v.narrowings() {
		if !n.set.IsZero() {
			set = append(set, v.env.Say(filterSet.With("what", n.name).With("value", n.set)))
		}
	}
	if row, ok := v.people.At(); ok {
		switch q := v.query(); {
		case q.Studio != 0:
			set = append(set, v.env.Say(filterSet.With("what", studio).With("value", row.StudioName)))
		case q.Org != 0:
			set = append(set, v.env.Say(filterSet.With("what", org).With("value", row.Organisation)))
		}
	}
	return text.Raw(strings.Join(set, "   "))
}

func (v *View) filterMenu() tea.Cmd {
	var items []menu.Item
	for _, n := range v.narrowings() {
		set := n.set
		if set.IsZero() {
			set = filterAll
		}
		items = append(items, menu.Item{Name: filterSet.With("what", n.name).With("value", set), Do: n.choose})
	}
	clear := menu.Item{Name: filterClear, Do: func() tea.Cmd { return v.people.Narrow(hall.RosterQuery{}) }}
	if v.query() == (hall.RosterQuery{}) {
		clear.Why = noFilter
	}
	return menu.Open(v.env, v.env.Say(filterTitle), append(items, clear))
}

// choose asks for one of a few values.
func (v *View) choose(title text.Message, names []text.Message, put func(*hall.RosterQuery, int)) tea.Cmd {
	var items []menu.Item
	for i, name := range names {
		items = append(items, menu.Item{Name: name, Do: func() tea.Cmd {
			q := v.query()
			put(&q, i)
			return v.people.Narrow(q)
		}})
	}
	return menu.Open(v.env, v.env.Say(title), items)
}

// mostPlaces bounds the villages of a hall; a few of them are listed.
const mostPlaces = 2000

// pickPlace asks for one of the villages or areas of the roster: there may be hundreds.
func (v *View) pickPlace(areas bool, at func(*hall.RosterQuery) *string) tea.Cmd {
	all := v.env.Say(filterAll)
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		names, err := s.Desk.Places(ctx, areas, "", mostPlaces)
		var out []menu.Choice
		q = strings.ToLower(strings.TrimSpace(q))
		if q == "" {
			out = append(out, menu.Choice{Label: all})
		}
		for _, n := range names {
			if strings.Contains(n, q) || strings.HasPrefix(pinyin.First(n), q) {
				out = append(out, menu.Choice{ID: n, Label: n})
			}
		}
		return out, err
	}
	return menu.Pick(v.env, v.env.Say(choosePlace), text.Message{}, find, func(c menu.Choice) tea.Cmd {
		q := v.query()
		*at(&q) = c.ID
		return v.people.Narrow(q)
	})
}
