package signin

import "sizhen/views/text"

var (
	findHint       = text.M("打姓名或首字母就查", "type a name or initials")
	findHow        = text.M("按 Tab 打姓名查；直接打字就是打密码", "Tab looks a name up; what is typed is the password")
	findKey        = text.M("打姓名查", "find a name")
	samplePassword = text.M("样例中心：每个账号的密码都是 {password}", "Sample hall: every account has the password {password}")
	foundNone      = text.M("没有这样的账号；按 Esc 看全部", "No such account; Esc shows all")
)

var (
	whoWord      = text.M("请选您的名字", "Who are you?")
	passwordWord = text.M("密码", "Password")
	lockedBy     = text.M("{name} 锁上了屏幕，填的内容都在", "Locked by {name}; what was typed is kept")
	lockedIdle   = text.M("{n} 分钟没有人操作，已锁屏（{name}）。填的内容都在", "Locked after {n:minute|minutes} without a key ({name}); what was typed is kept")
	hintPick     = text.M("方向键选名字，按 Enter；也可以按名字前的数字", "choose with the arrows and Enter, or press the number")
	hintArrows   = text.M("方向键选名字，按 Enter", "choose with the arrows and Enter")
	hintFound    = text.M("方向键选名字，按 Enter；按 Esc 看全部", "choose with the arrows and Enter; Esc shows all")
	hintPassword = text.M("打密码，按 Enter", "type the password and press Enter")
	pickWord     = text.M("选", "choose")
	enter        = text.M("登录", "sign in")
	backWord     = text.M("换人", "somebody else")
	languageWord = text.M("英文 English", "Chinese")
	wrongWord    = text.M("密码不对，请再试一次", "Wrong password, try again")
	wrongWide    = text.M("密码不对：打进去的有汉字或全角字。请关掉中文输入法再打一次", "Wrong password: it holds Chinese characters. Switch the input method off and type it again")
	none         = text.M("还没有可以登录的账号", "There is no account to sign in with")
)
