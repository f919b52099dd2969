package staff

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Rows lists all accounts; the last administrator who is on is marked.
func Rows(r book.Reader) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	for s, err := range Accounts.Every(r, kv.Span{}) {
		if err != nil {
			return nil, err
		}
		out = append(out, hall.StaffRow{ID: s.ID, Rev: s.Rev, Login: s.Login, Name: s.Name, Roles: s.Roles, Off: s.Off, Phone: s.Phone, Mediator: s.Mediator})
	}
	admins := 0
	for _, s := range out {
		if !s.Off && s.Roles.Has(hall.Admin) {
			admins++
		}
	}
	for i, s := range out {
		out[i].Last = admins == 1 && !s.Off && s.Roles.Has(hall.Admin)
	}
	return out, nil
}

// Staff lists all accounts, switched-off ones too.
func (d *Desk) Staff(ctx context.Context) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	err := d.Read(ctx, hall.MayManage, func(r book.Reader) (err error) {
		out, err = Rows(r)
		return err
	})
	return out, err
}

// ResetPassword sets somebody else's password; for administrators.
func (d *Desk) ResetPassword(ctx context.Context, id hall.StaffID, password string) error {
	if err := d.Actor.Require(hall.MayManage); err != nil {
		return err
	}
	if id == d.Actor.Staff {
		return hall.Refuse(hall.ErrOwnSecret)
	}
	return d.setSecret(ctx, id, password)
}

// ChangePassword changes one's own password; the old one is asked for.
func (d *Desk) ChangePassword(ctx context.Context, old, password string) error {
	var login string
	err := d.Book.Read(ctx, func(r book.Reader) error {
		s, err := Accounts.Get(r, d.Actor.Staff)
		login = s.Login
		return err
	})
	if err != nil {
		return err
	}
	if _, err := try(ctx, d.Book, d.gate, login, old, hall.DeedSecretWrong); err != nil {
		if e, ok := err.(*hall.Error); ok {
			return e.In("old")
		}
		return err
	}
	return d.setSecret(ctx, d.Actor.Staff, password)
}

func (d *Desk) setSecret(ctx context.Context, id hall.StaffID, password string) error {
	if err := CheckSecret(password); err != nil {
		return err
	}
	secret, err := HashSecret(password, d.Book.Quick)
	if err != nil {
		return err
	}
	_, err = book.Unsigned(ctx, d.Book, d.Actor, func(t *book.Tx) (struct{}, error) {
		none := struct{}{}
		if err := Admit(t, d.Actor); err != nil {
			return none, err
		}
		s, err := Accounts.Get(t, id)
		if err != nil {
			return none, err
		}
		s.Secret = secret
		if err := t.Delete(tMeta, d.gate.key(id)); err != nil {
			return none, err
		}
		if err := Accounts.Put(t, &s); err != nil {
			return none, err
		}
		return none, t.Log(hall.Entry{Deed: hall.DeedSecret, Args: map[string]string{"name": s.Name, "login": s.Login}})
	})
	return err
}
