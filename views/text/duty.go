package text

import (
	"time"

	"sizhen/store/hall"
)

// Duty is the screen of F9.
var Duty = struct {
	Title, Of, Today, Closed, Hours, On, OnOf, None, NoneNext, Nobody, Visit, VisitOf, Moved, MovedNow, Extra, SignedBy, Gap, Off, OnLeave, Left                              Message
	At, Until, Late, NotOut, Waits, WaitFrom, Mine, MineHead, MineFrom, DoneWith, Log, LogNone, Handed, Handover, Taken, StillOpen, Next, NextNone                            Message
	Swaps, SwapRow, Came, CameNone, Took, TookNone, Back, BackNone, ForWhom, WrittenBy, TabDay, TabVisit, Home, Days, Jump, Turn, Month, Open, SignIn, SignOut, Other, Hidden Message
	NotIn, NoCase, NoVisit, NotOnIt, NoRecord, NoFile                                                                                                                         Message
	Hint, HintIn, HintWait, HintMine, HintSwap, HintVisit, HintPast, HintAhead, UnknownCase                                                                                   Message
	PeopleLabel, ChangesLabel, LogLabel, NoteLabel, CaseLabel, FromLabel, FirstLabel, ByLabel, ResultLabel, StateLabel                                                        Message
}{
	Title: M("值班", "duty"), Of: M("值班 {day}", "duty {day}"), Today: M("今天", "today"), Closed: M("休 {why}", "closed: {why}"), Hours: M("{from}–{to}", "{from}–{to}"),
	On: M("今天值班", "On duty today"), OnOf: M("值班", "On duty"), None: M("没有排班，还没有人签到", "No shift is planned, and nobody has signed in"), NoneNext: M("还没有排班", "No shift is planned yet"), Nobody: M("没有排班，也没有人签到", "No shift was planned, and nobody signed in"),
	Visit: M("县级下沉", "County team"), VisitOf: M("县级下沉  {township}", "County team  {township}"), Moved: M("原定 {from}，改到 {to}：{why}", "moved from {from} to {to}: {why}"), MovedNow: M("原定 {from}，改到这天：{why}", "moved here from {from}: {why}"),
	Extra: M("没排班，来了", "came without a shift"), SignedBy: M("{name} 代签", "signed in by {name}"), Gap: M("空缺 {n} 人", "{n} missing from the plan"), Off: M("已取消", "called off"), OnLeave: M("请假", "on leave"), Left: M("已离开", "has left"),
	At: M("{at} 签到", "in {at}"), Until: M("{at} 签到，{out} 签退", "in {at}, out {out}"), Late: M("迟到 {t}", "late by {t}"), NotOut: M("没有签退", "did not sign out"),
	Waits: M("等人接的交接  {n} 件", "Handed over, to be accepted  {n}"), WaitFrom: M("{name} {day}", "{name} {day}"),
	Mine: M("我接下的", "Accepted by me"), MineHead: M("我接下的  还有 {n} 件没办", "Accepted by me  {n} to do"), MineFrom: M("{name} 交来", "from {name}"), DoneWith: M("已办：{result}", "done: {result}"),
	Log: M("值班日志", "Log"), LogNone: M("还没有记", "Nothing written yet"), Handed: M("交接", "Handed over"), Handover: M("交接：{note}", "Handed over: {note}"), Taken: M("{name} 接了", "accepted by {name}"), StillOpen: M("等人接", "not accepted yet"),
	Next: M("下一班", "Next"), NextNone: M("后面一个月还没有排班", "Nothing is planned for the coming month"),
	Swaps: M("换班，等您答复", "Swaps that wait for your answer"), SwapRow: M("{name} 请您顶 {day} 的班", "{name} asks you to take the shift of {day}"),
	Came: M("当天来的  {n} 人次", "Who came  {n}"), CameNone: M("当天还没有人来", "Nobody came that day"),
	Took: M("带走  {n} 件", "Taken on by the team  {n}"), TookNone: M("没有带走的", "Nothing taken on"), Back: M("交回  {n} 件", "Handed back  {n}"), BackNone: M("没有交回的", "Nothing handed back"), ForWhom: M("{name} 办", "for {name}"), WrittenBy: M("{name} 记，{at}", "written by {name}, {at}"),
	TabDay: M("值班", "duty"), TabVisit: M("县级下沉", "county team"), Home: M("今天", "today"), Days: M("前后一天", "day by day"), Jump: M("日期", "a date"), Turn: M("值班/下沉", "duty/team"), Month: M("月班表", "month"), Open: M("办理", "do"),
	SignIn: M("签到", "sign in"), SignOut: M("签退，写交接", "sign out"), Other: M("{name}（{what}）", "{name} ({what})"), Hidden: M("不公开", "confidential"),

	NotIn: M("您还没有签到，先签到", "you have not signed in; do that first"),

	NoCase: M("这一行没有连着案件", "no case stands on this line"), NoVisit: M("这天县组不来", "the county team does not come that day"),
	NotOnIt: M("由当班的县组成员、窗口或值班人员写", "the team on the visit, the front desk or a duty officer writes it"), NoRecord: M("这天没有人签到", "nobody signed in that day"),
	NoFile: M("样例不写文件", "a sample hall writes no files"),

	Hint: M("下一步：按 Enter 签到", "Next: Enter signs you in"), HintIn: M("来人来电按 Enter 记下；下班前签退，写交接", "Enter writes down what happens; before you leave, sign out and hand over"),
	HintWait: M("下一步：有 {n} 件交接等人接，选中按 Enter", "Next: {n} handed over wait to be accepted; select one and press Enter"), HintMine: M("接下的还有 {n} 件没办；办完选中按 Enter", "{n} accepted are still to be done; when done, select it and press Enter"),
	HintSwap: M("有人请您换班，按 Enter 去答复", "Enter leads to the swap, to answer it"), HintVisit: M("县组今天来：来人、带走、交回，按 Enter 写下来", "The county team is here: Enter writes down what it takes on and hands back"), HintPast: M("看的是 {day}；Enter 打印交接班记录，Home 回今天", "This is {day}; Enter prints the record, Home leads back to today"),
	HintAhead: M("看的是 {day}；Home 回今天", "This is {day}; Home leads back to today"), UnknownCase: M("案件（还没有案号）", "a case without a number yet"),

	PeopleLabel: M("人员", "People"), ChangesLabel: M("改动", "Changes"), LogLabel: M("日志", "Log"), NoteLabel: M("交接", "Note"), CaseLabel: M("案件", "Case"),
	FromLabel: M("交出", "From"), FirstLabel: M("最早", "First"), ByLabel: M("接收", "Accepted"), ResultLabel: M("结果", "Result"), StateLabel: M("状态", "State"),
}

// DutyForm are the words of its menus and forms.
var DutyForm = struct {
	MenuTitle, DoIn, DoLog, DoAccept, DoDone, DoOut, DoOthers, DoCase, DoRotation, DoPrint                                                                                                                     Message
	AcceptTitle, AcceptAll, DoneTitle, WhichDone, OthersTitle, InFor, OutFor, WhichVisit, Result, ResultHelp, OutNote, OutNoteHelp, OutTitle                                                                   Message
	LogTitle, LogRule, What, WhatHelp, Case, CaseHelp, CaseOwn, CaseOwnHelp, OutFormTitle, OutRule, OutPending, Note, NoteHelp, Item, ItemNext, ItemHelp, LeaveTitle, LeaveNone, LeaveItems, LeaveYes, LeaveNo Message
	RotationTitle, RotationRule, TookItem, TookNext, TookWho, BackItem, BackNext, BackWho, RowHelp, Finish, Hint, JumpTitle, JumpHelp                                                                          Message
	SignedIn, SignedInLate, SignedOut, Logged, Accepted, DoneNow, SignedFor, OutForNow, Saved, Kept, Resumed, Elsewhere, OutElsewhere, Merged, Printed, NotYours, Gone, DraftLog                               Message
	Task, Booked                                                                                                                                                                                               Message
}{
	MenuTitle: M("值班 {day}", "Duty {day}"), DoIn: M("签到", "Sign in"), DoLog: M("记值班日志", "Write in the log"), DoAccept: M("接收交接", "Accept what was handed over"), DoDone: M("接下的事办完了", "Done with what was accepted"), DoOut: M("签退，写交接", "Sign out and hand over"),
	DoOthers: M("替别人签到、签退", "Sign somebody else in or out"), DoCase: M("打开案件", "Open the case"), DoRotation: M("写下沉记录", "Write the visit's record"), DoPrint: M("打印交接班记录", "Print the handover record"),
	AcceptTitle: M("接哪一件", "Accept which"), AcceptAll: M("全部接下（{n} 件）", "All of them ({n})"), DoneTitle: M("办完：{what}", "Done: {what}"), WhichDone: M("哪一件办完了", "Which is done"), OthersTitle: M("替谁签", "For whom"),
	InFor: M("{name}  签到", "{name}  sign in"), OutFor: M("{name}  签退", "{name}  sign out"), WhichVisit: M("写哪一处的", "Which visit"), Result: M("结果", "What came of it"), ResultHelp: M("怎么办的，办成什么样", "what was done, with what result"),
	OutNote: M("交接事项", "Handed over"), OutNoteHelp: M("没有可以空着", "may be left empty"), OutTitle: M("替 {name} 签退", "Sign {name} out"),

	LogTitle: M("记值班日志", "Write in the log"), LogRule: M("谁来、谁打电话、什么事、怎么处理。时间自动记下。", "Who came or rang up, about what, what was done. The time is written by itself."),
	What: M("记什么", "What"), WhatHelp: M("一件一条", "one matter a line"), Case: M("案件", "Case"), CaseHelp: M("没有就空着；打案号、姓名或首字母，按 ↓ 选", "may be left empty; type a number, a name or initials, then ↓ and Enter"),
	CaseOwn: M("案号", "Case"), CaseOwnHelp: M("本中心的打字找，按 ↓ 选；外面的直接写案号", "one of ours: type, then ↓ and Enter; any other: write its number"),
	OutFormTitle: M("签退，写交接", "Sign out and hand over"), OutRule: M("没办完的一件写一行；手上的案件、预约、任务按 ↓ 选。下一班接了，这里看得到。", "What is not finished, one matter a line; your own cases, appointments and tasks are chosen with ↓ and Enter. You will see who accepted it."),
	OutPending: M("您接下没办完的 {n} 件，自动转给下一班。", "{n} that you accepted and have not done go on to the next by themselves."),
	Note:       M("交接事项", "Note"), NoteHelp: M("要提醒的事、要提醒的人；没有可以空着", "whom to remind of what; may be left empty"), Item: M("没办完的", "Not finished"), ItemNext: M("还有", "And"), ItemHelp: M("没有就直接按 Enter，问过才签退", "nothing: Enter, which asks before it signs you out"),
	LeaveTitle: M("现在签退吗？", "Sign out now?"), LeaveNone: M("没有写要交接的事", "Nothing is handed over"), LeaveItems: M("交给下一班 {n} 件", "{n} handed over to the next shift"), LeaveYes: M("签退", "Sign out"), LeaveNo: M("还在值班，接着写", "Not yet, write on"),
	RotationTitle: M("下沉记录", "Record of the visit"), RotationRule: M("县组带走的、交回的，一件一行。清空一行就是不要这一行。", "What the team takes on and what it hands back, one matter a line. A line that is emptied is left out."),
	TookItem: M("带走", "Taken on"), TookNext: M("还带走", "And"), TookWho: M("谁承办", "By whom"), BackItem: M("交回", "Handed back"), BackNext: M("还交回", "And"), BackWho: M("交给谁", "To whom"), RowHelp: M("没有就直接按 Enter", "nothing more: Enter"),
	Finish: M("完成", "done"), Hint: M("Enter 下一项，Ctrl-S 完成；Esc 先放下，写的都在", "Enter goes on, Ctrl-S completes it; Esc puts it aside, kept"), JumpTitle: M("看哪一天", "Show which day"), JumpHelp: M("如 11-30、+3、下周三、腊月初八", "such as 11-30, +3, next wed"),

	SignedIn: M("已签到", "Signed in"), SignedInLate: M("已签到，迟到 {t}", "Signed in, late by {t}"), SignedOut: M("已签退", "Signed out"), Logged: M("已记下", "Written down"), Accepted: M("接下 {n} 件，办完了回来记结果", "{n} accepted; come back and write down what became of it"),
	DoneNow: M("已记下结果", "The result is written down"), SignedFor: M("已替 {name} 签到", "{name} is signed in"), OutForNow: M("已替 {name} 签退", "{name} is signed out"), Saved: M("下沉记录已保存", "The visit's record is saved"),
	Kept: M("先放下了，写的都在", "Put aside; what was written is kept"), Resumed: M("接着写 {by} 的，写于 {at}", "Going on with {by}'s, of {at}"), Elsewhere: M("刚才别处改过，请看一下现在的", "it was just changed at another desk; look at it as it is now"),
	OutElsewhere: M("您已在另一台电脑上签退；写的交接留在草稿里", "You signed out at another desk; the note is kept as a draft"),
	Merged:       M("刚才别处也写了，已并到后面；请核对，再按 Ctrl-S", "another desk wrote too; its lines were added below. Check them, then Ctrl-S"), Printed: M("已写成文件：{path}", "Written to {path}"),
	NotYours: M("这是 {by} 写的，由本人签退时接着写", "{by} wrote this and goes on with it when signing out"), Gone: M("{why}；写的留在草稿里", "{why}; what was written is kept as a draft"), DraftLog: M("日志 {what}", "log: {what}"),
	Task: M("任务：{what}，{day} 前", "task: {what}, by {day}"), Booked: M("{day} {time} 预约：{who}", "{day} {time} appointment: {who}"),
}

// DutyTimes says when somebody came and went on a day.
func DutyTimes(in, out time.Time) Message {
	switch {
	case in.IsZero():
		return Message{}
	case out.IsZero():
		return Duty.At.With("at", Clock(in))
	}
	return Duty.Until.With("at", Clock(in)).With("out", Clock(out))
}

// LateBy says how late somebody signed in; no minutes say nothing.
func LateBy(minutes int) Message {
	if minutes == 0 {
		return Message{}
	}
	return Duty.Late.With("t", Ago(time.Duration(minutes)*time.Minute))
}

// DutyPlace says in words whether somebody of a shift came.
func DutyPlace(p hall.DutyPlace, now hall.Day, day hall.Day) Message {
	switch {
	case p.In.IsZero() && p.Left:
		return Duty.Left
	case p.In.IsZero() && p.OnLeave:
		return Duty.OnLeave
	case p.State == hall.DutyGone && p.Out.IsZero() && day < now:
		return Duty.NotOut
	}
	return Attendance(p.State)
}

// CaseNumber names a case in a line, by its number where it has one; no case says nothing.
func CaseNumber(id hall.CaseID, number string) Message {
	switch {
	case number != "":
		return Raw(number)
	case id != 0:
		return Duty.UnknownCase
	}
	return Message{}
}

// DutyMoved says how a shift was last moved to its day; empty when it never was.
func DutyMoved(s hall.DutyShift) Message {
	for i := len(s.Changes) - 1; i >= 0; i-- {
		if c := s.Changes[i]; c.What == hall.DutyMoved {
			return Duty.MovedNow.With("from", ShortDay(c.From)).With("why", c.Reason)
		}
	}
	return Message{}
}
