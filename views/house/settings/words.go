package settings

import "sizhen/views/text"

var (
	title     = text.M("本中心设置", "Hall settings")
	hint      = text.M("按 Enter 改上面一栏，马上生效；其余的在设置文件里改，重开程序生效", "Enter changes the first part, in force at once; the rest is changed in the file")
	forbidden = text.M("只有管理员能改设置，请找管理员", "Only an administrator can change the settings; ask one")
	notHere   = text.M("样例中心不改设置；设置好本中心后再改", "A sample hall's settings stay; set your own hall up to change them")
	saved     = text.M("设置已保存，已生效", "The settings are saved and in force")
	change    = text.M("修改", "change")
	formTitle = text.M("修改本中心设置", "Change the hall's settings")
	rule      = text.M("保存后马上生效；外观的几项重开程序生效。", "In force once saved; what concerns the look, from the next start on.")
	everyday  = text.M("在这里改", "Changed here")
	others    = text.M("在设置文件里改", "Changed in the settings file")

	morning     = text.M("上午", "Morning")
	afternoon   = text.M("下午", "Afternoon")
	slot        = text.M("每次预约", "Each appointment")
	number      = text.M("案号", "Case numbers")
	limit       = text.M("调解期限", "Time limit")
	respond     = text.M("首次调解", "First response")
	warn        = text.M("到期提醒", "Warnings")
	idleLock    = text.M("自动锁屏", "Idle lock")
	confirm     = text.M("司法确认", "Confirmation")
	reps        = text.M("推选代表", "Representatives")
	types       = text.M("纠纷类型", "Dispute types")
	plain       = text.M("普通字符", "Plain marks")
	writtenFrom = text.M("书面协议", "In writing")

	hoursHelp = text.M("如 08:30-11:30", "as 08:30-11:30")
	idleHelp  = text.M("无人操作几分钟后盖住屏幕；0 为不锁", "minutes until the screen is covered; 0: never")
	plainHelp = text.M("屏幕线条错位时选“是”，重开程序生效", "Yes when lines are out of place; from the next start on")

	palette    = text.M("底色", "Background")
	colours    = text.M("颜色", "Colours")
	contrast   = text.M("高对比度", "High contrast")
	roomy      = text.M("行距放宽", "Roomy lines")
	lookHelp   = text.M("重开程序生效", "from the next start on")
	ask        = text.M("问终端", "ask the terminal")
	dark       = text.M("深色", "dark")
	light      = text.M("浅色", "light")
	asTold     = text.M("看终端", "as the terminal says")
	trueColour = text.M("全彩", "true colour")
	noColour   = text.M("不用颜色", "none")

	perMinute = text.M("分钟", "min")
	minutes   = text.M("{n} 分钟", "{n} min")
	days      = text.M("{n} 天", "{n:day|days}")
	month     = text.M("1 个月", "1 month")
	months    = text.M("{n} 个月", "{n} months")
	never     = text.M("不锁", "never")
	repsValue = text.M("一方超过 {from} 人，推选 1 至 {most} 名", "1 to {most} for a side of more than {from}")
	fromYuan  = text.M("{n} 元起", "from {n} yuan on")
)

// ground and depth name what the settings count.
func ground(n uint8) text.Message { return [...]text.Message{ask, dark, light}[n] }

func depth(n uint8) text.Message {
	return [...]text.Message{asTold, trueColour, text.Raw("256"), text.Raw("16"), noColour}[n]
}
