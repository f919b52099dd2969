package hall

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var tuesday = NewDay(2026, 11, 24)

// office is open from 8:30 to 11:30 and from 13:30 to 17:00, not at weekends.
func office(d Day) [][2]int {
	if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		return nil
	}
	return [][2]int{{510, 690}, {810, 1020}}
}

func query(a ...Attendee) FindQuery {
	return FindQuery{From: tuesday, To: tuesday + 6, Length: 90, Step: 30, Hours: office, Attendees: a, Rooms: []RoomDiary{{Name: "会诊室"}, {Name: "一室"}}, Most: 10}
}

func day(d Day) Slot { return Slot{d, 0, 24 * 60} }

func said(q FindQuery, f []Found) string {
	var out string
	for _, x := range f {
		out += fmt.Sprintf("%d %d %s", x.Slot.Day-tuesday, x.Slot.From, x.Room)
		for _, m := range x.Missing {
			out += " -" + q.Attendees[m].Name
		}
		out += "; "
	}
	return out
}

func TestCommonTimes(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*FindQuery)
		want   string
	}{
		"the soonest, not through the noon break": {func(q *FindQuery) { q.Most = 5 }, "0 510 会诊室; 0 540 会诊室; 0 570 会诊室; 0 600 会诊室; 0 810 会诊室; "},
		"not before now":              {func(q *FindQuery) { q.NotBefore, q.Most = 541, 1 }, "0 570 会诊室; "},
		"over the weekend":            {func(q *FindQuery) { q.From, q.Most = tuesday+4, 1 }, "6 510 会诊室; "},
		"longer than half a day":      {func(q *FindQuery) { q.Length = 240 }, ""},
		"exactly half a day":          {func(q *FindQuery) { q.Length, q.Most = 180, 1 }, "0 510 会诊室; "},
		"touching is not overlapping": {func(q *FindQuery) { q.Attendees[0].Busy = []Slot{{tuesday, 480, 510}, {tuesday, 600, 720}}; q.Most = 1 }, "0 510 会诊室; "},
		"a minute too many": {func(q *FindQuery) {
			q.Attendees[0].Busy = []Slot{{tuesday, 480, 511}}
			q.Most, q.Attendees = 1, q.Attendees[:1]
		}, "0 540 会诊室; "},
		"another room":                  {func(q *FindQuery) { q.Rooms[0].Busy = []Slot{{tuesday, 500, 520}}; q.Most = 2 }, "0 510 一室; 0 540 会诊室; "},
		"no room at all":                {func(q *FindQuery) { q.Rooms = nil }, ""},
		"fewest missing before soonest": {func(q *FindQuery) { q.Attendees[1].Busy = []Slot{day(tuesday)}; q.To, q.Most = tuesday+1, 2 }, "1 510 会诊室; 1 540 会诊室; "},
		"who cannot come is named":      {func(q *FindQuery) { q.Attendees[1].Busy = []Slot{day(tuesday)}; q.To, q.Most = tuesday, 1 }, "0 510 会诊室 -乙; "},
		"who must come": {func(q *FindQuery) {
			q.Attendees[1].Busy, q.Attendees[1].Must = []Slot{day(tuesday)}, true
			q.To = tuesday
		}, ""},
		"nobody can come": {func(q *FindQuery) {
			q.Attendees[0].Busy, q.Attendees[1].Busy = []Slot{day(tuesday)}, []Slot{day(tuesday)}
			q.To = tuesday
		}, ""},
		"when a body comes": {func(q *FindQuery) {
			q.Attendees[0].Times = []Window{{time.Wednesday, 540, 660}, {time.Tuesday, 900, 980}}
			q.Attendees[0].Must, q.Most = true, 3
		}, "1 540 会诊室; 1 570 会诊室; "},
		"nobody is asked": {func(q *FindQuery) { q.Attendees = nil }, ""},
	} {
		q := query(Attendee{Name: "甲"}, Attendee{Name: "乙"})
		c.change(&q)
		if got := said(q, FindSlots(q)); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

// slowly tries every start with every room and sorts what it finds.
func slowly(q FindQuery) []Found {
	var out []Found
	for d := q.From; d <= q.To; d++ {
		for _, span := range q.Hours(d) {
			for from := span[0]; from+q.Length <= span[1]; from += q.Step {
				s := Slot{d, from, from + q.Length}
				hits := func(b Slot) bool { return b.Overlaps(s) && b.To > b.From }
				room := slices.IndexFunc(q.Rooms, func(r RoomDiary) bool { return !slices.ContainsFunc(r.Busy, hits) })
				if room < 0 || d == q.From && from < q.NotBefore {
					continue
				}
				f := Found{Slot: s, Room: q.Rooms[room].Name}
				must := false
				for i, a := range q.Attendees {
					inTime := len(a.Times) == 0 || slices.ContainsFunc(a.Times, func(w Window) bool { return w.Weekday == d.Weekday() && w.From <= s.From && w.To >= s.To })
					if slices.ContainsFunc(a.Busy, hits) || !inTime {
						f.Missing = append(f.Missing, i)
						must = must || a.Must
					}
				}
				if !must && len(f.Missing) < len(q.Attendees) {
					out = append(out, f)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Found) int {
		return cmp.Or(len(a.Missing)-len(b.Missing), int(a.Slot.Day-b.Slot.Day), a.Slot.From-b.Slot.From)
	})
	return out[:min(len(out), q.Most)]
}

func TestFinderEqualsTryingEverything(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		slot := rapid.Custom(func(t *rapid.T) Slot {
			from := rapid.IntRange(400, 1100).Draw(t, "from")
			return Slot{tuesday + Day(rapid.IntRange(-1, 4).Draw(t, "day")), from, from + rapid.IntRange(-5, 400).Draw(t, "long")}
		})
		q := FindQuery{
			From: tuesday, To: tuesday + Day(rapid.IntRange(-1, 3).Draw(rt, "days")), NotBefore: rapid.IntRange(0, 1000).Draw(rt, "now"), Hours: office,
			Length: rapid.IntRange(1, 200).Draw(rt, "length"), Step: rapid.SampledFrom([]int{15, 30, 7}).Draw(rt, "step"), Most: rapid.IntRange(1, 12).Draw(rt, "most"),
		}
		for i := range rapid.IntRange(1, 4).Draw(rt, "people") {
			a := Attendee{Name: fmt.Sprint(i), Must: rapid.Bool().Draw(rt, "must"), Busy: rapid.SliceOfN(slot, 0, 5).Draw(rt, "busy")}
			if rapid.Bool().Draw(rt, "windows") {
				from := rapid.IntRange(500, 900).Draw(rt, "opens")
				a.Times = []Window{{time.Weekday(rapid.IntRange(1, 5).Draw(rt, "weekday")), from, from + 200}}
			}
			q.Attendees = append(q.Attendees, a)
		}
		for i := range rapid.IntRange(0, 3).Draw(rt, "rooms") {
			q.Rooms = append(q.Rooms, RoomDiary{fmt.Sprint(i), rapid.SliceOfN(slot, 0, 4).Draw(rt, "taken")})
		}
		got, want := said(q, FindSlots(q)), said(q, slowly(q))
		if got != want {
			rt.Errorf("found %s, trying everything finds %s", got, want)
		}
	})
}

// crowd is thirty people, ten rooms and ninety days; each has so many appointments a day.
func crowd(daily int) FindQuery {
	r := rand.New(rand.NewPCG(1, 1))
	busy := func() (out []Slot) {
		for d := range Day(90) {
			for range daily {
				from := 510 + r.IntN(480)
				out = append(out, Slot{tuesday + d, from, from + 30 + r.IntN(60)})
			}
		}
		return out
	}
	q := FindQuery{From: tuesday, To: tuesday + 89, Length: 90, Step: 30, Hours: office, Most: 10}
	for i := range 30 {
		q.Attendees = append(q.Attendees, Attendee{Name: fmt.Sprint(i), Busy: busy()})
	}
	for i := range 10 {
		q.Rooms = append(q.Rooms, RoomDiary{fmt.Sprint(i), busy()})
	}
	return q
}

func BenchmarkFindSlots(b *testing.B) {
	for _, daily := range []int{0, 1, 4} {
		q := crowd(daily)
		b.Run(fmt.Sprintf("30x10x90/%d-a-day", daily), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				FindSlots(q)
			}
		})
	}
}
