package text

// Ending is the part of a form that says where a visit leads.
var Ending = struct {
	Outcome, Advice, Terms, Amount, Performed, Day, Time, Room, Mode, Mediator, To, Reason, Referral, Yes, No                 Message
	DayHelp, TimeHelp, MediatorHelp, OnSpotHelp, Place, PlaceHelp, Closed, Court, Arbitration, Petition, Police, ReferralHelp Message
}{
	Outcome:      M("去向", "Leads to"),
	Advice:       M("答复和建议", "Advice given"),
	Terms:        M("约定的内容", "What was agreed"),
	Amount:       M("金额（元）", "Amount (yuan)"),
	Performed:    M("当场履行", "Performed now"),
	Day:          M("日期", "Day"),
	Time:         M("时间", "Time"),
	Room:         M("调解室", "Room"),
	Mode:         M("方式", "How"),
	Mediator:     M("调解员", "Mediator"),
	To:           M("转给谁", "To whom"),
	Reason:       M("理由", "Reason"),
	Referral:     M("告知去处", "Told to go to"),
	Yes:          M("是", "yes"),
	No:           M("否", "no"),
	DayHelp:      M("如 明天、11-30、+3、下周三", "as tomorrow, 11-30, +3"),
	TimeHelp:     M("如 9:00、930、14:00-15:00；开放 {a}–{b}、{c}–{d}", "as 9:00, 930, 14:00-15:00; open {a}–{b} and {c}–{d}"),
	MediatorHelp: M("打姓名或首字母，可以不填", "type a name or initials; may be left empty"),
	Place:        M("地点", "Where"),
	PlaceHelp:    M("空着就是申请人家里", "left empty: the applicant's home"),
	Closed:       M("{day} 休 {why}", "{day}, closed {why}"),
	OnSpotHelp:   M("口头协议，登记在口头协议登记表", "an oral agreement, entered in its register"),
	Court:        M("人民法院（起诉）", "the People's Court"),
	Arbitration:  M("仲裁委员会", "the arbitration commission"),
	Petition:     M("主管行政部门", "the administrative body in charge"),
	Police:       M("派出所", "the police station"),
	ReferralHelp: M("可按 ↓ 选，或自己写", "↓ and Enter choose, or write it"),
}
