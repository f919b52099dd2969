package record

import "sizhen/views/text"

var (
	hint           = text.M("Enter 看这个人，Esc 返回", "Enter shows the person, Esc goes back")
	nobody         = text.M("没有登记这个人", "nobody is on record here")
	state          = text.M("状态", "State")
	against        = text.M("对方", "Other side")
	registered     = text.M("登记的内容", "What was registered")
	mediatorsLabel = text.M("调解员", "Mediators")
	reasonLabel    = text.M("理由", "Reason")
	present        = text.M("在场", "Present")
	statements     = text.M("各方陈述", "Statements")
	checked        = text.M("查明", "Facts checked")
	outcome        = text.M("结果内容", "Outcome")
	lateNote       = text.M("（结案后补记）", "(added after closing)")
	result         = text.M("结果", "Result")
	whereAt        = text.M("地点", "Where")
	relapseAgain   = text.M("有无反复", "Relapse")
	findings       = text.M("了解的情况", "Findings")
	nextVisit      = text.M("下次回访", "Next visit")
	notice         = text.M("通知", "Notice")
	confirmedLabel = text.M("确认", "Confirmed")
	movedLabel     = text.M("改期", "Moved")
	confirmedBy    = text.M("{who} 说来", "by {who}")
	whenAt         = text.M("{day} {time}", "{day} {time}")
	movedTo        = text.M("{from} → {to}  {why}", "{from} → {to}  {why}")
)
