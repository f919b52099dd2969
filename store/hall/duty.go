package hall

import (
	"cmp"
	"fmt"
	"time"
)

// DutyKind tells the two sorts of duty apart.
type DutyKind uint8

const (
	DutyHall   DutyKind = iota // 值班: the hall's own, day by day
	DutyCounty                 // 下沉、轮驻: the county team sits in a township
)

// DutyKinds lists them in the order they are shown.
func DutyKinds() []DutyKind { return []DutyKind{DutyHall, DutyCounty} }

// DutyRef is somebody on duty, by the name he had then: on the roster, with an account only,
// or neither. A person with both is the one on the roster.
type DutyRef struct {
	Kind InviteeKind `cbor:"1,keyasint,omitempty"` // InviteMediator, InviteStaff or InviteOther
	ID   uint64      `cbor:"2,keyasint,omitempty"` // of the mediator or the account
	Name string      `cbor:"3,keyasint"`
}

// Same reports whether two are one person; whoever is on no list is known by name.
func (r DutyRef) Same(o DutyRef) bool {
	return r.Kind == o.Kind && r.ID == o.ID && (r.ID != 0 || r.Name == o.Name)
}

// Key tells one person from another in lists and in the names of drafts, which are kept: it never changes.
func (r DutyRef) Key() string { return fmt.Sprintf("%d/%d/%s", r.Kind, r.ID, r.Name) }

// Is reports whether an actor is the person.
func (r DutyRef) Is(a Actor) bool {
	switch r.Kind {
	case InviteMediator:
		return a.Mediator != 0 && r.ID == uint64(a.Mediator)
	case InviteStaff:
		return a.Staff != 0 && r.ID == uint64(a.Staff)
	}
	return false
}

// RefOf is how an actor stands in a duty plan.
func RefOf(a Actor) DutyRef {
	if a.Mediator != 0 {
		return DutyRef{InviteMediator, uint64(a.Mediator), a.Name}
	}
	return DutyRef{InviteStaff, uint64(a.Staff), a.Name}
}

// DutyState is where a planned shift stands.
type DutyState uint8

const (
	DutyStands   DutyState = iota // 有效
	DutyOff                       // 取消: somebody called it off, with a reason
	DutyReplaced                  // 作废: a new plan does without it
)

// Shift is a shift of the plan (班次): who is on duty on a day, in the hall or in a
// township. Who really came is in the sign-ins (SignIn).
type Shift struct {
	ID       ShiftID      `cbor:"1,keyasint"`
	Rev      uint64       `cbor:"2,keyasint"`
	Kind     DutyKind     `cbor:"3,keyasint,omitempty"`
	Day      Day          `cbor:"4,keyasint"`
	For      Day          `cbor:"5,keyasint,omitempty"` // the first day of what it was planned for: the day, or the week, half-month or month; 0: added by hand
	Township string       `cbor:"6,keyasint,omitempty"` // of a county team's visit, as it is called in the settings
	Need     int          `cbor:"7,keyasint,omitempty"` // how many it takes
	People   []DutyRef    `cbor:"8,keyasint,omitempty"`
	State    DutyState    `cbor:"9,keyasint,omitempty"`
	Fixed    bool         `cbor:"10,keyasint,omitempty"` // moved, swapped or assigned by a person: a new plan leaves it alone
	Changes  []DutyChange `cbor:"11,keyasint,omitempty"` // the whole trail
	Took     []DutyCase   `cbor:"12,keyasint,omitempty"` // on a rotation day: what the team took on (带走)
	Back     []DutyCase   `cbor:"13,keyasint,omitempty"` // and what it hands back (交回)
	By       string       `cbor:"14,keyasint,omitempty"` // who planned it
	At       time.Time    `cbor:"15,keyasint,omitempty"`
	Called   string       `cbor:"16,keyasint,omitempty"` // what the township was called on the day, if otherwise: so it stands on paper
}

// Place is the township as it was called on the day.
func (s Shift) Place() string { return cmp.Or(s.Called, s.Township) }

// Has reports whether somebody is on the shift.
func (s Shift) Has(who DutyRef) bool { return indexOf(s.People, who) >= 0 }

// Mine reports whether an actor is on the shift.
func (s Shift) Mine(a Actor) bool {
	for _, p := range s.People {
		if p.Is(a) {
			return true
		}
	}
	return false
}

func indexOf(people []DutyRef, who DutyRef) int {
	for i, p := range people {
		if p.Same(who) {
			return i
		}
	}
	return -1
}

// DutyChangeKind is what was done to a shift.
type DutyChangeKind uint8

const (
	DutyMoved     DutyChangeKind = iota // 改日期
	DutyAssigned                        // 换人: other people by hand
	DutySwapped                         // 换班: by both persons' consent
	DutyReplanned                       // 重排: by a new plan
	DutyCalledOff                       // 取消
)

// DutyChange is one change of a shift, with its reason.
type DutyChange struct {
	At     time.Time      `cbor:"1,keyasint"`
	By     string         `cbor:"2,keyasint,omitempty"`
	What   DutyChangeKind `cbor:"3,keyasint,omitempty"`
	From   Day            `cbor:"4,keyasint,omitempty"`
	To     Day            `cbor:"5,keyasint,omitempty"`
	Was    []DutyRef      `cbor:"6,keyasint,omitempty"`
	Now    []DutyRef      `cbor:"7,keyasint,omitempty"`
	Reason string         `cbor:"8,keyasint,omitempty"`
}

// DutyCase is a matter that changes hands on a rotation day. The case may be none of ours.
type DutyCase struct {
	Case   CaseID    `cbor:"1,keyasint,omitempty"`
	Number string    `cbor:"2,keyasint,omitempty"`
	What   string    `cbor:"3,keyasint"`
	Who    string    `cbor:"4,keyasint,omitempty"` // who takes it on, or to whom it goes back
	By     string    `cbor:"5,keyasint,omitempty"` // who wrote it down
	At     time.Time `cbor:"6,keyasint,omitempty"`
}

// DutyMember is somebody's time in a team: the present ones have no last day.
type DutyMember struct {
	ID   MemberID `cbor:"1,keyasint"`
	Rev  uint64   `cbor:"2,keyasint"`
	Kind DutyKind `cbor:"3,keyasint,omitempty"`
	Who  DutyRef  `cbor:"4,keyasint"`
	From Day      `cbor:"5,keyasint"`
	To   Day      `cbor:"6,keyasint,omitempty"`
	By   string   `cbor:"7,keyasint,omitempty"`
}

// On reports whether he is in the team on a day.
func (m DutyMember) On(d Day) bool { return m.From <= d && (m.To == 0 || d <= m.To) }

// Leave is when somebody cannot be on duty (请假), both days included.
type Leave struct {
	ID   LeaveID   `cbor:"1,keyasint"`
	Rev  uint64    `cbor:"2,keyasint"`
	Who  DutyRef   `cbor:"3,keyasint"`
	From Day       `cbor:"4,keyasint"`
	To   Day       `cbor:"5,keyasint"`
	Why  string    `cbor:"6,keyasint,omitempty"`
	By   string    `cbor:"7,keyasint,omitempty"`
	At   time.Time `cbor:"8,keyasint,omitempty"`
	Off  bool      `cbor:"9,keyasint,omitempty"` // taken back (销假)
}

// Covers reports whether the leave takes a day.
func (l Leave) Covers(d Day) bool { return !l.Off && l.From <= d && d <= l.To }

// CheckLeave looks at a new leave beside those that somebody has already.
func CheckLeave(l Leave, have []Leave) *Error {
	switch {
	case l.Who.Name == "":
		return Refuse(ErrRequired).In("who")
	case l.From == 0:
		return Refuse(ErrRequired).In("from")
	case l.To == 0:
		return Refuse(ErrRequired).In("to")
	case l.To < l.From:
		return Refuse(ErrLeaveOrder).In("to")
	case l.To-l.From >= mostPlanned:
		return Refuse(ErrPlanRange, "most", mostPlanned).In("to")
	case l.Why == "":
		return Refuse(ErrReason).In("why")
	}
	for _, o := range have {
		if !o.Off && o.Who.Same(l.Who) && o.From <= l.To && l.From <= o.To {
			return Refuse(ErrLeaveTwice, "name", l.Who.Name, "day", o.From, "last", o.To).In("from")
		}
	}
	return nil
}

// SwapState is where a swap stands.
type SwapState uint8

const (
	SwapAsked    SwapState = iota // 待对方同意
	SwapDone                      // 已换
	SwapRefused                   // 对方不同意
	SwapRecalled                  // 撤回
	SwapLapsed                    // 失效: a shift of it was moved or called off
	SwapUndone                    // 已换回: both took it back after it was done
)

// DutySwap is one person asking another to take a shift, for one of the other's or for none
// (换班、代班). It is done only when both have consented.
type DutySwap struct {
	ID       SwapID      `cbor:"1,keyasint"`
	Rev      uint64      `cbor:"2,keyasint"`
	Duty     ShiftID     `cbor:"3,keyasint"`           // the shift that is given
	Day      Day         `cbor:"4,keyasint"`           // its day
	Who      DutyRef     `cbor:"5,keyasint"`           // whose it is
	For      ShiftID     `cbor:"6,keyasint,omitempty"` // the shift taken for it; 0: none
	ForDay   Day         `cbor:"7,keyasint,omitempty"`
	With     DutyRef     `cbor:"8,keyasint"` // who takes it
	Why      string      `cbor:"9,keyasint,omitempty"`
	By       string      `cbor:"10,keyasint,omitempty"` // who wrote it down
	At       time.Time   `cbor:"11,keyasint"`
	State    SwapState   `cbor:"12,keyasint,omitempty"`
	Consents [2]DutyWord `cbor:"13,keyasint"` // of Who and of With
	Note     string      `cbor:"14,keyasint,omitempty"`
	Undoes   SwapID      `cbor:"15,keyasint,omitempty"` // the swap that it takes back (换回)
	Hear     []DutyRef   `cbor:"16,keyasint,omitempty"` // those of the two who have not seen yet what became of it
	HearHead bool        `cbor:"17,keyasint,omitempty"` // nor has the head that it was taken back
}

// Back is what takes a done swap back: whoever has a shift by it now gives it, to the other.
func (s DutySwap) Back() DutySwap {
	return DutySwap{Duty: s.Duty, Day: s.Day, Who: s.With, For: s.For, ForDay: s.ForDay, With: s.Who, Undoes: s.ID}
}

// DutyWord is somebody's consent or refusal.
type DutyWord struct {
	At time.Time `cbor:"1,keyasint,omitempty"`
	By string    `cbor:"2,keyasint,omitempty"` // who gave it; for those without an account, who took it down
	No bool      `cbor:"3,keyasint,omitempty"`
}

// Agreed reports whether both have consented.
func (s DutySwap) Agreed() bool {
	a, b := s.Consents[0], s.Consents[1]
	return !a.At.IsZero() && !b.At.IsZero() && !a.No && !b.No
}

// CheckSwap says why a swap cannot be: of the past, with oneself, of a shift that somebody is
// not on, or that leaves somebody twice on one day. Nil: it can. give is the shift given and
// take the one taken for it, zero for none.
func CheckSwap(s DutySwap, give, take Shift, today Day) *Error {
	switch {
	case s.With.Name == "":
		return Refuse(ErrRequired).In("with")
	case s.Who.Same(s.With):
		return Refuse(ErrSwapSelf).In("with")
	case give.State != DutyStands:
		return Refuse(ErrDutyOff, "day", give.Day).In("duty")
	case s.Day != 0 && s.Day != give.Day:
		return Refuse(ErrSwapMoved, "day", give.Day).In("duty")
	case give.Day < today:
		return Refuse(ErrDutyPast, "day", give.Day).In("duty")
	case !give.Has(s.Who):
		return Refuse(ErrNotOnShift, "name", s.Who.Name, "day", give.Day).In("duty")
	case give.Has(s.With):
		return Refuse(ErrDutyTwice, "name", s.With.Name, "day", give.Day).In("with")
	}
	if s.For == 0 {
		return nil
	}
	switch {
	case take.State != DutyStands:
		return Refuse(ErrDutyOff, "day", take.Day).In("for")
	case s.ForDay != 0 && s.ForDay != take.Day:
		return Refuse(ErrSwapMoved, "day", take.Day).In("for")
	case take.Day < today:
		return Refuse(ErrDutyPast, "day", take.Day).In("for")
	case !take.Has(s.With):
		return Refuse(ErrNotOnShift, "name", s.With.Name, "day", take.Day).In("for")
	case take.Has(s.Who):
		return Refuse(ErrDutyTwice, "name", s.Who.Name, "day", take.Day).In("for")
	}
	return nil
}
