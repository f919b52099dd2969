package text

// Board is the screen of F2.
var Board = struct {
	Title, Queue, QueueNone, Rooms, Empty, Duty, DutyNone, Drafts, DraftsNone, Slots, SlotsNone, Due, DueNone, Recent, RecentNone            Message
	More, Urgent, Draft, Since, Open, Move, Block, NextCall, NextFree, NextVisitor, NextDraft, NextFirst, NextStaff, NextDue, Hidden, Called Message
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
	Since:       M("{at} 起", "since {at}"),
	Open:        M("打开", "open"),
	Move:        M("选择", "move"),
	Block:       M("换一块", "next part"),
	NextCall:    M("下一步：按 F4 叫 {no} 号 {who}，{room}空着", "Next: F4 calls number {no}, {who}; {room} is free"),
	NextFree:    M("下一步：{n} 人在等，房间都在用；结束一场后按 F4 叫号", "Next: {n} wait and all rooms are in use; F4 once one is free"),
	NextVisitor: M("下一步：有人来，按 F3 登记", "Next: when somebody comes, F3 registers them"),
	NextDraft:   M("下一步：还有没写完的登记，选中按 Enter 接着写", "Next: a form lies unfinished; select it and press Enter"),
	NextDue:     M("下一步：有逾期的案件，选中按 Enter 处理", "Next: a case is overdue; select it and press Enter"),
	Hidden:      M("不公开", "confidential"),
	Called:      M("已叫", "called"),
}
