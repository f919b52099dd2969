package joint

import (
	"sizhen/store/hall"
	"sizhen/views/text"
)

// The list.
var (
	title   = text.M("集中会诊", "Joint consultations")
	titleOf = text.M("会诊 {no}", "Joint consultation {no}")
	empty   = text.M("还没有会诊。疑难的案件可以请大家一起商量：按 Ctrl-N 选一件案件提请；在案件里选“提请集中会诊”也一样。",
		"No joint consultation yet. For a difficult case Ctrl-N proposes one; so does the menu of a case.")
	older     = text.M("另有 {n} 件更早的，在案件的“四诊”里看", "{n:earlier one stands|earlier ones stand} in the case files")
	hint      = text.M("Enter 打开，按菜单一步一步办；Ctrl-N 提请一件", "Enter opens one, and its menu leads on; Ctrl-N proposes one")
	hintEmpty = text.M("按 Ctrl-N 提请一件", "Ctrl-N proposes one")
	propose   = text.M("提请会诊", "propose")
	openKey   = text.M("打开", "open")

	answersLabel = text.M("答复", "Answer")

	pickCase     = text.M("为哪件案件提请会诊", "Propose it for which case")
	already      = text.M("这件已经提请会诊，现在打开的就是", "It was proposed for this case already; this is it")
	proposeTitle = text.M("提请集中会诊  {no}", "Propose a joint consultation  {no}")
	proposeWhy   = text.M("提请的理由", "Reason")
	proposeHelp  = text.M("难在哪里，想请谁来看", "what is hard about it, and who could help")
	proposedNow  = text.M("已提请。下一步：定召集人和名单", "Proposed. Next: the convener and whom to invite")
)

// The stages, as the list groups them.
var stages = []struct {
	stage      hall.Stage
	head, none text.Message
}{
	{hall.StageProposed, text.M("待召集  {n} 件", "To be convened  {n}"), text.M("没有。按 Ctrl-N 提请一件", "None; Ctrl-N proposes one")},
	{hall.StageOpen, text.M("已召集  {n} 件", "Convened  {n}"), text.M("没有。定了时间的在这里", "None; those with a time stand here")},
	{hall.StageEnded, text.M("已会诊  {n} 件", "Held  {n}"), text.M("没有。登记过会诊结果的在这里", "None; those that were held stand here")},
}

// One joint consultation.
var (
	reason     = text.M("提请理由", "Reason")
	state      = text.M("进度", "State")
	since      = text.M("{day} {by} 提请", "proposed on {day} by {by}")
	when       = text.M("时间地点", "When, where")
	moved      = text.M("原定 {at}，{by}改期：{why}", "moved from {at} by {by}: {why}")
	courseHead = text.M("走到哪里", "Progress")
	peopleHead = text.M("谁参加", "Who takes part")

	agenda     = text.M("议程", "Agenda")
	notWritten = text.M("还没有写", "not written yet")

	doConsents = text.M("登记双方意见", "Record the parties' consent")
	doInvite   = text.M("定召集人和名单", "Set the convener and invitations")
	doAgenda   = text.M("写议程", "Write the agenda")
	doTimes    = text.M("找共同时间", "Find a common time")
	doMove     = text.M("改时间", "Find another time")
	doAnswer   = text.M("登记答复", "Record an answer")
	doRecord   = text.M("登记会诊", "Record the consultation")
	doCancel   = text.M("取消会诊", "Cancel the consultation")
	doStand    = text.M("撤回取消，照旧会诊", "It was not to be cancelled: hold it")
	standWhy   = text.M("为什么撤回", "Why it is held after all")
	standRule  = text.M("原来的时间还空着，就还是那个时间；过了或给了别人，再找。已经听说取消的人，要再告诉一遍",
		"It keeps its time while that is free; else another is found. Who has heard that it was cancelled is told again")
	standsNow      = text.M("照旧会诊，时间没有变", "It is held as it was planned")
	standsTimeless = text.M("已撤回取消；还没有时间，按 Enter 找", "It is held after all, and has no time: press Enter to find one")
	doTask         = text.M("后续任务：办完、加、更正、收回", "Tasks: done, add, correct, take back")
	nextTell       = text.M("下一步：告诉 {names}，说过按 Enter 登记", "Next: tell {names}, then press Enter to record it")
	doAgain        = text.M("再会诊一次（还请这些人）", "Another meeting with the same people")
	againHelp      = text.M("上次商量到哪里，这次要解决什么", "how far it came, and what is to be solved now")
	againNow       = text.M("已再提请；人还是上次的，要改先改名单，再定时间", "Proposed; the people are those of the last meeting. Change the list if need be, then find a time")
	openMeeting    = text.M("看第 {n} 次（{what}）", "See meeting {n} ({what})")
	nextAgain      = text.M("又会诊过，按 Enter 看那一次", "There was another meeting; Enter leads to it")
	doCorrect      = text.M("更正会诊记录", "Correct the record")

	stepConsents = text.M("双方意见", "Consent")
	neverAsked   = text.M("没有问 {names}", "not asked: {names}")
	stepInvite   = text.M("名单", "Invitations")
	stepTimes    = text.M("定时间", "Time")
	stepAnswers  = text.M("答复", "Answers")
	stepRecord   = text.M("登记", "Recorded")

	nextConsents = text.M("下一步：按 Enter 登记双方意见，还没有问 {names}（请 {whom}）",
		"Next: press Enter to record the parties' consent; not asked: {names} (about {whom})")
	nextStep      = text.M("下一步：按 Enter {do}", "Next: press Enter to {do}")
	nextAnswer    = text.M("下一步：通知后按 Enter 登记答复，没答复 {names}", "Next: tell them, then press Enter to record answers; waiting for {names}")
	nextWait      = text.M("都答复了，{day} {time} 在{room}会诊；会后登记", "All answered: {day} {time} in {room}; record it afterwards")
	nextTask      = text.M("下一步：任务办完了按 Enter 登记，还有 {n} 项", "Next: press Enter when a task is done; {n} open")
	nextDone      = text.M("已会诊，结果在案件里", "It was held; the result is in the case")
	nextCancelled = text.M("这次会诊已取消；取消错了，按 Enter 选“撤回取消，照旧会诊”", "It was cancelled; where that was a mistake, Enter takes it back")

	whoseAnswer = text.M("谁的答复", "Whose answer")
)

// Its forms and small questions.
var (
	consentRule = text.M("请外面的单位和个人参加，要先问双方同意（人民调解法第 20 条）；公安等依第 25 条请来的、司法所、本调委会法律顾问不用问。",
		"Outsiders take part only with the parties' consent (Mediation Law art. 20); not asked for art. 25, judicial office, own adviser.")
	aboutWhom     = text.M("请 {names}", "about {names}")
	howLabel      = text.M("怎么说的", "How")
	consentsSaved = text.M("双方意见已登记", "The parties' consent is recorded")
	consentsNone  = text.M("还没有问任何一方，没有登记什么", "Nobody was asked yet; nothing is recorded")
	consentsSome  = text.M("已登记；还没有问 {names}", "Recorded; not asked yet: {names}")
	crossedAll    = text.M("双方意见已登记；有人不同意，已从名单里划掉 {n} 人", "Recorded; those not agreed to are crossed off the list: {n}")

	agendaHelp   = text.M("一行一条，Ctrl-J 换行", "one point a line; Ctrl-J begins a line")
	agendaSaved  = text.M("议程已保存", "The agenda was saved")
	cancelledNow = text.M("会诊已取消，时间空出来了", "The consultation is cancelled; its time is free again")
	answerTitle  = text.M("{name} 的答复", "The answer of {name}")
	noteLabel    = text.M("说明", "Note")
	noteHelp     = text.M("派谁来，或为什么不能来", "whom they send, or why not")
	answerSaved  = text.M("{name}：{answer}", "{name}: {answer}")

	peopleHint    = text.M("Enter 选人或改；第二行再请一位；Esc 回会诊", "Enter chooses or changes; the second line invites one more; Esc goes back")
	personTitle   = text.M("姓名或单位", "Name")
	unitTitle     = text.M("村、联系人", "Village, contact")
	fromTitle     = text.M("哪里的", "From")
	addRow        = text.M("再请一位…", "Invite one more…")
	inviteKey     = text.M("请一位", "invite")
	whoConvenes   = text.M("谁来召集", "Who convenes it")
	inviteWhom    = text.M("请谁参加", "Invite whom")
	isMe          = text.M("我自己", "myself")
	byName        = text.M("请“{name}”，不在册的人", "Invite “{name}”, not on any list")
	strangerTitle = text.M("请 {name}（不在册）", "Invite {name} (not on any list)")
	unitLabel     = text.M("单位或身份", "Post or trade")
	unitHelp      = text.M("如 村法律顾问、小港村老书记", "e.g. village lawyer, former village head")
	makeMust      = text.M("定为必到（少了他不开）", "Must come (not held without)")
	dropMust      = text.M("不必到（来不了也开）", "Need not come")
	makeConvener  = text.M("改由他召集", "Make convener")
	crossOff      = text.M("从名单划掉", "Cross off")
	convenerNow   = text.M("召集人是 {name}", "{name} convenes it")
	invitedNow    = text.M("已请 {name}", "{name} is invited")
	mustNow       = text.M("已改：{name}", "Changed: {name}")
	crossedNow    = text.M("已划掉 {name}", "{name} is crossed off")

	timesHint    = text.M("Enter 就定这个时间；不合适可以自己定，或换天数和时长", "Enter takes the time; or set one by hand, or look further ahead")
	timesHead    = text.M("往后 {days} 天，每次 {n} 分钟，最好的 {k} 个", "{days:day|days} ahead, {n:minute|minutes}, the best {k}")
	timesSought  = text.M("往后 {days} 天，每次 {n} 分钟", "{days:day|days} ahead, {n:minute|minutes}")
	soonestTag   = text.M("最早", "soonest")
	fewestTag    = text.M("人最齐", "most come")
	bestTag      = text.M("最早人也齐", "best")
	tightRoom    = text.M("房间小", "small room")
	timesAdvice  = text.M("可以减少必到的人、缩短时间、放宽天数，或自己定时间。", "Fewer who must come, a shorter time or more days may help; or set one by hand.")
	otherwise    = text.M("都不合适", "None of these")
	takeKey      = text.M("定这个时间", "take it")
	missingTitle = text.M("谁来不了", "Who cannot come")
	allCome      = text.M("都能来", "all can come")
	notSooner    = text.M("不能更早：{why}", "Not sooner: {why}")
	soonNotice   = text.M("外面的人要提前通知", "guests are told before")
	soonRoom     = text.M("没有合适的空房间", "no fitting room is free")
	soonWho      = text.M("{names} 来不了", "{names} cannot come")
	handRow      = text.M("自己定时间…", "Set a time by hand…")
	rangeRow     = text.M("换天数和时长…", "Other days and length…")
	rangeTitle   = text.M("往后找几天，会诊多久", "How far ahead, how long")
	daysLabel    = text.M("天数", "Days")
	daysHelp     = text.M("1 到 180", "1 to 180")
	lengthLabel  = text.M("时长（分钟）", "Length (minutes)")
	lengthHelp   = text.M("30 到 480，如 90", "30 to 480, e.g. 90")
	handTitle    = text.M("自己定时间", "Set a time by hand")
	handRule     = text.M("写好日期、时间和地点，下面马上看到和谁冲突。", "Once day, time and room are filled in, clashes are shown below.")
	timeHelp     = text.M("如 9-10:30、14:00", "e.g. 9-10:30, 14:00")
	moveWhy      = text.M("改期的理由", "Why another time")
	secrecyHelp  = text.M("内部会诊：双方的隐私、商业秘密不外传（调解法第 15 条）", "internal: nothing of the parties goes out (law, article 15)")
	convenedAsk  = text.M("已定 {day} {time} {room}。{names} 同意的是原来那天，要重新问", "{day} {time} in {room}. {names} agreed to another day: ask again")
	convenedNow  = text.M("已定 {day} {time} {room}。请通知各人，再登记答复", "{day} {time} in {room}. Tell everybody, then record the answers")
	withoutTitle = text.M("{names} 那时来不了", "{names} cannot come then")
	holdThen     = text.M("照这个时间开，记他们不能来", "Hold it then, record that they cannot come")
	otherTime    = text.M("换个时间", "Another time")

	recordTitle = text.M("登记会诊", "Record the joint consultation")
	heldUnasked = text.M("! 还没有问 {names} 同不同意 {whom} 参加（人民调解法第 20 条）。问过先登记双方意见，再登记会诊。",
		"! {names} have not been asked about {whom} taking part (Mediation Law art. 20). Record their consent first.")
	recordRule   = text.M("到了的，记下各人意见；意见不一致的，写进不同意见。", "For who came: the opinion of each; what somebody does not agree with stands as dissent.")
	hisOpinion   = text.M("意见", "Opinion")
	hisDissent   = text.M("不同意见", "Dissent")
	emptyHelp    = text.M("没有就空着", "empty when there is none")
	othersThere  = text.M("还有谁在场", "Who else was present")
	othersHelp   = text.M("当事人、记录人、派来的人", "parties, recorder, who was sent")
	lineHelp     = text.M("大家认为该怎么解决", "how they think it should be solved")
	handlingHelp = text.M("下一步怎么办", "what happens next")
	byWhen       = text.M("什么时候前", "By when")
	oneTask      = text.M("后续任务", "A task")
	anotherTask  = text.M("再一项任务", "Another task")
	correctRule  = text.M("原来写的会留着，和更正一起看得到。", "What was written stays and can be read beside the correction.")
	correctWhy   = text.M("为什么更正", "Why")
	correctedNow = text.M("已更正，原来写的留在下面", "Corrected; what was written stays below")
	recorded     = text.M("会诊已登记，结果进了案件；后续任务 {n} 项", "Recorded; it stands in the case, with {n:task|tasks}")
)
