package text

// FollowUps is the screen of F7: the list and one follow-up.
var FollowUps = struct {
	Title, Of, Empty, Overdue, Soon, Later, Ended, NoneOverdue, NoneSoon, NoneLater, NoneEnded, Rest, Hint, HintEmpty, PlanKey, TripKey, Menu, Scroll, Hidden                      Message
	Case, Agreement, PerformBy, Performed, NotDue, Why, When, On, Moved, Parties, NoPhone, Masked, How, Result, Satisfaction, Relapse, Findings, Lawsuit, Measures, Next, NextNone Message
	By, Cancelled, MovesHead, TakenBack, TakenBackWhy, Again, AgainOpen, AgainSame, AgainOther, AgainHidden, Written                                                               Message
	DoRecord, DoMove, DoCancel, DoCase, DoRead, DoReopen, DoLinked, MenuTitle, IsOver, NextRecord, NextWait, NextBack, NextDone, NextGone, NextLost, CaseNow, Planned              Message
}{
	Title: M("定期回诊", "follow-ups"), Of: M("回访 {no}", "follow-up {no}"),
	Empty:   M("还没有回访。协议生效后，按设置里的天数自动安排；也可以按 Ctrl-N 给一件案件安排一次。", "No follow-up yet. They are planned by themselves once an agreement is in force; Ctrl-N plans one for a case."),
	Overdue: M("已逾期  {n} 件", "Overdue  {n}"), Soon: M("今天到 7 天内  {n} 件", "Today and within 7 days  {n}"), Later: M("以后  {n} 件", "Later  {n}"), Ended: M("已回访  {n} 件", "Done  {n}"),
	NoneOverdue: M("没有逾期的", "none"), NoneSoon: M("没有", "none"), NoneLater: M("没有。Ctrl-N 可以安排一次", "none; Ctrl-N plans one"), NoneEnded: M("没有。登记过的在这里", "none; those that were made stand here"), Rest: M("另有 {n} 件，在案件的“四诊”里看", "{n} more stand in their case files"),
	Hint: M("Enter 办理：登记、改日期、取消；Ctrl-T 排一趟路线", "Enter: record, move, cancel; Ctrl-T plans a trip"), HintEmpty: M("按 Ctrl-N 给一件案件安排回访", "Ctrl-N plans one for a case"),
	PlanKey: M("安排一次", "plan one"), TripKey: M("路线单", "trip"), Menu: M("办理", "what to do"), Scroll: M("翻看", "scroll"), Hidden: M("不公开", "confidential"),

	Case: M("案件", "Case"), Agreement: M("协议内容", "Terms"), PerformBy: M("履行期限", "Perform by"), Performed: M("{day}，已登记履行 {done}", "{day}; performed {done}"), NotDue: M("{day}，{left}", "{day}, {left}"), Why: M("为什么", "Why"),
	When: M("什么时候", "When"), On: M("原定 {day}", "planned for {day}"), Moved: M("{at} {by} 从 {was} 改到 {day}：{why}", "{at}: {by} moved it from {was} to {day}: {why}"), Parties: M("当事人", "Parties"), NoPhone: M("没有留电话", "no telephone"),
	Masked: M("您不承办这件案件，电话和住址已隐去", "You do not work on this case: telephones and addresses are hidden"), How: M("方式", "How"), Result: M("履行情况", "Performance"), Satisfaction: M("满意程度", "Satisfaction"), Relapse: M("有无反复", "Relapse"), Findings: M("了解的情况", "Findings"),
	Lawsuit: M("起诉", "Lawsuit"), Measures: M("采取的措施", "Measures"), Next: M("下次回访", "Next visit"), NextNone: M("不用再去", "none"), By: M("回访人", "Made by"), Cancelled: M("取消原因", "Cancelled"),
	MovesHead: M("改期经过", "Moves"), TakenBack: M("已收回", "Taken back"), TakenBackWhy: M("按规则不再需要", "no rule asks for it any more"), Again: M("反复后", "Afterwards"), AgainOpen: M("还没有处理", "nothing done yet"), AgainSame: M("已重开本案", "this case was taken up again"),
	AgainOther: M("已另登一件 {no}", "another case was opened: {no}"), AgainHidden: M("已另登一件（不公开）", "another case was opened (confidential)"), Written: M("登记于 {at}", "recorded {at}"),

	DoRecord: M("登记回访", "Record the visit"), DoMove: M("改日期、方式或约钟点", "Another day, way or hour"), DoCancel: M("取消这次回访", "Cancel it"), DoCase: M("看案件", "Open the case"), DoRead: M("看全部和改期经过", "Read it all, with its moves"), DoReopen: M("复发：重开本案", "Relapse: take the case up again"),
	DoLinked: M("复发：另登一件", "Relapse: register a new case"), MenuTitle: M("回访 {who}", "Follow-up: {who}"), IsOver: M("{state}，不再改", "{state}: no changes"),
	NextRecord: M("下一步：去过以后按 Enter 登记回访", "Next: once it was made, Enter records it"), NextWait: M("{day} 回访，还有 {left}；去过以后按 Enter 登记", "To be made on {day}, in {left}; Enter records it"),
	NextBack: M("已经反复：按 Enter，重开本案或另登一件", "It came back: Enter takes the case up again, or registers a new one"), NextDone: M("已登记；Enter 可以看案件", "It is recorded; Enter opens the case"), NextGone: M("这次回访已取消；要再去，回列表按 Ctrl-N", "It was cancelled; Ctrl-N on the list plans another"), NextLost: M("按 Esc 返回", "Esc goes back"),
	CaseNow: M("{no}  {type}  {state}", "{no}  {type}  {state}"), Planned: M("回访已定在 {day}", "A follow-up is planned for {day}"),
}

// FollowForm is what the forms and boxes of the follow-ups say.
var FollowForm = struct {
	Title, RecordTitle, RecordRule, MoveTitle, MoveRule, PlanTitle, PlanRule, Hint, Kept, Resumed, Changed, Finish, Gone                                                                                     Message
	Today, On, DayHelp, Way, Performance, Satisfaction, RelapseHelp, FindingsHelp, MeasuresHelp, Yes, No, NextHelp, Recorded, RecordedNext, RecordedPerform                                                  Message
	Day, Time, TimeHelp, Room, Why, MovedTo, MovedAt, PickCase, NoAgreement, CancelTitle, CancelWhy, CancelledNow                                                                                            Message
	BackTitle, BackReopen, BackLinked, BackLeave, BackLeft, ReopenTitle, ReopenWhy, ReopenHint, Reopened                                                                                                     Message
	TripTitle, TripHead, TripNone, TripUntil, TripUntilHelp, TripRest, TripNoVillage, TripHint, TripMenu, TripOther, TripSave, TripSaveKey, TripBack, TripSaved, TripSample, TripFile, TripReading, TripLine Message
	TripBy, TripVillage, TripLook, TripNoted, TripParty, TripPerformed                                                                                                                                       Message
}{
	Title: M("{no}  {what}", "{no}  {what}"), RecordTitle: M("登记回访", "Record the follow-up"), RecordRule: M("看协议履行得怎样，双方满意不满意，有没有再闹。", "How the agreement is performed, whether both are content, whether it comes back."),
	MoveTitle: M("改日期、方式或约钟点", "Another day, way or hour"), MoveRule: M("只写日期就行；约了钟点的会排进日程，写了马上看到和谁冲突。", "A day is enough; with an hour it stands in the calendar, and what collides is shown at once."),
	PlanTitle: M("安排一次回访", "Plan a follow-up"), PlanRule: M("协议还在履行或已履行的，随时可以加一次。", "One more visit, on a case whose agreement is in force."), Hint: M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside"),
	Kept: M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"), Resumed: M("接着 {by} {at} 写的填", "going on with what {by} wrote, {at}"), Changed: M("别的窗口刚改过这次回访，没有保存。您填的都在；看一下，再按 Ctrl-S", "It was just changed at another desk and not saved. What you typed is still there; look, then Ctrl-S"),
	Finish: M("完成", "finish"), Gone: M("{why}。您写过的内容还在“未完成”里", "{why}. What you wrote stays among the unfinished"),

	Today: M("今天", "today"), On: M("回访日期", "Day"), DayHelp: M("如 今天、昨天、11-23", "as today, yesterday, 11-23"), Way: M("方式", "How"), Performance: M("履行情况", "Performance"), Satisfaction: M("满意程度", "Satisfaction"), RelapseHelp: M("有苗头或已反复的，要写措施", "signs of it, or back: measures are needed"),
	FindingsHelp: M("见到谁，怎么说，看到什么", "whom you met, what they said, what you saw"), MeasuresHelp: M("当时做了什么，托谁留意", "what was done, who keeps an eye on it"), Yes: M("有", "yes"), No: M("没有", "no"),
	NextHelp: M("不用再去就空着；如 +15、12-9", "empty: none; as +15, 12-9"), Recorded: M("回访已登记，不用再去", "Recorded; no further visit"), RecordedNext: M("回访已登记，下次 {day}", "Recorded; the next visit is on {day}"),
	RecordedPerform: M("{said}。案件里还没有登记履行：打开案件，选“登记履行”", "{said}. The case does not say yet that it was performed: record it in the case file"),
	Day:             M("改到哪天", "Which day"), Time: M("钟点", "Hour"), TimeHelp: M("不约钟点就空着；如 9-10、14:00", "empty: any time of the day; as 9-10, 14:00"), Room: M("地点", "Room"), Why: M("理由", "Reason"), MovedTo: M("已改到 {day}", "Moved to {day}"), MovedAt: M("已改到 {day} {time}，排进日程了", "Moved to {day} {time}; it stands in the calendar"),
	PickCase: M("给哪件案件安排回访", "A follow-up for which case"), NoAgreement: M("没有生效的协议", "no agreement in force"), CancelTitle: M("取消这次回访", "Cancel the follow-up"), CancelWhy: M("原因", "Reason"), CancelledNow: M("已取消这次回访", "The follow-up is cancelled"),

	BackTitle: M("已经反复，怎么办", "It came back. What now?"), BackReopen: M("重开本案，接着调解", "Take this case up again"), BackLinked: M("另登一件，连着本案", "Register a new case, linked with it"), BackLeave: M("先不动，下次再看", "Leave it; look again next time"), BackLeft: M("先不动。想处理时选中它按 Enter", "Left as it is. Enter on it when you want to do something"),
	ReopenTitle: M("重开 {no}", "Take up {no} again"), ReopenWhy: M("理由", "Reason"), ReopenHint: M("原来安排的回访会收回，期限重新算", "what is planned is taken back; the time limit runs anew"), Reopened: M("已重开。原来安排的回访收回了", "Taken up again. What was planned is taken back"),

	TripTitle: M("回访路线单", "Follow-up trip"), TripHead: M("到 {day} 为止要上门的 {n} 件，按村排，最急的村在前", "{n} visits due by {day}, village by village, the most urgent first"), TripNone: M("到 {day} 为止没有要上门的。按 Enter 可以换个日期", "No visit is due by {day}. Enter chooses another day"), TripUntil: M("到哪天为止", "Due until"),
	TripUntilHelp: M("如 +14、12-15、下周五", "as +14, 12-15, next fri"), TripRest: M("还有 {n} 件没有列出，日期写近一点", "{n} more are not shown; choose a nearer day"), TripNoVillage: M("没有写村、社区", "no village on record"), TripHint: M("Enter 换日期或存成文件；↑↓ 翻看；Esc 回列表", "Enter: another day, or save as a file; arrows scroll; Esc goes back"),
	TripMenu: M("路线单", "The trip"), TripOther: M("换个截止日期", "Until another day"), TripSave: M("存成文本文件，好打印", "Save as a text file, to print"), TripSaveKey: M("存成文件", "save"), TripBack: M("回列表", "Back to the list"), TripSaved: M("已存到 {path}", "Saved as {path}"), TripSample: M("样例中心不留文件", "a sample hall leaves no files"),
	TripFile: M("回访路线-{day}.txt", "trip-{day}.txt"), TripReading: M("正在排", "Working it out"), TripLine: M("{day}  {left}  {who}", "{day}  {left}  {who}"), TripBy: M("{hall}  {day}  {name}", "{hall}  {day}  {name}"), TripVillage: M("{village}  {n} 件", "{village}  {n}"),
	TripLook: M("看什么", "Look at"), TripNoted: M("记录：", "Notes:"), TripParty: M("{name}（{side}）", "{name} ({side})"), TripPerformed: M("{day} 到期，{done} 已登记履行", "due {day}, performed {done}"),
}

// Satisfaction is how content the parties were, from 1 to 5; 0 was not asked.
func Satisfaction(n int) Message { return name(satisfactions, n) }

var satisfactions = map[int]Message{
	0: M("没有问", "not asked"), 1: M("很不满意", "not at all"), 2: M("不满意", "little"), 3: M("一般", "so-so"), 4: M("满意", "content"), 5: M("很满意", "very content"),
}
