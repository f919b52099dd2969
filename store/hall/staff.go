package hall

import (
	"slices"
	"strconv"
	"time"
)

// Role is what someone does in the hall. A person may have several.
type Role uint8

const (
	FrontDesk    Role = 1 << iota // 窗口受理员
	RoleMediator                  // 调解员
	DutyOfficer                   // 值班人员
	Head                          // 中心主任
	Admin                         // 管理员
)

// SamplePassword is that of every account of a demo, which the sign-in says: there is nothing to
// keep from anybody, and a demo that cannot be signed out of teaches half of the work.
const SamplePassword = "12345678"

// AllRoles lists the roles in the order they are shown.
func AllRoles() []Role { return []Role{FrontDesk, RoleMediator, DutyOfficer, Head, Admin} }

// Has reports whether r holds any of the roles asked for.
func (r Role) Has(any Role) bool { return r&any != 0 }

// Staff is someone who may sign in.
type Staff struct {
	ID       StaffID    `cbor:"1,keyasint"`
	Rev      uint64     `cbor:"2,keyasint"`
	Login    string     `cbor:"3,keyasint"` // what is typed to sign in, lower case
	Name     string     `cbor:"4,keyasint"`
	Roles    Role       `cbor:"5,keyasint"`
	Mediator MediatorID `cbor:"6,keyasint,omitempty"` // the entry on the roster, for mediators
	Secret   string     `cbor:"7,keyasint"`           // argon2id, encoded; never leaves the store
	Off      bool       `cbor:"8,keyasint,omitempty"` // switched off
	Phone    string     `cbor:"9,keyasint,omitempty"`
	Created  time.Time  `cbor:"10,keyasint"`
}

// Actor is a signed-in person: who does what is done.
type Actor struct {
	Staff    StaffID
	Mediator MediatorID
	Name     string
	Roles    Role
	Outward  bool // reads for a list that leaves the hall: of what is confidential no more than that it is there
}

// clears reports whether the actor reads what is confidential: one's own, the head all of it, and
// nobody for a list that leaves the hall without having asked for it.
func (a Actor) clears(own bool) bool { return !a.Outward && (own || a.May(MaySupervise)) }

// RequireClosed refuses whoever asks for what is confidential and has none of it.
func (a Actor) RequireClosed() error {
	if a.clears(a.Mediator != 0) {
		return nil
	}
	return Refuse(ErrForbidden, "roles", holders(MaySupervise))
}

// Listed is the telephone of an organisation or a body as the actor reads it; in a list that leaves the hall
// it is whole for whoever keeps the roster only (law 15).
func (a Actor) Listed(phone string) string {
	if !a.Outward || a.May(MayRoster) {
		return phone
	}
	return MaskPhone(phone)
}

// RoleField is the field of an account's form that says whether it has a role.
func RoleField(r Role) string { return "role." + strconv.Itoa(int(r)) }

// Right is something that not everybody may do.
type Right uint8

const (
	MayNothing   Right = iota
	MayIntake          // register visitors
	MayQueue           // call and see visitors
	MayAccept          // accept or refuse a case
	MayAssign          // assign mediators
	MayMediate         // record sessions and agreements on one's own cases
	MaySupervise       // the head's: all cases, confidential ones too
	MayManage          // accounts and settings
	MayRead            // look cases up
	MayRoster          // keep the roster of mediators
	MayLook            // look at the roster: everybody
	MayDraft           // keep a form that is being written
	MayPlan            // plan who is on duty
	MayOwn             // what concerns oneself only
	MayAudit           // read the journal
)

// who holds each right.
func holders(r Right) Role {
	switch r {
	case MayIntake:
		return FrontDesk | RoleMediator | DutyOfficer | Head
	case MayQueue:
		return FrontDesk | RoleMediator | DutyOfficer | Head
	case MayAccept, MayAssign:
		return FrontDesk | DutyOfficer | Head
	case MayMediate:
		return RoleMediator | DutyOfficer | Head
	case MaySupervise:
		return Head
	case MayManage:
		return Admin
	case MayPlan:
		return Head | Admin
	case MayOwn:
		return FrontDesk | RoleMediator | DutyOfficer | Head | Admin
	case MayRead:
		return FrontDesk | RoleMediator | DutyOfficer | Head
	case MayRoster, MayAudit:
		return Head | Admin
	case MayLook, MayDraft:
		return FrontDesk | RoleMediator | DutyOfficer | Head | Admin
	}
	return 0
}

// May reports whether the actor's roles hold a right.
func (a Actor) May(r Right) bool { return a.Roles.Has(holders(r)) }

// Is reports whether the actor is that mediator of the roster.
func (a Actor) Is(m MediatorID) bool { return a.Mediator != 0 && a.Mediator == m }

// Among reports whether the actor is one of some mediators.
func (a Actor) Among(all []MediatorRef) bool {
	return slices.ContainsFunc(all, func(m MediatorRef) bool { return a.Is(m.ID) })
}

// Require refuses an actor without the right.
func (a Actor) Require(r Right) error {
	if a.May(r) {
		return nil
	}
	return Refuse(ErrForbidden, "roles", holders(r))
}
