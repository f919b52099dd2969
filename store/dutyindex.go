package store

import "sizhen/store/hall"

// The kinds of records about duty, beside the sign-ins.
var (
	dutyKind = kind[hall.DutyShift]{tDuty,
		func(s *hall.DutyShift) *uint64 { return (*uint64)(&s.ID) }, func(s *hall.DutyShift) *uint64 { return &s.Rev }, dutyEntries}
	crewKind = kind[hall.DutyMember]{tCrew,
		func(m *hall.DutyMember) *uint64 { return (*uint64)(&m.ID) }, func(m *hall.DutyMember) *uint64 { return &m.Rev },
		func(*hall.DutyMember) ([]entry, error) { return nil, nil }}
	leaveKind = kind[hall.Leave]{tLeave,
		func(l *hall.Leave) *uint64 { return (*uint64)(&l.ID) }, func(l *hall.Leave) *uint64 { return &l.Rev }, leaveEntries}
	swapKind = kind[hall.DutySwap]{tSwap,
		func(s *hall.DutySwap) *uint64 { return (*uint64)(&s.ID) }, func(s *hall.DutySwap) *uint64 { return &s.Rev }, swapEntries}
)

func shiftEntries(s *hall.Shift) ([]entry, error) {
	out := []entry{{table: tShiftDay, key: key(s.Day, uint64(s.ID))}}
	if s.OpenItems() {
		out = append(out, entry{table: tHand, key: key(s.Day, uint64(s.ID))})
	}
	return out, nil
}

func dutyEntries(s *hall.DutyShift) ([]entry, error) {
	if s.State == hall.DutyReplaced {
		return nil, nil
	}
	id := uint64(s.ID)
	out := []entry{{table: tDutyDay, key: key(byte(s.Kind), s.Day, id)}}
	if s.State != hall.DutyStands {
		return out, nil
	}
	for _, who := range s.People {
		if k := rotaKey(who); k != nil {
			out = append(out, entry{table: tRota, key: key(k, s.Day, id)})
		}
	}
	return out, nil
}

// rotaKey leads to somebody's duty; nil for who is known by name only.
func rotaKey(who hall.DutyRef) []byte {
	switch who.Kind {
	case hall.InviteMediator:
		return busyMediator(hall.MediatorID(who.ID))
	case hall.InviteStaff:
		return busyStaff(hall.StaffID(who.ID))
	}
	return nil
}

func leaveEntries(l *hall.Leave) ([]entry, error) {
	if l.Off {
		return nil, nil
	}
	return []entry{{table: tLeaveDay, key: key(l.To, uint64(l.ID))}}, nil
}

func swapEntries(s *hall.DutySwap) ([]entry, error) {
	if s.State != hall.SwapAsked {
		return nil, nil
	}
	return []entry{{table: tSwapOpen, key: key(uint64(s.ID))}}, nil
}
