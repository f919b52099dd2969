package text

import (
	"regexp"
	"strings"
	"time"

	"sizhen/store/hall"
)

// momentDays are days that stand before a time of day in a short form.
var momentDays = []struct{ word, full string }{
	{"今早", "今天早上"}, {"今晚", "今天晚上"}, {"昨晚", "昨天晚上"}, {"昨夜", "昨天夜里"}, {"昨早", "昨天早上"},
	{"前晚", "前天晚上"}, {"前夜", "前天夜里"}, {"明早", "明天早上"}, {"明晚", "明天晚上"}, {"当天", "今天"},
}

// ReadMoment reads when something was, a day and a time of day or a time of day of today: 今天8:20, 昨天16:30, 昨晚8点, 11-23 9:30,
// 11月28日晚上8点, 23日两点半, yesterday at 4pm, 4pm yesterday, 刚才. A bare day and a weekday are the last such one, today
// included. What is no day or no time is refused as ReadDay and ReadTime refuse it.
func ReadMoment(s string, now time.Time, cal *hall.Calendar) (time.Time, *hall.Error) {
	typed, today, zone := tight(s), hall.DayOf(now), now.Location()
	switch typed {
	case "现在", "刚才", "刚刚", "now", "just now":
		return now.Truncate(time.Minute), nil
	}
	for _, d := range momentDays {
		if after, ok := strings.CutPrefix(typed, d.word); ok {
			typed = d.full + after
			break
		}
	}
	if minutes, err := ReadTime(typed, cal); err == nil {
		return today.At(minutes, zone), nil
	}
	runes := []rune(typed)
	var worst *hall.Error
	for i := len(runes) - 1; i > 0; i-- {
		if !mayPart(runes, i) {
			continue
		}
		day, minutes, bad := dayAndTime(string(runes[:i]), string(runes[i:]), today, cal)
		if bad == nil {
			return day.At(minutes, zone), nil
		}
		if bad.Code != hall.ErrTime {
			worst = bad
		}
	}
	if worst == nil {
		worst = hall.Refuse(hall.ErrTime, "text", strings.TrimSpace(s))
	}
	return time.Time{}, worst
}

// dayAndTime reads the two halves of a moment; in English the time may come first.
func dayAndTime(first, second string, today hall.Day, cal *hall.Calendar) (hall.Day, int, *hall.Error) {
	first = strings.TrimSuffix(strings.TrimRight(first, " t,的"), " at")
	minutes, bad := ReadTime(second, cal)
	if bad == nil {
		day, err := lastDay(first, today, cal)
		return day, minutes, err
	}
	if n, err := ReadTime(first, cal); err == nil && strings.HasPrefix(second, " ") {
		if day, err := lastDay(strings.TrimPrefix(strings.TrimSpace(second), "on "), today, cal); err == nil {
			return day, n, nil
		}
	}
	return 0, 0, bad
}

var looseDay = regexp.MustCompile(`^` + numberForm + `[日号]?$|^(?:周|星期|礼拜).$|^[a-z]{3,9}$`)

// lastDay is ReadDay for what has been: a bare day and a weekday are not the coming one.
func lastDay(s string, today hall.Day, cal *hall.Calendar) (hall.Day, *hall.Error) {
	day, err := ReadDay(s, today, cal)
	if err != nil || day <= today || !looseDay.MatchString(s) {
		return day, err
	}
	if weekdayNumber(s) >= 0 {
		return day - 7, nil
	}
	if n, ok := dayAlone(s); ok {
		y, m, _ := today.Date()
		for back := range time.Month(12) { // the last month that has such a day
			year, month, _ := hall.NewDay(y, m-back, 1).Date()
			if d, ok := exact(year, int(month), n); ok && d <= today {
				return d, nil
			}
		}
	}
	return day, nil
}

// mayPart reports whether a day may end and a time begin before runes[i]: at a blank, the T of
// 2026-11-24T10:14, before 下午, after a weekday or another Chinese character that is no number.
func mayPart(runes []rune, i int) bool {
	before := runes[i-1]
	_, digit := digitOf(before)
	switch {
	case before == ' ' || before == 't' || runes[i] == ' ':
		return true
	case i > 1 && strings.ContainsRune("周期拜", runes[i-2]):
		return true
	}
	for _, p := range partsOfDay {
		if strings.HasPrefix(string(runes[i:]), p.word) {
			return true
		}
	}
	return before > 0x2E80 && !digit && placeOf(before) == 0
}

// EchoMoment says how a moment was read: 昨天 16:30, 11月20日 周五 09:00, with the year whenever it is not this one.
func EchoMoment(t, now time.Time) Message {
	if t.IsZero() {
		return Message{}
	}
	return M("{day} {clock}", "{day} {clock}").With("day", EchoDay(hall.DayOf(t), hall.DayOf(now), nil)).With("clock", Clock(t))
}
