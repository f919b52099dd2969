package roster

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pause is how long typing must rest before a search begins; pageRows is how many are listed
// at first and how many more when the cursor comes to the end.
const (
	pause    = 150 * time.Millisecond
	pageRows = 60
	most     = 480
)

// list is what the roster shows: what was asked for, and the answer.
type list struct {
	field widget.Field
	query hall.RosterQuery // the filters; the words stand in the field
	rows  []hall.RosterRow
	more  bool
	limit int
	asked hall.RosterQuery // what the rows answer
	read  bool
	enter bool // Enter was pressed before the answer came
	table widget.Table
}

type (
	search struct{ query string }
	found  struct {
		query hall.RosterQuery
		page  hall.RosterPage
		err   error
	}
	place  struct{ name string }
	filter struct{ by, value string }
)

func newList(env *views.Env) list {
	l := list{field: widget.NewField(40), limit: pageRows, table: widget.Table{Header: true}}
	l.field.Placeholder = env.Say(text.Roster.Find)
	return l
}

func (l *list) text() string { return strings.TrimSpace(l.field.Value()) }

// narrowed reports whether anything is asked for.
func (l *list) narrowed() bool { return l.text() != "" || l.query != (hall.RosterQuery{}) }

// ask is the whole question as it stands now.
func (l *list) ask() hall.RosterQuery {
	q := l.query
	q.Text = l.text()
	return q
}

func (v *View) find(limit int) tea.Cmd {
	q, desk := v.list.ask(), v.env.Desk
	v.list.limit = limit
	q.Limit = limit
	return func() tea.Msg {
		page, err := desk.Roster(background(), q)
		return found{q, page, err}
	}
}

// same reports whether two questions have the same answer, but for how much of it.
func same(a, b hall.RosterQuery) bool {
	a.Limit, b.Limit = 0, 0
	return a == b
}

func (v *View) found(m found) tea.Cmd {
	l := &v.list
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case !same(m.query, l.ask()):
		return nil // late: something else is asked for now
	}
	if !same(m.query, l.asked) {
		l.table.SetRows(nil, nil, nil) // another question: begin at its first answer
	}
	l.rows, l.more, l.asked, l.read = m.page.Rows, m.page.More, m.query, true
	v.fillList()
	if l.enter {
		l.enter = false
		if len(l.rows) == 1 {
			return v.enter()
		}
	}
	return nil
}

func (v *View) selected() *hall.RosterRow {
	if i := v.list.table.Cursor(); i < len(v.list.rows) {
		return &v.list.rows[i]
	}
	return nil
}

func (v *View) listKey(msg tea.Msg, stroke string) tea.Cmd {
	l := &v.list
	switch stroke {
	case "up", "down", "pgup", "pgdown":
		l.table.Update(msg)
		if l.more && l.table.AtEnd() && l.limit < most {
			return v.find(l.limit + pageRows)
		}
		return nil
	}
	if _, changed := l.field.Update(msg); changed {
		l.enter = false
		return v.env.After(pause, search{l.text()})
	}
	return nil
}

// enter lists what can be done with the one under the cursor. What is listed for an older
// text is not meant: it asks at once, and goes on if there is only one.
func (v *View) enter() tea.Cmd {
	l := &v.list
	if l.read && !same(l.asked, l.ask()) {
		l.enter = true
		return v.find(pageRows)
	}
	if v.may().IsZero() {
		return v.listMenu()
	}
	if r := v.selected(); r != nil {
		return v.open(r.ID, 0)
	}
	return v.filterMenu()
}

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
	return views.Open(dialog.Menu(v.env.Styles, say(t.FilterTitle), append(items, clear), func(id string) tea.Msg { return filter{by: id, value: "?"} }))
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
	return views.Open(dialog.Menu(v.env.Styles, say(title), items, func(id string) tea.Msg { return filter{by, strings.TrimPrefix(id, "=")} }))
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
