package hall

import "slices"

// Action is a step in the course of a case.
type Action uint8

const (
	ActAccept           Action = iota + 1 // 受理
	ActRefuse                             // 不予受理
	ActAssign                             // 指派调解员
	ActStandAside                         // 回避更换
	ActSession                            // 记录调解
	ActPause                              // 中止(鉴定)
	ActResume                             // 恢复
	ActExtend                             // 延长期限
	ActAgree                              // 达成协议, oral or written
	ActSign                               // 登记签字盖章
	ActPerform                            // 登记履行
	ActConfirm                            // 申请司法确认
	ActFail                               // 调解不成
	ActTerminate                          // 终止
	ActWithdraw                           // 撤回
	ActTransfer                           // 流转
	ActReopen                             // 复发重开
	ActReport                             // 报告公安或有关机关
	ActAmend                              // 补充或更正
	ActFile                               // 归档
	ActMend                               // 更正协议, until it is in force; slips in what was recorded of it at any time
	ActChange                             // 变更协议: a new one, in the old one's place or beside it
	ActUrge                               // 督促履行
	ActCourt                              // 登记法院答复
	ActUnkept                             // 登记未履行
	ActRescind                            // 解除协议
	ActUndoEnd                            // 撤回结案: the end was recorded by mistake
	ActTransferTaken                      // 流转：对方接收
	ActTransferReturned                   // 流转：对方退回
	ActCloseTalks                         // 转为不公开调解
	ActOpenTalks                          // 恢复公开调解
)

// AgreementActions lists what can be done with an agreement, in the order its menu shows.
func AgreementActions() []Action {
	return []Action{ActSign, ActPerform, ActConfirm, ActCourt, ActUrge, ActMend, ActChange, ActUnkept, ActRescind}
}

// TalksActions lists what a party may ask for at any moment: who may sit in.
func TalksActions() []Action { return []Action{ActCloseTalks, ActOpenTalks} }

// Actions lists every action in the order menus show them: each keeps its number in every state.
func Actions() []Action {
	return []Action{
		ActAccept, ActAssign, ActSession, ActAgree, ActSign, ActPerform, ActConfirm, ActPause, ActResume, ActExtend,
		ActStandAside, ActFail, ActTerminate, ActWithdraw, ActTransfer, ActRefuse, ActReport, ActAmend, ActReopen, ActFile,
		ActTransferTaken, ActTransferReturned,
		ActUndoEnd,
	}
}

// CaseCourse is the course of a case (DOMAIN §3). What ends a case without an agreement is
// for its own mediators and the head, and, as long as nobody is on it, for the desk: whoever
// else hears of it tells them.
func CaseCourse() Course[Case, State, Action] {
	type row = Row[Case, State, Action]
	own, ends := Whose[Case]{onCase, MaySupervise, notYours}, Whose[Case]{endsIt, MaySupervise, notEnding}
	needs := func(n ...func(Case) *Error) (out []Need[Case]) {
		for _, one := range n {
			out = append(out, need(one))
		}
		return out
	}
	closed := []State{Performed, Unperformed, Terminated, Withdrawn, Transferred, Filed}
	bound, all := []State{Performing, Performed, Unperformed}, []State{Agreed, Performing, Performed, Unperformed, Mediating, Filed}
	open := []State{Registered, Accepted, Mediating, Paused, Agreed, Performing}
	return Course[Case, State, Action]{
		State: func(c Case) State { return c.State },
		Wrong: noWay,
		Rows: deeds([]row{
			{Op: ActAccept, From: []State{Registered}, To: []State{Accepted}, Right: MayAccept},
			{Op: ActAssign, From: open, Right: MayAssign, Back: ActStandAside},
			{Op: ActSession, From: []State{Accepted, Mediating}, To: []State{Mediating}, Right: MayMediate, Whose: own, Needs: needs(needMediator)},
			{Op: ActSession, From: append([]State{Agreed, Performing}, closed...), Right: MayMediate, Whose: own}, // late, and marked so
			{Op: ActAgree, From: []State{Mediating}, To: []State{Agreed, Performing, Performed}, Right: MayMediate, Whose: own, Needs: needs(needSettled)},
			{Op: ActSign, From: []State{Agreed}, To: []State{Agreed, Performing, Performed}, Right: MayMediate, Whose: own, Needs: needs(agreed(ActSign))},
			{Op: ActPerform, From: []State{Performing, Unperformed, Agreed}, To: []State{Performing, Performed, Unperformed, Agreed}, Right: MayMediate, Whose: own,
				Needs: needs(agreed(ActPerform))},
			{Op: ActConfirm, From: append([]State{Agreed}, bound...), Right: MayMediate, Whose: own, Needs: needs(agreed(ActConfirm), pending(false))},
			{Op: ActCourt, From: all, Right: MayMediate, Whose: own, Needs: needs(agreed(ActCourt), pending(true))},
			{Op: ActUrge, From: append([]State{Agreed}, bound...), Right: MayMediate, Whose: own, Needs: needs(agreed(ActUrge))},
			{Op: ActMend, From: all, Right: MayMediate, Whose: own, Needs: needs(agreed(ActMend))},
			{Op: ActChange, From: bound, To: []State{Agreed, Performing, Performed, Unperformed}, Right: MayMediate, Whose: own, Needs: needs(agreed(ActChange))},
			{Op: ActUnkept, From: []State{Performing, Agreed}, To: []State{Unperformed, Performing, Agreed}, Right: MayMediate, Whose: own,
				Needs: needs(agreed(ActUnkept)), Back: ActPerform},
			{Op: ActRescind, From: append([]State{Agreed}, bound...), To: []State{Mediating, Terminated, Agreed, Performing, Performed, Unperformed}, Right: MayMediate,
				Whose: own, Needs: needs(agreed(ActRescind)), Asks: true},
			{Op: ActPause, From: []State{Accepted, Mediating}, To: []State{Paused}, Right: MayMediate, Whose: own, Back: ActResume},
			{Op: ActResume, From: []State{Paused}, To: []State{Mediating}, Right: MayMediate, Whose: own, Back: ActPause},
			{Op: ActExtend, From: []State{Accepted, Mediating}, Right: MayMediate, Whose: own},
			{Op: ActStandAside, From: []State{Accepted, Mediating, Paused}, Right: MayAssign, Needs: needs(needMediator)},
			{Op: ActFail, From: []State{Mediating}, To: []State{Terminated}, Right: MayMediate, Whose: ends, Asks: true},
			{Op: ActTerminate, From: []State{Accepted, Mediating, Paused, Agreed}, To: []State{Terminated}, Right: MayRead, Whose: ends, Asks: true},
			{Op: ActWithdraw, From: []State{Registered, Accepted, Mediating, Paused}, To: []State{Withdrawn}, Right: MayRead, Whose: ends, Asks: true},
			{Op: ActTransfer, From: []State{Registered, Accepted, Mediating}, To: []State{Transferred}, Right: MayRead, Whose: ends, Asks: true},
			{Op: ActTransferTaken, From: []State{Transferred}, Right: MayRead, Whose: ends, Needs: needs(unanswered)},
			{Op: ActTransferReturned, From: []State{Transferred}, To: []State{Registered, Accepted, Mediating}, Right: MayRead, Whose: ends,
				Needs: needs(unanswered), Back: ActTransfer},
			{Op: ActRefuse, From: []State{Registered}, To: []State{Refused}, Right: MayAccept, Asks: true},
			{Op: ActCloseTalks, From: open, Right: MayIntake, Needs: needs(doors(false)), Back: ActOpenTalks},
			{Op: ActOpenTalks, From: open, Right: MayIntake, Needs: needs(doors(true)), Back: ActCloseTalks},
			{Op: ActReport, From: open, Right: MayRead},
			{Op: ActAmend, From: append(append([]State{Refused}, open...), closed...), Right: MayIntake},
			{Op: ActReopen, From: []State{Performing, Performed, Unperformed, Filed}, To: []State{Mediating}, Right: MayAccept, Needs: needs(hadAgreement)},
			{Op: ActUndoEnd, From: []State{Refused, Terminated, Withdrawn}, To: []State{Registered, Accepted, Mediating, Agreed}, Right: MayRead, Whose: ends},
			{Op: ActFile, From: []State{Refused, Performed, Unperformed, Terminated, Withdrawn, Transferred}, To: []State{Filed}, Right: MayAccept,
				Needs: needs(heard)},
		}),
	}
}

// deeds names what the journal calls each step.
func deeds(rows []Row[Case, State, Action]) []Row[Case, State, Action] {
	for i := range rows {
		rows[i].Deed = DeedOf(rows[i].Op)
	}
	return rows
}

func onCase(c Case, a Actor) bool { return a.Mediator != 0 && c.Has(a.Mediator) }

// endsIt reports whether somebody may end a case: who mediates it, or the desk while nobody does.
func endsIt(c Case, a Actor) bool {
	if len(c.Mediators()) == 0 {
		return a.May(MayAccept)
	}
	return onCase(c, a) && a.May(MayMediate)
}

func notYours(Case, Actor) *Error { return Refuse(ErrNotYours) }

func notEnding(c Case, _ Actor) *Error {
	if len(c.Mediators()) == 0 {
		return Refuse(ErrForbidden, "roles", holders(MayAccept))
	}
	return Refuse(ErrNotYours)
}

func needMediator(c Case) *Error {
	if len(c.Mediators()) == 0 {
		return Refuse(ErrNoMediator)
	}
	return nil
}

// hadAgreement: only a relapse after an agreement continues a case; a renewed request after any other end is a new one
// (DOMAIN §3.6).
func hadAgreement(c Case) *Error {
	if len(c.Agreements) == 0 {
		return Refuse(ErrNoAgreement)
	}
	return nil
}

func needSettled(c Case) *Error {
	if c.Sessions == 0 || c.LastResult != ResultSettled {
		return Refuse(ErrNoSettled)
	}
	return nil
}

// What can be planned on a case.
const (
	OpBook    Op = "book"    // an appointment
	OpPropose Op = "propose" // a joint consultation
	OpPlan    Op = "plan"    // a follow-up
	OpRelapse Op = "relapse" // what came back, as a case of its own
)

// PlanCourse is what can be planned on a case.
func PlanCourse() Course[CaseFile, State, Op] {
	type row = Row[CaseFile, State, Op]
	sees := Whose[CaseFile]{
		Own: func(f CaseFile, a Actor) bool { return a.MaySee(f.Case) }, Or: MaySupervise,
		Not: func(CaseFile, Actor) *Error { return Refuse(ErrClosedCase) },
	}
	open := slices.DeleteFunc(States(), func(s State) bool { return !s.Open() })
	settled := slices.DeleteFunc(States(), func(s State) bool { return s.Open() && s != Performing })
	return Course[CaseFile, State, Op]{
		State: func(f CaseFile) State { return f.Case.State },
		Wrong: func(f CaseFile, o Op) *Error {
			if o == OpRelapse {
				return Refuse(ErrNotOver)
			}
			return Refuse(ErrState, "state", f.Case.State, "why", HurdleEnded)
		},
		Rows: []row{
			{Op: OpBook, From: open, Right: MayQueue, Whose: sees, Deed: DeedBook},
			{Op: OpPropose, From: open, Right: MayQueue, Whose: sees, Needs: []Need[CaseFile]{need(noJoint)}, Deed: DeedPropose, Back: OpCancel},
			{Op: OpPlan, From: States(), Right: MayQueue, Whose: sees, Needs: []Need[CaseFile]{need(followed)}, Deed: DeedPlan, Back: OpCancel},
			{Op: OpRelapse, From: settled, Right: MayIntake, Whose: sees, Deed: DeedIntake},
		},
	}
}

// noJoint: a case is discussed together once at a time; its joint consultation goes on until
// it was held or cancelled.
func noJoint(f CaseFile) *Error {
	for _, v := range f.Consultations {
		if v.Kind == Joint && !v.State.Over() {
			return Refuse(ErrJointThere, "id", v.ID)
		}
	}
	return nil
}

func followed(f CaseFile) *Error {
	if f.Case.Followed() {
		return nil
	}
	return Refuse(ErrNothingToFollow)
}
