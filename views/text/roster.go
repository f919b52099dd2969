package text

import "sizhen/store/hall"

// Roster is the roster of mediators (调解员名册): the list, and what is beside it.
var Roster = struct {
	Title, Of, Mediators, Posts, Pairs, Due, Find, Filter, FilterTitle, FilterAll, FilterClear, NoFilter, Count, CountMore, None, NoneFound, NoPosts, NoPairs, NoDue    Message
	Hint, HintLook, HintOne, HintPosts, HintPairs, HintDue, HintLost, NoRight, Open, Menu, Tabs, Export, Add, Edit, Suspend, Return, Leave, Rejoin, Term, SetTerm, File Message
	Training, TakePost, LogPost, QuitPost, PairMentor, PairLearner, Teach, EndPair, OpenCase, ShowAll, ShowHeld                                                         Message
	Name, Village, Area, Grade, Time, Load, Booked, State, Full, Part, Loads, Bookings, Speciality, Background, Status, Unfiled, TermEnds, TermOver                     Message
	NobodyHere, NoCases, WhichPost, WhichPair, WhichCase, PickMentor, PickLearner, PlaceOf                                                                              Message
	ExportTitle, Public, Internal, Exported, NoExport, Head, Member, ChoosePlace, Away                                                                                  Message
}{
	Title: M("调解员名册", "Roster of mediators"), Of: M("名册 {name}", "Roster {name}"),
	Mediators: M("名册", "Roster"), Posts: M("岗位", "Posts"), Pairs: M("传帮带", "Mentors"), Due: M("到期待办", "Due"),
	Find:   M("打姓名、首字母、村、认识谁家、专长、组织", "name, initials, village, whom they know, organisation"),
	Filter: M("筛选", "filter"), FilterTitle: M("按什么筛选", "Filter by"), FilterAll: M("不限", "all"), FilterClear: M("全部不限", "Clear all"), NoFilter: M("现在没有筛选", "no filter is set"),
	Count: M("{n} 位", "{n} found"), CountMore: M("已列 {n} 位，往下还有", "{n} listed, more below"),
	None:      M("名册还是空的。按 Ctrl-N 添第一位调解员。", "The roster is empty. Ctrl-N adds the first mediator."),
	NoneFound: M("没有找到。少打几个字，或按 Ctrl-G 放宽筛选", "Nobody found. Type less, or widen the filter with Ctrl-G"),
	NoPosts:   M("还没有人认领岗位。在调解员的页面第 5 页按 Enter 认领", "Nobody has signed up for a post. Do it on a mediator's page, tab 5, with Enter"),
	NoPairs:   M("还没有结对。在调解员的页面第 6 页按 Enter 结对", "There are no mentor pairs. Begin one on a mediator's page, tab 6, with Enter"),
	NoDue:     M("30 天内没有到期的任期，也没有要报的变动", "No term ends within 30 days, and nothing is to be reported"),

	Hint: M("打字就查；Enter 选要做的，Tab 换到岗位、传帮带、待办", "Type to search; Enter lists what can be done; Tab: posts, mentors, due"), HintLook: M("打字就查；Enter 打开；添改请找中心主任或管理员", "Type to search; Enter opens; the head or an administrator makes changes"),
	HintOne: M("按数字翻页；Enter 选要做的", "Digits turn the pages; Enter lists what can be done"), HintPosts: M("Enter 打开这位调解员；Tab 换页", "Enter opens the mediator; Tab turns the page"),
	HintPairs: M("Enter 选要做的；Tab 换页", "Enter lists what can be done; Tab turns the page"), HintDue: M("Enter 打开去办；Tab 换页", "Enter opens it; Tab turns the page"), HintLost: M("按 Esc 返回", "Esc goes back"),
	NoRight: M("名册由中心主任和管理员维护", "the head or an administrator keeps the roster"),
	Open:    M("打开", "open"), Menu: M("操作", "menu"), Tabs: M("换页", "next tab"), Export: M("导出", "export"), Add: M("添调解员", "add"),
	Edit: M("修改登记", "Change the entry"), Suspend: M("暂停派案", "Suspend"), Return: M("恢复派案", "Take back"), Leave: M("离任", "Has left"), Rejoin: M("重新入册", "Back on the roster"),
	Term: M("登记任期（续聘）", "A term (renewal)"), SetTerm: M("更正最后一届任期", "Put the last term right"), File: M("登记已备案", "Changes were reported"),
	Training: M("登记培训、考试", "A training or examination"), TakePost: M("认领岗位", "Sign up for a post"), LogPost: M("岗位上做了什么", "What was done in a post"), QuitPost: M("退出岗位", "Leave a post"),
	PairMentor: M("结对：请一位老调解员带他", "Give him a mentor"), PairLearner: M("结对：由他带一位新人", "Give him somebody to teach"), Teach: M("记这次教了什么", "What was taught"), EndPair: M("结束结对", "End a pair"), OpenCase: M("打开案件", "Open a case"),

	ShowAll: M("连以前的一起看", "past ones too"), ShowHeld: M("只看现在的", "present ones only"),

	Name: M("姓名", "Name"), Village: M("村、社区", "Village"), Area: M("片区", "Area"), Grade: M("等级", "Grade"), Time: M("专兼职", "Time"), Load: M("在办", "Open"), Booked: M("7天", "Week"), State: M("情况", "Standing"),
	Full: M("专职", "full"), Part: M("兼职", "part"), Loads: M("在办 {n} 件", "{n} open"), Bookings: M("7 天内 {n} 场", "{n} booked in 7 days"),
	Speciality: M("专长", "Speciality"), Background: M("人员来源", "Background"), Status: M("在册情况", "Standing"), Unfiled: M("待报 {n}", "{n} to report"), TermEnds: M("任期到{day}", "term to {day}"), TermOver: M("任期{day}已满", "term over {day}"),

	Away:       M("请假到{day}", "on leave until {day}"),
	NobodyHere: M("先选一位调解员", "choose a mediator first"),
	NoCases:    M("还没有案件", "there are no cases"),
	WhichPost:  M("哪个岗位", "Which post"), WhichPair: M("哪一对", "Which pair"), WhichCase: M("哪一件", "Which case"), PickMentor: M("谁来带 {name}", "Who teaches {name}"), PickLearner: M("{name} 带谁", "Whom {name} teaches"),
	PlaceOf: M("{what}：{value}", "{what}: {value}"), ChoosePlace: M("选一个，打字可查", "Choose one; type to search"),
	ExportTitle: M("导出名册", "Export the roster"), Public: M("名册公示 {format}（只有在任的，没有电话和生日）", "Public list {format} (active ones, nothing private)"), Internal: M("内部名册 {format}（全部，含暂停和离任的，电话隐去）", "Full list {format} (suspended and former ones too, telephones masked)"),
	Exported: M("已导出：{file}", "exported: {file}"), NoExport: M("样例中心不导出文件；设置好本中心后再导出", "a sample hall leaves no files behind; set your own hall up to export"), Head: M("主任", "head"), Member: M("调解员", "mediator"),
}

// RosterPage is one mediator's page.
var RosterPage = struct {
	Overview, History, Terms, Trainings, Posts, Pairs, Cases                                                                                                                       Message
	Sex, Birth, Phone, Masked, Org, OrgHead, Studio, StudioLead, Village, Grade, Backgrounds, Specialities, Trade, Knows                                                           Message
	Servant, ServantYes, Joined, Since, Load, Booked, Next, Standing, Term, Filing, Post, Pair, Before, From, Until, Grades, Stood                                                 Message
	NoTerms, NoFilings, NoTrainings, NoPosts, NoPairs, NoCases, NoGrades, TermLine, TermTo, TermPast, Filed, Away, Duty, Running, Over, Coming, FilingLine, FilingOpen, FilingLate Message
	TrainLine, Hours, Passed, Failed, Score, PostLine, PostHeld, PostLeft, LogLine, Teaches, Learns, PairHeld, PairEnded, Lesson, Why                                              Message
}{
	Overview: M("概况", "Overview"), History: M("履历等级", "History"), Terms: M("任期备案", "Terms"), Trainings: M("培训", "Training"), Posts: M("岗位", "Posts"), Pairs: M("传帮带", "Mentors"), Cases: M("案件", "Cases"),
	Sex: M("性别", "Sex"), Birth: M("出生", "Born"), Phone: M("电话", "Telephone"), Masked: M("电话、生日只给本人和管名册的看", "telephone and birthday are for himself and those who keep the roster"),
	Org: M("所在组织", "Organisation"), OrgHead: M("（主任）", " (head)"), Studio: M("品牌调解室", "Studio"), StudioLead: M("（领办）", " (leads it)"), Village: M("村、社区", "Village"), Grade: M("等级", "Grade"),
	Backgrounds: M("人员来源", "Background"), Specialities: M("专长", "Specialities"), Trade: M("行业", "Trade"), Knows: M("认识", "Knows"), Servant: M("公职人员", "Public servant"), ServantYes: M("是，不发以奖代补", "yes: no rewards"),
	Joined: M("入册", "On the roster"), Since: M("{day} 起", "since {day}"), Load: M("在办", "Open cases"), Booked: M("已约", "Booked"), Next: M("接下来", "Coming up"), Standing: M("在册情况", "Standing"), Term: M("任期", "Term"), Filing: M("备案", "Reporting"), Post: M("岗位", "Posts"), Pair: M("传帮带", "Mentors"),
	Before: M("最早", "the start"), From: M("{from} 起", "from {from}"), Until: M("{from} 至 {to}", "{from} to {to}"), Grades: M("历次等级", "Grades held"), Stood: M("历次任职", "Where he stood"),
	NoTerms: M("还没有任期。按 Enter 登记", "No term yet. Enter records one"), NoFilings: M("没有要报的变动", "Nothing was to be reported"), NoTrainings: M("还没有培训。按 Enter 登记", "No training yet. Enter records one"), NoPosts: M("还没有认领岗位。按 Enter 认领", "No post yet. Enter signs him up"),
	NoPairs: M("还没有结对。按 Enter 结对", "No mentor, nobody taught. Enter begins a pair"), NoCases: M("还没有案件", "No cases yet"), NoGrades: M("还没有评等级", "no grade yet"),
	Away: M("请假", "Leave"), Duty: M("值班", "Duty"),
	TermTo: M("到{day}", "to {day}"), TermPast: M("{day}已满", "over since {day}"), Filed: M("{day} 已报", "reported {day}"),
	TermLine: M("{from} 至 {to}  {how}", "{from} to {to}  {how}"), Running: M("在任期内，{left}", "running, {left}"), Over: M("已满", "over"), Coming: M("还没开始", "not begun"),
	FilingLine: M("{what}  {changed}", "{what}  {changed}"), FilingOpen: M("要在 {due} 前报，{left}", "to be reported by {due}, {left}"), FilingLate: M("没报，{left}", "not reported, {left}"),
	TrainLine: M("{day}  {what}", "{day}  {what}"), Hours: M("{n} 学时", "{n} hours"), Passed: M("考试合格", "passed"), Failed: M("考试不合格", "failed"), Score: M("{n} 分", "{n} points"),
	PostLine: M("{kind}  {place}", "{kind}  {place}"), PostHeld: M("{from} 起在岗", "since {from}"), PostLeft: M("{from} 至 {to}", "{from} to {to}"), LogLine: M("{day}  {what}", "{day}  {what}"),
	Teaches: M("带 {name}", "teaches {name}"), Learns: M("由 {name} 带", "taught by {name}"), PairHeld: M("{from} 起", "since {from}"), PairEnded: M("{from} 至 {to}：{why}", "{from} to {to}: {why}"), Lesson: M("{day}  {what}", "{day}  {what}"), Why: M("原因：{why}", "because: {why}"),
}

// RosterForm are the forms about a mediator.
var RosterForm = struct {
	AddTitle, EditTitle, Title, Hint, Resumed, Kept, Changed, Saved, Untitled                                                                                Message
	Name, Sex, Org, OrgHelp, OrgHead, Studio, StudioHelp, StudioLead, Village, Area, Grade, Time, Backgrounds, ListHelp, Specialities, Knows, KnowsHelp      Message
	Trade, TradeHelp, Phone, Birth, BirthHelp, Servant, From, FromHelp, Joined, JoinedHelp, Why, WhyHelp, Filed, FiledHelp, Yes, No, None, Private           Message
	StatusFrom, StatusWhy, StatusWhyHelp, OpenWork, OpenCases, OpenBookings, OpenDuty, OpenPairs, OpenPosts, IsHead, TermFrom, TermTo, TermHow, TermHowHelp  Message
	TrainDay, TrainWhat, TrainHours, TrainBy, TrainExam, TrainScore, ExamNone, ExamPass, ExamFail, PostKind, PostWhere, PostFrom, PostDay, PostWhat, QuitDay Message
	FiledUntil, FiledUntilHelp, FiledDay, FiledNo, PairFrom, PairRule, LessonDay, LessonWhat, EndDay, EndWhy, EndWhyHelp, DayHelp                            Message
	SavedStatus, SavedTerm, SavedFiled, SavedTraining, SavedPost, SavedPair, SavedLog, Cannot                                                                Message
}{
	AddTitle: M("添一位调解员", "A new mediator"), EditTitle: M("修改 {name}", "Change {name}"), Title: M("{what}：{name}", "{what}: {name}"), Hint: M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside"),
	Resumed: M("接着 {by} {at} 写的填", "going on with what {by} wrote, {at}"), Kept: M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"),
	Changed: M("别的窗口刚改过这一条。您填的都在；看一下，再按 Ctrl-S", "It was just changed at another desk. What you typed is still there; look, then press Ctrl-S again"), Saved: M("已保存 {name}", "{name} was saved"), Untitled: M("新调解员", "a new mediator"),

	Name: M("姓名", "Name"), Sex: M("性别", "Sex"), Org: M("所在组织", "Organisation"), OrgHelp: M("如 小港村人民调解委员会；登记过的组织可按 ↓ 选", "as it is called; one on file can be chosen by its number"), OrgHead: M("是主任", "Heads it"), Studio: M("品牌调解室", "Studio"), StudioHelp: M("没有就空着", "empty: none"), StudioLead: M("由他领办", "Leads it"),
	Village: M("村、社区", "Village"), Area: M("片区", "Area"), Grade: M("等级", "Grade"), Time: M("专兼职", "Time"), Backgrounds: M("人员来源", "Background"), ListHelp: M("打名称或首字母，按 ↓ 选上，可以选几个；退格去掉", "type a name and press its number; several may be chosen, Backspace takes them away"),
	Specialities: M("专长", "Specialities"), Knows: M("认识谁、哪个村", "Knows"), KnowsHelp: M("说得上话的人家和村，如 小港村陈家、前宅村沈氏", "families and villages he can get a word in with"), Trade: M("行业", "Trade"), TradeHelp: M("行业专家、行业调解员才填", "of an industry expert"),
	Phone: M("电话", "Telephone"), Birth: M("出生日期", "Born"), BirthHelp: M("如 1958-3-4", "as 1958-3-4"), Servant: M("公职人员", "Public servant"), From: M("从哪天起", "Holds from"), FromHelp: M("调动、升级、改名从这天算；以前的照旧", "what changes holds from this day; before it all stays as it was"),
	Joined: M("哪天入册", "On the roster since"), JoinedHelp: M("要在 30 个工作日内备案；以前已备案的，在下面写备案号", "to be reported within 30 working days; if it was, write the number below"), Why: M("原因", "Why"), WhyHelp: M("如 年度考核升级；可以不填", "as yearly assessment; may stay empty"),
	Filed: M("备案号", "Reported under"), FiledHelp: M("以前已经备案的才填", "only if it was reported before"), Yes: M("是", "yes"), No: M("不是", "no"), None: M("没有", "none"), Private: M("只给本人和管名册的看", "only for himself and those who keep the roster"),

	StatusFrom: M("从哪天起", "From"), StatusWhy: M("原因", "Why"), StatusWhyHelp: M("如 住院、年龄原因、调离", "as illness, age, moved away"), OpenWork: M("他手上还有：", "He still has:"), OpenCases: M("在办案件 {n} 件，请另派人：{what}", "{n} open cases to be given to others: {what}"),
	OpenBookings: M("已约 {n} 场，请改约或换人：{what}", "{n} bookings to be moved or given to others: {what}"), OpenDuty: M("值班 {n} 班，请换班：{what}", "{n} duty shifts to be swapped: {what}"), OpenPairs: M("传帮带：{what}", "mentor pairs: {what}"), OpenPosts: M("岗位（离任时一并结束）：{what}", "posts, which end when he leaves: {what}"), IsHead: M("他是 {org} 的主任，请另定主任", "he heads {org}: somebody else has to"),
	TermFrom: M("任期从", "From"), TermTo: M("到", "To"), TermHow: M("怎样产生", "How"), TermHowHelp: M("推选或聘任，由谁", "elected or appointed, by whom"),
	TrainDay: M("哪天", "Day"), TrainWhat: M("内容", "What"), TrainHours: M("学时", "Hours"), TrainBy: M("谁办的", "Held by"), TrainExam: M("考试", "Examination"), TrainScore: M("成绩", "Points"), ExamNone: M("没有", "none"), ExamPass: M("合格", "passed"), ExamFail: M("不合格", "failed"),
	PostKind: M("岗位", "Post"), PostWhere: M("在哪里", "Where"), PostFrom: M("从哪天起", "From"), PostDay: M("哪天", "Day"), PostWhat: M("做了什么", "What was done"), QuitDay: M("哪天退出", "Last day"),
	FiledUntil: M("报到哪天的变动", "Changes up to"), FiledUntilHelp: M("这天和以前的变动都算已报", "all changes up to this day count as reported"), FiledDay: M("哪天报的", "Reported on"), FiledNo: M("备案号", "Number"),
	PairFrom: M("从哪天起", "From"), PairRule: M("{mentor} 带 {learner}", "{mentor} teaches {learner}"), LessonDay: M("哪天", "Day"), LessonWhat: M("教了什么", "What was taught"), EndDay: M("到哪天", "Last day"), EndWhy: M("结果", "What came of it"), EndWhyHelp: M("如 已能独立调解", "as: mediates on his own now"),
	DayHelp:     M("如 11-24、今天、-3（三天前）", "as 11-24, today, -3 (three days ago)"),
	SavedStatus: M("{name} 已登记为{status}", "{name} is recorded as {status}"), SavedTerm: M("已登记 {name} 的任期", "the term of {name} was recorded"), SavedFiled: M("已登记备案", "recorded as reported"), SavedTraining: M("已登记培训", "the training was recorded"),
	SavedPost: M("已登记岗位", "the post was recorded"), SavedPair: M("已登记结对", "the pair was recorded"), SavedLog: M("已记下", "written down"), Cannot: M("现在不能：{why}", "not now: {why}"),
}

// Full says full- or part-time.
func Full(full bool) Message {
	if full {
		return Roster.Full
	}
	return Roster.Part
}

// Backgrounds names several.
func Backgrounds(all []hall.Background) Message {
	out := make([]Message, len(all))
	for i, b := range all {
		out[i] = Background(b)
	}
	return list(out)
}

// Types names several dispute types.
func Types(s hall.Settings, codes []string) Message {
	out := make([]Message, len(codes))
	for i, c := range codes {
		out[i] = Type(s, c)
	}
	return list(out)
}

// Pairs are the words of mentor pairs and of what is due.
var Pairs = struct{ Mentor, Learner, Left, By, What, Open Message }{
	Mentor: M("带的人", "Mentor"), Learner: M("学的人", "Learner"), Left: M("还有", "Left"), By: M("到哪天", "By"), What: M("要办的", "What"), Open: M("打开 {name}", "Open {name}"),
}

// RosterPaper are the words of the roster on paper.
var RosterPaper = struct {
	Public, Internal, No, Name, Sex, Org, Post, Studio, Village, Time, Grade, Specialities, Backgrounds, Term, State, Filed, Span, Count, Note Message
}{
	Public: M("人民调解员名册公示", "Public list of mediators"), Internal: M("人民调解员名册", "Roster of mediators"),
	No: M("序号", "No."), Name: M("姓名", "Name"), Sex: M("性别", "Sex"), Org: M("所在调解组织", "Organisation"), Post: M("职务", "Post"), Studio: M("品牌调解室", "Studio"), Village: M("村、片区", "Village, area"),
	Time: M("专兼职", "Full or part time"), Grade: M("等级", "Grade"), Specialities: M("专长", "Specialities"), Backgrounds: M("人员来源", "Background"), Term: M("任期", "Term"), State: M("在册情况", "Standing"), Filed: M("备案号", "Reported under"),
	Span: M("{from}至{to}", "{from} to {to}"), Count: M("共 {n} 名，{day}", "{n} in all, {day}"), Note: M("人民调解不收费。当事人可以自己选调解员。", "Mediation is free of charge. The parties may choose the mediator."),
}

// RosterExport is what the export of the roster says on the command line.
var RosterExport = struct{ Public Message }{
	Public: M("公示用：只有在任的", "to be put up: active ones only"),
}
