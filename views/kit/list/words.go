package list

import (
	"sizhen/views/ledger"
	"sizhen/views/text"
)

var (
	choose    = text.M("选择", "choose")
	turn      = text.M("换一类", "filter")
	another   = text.M("换页", "next list")
	clearLine = text.M("清除写的字", "clear the search")
	further   = text.M("后面还有 ↓", "more below ↓")
	hintPlain = text.M("方向键选，Enter 打开", "Arrows choose, Enter opens")
	hintFind  = text.M("打字就查，方向键选，Enter 打开", "Type to search, arrows choose, Enter opens")

	daysBy    = text.M("前后一天", "day by day")
	monthsBy  = text.M("前后一月", "month by month")
	thisMonth = text.M("本月", "this month")
	daysJump  = text.M("日期", "date")
	daysLast  = text.M("今天是最后一天，以后的还没有", "Today is the last day; nothing is there yet of later ones")

	export      = text.M("导出", "export")
	exportTitle = text.M("导出{what}", "Export: {what}")
	publicly    = text.M("公示用：{as}", "To be put up: {as}")
	exported    = text.M("已写好 {n} 行：{path}", "{n:row|rows} written to {path}")
	fileName    = text.M("{what} {day}", "{what} {day}")
	noFiles     = text.M("样例中心不留文件，设置好本中心后再导出", "A sample hall leaves no files behind; set your own hall up to export")
	nothing     = text.M("没有可导出的", "Nothing to export")
	writing     = text.M("正在写文件", "A file is being written")
)

// formats are what a list can be written as.
var formats = map[ledger.Format]text.Message{
	ledger.XLSX:  text.M("表格 XLSX，可以再算再排", "Spreadsheet (XLSX)"),
	ledger.CSV:   text.M("文本表格 CSV，哪里都能打开", "Plain table (CSV)"),
	ledger.DOCX:  text.M("文档 DOCX，可以打印", "Document to print (DOCX)"),
	ledger.JSONL: text.M("数据 JSONL，给别的程序", "Data for other programs (JSONL)"),
}
