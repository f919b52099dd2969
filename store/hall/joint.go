package hall

import (
	"slices"
	"time"
)

// Discussion is what a joint consultation (集中会诊) holds beside what all consultations do:
// who agreed that outsiders take part, who is invited, what each said, and what follows.
type Discussion struct {
	Consents []Consent `cbor:"1,keyasint,omitempty"`
	Convener Invitee   `cbor:"2,keyasint,omitempty"` // 召集人
	Invited  []Invitee `cbor:"3,keyasint,omitempty"`
	Agenda   string    `cbor:"4,keyasint,omitempty"` // 议程, a line a point
	Line     string    `cbor:"5,keyasint,omitempty"` // 解决思路, what was agreed among them
	Opinion  string    `cbor:"6,keyasint,omitempty"` // 处理意见
	Who      string    `cbor:"7,keyasint,omitempty"` // who carries it out
	By       Day       `cbor:"8,keyasint,omitempty"` // by when
	Present  string    `cbor:"9,keyasint,omitempty"` // who else was there, without having been invited

	Before  ConsultationID `cbor:"10,keyasint,omitempty" trail:"-"` // the meeting before (再会诊)
	Next    ConsultationID `cbor:"11,keyasint,omitempty" trail:"-"` // the further meeting, which stands for both in lists and counts
	Off     []Invitee      `cbor:"13,keyasint,omitempty" trail:"-"` // crossed off, and to be told
	Secrecy Secrecy        `cbor:"14,keyasint,omitempty"`           // of an internal consultation that was held
	Meeting int            `cbor:"12,keyasint,omitempty" trail:"-"` // 2 of the second; 0 of the first
}

// Secrecy is whether those present were reminded that nothing of the parties goes out [law 15].
type Secrecy uint8

const (
	SecrecyUnsaid Secrecy = iota
	Reminded
	NotReminded
)

// Secrecies lists what can be said of it.
func Secrecies() []Secrecy { return []Secrecy{Reminded, NotReminded} }

// InviteeKind is where somebody who is invited comes from.
type InviteeKind uint8

const (
	InviteMediator InviteeKind = iota // on the roster
	InviteStaff                       // of the hall
	InviteBody                        // a resource body (资源单位)
	InviteOther                       // anybody else, by name
)

// Outside reports whether somebody is neither of the hall nor on the roster of mediators.
func (k InviteeKind) Outside() bool { return k == InviteBody || k == InviteOther }

// Answer is what somebody said to an invitation.
type Answer uint8

const (
	NoAnswer  Answer = iota // 没有答复
	Comes                   // 参加
	CannotGo                // 不能来
	SendsSome               // 派人来
)

// Invitee is somebody invited to a joint consultation.
type Invitee struct {
	Kind     InviteeKind `cbor:"1,keyasint,omitempty"`
	ID       uint64      `cbor:"2,keyasint,omitempty"` // of the mediator, account or body
	Name     string      `cbor:"3,keyasint"`
	Unit     string      `cbor:"4,keyasint,omitempty"` // village, post or trade
	Must     bool        `cbor:"5,keyasint,omitempty"` // it cannot be held without him
	Answer   Answer      `cbor:"6,keyasint,omitempty"`
	Note     string      `cbor:"7,keyasint,omitempty"` // to the answer: whom they send, why not
	Answered time.Time   `cbor:"8,keyasint,omitempty"`
	By       string      `cbor:"9,keyasint,omitempty"` // who took the answer
	Came     bool        `cbor:"10,keyasint,omitempty"`
	Opinion  string      `cbor:"11,keyasint,omitempty"`
	Dissent  string      `cbor:"12,keyasint,omitempty"`
	Stale    bool        `cbor:"13,keyasint,omitempty"` // answered what no longer holds, and has not heard of it yet
	As       GuestRole   `cbor:"14,keyasint,omitempty"` // of somebody from outside
}

// Place is what somebody's seat is called in a correction.
func (i Invitee) Place() string { return i.Name }

// Same reports whether two entries are the same person or body.
func (i Invitee) Same(o Invitee) bool {
	if i.Kind != o.Kind {
		return false
	}
	if i.ID != 0 || o.ID != 0 {
		return i.ID == o.ID
	}
	return i.Name == o.Name && i.Unit == o.Unit
}

// CheckInvited looks at a list of invitations: nobody twice, everybody with a name, and
// nobody to whom a party does not agree.
func CheckInvited(c Case, d Discussion, invited []Invitee) *Error {
	for i, v := range invited {
		if v.Name == "" {
			return Refuse(ErrRequired).In("name")
		}
		if slices.ContainsFunc(invited[:i], v.Same) || v.Same(d.Convener) {
			return Refuse(ErrInvitedTwice, "name", v.Name).In("name")
		}
		if against := d.against(c, v); v.NeedsConsent() && len(against) > 0 {
			return Refuse(ErrNoConsent, "names", against, "name", v.Name)
		}
	}
	return nil
}

// JointRecord is the outcome of a joint consultation, as it is recorded on the day.
type JointRecord struct {
	Convener Invitee   // whether he came, his opinion and dissent
	Invited  []Invitee // with who came, opinions and dissent
	Present  string    // who else was there
	Secrecy  Secrecy   // of an internal consultation
	Line     string
	Opinion  string
	Who      string
	By       Day
	Tasks    []Task
}

// Check says what the record lacks.
func (r JointRecord) Check(today Day) *Error {
	came := r.Convener.Came || slices.ContainsFunc(r.Invited, func(i Invitee) bool { return i.Came })
	switch {
	case !came:
		return Refuse(ErrNobodyCame).In("came")
	case r.Line == "":
		return Refuse(ErrRequired).In("line")
	case r.Opinion == "":
		return Refuse(ErrRequired).In("opinion")
	case r.Who == "":
		return Refuse(ErrRequired).In("who")
	case r.By == 0:
		return Refuse(ErrRequired).In("by")
	case r.By < today:
		return Refuse(ErrDayBefore, "day", today).In("by")
	}
	for _, t := range r.Tasks {
		if err := t.Check(today); err != nil {
			return err
		}
	}
	return nil
}

// ToDo are the tasks that follow from the record: those that were written, and what was agreed on, which
// is a task of who carries it out by the day it says, unless one was written for that.
func (r JointRecord) ToDo() []Task {
	out := slices.Clone(r.Tasks)
	if !slices.ContainsFunc(out, func(t Task) bool { return t.Who == r.Who && t.Due == r.By }) {
		out = append(out, Task{What: r.Opinion, Who: r.Who, Due: r.By})
	}
	return out
}

// Mediators are those on the roster whose time it takes: the convener and whoever is invited
// and has not said no.
func (d Discussion) Mediators() []MediatorRef {
	var out []MediatorRef
	for _, i := range d.All() {
		ref := MediatorRef{ID: MediatorID(i.ID), Name: i.Name}
		if i.Kind == InviteMediator && i.ID != 0 && i.Answer != CannotGo && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}
