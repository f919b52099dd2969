package text

import (
	"regexp"
	"strings"

	"sizhen/store/hall"
)

// named reads 今天, 明天 and the holidays that have one date.
func (r *dayReader) named(s string) (hall.Day, bool) {
	switch s {
	case "今天", "今日", "今儿", "当天", "today":
		return r.today, true
	case "明天", "明日", "明儿", "tomorrow":
		return r.today + 1, true
	case "后天", "day after tomorrow", "the day after tomorrow":
		return r.today + 2, true
	case "大后天":
		return r.today + 3, true
	case "昨天", "昨日", "昨儿", "yesterday":
		return r.today - 1, true
	case "前天", "day before yesterday", "the day before yesterday":
		return r.today - 2, true
	case "大前天":
		return r.today - 3, true
	}
	return r.holiday(s)
}

// holiday reads a day that has one date in every year, the next one to come.
func (r *dayReader) holiday(s string) (hall.Day, bool) {
	date, ok := map[string][2]int{
		"元旦": {1, 1}, "元旦节": {1, 1}, "新年": {1, 1}, "new year": {1, 1}, "new year's day": {1, 1}, "三八": {3, 8}, "妇女节": {3, 8}, "三八节": {3, 8}, "三八妇女节": {3, 8},
		"植树节": {3, 12},
		"五一":  {5, 1}, "五一节": {5, 1}, "劳动节": {5, 1}, "五一劳动节": {5, 1}, "labour day": {5, 1}, "labor day": {5, 1}, "may day": {5, 1}, "五四": {5, 4}, "青年节": {5, 4},
		"六一": {6, 1}, "六一节": {6, 1}, "儿童节": {6, 1}, "七一": {7, 1}, "建党节": {7, 1}, "八一": {8, 1}, "建军节": {8, 1}, "教师节": {9, 10},
		"十一": {10, 1}, "国庆": {10, 1}, "国庆节": {10, 1}, "十一国庆": {10, 1}, "national day": {10, 1}, "宪法日": {12, 4},
	}[s]
	if !ok {
		return 0, false
	}
	for y := r.today.Year(); ; y++ {
		if d, ok := exact(y, date[0], date[1]); !ok || d >= r.today {
			return d, ok
		}
	}
}

var (
	signed    = regexp.MustCompile(`^([+-]) ?(\d{1,8})(天|日|周|个?星期|个?礼拜|个?月|d|w|m)?$`)
	countedZh = regexp.MustCompile(`^(?:再?过)?([\d〇一二两三四五六七八九十百]{1,8}|半)(个?工作日|天|日|周|个?星期|个?礼拜|个?月|年)(?:以|之)?(后|前)?$`)
	countedEn = regexp.MustCompile(`^(?:(in) )?(\d{1,8}|an?|one|two|three) (workday|working day|day|week|month|year)s?` +
		`(?: (later|from now|from today|ago|before))?$`)
)

// counted reads +3, -3, 三天后, 一周后, 半个月后, 过两天, 五个工作日后, in 2 weeks, 3 days ago.
func (r *dayReader) counted(s string) (hall.Day, bool) {
	if m := signed.FindStringSubmatch(s); m != nil {
		n, ok := count(m[2])
		if m[1] == "-" {
			n = -n
		}
		return r.on(n, m[3], ok)
	}
	if m := countedZh.FindStringSubmatch(s); m != nil && (m[3] != "" || strings.HasPrefix(strings.TrimPrefix(s, "再"), "过")) {
		n, ok := count(m[1])
		if m[1] == "半" {
			return r.half(m[2], m[3] == "前")
		}
		if m[3] == "前" {
			n = -n
		}
		return r.on(n, m[2], ok)
	}
	if m := countedEn.FindStringSubmatch(s); m != nil && (m[1] != "") != (m[4] != "") {
		n, ok := map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}[m[2]]
		if !ok {
			n, ok = count(m[2])
		}
		if m[4] == "ago" || m[4] == "before" {
			n = -n
		}
		return r.on(n, m[3], ok)
	}
	return 0, false
}

// on counts so many units from today.
func (r *dayReader) on(n int, unit string, ok bool) (hall.Day, bool) {
	days := 1
	switch unit = strings.TrimPrefix(unit, "个"); unit {
	case "周", "星期", "礼拜", "w", "week":
		days = 7
	case "月", "m", "month", "年", "year":
		if unit == "年" || unit == "year" {
			n *= 12
		}
		return r.today.AddMonths(max(min(n, 1200), -1200)), ok && n <= 1200 && n >= -1200
	case "工作日", "workday", "working day":
		return hall.Period{From: r.today, N: n, Unit: hall.Workdays}.End(r.cal).Day, ok && n >= 0 && n <= 1000
	}
	n *= days
	return r.today + hall.Day(n), ok && n <= furthest && n >= -furthest
}

// half reads 半个月后 as fifteen days and 半年后 as six months.
func (r *dayReader) half(unit string, back bool) (hall.Day, bool) {
	sign := 1
	if back {
		sign = -1
	}
	switch strings.TrimPrefix(unit, "个") {
	case "月":
		return r.today + hall.Day(15*sign), true
	case "年":
		return r.today.AddMonths(6 * sign), true
	}
	return 0, false
}

// weekday reads 周五, 本周五, 下周三, 上周一, 周末, fri, next wed.
func (r *dayReader) weekday(s string) (hall.Day, bool) {
	monday := r.today - hall.Day((int(r.today.Weekday())+6)%7)
	week, fixed := monday, false
	for _, w := range []struct {
		word string
		n    hall.Day
	}{{"下下", 2}, {"下", 1}, {"上上", -2}, {"上", -1}, {"本", 0}, {"这", 0}, {"next ", 1}, {"last ", -1}, {"this ", 0}, {"on ", 9}, {"coming ", 9}} {
		if after, ok := strings.CutPrefix(s, w.word); ok {
			s = strings.TrimPrefix(after, "个")
			if w.n != 9 {
				week, fixed = monday+7*w.n, true
			}
			break
		}
	}
	n := weekdayNumber(s)
	if n < 0 {
		return 0, false
	}
	d := week + hall.Day(n)
	if !fixed && d < r.today {
		d += 7
	}
	return d, true
}
