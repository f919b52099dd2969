package due

import "sizhen/views/text"

var (
	title       = text.M("到期事项", "What is due")
	count       = text.M("{n} 项", "{n:item|items}")
	empty       = text.M("没有要办的：您手上没有到期或快到期的事", "Nothing is due on what you have in hand")
	none        = text.M("这里没有。按 Tab 看别的", "None here. Tab shows the others")
	hint        = text.M("按 Enter 打开要办的；红的已经逾期，从最久的排起", "Enter opens what is to be done; red is overdue, the longest first")
	byDays      = text.M("几天内", "By days")
	overdueName = text.M("逾期的", "overdue")
	within      = text.M("{days}内", "within {days}")
	leftWord    = text.M("还有", "Left")
	kindWord    = text.M("事项", "What")
	whoWord     = text.M("谁、什么事", "Who, about what")
	openWord    = text.M("打开", "open")
	numberWord  = text.M("案号", "Number")
	byWord      = text.M("谁办", "Who has it")
	dayWord     = text.M("期限", "Due")
)
