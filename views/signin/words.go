package signin

import "sizhen/views/text"

var (
	findHint  = text.M("打姓名或首字母就查", "type a name or initials")
	foundNone = text.M("没有这样的账号；按 Esc 看全部", "no such account; Esc shows all")
)
