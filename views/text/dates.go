package text

import (
	"fmt"
	"strconv"
	"time"

	"sizhen/store/hall"
)

// Day writes a date in full: 2026年11月24日 周二. No date says nothing.
func Day(d hall.Day) Message {
	if d == 0 {
		return Message{}
	}
	y, m, day := d.Date()
	return M("{y}年{m}月{d}日 {week}", "{week} {d} {m} {y}").With("y", y).With("m", month(m)).With("d", day).With("week", Weekday(d.Weekday()))
}

// ShortDay writes a date without its year, 11月24日 周二, unless it is read in another one (Message.On):
// 2027年1月4日 周一.
func ShortDay(d hall.Day) Message {
	if d == 0 {
		return Message{}
	}
	return M("{y}{day}", "{day}{y}").With("y", otherYear(d)).With("day", DayOfYear(d))
}

// DayOfYear writes a date without its year, under a heading that names it.
func DayOfYear(d hall.Day) Message {
	if d == 0 {
		return Message{}
	}
	_, m, day := d.Date()
	return M("{m}月{d}日 {week}", "{week} {d} {m}").With("m", month(m)).With("d", day).With("week", Weekday(d.Weekday()))
}

// otherYear is the year of a date where that is not the one in which somebody reads it.
type otherYear hall.Day

// On says the year, or nothing in the same year.
func (y otherYear) On(today func() hall.Day, l Lang) string {
	d := hall.Day(y)
	switch {
	case today == nil || today().Year() == d.Year():
		return ""
	case l == En:
		return " " + strconv.Itoa(d.Year())
	}
	return strconv.Itoa(d.Year()) + "年"
}

// FormDay writes a date as official documents do: 2026年11月24日.
func FormDay(d hall.Day) Message {
	if d == 0 {
		return Message{}
	}
	y, m, day := d.Date()
	return M("{y}年{m}月{d}日", "{d} {m} {y}").With("y", y).With("m", month(m)).With("d", day)
}

// Weekday is a day of the week: 周二.
func Weekday(w time.Weekday) Message { return name(weekdays, w) }

var weekdays = map[time.Weekday]Message{
	time.Monday:    M("周一", "Mon"),
	time.Tuesday:   M("周二", "Tue"),
	time.Wednesday: M("周三", "Wed"),
	time.Thursday:  M("周四", "Thu"),
	time.Friday:    M("周五", "Fri"),
	time.Saturday:  M("周六", "Sat"),
	time.Sunday:    M("周日", "Sun"),
}

// month is a number in Chinese and a name in English.
func month(m time.Month) Message {
	return Message{zh: fmt.Sprint(int(m)), en: m.String()[:3]}
}

// Moment writes a day and a time of day: 2026年11月24日 周二 10:14. The zero time says nothing.
func Moment(t time.Time) Message {
	if t.IsZero() {
		return Message{}
	}
	return M("{day} {clock}", "{day} {clock}").With("day", Day(hall.DayOf(t))).With("clock", Clock(t))
}

// Clock writes a time of day: 10:14. The zero time says nothing.
func Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("15:04")
}

// Today is the word for it.
var Today = M("今天", "today")

// Minutes writes minutes after midnight as a time of day: 09:00. Midnight at the end of
// a day is 24:00.
func Minutes(n int) string { return fmt.Sprintf("%02d:%02d", n/60, n%60) }

// Slot writes from when to when: 09:00–10:00.
func Slot(s hall.Slot) string { return Minutes(s.From) + "–" + Minutes(s.To) }

// Ago writes how long something has lasted, in the two largest units that matter: 32 分.
// A clock that was set back counts as no time at all.
func Ago(d time.Duration) Message {
	minutes := max(0, int(d/time.Minute))
	switch hours := minutes / 60; {
	case minutes < 60:
		return M("{n} 分", "{n} min").With("n", minutes)
	case hours < 24 && minutes%60 == 0:
		return M("{n} 小时", "{n} h").With("n", hours)
	case hours < 24:
		return M("{n} 小时 {m} 分", "{n} h {m} min").With("n", hours).With("m", minutes%60)
	default:
		return Days(hours / 24)
	}
}

// Days is a number of days: 3 天.
func Days(n int) Message {
	return M("{n} 天", "{n:day|days}").With("n", n)
}

// Left says how far off a day is: 今天, 3 天, 逾期 2 天. No date says nothing.
func Left(d, today hall.Day) Message {
	switch {
	case d == 0:
		return Message{}
	case d == today:
		return Today
	case d < today:
		return M("逾期 {days}", "{days} overdue").With("days", Days(int(today-d)))
	}
	return Days(int(d - today))
}

// LeftShort is Left where room is short: 3 d late.
func LeftShort(d, today hall.Day) Message {
	if d != 0 && d < today {
		return M("逾期 {n} 天", "{n} d late").With("n", int(today-d))
	}
	return Left(d, today)
}

// Born is a birth date as far as it helps to know somebody again: 1968年5月.
func Born(year int, m time.Month) Message {
	return M("{y}年{m}月", "{m} {y}").With("y", year).With("m", month(m))
}
