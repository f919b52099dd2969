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

// ReadSlot reads a stretch of a day: 9:00, 9-10, 930, 1130, 14；30, 9:00-10:30, 9点半到10点, 下午3点, 两点半, 2-3pm, half past two.
// It returns minutes after midnight; to is 0 when only a beginning was given. A spoken hour from one
// to six without a part of the day is one of the afternoon, 两点半 is 14:30; a bare number is the hour
// at which the hall is open, 3 is 15:00 and 3-4 is 15:00 to 16:00; and an end that would come before
// its beginning is one of the afternoon, too: 12-1 is noon to one. Without a calendar nobody knows
// when the hall is open. What is no time of day is refused with hall.ErrTime, an end that does not
// come after its beginning with hall.ErrSlotOrder.
func ReadSlot(s string, cal *hall.Calendar) (from, to int, err *hall.Error) {
	opens, closes := cal.Hours()
	return readSlot(s, opens, closes)
}

// readSlot is ReadSlot for a hall that is open between two minutes of a day; 0, 0: nobody knows.
func readSlot(s string, opens, closes int) (from, to int, err *hall.Error) {
	typed := fromTo.ReplaceAllString(strings.ReplaceAll(inFigures(tight(s)), " ", ""), "-")
	first, second, both := strings.Cut(strings.TrimPrefix(typed, "从"), "-")
	a, ok := clockOf(first)
	b := a
	if ok && both {
		b, ok = clockOf(second)
	}
	if !ok || a.minutes == 24*60 {
		return 0, 0, hall.Refuse(hall.ErrTime, "text", strings.TrimSpace(s))
	}
	if a.bare || both && a.part == 0 && !a.spoken && !strings.HasPrefix(first, "0") {
		a = a.whenOpen(opens, closes)
	}
	if !both {
		return a.minutes, 0, nil
	}
	if a.part == 0 && b.part == afternoon && a.minutes+12*60 < b.minutes { // 2-3pm
		a.minutes, a.part = a.minutes+12*60, afternoon
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
func ReadTime(s string, cal *hall.Calendar) (int, *hall.Error) {
	from, to, err := ReadSlot(s, cal)
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

// clock is a time of day as it was written: with 点, or as a bare number.
type clock struct {
	minutes, part int
	spoken, bare  bool
}

// whenOpen is the time after noon where the hall is not open at the one that was written, and is
// then: of 3 and 15:00 the one at which people come.
func (c clock) whenOpen(opens, closes int) clock {
	if c.minutes > 0 && c.minutes < opens && c.minutes+12*60 <= closes {
		c.minutes, c.part = c.minutes+12*60, afternoon
	}
	return c
}

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
		return clock{minutes: 12 * 60, part: noon}, true
	case s == "midnight":
		return clock{part: night}, true
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
	c.minutes, c.spoken, c.bare = hour*60+minute, spoken, c.part == 0 && bareHour.MatchString(s) && s[0] != '0'
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
