package text

import "sizhen/store/hall"

// CaseGap is something that is wrong with a case before it is filed.
func CaseGap(g hall.Gap) Message { return name(gaps, g) }

var gaps = map[hall.Gap]Message{
	hall.GapType:       M("纠纷类型没有写，或不在单子上", "no type of dispute, or one that is not on the list"),
	hall.GapBody:       M("委托移送的，没有写是哪个单位", "entrusted or transferred, and not said by whom"),
	hall.GapLetter:     M("委托移送的，没有写文号", "entrusted or transferred, without the letter's number"),
	hall.GapSource:     M("写了移送单位，来源却不是委托移送", "a body is named, and the source says that none sent it"),
	hall.GapMediator:   M("没有调解员", "no mediator"),
	hall.GapRights:     M("没有一份调解记录写了“已告知权利”", "no session says that the rights were told"),
	hall.GapDay:        M("没有写什么时候履行", "no day of performance"),
	hall.GapPlace:      M("没有写在哪里履行", "no place of performance"),
	hall.GapAmount:     M("说到钱，没有写金额", "money is spoken of, without a sum"),
	hall.GapProof:      M("履行了，没有凭证", "performed, without proof"),
	hall.GapReferral:   M("没有告知其他途径", "the other ways were not told"),
	hall.GapPartyDoc:   M("没有证件号", "no document"),
	hall.GapPartyPhone: M("没有电话", "no telephone"),
	hall.GapGuardian:   M("监护人的关系或电话没有写", "the guardian's relation or telephone is missing"),
}

// DossierPaper is a paper of a dossier.
func DossierPaper(p hall.Paper) Message { return name(papers, p) }

var papers = map[hall.Paper]Message{
	hall.PaperApplication:  M("申请书（受理登记表）", "application (or acceptance sheet)"),
	hall.PaperRights:       M("权利义务告知书", "rights notice"),
	hall.PaperIdentity:     M("身份证明", "identity papers"),
	hall.PaperRecord:       M("调解记录", "mediation record"),
	hall.PaperAgreement:    M("调解协议书", "written agreement"),
	hall.PaperOral:         M("口头协议登记表", "oral agreement sheet"),
	hall.PaperRefusal:      M("不予受理告知书", "notice of refusal"),
	hall.PaperTermination:  M("终止调解通知书", "notice of termination"),
	hall.PaperTransfer:     M("流转单", "transfer sheet"),
	hall.PaperCover:        M("封底", "back cover"),
	hall.PaperLetter:       M("委托移送函", "letter of entrustment"),
	hall.PaperPower:        M("授权委托书", "power of attorney"),
	hall.PaperInquiry:      M("调查记录", "investigation record"),
	hall.PaperEvidence:     M("证据材料", "evidence"),
	hall.PaperOpinion:      M("会诊意见书", "joint consultation's opinion"),
	hall.PaperProof:        M("履行凭证", "proof of performance"),
	hall.PaperFollowUp:     M("回访记录", "follow-up record"),
	hall.PaperConfirmation: M("司法确认材料", "confirmation papers"),
}

// Keep is how long a dossier is kept.
func Keep(k hall.Keep) Message { return name(keeps, k) }

var keeps = map[hall.Keep]Message{
	hall.KeepUnsaid:    M("没有写", "not said"),
	hall.KeepPermanent: M("永久", "permanently"),
	hall.Keep60:        M("60 年", "60 years"),
	hall.Keep30:        M("30 年", "30 years"),
}
