package hall

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// possible are all times at which it can be held, found by trying every start with every room.
func possible(q FindQuery) []Found {
	var out []Found
	guests := slices.ContainsFunc(q.Attendees, func(a Attendee) bool { return a.Outside })
	for d := q.From; d <= q.To; d++ {
		for _, span := range q.Hours(d) {
			for from := span[0]; from+q.Length <= span[1]; from += q.Step {
				s := Slot{d, from, from + q.Length}
				hits := func(b Slot) bool { return b.Overlaps(s) && b.To > b.From }
				if d == q.From && from < q.NotBefore || guests && d < q.Notice {
					continue
				}
				var room *Room
				for _, r := range q.Rooms {
					if !slices.ContainsFunc(r.Busy, hits) && (room == nil || r.Suits(*room, q.Heads) < 0) {
						room = &r.Room
					}
				}
				f, must := Found{Slot: s}, false
				for i, a := range q.Attendees {
					comes := len(a.Times) == 0 || slices.ContainsFunc(a.Times, func(w Window) bool { return w.Weekday == d.Weekday() && w.From <= s.From && w.To >= s.To })
					if slices.ContainsFunc(a.Busy, hits) || !comes {
						f.Missing, must = append(f.Missing, i), must || a.Must
					}
				}
				if room != nil && !must && len(q.Attendees)-len(f.Missing) >= min(2, len(q.Attendees)) {
					f.Room, f.Tight = room.Name, !room.Holds(q.Heads)
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// drawFind draws a small search.
func drawFind(rt *rapid.T) FindQuery {
	slot := rapid.Custom(func(t *rapid.T) Slot {
		if rapid.Bool().Draw(t, "whole") {
			return day(tuesday + Day(rapid.IntRange(0, 4).Draw(t, "on")))
		}
		from := rapid.IntRange(400, 1100).Draw(t, "from")
		return Slot{tuesday + Day(rapid.IntRange(-1, 4).Draw(t, "day")), from, from + rapid.IntRange(-5, 700).Draw(t, "long")}
	})
	q := FindQuery{
		From: tuesday, To: tuesday + Day(rapid.IntRange(0, 4).Draw(rt, "days")), NotBefore: rapid.IntRange(0, 1000).Draw(rt, "now"),
		Notice: tuesday + Day(rapid.IntRange(-1, 2).Draw(rt, "notice")), Hours: office, Length: rapid.IntRange(1, 240).Draw(rt, "length"),
		Step: rapid.SampledFrom([]int{15, 30, 7}).Draw(rt, "step"), Most: rapid.IntRange(2, 8).Draw(rt, "most"),
		Daily: rapid.IntRange(1, 4).Draw(rt, "daily"), Heads: rapid.IntRange(0, 12).Draw(rt, "heads"),
	}
	for i := range rapid.IntRange(1, 4).Draw(rt, "people") {
		a := Attendee{Name: fmt.Sprint(i), Must: rapid.Bool().Draw(rt, "must"), Outside: rapid.Bool().Draw(rt, "outside"),
			Busy: rapid.SliceOfN(slot, 0, 5).Draw(rt, "busy")}
		if rapid.Bool().Draw(rt, "windows") {
			from := rapid.IntRange(500, 900).Draw(rt, "opens")
			a.Times = []Window{{time.Weekday(rapid.IntRange(1, 5).Draw(rt, "weekday")), from, from + 200}}
		}
		q.Attendees = append(q.Attendees, a)
	}
	for i := range rapid.IntRange(0, 3).Draw(rt, "rooms") {
		room := Room{fmt.Sprint(i), rapid.SampledFrom([]int{0, 0, 4, 8, 20}).Draw(rt, "seats"), rapid.Bool().Draw(rt, "large")}
		q.Rooms = append(q.Rooms, RoomDiary{room, rapid.SliceOfN(slot, 0, 4).Draw(rt, "taken")})
	}
	return q
}

// What is offered is the best there is. Beside trying everything, these hold of every search:
//
//  1. Whatever is offered is possible, in the room that suits best of those free then, and says
//     rightly who is missing.
//  2. At most Most are offered, of a day at most Daily, and of a half-day none twice with the same
//     people.
//  3. The first lacks as little as any, and none that lacks as little is sooner; one of the soonest
//     day is among them; the two say so of themselves.
//  4. No time that is offered is worse than one that is not (no sooner a day, and lacking more or
//     as soon a day later), unless the better one's day gives Daily already, or the offers are full
//     of times of which none is worse than any.
//  5. A time than which none is better is offered, or its day gives Daily already, or the offers are
//     full of such.
//  6. There is none where, and only where, nothing is possible, and the reason that is given is true.
//  7. At each start before the first offer something is in the way, and just what is in the way at
//     one of them is named.
func TestWhatIsOfferedIsTheBestThereIs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		q := drawFind(rt)
		got, all := FindSlots(q), possible(q)
		if len(got.Found) == 0 {
			if len(all) > 0 {
				rt.Fatalf("none is found, though %v is possible", all[0])
			}
			trueReason(rt, q, got.None)
			return
		}
		checkOffers(rt, q, got.Found, all)
		checkBest(rt, q, got.Found, all)
		checkSooner(rt, q, got)
	})
}

func checkOffers(rt *rapid.T, q FindQuery, got, all []Found) {
	type key struct{ what string }
	daily, seen := map[Day]int{}, map[key]bool{}
	for _, f := range got {
		f.Soonest, f.Fewest = false, false
		if !slices.ContainsFunc(all, func(o Found) bool { return said(q, []Found{f}) == said(q, []Found{o}) && f.Slot == o.Slot }) {
			rt.Fatalf("%+v is not possible so", f)
		}
		k := key{fmt.Sprint(f.Slot.Day, f.Slot.From < 700, f.Tight, f.Missing)}
		if daily[f.Slot.Day]++; daily[f.Slot.Day] > q.Daily || seen[k] {
			rt.Fatalf("too much of one day: %s", said(q, got))
		}
		seen[k] = true
	}
	if len(got) > q.Most {
		rt.Fatalf("%d are too many", len(got))
	}
	for _, f := range all {
		first, n := got[0], len(f.lacks(q))
		if n < len(first.lacks(q)) || n == len(first.lacks(q)) && f.Slot.Before(first.Slot) {
			rt.Fatalf("%+v is better than the first, %+v", f, first)
		}
	}
	soonest := slices.IndexFunc(got, func(f Found) bool { return f.Slot.Day == all[0].Slot.Day }) // the best of its day comes first
	tagged := func(f Found) bool { return f.Soonest }
	if !got[0].Fewest || soonest < 0 || !got[soonest].Soonest || slices.ContainsFunc(got[soonest+1:], tagged) || slices.ContainsFunc(got[:soonest], tagged) {
		rt.Fatalf("the soonest day is %d: %s", all[0].Slot.Day-tuesday, said(q, got))
	}
}

// better reports whether a time is to be preferred in every way.
func better(q FindQuery, a, b Found) bool {
	some := !slices.ContainsFunc(a.lacks(q), func(i int) bool { return !slices.Contains(b.lacks(q), i) })
	return some && a.Slot.Day <= b.Slot.Day && (a.Slot.Day < b.Slot.Day || len(a.lacks(q)) < len(b.lacks(q)))
}

func checkBest(rt *rapid.T, q FindQuery, got, all []Found) {
	daily := map[Day]int{}
	for _, f := range got {
		daily[f.Slot.Day]++
	}
	bettered := func(f Found) bool { return slices.ContainsFunc(all, func(o Found) bool { return better(q, o, f) }) }
	full := len(got) == q.Most && !slices.ContainsFunc(got, bettered)
	offered := func(f Found) bool { // itself, or an earlier start of its half-day that stands for it
		return slices.ContainsFunc(got, func(o Found) bool {
			return o.Slot.Day == f.Slot.Day && !f.Slot.Before(o.Slot) && o.Slot.From < 700 == (f.Slot.From < 700) && slices.Equal(o.lacks(q), f.lacks(q))
		})
	}
	for _, f := range all {
		if offered(f) || daily[f.Slot.Day] == q.Daily || full {
			continue
		}
		for _, o := range got {
			if better(q, f, o) {
				rt.Fatalf("%+v is not offered, and %+v is: %s", f, o, said(q, got))
			}
		}
		as := func(o Found) bool { return o.Slot.Day == f.Slot.Day && slices.Equal(o.lacks(q), f.lacks(q)) }
		if !bettered(f) && !slices.ContainsFunc(got, as) {
			rt.Fatalf("nothing is better than %+v: %s", f, said(q, got))
		}
	}
}

func checkSooner(rt *rapid.T, q FindQuery, got Finding) {
	w, best := got.Sooner, got.Found[0]
	alone := func(f Found, some Attendee, rooms []RoomDiary) []Found { // what is possible at one time, with nothing else in the way
		at := q
		at.From, at.To, at.NotBefore, at.Hours = f.Slot.Day, f.Slot.Day, 0, func(Day) [][2]int { return [][2]int{{f.Slot.From, f.Slot.To}} }
		at.Attendees, at.Rooms = []Attendee{some}, rooms
		return possible(at)
	}
	starts := q
	starts.Attendees, starts.Rooms = []Attendee{{}}, []RoomDiary{{}}
	guest := Attendee{Outside: slices.ContainsFunc(q.Attendees, func(a Attendee) bool { return a.Outside })}
	who, room, notice := make([]bool, len(q.Attendees)), false, false
	for _, f := range possible(starts) {
		if !f.Slot.Before(best.Slot) {
			break
		}
		if len(alone(f, guest, starts.Rooms)) == 0 {
			notice = true
			continue
		}
		in := alone(f, Attendee{}, q.Rooms)
		none := len(in) == 0 || in[0].Tight && !best.Tight
		hindered := none
		for i, a := range q.Attendees {
			a.Must = true
			if !slices.Contains(best.Missing, i) && len(alone(f, a, starts.Rooms)) == 0 {
				who[i], hindered = true, true
			}
		}
		if room = room || none; !hindered {
			rt.Fatalf("nothing is in the way at %+v, and %+v is the best", f.Slot, best)
		}
	}
	for i := range who {
		if who[i] != slices.Contains(w.Who, i) {
			rt.Fatalf("%d is in the way: %v, said: %v", i, who[i], w.Who)
		}
	}
	if room != w.Room || notice != w.Notice {
		rt.Fatalf("a room %v, notice %v: %+v", room, notice, w)
	}
}

// trueReason takes what is said to be in the way out of it, and looks whether that was it.
func trueReason(rt *rapid.T, q FindQuery, why NoTime) {
	alone := q
	alone.Attendees, alone.Rooms = []Attendee{{}}, []RoomDiary{{}} // nobody and nothing in the way
	hours := len(possible(alone)) > 0
	anyone := alone
	anyone.Attendees = []Attendee{{Outside: slices.ContainsFunc(q.Attendees, func(a Attendee) bool { return a.Outside })}}
	noticed := len(possible(anyone)) > 0
	roomed := anyone
	roomed.Rooms = q.Rooms
	ok := false
	switch why.Why {
	case NoTimeClosed:
		ok = !hours && (why.Longest == 0)
	case NoTimeLength:
		ok = !hours && why.Longest < q.Length && slices.ContainsFunc([]Day{q.From, q.To}, func(d Day) bool {
			return slices.ContainsFunc(office(d), func(h [2]int) bool { return h[1]-h[0] <= why.Longest })
		})
	case NoTimeNotice:
		ok = hours && !noticed
	case NoTimeRoom:
		ok = noticed && len(possible(roomed)) == 0
	case NoTimePerson:
		ok = len(why.Who) > 0
		for _, i := range why.Who {
			one := anyone
			one.Attendees = []Attendee{q.Attendees[i]}
			one.Attendees[0].Must, one.Attendees[0].Outside = true, anyone.Attendees[0].Outside
			ok = ok && len(possible(one)) == 0
		}
	case NoTimeTogether:
		ok = len(possible(roomed)) > 0
	}
	if !ok {
		rt.Fatalf("%+v is not why", why)
	}
}
