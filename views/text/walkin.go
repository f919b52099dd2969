package text

// WalkIn is the screen of F4.
var WalkIn = struct {
	Title, Number, State, Who, About, Wait, Rooms, Ended, None, Empty, Menu, Calls                                     Message
	CallTo, CallAgain, Start, StartOther, End, Skip, Return, MakeUrgent, Gone, Facts, OpenCase                         Message
	CallNext, RoomBusy, NoQueue, NoRoom, UrgentTitle, GoneTitle, Why, Called, Started, Skipped, Returned, Urgent, Left Message
	EndTitle, EndHint, Submit, EndedNoCase, OpenAsk, OpenBody, OpenYes, OpenNo, PickMediator, Load                     Message
	Call, CallWhich, StartPick, Over, OverNow, Changed, Orphan, Drop, KeepDraft, Dropped, UrgentFor, Came              Message
	HintCall, HintStart, HintEnd, HintWait, HintNone, FactsOf, Against, Kept, GoesOn                                   Message
}{
	Title: M("坐堂门诊", "walk-in"), Number: M("号", "No."), State: M("状态", "State"), Who: M("来访", "Visitor"), About: M("事由", "About"), Wait: M("等候", "Waits"),
	Rooms: M("调解室", "Rooms"), Ended: M("今天已结束 {n}", "Through today: {n}"),
	None:  M("没有人候诊。有人来，按 F3 登记，去向选“现在就看”。", "Nobody waits. F3 registers a visitor; choose “seen now”."),
	Empty: M("空着", "empty"), Menu: M("{no} 号 {who}", "No. {no} {who}"), Calls: M("叫过 {n} 次", "called {n} times"),
	CallTo: M("叫号到 {room}", "Call to {room}"), CallAgain: M("再叫一次", "Call again"), Start: M("开始（我来看）", "Start (I see the visitor)"),
	StartOther: M("开始，由别的调解员看", "Start, seen by another mediator"), End: M("结束，写去向", "End, and where it led"), Skip: M("没有应，过号", "No answer: skip"),
	Return: M("回来了，重新排队", "Back again: to the queue"), MakeUrgent: M("加急，排到最前", "Urgent: to the front"), Gone: M("走了，不看了", "Left without being seen"),
	Facts: M("看登记的内容", "Read what was registered"), OpenCase: M("打开案件", "Open the case"),
	CallNext: M("叫下一位", "call the next"), RoomBusy: M("{room} 里是 {who}", "{who} is in {room}"), NoQueue: M("没有人候诊", "nobody waits"), NoRoom: M("房间都在用，先结束一场", "all rooms are in use; end one first"),
	UrgentTitle: M("为什么加急", "Why urgent"), GoneTitle: M("为什么离开", "Why did the visitor leave"), Why: M("原因", "Reason"),
	Called: M("已叫 {no} 号 {who} 到 {room}", "Called number {no}, {who}, to {room}"), Started: M("{who} 开始", "{who}: started"), Skipped: M("{who} 过号，回来后可重新排队", "{who} was skipped and can come back to the queue"),
	Returned: M("{who} 已重新排队", "{who} is back in the queue"), Urgent: M("{who} 已加急，排在前面", "{who} is urgent and goes ahead"), Left: M("记下了：{who} 离开", "Recorded: {who} left"),
	EndTitle: M("结束 {no} 号 {who}", "end number {no}, {who}"), EndHint: M("已自动保存；Ctrl-S 完成，Esc 先放下（写的都在）", "Kept as you type; Ctrl-S finishes, Esc puts it aside"),
	Submit: M("完成", "finish"), EndedNoCase: M("{who} 已结束：{what}", "{who} is through: {what}"),
	OpenAsk: M("已立案 {no}", "Case {no} is open"), OpenBody: M("现在打开这件案件吗？", "Open the case now?"), OpenYes: M("打开", "open it"), OpenNo: M("以后再说", "later"),
	PickMediator: M("由谁来看", "Who sees the visitor"), Load: M("手上 {n} 件", "{n} open cases"),
	HintCall: M("下一步：按 Ctrl-N 叫 {no} 号 {who}{urgent} 到 {room}", "Next: Ctrl-N calls number {no}, {who}{urgent}, to {room}"), HintStart: M("下一步：{who} 到 {room} 了，选中按 Enter 开始", "Next: when {who} is in {room}, Enter on the row and start"),
	HintEnd: M("下一步：谈完了，选中按 Enter，结束并写去向", "Next: when it is over, Enter on the row and write where it led"), HintWait: M("房间都在用，等一场结束", "All rooms are in use; wait for one"),
	HintNone: M("下一步：有人来，按 F3 登记", "Next: F3 registers whoever comes"), FactsOf: M("登记内容", "As registered"), Against: M("对方", "Other side"), Kept: M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"),
	Call: M("叫号", "Call"), CallWhich: M("叫号，选房间", "Call, and choose the room"), StartPick: M("开始，选由谁来看", "Start, and choose who sees the visitor"),
	Over: M("{who}：{state}，不在候诊里了", "{who}: {state}, no longer in the queue"), OverNow: M("这位来访人已在另一台电脑上结束；您写的还留在草稿里，按 Esc 返回", "This visit was ended at another desk; what you wrote is kept as a draft: Esc"),
	Changed: M("另一台电脑刚改过这次来访，已重新读取；看一遍再按 Ctrl-S", "Changed at another desk and read again: look it over, then Ctrl-S"),
	Orphan:  M("这次来访已经结束，留下一份草稿", "The visit is over; a draft was left"), Drop: M("丢掉草稿", "throw it away"), KeepDraft: M("留着", "keep it"), Dropped: M("草稿已丢掉", "The draft is gone"),
	UrgentFor: M("急：{why}", "Urgent: {why}"), Came: M("{at} 到", "came at {at}"),

	GoesOn: M("打开这件案件，记下刚才的调解吗？", "Open the case and record what was mediated just now?"),
}
