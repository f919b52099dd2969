package page

import "sizhen/views/text"

var (
	scroll   = text.M("上下翻", "scroll")
	turn     = text.M("换页", "turn the page")
	notYet   = text.M("还没有读出来，稍等", "Reading, one moment")
	hintMenu = text.M("Enter 列出能做的事，Esc 返回", "Enter lists what can be done, Esc goes back")
	hintLost = text.M("按 Esc 返回", "Esc goes back")
	hintRead = text.M("方向键上下翻，Esc 返回", "Arrows scroll, Esc goes back")
)
