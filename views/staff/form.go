package staff

import (
	"context"
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const leastPassword = 8

func form(env *views.Env, items []widget.Item) *widget.Form {
	words := widget.FormText{Required: env.Say(text.Settings.Required), Clipped: env.Say(text.Settings.Clipped)}
	return widget.NewForm(env.Styles, words, items)
}

func roleID(r hall.Role) string { return "role." + strconv.Itoa(int(r)) }

// field is the form's item for a field the store names.
func field(name string) string {
	if name == "roles" {
		return roleID(hall.AllRoles()[0])
	}
	return name
}

// roleItems asks for each role by itself: a digit answers and goes on.
func (v *View) roleItems(has hall.Role) []widget.Item {
	say := v.env.Say
	var out []widget.Item
	for _, r := range hall.AllRoles() {
		value := "no"
		if has.Has(r) {
			value = "yes"
		}
		out = append(out, widget.Item{ID: roleID(r), Label: say(text.Role(r)), Kind: widget.Choice, Value: value,
			Options: []widget.Option{{Key: "no", Label: say(text.Settings.No)}, {Key: "yes", Label: say(text.Settings.Yes)}}})
	}
	return out
}

func (v *View) roles() hall.Role {
	var out hall.Role
	for _, r := range hall.AllRoles() {
		if v.form.Value(roleID(r)) == "yes" {
			out |= r
		}
	}
	return out
}

func (v *View) addForm() *widget.Form {
	say := v.env.Say
	items := []widget.Item{
		{ID: "name", Label: say(text.Staff.Name), Max: 20, Required: true},
		{ID: "login", Label: say(text.Staff.Login), Max: 20, Required: true, Help: say(text.Staff.LoginHelp)},
	}
	items = append(items, v.roleItems(v.row.Roles)...)
	items = append(items,
		widget.Item{ID: "phone", Label: say(text.Staff.Phone), Max: 20, Help: say(text.Staff.PhoneHelp)},
		widget.Item{ID: "village", Label: say(text.Staff.Village), Max: 20, Help: say(text.Staff.VillageHelp)})
	return form(v.env, append(items, passwords(v.env)...))
}

func (v *View) editForm() *widget.Form {
	say := v.env.Say
	items := []widget.Item{
		{ID: "name", Label: say(text.Staff.Name), Value: v.row.Name, Max: 40, Required: true},
		{ID: "phone", Label: say(text.Staff.Phone), Value: v.row.Phone, Max: 20, Help: say(text.Staff.PhoneHelp)},
	}
	return form(v.env, append(items, v.roleItems(v.row.Roles)...))
}

func (v *View) resetForm() *widget.Form { return form(v.env, passwords(v.env)) }

// passwords ask for a new password, twice.
func passwords(env *views.Env) []widget.Item {
	say := env.Say
	return []widget.Item{
		{ID: "password", Label: say(text.Staff.Password), Max: 64, Required: true, Mask: true, Help: say(text.Setup.PasswordHelp)},
		{ID: "again", Label: say(text.Staff.Again), Max: 64, Required: true, Mask: true, Help: say(text.Setup.AgainHelp)},
	}
}

// samePasswords puts what is wrong with a new password under its field.
func samePasswords(env *views.Env, f *widget.Form) {
	switch {
	case len([]rune(f.Raw("password"))) < leastPassword:
		f.SetError("password", env.Say(text.Setup.TooShort))
	case f.Raw("password") != f.Raw("again"):
		f.SetError("again", env.Say(text.Setup.NotSame))
		f.SetValue("again", "")
	}
}

// check puts what is wrong under its field and goes there.
func (v *View) check() bool {
	f := v.form
	f.ClearErrors()
	if f.Missing() {
		return false
	}
	if f.Has("password") {
		samePasswords(v.env, f)
	}
	if f.Has("login") && strings.ContainsFunc(f.Value("login"), unicode.IsSpace) {
		f.SetError("login", v.env.Say(text.Setup.LoginBlank))
	}
	if f.Has(field("roles")) && v.roles() == 0 {
		f.SetError(field("roles"), v.env.Say(text.Staff.NoRole))
	}
	f.FocusError()
	return !f.HasErrors()
}

// save does what the form is for.
func (v *View) save() tea.Cmd {
	if v.saving || !v.check() {
		return nil
	}
	v.saving = true
	f, desk, row, ctx := v.form, v.env.Desk, v.row, context.Background()
	password := f.Raw("password")
	switch v.mode {
	case adding:
		s := hall.Staff{Name: f.Value("name"), Login: strings.ToLower(f.Value("login")), Roles: v.roles(), Phone: f.Value("phone")}
		village := f.Value("village")
		return func() tea.Msg {
			_, err := desk.AddStaff(ctx, s, village, password)
			return saved{text.Staff.Added.With("name", s.Name), err}
		}
	case resetting:
		return func() tea.Msg {
			return saved{text.Staff.ResetDone.With("name", row.Name), desk.ResetPassword(ctx, row.ID, password)}
		}
	}
	row.Name, row.Phone, row.Roles = f.Value("name"), f.Value("phone"), v.roles()
	return func() tea.Msg {
		return saved{text.Staff.Changed.With("name", row.Name), desk.ChangeStaff(ctx, row)}
	}
}

// same reports whether nothing was typed since the form was opened.
func same(a, b map[string]string) bool {
	for id, value := range a {
		if b[id] != value {
			return false
		}
	}
	return true
}
