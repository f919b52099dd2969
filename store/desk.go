package store

import (
	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/dispute"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/people"
	"sizhen/store/staff"
)

// The desks of the concerns.
type (
	StaffDesk    = staff.Desk
	PeopleDesk   = people.Desk
	DutyDesk     = duty.Desk
	CalendarDesk = calendar.Desk
	DisputeDesk  = dispute.Desk
)

// Desk is what a signed-in person can do: what each concern offers, and what looks over all of
// them, as the board and the search do.
type Desk struct {
	StaffDesk
	PeopleDesk
	DutyDesk
	CalendarDesk
	DisputeDesk
	st *Store
	at book.Desk
}

// Desk is the desk of a signed-in person.
func (s *Store) Desk(a hall.Actor) *Desk { return s.desk(book.Desk{Book: s.book, Actor: a}) }

func (s *Store) desk(at book.Desk) *Desk {
	return &Desk{
		StaffDesk: *staff.Of(at, s.gate), PeopleDesk: *people.Of(at), DutyDesk: *duty.Of(at),
		CalendarDesk: *calendar.Of(at), DisputeDesk: *dispute.Of(at), st: s, at: at,
	}
}

// From is the desk with an unfinished form in hand: what it writes next removes the form's
// draft in the same transaction. 0 is none.
func (d *Desk) From(draft hall.DraftID) *Desk { return d.st.desk(d.at.From(draft)) }

// Another is the desk of somebody who was asked, and said that who or what is added under a name
// is another than those on file (hall.AskAbout).
func (d *Desk) Another(name string) *Desk { return d.st.desk(d.at.Another(name)) }

// Veiled is the desk for a list that leaves the hall: of what is confidential it reads no more than that
// it is there, whoever reads.
func (d *Desk) Veiled() *Desk {
	at := d.at
	at.Actor.Outward = true
	return d.st.desk(at)
}

// Settings is the hall as configured.
func (d *Desk) Settings() hall.Settings { return d.st.Settings() }

// Calendar says on which days and at which hours the hall is open.
func (d *Desk) Calendar() *hall.Calendar { return d.st.Calendar() }

// Actor is whose desk it is.
func (d *Desk) Actor() hall.Actor { return d.at.Actor }
