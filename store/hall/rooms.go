package hall

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Room is a room of the hall, with what is known of it.
type Room struct {
	Name  string
	Seats int  // chairs; 0: not said
	Large bool // a joint consultation or another large meeting fits
}

// MaxSeats is the most that a room can be said to have.
const MaxSeats = 500

// plainChairs is for how many a room is taken of which nothing is said [ours].
const plainChairs = 6

// chairs are the chairs of a room. Where nobody has counted them a large room has enough, and so has
// one whose name says that it is for meetings (会诊室, 会议室).
func (r Room) chairs() int {
	switch {
	case r.Seats > 0:
		return r.Seats
	case r.roomy():
		return MaxSeats
	}
	return plainChairs
}

func (r Room) roomy() bool { return r.Large || r.Seats == 0 && strings.Contains(r.Name, "会") }

// Holds reports whether so many people fit in.
func (r Room) Holds(heads int) bool { return r.chairs() >= heads }

// Suits compares two rooms for so many people, the better one first: one that holds them before one
// that does not; a small party leaves the large room to others; then the one with the fewest chairs
// to spare or, where none holds them, with the fewest that lack.
func (r Room) Suits(o Room, heads int) int {
	rank := func(r Room) int {
		spare := r.chairs() - heads
		switch {
		case heads <= 0:
			return 0
		case spare < 0:
			return 3*MaxSeats - spare
		case heads <= plainChairs && r.roomy():
			return MaxSeats + spare
		}
		return spare
	}
	return cmp.Compare(rank(r), rank(o))
}

// Room is what is known of a room.
func (s Settings) Room(name string) Room {
	for _, r := range s.RoomFacts {
		if r.Name == name {
			return r
		}
	}
	return Room{Name: name}
}

// AllRooms are the rooms of the hall in their order.
func (s Settings) AllRooms() []Room {
	out := make([]Room, len(s.Rooms))
	for i, name := range s.Rooms {
		out[i] = s.Room(name)
	}
	return out
}

// WithRooms is the settings with other rooms.
func (s Settings) WithRooms(all []Room) Settings {
	s.Rooms, s.RoomFacts = nil, nil
	for _, r := range all {
		if s.Rooms = append(s.Rooms, r.Name); r.Seats > 0 || r.Large {
			s.RoomFacts = append(s.RoomFacts, r)
		}
	}
	return s
}

func checkRoomFacts(s Settings) *Error {
	for i, r := range s.RoomFacts {
		at := fmt.Sprintf("room[%d].", i+1)
		if !slices.Contains(s.Rooms, r.Name) {
			return Refuse(ErrUnknownRoom, "room", r.Name).In(at + "name")
		}
		if slices.ContainsFunc(s.RoomFacts[:i], func(o Room) bool { return o.Name == r.Name }) {
			return Refuse(ErrTwice, "text", r.Name).In(at + "name")
		}
		if err := between(r.Seats, 0, MaxSeats, at+"seats"); err != nil {
			return err
		}
	}
	return nil
}
