package staff

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

const leastPassword = 8

// The forms of an account, as their drafts are named: a new one's by who adds it.
const (
	doNew  = "new"
	doEdit = "change"
)

func formOf(what string, id uint64) string { return fmt.Sprint("account ", what, " ", id) }

// resume goes on with a draft that the board led to.
func (v *View) resume(d hall.Draft) tea.Cmd {
	var what string
	var id uint64
	if _, err := fmt.Sscanf(d.Form, "account %s %d", &what, &id); err != nil {
		return nil // another screen's
	}
	switch {
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	case what == doNew:
		return views.Push(v.addForm(d.Form, d))
	}
	return views.Push(v.editForm(hall.StaffID(id), d.Form, d))
}

// account is an account while a form is filled in.
type account struct {
	row, was hall.StaffRow // as it stands in the form, and as it is on file
	has      [5]bool       // each of the roles, in the order of hall.AllRoles
	village  string
	secret   secret
	as       hall.MediatorID // whose entry on the roster it is, once that was asked
}

// secret is a new password, typed twice, after the present one where it is one's own.
type secret struct{ old, password, again string }

func (p secret) check() *hall.Error {
	switch {
	case utf8.RuneCountInString(p.password) < leastPassword:
		return hall.Refuse(hall.ErrWeakSecret, "least", leastPassword).In("password")
	case p.password != p.again:
		return hall.Refuse(hall.ErrNotSame).In("again")
	}
	return nil
}

// secrets ask for a new password, twice.
func secrets[R any](label text.Message, at func(*R) *secret) []*form.Field[R] {
	return []*form.Field[R]{
		form.Secret("password", label, func(r *R) *string { return &at(r).password }).Required(),
		form.Secret("again", again, func(r *R) *string { return &at(r).again }).Required().Help(againHelp),
	}
}

// roles ask for each role by itself: a digit answers. What is wrong with them is said under the first.
func roles() []*form.Field[account] {
	var out []*form.Field[account]
	for i, role := range hall.AllRoles() {
		id := hall.RoleField(role)
		if i == 0 {
			id = "roles"
		}
		out = append(out, form.YesNo(id, text.Role(role).Upfront(), func(a *account) *bool { return &a.has[i] }).Given())
	}
	return out
}

// of lays an account out for the form; kept is the row that the form comes to.
func of(r hall.StaffRow) account {
	a := account{row: r, was: r}
	for i, role := range hall.AllRoles() {
		a.has[i] = r.Roles.Has(role)
	}
	return a
}

func (a account) kept() hall.StaffRow {
	a.row.Roles = 0
	for i, role := range hall.AllRoles() {
		if a.has[i] {
			a.row.Roles |= role
		}
	}
	a.row.As = a.as
	return a.row
}

// isOf makes the account that of somebody on the roster.
func isOf(a *account, one hall.Namesake) { a.as = hall.MediatorID(one.Ref.ID) }

func nameField() *form.Field[account] {
	return form.Text(hall.FieldName, name, 40, func(a *account) *string { return &a.row.Name }).Required().Named()
}

func phoneField() *form.Field[account] {
	return form.Text(hall.FieldPhone, phone, 20, func(a *account) *string { return &a.row.Phone }).Help(phoneHelp).Phone().
		Sealed(func(a account) string { return a.was.Phone }, hall.MaskPhone)
}

// check says what is wrong with an account before the store does.
func check(_ views.Session, a account) *hall.Error {
	switch {
	case strings.ContainsFunc(a.row.Login, unicode.IsSpace):
		return hall.Refuse(hall.ErrLoginBlank).In("login")
	case a.kept().Roles == 0:
		return hall.Refuse(hall.ErrNoRole).In("roles")
	}
	return nil
}

// addForm is the form of a new account.
func (v *View) addForm(draft string, from hall.Draft) *form.View[account] {
	fields := []*form.Field[account]{
		nameField(),
		form.Text("login", login, 20, func(a *account) *string { return &a.row.Login }).Required().Help(loginHelp).
			Propose(func(_ views.Session, a account) string { return pinyin.First(a.row.Name) }),
	}
	fields = append(fields, roles()...)
	fields = append(fields, phoneField(), form.Text(hall.FieldVillage, village, 20, func(a *account) *string { return &a.village }).Help(villageHelp).Village())
	return form.New(v.env, form.Spec[account]{
		Title:  addTitle,
		Fields: append(fields, secrets(password, func(a *account) *secret { return &a.secret })...),
		Start:  of(hall.StaffRow{Roles: hall.FrontDesk}),
		Keep:   form.Keep[account]{Kind: hall.DraftAccount, Form: draft, From: from, Offer: true, Title: named},
		Check: func(s views.Session, a account) *hall.Error {
			if bad := check(s, a); bad != nil {
				return bad
			}
			return a.secret.check()
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a account) (_ account, err error) {
			made := hall.Staff{Name: a.row.Name, Login: strings.ToLower(a.row.Login), Roles: a.kept().Roles, Phone: a.row.Phone, Mediator: a.as}
			a.row.ID, err = s.Desk.From(draft).AddStaff(ctx, made, a.village, a.secret.password)
			return a, err
		},
		Same: isOf,
		Done: func(a account) text.Message { return added.With("name", a.row.Name) },
	})
}

func named(a account) text.Message { return text.Raw(a.row.Name) }

// editForm changes an account; its password has a form of its own.
func (v *View) editForm(id hall.StaffID, draft string, from hall.Draft) *form.View[account] {
	return form.New(v.env, form.Spec[account]{
		Title: edit, Edit: true,
		Fields: append([]*form.Field[account]{nameField(), phoneField()}, roles()...),
		Keep:   form.Keep[account]{Kind: hall.DraftAccount, Form: draft, From: from, Title: named},
		Read: func(ctx context.Context, s views.Session) (account, error) {
			r, err := one(ctx, s, id)
			return of(r), err
		},
		Check: check,
		Confirm: func(a account) *form.Question {
			if gives := a.was.Roles &^ a.kept().Roles; a.was.ID != v.env.Actor.Staff || !gives.Has(hall.Admin) || a.was.Last {
				return nil
			}
			return &form.Question{Title: giveUpTitle, Body: []text.Message{giveUpBody}, Yes: giveUp}
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a account) (_ account, err error) {
			a.row, err = change(ctx, s.Desk.From(draft), s, a.was, a.kept())
			return a, err
		},
		Same: isOf,
		Done: func(a account) text.Message { return changed.With("name", a.row.Name) },
	})
}

func one(ctx context.Context, s views.Session, id hall.StaffID) (hall.StaffRow, error) {
	rows, err := s.Desk.Staff(ctx)
	if err != nil {
		return hall.StaffRow{}, err
	}
	i := slices.IndexFunc(rows, func(r hall.StaffRow) bool { return r.ID == id })
	if i < 0 {
		return hall.StaffRow{}, hall.Refuse(hall.ErrNotFound)
	}
	return rows[i], nil
}

// change writes what becomes of an account that was read as was. Signing in changes its revision
// too: that is nobody's business here, and a change it stopped is made again.
func change(ctx context.Context, desk *store.Desk, s views.Session, was, to hall.StaffRow) (hall.StaffRow, error) {
	err := desk.ChangeStaff(ctx, to)
	if !errors.Is(err, hall.Refuse(hall.ErrConflict)) {
		return to, err
	}
	now, bad := one(ctx, s, to.ID)
	if was.Rev = now.Rev; bad != nil || was != now {
		return to, err
	}
	to.Rev = now.Rev
	return to, desk.ChangeStaff(ctx, to)
}

// resetForm gives somebody a new password. Nothing of it is kept.
func (v *View) resetForm(r hall.StaffRow) *form.View[account] {
	return form.New(v.env, form.Spec[account]{
		Title: resetTitle.With("name", r.Name), Start: account{row: r},
		Fields: secrets(password, func(a *account) *secret { return &a.secret }),
		Check:  func(_ views.Session, a account) *hall.Error { return a.secret.check() },
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, a account) (account, error) {
			return a, s.Desk.ResetPassword(ctx, r.ID, a.secret.password)
		},
		Done: func(a account) text.Message { return resetDone.With("name", a.row.Name) },
	})
}

// NewPassword is where everybody changes the own password. Nothing of it is kept.
func NewPassword(env *views.Env) views.View {
	fields := []*form.Field[secret]{form.Secret("old", oldLabel, func(p *secret) *string { return &p.old }).Required().Help(oldHelp)}
	return form.New(env, form.Spec[secret]{
		Title: ownTitle, Rule: ownHeading.With("name", env.Actor.Name), Stays: true,
		Fields: append(fields, secrets(newLabel, func(p *secret) *secret { return p })...),
		Check:  func(_ views.Session, p secret) *hall.Error { return p.check() },
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, p secret) (secret, error) {
			err := s.Desk.ChangePassword(ctx, p.old, p.password)
			if errors.Is(err, hall.Refuse(hall.ErrSignIn)) {
				err = hall.Refuse(hall.ErrOldSecret).In("old")
			}
			return secret{}, err
		},
		Done: func(secret) text.Message { return ownDone },
		Then: func(secret) tea.Cmd { return views.Back() },
	})
}
