package staff

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Password is where everybody changes the own password.
type Password struct {
	env    *views.Env
	form   *widget.Form
	saving bool
}

// NewPassword makes the screen.
func NewPassword(env *views.Env) *Password {
	items := append([]widget.Item{{ID: "old", Label: env.Say(text.Staff.Old), Max: 64, Required: true, Mask: true}}, passwords(env)...)
	items[1].Label = env.Say(text.Staff.New)
	return &Password{env: env, form: form(env, items)}
}

// Title implements views.View.
func (v *Password) Title() text.Message { return text.Staff.OwnTitle }

// Load implements views.View; there is nothing to read.
func (v *Password) Load() tea.Cmd { return nil }

// changed is the answer of saving.
type changed struct{ err error }

// Update implements views.View.
func (v *Password) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(changed); ok {
		return v.changed(m.err)
	}
	if ev := v.form.Update(msg); ev.Submitted {
		return v.save()
	}
	return nil
}

func (v *Password) save() tea.Cmd {
	v.form.ClearErrors()
	if v.saving || v.form.Missing() {
		return nil
	}
	samePasswords(v.env, v.form)
	if v.form.HasErrors() {
		v.form.FocusError()
		return nil
	}
	v.saving = true
	desk, old, now := v.env.Desk, v.form.Raw("old"), v.form.Raw("password")
	return func() tea.Msg { return changed{desk.ChangePassword(context.Background(), old, now)} }
}

func (v *Password) changed(err error) tea.Cmd {
	v.saving = false
	if err == nil {
		for _, id := range []string{"old", "password", "again"} {
			v.form.SetValue(id, "")
		}
		return tea.Batch(views.Toast(views.Done, text.Staff.OwnDone), views.Back())
	}
	var refused *hall.Error
	if !errors.As(err, &refused) || !v.form.Has(refused.Field) {
		return views.Fail(err)
	}
	say := text.Err(refused)
	if refused.Code == hall.ErrSignIn {
		say = text.Staff.NotOld
	}
	v.form.SetError(refused.Field, v.env.Say(say))
	v.form.FocusError()
	return nil
}

// Draw implements views.View.
func (v *Password) Draw(w, h int) views.Frame {
	return drawForm(v.env, v.form, text.Staff.OwnHeading.With("name", v.env.Actor.Name), w, h)
}

// Hint implements views.View.
func (v *Password) Hint() text.Message { return text.Staff.OwnHint }

// Actions implements views.View.
func (v *Password) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Settings.Save, Run: v.save},
	}
}
