package setup

import "sizhen/views/text"

var (
	title       = text.M("第一次打开", "First start")
	welcome     = text.M("欢迎使用四诊。这台电脑上还没有本中心的数据。", "Welcome to sizhen. There is no hall on this computer yet.")
	welcomeMore = text.M("坐堂门诊 · 预约问诊 · 集中会诊 · 定期回诊", "walk-in · appointment · joint consultation · follow-up")
	what        = text.M("先做哪一样？", "What first?")
	look        = text.M("看看样例中心", "Look at a sample hall")
	lookHelp    = text.M("里面是编造的案件，随便试；关闭后什么也不留", "made-up cases, to try anything; nothing is left behind")
	setUp       = text.M("设置本中心", "Set up this hall")
	setUpHelp   = text.M("填几项，约两分钟；以后都可以改", "a few fields, two minutes; all can be changed later")
	quit        = text.M("退出", "Quit")
	hintWelcome = text.M("按数字选；也可以用上下键选好，按 Enter", "Press a number, or choose with the arrows and press Enter")

	hallStep   = text.M("本中心", "The hall")
	hallHint   = text.M("Enter 到下一项，上下键回头改；填完按 Ctrl-S 到下一步", "Enter goes one field on, the arrows back; Ctrl-S goes to the next step")
	personStep = text.M("管理员", "The administrator")
	personHint = text.M("这个人先有全部角色，马上能开始；填完按 Ctrl-S 核对", "This person gets every role, to begin at once; Ctrl-S goes on to the review")
	reviewStep = text.M("核对", "Review")
	reviewHint = text.M("没有错，按 Ctrl-S 建立；要改，按 Esc 回去", "Ctrl-S sets the hall up; Esc goes back to change something")
	create     = text.M("建立", "set up")

	first        = text.M("第一件：{number}", "the first: {number}")
	firstCase    = text.M("第一个案号", "First case number")
	person       = text.M("姓名", "Name")
	personHelp   = text.M("管理员的姓名；别人以后再添", "the administrator's name; others are added later")
	login        = text.M("登录名", "Sign-in name")
	loginHelp    = text.M("登录时输入，如 chenfang", "typed to sign in, e.g. chenfang")
	village      = text.M("所在村、社区", "Village")
	villageHelp  = text.M("可不填；提醒回避时用", "may be left out; warns when a party is a neighbour")
	password     = text.M("密码", "Password")
	passwordHelp = text.M("至少 8 位，打出来只见 *；密码不留底，请自己记住", "at least 8 characters, shown as *; no copy is kept: remember it")
	again        = text.M("再输一遍", "Again")
	againHelp    = text.M("与上面的密码相同", "the same password once more")

	roles    = text.M("角色", "Roles")
	allRoles = text.M("窗口、调解员、值班、主任、管理员", "front desk, mediator, duty officer, head, administrator")
	hidden   = text.M("不显示，也不留底", "neither shown nor kept")
	settings = text.M("设置写在", "Settings")
	records  = text.M("数据放在", "Records")
	failed   = text.M("没有建成：{what}", "It did not work: {what}")
)
