package store

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

func staffRows(r kv.Reader, zone *time.Location) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	for p, err := range r.Range(tStaff, kv.Span{}) {
		if err != nil {
			return nil, err
		}
		var s hall.Staff
		if err := decode(p.Value, &s, zone); err != nil {
			return nil, err
		}
		out = append(out, hall.StaffRow{ID: s.ID, Rev: s.Rev, Login: s.Login, Name: s.Name, Roles: s.Roles, Off: s.Off, Phone: s.Phone})
	}
	return out, nil
}

// Staff lists all accounts, switched-off ones too.
func (d *Desk) Staff(ctx context.Context) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	err := d.read(ctx, hall.MayManage, func(r kv.Reader) (err error) {
		out, err = staffRows(r, d.st.zone())
		return err
	})
	return out, err
}

// AddStaff makes an account. One with the mediator's role gets an entry on the roster.
func (d *Desk) AddStaff(ctx context.Context, s hall.Staff, village, password string) (hall.StaffID, error) {
	if err := checkSecret(password); err != nil {
		return 0, err
	}
	secret, err := hashSecret(password)
	if err != nil {
		return 0, err
	}
	err = d.write(ctx, hall.MayManage, func(t *tx) error {
		add := s
		add.ID, add.Rev, add.Secret, add.Mediator = 0, 0, secret, 0
		if err := addStaff(t, &add, village); err != nil {
			return err
		}
		s = add
		return t.log(hall.Entry{Deed: hall.DeedStaffAdd, Args: map[string]string{"name": s.Name, "login": s.Login}})
	})
	return s.ID, err
}

const mostName = 40

func addStaff(t *tx, s *hall.Staff, village string) error {
	s.Login = strings.ToLower(strings.TrimSpace(s.Login))
	s.Name = strings.TrimSpace(s.Name)
	switch {
	case s.Name == "":
		return hall.Refuse(hall.ErrRequired).In("name")
	case utf8.RuneCountInString(s.Name) > mostName:
		return hall.Refuse(hall.ErrTooLong, "most", mostName).In("name")
	case s.Login == "":
		return hall.Refuse(hall.ErrRequired).In("login")
	case utf8.RuneCountInString(s.Login) > mostName:
		return hall.Refuse(hall.ErrTooLong, "most", mostName).In("login")
	case s.Roles == 0:
		return hall.Refuse(hall.ErrRequired).In("roles")
	}
	if other, err := staffByLogin(t, s.Login); err != nil {
		return err
	} else if other.ID != 0 {
		return hall.Refuse(hall.ErrLoginTaken, "login", s.Login).In("login")
	}
	s.Created = t.now
	if err := put(t, &staffKind, s); err != nil {
		return err
	}
	return enrol(t, s, village, false)
}

// enrol gives an account with the mediator's role its entry on the roster. Of one that is
// there it keeps the name; whether he may be given work follows the account only when that
// changes: who is suspended on the roster stays so when his telephone is put right.
func enrol(t *tx, s *hall.Staff, village string, could bool) error {
	can := !s.Off && s.Roles.Has(hall.RoleMediator)
	if s.Mediator == 0 {
		if !s.Roles.Has(hall.RoleMediator) {
			return nil
		}
		if m, err := t.onRoster(s.Name, village); err != nil {
			return err
		} else if m.ID != 0 {
			return link(t, s, m)
		}
		m := hall.Mediator{Staff: s.ID, Name: s.Name, Phone: s.Phone, Village: village, Organisation: t.st.Settings().Name, FullTime: true, Joined: t.today()}
		if !can {
			m.Status = hall.Suspended
		}
		if err := put(t, &mediatorKind, &m); err != nil {
			return err
		}
		s.Mediator = m.ID
		return put(t, &staffKind, s)
	}
	was, err := get(t, &mediatorKind, uint64(s.Mediator), t.st.zone())
	if err != nil {
		return err
	}
	m := was
	m.Name, m.Phone = s.Name, s.Phone
	switch {
	case can && !could && m.Status == hall.Suspended:
		m.Status = hall.Active
	case !can && could && m.Status == hall.Active:
		m.Status = hall.Suspended
	}
	from := max(t.today(), was.Since, was.Joined) // the clock may have been set back
	m, bad := m.Became(was, from, "")
	if bad != nil {
		return bad
	}
	m.Filings = hall.ToFile(m.Filings, hall.Reported(was, m), from, t.st.Calendar())
	return put(t, &mediatorKind, &m)
}

// onRoster finds who is on the roster already and is now given an account: the only one of
// that name, and of the village where one is given, who has none. Of several nobody can say
// who is meant.
func (t *tx) onRoster(name, village string) (hall.Mediator, error) {
	village = strings.TrimSpace(village)
	ids, err := find(context.Background(), t, 'm', parseQuery(name), mostNamesakes)
	var found hall.Mediator
	for _, id := range ids {
		m, err := get(t, &mediatorKind, id, t.st.zone())
		if err != nil {
			return m, err
		}
		if m.Name != name || m.Staff != 0 || m.Status == hall.Left || village != "" && m.Village != village {
			continue
		}
		if found.ID != 0 {
			return hall.Mediator{}, nil
		}
		found = m
	}
	return found, err
}

const mostNamesakes = 1000

// link joins an account to an entry on the roster, which keeps all it says.
func link(t *tx, s *hall.Staff, m hall.Mediator) error {
	m.Staff = s.ID
	if s.Phone == "" {
		s.Phone = m.Phone
	} else {
		m.Phone = s.Phone
	}
	if err := put(t, &mediatorKind, &m); err != nil {
		return err
	}
	s.Mediator = m.ID
	return put(t, &staffKind, s)
}

// ChangeStaff changes name, roles, telephone, and whether the account is on. The last
// administrator can neither be switched off nor lose the role.
func (d *Desk) ChangeStaff(ctx context.Context, row hall.StaffRow) error {
	return d.write(ctx, hall.MayManage, func(t *tx) error {
		s, err := get(t, &staffKind, uint64(row.ID), t.st.zone())
		if err != nil {
			return err
		}
		if s.Rev != row.Rev {
			return hall.Refuse(hall.ErrConflict)
		}
		name := strings.TrimSpace(row.Name)
		if name == "" {
			return hall.Refuse(hall.ErrRequired).In("name")
		}
		if row.Roles == 0 {
			return hall.Refuse(hall.ErrRequired).In("roles")
		}
		if s.Roles.Has(hall.Admin) && !s.Off && (row.Off || !row.Roles.Has(hall.Admin)) {
			if err := otherAdmin(t, s.ID); err != nil {
				return err
			}
		}
		could := !s.Off && s.Roles.Has(hall.RoleMediator)
		s.Name, s.Roles, s.Off, s.Phone = name, row.Roles, row.Off, row.Phone
		if err := put(t, &staffKind, &s); err != nil {
			return err
		}
		if err := enrol(t, &s, "", could); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedStaffChange, Args: map[string]string{"name": s.Name, "login": s.Login}})
	})
}

func otherAdmin(t *tx, than hall.StaffID) error {
	rows, err := staffRows(t, t.st.zone())
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.ID != than && !r.Off && r.Roles.Has(hall.Admin) {
			return nil
		}
	}
	return hall.Refuse(hall.ErrLastAdmin).In("roles")
}

// ResetPassword sets somebody's password; for administrators.
func (d *Desk) ResetPassword(ctx context.Context, id hall.StaffID, password string) error {
	if err := d.actor.Require(hall.MayManage); err != nil {
		return err
	}
	return d.setSecret(ctx, id, password)
}

// ChangePassword changes one's own password; the old one is asked for.
func (d *Desk) ChangePassword(ctx context.Context, old, password string) error {
	var login string
	err := d.st.read(ctx, func(r kv.Reader) error {
		s, err := get(r, &staffKind, uint64(d.actor.Staff), d.st.zone())
		login = s.Login
		return err
	})
	if err != nil {
		return err
	}
	if _, err := d.st.SignIn(ctx, login, old); err != nil {
		if e, ok := err.(*hall.Error); ok {
			return e.In("old")
		}
		return err
	}
	return d.setSecret(ctx, d.actor.Staff, password)
}

func (d *Desk) setSecret(ctx context.Context, id hall.StaffID, password string) error {
	if err := checkSecret(password); err != nil {
		return err
	}
	secret, err := hashSecret(password)
	if err != nil {
		return err
	}
	return d.st.write(ctx, d.actor, func(t *tx) error {
		if err := t.desk().stillOn(t); err != nil {
			return err
		}
		s, err := get(t, &staffKind, uint64(id), t.st.zone())
		if err != nil {
			return err
		}
		s.Secret = secret
		if err := t.Delete(tMeta, triesKey(id)); err != nil {
			return err
		}
		if err := put(t, &staffKind, &s); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedSecret, Args: map[string]string{"name": s.Name, "login": s.Login}})
	})
}
