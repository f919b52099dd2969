package form

import (
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

var (
	save        = text.M("保存", "save")
	resume      = text.M("接着写", "go on with it")
	newLine     = text.M("换行", "new line")
	suggestions = text.M("选列出的", "choose from the list")
	takeIt      = text.M("选定", "take it")
	rightYes    = text.M("没有错，{yes}", "It is right: {yes}")
	changeIt    = text.M("退回去改", "Go back and change it")
	draftLine   = text.M("{title}（{by} {at}）", "{title} ({by}, {at})")
	nameless    = text.M("还没写姓名", "no name yet")
	titleStep   = text.M("{title}  第 {n} 步，共 {all} 步", "{title}  step {n} of {all}")
	leaveBox    = text.M("先放下", "put it aside")
	stepBack    = text.M("上一步", "step back")
	offeredMany = text.M("这是新的一份；还有 {n} 份没写完，按 Ctrl-R 选一份接着写", "This is a new one; {n:is|are} unfinished, Ctrl-R chooses one to go on with")
	offeredOne  = text.M("这是新的一份；按 Ctrl-R 接着写没写完的 {title}（{by} {at}）", "This is a new one; Ctrl-R goes on with {title}, unfinished ({by}, {at})")
	foldedHint  = text.M("按 Enter 展开这些项，再填", "Enter shows these fields; then type")
	clearKey    = text.M("清空这一项，再按找回", "clear the field, again brings it back")
	discardKey  = text.M("丢弃这份", "discard this")

	saving     = text.M("正在保存，请稍等", "Saving, one moment")
	hint       = text.M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside")
	hintUnkept = text.M("Ctrl-S 完成，Esc 不做了", "Ctrl-S finishes, Esc leaves it")
	keptAside  = text.M("写的已留在“未完成”里，随时接着写", "Kept under Unfinished; go on at any time")
	goneOn     = text.M("接着写：{by} {at} 写的都在", "Resumed: what {by} wrote ({at}) is here")
	offered    = text.M("这是一份新的；按 Ctrl-R 接着写没写完的《{title}》（{by} {at}）", "This is a new one; Ctrl-R goes on with {title}, unfinished ({by}, {at})")

	discardTitle  = text.M("丢弃写的这些？", "Discard what was written?")
	keptButSecret = text.M("写的已留在“未完成”里；密码没有留，接着写时要再打", "Kept under Unfinished; the password is not, type it again then")
	slipped       = text.M("只按了一个键，没有留下", "One key only was pressed: nothing is kept")
	discardOthers = text.M("这是{by}写的，丢掉就找不回来了。", "It was written by {by}, and cannot be brought back.")
	discardBody   = text.M("丢掉就找不回来了。", "It cannot be brought back.")
	discardYes    = text.M("丢弃", "discard it")
	discarded     = text.M("已丢弃，“未完成”里没有了", "Discarded; nothing is left under Unfinished")
	nothingTyped  = text.M("还没有写什么，按 Esc 就离开", "Nothing is written yet; Esc leaves")

	digitsTitle = text.M("{label}只有数字", "{label}: digits only")
	digitsBody  = text.M("写的是“{name}”。是不是想选列出的一个？选要按 ↓ 再按 Enter。", "It says “{name}”. Was a line of the list meant? That is chosen with ↓ and Enter.")
	shortTitle  = text.M("{label}只有一个字", "{label}: one character only")
	shortBody   = text.M("写的是“{name}”。是不是还没有写完？", "It says “{name}”. Is there more to it?")
	digitsYes   = text.M("就叫这个", "yes, that is the name")

	likeAsk   = text.M("已有 {name}，是同一个吗？", "{name} is on file already: the same one?")
	likeMany  = text.M("已有 {n} 个名称相近的，是其中一个吗？", "{n} on file have a name like it: one of them?")
	likeOther = text.M("不是，是另一个，照样保存", "No, another one: save it")
	likeSame  = text.M("就是 {which}", "The same: {which}")
	likeLook  = text.M("就是它，打开 {which}", "The same: open {which}")
	likeAt    = text.M("{name}（{at}）", "{name} ({at})")
	likeTaken = text.M("已经有账号了", "has an account already")
	likeHint  = text.M("按 Esc 回到没保存的那一份；不用了，就在那里按 Ctrl-D 丢弃", "Esc goes back to what is not saved; Ctrl-D there discards it")

	wrongAbove = text.M("“{label}”还没有填好，原因写在它下面：请按 ↑ 过去改", "{label} is not right yet, and says why below it: ↑ goes there")

	lettersTitle = text.M("{label}只有字母", "{label}: small letters only")

	jumpTitle = text.M("看哪一天", "Show which day")
	jumpDay   = text.M("日期", "Day")
	jumpYes   = text.M("看这一天", "show it")

	checking = text.M("正在看有没有冲突", "looking for clashes")
	free     = text.M("没有冲突", "no clash")
	collides = text.M("冲突", "Clashes")

	orphan = text.M("{why}。留下一份没写完的：", "{why}. What was left unfinished about it:")

	hintOrphan = text.M("Esc 留着这些字，Ctrl-D 丢弃", "Esc keeps these words, Ctrl-D discards them")

	stopped = text.M("{why}。您写过的内容还在“未完成”里", "{why}. What you wrote stays among the unfinished")

	changedElsewhere = text.M("别的窗口刚改过。您填的都在，没动过的已换成新的；看一下，再按 Ctrl-S",
		"It was just changed at another desk. What you typed is still there, the rest is as it is now; look, then Ctrl-S")

	helpDay     = text.M("11-30、+3、下周三、腊月初八都可以", "e.g. 11-30, +3, next wed")
	helpTime    = text.M("9:30、930、下午3点半都可以", "e.g. 9:30, 930, 15:30")
	helpMoney   = text.M("12000、1.2万、300元都可以", "e.g. 12000 or 12,000.50")
	helpPick    = text.M("打名称或首字母，按 ↓ 选，Enter 定；不填就清空", "type the name or initials, ↓ to choose, Enter to take; clear the field for none")
	peopleWhose = text.M("按数字去掉或添上：{names}；别人的名字打在后面", "a digit takes out or adds: {names}; others are typed behind them")
	peopleNone  = text.M("{n} 不是列出的人，名字没有动", "nobody has {n}; the names are as they were")

	helpList   = text.M("可以写几个，用、隔开；按 ↓ 选列出的", "several, with commas between; ↓ chooses from the list")
	helpSecret = text.M("至少 8 位，打出来只见 *；密码不会留在“未完成”里", "at least 8 characters, shown as *; a password is never kept as unfinished")
)

// words are the few that every form needs of what draws it.
func words(env *views.Env) widget.FormText {
	t, say := text.Dialog, env.Say
	return widget.FormText{
		Later: say(t.Later), Comma: say(t.Comma), Required: say(t.Required), Clipped: say(t.Clipped), Geta: say(t.Geta), Digits: say(t.Digits), Narrow: say(t.Narrow),
		Choose: say(t.Unchosen), Rest: menu.Rest(env), Waiting: say(t.Waiting), Letters: say(t.Letters), Further: say(t.Further), Folded: say(foldedHint),
		Others: menu.Further(env),
	}
}
