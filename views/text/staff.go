package text

// Staff are the words of the accounts screen and of changing one's own password.
var Staff = struct {
	Title, Forbidden, Hint, FormHint, Loading, Count, Open, Choose                  Message
	Add, AddTitle, Edit, EditTitle, Reset, ResetTitle, SwitchOff, SwitchOn, On, Off Message
	Login, LoginHelp, Name, Roles, Phone, PhoneHelp, Village, VillageHelp, State    Message
	Password, Again, Added, Changed, ResetDone, SwitchedOff, SwitchedOn, NoRole     Message
	OwnTitle, OwnHeading, Old, New, OwnHint, OwnDone, NotOld                        Message
}{
	Title:     M("人员账号", "Accounts"),
	Forbidden: M("只有管理员能看和改账号。改自己的密码，按 Ctrl-P 选“修改密码”", "Only administrators keep accounts. For your own password press Ctrl-P, Change password"),
	Hint:      M("Enter 修改选中的人，Ctrl-N 添人", "Enter changes the one selected, Ctrl-N adds somebody"),
	FormHint:  M("Enter 到下一项，角色按 1 否 2 是；填完按 Ctrl-S 保存", "Enter goes on; roles: 1 no, 2 yes; Ctrl-S saves"),
	Loading:   M("正在读取", "Reading"), Count: M("共 {n} 人", "{n} accounts"), Open: M("修改", "Change"), Choose: M("选人", "Choose"),

	Add: M("添人", "Add"), AddTitle: M("添一个账号", "Add an account"),
	Edit: M("修改姓名、角色、电话", "Change name, roles, telephone"), EditTitle: M("修改 {name}", "Change {name}"),
	Reset: M("重设密码", "Set a new password"), ResetTitle: M("给 {name} 重设密码", "A new password for {name}"),
	SwitchOff: M("停用账号", "Switch the account off"), SwitchOn: M("重新启用", "Switch it on again"), On: M("在用", "on"), Off: M("停用", "off"),

	Login: M("登录名", "Sign-in name"), LoginHelp: M("登录时输入，如 xujianguo", "typed to sign in, as xujianguo"),
	Name: M("姓名", "Name"), Roles: M("角色", "Roles"), Phone: M("电话", "Telephone"), PhoneHelp: M("可不填", "may be left out"),
	Village: M("所在村、社区", "Village"), VillageHelp: M("调解员填，提醒回避时用；可不填", "for mediators, to warn of neighbours; may be left out"),
	State: M("状态", "State"), Password: M("密码", "Password"), Again: M("再输一遍", "Again"),

	Added: M("已添加 {name}", "{name} was added"), Changed: M("已保存 {name}", "{name} was saved"),
	ResetDone:   M("{name} 的密码已重设，请当面告诉本人", "{name} has a new password; tell it in person"),
	SwitchedOff: M("{name} 已停用，不能再登录；办过的案件都在", "{name} is off and cannot sign in; the cases stay"), SwitchedOn: M("{name} 已启用", "{name} is on again"),
	NoRole: M("至少选一个角色", "choose one role at least"),

	OwnTitle: M("修改密码", "Change password"), OwnHeading: M("{name}，修改自己的密码", "{name}: change your password"),
	Old: M("现在的密码", "Present password"), New: M("新密码", "New password"),
	OwnHint: M("新密码至少 8 位，输两遍；填完按 Ctrl-S 保存", "8 characters at least, typed twice; Ctrl-S saves"),
	OwnDone: M("密码已修改，下次登录用新密码", "The password was changed; use it from now on"), NotOld: M("现在的密码不对，请重新输入", "the present password is wrong; type it again"),
}
