package text

import "sizhen/store/hall"

// DutyKind names the two sorts of duty.
func DutyKind(k hall.DutyKind) Message { return name(dutyKinds, k) }

var dutyKinds = map[hall.DutyKind]Message{
	hall.DutyHall:   M("本中心值班", "hall duty"),
	hall.DutyCounty: M("县级下沉", "county team's visit"),
}

// DutyState says where a planned shift stands.
func DutyState(s hall.DutyState) Message { return name(dutyStates, s) }

var dutyStates = map[hall.DutyState]Message{
	hall.DutyStands:   M("有效", "in force"),
	hall.DutyOff:      M("已取消", "called off"),
	hall.DutyReplaced: M("已作废", "replaced by a new plan"),
}

// DutyChange names what was done to a shift.
func DutyChange(k hall.DutyChangeKind) Message { return name(dutyChanges, k) }

var dutyChanges = map[hall.DutyChangeKind]Message{
	hall.DutyMoved:     M("改日期", "moved"),
	hall.DutyAssigned:  M("换人", "given to others"),
	hall.DutySwapped:   M("换班", "swapped"),
	hall.DutyReplanned: M("重新排班", "planned again"),
	hall.DutyCalledOff: M("取消", "called off"),
}

// DutyDiff says how a shift of a new plan differs from what stands.
func DutyDiff(k hall.DutyDiffKind) Message { return name(dutyDiffs, k) }

var dutyDiffs = map[hall.DutyDiffKind]Message{
	hall.DiffNew:     M("新增", "new"),
	hall.DiffDay:     M("换日子", "other day"),
	hall.DiffPeople:  M("换人", "other people"),
	hall.DiffDropped: M("不再需要", "not needed any more"),
}

// Gap says why a place on a shift stays empty.
func Gap(w hall.GapWhy) Message { return name(gapReasons, w) }

var gapReasons = map[hall.GapWhy]Message{
	hall.GapSmall:  M("人手不够", "the team is too small"),
	hall.GapLeave:  M("请假", "on leave"),
	hall.GapBooked: M("要参加会诊", "at a joint consultation"),
	hall.GapAway:   M("请假或参加会诊", "on leave or at a joint consultation"),
	hall.GapClosed: M("整段都不开门", "no open day in all that time"),
}

// SwapState says where a swap stands.
func SwapState(s hall.SwapState) Message { return name(swapStates, s) }

var swapStates = map[hall.SwapState]Message{
	hall.SwapAsked:    M("待同意", "waiting for consent"),
	hall.SwapDone:     M("已换", "done"),
	hall.SwapRefused:  M("没有同意", "refused"),
	hall.SwapRecalled: M("已撤回", "recalled"),
	hall.SwapLapsed:   M("班改了，请换作废", "lapsed: the shift was changed"),
	hall.SwapUndone:   M("已换回", "swapped back"),
}

// Attendance says whether somebody who is planned came.
func Attendance(a hall.Attendance) Message { return name(attendances, a) }

var attendances = map[hall.Attendance]Message{
	hall.DutyAhead:  M("未到时间", "to come"),
	hall.DutyDue:    M("应到未到", "due, not here yet"),
	hall.DutyHere:   M("在岗", "on duty"),
	hall.DutyGone:   M("已下班", "signed out"),
	hall.DutyMissed: M("缺勤", "missed"),
}

// dutyWords are the refusals about duty.
func dutyWords(c hall.Code) Message {
	switch c {
	case hall.ErrPlanRange:
		return M("日期要先早后晚，一次最多 {most} 天。请改日期", "give the earlier day first, and at most {most:day|days}. Change the dates")
	case hall.ErrNoTeam:
		return M("值班的名单还空着。请先选人，再排班", "nobody is in the team yet. Choose the people first, then plan")
	case hall.ErrNoTownship:
		return M("设置里还没有所辖乡镇。请管理员在设置文件的 [[duty.township]] 里写上", "the settings name no township yet. Have the administrator write them under [[duty.township]]")
	case hall.ErrLeaveOrder:
		return M("请假的最后一天在第一天之前。请改日期", "the leave ends before it begins. Change the dates")
	case hall.ErrLeaveTwice:
		return M("{name} 从 {day} 到 {last} 已经请了假。请改日期，或先销掉那一次", "{name} is on leave already from {day} to {last}. Change the dates, or take that one back first")
	case hall.ErrOnLeave:
		return M("{name} {day} 请假。请换一位，或换一天", "{name} is on leave on {day}. Choose somebody else, or another day")
	case hall.ErrDutyPast:
		return M("{day} 的班已经过去，不能再改。请选今天或以后的", "the shift of {day} is over and stays as it was. Choose one of today or later")
	case hall.ErrDutyOff:
		return M("{day} 的班已经取消。请另选一个", "the shift of {day} was called off. Choose another one")
	case hall.ErrDutyTwice:
		return M("{name} {day} 已有班。请换一位，或换一天", "{name} has a shift on {day} already. Choose somebody else, or another day")
	case hall.ErrOnDuty:
		return M("{name} {day} 值班。要请他，先和别人换班", "{name} has duty on {day}. Let them swap first")
	case hall.ErrAttends:
		return M("{name} {day} 要参加会诊。请换一位，或换一天", "{name} is at a joint consultation on {day}. Choose somebody else, or another day")
	case hall.ErrNotOnShift:
		return M("{name} 不在 {day} 的班上，可能刚改过。请看一下新的班表", "{name} is not on the shift of {day}; it may have just changed. Look at the plan as it is now")
	case hall.ErrTooMany:
		return M("选了 {n} 个人，这个班最多 {most} 人。请去掉几位", "{n:person is|people are} chosen, the shift takes {most} at most. Leave some out")
	case hall.ErrSwapSelf:
		return M("不能和自己换班。请选另一位", "nobody swaps with themselves. Choose somebody else")
	case hall.ErrSwapMoved:
		return M("申请换班以后班改了，现在是 {day}。请撤回，重新请一次", "the shift was moved to {day} since the swap was asked for. Withdraw the request and ask again")
	case hall.ErrSwapOver:
		return M("这次换班已经有了结果。请按 Esc 返回，看一下班表", "this swap was answered already. Go back with Esc and look at the plan")
	case hall.ErrNotAsked:
		return M("只有换班的两个人能答复：{names}。请让他们自己登录来答", "only those who swap can answer: {names}. Let them sign in and answer themselves")
	case hall.ErrOnAlready:
		return M("已经签到了。请按 Esc 返回，看一下当天的值班", "signed in already. Go back with Esc and look at the day on duty")
	case hall.ErrOtherDay:
		return M("这是 {day}，只能看。请按 Home 回今天再办", "this is {day}, to look at only. Home leads back to today")
	case hall.ErrSwapWaits:
		return M("有人要换这个班，还等着答复。请先答复那一次，或请他撤回", "a swap of this shift waits for an answer. Have it answered or recalled first")
	case hall.ErrNobodyOn:
		return M("{day} 的班上还没有人。请先排上人", "nobody is on the shift of {day} yet. Assign somebody first")
	case hall.ErrNoVisit:
		return M("这不是县组下沉的班，没有带走和交回。请选下沉的那一天", "this is no visit of the county team, so nothing changes hands. Choose a visit's day")
	case hall.ErrNobodyElse:
		return M("没有要代签的人：排了班的都有账号，请他们自己签，或请主任代签", "nobody needs it: all who are planned have accounts. Let them sign in themselves, or have the head do it")
	case hall.ErrSignedOff:
		return M("{name} 还没有签到，或已经签退。请看一下今天的值班", "{name} has not signed in, or has signed out already. Look at today's duty")
	case hall.ErrDutyBegun:
		return M("{day} 的班已经开始，换不回去了。请和对方说好，另外请一次换班", "the shift of {day} has begun and cannot be swapped back. Agree on another swap instead")
	case hall.ErrStillOn:
		return M("{name} 今天还在岗，或者今天才签到。请在值班（F9）里签退", "{name} signed in today. Sign out on duty (F9)")
	case hall.ErrOutBefore:
		return M("签退要在签到（{from}）之后。请重写时间", "the sign-out must come after the sign-in, at {from}. Write the time again")
	case hall.ErrOnThen:
		return M("和本人当天另一次签到（{from} 到 {to}）重叠。请重写时间", "this runs into another sign-in of that day ({from} to {to}). Write the time again")
	case hall.ErrOwnSignIn:
		return M("由 {name} 本人或中心主任来补。请他们登录来写", "{name} or the head of the hall writes it down. Have one of them sign in")
	case hall.ErrNotMissed:
		return M("{day} 还没有过去。请在当天签到，时间不对的由主任更正", "{day} is not over yet. Sign in on the day; the head corrects the times")
	case hall.ErrLeaveOff:
		return M("{name} 的这次请假已经销了。请看一下请假的名单", "this leave of {name} was taken back already. Look at the list of leaves")
	case hall.ErrNothingWaits:
		return M("没有等人接的事。请看一下今天的交接", "nothing waits to be accepted. Look at today's handover")
	case hall.ErrNothingMine:
		return M("您没有接下未办的事。请先接下一件", "you have accepted nothing that is still to be done. Accept something first")
	case hall.ErrNotOn:
		return M("您现在不在岗。请先签到，再来办", "you are not on duty now. Sign in first, then do this")
	case hall.ErrItemTaken:
		return M("这件事 {name} 已经接了。请看下一件", "{name} has accepted this already. Look at the next one")
	case hall.ErrItemOver:
		return M("这件事已经办完。请看下一件", "this is done already. Look at the next one")
	}
	return Message{}
}
