package store

import (
	"sizhen/store/hall"
)

// The stages of a joint consultation or a follow-up, as by.stage lists them.
const (
	stageProposed byte = 'p'
	stageOpen     byte = 'o'
	stageEnded    byte = 'e'
	stageRuns     byte = 'r'
)

func consultEntries(c *hall.Consultation) ([]entry, error) {
	row, err := encode(hall.VisitRowOf(*c))
	if err != nil {
		return nil, err
	}
	id := uint64(c.ID)
	var out []entry
	switch c.Kind {
	case hall.WalkIn:
		if c.Number != 0 {
			out = append(out, entry{table: tDay, key: key(c.Day, byte('q'), c.Order, id), value: row})
		}
	case hall.Appointment:
		if c.Number != 0 { // arrived: in that day's queue as well
			out = append(out, entry{table: tDay, key: key(c.Day, byte('q'), c.Order, id), value: row})
		}
		for _, e := range c.Expected {
			if c.State == hall.NoShow && e.Missed && e.Person != 0 {
				out = append(out, entry{table: tMissed, key: key(uint64(e.Person), ^id), value: row})
			}
		}
	case hall.Joint, hall.FollowUp:
		out = append(out, stageEntries(c, row)...)
	}
	if c.Number != 0 && c.State == hall.Started {
		out = append(out, entry{table: tStage, key: key(byte(c.Kind), stageRuns, c.Day, int64(c.Slot.From), id), value: row})
	}
	if c.Kind != hall.WalkIn && c.Timed() {
		out = append(out, entry{table: tDay, key: key(c.Slot.Day, byte('a'), int64(c.Slot.From), id), value: row})
		out = append(out, busyEntries(c, row)...)
	}
	if c.Case != 0 {
		out = append(out, entry{table: tCaseSub, key: key(uint64(c.Case), id)})
	}
	return out, nil
}

// stageEntries list joint consultations and follow-ups by where they stand.
func stageEntries(c *hall.Consultation, row []byte) []entry {
	id := uint64(c.ID)
	at := func(stage byte, day hall.Day) []entry {
		return []entry{{tStage, key(byte(c.Kind), stage, day, int64(c.Slot.From), id), row, 2}}
	}
	switch {
	case c.State == hall.GoneAway:
		return nil
	case c.State == hall.Proposed:
		return at(stageProposed, c.Day)
	case c.State == hall.Ended:
		return at(stageEnded, ^c.Day) // the latest first
	case c.Kind == hall.FollowUp:
		village := ""
		if c.Visit != nil {
			village = c.Visit.Village
		}
		return append(at(stageOpen, c.Day), entry{table: tPlace, key: key(village, byte(0), c.Day, id), value: row})
	}
	return at(stageOpen, c.Day)
}

// busyEntries hold whom and what a time is taken of, so that nobody and nothing is booked twice.
func busyEntries(c *hall.Consultation, row []byte) []entry {
	var out []entry
	for _, b := range holders(*c) {
		out = append(out, entry{table: tBusy, key: key(b.key, c.Slot.Day, uint64(c.ID)), value: row})
	}
	return out
}

// holder is one of those whose time a consultation takes.
type holder struct {
	key   []byte
	code  hall.Code // what a double booking is refused with
	name  string
	field string
	soft  bool // shown, not refused
}

// holders lists them: the room, the mediators, whoever is invited and has not said no, and
// the parties. An organisation may send two people: of it that is only shown.
func holders(c hall.Consultation) []holder {
	held, ok := c.Holds()
	if !ok {
		return nil
	}
	var out []holder
	if held.Room != "" {
		out = append(out, holder{busyRoom(held.Room), hall.ErrRoomBusy, held.Room, "time", false})
	}
	seen := map[hall.MediatorID]bool{}
	mediator := func(id hall.MediatorID, name string) {
		if !seen[id] {
			seen[id] = true
			out = append(out, holder{busyMediator(id), hall.ErrMediatorBusy, name, "mediator", false})
		}
	}
	for _, m := range held.Mediators {
		mediator(m.ID, m.Name)
	}
	if j := c.Joint; j != nil {
		for _, i := range append([]hall.Invitee{j.Convener}, j.Invited...) {
			switch {
			case i.ID == 0 || i.Answer == hall.CannotGo:
			case i.Kind == hall.InviteMediator:
				mediator(hall.MediatorID(i.ID), i.Name)
			case i.Kind == hall.InviteStaff:
				out = append(out, holder{busyStaff(hall.StaffID(i.ID)), hall.ErrStaffBusy, i.Name, "invited", false})
			case i.Kind == hall.InviteBody:
				out = append(out, holder{busyBody(hall.BodyID(i.ID)), hall.ErrBodyBusy, i.Name, "invited", false})
			}
		}
	}
	party := map[hall.PersonID]bool{}
	for _, e := range c.Expected {
		if e.Person != 0 && !party[e.Person] {
			party[e.Person] = true
			who := holder{busyPerson(e.Person), hall.ErrPartyBusy, e.Name, "time", false}
			if e.Org {
				who = holder{busyOrg(e.Person), hall.ErrOrgBusy, e.Name, "time", true}
			}
			out = append(out, who)
		}
	}
	return out
}

func busyRoom(room string) []byte            { return key(byte('r'), room, byte(0)) }
func busyMediator(id hall.MediatorID) []byte { return key(byte('m'), uint64(id)) }
func busyStaff(id hall.StaffID) []byte       { return key(byte('s'), uint64(id)) }
func busyBody(id hall.BodyID) []byte         { return key(byte('b'), uint64(id)) }
func busyPerson(id hall.PersonID) []byte     { return key(byte('p'), uint64(id)) }
func busyOrg(id hall.PersonID) []byte        { return key(byte('o'), uint64(id)) }
