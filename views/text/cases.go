package text

import "sizhen/store/hall"

// Cases is the screen of F8.
var Cases = struct {
	Title, Number, None, NoNumber, Type, Parties, State, Chair, Deadline, Hidden, Empty, EmptyHere, Filter, ByState, Open, Total, Hint, Amount, Subject, Registered, Versus Message
}{
	Title: M("案件", "cases"), Number: M("编号", "Number"), None: M("—", "—"), NoNumber: M("未编号", "no number"), Type: M("类型", "Type"), Parties: M("当事人", "Parties"), State: M("状态", "State"),
	Chair: M("主持", "Chair"), Deadline: M("期限", "Limit"), Hidden: M("不公开", "confidential"), Empty: M("还没有案件。按 F3 登记第一件。", "There is no case yet. F3 registers the first."),
	EmptyHere: M("这一类没有案件，按 ← → 换一类。", "No case of this kind; ← → shows another."), Filter: M("换一类", "filter"), ByState: M("按状态", "by state"), Open: M("打开", "open"), Total: M("共 {n} 件", "{n} in all"),
	Hint: M("Enter 打开；按 1 全部 2 未结 3 我的 4 按状态", "Enter opens; 1 all, 2 open, 3 mine, 4 by state"), Amount: M("金额", "Amount"), Subject: M("事由", "Subject"), Registered: M("登记", "Registered"), Versus: M("{a}—{b}", "{a}—{b}"),
}

// Versus is who is against whom in a case, as 章雪琴—章阿根 等2人; the other side may not be
// known yet.
func Versus(r hall.CaseRow) Message {
	a := Who(r.Applicant, r.Applicants)
	if r.Respondent == "" {
		return a
	}
	return Paper.Sides.With("who", a).With("against", Who(r.Respondent, r.Respondents))
}
