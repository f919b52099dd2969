package duty

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// A field in which a case is looked up while its number or a name is typed. Beside it stands
// a hidden one with the number under which the case is kept.

const (
	settle    = 200 * time.Millisecond // how long typing must rest before it is looked up
	mostFound = 5
)

func idField(field string) string { return field + ".id" }

// cases looks cases up for the fields of one form.
type cases struct {
	env    *views.Env
	form   *widget.Form
	fields []string
	last   map[string]string // what stood in each when it was looked at last
	found  map[string][]hall.CaseRow
}

type (
	caseSearch struct {
		of           *cases
		field, query string
	}
	casesFound struct {
		caseSearch
		rows []hall.CaseRow
		err  error
	}
)

// caseItems are the questions for one case.
func caseItems(field, label, help string, free bool) []widget.Item {
	return []widget.Item{
		{ID: field, Label: label, Max: 60, Choose: !free, Hidden: true, Help: help},
		{ID: idField(field), Hidden: true, Max: 20},
	}
}

// watch takes what stands in the fields as looked up already.
func (c *cases) watch(form *widget.Form, fields []string) {
	c.form, c.fields = form, fields
	c.last, c.found = map[string]string{}, map[string][]hall.CaseRow{}
	for _, f := range fields {
		c.last[f] = form.Value(f)
	}
}

// follow looks up what was typed into a field since.
func (c *cases) follow() tea.Cmd {
	for _, f := range c.fields {
		q := c.form.Value(f)
		if q == c.last[f] {
			continue
		}
		c.last[f] = q
		c.form.SetValue(idField(f), "")
		c.form.SetSuggest(f, nil)
		if q != "" {
			return c.env.After(settle, caseSearch{c, f, q})
		}
	}
	return nil
}

// message takes the finder's own messages; false for others.
func (c *cases) message(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case caseSearch:
		if m.of != c || c.form.Value(m.field) != m.query {
			return nil, true
		}
		desk := c.env.Desk
		return func() tea.Msg {
			rows, err := dialog.FindCases(context.Background(), desk, m.query, hall.CaseQuery{})
			return casesFound{m, rows, err}
		}, true
	case casesFound:
		switch {
		case m.err != nil:
			return views.Fail(m.err), true
		case m.of == c && c.form.Value(m.field) == m.query && c.form.Raw(idField(m.field)) == "":
			c.offer(m.field, m.rows)
		}
		return nil, true
	}
	return nil, false
}

func (c *cases) offer(field string, rows []hall.CaseRow) {
	var lines []string
	var kept []hall.CaseRow
	for _, r := range rows {
		if !r.Hidden && len(lines) < mostFound {
			kept = append(kept, r)
			lines = append(lines, strings.TrimSpace(caseName(c.env, r)+"  "+r.Subject+"  "+c.env.Say(text.State(r.State))))
		}
	}
	c.found[field] = kept
	c.form.SetSuggest(field, lines)
}

func caseName(env *views.Env, r hall.CaseRow) string {
	return strings.TrimSpace(r.Number + " " + env.Say(text.Versus(r)))
}

// pick takes one of those found; false when the field is none of these.
func (c *cases) pick(field string, n int) bool {
	rows := c.found[field]
	if n >= len(rows) {
		return false
	}
	c.set(field, rows[n].ID, caseName(c.env, rows[n]))
	return true
}

// set puts a case into a field.
func (c *cases) set(field string, id hall.CaseID, name string) {
	c.form.SetValue(field, name)
	c.last[field] = c.form.Value(field)
	key := ""
	if id != 0 {
		key = strconv.FormatUint(uint64(id), 10)
	}
	c.form.SetValue(idField(field), key)
	c.form.SetSuggest(field, nil)
	delete(c.found, field)
}

// of is the case that was chosen in a field, 0 where it is empty. What was typed and never
// chosen is refused.
func (c *cases) of(field string) (hall.CaseID, *hall.Error) {
	id, _ := strconv.ParseUint(c.form.Raw(idField(field)), 10, 64) // empty: none
	if id == 0 && c.form.Value(field) != "" && !c.form.Hidden(field) {
		return 0, hall.Refuse(hall.ErrPickCase).In(field)
	}
	return hall.CaseID(id), nil
}
