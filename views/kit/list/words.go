package list

import "sizhen/views/text"

var (
	choose    = text.M("选择", "choose")
	turn      = text.M("换一类", "filter")
	clearLine = text.M("清除写的字", "clear the search")
	further   = text.M("后面还有 ↓", "more below ↓")
	hintPlain = text.M("方向键选，Enter 打开", "Arrows choose, Enter opens")
	hintFind  = text.M("打字就查，方向键选，Enter 打开", "Type to search, arrows choose, Enter opens")
)
