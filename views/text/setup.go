package text

// Setup are the words of the first start: look around, or set this hall up.
var Setup = struct {
	Title, Welcome, WelcomeMore, Ask, Look, LookHelp, SetUp, SetUpHelp, Quit, Choose                     Message
	HallTitle, Later, PersonTitle, PersonHint, FormHint, ReviewTitle, ReviewHint, Working                Message
	Person, PersonHelp, Login, LoginHelp, Village, VillageHelp, Password, PasswordHelp, Again, AgainHelp Message
	Roles, AllRoles, Hidden, WillWrite, WillMake, Failed, NotSame, TooShort, LoginBlank, NameNeeded      Message
	Clipped, Next, Create, Before                                                                        Message
}{
	Title:       M("第一次打开", "First start"),
	Welcome:     M("欢迎使用四诊。这台电脑上还没有本中心的数据。", "Welcome to sizhen. There is no hall on this computer yet."),
	WelcomeMore: M("坐堂门诊 · 预约问诊 · 集中会诊 · 定期回诊", "walk-in · appointment · joint consultation · follow-up"),
	Ask:         M("先做哪一样？", "What first?"),
	Look:        M("看看样例中心", "Look at a sample hall"),
	LookHelp:    M("里面是编造的案件，随便试；关闭后什么也不留", "made-up cases, to try anything; nothing is left behind"),
	SetUp:       M("设置本中心", "Set up this hall"),
	SetUpHelp:   M("填几项，约两分钟；以后都可以改", "a few fields, two minutes; all can be changed later"),
	Quit:        M("退出", "Quit"),
	Choose:      M("按数字选；也可以用上下键选好，按 Enter", "Press a number, or choose with the arrows and press Enter"),

	HallTitle:   M("第 1 步，共 3 步：本中心", "Step 1 of 3: the hall"),
	Later:       M("以后都可以改，只有代码启用后不要改", "All of it can be changed later, except the code"),
	PersonTitle: M("第 2 步，共 3 步：管理员", "Step 2 of 3: the administrator"),
	PersonHint:  M("这个人先有全部角色，一个人也能马上开始；以后再添别人", "This person gets every role, so one person can begin at once; others are added later"),
	FormHint:    M("Enter 到下一项，上下键回头改；填完按 Ctrl-S 到下一步", "Enter goes to the next field, the arrows back; Ctrl-S goes on"),
	ReviewTitle: M("第 3 步，共 3 步：核对", "Step 3 of 3: review"),
	ReviewHint:  M("没有错，按 Enter 建立；要改，按 Esc 回去", "Enter sets the hall up; Esc goes back to change something"),
	Working:     M("正在建立，请稍等", "Setting the hall up, one moment"),

	Person: M("姓名", "Name"), PersonHelp: M("管理员的姓名", "the administrator's name"),
	Login: M("登录名", "Sign-in name"), LoginHelp: M("登录时输入，如 chenfang", "typed to sign in, as chenfang"),
	Village: M("所在村、社区", "Village"), VillageHelp: M("可不填；提醒回避时用", "may be left out; warns when a party is a neighbour"),
	Password: M("密码", "Password"), PasswordHelp: M("至少 8 位", "8 characters at least"),
	Again: M("再输一遍", "Again"), AgainHelp: M("与上面的密码相同", "the same password once more"),

	Roles: M("角色", "Roles"), AllRoles: M("窗口、调解员、值班、主任、管理员", "front desk, mediator, duty officer, head, administrator"),
	Hidden:    M("（不显示）", "(not shown)"),
	WillWrite: M("设置写在 {file}", "settings go to {file}"), WillMake: M("数据放在 {file}", "records go to {file}"),
	Failed:  M("没有建成：{what}", "It did not work: {what}"),
	NotSame: M("两次输入的密码不一样，请再输一遍", "the two passwords differ; type it again"), TooShort: M("密码太短，至少要 8 位", "too short: 8 characters at least"),
	LoginBlank: M("登录名里不要有空格", "no blanks in a sign-in name"), NameNeeded: M("这一项要填", "this must be filled in"),
	Clipped: M("太长，后面的没有放进来", "too long: the end was left out"),
	Next:    M("下一步", "Next"), Create: M("建立", "Set up"), Before: M("上一步", "Back"),
}
