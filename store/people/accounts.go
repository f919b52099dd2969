package people

import (
	"context"
	"strings"
	"unicode/utf8"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/staff"
)

// AddStaff makes an account. One with the mediator's role gets an entry on the roster, or becomes
// that of the entry it names (s.Mediator). Where somebody of the name stands there it is asked who
// is meant (ErrNamesake): that entry, or another person (book.Desk.Another).
func (d *Desk) AddStaff(ctx context.Context, s hall.Staff, village, password string) (hall.StaffID, error) {
	if err := staff.CheckSecret(password); err != nil {
		return 0, err
	}
	secret, err := staff.HashSecret(password, d.Book.Quick)
	if err != nil {
		return 0, err
	}
	return book.Write(ctx, d.Desk, hall.MayManage, func(t *book.Tx) (hall.StaffID, error) {
		add := s
		add.ID, add.Rev, add.Secret, add.Mediator = 0, 0, secret, 0
		if err := EnterStaff(t, &add, village, s.Mediator); err != nil {
			return 0, err
		}
		return add.ID, t.Log(hall.Entry{Deed: hall.DeedStaffAdd, Args: map[string]string{"name": add.Name, "login": add.Login}})
	})
}

const mostName = 40

// EnterStaff checks and writes a new account, and its entry on the roster if it is a mediator's.
func EnterStaff(t *book.Tx, s *hall.Staff, village string, as hall.MediatorID) error {
	s.Login = strings.ToLower(strings.TrimSpace(s.Login))
	s.Name, s.Phone, village = hall.NameOf(s.Name), hall.PhoneOf(s.Phone), hall.NameOf(village)
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
	case s.Phone != "" && hall.CheckPhone(s.Phone) != nil:
		return hall.Refuse(hall.ErrPhone).In("phone")
	}
	if bad := hall.CheckVillage(village); bad != nil {
		return bad.In("village")
	}
	if other, err := staff.ByLogin(t, s.Login); err != nil {
		return err
	} else if other.ID != 0 {
		return hall.Refuse(hall.ErrLoginTaken, "login", s.Login).In("login")
	}
	s.Created = t.Now
	if err := staff.Accounts.Put(t, s); err != nil {
		return err
	}
	return enrol(t, s, village, as, false)
}

// enrol gives an account with the mediator's role its entry on the roster. Of one that is
// there it keeps the name; whether he may be given work follows the account only when that
// changes: who is suspended on the roster stays so when his telephone is put right.
func enrol(t *book.Tx, s *hall.Staff, village string, as hall.MediatorID, could bool) error {
	can := !s.Off && s.Roles.Has(hall.RoleMediator)
	if s.Mediator == 0 {
		if !s.Roles.Has(hall.RoleMediator) {
			return nil
		}
		if as != 0 {
			return link(t, s, as)
		}
		// villages say nothing here: they are written in more than one way, and people move
		if err := nobodyOf(t, s.Name, func(m hall.Mediator) bool { return m.Status != hall.Left }); err != nil {
			return err
		}
		m := hall.Mediator{Staff: s.ID, Name: s.Name, Phone: s.Phone, Village: village, Organisation: t.Settings().Name, FullTime: true, Joined: t.Today()}
		if !can {
			m.Status = hall.Suspended
		}
		if err := Mediators.Put(t, &m); err != nil {
			return err
		}
		s.Mediator = m.ID
		return staff.Accounts.Put(t, s)
	}
	was, err := Mediators.Get(t, s.Mediator)
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
	from := max(t.Today(), was.Since, was.Joined) // the clock may have been set back
	m, bad := m.Became(was, from, "")
	if bad != nil {
		return bad
	}
	m.Filings = hall.ToFile(m.Filings, hall.Reported(was, m), from, t.Calendar())
	return Mediators.Put(t, &m)
}

// link joins an account to an entry on the roster, which keeps all it says.
func link(t *book.Tx, s *hall.Staff, id hall.MediatorID) error {
	m, err := Mediators.Get(t, id)
	switch {
	case err != nil:
		return err
	case m.Staff != 0 || m.Status == hall.Left || hall.FoldName(m.Name) != hall.FoldName(s.Name): // changed meanwhile
		return hall.Refuse(hall.ErrConflict)
	}
	m.Staff = s.ID
	if s.Phone == "" {
		s.Phone = m.Phone
	} else {
		m.Phone = s.Phone
	}
	if err := Mediators.Put(t, &m); err != nil {
		return err
	}
	s.Mediator = m.ID
	return staff.Accounts.Put(t, s)
}

// ChangeStaff changes name, roles, telephone, and whether the account is on. The last
// administrator can neither be switched off nor lose the role.
func (d *Desk) ChangeStaff(ctx context.Context, row hall.StaffRow) error {
	row.Phone = hall.PhoneOf(row.Phone)
	return d.Do(ctx, hall.MayManage, func(t *book.Tx) error {
		s, err := staff.Accounts.Get(t, row.ID)
		if err != nil {
			return err
		}
		if s.Rev != row.Rev {
			return hall.Refuse(hall.ErrConflict)
		}
		name := hall.NameOf(row.Name)
		if name == "" {
			return hall.Refuse(hall.ErrRequired).In("name")
		}
		if row.Roles == 0 {
			return hall.Refuse(hall.ErrRequired).In("roles")
		}
		if row.Phone != "" && row.Phone != s.Phone && hall.CheckPhone(row.Phone) != nil {
			return hall.Refuse(hall.ErrPhone).In("phone")
		}
		if err := mayChange(t, s, row); err != nil {
			return err
		}
		could := !s.Off && s.Roles.Has(hall.RoleMediator)
		s.Name, s.Roles, s.Off, s.Phone = name, row.Roles, row.Off, row.Phone
		if err := staff.Accounts.Put(t, &s); err != nil {
			return err
		}
		if err := enrol(t, &s, "", row.As, could); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedStaffChange, Args: map[string]string{"name": s.Name, "login": s.Login}})
	})
}

// mayChange asks the course of the account about what a change comes to: its telephone, or
// switching it off or on. The last administrator keeps the role.
func mayChange(t *book.Tx, s hall.Staff, to hall.StaffRow) error {
	rows, err := staff.Rows(t)
	if err != nil {
		return err
	}
	op := hall.OpChange
	switch {
	case to.Off && !s.Off:
		op = hall.OpOff
	case !to.Off && s.Off:
		op = hall.OpOn
	}
	for _, r := range rows {
		if r.ID != s.ID {
			continue
		}
		if bad := hall.Why(hall.AccountCourse(), r, op, t.Actor, t.Now); bad != nil {
			return bad
		}
		if r.Last && !to.Roles.Has(hall.Admin) {
			return hall.Refuse(hall.ErrOnlyAdmin).In(hall.RoleField(hall.Admin))
		}
	}
	return nil
}
