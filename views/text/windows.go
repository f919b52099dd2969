package text

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sizhen/store/hall"
)

// Windows writes the times of the week at which somebody can come: 周二 09:00–11:00、周四
// 14:00–17:00. Times of one day stand behind it together. None says nothing.
func Windows(ws []hall.Window) Message {
	ws = slices.Clone(ws)
	slices.SortStableFunc(ws, func(a, b hall.Window) int {
		if d := weekOrder(a.Weekday) - weekOrder(b.Weekday); d != 0 {
			return d
		}
		return a.From - b.From
	})
	var out []Message
	for i, w := range ws {
		at := Raw(Minutes(w.From) + "–" + Minutes(w.To))
		if i > 0 && ws[i-1].Weekday == w.Weekday {
			out[len(out)-1] = Raw("{days} {at}").With("days", out[len(out)-1]).With("at", at)
			continue
		}
		out = append(out, Raw("{day} {at}").With("day", Weekday(w.Weekday)).With("at", at))
	}
	return List(out...)
}

// weekOrder puts Sunday last.
func weekOrder(w time.Weekday) int { return (int(w) + 6) % 7 }

var (
	zhDays  = regexp.MustCompile(`(?:周|星期|礼拜)([一二三四五六日天](?:、?[一二三四五六日天])*)`)
	enDays  = regexp.MustCompile(`(?i)\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?`)
	allDays = regexp.MustCompile(`工作日|每天|天天|(?i:\b(?:weekdays|workdays|daily|every day)\b)`)
	bareDay = regexp.MustCompile(`([至到~〜-])([一二三四五六日天])([^一二三四五六日天点时]|$)`)
	dashes  = regexp.MustCompile(`\s*([-~〜至到]|\bto\b)\s*`)
	between = regexp.MustCompile(`[\s、,;。和及与每的]+|\band\b`)
)

const (
	weekSign = "\x00" // stands around weekdays that were found
	zhWeek   = "日一二三四五六"
	enWeek   = "sunmontuewedthufrisat"
)

// ParseWindows reads such times as people write them: 周二 9-11、周四 14-17; 周一至周五上午; 周二、四
// 下午2点到4点; Tue 9-11, Thu 14-17; Mon-Fri morning. A half day, and a day without hours, are
// the hall's opening hours, which are handed in. Nothing typed is no window: they can come
// at any time. What cannot be read is refused with hall.ErrWindows, an end before its beginning
// with hall.ErrSlotOrder.
func ParseWindows(s string, open [][2]int) ([]hall.Window, *hall.Error) {
	typed := strings.TrimSpace(strings.ReplaceAll(narrow(s), weekSign, ""))
	if typed == "" {
		return nil, nil
	}
	days, rest := weekdaysOf(typed)
	if len(days) == 0 || between.ReplaceAllString(rest[0], "") != "" {
		return nil, hall.Refuse(hall.ErrWindows, "text", strings.TrimSpace(s))
	}
	var out []hall.Window
	var on []time.Weekday
	for i, some := range days {
		on = append(on, some...)
		if i+1 < len(days) {
			if strings.TrimSpace(dashes.ReplaceAllString(rest[i+1], "-")) == "-" { // 周一至周五
				days[i+1] = append(upTo(on[len(on)-1], days[i+1][0]), days[i+1][1:]...)
				continue
			}
			if between.ReplaceAllString(rest[i+1], "") == "" { // 周二、周四 9-11: the hours are of both
				continue
			}
		}
		times, err := hoursOf(rest[i+1], open)
		if err != nil {
			return nil, err
		}
		for _, day := range on {
			for _, h := range times {
				out = append(out, hall.Window{Weekday: day, From: h[0], To: h[1]})
			}
		}
		on = nil
	}
	return tidy(out), nil
}

// weekdaysOf cuts a text at its weekdays: rest[i] stands before the i-th, the last one
// behind them all.
func weekdaysOf(s string) (days [][]time.Weekday, rest []string) {
	sign := func(found []time.Weekday) string {
		out := weekSign
		for _, d := range found {
			out += string(rune('0' + d))
		}
		return out + weekSign
	}
	s = bareDay.ReplaceAllString(s, "${1}周$2$3") // 周一至五
	s = allDays.ReplaceAllStringFunc(s, func(w string) string {
		last := time.Sunday
		if w = strings.ToLower(w); w == "工作日" || w == "weekdays" || w == "workdays" {
			last = time.Friday
		}
		return sign(append([]time.Weekday{time.Monday}, upTo(time.Monday, last)...))
	})
	s = zhDays.ReplaceAllStringFunc(s, func(w string) string {
		var found []time.Weekday
		for _, r := range strings.ReplaceAll(w, "天", "日") {
			if before, _, ok := strings.Cut(zhWeek, string(r)); ok {
				found = append(found, time.Weekday(utf8.RuneCountInString(before)))
			}
		}
		return sign(found)
	})
	s = enDays.ReplaceAllStringFunc(s, func(w string) string {
		return sign([]time.Weekday{time.Weekday(strings.Index(enWeek, strings.ToLower(w[:3])) / 3)})
	})
	for i, part := range strings.Split(s, weekSign) {
		if i%2 == 0 {
			rest = append(rest, part)
			continue
		}
		var found []time.Weekday
		for _, r := range part {
			found = append(found, time.Weekday(r-'0'))
		}
		days = append(days, found)
	}
	return days, rest
}

// upTo are the weekdays after one, up to another.
func upTo(after, last time.Weekday) []time.Weekday {
	var out []time.Weekday
	for d := after; d != last && len(out) < 7; {
		d = (d + 1) % 7
		out = append(out, d)
	}
	return out
}

// hoursOf reads the times behind a weekday; none are the whole day.
func hoursOf(s string, open [][2]int) ([][2]int, *hall.Error) {
	var out [][2]int
	opens, closes := 0, 0
	if len(open) > 0 {
		opens, closes = open[0][0], open[len(open)-1][1]
	}
	s = dashes.ReplaceAllString(s, "-")
	for _, one := range strings.Fields(between.ReplaceAllString(s, " ")) {
		switch strings.ToLower(one) {
		case "全天", "整天", "allday":
			out = append(out, open...)
			continue
		case "上午", "早上", "morning", "mornings", "am":
			out = append(out, open[:min(1, len(open))]...)
			continue
		case "下午", "afternoon", "afternoons", "pm":
			out = append(out, open[min(1, len(open)):]...)
			continue
		}
		from, to, err := readSlot(one, opens, closes)
		if err != nil {
			return nil, err
		}
		if to == 0 {
			return nil, hall.Refuse(hall.ErrWindows, "text", one)
		}
		out = append(out, [2]int{from, to})
	}
	if len(out) == 0 {
		out = open
	}
	return out, nil
}

// tidy puts windows in order and makes one of those that touch.
func tidy(ws []hall.Window) []hall.Window {
	slices.SortFunc(ws, func(a, b hall.Window) int {
		if d := weekOrder(a.Weekday) - weekOrder(b.Weekday); d != 0 {
			return d
		}
		return a.From - b.From
	})
	var out []hall.Window
	for _, w := range ws {
		if n := len(out); n > 0 && out[n-1].Weekday == w.Weekday && w.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, w.To)
			continue
		}
		out = append(out, w)
	}
	return out
}
