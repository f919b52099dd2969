package text

import "sizhen/store/hall"

// Short is why something cannot be done now in the few words that a menu has room for. It is
// the same refusal that the store gives, which Err says in full.
func Short(err *hall.Error) Message {
	if err == nil {
		return Message{}
	}
	for _, of := range []func(*hall.Error) Message{shortCase, shortVisit, shortDuty, shortPlaces, shortOrder} {
		if m := of(err); !m.IsZero() {
			for _, p := range placeholders(m.zh) {
				if err.Code != hall.ErrVisitState && err.Code != hall.ErrOrderState { // its state is named by the kind
					m = m.With(p, argument(err, p))
				}
			}
			return m
		}
	}
	return Err(err)
}

func shortCase(e *hall.Error) Message {
	switch e.Code {
	case hall.ErrNoMediator:
		return M("先指派调解员", "assign a mediator first")
	case hall.ErrNoSettled:
		return hurdles[hall.HurdleUnsettled]
	case hall.ErrNoAgreement, hall.ErrNotInForce:
		return hurdles[hall.HurdleUnbound]
	case hall.ErrTalksOpen:
		return M("现在就是公开调解", "it is open already")
	case hall.ErrTalksClosed:
		return M("已经是不公开调解", "it is closed already")
	case hall.ErrApplied:
		return M("已经申请过了", "it was applied for already")
	case hall.ErrTransferTaken:
		return M("已经答复过了", "answered already")
	case hall.ErrTransferWaits:
		return M("先登记对方接收或退回", "record the answer first")
	case hall.ErrNotApplied:
		return M("没有等答复的申请", "no application is waiting")
	case hall.ErrAgreementEnded:
		return M("协议不再生效", "the agreement binds no longer")
	case hall.ErrState:
		if why, ok := e.Args["why"].(hall.Hurdle); ok {
			return hurdles[why]
		}
	}
	return Message{}
}

// hurdles say what must come first, or what lies behind a case already.
var hurdles = map[hall.Hurdle]Message{
	hall.HurdleUnaccepted: M("先受理", "accept it first"),
	hall.HurdleAccepted:   M("已经受理", "accepted already"),
	hall.HurdlePaused:     M("中止了，先恢复", "resume it first"),
	hall.HurdlePausedNow:  M("已经中止", "paused already"),
	hall.HurdleGoesOn:     M("没有中止", "it is not paused"),
	hall.HurdleUnsettled:  M("先要有调解成功的记录", "settle it first"),
	hall.HurdleUnheard:    M("先要有调解记录", "record a session first"),
	hall.HurdleAgreed:     M("已有协议", "agreement recorded already"),
	hall.HurdleUnwritten:  M("先要有书面协议", "needs a written agreement"),
	hall.HurdleOral:       M("口头协议，不用签名盖章", "oral: no signing"),
	hall.HurdleSigned:     M("签名、盖章已齐", "signed and sealed"),
	hall.HurdleUnbound:    M("先要有生效的协议", "not in force yet"),
	hall.HurdleKept:       M("已经履行", "performed already"),
	hall.HurdleOpen:       M("案件还没有结束", "the case is still open"),
	hall.HurdleUnfiled:    M("先归档", "archive it first"),
	hall.HurdleFiled:      M("已经归档", "archived already"),
	hall.HurdleEnded:      M("案件已经结束", "the case is closed"),
	hall.HurdleHere:       M("没有流转出去", "it was not transferred"),
}

func shortVisit(e *hall.Error) Message {
	switch e.Code {
	case hall.ErrForbidden:
		return M("请找{roles}", "ask {roles}")
	case hall.ErrClosedCase:
		return M("不公开，请找承办人", "confidential: ask its mediator")
	case hall.ErrNotYours:
		return M("只有承办人和主任能办", "for its mediators and the head")
	case hall.ErrUrgentNow:
		return M("已经加急", "urgent already")
	case hall.ErrSlotPast:
		return M("时间已过", "already past")
	case hall.ErrSlotClosed:
		return M("这天不开门", "closed that day")
	case hall.ErrSlotHours:
		return M("不在开放时间", "outside the hours")
	case hall.ErrNobodyTold:
		return M("还没有通知过谁", "nobody was told yet")
	case hall.ErrNobodyLeft:
		return M("都记好了", "all on record")
	case hall.ErrNoUndo:
		return M("没有可收回的", "nothing to take back")
	case hall.ErrUndoLate:
		return M("过了 {min} 分钟", "more than {min} minutes ago")
	case hall.ErrVisitHere:
		return M("人已经到了", "here already")
	case hall.ErrComeBooked:
		return M("今天 {from} 有预约", "booked for {from} today")
	case hall.ErrNotToday:
		return M("不是今天的预约", "it is not today's")
	case hall.ErrNotBegun:
		return M("要到 {day} {from}", "not before {day} {from}")
	case hall.ErrJointThere:
		return M("已经提请会诊", "it was proposed already")
	case hall.ErrConsentFirst:
		return M("先登记双方意见", "record the parties' consent first")
	case hall.ErrNoConsent:
		return M("当事人不同意外人", "a party does not agree")
	case hall.ErrNoOutsiders:
		return M("没有请外面的人", "nobody from outside")
	case hall.ErrInvitedTwice:
		return M("已在名单里", "on the list already")
	case hall.ErrNobodyInvited:
		return M("还没有请人", "nobody is invited yet")
	case hall.ErrListClosed:
		return M("时间已到，名单不再改", "the time has come: the list is closed")
	case hall.ErrNoTask:
		return M("没有等着办的任务", "no task is open")
	case hall.ErrNoRelapse:
		return M("登记为“已经反复”以后", "once a relapse is on record")
	case hall.ErrRelapseDealt:
		return M("已经处理过", "done already")
	case hall.ErrRuledOff:
		return M("按规则收回的，另安排一次", "taken back by a rule: plan another one")
	case hall.ErrRelapseStands:
		return M("为反复重开或另登过，在那件里改", "a case was taken up for it: put it right there")
	case hall.ErrNotOver:
		return M("还没有办结，就在这件里办", "it is not settled yet: go on in this case")
	case hall.ErrNothingToFollow:
		return M("先要有生效的协议", "not in force yet")
	case hall.ErrNoConvener:
		return M("还没有召集人", "nobody convenes it yet")
	case hall.ErrNoSlot:
		return M("先定时间", "find a time first")
	case hall.ErrTaskDone:
		return M("已经办完", "done already")
	case hall.ErrNeedMediator:
		return M("您不在名册上，请选调解员", "not on the roster: choose a mediator")
	case hall.ErrEarlierDay:
		return M("先取今天的号", "give a number for today first")
	case hall.ErrVisitState:
		return shortState(e)
	}
	return Message{}
}

// shortState says of a consultation that another step comes first, or that it is over.
func shortState(e *hall.Error) Message {
	state, _ := e.Args["state"].(hall.ConsultState)
	kind, planned := e.Args["kind"].(hall.Kind)
	switch op := e.Args["op"]; {
	case planned && kind == hall.Appointment:
		return M("已经是“{state}”", "it is “{state}” already").With("state", VisitState(hall.VisitRow{Kind: kind, State: state}))
	case planned:
		return M("{state}，不再改", "{state}: no changes").With("state", VisitState(hall.VisitRow{Kind: kind, State: state}))
	case state == hall.Started:
		return M("正在进行", "already in progress")
	case state.Over():
		return M("{state}，不再改", "{state}: no changes").With("state", ConsultState(state))
	case op == hall.OpTake, op == hall.OpStart, op == hall.OpSkip:
		return M("先叫号", "call first")
	case op == hall.OpAgain:
		return M("就是今天的号", "already a number for today")
	case op == hall.OpReturn:
		return M("已经在排队", "in the queue already")
	case op == hall.OpUrgent:
		return M("在候诊的才能加急", "only for somebody waiting")
	}
	return Message{}
}

func shortDuty(e *hall.Error) Message {
	switch e.Code {
	case hall.ErrDutyPast:
		return M("已经过去", "already past")
	case hall.ErrDutyOff:
		return M("已取消", "called off")
	case hall.ErrSwapMoved:
		return M("班已改到 {day}", "moved to {day} since")
	case hall.ErrSwapWaits:
		return M("有人要换这个班，等答复", "a swap of it waits for an answer")
	case hall.ErrNobodyOn:
		return M("这个班上还没有人", "nobody is on it yet")
	case hall.ErrNotOnShift:
		return M("不是您的班", "not your shift")
	case hall.ErrOtherDay:
		return M("这是 {day}；按 Home 回今天再办", "this is {day}; Home leads back to today")
	case hall.ErrOnAlready:
		return M("您已经签到了", "you are signed in already")
	case hall.ErrNotOn:
		if e.Args["left"] != nil {
			return M("您已经签退，再签到才能办", "sign in again first")
		}
		return M("您还没有签到，先签到", "sign in first")
	case hall.ErrNothingWaits:
		return M("没有等人接的", "nothing waits to be accepted")
	case hall.ErrNothingMine:
		return M("您没有接下未办的事", "nothing accepted is still to be done")
	case hall.ErrNobodyElse:
		if names, ok := e.Args["names"].([]string); ok {
			return M("{names}有账号，要自己登录来签", "{names}: to sign in themselves").With("names", Names(names))
		}
		return M("没有要代签的人", "nobody needs it")
	case hall.ErrSignedOff:
		return M("已签退", "signed out")
	case hall.ErrDutyBegun:
		return M("班已经开始", "the shift has begun")
	case hall.ErrStillOn:
		return M("今天的，用签退", "of today: sign out")
	case hall.ErrOwnSignIn:
		return M("由本人或主任来补", "the person, or the head")
	case hall.ErrNotMissed:
		return M("当天签到", "sign in on the day")
	case hall.ErrNoVisit:
		return M("这天县组不来", "no county team that day")
	case hall.ErrDayFuture:
		if e.Args["op"] == hall.OpRotation {
			return M("到那天才能写", "it is written on the day")
		}
	case hall.ErrSwapOver:
		state, _ := e.Args["state"].(hall.SwapState)
		return SwapState(state)
	case hall.ErrNotAsked:
		switch e.Args["op"] {
		case hall.OpInFor:
			return M("有账号，自己签", "has an account: signs in alone")
		case hall.OpConsentFor:
			return M("有账号，请本人来答", "has an account: answers in person")
		case hall.OpRecall:
			return M("不是您请的", "not asked by you")
		}
		return M("没有请您", "you are not asked")
	case hall.ErrLeaveOff:
		return M("已经销假", "taken back already")
	case hall.ErrOnLeave:
		return M("{name} {day} 请假", "{name} is on leave on {day}")
	case hall.ErrDutyTwice:
		return M("{name} {day} 已有班", "{name} has a shift on {day}")
	case hall.ErrAttends:
		return M("{name} {day} 要参加会诊", "{name} is at a joint consultation on {day}")
	}
	return Message{}
}

func shortPlaces(e *hall.Error) Message {
	switch e.Code {
	case hall.ErrDissolved:
		if e.Args["studio"] != nil {
			return M("已停办", "closed")
		}
		return M("已撤销", "dissolved")
	case hall.ErrNotUnfiled:
		return M("没有要报的变动", "nothing to file")
	case hall.ErrNoBelow:
		return M("村级下面不再设组织", "nothing stands below the village's level")
	case hall.ErrNoTerm:
		return M("还没有任期", "there is no term yet")
	case hall.ErrNoPost:
		return M("还没有在岗的岗位", "holds no post")
	case hall.ErrNoPair:
		return M("没有正在进行的结对", "in no pair now")
	case hall.ErrSameStatus, hall.ErrNotAssignable:
		if _, told := e.Args["status"]; told {
			return M("现在是“{status}”", "is “{status}” now")
		}
	case hall.ErrOwnSecret:
		return M("自己的在“修改密码”里改（Ctrl-P）", "your own: Ctrl-P, Change password")
	case hall.ErrOwnAccount:
		return M("不能停用自己，请别的管理员来做", "not yourself: ask another administrator")
	case hall.ErrLastAdmin:
		return M("最后一位，请先设别的管理员", "the last one: make another administrator first")
	}
	return Message{}
}

// Confidential stands in place of what the reader may not see.
var Confidential = M("不公开", "confidential")

// Shut is why what is confidential is not opened for somebody; zero where it is shown.
func Shut(hidden bool) Message {
	if !hidden {
		return Message{}
	}
	return Err(hall.Refuse(hall.ErrClosedCase))
}
