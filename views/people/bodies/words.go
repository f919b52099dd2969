package bodies

import "sizhen/views/text"

var (
	title   = text.M("资源单位", "Resource bodies")
	titleOf = text.M("资源单位 · {name}", "Resource body · {name}")
	find    = text.M("打名称、联系人、专长、村名或首字母", "type a name, contact, speciality, village or initials")
	empty   = text.M("还没有资源单位。法院、派出所、司法所、律师、鉴定机构、主管部门，会诊时请得到的都记在这里。按 Ctrl-N 添第一个。",
		"No resource body yet: courts, police, judicial office, lawyers, appraisers, departments, all that a joint consultation can ask for. Ctrl-N adds the first.")
	noneFound = text.M("没有找到。少打几个字，或换首字母试试；没有记过的按 Ctrl-N 添上", "Nothing found. Try fewer characters or initials; Ctrl-N adds a new one")
	count     = text.M("共 {n} 个", "{n} in all")
	hint      = text.M("打字就查；Enter 修改，Ctrl-N 添一个", "Type to search; Enter changes, Ctrl-N adds one")
	lookOnly  = text.M("只能看：{why}", "Read only: {why}")

	add    = text.M("添一个", "add")
	change = text.M("修改", "change")
	look   = text.M("看", "look")

	addTitle    = text.M("添一个资源单位", "New resource body")
	changeTitle = text.M("修改资源单位", "Change the resource body")
	saved       = text.M("已保存 {name}", "{name} was saved")

	name        = text.M("名称", "Name")
	kind        = text.M("类别", "Kind")
	contact     = text.M("联系人", "Contact")
	phone       = text.M("电话", "Telephone")
	helps       = text.M("能帮哪几类", "Helps with")
	helpsHelp   = text.M("纠纷类型，几个中间用顿号；按 ↓ 选列出的", "dispute types with commas between; ↓ chooses from the list")
	special     = text.M("专长", "Speciality")
	specialHelp = text.M("用话写，如 伤情鉴定、药害、工程造价", "in words, e.g. injuries, pesticide damage, building costs")
	village     = text.M("所在或联系的村", "Village, area")
	villageHelp = text.M("几个村中间空一格", "a blank between several")
	knows       = text.M("熟悉的人和村", "Knows")
	knowsHelp   = text.M("说得上话的人家、村子", "families and villages that listen to them")
	times       = text.M("能来的时间", "Can come")
	timesHelp   = text.M("如 周二 9-11、周四 14-17，周一至周五上午；随时能来就空着", "e.g. Tue 9-11, Thu 14-17, Mon-Fri morning; empty: at any opening hour")
	anyTime     = text.M("开放时间都可以", "at any opening hour")
	note        = text.M("备注", "Note")
	asked       = text.M("还请不请", "Still invited")
	askedYes    = text.M("请", "yes")
	off         = text.M("不再请", "no longer invited")
)
