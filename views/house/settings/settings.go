// Package settings shows the settings in force and the file that holds them, and has a form
// for the everyday ones. It touches no file: Env.SaveSettings does.
package settings

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// View is the screen.
type View struct {
	env    *views.Env
	top    int          // the first line shown
	lines  int          // how many there were to show
	form   *widget.Form // while something is being changed
	begun  hall.Settings
	saving bool
}

// New makes the screen.
func New(env *views.Env) *View { return &View{env: env} }

// The answers to this screen's commands and dialogs.
type (
	saved struct {
		settings hall.Settings
		err      error
	}
	drop struct{}
)

// Title implements views.View.
func (v *View) Title() text.Message { return text.Settings.Title }

// Load implements views.View; the settings are in Env.
func (v *View) Load() tea.Cmd { return nil }

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case saved:
		return v.saved(m)
	case drop:
		v.form = nil
		return nil
	}
	if v.form != nil {
		if ev := v.form.Update(msg); ev.Submitted {
			return v.save()
		}
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		v.scroll(k.Keystroke())
	}
	return nil
}

func (v *View) scroll(key string) {
	switch key {
	case "up":
		v.top--
	case "down":
		v.top++
	case "pgup":
		v.top -= 10
	case "pgdown":
		v.top += 10
	}
	v.top = max(min(v.top, v.lines-1), 0)
}

// blocked says why nothing can be changed here, if so.
func (v *View) blocked() text.Message {
	switch {
	case !v.env.Actor.May(hall.MayManage):
		return text.Settings.Forbidden
	case v.env.SaveSettings == nil:
		return text.Settings.NotHere
	}
	return text.Message{}
}

func (v *View) edit() tea.Cmd {
	v.begun, v.form = v.env.Settings, v.newForm(v.env.Settings)
	return nil
}

// save writes the settings if they will do; a mistake stands under its field.
func (v *View) save() tea.Cmd {
	if v.saving || v.form.Missing() {
		return nil
	}
	s, ok := v.read()
	if !ok {
		return nil
	}
	v.saving = true
	save := v.env.SaveSettings
	return func() tea.Msg { return saved{s, save(context.Background(), s)} }
}

func (v *View) saved(m saved) tea.Cmd {
	v.saving = false
	if m.err == nil {
		v.env.Settings, v.form = m.settings, nil
		return views.Toast(views.Done, text.Settings.Saved)
	}
	var refused *hall.Error
	if errors.As(m.err, &refused) && v.form != nil && v.form.Has(refused.Field) {
		v.blame(refused)
		return nil
	}
	if own, ok := m.err.(interface{ Say() text.Message }); ok { // it brings its own words
		return views.Toast(views.Fault, own.Say())
	}
	return views.Fail(m.err)
}

func (v *View) changed() bool {
	before := v.newForm(v.begun).Values()
	for id, now := range v.form.Values() {
		if before[id] != now {
			return true
		}
	}
	return false
}

// Holds implements views.Holder: settings are kept in no draft, so what was changed stays where it is.
func (v *View) Holds() bool { return v.form != nil && v.changed() }

// Back implements views.Backer: Esc leaves the form, and asks when something was changed.
func (v *View) Back() (tea.Cmd, bool) {
	if v.form == nil {
		return nil, false
	}
	if !v.changed() {
		v.form = nil
		return nil, true
	}
	say := v.env.Say
	return views.Push(menu.Question(v.env, say(text.Settings.Drop), []string{say(text.Settings.DropBody)},
		say(text.Settings.DropYes), say(text.Settings.DropNo), drop{})), true
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	switch why := v.blocked(); {
	case v.form != nil:
		return text.Settings.FormHint
	case !why.IsZero():
		return why
	}
	return text.Settings.Hint
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	if v.form != nil {
		return []views.Action{
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Settings.Save, Run: v.save},
		}
	}
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Settings.Edit, Run: v.edit, Blocked: v.blocked},
		{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Settings.Scroll, Hidden: true},
	}
}
