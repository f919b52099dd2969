package hall

import "cmp"

// DueKind is what is due.
type DueKind uint8

const (
	DueRespond   DueKind = iota // 首次回应
	DueLimit                    // 调解期限
	DuePerform                  // 履行
	DueConfirm                  // 司法确认, the last day
	DueFollowUp                 // 回访
	DueTask                     // a task after a joint consultation
	DueTerm                     // a mediator's term ends
	DueFiling                   // a change of the roster is to be reported
	DueOrgTerm                  // a committee's term ends
	DueOrgFiling                // a change of an organisation is to be reported
	DueOrderSign                // an order is to be signed for
	DueOrder                    // an order is to be answered
	DueSorted                   // what was settled when the open ones were gone through
	DueSign                     // 协议签字盖章
	DueCourt                    // 法院答复
	DueAccept                   // 决定受理, once registered
	DueGoal                     // 办结目标, within the limit
	DueResume                   // 恢复调解, once paused
	DueFile                     // 归档, once done
	DueTransfer                 // 流转答复
	DueReport                   // 报告, by the level of danger [law 25]
)

// Due is something that must be done by a day.
type Due struct {
	Day  Day
	Kind DueKind
}

// Dues lists what is due on a case, worked out from the case alone: the index of what is
// due can so be checked against the records. No state is silent: each waits for something until a day (DOMAIN §3.7).
func (c Case) Dues() []Due {
	var out []Due
	add := func(day Day, kind DueKind) {
		if day != 0 {
			out = append(out, Due{day, kind})
		}
	}
	switch c.State {
	case Registered:
		add(cmp.Or(c.AcceptBy, c.AppliedOn()+acceptWithin), DueAccept)
	case Accepted, Mediating:
		if c.Sessions == 0 {
			add(c.Respond, DueRespond)
		}
		add(c.Goal, DueGoal)
		add(c.Deadline, DueLimit)
	case Paused:
		add(cmp.Or(c.PausedUntil, c.PausedOn+pausedWithin), DueResume)
		if c.PausedFor != PauseAppraisal {
			add(c.Deadline, DueLimit)
		}
	case Agreed, Performing, Performed, Unperformed:
		for _, a := range c.Agreements {
			out = append(out, a.dues()...)
		}
	}
	if c.Danger != 0 && len(c.ToReport()) > 0 {
		add(c.Danger+c.RiskLevel().within(), DueReport)
	}
	if c.AwaitsAnswer() {
		add(c.lastHanded().AnswerBy, DueTransfer)
	} else if !c.State.Open() && c.State != Filed {
		add(cmp.Or(c.FileBy, c.Closed+fileWithin), DueFile)
	}
	return out
}

// How long what an older program wrote waits, which says no day: a working week, a month, a month.
const (
	acceptWithin = 5
	pausedWithin = 30
	fileWithin   = 30
)

// dues are what is due on an agreement: the signatures, the next clause, the court.
func (a Agreement) dues() []Due {
	var out []Due
	switch a.State() {
	case AgreementUnsigned:
		by := a.SignBy
		if by == 0 { // written by an older program
			by = a.Made + signWithin
		}
		out = append(out, Due{by, DueSign})
	case AgreementInForce:
		if day := a.Due(); day != 0 {
			out = append(out, Due{day, DuePerform})
		}
		if a.WantsConfirm && len(a.Confirmations) == 0 {
			out = append(out, Due{a.LastConfirm, DueConfirm})
		}
	}
	if p := a.Applied(); p != nil && p.AnswerBy != 0 && a.Standing() {
		out = append(out, Due{p.AnswerBy, DueCourt})
	}
	return out
}
