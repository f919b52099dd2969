package duty

import (
	"sizhen/store/book"
	"sizhen/store/hall"
)

// The kinds of records about duty.
var (
	// SignIns are who came for duty, with log and handover.
	SignIns = book.Declare(book.Kind[hall.SignInID, hall.SignIn]{
		Table: hall.OfSignIn, Letter: 'i', Key: "SignInID", Holds: "hall.SignIn", Note: "who came; what is planned is in duty",
		Of:    func(s *hall.SignIn) (*hall.SignInID, *uint64) { return &s.ID, &s.Rev },
		Trail: func(s *hall.SignIn) *[]hall.Correction { return &s.Corrections },
		Lists: []book.List[hall.SignIn]{
			{In: bySignIn, Lines: func(s *hall.SignIn, l *book.Lines) { l.Add(book.Key().Day(s.Day).ID(uint64(s.ID)), nil) }},
			{In: byHand, Lines: func(s *hall.SignIn, l *book.Lines) {
				if s.OpenItems() {
					l.Add(book.Key().Day(s.Day).ID(uint64(s.ID)), nil)
				}
			}},
		},
	})
	// Shifts are what was planned.
	Shifts = book.Declare(book.Kind[hall.ShiftID, hall.Shift]{
		Table: hall.OfDuty, Letter: 'y', Key: "ShiftID", Holds: "hall.Shift", Note: "what is planned; who came is in shift",
		Of: func(s *hall.Shift) (*hall.ShiftID, *uint64) { return &s.ID, &s.Rev },
		Lists: []book.List[hall.Shift]{
			{In: byDuty, Lines: func(s *hall.Shift, l *book.Lines) {
				if s.State != hall.DutyReplaced {
					l.Add(book.Key().Byte(byte(s.Kind)).Day(s.Day).ID(uint64(s.ID)), nil)
				}
			}},
			{In: byRota, Lines: rotaLines},
		},
	})
	// Members are who is in a team, and from when to when.
	Members = book.Declare(book.Kind[hall.MemberID, hall.DutyMember]{
		Table: hall.OfMember, Letter: 'w', Key: "MemberID", Holds: "hall.DutyMember", Note: "somebody's time in a duty team",
		Of: func(m *hall.DutyMember) (*hall.MemberID, *uint64) { return &m.ID, &m.Rev },
	})
	// Leaves are the days on which somebody is away.
	Leaves = book.Declare(book.Kind[hall.LeaveID, hall.Leave]{
		Table: hall.OfLeave, Letter: 'l', Key: "LeaveID", Holds: "hall.Leave",
		Of: func(l *hall.Leave) (*hall.LeaveID, *uint64) { return &l.ID, &l.Rev },
		Lists: []book.List[hall.Leave]{{In: byLeave, Lines: func(v *hall.Leave, l *book.Lines) {
			if !v.Off {
				l.Add(book.Key().Day(v.To).ID(uint64(v.ID)), nil)
			}
		}}},
	})
	// Swaps are what people ask to exchange.
	Swaps = book.Declare(book.Kind[hall.SwapID, hall.DutySwap]{
		Table: hall.OfSwap, Letter: 'x', Key: "SwapID", Holds: "hall.DutySwap",
		Of: func(s *hall.DutySwap) (*hall.SwapID, *uint64) { return &s.ID, &s.Rev },
		Lists: []book.List[hall.DutySwap]{{In: bySwap, Lines: func(s *hall.DutySwap, l *book.Lines) {
			if s.State == hall.SwapAsked || s.Unheard() {
				l.Add(book.Key().ID(uint64(s.ID)), nil)
			}
		}}},
	})
)

func rotaLines(s *hall.Shift, l *book.Lines) {
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
		return MediatorTime(hall.MediatorID(who.ID))
	case hall.InviteStaff:
		return StaffTime(hall.StaffID(who.ID))
	}
	return nil
}

var (
	bySignIn = &book.Index{Table: "by.shift", Key: "day SignInID"}
	byHand   = &book.Index{Table: "by.hand", Key: "day SignInID", Note: "sign-ins that handed over what nobody has accepted"}
	byDuty   = &book.Index{Table: "by.duty", Key: "kind day ShiftID", Note: "planned shifts but those that a new plan did without"}
	byRota   = &book.Index{Table: "by.rota", Key: "m<MediatorID>|s<StaffID> day ShiftID", Note: "who has duty, as by.busy says of hours"}
	byLeave  = &book.Index{Table: "by.leave", Key: "last day LeaveID", Note: "leaves that were not taken back"}
	bySwap   = &book.Index{Table: "by.swap", Key: "SwapID", Note: "swaps that wait for an answer, or of whose end somebody has not heard"}
)
