package text

// Studios is the screen of the brand studios.
var Studios = struct {
	Title, Of, Find, None, NoneFound, Count, Hint, HintOne, Name, Kind, Lead, People, Place, Way, Special, SpecialHelp, Honours, Founded, Org, Note Message
	Nobody, Leads, Closed, ClosedOn, Results, Year, All, ResultsNote, Each, WayHelp, PlaceHelp, NameHelp                                            Message
	DoOpen, DoPeople, DoChange, DoClose, Add, Change, Saved, CloseTitle, CloseDay, CloseWhy, CloseAsk, CloseBody, CloseYes, ClosedNow               Message
}{
	Title: M("品牌调解室", "brand studios"), Of: M("品牌调解室 · {name}", "studio · {name}"), Find: M("打名称、首字母或工作法", "type a name, initials or its way of working"),
	None:      M("还没有品牌调解室。按 Ctrl-N 添第一个，如 老书记调解室；人员在名册里写上它就归到这里。", "No studio yet. Ctrl-N adds the first, as the Old Secretary's studio; people come to it by their entry on the roster."),
	NoneFound: M("没有找到。少打几个字，或换首字母试试；没有登记过的按 Ctrl-N 添上", "Nothing found. Try fewer characters or initials; Ctrl-N adds a new one"), Count: M("共 {n} 个", "{n} in all"),
	Hint: M("打字就查；Enter 列出能做的事，Ctrl-N 添一个", "Type to search; Enter lists what can be done, Ctrl-N adds one"), HintOne: M("Enter 列出能做的事，Esc 返回", "Enter lists what can be done, Esc goes back"),
	Name: M("名称", "Name"), Kind: M("类别", "Kind"), Lead: M("带头人", "Led by"), People: M("人数", "People"), Place: M("地点", "Place"), Way: M("工作法", "Way of working"),
	Special: M("专长类型", "Speciality"), SpecialHelp: M("纠纷类型，几个中间用顿号，如 邻里、婚姻家庭", "dispute types with commas between, as Neighbours, Contract"), Honours: M("荣誉", "Honours"), Founded: M("成立日期", "Founded on"),
	Org: M("属于哪个组织", "Belongs to"), Note: M("备注", "Note"),
	Nobody: M("还没有人：在名册里把调解员的调解室写成它", "nobody yet: on the roster, set a mediator's studio to it"), Leads: M("{name}（带头人）", "{name} (leads it)"), Closed: M("已停办", "closed"), ClosedOn: M("{day} 停办：{why}", "closed on {day}: {why}"),
	Results: M("办案", "Cases"), Year: M("今年受理 {handled} 件，达成协议 {settled} 件", "{handled} accepted this year, {settled} settled"), All: M("累计受理 {handled} 件，达成协议 {settled} 件", "{handled} accepted in all, {settled} settled"),
	ResultsNote: M("按现在的人员经办的案件算，受理年份为准", "cases that its present people handled, by the year of acceptance"), Each: M("{name} {handled} 件", "{name} {handled}"),
	WayHelp: M("怎么调解，用自己的话写", "how it mediates, in its own words"), PlaceHelp: M("在哪里，什么时候有人", "where it is, and when somebody is there"), NameHelp: M("如 老书记调解室", "as Old Secretary's Studio"),
	DoOpen: M("看详情", "Look at it"), DoPeople: M("看人员（名册）", "Its people (roster)"), DoChange: M("修改", "Change"), DoClose: M("停办", "Close"),
	Add: M("添一个品牌调解室", "A new studio"), Change: M("修改调解室", "Change the studio"), Saved: M("已保存 {name}", "{name} was saved"),
	CloseTitle: M("停办 {name}", "Close {name}"), CloseDay: M("哪天停办", "On"), CloseWhy: M("为什么", "Reason"), CloseAsk: M("停办 {name}？", "Close {name}?"), CloseBody: M("停办后不能恢复；{n} 位人员留在名册，记录都留着。", "This cannot be undone; its {n} people stay on the roster, and the records are kept."),
	CloseYes: M("停办", "close"), ClosedNow: M("已停办 {name}", "{name} was closed"),
}
