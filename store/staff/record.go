package staff

import (
	"sizhen/store/book"
	"sizhen/store/hall"
)

// Accounts are the records of who may sign in.
var Accounts = book.Declare(book.Kind[hall.StaffID, hall.Staff]{
	Table: hall.OfStaff, Letter: 'a', Key: "StaffID", Holds: "hall.Staff",
	Of: func(s *hall.Staff) (*hall.StaffID, *uint64) { return &s.ID, &s.Rev },
	Lists: []book.List[hall.Staff]{{In: byLogin, Lines: func(s *hall.Staff, l *book.Lines) {
		l.Lead(book.Key().Text(s.Login), uint64(s.ID))
	}}},
})

var byLogin = &book.Index{Table: "by.login", Key: "login", Holds: "StaffID"}

func init() { book.All.Keep("tries/<StaffID>", "wrong passwords in a row") }

// Admit refuses someone whose account was switched off, or whose roles were changed, while
// he was signed in.
func Admit(r book.Reader, a hall.Actor) error {
	s, err := Accounts.Get(r, a.Staff)
	if err != nil {
		return err
	}
	if s.Off {
		return hall.Refuse(hall.ErrSuspended)
	}
	if s.Roles != a.Roles {
		return hall.Refuse(hall.ErrForbidden, "roles", a.Roles)
	}
	return nil
}
