package roster

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
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
