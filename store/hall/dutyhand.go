package hall

import (
	"slices"
	"strings"
	"time"
)

// DutyNote is a line of the log that somebody keeps on duty (值班日志).
type DutyNote struct {
	At     time.Time `cbor:"1,keyasint"`
	What   string    `cbor:"2,keyasint"`
	Case   CaseID    `cbor:"3,keyasint,omitempty"`
	Number string    `cbor:"4,keyasint,omitempty"`
}

// HandItem is one open matter that goes from one shift to the next (交接事项). Where it is
// handed over it says who accepted it; where it was accepted, from whom it came and what
// became of it.
type HandItem struct {
	What       string    `cbor:"1,keyasint"`
	Case       CaseID    `cbor:"2,keyasint,omitempty"`
	Number     string    `cbor:"3,keyasint,omitempty"`
	Since      Day       `cbor:"4,keyasint,omitempty"` // handed over for the first time
	From       SignInID  `cbor:"5,keyasint,omitempty"` // accepted from
	FromName   string    `cbor:"6,keyasint,omitempty"`
	Accepted   time.Time `cbor:"7,keyasint,omitempty"`
	AcceptedBy string    `cbor:"8,keyasint,omitempty"`
	Into       SignInID  `cbor:"9,keyasint,omitempty"` // whose it is now
	Done       time.Time `cbor:"10,keyasint,omitempty"`
	DoneBy     string    `cbor:"11,keyasint,omitempty"`
	Result     string    `cbor:"12,keyasint,omitempty"`
	Passed     bool      `cbor:"13,keyasint,omitempty"` // accepted, not done, and handed on to the next
	Returned   time.Time `cbor:"14,keyasint,omitempty"` // given back by who had accepted it by mistake; it waits again
	ReturnedBy string    `cbor:"15,keyasint,omitempty"`
	Why        string    `cbor:"16,keyasint,omitempty"` // of that; not needed within ten minutes
}

// Open reports whether an item that is handed over waits for somebody to accept it.
func (i HandItem) Open() bool { return i.Accepted.IsZero() && i.Done.IsZero() }

// Pending reports whether an item that was accepted is still to be done.
func (i HandItem) Pending() bool { return i.Done.IsZero() && !i.Passed }

// OpenItems reports whether something that the shift handed over waits to be accepted, or
// would, should its holder forget to sign out.
func (s SignIn) OpenItems() bool {
	for _, i := range s.Items {
		if i.Open() {
			return true
		}
	}
	for _, i := range s.Took {
		if s.Out.IsZero() && i.Pending() {
			return true
		}
	}
	return false
}

// Forgotten reports whether its holder went home without signing out.
func (s SignIn) Forgotten(today Day) bool { return s.Out.IsZero() && s.Day < today }

// PassOn hands on what was accepted and is not done.
func (s *SignIn) PassOn() {
	for i := range s.Took {
		t := &s.Took[i]
		if t.Pending() {
			t.Passed = true
			s.Items = append(s.Items, HandItem{What: t.What, Case: t.Case, Number: t.Number, Since: t.Since})
		}
	}
}

// Who is how whoever signed in stands in a plan.
func (s SignIn) Who() DutyRef {
	if s.Mediator != 0 {
		return DutyRef{InviteMediator, uint64(s.Mediator), s.Name}
	}
	return DutyRef{InviteStaff, uint64(s.Staff), s.Name}
}

// Of reports whether the sign-in is that of somebody in a plan.
func (s SignIn) Of(r DutyRef) bool {
	return r.Same(s.Who()) || r.Kind == InviteStaff && s.Staff != 0 && r.ID == uint64(s.Staff) ||
		r.Kind == InviteOther && s.Staff == 0 && s.Mediator == 0 && r.Name == s.Name
}

// HandOver ends a shift's part: what was accepted and is not done is handed on, before what
// is new. Items without words are left out.
func (s *SignIn) HandOver(note string, items []HandItem, now time.Time) {
	s.Out, s.Note = now, note
	s.PassOn()
	for _, i := range items {
		if what := strings.TrimSpace(i.What); what != "" {
			s.Items = append(s.Items, HandItem{What: what, Case: i.Case, Number: i.Number, Since: DayOf(now)})
		}
	}
}

// Accept takes one open item of a shift over into another.
func (s *SignIn) Accept(item int, from *SignIn, now time.Time) *Error {
	if item < 0 || item >= len(from.Items) {
		return Refuse(ErrNotFound)
	}
	i := &from.Items[item]
	if _, err := ItemCourse().Leads(*i, OpAccept); err != nil {
		return err
	}
	s.Took = append(s.Took, HandItem{
		What: i.What, Case: i.Case, Number: i.Number, Since: i.Since, From: from.ID, FromName: from.Name, Accepted: now, AcceptedBy: s.Name, Into: s.ID,
	})
	i.Accepted, i.AcceptedBy, i.Into = now, s.Name, s.ID
	return nil
}

// NeedsWhy reports whether giving an accepted item back takes a reason: once it is no longer fresh.
func (i HandItem) NeedsWhy(now time.Time) bool { return now.Sub(i.Accepted) >= UndoFor }

// Return gives an accepted item back to the shift that it came from, where it waits again. Both say so.
func (s *SignIn) Return(item int, from *SignIn, why string, now time.Time) *Error {
	if item < 0 || item >= len(s.Took) {
		return Refuse(ErrNotFound)
	}
	i := &s.Took[item]
	if _, err := ItemCourse().Leads(*i, OpGiveBack); err != nil {
		return err
	}
	at := slices.IndexFunc(from.Items, func(o HandItem) bool {
		return o.Into == s.ID && o.What == i.What && o.Case == i.Case && o.State() == HandTaken
	})
	switch {
	case at < 0:
		return Refuse(ErrNotFound)
	case why == "" && i.NeedsWhy(now):
		return Refuse(ErrReason).In(FieldReason)
	}
	i.Passed, i.Returned, i.ReturnedBy, i.Why = true, now, s.Name, why
	o := &from.Items[at]
	o.Accepted, o.AcceptedBy, o.Into = time.Time{}, "", 0
	o.Returned, o.ReturnedBy, o.Why = now, s.Name, why
	return nil
}
