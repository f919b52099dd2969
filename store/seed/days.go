package seed

import (
	"slices"
	"time"

	"sizhen/store/hall"
)

// rush is how many times as many come on a market day.
const rush = 3

// market reports whether a day is a market day: one with a 3 or an 8 at the end of its date.
func market(d hall.Day) bool {
	_, _, dom := d.Date()
	return dom%5 == 3
}

// moments draws when the cases are registered, in order, while the hall is open and not after now:
// on open market days three times as many. Nil: it was open on no day.
func (f *filler) moments(zone *time.Location) []time.Time {
	var days []hall.Day
	for d := f.today - hall.Day(f.o.Years*365) + 1; d <= f.today; d++ {
		if len(f.hours(d)) == 0 {
			continue
		}
		if days = append(days, d); market(d) {
			days = append(days, slices.Repeat([]hall.Day{d}, rush-1)...)
		}
	}
	if len(days) == 0 {
		return nil
	}
	out := make([]time.Time, f.o.Cases)
	for i := range out {
		d := pick(f.r, days)
		out[i] = d.At(f.minute(f.hours(d)), zone)
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
}

// hours are the stretches in which the hall was open on a day until now.
func (f *filler) hours(d hall.Day) [][2]int {
	all := f.calendar.On(d).Hours
	if d < f.today {
		return all
	}
	var out [][2]int
	for _, h := range all {
		if h[1] = min(h[1], hall.MinuteOf(f.o.Now)); h[0] < h[1] {
			out = append(out, h)
		}
	}
	return out
}

// minute draws a minute of the day out of some stretches.
func (f *filler) minute(hours [][2]int) int {
	total := 0
	for _, h := range hours {
		total += h[1] - h[0]
	}
	n := f.r.IntN(total)
	for _, h := range hours {
		if n < h[1]-h[0] {
			return h[0] + n
		}
		n -= h[1] - h[0]
	}
	return 0
}

// openBy is the last day until a day on which the hall is open; the day itself where none is near.
func (f *filler) openBy(day hall.Day) hall.Day {
	for d := day; d > day-31; d-- {
		if f.calendar.On(d).Open {
			return d
		}
	}
	return day
}
