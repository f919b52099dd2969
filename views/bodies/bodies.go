// Package bodies is the register of resource bodies (资源单位): whom the hall can ask to a
// joint consultation, what they can help with, and when they can come.
package bodies

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
	most  = 500
)

// View is the list, and the form of one of them.
type View struct {
	env   *views.Env
	field widget.Field
	rows  []hall.Body
	asked string // what the rows answer
	enter bool   // Enter was pressed before the answer came
	read  bool
	table widget.Table
	draft hall.DraftID // to go on with, once
	edit  *edit        // the form, while it is open
}

type (
	search struct{ query string }
	found  struct {
		query string
		rows  []hall.Body
		err   error
	}
)

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, field: widget.NewField(40), draft: r.Draft, table: widget.Table{Header: true}}
	v.field.Placeholder = env.Say(text.Bodies.Find)
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message { return text.Bodies.Title }

func (v *View) query() string { return strings.TrimSpace(v.field.Value()) }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	var resume tea.Cmd
	if v.draft != 0 {
		resume = v.resume(v.draft)
		v.draft = 0
	}
	return tea.Batch(v.find(v.query()), resume)
}

func (v *View) find(q string) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		rows, err := desk.Bodies(context.Background(), q, most)
		return found{q, rows, err}
	}
}

// may says why the signed-in person cannot change the register; empty when he can.
func (v *View) may() text.Message {
	if v.env.Actor.May(hall.MayAssign) {
		return text.Message{}
	}
	return text.Bodies.NoRight
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
	case opened:
		return v.begin(m)
	}
	if v.edit != nil {
		return v.editUpdate(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "up", "down", "pgup", "pgdown":
			v.table.Update(msg)
			return nil
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
	return nil
}

func (v *View) fill() {
	keys, cells, tones := make([]string, len(v.rows)), make([][]string, len(v.rows)), make([]widget.Tone, len(v.rows))
	for i, b := range v.rows {
		about := b.Special
		if about == "" {
			about = v.helps(b)
		}
		if b.Off {
			about, tones[i] = v.env.Say(text.Bodies.Off), widget.Muted
		}
		keys[i], cells[i] = fmt.Sprint(b.ID), []string{b.Name, v.env.Say(text.BodyKind(b.Kind)), b.Contact, b.Phone, about}
	}
	v.table.SetRows(keys, cells, tones)
}

// helps names the dispute types that a body helps with.
func (v *View) helps(b hall.Body) string { return v.types().Line(b.Helps, nil) }

func (v *View) selected() *hall.Body {
	if i := v.table.Cursor(); i < len(v.rows) {
		return &v.rows[i]
	}
	return nil
}

// open opens what the cursor is on. What is listed for an older text is not: it asks at once,
// and opens the answer if there is only one.
func (v *View) open() tea.Cmd {
	if q := v.query(); q != v.asked {
		v.enter = true
		return v.find(q)
	}
	v.enter = false
	b := v.selected()
	if b == nil {
		return nil
	}
	if !v.may().IsZero() {
		return views.Open(dialog.Note(v.env, b.Name, append(v.detail(*b, 56)[2:], "", v.env.Say(v.may()))))
	}
	return v.begun(*b)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	if v.edit != nil {
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}, {Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Bodies.Save, Run: v.submit},
		}
	}
	name := text.Bodies.Open
	if !v.may().IsZero() {
		name = text.Bodies.Look
	}
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: name, Run: v.open, Blocked: func() text.Message {
			if v.selected() == nil && v.query() == v.asked {
				return v.empty()
			}
			return text.Message{}
		}},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.Bodies.Add, Run: func() tea.Cmd { return v.begun(hall.Body{}) }, Blocked: v.may},
	}
}

// empty is why nothing is listed, and what would fill the list.
func (v *View) empty() text.Message {
	if v.asked == "" {
		return text.Bodies.None
	}
	return text.Bodies.NoneFound
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	switch {
	case v.edit != nil:
		return text.Bodies.FormHint
	case !v.may().IsZero():
		return v.may()
	}
	return text.Bodies.Hint
}
