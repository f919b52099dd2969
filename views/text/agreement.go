package text

import "sizhen/store/hall"

// EndCause is why mediation was terminated.
func EndCause(c hall.EndCause) Message { return name(endCauses, c) }

var endCauses = map[hall.EndCause]Message{
	hall.EndNone:       M("没有写", "not said"),
	hall.EndNotSettled: M("调解不成", "not settled"),
	hall.EndRefused:    M("一方拒绝", "a party refuses"),
	hall.EndOverdue:    M("超期", "the time limit ran out"),
	hall.EndElsewhere:  M("起诉或仲裁", "taken to court or arbitration"),
	hall.EndOther:      M("其他原因", "another cause"),
}

// AgreementState is where an agreement stands.
func AgreementState(s hall.AgreementState) Message { return name(agreementStates, s) }

var agreementStates = map[hall.AgreementState]Message{
	hall.AgreementNone:     M("还没有协议", "no agreement yet"),
	hall.AgreementUnsigned: M("待签字盖章", "to be signed and sealed"),
	hall.AgreementInForce:  M("已生效，履行中", "in force, being performed"),
	hall.AgreementKept:     M("已履行", "performed"),
	hall.AgreementUnkept:   M("未履行", "not performed"),
	hall.AgreementEnded:    M("不再生效", "no longer binding"),
}

// AgreementFate is what became of an agreement that binds no longer.
func AgreementFate(f hall.AgreementFate) Message { return name(agreementFates, f) }

var agreementFates = map[hall.AgreementFate]Message{
	hall.FateNone:      M("有效", "standing"),
	hall.FateChanged:   M("已变更", "changed"),
	hall.FateRescinded: M("双方解除", "given up by both"),
	hall.FateRelapse:   M("复发前的协议", "of before the relapse"),
	hall.FateRejected:  M("法院未确认，已另立", "not confirmed by the court, another was made"),
}

// WayLeft is where a party goes with an agreement that was not performed.
func WayLeft(w hall.WayLeft) Message { return name(waysLeft, w) }

var waysLeft = map[hall.WayLeft]Message{
	hall.WaySue:         M("向法院起诉", "go to court"),
	hall.WayEnforce:     M("申请强制执行（经司法确认的）", "have it enforced (confirmed by the court)"),
	hall.WayPayment:     M("申请支付令（工资、工伤医疗费、经济补偿）", "payment order (wages, work injury, severance)"),
	hall.WayArbitration: M("申请劳动仲裁", "labour arbitration"),
	hall.WayOther:       M("其他途径", "another way"),
}

// ConfirmWhat is what a court is asked to confirm.
func ConfirmWhat(w hall.ConfirmWhat) Message { return name(confirmWhats, w) }

var confirmWhats = map[hall.ConfirmWhat]Message{
	hall.ConfirmPaying:  M("给付钱物，做或不做某件事", "paying, doing or not doing something"),
	hall.ConfirmFamily:  M("抚养费、赡养费、彩礼、财产分割", "maintenance, dowry, parting of property"),
	hall.ConfirmStatus:  M("离婚、收养、亲子关系", "divorce, adoption, parentage"),
	hall.ConfirmOwner:   M("房屋、土地、知识产权归谁", "who owns a house, land, intellectual property"),
	hall.ConfirmSpecial: M("适用其他特别程序的", "what has a special procedure of its own"),
}

// ConfirmDoubt says that a court will not take an application about something.
func ConfirmDoubt(w hall.ConfirmWhat) Message {
	switch w {
	case hall.ConfirmStatus:
		return M("身份关系法院不予确认；其中的抚养费、彩礼、财产分割可以单独申请",
			"courts do not confirm personal status; maintenance, a dowry or the parting of property can be applied for by themselves")
	case hall.ConfirmOwner:
		return M("权属法院不予确认；要确认归属的，告知双方另行起诉", "courts do not confirm ownership; tell the parties to go to court for it")
	case hall.ConfirmSpecial:
		return M("有专门程序的法院不予确认；请告知双方走那个程序", "courts do not confirm what has a procedure of its own; tell the parties of it")
	}
	return Message{}
}

// Enclosure is a paper that goes with an application to the court.
func Enclosure(e hall.Enclosure) Message { return name(enclosures, e) }

var enclosures = map[hall.Enclosure]Message{
	hall.EncloseAgreement: M("调解协议", "agreement"),
	hall.EncloseIdentity:  M("身份证明", "proof of identity"),
	hall.EncloseStanding:  M("主体资格证明", "proof of the organisation's standing"),
	hall.EncloseCommittee: M("调委会证明", "committee's certificate"),
	hall.EnclosePower:     M("授权委托书", "power of attorney"),
	hall.EncloseProof:     M("证据材料", "evidence"),
	hall.EncloseLetter:    M("委派调解函", "court's letter"),
	hall.EncloseAddress:   M("送达地址确认", "address for service"),
}

// CourtAnswer is what a court said to an application.
func CourtAnswer(a hall.CourtAnswer) Message { return name(courtAnswers, a) }

var courtAnswers = map[hall.CourtAnswer]Message{
	hall.CourtTook:      M("法院受理", "taken by the court"),
	hall.CourtTookNot:   M("法院不予受理", "not taken by the court"),
	hall.CourtExtended:  M("延长审查期限", "time for the ruling extended"),
	hall.CourtConfirmed: M("裁定确认有效", "confirmed"),
	hall.CourtRejected:  M("裁定驳回申请", "rejected"),
	hall.CourtTakenBack: M("当事人撤回申请", "taken back by the parties"),
}

// RejectGround is why a court did not confirm.
func RejectGround(g hall.RejectGround) Message { return name(rejectGrounds, g) }

var rejectGrounds = map[hall.RejectGround]Message{
	hall.GroundUnclear:   M("内容不明确", "unclear content"),
	hall.GroundUnlawful:  M("违反法律强制性规定", "against the law"),
	hall.GroundPublic:    M("损害公共利益或他人权益", "against public interest or others' rights"),
	hall.GroundMorals:    M("违背公序良俗", "against good morals"),
	hall.GroundUnwilling: M("违反自愿原则", "not voluntary"),
	hall.GroundOther:     M("其他", "other"),
}

// agreementMore says what is refused of an agreement once it stands, and of the court.
func agreementMore(c hall.Code) Message {
	switch c {
	case hall.ErrNotApplied:
		return M("没有等法院答复的申请。请先登记“申请司法确认”", "no application waits for the court's answer. Record the application first")
	case hall.ErrCourtOrder:
		return M("法院现在不会有这样的答复。请看已经登记的，另选一项", "the court cannot have answered so now. Look at what is on record and choose another")
	case hall.ErrNotConfirmed:
		return M("没有经过司法确认的，不能申请强制执行。请改选起诉等途径", "only what a court has confirmed can be enforced. Choose another way, such as going to court")
	case hall.ErrAgreementEnded:
		return M("这份协议不再生效（{fate}）。请看后面的协议", "this agreement binds no longer ({fate}). Look at the one after it")
	case hall.ErrWhichClause:
		return M("只履行了一部分，看不出是哪一条。请选是哪一条", "it was performed in part, and it is not said of which term. Choose the term")
	case hall.ErrClauseKept:
		return M("这一条已经履行。请选另一条", "this term has been performed. Choose another")
	case hall.ErrBound:
		return M("协议已经生效，约定的内容不能再改。请用“变更协议”另立一份；这里只改登记的日期和法院", "the agreement is in force, and what was agreed can no longer be corrected. "+
			"Make a new one by “Change the agreement”; here only recorded days and the court can be put right")
	}
	return Message{}
}
