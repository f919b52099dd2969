package hall

import "slices"

// Action is a step in the course of a case.
type Action uint8

const (
	ActAccept     Action = iota + 1 // 受理
	ActRefuse                       // 不予受理
	ActAssign                       // 指派调解员
	ActStandAside                   // 回避更换
	ActSession                      // 记录调解
	ActPause                        // 中止(鉴定)
	ActResume                       // 恢复
	ActExtend                       // 延长期限
	ActAgree                        // 达成协议, oral or written
	ActSign                         // 登记签字盖章
	ActPerform                      // 登记履行
	ActConfirm                      // 申请司法确认
	ActFail                         // 调解不成
	ActTerminate                    // 终止
	ActWithdraw                     // 撤回
	ActTransfer                     // 流转
	ActReopen                       // 复发重开
	ActPolice                       // 报告公安
	ActAmend                        // 补充或更正
	ActFile                         // 归档
)

// Actions lists every action in the order menus show them.
func Actions() []Action {
	return []Action{
		ActAccept, ActAssign, ActSession, ActAgree, ActSign, ActPerform, ActConfirm, ActPause, ActResume, ActExtend,
		ActStandAside, ActFail, ActTerminate, ActWithdraw, ActTransfer, ActRefuse, ActPolice, ActAmend, ActReopen, ActFile,
	}
}

// Need is something that must be there before an action.
type Need uint8

const (
	NeedMediator    Need = iota + 1 // a mediator on the case
	NeedSettled                     // a session with the result "settled"
	NeedInForce                     // an agreement in force
	NeedNoConfirm                   // no application for confirmation yet
	NeedNoAgreement                 // no agreement: afterwards the records are locked
)

// Transition is one row of the course: what leads where, who may, what must be there
// first. Own rows are for the case's own mediators and the head.
type Transition struct {
	Action Action
	From   []State
	To     []State // empty: the case stays where it is
	Right  Right
	Own    bool
	Needs  []Need
}

// Course is the course of a case as one table. The screens' actions, their "why not", the
// store's checks and the tests all come from it.
func Course() []Transition {
	closed := []State{Performed, Failed, Terminated, Withdrawn, Transferred, Filed}
	return []Transition{
		{ActAccept, []State{Registered}, []State{Accepted}, MayAccept, false, nil},
		{ActRefuse, []State{Registered}, []State{Refused}, MayAccept, false, nil},
		{ActAssign, []State{Registered, Accepted, Mediating, Paused, Agreed, Performing}, nil, MayAssign, false, nil},
		{ActStandAside, []State{Accepted, Mediating, Paused}, nil, MayAssign, false, []Need{NeedMediator}},
		{ActSession, []State{Accepted, Mediating}, []State{Mediating}, MayMediate, true, []Need{NeedMediator}},
		{ActSession, append([]State{Agreed, Performing}, closed...), nil, MayMediate, true, nil}, // late, and marked so
		{ActPause, []State{Accepted, Mediating}, []State{Paused}, MayMediate, true, nil},
		{ActResume, []State{Paused}, []State{Mediating}, MayMediate, true, nil},
		{ActExtend, []State{Accepted, Mediating}, nil, MayMediate, true, nil},
		{ActAgree, []State{Mediating}, []State{Agreed, Performing, Performed}, MayMediate, true, []Need{NeedSettled}},
		{ActSign, []State{Agreed}, []State{Agreed, Performing, Performed}, MayMediate, true, nil},
		{ActPerform, []State{Performing}, []State{Performed}, MayMediate, true, []Need{NeedInForce}},
		{ActConfirm, []State{Performing, Performed}, nil, MayMediate, true, []Need{NeedInForce, NeedNoConfirm}},
		{ActFail, []State{Mediating}, []State{Failed}, MayMediate, true, nil},
		{ActTerminate, []State{Accepted, Mediating, Paused, Agreed}, []State{Terminated}, MayMediate, true, nil},
		{ActWithdraw, []State{Registered, Accepted, Mediating, Paused}, []State{Withdrawn}, MayRead, false, nil},
		{ActTransfer, []State{Registered, Accepted, Mediating}, []State{Transferred}, MayAccept, false, nil},
		{ActReopen, []State{Performing, Performed, Failed, Filed}, []State{Mediating}, MayAccept, false, nil},
		{ActPolice, []State{Registered, Accepted, Mediating, Paused, Agreed, Performing}, nil, MayRead, false, nil},
		{ActAmend, append([]State{Registered, Refused, Accepted, Mediating, Paused, Agreed, Performing}, closed...), nil, MayIntake, false, nil},
		{ActFile, []State{Refused, Performed, Failed, Terminated, Withdrawn, Transferred}, []State{Filed}, MayAccept, false, nil},
	}
}

// row finds the table's row for an action in a state.
func row(a Action, from State) (Transition, bool) {
	for _, t := range Course() {
		if t.Action == a && slices.Contains(t.From, from) {
			return t, true
		}
	}
	return Transition{}, false
}

// Why says why the actor cannot take an action on a case now; nil when he can.
func Why(c Case, a Action, by Actor) *Error {
	t, ok := row(a, c.State)
	if !ok {
		return Refuse(ErrState, "state", c.State)
	}
	if !by.May(t.Right) {
		return Refuse(ErrForbidden, "roles", holders(t.Right))
	}
	for _, n := range t.Needs {
		if err := n.missing(c); err != nil {
			return err
		}
	}
	if t.Own && !by.May(MaySupervise) && !(by.Mediator != 0 && c.Has(by.Mediator)) {
		return Refuse(ErrNotYours)
	}
	return nil
}

func (n Need) missing(c Case) *Error {
	switch n {
	case NeedMediator:
		if len(c.Mediators()) == 0 {
			return Refuse(ErrNoMediator)
		}
	case NeedSettled:
		if c.Sessions == 0 || c.LastResult != ResultSettled {
			return Refuse(ErrNoSettled)
		}
	case NeedInForce:
		if c.Agreement == nil {
			return Refuse(ErrNoAgreement)
		}
		if c.Agreement.Effective() == 0 {
			return Refuse(ErrNotInForce)
		}
	case NeedNoConfirm:
		if c.Confirm != nil {
			return Refuse(ErrApplied)
		}
	}
	return nil
}

// Conflict is a reason why a mediator might have to stand aside (回避).
type Conflict uint8

const (
	NoConflict     Conflict = iota
	ConflictSelf            // he has a party's name, or telephone: he may be the party
	ConflictFamily          // the same surname and village as a party: perhaps related
	ConflictBefore          // he stood aside from this case before
)

// ConflictOf looks for the plainest signs that a mediator is related to a party or
// interested, and names the party. It warns; a person decides (law 19, DOMAIN §3.3).
func ConflictOf(c Case, m Mediator) (Conflict, string) {
	for _, a := range c.Assigned {
		if a.Mediator.ID == m.ID && !a.To.IsZero() {
			return ConflictBefore, m.Name
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if d.Name == m.Name || d.Phone != "" && d.Phone == m.Phone {
			return ConflictSelf, d.Name
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if d.Kind == Natural && m.Village != "" && d.Village == m.Village && surname(d.Name) == surname(m.Name) {
			return ConflictFamily, d.Name
		}
	}
	return NoConflict, ""
}

// surname is the first character: compound surnames share it within a family too.
func surname(name string) string {
	for _, r := range name {
		return string(r)
	}
	return ""
}
