// Package studios is the brand studios (品牌调解室): places or teams known by name, with their
// people, their way of working and what they achieved.
package studios

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/kit/form"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pause is how long typing must rest before a search begins; most is what is listed.
const (
	pause = 150 * time.Millisecond
	most  = 500
)

// View is the list; over it one studio, or a form.
type View struct {
	env   *views.Env
	field widget.Field
	rows  []hall.StudioRow
	asked string // what the rows answer
	enter bool   // Enter was pressed before the answer came
	read  bool
	table widget.Table
	one   hall.StudioID
	file  *hall.StudioFile
	top   int
	draft hall.DraftID // to go on with, once
}

type (
	search struct{ query string }
	found  struct {
		query string
		rows  []hall.StudioRow
		err   error
	}
	fileRead struct {
		id   hall.StudioID
		file hall.StudioFile
		err  error
	}
	chosen struct {
		what string
		row  hall.StudioRow
	}
)

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, field: widget.NewField(40), one: r.Studio, draft: r.Draft, table: widget.Table{Header: true}}
	v.field.Placeholder = env.Say(text.Studios.Find)
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.one != 0 && v.file != nil && v.file.Studio.ID == v.one {
		return text.Studios.Of.With("name", v.file.Studio.Name)
	}
	return text.Studios.Title
}

func (v *View) query() string { return strings.TrimSpace(v.field.Value()) }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	var resume tea.Cmd
	if v.draft != 0 {
		resume = form.Resume(v.env, v.draft)
		v.draft = 0
	}
	return tea.Batch(v.find(v.query()), v.readFile(), resume)
}

func (v *View) find(q string) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		rows, err := desk.Studios(context.Background(), q, most)
		return found{q, rows, err}
	}
}

// shown is the studio that is looked at, or that the cursor is on; 0: none.
func (v *View) shown() hall.StudioID {
	if v.one != 0 {
		return v.one
	}
	if r := v.at(); r != nil {
		return r.ID
	}
	return 0
}

func (v *View) at() *hall.StudioRow {
	if i := v.table.Cursor(); i < len(v.rows) {
		return &v.rows[i]
	}
	return nil
}

func (v *View) readFile() tea.Cmd {
	desk, id := v.env.Desk, v.shown()
	if id == 0 {
		return nil
	}
	return func() tea.Msg {
		f, err := desk.Studio(context.Background(), id)
		return fileRead{id, f, err}
	}
}

// may says why the signed-in person cannot change anything here; empty when he can.
func (v *View) may() text.Message {
	if v.env.Actor.May(hall.MayRoster) {
		return text.Message{}
	}
	return text.Orgs.NoRight
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
		return v.found(m)
	case fileRead:
		if m.id != v.shown() {
			return nil // the cursor has gone on
		}
		if m.err != nil {
			return views.Fail(m.err)
		}
		v.file = &m.file
		return nil
	case chosen:
		return v.run(m)
	case form.Resumed:
		return v.resume(m.Draft)
	case form.Saved[hall.Studio], form.Saved[closing]:
		return v.Load()
	}
	return v.key(msg)
}

func (v *View) key(msg tea.Msg) tea.Cmd {
	k, isKey := msg.(tea.KeyPressMsg)
	switch {
	case isKey && v.one != 0:
		v.top = max(v.top+map[string]int{"down": 1, "up": -1, "pgdown": 10, "pgup": -10}[k.Keystroke()], 0)
		return nil
	case v.one != 0:
		return nil
	}
	if isKey {
		switch k.Keystroke() {
		case "up", "down", "pgup", "pgdown":
			v.table.Update(msg)
			return v.readFile()
		}
	}
	if _, changed := v.field.Update(msg); changed {
		v.enter = false
		return v.env.After(pause, search{v.query()})
	}
	return nil
}

func (v *View) found(m found) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	if m.query != v.query() {
		return nil // late: something else is asked for now
	}
	if m.query != v.asked {
		v.table.SetRows(nil, nil, nil) // another question: begin at its first answer
	}
	v.rows, v.asked, v.read = m.rows, m.query, true
	v.fill()
	if v.enter && len(v.rows) == 1 {
		return v.open()
	}
	v.enter = false
	return v.readFile()
}

func (v *View) fill() {
	keys, cells, tones := make([]string, len(v.rows)), make([][]string, len(v.rows)), make([]widget.Tone, len(v.rows))
	for i, r := range v.rows {
		about := r.Way
		if r.Closed != 0 {
			about, tones[i] = v.env.Say(text.Studios.Closed), widget.Muted
		}
		keys[i], cells[i] = fmt.Sprint(r.ID), []string{v.env.Say(text.StudioKind(r.Kind)), r.Name, r.Lead, fmt.Sprint(r.People), about}
	}
	v.table.SetRows(keys, cells, tones)
}

// open lists what can be done with the studio under the cursor. What is listed for an older
// text is not meant: it asks at once, and opens the answer if there is only one.
func (v *View) open() tea.Cmd {
	if q := v.query(); q != v.asked {
		v.enter = true
		return v.find(q)
	}
	v.enter = false
	if r := v.at(); r != nil {
		return v.menu(*r)
	}
	return nil
}

// What can be done with a studio, in the menu's order.
const (
	doOpen   = "open"
	doPeople = "people"
	doChange = "change"
	doClose  = "close"
)

func (v *View) menu(r hall.StudioRow) tea.Cmd {
	say, t := v.env.Say, text.Studios
	var items []widget.MenuItem
	for _, d := range []struct {
		what string
		say  text.Message
	}{{doOpen, t.DoOpen}, {doPeople, t.DoPeople}, {doChange, t.DoChange}, {doClose, t.DoClose}} {
		items = append(items, widget.MenuItem{ID: d.what, Label: say(d.say), Reason: say(v.why(d.what, r))})
	}
	return views.Open(dialog.Menu(v.env.Styles, r.Name, items, func(id string) tea.Msg { return chosen{id, r} }))
}

// why says why something cannot be done; empty when it can.
func (v *View) why(what string, r hall.StudioRow) text.Message {
	switch {
	case what == doOpen && v.one == r.ID:
		return text.Orgs.Here
	case what == doOpen || what == doPeople:
		return text.Message{}
	case !v.may().IsZero():
		return v.may()
	case what == doClose && r.Closed != 0:
		return text.Studios.Closed
	}
	return text.Message{}
}

func (v *View) run(m chosen) tea.Cmd {
	switch m.what {
	case doOpen:
		v.one, v.top = m.row.ID, 0
		return v.readFile()
	case doPeople:
		return views.Go(views.Route{Screen: views.Roster, Studio: m.row.ID})
	}
	return v.begin(m.what, uint64(m.row.ID), hall.Draft{})
}

func (v *View) menuHere() tea.Cmd { return v.menu(hall.StudioRow{Studio: v.file.Studio}) }

func (v *View) unread() text.Message {
	if v.file == nil || v.file.Studio.ID != v.one {
		return text.Coverage.Gone
	}
	return text.Message{}
}

// Back implements views.Backer: Esc closes the studio.
func (v *View) Back() (tea.Cmd, bool) {
	if v.one == 0 {
		return nil, false
	}
	v.one, v.top = 0, 0
	return v.Load(), true
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	if v.one != 0 {
		return []views.Action{{Key: views.Key("Enter", "enter"), Name: text.Orgs.Menu, Run: v.menuHere, Blocked: v.unread}, {Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Orgs.Scroll}}
	}
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: text.Orgs.Menu, Run: v.open, Blocked: v.nothing},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.Bodies.Add, Run: func() tea.Cmd { return v.begin(doNew, uint64(v.env.Actor.Staff), hall.Draft{}) }, Blocked: v.may},
	}
}

// nothing is why there is nothing to open, and what would fill the list.
func (v *View) nothing() text.Message {
	switch {
	case v.at() != nil || v.query() != v.asked:
		return text.Message{}
	case v.asked == "":
		return text.Studios.None
	}
	return text.Studios.NoneFound
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if v.one != 0 {
		return text.Studios.HintOne
	}
	return text.Studios.Hint
}
