package text

import (
	"fmt"

	"sizhen/store/hall"
)

// Orgs is the screen of the mediation organisations: their tree and what is covered.
var Orgs = struct {
	Title, Of, Find, None, NoneFound, Count, Found, More, Hint, HintTree, HintMore, HintOne, NoRight, Here Message
	Add, Menu, Open, Unfold, Coverage, Tree, Scroll                                                        Message
	DoOpen, DoMembers, DoAdd, DoChange, DoTerm, DoFile, DoUniform, DoEnd                                   Message

	Name, Kind, People, Uniform, State, Term, Level, Industry, Parent, Site, Seats, Number, Filed, Seal, Address, Phone, Founded Message
	Note, Members, MemberHead, Studios, Covers, Past, PastLine, Filings, FilingLine, FilingOpen, Children, Way, Terms            Message
	TermLine, NoTerm, TermOver, Dissolved, DissolvedOn, ToReport, Fine, UniformCount, UniformLacks, SeatsOf                      Message
	Top, Headed, NoPeople                                                                                                        Message
}{
	Title: M("调解组织", "mediation organisations"),
	Of:    M("调解组织 · {name}", "organisation · {name}"),
	Find:  M("打名称、首字母或类别", "type a name, initials or a kind"),
	None: M("还没有调解组织。按 Ctrl-N 添第一个；先添县、乡镇的，再在它下面添村和企业的。",
		"No organisation yet. Ctrl-N adds the first; begin with the county's and the township's, then add those of villages and enterprises below."),
	NoneFound: M("没有找到。少打几个字，或换首字母试试；没有登记过的按 Ctrl-N 添上", "Nothing found. Try fewer characters or initials; Ctrl-N adds a new one"),
	Count:     M("共 {n} 个", "{n} in all"),
	Found:     M("找到 {n} 个", "{n} found"),
	More:      M("还有 {n} 个，按 Enter 接着列", "{n} more, Enter lists them"),
	Hint:      M("打字就查；Enter 列出能做的事，Esc 返回", "Type to search; Enter lists what can be done, Esc goes back"),
	HintTree:  M("→ 展开，← 收起，打字就查；Enter 列出能做的事", "→ unfolds, ← folds, type to search; Enter lists what can be done"),
	HintMore:  M("Enter 接着列出其余的", "Enter lists the rest"),
	HintOne:   M("Enter 列出能做的事，Esc 返回", "Enter lists what can be done, Esc goes back"),
	NoRight:   M("只能看；添改由中心主任或管理员来做", "to look at only: the head of the centre or an administrator makes changes"),
	Here:      M("正在看", "you are looking at it"),

	Add:      M("添一个", "add"),
	Menu:     M("操作", "actions"),
	Open:     M("打开", "open"),
	Unfold:   M("展开", "unfold"),
	Coverage: M("覆盖", "coverage"),
	Tree:     M("组织", "organisations"),
	Scroll:   M("上下翻", "scroll"),

	DoOpen:    M("看详情", "Look at it"),
	DoMembers: M("看委员（名册）", "Its members (roster)"),
	DoAdd:     M("在它下面添一个", "Add one below it"),
	DoChange:  M("修改", "Change"),
	DoTerm:    M("登记任期（换届）", "Terms of office"),
	DoFile:    M("登记备案", "Record the report for filing"),
	DoUniform: M("六统一", "The six uniform items"),
	DoEnd:     M("撤销", "Dissolve"),

	Name:         M("名称", "Name"),
	Kind:         M("类别", "Kind"),
	People:       M("人数", "Seats"),
	Uniform:      M("六统一", "Uniform"),
	State:        M("情况", "State"),
	Term:         M("任期到", "Term until"),
	Level:        M("层级", "Level"),
	Industry:     M("行业", "Industry"),
	Parent:       M("上级组织", "Guided by"),
	Site:         M("所在的村、企业", "There for"),
	Seats:        M("委员人数", "Seats"),
	Number:       M("备案号", "Filing number"),
	Filed:        M("备案日期", "Filed on"),
	Seal:         M("印章", "Seal"),
	Address:      M("地址", "Address"),
	Phone:        M("电话", "Telephone"),
	Founded:      M("成立日期", "Founded on"),
	Note:         M("备注", "Note"),
	Members:      M("委员", "Members"),
	MemberHead:   M("{name}（主任）", "{name} (head)"),
	Studios:      M("品牌调解室", "Studios"),
	Covers:       M("负责", "Looks after"),
	Past:         M("从前", "Before"),
	PastLine:     M("{from} 至 {to}  {name}（{level}，{kind}）{why}", "{from} to {to}  {name} ({level}, {kind}) {why}"),
	Filings:      M("备案", "Reports"),
	FilingLine:   M("{what} {changed}，{filed} 已备案 {number}", "{what} of {changed}, reported on {filed} {number}"),
	FilingOpen:   M("{what} {changed}，要在 {due} 前备案", "{what} of {changed}, to be reported by {due}"),
	Children:     M("指导", "Guides"),
	Way:          M("隶属", "Under"),
	Terms:        M("任期", "Terms"),
	TermLine:     M("{from} 至 {to} {how}", "{from} to {to} {how}"),
	NoTerm:       M("未登记任期", "no term on file"),
	TermOver:     M("任期已满", "term ended"),
	Dissolved:    M("已撤销", "dissolved"),
	DissolvedOn:  M("{day} 撤销：{why}", "dissolved on {day}: {why}"),
	ToReport:     M("待备案", "to report"),
	Fine:         M("齐全", "complete"),
	UniformCount: M("{n}/6", "{n}/6"),
	UniformLacks: M("缺 {names}", "lacks {names}"),
	SeatsOf:      M("{n}/{seats}", "{n}/{seats}"),
	Top:          M("最上一级", "at the top"),
	Headed:       M("主任 {name}", "headed by {name}"),
	NoPeople:     M("还没有委员：在名册里把调解员的组织写成它", "no members yet: on the roster, set a mediator's organisation to it"),
}

// OrgForm is what the forms of an organisation ask.
var OrgForm = struct {
	Add, AddBelow, Edit, From, FromHelp, Why, WhyHelp, ParentHelp, SiteHelp, SeatsHelp, NumberHelp, FoundedHelp, NameHelp, New, Twin                   Message
	Saved                                                                                                                                              Message
	TermTitle, TermFrom, TermTo, TermHow, TermHowHelp, TermSaved, TermHint, TermAdd, TermDrop, TermDropAsk, TermDropYes, TermDropped, TermMenu         Message
	FileTitle, FileDay, FileNumber, FileHelp, FileSaved                                                                                                Message
	UniformTitle, Has, Lacks, UniformSaved                                                                                                             Message
	EndTitle, EndDay, EndWhy, Fate, FateMove, FateLeave, FateStay, To, ToHelp, Heir, HeirHelp, EndAsk, EndBody, EndMembers, EndChildren, EndYes, Ended Message
}{
	Add:         M("添一个调解组织", "A new organisation"),
	AddBelow:    M("在 {name} 下面添一个", "A new organisation below {name}"),
	Edit:        M("修改 {name}", "Change {name}"),
	From:        M("从哪天起", "Holds from"),
	FromHelp:    M("这次改动从哪天起算；以前的样子会留着", "the day from which the change holds; what it was before is kept"),
	Why:         M("为什么改", "Reason"),
	WhyHelp:     M("名称、层级、类别、上级有变动的要写，并在 30 个工作日内备案", "for a change of name, level, kind or guide; it is to be reported within 30 working days"),
	ParentHelp:  M("打名称或首字母，按 ↓ 选；最上一级的空着", "type a name or initials, then ↓ and Enter; empty at the top"),
	SiteHelp:    M("打村名、企业名，按 ↓ 选；选了就算那里已经有组织", "type the village or enterprise, then ↓ and Enter; it then counts as covered"),
	SeatsHelp:   M("3 到 9 名（人民调解法第 8 条）", "three to nine (Mediation Law art. 8)"),
	NumberHelp:  M("已经备案的写上号，就不再提醒备案", "with a number it counts as filed, and nothing is due"),
	FoundedHelp: M("新成立的从这天起 30 个工作日内备案", "a new one is reported within 30 working days of it"),
	NameHelp:    M("如 小港村人民调解委员会", "as Xiaogang Village Mediation Committee"),
	New:         M("新组织", "a new organisation"),
	Twin:        M("就叫这个，是另一个组织", "It is another one of that name"),
	Saved:       M("已保存 {name}", "{name} was saved"),

	TermTitle:    M("{name} 的任期", "Term of {name}"),
	TermFrom:     M("从", "From"),
	TermTo:       M("到", "To"),
	TermHow:      M("怎么产生", "How chosen"),
	TermHowHelp:  M("如 村民代表会议推选", "as elected by the villagers' delegates"),
	TermSaved:    M("已登记任期", "the term was recorded"),
	TermHint:     M("一届三年，可以连任", "three years, renewable"),
	TermAdd:      M("登记新一届", "Record a new term"),
	TermDrop:     M("去掉最后一届（录错了）：{from} 至 {to}", "Take the last one away (a mistake): {from} to {to}"),
	TermDropAsk:  M("去掉这一届？", "Take this term away?"),
	TermDropYes:  M("去掉", "take away"),
	TermDropped:  M("已去掉", "taken away"),
	TermMenu:     M("任期", "Terms"),
	FileTitle:    M("{name} 备案", "Report of {name}"),
	FileDay:      M("哪天备案", "Reported on"),
	FileNumber:   M("备案号", "Number"),
	FileHelp:     M("没有新号就空着，原来的号留着", "leave empty for no new number"),
	FileSaved:    M("已登记备案", "the report was recorded"),
	UniformTitle: M("{name} 六统一", "Six uniform items of {name}"),
	Has:          M("有", "there"),
	Lacks:        M("没有", "lacking"),
	UniformSaved: M("已登记六统一", "the six items were recorded"),
	EndTitle:     M("撤销 {name}", "Dissolve {name}"),
	EndDay:       M("哪天撤销", "On"),
	EndWhy:       M("为什么", "Reason"),
	Fate:         M("{name} 的去向", "What of {name}"),
	FateMove:     M("转到别的组织", "goes to another one"),
	FateLeave:    M("离任", "leaves"),
	FateStay:     M("留在名册，暂不属任何组织", "stays on the roster, without one"),
	To:           M("转到哪个组织", "To which one"),
	ToHelp:       M("打名称或首字母，按 ↓ 选", "type a name or initials, then ↓ and Enter"),
	Heir:         M("它指导的改由谁指导", "Who guides those below"),
	HeirHelp:     M("空着就由它的上级指导", "empty: whoever guided it"),
	EndAsk:       M("撤销 {name}？", "Dissolve {name}?"),
	EndBody:      M("撤销后不能恢复，它的记录都留着。", "This cannot be undone; its records are kept."),
	EndMembers:   M("{n} 位委员按您写的去向处理。", "{n} members go as you have written."),
	EndChildren:  M("它指导的 {n} 个组织改由 {heir} 指导。", "The {n} organisations below it are guided by {heir}."),
	EndYes:       M("撤销", "dissolve"),
	Ended:        M("已撤销 {name}", "{name} was dissolved"),
}

// Coverage is the screen's second page: which places have a committee and which lack one.
var Coverage = struct {
	Title, Sites, Orgs, Covered, Lacking, Nothing, Percent, Faulty, Over, Unfiled, Total, Level, Hint, HintSites, HintOrgs, Switch, OnlyLacking, All Message
	NoneLacking, NoSites, Township, By, NotNeeded, Lack, DoCreate, DoCover, DoOff, DoChange, DoOrg, HasOne, IsOff, NotCovered                        Message
	AddTitle, EditTitle, Kind, Name, Org, OrgHelp, Needed, Yes, No, Why, WhyHelp, Saved, New, CreateName, Find, Gone                                 Message
}{
	Title:       M("覆盖情况", "Coverage"),
	Sites:       M("应建调委会的", "Should have a committee"),
	Orgs:        M("已有的组织", "Organisations"),
	Covered:     M("{has}/{all}", "{has}/{all}"),
	Lacking:     M("缺 {n}", "{n} lack"),
	Nothing:     M("没有登记", "none on file"),
	Percent:     M("百分数取两位小数，只舍不入", "percentages are cut off at two decimals, not rounded"),
	Faulty:      M("委员组成不合第 8 条", "against article 8"),
	Over:        M("任期已满或没有登记", "term ended or none"),
	Unfiled:     M("有变动要备案", "change to report"),
	Total:       M("{n} 个", "{n}"),
	Level:       M("{kind} {n}", "{kind} {n}"),
	Hint:        M("Enter 列出是哪些；Ctrl-T 回到组织，Ctrl-N 添应建的", "Enter lists which; Ctrl-T goes back to the organisations, Ctrl-N adds a place"),
	HintSites:   M("Enter 列出能做的事；Tab 换成全部或只看缺的", "Enter lists what can be done; Tab changes between all and those lacking"),
	HintOrgs:    M("Enter 列出能做的事，Esc 返回", "Enter lists what can be done, Esc goes back"),
	Switch:      M("全部/缺的", "all/lacking"),
	OnlyLacking: M("{kind}：缺调委会的 {n} 处", "{kind}: {n} lack a committee"),
	All:         M("{kind}：共 {n} 处", "{kind}: {n} in all"),
	NoneLacking: M("没有缺的。按 Tab 看全部，Ctrl-N 添应建的", "None lacks one. Tab shows all, Ctrl-N adds a place"),
	NoSites: M("还没有登记。按 Ctrl-N 把应当有调委会的村、企业、园区、市场、行业添上",
		"None on file. Ctrl-N adds villages, enterprises, parks, markets and industries that should have a committee"),
	Township:   M("乡镇、街道", "Township"),
	By:         M("调解组织", "Organisation"),
	NotNeeded:  M("不用建：{why}", "not needed: {why}"),
	Lack:       M("缺", "lacking"),
	DoCreate:   M("给它建一个调解组织", "Found an organisation for it"),
	DoCover:    M("由已有的组织负责", "Have an existing one look after it"),
	DoOff:      M("不用建", "None is needed"),
	DoChange:   M("修改", "Change"),
	DoOrg:      M("看它的调解组织", "Look at its organisation"),
	HasOne:     M("已由 {org} 负责", "{org} looks after it"),
	IsOff:      M("已记为不用建", "none is needed"),
	NotCovered: M("还没有", "there is none"),
	AddTitle:   M("添一处应当有调委会的", "A place that should have a committee"),
	EditTitle:  M("修改 {name}", "Change {name}"),
	Kind:       M("类别", "Kind"),
	Name:       M("名称", "Name"),
	Org:        M("由哪个组织负责", "Looked after by"),
	OrgHelp:    M("打名称或首字母，按 ↓ 选；还没有就空着", "type a name or initials, then ↓ and Enter; empty while there is none"),
	Needed:     M("要不要建", "Needed"),
	Yes:        M("要", "yes"),
	No:         M("不用", "no"),
	Why:        M("为什么不用", "Why not"),
	WhyHelp:    M("如 已并入别的村、停产", "as merged, out of business"),
	Saved:      M("已保存 {name}", "{name} was saved"),
	New:        M("新添的应建单位", "a new place"),
	CreateName: M("{name}人民调解委员会", "{name} mediation committee"),
	Find:       M("打名称、乡镇或首字母", "type a name, township or initials"),
	Gone:       M("查不到它了", "it is not there any more"),
}

// OrgFault names in a few characters how a committee is not made up as article 8 asks.
func OrgFault(c hall.Code) Message { return name(orgFaults, c) }

var orgFaults = map[hall.Code]Message{
	hall.ErrSeatsFew:  M("人数不足", "too few"),
	hall.ErrSeatsMany: M("人数超过", "too many"),
	hall.ErrNoHead:    M("缺主任", "no head"),
	hall.ErrTwoHeads:  M("主任多了", "two heads"),
	hall.ErrNoWoman:   M("缺妇女委员", "no woman"),
}

// Hundredths writes a share in hundredths of a percent: 98.33%. There is none below zero.
func Hundredths(n int) string {
	if n < 0 {
		return ""
	}
	return fmt.Sprintf("%d.%02d%%", n/100, n%100)
}

// Either puts two messages one after the other, with the comma of each language between.
func Either(ms ...Message) Message { return list(ms) }
