package attendance

import "sizhen/views/text"

var (
	title    = text.M("值班考勤", "Attendance")
	titleOf  = text.M("值班考勤 · {month}", "Attendance · {month}")
	daysOf   = text.M("值班考勤 · {name} {month}", "Attendance · {name}, {month}")
	empty    = text.M("这个月没有排班，也没有人签到。PgUp 看前一月", "No shift and no sign-in in this month. PgUp shows the month before")
	noDays   = text.M("这个月没有班，也没有来过", "No shift and no sign-in in this month")
	openDays = text.M("看日子", "days")
	openOne  = text.M("看签到记录", "sign-in record")
	hint     = text.M("Enter 看每个数是哪几天；Ctrl-E 导出，也能打印成要签名的月表", "Enter: the days behind a figure; Ctrl-E: a file, or the sheet to sign")
	hintDays = text.M("Enter 看签到记录，可以更正；没签到的可以补；Ctrl-E 导出", "Enter: the sign-in to correct, or one to write down; Ctrl-E: a file")
	noSignIn = text.M("没有签到", "nobody signed in")
	figureOf = text.M("{figure}  {n}", "{figure}  {n}")
	noneLeft = text.M("没有这样的日子", "no such days")
	none     = text.M("没有", "none")
)
