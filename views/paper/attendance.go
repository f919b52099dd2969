package paper

import (
	"fmt"
	"io"
	"time"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// AttendanceSheet writes how everybody kept duty in some days, with places for signatures: of each
// person, of who made it, of the head.
func AttendanceSheet(w io.Writer, s hall.Settings, lang text.Lang, from, to hall.Day, rows []hall.AttendanceRow, now time.Time) error {
	t, say := text.AttendancePaper, func(m text.Message) string { return m.In(lang) }
	doc := Doc{Landscape: true}
	span := text.Month(from)
	if first, last := from.Month(); from != first || to != last {
		span = t.Span.With("from", text.Day(from)).With("to", text.Day(to))
	}
	doc.Title(say(t.Title.With("hall", Outward(s.Name)).With("month", span)))
	var head []string
	for _, m := range []text.Message{t.Name, t.Planned, t.Came, t.Late, t.Early, t.Missed, t.Swapped, t.Stood, t.Entered, t.Extra, t.Signed} {
		head = append(head, say(m))
	}
	var lines [][]string
	for _, r := range rows {
		lines = append(lines, []string{
			Outward(r.Who.Name), fmt.Sprint(r.Planned), fmt.Sprint(r.Came), times(r.Late, r.LateBy, lang), times(r.Early, r.EarlyBy, lang),
			figure(r.Missed), figure(r.Swapped), figure(r.Stood), figure(r.Entered), figure(r.Extra), "",
		})
	}
	doc.Table([]int{5, 2, 2, 4, 4, 2, 2, 2, 2, 3, 5}, head, lines)
	doc.Line(say(t.Sign), Start)
	doc.Small(say(text.DutyPaper.Printed.With("day", text.Day(hall.DayOf(now)))))
	_, err := doc.WriteTo(w)
	return err
}

// times is how often, and how long in all.
func times(n, minutes int, lang text.Lang) string {
	if n == 0 {
		return ""
	}
	return text.AttendancePaper.Times.With("n", n).With("t", text.Ago(time.Duration(minutes)*time.Minute)).In(lang)
}

// figure is a number of which zero says nothing.
func figure(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
