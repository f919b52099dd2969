package ending

import "sizhen/views/text"

// Advice names what was said to a visitor.
var Advice = text.M("答复和建议", "Advice given")

var (
	outcome      = text.M("去向", "Leads to")
	terms        = text.M("约定的内容", "What was agreed")
	amount       = text.M("金额（元）", "Amount (yuan)")
	performed    = text.M("当场履行", "On the spot")
	day          = text.M("日期", "Day")
	time         = text.M("时间", "Time")
	room         = text.M("调解室", "Room")
	mode         = text.M("方式", "Method")
	mediator     = text.M("调解员", "Mediator")
	to           = text.M("转给谁", "To whom")
	reason       = text.M("理由", "Reason")
	referral     = text.M("告知去处", "Sent to")
	timeHelp     = text.M("如 9:00、930、14:00-15:00；开放 {a}–{b}、{c}–{d}", "e.g. 9:00, 930, 14:00-15:00; open {a}–{b} and {c}–{d}")
	mediatorHelp = text.M("打姓名或首字母，可以不填", "type a name or initials; may be left empty")
	place        = text.M("地点", "Where")
	placeHelp    = text.M("空着就是申请人家里", "left empty: the applicant's home")
	onSpotHelp   = text.M("口头协议，登记在口头协议登记表", "an oral agreement, entered in its register")
	court        = text.M("人民法院（起诉）", "the People's Court")
	arbitration  = text.M("仲裁委员会", "the arbitration commission")
	petition     = text.M("主管行政部门", "the administrative body in charge")
	police       = text.M("派出所", "the police station")
	referralHelp = text.M("可按 ↓ 选，或自己写", "↓ and Enter choose, or write it")
)
