package text

import (
	"slices"
	"strings"
	"time"

	"sizhen/store/hall"
)

// DayName says what kind of day it is, when that is worth saying: 国庆节, 国庆节调休上班, 装修, 休息日.
// An ordinary working day says nothing.
func DayName(d hall.DayInfo) Message {
	switch {
	case d.Name == "" && d.Open:
		return Message{}
	case d.Name == "":
		return M("休息日", "day off")
	case d.Legal && d.Open:
		return M("{name}调休上班", "workday for {name}").With("name", Holiday(d.Name))
	}
	return Holiday(d.Name)
}

// DayMark is the same in a sign for the margin of a calendar: 休 for a holiday or a day the
// hall is closed, 班 for a day that is worked though the weekday is not.
func DayMark(d hall.DayInfo) Message {
	switch {
	case d.Name == "":
		return Message{}
	case d.Open:
		return M("班", "W")
	}
	return M("休", "H")
}

// Holiday is a holiday by its official name, or by the name the hall has given it. Several
// that fall together stand in one name with 、 between.
func Holiday(name string) Message {
	var zh, en []string
	for _, one := range strings.Split(name, "、") {
		m, known := holidays[one]
		if !known {
			m = Raw(one)
		}
		zh, en = append(zh, m.zh), append(en, m.en)
	}
	return Message{zh: strings.Join(zh, "、"), en: strings.Join(en, ", ")}
}

var holidays = map[string]Message{
	"元旦":  M("元旦", "New Year's Day"),
	"春节":  M("春节", "Spring Festival"),
	"清明节": M("清明节", "Qingming"),
	"劳动节": M("劳动节", "Labour Day"),
	"端午节": M("端午节", "Dragon Boat"),
	"中秋节": M("中秋节", "Mid-Autumn"),
	"国庆节": M("国庆节", "National Day"),
}

// TableMissing warns that the holidays of a year are not known, and says what to do.
func TableMissing(year int) Message {
	return M("{doubt}。请管理员在“本中心设置”的“放假安排”里粘贴国务院的通知",
		"{doubt}. Have the administrator paste the State Council's notice under Holidays in Settings").With("doubt", TableDoubt(year))
}

// TableDoubt warns over dates that rest on a year whose holidays are not known; 0 is none.
func TableDoubt(year int) Message {
	if year == 0 {
		return Message{}
	}
	return M("还没有 {year} 年的放假安排：只算法定节日当天，连休和调休等国务院通知",
		"no holiday table for {year} yet: only the days fixed by law count as holidays").With("year", year)
}

// Doubted is the same beside one day that rests on such a year.
func Doubted(day Message, year int) Message {
	if year == 0 {
		return day
	}
	return beside(day, yearDoubt)
}

// yearDoubt stands beside a date of the year.
var yearDoubt = M("放假安排未定", "no holiday table yet")

// beside puts what is to be known of a day behind it, in brackets.
func beside(day Message, said ...Message) Message {
	said = slices.DeleteFunc(said, Message.IsZero)
	if len(said) == 0 {
		return day
	}
	return M("{day}（{said}）", "{day} ({said})").With("day", day).With("said", List(said...))
}

// LastOn is the last day of a period, with its doubt.
func LastOn(l hall.LastDay) Message { return Doubted(ShortDay(l.Day), l.Doubt) }

// calendarWords are what a refusal by the calendar says; its words depend on what the
// refusal knows of the day.
func calendarWords(e *hall.Error) Message {
	switch e.Code {
	case hall.ErrSlotClosed:
		return closedWords(e)
	case hall.ErrSlotHours:
		if _, near := e.Args["nearfrom"].(int); near {
			return M("不在开放时间，这一天最近的是 {nearfrom} 到 {nearto}。请换时间；下午 2 点写 14:00",
				"the hall is closed then; the nearest hours are {nearfrom} to {nearto}. Choose another time; 2 pm is 14:00").
				With("nearfrom", minutesArg(e, "nearfrom")).With("nearto", minutesArg(e, "nearto"))
		}
	case hall.ErrDay:
		return noDateWords(e)
	}
	return Message{}
}

func minutesArg(e *hall.Error, name string) string {
	n, _ := e.Args[name].(int)
	return Minutes(n)
}

// closedWords say on which day the hall is closed, why, and when it is open again.
func closedWords(e *hall.Error) Message {
	day, _ := e.Args["day"].(hall.Day)
	name, _ := e.Args["name"].(string)
	open, _ := e.Args["open"].(hall.Day)
	m := M("{day} 不开门。请换一天", "the hall is closed on {day}. Choose another day")
	switch {
	case day == 0:
		return M("这一天不开门。请换一天", "the hall is closed that day. Choose another one")
	case open == 0:
	case name == "":
		m = M("{day} 不开门。请换一天；最近的开门日是 {open}", "the hall is closed on {day}. Choose another day; the next open one is {open}")
	default:
		m = M("{day} 不开门（{name}）。请换一天；最近的开门日是 {open}", "the hall is closed on {day} ({name}). Choose another day; the next open one is {open}")
	}
	doubt, _ := e.Args["doubt"].(int)
	return Doubted(m.With("day", ShortDay(day)).With("open", ShortDay(open)).With("name", Holiday(name)), doubt)
}

// noDateWords say which date does not exist, where ParseDate could tell.
func noDateWords(e *hall.Error) Message {
	n, known := e.Args["month"].(int)
	if !known {
		return Message{}
	}
	days, ok := e.Args["days"]
	if !ok {
		return M("没有 {m} 月，一年只有 12 个月。请改日期", "there is no month {m}: a year has 12. Change the date").With("m", n)
	}
	return M("{y}年{m}月只有 {n} 天，没有 {d} 日。请改日期", "{m} {y} has only {n:day|days}, so there is no {d} {m}. Change the date").
		With("y", e.Args["year"]).With("m", month(time.Month(n))).With("n", days).With("d", e.Args["date"])
}

// calendarFault are the words for what is wrong with the calendar and the follow-up rules
// in the hall's file.
func calendarFault(code hall.Code) Message {
	switch code {
	case hall.ErrForm:
		return M("要写成 {form}", "must be written as {form}")
	case hall.ErrNoDate:
		return M("没有 “{text}” 这一天，要写成 \"2027-10-01\"", "there is no day “{text}”; write it as \"2027-10-01\"")
	case hall.ErrBackward:
		return M("结束的日子在开始之前，先写早的日期，再写晚的", "the last day lies before the first: the earlier day comes first")
	case hall.ErrNoWeek:
		return M("一周七天都不开门了，至少留一天", "all seven days are closed; leave one open at least")
	case hall.ErrAbove:
		return M("{key} 要写到文件前面，第一个 [ ] 之前", "{key} belongs higher up in the file, above the first [ ]")
	case hall.ErrOverlap:
		return M("{day} 在别的一段日子（[[calendar.day]]）里已经写过，去掉一处", "{day} stands in another run of days ([[calendar.day]]) too; take one out")
	}
	return Message{}
}
