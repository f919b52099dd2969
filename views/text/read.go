package text

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// plain writes full-width letters, digits and marks, as an input method types them, in
// their narrow form, and lets the several dashes be one.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case r == 0x3000:
			return ' '
		case r == 0xFFE5:
			return '¥'
		case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
			return '-'
		}
		return r
	}, s)
}

// furthest is how many days + and - may reach: a hundred years, so that a slip on the
// keys is refused and not a date in the year 9999.
const furthest = 36525

// ParseDate reads a date as people write it: 2026-11-30, 20261130, 11-30, 11月30日, 30, +3, -3,
// 3天后, 今天, 明天, 后天, 昨天, 周五, 下周三, also full-width, with . or / between, and in English.
// Without a year it is the nearest such date, before or after today; a bare day is one of
// this month or, when that has passed, of the next. 周五 is the coming Friday, today
// included; 下周三 the Wednesday of the week that begins next Monday. Lunar dates, festivals
// and solar terms as almanac.Solar reads them (腊月初八, 正月十五, 中秋, 冬至) are the next such day.
//
// What is no date is refused with hall.ErrDay; a date that does not exist too, with the
// month in question as {month}, {year} and its number of {days}, and {date}, the day that
// is not in it; {month} alone says that there is no such month.
func ParseDate(s string, today hall.Day) (hall.Day, error) {
	typed := strings.ToLower(strings.Join(strings.Fields(plain(s)), " "))
	typed = strings.ReplaceAll(typed, "。", ".")
	for _, read := range []func(string, hall.Day) (hall.Day, bool){namedDay, countedDay, weekDay, writtenDay, almanac.Solar} {
		if d, ok := read(typed, today); ok {
			return d, nil
		}
	}
	return 0, noDate(typed, today, strings.TrimSpace(s))
}

// noDate refuses what was typed, and tells which part of a date does not exist.
func noDate(typed string, today hall.Day, text string) *hall.Error {
	year, month, day, ok := numbersOf(typed)
	if !ok {
		// A bare day is one of this month or, where that is too short or has passed, of the next.
		n, bare := count(strings.TrimRight(typed, "日号"))
		if !bare || n < 1 || n > 99 {
			return hall.Refuse(hall.ErrDay, "text", text)
		}
		y, m, _ := today.Date()
		next := hall.NewDay(y, m+1, 1)
		_, m, _ = next.Date()
		year, month, day = next.Year(), int(m), n
	}
	switch near, found := nearest(month, 1, today); {
	case month < 1 || day < 1 || year != 0 && (year < leastYear || year > mostYear):
		return hall.Refuse(hall.ErrDay, "text", text)
	case !found:
		return hall.Refuse(hall.ErrDay, "text", text, "month", month)
	case year == 0:
		year = near.Year()
	}
	days := int(hall.NewDay(year, time.Month(month)+1, 1) - hall.NewDay(year, time.Month(month), 1))
	return hall.Refuse(hall.ErrDay, "text", text, "year", year, "month", month, "days", days, "date", day)
}

func namedDay(s string, today hall.Day) (hall.Day, bool) {
	switch s {
	case "今天", "今日", "today":
		return today, true
	case "明天", "明日", "tomorrow":
		return today + 1, true
	case "后天":
		return today + 2, true
	case "大后天":
		return today + 3, true
	case "昨天", "昨日", "yesterday":
		return today - 1, true
	case "前天":
		return today - 2, true
	}
	return 0, false
}

// countedDay reads +3, -3, 3天后 and 3天前.
func countedDay(s string, today hall.Day) (hall.Day, bool) {
	sign, digits := hall.Day(1), ""
	switch {
	case strings.HasPrefix(s, "+"):
		digits = s[1:]
	case strings.HasPrefix(s, "-"):
		sign, digits = -1, s[1:]
	case strings.HasSuffix(s, "天后"):
		digits = strings.TrimSuffix(s, "天后")
	case strings.HasSuffix(s, "天前"):
		sign, digits = -1, strings.TrimSuffix(s, "天前")
	}
	n, ok := count(strings.TrimSpace(strings.TrimSuffix(digits, "天")))
	if !ok || n > furthest {
		return 0, false
	}
	return today + sign*hall.Day(n), true
}

// count reads a number of digits only; strconv would take signs too.
func count(s string) (int, bool) {
	if s == "" || len(s) > 8 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// weekDay reads 周五, 本周五, 下周三, 上周一, fri, next wed.
func weekDay(s string, today hall.Day) (hall.Day, bool) {
	monday := today - hall.Day((int(today.Weekday())+6)%7)
	week, fixed := monday, false
	for _, w := range []struct {
		word string
		n    hall.Day
	}{{"下下", 2}, {"下", 1}, {"上", -1}, {"本", 0}, {"这", 0}, {"next ", 1}, {"last ", -1}, {"this ", 0}} {
		if after, ok := strings.CutPrefix(s, w.word); ok {
			s, week, fixed = strings.TrimPrefix(after, "个"), monday+7*w.n, true
			break
		}
	}
	n := weekdayNumber(s)
	if n < 0 {
		return 0, false
	}
	d := week + hall.Day(n)
	if !fixed && d < today {
		d += 7
	}
	return d, true
}

// weekdayNumber counts from Monday, 0; -1 when it is no day of the week.
func weekdayNumber(s string) int {
	for _, word := range []string{"周", "星期", "礼拜"} {
		if after, ok := strings.CutPrefix(s, word); ok {
			for n, names := range []string{"一1", "二2", "三3", "四4", "五5", "六6", "日天7"} {
				if len([]rune(after)) == 1 && strings.Contains(names, after) {
					return n
				}
			}
			return -1
		}
	}
	for n := range 7 {
		full := strings.ToLower(time.Weekday((n + 1) % 7).String())
		if s == full || s == full[:3] {
			return n
		}
	}
	return -1
}

var (
	dated       = regexp.MustCompile(`^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$`)
	eightDigits = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
)

// writtenDay reads numbers: a day, month and day, or all three.
func writtenDay(s string, today hall.Day) (hall.Day, bool) {
	year, month, day, ok := numbersOf(s)
	switch {
	case !ok:
		n, ok := count(strings.TrimRight(s, "日号"))
		if !ok {
			return 0, false
		}
		return dayOfMonth(n, today)
	case year != 0:
		return exact(year, month, day)
	}
	return nearest(month, day, today)
}

// numbersOf takes a written date apart; without a year that is 0.
func numbersOf(s string) (year, month, day int, ok bool) {
	m := dated.FindStringSubmatch(s)
	if m == nil {
		m = eightDigits.FindStringSubmatch(s)
	}
	if m == nil {
		return 0, 0, 0, false
	}
	year, _ = strconv.Atoi(m[1])
	month, _ = strconv.Atoi(m[2])
	day, _ = strconv.Atoi(m[3])
	return year, month, day, m[1] != "0000"
}

// The years in which a date may lie: the births of the oldest, and far enough ahead.
const (
	leastYear = almanac.FirstYear
	mostYear  = almanac.LastYear
)

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

// dayOfMonth is the coming day of that number, in this month or the next.
func dayOfMonth(n int, today hall.Day) (hall.Day, bool) {
	y, m, _ := today.Date()
	if d, ok := exact(y, int(m), n); ok && d >= today {
		return d, true
	}
	y, m, _ = hall.NewDay(y, m+1, 1).Date()
	return exact(y, int(m), n)
}
