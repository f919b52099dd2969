package help

import "sizhen/views/text"

var (
	titleWord      = text.M("帮助", "Help:")
	here           = text.M("这个画面", "On this screen")
	everywhereWord = text.M("哪里都一样", "Everywhere")
	how1           = text.M("只用方向键、Enter、数字和 Esc 就能办完所有的事。", "Arrows, Enter, digits and Esc are enough for everything.")
	how2           = text.M("Enter 打开光标下的内容；能做几件事时，先列出来按数字选。", "Enter opens what the cursor is on; where there are several things to do it lists them, numbered.")
	how4           = text.M("填表时 PgDn 到下一段（如从申请人到对方），PgUp 回上一段。", "In a form PgDn goes to its next part, as from applicant to other side; PgUp back.")
	how3           = text.M("填表时每一项都自动保存，按 Esc 离开也不会丢。", "Forms are kept at every field; leaving with Esc loses nothing.")
)
