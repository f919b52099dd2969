package text

// CaseVisits is the page of a case that lists what took place about it: the four diagnoses,
// and the tasks that follow from them.
var CaseVisits = struct {
	Visits, Tasks, TasksDone, None, Open, Read, Book, Joint, Follow, Course, Menu, NoRow, NoRecord, Hint, TaskDone   Message
	Where, Mediators, Line, Opinion, Result, Relapse, Findings, Next, Notices, Confirmed, Moved, ConfirmedBy, TaskBy Message
}{
	Visits:    M("四诊  {n} 次", "Consultations  {n}"),
	Tasks:     M("会诊后的任务  没办完 {n} 项", "Tasks after joint consultations  {n} open"),
	None:      M("还没有。按 Enter：约一次、提请会诊，或办理案件", "none yet; Enter books one, proposes a joint consultation, or goes on with the case"),
	TasksDone: M("办完的任务  {n} 项", "Tasks that are done  {n}"),
	Open:      M("打开：{what}", "Open: {what}"),
	Read:      M("看调解记录全文", "Read the record of the session"),
	Book:      M("约一次（预约问诊）", "Book an appointment"),
	Joint:     M("提请集中会诊", "Propose a joint consultation"),
	Follow:    M("安排一次回访", "Plan a follow-up"),
	Course:    M("办理案件：受理、记录、协议…", "The case: accept, record, agree …"),
	Menu:      M("四诊", "Consultations"),
	NoRow:     M("还没有会谈", "nothing took place yet"),
	NoRecord:  M("没有调解记录", "there is no record of a session"),
	Hint:      M("Enter 打开这一次，或约一次、提请会诊、安排回访；↑↓ 选择", "Enter opens it, books, proposes or plans; arrows choose"),
	TaskDone:  M("已办完", "done"),

	Where:       M("地点", "Where"),
	Mediators:   M("调解员", "Mediators"),
	Line:        M("解决思路", "Agreed line"),
	Opinion:     M("处理意见", "To be done"),
	Result:      M("结果", "Result"),
	Relapse:     M("有无反复", "Relapse"),
	Findings:    M("了解的情况", "Findings"),
	Next:        M("下次回访", "Next visit"),
	Notices:     M("通知", "Notice"),
	Confirmed:   M("确认", "Confirmed"),
	Moved:       M("改期", "Moved"),
	ConfirmedBy: M("{who} 说来", "by {who}"),
	TaskBy:      M("{who}，{day} 前", "{who}, by {day}"),
}
