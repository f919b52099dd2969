package menu

import "sizhen/views/text"

// What is the name of a key that opens a menu.
var What = text.M("操作", "actions")

var (
	choose   = text.M("选择", "choose")
	run      = text.M("执行", "select")
	take     = text.M("选定", "select")
	closeBox = text.M("关闭", "close")
	no       = text.M("不做", "leave it")
	scroll   = text.M("上下翻", "scroll")
	pickNone = text.M("没有找到，换个写法试试", "Nothing found; try another spelling")
	pickMore = text.M("后面还有，再打几个字就能找到 ↓", "More below: type on to find the rest ↓")
	below    = text.M("还有 {n} 行 ↓", "{n} more ↓")
	both     = text.M("前面还有 {above} 行 ↑ 后面还有 {n} 行 ↓", "{above} before ↑ {n} more ↓")
	above    = text.M("前面还有 {n} 行 ↑", "{n} before ↑")
)
