package text

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// dateParts are the numbers of a written date; without a year that is 0.
type dateParts struct{ year, month, day int }

const (
	numberForm = `(\d{1,2}|[〇一二三四五六七八九十廿卅]{1,4})`
	yearForm   = `(\d{4}|[〇一二三四五六七八九]{4}|\d{2}年|[〇一二三四五六七八九]{2}年)`
)

var (
	dashed   = regexp.MustCompile(`^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$`)
	worded   = regexp.MustCompile(`^(?:` + yearForm + `年?)?` + numberForm + `月` + numberForm + `([日号])?$`)
	packed   = regexp.MustCompile(`^(\d{4})?(\d{2})(\d{2})$`)
	yearLast = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	dayFirst = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ?([a-z]{3,9})\.?,? ?(\d{4})?$`)
	dayLast  = regexp.MustCompile(`^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? ?(\d{4}))?$`)
	numbered = regexp.MustCompile(`^` + numberForm + `[日号]?$`)
)

// partsOf takes a written date apart.
func partsOf(s string) (dateParts, bool) {
	n := func(s string) int { v, _ := whole(s); return v }
	if m := dashed.FindStringSubmatch(s); m != nil {
		return dateParts{n(m[1]), n(m[2]), n(m[3])}, m[1] != "0000"
	}
	if m := packed.FindStringSubmatch(s); m != nil {
		p := dateParts{n(m[1]), n(m[2]), n(m[3])}
		return p, m[1] != "0000" && (m[1] != "" || p.month >= 1 && p.month <= 12 && p.day >= 1)
	}
	if m := worded.FindStringSubmatch(s); m != nil {
		_, chinese := digitOf([]rune(m[3])[0])
		if m[1] == "" && m[4] == "" && (chinese || placeOf([]rune(m[3])[0]) != 0 || strings.HasPrefix(m[3], "廿") || strings.HasPrefix(m[3], "卅")) {
			return dateParts{}, false // 十月十六 is a lunar date
		}
		year := n(strings.TrimSuffix(m[1], "年"))
		if strings.HasSuffix(m[1], "年") {
			year += 2000
		}
		return dateParts{year, n(m[2]), n(m[3])}, m[1] != "0000"
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		first, second := n(m[1]), n(m[2])
		switch {
		case first > 12 || first == second:
			return dateParts{n(m[3]), second, first}, true
		case second > 12:
			return dateParts{n(m[3]), first, second}, true
		}
		return dateParts{}, false // 8/12/2026 is August to some and December to others
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return dateParts{n(m[3]), monthNamed(m[2]), n(m[1])}, monthNamed(m[2]) > 0
	}
	if m := dayLast.FindStringSubmatch(s); m != nil {
		return dateParts{n(m[3]), monthNamed(m[1]), n(m[2])}, monthNamed(m[1]) > 0
	}
	return dateParts{}, false
}

// monthNamed counts dec and December as 12; 0 is none.
func monthNamed(s string) int {
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if len(s) >= 3 && strings.HasPrefix(full, s) || s == "sept" && m == time.September {
			return int(m)
		}
	}
	return 0
}

// dayAlone reads 30, 30号 and 三十号.
func dayAlone(s string) (int, bool) {
	m := numbered.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	if m[1][0] > '9' && s == m[1] { // 十五 alone may be a lunar day, an amount, anything
		return 0, false
	}
	return whole(m[1])
}

// written reads numbers: a day, month and day, or all three.
func (r *dayReader) written(s string) (hall.Day, bool) {
	p, ok := partsOf(s)
	switch {
	case !ok:
		n, ok := dayAlone(s)
		if !ok {
			return 0, false
		}
		return ofMonth(n, r.today)
	case p.year != 0:
		return exact(p.year, p.month, p.day)
	}
	return nearest(p.month, p.day, r.today)
}

var (
	relativeMonth = regexp.MustCompile(`^(上上|上|下下|下|本|这|当)(?:个)?月(?:` + numberForm + `[日号]?|([底末初]))$`)
	endOfMonth    = regexp.MustCompile(`^` + numberForm + `月(?:份)?(底|末|初)$`)
	relativeYear  = regexp.MustCompile(`^(前年|去年|今年|本年|明年|来年|后年|(?:\d{4}|[〇一二三四五六七八九]{4})年)的?(.+)$`)
)

// inMonth reads 下月3号, 本月15, 上月底, 月底, 11月底, 年底.
func (r *dayReader) inMonth(s string) (hall.Day, bool) {
	switch s {
	case "月底", "月末", "end of month", "end of the month", "month end":
		return lastOf(r.today, 0), true
	case "end of next month":
		return lastOf(r.today, 1), true
	case "年底", "年末", "end of year", "end of the year", "year end":
		return exact(r.today.Year(), 12, 31)
	}
	if m := relativeMonth.FindStringSubmatch(s); m != nil {
		months := map[string]int{"上上": -2, "上": -1, "下下": 2, "下": 1}[m[1]]
		switch m[3] {
		case "底", "末":
			return lastOf(r.today, months), true
		case "初":
			return lastOf(r.today, months-1) + 1, true
		}
		n, _ := whole(m[2])
		y, month, _ := lastOf(r.today, months).Date()
		return exact(y, int(month), n)
	}
	if m := endOfMonth.FindStringSubmatch(s); m != nil {
		n, _ := whole(m[1])
		d, ok := nearest(n, 1, r.today)
		if ok && m[2] != "初" {
			d = lastOf(d, 0)
		}
		return d, ok
	}
	return 0, false
}

// ofYear reads a date behind its year: 明年3月1日, 去年年底, 明年元旦, 二〇二七年正月十五. A lunar date is one of the
// lunar year that begins in it.
func (r *dayReader) ofYear(s string) (hall.Day, bool) {
	m := relativeYear.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	year, plain := whole(strings.TrimSuffix(m[1], "年"))
	if !plain {
		year = r.today.Year() + map[string]int{"前年": -2, "去年": -1, "明年": 1, "来年": 1, "后年": 2}[m[1]]
	}
	first, ok := exact(year, 1, 1)
	if !ok {
		return 0, false
	}
	within := dayReader{today: first}
	if month, end, found := strings.Cut(m[2], "月"); found && (end == "底" || end == "末") {
		n, ok := whole(month)
		return lastOf(hall.NewDay(year, time.Month(n), 1), 0), ok && n >= 1 && n <= 12
	}
	if p, ok := partsOf(m[2]); ok && p.year == 0 {
		return exact(year, p.month, p.day)
	}
	switch m[2] {
	case "年底", "年末", "底", "末":
		return exact(year, 12, 31)
	}
	if d, ok := within.holiday(m[2]); ok {
		return d, true
	}
	if spring, ok := almanac.Solar("春节", first); ok {
		d, ok := almanac.Solar(m[2], spring)
		if ok && almanac.Lunar(d).Term == "" {
			r.isLunar = true
		} else if ok {
			d, ok = almanac.Solar(m[2], first) // 冬至, 清明: by the sun
		}
		return d, ok
	}
	return 0, false
}

// lunar reads a lunar date, a festival or a solar term.
func (r *dayReader) lunar(s string) (hall.Day, bool) {
	if zh, ok := lunarNames()[s]; ok {
		s = zh
	}
	d, ok := almanac.Solar(s, r.today)
	r.isLunar = ok && almanac.Lunar(d).Term != s && almanac.Lunar(d).Term+"节" != s
	return d, ok
}

func lunarNames() map[string]string {
	return map[string]string{
		"spring festival": "春节", "chinese new year": "春节", "new year's eve": "除夕", "lantern festival": "元宵节", "qingming": "清明",
		"dragon boat festival": "端午节", "mid-autumn": "中秋节", "mid-autumn festival": "中秋节",
		"小年": "腊月廿三", "小年夜": "腊月廿三", "北小年": "腊月廿三", "南小年": "腊月廿四",
	}
}

// weekdayBeside takes a weekday off the end of a date, or off its front in English: 12月8日(周二),
// Tue 8 Dec. It counts from Monday, 0; -1 says that none was given.
func weekdayBeside(s string) (string, int) {
	bare := strings.TrimSuffix(s, ")")
	for _, word := range []string{"周", "星期", "礼拜"} {
		if i := strings.LastIndex(bare, word); i > 0 {
			before := strings.TrimRight(bare[:i], " (,")
			if n := weekdayNumber(bare[i:]); n >= 0 && dated(before) {
				return before, n
			}
		}
	}
	if first, rest, ok := strings.Cut(s, " "); ok && dated(strings.TrimSpace(rest)) {
		if n := weekdayNumber(strings.TrimRight(first, ",")); n >= 0 {
			return strings.TrimSpace(rest), n
		}
	}
	return s, -1
}

// dated reports whether a text is a written date of month and day, or a bare day.
func dated(s string) bool {
	if _, ok := partsOf(s); ok {
		return true
	}
	_, ok := dayAlone(s)
	return ok && strings.Trim(s, "0123456789日号") == ""
}

// weekdayNumber counts from Monday, 0; -1 when it is no day of the week.
func weekdayNumber(s string) int {
	for _, word := range []string{"周", "星期", "礼拜"} {
		if after, ok := strings.CutPrefix(s, word); ok {
			for n, names := range []string{"一1", "二2", "三3", "四4", "五5", "六6末", "日天7"} {
				if len([]rune(after)) == 1 && strings.Contains(names, after) {
					return n
				}
			}
			return -1
		}
	}
	for n := range 7 {
		full := strings.ToLower(time.Weekday((n + 1) % 7).String())
		if len(s) >= 3 && strings.HasPrefix(full, s) {
			return n
		}
	}
	return -1
}

// count reads a number of digits only, or a Chinese one.
func count(s string) (int, bool) {
	if s == "" || len(s) > 12 {
		return 0, false
	}
	if s[0] <= '9' {
		if strings.Trim(s, "0123456789") != "" {
			return 0, false
		}
		n, err := strconv.Atoi(s)
		return n, err == nil
	}
	return whole(s)
}
