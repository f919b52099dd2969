package hall

import (
	"cmp"
	"slices"
)

// NoTimeWhy is why no common time is found.
type NoTimeWhy uint8

const (
	NoTimeAsked    NoTimeWhy = iota // nothing was looked for
	NoTimeClosed                    // no day is open, or of the last one too little is left
	NoTimeLength                    // no stretch of opening hours is as long
	NoTimeNotice                    // all that is left is too soon for who comes from outside
	NoTimeRoom                      // no room is ever free
	NoTimePerson                    // somebody can never come
	NoTimeTogether                  // each can come at some time, never all who must, or two, and a room at once
)

// NoTime is why there is no common time: the gravest reason that holds.
type NoTime struct {
	Why     NoTimeWhy
	Longest int   // NoTimeLength: minutes of the longest stretch
	Who     []int // NoTimePerson: indexes of attendees
}

// Sooner is what was in the way before the best common time.
type Sooner struct {
	Who    []int // indexes of attendees who could not come, the one who was missing most often first
	Room   bool  // at some time no room was free, or none that holds all
	Notice bool  // somebody from outside has to be told before
}

// none says why nothing was found.
func (s *search) none() NoTime {
	longest := 0
	for day := s.From; day <= s.To; day++ {
		for _, span := range s.Hours(day) {
			longest = max(longest, span[1]-span[0])
		}
	}
	late := slices.DeleteFunc(slices.Clone(s.starts), func(at start) bool { return at.early })
	var never []int
	for i, a := range s.Attendees {
		missing := func(at start) bool { return slices.Contains(at.missing, i) }
		if (a.Must || len(s.Attendees) <= 2) && !slices.ContainsFunc(late, func(at start) bool { return !missing(at) }) {
			never = append(never, i)
		}
	}
	switch {
	case longest == 0:
		return NoTime{Why: NoTimeClosed}
	case longest < s.Length:
		return NoTime{Why: NoTimeLength, Longest: longest}
	case len(s.starts) == 0: // what is left of the only day is too short
		return NoTime{Why: NoTimeClosed}
	case len(late) == 0:
		return NoTime{Why: NoTimeNotice}
	case !slices.ContainsFunc(late, func(at start) bool { return at.room >= 0 }):
		return NoTime{Why: NoTimeRoom}
	case len(never) > 0:
		return NoTime{Why: NoTimePerson, Who: never}
	}
	return NoTime{Why: NoTimeTogether}
}

// sooner says what was in the way at the times before one.
func (s *search) sooner(best Found) Sooner {
	var out Sooner
	times := make([]int, len(s.Attendees))
	for _, at := range s.starts {
		switch {
		case !at.Slot.Before(best.Slot):
			continue
		case at.early:
			out.Notice = true
			continue
		case at.room < 0 || !best.Tight && !s.Rooms[at.room].Holds(s.Heads):
			out.Room = true
		}
		for _, i := range at.missing {
			if !slices.Contains(best.Missing, i) {
				times[i]++
			}
		}
	}
	for i, n := range times {
		if n > 0 {
			out.Who = append(out.Who, i)
		}
	}
	slices.SortStableFunc(out.Who, func(a, b int) int { return cmp.Compare(times[b], times[a]) })
	return out
}
