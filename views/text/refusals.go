package text

import "sizhen/store/hall"

// words are what a code says: what is wrong, then what to do about it.
func words(e *hall.Error) Message {
	if m := calendarWords(e); !m.IsZero() {
		return m
	}
	for _, of := range []func(hall.Code) Message{deskWords, peopleWords, intakeWords, visitWords, planWords, courseWords, agreementWords, dutyWords, placeWords,
		orderWords, settingFault, noticeWords} {
		if m := of(e.Code); !m.IsZero() {
			return special(e, m)
		}
	}
	return Message{}
}

// withReason names what the date is measured by, where the refusal knows.
func withReason(e *hall.Error, m Message) Message {
	what, known := e.Args["what"].(hall.Milestone)
	if !known || what == hall.NoMilestone {
		return m
	}
	if e.Code == hall.ErrDayBefore {
		return M("不能早于{what}的日子 {day}。请改日期", "it cannot be before {day}, the day of {what}. Change the date").With("what", Milestone(what))
	}
	return M("不能晚于{what}的日子 {day}。请改日期", "it cannot be after {day}, the day of {what}. Change the date").With("what", Milestone(what))
}

// Milestone is a day in the course of things that another day is measured by.
func Milestone(m hall.Milestone) Message { return name(milestones, m) }

var milestones = map[hall.Milestone]Message{
	hall.AtBirth:       M("出生", "birth"),
	hall.AtApplication: M("申请", "the application"),
	hall.AtAcceptance:  M("受理", "acceptance"),
	hall.AtAgreement:   M("达成协议", "the agreement"),
	hall.AtEffect:      M("协议生效", "taking effect"),
	hall.AtFounding:    M("成立", "the founding"),
	hall.AtBeginning:   M("开始", "the beginning"),
	hall.AtTransfer:    M("流转", "the transfer"),
	hall.AtEnding:      M("结束", "the end"),
}

// amountFault says why something is no amount of money.
func amountFault(why hall.AmountFault) Message {
	switch why {
	case hall.AmountNegative:
		return M("金额不能是负数。请去掉前面的减号", "an amount cannot be below zero. Take the minus sign away")
	case hall.AmountFine:
		return M("金额最小到分。请写两位小数，如 12.50", "an amount has two decimals at most. Write 12.50")
	case hall.AmountLarge:
		return M("这个金额大得记不下。请核对是不是多写了几位", "this amount is too large to keep. Check whether there are digits too many")
	}
	return peopleWords(hall.ErrAmount)
}

// special finds closer words where an argument decides what to do next.
func special(e *hall.Error, m Message) Message {
	switch e.Code {
	case hall.ErrDayBefore, hall.ErrDayAfter:
		return withReason(e, m)
	case hall.ErrNoExtension, hall.ErrExtended:
		after, _ := e.Args["after"].(hall.Expiry)
		return m.With("after", Expiry(after))
	case hall.ErrAgreeExtension:
		who, _ := e.Args["who"].(hall.Agree)
		return m.With("who", name(agreed, who))
	case hall.ErrAmount:
		why, _ := e.Args["why"].(hall.AmountFault)
		return amountFault(why)
	case hall.ErrWrittenNeeded:
		switch e.Args["why"] {
		case "difficult":
			return M("疑难复杂的案件应当写书面协议。请改为书面，或写明用口头的理由", "a difficult case should have a written agreement. Make it written, or say why it is oral")
		case "later":
			return M("不是当场履行的，应当写书面协议。请改为书面，或写明用口头的理由", "what is not performed on the spot should be agreed in writing. Make it written, or say why it is oral")
		case "labour":
			return M("劳动争议、拖欠工资的，调解协议必须书面。请选书面", "an agreement about labour or wages must be written. Choose written")
		case "asked":
			return M("当事人要求书面的，应当写书面协议。请改为书面，或写明用口头的理由", "a party asks for it in writing. Make it written, or say why it is oral")
		case "mass":
			return M("群体性纠纷应当写书面协议。请改为书面，或写明用口头的理由", "a mass dispute should have a written agreement. Make it written, or say why it is oral")
		case "risk":
			return M("高风险的案件应当写书面协议。请改为书面，或写明用口头的理由", "a case of high risk should have a written agreement. Make it written, or say why it is oral")
		case "amount":
			return M("金额较大，应当写书面协议。请改为书面，或写明用口头的理由", "an amount this large should be agreed in writing. Make it written, or say why it is oral")
		}
	case hall.ErrConflictOfInt:
		if e.Args["kind"] == hall.ConflictBefore {
			return M("{name} 在本案中回避过。请另选一位；确实要选他，请写明理由", "{name} stood aside from this case before. Choose somebody else, or give the reason for choosing them")
		}
	case hall.ErrBorne:
		return borne(e)
	case hall.ErrRoomInUse:
		if _, named := e.Args["name"]; named {
			return M("{room} 里 {name} 还没有结束。请先结束那一场，或换一间", "{name} is still being seen in {room}. End that visit first, or choose another room")
		}
	}
	return m
}

func deskWords(c hall.Code) Message {
	switch c {
	case hall.ErrConflict:
		return M("别的窗口刚改过这一条，没有保存。已填的内容还在；请看一下新的内容，再保存一次",
			"it was just changed at another desk and not saved. What you typed is still there; look at the new state and save again")
	case hall.ErrUnchanged:
		return M("还没有改什么。改好再按 Ctrl-S，不改按 Esc", "Nothing is changed yet. Change it and press Ctrl-S, or leave with Esc")
	case hall.ErrJoined:
		return M("这条记录已合并到另一条，请打开那一条；合错了先拆开", "This record was merged into another: open that one, or split them first")
	case hall.ErrNotJoined:
		return M("这条记录没有合并过，不用拆。请打开合并过的那一条", "This record was not merged into another. Open the record that was")
	case hall.ErrNotFound:
		return M("找不到这一条，可能已被合并或取消。请按 Esc 返回，重新查找", "it is no longer there; it may have been merged or cancelled. Go back with Esc and look for it again")
	case hall.ErrForbidden:
		return M("您的账号不能办这一项。请找{roles}", "your account is not for this. Ask {roles}")
	case hall.ErrClosedCase:
		return M("这件案件不公开，只有承办调解员和中心主任能看。需要时请找他们", "this case is confidential: only its mediators and the head of the hall may open it. Ask one of them")
	case hall.ErrSignIn:
		return M("登录名或密码不对。请重新输入；忘了密码请找管理员", "the sign-in name or password is wrong. Type them again; if you forgot the password, ask the administrator")
	case hall.ErrSlowDown:
		return M("输错次数太多。请等 {seconds} 秒再试，或找管理员重设密码", "too many wrong tries. Wait {seconds:second|seconds}, or have the administrator set a new password")
	case hall.ErrSuspended:
		return M("这个账号已停用。要恢复请找管理员", "this account is switched off. Ask the administrator to switch it on")
	case hall.ErrLoginTaken:
		return M("登录名 {login} 已有人用。请换一个，比如在后面加数字", "the sign-in name {login} is taken. Choose another, for example with a digit at the end")
	case hall.ErrLoginBlank:
		return M("登录名里不要有空格。请去掉空格", "no blanks in a sign-in name. Take them out")
	case hall.ErrNoRole:
		return M("至少选一个角色。请按 2 选上", "an account has one role at least. Press 2 to give it one")
	case hall.ErrOldSecret:
		return M("现在的密码不对。请重新输入", "the present password is wrong. Type it again")
	case hall.ErrWeakSecret:
		return M("密码太短，至少要 {least} 位。请加长", "the password is too short: at least {least:character|characters}. Make it longer")
	case hall.ErrNotSame:
		return M("两次输入的密码不一样。请两处都再输一遍", "the two passwords differ. Type both again")
	case hall.ErrNamesake:
		return M("已有 {others}。请说明是不是同一个", "on file already: {others}. Say whether it is the same one")
	case hall.ErrOnlyAdmin:
		return M("这是最后一位管理员，不能去掉。请先让另一个人当管理员", "no other account is an administrator, so the role stays. Make somebody else one first")
	case hall.ErrLastAdmin:
		return M("这是最后一位管理员，不能停用。请先让另一个人当管理员", "this is the last administrator and must stay one. Make somebody else an administrator first")
	case hall.ErrTooLong:
		return M("太长了，最多 {most} 个字。请缩短", "it is too long: {most:character|characters} at most. Shorten it")
	case hall.ErrPickOne:
		return M("请从列出的里选一个：打名称或首字母，按 ↓ 再按 Enter；不填就清空", "choose one of those listed: type its name or initials, then ↓ and Enter; clear the field for none")
	case hall.ErrRequired:
		return M("这一项要填。请填好再继续", "this must be filled in. Fill it in to go on")
	case hall.ErrUnknownRoom:
		return M("设置里没有 {room} 这间调解室。请选列出的一间，或请管理员加上", "there is no room {room} in the settings. Choose one from the list, or have the administrator add it")
	case hall.ErrNotListed:
		return M("列出的里没有“{name}”。请按 ↓ 从列出的里选，或改成全名", "“{name}” is not in the list. Choose with ↓, or write it in full")
	case hall.ErrUnknownType:
		return M("纠纷类型里没有 {type}。请从列表里选一类", "there is no dispute type {type}. Choose one from the list")
	}
	return Message{}
}

func peopleWords(c hall.Code) Message {
	switch c {
	case hall.ErrIDLength:
		return M("身份证号要 18 位，现在是 {n} 位。请对照证件补齐，或先空着", "an identity number has 18 places, this has {n}. Compare it with the card, or leave it empty for now")
	case hall.ErrIDDigits:
		return M("身份证号只能是数字，末位可以是 X。请对照证件改正", "an identity number is digits only, the last place may be X. Compare it with the card")
	case hall.ErrIDDate:
		return M("身份证号里的出生日期不存在。请对照证件第 7 到 14 位", "the birth date in the identity number does not exist. Compare places 7 to 14 with the card")
	case hall.ErrIDChecksum:
		return M("身份证号对不上，有一位输错了。请对照证件逐位核对", "the identity number does not add up: one place is wrong. Compare it with the card place by place")
	case hall.ErrCreditLength:
		return M("统一社会信用代码要 18 位，现在是 {n} 位。请对照执照补齐，或先空着", "a social credit code has 18 places, this has {n}. Compare it with the licence, or leave it empty for now")
	case hall.ErrCreditSign:
		return M("统一社会信用代码里没有“{sign}”。只有数字和大写字母，不用 I、O、S、V、Z", "a social credit code has no {sign}: digits and letters only, without I, O, S, V and Z")
	case hall.ErrCreditChecksum:
		return M("统一社会信用代码对不上，有一位输错了。请对照执照逐位核对", "the social credit code does not add up: one place is wrong. Compare it with the licence place by place")
	case hall.ErrCreditPerson:
		return M("这是单位的统一社会信用代码。是单位的，请把“个人或单位”改成单位；是个人的，请写身份证号",
			"this is the credit code of a body. Choose body under person or body, or write the person's identity number")
	case hall.ErrPhone:
		return M("这不是电话号码。手机 11 位，座机 7、8 位，前面可加区号；分机写在后面，如 82345678转3",
			"this is no telephone number. A mobile one has 11 digits, a local one 7 or 8, with or without its area code; an extension as 82345678-3")
	case hall.ErrNameNumber:
		return M("姓名里有一长串数字。证件号和电话请填到各自的栏里", "the name holds a long number. Identity numbers and telephones have fields of their own")
	case hall.ErrVillageNumber:
		return M("这里填村名、社区名，不填号码。电话请填到“电话”栏里", "a village has a name, no number. A telephone has a field of its own")
	case hall.ErrDay:
		return M("看不出是哪一天。请写成 11-30、12月3日、+3、明天、下周三、下月3号 或 腊月初八", "this cannot be read as a date. Write 11-30, 30 Nov, +3, tomorrow or next wed")
	case hall.ErrTime:
		return M("看不出是几点。请写成 9:00、930、下午2点半 或 9-10", "this cannot be read as a time of day. Write 9:00, 930, 2:30 pm or 9-10")
	case hall.ErrWindows:
		return M("看不懂是哪些时间。请写成 周二 9-11、周四 14-17，先写星期再写几点到几点", "these times cannot be read. Write Tue 9-11, Thu 14-17: the weekday, then from when to when")
	case hall.ErrAmount:
		return M("看不出是多少钱。请写成 12000、1.2万、1万2 或 一万二", "this cannot be read as an amount. Write 12000, 12,000.50 or 12k")
	case hall.ErrNumber:
		return M("这里要一个数。请写成 12 或 十二", "this must be a number. Write it in digits, as 12")
	case hall.ErrRange:
		return M("要在 {least} 到 {most} 之间。请改数字", "it must lie between {least} and {most}. Change the number")
	case hall.ErrWeekday:
		return M("{date} 是{weekday}，和写的星期对不上。请核对是哪一天", "{date} is a {weekday}, not the weekday you wrote. Check which day is meant")
	case hall.ErrFarAhead:
		return M("{date} 在一年多以后。写对了就再按一次，写错了请改日期", "{date} is more than a year ahead. If that is right press the key again, else change the date")
	}
	return Message{}
}

func intakeWords(c hall.Code) Message {
	switch c {
	case hall.ErrNoApplicant:
		return M("还没有申请人。请填姓名", "there is no applicant yet. Fill in the name")
	case hall.ErrNoRespondent:
		return M("还没有对方。请填对方的姓名；只来咨询的，去向选“只是咨询”", "there is no other side yet. Fill in the name, or choose “advice only” for where it leads")
	case hall.ErrSamePerson:
		return M("{name} 两边都有。请改正其中一边", "{name} stands on both sides. Correct one of them")
	case hall.ErrRepresentatives:
		return M("一方有 {n} 人，要推选 1 至 {most} 名代表。请标出代表", "this side has {n} people and must choose 1 to {most} representatives. Mark them")
	case hall.ErrGuardian:
		return M("{name} 未满 18 周岁。请填监护人", "{name} is under 18. Fill in the guardian")
	case hall.ErrPartyRefused:
		return M("当事人明确拒绝，不能调解。去向请选“不予受理”“转交”或“只是咨询”，并告知其他途径",
			"a party clearly refuses, so there is no mediation. Choose not accepted, transferred or advice only, and tell them of the other ways")
	case hall.ErrLetter:
		return M("别的机关已经在办，是它委托、移送来的才能受理：请填来函或单号和日期", "another authority has this matter; it may be accepted as entrusted: fill in the letter's number and its date")
	case hall.ErrBarred:
		return M("不能受理：{bar}。是它自己委托、移送来的，来源选“委托或移送”；不然去向请选“不予受理”“转交”或“只是咨询”，写明该去哪里",
			"this may not be accepted: {bar}. If they entrusted it, say so at the source; else choose not accepted, transferred or advice only, and say where")
	case hall.ErrPoliceReport:
		return M("可能转为治安、刑事案件，要马上报告公安。请报告后填时间和接报的人", "it may become a public-order or criminal case: report it to the police at once, then fill in when and to whom")
	case hall.ErrMeasures:
		return M("危险程度高，要有防范措施。请写明采取了什么措施", "the risk is high: preventive measures are needed. Write down which were taken")
	case hall.ErrSame:
		return M("和原来一样。请改要更正的地方，不用更正按 Esc", "nothing is different. Change what is wrong, or leave with Esc")
	case hall.ErrReason:
		return M("要写明理由。请用一句话写清楚", "a reason is needed. Write it in one sentence")
	case hall.ErrReferral:
		return M("要告诉当事人该去哪里。请写明去处", "the person must be told where to go. Write down where")
	case hall.ErrBare:
		return M("这一位只取了号，还没登记是什么事。先在 F4 选“补登记”，再写去向；只是咨询的可以直接结束",
			"only the name is known yet. Complete the intake first (F4), then record where it led; advice only can be recorded at once")
	case hall.ErrRegistered:
		return M("已经登记好了。要改按“看记录、更正”", "it is registered already. To change it, choose read or correct the record")
	case hall.ErrAmendInCase:
		return M("这次来访有案件，登记的内容在案件里更正：先打开案件，再选更正", "there is a case: open it and correct it there")
	case hall.ErrLedCase:
		return M("这次来访已经立了案，去向在这里改不了。打开案件（2）：不该立的选撤回或终止，写错的在案件里更正",
			"a case came of this visit, so it cannot be changed here. Open the case (2): withdraw or terminate it, or correct it there")
	case hall.ErrLedBooked:
		return M("这次来访已经约了时间，去向在这里改不了。打开案件（2），在预约里改期或取消",
			"an appointment came of this visit. Open the case (2) and move or cancel the appointment")
	case hall.ErrLedSession:
		return M("这次的调解已经记在案件里。打开案件（2），在案件里更正", "what was mediated is recorded in the case. Open the case (2) and correct it there")
	case hall.ErrUrgentNow:
		return M("已经是加急的了。刚点错的按 Ctrl-Z 收回；登记时就急的，在“看记录、更正”里改",
			"it is urgent already. Ctrl-Z takes the last step back; what was registered as urgent is corrected in its record")
	case hall.ErrUrgentReason:
		return M("急件要写明为什么急。请写一句", "urgent needs a reason. Write it in one sentence")
	case hall.ErrTransferTo:
		return M("还没有写转给谁。请写明接收的单位", "nobody is named to transfer it to. Write down the body that takes it")
	case hall.ErrTransferTaken:
		return M("{to}已经答复过了。再转的，另登记一次流转", "{to} has answered already. To hand it on again, record another transfer")
	case hall.ErrTransferWaits:
		return M("还不知道{to}接收不接收。先登记对方接收或退回，再归档", "whether {to} takes it is not known. Record that it was taken or returned, then archive it")
	case hall.ErrSourceFrom:
		return M("委托或移送的，要写明是哪个单位。请填上", "entrusted or transferred: by whom? Fill it in")
	case hall.ErrAlreadyFinished:
		return M("这份登记在别的窗口已经办完。请按 Esc 返回，到案件里查看", "this form was finished at another desk. Go back with Esc and look among the cases")
	}
	return Message{}
}

func visitWords(c hall.Code) Message {
	switch c {
	case hall.ErrSlotPast:
		return M("这个时间已经过了。请选以后的时间", "this time has passed. Choose a later one")
	case hall.ErrSlotHours:
		return M("不在开放时间（{from} 到 {to}，中午休息）。请换时间；下午 2 点写 14:00",
			"the hall is closed then (open {from} to {to}, with a noon break). Choose another time; 2 pm is 14:00")
	case hall.ErrSlotOrder:
		return M("结束时间要在开始之后，并在同一天。请重写，如 9:00-10:00", "it must end after it begins, on the same day. Write it as 9:00-10:00")
	case hall.ErrRoomBusy:
		return M("{room} 在 {from} 到 {to} 已有安排。请换一间或换时间", "{room} is taken from {from} to {to}. Choose another room or time")
	case hall.ErrMediatorBusy:
		return M("{name} 在 {from} 到 {to} 已有安排。请换一位或换时间", "{name} is taken from {from} to {to}. Choose another mediator or time")
	case hall.ErrModePhone:
		return M("要打电话，可是当事人都没有留号码。请先补上电话，或换一种方式", "it is by phone, and no party has given a number. Add one, or choose another way")
	case hall.ErrQueueEmpty:
		return M("现在没有人候诊。有人来时按 F3 登记", "nobody is waiting. When somebody comes, register them with F3")
	case hall.ErrElsewhere:
		return M("{name} 正在{room}调解。请先结束那一场，或另选一位", "{name} is with somebody in {room}. End that visit first, or choose somebody else")
	case hall.ErrRoomInUse:
		return M("{room} 正在调解。请先结束那一场，或换一间", "{room} is in use. End the visit there first, or choose another room")
	case hall.ErrRoomNow:
		return M("{room} 里现在是 {name}，还没有结束。可以照订，或换一间", "{name} is in {room} now and not through. Book it all the same, or choose another room")
	case hall.ErrVisitState:
		return M("现在的状态是“{state}”，不能这样做。请先看一下最新的情况", "it is now “{state}”, so this cannot be done. Look at how it stands")
	case hall.ErrEarlierDay:
		return M("这是 {day} 的号，今天不叫。人来了，请先取今天的号", "the number is one of {day} and is not called today. Once they are here, give them a number of today first")
	case hall.ErrAdvice:
		return M("还没有写给了什么建议。请写一两句", "the advice given is missing. Write a sentence or two")
	case hall.ErrCaseThere:
		return M("已经立案的，接着在本案里办。请选“在本案中继续”，再打开案件", "there is a case already and it goes on there. Choose “goes on in the case”, then open it")
	case hall.ErrNeedMediator:
		return M("还没有选由谁接待。请选一位调解员", "nobody is chosen to see the visitor. Choose a mediator")
	}
	return Message{}
}

func courseWords(c hall.Code) Message {
	switch c {
	case hall.ErrState:
		return M("案件现在是“{state}”，不能做这一步。按 Enter 看现在能做什么", "the case is now “{state}”, so this step cannot be taken. Enter shows what can be done")
	case hall.ErrNoMediator:
		return M("还没有调解员。请先指派一位", "there is no mediator yet. Assign one first")
	case hall.ErrNotYours:
		return M("只有承办的调解员和中心主任能做。请找他们，或先指派您", "only the case's mediators and the head of the hall can do this. Ask them, or be assigned first")
	case hall.ErrNoSettled:
		return M("还没有调解成功的记录。请先记一次调解，结果选“调解成功”", "no session has the result “settled” yet. Record one first")
	case hall.ErrNoAgreement:
		return M("还没有协议。请先记下达成的协议", "there is no agreement yet. Record it first")
	case hall.ErrNotInForce:
		return M("协议还没有生效。请先登记双方签字、调解员签字和盖章的日期", "the agreement is not in force yet. Record the days of the parties' and the mediator's signatures and of the "+
			"seal first")
	case hall.ErrApplied:
		return M("司法确认已经申请过了。请等法院的结果", "confirmation was applied for already. Wait for the court's answer")
	case hall.ErrAlreadyAssigned:
		return M("{name} 已在本案中。请选另一位", "{name} is on the case already. Choose somebody else")
	case hall.ErrNotAssigned:
		return M("{name}不在本案的调解员里。请选在案的一位", "{name} is not among the case's mediators. Choose one who is")
	case hall.ErrReplacement:
		return M("回避的人要有人接替。请选接替的调解员", "whoever stands aside must be replaced. Choose the mediator who takes over")
	case hall.ErrConflictOfInt:
		return M("{name} 与 {party} 可能有关系（{kind}）。请另选一位；确认无碍的，请写明理由",
			"{name} may be related to {party} ({kind}). Choose somebody else, or give the reason why there is no harm")
	case hall.ErrNotAssignable:
		return M("{name} 已暂停或离任。请选在任的调解员", "{name} is suspended or has left. Choose an active mediator")
	case hall.ErrBothParties:
		return M("要双方共同申请。双方都同意的，“双方都要求”选 2 是；只有一方的，不能办", "both parties must ask together. Once both agree choose 2 yes at “Both ask”; "+
			"for one side alone it cannot be done")
	case hall.ErrOtherWays:
		return M("要告知当事人仲裁、行政、诉讼等其他途径。请写明告知了什么", "the parties must be told of the other ways: arbitration, authorities, court. Write down what they were told")
	case hall.ErrOnSpotOnly:
		return M("当场履行完的，才算当场调解成功。以后才履行的，去向请选“当场受理”，再到案件里写协议",
			"settled on the spot means performed there and then. If it is performed later, choose “accepted” and make the agreement in the case file")
	case hall.ErrPaused:
		return M("案件已中止。请先恢复调解", "the case is paused. Resume it first")
	case hall.ErrSessionText:
		return M("还没有写调解经过。请写各方怎么说，或结果如何", "the record is empty. Write what each side said, or how it ended")
	case hall.ErrNoExtension:
		return M("这类纠纷的调解期限法律不给延长。{after}", "the law gives no extension of this limit. {after}")
	case hall.ErrExtended:
		return M("期限最多延长 {n} 次，已经延长过了。{after}", "the limit can be extended {n} time(s), and was. {after}")
	case hall.ErrAgreeExtension:
		return M("延长要{who}。同意了的选 2 是；没有同意的不能延长", "an extension needs {who}. Choose 2 yes once it is so; else it cannot be extended")
	case hall.ErrTalksOpen:
		return M("现在就是公开调解，不用恢复。要不公开的，选“转为不公开调解”", "the mediation is open already. To close it choose “Close the mediation to others”")
	case hall.ErrTalksClosed:
		return M("已经是不公开调解。要公开的，选“恢复公开调解”", "the mediation is closed already. To open it choose “Open the mediation again”")
	case hall.ErrGap:
		return M("{gap}。请先补正，再归档", "{gap}. Mend it first, then archive")
	case hall.ErrFileWhy:
		return M("案件或卷宗里还缺东西。补上，或写明缺少的原因", "something is missing in the case or its dossier. Mend it, or give the reason")
	case hall.ErrLateWhy:
		return M("这是 {n} 天以前的事。请在“补记原因”里写明为什么现在才记", "it happened more than {n} days ago. Write at “Why only now” why it is entered only now")
	case hall.ErrSettledTwice:
		return M("这一件已经录过，是 {number}。不用再录；是另一件的，请在协议内容里写明不同之处",
			"it was entered already, as {number}. Leave it out; if it is another one, say in the terms what differs")
	case hall.ErrDayFuture:
		return M("这个时间还没到。请写今天或以前的", "this lies in the future. Write today or earlier")
	case hall.ErrDayBefore:
		return M("不能早于 {day}。请改日期", "it cannot be before {day}. Change the date")
	case hall.ErrDayAfter:
		return M("不能晚于 {day}。请改日期", "it cannot be after {day}. Change the date")
	}
	return Message{}
}

func agreementWords(c hall.Code) Message {
	switch c {
	case hall.ErrTerms:
		return M("还没有写协议内容。请写双方谈妥的每一条", "the terms are missing. Write down every point that was agreed")
	case hall.ErrPerformBy:
		return M("要写履行期限。请填日期；当场履行的，选“当场履行”", "the time of performance is missing. Fill in the day, or choose “performed on the spot”")
	case hall.ErrSignOrder:
		return M("签字盖章不能早于达成协议的 {day}。请改日期", "it cannot be signed or sealed before {day}, when the agreement was made. Change the date")
	case hall.ErrConfirmEarly:
		return M("协议还没有生效，不能申请司法确认。请先登记签字盖章，申请日期写在生效以后", "the agreement is not in force yet, so confirmation cannot be applied for. "+
			"Record signatures and seal first, and apply after that day")
	case hall.ErrWrittenNeeded:
		return M("应当写书面协议。请改为书面，或写明用口头的理由", "the agreement should be written. Make it written, or say why it is oral")
	}
	return agreementMore(c)
}
