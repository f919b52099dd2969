// Package staff is where administrators keep the accounts: who may sign in, in which roles;
// and where everybody changes the own password.
package staff

import (
	"context"
	"errors"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

type mode uint8

const (
	listing mode = iota
	adding
	editing
	resetting
)

// View is the list of accounts, and the form of one of them.
type View struct {
	env    *views.Env
	mode   mode
	loaded bool
	rows   []hall.StaffRow
	table  widget.Table
	form   *widget.Form
	begun  map[string]string // the form as it was opened
	row    hall.StaffRow     // who the form is about
	stale  bool              // a save was refused because the account had changed
	saving bool
}

// New makes the screen.
func New(env *views.Env) *View {
	say := env.Say
	v := &View{env: env}
	v.table = widget.Table{Header: true, Columns: []widget.Column{
		{Title: say(text.Staff.Name), Width: 16}, {Title: say(text.Staff.Login), Width: 14}, {Title: say(text.Staff.Roles)},
		{Title: say(text.Staff.State), Width: 8},
	}}
	return v
}

// The answers to this screen's commands and dialogs.
type (
	loaded struct {
		rows []hall.StaffRow
		err  error
	}
	saved struct {
		say text.Message
		err error
	}
	drop   struct{}
	chosen struct {
		what string
		id   hall.StaffID
	}
)

// Title implements views.View.
func (v *View) Title() text.Message { return text.Staff.Title }

func (v *View) forbidden() text.Message {
	if v.env.Actor.May(hall.MayManage) {
		return text.Message{}
	}
	return text.Staff.Forbidden
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	if !v.forbidden().IsZero() {
		return nil
	}
	desk := v.env.Desk
	return func() tea.Msg {
		rows, err := desk.Staff(context.Background())
		return loaded{rows, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case saved:
		return v.saved(m)
	case drop:
		v.close()
		return nil
	case chosen:
		return v.run(m)
	}
	if v.mode == listing {
		v.table.Update(msg)
		return nil
	}
	if ev := v.form.Update(msg); ev.Submitted {
		return v.save()
	}
	return nil
}

func (v *View) show(m loaded) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.loaded, v.rows = true, m.rows
	keys, cells, tones := make([]string, len(m.rows)), make([][]string, len(m.rows)), make([]widget.Tone, len(m.rows))
	for i, r := range m.rows {
		state := text.Staff.On
		if r.Off {
			state, tones[i] = text.Staff.Off, widget.Muted
		}
		keys[i] = strconv.FormatUint(uint64(r.ID), 10)
		cells[i] = []string{r.Name, r.Login, v.env.Say(text.RoleShort(r.Roles)), v.env.Say(state)}
	}
	v.table.SetRows(keys, cells, tones)
	return v.catchUp()
}

// catchUp takes the revision of the account in the form up anew. Signing in changes it too:
// that is nobody's business here, and a save it stopped is done again. What another
// administrator changed is told first.
func (v *View) catchUp() tea.Cmd {
	i := slices.IndexFunc(v.rows, func(r hall.StaffRow) bool { return r.ID == v.row.ID })
	if v.mode != editing || i < 0 {
		return nil
	}
	now, stale := v.rows[i], v.stale
	was := v.row
	was.Rev = now.Rev
	if was == now {
		v.row, v.stale = now, false
		if stale {
			return v.save()
		}
		return nil
	}
	if stale {
		v.row, v.stale = now, false
		return views.Fail(hall.Refuse(hall.ErrConflict))
	}
	return nil
}

// selected is the account under the cursor.
func (v *View) selected() (hall.StaffRow, bool) {
	if i := v.table.Cursor(); i < len(v.rows) {
		return v.rows[i], true
	}
	return hall.StaffRow{}, false
}

// menu shows what can be done with the account under the cursor.
func (v *View) menu() tea.Cmd {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	say := v.env.Say
	why := func(op hall.Op) string {
		return say(text.Short(hall.Why(hall.AccountCourse(), r, op, v.env.Actor, v.env.Now())))
	}
	power := widget.MenuItem{ID: "off", Label: say(text.Staff.SwitchOff), Reason: why(hall.OpOff)}
	if r.Off {
		power = widget.MenuItem{ID: "on", Label: say(text.Staff.SwitchOn), Reason: why(hall.OpOn)}
	}
	return views.Open(dialog.Menu(v.env, r.Name, []widget.MenuItem{
		{ID: "edit", Label: say(text.Staff.Edit), Reason: why(hall.OpChange)}, {ID: "reset", Label: say(text.Staff.Reset), Reason: why(hall.OpReset)}, power,
	}, func(what string) tea.Msg { return chosen{what, r.ID} }))
}

func (v *View) run(c chosen) tea.Cmd {
	i := slices.IndexFunc(v.rows, func(r hall.StaffRow) bool { return r.ID == c.id })
	if i < 0 {
		return nil
	}
	v.row = v.rows[i]
	switch c.what {
	case "edit":
		v.open(editing, v.editForm())
	case "reset":
		v.open(resetting, v.resetForm())
	case "off", "on":
		return v.power(c.what == "off")
	}
	return nil
}

// power switches the account off or on. That can be undone, so nothing is asked.
func (v *View) power(off bool) tea.Cmd {
	row, desk := v.row, v.env.Desk
	row.Off = off
	say := text.Staff.SwitchedOn
	if off {
		say = text.Staff.SwitchedOff
	}
	return func() tea.Msg { return saved{say.With("name", row.Name), desk.ChangeStaff(context.Background(), row)} }
}

func (v *View) add() tea.Cmd {
	v.row = hall.StaffRow{Roles: hall.FrontDesk}
	v.open(adding, v.addForm())
	return nil
}

func (v *View) open(m mode, f *widget.Form) {
	v.mode, v.form, v.begun = m, f, f.Values()
}

func (v *View) close() {
	v.mode, v.form, v.begun, v.stale = listing, nil, nil, false
}

func (v *View) saved(m saved) tea.Cmd {
	v.saving = false
	if m.err == nil {
		v.close()
		return tea.Batch(views.Toast(views.Done, m.say), v.Load())
	}
	var refused *hall.Error
	if !errors.As(m.err, &refused) {
		return views.Fail(m.err)
	}
	if refused.Code == hall.ErrConflict && v.mode == editing {
		v.stale = true
		return v.Load()
	}
	if refused.Code == hall.ErrConflict {
		return tea.Batch(views.Fail(m.err), v.Load())
	}
	if v.form != nil && v.form.Has(field(refused.Field)) {
		v.form.SetError(field(refused.Field), v.env.Say(text.Err(refused)))
		v.form.FocusError()
		return nil
	}
	return views.Fail(m.err)
}

// Back implements views.Backer: Esc leaves the form, and asks when something was typed.
func (v *View) Back() (tea.Cmd, bool) {
	if v.mode == listing {
		return nil, false
	}
	if same(v.begun, v.form.Values()) {
		v.close()
		return nil, true
	}
	say := v.env.Say
	return views.Open(dialog.Confirm(v.env, say(text.Settings.Drop), []string{say(text.Settings.DropBody)},
		say(text.Settings.DropYes), say(text.Settings.DropNo), drop{})), true
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	switch {
	case !v.forbidden().IsZero():
		return v.forbidden()
	case v.mode == listing:
		return text.Staff.Hint
	}
	return text.Staff.FormHint
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	if v.mode != listing {
		return []views.Action{
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Settings.Save, Run: v.save},
		}
	}
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Staff.Open, Run: v.menu, Blocked: v.forbidden},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.Staff.Add, Run: v.add, Blocked: v.forbidden},
		{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown", "home", "end"), Name: text.Staff.Choose, Hidden: true},
	}
}
