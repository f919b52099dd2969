package text

import (
	"sizhen/store/hall"
)

// Paper are the words of what leaves the hall on paper or as a file.
var Paper = struct {
	Private, Cancelled, Sides, Place, State, Convener, Mediators, CaseNumber, Number Message
}{
	Private:    M("预约（不公开）", "appointment (confidential)"),
	Cancelled:  M("已取消：{what}", "cancelled: {what}"),
	Sides:      M("{who}—{against}", "{who} – {against}"),
	Place:      M("{hall} · {room}", "{hall} · {room}"),
	State:      M("状态：{state}", "State: {state}"),
	Convener:   M("召集人：{name}", "Convener: {name}"),
	Mediators:  M("调解员：{names}", "Mediators: {names}"),
	CaseNumber: M("案号：{number}", "Case number: {number}"),
	Number:     M("预约编号：{n}", "Appointment number: {n}"),
}

// CalendarExport is what the export of appointments says on the command line.
var CalendarExport = struct {
	Appointment, Room, Mediator, From, To, OnlyOne, NoNumber, NotTimed, NoRoom, NoMediator, NoMediatorNear, NoRoster Message
	SameName, SameNameVillage, SameNameRow, ToPast, TooLong, Empty, EmptyOf, Named                                   Message
}{
	Appointment: M("只要这一场预约（编号写在日历的说明里）", "only this appointment (its number stands in the calendar's notes)"),
	Room:        M("只要这个调解室的", "only what takes place in this room"),
	Mediator:    M("只要这位调解员的；有同名的，写“姓名 村名”或编号", "only this mediator's; where several have the name, write “name village”, or the number"),
	From:        M("从这天起（默认今天）", "from this day on (default today)"),
	To:          M("到这天止（含，默认 90 天以后）", "up to and including this day (default 90 days later)"),

	OnlyOne: M("{a} 和 {b} 不能一起用。去掉一个。", "{a} and {b} do not go together: leave one out."),
	NoNumber: M("没有 {n} 号预约。不带 --appointment 导出一次，每场的编号写在说明里。",
		"there is no appointment {n}. Export once without --appointment: each one's number stands in its notes."),
	NotTimed: M("{n} 号是{kind}，没有约定时间，不能放进日历。换一个预约的编号。",
		"number {n} is a {kind} without an appointed time and has no place in a calendar. Give the number of an appointment."),
	NoRoom:         M("没有调解室 “{name}”。本中心有：{rooms}。", "there is no room “{name}”. The hall has: {rooms}."),
	NoMediator:     M("名册里没有 “{name}”。要写全名或编号，名册里有：{names}。", "“{name}” is not on the roster. Write the full name, or a number. The roster has: {names}."),
	NoMediatorNear: M("名册里没有 “{name}”。是不是 {names}？", "“{name}” is not on the roster. Did you mean {names}?"),
	NoRoster: M("名册里没有 “{name}”，名册还是空的。先打开程序登记调解员。",
		"“{name}” is not on the roster, which is still empty. Open the program and enter the mediators first."),
	SameName: M("有 {count} 位调解员叫 “{name}”：{who}。写编号，如 --mediator {n}。",
		"{count} mediators are called “{name}”: {who}. Give the number, as --mediator {n}."),
	SameNameVillage: M("有 {count} 位调解员叫 “{name}”：{who}。写明村名，如 --mediator \"{example}\"，或写编号，如 --mediator {n}。",
		"{count} mediators are called “{name}”: {who}. Add the village, as --mediator \"{example}\", or give the number, as --mediator {n}."),
	SameNameRow: M("{n} {name}（{village}）", "{n} {name} ({village})"),
	ToPast:      M("--to 在今天之前，要同时用 --from 写明从哪天起。", "--to lies before today: say with --from from which day on."),
	TooLong:     M("一次最多导出 {days} 天。把 --from 和 --to 写近一些。", "at most {days:day|days} can be exported at once: bring --from and --to nearer together."),

	Empty:   M("{from} 到 {to} 没有预约，导出的日历是空的。", "there are no appointments from {from} to {to}; the calendar is empty."),
	EmptyOf: M("{name} 在 {from} 到 {to} 没有预约，导出的日历是空的。", "{name} has no appointments from {from} to {to}; the calendar is empty."),
	Named:   M("{hall} {name}", "{hall} {name}"),
}

// Sides is who meets whom, as 章雪琴—章阿根; the other side may not be known yet.
func Sides(r hall.VisitRow) Message {
	who := Who(r.Who, r.Others)
	switch {
	case r.Hidden:
		return Confidential
	case r.Against == "":
		return who
	case r.Who == "":
		return Raw(r.Against)
	}
	return Paper.Sides.With("who", who).With("against", r.Against)
}

// Words stand one after the other, with a blank between; what says nothing is left out.
func Words(parts ...Message) Message {
	return Joined(parts, " ")
}
