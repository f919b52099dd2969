package cases

import "sizhen/views/text"

var (
	title      = text.M("案件", "Cases")
	count      = text.M("共 {n} 件", "{n} in all")
	empty      = text.M("还没有案件。按 F3 登记第一件。", "No case yet. F3 registers the first.")
	emptyHere  = text.M("这一类没有案件，按 ← → 换一类。", "No case of this kind; ← → shows another kind.")
	openCase   = text.M("打开", "open")
	byStateTab = text.M("按状态", "By state")
	hint       = text.M("Enter 打开；按 1 全部 2 未结 3 我的 4 按状态", "Enter opens; 1 all, 2 open, 3 mine, 4 by state")
	number     = text.M("编号", "Number")
	noNumber   = text.M("未编号", "(no number)")
	kind       = text.M("类型", "Type")
	state      = text.M("状态", "State")
	chair      = text.M("主持", "Chair")
	deadline   = text.M("期限", "Limit")
	subject    = text.M("事由", "Subject")
	amount     = text.M("金额", "Amount")
	registered = text.M("登记", "Registered")
)
