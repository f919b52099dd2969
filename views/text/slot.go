package text

import (
	"regexp"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

var (
	fromTo     = regexp.MustCompile(`[~〜到至]`)
	clockForm  = regexp.MustCompile(`^(\d{1,2})(?:[:.](\d{2})|[点时](?:(\d{1,2})分?|(半))?)?$`)
	packedForm = regexp.MustCompile(`^(\d{1,2})(\d{2})()$`)
)

// ParseSlot reads a stretch of a day: 9:00, 9-10, 930, 9:00-10:30, 9点半到10点, 下午3点. It returns
// minutes after midnight; to is 0 when only a beginning was given. What is no time of day
// is refused with hall.ErrTime, an end that does not come after its beginning with
// hall.ErrSlotOrder.
func ParseSlot(s string) (from, to int, err error) {
	typed := strings.ReplaceAll(strings.Join(strings.Fields(plain(s)), ""), "。", ".")
	typed = fromTo.ReplaceAllString(typed, "-")
	first, second, both := strings.Cut(typed, "-")
	from, afternoon, ok := minutesOf(first, false)
	if ok && both {
		to, _, ok = minutesOf(second, afternoon)
	}
	switch {
	case !ok || from == 24*60:
		return 0, 0, hall.Refuse(hall.ErrTime, "text", strings.TrimSpace(s))
	case both && to <= from:
		return 0, 0, hall.Refuse(hall.ErrSlotOrder)
	}
	return from, to, nil
}

// minutesOf reads one time of day. 下午 counts on for the end of a slot as well.
func minutesOf(s string, afternoon bool) (minutes int, pm, ok bool) {
	for _, part := range []struct {
		word string
		pm   bool
	}{{"上午", false}, {"早上", false}, {"下午", true}, {"晚上", true}} {
		if after, found := strings.CutPrefix(s, part.word); found {
			s, afternoon = after, part.pm
			break
		}
	}
	s, noon := strings.CutPrefix(s, "中午")
	m := clockForm.FindStringSubmatch(s)
	if m == nil {
		m = packedForm.FindStringSubmatch(s)
	}
	if m == nil {
		return 0, false, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(strings.Join(m[2:len(m)-1], ""))
	if m[len(m)-1] == "半" {
		minute = 30
	}
	if afternoon && hour < 12 || noon && hour < 3 {
		hour += 12
	}
	minutes = hour*60 + minute
	return minutes, afternoon, minute < 60 && minutes <= 24*60
}
