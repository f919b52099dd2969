package followup

import "sizhen/views/text"

// The list, and one follow-up.
var (
	title   = text.M("定期回诊", "Follow-ups")
	titleOf = text.M("回访 {no}", "Follow-up {no}")
	empty   = text.M("还没有回访。协议生效后，按设置里的天数自动安排；也可以按 Ctrl-N 给一件案件安排一次。",
		"No follow-up yet. They are planned by themselves once an agreement is in force; Ctrl-N plans one for a case.")
	others    = text.M("另有 {n} 件，在案件的“四诊”里看", "{n:more stands|more stand} in the case files")
	hint      = text.M("Enter 办理：登记、改日期、取消；Ctrl-T 排一趟路线", "Enter: record, move, cancel; Ctrl-T plans a trip")
	hintEmpty = text.M("按 Ctrl-N 给一件案件安排回访", "Ctrl-N plans one for a case")
	planKey   = text.M("安排一次", "plan one")
	tripKey   = text.M("路线单", "trip")
	leftTitle = text.M("还有几天", "Due")

	pickCase    = text.M("给哪件案件安排回访", "A follow-up for which case")
	noAgreement = text.M("没有生效的协议", "no agreement in force")

	doCorrect   = text.M("更正回访记录", "Correct the record")
	correctRule = text.M("原来写的会留着，和更正一起看得到。下次回访改了，排好的那一次跟着改",
		"What was written stays and is seen with the correction. The next visit follows if its day is changed")
	correctWhy   = text.M("为什么更正", "Why it is corrected")
	correctedNow = text.M("已更正回访记录", "The record is corrected")
	doRecord     = text.M("登记回访", "Record the visit")
	doMove       = text.M("改日期、方式或约钟点", "Change date, method or time")
	doCancel     = text.M("取消这次回访", "Cancel the follow-up")
	doStand      = text.M("撤回取消，照旧回访", "It was not to be cancelled: make it")
	standRule    = text.M("回到原来的日期；约过的钟点还空着就还是那个钟点", "It goes back to its day, and to its hours while they are free")
	standsNow    = text.M("已撤回取消，照旧回访", "It is to be made after all")
	doUnmade     = text.M("撤回登记：其实没有去", "Take the record back: nobody went")
	unmadeRule   = text.M("写过的留在更正里；照它排的下次回访跟着收回", "What was written stays with the corrections; the next visit that it planned is taken back")
	unmadeNow    = text.M("已撤回登记，还是待回访", "The record is taken back; it is still to be made")
	backWhy      = text.M("为什么撤回", "Why it is taken back")
	doRead       = text.M("看全部和改期经过", "Full record with changes")
	doReopen     = text.M("复发：重开本案", "Relapse: take the case up again")
	doLinked     = text.M("复发：另登一件", "Relapse: register a new case")
	here         = text.M("现在看的就是", "it is open here")
	menuTitle    = text.M("回访 {who}", "Follow-up: {who}")

	nextRecord = text.M("下一步：去过以后按 Enter 登记回访", "Next: after the visit press Enter to record it")
	nextWait   = text.M("{day} 回访，还有 {left}；去过以后按 Enter 登记", "To be made on {day}, in {left}; Enter records it")
	nextBack   = text.M("已经反复：按 Enter，重开本案或另登一件", "It came back: press Enter to take the case up again or register a new one")
	nextDone   = text.M("已登记；Enter 可以看案件", "It is recorded; Enter opens the case")
	nextGone   = text.M("这次回访已取消；取消错了，按 Enter 撤回；要再去，回列表按 Ctrl-N", "It was cancelled; Enter takes that back, Ctrl-N on the list plans another one")

	briefTitle    = text.M("{no}  {state}  {what}  {why}", "{no}  {state}  {what}  {why}")
	firstFor      = text.M("原定 {day}", "planned for {day}")
	when          = text.M("什么时候", "When")
	takenBack     = text.M("已收回", "Taken back")
	takenBackWhy  = text.M("按规则不再需要", "no rule asks for it any more")
	agreementHead = text.M("去看什么，找谁", "What to look at, whom to see")
	terms         = text.M("协议内容", "Terms")
	performed     = text.M("{day}，已登记履行 {done}", "{day}; performed {done}")
	notDue        = text.M("{day}，{left}", "{day}, {left}")
	masked        = text.M("您不承办这件案件，电话和住址已隐去", "Not your case: telephones and addresses are hidden")
	moves         = text.M("改期经过", "Changes of date")
	moved         = text.M("{at} {by} 从 {was} 改到 {day}：{why}", "{at}: {by} moved it from {was} to {day}: {why}")

	resultHead   = text.M("回访记录", "What was found")
	madeBy       = text.M("回访人", "Made by")
	performance  = text.M("履行情况", "Performance")
	relapse      = text.M("有无反复", "Relapse")
	satisfaction = text.M("满意程度", "Satisfaction")
	findings     = text.M("了解的情况", "Findings")
	measures     = text.M("采取的措施", "Measures")
	lawsuit      = text.M("起诉", "Lawsuit")
	yes          = text.M("有", "yes")
	no           = text.M("没有", "no")
	nextVisit    = text.M("下次回访", "Next visit")
	nextNone     = text.M("不用再去", "none")
	written      = text.M("登记于 {at}", "recorded {at}")
	afterwards   = text.M("反复后", "Afterwards")
	againOpen    = text.M("还没有处理", "nothing done yet")
	againSame    = text.M("已重开本案", "this case was taken up again")
	againOther   = text.M("已另登一件 {no}", "another case was opened: {no}")
	againHidden  = text.M("已另登一件（不公开）", "another case was opened (confidential)")
)

var groups = [4]struct{ head, none text.Message }{
	{text.M("已逾期  {n} 件", "Overdue  {n}"), text.M("没有逾期的", "None")},
	{text.M("今天到 7 天内  {n} 件", "Today and within 7 days  {n}"), text.M("没有", "None")},
	{text.M("以后  {n} 件", "Later  {n}"), text.M("没有。Ctrl-N 可以安排一次", "None; Ctrl-N plans one")},
	{text.M("已回访  {n} 件", "Done  {n}"), text.M("没有。登记过的在这里", "None; those that were made stand here")},
}

// The forms and small questions.
var (
	recordRule = text.M("看协议履行得怎样，双方满意不满意，有没有再闹。", "How the agreement is performed, whether both are satisfied, whether it comes back.")
	moveRule   = text.M("只写日期就行；约了钟点的会排进日程，写了马上看到和谁冲突。", "A day is enough; with a time it goes into the calendar, and clashes are shown at once.")
	planTitle  = text.M("安排一次回访", "Plan a follow-up")
	planRule   = text.M("协议还在履行或已履行的，随时可以加一次。", "One more visit, on a case whose agreement is in force.")

	onLabel      = text.M("回访日期", "Day")
	relapseHelp  = text.M("有苗头或已反复的，要写措施", "early signs or a relapse: measures are needed")
	findingsHelp = text.M("见到谁，怎么说，看到什么", "whom you met, what they said, what you saw")
	measuresHelp = text.M("当时做了什么，托谁留意", "what was done, who keeps an eye on it")
	nextHelp     = text.M("不用再去就空着；如 +15、12-9", "e.g. +15, 12-9; empty: none")
	doubtTitle   = text.M("这几项对得上吗", "Do these go together?")
	doubtSaid    = text.M("履行情况：{performance}；满意程度：{satisfaction}；有无反复：{relapse}",
		"Performance: {performance}; satisfaction: {satisfaction}; relapse: {relapse}")
	doubtBody       = text.M("写反了的，按 Esc 回去改：满意程度 1 是很满意，5 是很不满意", "If one is the wrong way round, Esc goes back: 1 is very satisfied, 5 very dissatisfied")
	doubtYes        = text.M("就是这样，登记", "yes, record it")
	recorded        = text.M("回访已登记，不用再去", "Recorded; no further visit")
	recordedNext    = text.M("回访已登记，下次 {day}", "Recorded; the next visit is on {day}")
	recordedPerform = text.M("{said}。案件里还没有登记履行：打开案件，选“登记履行”", "{said}. The case does not say yet that it was performed: record it in the case file")
	dayLabel        = text.M("改到哪天", "Which day")
	timeLabel       = text.M("钟点", "Time")
	timeHelp        = text.M("不约钟点就空着；如 9-10、14:00", "e.g. 9-10, 14:00; empty: any time of day")
	reasonLabel     = text.M("理由", "Reason")
	movedTo         = text.M("已改到 {day}", "Moved to {day}")
	movedAt         = text.M("已改到 {day} {time}，排进日程了", "Moved to {day} {time}; it is in the calendar")
	plannedFor      = text.M("回访已定在 {day}", "A follow-up is planned for {day}")
	cancelledNow    = text.M("已取消这次回访", "The follow-up is cancelled")

	backTitle   = text.M("已经反复，怎么办", "It came back. What now?")
	backReopen  = text.M("重开本案，接着调解", "Take this case up again")
	backLinked  = text.M("另登一件，连着本案", "Register a new case, linked with it")
	backLeave   = text.M("先不动，下次再看", "Leave it; look again next time")
	backLeft    = text.M("先不动。想处理时选中它按 Enter", "Left as it is. Enter on it when you want to do something")
	reopenTitle = text.M("重开 {no}", "Take up {no} again")
	reopenRule  = text.M("原来安排的回访会收回，期限重新算", "what is planned is taken back; the time limit starts again")
	reopened    = text.M("已重开。原来安排的回访收回了", "Taken up again. What was planned is taken back")
	tripHint    = text.M("Enter 换日期或存成文件；↑↓ 翻看；Esc 回列表", "Enter: another day, or save as a file; arrows scroll; Esc goes back")
	tripUntil   = text.M("到哪天为止", "Due until")
	tripOther   = text.M("换个截止日期", "Until another day")
	tripSave    = text.M("存成文本文件，好打印", "Save as a text file, to print")
	tripSaveKey = text.M("存成文件", "save")
	tripBack    = text.M("回列表", "Back to the list")
	tripSaved   = text.M("已存到 {path}", "Saved as {path}")
	tripSample  = text.M("样例中心不留文件", "a sample hall leaves no files")
	tripFile    = text.M("回访路线-{day}.txt", "trip-{day}.txt")
)
