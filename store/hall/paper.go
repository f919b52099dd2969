package hall

import "slices"

// Paper is a paper of a dossier, as the dossier check has them (DOMAIN §4).
type Paper uint8

const (
	PaperApplication  Paper = iota + 1 // 申请书 or 受理登记表
	PaperRights                        // 权利义务告知书
	PaperIdentity                      // 身份证明
	PaperRecord                        // 调解记录
	PaperAgreement                     // 调解协议书
	PaperOral                          // 口头协议登记表
	PaperRefusal                       // 不予受理告知书
	PaperTermination                   // 终止调解通知书
	PaperTransfer                      // 流转单
	PaperCover                         // 封底
	PaperLetter                        // 委派（委托、移送）函
	PaperPower                         // 授权委托书
	PaperInquiry                       // 调查记录
	PaperEvidence                      // 证据材料
	PaperOpinion                       // 会诊意见书
	PaperProof                         // 履行凭证
	PaperFollowUp                      // 回访记录
	PaperConfirmation                  // 司法确认材料
)

// PaperRow is a paper of a case's dossier and whether it has to be there.
type PaperRow struct {
	Paper
	Called bool // required, or called for by what happened; otherwise as there is one
}

// Papers lists what belongs in a case's dossier, by how the case went and ended.
func Papers(c Case, visits []Consultation) []PaperRow {
	var out []PaperRow
	called := func(p Paper, is bool) {
		if is {
			out = append(out, PaperRow{p, true})
		}
	}
	accepted := c.Accepted != 0
	called(PaperApplication, true)
	called(PaperRefusal, c.State == Refused)
	called(PaperRights, accepted)
	called(PaperIdentity, accepted)
	called(PaperRecord, c.Sessions > 0)
	called(PaperAgreement, slices.ContainsFunc(c.Agreements, func(a Agreement) bool { return a.Written }))
	called(PaperOral, slices.ContainsFunc(c.Agreements, func(a Agreement) bool { return !a.Written }))
	called(PaperTermination, c.Cause != EndNone)
	called(PaperTransfer, c.To != "")
	called(PaperLetter, c.Source == SourceEntrusted)
	called(PaperPower, slices.ContainsFunc(c.Parties, func(p Party) bool { return p.Proxy != "" }))
	called(PaperOpinion, slices.ContainsFunc(visits, func(v Consultation) bool { return v.Kind == Joint && v.State == Ended }))
	called(PaperProof, slices.ContainsFunc(c.Agreements, Agreement.anyKept))
	called(PaperFollowUp, slices.ContainsFunc(visits, func(v Consultation) bool { return v.Kind == FollowUp && v.State == Ended }))
	called(PaperConfirmation, slices.ContainsFunc(c.Agreements, func(a Agreement) bool { return len(a.Confirmations) > 0 }))
	called(PaperCover, true)
	return append(out, PaperRow{Paper: PaperInquiry}, PaperRow{Paper: PaperEvidence})
}

func (a Agreement) anyKept() bool {
	return !a.OnSpot && slices.ContainsFunc(a.Clauses, func(c Clause) bool { return len(c.Kept) > 0 })
}

// Lacks are the papers that are called for and not among those that are there.
func Lacks(c Case, visits []Consultation, have []Paper) []Paper {
	var out []Paper
	for _, p := range Papers(c, visits) {
		if p.Called && !slices.Contains(have, p.Paper) {
			out = append(out, p.Paper)
		}
	}
	return out
}
