package text

import "sizhen/store/hall"

// Joint is the screen of F6: the list, and one joint consultation.
var Joint = struct {
	Title, Of, Empty, NoneProposed, NoneOpen, NoneEnded, GroupHead, Rest, Hint, HintEmpty, Propose, PickCase, Why, WhyTitle, WhyHelp, ProposedNow, Already, Open       Message
	Since, SinceBy, Answered, AllAnswered, NobodyAsked, NoAnswer, NoTime, Convened, InvitedN, Hidden, Menu, MenuTitle, Scroll                                          Message
	Case, Reason, Cancelled, When, Past, Now, Moved, Consents, ConsentLine, NotAsked, Agrees, Refuses, Oral, Paper, Convener, NoConvener, Invited, NobodyInvited, Must Message
	Agenda, NoAgenda, Came, Absent, Others, Opinions, Dissents, Line, Opinion, Who, ByDay, Tasks, TaskOpen, TaskDone, TaskLate                                         Message
	DoConsents, DoInvite, DoAgenda, DoTimes, DoMove, DoAnswer, DoRecord, DoCancel, DoCase, DoTask                                                                      Message

	NextConsents, NextConvener, NextInvite, NextAgenda, NextTimes, NextAnswer, NextWait, NextRecord, NextTask, NextDone, NextCancelled, NextLost Message
}{
	Title: M("集中会诊", "joint consultations"), Of: M("会诊 {no}", "joint consultation {no}"),
	Empty:        M("还没有会诊。疑难的案件可以请大家一起商量：按 Ctrl-N 选一件案件提请；在案件里选“提请集中会诊”也一样。", "No joint consultation yet. For a difficult case Ctrl-N proposes one; so does the menu of a case."),
	NoneProposed: M("没有。按 Ctrl-N 提请一件", "none; Ctrl-N proposes one"), NoneOpen: M("没有。定了时间的在这里", "none; those with a time stand here"), NoneEnded: M("没有。登记过会诊结果的在这里", "none; those that were held stand here"),
	GroupHead: M("{name}  {n} 件", "{name}  {n}"), Rest: M("另有 {n} 件更早的，在案件的“四诊”里看", "{n} earlier ones stand in their case files"),
	Hint: M("Enter 打开，按菜单一步一步办；Ctrl-N 提请一件", "Enter opens one, its menu leads on; Ctrl-N proposes one"), HintEmpty: M("按 Ctrl-N 提请一件", "Ctrl-N proposes one"),
	Propose: M("提请会诊", "propose"), PickCase: M("为哪件案件提请会诊", "Propose it for which case"), Why: M("提请的理由", "Why"), WhyTitle: M("提请集中会诊  {no}", "Propose a joint consultation  {no}"),
	WhyHelp: M("难在哪里，想请谁来看", "what is hard about it, and who could help"), ProposedNow: M("已提请。下一步：登记双方意见", "Proposed. Next: the parties' consent"), Already: M("这件已经提请会诊，现在打开的就是", "It was proposed for this case already; this is it"), Open: M("打开", "open"),

	Since: M("{day} 提请", "since {day}"), SinceBy: M("{day} {by} 提请", "proposed on {day} by {by}"), Answered: M("{n} 人答复，没答复 {names}", "{n} answered, no answer: {names}"), AllAnswered: M("{n} 人都答复了", "all {n} answered"), NobodyAsked: M("没有请别人", "nobody else is invited"),
	NoAnswer: M("没有答复", "No answer"), NoTime: M("还没有定", "not set yet"), Convened: M("召集人 {name}", "convened by {name}"), InvitedN: M("请了 {n} 人", "{n} invited"), Hidden: M("不公开", "confidential"),
	Menu: M("办理", "what to do"), MenuTitle: M("会诊 {who}", "Joint consultation: {who}"), Scroll: M("翻看", "scroll"),

	Case: M("案件", "Case"), Reason: M("提请理由", "Why"), Cancelled: M("取消原因", "Cancelled"), When: M("时间地点", "When, where"), Past: M("时间已到，还没有登记结果", "the time has come; nothing is recorded yet"), Now: M("今天", "today"),
	Moved: M("原定 {day} {time}，{by}改期：{why}", "moved from {day} {time} by {by}: {why}"), Consents: M("外人参加", "Outsiders"), ConsentLine: M("{name}（{side}）", "{name} ({side})"), NotAsked: M("还没有问", "not asked yet"),
	Agrees: M("同意", "agrees"), Refuses: M("不同意", "does not agree"), Oral: M("口头", "orally"), Paper: M("书面", "in writing"),
	Convener: M("召集人", "Convener"), NoConvener: M("还没有定", "not named yet"), Invited: M("参加的人", "Invited"), NobodyInvited: M("还没有请人", "nobody yet"), Must: M("必到", "must come"),
	Agenda: M("议程", "Agenda"), NoAgenda: M("还没有写", "not written yet"), Came: M("到场", "came"), Absent: M("没到", "did not come"), Others: M("另外在场", "Also there"), Opinions: M("各人意见", "Opinions"), Dissents: M("不同意见：", "dissents: "),
	Line: M("解决思路", "Agreed line"), Opinion: M("处理意见", "To be done"), Who: M("由谁办", "By whom"), ByDay: M("{who}，{day} 前", "{who}, by {day}"), Tasks: M("后续任务", "Tasks"),
	TaskOpen: M("{what}  {who}，{day} 前", "{what}  {who}, by {day}"), TaskLate: M("逾期", "overdue"), TaskDone: M("{what}  {who} {day} 办完：{result}", "{what}  done by {who}, {day}: {result}"),

	DoConsents: M("登记双方意见", "Record the parties' consent"), DoInvite: M("定召集人和名单", "Convener and invitations"), DoAgenda: M("写议程", "Write the agenda"), DoTimes: M("找共同时间", "Find a common time"), DoMove: M("改时间", "Find another time"), DoAnswer: M("登记答复", "Record an answer"),
	DoRecord: M("登记会诊", "Record what came of it"), DoCancel: M("取消会诊", "Cancel it"), DoCase: M("看案件", "Open the case"), DoTask: M("登记任务办完", "A task is done"),

	NextConsents: M("下一步：按 Enter 登记双方意见，还没有问 {names}", "Next: Enter, and record the parties' consent; not asked: {names}"), NextConvener: M("下一步：按 Enter 定召集人和名单", "Next: Enter, and name the convener and whom to invite"),
	NextInvite: M("下一步：按 Enter 定要请的人", "Next: Enter, and choose whom to invite"), NextAgenda: M("下一步：按 Enter 写议程", "Next: Enter, and write the agenda"), NextTimes: M("下一步：按 Enter 找共同时间", "Next: Enter, and find a common time"),
	NextAnswer: M("下一步：通知后按 Enter 登记答复，没答复 {names}", "Next: tell them, then Enter and record answers; no answer: {names}"), NextWait: M("都答复了，{day} {time} 在{room}会诊；会后登记", "All answered: {day} {time} in {room}; record it afterwards"),
	NextRecord: M("下一步：按 Enter 登记会诊意见", "Next: Enter, and record what came of it"), NextTask: M("下一步：任务办完了按 Enter 登记，还有 {n} 项", "Next: Enter when a task is done; {n} open"), NextDone: M("已会诊，结果在案件里", "It was held; what came of it stands in the case"),
	NextCancelled: M("这次会诊已取消；还要会诊，回列表按 Ctrl-N 另提一件", "It was cancelled; to hold one all the same, propose it anew from the list"), NextLost: M("按 Esc 返回", "Esc goes back"),
}

// JointForm is what the forms and boxes of a joint consultation say.
var JointForm = struct {
	Hint, Kept, Resumed, Changed, Again, Orphan, Finish, Title                                                                                                                                                                   Message
	ConsentRule, Yes, No, NotYet, How, Day, DayHelp, ConsentSaved, CrossedOff                                                                                                                                                    Message
	ListHint, ListName, ListUnit, ListKind, ListAnswer, AddRow, ConvenerRow, PickConvener, PickInvitee, Me, OnCase, OnList, NeedConsent, NoConsent, Special, Near, Knows, Load, ByName, ByNameTitle, Name, Unit, UnitHelp        Message
	MakeMust, DropMust, MakeConvener, CrossOff, ConvenerNow, InvitedNow, MustNow, CrossedNow, AddKey                                                                                                                             Message
	AgendaTitle, AgendaHelp, AgendaSaved, TimesHint, TimesHead, TimesNone, TimesReading, TimeDay, TimeAt, TimeRoom, TimeMissing, AllCome, ByHand, OtherRange, RangeTitle, Days, DaysHelp, Length, LengthHelp, BadDays, BadLength Message
	HandTitle, HandRule, Time, TimeHelp, Room, MoveWhy, MoveTitle, ConvenedNow, WithoutTitle, Without, OtherTime, Take, Free, Clashes, Checking                                                                                  Message
	AnswerTitle, WhoAnswers, Answer, Note, NoteHelp, AnswerSaved, CancelTitle, CancelWhy, CancelledNow, TaskTitle, WhichTask, Result, TaskSaved, TaskGone                                                                        Message
	RecordTitle, RecordRule, CameYes, CameNo, HisOpinion, HisDissent, DissentHelp, Others, OthersHelp, Line, LineHelp, Handling, HandlingHelp, Who, By, Task, TaskNext, TaskHelp, TaskWho, TaskDue, Recorded                     Message
}{
	Hint: M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside"), Kept: M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"), Resumed: M("接着 {by} {at} 写的填", "going on with what {by} wrote, {at}"),
	Changed: M("别的窗口刚改过这次会诊，没有保存。您填的都在；看一下，再按 Ctrl-S", "It was just changed at another desk and not saved. What you typed is still there; look, then Ctrl-S"), Again: M("别的窗口刚改过这次会诊，这一步没有保存。看一下新的，再做一次", "It was just changed at another desk and this was not saved. Look at it and do it once more"),
	Orphan: M("{why}。留下一份没写完的：", "{why}. What was half-written about it:"), Finish: M("完成", "finish"), Title: M("{no}  {what}", "{no}  {what}"),

	ConsentRule: M("请外面的单位和个人参加，要先问双方同意（人民调解法第 20 条）。", "Outsiders take part only with the parties' consent (Mediation Law art. 20)."), Yes: M("同意", "agrees"), No: M("不同意", "does not"), NotYet: M("还没问", "not asked"),
	How: M("怎么说的", "How"), Day: M("日期", "Day"), DayHelp: M("如 今天、昨天、11-23", "as today, yesterday, 11-23"), ConsentSaved: M("双方意见已登记", "The parties' consent is recorded"), CrossedOff: M("双方意见已登记；有人不同意，已从名单里划掉外面的 {n} 人", "Recorded; outsiders are not agreed to: {n} crossed off the list"),

	ListHint: M("Enter 选人或改；最后一行再请一位；Esc 回会诊", "Enter chooses or changes; the last line invites one more; Esc goes back"), ListName: M("姓名或单位", "Name"), ListUnit: M("村、联系人", "Village, contact"), ListKind: M("哪里的", "From"), ListAnswer: M("答复", "Answer"),
	AddRow: M("再请一位…", "invite one more…"), ConvenerRow: M("召集人", "convener"), PickConvener: M("谁来召集", "Who convenes it"), PickInvitee: M("请谁参加", "Invite whom"), Me: M("我自己", "myself"), OnCase: M("本案承办", "on the case"), OnList: M("已在名单里", "on the list"),
	NeedConsent: M("先登记双方意见", "record the parties' consent first"), NoConsent: M("当事人不同意外人", "a party does not agree"), Special: M("专长", "speciality"), Near: M("同村{village}", "of {village}"), Knows: M("熟悉{whom}", "knows {whom}"), Load: M("在手{n}件", "{n} open"),
	ByName: M("请“{name}”，不在册的人", "invite “{name}”, on no list"), ByNameTitle: M("请不在册的人", "Somebody on no list"), Name: M("姓名", "Name"), Unit: M("单位或身份", "Post or trade"), UnitHelp: M("如 村法律顾问、小港村老书记", "as village lawyer, former village head"),
	MakeMust: M("定为必到（少了他不开）", "Must come (not without him)"), DropMust: M("不必到（来不了也开）", "Need not come"), MakeConvener: M("改由他召集", "Make him the convener"), CrossOff: M("从名单划掉", "Cross off"),
	ConvenerNow: M("召集人是 {name}", "{name} convenes it"), InvitedNow: M("已请 {name}", "{name} is invited"), MustNow: M("已改：{name}", "Changed: {name}"), CrossedNow: M("已划掉 {name}", "{name} is crossed off"), AddKey: M("请一位", "invite"),

	AgendaTitle: M("写议程", "Agenda"), AgendaHelp: M("一行一条，Ctrl-J 换行", "one point a line; Ctrl-J begins a line"), AgendaSaved: M("议程已保存", "The agenda is kept"),
	TimesHint: M("Enter 就定这个时间；不合适可以自己定，或换天数和时长", "Enter takes the time; or set one by hand, or look further ahead"), TimesHead: M("往后 {days} 天，每次 {n} 分钟，最好的 {k} 个", "{days} days ahead, {n} minutes: the best {k}"),
	TimesNone: M("往后 {days} 天里，必到的人和会诊室没有共同的空。可以减少必到的人、缩短时间、放宽天数，或自己定时间。", "In the next {days} days those who must come and the rooms have no time in common. Fewer who must come, a shorter time or more days may help; or set one by hand."), TimesReading: M("正在找", "Looking"),
	TimeDay: M("日期", "Day"), TimeAt: M("时间", "Time"), TimeRoom: M("地点", "Room"), TimeMissing: M("谁来不了", "Who cannot come"), AllCome: M("都能来", "all can come"), ByHand: M("自己定时间…", "set a time by hand…"), OtherRange: M("换天数和时长…", "other days and length…"),
	RangeTitle: M("往后找几天，会诊多久", "How far ahead, how long"), Days: M("天数", "Days"), DaysHelp: M("1 到 180", "1 to 180"), Length: M("时长（分钟）", "Length (minutes)"), LengthHelp: M("30 到 480，如 90", "30 to 480, as 90"),
	BadDays: M("请写 1 到 180 的数", "write a number from 1 to 180"), BadLength: M("请写 30 到 480 的分钟数", "write minutes from 30 to 480"),
	HandTitle: M("自己定时间", "Set a time by hand"), HandRule: M("写好日期、时间和地点，下面马上看到和谁冲突。", "Once day, time and room are filled in, what collides is shown below."), Time: M("时间", "Time"), TimeHelp: M("如 9-10:30、14:00", "as 9-10:30, 14:00"), Room: M("地点", "Room"),
	MoveWhy: M("改期的理由", "Why another time"), MoveTitle: M("改到 {day} {time}", "Move it to {day} {time}"), ConvenedNow: M("已定 {day} {time} {room}。请通知各人，再登记答复", "{day} {time} in {room}. Tell everybody, then record the answers"),
	WithoutTitle: M("{names} 那时来不了", "{names} cannot come then"), Without: M("照这个时间开，记他们不能来", "Hold it then, record that they cannot come"), OtherTime: M("换个时间", "Another time"), Take: M("定这个时间", "take it"),
	Free: M("没有冲突", "nothing collides"), Clashes: M("冲突", "What collides"), Checking: M("正在看有没有冲突", "looking what collides"),

	AnswerTitle: M("{name} 的答复", "The answer of {name}"), WhoAnswers: M("谁的答复", "Whose answer"), Answer: M("答复", "Answer"), Note: M("说明", "Note"), NoteHelp: M("派谁来，或为什么不能来", "whom they send, or why not"), AnswerSaved: M("{name}：{answer}", "{name}: {answer}"),
	CancelTitle: M("取消会诊", "Cancel the joint consultation"), CancelWhy: M("原因", "Reason"), CancelledNow: M("会诊已取消，时间空出来了", "It is cancelled; its time is free again"), TaskTitle: M("办完：{what}", "Done: {what}"), WhichTask: M("哪一项办完了", "Which task is done"),
	Result: M("办得怎样", "What came of it"), TaskSaved: M("已登记办完：{what}", "Recorded as done: {what}"), TaskGone: M("这项任务已经办完", "That task is done already"),

	RecordTitle: M("登记会诊", "Record the joint consultation"), RecordRule: M("到了的，记下各人意见；意见不一致的，写进不同意见。", "For who came: the opinion of each; what somebody does not agree with stands as dissent."), CameYes: M("到了", "came"), CameNo: M("没到", "did not"),
	HisOpinion: M("意见", "Opinion"), HisDissent: M("不同意见", "Dissent"), DissentHelp: M("没有就空着", "empty when there is none"), Others: M("还有谁在场", "Who else was there"), OthersHelp: M("当事人、记录人、派来的人", "parties, recorder, who was sent"),
	Line: M("解决思路", "Agreed line"), LineHelp: M("大家认为该怎么解决", "how they think it is to be solved"), Handling: M("处理意见", "To be done"), HandlingHelp: M("下一步怎么办", "what happens next"), Who: M("由谁办", "By whom"), By: M("什么时候前", "By when"),
	Task: M("后续任务", "A task"), TaskNext: M("再一项任务", "Another task"), TaskHelp: M("要做的事，各班会看到；没有就空着", "stands on the boards until done; empty: none"), TaskWho: M("谁去做", "By whom"), TaskDue: M("哪天前做完", "By when"), Recorded: M("会诊已登记，结果进了案件；后续任务 {n} 项", "Recorded; it stands in the case, with {n} tasks"),
}

// GroupName is the heading of joint consultations at a stage.
func GroupName(s hall.Stage) Message { return name(jointGroups, s) }

var jointGroups = map[hall.Stage]Message{
	hall.StageProposed: M("待召集", "To be called together"),
	hall.StageOpen:     M("已召集", "Called together"),
	hall.StageEnded:    M("已会诊", "Held"),
}
