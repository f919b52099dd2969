package text

import "sizhen/store/hall"

// CaseFile is the screen of one case.
var CaseFile = struct {
	Title, NoNumber, Overview, Parties, Consultations, Agreement, Journal, Do, Scroll, Relapse,
	TabKeys Message
	Accepted, Deadline, DeadlineLeft, Facts, Requests, Amount, Source, Difficulty, Risk, Police, PoliceTold, Mediators, Chair, Left, Registered, Closed, Reason,
	Referral, RelapseOf, Measures, Secret, To, ConfirmPast Message
	Masked, Denied, Representative, Guardian, Proxy, NoAgreement, NoJournal, Present, Statements, Checked, Outcome, Late, Result,
	RightsTold Message
	Written, Oral, Made, Terms, Manner, Place, PerformBy, Capital, PartiesSigned, MediatorSigned, Sealed, NotYet, Effective, EffectiveOral, EffectiveWritten,
	EffectiveNot, Copies, CopiesN, ConfirmBy, ConfirmDone, Performed, Note, OnSpot Message
	MenuTitle, Done, Numbered, Yes, No, Day, DayHelp, When, WhenHelp, Court, Both, BothHelp, OtherWays, ConfirmAccept, AcceptBody, ConfirmResume, ResumeBody,
	ConfirmFile, FileBody, Sure, NotNow Message
	PickMediator, PickLeaving, PickNew, Override, OverrideWhy, Leaving, Form, FormHint, Kept, Submit, OralHelp, WhyOral, Wants, WantsHelp, SignHelp,
	StatusWarning, OwnerWarning, Type, Subject, Changed, Officer Message
	EndTitle, EndBody, NotTold, Hint, HintBlocked, HintFiled, Reading, DoneSpot, DoneMissing, DoneInForce, ToChair, Resumed, RightsHelp, RuleEnd, RuleRefuse,
	RulePolice, NewLimit, RuleSession, RuleLate, RuleAgree, RuleSign, RuleConfirm, RuleAmend, RuleCorrect, OralFine Message
}{
	Title:            M("案件 {no}", "Case {no}"),
	NoNumber:         M("未编号", "no number"),
	Overview:         M("概况", "Overview"),
	Parties:          M("当事人", "Parties"),
	Consultations:    M("四诊", "Consultations"),
	Agreement:        M("协议", "Agreement"),
	Journal:          M("经过", "Journal"),
	Do:               M("办理", "do"),
	Scroll:           M("翻看", "scroll"),
	Relapse:          M("复发：另登一件", "relapse: new case"),
	TabKeys:          M("换页", "tabs"),
	Accepted:         M("受理", "Accepted"),
	Deadline:         M("期限", "Limit"),
	DeadlineLeft:     M("期限 {day}，{left}", "limit {day}, {left}"),
	Facts:            M("简要情况", "Facts"),
	Requests:         M("诉求", "Requests"),
	Amount:           M("涉及金额", "Amount"),
	Source:           M("来源", "Source"),
	Difficulty:       M("难易", "Difficulty"),
	Risk:             M("危险", "Risk"),
	Police:           M("报告公安", "Police"),
	PoliceTold:       M("{at} 报告 {who}（{by}）", "{at} told {who} ({by})"),
	Mediators:        M("调解员", "Mediators"),
	Chair:            M("主持", "chair"),
	Left:             M("已回避", "stood aside"),
	Registered:       M("登记", "Registered"),
	Closed:           M("结束", "Closed"),
	Reason:           M("理由", "Reason"),
	Referral:         M("告知途径", "Told of"),
	RelapseOf:        M("复发自", "Relapse of"),
	Measures:         M("防范措施", "Measures"),
	Secret:           M("不公开", "Confidential"),
	To:               M("转给", "To"),
	Masked:           M("您不承办这件案件，证件号、电话和住址已隐去", "You do not work on this case: numbers and addresses are hidden"),
	Denied:           M("这件案件不公开。只有承办调解员和中心主任能看；需要时请找他们。", "This case is confidential: only its mediators and the head may open it. Ask one of them."),
	Representative:   M("代表", "representative"),
	Guardian:         M("监护人", "guardian"),
	Proxy:            M("代理人", "proxy"),
	NoAgreement:      M("还没有协议。记录调解成功之后，按 Enter 选“达成协议”。", "No agreement yet. After a session with the result “settled”, Enter and make one."),
	NoJournal:        M("还没有记录", "nothing yet"),
	Present:          M("在场", "Present"),
	Statements:       M("各方陈述", "Statements"),
	Checked:          M("查明", "Facts checked"),
	Outcome:          M("结果内容", "Outcome"),
	Late:             M("（结案后补记）", "(added after closing)"),
	Result:           M("结果", "Result"),
	RightsTold:       M("告知权利", "Rights told"),
	Written:          M("书面", "written"),
	Oral:             M("口头", "oral"),
	Made:             M("达成", "Reached"),
	Terms:            M("协议内容", "Terms"),
	Manner:           M("履行方式", "Manner"),
	Place:            M("地点", "Place"),
	PerformBy:        M("履行期限", "Perform by"),
	Capital:          M("人民币{s}", "in capitals {s}"),
	PartiesSigned:    M("当事人签名", "Parties signed"),
	MediatorSigned:   M("调解员签名", "Mediator signed"),
	Sealed:           M("盖章", "Sealed"),
	NotYet:           M("还没有", "not yet"),
	Effective:        M("生效", "In force"),
	EffectiveOral:    M("{day}（口头协议，达成之日起）", "{day} (oral: from the day it was reached)"),
	EffectiveWritten: M("{day}（签名、盖章最后一项之日起）", "{day} (from the last of signatures and seal)"),
	EffectiveNot:     M("未生效，签名盖章齐了才生效", "not in force until all have signed and sealed"),
	Copies:           M("份数", "Copies"),
	CopiesN:          M("{n} 份（当事人各一份，调委会一份）", "{n} (one for each party, one for the committee)"),
	ConfirmBy:        M("司法确认", "Court confirm"),
	ConfirmPast:      M("30 天已过（{day}）", "the 30 days ended on {day}"),
	ConfirmDone:      M("{day} 已申请", "applied for on {day}"),
	Performed:        M("已履行", "Performed"),
	Note:             M("备注", "Note"),
	OnSpot:           M("当场履行", "On the spot"),
	MenuTitle:        M("办理", "What to do"),
	Done:             M("已{what}", "Done: {what}"),
	Numbered:         M("已受理，编号 {no}", "Accepted as {no}"),
	Yes:              M("是", "yes"),
	No:               M("否", "no"),
	Day:              M("日期", "Day"),
	DayHelp:          M("如 今天、11-24、-3", "as today, 11-24, -3"),
	When:             M("时间", "When"),
	WhenHelp:         M("如 9:30、昨天 14:00", "as 9:30 or 11-23 14:00"),
	Court:            M("法院", "Court"),
	Both:             M("双方都要求", "Both ask"),
	BothHelp:         M("要双方共同提出", "both parties must ask together"),
	OtherWays:        M("可以依法申请仲裁、请求行政处理，或者向人民法院起诉", "arbitration, the administrative bodies, or the People's Court"),
	ConfirmAccept:    M("受理", "Accept"),
	AcceptBody: M("受理后给出编号，号用过不再用；期限到 {day}（司法部令第 75 号第 33 条）。",
		"It is given a number that is never used again; the time limit is {day} (order 75 art. 33)."),
	ConfirmResume: M("恢复调解", "Resume"),
	ResumeBody:    M("中止的天数不计入期限。", "The days of the pause are not counted."),
	ConfirmFile:   M("归档", "File the dossier"),
	FileBody:      M("归档后还能补记，原记录不改。", "Later notes can still be added; records stay as they are."),
	Sure:          M("是", "yes"),
	NotNow:        M("先不", "not now"),
	PickMediator:  M("指派谁", "Assign whom"),
	PickLeaving:   M("谁回避", "Who stands aside"),
	PickNew:       M("换成谁", "Replaced by whom"),
	Override:      M("{name} 可能要回避：{why}（{party}）", "{name} may have to stand aside: {why} ({party})"),
	OverrideWhy:   M("仍要选的理由", "Why all the same"),
	Leaving:       M("回避的理由", "Why"),
	Form:          M("{what}  {no}", "{what}  {no}"),
	FormHint:      M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside"),
	Kept:          M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"),
	Submit:        M("完成", "finish"),
	OralHelp:      M("不当场履行、金额大或疑难的，应当书面", "should be written unless performed on the spot"),
	WhyOral:       M("为什么口头", "Why oral"),
	Wants:         M("要司法确认", "Wants confirmation"),
	WantsHelp:     M("生效后 30 天内双方共同向法院申请", "both apply to the court within 30 days"),
	SignHelp:      M("纸上签名、盖章的日期；没有签的空着", "the days on the paper; leave empty what is missing"),
	StatusWarning: M("注意：离婚、收养等身份关系，法院不受理司法确认", "Note: personal status (divorce, adoption) is not confirmed"),
	OwnerWarning:  M("注意：确认不动产等权属的，法院不受理司法确认", "Note: ownership of land or houses is not confirmed"),
	Type:          M("类型", "Type"),
	Subject:       M("事由", "Subject"),
	Changed:       M("{what}：{a} → {b}", "{what}: {a} → {b}"),
	Officer:       M("接报的人", "Told to"),
	Hint:          M("下一步：按 Enter，{what}（光标停在这一项）", "Next: Enter, {what} (the cursor stands on it)"),
	HintBlocked:   M("下一步：{what}。{why}", "Next: {what}. {why}"),
	HintFiled:     M("已归档。又闹起来的，按 Ctrl-R 登记为复发", "Filed. If it comes back, Ctrl-R registers a relapse"),
	Reading:       M("正在读取，请稍等", "being read, wait a moment"),
	EndTitle:      M("{what}？", "{what}?"),
	EndBody:       M("案件就此结束，这一步不能取消。理由：", "The case ends with this; it cannot be taken back. Reason:"),
	DoneSpot:      M("协议已记下，当场履行，案件已办结", "The agreement is recorded, performed on the spot; the case is closed"),
	DoneMissing:   M("已登记；还没有生效，缺：{what}", "Recorded; not in force yet, missing: {what}"),
	DoneInForce:   M("已登记，协议 {day} 起生效", "Recorded; the agreement is in force from {day}"),
	ToChair:       M("由他主持", "To chair"),
	Resumed:       M("接着上次没写完的（{by} {at}）", "Going on with what {by} began ({at})"),
	RightsHelp:    M("告知了才选“是”（人民调解法第 23 条）", "yes only if they were told (Mediation Law art. 23)"),
	RuleEnd:       M("告知其他途径：人民调解法第 26 条", "The other ways are told: Mediation Law art. 26"),
	RuleRefuse:    M("说明理由，告知去处：司法部令第 75 号第 22 条", "Give the reason and where to go: order 75 art. 22"),
	RulePolice:    M("要马上报告公安机关：人民调解法第 25 条", "To the police at once: Mediation Law art. 25"),
	NotTold: M("已记录。没有记“已告知权利义务”：请补告知，再记一次（人民调解法第 23 条）",
		"Recorded. It does not say that the rights were told: tell them, and record it (Mediation Law art. 23)"),
	NewLimit:    M("期限将延到 {day}", "the time limit will be {day}"),
	RuleSession: M("先告知双方权利义务，再记各方怎么说、查明什么、结果如何。", "Tell both their rights and duties first; then what each said, what was found, how it ended."),
	RuleLate:    M("案件已是“{state}”，这份记录会标明是事后补记。", "The case is “{state}”: this record will be marked as added afterwards."),
	RuleAgree: M("谈妥的每一条都写进去。口头的自达成之日起生效；书面的签字、盖章齐全之日起生效。",
		"Write down every point agreed. Oral: in force from that day; written: once signed and sealed."),
	RuleSign:    M("还缺：{what}；齐了才生效", "missing: {what}; in force once all are there"),
	RuleConfirm: M("双方共同申请，最后一天 {day}（{left}）", "both apply together, by {day} ({left})"),
	RuleAmend:   M("改前改后都记在“经过”里。", "Old and new words stay in the journal."),
	RuleCorrect: M("已有协议或已结案：算更正，要写理由；改前改后都记在“经过”里。",
		"There is an agreement, or the case is closed: a correction, which needs a reason; old and new stay in the journal."),
	OralFine: M("口头即可", "oral will do"),
}

// WhyNot is why a step cannot be taken now, so short that it stands behind the step's name
// in a menu: what must come first.
func WhyNot(a hall.Action, err *hall.Error) Message {
	if err == nil {
		return Message{}
	}
	switch err.Code {
	case hall.ErrNoMediator:
		return M("先指派调解员", "assign a mediator first")
	case hall.ErrNoSettled:
		return M("先要有调解成功的记录", "first a session that settled it")
	case hall.ErrNoAgreement, hall.ErrNotInForce:
		return M("先要有生效的协议", "first an agreement in force")
	case hall.ErrApplied:
		return M("已经申请过了", "it was applied for already")
	case hall.ErrState:
		if err.Args["state"] == hall.Paused && a == hall.ActSession {
			return M("中止了，先恢复", "paused: resume it first")
		}
		if m := behind(a, err.Args["state"]); !m.IsZero() {
			return m
		}
		if m, ok := comesFirst[a]; ok {
			return m
		}
	}
	return Short(err)
}

// behind says of the steps up to a kept agreement that they lie behind the case already.
func behind(a hall.Action, state any) Message {
	done := map[hall.Action]Message{
		hall.ActAgree:   M("已有协议", "there is an agreement"),
		hall.ActFail:    M("已有协议", "there is an agreement"),
		hall.ActSign:    M("签名、盖章已齐", "signed and sealed"),
		hall.ActPerform: M("已经履行", "performed already"),
	}
	switch state {
	case hall.Agreed:
		if a == hall.ActAgree || a == hall.ActFail {
			return done[a]
		}
	case hall.Performing:
		if a != hall.ActPerform {
			return done[a]
		}
	case hall.Performed:
		return done[a]
	case hall.Refused, hall.Failed, hall.Terminated, hall.Withdrawn, hall.Transferred, hall.Filed:
		if a == hall.ActFile && state == hall.Filed {
			return M("已经归档", "filed already")
		}
		if !done[a].IsZero() {
			return M("案件已经结束", "the case is closed")
		}
	}
	return Message{}
}

// comesFirst is what must have happened before a step that the case's state does not allow.
var comesFirst = map[hall.Action]Message{
	hall.ActAccept:     M("已经办过", "done already"),
	hall.ActRefuse:     M("已经受理或结束", "accepted or closed already"),
	hall.ActAssign:     M("案件已经结束", "the case is closed"),
	hall.ActStandAside: M("受理后、结束前才能换", "between acceptance and the end"),
	hall.ActSession:    M("先受理", "accept it first"),
	hall.ActPause:      M("受理后才能中止", "once accepted"),
	hall.ActResume:     M("没有中止", "it is not paused"),
	hall.ActExtend:     M("受理后、调解中才能延长", "while it is being mediated"),
	hall.ActAgree:      M("先要有调解成功的记录", "first a session that settled it"),
	hall.ActSign:       M("先要有书面协议", "first a written agreement"),
	hall.ActPerform:    M("先要有生效的协议", "first an agreement in force"),
	hall.ActConfirm:    M("先要有生效的协议", "first an agreement in force"),
	hall.ActFail:       M("先要有调解记录", "first a session"),
	hall.ActTerminate:  M("没有正在调解", "nothing is going on"),
	hall.ActWithdraw:   M("已达成协议或已结束", "agreed or closed already"),
	hall.ActTransfer:   M("已达成协议或已结束", "agreed or closed already"),
	hall.ActReopen:     M("结束后又闹起来才用", "only after it was settled"),
	hall.ActPolice:     M("案件已经结束", "the case is closed"),
	hall.ActFile:       M("结束后才能归档", "once it is closed"),
}
