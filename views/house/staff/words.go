package staff

import "sizhen/views/text"

var (
	title     = text.M("人员账号", "Accounts")
	find      = text.M("打姓名、首字母或登录名", "type a name, initials or a sign-in name")
	forbidden = text.M("只有管理员能看和改账号。改自己的密码，按 Ctrl-P 选“修改密码”", "Only administrators keep accounts. For your own password press Ctrl-P, Change password")
	hint      = text.M("打字就查；Enter 修改选中的人，Ctrl-N 添人", "Type to search; Enter changes the one selected, Ctrl-N adds somebody")
	count     = text.M("共 {n} 人", "{n} in all")
	empty     = text.M("还没有账号。按 Ctrl-N 添人", "No account yet. Ctrl-N adds somebody")
	noneFound = text.M("没有找到。少打几个字，或按 Ctrl-N 添人", "Nobody found. Try fewer characters, or Ctrl-N to add somebody")

	add        = text.M("添人", "add")
	addTitle   = text.M("添一个账号", "Add an account")
	edit       = text.M("修改姓名、角色、电话", "Change name, roles, telephone")
	reset      = text.M("重设密码", "Set a new password")
	resetTitle = text.M("给 {name} 重设密码", "A new password for {name}")
	switchOff  = text.M("停用账号", "Switch the account off")
	switchOn   = text.M("重新启用", "Switch it on again")

	name        = text.M("姓名", "Name")
	login       = text.M("登录名", "Sign-in name")
	loginHelp   = text.M("登录时输入；已按姓名首字母写好，可以改", "typed to sign in; proposed from the name's initials, and can be changed")
	phone       = text.M("电话", "Telephone")
	phoneHelp   = text.M("可不填；已有的遮住几位，要换就整个重写", "may be left out; one on file is partly hidden, to replace it write the whole number")
	village     = text.M("所在村、社区", "Village")
	villageHelp = text.M("调解员填，提醒回避时用；可不填", "for mediators, to warn of neighbours; may be left out")
	password    = text.M("密码", "Password")
	again       = text.M("再输一遍", "Again")
	againHelp   = text.M("与上面的密码相同", "the same password once more")

	added       = text.M("已添加 {name}", "{name} was added")
	changed     = text.M("已保存 {name}", "{name} was saved")
	resetDone   = text.M("{name} 的密码已重设，请当面告诉本人", "{name} has a new password; tell it in person")
	switchedOff = text.M("{name} 已停用，不能再登录；办过的案件都在", "{name} is off and cannot sign in; the cases stay")
	switchedOn  = text.M("{name} 已启用", "{name} is on again")

	ownTitle   = text.M("修改密码", "Change password")
	ownHeading = text.M("{name}，修改自己的密码", "{name}: change your password")
	oldLabel   = text.M("现在的密码", "Present password")
	oldHelp    = text.M("现在登录用的密码", "the one you sign in with now")
	newLabel   = text.M("新密码", "New password")
	ownDone    = text.M("密码已修改，下次登录用新密码", "The password was changed; use it from now on")
)
