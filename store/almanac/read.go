package almanac

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// reach is how many years on Solar looks for a date: leap months come back only after one
// or two decades.
const reach = 60

// Solar reads a lunar date, a lunar festival or a solar term, and finds the next such day,
// today included: 腊月初八, 正月十五, 闰六月初一, 冬月廿三, 农历8月15, 除夕, 春节, 端午, 中秋, 大年初三, 冬至, and 初八 of
// whichever month comes first. A month and a day in Chinese numerals without 日 or 号 are
// lunar. 腊月三十 is the last day of the year even in a year when that is the 29th, as people
// say it. False: it is none of these, or there is no such day within sixty years.
func Solar(s string, today hall.Day) (hall.Day, bool) {
	s = strings.Join(strings.Fields(s), "")
	for _, prefix := range []string{"农历", "阴历", "旧历"} {
		if after, ok := strings.CutPrefix(s, prefix); ok {
			s = ofDigits(after)
			break
		}
	}
	match := meaning(s)
	if match == nil || today <= 0 {
		return 0, false
	}
	year := today.Year()
	for y := max(year, FirstYear); y <= min(year+reach, LastYear); y++ {
		first, days := hall.NewDay(y, 1, 1), years.of(y)
		for i := max(0, int(today-first)); i < len(days) && days[i].Day != 0; i++ {
			if match(days[i]) {
				return first + hall.Day(i), true
			}
		}
	}
	return 0, false
}

// meaning tells which days a text means; nil when it is no lunar date.
func meaning(s string) func(LunarDay) bool {
	if name, ok := called[s]; ok {
		s = name
	}
	if slices.Contains(terms[:], s) {
		return func(l LunarDay) bool { return l.Term == s }
	}
	if s == newYearsEve || festivalNamed(s) {
		return func(l LunarDay) bool { return l.Festival == s }
	}
	if after, ok := strings.CutPrefix(s, "大年"); ok && strings.HasPrefix(after, "初") {
		s = "正月" + after
	}
	if strings.HasPrefix(s, "初") || strings.HasPrefix(s, "廿") {
		day := dayNumber(s)
		if day == 0 {
			return nil
		}
		return func(l LunarDay) bool { return l.Day == day }
	}
	m := monthAndDay.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	leap, month, day := m[1] != "", monthNumber(m[2]), dayNumber(m[3])
	switch {
	case month == 0 || day == 0:
		return nil
	case month == 12 && day == 30 && !leap:
		return func(l LunarDay) bool { return l.Festival == newYearsEve }
	}
	return func(l LunarDay) bool { return l.Month == month && l.Leap == leap && l.Day == day }
}

var monthAndDay = regexp.MustCompile(`^(闰)?([正一二三四五六七八九十冬腊]{1,2})月([初一二三四五六七八九十廿卅半]{1,3})$`)

// called are other names of days.
var called = map[string]string{
	"元宵": "元宵节", "正月半": "元宵节", "端午": "端午节", "端阳": "端午节", "七夕节": "七夕", "中元": "中元节", "七月半": "中元节",
	"中秋": "中秋节", "八月半": "中秋节", "重阳": "重阳节", "腊八": "腊八节", "清明节": "清明", "过年": "春节",
	"年三十": "除夕", "大年三十": "除夕", "年夜": "除夕", "大年夜": "除夕", "年初一": "春节", "大年初一": "春节",
}

func festivalNamed(s string) bool {
	for _, name := range festivals {
		if name == s {
			return true
		}
	}
	return false
}

// monthNumber counts 正月 or 一月 as 1, 冬月 or 十一月 as 11; 0 is none.
func monthNumber(s string) int {
	switch s {
	case "一":
		return 1
	case "十一":
		return 11
	case "十二":
		return 12
	}
	return max(0, slices.Index(monthNames[:], s))
}

// dayNumber reads 初八, 八, 十五, 廿三, 二十三, 三十; 0 is none.
func dayNumber(s string) int {
	switch s {
	case "半":
		return 15
	case "廿":
		return 20
	case "卅":
		return 30
	}
	if n := slices.Index(dayNames[:], s); n > 0 {
		return n
	}
	if n := slices.Index(dayNames[:], "初"+s); n > 0 {
		return n
	}
	if after, ok := strings.CutPrefix(s, "二十"); ok {
		return max(0, slices.Index(dayNames[:], "廿"+after))
	}
	return 0
}

var digits = regexp.MustCompile(`^(闰?)(\d{1,2})[-/.月](\d{1,2})[日号]?$`)

// ofDigits writes 8月15 as 八月十五; anything else stays as it is.
func ofDigits(s string) string {
	m := digits.FindStringSubmatch(s)
	if m == nil {
		return strings.TrimRight(s, "日号")
	}
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	if month < 1 || month > 12 || day < 1 || day > 30 {
		return s
	}
	return m[1] + monthNames[month] + "月" + dayNames[day]
}
