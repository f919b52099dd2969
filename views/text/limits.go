package text

import "sizhen/store/hall"

// Pause is what a paused case waits for.
func Pause(p hall.Pause) Message { return name(pauses, p) }

var pauses = map[hall.Pause]Message{
	hall.PauseAppraisal: M("鉴定、评估", "an appraisal"),
	hall.PauseOther:     M("其他原因", "another reason"),
}

// Agree is who has to agree that a limit is extended, as the question that is answered with yes.
func Agree(a hall.Agree) Message { return name(agrees, a) }

var agrees = map[hall.Agree]Message{
	hall.AgreeBoth:  M("双方都要求", "Both ask"),
	hall.AgreeAll:   M("都同意", "All agree"),
	hall.AgreeCourt: M("法院同意", "Court agrees"),
}

// AgreeHelp says who that is.
func AgreeHelp(a hall.Agree) Message { return name(agreeHelps, a) }

var agreeHelps = map[hall.Agree]Message{
	hall.AgreeBoth:  M("要双方共同提出", "both parties must ask together"),
	hall.AgreeAll:   M("调委会和双方都要同意", "the committee and both parties"),
	hall.AgreeCourt: M("要委派的法院同意", "the court that entrusted it"),
}

// agreed is what an extension needs, within a sentence.
var agreed = map[hall.Agree]Message{
	hall.AgreeBoth:  M("双方共同提出", "both parties to ask together"),
	hall.AgreeAll:   M("调委会和双方都同意", "the committee and both parties to agree"),
	hall.AgreeCourt: M("委派的法院同意", "the court that entrusted it to agree"),
}

// Expiry is what follows when a limit has run out.
func Expiry(e hall.Expiry) Message { return name(expiries, e) }

var expiries = map[hall.Expiry]Message{
	hall.ExpiryEnd:         M("到期没有谈成的，请终止，告知其他途径", "Without an agreement by then, end it and tell of the other ways"),
	hall.ExpiryFailed:      M("到期没有谈成的，视为调解不成，请终止", "Without an agreement by then, it counts as failed: end it"),
	hall.ExpiryArbitration: M("到期没有谈成的，当事人可以去申请劳动仲裁", "Without an agreement by then, a party may go to labour arbitration"),
	hall.ExpiryReport:      M("到期没有谈成的，请终止，把结果报回委派的法院", "Without an agreement by then, end it and report back to the court"),
}

// LimitLaw is where a time limit comes from.
func LimitLaw(l hall.Limit) Message {
	switch {
	case l.Type == "medical":
		return M("《医疗纠纷预防和处理条例》第 38 条", "the Medical Dispute Regulation, art. 38")
	case l.Type == "labour" || l.Type == "wages":
		return M("《劳动争议调解仲裁法》第 14 条", "the Labour Dispute Law, art. 14")
	case l.From != "":
		return M("委派函", "the letter that entrusted it")
	case l.Type != "":
		return M("本中心的规定", "the hall's rules")
	}
	return M("司法部令第 75 号第 33 条", "order 75, art. 33")
}

// ExpiryShort is that as an answer to choose.
func ExpiryShort(e hall.Expiry) Message { return name(expiriesShort, e) }

var expiriesShort = map[hall.Expiry]Message{
	hall.ExpiryEnd:         M("延长或终止", "extend or end"),
	hall.ExpiryFailed:      M("视为调解不成", "counts as failed"),
	hall.ExpiryArbitration: M("可以去仲裁", "arbitration"),
	hall.ExpiryReport:      M("报回法院", "report back"),
}

// Span is a length of time.
func Span(n int, u hall.Unit) Message {
	switch u {
	case hall.Workdays:
		return M("{n} 个工作日", "{n:working day|working days}").With("n", n)
	case hall.Months:
		return M("{n} 个月", "{n:month|months}").With("n", n)
	}
	return M("{n} 天", "{n:day|days}").With("n", n)
}

// Direction is where a case is handed on to.
func Direction(d hall.Direction) Message { return name(directions, d) }

var directions = map[hall.Direction]Message{
	hall.ToNone:        M("没有写", "not said"),
	hall.ToUp:          M("上级", "higher level"),
	hall.ToDown:        M("下级", "lower level"),
	hall.ToAdmin:       M("行政", "authorities"),
	hall.ToCourt:       M("司法", "court"),
	hall.ToArbitration: M("仲裁", "arbitration"),
	hall.ToLetters:     M("信访", "petitions"),
	hall.ToNotary:      M("公证", "notary"),
	hall.ToForensic:    M("鉴定", "appraisal"),
	hall.To12345:       M("12345", "12345"),
	hall.ToOther:       M("其他", "other"),
}

// TransferAnswer is what was said to a transfer.
func TransferAnswer(a hall.TransferAnswer) Message { return name(transferAnswers, a) }

var transferAnswers = map[hall.TransferAnswer]Message{
	hall.TransferWaits:    M("还没有答复", "no answer yet"),
	hall.TransferTaken:    M("已接收", "taken"),
	hall.TransferReturned: M("退回", "returned"),
}

// DueWhose narrows the list of what is due.
func DueWhose(w hall.DueWhose) Message { return name(dueWhoses, w) }

var dueWhoses = map[hall.DueWhose]Message{
	hall.DueMine:    M("我的", "Mine"),
	hall.DueNobodys: M("没定谁办的", "Nobody's"),
	hall.DueAll:     M("全部", "All"),
	hall.DueToFile:  M("待归档", "To archive"),
}
