package text

// Staff are the words of the accounts screen and of changing one's own password.
var Staff = struct {
	Title, Forbidden, Hint, Empty, Add, AddTitle, Edit, EditTitle, Reset, ResetTitle, SwitchOff, SwitchOn, On, Off Message
	Login, Name, Roles, Phone, Village, State, Password, Again, LoginHelp, PhoneHelp, VillageHelp                  Message
	Added, Changed, ResetDone, SwitchedOff, SwitchedOn, ConfirmOff, ConfirmOffBody, ConfirmYes, Self, Count        Message
	OwnTitle, Old, New, OwnHint, OwnDone, NotSame, NotOld, Menu, RoleHelp, NoRole, Loading                         Message
}{
	Title:     M("人员账号", "Accounts"),
	Forbidden: M("只有管理员能看和改账号。要改自己的密码,按 Ctrl-P 选“修改密码”", "Only an administrator sees and changes accounts. To change your own password press Ctrl-P and choose Change password"),
	Hint:      M("Enter 修改选中的人,Ctrl-N 添人", "Enter changes the one selected, Ctrl-N adds somebody"),
	Empty:     M("还没有账号。按 Ctrl-N 添第一个人", "No accounts yet. Ctrl-N adds the first"),
	Add:       M("添人", "Add"), AddTitle: M("添一个账号", "Add an account"), Edit: M("修改姓名、角色、电话", "Change name, roles, telephone"), EditTitle: M("修改 {name}", "Change {name}"),
	Reset: M("重设密码", "Set a new password"), ResetTitle: M("给 {name} 重设密码", "New password for {name}"),
	SwitchOff: M("停用账号", "Switch the account off"), SwitchOn: M("重新启用", "Switch it on again"), On: M("在用", "on"), Off: M("停用", "off"),

	Login: M("登录名", "Sign-in name"), Name: M("姓名", "Name"), Roles: M("角色", "Roles"), Phone: M("电话", "Telephone"), Village: M("所在村、社区", "Village"), State: M("状态", "State"),
	Password: M("密码", "Password"), Again: M("再输一遍", "Again"),
	LoginHelp: M("登录时输入,如 xujianguo", "typed to sign in, as xujianguo"), PhoneHelp: M("可不填", "may be left out"),
	VillageHelp: M("调解员填,提醒回避用;可不填", "for mediators, to warn when they are neighbours; may be left out"),

	Added: M("已添加 {name}", "{name} was added"), Changed: M("已保存 {name}", "{name} was saved"), ResetDone: M("{name} 的密码已重设,请当面告诉本人", "{name} has a new password; tell it in person"),
	SwitchedOff: M("{name} 已停用,不能再登录", "{name} is switched off and cannot sign in"), SwitchedOn: M("{name} 已启用", "{name} is switched on again"),
	ConfirmOff: M("停用 {name}?", "Switch {name} off?"), ConfirmOffBody: M("停用后不能登录,办过的案件和记录都留着,可以再启用。", "The person cannot sign in any more; cases and records stay, and it can be undone."),
	ConfirmYes: M("停用", "Switch off"), Self: M("不能停用自己;请另一位管理员来停用", "You cannot switch yourself off; another administrator can"),
	Count: M("共 {n} 人", "{n} accounts"),

	OwnTitle: M("修改密码", "Change password"), Old: M("现在的密码", "Present password"), New: M("新密码", "New password"),
	OwnHint: M("新密码至少 8 位,输两遍;填完按 Ctrl-S 保存", "8 characters at least, typed twice; Ctrl-S saves"), OwnDone: M("密码已修改,下次登录用新密码", "The password was changed; use it from the next sign-in on"),
	NotSame: M("两次输入的新密码不一样,请再输一遍", "the two new passwords differ; type it again"), NotOld: M("现在的密码不对", "the present password is wrong"),
	Menu: M("{name}", "{name}"), RoleHelp: M("按数字选上或去掉,可多选", "digits switch each on and off"), NoRole: M("至少选一个角色", "choose one role at least"),
	Loading: M("正在读取", "Loading"),
}
