package config

import (
	"strconv"

	"sizhen/store/hall"
)

func writeRooms(s hall.Settings) string {
	return blocks("room", each(s.RoomFacts, roomCells), roomCells(hall.Room{Name: s.Rooms[0], Seats: 12, Large: true}))
}

func roomCells(r hall.Room) []cell {
	out := []cell{{"name", quote(r.Name)}}
	if r.Seats > 0 {
		out = append(out, cell{"seats", strconv.Itoa(r.Seats)})
	}
	if r.Large {
		out = append(out, cell{"large", "true"})
	}
	return out
}

func readRooms(s *hall.Settings, v any) *hall.Error {
	all, err := readList("room", v, func(m map[string]any, at string) (r hall.Room, err *hall.Error) {
		err = readTable(m, at, []field{
			{"name", func(v any) *hall.Error { return readText(&r.Name, v) }},
			{"seats", readInto(&r.Seats)},
			{"large", func(v any) *hall.Error { return readSwitch(&r.Large, v) }},
		})
		return r, err
	})
	s.RoomFacts = append(s.RoomFacts, all...)
	return err
}
