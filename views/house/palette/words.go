package palette

import "sizhen/views/text"

var (
	title = text.M("画面和命令", "Screens and commands")
	hint  = text.M("打汉字、首字母或英文", "type a name")
	none  = text.M("没有这个画面或命令", "no such screen or command")
)
