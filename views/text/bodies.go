package text

// Bodies is the register of resource bodies.
var Bodies = struct {
	Title, Find, None, NoneFound, Count, Hint, FormHint, NoRight, Add, AddTitle, EditTitle, Open, Look, Off, Resumed, Kept, Saved, Changed, Untitled Message
	Name, Kind, Contact, Phone, Helps, HelpsHelp, Special, SpecialHelp, Village, VillageHelp, Knows, KnowsHelp                                       Message
	Times, TimesHelp, TimesBad, AnyTime, Note, About, Asked, AskedYes, AskedNo, Save                                                                 Message
}{
	Title: M("资源单位", "resource bodies"), Find: M("打名称、联系人、专长、村名或首字母", "type a name, contact, speciality, village or initials"),
	None:      M("还没有资源单位。法院、派出所、司法所、律师、鉴定机构、主管部门，会诊时请得到的都记在这里。按 Ctrl-N 添第一个。", "No resource body yet: courts, police, judicial office, lawyers, appraisers, departments, all that a joint consultation can ask for. Ctrl-N adds the first."),
	NoneFound: M("没有找到。少打几个字，或换首字母试试；没有记过的按 Ctrl-N 添上", "Nothing found. Try fewer characters or initials; Ctrl-N adds a new one"),
	Count:     M("共 {n} 个", "{n} in all"), Hint: M("打字就查；Enter 打开，Ctrl-N 添一个", "Type to search; Enter opens, Ctrl-N adds one"),
	FormHint: M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside"),
	NoRight:  M("只能看。添改请找窗口受理员、值班人员或中心主任", "to look at only: the front desk, duty officers and the head make changes"),
	Add:      M("添一个", "add"), AddTitle: M("添一个资源单位", "A new resource body"), EditTitle: M("修改 {name}", "Change {name}"), Open: M("打开", "open"), Look: M("看", "look"),
	Off: M("不再请", "no longer asked"), Resumed: M("接着 {by} {at} 写的填", "going on with what {by} wrote, {at}"), Kept: M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"),
	Saved: M("已保存 {name}", "{name} was saved"), Changed: M("别的窗口刚改过这个单位。您填的都在；看一下，再按 Ctrl-S 就照您填的存", "It was just changed at another desk. What you typed is still there; look, then Ctrl-S saves it as you have it"),
	Untitled: M("新单位", "a new body"),

	Name: M("名称", "Name"), Kind: M("类别", "Kind"), Contact: M("联系人", "Contact"), Phone: M("电话", "Telephone"),
	Helps:     M("能帮哪几类", "Helps with"),
	HelpsHelp: M("打类型名或首字母，按 ↓ 选上，可以选几类；退格去掉", "type a dispute type, then ↓ and Enter; several may be chosen, Backspace takes them away"),
	Special:   M("专长", "Speciality"), SpecialHelp: M("用话写，如 伤情鉴定、药害、工程造价", "in words, as injuries, pesticide damage, building costs"),
	Village: M("所在或联系的村", "Village, area"), VillageHelp: M("几个村中间空一格", "a blank between several"),
	Knows: M("熟悉的人和村", "Knows"), KnowsHelp: M("说得上话的人家、村子", "families and villages they can get a word in with"),
	Times: M("能来的时间", "Can come"), TimesHelp: M("如 周二 9-11、周四 14-17，周一至周五上午；随时能来就空着", "as Tue 9-11, Thu 14-17, Mon-Fri morning; empty: at any opening hour"),
	TimesBad: M("这里看不懂。请写成 周二 9-11、周四 14-17，先写星期再写几点到几点；随时能来就空着", "this cannot be read. Write Tue 9-11, Thu 14-17: the weekday, then from when to when; leave it empty for any opening hour"),
	About:    M("能帮什么", "Helps with"), AnyTime: M("开放时间都可以", "at any opening hour"), Note: M("备注", "Note"),
	Asked: M("还请不请", "Still asked"), AskedYes: M("请", "yes"), AskedNo: M("不再请", "no longer"), Save: M("完成", "save"),
}
