// Package search finds cases and people (Ctrl-F) while somebody types.
package search

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pause is how long typing must rest before a search begins; most is what is listed.
const (
	pause = 150 * time.Millisecond
	most  = 30
)

// View is the screen.
type View struct {
	env   *views.Env
	field widget.Field
	hits  []hall.Hit
	asked string // what the hits answer
	enter string // Enter was pressed before the answer to this came
	done  bool
	table widget.Table
}

type (
	search struct{ query string }
	found  struct {
		query string
		hits  []hall.Hit
		err   error
	}
	person struct {
		row  hall.PersonRow
		what string
	}
)

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, field: widget.NewField(60)}
	v.field.Placeholder = env.Say(text.Search.Placeholder)
	v.field.Set(r.Query)
	v.table.Columns = []widget.Column{{Width: 8}, {}, {Width: 22}, {Width: 16}}
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message { return text.Search.Title }

// Load implements views.View: what was found is looked for again.
func (v *View) Load() tea.Cmd { return v.find(v.query()) }

// query is what is asked for.
func (v *View) query() string { return strings.TrimSpace(v.field.Value()) }

func (v *View) find(q string) tea.Cmd {
	if q == "" {
		v.hits, v.asked, v.done = nil, "", false
		v.table.SetRows(nil, nil, nil)
		return nil
	}
	desk := v.env.Desk
	return func() tea.Msg {
		hits, err := desk.Search(context.Background(), q, most)
		return found{q, hits, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case search:
		if m.query == v.query() {
			return v.find(m.query)
		}
		return nil
	case found:
		if m.err != nil {
			return views.Fail(m.err)
		}
		if m.query != v.query() {
			return nil // late: something else is asked for now
		}
		v.show(m)
		if v.enter == m.query && len(v.hits) == 1 {
			return v.open()
		}
		v.enter = ""
		return nil
	case person:
		if m.what == "cases" {
			v.field.Set(m.row.Name)
			return v.find(m.row.Name)
		}
		return views.Go(views.Route{Screen: views.Intake, Person: m.row.ID})
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "up", "down", "pgup", "pgdown":
			v.table.Update(msg)
			return nil
		}
	}
	if _, changed := v.field.Update(msg); changed {
		v.enter = ""
		if v.query() == "" {
			return v.find("")
		}
		return v.env.After(pause, search{v.query()})
	}
	return nil
}

func (v *View) show(m found) {
	if m.query != v.asked {
		v.table.SetRows(nil, nil, nil) // another question: begin at its first answer
	}
	v.hits, v.asked, v.done = m.hits, m.query, true
	keys, cells := make([]string, len(m.hits)), make([][]string, len(m.hits))
	say := v.env.Say
	for i, h := range m.hits {
		if c := h.Case; c != nil {
			no := c.Number
			if no == "" {
				no = say(text.Cases.NoNumber)
			}
			who := text.Who(c.Applicant, c.Applicants)
			if c.Respondent != "" {
				who = text.Cases.Versus.With("a", who).With("b", text.Who(c.Respondent, c.Respondents))
			}
			keys[i] = fmt.Sprint("c", c.ID)
			cells[i] = []string{say(text.Search.Cases), say(who) + "  " + c.Subject, no, say(text.State(c.State))}
			continue
		}
		p := h.Person
		keys[i] = fmt.Sprint("p", p.ID)
		cells[i] = []string{say(text.Search.People), p.Name + "  " + p.Village, p.Phone, say(text.ShortDay(p.Last))}
	}
	v.table.SetRows(keys, cells, nil)
}

// open opens what the cursor is on. What is listed for an older text is not: it asks at once,
// and opens the answer if there is only one.
func (v *View) open() tea.Cmd {
	if q := v.query(); q != v.asked {
		v.enter = q
		return v.find(q)
	}
	v.enter = ""
	h := v.hits[v.table.Cursor()]
	if h.Case != nil {
		return views.Go(views.Route{Screen: views.CaseFile, Case: h.Case.ID})
	}
	row, say, t := *h.Person, v.env.Say, text.Search
	register := text.Message{}
	if err := v.env.Actor.Require(hall.MayIntake); err != nil {
		register = text.Err(err)
	}
	return views.Open(dialog.Menu(v.env.Styles, row.Name, []widget.MenuItem{
		{ID: "new", Label: say(t.Register), Reason: say(register)}, {ID: "cases", Label: say(t.HisCases)},
	}, func(id string) tea.Msg { return person{row, id} }))
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	st, say, t := v.env.Styles, v.env.Say, text.Search
	label := "  " + say(t.Field) + "  "
	lw := widget.Width(label)
	line, cx := v.field.Draw(min(w-lw-4, 70), true, st)
	out := []string{"", st.Label.Render(label) + line, ""}
	switch {
	case !v.done:
		for _, l := range widget.Wrap(say(t.What), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(l))
		}
	case len(v.hits) == 0:
		out = append(out, "   "+st.Muted.Render(say(t.None)))
	default:
		for _, l := range v.table.Draw(w-2, h-3, st) {
			out = append(out, " "+l)
		}
	}
	f := views.NewFrame(w, h, out)
	f.Cursor = &views.Point{X: lw + cx, Y: 1}
	return f
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: text.Search.Open, Run: v.open, Blocked: func() text.Message {
			switch {
			case v.query() == "":
				return text.Search.What
			case v.query() == v.asked && v.table.Cursor() >= len(v.hits):
				return text.Search.None
			}
			return text.Message{}
		}},
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message { return text.Search.Hint }
