package text

import "sizhen/store/hall"

// Matter names what is kept of a dispute: the same on forms, pages, in lists and in the trail.
var Matter = struct {
	Type, Subject, Facts, Requests, Amount, Source, SourceFrom, Written, Orally, InWriting, Difficulty, Risk, Measures, Police, PoliceTold,
	Urgent, Secret, Letter, LetterDay, LetterBy Message
}{
	Type:       M("纠纷类型", "Type"),
	Subject:    M("事由", "Subject"),
	Facts:      M("简要情况", "Facts"),
	Requests:   M("诉求", "Requests"),
	Amount:     M("涉及金额", "Amount"),
	Source:     M("来源", "Source"),
	SourceFrom: M("移送单位", "From whom"),
	Written:    M("申请方式", "Applied"),
	Orally:     M("口头", "orally"),
	InWriting:  M("书面", "in writing"),
	Difficulty: M("难易", "Difficulty"),
	Risk:       M("危险程度", "Risk"),
	Measures:   M("防范措施", "Measures taken"),
	Police:     M("报告公安", "Police told"),
	PoliceTold: M("{who}（{by}）", "{who} ({by})"),
	Urgent:     M("加急", "Urgent"),
	Secret:     M("不公开", "Confidential"),
	Letter:     M("来函或单号", "Letter no."),
	LetterDay:  M("来函日期", "Letter of"),
	LetterBy:   M("来函期限", "Letter's limit"),
}

// SourceOf is how a dispute came to the hall: from whom, and whether in writing.
func SourceOf(source hall.Source, from string, way Message) Message {
	m := M("{source} {way}", "{source}, {way}")
	if from != "" {
		m = M("{source} {from} {way}", "{source} by {from}, {way}").With("from", Stock(from))
	}
	return m.With("source", Source(source)).With("way", way)
}
