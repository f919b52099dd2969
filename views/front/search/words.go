package search

import "sizhen/views/text"

var (
	title = text.M("查找", "Search")
	find  = text.M("姓名、首字母、编号、电话、事由", "name, initials, number, phone, subject")
	start = text.M("可以打：姓名（章雪琴）、首字母（zxq）、编号（87 或 2026-87）、电话后四位、事由（滴水）；几个词中间空一格",
		"Type a name, pinyin initials (zxq), a case number (87 or 2026-87), the last four digits of a telephone, or a subject; a blank between words")
	none     = text.M("没有找到。少打几个字，或换首字母试试", "Nothing found. Try fewer characters, or initials")
	count    = text.M("共 {n} 条", "{n} in all")
	kind     = text.M("是什么", "What")
	isCase   = text.M("案件", "Case")
	isPerson = text.M("人", "Person")
	who      = text.M("谁和什么事", "Who and what")
	number   = text.M("编号、电话", "Number, telephone")
	noNumber = text.M("未编号", "(no number)")
	state    = text.M("状态、最近来", "State, last seen")
	openHit  = text.M("打开", "open")
	hintMore = text.M("只列出最前的；再多打几个字，就找得到后面的", "Only the first are listed; type more to find the others")
	hint     = text.M("方向键选，Enter 打开", "Arrows choose, Enter opens")
	register = text.M("登记新的一件", "Register a new matter")
	lookAt   = text.M("看这个人：电话、来访、案件", "Person's page: telephone, visits, cases")
)
