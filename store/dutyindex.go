package store

import (
	"sizhen/store/book"
	"sizhen/store/hall"
)

// The kinds of records about duty.
var (
	shiftKind = book.Declare(book.Kind[hall.ShiftID, hall.Shift]{
		Table: hall.OfSignIn, Letter: 'i', Key: "ShiftID", Holds: "hall.Shift", Note: "who came; what is planned is in duty",
		Of: func(s *hall.Shift) (*hall.ShiftID, *uint64) { return &s.ID, &s.Rev },
		Lists: []book.List[hall.Shift]{
			{In: byShift, Lines: func(s *hall.Shift, l *book.Lines) { l.Add(book.Key().Day(s.Day).ID(uint64(s.ID)), nil) }},
			{In: byHand, Lines: func(s *hall.Shift, l *book.Lines) {
				if s.OpenItems() {
					l.Add(book.Key().Day(s.Day).ID(uint64(s.ID)), nil)
				}
			}},
		},
	})
	dutyKind = book.Declare(book.Kind[hall.DutyID, hall.DutyShift]{
		Table: hall.OfDuty, Letter: 'y', Key: "DutyID", Holds: "hall.DutyShift", Note: "what is planned; who came is in shift",
		Of: func(s *hall.DutyShift) (*hall.DutyID, *uint64) { return &s.ID, &s.Rev },
		Lists: []book.List[hall.DutyShift]{
			{In: byDuty, Lines: func(s *hall.DutyShift, l *book.Lines) {
				if s.State != hall.DutyReplaced {
					l.Add(book.Key().Byte(byte(s.Kind)).Day(s.Day).ID(uint64(s.ID)), nil)
				}
			}},
			{In: byRota, Lines: rotaLines},
		},
	})
	crewKind = book.Declare(book.Kind[hall.MemberID, hall.DutyMember]{
		Table: hall.OfMember, Letter: 'w', Key: "MemberID", Holds: "hall.DutyMember", Note: "somebody's time in a duty team",
		Of: func(m *hall.DutyMember) (*hall.MemberID, *uint64) { return &m.ID, &m.Rev },
	})
	leaveKind = book.Declare(book.Kind[hall.LeaveID, hall.Leave]{
		Table: hall.OfLeave, Letter: 'l', Key: "LeaveID", Holds: "hall.Leave",
		Of: func(l *hall.Leave) (*hall.LeaveID, *uint64) { return &l.ID, &l.Rev },
		Lists: []book.List[hall.Leave]{{In: byLeave, Lines: func(v *hall.Leave, l *book.Lines) {
			if !v.Off {
				l.Add(book.Key().Day(v.To).ID(uint64(v.ID)), nil)
			}
		}}},
	})
	swapKind = book.Declare(book.Kind[hall.SwapID, hall.DutySwap]{
		Table: hall.OfSwap, Letter: 'x', Key: "SwapID", Holds: "hall.DutySwap",
		Of: func(s *hall.DutySwap) (*hall.SwapID, *uint64) { return &s.ID, &s.Rev },
		Lists: []book.List[hall.DutySwap]{{In: bySwap, Lines: func(s *hall.DutySwap, l *book.Lines) {
			if s.State == hall.SwapAsked {
				l.Add(book.Key().ID(uint64(s.ID)), nil)
			}
		}}},
	})
)

func rotaLines(s *hall.DutyShift, l *book.Lines) {
	if s.State != hall.DutyStands {
		return
	}
	for _, who := range s.People {
		if k := rotaKey(who); k != nil {
			l.Add(k.Day(s.Day).ID(uint64(s.ID)), nil)
		}
	}
}

// rotaKey leads to somebody's duty; nil for who is known by name only.
func rotaKey(who hall.DutyRef) book.Path {
	switch who.Kind {
	case hall.InviteMediator:
		return busyMediator(hall.MediatorID(who.ID))
	case hall.InviteStaff:
		return busyStaff(hall.StaffID(who.ID))
	}
	return nil
}
