package text

import "time"

var late = M("迟到 {t}", "late by {t}")

// LateBy says how late somebody signed in; no minutes say nothing.
func LateBy(minutes int) Message {
	if minutes == 0 {
		return Message{}
	}
	return late.With("t", Ago(time.Duration(minutes)*time.Minute))
}

var early = M("早退 {t}", "left {t} early")

// EarlyBy says how early somebody signed out; no minutes say nothing.
func EarlyBy(minutes int) Message {
	if minutes == 0 {
		return Message{}
	}
	return early.With("t", Ago(time.Duration(minutes)*time.Minute))
}

// AttendancePaper are the words of a month's attendance as it is printed and signed.
var AttendancePaper = struct{ Title, Span, Name, Planned, Came, Late, Early, Missed, Swapped, Stood, Entered, Extra, Signed, Times, Sign Message }{
	Title:   M("{hall} {month}值班考勤表", "{hall}: attendance, {month}"),
	Span:    M("{from} 至 {to} ", "{from} to {to}"),
	Name:    M("姓名", "Name"),
	Planned: M("排班", "Planned"),
	Came:    M("到岗", "Came"),
	Late:    M("迟到", "Late"),
	Early:   M("早退", "Left early"),
	Missed:  M("缺勤", "Missed"),
	Swapped: M("换出", "Swapped away"),
	Stood:   M("代班", "Stood in"),
	Entered: M("补签", "Entered late"),
	Extra:   M("没排班来", "Unplanned"),
	Signed:  M("本人签名", "Signature"),
	Times:   M("{n} 次，{t}", "{n:time|times}, {t}"),
	Sign:    M("制表（签名）：______________　　中心主任（签名）：______________　　日期：____________", "Made by: ______________  Head (signature): ______________  Date: ____________"),
}
