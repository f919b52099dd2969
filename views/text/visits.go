package text

import "sizhen/store/hall"

// Where is the room in which something takes place, else how it is held and where.
func Where(m hall.Mode, room, place string) Message {
	if m == hall.InRoom {
		return Raw(room)
	}
	return Words(Mode(m), Raw(place))
}

// Room is a room, with what is booked there soon; nil: nothing is.
func Room(room string, soon *hall.VisitRow) Message {
	if soon == nil {
		return Raw(room)
	}
	return M("{room}（{soon}）", "{room} ({soon})").With("room", room).With("soon", Begins(*soon))
}

// Begins is a consultation that is about to begin, or should have begun: when, and which of the four.
func Begins(r hall.VisitRow) Message { return Words(Raw(Minutes(r.Slot.From)), KindShort(r.Kind)) }

// Rooms are rooms in a line, each with what is booked there soon for somebody else.
func Rooms(rooms []hall.RoomNow, but hall.ConsultationID, now int) Message {
	var out []Message
	for _, r := range rooms {
		out = append(out, Room(r.Room, r.Soon(but, now)))
	}
	return List(out...)
}

// NoticeWay is how somebody was told of an appointment.
func NoticeWay(w hall.NoticeWay) Message { return name(noticeWays, w) }

var noticeWays = map[hall.NoticeWay]Message{
	hall.NoticePhone:   M("电话", "by phone"),
	hall.NoticePerson:  M("当面", "in person"),
	hall.NoticeSMS:     M("短信", "text message"),
	hall.NoticeWeChat:  M("微信", "WeChat"),
	hall.NoticeLetter:  M("书面通知单", "written notice"),
	hall.NoticeVillage: M("村、社区转告", "through the village"),
}

// Call is where ringing somebody up stands.
func Call(c hall.Call) Message { return name(calls, c) }

var calls = map[hall.Call]Message{
	hall.CallChanged: M("时间变了还不知道", "Not told of the change yet"),
	hall.CallFirst:   M("还没通知", "Not told yet"),
	hall.CallTold:    M("已通知", "Told"),
	hall.CallAgreed:  M("说了会来", "Will come"),
}

// Answer is what somebody said to an invitation.
func Answer(a hall.Answer) Message { return name(answers, a) }

var answers = map[hall.Answer]Message{
	hall.NoAnswer:  M("没有答复", "no answer"),
	hall.Comes:     M("参加", "comes"),
	hall.CannotGo:  M("不能来", "cannot come"),
	hall.SendsSome: M("派人来", "sends somebody"),
}

// InviteeKind is where somebody who is invited comes from.
func InviteeKind(k hall.InviteeKind) Message { return name(inviteeKinds, k) }

var inviteeKinds = map[hall.InviteeKind]Message{
	hall.InviteMediator: M("调解员", "mediator"),
	hall.InviteStaff:    M("本中心人员", "hall staff"),
	hall.InviteBody:     M("资源单位", "resource body"),
	hall.InviteOther:    M("其他人员", "somebody else"),
}

// Invitee is where somebody who is invited comes from, or why the parties are not asked about him.
func Invitee(i hall.Invitee) Message {
	if i.Kind.Outside() && i.As != hall.AsGuest {
		return GuestRole(i.As)
	}
	return InviteeKind(i.Kind)
}

// GuestRole is why somebody from outside takes part.
func GuestRole(r hall.GuestRole) Message { return name(guestRoles, r) }

var guestRoles = map[hall.GuestRole]Message{
	hall.AsGuest:     M("要问双方同意", "with consent"),
	hall.AsAuthority: M("依第25条请来", "law art. 25"),
	hall.AsJudicial:  M("司法所", "judicial office"),
	hall.AsAdviser:   M("本会法律顾问", "own adviser"),
}

// BodyKind is what a resource body is.
func BodyKind(k hall.BodyKind) Message { return name(bodyKinds, k) }

var bodyKinds = map[hall.BodyKind]Message{
	hall.BodyCourt:       M("法院", "court"),
	hall.BodyProcurator:  M("检察院", "procuratorate"),
	hall.BodyPolice:      M("公安", "police"),
	hall.BodyJudicial:    M("司法所", "judicial office"),
	hall.BodyLawyer:      M("律师", "lawyer"),
	hall.BodyNotary:      M("公证", "notary"),
	hall.BodyForensic:    M("司法鉴定", "forensic appraisal"),
	hall.BodyArbitration: M("仲裁", "arbitration"),
	hall.BodyDepartment:  M("政府部门", "government department"),
	hall.BodyTrade:       M("行业组织", "trade body"),
	hall.BodyOther:       M("其他单位", "other body"),
}

// Stage is where joint consultations and follow-ups stand in their lists.
func Stage(s hall.Stage) Message { return name(stages, s) }

var stages = map[hall.Stage]Message{
	hall.StageProposed: M("待召集", "to be convened"),
	hall.StageOpen:     M("已安排", "planned"),
	hall.StageEnded:    M("已完成", "done"),
}

// Secrecy is whether those present were reminded of secrecy.
func Secrecy(s hall.Secrecy) Message { return name(secrecies, s) }

var secrecies = map[hall.Secrecy]Message{
	hall.SecrecyUnsaid: M("没有写", "not said"),
	hall.Reminded:      M("已提醒", "reminded"),
	hall.NotReminded:   M("没有提醒", "not reminded"),
}

// FollowWay is how a follow-up is made.
func FollowWay(w hall.FollowWay) Message { return name(followWays, w) }

var followWays = map[hall.FollowWay]Message{
	hall.FollowVisit: M("上门", "visit"),
	hall.FollowPhone: M("电话", "phone"),
	hall.FollowHall:  M("来中心", "at the hall"),
}

// FollowCause is why a follow-up was planned.
func FollowCause(c hall.FollowCause) Message { return name(followCauses, c) }

var followCauses = map[hall.FollowCause]Message{
	hall.FollowByHand:    M("人工安排", "planned by hand"),
	hall.FollowSigned:    M("协议生效后回访", "after the agreement took effect"),
	hall.FollowPerformed: M("履行到期后回访", "after performance fell due"),
	hall.FollowNext:      M("上次回访时约定", "agreed at the last visit"),
}

// Performance is how far an agreement was performed when somebody looked.
func Performance(p hall.Performance) Message { return name(performances, p) }

var performances = map[hall.Performance]Message{
	hall.PerformanceUnknown: M("没有了解", "not checked"),
	hall.PerformanceFull:    M("全部履行", "fully performed"),
	hall.PerformancePart:    M("部分履行", "partly performed"),
	hall.PerformanceNone:    M("没有履行", "not performed"),
	hall.PerformanceNotDue:  M("还没到期", "not due yet"),
}

// Relapse is whether the quarrel came back.
func Relapse(r hall.Relapse) Message { return name(relapses, r) }

var relapses = map[hall.Relapse]Message{
	hall.RelapseNone: M("没有反复", "none"),
	hall.RelapseRisk: M("有苗头", "early signs"),
	hall.RelapseBack: M("已经反复", "it came back"),
}

// plannedState is where a joint consultation or a follow-up stands: a few words differ from
// a walk-in's.
var plannedState = map[hall.Kind]map[hall.ConsultState]Message{
	hall.Appointment: {hall.Waiting: M("已约", "booked"),
		hall.GoneAway: M("已取消", "cancelled")},
	hall.Joint: {hall.Waiting: M("已召集", "convened"),
		hall.GoneAway: M("已取消", "cancelled"),
		hall.Ended:    M("已会诊", "held")},
	hall.FollowUp: {hall.Waiting: M("待回访", "planned"),
		hall.GoneAway: M("已取消", "cancelled"),
		hall.Ended:    M("已回访", "made")},
}

// VisitState is where a consultation stands, in the words of its kind; one whose party has
// arrived or confirmed says so.
func VisitState(r hall.VisitRow) Message {
	switch {
	case r.Kind == hall.Appointment && r.State == hall.Waiting:
		return booked(r)
	}
	if m, ok := plannedState[r.Kind][r.State]; ok {
		return m
	}
	return ConsultState(r.State)
}

// Party is how far one of those is who are expected: told, promised, here, late, absent.
func Party(c hall.Consultation, e hall.Expected) Message {
	late := c.Late(e)
	switch {
	case late > 0:
		return M("{at} 到，{late}", "here at {at}, {late}").With("at", Clock(e.Came)).With("late", LateBy(late))
	case !e.Came.IsZero():
		return M("{at} 到", "here at {at}").With("at", Clock(e.Came))
	case e.Missed:
		return M("没来", "did not come")
	case e.Stale && c.State.Over():
		return M("还不知道取消了", "not told it is cancelled")
	case e.Stale:
		return M("还不知道改了", "not told of the change")
	case !e.Agreed.IsZero():
		return M("说会来", "will come")
	case e.Told:
		return M("已通知", "told")
	case e.Tried > 0:
		return M("打了 {n} 次没联系上", "not reached, {n:time|times}").With("n", e.Tried)
	}
	return M("未通知", "not told")
}

// booked is how far the parties of an appointment are: the words of the week, the board and the desk.
func booked(r hall.VisitRow) Message {
	p := r.Party
	part := func(n int) Message {
		if n == p.Of || p.Of < 2 {
			return Message{}
		}
		return M("{n}/{of}", "{n}/{of}").With("n", n).With("of", p.Of)
	}
	switch {
	case r.Number != 0:
		return Words(part(p.Came), M("已到", "here"))
	case p.Missed > 0:
		return Words(part(p.Missed), M("没到", "absent"))
	case p.Agreed > 0 && p.Agreed+p.Missed >= p.Of:
		return M("已确认", "confirmed")
	case p.Told == 0 && p.Of > 0:
		return M("未通知", "not told")
	case p.Told < p.Of:
		return Words(part(p.Told), M("已通知", "told"))
	case p.Agreed > 0:
		return Words(part(p.Agreed), M("已确认", "confirmed"))
	case p.Of > 0:
		return M("已通知", "told")
	}
	return plannedState[hall.Appointment][hall.Waiting]
}

func planWords(c hall.Code) Message {
	switch c {
	case hall.ErrBodyBusy:
		return M("{name} 在 {from} 到 {to} 已经答应别的会诊。请换时间，或不请他们", "{name} is taken by another consultation from {from} to {to}. Choose another time, or do without them")
	case hall.ErrStaffBusy:
		return M("{name} 在 {from} 到 {to} 另有会诊。请换时间，或不请这一位", "{name} has another consultation from {from} to {to}. Choose another time, or do without them")
	case hall.ErrPartyBusy:
		return M("当事人{name} 在 {from} 到 {to} 另有安排。请换时间，或先改那一次",
			"the party {name} has to be elsewhere from {from} to {to}. Choose another time, or move that one first")
	case hall.ErrOrgBusy:
		return M("{name} 在 {from} 到 {to} 另有安排。请先问清能不能另派人来", "{name} has to be elsewhere from {from} to {to}. Ask first whether somebody else can be sent")
	case hall.ErrNoPhone:
		return M("{names} 没有留电话，打不到。请先补上号码，或换一种方式", "there is no telephone number for {names}. Add it, or choose another way")
	case hall.ErrNoShows:
		return M("{name} 以前爽约 {n} 次。请提前一天再通知一次", "{name} did not come {n:time|times} before. Remind them the day before")
	case hall.ErrSameDay:
		return M("这件案子当天 {from} 已有一场。请看是不是约重了", "this case has one at {from} on that day already. See whether both are meant")
	case hall.ErrPlace:
		return M("上门要写明地点。请填住址或村名", "a visit at home needs a place. Fill in the address or the village")
	case hall.ErrNotTold:
		return M("时间改了，还没有通知到人。请通知后登记", "nobody was reached since the time was changed. Tell them, then record it")
	case hall.ErrNoConsent:
		return M("{names} 不同意请 {name} 参加（人民调解法第 20 条）。可以另请别人，或重新登记双方意见",
			"{name} may not be invited: {names} did not agree (Mediation Law art. 20). Invite somebody else, or record the parties' consent again")
	case hall.ErrConsentFirst:
		return M("还没有征求 {names} 的同意，不能请 {whom} 参加（人民调解法第 20 条）。请先登记双方意见",
			"{whom} may not take part before {names} are asked (Mediation Law art. 20). Record the parties' consent first")
	case hall.ErrNoOutsiders:
		return M("没有请外面的单位和个人，不用问双方。要请，先加到名单里", "nobody from outside is invited; the parties need not be asked. Put outsiders on the list first")
	case hall.ErrInvitedTwice:
		return M("{name} 已经在名单里。请另选一位", "{name} is on the list already. Choose somebody else")
	case hall.ErrNobodyCame:
		return M("还没有记谁到场。请至少标出一位", "nobody is marked as present. Mark at least one")
	case hall.ErrNoConvener:
		return M("还没有召集人。请先定召集人", "nobody convenes it yet. Name the convener first")
	case hall.ErrBodyTimes:
		return M("{name} 平时这个时间来不了。请先打电话问一下", "{name} cannot usually come at that time. Ask them by phone first")
	case hall.ErrNoSlot:
		return M("还没有定时间。请先找共同时间", "there is no time yet. Find a common time first")
	case hall.ErrTaskDone:
		return M("这项任务已经有人登记办完。请按 Esc 返回", "this task was recorded as done already. Go back with Esc")
	case hall.ErrTaskOff:
		return M("这项任务已经收回。要办，请选“再办”", "this task was taken back. Open it again to do it")
	case hall.ErrTaskOpen:
		return M("这项任务还没有办完。办完了请登记", "this task is not done yet. Record it once it is")
	case hall.ErrPlannedFor:
		return M("{day} 已经安排了这件的回访。请换一天", "a follow-up of this case stands on {day} already. Choose another day")
	case hall.ErrPartiesBound:
		return M("协议已经生效，当事人不能再加或去掉。要变动，请重新达成协议", "an agreement is in force, and its parties stay. Make a new agreement to change them")
	case hall.ErrLastParty:
		return M("这一方只有这一位，不能去掉。请先追加另一位", "nobody else is on that side. Add another party first")
	case hall.ErrPartyThere:
		return M("{name} 已经是这一方的当事人。要改他的信息，请用“更正当事人”", "{name} is a party of that side already. Correct the details instead")
	case hall.ErrNeverTold:
		return M("没有通知过{name}，不能算爽约。请先改约，或说明通知过", "{name} was never told of it, so it cannot count as missed. Move it, or say how they were told")
	case hall.ErrNobodyTold:
		return M("还没有通知过谁，没有记错的。通知了，请先登记", "nobody was told yet, so nothing is to be put right. Record it once somebody is told")
	case hall.ErrNobodyLeft:
		return M("每个人到没到都记好了。要改请按 Ctrl-Z 收回", "who came and who did not is on record for everybody. Take it back with Ctrl-Z to change it")
	case hall.ErrNoUndo:
		return M("没有可以收回的。只能收回最近一步：叫号、开始、结束、到了、没来、走了",
			"there is nothing to take back: only the last step is, a call, a start, an ending, who came, who did not, who left")
	case hall.ErrUndoLate:
		return M("过了 {min} 分钟，不能直接收回。请打开记录按“更正”改", "more than {min} minutes have passed. Open the record and correct it there")
	case hall.ErrLedToCase:
		return M("已经立了案，案号收不回。请到案件里接着办或更正", "a case was opened with it and has its number. Go on, or correct it, in the case")
	case hall.ErrVisitHere:
		return M("人已经到了，是 {queue} 号。请按 F4 到候诊里接着办", "they are here already, number {queue}. Go on in the queue, F4")
	case hall.ErrComeBooked:
		return M("今天 {from} 有预约。请按 F5，在那一行记“到了”", "there is an appointment today at {from}. Put the arrival down there, F5")
	case hall.ErrNotToday:
		return M("这是 {day} 的预约，不是今天的。今天来的，请先改到今天", "the appointment is for {day}, not for today. Move it to today first")
	case hall.ErrNotBegun:
		return M("要到 {day} {from} 才开始。请到时间再登记", "it begins on {day} at {from}. Record this once its time has come")
	case hall.ErrJointThere:
		return M("这件已经提请会诊，还没有结束。请在那一次里接着办", "a joint consultation of this case is under way already. Go on with that one")
	case hall.ErrNobodyInvited:
		return M("还没有请人。请先定参加的人", "nobody is invited yet. Choose who takes part first")
	case hall.ErrListClosed:
		return M("会诊的时间已到，名单不再改。来了别人的，写在结果的“其他到场的人”里", "its time has come and the list is closed. Who else came is written in the record, under others present")
	case hall.ErrNoTask:
		return M("会诊登记以后才有任务。请先登记会诊", "tasks follow once it was held. Record it first")
	case hall.ErrNoRelapse:
		return M("没有登记为“已经反复”。请先登记这次回访的结果", "no relapse is on record. Record what the visit found first")
	case hall.ErrRelapseDealt:
		return M("这次反复已经有案件在办。请打开案件看一下", "a case deals with this relapse already. Open the case to see")
	case hall.ErrRelapseStands:
		return M("为这次反复已经重开本案或另登一件，这一项不再改。请到那件案件里说明，或在那里撤回",
			"a case was taken up for this relapse, so it stays. Say in that case what is not so, or withdraw it there")
	case hall.ErrRuledOff:
		return M("这次是按规则收回的，规则要它时会再排。现在就要去的，请另安排一次", "it was taken back by a rule and is planned again once one asks for it. To go now, plan another one")
	case hall.ErrNextDecided:
		return M("下次回访已经做过或改过日期（{day}），这里不再改。要改，请打开那一次", "the next visit was made or moved already ({day}). Open that visit to change it")
	case hall.ErrNotOver:
		return M("那件还没有办结，不能登记为复发。请就在那件里办", "that case is not settled yet, so nothing relapsed. Go on in that case")
	case hall.ErrNothingToFollow:
		return M("协议还没有生效，没有可回访的。请先登记协议和签字盖章", "there is no agreement in force to follow up. Record the agreement and the signatures first")
	}
	return Message{}
}
