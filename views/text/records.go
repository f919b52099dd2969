package text

import "sizhen/store/hall"

// RecordName is what a kind of record is called; ok is false for what is no kind of record.
func RecordName(k hall.Record) (m Message, ok bool) {
	m, ok = recordNames[k]
	return m, ok
}

// Numbered names a record: its kind and its number.
var Numbered = M("{record} {n} 号", "{record} no. {n}")

// RefName names the record of a reference; zero where it names none.
func RefName(r hall.Ref) Message {
	m, ok := RecordName(r.Kind)
	if !ok || r.ID == 0 {
		return Message{}
	}
	return Numbered.With("record", m).With("n", r.ID)
}

var recordNames = map[hall.Record]Message{
	hall.OfStaff:    M("账号", "account"),
	hall.OfMediator: M("名册", "roster entry"),
	hall.OfPerson:   M("当事人", "person"),
	hall.OfCase:     M("案件", "case"),
	hall.OfVisit:    M("来访、预约、会诊、回访", "visit or booking"),
	hall.OfDraft:    M("草稿", "draft"),
	hall.OfSignIn:   M("签到", "sign-in"),
	hall.OfTask:     M("会诊任务", "task"),
	hall.OfBody:     M("资源单位", "resource body"),
	hall.OfPair:     M("师徒结对", "mentor and learner"),
	hall.OfOrg:      M("调解组织", "organisation"),
	hall.OfOrgRow:   M("调解组织的目录", "list of organisations"),
	hall.OfStudio:   M("品牌调解室", "studio"),
	hall.OfSite:     M("应设组织的单位", "place that should have a committee"),
	hall.OfDuty:     M("值班班次", "shift"),
	hall.OfMember:   M("值班队伍", "duty team"),
	hall.OfLeave:    M("请假", "leave"),
	hall.OfSwap:     M("换班", "swap"),
	hall.OfOrder:    M("派单", "order"),
	hall.OfEntry:    M("办理记录", "journal"),
}
