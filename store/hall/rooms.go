package hall

import (
	"fmt"
	"slices"
)

// Room is a room of the hall, with what is known of it.
type Room struct {
	Name  string
	Seats int  // chairs; 0: not said
	Large bool // a joint consultation or another large meeting fits
}

// MaxSeats is the most that a room can be said to have.
const MaxSeats = 500

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
