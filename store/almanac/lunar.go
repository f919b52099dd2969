package almanac

import (
	"sync"

	"github.com/6tail/lunar-go/calendar"

	"sizhen/store/hall"
)

// The years for which lunar dates are told; the rules that the library works by hold well
// beyond them, but no hall needs more.
const (
	FirstYear = 1850
	LastYear  = 2200
)

// LunarDay is a date of the lunar calendar (农历). The zero value is none.
type LunarDay struct {
	Year     int  // in which the lunar year begins: 2026 for the whole of 丙午年
	Month    int  // 1 (正月) to 12 (腊月)
	Leap     bool // 闰月
	Day      int  // 1 to 30
	Festival string
	Term     string // a solar term (节气) that begins on this day
}

// MonthName is 正月, 十月, 闰六月, 冬月 or 腊月.
func (l LunarDay) MonthName() string {
	if l.Day == 0 {
		return ""
	}
	name := monthNames[l.Month] + "月"
	if l.Leap {
		return "闰" + name
	}
	return name
}

// DayName is 初一, 十五, 廿三 or 三十.
func (l LunarDay) DayName() string { return dayNames[l.Day] }

// String is 十月十五; nothing for none.
func (l LunarDay) String() string { return l.MonthName() + l.DayName() }

// Mark is what the margin of a calendar says of a day, in two to four characters: the
// festival, the solar term, the month that begins, or else the day.
func (l LunarDay) Mark() string {
	switch {
	case l.Festival != "":
		return l.Festival
	case l.Term != "":
		return l.Term
	case l.Day == 1:
		return l.MonthName()
	}
	return l.DayName()
}

var monthNames = [...]string{"", "正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"}

var dayNames = [...]string{
	"", "初一", "初二", "初三", "初四", "初五", "初六", "初七", "初八", "初九", "初十",
	"十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
	"廿一", "廿二", "廿三", "廿四", "廿五", "廿六", "廿七", "廿八", "廿九", "三十",
}

// terms are the solar terms in the order in which the library lists a year's: it begins
// with the one before the winter solstice of the year before, and comes round again.
var terms = [...]string{
	"大雪", "冬至", "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满",
	"芒种", "夏至", "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪",
}

// festivals by month and day. 除夕 is the day before the new year and is worked out.
var festivals = map[[2]int]string{
	{1, 1}: "春节", {1, 15}: "元宵节", {2, 2}: "龙抬头", {5, 5}: "端午节", {7, 7}: "七夕",
	{7, 15}: "中元节", {8, 15}: "中秋节", {9, 9}: "重阳节", {12, 8}: "腊八节",
}

// newYearsEve is the last day of the lunar year.
const newYearsEve = "除夕"

// Lunar is the lunar date of a day; none outside FirstYear to LastYear.
func Lunar(d hall.Day) LunarDay {
	y := d.Year()
	if d <= 0 || y < FirstYear || y > LastYear {
		return LunarDay{}
	}
	return years.of(y)[d-hall.NewDay(y, 1, 1)]
}

// yearDays are the lunar dates of one year of the common calendar. Once made it is only read.
type yearDays [366]LunarDay

// years keeps the last years that were asked for: the library takes about half a
// millisecond for a year behind one lock, and a calendar on the screen asks for some forty
// days with every frame.
var years cache

// cache holds up to kept years, the one asked for last at the end.
type cache struct {
	mu   sync.Mutex
	list []cached
}

type cached struct {
	year int
	days *yearDays
}

const kept = 16

func (c *cache) of(year int) *yearDays {
	c.mu.Lock()
	defer c.mu.Unlock()
	last := len(c.list) - 1
	for i := last; i >= 0; i-- {
		if y := c.list[i]; y.year == year {
			copy(c.list[i:], c.list[i+1:])
			c.list[last] = y
			return y.days
		}
	}
	if len(c.list) == kept {
		c.list = append(c.list[:0], c.list[1:]...)
	}
	days := compute(year)
	c.list = append(c.list, cached{year, days})
	return days
}

// compute fills a year. The library's lunar year reaches from the eleventh month of the
// year before to at least the end of the common year.
func compute(year int) *yearDays {
	var out yearDays
	first, end := hall.NewDay(year, 1, 1), hall.NewDay(year+1, 1, 1)
	put := func(d hall.Day, change func(*LunarDay)) {
		if d >= first && d < end {
			change(&out[d-first])
		}
	}
	ly := calendar.NewLunarYear(year)
	for e := ly.GetMonths().Front(); e != nil; e = e.Next() {
		m := e.Value.(*calendar.LunarMonth)
		begin := julian(m.GetFirstJulianDay())
		for n := range m.GetDayCount() {
			put(begin+hall.Day(n), func(l *LunarDay) {
				l.Year, l.Month, l.Leap, l.Day = m.GetYear(), max(m.GetMonth(), -m.GetMonth()), m.IsLeap(), n+1
				if !l.Leap {
					l.Festival = festivals[[2]int{l.Month, l.Day}]
				}
			})
		}
		if m.GetMonth() == 1 {
			put(begin-1, func(l *LunarDay) { l.Festival = newYearsEve })
		}
	}
	for i, moment := range ly.GetJieQiJulianDays() {
		put(julian(moment), func(l *LunarDay) { l.Term = terms[i%len(terms)] })
	}
	return &out
}

// julian is the date on which a moment of the Julian day count lies. Those days begin at
// noon; day 1721426 begins at noon on 1 January of the year 1.
func julian(moment float64) hall.Day { return hall.Day(int(moment+0.5) - 1721425) }
