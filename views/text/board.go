package text

import (
	"fmt"

	"sizhen/store/hall"
)

// Board is the screen of F2.
var Board = struct {
	Title, Queue, QueueNone, Rooms, Empty, Duty, DutyNone, Drafts, DraftsNone, Slots, SlotsNone, Due, DueNone, Recent,
	RecentNone Message
	More, Urgent, Draft, DraftBy, Since, Open, Move, NextCall, NextFree, NextVisitor, NextDraft, NextFirst, NextStaff, NextDue, Called, UrgentMark, Begin,
	BeginIntake, BeginStaff, Late, Soon, Today, QueueEmpty, Older, Handed, Visit, VisitToday, Swap Message
}{
	Title:       M("今日", "today"),
	Queue:       M("候诊  {n} 人，最久 {t}", "Waiting  {n}, longest {t}"),
	QueueNone:   M("没有人候诊。有人来按 F3 登记", "Nobody waits. F3 registers a visitor"),
	Rooms:       M("正在调解", "In the rooms"),
	Empty:       M("空着", "empty"),
	Duty:        M("值班", "On duty"),
	DutyNone:    M("今天还没有人签到，按 F9 签到", "Nobody has signed in today: F9"),
	Drafts:      M("未完成", "Unfinished"),
	DraftsNone:  M("没有没写完的", "Nothing left half written"),
	Slots:       M("排期  今天 {n} 场", "Booked  {n} today"),
	SlotsNone:   M("今天没有预约", "No appointments today"),
	Due:         M("到期与逾期", "Due and overdue"),
	DueNone:     M("这几天没有到期的", "Nothing falls due these days"),
	Recent:      M("最近", "Latest"),
	RecentNone:  M("今天还没有记录", "Nothing yet"),
	More:        M("还有 {n} 条", "{n} more"),
	Urgent:      M("急", "!"),
	Draft:       M("{kind} {title}（{by} {at}）", "{kind} {title} ({by} {at})"),
	DraftBy:     M("{kind} {title}（{by}）", "{kind} {title} ({by})"),
	Since:       M("{at} 起", "since {at}"),
	Open:        M("打开", "open"),
	Move:        M("选择", "move"),
	NextCall:    M("下一步：按 F4 叫 {no} 号 {who}{urgent}，{room}空着", "Next: F4 calls number {no}, {who}{urgent}; {room} is free"),
	NextFree:    M("下一步：{n} 人在等，房间都在用；结束一场后按 F4 叫号", "Next: {n} wait and all rooms are in use; F4 once one is free"),
	NextVisitor: M("下一步：有人来，按 F3 登记", "Next: when somebody comes, F3 registers them"),
	NextDraft:   M("下一步：还有没写完的登记，选中按 Enter 接着写", "Next: a form lies unfinished; select it and press Enter"),
	NextDue:     M("下一步：有逾期的，选中按 Enter 处理", "Next: something is overdue; select it and press Enter"),
	NextFirst:   M("下一步：有人来，按 F3 登记；添加同事按 Ctrl-P，选“人员账号”", "Next: F3 registers whoever comes; Ctrl-P, accounts, adds colleagues"),
	NextStaff:   M("您管账号和设置：按 Ctrl-P，选“人员账号”或“本中心设置”", "You look after accounts and settings: Ctrl-P finds both"),
	UrgentMark:  M("（急）", " (urgent)"),
	Begin:       M("从这里开始", "Begin here"),
	BeginIntake: M("登记来访的人（F3）", "Register whoever comes (F3)"),
	BeginStaff:  M("添加同事的账号（Ctrl-P 人员账号）", "Add colleagues' accounts (Ctrl-P)"),
	Late:        M("逾期{n}天", "late {n} d"),
	Soon:        M("{n} 天", "{n} d"),
	Today:       M("今天", "today"),
	QueueEmpty:  M("候诊", "Waiting"),
	Called:      M("已叫", "called"),
	Handed:      M("等人接 {n} 件（{names}）", "{n} to accept ({names})"),
	Visit:       M("县下沉 {day}", "county team: {day}"),
	VisitToday:  M("县下沉 今天", "county team: today"),
	Swap:        M("请您换班：{who} {day}", "{who} asks you to swap {day}"),
	Older:       M("{m}-{d} {week}", "{week} {d} {m}"),
}

// OlderDay is a day in as few cells as its weekday leaves: 11-23 周一.
func OlderDay(d hall.Day) Message {
	_, m, n := d.Date()
	return Board.Older.With("m", month(m)).With("d", fmt.Sprintf("%02d", n)).With("week", Weekday(d.Weekday()))
}
