package text

// Dialog is what boxes over a screen say.
var Dialog = struct {
	Choose, Run, Take, Next, Close, No, PickHint, Later, Comma, Required, Clipped, Geta, Digits, Narrow, Unchosen, NextStep, Waiting, Letters, Further Message
}{
	Choose:   M("选择", "choose"),
	Run:      M("执行", "select"),
	Take:     M("选定", "select"),
	Next:     M("下一项", "next"),
	Close:    M("关闭", "close"),
	No:       M("不做", "leave it"),
	PickHint: M("打姓名、首字母或村名", "type a name, initials or village"),
	Later:    M("以后再填（按 Enter 展开）：{names}", "Later (Enter unfolds): {names}"),
	Comma:    M("、", ", "),
	Required: M("这一项要填", "This must be filled in"),
	NextStep: M("下一步", "next step"),
	Unchosen: M("按数字选，或打首字母", "a number, or initials"),
	Waiting:  M("{n}_  现在选的是 {n}；还可以接着打第二位", "{n}_  {n} is chosen; a second digit may follow"),
	Narrow:   M("这一项填号码，只要数字、字母", "this holds a number: digits and letters only"),
	Digits:   M("这一项是选的：按列出的数字、打首字母，或用 ← → 再按 Enter", "this is chosen: a number listed, its first letters, or ← → and Enter"),
	Letters:  M("没有首字母是 {letters} 的：按退格重打，或按列出的数字", "nothing begins with {letters}: Backspace and again, or a number listed"),
	Further:  M("{letters}_  不止一个，可以接着打下一个字母", "{letters}_  fits several; further letters may follow"),
	Geta: M("〓 是程序认不出的字：请改成正确的字；打不出来，先写同音字，备注里说明",
		"〓 stands for a character that could not be read: type the right one, or one that sounds alike and say so in a note"),
	Clipped: M("太长了，后面的没有放进去", "too long: the end was left out"),
}
