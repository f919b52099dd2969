package task

import "sizhen/views/text"

var (
	late           = text.M("逾期  {task}", "overdue  {task}")
	correctedLabel = text.M("更正", "Corrected")
	which          = text.M("后续任务", "Tasks")
	oneTask        = text.M("任务", "Task")
	taskHelp       = text.M("要做的事，各班会看到；没有就空着", "stands on the boards until done; empty: none")
	taskWho        = text.M("谁去做", "By whom")
	taskDue        = text.M("哪天前做完", "By when")
	resultLabel    = text.M("办得怎样", "What came of it")
	whyLabel       = text.M("为什么", "Why")

	doAdd     = text.M("再加一项任务", "Add a task")
	doDone    = text.M("办完了", "Record as done")
	doCorrect = text.M("更正（做什么、谁去做、哪天前）", "Correct what, by whom or by when")
	doDrop    = text.M("收回，不用办了", "Take the task back")
	doOpen    = text.M("还没有办完，再办", "Open it again (not done yet)")

	doneTitle = text.M("办完：{what}", "Record as done: {what}")
	fixTitle  = text.M("更正任务", "Correct the task")
	fixRule   = text.M("原来写的会留着，和更正一起看得到", "What was written stays and can be read beside the correction")
	dropTitle = text.M("收回：{what}", "Take back: {what}")
	openTitle = text.M("再办：{what}", "Open again: {what}")

	added     = text.M("已加任务：{what}", "Added: {what}")
	saved     = text.M("已登记办完：{what}", "Recorded as done: {what}")
	corrected = text.M("任务已更正：{what}", "Corrected: {what}")
	dropped   = text.M("已收回：{what}", "Taken back: {what}")
	opened    = text.M("已改回还要办：{what}", "Open again: {what}")
)
