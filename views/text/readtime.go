package text

import (
	"regexp"
	"strings"
	"time"

	"sizhen/store/hall"
)

const chinese = `〇一二两三四五六七八九十`

var (
	fromTo     = regexp.MustCompile(`[~到至]|--`)
	clockForm  = regexp.MustCompile(`^(\d{1,2})[:.;,](\d{2})$`)
	bareHour   = regexp.MustCompile(`^(\d{1,2})$`)
	packedForm = regexp.MustCompile(`^(\d{1,2})(\d{2})$`)
	spokenForm = regexp.MustCompile(`^([\d` + chinese + `]{1,3})[点时](?:钟|整)?(?:([\d` + chinese + `]{1,3})分?|(半)|([一三])刻)?$`)
)

// ReadSlot reads a stretch of a day: 9:00, 9-10, 930, 1130, 14；30, 9:00-10:30, 9点半到10点, 下午3点, 两点半, 2pm. It returns
// minutes after midnight; to is 0 when only a beginning was given. A spoken hour from one to
// six without a part of the day is one of the afternoon, 两点半 is 14:30; and an end that would
// come before its beginning is, too: 12-1 is noon to one. What is no time of day is refused
// with hall.ErrTime, an end that does not come after its beginning with hall.ErrSlotOrder.
func ReadSlot(s string) (from, to int, err *hall.Error) {
	typed := fromTo.ReplaceAllString(strings.ReplaceAll(tight(s), " ", ""), "-")
	first, second, both := strings.Cut(typed, "-")
	a, ok := clockOf(first)
	b := a
	if ok && both {
		b, ok = clockOf(second)
	}
	if !ok || a.minutes == 24*60 {
		return 0, 0, hall.Refuse(hall.ErrTime, "text", strings.TrimSpace(s))
	}
	if !both {
		return a.minutes, 0, nil
	}
	if b.part == 0 && b.minutes < 12*60 && (a.part == afternoon && a.minutes >= 12*60 || b.minutes <= a.minutes && b.minutes+12*60-a.minutes <= longest) {
		b.minutes += 12 * 60
	}
	if b.minutes <= a.minutes {
		return 0, 0, hall.Refuse(hall.ErrSlotOrder)
	}
	return a.minutes, b.minutes, nil
}

// longest is how long a stretch over noon may be to be believed: 12-1 is an hour, 10-9 a slip.
const longest = 5 * 60

// ReadTime reads one time of day, in minutes after midnight.
func ReadTime(s string) (int, *hall.Error) {
	from, to, err := ReadSlot(s)
	if err != nil || to != 0 {
		return 0, hall.Refuse(hall.ErrTime, "text", strings.TrimSpace(s))
	}
	return from, nil
}

// EchoTime says how a time of day was read: 14:30.
func EchoTime(minutes int) Message { return Raw(Minutes(minutes)) }

// EchoSlot says how a stretch was read, and how long it is: 9:00–10:30 1 小时 30 分.
func EchoSlot(from, to int) Message {
	if to <= from {
		return EchoTime(from)
	}
	return M("{slot}（{long}）", "{slot} ({long})").With("slot", Slot(hall.Slot{From: from, To: to})).With("long", Ago(time.Duration(to-from)*time.Minute))
}

// The parts of a day that a time can be given in.
const (
	morning   = 1 + iota // 上午, am
	afternoon            // 下午, 晚上, pm: an hour before twelve is after noon
	noon                 // 中午: eleven to two
	night                // 凌晨, and 半夜 before six
)

var partsOfDay = []struct {
	word string
	part int
}{
	{"上午", morning}, {"早上", morning}, {"早晨", morning}, {"清早", morning}, {"清晨", morning}, {"今早", morning}, {"早", morning}, {"中午", noon}, {"午间", noon},
	{"下午", afternoon}, {"傍晚", afternoon}, {"晚上", afternoon}, {"晚间", afternoon}, {"夜里", night}, {"深夜", night}, {"半夜", night}, {"凌晨", night}, {"晚", afternoon},
}

type clock struct{ minutes, part int }

// clockOf reads one time of day.
func clockOf(s string) (clock, bool) {
	c := clock{}
	for _, p := range partsOfDay {
		if after, found := strings.CutPrefix(s, p.word); found {
			s, c.part = after, p.part
			break
		}
	}
	for _, p := range []struct {
		word string
		part int
	}{{"a.m.", morning}, {"p.m.", afternoon}, {"am", morning}, {"pm", afternoon}} {
		if before, found := strings.CutSuffix(s, p.word); found && c.part == 0 {
			s, c.part = before, p.part
			break
		}
	}
	switch {
	case s == "noon" || s == "正午" || s == "" && c.part == noon:
		return clock{12 * 60, noon}, true
	case s == "midnight":
		return clock{0, night}, true
	}
	hour, minute, spoken, ok := hourOf(s)
	if !ok || minute > 59 {
		return clock{}, false
	}
	switch {
	case c.part == afternoon && hour < 12, c.part == noon && hour < 3, c.part == night && hour >= 7 && hour < 12, c.part == 0 && spoken && hour >= 1 && hour <= 6:
		hour += 12
		if c.part == 0 {
			c.part = afternoon
		}
	case (c.part == morning || c.part == night) && hour == 12:
		hour = 0
	}
	c.minutes = hour*60 + minute
	return c, c.minutes <= 24*60
}

// hourOf takes a time of day apart. Spoken is one with 点 or 时.
func hourOf(s string) (hour, minute int, spoken, ok bool) {
	for _, form := range []*regexp.Regexp{clockForm, bareHour, packedForm} {
		if m := form.FindStringSubmatch(s); m != nil {
			hour, _ = whole(m[1])
			if len(m) > 2 {
				minute, _ = whole(m[2])
			}
			return hour, minute, false, true
		}
	}
	m := spokenForm.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false, false
	}
	hour, ok = whole(m[1])
	switch {
	case m[2] != "":
		n, read := whole(strings.TrimPrefix(m[2], "〇"))
		if m[2] == "〇" {
			n, read = 0, true
		}
		minute, ok = n, ok && read
	case m[3] != "":
		minute = 30
	case m[4] == "一":
		minute = 15
	case m[4] == "三":
		minute = 45
	}
	return hour, minute, true, ok
}

// momentDays are days that stand before a time of day in a short form.
var momentDays = []struct{ word, full string }{
	{"今早", "今天早上"}, {"今晚", "今天晚上"}, {"昨晚", "昨天晚上"}, {"昨夜", "昨天夜里"}, {"明早", "明天早上"}, {"明晚", "明天晚上"}, {"当天", "今天"},
}

// ReadMoment reads a day and a time of day, or a time of day of today: 今天8:20, 昨天16:30, 昨晚8点, 11-23 9:30, 23日两点半,
// yesterday 4pm, 刚才. What is no day or no time is refused as ReadDay and ReadTime refuse it.
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
	if minutes, err := ReadTime(typed); err == nil {
		return today.At(minutes, zone), nil
	}
	runes := []rune(typed)
	var worst *hall.Error
	for i := len(runes) - 1; i > 0; i-- {
		if !mayPart(runes, i) {
			continue
		}
		minutes, bad := ReadTime(string(runes[i:]))
		if bad != nil {
			continue
		}
		day, err := ReadDay(strings.TrimRight(string(runes[:i]), " t"), today, cal)
		if err == nil {
			return day.At(minutes, zone), nil
		}
		worst = err
	}
	if worst == nil {
		worst = hall.Refuse(hall.ErrTime, "text", strings.TrimSpace(s))
	}
	return time.Time{}, worst
}

// mayPart reports whether a day may end and a time begin before runes[i]: at a blank, the T of
// 2026-11-24T10:14, before 下午, after a weekday or another Chinese character that is no number.
func mayPart(runes []rune, i int) bool {
	before := runes[i-1]
	_, digit := digitOf(before)
	switch {
	case before == ' ' || before == 't':
		return true
	case i > 1 && strings.ContainsRune("周期拜", runes[i-2]):
		return true
	}
	for _, p := range partsOfDay {
		if len([]rune(p.word)) > 1 && strings.HasPrefix(string(runes[i:]), p.word) {
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
