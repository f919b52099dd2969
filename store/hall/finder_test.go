package hall

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
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
	rooms := []RoomDiary{{Room: Room{Name: "一室"}}, {Room: Room{Name: "会诊室"}}}
	return FindQuery{From: tuesday, To: tuesday + 6, Length: 90, Step: 30, Hours: office, Attendees: a, Rooms: rooms, Most: 10, Daily: 2}
}

func day(d Day) Slot { return Slot{d, 0, 24 * 60} }

func said(q FindQuery, f []Found) string {
	var out string
	for _, x := range f {
		out += fmt.Sprintf("%d %d %s", x.Slot.Day-tuesday, x.Slot.From, x.Room)
		for _, m := range x.Missing {
			out += " -" + q.Attendees[m].Name
		}
		if x.Tight {
			out += " tight"
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
		"different days, not three of one morning": {func(q *FindQuery) { q.Most = 5 }, "0 510 一室; 0 810 一室; 1 510 一室; 1 810 一室; 2 510 一室; "},
		"not before now":         {func(q *FindQuery) { q.NotBefore, q.Most = 541, 1 }, "0 570 一室; "},
		"over the weekend":       {func(q *FindQuery) { q.From, q.Most = tuesday+4, 1 }, "6 510 一室; "},
		"longer than half a day": {func(q *FindQuery) { q.Length = 240 }, ""},
		"exactly half a day":     {func(q *FindQuery) { q.Length, q.Most = 180, 1 }, "0 510 一室; "},
		"touching is not overlapping": {func(q *FindQuery) {
			q.Attendees[0].Busy, q.Most = []Slot{{tuesday, 480, 510}, {tuesday, 600, 720}}, 1
		}, "0 510 一室; "},
		"another room":                              {func(q *FindQuery) { q.Rooms[0].Busy = []Slot{{tuesday, 500, 520}}; q.Most = 2 }, "0 510 会诊室; 0 810 一室; "},
		"nine do not go into the small room":        {func(q *FindQuery) { q.Heads, q.Most = 9, 1 }, "0 510 会诊室; "},
		"a small party leaves the large room alone": {func(q *FindQuery) { q.Rooms = []RoomDiary{q.Rooms[1], q.Rooms[0]}; q.Heads, q.Most = 4, 1 }, "0 510 一室; "},
		"the room with the fewest chairs to spare":  {func(q *FindQuery) { q.Rooms[0].Seats, q.Rooms[1].Seats = 20, 12; q.Heads, q.Most = 9, 1 }, "0 510 会诊室; "},
		"no room at all":                            {func(q *FindQuery) { q.Rooms = nil }, ""},
		"who must come": {func(q *FindQuery) {
			q.Attendees[1].Busy, q.Attendees[1].Must, q.To = []Slot{day(tuesday)}, true, tuesday
		}, ""},
		"one alone is no meeting":                      {func(q *FindQuery) { q.Attendees[1].Busy, q.To = []Slot{day(tuesday)}, tuesday }, ""},
		"nobody is asked":                              {func(q *FindQuery) { q.Attendees = nil }, ""},
		"nobody from outside comes on the same day":    {func(q *FindQuery) { q.Attendees[1].Outside, q.Notice, q.Most = true, tuesday+1, 1 }, "1 510 一室; "},
		"of the hall's own none has to be told before": {func(q *FindQuery) { q.Notice, q.Most = tuesday+1, 1 }, "0 510 一室; "},
		"a large room the day after, or a small one at once": {func(q *FindQuery) {
			q.Heads, q.To, q.Rooms[1].Busy = 9, tuesday+1, []Slot{day(tuesday)}
		}, "1 510 会诊室; 0 510 一室 tight; 1 810 会诊室; 0 810 一室 tight; "},
		"when a body comes": {func(q *FindQuery) {
			q.Attendees[0].Times = []Window{{time.Wednesday, 540, 660}, {time.Tuesday, 900, 980}}
			q.Attendees[0].Must = true
		}, "1 540 一室; "},
		"tomorrow without the court, or with all of them later": {func(q *FindQuery) {
			q.Attendees = append(q.Attendees, Attendee{Name: "法庭", Outside: true, Times: []Window{{time.Friday, 510, 690}}})
			q.Notice, q.Most = tuesday+1, 3
		}, "3 510 一室; 1 510 一室 -法庭; 1 810 一室 -法庭; "},
		"without the one or without the other": {func(q *FindQuery) {
			q.Attendees = append(q.Attendees, Attendee{Name: "丙"})
			q.Attendees[1].Busy, q.Attendees[2].Busy = []Slot{day(tuesday), day(tuesday + 2)}, []Slot{day(tuesday + 1), day(tuesday + 2)}
			q.To = tuesday + 2
		}, "0 510 一室 -乙; 1 510 一室 -丙; 0 810 一室 -乙; 1 810 一室 -丙; "},
	} {
		q := query(Attendee{Name: "甲"}, Attendee{Name: "乙"})
		c.change(&q)
		if got := said(q, FindSlots(q).Found); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestWhyThereIsNoCommonTime(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*FindQuery)
		want   NoTime
	}{
		"300 minutes, which no half-day holds": {func(q *FindQuery) { q.Length = 300 }, NoTime{Why: NoTimeLength, Longest: 210}},
		"a weekend":                            {func(q *FindQuery) { q.From, q.To = tuesday+4, tuesday+5 }, NoTime{Why: NoTimeClosed}},
		"the end of the day":                   {func(q *FindQuery) { q.To, q.NotBefore = tuesday, 1000 }, NoTime{Why: NoTimeClosed}},
		"too soon for the guest":               {func(q *FindQuery) { q.To, q.Notice, q.Attendees[1].Outside = tuesday, tuesday+1, true }, NoTime{Why: NoTimeNotice}},
		"the rooms are taken": {func(q *FindQuery) {
			q.To, q.Rooms = tuesday, []RoomDiary{{Busy: []Slot{day(tuesday)}}}
		}, NoTime{Why: NoTimeRoom}},
		"somebody who must come never can": {func(q *FindQuery) {
			q.Attendees[1].Must, q.Attendees[1].Times = true, []Window{{time.Sunday, 0, 1000}}
		}, NoTime{Why: NoTimePerson, Who: []int{1}}},
		"one in the morning, the other in the afternoon": {func(q *FindQuery) {
			q.To, q.Attendees[0].Busy, q.Attendees[1].Busy = tuesday, []Slot{{tuesday, 500, 700}}, []Slot{{tuesday, 800, 1100}}
		}, NoTime{Why: NoTimeTogether}},
	} {
		q := query(Attendee{Name: "甲"}, Attendee{Name: "乙"})
		c.change(&q)
		if got := FindSlots(q); !reflect.DeepEqual(got, Finding{None: c.want}) {
			t.Errorf("%s: %+v", what, got)
		}
	}
}

func TestWhyNotSooner(t *testing.T) {
	q := query(Attendee{Name: "甲"}, Attendee{Name: "乙"}, Attendee{Name: "法庭", Outside: true, Times: []Window{{time.Friday, 510, 690}}})
	q.Notice, q.Attendees[1].Busy = tuesday+1, []Slot{day(tuesday + 1)}
	q.Rooms[0].Busy, q.Rooms[1].Busy = []Slot{day(tuesday + 2)}, []Slot{day(tuesday + 2)}
	if got := FindSlots(q).Sooner; !reflect.DeepEqual(got, Sooner{Who: []int{2, 1}, Room: true, Notice: true}) {
		t.Errorf("%+v", got)
	}
	if got := FindSlots(query(Attendee{Name: "甲"})).Sooner; !reflect.DeepEqual(got, Sooner{}) {
		t.Errorf("nothing is sooner than the first: %+v", got)
	}
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
	q := FindQuery{From: tuesday, To: tuesday + 89, Length: 90, Step: 30, Hours: office, Most: 10, Daily: 2}
	for i := range 30 {
		q.Attendees = append(q.Attendees, Attendee{Name: fmt.Sprint(i), Busy: busy()})
	}
	for i := range 10 {
		q.Rooms = append(q.Rooms, RoomDiary{Room{Name: fmt.Sprint(i)}, busy()})
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
