package attendance

import "sizhen/views/text"

var (
	title    = text.M("值班考勤", "Attendance")
	titleOf  = text.M("值班考勤 · {month}", "Attendance · {month}")
	daysOf   = text.M("值班考勤 · {name} {month}", "Attendance · {name}, {month}")
	empty    = text.M("这个月没有排班，也没有人签到。PgUp 看前一月", "No shift and no sign-in in this month. PgUp shows the month before")
	noDays   = text.M("这个月没有班，也没有来过", "No shift and no sign-in in this month")
	openDays = text.M("看每天", "days")
	openOne  = text.M("看签到记录", "sign-in record")
	hint     = text.M("Enter 看这个人每天的；Ctrl-E 导出，也能打印成要签名的月表", "Enter: each day of this person; Ctrl-E: a file, or the sheet to sign")
	hintDays = text.M("Enter 看签到记录，可以更正；没签到的可以补", "Enter shows the sign-in to correct it, or writes down a missing one")
	noSignIn = text.M("没有签到", "nobody signed in")

	dayHead   = text.M("日期", "Day")
	shiftHead = text.M("班", "Shift")
	keptHead  = text.M("到岗", "Kept")
	timesHead = text.M("签到、签退", "In, out")
	moreHead  = text.M("说明", "Remark")

	noShift   = text.M("没排班", "no shift")
	onLeave   = text.M("请假", "on leave")
	left      = text.M("已停用或离任", "off or left")
	notOut    = text.M("没有签退", "did not sign out")
	gave      = text.M("换给 {with}", "given to {with}")
	took      = text.M("从 {with} 换来", "swapped with {with}")
	stoodFor  = text.M("替 {with}", "for {with}")
	corrected = text.M("更正过", "corrected")
	span      = text.M("{in}–{out}", "{in}–{out}")
)
