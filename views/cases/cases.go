// Package cases lists the cases (案件, F8), newest first, a page at a time however many
// there are.
package cases

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// page is how many rows are read at a time while the cursor moves down; most is what the
// desk gives at once.
const (
	page = 60
	most = 200
)

// View is the screen.
type View struct {
	env     *views.Env
	query   hall.CaseQuery
	rows    []hall.CaseRow
	total   int
	more    bool
	reading bool
	read    bool
	table   widget.Table
}

type (
	loaded struct {
		query hall.CaseQuery
		page  hall.CasePage
		want  int // how many rows a reading anew was to bring
		err   error
	}
	byState struct{ state hall.State }
)

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View {
	return &View{env: env, query: hall.CaseQuery{Limit: page}, table: widget.Table{Header: true}}
}

// Title implements views.View.
func (v *View) Title() text.Message {
	name := text.CaseFilter(v.query.Filter)
	if v.query.Filter == hall.StateCases {
		name = text.State(v.query.State)
	}
	return text.Raw("{a}  {b}").With("a", text.Cases.Title).With("b", name)
}

// Load implements views.View: it reads anew as many rows as are listed, so that the cursor's
// row stays where it is.
func (v *View) Load() tea.Cmd {
	desk, q, want := v.env.Desk, v.query, max(len(v.rows), page)
	return func() tea.Msg {
		m := loaded{query: q, want: want}
		for len(m.page.Rows) < want {
			q.Limit = min(want-len(m.page.Rows), most)
			p, err := desk.Cases(context.Background(), q)
			if err != nil {
				m.err = err
				return m
			}
			p.Rows = append(m.page.Rows, p.Rows...)
			if m.page = p; !p.More {
				break
			}
			q.After = p.Rows[len(p.Rows)-1].ID
		}
		return m
	}
}

func (v *View) fetch(q hall.CaseQuery, want int) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		p, err := desk.Cases(context.Background(), q)
		return loaded{q, p, want, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case byState:
		return v.filter(hall.StateCases, m.state)
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "left":
			return v.turn(-1)
		case "right":
			return v.turn(1)
		case "1":
			return v.filter(hall.AllCases, 0)
		case "2":
			return v.filter(hall.OpenCases, 0)
		case "3":
			return v.filter(hall.MyCases, 0)
		case "4":
			return v.stateMenu()
		}
	}
	v.table.Update(msg)
	if v.more && !v.reading && v.table.AtEnd() && len(v.rows) > 0 {
		v.reading = true
		q := v.query
		q.After, q.Limit = v.rows[len(v.rows)-1].ID, page
		return v.fetch(q, 0)
	}
	return nil
}

func (v *View) turn(by int) tea.Cmd {
	n := (int(v.query.Filter) + by + 3) % 3
	return v.filter(hall.CaseFilter(n), 0)
}

func (v *View) filter(f hall.CaseFilter, s hall.State) tea.Cmd {
	v.query.Filter, v.query.State = f, s
	v.rows, v.read, v.more, v.reading = nil, false, false, false
	v.table.SetRows(nil, nil, nil)
	return v.Load()
}

func (v *View) stateMenu() tea.Cmd {
	var items []widget.MenuItem
	for _, s := range hall.States() {
		items = append(items, widget.MenuItem{ID: strconv.Itoa(int(s)), Label: v.env.Say(text.State(s))})
	}
	return views.Open(dialog.Menu(v.env.Styles, v.env.Say(text.Cases.ByState), items, func(id string) tea.Msg {
		n, _ := strconv.Atoi(id)
		return byState{hall.State(n)}
	}))
}

func (v *View) show(m loaded) tea.Cmd {
	if m.err != nil {
		v.reading = false
		return views.Fail(m.err)
	}
	if m.query.Filter != v.query.Filter || m.query.State != v.query.State {
		return nil
	}
	if m.want > 0 {
		v.rows = m.page.Rows
	} else {
		if len(v.rows) == 0 || v.rows[len(v.rows)-1].ID != m.query.After {
			v.reading = false
			return nil // the list was read anew meanwhile
		}
		v.rows = append(v.rows, m.page.Rows...)
	}
	v.total, v.more, v.read, v.reading = m.page.Total, m.page.More, true, false
	keys, cells, tones := make([]string, len(v.rows)), make([][]string, len(v.rows)), make([]widget.Tone, len(v.rows))
	today := v.env.Today()
	for i, r := range v.rows {
		keys[i], cells[i] = fmt.Sprint(r.ID), v.cells(r)
		switch {
		case r.Hidden:
			tones[i] = widget.Muted
		case r.Deadline != 0 && r.Deadline < today && (r.State == hall.Accepted || r.State == hall.Mediating):
			tones[i] = widget.Danger
		case !r.State.Open():
			tones[i] = widget.Muted
		}
	}
	v.table.SetRows(keys, cells, tones)
	return nil
}

func (v *View) number(r hall.CaseRow) string {
	if r.Number == "" {
		return v.env.Say(text.Cases.NoNumber)
	}
	return r.Number
}

func (v *View) parties(r hall.CaseRow) string {
	say := v.env.Say
	if r.Hidden {
		return say(text.Cases.Hidden)
	}
	out := say(text.Who(r.Applicant, r.Applicants))
	if r.Respondent != "" {
		out = say(text.Cases.Versus.With("a", out).With("b", say(text.Who(r.Respondent, r.Respondents))))
	}
	return out
}

func (v *View) cells(r hall.CaseRow) []string {
	say := v.env.Say
	left := ""
	if r.State == hall.Accepted || r.State == hall.Mediating {
		left = say(text.Left(r.Deadline, v.env.Today()))
	}
	kind := ""
	if !r.Hidden {
		kind = say(text.Type(v.env.Settings, r.Type))
	}
	return []string{v.number(r), kind, v.parties(r), say(text.State(r.State)), left, r.Chair}
}

func (v *View) selected() *hall.CaseRow {
	if i := v.table.Cursor(); i < len(v.rows) {
		return &v.rows[i]
	}
	return nil
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if !v.read {
		return views.NewFrame(w, h, nil)
	}
	st, say, t := v.env.Styles, v.env.Say, text.Cases
	head := " " + st.Muted.Render(say(t.Total.With("n", v.total)))
	if len(v.rows) == 0 {
		what := t.EmptyHere
		if v.query.Filter == hall.AllCases {
			what = t.Empty
		}
		return views.NewFrame(w, h, []string{"", "   " + st.Muted.Render(say(what))})
	}
	side := 0
	if w >= 120 {
		side = 38
	}
	lw := w - 2
	if side > 0 {
		lw -= side + 2
	}
	kind, state := 10, 16
	switch {
	case lw >= 90:
		kind = 14
	case side == 0: // the chair has its column here: the parties need the cells
		kind, state = 8, 12
	}
	v.table.Columns = []widget.Column{
		{Title: say(t.Number), Width: 24, Fit: true}, {Title: say(t.Type), Width: kind, Fit: true}, {Title: say(t.Parties)},
		{Title: say(t.State), Width: state, Fit: true}, {Title: say(t.Deadline), Width: 16, Fit: true, Right: true},
	}
	if side == 0 { // beside the list the detail says it
		v.table.Columns = append(v.table.Columns, widget.Column{Title: say(t.Chair), Width: 8, Fit: true})
	}
	body := v.table.Draw(lw, h-1, st)
	if side > 0 {
		body = widget.Beside(body, lw, v.detail(side), side, 2)
	}
	out := []string{head}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// detail shows the row under the cursor in full, from what the list holds.
func (v *View) detail(w int) []string {
	r := v.selected()
	if r == nil {
		return nil
	}
	st, say, t := v.env.Styles, v.env.Say, text.Cases
	out := []string{st.Title.Render(widget.Cut(v.number(*r), w, st.Marks.More)), ""}
	lw := 9
	if v.env.Lang == text.En {
		lw = 12
	}
	add := func(label text.Message, value string) {
		for i, l := range widget.Wrap(value, w-lw) {
			head := strings.Repeat(" ", lw)
			if i == 0 {
				head = st.Muted.Render(widget.Pad(say(label), lw))
			}
			if value != "" {
				out = append(out, head+l)
			}
		}
	}
	add(t.Parties, v.parties(*r))
	add(t.Subject, r.Subject)
	if !r.Hidden {
		add(t.Type, say(text.Type(v.env.Settings, r.Type)))
	}
	add(t.State, say(text.State(r.State)))
	add(t.Chair, r.Chair)
	add(t.Registered, say(text.ShortDay(r.Registered)))
	if r.Deadline != 0 {
		add(t.Deadline, say(text.ShortDay(r.Deadline)))
	}
	if r.Amount > 0 {
		add(t.Amount, say(text.Money(r.Amount)))
	}
	return out
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Cases
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: t.Open, Run: func() tea.Cmd {
			return views.Go(views.Route{Screen: views.CaseFile, Case: v.selected().ID})
		}, Blocked: func() text.Message {
			switch r := v.selected(); {
			case r == nil:
				return t.Empty
			case r.Hidden:
				return text.Err(hall.Refuse(hall.ErrClosedCase))
			}
			return text.Message{}
		}},
		{Key: views.Key("←→", "left", "right"), Name: t.Filter},
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message { return text.Cases.Hint }
