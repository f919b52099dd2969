package signin

import "sizhen/views/text"

var (
	findHint       = text.M("打姓名或首字母就查", "type a name or initials")
	samplePassword = text.M("样例中心：每个账号的密码都是 {password}", "Sample hall: every account has the password {password}")
	foundNone      = text.M("没有这样的账号；按 Esc 看全部", "no such account; Esc shows all")
)
