package text

// TownClass says how often the county team comes to a township of a class.
func TownClass(class int) Message { return name(townClasses, class) }

var townClasses = map[int]Message{
	1: M("一类乡镇，每周一次", "class 1, once a week"),
	2: M("二类乡镇，每半月一次", "class 2, once a half-month"),
	3: M("三类乡镇，每月一次", "class 3, once a month"),
}

// Rota is the screen on which duty is planned.
var Rota = struct {
	Title, TitleTeam, TitleLeaves, TitleSwaps, TitleCounty, MonthHead, NoRight, Kept, JumpTo                                                        Message
	KeySave, KeyMore, HelpMore, KeyAddMember, KeyAddLeave, KeyMonths, KeyWeeks, KeyPlan, KeyDay, KeyJump, KeyPeople, KeyTowns                       Message
	Hint, HintTeam, HintLeaves, HintSwaps, HintCounty, HintSwap, HintMine, HintPlan, HintOpen, HintPreview                                          Message
	LackHead, Lack, LackFull, SwapShort, SwapWaits, OffShort, OffBecause, CountyLack, CountyN, CountyOne, CountyWho, NoShift, NoShiftClosed, Nobody Message
	MoreLines, MoreDay, MoreTally, PlaceLeft, PlaceLeave, PlaceLate, TallyHead, TallyRow, TallyMissed, TallyNone                                    Message
	DoMove, DoAssign, DoAdd, DoOff, DoSwap, DoTrail, DoMore, DoPlan, DoTeam, DoLeaves, DoSwaps, DoCounty, DoMonth, DoSheet, DoICS, DoTally          Message
	NoneHere, WhichShift, TrailBy, TrailHead, TrailDays, TrailPeople, TrailWhy, TrailNone                                                           Message
	Why, WhyHelp, MoveTitle, MoveTo, MovedNow, OffTitle, OffNow, AddTitle, AddedNow, Kind, Town, Day, Who, WhoHelp                                  Message
	TakeOff, FillEmpty, OneMore, LeaveEmpty, NobodyElse, WhoInstead, WhoMore, Candidate, WhyDuty, WhyLeave, WhyJoint, WhyLeft                       Message
	AssignTitle, FillTitle, EmptyTitle, AssignedNow, WhoseShift, WithWhom, WhichTake, NoReturn, BothOn, SwapTitle, AskedNow                         Message
	PlanTitle, From, To, How, HowKeep, HowAfresh, PreviewTitle, PlanLonger, NothingNew, PlanAgain, PlanSaved, SavePlan, GoBack                      Message
	PlanSpan, PlanSum, GapsHead, GapRow, GapSmall, GapLeave, GapBooked, GapElsewhere, ChangesHead, NewHead, NoChanges, Span, Arrow, Dropped         Message
	LoadHead, LoadRow, SaveLeave, SaveLeavePlan, SaveLeaveOnly, StaysHead                                                                           Message
	LeavesNone, FromTo, ToDay, TakeBack, LeavePast, LeaveTitle, LeaveSaved, LeaveOff, LeavePreview, LeaveOffPreview, LeaveMoves, LeaveMovesNone     Message
	TeamHead, TeamNone, TeamDefault, Since, AddRow, TakeOut, TakeIn, LastOne, MemberIn, MemberOut, PickTitle, ByName                                Message
	SwapsOfMe, SwapsOfMeNone, SwapsByMe, SwapsByMeNone, SwapsOthers, SwapsOthersNone, SwapsOver, SwapsOverNone, SwapsHow, SwapTake, SwapBoth        Message
	WaitsFor, Consent, RefuseSwap, ConsentFor, RefuseFor, Recall, Recalled, Consented, Swapped                                                      Message
	RefuseTitle, RefuseNote, RefuseHelp, Refused                                                                                                    Message
	CountySum, WeekFrom, Missing, TownHead, TownSum, AnyDay, NoVisit, MissingList, MissingMore, Visits, OnRest, NextVisits, NoVisits, OwnVisits     Message
	ICSAll, ICSMe, Written                                                                                                                          Message
}{
	Title: M("值班安排", "duty plan"), TitleTeam: M("值班名单", "duty teams"), TitleLeaves: M("请假", "leaves"), TitleSwaps: M("换班", "swaps"), TitleCounty: M("县级下沉全年", "the county team's year"),
	MonthHead: M("{month}值班", "Duty, {month}"), NoRight: M("只有主任和管理员能改", "for the head and administrators"), Kept: M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"), JumpTo: M("到哪一天", "To which day"),

	KeySave: M("保存", "save"), KeyMore: M("名单请假换班", "teams, leaves, swaps"), HelpMore: M("排班、名单、请假、换班、全年、月表、日历文件", "plan, teams, leaves, swaps, the year, wall sheet, calendar files"), KeyAddMember: M("添人", "add somebody"), KeyAddLeave: M("登记请假", "add a leave"),
	KeyMonths: M("翻月", "month"), KeyWeeks: M("翻几周", "some weeks"), KeyPlan: M("排班", "plan"), KeyDay: M("当天", "the day"), KeyJump: M("到日期", "go to"), KeyPeople: M("按人看", "by people"), KeyTowns: M("按乡镇看", "by townships"),

	Hint: M("Enter：改日期、换人、加班次、取消、换班；Ctrl-T 看当天", "Enter: move, other people, add, call off, swap; Ctrl-T shows the day"), HintTeam: M("Enter 添人或移出；移出的人已排的班，重新排班时换掉", "Enter adds somebody or takes him out; his shifts go to others when you plan anew"),
	HintLeaves: M("Enter 销假；Ctrl-N 登记请假，先看动哪些班再保存", "Enter takes one back; Ctrl-N adds one and shows which shifts move before it is saved"), HintSwaps: M("Enter 答复；两个人都同意了，班就换好", "Enter answers; once both consent the shifts change hands"),
	HintCounty: M("Enter 改这一周的下沉；Tab 按人看；Ctrl-N 排全年", "Enter changes the visit; Tab shows it by people; Ctrl-N plans the year"), HintSwap: M("有人请您换班：按 Ctrl-O，选“换班”答复", "Somebody asks you to swap: Ctrl-O, then swaps"),
	HintMine: M("有 {dot} 的是您的班；在您的班上按 Enter 可以请人换班", "{dot} marks your shifts; Enter on one asks somebody to swap"), HintPlan: M("下一步：按 Ctrl-N 排班，先看再保存", "Next: Ctrl-N plans; you see it before it is saved"), HintOpen: M("还缺 {n} 人：选中那天按 Enter，选“换人”", "{n} places are open: select the day, Enter, other people"),
	HintPreview: M("还没有保存。看好了按 Ctrl-S 保存；Esc 回去改", "Nothing is saved yet: Ctrl-S saves, Esc goes back"),

	LackHead: M("缺", "open"), Lack: M("缺{n}", "open {n}"), LackFull: M("还缺 {n} 人", "{n} still to be found"), SwapShort: M("换?", "swap?"), SwapWaits: M("有人要换这个班，等答复", "a swap of it waits for an answer"), OffShort: M("取消", "off"), OffBecause: M("已取消：{why}", "called off: {why}"),
	CountyLack: M("县缺{n}", "cty ?{n}"), CountyN: M("县{n}处", "cty {n}"), CountyOne: M("县", "cty"), CountyWho: M("县 {who}", "cty {who}"), NoShift: M("这一天没有排班", "No shift on this day"), NoShiftClosed: M("不开门，没有排班", "Closed, no shift"), Nobody: M("没有人", "nobody"),
	MoreLines: M("还有 {n} 行", "{n} more lines"), MoreDay: M("还有 {n} 行，按 Ctrl-T 看当天", "{n} more lines: Ctrl-T shows the day"), MoreTally: M("还有 {n} 行，按 Ctrl-O", "{n} more: Ctrl-O"), PlaceLeft: M("{name}（已离开，空着）", "{name} (left: open)"), PlaceLeave: M("{name}（请假，空着）", "{name} (on leave: open)"), PlaceLate: M("{name} {state}，迟到 {n} 分", "{name} {state}, {n} min late"),
	TallyHead: M("本月次数 {kind}", "This month, {kind}"), TallyRow: M("平日{work} 休息日{rest}", "work{work} rest{rest}"), TallyMissed: M("缺勤{n}", "miss {n}"), TallyNone: M("这个月没有排班", "Nothing is planned this month"),

	DoMove: M("改日期", "Move to another day"), DoAssign: M("换人、添人", "Other people"), DoAdd: M("加一个班", "Add a shift"), DoOff: M("取消这个班", "Call it off"), DoSwap: M("请人换班", "Ask for a swap"), DoTrail: M("看改动经过", "What was changed"), DoMore: M("名单、请假、换班、打印……", "Teams, leaves, swaps, print…"),
	DoPlan: M("排班", "Plan"), DoTeam: M("值班名单", "Teams"), DoLeaves: M("请假", "Leaves"), DoSwaps: M("换班", "Swaps"), DoCounty: M("县级下沉全年", "The county team's year"), DoMonth: M("回到月表", "The month"), DoSheet: M("写成月表，贴墙用（Word）", "Write the month for the wall (Word)"), DoICS: M("写成日历文件（.ics）", "Write a calendar file (.ics)"), DoTally: M("每人几次", "How much each has"),
	NoneHere: M("这一天没有班", "no shift here"), WhichShift: M("哪一个班", "Which shift"),
	TrailBy: M("{by} {at} 排的", "planned by {by}, {at}"), TrailHead: M("{at} {by} {what}", "{at}: {what}, by {by}"), TrailDays: M("{from} 改到 {to}", "from {from} to {to}"), TrailPeople: M("{was} 换成 {now}", "{was} to {now}"), TrailWhy: M("原因：{why}", "why: {why}"), TrailNone: M("没有改过", "Nothing was changed"),

	Why: M("原因", "Why"), WhyHelp: M("写给大家看的，留在改动经过里", "everybody can read it in the trail"), MoveTitle: M("改日期：{day} {shift}", "Move: {day}, {shift}"), MoveTo: M("改到哪一天", "To which day"), MovedNow: M("已改日期", "Moved"), OffTitle: M("取消：{day} {shift}", "Call off: {day}, {shift}"), OffNow: M("已取消", "Called off"),
	AddTitle: M("加一个班", "Add a shift"), AddedNow: M("已加上", "Added"), Kind: M("哪种值班", "Which duty"), Town: M("乡镇", "Township"), Day: M("哪一天", "Day"), Who: M("谁", "Who"), WhoHelp: M("打姓名或首字母，按 ↓ 选", "type a name or initials, then ↓ and Enter"),
	TakeOff: M("换下 {who}", "Instead of {who}"), FillEmpty: M("补上空着的 {n} 个位置", "Fill one of {n} open places"), OneMore: M("另外再添一个人", "One more person"), LeaveEmpty: M("不换，空着", "Leave the place empty"), NobodyElse: M("名单里没有别人了；按 Ctrl-O 在“值班名单”里添人", "nobody else is in the team; add somebody under Ctrl-O, teams"),
	WhoInstead: M("谁来替 {who}", "Who instead of {who}"), WhoMore: M("添谁", "Who"), Candidate: M("{name}  本月平日 {work}、休息日 {rest}", "{name}  {work} on workdays, {rest} on rest days"), WhyDuty: M("那天已有班", "on duty that day"), WhyLeave: M("那天请假", "on leave"), WhyJoint: M("那天要会诊", "at a joint consultation"), WhyLeft: M("已离开", "left"),
	AssignTitle: M("{day} {out} 换成 {in}", "{day}: {in} instead of {out}"), FillTitle: M("{day} 添 {in}{out}", "{day}: {in} comes too{out}"), EmptyTitle: M("{day} 换下 {out}，空着{in}", "{day}: without {out}{in}"), AssignedNow: M("已换人", "Changed"),
	WhoseShift: M("谁的班", "Whose shift"), WithWhom: M("请谁来值", "Who is to take it"), WhichTake: M("用 {who} 的哪一天来换", "For which day of {who}"), NoReturn: M("不用还，请他代一次", "For none: he stands in"), BothOn: M("两个人都在这个班上", "both are on it"), SwapTitle: M("{day} 请 {with} 换班", "Ask {with} to swap {day}"), AskedNow: M("已请 {with} 换班，等他同意", "{with} is asked; it is done once he consents"),

	PlanTitle: M("排班", "Plan duty"), From: M("从哪天", "From"), To: M("到哪天", "To"), How: M("已排好的", "What stands"), HowKeep: M("尽量不动", "keep as far as possible"), HowAfresh: M("从头重排", "plan afresh"), PreviewTitle: M("先看一遍：{kind}", "Look first: {kind}"),
	PlanLonger: M("后面已经排好，为了公平一直看到 {to}", "More stands after it; to stay fair the plan goes on to {to}"), NothingNew: M("和现在的一样，没有要保存的", "it is as it stands: there is nothing to save"), PlanAgain: M("刚才别的窗口改过班表，这是重新排的，请再看一遍", "The plan was just changed at another desk; this one is made anew, look once more"), PlanSaved: M("班表已保存", "The plan is saved"), SavePlan: M("保存这个班表", "Save this plan"), GoBack: M("回去改", "Go back"),
	PlanSpan: M("{kind}  {from} 到 {to}", "{kind}  {from} to {to}"), PlanSum: M("共 {all} 班：新排 {new}，改动 {moved}，还缺 {lack} 人", "{all} shifts: {new} new, {moved} changed, {lack} places open"), GapsHead: M("排不上的 {n} 人次", "Cannot be filled: {n}"), GapRow: M("缺 {n} 人：{why}", "{n} open: {why}"),
	GapSmall: M("名单里那天只有 {n} 个人", "only {n} in the team that day"), GapLeave: M("{names} 请假", "on leave: {names}"), GapBooked: M("{names} 要参加会诊", "at a joint consultation: {names}"), GapElsewhere: M("{names} 有别的班", "on other duty: {names}"),
	ChangesHead: M("已排好的，改动 {n} 班", "Changed of what stands: {n}"), NewHead: M("新排 {n} 班", "New: {n}"), NoChanges: M("没有改动", "No changes"), Span: M("{from} 到 {to}", "{from} to {to}"), Arrow: M("{a} → {b}", "{a} → {b}"), Dropped: M("{names}，{what}", "{names}: {what}"),
	LoadHead: M("每人几次 {kind}", "How much each has, {kind}"), LoadRow: M("平日{work} 休息日{rest} 此前{before}", "work{work} rest{rest} before {before}"), SaveLeave: M("登记请假", "Save the leave"), SaveLeavePlan: M("登记请假，并照这样换班", "Save the leave and change the shifts as shown"), SaveLeaveOnly: M("只登记请假，班先空着", "Save the leave only; the shifts stay open"), StaysHead: M("只登记请假的话，这 {n} 班空着", "With the leave alone, {n} shifts are open"),

	LeavesNone: M("没有人请假。按 Ctrl-N 登记请假：先看哪些班换给谁，再保存。", "Nobody is on leave. Ctrl-N adds a leave: you see which shifts go to whom before it is saved."), FromTo: M("从哪天到哪天", "From – to"), ToDay: M("到哪天", "To"), TakeBack: M("销假，先看班怎么变", "Take it back; look first"), LeavePast: M("已经过去", "it is past"), LeaveTitle: M("请假", "Leave"),
	LeaveSaved: M("已登记请假", "The leave is saved"), LeaveOff: M("已销假", "The leave is taken back"), LeavePreview: M("{name} 请假 {days}", "{name} on leave {days}"), LeaveOffPreview: M("{name} 销假 {days}", "{name} back: {days}"), LeaveMoves: M("因此改动 {n} 班，其余不动", "{n} shifts change, all others stay"), LeaveMovesNone: M("已排好的班一个都不动", "No shift that stands changes"),

	TeamHead: M("{kind}  {n} 人", "{kind}  {n}"), TeamNone: M("还没有人。选“添一个人”按 Enter", "Nobody yet: Enter on “Add somebody”"), TeamDefault: M("还没有选过人，现在按账号排；添一个人就算选定", "Nobody was chosen: the accounts are planned with; adding somebody settles it"), Since: M("{day} 起", "since {day}"), AddRow: M("添一个人", "Add somebody"),
	TakeOut: M("移出名单（从今天起）", "Take out of the team from today on"), TakeIn: M("再加进来（从今天起）", "Take in again from today on"), LastOne: M("名单里至少留一个人", "one has to stay"), MemberIn: M("{name} 已在名单里；按 Ctrl-O 选“排班”把班分给他", "{name} is in; plan (Ctrl-O) to give him shifts"), MemberOut: M("{name} 已移出；他的班还在，按 Ctrl-O 选“排班”换人", "{name} is out; his shifts stand until you plan anew (Ctrl-O)"), PickTitle: M("添到 {kind}", "Add to {kind}"), ByName: M("不在册，只写名字", "on no list, by name"),

	SwapsOfMe: M("请您答复", "Waiting for you"), SwapsOfMeNone: M("没有人请您换班", "nobody asks you"), SwapsByMe: M("您请别人的", "Asked by you"), SwapsByMeNone: M("没有。在月表里选您的班，按 Enter，选“请人换班”", "none; in the month, Enter on your shift asks for a swap"), SwapsOthers: M("别人之间", "Among others"), SwapsOthersNone: M("没有", "none"), SwapsOver: M("已有结果", "Answered"), SwapsOverNone: M("没有", "none"),
	SwapsHow: M("在月表里选您的班，按 Enter，选“请人换班”", "in the month, Enter on your shift asks for a swap"), SwapTake: M("{who} {day} 请 {with} 代班", "{who} {day}: {with} stands in"), SwapBoth: M("{who} {day} 换 {with} {for}", "{who} {day} for {with} {for}"),
	WaitsFor: M("等 {names} 同意", "waits for {names}"), Consent: M("同意", "Consent"), RefuseSwap: M("不同意", "Refuse"), ConsentFor: M("{name} 口头同意，替他登记", "Write down that {name} consents"), RefuseFor: M("{name} 不同意，替他登记", "Write down that {name} refuses"),
	Recall: M("撤回", "Take it back"), Recalled: M("已撤回", "Taken back"), Consented: M("已同意，等另一位", "You consented; the other one still has to"), Swapped: M("两个人都同意了，班已换好", "Both consented: the shifts have changed hands"),
	RefuseTitle: M("不同意：{swap}", "Refuse: {swap}"), RefuseNote: M("说一句", "A word"), RefuseHelp: M("对方看得到；可以不写", "the other one reads it; may be left empty"), Refused: M("已答复不同意，班不动", "Refused; the shifts stay as they are"),

	CountySum: M("{year}年  {towns} 个乡镇  应去 {want} 次，已排 {have}，没排 {missing}，缺人 {short}", "{year}  {towns} townships  due {want}, planned {have}, missing {missing}, short of people {short}"), WeekFrom: M("{week}起", "from {week}"), Missing: M("缺", "missing"),
	TownHead: M("{town}  {class}  {day}", "{town}  {class}  {day}"), TownSum: M("全年应去 {want} 次，已排 {have}，没排 {missing}，缺人 {short}", "due {want} this year, planned {have}, missing {missing}, short of people {short}"), AnyDay: M("星期不限", "any weekday"), NoVisit: M("{week} 没有下沉", "no visit {week}"),
	MissingList: M("没排：{spans}", "missing: {spans}"), MissingMore: M("没排：{spans}，还有 {n} 段", "missing: {spans}, and {n} more"), Visits: M("次数", "Visits"), OnRest: M("其中休息日", "Rest days"), NextVisits: M("接下来", "Next"), NoVisits: M("这一年没有排他", "none this year"), OwnVisits: M("{name} {year}年下沉", "{name}: visits in {year}"),

	ICSAll: M("全部人的", "everybody's"), ICSMe: M("（您）", "(you)"), Written: M("已写成 {path}", "Written to {path}"),
}

// DutyPaper is what duty says on paper and in files.
var DutyPaper = struct {
	Title, Printed, Visit, Open, With, FileMonth, FileAll, FileOf Message
}{
	Title: M("{hall}  {month}值班表", "{hall}: duty, {month}"), Printed: M("印制日期：{day}", "Printed on {day}"), Visit: M("{town}：{names}", "{town}: {names}"), Open: M("（缺 {n} 人）", "({n} open)"), With: M("值班：{names}", "On duty: {names}"),
	FileMonth: M("{month}值班表", "duty {month}"), FileAll: M("值班日历", "duty calendar"), FileOf: M("{name}值班日历", "duty of {name}"),
}

// DutyExport is what the export of duty says on the command line.
var DutyExport = struct {
	Month, Person, BadMonth, NoPerson Message
	OnlyICS                           Message
}{
	Month: M("哪个月，写成 2026-12（默认本月）", "which month, as 2026-12 (default this one)"), Person: M("只要这个人的班", "only this person's shifts"),
	BadMonth: M("“{value}” 不是月份，要写成 2026-12。", "“{value}” is no month: write it as 2026-12."), NoPerson: M("{month}没有叫 “{name}” 的人值班。值班的有：{names}。", "nobody called “{name}” has duty in {month}. There are: {names}."),

	OnlyICS: M("月表贴在墙上，写的是所有人；要一个人的，用 --format ics 或 csv。", "the sheet for the wall is everybody's; for one person use --format ics or csv."),
}
