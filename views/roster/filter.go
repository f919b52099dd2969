package roster

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// filter is one that was chosen: by what, and its value; "?" is still to be asked.
type filter struct{ by, value string }

// What the roster is filtered by.
const (
	byVillage    = "village"
	byArea       = "area"
	bySpeciality = "speciality"
	byBackground = "background"
	byGrade      = "grade"
	byStatus     = "status"
	byTime       = "time"
	byClear      = "clear"
)

// filterNames are the filters in the menu's order, with what each is set to; empty: not set.
func (v *View) filterNames() []struct {
	by    string
	name  text.Message
	value text.Message
} {
	q, t := v.list.query, text.Roster
	out := []struct {
		by    string
		name  text.Message
		value text.Message
	}{
		{byVillage, t.Village, text.Raw(q.Village)}, {byArea, t.Area, text.Raw(q.Area)}, {bySpeciality, t.Speciality, text.Message{}}, {byBackground, t.Background, text.Message{}},
		{byGrade, t.Grade, text.Raw(q.Grade)}, {byStatus, t.Status, text.Message{}}, {byTime, t.Time, text.Message{}},
	}
	if q.Speciality != "" {
		out[2].value = text.Type(v.env.Settings, q.Speciality)
	}
	if q.Background != "" {
		out[3].value = text.Background(q.Background)
	}
	if q.Status != hall.OnRoster {
		out[5].value = text.StatusFilter(q.Status)
	}
	if q.Time != hall.AnyTime {
		out[6].value = text.TimeFilter(q.Time)
	}
	return out
}

func (v *View) filterMenu() tea.Cmd {
	say, t := v.env.Say, text.Roster
	var items []widget.MenuItem
	for _, f := range v.filterNames() {
		value := f.value
		if value.IsZero() {
			value = t.FilterAll
		}
		items = append(items, widget.MenuItem{ID: f.by, Label: say(t.PlaceOf.With("what", f.name).With("value", value))})
	}
	clear := widget.MenuItem{ID: byClear, Label: say(t.FilterClear)}
	if v.list.query == (hall.RosterQuery{}) {
		clear.Reason = say(t.NoFilter)
	}
	return views.Open(dialog.Menu(v.env, say(t.FilterTitle), append(items, clear), func(id string) tea.Msg { return filter{by: id, value: "?"} }))
}

// filtered takes a filter: which one, or its value.
func (v *View) filtered(m filter) tea.Cmd {
	q := &v.list.query
	switch {
	case m.by == byClear:
		*q = hall.RosterQuery{}
	case m.value == "?" && (m.by == byVillage || m.by == byArea):
		return v.pickPlace(m.by)
	case m.value == "?":
		return v.filterValues(m.by)
	}
	n, _ := strconv.Atoi(m.value)
	switch m.by {
	case byVillage:
		q.Village = m.value
	case byArea:
		q.Area = m.value
	case bySpeciality:
		q.Speciality = m.value
	case byBackground:
		q.Background = hall.Background(m.value)
	case byGrade:
		q.Grade = m.value
	case byStatus:
		q.Status = hall.StatusFilter(n)
	case byTime:
		q.Time = hall.TimeFilter(n)
	}
	return v.find(pageRows)
}

// filterValues lists what a filter can be set to.
func (v *View) filterValues(by string) tea.Cmd {
	say, t, s := v.env.Say, text.Roster, v.env.Settings
	items := []widget.MenuItem{{ID: "", Label: say(t.FilterAll)}}
	add := func(id string, name text.Message) { items = append(items, widget.MenuItem{ID: id, Label: say(name)}) }
	switch by {
	case bySpeciality:
		for _, k := range s.Types {
			add(k.Code, text.Type(s, k.Code))
		}
	case byBackground:
		for _, b := range hall.Backgrounds() {
			add(string(b), text.Background(b))
		}
	case byGrade:
		for _, g := range s.Grades {
			add(g, text.Raw(g))
		}
	case byStatus:
		items = nil
		for _, f := range []hall.StatusFilter{hall.OnRoster, hall.OnlyActive, hall.OnlySuspended, hall.OnlyLeft} {
			add(fmt.Sprint(int(f)), text.StatusFilter(f))
		}
	case byTime:
		items = nil
		for _, f := range []hall.TimeFilter{hall.AnyTime, hall.OnlyFullTime, hall.OnlyPartTime} {
			add(fmt.Sprint(int(f)), text.TimeFilter(f))
		}
	}
	title := t.FilterTitle
	for _, f := range v.filterNames() {
		if f.by == by {
			title = f.name
		}
	}
	for i := range items { // a menu takes an empty answer for none
		items[i].ID = "=" + items[i].ID
	}
	return views.Open(dialog.Menu(v.env, say(title), items, func(id string) tea.Msg { return filter{by, strings.TrimPrefix(id, "=")} }))
}

// pickPlace lets one of the villages or areas be chosen that mediators are of.
func (v *View) pickPlace(by string) tea.Cmd {
	desk, all := v.env.Desk, v.env.Say(text.Roster.FilterAll)
	find := placeFinder(desk.Places, by == byArea)
	return views.Open(dialog.Pick(v.env, v.env.Say(text.Roster.ChoosePlace), func(ctx ctx, q string) ([]dialog.Choice, error) {
		names, err := find(ctx, q)
		out := []dialog.Choice{{ID: "=", Label: all}}
		for _, n := range names {
			out = append(out, dialog.Choice{ID: "=" + n, Label: n})
		}
		if q != "" && len(names) > 0 {
			out = out[1:]
		}
		return out, err
	}, func(c dialog.Choice) tea.Msg { return filter{by, strings.TrimPrefix(c.ID, "=")} }))
}

// placeFinder finds places by what they hold or by their initials.
func placeFinder(places func(ctx, bool, string, int) ([]string, error), areas bool) func(ctx, string) ([]string, error) {
	return func(c ctx, q string) ([]string, error) {
		const mostPlaces = 2000
		all, err := places(c, areas, "", mostPlaces)
		q = strings.ToLower(strings.TrimSpace(q))
		out := slices.DeleteFunc(all, func(p string) bool { return !strings.Contains(p, q) && !strings.HasPrefix(pinyin.First(p), q) })
		return out[:min(len(out), 60)], err
	}
}
