package text

import (
	"strings"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// furthest is how many days on and back may be counted: a hundred years, so that a slip on the
// keys is refused and not a date in the year 9999.
const furthest = 36525

// The years in which a date may lie: the births of the oldest, and far enough ahead.
const (
	leastYear = almanac.FirstYear
	mostYear  = almanac.LastYear
)

// ReadDay reads a date as people write it, also full-width and in Chinese numerals:
//
//	2026-11-30 20261130 1130 11-30 11/30 11月30日 十一月三十日 二〇二六年十一月三十日 30 30号 30 Nov 2026, dec 8
//	今天 明天 后天 昨天 +3 -3 三天后 一周后 半个月后 两个月前 五个工作日后 in 2 weeks, 3 days ago
//	周五 下周三 周末 next wed · 月底 下月3号 上月底 年底 明年3月1日 · 元旦 五一 国庆 小年 除夕 春节 腊月初八 明年正月十五 冬至
//
// Without a year it is the nearest such date, before or after today; a bare day is one of
// this month or, when that has passed, of the next. 周五 is the coming Friday, today included;
// 下周三 the Wednesday of the week that begins next Monday. Lunar dates, festivals and solar terms
// are the next such day. A weekday written behind a date must be that date's.
//
// What is no date is refused with hall.ErrDay; a date that does not exist too, with the
// month in question as {month}, {year} and its number of {days}, and {date}, the day that is
// not in it; {month} alone says that there is no such month. Working days are counted by
// the calendar; without one they are all but Saturdays and Sundays.
func ReadDay(s string, today hall.Day, cal *hall.Calendar) (hall.Day, *hall.Error) {
	d, _, err := readDay(s, today, cal)
	return d, err
}

// EchoDay says how a date was read: its weekday, its year whenever that is not this one, and
// what kind of day it is where the calendar has a name for it or the hall is closed, and that the
// holidays of its year are not known; a day more than a year ahead says so, since it is most often
// a slip.
func EchoDay(d, today hall.Day, cal *hall.Calendar) Message {
	if d == 0 {
		return Message{}
	}
	m := DayBeside(d, today)
	if cal != nil {
		on := cal.On(d)
		doubt := Message{}
		if on.Doubt != 0 {
			doubt = yearDoubt
		}
		m = beside(m, DayName(on), doubt)
	}
	if hall.FarAhead(d, today) {
		return M("{day}，一年多以后，对吗？", "{day}: more than a year ahead, is that right?").With("day", m)
	}
	return m
}

// EchoTyped is EchoDay for a date as it was typed: one that was read as a lunar date says so.
func EchoTyped(typed string, today hall.Day, cal *hall.Calendar) Message {
	d, lunar, err := readDay(typed, today, cal)
	if err != nil {
		return Message{}
	}
	m := EchoDay(d, today, cal)
	if lunar {
		return M("农历{lunar}：{day}", "lunar {lunar}: {day}").With("lunar", almanac.Lunar(d).String()).With("day", m)
	}
	return m
}

// DayBeside writes a date with its weekday, and with the year whenever it is not this one.
func DayBeside(d, today hall.Day) Message {
	if d != 0 && d.Year() == today.Year() {
		return ShortDay(d)
	}
	return Day(d)
}

// readDay also tells whether the date was a lunar one.
func readDay(s string, today hall.Day, cal *hall.Calendar) (d hall.Day, lunar bool, err *hall.Error) {
	typed := tight(s)
	typed, week := weekdayBeside(typed)
	r := dayReader{today: today, cal: cal}
	for _, read := range []func(string) (hall.Day, bool){r.named, r.counted, r.weekday, r.inMonth, r.written, r.ofYear, r.lunar} {
		d, ok := read(typed)
		switch {
		case !ok:
		case d.Year() < leastYear || d.Year() > mostYear || d < 1:
			return 0, false, hall.Refuse(hall.ErrDay, "text", strings.TrimSpace(s))
		case week >= 0 && int(d.Weekday()+6)%7 != week:
			return 0, false, hall.Refuse(hall.ErrWeekday, "date", d, "weekday", d.Weekday())
		default:
			return d, r.isLunar, nil
		}
	}
	return 0, false, r.noDate(typed, strings.TrimSpace(s))
}

// dayReader reads dates as seen from a day.
type dayReader struct {
	today   hall.Day
	cal     *hall.Calendar
	isLunar bool // the last one read was a lunar date
}

// noDate refuses what was typed, and tells which part of a date does not exist.
func (r *dayReader) noDate(typed, text string) *hall.Error {
	p, ok := partsOf(typed)
	if !ok {
		// A bare day is one of this month or, where that is too short or has passed, of the next.
		n, bare := dayAlone(typed)
		if !bare || n < 1 || n > 99 {
			return hall.Refuse(hall.ErrDay, "text", text)
		}
		y, m, _ := r.today.Date()
		next := hall.NewDay(y, m+1, 1)
		_, m, _ = next.Date()
		p = dateParts{next.Year(), int(m), n}
	}
	switch near, found := nearest(p.month, 1, r.today); {
	case p.month < 1 || p.day < 1 || p.year != 0 && (p.year < leastYear || p.year > mostYear):
		return hall.Refuse(hall.ErrDay, "text", text)
	case !found:
		return hall.Refuse(hall.ErrDay, "text", text, "month", p.month)
	case p.year == 0:
		p.year = near.Year()
	}
	days := int(hall.NewDay(p.year, time.Month(p.month)+1, 1) - hall.NewDay(p.year, time.Month(p.month), 1))
	if p.day <= days { // it is there: something else was wrong with it
		return hall.Refuse(hall.ErrDay, "text", text)
	}
	return hall.Refuse(hall.ErrDay, "text", text, "year", p.year, "month", p.month, "days", days, "date", p.day)
}

// exact refuses dates that do not exist.
func exact(year, month, day int) (hall.Day, bool) {
	if year < leastYear || year > mostYear {
		return 0, false
	}
	d := hall.NewDay(year, time.Month(month), day)
	y, m, dd := d.Date()
	return d, y == year && int(m) == month && dd == day
}

// nearest takes the year in which month and day lie closest to today: in November 1-5 is
// next January, in January 12-20 is last December.
func nearest(month, day int, today hall.Day) (hall.Day, bool) {
	best, found := hall.Day(0), false
	for y := today.Year() - 1; y <= today.Year()+1; y++ {
		d, ok := exact(y, month, day)
		if ok && (!found || abs(d-today) <= abs(best-today)) {
			best, found = d, true
		}
	}
	return best, found
}

func abs(d hall.Day) hall.Day { return max(d, -d) }

// ofMonth is the coming day of that number, in this month or the next.
func ofMonth(n int, today hall.Day) (hall.Day, bool) {
	y, m, _ := today.Date()
	if d, ok := exact(y, int(m), n); ok && d >= today {
		return d, true
	}
	y, m, _ = hall.NewDay(y, m+1, 1).Date()
	return exact(y, int(m), n)
}

// lastOf is the last day of a month, counted on from today's.
func lastOf(today hall.Day, months int) hall.Day {
	y, m, _ := today.Date()
	return hall.NewDay(y, m+time.Month(months)+1, 0)
}
