package text

// Command is what the command line says of a command.
type Command struct{ Short, Long, Example Message }

// Commands are the program's commands.
var Commands = struct {
	Root, Demo, Seed, Check, Export, ExportCalendar, Where, Version, Completion, Help Command
}{
	Root: Command{
		M("四诊：人民调解中心的受理、叫号、案件和协议", "The desk of a people's mediation hall: intake, queue, cases, agreements"),
		M("不带命令就打开程序。第一次打开时，可以看样例，也可以设置本中心。", "Without a command the program opens. The first time it offers a sample hall, or to set up this one."),
		M("  sizhen\n  sizhen demo\n  sizhen --data D:\\tiaojie", "  sizhen\n  sizhen demo\n  sizhen --data /srv/hall"),
	},
	Demo: Command{
		M("打开样例中心，用完即删", "Open a sample hall that leaves nothing behind"),
		M("样例中心装满了编造的案件，已经登录，随便试用。关闭后全部删除，不影响本中心的数据。", "A hall full of made-up cases, signed in, to try anything. All of it is removed at the end; "+
			"the hall's own data are not touched."),
		M("  sizhen demo\n  sizhen demo --now 2026-11-24T10:14", "  sizhen demo\n  sizhen demo --now 2026-11-24T10:14"),
	},
	Seed: Command{
		M("生成练习用的案件", "Fill a store with made-up cases"),
		M("在数据文件夹里生成整整 N 件编造的案件，同一个随机数得到同样的结果。文件夹里还没有数据时，先建一个样例中心，并显示登录名和密码。\n已有真实数据的中心不要用。",
			"Makes exactly N made-up cases in the data folder; the same random seed gives the same cases. "+
				"Where there is no store yet a sample hall is set up first, and a sign-in name and password are printed.\nDo not use it on a hall with real records."),
		M("  sizhen --data lianxi seed --cases 500 --mediators 12 --years 2 --rng 7", "  sizhen --data practice seed --cases 500 --mediators 12 --years 2 --rng 7"),
	},
	Check: Command{
		M("检查数据是否完好", "Verify the store"),
		M("检查数据文件、每一条索引、办理记录的链条和案号。完好时退出码为 0；有问题时逐条列出，退出码为 1。只读，不改数据。",
			"Looks at the file, every index, the journal's chain and the case numbers. Exit code 0 when all is well; "+
				"otherwise each fault is listed and the exit code is 1. It only reads."),
		M("  sizhen check", "  sizhen check"),
	},
	Export: Command{
		M("导出数据", "Export records"),
		M("把数据写到标准输出，可以转存为文件。", "Writes records to standard output."),
		M("  sizhen export cases > anjian.csv", "  sizhen export cases > cases.csv"),
	},

	ExportCalendar: Command{
		M("导出预约日历（.ics）", "Export appointments as a calendar (.ics)"),
		M("把预约、集中会诊和约了时间的回访写成日历文件，手机、Outlook、苹果和谷歌日历都能打开。改期、取消以后再导出一次、再打开一次，原来的就会更新。默认从今天起 90 天。\n身份证号、电话和住址不写进去；不公开的只写“预约（不公开）”和时间、地点、调解员。",
			"Writes appointments, joint consultations and follow-ups with an hour as a calendar file for phones, Outlook, Apple and Google. "+
				"After something was moved or cancelled export and open it again: the old entry is replaced. From today to 90 days later unless said otherwise.\n"+
				"Identity numbers, telephones and addresses are left out; of confidential ones only time, place and mediators are shown."),
		M("  sizhen export calendar > yuyue.ics\n  sizhen export calendar --mediator 解丽萍 > xieliping.ics\n"+
			"  sizhen export calendar --room 一室 --from 2026-12-01 --to 2026-12-31\n  sizhen export calendar --appointment 12",
			"  sizhen export calendar > calendar.ics\n  sizhen export calendar --mediator \"Xie Liping\" > mediator.ics\n"+
				"  sizhen export calendar --room \"Room 1\" --from 2026-12-01 --to 2026-12-31\n  sizhen export calendar --appointment 12"),
	},

	Where: Command{
		M("显示设置、数据和日志放在哪里", "Print where settings, data and log lie"),
		M("显示设置文件、封印钥匙、数据文件夹、数据文件和日志的位置。备份时先关闭程序，把设置文件、封印钥匙和数据文件夹一起复制。",
			"Prints the settings file, the seal key, the data folder, the store and the log. "+
				"To back a hall up, close the program and copy settings, key and data folder together."),
		M("  sizhen where\n  sizhen --data D:\\tiaojie where", "  sizhen where\n  sizhen --data /srv/hall where"),
	},
	Version: Command{
		M("显示版本", "Print the version"),
		M("显示程序的版本、提交编号和编译所用的 Go。", "Prints the program's version, its commit, and the Go it was built with."),
		M("  sizhen version", "  sizhen version"),
	},
	Completion: Command{
		M("生成命令行补全脚本", "Print a completion script for a shell"),
		M("为 bash、zsh、fish 或 powershell 生成补全脚本，按 Tab 补全命令和选项。", "Prints the script with which bash, zsh, fish or powershell completes commands and options on Tab."),
		M("  sizhen completion bash > ~/.local/share/bash-completion/completions/sizhen",
			"  sizhen completion bash > ~/.local/share/bash-completion/completions/sizhen"),
	},
	Help: Command{
		M("显示某个命令的说明", "Explain a command"),
		M("显示程序或某个命令的说明。", "Explains the program, or one command."),
		M("  sizhen help seed", "  sizhen help seed"),
	},
}

// Flags are the explanations of the options.
var Flags = struct {
	Config, Data, Lang, Now, Debug, Help              Message
	Cases, Mediators, Orgs, Years, RNG                Message
	Confidential                                      Message
	Usage, CommandsHead, Options, Everywhere, Example Message
	CommandWord, OptionsWord, Default, MoreHelp       Message
}{
	Config: M("设置文件（默认位置见 sizhen where；给了 --data 时是其中的 hall.toml）", "the settings file (see sizhen where; with --data it is hall.toml in there)"),
	Data:   M("存放数据的文件夹；自成一体，可整个复制", "the folder that holds the store; it stands by itself and can be copied whole"),
	Lang:   M("语言：zh-CN 或 en", "language: zh-CN or en"),
	Now: M("固定时钟，演示和测试用：2026-11-24、2026-11-24T10:14 或 RFC 3339；只写日期为当天 09:00",
		"a fixed clock for demos and tests: 2026-11-24, 2026-11-24T10:14 or RFC 3339; a date alone is 09:00 of that day"),
	Debug: M("把详细日志写入这个文件", "write a detailed log to this file"),
	Help:  M("显示说明", "show help"),

	Cases:     M("案件数", "how many cases"),
	Mediators: M("调解员数", "how many mediators"),
	Orgs:      M("调解组织数，0 是按调解员数配", "how many organisations; 0: in proportion to the mediators"),
	Years:     M("跨几年", "over how many years"),
	RNG:       M("随机数种子", "the random seed"),

	Confidential: M("不公开的案件也带姓名和案情", "names and facts of confidential cases too"),

	Usage:        M("用法：", "Usage:"),
	CommandsHead: M("命令：", "Commands:"),
	Options:      M("选项：", "Options:"),
	Everywhere:   M("通用选项：", "Options everywhere:"),
	Example:      M("例：", "Examples:"),
	CommandWord:  M("命令", "command"),
	OptionsWord:  M("选项", "options"),
	Default:      M("（默认 {value}）", " (default {value})"),
	MoreHelp:     M("“sizhen 命令 --help”看某个命令的说明。", "“sizhen command --help” explains a command."),
}

// CLI are the lines the command line prints: results on standard output, what went wrong
// on standard error, always with what to do about it.
var CLI = struct {
	Failed, Usage, UnknownCommand, DidYouMean, UnknownFlag, NeedsValue, BadValue, BadSyntax, Stray, Missing Message
	BadLang, BadNow, BadDay, DayOrder, BadShell, NoShell, BadCount                                          Message
	NoTerminal, NoHome, NoConfig, NoStore, LogFile, Broken, Unexpected                                      Message
	Locked, LockedBy, NotStore, NotHall, Empty, Damaged, Newer, Unreadable, ReadOnly, Full                  Message
	IsFolder, NotFolder, StoreThere, Interrupted                                                            Message
	ConfigAt, ConfigNoLine, ConfigAtKey, ConfigNoKey                                                        Message
	WhereConfig, WhereData, WhereStore, WhereLog, WhereExports, WhereMissing                                Message
	Migrating, Seeding, Compacting, Seeded, SampleMade, SampleLogin, SamplePassword, SampleOthers           Message
	Checking, CheckClean, CheckFaults                                                                       Message
	Version, VersionCommit, VersionChanged                                                                  Message
}{
	Failed:         M("sizhen：{what}", "sizhen: {what}"),
	Usage:          M("用 “{command} --help” 看用法。", "See “{command} --help”."),
	UnknownCommand: M("没有 “{name}” 这个命令。", "there is no command “{name}”."),
	DidYouMean:     M("是不是 {name}？", "Did you mean {name}?"),
	UnknownFlag:    M("没有 {name} 这个选项。", "there is no option {name}."),
	NeedsValue:     M("选项 {name} 后面要写内容。", "option {name} needs a value."),
	BadValue:       M("选项 {name} 不能是 “{value}”，要写整数。", "option {name} cannot be “{value}”: it wants a whole number."),
	BadSyntax:      M("选项 “{name}” 写法不对。", "“{name}” is no way to write an option."),
	Stray:          M("“{name}” 是多余的，这个命令后面不带内容。", "“{name}” is too much: this command takes nothing after it."),
	Missing:        M("要说导出什么：sizhen export cases。", "say what to export: sizhen export cases."),

	BadLang: M("--lang 只能是 zh-CN 或 en，不能是 “{value}”。", "--lang must be zh-CN or en, not “{value}”."),
	BadNow: M("--now “{value}” 不是时间。要写成 2026-11-24、2026-11-24T10:14 或 2026-11-24T10:14:00+08:00。",
		"--now “{value}” is no time: write 2026-11-24, 2026-11-24T10:14 or 2026-11-24T10:14:00+08:00."),

	BadDay:   M("{name} “{value}” 不是日期。要写成 2026-11-24。", "{name} “{value}” is no date: write 2026-11-24."),
	DayOrder: M("--from 在 --to 之后。先写早的日期，再写晚的。", "--from lies after --to: give the earlier day first."),
	BadShell: M("只有 bash、zsh、fish、powershell 的补全，没有 “{name}” 的。", "completion is made for bash, zsh, fish and powershell, not “{name}”."),
	NoShell:  M("要说给哪一种终端用，如 sizhen completion bash（还有 zsh、fish、powershell）。", "say for which shell, as in sizhen completion bash (or zsh, fish, powershell)."),
	BadCount: M("{name} 要在 {least} 到 {most} 之间。", "{name} must lie between {least} and {most}."),

	NoTerminal: M("这个程序要在终端窗口里打开，不能接管道或写入文件。请直接打开终端，输入 sizhen。", "the program needs a terminal window, not a pipe or file. Open a terminal and type sizhen."),
	NoHome:     M("找不到用户文件夹。用 --data 指明存放数据的文件夹。", "no home folder is known. Name the folder for the data with --data."),
	NoConfig: M("有数据，但没有设置文件 {file}。请从备份放回（或把 {file}.bak 改名），再打开程序。",
		"there is a store but no settings file {file}. Put it back from a backup, or rename {file}.bak, then open the program again."),
	NoStore: M("{file} 还没有数据。先输入 sizhen 设置本中心，或用 --data 指明数据所在的文件夹。",
		"there is no store at {file}. Type sizhen to set the hall up, or name the folder of its data with --data."),
	LogFile: M("不能写日志文件 {file}：{cause}。换一个位置，或去掉 --debug。", "the log {file} cannot be written: {cause}. Choose another place, or leave --debug out."),
	Broken: M("程序出错，已停止：{cause}。已保存的都在。请把日志 {log} 交给管理员。",
		"the program broke and stopped: {cause}. What was saved is safe. Give the log {log} to the administrator."),
	Unexpected: M("没有办成：{cause}。数据没有改动。再试一次；还不行，请把这一行告诉管理员。",
		"it did not work: {cause}. No records were changed. Try again; if it fails again, show this line to the administrator."),

	Locked: M("数据正被另一个程序使用：{file}。请先关掉那个程序（可能是另一个窗口里的四诊），再打开。",
		"the store is open in another program: {file}. Close that one first (perhaps sizhen in another window), then try again."),
	LockedBy: M("数据正被另一个程序使用：{file}，进程号 {pid}（{name}）。请先关掉它（可能是另一个窗口里的四诊），再打开。",
		"the store is open in another program: {file}, process {pid} ({name}). Close that one first (perhaps sizhen in another window), then try again."),
	NotStore: M("{file} 不是四诊的数据文件，没有动它。请核对 --data 的文件夹，或把这个文件移走。",
		"{file} is not a store of sizhen; it was left alone. Check the folder given with --data, or move that file away."),
	NotHall: M("{file} 是别的程序的数据库，没有动它。请核对 --data 的文件夹，或把这个文件移走。",
		"{file} is another program's database; it was left alone. Check the folder given with --data, or move that file away."),
	Empty: M("{file} 是空文件，里面没有数据。有备份就放回备份；没有备份就删掉这个空文件，重新设置。",
		"{file} is empty: there are no records in it. Put a backup back; without one remove the empty file and set the hall up again."),
	Damaged: M("{file} 已损坏或不完整（可能是复制时中断）。没有动它。请放回备份，原文件先留着；用 sizhen check 看坏在哪里。",
		"{file} is damaged, or cut short by a copy that was interrupted. It was left alone. Put a backup back and keep this file; "+
			"sizhen check shows where the damage is."),
	Newer: M("{file} 是更新版本的四诊写的，这个版本读不懂。请换成新版本的程序。", "{file} was written by a newer sizhen than this one. Use the newer program."),
	Unreadable: M("没有权限读 {file}。请让管理员开放这个文件的读写权限，或用 --data 换一个文件夹。",
		"{file} cannot be read: no permission. Ask for read and write permission on it, or choose another folder with --data."),
	ReadOnly: M("没有权限写 {file}。请让管理员开放这个文件夹的写权限，或用 --data 换一个文件夹。",
		"{file} cannot be written: no permission. Ask for write permission on the folder, or choose another with --data."),
	Full:       M("磁盘满了，写不进 {file}。已保存的都在。请腾出空间再试。", "the disk is full: {file} cannot be written. What was saved is safe. Free some space and try again."),
	IsFolder:   M("{file} 是文件夹，这里要的是文件。请核对 --config 和 --data。", "{file} is a folder where a file is wanted. Check --config and --data."),
	NotFolder:  M("{file} 不是文件夹。--data 要指明文件夹。", "{file} is not a folder. --data names a folder."),
	StoreThere: M("{file} 已经有数据了。直接打开程序登录即可。", "there is a store at {file} already. Open the program and sign in."),

	Interrupted: M("已中断。已经保存的都在。", "stopped. What was saved is safe."),

	ConfigAt:     M("设置文件 {file} 第 {line} 行：{what}", "settings file {file}, line {line}: {what}"),
	ConfigAtKey:  M("设置文件 {file} 第 {line} 行，{key}：{what}", "settings file {file}, line {line}, {key}: {what}"),
	ConfigNoLine: M("设置文件 {file}，缺 {key}：{what}", "settings file {file}, {key} is missing: {what}"),
	ConfigNoKey:  M("设置文件 {file}：{what}", "settings file {file}: {what}"),

	WhereConfig:  M("设置文件    {file}", "settings  {file}"),
	WhereData:    M("数据文件夹  {file}", "data      {file}"),
	WhereStore:   M("数据文件    {file}", "store     {file}"),
	WhereLog:     M("日志        {file}", "log       {file}"),
	WhereExports: M("导出的文件  {file}", "exports   {file}"),
	WhereMissing: M("（还没有）", " (not there yet)"),

	Migrating:      M("正在整理旧版本的数据，请稍候…", "bringing the records of an earlier version up to date, please wait…"),
	Compacting:     M("正在整理数据文件", "packing the store"),
	Seeding:        M("正在生成案件 {done}/{total}", "making cases {done}/{total}"),
	Seeded:         M("已生成 {n} 件案件。", "{n:case|cases} made."),
	SampleMade:     M("已在 {file} 建好样例中心。", "a sample hall was set up in {file}."),
	SampleLogin:    M("登录名  {login}", "sign-in name  {login}"),
	SamplePassword: M("密码    {password}", "password      {password}"),
	SampleOthers:   M("还有账号 {logins}，密码相同。", "the same password opens {logins}."),

	Checking:   M("正在检查，已看 {done} 条", "checking, {done} records so far"),
	CheckClean: M("数据完好：{file}", "the store is sound: {file}"),
	CheckFaults: M("发现 {n} 处问题。请停用这份数据，放回最近的备份，并把上面的清单交给管理员。",
		"{n:fault|faults}. Stop using this store, put the latest backup back, and show the list above to the administrator."),

	Version:        M("四诊 sizhen {version}", "sizhen {version}"),
	VersionCommit:  M("提交 {commit} {time}", "commit {commit} {time}"),
	VersionChanged: M("（有未提交的改动）", " (with changes not committed)"),
}

// ConfigFaults are the words for a settings file that cannot be read as one. What a single
// setting refuses is said by SettingFault.
var ConfigFaults = struct {
	Read, Encoding, Size, Syntax, Marks, Double, Unknown, Clock, Zone   Message
	WantText, WantNumber, WantSwitch, WantTexts, WantNumbers, WantThree Message
	WantHours, WantTables, CauseMissing, CauseForbidden, CauseFolder    Message
}{
	Read:     M("读不出来：{cause}", "cannot be read: {cause}"),
	Encoding: M("不是 UTF-8 编码。请用记事本“另存为”，编码选 UTF-8", "is not UTF-8. Save it again with the encoding UTF-8"),
	Size:     M("太大，不像设置文件。请核对 --config", "is far too large for a settings file. Check --config"),
	Syntax:   M("写法不对（{detail}）。文字要加英文双引号，如 name = \"百官街道联合调解中心\"", "cannot be understood ({detail}). Texts stand in double quotes, as name = \"Baiguan hall\""),
	Marks:    M("有中文标点 “{mark}”。引号、逗号、等号、方括号都要用英文半角的", "holds the Chinese mark “{mark}”. Quotes, commas, equals signs and brackets must be plain ASCII ones"),
	Double:   M("写了两次，去掉一个", "stands there twice; take one out"),
	Unknown:  M("没有这个设置项。可以写的有：{allowed}", "there is no such setting. Allowed are: {allowed}"),
	Clock:    M("“{text}” 不是时间，要写成 \"08:30\"", "“{text}” is no time of day; write \"08:30\""),
	Zone:     M("没有时区 “{text}”，要写成 \"+08:00\" 或 \"Asia/Shanghai\"", "there is no time zone “{text}”; write \"+08:00\" or \"Asia/Shanghai\""),

	WantText:    M("要写文字，加英文双引号，如 \"百\"", "wants a text in double quotes, as \"百\""),
	WantNumber:  M("要写数字，不加引号，如 2", "wants a number without quotes, as 2"),
	WantSwitch:  M("只能写 true 或 false，不加引号", "wants true or false, without quotes"),
	WantTexts:   M("要写成 [\"一室\", \"二室\"]", "wants [\"一室\", \"二室\"]"),
	WantNumbers: M("要写成 [7, 3, 1]", "wants [7, 3, 1]"),
	WantThree:   M("要写三个数，如 [1, 7, 20]", "wants three numbers, as [1, 7, 20]"),
	WantHours:   M("要写两个时间，如 [\"08:30\", \"11:30\"]", "wants two times, as [\"08:30\", \"11:30\"]"),
	WantTables: M("要写成 [{ code = \"land\", zh = \"山林土地\", en = \"Land\" }]",
		"wants [{ code = \"land\", zh = \"山林土地\", en = \"Land\" }]"),
	CauseMissing:   M("没有这个文件", "there is no such file"),
	CauseForbidden: M("没有权限", "no permission"),
	CauseFolder:    M("是文件夹，不是文件", "it is a folder, not a file"),
}
