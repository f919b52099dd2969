package journal

import "sizhen/views/text"

var (
	title     = text.M("办理记录", "Journal")
	empty     = text.M("还没有办理记录。登录、登记、办理、导出，都会自动记在这里", "No lines yet: whatever is done is written here by itself")
	noneFound = text.M("最近 2 万条办理记录里没有这一类。要看更早的，按 Ctrl-E 写成表格", "No such line among the latest 20,000. Ctrl-E writes all of the journal into a file")
	hint      = text.M("新的在上面；Enter 打开这一条办的那件事，Ctrl-E 写成表格", "Latest first; Enter opens what a line is about, Ctrl-E writes a file")
	open      = text.M("打开", "open")
	noPage    = text.M("这一条没有单独的画面可以打开。写的都在右边和这一行里", "Nothing opens for this line: all that it says stands here")

	lineTitle    = text.M("第 {n} 条", "Line {n}")
	atLabel      = text.M("时间", "When")
	writtenLabel = text.M("写下时间", "Written at")
	byLabel      = text.M("谁", "Who")
	whatLabel    = text.M("做了什么", "What")
	aboutLabel   = text.M("哪一条", "Record")
)
