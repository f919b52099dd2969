package text

// Appointments is the screen of F5.
var Appointments = struct {
	Title, Arrived, None, When, Who, Room, Mediator, State, Menu, Arrive, NoShow, Cancel, OpenCase, CancelTitle, Reason, Week, Jump, JumpTitle, JumpHelp,
	Came, Missed, Cancelled, NotYet, Past, Already, Hint, HintNone, NoCase, Today, Day, Gone Message
}{
	Title:       M("预约问诊", "appointments"),
	Arrived:     M("已到", "arrived"),
	None:        M("{from} 起两周没有预约。在受理登记（F3）里选去向“预约”", "No appointments for two weeks from {from}. Intake (F3) books one"),
	When:        M("时间", "When"),
	Who:         M("当事人", "Who"),
	Room:        M("地点", "Where"),
	Mediator:    M("调解员", "Mediator"),
	State:       M("状态", "State"),
	Menu:        M("预约 {who}", "Appointment: {who}"),
	Arrive:      M("到了，排到候诊前面", "Arrived: to the front of the queue"),
	NoShow:      M("没有来（爽约）", "Did not come"),
	Cancel:      M("取消，写明原因", "Cancel, with a reason"),
	OpenCase:    M("打开案件", "Open the case"),
	CancelTitle: M("取消预约", "Cancel the appointment"),
	Reason:      M("原因", "Reason"),
	Week:        M("前后一周", "a week on or back"),
	Jump:        M("跳到日期", "go to a date"),
	JumpTitle:   M("跳到哪一天", "Go to which day"),
	JumpHelp:    M("如 11-30、+3、下周三、2026-12-01", "as 11-30, +3, 2026-12-01"),
	Came:        M("{who} 排在 {no} 号，前面 {n} 人", "{who} has number {no}, {n} ahead"),
	Missed:      M("记下了：{who} 没有来", "Recorded: {who} did not come"),
	Cancelled:   M("已取消 {who} 的预约", "The appointment of {who} is cancelled"),
	NotYet:      M("还没到时间", "the time has not come yet"),
	Past:        M("不是今天的预约", "not today's"),
	Already:     M("已经是“{state}”", "it is “{state}” already"),
	Hint:        M("选中按 Enter：到了、没来、取消、打开案件", "Enter on a row: arrived, did not come, cancel, open the case"),
	HintNone:    M("要预约，按 F3 登记，去向选“预约”", "To book, register with F3 and choose appointment"),
	NoCase:      M("还没有立案", "there is no case yet"),
	Day:         M("日期", "Day"),
	Gone:        M("{who} 的预约：{state}", "The appointment of {who}: {state}"),
	Today:       M("今天", "today"),
}
