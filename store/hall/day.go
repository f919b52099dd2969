package hall

import (
	"fmt"
	"time"
)

// Day is a calendar date, counted from 1 January of the year 1 (day 1). Zero is "no date".
type Day int32

// unixDay is 1 January 1970 as a Day.
const unixDay = 719163

// NewDay makes a date; a day outside its month counts on, as time.Date does.
func NewDay(year int, month time.Month, day int) Day {
	return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DayOf is the date that the clock shows at t, in t's own time zone; no date for the zero time.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/(24*60*60) + unixDay)
}

// ParseDay reads 2026-11-24 and refuses dates that do not exist.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, Refuse(ErrDay, "text", s)
	}
	return DayOf(t), nil
}

func (d Day) utc() time.Time { return time.Unix((int64(d)-unixDay)*24*60*60, 0).UTC() }

// At is the moment of the given minute of the day in a time zone.
func (d Day) At(minute int, zone *time.Location) time.Time {
	y, m, day := d.Date()
	return time.Date(y, m, day, minute/60, minute%60, 0, 0, zone)
}

// Date takes the day apart.
func (d Day) Date() (year int, month time.Month, day int) { return d.utc().Date() }

// Year is the calendar year.
func (d Day) Year() int { y, _, _ := d.Date(); return y }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// AddMonths goes n months on. Where the month is too short it ends on its last day: one
// month from 31 January is the last day of February (order 75 art. 33).
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Date()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DayOf(first.AddDate(0, 0, min(day, last)-1))
}

// FarAhead reports whether a day lies more than a year ahead: most often a slip, so that
// whoever typed it is asked.
func FarAhead(d, today Day) bool { return d > today.AddMonths(12) }

// Month is the first and the last day of the month a day lies in.
func (d Day) Month() (first, last Day) {
	y, m, _ := d.Date()
	return NewDay(y, m, 1), NewDay(y, m+1, 0)
}

// String writes 2026-11-24, or nothing for no date.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Age is how many full years lie between birth and today; -1 without a birth date.
func Age(birth, today Day) int {
	if birth == 0 {
		return -1
	}
	by, bm, bd := birth.Date()
	ty, tm, td := today.Date()
	age := ty - by
	if tm < bm || tm == bm && td < bd {
		age--
	}
	return age
}
