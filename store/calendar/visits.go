package calendar

import (
	"cmp"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// The stages of a joint consultation or a follow-up, as by.stage lists them.
const (
	StageProposed byte = 'p'
	StageOpen     byte = 'o'
	StageEnded    byte = 'e'
	stageHere     byte = 'r'
)

// dayLines list a consultation on its day: in the queue of those who are in the hall, and by
// its hours.
func dayLines(c *hall.Consultation, l *book.Lines) {
	id := uint64(c.ID)
	if c.Number != 0 && (c.Kind == hall.WalkIn || c.Kind == hall.Appointment) { // who came by appointment stands in the queue as well
		l.Row(book.Key().Day(c.Day).Byte('q').Int(c.Order).ID(id), nil)
	}
	if !c.Written.IsZero() { // and on the day on which the end was written down
		l.Row(book.Key().Day(hall.DayOf(c.Written)).Byte('w').Int(c.Order).ID(id), nil)
	}
	if c.Kind != hall.WalkIn && c.Timed() {
		l.Row(book.Key().Day(c.Slot.Day).Byte('a').Int(int64(c.Slot.From)).ID(id), nil)
	}
}

func missedLines(c *hall.Consultation, l *book.Lines) {
	if c.Kind != hall.Appointment {
		return
	}
	missed := missedOf(*c)
	for _, m := range c.Moves { // to a time before it was moved
		missed = append(missed, m.Missed...)
	}
	seen := map[hall.PersonID]bool{0: true}
	for _, e := range missed {
		if !seen[e.Person] {
			seen[e.Person] = true
			l.Row(book.Key().ID(uint64(e.Person)).Newest(uint64(c.ID)), nil)
		}
	}
}

// tellLines list what somebody has to be told of, under the day on which he would come.
func tellLines(c *hall.Consultation, l *book.Lines) {
	if c.Attendance().Stale == 0 {
		return
	}
	day := cmp.Or(c.Slot.Day, c.Day) // what lost its hours has its day still
	for _, m := range c.Moves {
		if m.From.Day != 0 {
			day = min(day, m.From.Day)
		}
	}
	l.Row(book.Key().Day(day).Int(int64(c.Slot.From)).ID(uint64(c.ID)), nil)
}

// visitorLines list a consultation under everybody who came to it, or is to come.
func visitorLines(c *hall.Consultation, l *book.Lines) {
	seen := map[hall.PersonID]bool{0: true}
	add := func(id hall.PersonID) {
		if !seen[id] {
			seen[id] = true
			l.Row(book.Key().ID(uint64(id)).Newest(uint64(c.ID)), nil)
		}
	}
	for _, e := range c.Expected {
		add(e.Person)
	}
	if c.Intake != nil && len(c.Expected) == 0 {
		for _, p := range c.Intake.Of(hall.Applicant) {
			add(p.Person)
		}
	}
}

func subLines(c *hall.Consultation, l *book.Lines) {
	if c.Case != 0 {
		l.Add(book.Key().ID(uint64(c.Case)).ID(uint64(c.ID)), nil)
	}
}

// stageLines list joint consultations and follow-ups by where they stand, and, not counted,
// who is in the hall and not done with.
func stageLines(c *hall.Consultation, l *book.Lines) {
	at := func(stage byte, day hall.Day, counted bool) {
		group := book.Key().Byte(byte(c.Kind)).Byte(stage)
		key := group.Day(day).Int(int64(c.Slot.From)).ID(uint64(c.ID))
		if !counted {
			group = nil
		}
		l.Row(key, group)
	}
	if c.Kind == hall.FollowUp || c.Kind == hall.Joint && (c.Joint == nil || c.Joint.Next == 0) { // the latest meeting stands for all
		switch c.State {
		case hall.GoneAway:
			if c.Joint != nil && len(c.Joint.ToTell()) > 0 { // until everybody has heard
				at(StageOpen, c.Day, true)
			}
		case hall.Proposed:
			at(StageProposed, c.Day, true)
		case hall.Ended:
			at(StageEnded, ^c.Day, true) // the latest first
		default:
			at(StageOpen, c.Day, true)
		}
	}
	if c.Number != 0 && !c.State.Over() && (c.Kind == hall.WalkIn || c.Kind == hall.Appointment) {
		at(stageHere, c.Day, false)
	}
}

// placeLines list open follow-ups by village, for a trip.
func placeLines(c *hall.Consultation, l *book.Lines) {
	if c.Kind != hall.FollowUp || c.State == hall.GoneAway || c.State == hall.Proposed || c.State == hall.Ended {
		return
	}
	village := ""
	if c.Visit != nil {
		village = c.Visit.Village
	}
	l.Row(book.Key().Text(village).End().Day(c.Day).ID(uint64(c.ID)), nil)
}

// busyLines hold whom and what a time is taken of, so that nobody and nothing is booked twice.
func busyLines(c *hall.Consultation, l *book.Lines) {
	if c.Kind == hall.WalkIn || !c.Timed() {
		return
	}
	for _, b := range holders(*c) {
		l.Row(b.key.Day(c.Slot.Day).ID(uint64(c.ID)), nil)
	}
}

// holder is one of those whose time a consultation takes.
type holder struct {
	key   book.Path
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
		out = append(out, holder{RoomTime(held.Room), hall.ErrRoomBusy, held.Room, "time", false})
	}
	seen := map[hall.MediatorID]bool{}
	mediator := func(id hall.MediatorID, name string) {
		if !seen[id] {
			seen[id] = true
			out = append(out, holder{duty.MediatorTime(id), hall.ErrMediatorBusy, name, "mediator", false})
		}
	}
	for _, m := range held.Mediators {
		mediator(m.ID, m.Name)
	}
	if j := c.Joint; j != nil {
		for _, i := range j.All() {
			switch {
			case i.ID == 0 || i.Answer == hall.CannotGo:
			case i.Kind == hall.InviteMediator:
				mediator(hall.MediatorID(i.ID), i.Name)
			case i.Kind == hall.InviteStaff:
				out = append(out, holder{duty.StaffTime(hall.StaffID(i.ID)), hall.ErrStaffBusy, i.Name, "invited", false})
			case i.Kind == hall.InviteBody:
				out = append(out, holder{BodyTime(hall.BodyID(i.ID)), hall.ErrBodyBusy, i.Name, "invited", false})
			}
		}
	}
	party := map[hall.PersonID]bool{}
	for _, e := range c.Expected {
		if e.Person != 0 && !party[e.Person] {
			party[e.Person] = true
			who := holder{PersonTime(e.Person), hall.ErrPartyBusy, e.Name, "time", false}
			if e.Org {
				who = holder{busyOrg(e.Person), hall.ErrOrgBusy, e.Name, "time", true}
			}
			out = append(out, who)
		}
	}
	return out
}

// RoomTime is where stands what a room's time is taken of.
func RoomTime(room string) book.Path { return book.Key().Byte('r').Text(room).End() }

// BodyTime is that of a resource body.
func BodyTime(id hall.BodyID) book.Path { return book.Key().Byte('b').ID(uint64(id)) }

// partyTimes are those of a party, of whom key is one, under every record that is known to be the
// same person's.
func partyTimes(r book.Reader, key book.Path) ([]book.Path, error) {
	ids, err := people.OneOf(r, hall.PersonID(book.Number(key)))
	var out []book.Path
	for _, id := range ids {
		out = append(out, book.Key().Byte(key[0]).ID(uint64(id)))
	}
	return out, err
}

// PersonTime is that of a party.
func PersonTime(id hall.PersonID) book.Path { return book.Key().Byte('p').ID(uint64(id)) }

func busyOrg(id hall.PersonID) book.Path { return book.Key().Byte('o').ID(uint64(id)) }
