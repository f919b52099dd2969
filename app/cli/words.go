package cli

import (
	"strings"
	"unicode"

	"sizhen/views/text"
)

// What the commands say beside what text holds, each in one place.
var (
	exportShort = text.M("导出{what}", "Export: {what}")
	exportLong  = text.M("{what}\ncsv、xlsx、jsonl 给别的程序用：一格一个值，日期写成 2026-11-24，数字就是数字；docx 是给人看、打印的。",
		"{what}\ncsv, xlsx and jsonl are for other programs: one value a cell, days as 2026-11-24, numbers as numbers; docx is for people, to be printed.")
	exportSigned     = text.M("里面有个人信息：要登录，导出会记下来。", "It holds personal data: sign in first; the export is recorded.")
	exportSignedPart = text.M("不加 --public 的，里面有个人信息：要登录，导出会记下来。", "Without --public it holds personal data: sign in first; the export is recorded.")
	notShown         = text.M("{format} 不是文字，终端上看不了。请加 --out 文件，写成文件。", "{format} is no text and cannot be shown on a terminal. Name a file with --out.")
	exportExample    = text.M("  sizhen export {name} > {name}.{format}\n  sizhen export {name} --format xlsx --out {name}.xlsx",
		"  sizhen export {name} > {name}.{format}\n  sizhen export {name} --format xlsx --out {name}.xlsx")
	exportEmpty = text.M("“{what}”里没有要写的，文件里只有表头。", "“{what}” has nothing to write; the file holds its heading only.")
	badFormat   = text.M("--format 可以是 {formats}，不能是 “{value}”。", "--format can be {formats}, not “{value}”.")
	flagFormat  = text.M("写成哪种文件", "the kind of file")
	flagFrom    = text.M("从这天起", "from this day on")
	flagTo      = text.M("到这天止（含）", "up to and including this day")
	flagNoBOM   = text.M("CSV 文件头不加表格软件认中文的标记", "leave out the mark by which spreadsheets know that a CSV file is UTF-8")
	flagOut     = text.M("写到这个文件：写好才出现，不会只有一半（默认写到标准输出）", "write this file: it appears whole or not at all (default: standard output)")
	flagAccount = text.M("用哪个账号登录；密码在终端上问，脚本写在标准输入的第一行",
		"the account to sign in with; the password is asked for on the terminal, a script gives it on the first line of its input")
	flagNames      = text.M("写上当事人姓名和事由（要登录，会记下来）；不加只写姓", "with the parties' names and the cause (sign in first; it is recorded); without it initials only")
	standardOutput = text.M("标准输出", "standard output")
	outputFull     = text.M("磁盘满了，{file} 没有写完，不能用。请腾出空间再试。", "the disk is full: {file} was not finished and cannot be used. Free some space and try again.")
	outNowhere     = text.M("没有 {file} 这个文件夹。请先建好，或用 --out 换一个地方。", "there is no folder {file}. Make it first, or name another place with --out.")
	outputFailed   = text.M("{file} 写不进去：{cause}。", "{file} cannot be written: {cause}.")
	outFolder      = text.M("--out {file} 是文件夹。请写文件名，比如 {file}/名单.csv。", "--out {file} is a folder. Name a file, for example {file}/list.csv.")
	outNoFile      = text.M("--out {file} 不是普通文件（是链接、管道或设备），没有动它。请另写一个文件名；要送进管道，去掉 --out，用 >。",
		"--out {file} is no regular file but a link, a pipe or a device; it was left alone. Name another file; to feed a pipe leave --out out and use >.")
	outDone      = text.M("已写好 {file}，{n} 行。", "{file} is written: {n:row|rows}.")
	outMade      = text.M("已写好 {file}。", "{file} is written.")
	askAccount   = text.M("登录名：", "sign-in name: ")
	askPassword  = text.M("{login} 的密码（不显示）：", "password of {login} (not shown): ")
	slowedDown   = text.M("输错次数太多，等 {seconds} 秒再核对密码…", "too many wrong tries: the password is looked at in {seconds:second|seconds} …")
	signInNeeded = text.M("这里有个人信息，要先登录：在终端里输入命令，按提示写登录名和密码；脚本用 --account 写明账号，密码写在标准输入的第一行。",
		"there are personal data in it, so sign in: type the command in a terminal and answer its questions; "+
			"a script names its account with --account and gives the password on the first line of its input.")
	causeNotFile  = text.M("不是普通文件", "it is not a regular file")
	causeDangling = text.M("是一个链接，指的地方没有文件", "it is a link that leads nowhere")
	flagVersion   = text.M("显示版本", "print the version")
	noReader      = text.M("没有能看这张表的账号。请管理员先在“人员账号”里加一个窗口、调解员或值班账号。",
		"no account may see this list. Ask the administrator to add a front desk, mediator or duty account first.")
	nowReal = text.M("--now 只用于样例，不能用来打开真的中心：办的事要按真的时间记。请去掉 --now。",
		"--now is for samples only and opens no real hall: what is done there is recorded at its real time. Leave --now out.")
	seedReal = text.M("{file} 里是真的数据，不往里加编造的案件。请用 --data 换一个空文件夹。",
		"{file} holds real records; made-up cases are not mixed with them. Name an empty folder with --data.")
)

// clean is a text without the signs that a terminal would obey, whoever put them into it.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(s, "·"))
}

// What is said when the program ends and its store is not where it was.
var (
	leftCopy = text.M("{file} 在程序开着时被移走或删除了，数据已另存到 {path}", "{file} was moved or removed while the program was open; the data was saved to {path}")
	noCopy   = text.M("{file} 在程序开着时被移走或删除了，数据也没能另存：{why}", "{file} was moved or removed while the program was open, and no copy could be saved: {why}")
)

// What is said of something that lies in the place of one of the hall's files and is none.
var (
	danglingLink = text.M("{file} 是一个链接，指的 {to} 不在。没有动它。盘没有接上就接上；文件搬走了，请把链接改到新地方；文件没有了，请删掉链接，从备份放回文件。",
		"{file} is a link to {to}, which is not there; it was left alone. Connect the disk if it is not; if the file was moved let the link lead there; "+
			"if it is lost remove the link and put the file back from its backup.")
	folderThere = text.M("{file} 是文件夹，这里要的是文件。没有动它。请把它移走，从备份放回文件，再打开程序。",
		"{file} is a folder where a file is wanted; it was left alone. Move it away, put the file back from its backup, and open the program again.")
	notFile = text.M("{file} 不是普通文件（是管道、设备之类）。没有动它。请把它移走，从备份放回文件，再打开程序。",
		"{file} is not a regular file but a pipe or a device; it was left alone. Move it away, put the file back from its backup, and open the program again.")
)

// What is said of the journal's end and its seal.
var (
	whereKey = text.M("封印钥匙    {file}", "seal key  {file}")
	badKey   = text.M("钥匙文件 {file} 读不出来。请放回原来的；找不回来就移走它，再打开程序，check 会一直说明封印换过。",
		"the key file {file} cannot be read. Put the old one back; if it is lost, move the file away and open the program again: "+
			"check will go on saying that the seal was changed.")
	headAt   = text.M("办理记录到第 {n} 条，校验码 {code}。{seal}", "The journal ends with line {n}, check code {code}. {seal}")
	sealFits = text.M("封印相符。", "Its seal fits.")
	sealNone = text.M("还没有封印：打开一次程序就有了。", "It has no seal yet: opening the program gives it one.")
	sealNew  = text.M("封印相符，但第 {doubt} 条以后换过钥匙：那以前末尾有没有被删过，封印说不准，请和那天的交接班记录核对。",
		"Its seal fits, but the key was changed after line {doubt}: whether lines were cut off before that it cannot tell; compare with that day's handover record.")
	sealLost = text.M("有封印，钥匙 {file} 不见了：末尾有没有被删过，没法核对。请从备份把钥匙放回去再查；找不回，打开一次程序就换新的，办理记录里会写明。",
		"It is sealed, and the key {file} is gone: whether lines were cut off the end cannot be told. Put the key back from its backup and check again; "+
			"if it is lost, opening the program makes a new one, and the journal says so.")
	sealNot = text.M("封印不是这把钥匙 {file} 的：钥匙是别的中心的，或者有人绕过程序换过、改过数据文件。请从备份放回本中心的钥匙再查；还是不符，就是数据变了，请和交接班记录上的校验码核对。",
		"Its seal is not of the key {file}: the key is another hall's, or somebody replaced or altered the data file outside the program. Put this hall's key back "+
			"from its backup and check again; if it still does not fit the data were altered: compare with the check code on the handover record.")
)

// What is said when a store is opened whose seal does not fit the key. It stands in three lines.
var (
	damageOne = text.M("数据有损坏：{where}，{what}。请管理员关掉程序，运行 sizhen check，必要时放回备份；写的会留着",
		"Damaged: {where}: {what}. Administrator: close the program, run sizhen check, maybe put a backup back. Typing is kept")
	damageMore = text.M("数据有 {n} 处损坏，第一处：{where}，{what}。请管理员关掉程序，运行 sizhen check，必要时放回备份；写的会留着",
		"Damaged in {n} places: {where}: {what}. Administrator: close the program, run sizhen check, maybe put a backup back. Typing is kept")
	keyLost = text.M("钥匙文件 {file} 不见了：办理记录的末尾有没有被删过，核对不了，已写进办理记录。",
		"The key file {file} is gone: whether the journal's end was cut off cannot be told. The journal says so.")
	keyOther = text.M("办理记录的封印和钥匙 {file} 对不上：钥匙是别的中心的，或者数据文件被换过、改过，已写进办理记录。",
		"The journal's seal does not fit {file}: another hall's key, or altered data. The journal says so.")
	keyNew     = text.M("已换新钥匙，请备份。", " A new one was made: back it up.")
	keyNewOld  = text.M("已换新钥匙，请备份；旧的改名 .old。", " A new one was made, the old kept as .old.")
	keyNone    = text.M("新钥匙写不进去，请管理员看看设置文件夹。", " No new key could be written: have the settings' folder looked at.")
	keyCompare = text.M("请和最近的交接班记录核对：到第 {n} 条，校验码 {code}", " Compare with the last handover paper: line {n}, code {code}")
)

var demoDay = text.M("现在中心没有开门：样例按 {day} {time} 打开，那时有人候诊", "The hall is closed just now: the sample opens on {day}, {time}, when somebody waits")
