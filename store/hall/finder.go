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
	Name    string
	Must    bool // without him it cannot be held
	Outside bool // from outside the hall: has to be told some time before
	Busy    []Slot
	Times   []Window
}

// RoomDiary is a room and what takes it.
type RoomDiary struct {
	Room
	Busy []Slot
}

// FindQuery asks for common times.
type FindQuery struct {
	From, To  Day                // both included
	NotBefore int                // the minute of the first day before which nothing begins: the present
	Notice    Day                // nothing that somebody from outside is asked to begins before this day
	Length    int                // minutes
	Step      int                // minutes: times begin at an opening hour and every so often after it
	Hours     func(Day) [][2]int // opening hours; none on a closed day
	Attendees []Attendee
	Heads     int         // for how many there must be chairs; 0: any room does
	Rooms     []RoomDiary // of two that suit alike the first is taken
	Most      int         // how many are offered at most
	Daily     int         // how many of one day at most; 0: as many as there are
}

// Found is a common time: the free room that suits best, and who cannot come.
type Found struct {
	Slot    Slot
	Room    string
	Tight   bool  // the room is too small: no other is free then
	Missing []int // indexes of attendees, ascending
	Soonest bool  // the best time of the soonest day that has any
	Fewest  bool  // fewer are missing at no time, and as few at none before
}

// lacks are the attendees who are missing and, after them, a room that holds all.
func (f Found) lacks(q FindQuery) []int {
	if f.Tight {
		return append(slices.Clone(f.Missing), len(q.Attendees))
	}
	return f.Missing
}

// Finding is what came of looking for common times.
type Finding struct {
	Found  []Found // the trade-offs first
	None   NoTime  // why there is none
	Sooner Sooner  // what kept the first of them from being sooner
}

// FindSlots finds common times to choose from. A time lies within one stretch of opening hours (not
// across the noon break), in the free room that suits best; everybody who must can come, and at
// least two, where two are asked. Of a half-day the first start stands for all at which the same
// people are missing.
//
// The trade-offs come first: the times for which no other on the same day or before lacks less (of
// those whom the one lacks the other lacks only some). The first of all is the soonest of those with
// the fewest missing, and one of the soonest day is always among them. What is left of Most goes to
// further times, fewest missing first, then the soonest. No day gives more than Daily.
func FindSlots(q FindQuery) Finding {
	if q.Length <= 0 || q.Step <= 0 || q.Most <= 0 || q.To < q.From || len(q.Attendees) == 0 {
		return Finding{}
	}
	if q.Daily <= 0 {
		q.Daily = q.Most
	}
	s := newSearch(q)
	s.run()
	if len(s.all) == 0 {
		return Finding{None: s.none()}
	}
	out := Finding{Found: s.choose()}
	out.Sooner = s.sooner(out.Found[0])
	return out
}

// search is one look through the days.
type search struct {
	FindQuery
	people, rooms []diary
	guests        bool // somebody is from outside
	starts        []start
	all           []Found // those at which it can be held, in order of time, none twice in a half-day with the same people
}

// start is a time at which it could begin by the hall's hours.
type start struct {
	Slot
	early   bool // too soon for somebody from outside
	room    int  // -1: none is free
	missing []int
}

func newSearch(q FindQuery) *search {
	s := &search{FindQuery: q}
	for _, a := range q.Attendees {
		s.people, s.guests = append(s.people, newDiary(a.Busy, q)), s.guests || a.Outside
	}
	s.Rooms = slices.Clone(q.Rooms)
	slices.SortStableFunc(s.Rooms, func(a, b RoomDiary) int { return a.Suits(b.Room, q.Heads) })
	for _, r := range s.Rooms {
		s.rooms = append(s.rooms, newDiary(r.Busy, q))
	}
	return s
}

func (s *search) run() {
	for day := s.From; day <= s.To; day++ {
		for _, span := range s.Hours(day) {
			half := len(s.all) // where this half-day's times begin
			for from := span[0]; from+s.Length <= span[1]; from += s.Step {
				if day == s.From && from < s.NotBefore {
					continue
				}
				at := s.look(Slot{day, from, from + s.Length})
				s.starts = append(s.starts, at)
				if s.held(at) {
					s.add(at, half)
				}
			}
		}
	}
}

// look sees who and what is free at a time.
func (s *search) look(at Slot) start {
	out := start{Slot: at, early: s.guests && at.Day < s.Notice}
	for i, a := range s.Attendees {
		if !s.people[i].free(at) || !a.comes(at) {
			out.missing = append(out.missing, i)
		}
	}
	out.room = slices.IndexFunc(s.rooms, func(d diary) bool { return d.free(at) })
	return out
}

// held reports whether it can be held then.
func (s *search) held(at start) bool {
	n := len(s.Attendees)
	return !at.early && at.room >= 0 && n-len(at.missing) >= min(2, n) &&
		!slices.ContainsFunc(at.missing, func(i int) bool { return s.Attendees[i].Must })
}

// add enters a time, unless its half-day has one with the same people already.
func (s *search) add(at start, half int) {
	room := s.Rooms[at.room]
	now := Found{Slot: at.Slot, Room: room.Name, Tight: !room.Holds(s.Heads), Missing: at.missing}
	same := func(f Found) bool { return f.Tight == now.Tight && slices.Equal(f.Missing, now.Missing) }
	if !slices.ContainsFunc(s.all[half:], same) {
		s.all = append(s.all, now)
	}
}

// choose picks what is offered.
func (s *search) choose() []Found {
	soonest := s.all[0].Slot.Day
	order := slices.Clone(s.all)
	slices.SortStableFunc(order, func(a, b Found) int { return len(a.lacks(s.FindQuery)) - len(b.lacks(s.FindQuery)) })
	var front, rest []Found
	for _, f := range order {
		if slices.ContainsFunc(front, func(o Found) bool { return s.asGood(o, f) }) {
			rest = append(rest, f)
		} else {
			front = append(front, f)
		}
	}
	i := slices.IndexFunc(front, func(f Found) bool { return f.Slot.Day == soonest })
	front[0].Fewest, front[i].Soonest = true, true
	first := front[:1:1]
	if i > 0 {
		first = append(first, front[i]) // whatever else there is no room for
		front = slices.Delete(front, i, i+1)
	}
	var out []Found
	daily := map[Day]int{}
	for _, f := range slices.Concat(first, front[1:], rest) {
		if len(out) < s.Most && daily[f.Slot.Day] < s.Daily {
			daily[f.Slot.Day]++
			out = append(out, f)
		}
	}
	return out
}

// asGood reports whether a time is on no later day than another, and lacks only what that lacks too.
func (s *search) asGood(a, b Found) bool {
	lacks := b.lacks(s.FindQuery)
	return a.Slot.Day <= b.Slot.Day && !slices.ContainsFunc(a.lacks(s.FindQuery), func(i int) bool { return !slices.Contains(lacks, i) })
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
