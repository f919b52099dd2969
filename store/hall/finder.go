package hall

import (
	"slices"
	"time"
)

// Window is a time of the week at which somebody can come, in minutes of the day.
type Window struct {
	Weekday time.Weekday `cbor:"1,keyasint"`
	From    int          `cbor:"2,keyasint"`
	To      int          `cbor:"3,keyasint"`
}

// Attendee is somebody whom a joint consultation needs. Without Times he can come at any
// opening hour; a day that is taken as a whole stands in Busy from 0 to 24*60. Busy may be
// in any order, overlap, and lie outside the days looked through.
type Attendee struct {
	Name  string
	Must  bool // without him it cannot be held
	Busy  []Slot
	Times []Window
}

// RoomDiary is a room and what takes it.
type RoomDiary struct {
	Name string
	Busy []Slot
}

// FindQuery asks for common times.
type FindQuery struct {
	From, To  Day                // both included
	NotBefore int                // the minute of the first day before which nothing begins: the present
	Length    int                // minutes
	Step      int                // minutes: times begin at an opening hour and every so often after it
	Hours     func(Day) [][2]int // opening hours; none on a closed day
	Attendees []Attendee
	Rooms     []RoomDiary // the preferred ones first
	Most      int
}

// Found is a common time: a room that is free, and who cannot come.
type Found struct {
	Slot    Slot
	Room    string
	Missing []int // indexes of attendees, ascending
}

// FindSlots finds the best common times: those at which fewest are missing, of these the
// soonest. A time lies within one stretch of opening hours (not across the noon break), in
// the first room that is free then; at least one attendee can come, and everybody who must.
func FindSlots(q FindQuery) []Found {
	if q.Length <= 0 || q.Step <= 0 || q.Most <= 0 || q.To < q.From || len(q.Attendees) == 0 {
		return nil
	}
	people := make([]diary, len(q.Attendees))
	for i, a := range q.Attendees {
		people[i] = newDiary(a.Busy, q)
	}
	rooms := make([]diary, len(q.Rooms))
	for i, r := range q.Rooms {
		rooms[i] = newDiary(r.Busy, q)
	}
	best := make([][]Found, len(q.Attendees)) // by how many are missing; each in order of time
	missing := make([]int, 0, len(q.Attendees))
	for day := q.From; day <= q.To; day++ {
		for _, span := range q.Hours(day) {
			for from := span[0]; from+q.Length <= span[1]; from += q.Step {
				if day == q.From && from < q.NotBefore {
					continue
				}
				slot := Slot{day, from, from + q.Length}
				room := firstFree(rooms, slot)
				if room < 0 {
					continue
				}
				var ok bool
				if missing, ok = q.whoMisses(people, slot, missing[:0]); !ok || len(best[len(missing)]) == q.Most {
					continue
				}
				best[len(missing)] = append(best[len(missing)], Found{slot, q.Rooms[room].Name, slices.Clone(missing)})
				if len(best[0]) == q.Most { // nothing later can be better
					return best[0]
				}
			}
		}
	}
	var out []Found
	for _, some := range best {
		out = append(out, some[:min(len(some), q.Most-len(out))]...)
	}
	return out
}

// whoMisses adds those who cannot come; false when one of them must, or nobody can.
func (q FindQuery) whoMisses(people []diary, slot Slot, missing []int) ([]int, bool) {
	for i, a := range q.Attendees {
		if people[i].free(slot) && a.comes(slot) {
			continue
		}
		if a.Must {
			return missing, false
		}
		missing = append(missing, i)
	}
	return missing, len(missing) < len(q.Attendees)
}

// comes reports whether a slot lies in one of the times at which somebody can come.
func (a Attendee) comes(s Slot) bool {
	if len(a.Times) == 0 {
		return true
	}
	day := s.Day.Weekday()
	for _, w := range a.Times {
		if w.Weekday == day && w.From <= s.From && s.To <= w.To {
			return true
		}
	}
	return false
}

// diary is what takes somebody's time, day by day.
type diary struct {
	from Day
	days [][]Slot
}

func newDiary(busy []Slot, q FindQuery) diary {
	d := diary{from: q.From}
	for _, s := range busy {
		if s.Day < q.From || s.Day > q.To || s.To <= s.From {
			continue
		}
		if d.days == nil {
			d.days = make([][]Slot, q.To-q.From+1)
		}
		d.days[s.Day-q.From] = append(d.days[s.Day-q.From], s)
	}
	return d
}

func (d diary) free(s Slot) bool {
	if d.days == nil {
		return true
	}
	for _, b := range d.days[s.Day-d.from] {
		if b.From < s.To && s.From < b.To {
			return false
		}
	}
	return true
}

// firstFree is the first room free at a time; -1 when there is none.
func firstFree(rooms []diary, s Slot) int {
	return slices.IndexFunc(rooms, func(d diary) bool { return d.free(s) })
}
