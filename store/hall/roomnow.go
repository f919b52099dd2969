package hall

import (
	"cmp"
	"slices"
	"time"
)

// RoomLead is how many minutes before a booked time a room that stands empty is kept for it.
const RoomLead = 30

// RoomNow is a room at this moment, as the queue and the calendar see it together.
type RoomNow struct {
	Room    string
	Visit   *VisitRow  // who is in it: called there or seen there; nil: nobody
	Meeting *VisitRow  // what takes place there by its hours: a joint consultation, a follow-up; nobody is called to it
	Booked  []VisitRow // what is booked there today and has not ended, in order; what should have begun is among it
}

// InUse reports whether a room does not stand empty.
func (r RoomNow) InUse() bool { return r.Visit != nil || r.Meeting != nil }

// Takes says who is in the room where a time begins so soon that they may be in it still; nil: nobody.
// Until when a visit lasts nobody knows.
func (r RoomNow) Takes(s Slot, now time.Time) *VisitRow {
	if s.Day != DayOf(now) || s.From > MinuteOf(now)+RoomLead {
		return nil
	}
	return r.Visit
}

// RoomAt is a room at a time, and what stands against booking it; nil: it is free.
type RoomAt struct {
	Room string
	Why  *Error
}

// Next is what is booked in the room next, for somebody else than a visitor; nil: nothing today.
func (r RoomNow) Next(but ConsultationID) *VisitRow {
	for i, v := range r.Booked {
		if v.ID != but {
			return &r.Booked[i]
		}
	}
	return nil
}

// Soon is Next, where it begins within RoomLead minutes of a minute of the day, or should have begun.
func (r RoomNow) Soon(but ConsultationID, now int) *VisitRow {
	if next := r.Next(but); next != nil && next.Slot.From <= now+RoomLead {
		return next
	}
	return nil
}

// Book enters what is booked in rooms today, by its time: what was called somewhere, is over, or whose
// time is up takes none any more.
func (q *Queue) Book(rows []VisitRow, now int) {
	for _, row := range rows {
		if row.Mode != InRoom || row.State != Waiting || row.Slot.To <= now {
			continue
		}
		for i := range q.Rooms {
			room := &q.Rooms[i]
			if room.Room != row.Room {
				continue
			}
			room.Booked = append(room.Booked, row)
			if row.Kind != Appointment && row.Slot.From <= now {
				room.Meeting = &row
			}
		}
	}
}

// Free are the rooms that stand empty, in the order in which they suit a visitor: the one that is
// booked for him, those in which nothing begins soon, then the others, the latest to begin first.
func (q Queue) Free(v VisitRow, now int) []RoomNow {
	rank := func(r RoomNow) int {
		if v.Kind == Appointment && v.Room == r.Room {
			return -1
		}
		if soon := r.Soon(v.ID, now); soon != nil {
			return 24*60 - soon.Slot.From
		}
		return 0
	}
	out := slices.DeleteFunc(slices.Clone(q.Rooms), RoomNow.InUse)
	slices.SortStableFunc(out, func(a, b RoomNow) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}

// Now is a room as the queue has it: an empty one, where there is none of that name.
func (q Queue) Now(room string) RoomNow {
	if i := slices.IndexFunc(q.Rooms, func(r RoomNow) bool { return r.Room == room }); i >= 0 {
		return q.Rooms[i]
	}
	return RoomNow{Room: room}
}

// Inside are those who are in a room, or called to one.
func (q Queue) Inside() []VisitRow {
	var out []VisitRow
	for _, r := range q.Rooms {
		if r.Visit != nil {
			out = append(out, *r.Visit)
		}
	}
	for _, r := range q.Called {
		if !slices.ContainsFunc(out, func(o VisitRow) bool { return o.ID == r.ID }) {
			out = append(out, r)
		}
	}
	return out
}

// Missing are those who did not answer when they were called and may come back; who comes another day is
// not among them.
func (q Queue) Missing() []VisitRow {
	return slices.DeleteFunc(slices.Clone(q.Skipped), func(r VisitRow) bool { return !r.Later.IsZero() })
}
