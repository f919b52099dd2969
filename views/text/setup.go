package text

// Setup are the words of the first start: look around, or set this hall up.
var Setup = struct {
	Title, Welcome, WelcomeMore, Ask, Look, LookHelp, SetUp, SetUpHelp, Quit, Choose                       Message
	HallTitle, HallHint, PersonTitle, PersonHint, ReviewTitle, ReviewHint, Working, Made                   Message
	Person, Login, Password, Again, PersonHelp, LoginHelp, PasswordHelp, AgainHelp, Hidden                 Message
	NotSame, TooShort, LoginBlank, NameNeeded, Next, Create, Before, Later, AllRoles, Files, Failed, Retry Message
	StepOf, Go, Village, VillageHelp                                                                       Message
}{
	Title:       M("四诊 · 第一次打开", "sizhen · first start"),
	Welcome:     M("欢迎使用四诊。这台电脑上还没有本中心的数据。", "Welcome to sizhen. There are no records of a hall on this computer yet."),
	WelcomeMore: M("坐堂门诊 · 预约问诊 · 集中会诊 · 定期回诊", "walk-in · appointment · joint consultation · follow-up"),
	Ask:         M("先做哪一样?按数字,或用上下键选好按 Enter。", "What first? Press the digit, or choose with the arrows and press Enter."),
	Look:        M("看看样例中心", "Look around in a sample hall"),
	LookHelp:    M("里面是编造的案件,随便试;关闭后不留下任何东西", "made-up cases, to try anything; nothing is left behind"),
	SetUp:       M("设置本中心", "Set up this hall"),
	SetUpHelp:   M("填几项,约两分钟;以后都可以改", "a few fields, about two minutes; all of it can be changed later"),
	Quit:        M("退出", "Quit"),
	Choose:      M("按 1 看样例,按 2 设置本中心,按 Esc 退出", "1 for the sample hall, 2 to set up this hall, Esc to quit"),

	HallTitle:   M("设置本中心 · 第 1 步,共 3 步:中心", "Set-up · step 1 of 3: the hall"),
	HallHint:    M("Enter 到下一项,上下键回头改;填完按 Ctrl-S 到下一步", "Enter goes to the next field, the arrows go back; Ctrl-S goes on when all is filled in"),
	PersonTitle: M("设置本中心 · 第 2 步,共 3 步:管理员", "Set-up · step 2 of 3: the administrator"),
	PersonHint:  M("这个人先有全部权限,一个人也能马上开始;以后再添人", "This person holds every role at first, so one person can begin at once; others are added later"),
	ReviewTitle: M("设置本中心 · 第 3 步,共 3 步:核对", "Set-up · step 3 of 3: review"),
	ReviewHint:  M("核对无误按 Enter 建立;按 Esc 回去改", "Enter sets the hall up; Esc goes back to change something"),
	Working:     M("正在建立,请稍等", "Setting the hall up, one moment"),
	Made:        M("已建好", "The hall is set up"),

	Person: M("姓名", "Name"), Login: M("登录名", "Sign-in name"), Password: M("密码", "Password"), Again: M("再输一遍", "Password again"),
	PersonHelp: M("管理员的姓名", "the administrator's name"), LoginHelp: M("登录时输入,字母数字,如 chenfang", "typed to sign in, as chenfang"),
	PasswordHelp: M("至少 8 位", "8 characters at least"), AgainHelp: M("与上面相同", "the same as above"), Hidden: M("(不显示)", "(not shown)"),
	NotSame: M("两次输入的密码不一样,请再输一遍", "the two passwords differ; type it again"), TooShort: M("密码太短,至少要 8 位", "too short: 8 characters at least"),
	LoginBlank: M("登录名里不要有空格", "no blanks in a sign-in name"), NameNeeded: M("请填写", "must be filled in"),
	Next: M("下一步", "Next"), Create: M("建立", "Set up"), Before: M("上一步", "Back"), Later: M("以后都可以改,只有代码不要改", "all of it can be changed later, except the code"),
	AllRoles: M("全部角色:窗口、调解员、值班、主任、管理员", "every role: front desk, mediator, duty officer, head, administrator"),
	Files:    M("将写入 {config} 和 {data}", "will write {config} and {data}"),
	Failed:   M("没有建成:{what}", "It did not work: {what}"), Retry: M("改好后再按 Enter;填的内容都还在", "put it right and press Enter again; nothing typed is lost"),
	StepOf: M("第 {n} 步,共 3 步", "step {n} of 3"), Go: M("Enter 选定", "Enter chooses"),
	Village: M("所在村、社区", "Village"), VillageHelp: M("可不填", "may be left out"),
}
