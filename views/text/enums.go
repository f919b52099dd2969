package text

import (
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// Unknown is said of a value this version of the program has no word for.
var Unknown = M("未知", "unknown")

// name looks a word up; what has none is Unknown rather than a number on the screen.
func name[K comparable](names map[K]Message, k K) Message {
	if m, ok := names[k]; ok {
		return m
	}
	return Unknown
}

// Names strings names together, with the comma each language puts between them.
func Names(names []string) Message {
	return Message{zh: strings.Join(names, "、"), en: strings.Join(names, ", ")}
}

// Clauses strings what could be sentences together, with a semicolon.
func Clauses(ms []Message) Message { return together(ms, "；", "; ") }

// List strings messages together, with the comma each language puts between them.
func List(ms ...Message) Message {
	return together(ms, "、", ", ")
}

// State is where a case stands.
func State(s hall.State) Message { return name(states, s) }

var states = map[hall.State]Message{
	hall.Registered:  M("已登记", "registered"),
	hall.Refused:     M("不予受理", "not accepted"),
	hall.Accepted:    M("已受理", "accepted"),
	hall.Mediating:   M("调解中", "in mediation"),
	hall.Paused:      M("中止", "paused"),
	hall.Agreed:      M("已达成协议", "agreed"),
	hall.Performing:  M("履行中", "being performed"),
	hall.Performed:   M("已履行", "performed"),
	hall.Failed:      M("调解不成", "not settled"),
	hall.Terminated:  M("终止", "terminated"),
	hall.Withdrawn:   M("撤回", "withdrawn"),
	hall.Transferred: M("已流转", "transferred"),
	hall.Filed:       M("已归档", "archived"),
	hall.Unperformed: M("未履行", "not performed"),
}

// Action is a step in the course of a case, as menus call it.
func Action(a hall.Action) Message { return name(actions, a) }

var actions = map[hall.Action]Message{
	hall.ActAccept:     M("受理", "Accept the case"),
	hall.ActRefuse:     M("不予受理", "Do not accept"),
	hall.ActAssign:     M("指派调解员", "Assign a mediator"),
	hall.ActStandAside: M("回避更换", "Replace who stands aside"),
	hall.ActSession:    M("记录调解", "Record a session"),
	hall.ActPause:      M("中止", "Pause mediation"),
	hall.ActResume:     M("恢复调解", "Resume mediation"),
	hall.ActExtend:     M("延长期限", "Extend the time limit"),
	hall.ActAgree:      M("达成协议", "Record the agreement"),
	hall.ActSign:       M("登记签字盖章", "Record signatures and seal"),
	hall.ActPerform:    M("登记履行", "Record performance"),
	hall.ActConfirm:    M("申请司法确认", "Apply for court confirmation"),
	hall.ActFail:       M("调解不成", "Record as not settled"),
	hall.ActTerminate:  M("终止调解", "Terminate mediation"),
	hall.ActWithdraw:   M("撤回申请", "Record a withdrawal"),
	hall.ActTransfer:   M("流转", "Transfer the case"),
	hall.ActReopen:     M("重开本案（复发）", "Reopen this case (relapse)"),
	hall.ActReport:     M("报告公安或有关机关", "Record a report"),
	hall.ActAmend:      M("补充或更正", "Complete or correct the record"),
	hall.ActFile:       M("归档", "Archive the case"),
	hall.ActMend:       M("更正协议", "Correct the agreement"),
	hall.ActChange:     M("变更协议", "Change the agreement"),
	hall.ActUrge:       M("督促履行", "Urge performance"),
	hall.ActCourt:      M("登记法院答复", "Record the court's answer"),
	hall.ActUnkept:     M("登记未履行", "Record that it was not performed"),
	hall.ActRescind:    M("解除协议", "Give the agreement up"),
	hall.ActCloseTalks: M("转为不公开调解", "Close the mediation to others"),
	hall.ActOpenTalks:  M("恢复公开调解", "Open the mediation again"),
	hall.ActUndoEnd:    M("撤回结案（记错了）", "Take the end back (a mistake)"),

	hall.ActTransferTaken:    M("流转：对方已接收", "Transfer: it was taken there"),
	hall.ActTransferReturned: M("流转：对方退回", "Transfer: it was returned"),
}

// Taken says that a step was taken, once it is kept.
func Taken(a hall.Action) Message { return name(taken, a) }

var taken = map[hall.Action]Message{
	hall.ActAccept:     M("已受理", "Case accepted"),
	hall.ActRefuse:     M("已登记为不予受理", "Recorded as not accepted"),
	hall.ActAssign:     M("已指派调解员", "Mediator assigned"),
	hall.ActStandAside: M("已更换回避的调解员", "Mediator replaced"),
	hall.ActSession:    M("已记录调解", "Session recorded"),
	hall.ActPause:      M("已中止", "Mediation paused"),
	hall.ActResume:     M("已恢复调解", "Mediation resumed"),
	hall.ActExtend:     M("已延长期限", "Time limit extended"),
	hall.ActAgree:      M("已记下协议", "Agreement recorded"),
	hall.ActSign:       M("已登记签字盖章", "Signatures and seal recorded"),
	hall.ActPerform:    M("已登记履行", "Performance recorded"),
	hall.ActConfirm:    M("已登记申请司法确认", "Application for confirmation recorded"),
	hall.ActFail:       M("已登记为调解不成", "Recorded as not settled"),
	hall.ActTerminate:  M("已终止调解", "Mediation terminated"),
	hall.ActWithdraw:   M("已登记撤回申请", "Withdrawal recorded"),
	hall.ActTransfer:   M("已流转", "Case transferred"),
	hall.ActReopen:     M("已重开本案", "Case reopened"),
	hall.ActReport:     M("已登记报告", "Report recorded"),
	hall.ActAmend:      M("已补充或更正", "Record corrected"),
	hall.ActFile:       M("已归档", "Case archived"),
	hall.ActMend:       M("已更正协议", "Agreement corrected"),
	hall.ActChange:     M("已登记变更的协议", "Changed agreement recorded"),
	hall.ActUrge:       M("已登记督促", "Urging recorded"),
	hall.ActCourt:      M("已登记法院答复", "Court's answer recorded"),
	hall.ActUnkept:     M("已登记未履行", "Recorded as not performed"),
	hall.ActRescind:    M("已登记解除协议", "Rescission recorded"),
	hall.ActCloseTalks: M("已转为不公开调解", "Mediation was closed"),
	hall.ActOpenTalks:  M("已恢复公开调解", "Mediation is open again: recorded"),
	hall.ActUndoEnd:    M("已撤回结案，案件照旧；取消了的预约要另外撤回", "The end was cancelled"),

	hall.ActTransferTaken:    M("已登记对方接收", "Taking there recorded"),
	hall.ActTransferReturned: M("已登记退回，案件接着办", "Case taken back, to be continued"),
}

// Kind is one of the four diagnoses.
func Kind(k hall.Kind) Message { return name(kinds, k) }

var kinds = map[hall.Kind]Message{
	hall.WalkIn:      M("坐堂门诊", "walk-in"),
	hall.Appointment: M("预约问诊", "appointment"),
	hall.Joint:       M("集中会诊", "joint consultation"),
	hall.FollowUp:    M("定期回诊", "follow-up"),
}

// ConsultState is where a consultation stands. An appointment that waits is 已约: see Booked.
func ConsultState(s hall.ConsultState) Message { return name(consultStates, s) }

var consultStates = map[hall.ConsultState]Message{
	hall.Waiting:    M("候诊", "waiting"),
	hall.Called:     M("已叫号", "called"),
	hall.Started:    M("进行中", "in progress"),
	hall.Ended:      M("已结束", "ended"),
	hall.SkippedOut: M("过号", "skipped"),
	hall.GoneAway:   M("已离开", "left"),
	hall.NoShow:     M("爽约", "did not come"),
	hall.Proposed:   M("已提请", "proposed"),
}

// Booked is where an appointment stands: the words differ from a walk-in's where the
// person is not yet, or will not be, in the hall.
func Booked(s hall.ConsultState) Message {
	if m, ok := plannedState[hall.Appointment][s]; ok {
		return m
	}
	return ConsultState(s)
}

// Result is how a session ended.
func Result(r hall.SessionResult) Message { return name(results, r) }

var results = map[hall.SessionResult]Message{
	hall.ResultContinue: M("继续调解", "goes on"),
	hall.ResultSettled:  M("调解成功", "settled"),
	hall.ResultFailed:   M("调解不成", "not settled"),
}

// Outcome is where an intake, or a walk-in, leads.
func Outcome(o hall.Outcome) Message { return name(outcomes, o) }

var outcomes = map[hall.Outcome]Message{
	hall.OutcomeNone:    M("未定", "undecided"),
	hall.SeenNow:        M("现在候诊", "queue now"),
	hall.Booked:         M("预约", "appointment"),
	hall.AcceptedNow:    M("当场受理", "accepted now"),
	hall.TransferredOut: M("转交", "transferred"),
	hall.NotAccepted:    M("不予受理", "not accepted"),
	hall.AdviceOnly:     M("只是咨询", "advice only"),
	hall.SettledOnSpot:  M("当场调解成功", "settled on the spot"),
	hall.JointProposed:  M("提请集中会诊", "joint consultation proposed"),
	hall.OnInCase:       M("在本案中继续", "goes on in the case"),
}

// Type is a dispute type of the hall by its code; a code no longer in the list is shown
// as it is.
func Type(s hall.Settings, code string) Message {
	if t, ok := s.Type(code); ok {
		return Message{zh: t.Zh, en: t.En}
	}
	return Raw(code)
}

// About is what a dispute is about in few words: its subject, its type where none was written.
func About(s hall.Settings, code, subject string) Message {
	if subject != "" {
		return Raw(subject)
	}
	return Type(s, code)
}

// DueKind is what is due.
func DueKind(k hall.DueKind) Message { return name(dueKinds, k) }

var dueKinds = map[hall.DueKind]Message{
	hall.DueRespond:  M("首次回应", "reply"),
	hall.DueLimit:    M("调解期限", "limit"),
	hall.DuePerform:  M("履行", "perform"),
	hall.DueConfirm:  M("司法确认", "confirm"),
	hall.DueFollowUp: M("回访", "follow-up"),
	hall.DueTask:     M("会诊任务", "task"),
	hall.DueSign:     M("签字盖章", "sign"),
	hall.DueCourt:    M("法院答复", "court answer"),
	hall.DueAccept:   M("决定受理", "accept"),
	hall.DueGoal:     M("办结目标", "goal"),
	hall.DueResume:   M("恢复调解", "resume"),
	hall.DueFile:     M("归档", "archive"),
	hall.DueTransfer: M("流转答复", "transfer"),
	hall.DueReport:   M("报告", "report"),

	hall.DueTerm:      M("任期届满", "term ends"),
	hall.DueFiling:    M("变动备案", "filing"),
	hall.DueOrgTerm:   M("换届", "new term"),
	hall.DueOrgFiling: M("组织备案", "to file"),

	hall.DueOrderSign: M("派单签收", "sign for"),
	hall.DueOrder:     M("派单回复", "answer"),
	hall.DueSorted:    M("梳理期限", "as sorted"),
}

// Conflict is a sign that a mediator should stand aside.
func Conflict(c hall.Conflict) Message { return name(conflicts, c) }

var conflicts = map[hall.Conflict]Message{
	hall.NoConflict:     M("没有回避情形", "no sign of a conflict"),
	hall.ConflictSelf:   M("可能就是当事人", "may be the party"),
	hall.ConflictFamily: M("同姓同村，问一声是不是近亲", "same surname and village: ask whether they are close kin"),
	hall.ConflictKin:    M("登记为当事人的亲属", "on record as a relative of a party"),
	hall.ConflictActs:   M("是当事人的监护人或代理人", "a party's guardian or proxy"),
	hall.ConflictBefore: M("在本案中回避过", "stood aside from this case before"),
}

// DraftKind is the form a draft belongs to.
func DraftKind(k hall.DraftKind) Message { return name(draftKinds, k) }

var draftKinds = map[hall.DraftKind]Message{
	hall.DraftIntake:     M("受理登记", "intake"),
	hall.DraftSession:    M("调解记录", "session record"),
	hall.DraftAgreement:  M("调解协议", "agreement"),
	hall.DraftWalkIn:     M("门诊记录", "walk-in record"),
	hall.DraftOther:      M("案件表单", "case form"),
	hall.DraftHandover:   M("交接事项", "handover note"),
	hall.DraftBooking:    M("预约", "appointment"),
	hall.DraftJoint:      M("会诊记录", "joint consultation"),
	hall.DraftFollowUp:   M("回访记录", "follow-up"),
	hall.DraftOrg:        M("调解组织", "organisation"),
	hall.DraftStudio:     M("品牌调解室", "brand studio"),
	hall.DraftDuty:       M("值班记录", "duty record"),
	hall.DraftBody:       M("资源单位", "resource body"),
	hall.DraftRoster:     M("名册", "roster"),
	hall.DraftRota:       M("值班安排", "duty plan"),
	hall.DraftAccount:    M("人员账号", "account"),
	hall.DraftPerson:     M("人员", "person"),
	hall.DraftSettings:   M("本中心设置", "hall settings"),
	hall.DraftOrder:      M("派单", "order"),
	hall.DraftSettlement: M("口头调解补录", "oral settlement"),
}

// CaseFilter narrows the list of cases.
func CaseFilter(f hall.CaseFilter) Message { return name(caseFilters, f) }

var caseFilters = map[hall.CaseFilter]Message{
	hall.AllCases:   M("全部", "All"),
	hall.OpenCases:  M("未结", "Open"),
	hall.MyCases:    M("我的", "Mine"),
	hall.StateCases: M("按状态", "By state"),
}

// JournalPart is a part of the journal that is looked at by itself.
func JournalPart(p hall.JournalPart) Message { return name(journalParts, p) }

var journalParts = map[hall.JournalPart]Message{
	hall.JournalAll:     M("全部", "All"),
	hall.JournalWrong:   M("输错密码", "Wrong passwords"),
	hall.JournalExports: M("导出", "Exports"),
	hall.JournalKept:    M("账号和设置", "Accounts and settings"),
}

// number reads an enum's value as the journal keeps it.
func number(s string) (uint8, bool) {
	n, err := strconv.ParseUint(s, 10, 8)
	return uint8(n), err == nil
}
