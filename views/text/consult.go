package text

// Consult is what the screens of the consultations, of their case and of the calendar have in common.
var Consult = struct {
	Actions, Case, OpenCase, Parties, Day, Time, Room, Why, Cancelled, Line, Opinion, ByDay Message
}{
	Actions:   M("办理", "actions"),
	Case:      M("案件", "Case"),
	OpenCase:  M("看案件", "Open the case"),
	Parties:   M("当事人", "Parties"),
	Day:       M("日期", "Day"),
	Time:      M("时间", "Time"),
	Room:      M("地点", "Room"),
	Why:       M("原因", "Reason"),
	Cancelled: M("取消原因", "Cancelled"),
	Line:      M("解决思路", "Agreed line"),
	Opinion:   M("处理意见", "To be done"),
	ByDay:     M("{who}，{day} 前", "{who}, by {day}"),
}
