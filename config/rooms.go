package config

import (
	"strconv"
	"strings"

	"sizhen/store/hall"
)

func writeRooms(s hall.Settings) string {
	if len(s.RoomFacts) == 0 {
		return strings.TrimSuffix(commented(block("room", roomCells(hall.Room{Name: s.Rooms[0], Seats: 12, Large: true}))), "\n")
	}
	all := make([]string, len(s.RoomFacts))
	for i, r := range s.RoomFacts {
		all[i] = block("room", roomCells(r))
	}
	return strings.TrimSuffix(strings.Join(all, "\n"), "\n")
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
