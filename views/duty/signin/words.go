package signin

import "sizhen/views/text"

var (
	title = text.M("签到记录 · {name} {day}", "Sign-in · {name}, {day}")
	empty = text.M("签到记录", "Sign-in")
	hint  = text.M("Enter：更正、补签退；Esc 返回", "Enter: correct it, add a missing sign-out; Esc goes back")

	inLabel        = text.M("签到", "In")
	outLabel       = text.M("签退", "Out")
	lateLabel      = text.M("考勤", "Attendance")
	shiftLabel     = text.M("对应的班", "Shift")
	byLabel        = text.M("代签", "By another")
	noteLabel      = text.M("交接说明", "Handover note")
	correctedLabel = text.M("更正", "Corrected")
	logHead        = text.M("值班日志", "Log")
	notYet         = text.M("还在岗", "on duty still")
	unplanned      = text.M("没排班，来了", "came without a shift")
	inTime         = text.M("按时", "on time")
	byWhom         = text.M("{by}：{why}", "{by}: {why}")
	nobodyOn       = text.M("没有人", "nobody")

	doCorrect = text.M("更正签到、签退", "Correct the times or the shift")
	doOut     = text.M("补签退", "Add the missing sign-out")

	correctTitle = text.M("更正签到：{name} {day}", "Correct the sign-in: {name}, {day}")
	correctRule  = text.M("原来写的会留着，和更正一起看得到", "What was written stays, and is read with the correction")
	whyLabel     = text.M("为什么更正", "Why")
	noShift      = text.M("没排班", "none")
	corrected    = text.M("已更正：{name}", "Corrected: {name}")
	outTitle     = text.M("补签退：{name} {day}", "Missing sign-out: {name}, {day}")
	outWhen      = text.M("几点走的", "Went at")
	outWhy       = text.M("为什么没签退", "Why it is missing")
	lateTitle    = text.M("补签到  {name} {day}", "Missing sign-in  {name}, {day}")
	lateRule     = text.M("按实际的时间写；考勤里写明是谁补的、为什么", "Write the real times; the attendance says who entered them later, and why")
	lateWhen     = text.M("几点来的", "Came at")
	lateWhy      = text.M("为什么没签到", "Why it is missing")
	lateDone     = text.M("已补签到：{name}", "The sign-in of {name} is written down")
	outDone      = text.M("已补签退：{name}", "The sign-out of {name} is recorded")
)
