package text

import (
	"cmp"
	"fmt"
	"strconv"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// Appointments are the words that the board says of appointments too.
var Appointments = struct{ Arrived Message }{M("已到", "arrived")}

// Calendar are the words that the duty plan says of its calendar too.
var Calendar = struct{ Today, KeyToday, NoFiles Message }{
	Today:    Today,
	KeyToday: M("回到今天", "today"),
	NoFiles:  M("样例中心不留文件", "a sample hall leaves no files"),
}

// When writes a slot with its day: 11月24日 周二 13:30–14:30.
func When(s hall.Slot) Message {
	if s.Day == 0 {
		return Message{}
	}
	return Words(ShortDay(s.Day), Raw(Slot(s)))
}

// Planned is when a consultation is to take place: its slot, or, without hours, its day.
func Planned(r hall.VisitRow) Message {
	if r.Slot.To == 0 {
		return ShortDay(cmp.Or(r.Slot.Day, r.Day))
	}
	return When(r.Slot)
}

// Stamp writes a moment without its year: 11月23日 周一 09:10. The zero time says nothing.
func Stamp(t time.Time) Message {
	if t.IsZero() {
		return Message{}
	}
	return Words(ShortDay(hall.DayOf(t)), Raw(Clock(t)))
}

// ColumnDay names a day above its column: 周二 11-24.
func ColumnDay(d hall.Day) Message {
	_, m, day := d.Date()
	return M("{week} {m}-{d}", "{week} {d} {m}").With("week", Weekday(d.Weekday())).With("m", month(m)).With("d", fmt.Sprintf("%02d", day))
}

// Month names the month of a day: 2026年11月.
func Month(d hall.Day) Message {
	y, m, _ := d.Date()
	return M("{y}年{m}月", "{m} {y}").With("y", y).With("m", month(m))
}

// Week is the number of the week, and the year it is counted in (GB/T 7408).
func Week(d hall.Day) (year, n int) { return d.At(0, time.UTC).ISOWeek() }

// Digits is a number as it is.
func Digits(n int) string { return strconv.Itoa(n) }

// Queue is a number of the queue as it is called: 012.
func Queue(n int) string { return fmt.Sprintf("%03d", n) }

// Ahead says how many are seen before somebody who took a number.
func Ahead(n int) Message {
	if n == 0 {
		return aheadNone
	}
	return ahead.With("n", n)
}

var (
	ahead     = M("前面还有 {n} 人", "{n} ahead")
	aheadNone = M("前面没有人", "nobody ahead")
)

// QueueOf is a visitor's number; one of another day carries its date, for there is one of today too.
func QueueOf(r hall.VisitRow, today hall.Day) Message {
	if r.Day == 0 || r.Day == today {
		return Raw(Queue(r.Number))
	}
	return Words(ShortDay(r.Day), Raw(Queue(r.Number)))
}

// Lunar is a lunar date: 十月十五, with the festival or solar term of the day. Nothing for none.
func Lunar(l almanac.LunarDay) Message {
	if l.Day == 0 {
		return Message{}
	}
	zh := l.String()
	if l.Festival != "" || l.Term != "" {
		zh += " " + l.Mark()
	}
	return Message{zh: zh, en: lunarEn(l)}
}

// LunarShort is a lunar date in as few cells as it can be read in: 十五, 十一月, 冬至.
func LunarShort(l almanac.LunarDay) Message {
	if l.Day == 0 {
		return Message{}
	}
	return Message{zh: l.Mark(), en: fmt.Sprintf("L%d-%d", l.Month, l.Day)}
}

func lunarEn(l almanac.LunarDay) string {
	leap := ""
	if l.Leap {
		leap = " leap"
	}
	return fmt.Sprintf("lunar%s %d-%d", leap, l.Month, l.Day)
}

// KindShort is a kind in two characters.
func KindShort(k hall.Kind) Message { return name(shortKinds, k) }

var shortKinds = map[hall.Kind]Message{
	hall.WalkIn:      M("门诊", "walk-in"),
	hall.Appointment: M("预约", "booked"),
	hall.Joint:       M("会诊", "joint"),
	hall.FollowUp:    M("回诊", "visit"),
}

// ModeShort is how something is held that takes no room, in two characters.
func ModeShort(m hall.Mode) Message { return name(shortModes, m) }

var shortModes = map[hall.Mode]Message{
	hall.InRoom:  M("来中心", "hall"),
	hall.ByPhone: M("电话", "phone"),
	hall.ByVideo: M("视频", "video"),
	hall.AtHome:  M("上门", "home"),
}
