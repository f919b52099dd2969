package text

import "sizhen/store/hall"

// Intake is the screen of F3.
var Intake = struct {
	Title, Step, Name, FullName, ID, Credit, Passport, OtherPapers, Phone, Village, Address, Kind, Doc, Sex, Birth, BirthHelp, Ethnic, Job, Contact                                                                              Message
	Guardian, Proxy, Scope, ScopeHelp, Other, OtherPhone, OtherVillage, Type, Subject, Facts, Requests, Amount, Source, SourceFrom, Written                                                                                      Message
	WrittenYes, WrittenNo, Difficulty, Secret, SubjectHelp, FactsHelp, AmountHelp, GuardianHelp, Risk, Measures, Criminal, Mass, Stability                                                                                       Message
	PoliceAt, PoliceWho, Urgent, UrgentWhy, Refuses, Bar, RiskHelp, CriminalHelp, RefusesHelp, PoliceHelp, BarNone, Yes, No, Visits, More, Aged                                                                                  Message
	Somebody, IsOrganisation, IsPerson, People, PeopleTitle, AddParty, AddShort, EditParty, Remove, Rep, NotRep, RepMark, RepsOf, RepsNotYet                                                                                     Message
	RepsFull, RepsNeeded, Party, OnSide, BoxHint, PutDown, Else, ElseNothing, Next, Register, RegisterIt, ChangeIt, Discard, DiscardBody                                                                                         Message
	DiscardYes, DiscardNo, Discarded, NothingTyped, LookDup, Relapse, RelapseOn, Dup, DupMore, DupOpen, DupClosed, SameTitle, LookAt, AsRelapse                                                                                  Message
	AnotherMatter, StillOpen, OpenYet, Unnumbered, Hint1, Hint2, Hint3, HintDone, Kept, Resume, ResumeNew, ResumeDraft, Nameless, Summary, Where                                                                                 Message
	StepPeople, StepWhere, DoneQueue, DoneAhead, DoneCase, DoneRegistered, DoneBooked, DoneAdvice, DoneRefused, DoneTransferred, DoneNext, DoneOpen, DoneWalkIn, DoneSlots, FinishedTitle, FinishedBody, FinishedYes, FinishedNo Message
}{
	Title: M("受理登记", "intake"), Step: M("受理登记  第 {n} 步，共 3 步", "intake  step {n} of 3"), Name: M("申请人", "Applicant"), ID: M("身份证号", "Identity no."), Phone: M("电话", "Phone"),
	Village: M("村、社区", "Village"), Address: M("住址", "Address"), Kind: M("类别", "Kind"), Doc: M("证件", "Papers"), Sex: M("性别", "Sex"), Birth: M("出生日期", "Born"), Ethnic: M("民族", "Ethnic group"), Job: M("职业", "Occupation"),
	Contact: M("联系人", "Contact"), Guardian: M("监护人", "Guardian"), Proxy: M("代理人", "Proxy"), Scope: M("代理权限", "Proxy may"), Other: M("对方", "Other side"), OtherPhone: M("对方电话", "Their phone"), OtherVillage: M("对方村社", "Their village"),
	Type: M("纠纷类型", "Type"), Subject: M("事由", "Subject"), Facts: M("简要情况", "Brief facts"), Requests: M("诉求", "Requests"), Amount: M("涉及金额", "Amount"), Source: M("来源", "Source"), SourceFrom: M("哪个单位", "From whom"),
	Written: M("申请方式", "Applied"), WrittenYes: M("书面", "in writing"), WrittenNo: M("口头", "orally"), Difficulty: M("难易", "Difficulty"), Secret: M("不公开", "Confidential"),
	SubjectHelp: M("几个字，如 滴水、欠款、赡养", "a word or two: eaves, debt"), FactsHelp: M("Ctrl-J 换行", "Ctrl-J breaks the line"), AmountHelp: M("如 12000、1.2万", "as 12000"), GuardianHelp: M("未满 18 周岁的要填", "needed under 18"),
	Risk: M("有无危险", "Risk"), Measures: M("防范措施", "Measures taken"), Criminal: M("可能民转刑", "May turn criminal"), Mass: M("群体性", "Many people"), Stability: M("影响稳定", "Public stability"),
	PoliceAt: M("报告公安时间", "Police told at"), PoliceWho: M("接报的人", "Told to"), Urgent: M("加急", "Urgent"), UrgentWhy: M("为什么急", "Why urgent"), Refuses: M("一方拒绝", "A party refuses"), Bar: M("不能受理的", "Barred"),
	RiskHelp: M("高：可能动手，要写防范措施（人民调解法第 25 条）", "high: may turn violent, write the measures taken (law art. 25)"), CriminalHelp: M("要马上报告公安机关（第 25 条）", "report to the police at once (art. 25)"),
	RefusesHelp: M("一方明确拒绝调解的，不得调解（第 17 条）", "no mediation once a party clearly refuses (art. 17)"), PoliceHelp: M("如 10:05、昨天 16:30", "as 10:05"), BarNone: M("没有", "none"),
	Yes: M("是", "yes"), No: M("否", "no"), Visits: M("来过{n}次，{day} {what}", "here {n}×, {day} {what}"), More: M("另有 {n} 人：{names}", "{n} more: {names}"),
	People: M("名单", "parties"), PeopleTitle: M("当事人名单", "The parties"), EditParty: M("改 {who}", "Change {who}"), Remove: M("去掉 {who}", "Remove {who}"),
	Rep: M("{who} 当代表", "{who} is a representative"), NotRep: M("{who} 不当代表", "{who} is no representative"), RepMark: M("代表", "repr."), Party: M("当事人", "Party"),
	Next: M("下一步", "next step"), Register: M("登记", "register"), Discard: M("作废这份草稿", "throw the draft away"), DiscardBody: M("作废后找不回来。", "It cannot be brought back."), DiscardYes: M("作废", "throw away"), DiscardNo: M("留着", "keep it"), Discarded: M("草稿已作废", "the draft was thrown away"),
	LookDup: M("看疑似案件", "see that case"), Relapse: M("作为复发", "as a relapse"), RelapseOn: M("登记为 {no} 的复发", "registered as a relapse of {no}"), Dup: M("{state}：{no} {a}—{b} {what}", "{state}: {no} {a}—{b} {what}"), DupMore: M("（还有 {n} 件）", " ({n} more)"),
	DupOpen: M("按 Ctrl-O 看那一件；确实是另一件事，接着登记", "Ctrl-O shows it; if it is another matter, go on"), DupClosed: M("按 Ctrl-O 看那一件；又闹起来的，按 Ctrl-B 登记为复发", "Ctrl-O shows it; if it came back, Ctrl-B registers a relapse"),
	Hint1: M("Enter 到下一项，写的都自动保存；写完按 Ctrl-S 进入第 2 步：去向", "Enter goes on and everything is kept; Ctrl-S goes to step 2: where it leads"), Hint2: M("选去向，填它要的几项；Ctrl-S 进入第 3 步：核对", "Choose where it leads; Ctrl-S goes to step 3: read over"),
	Hint3: M("核对一遍；没有错按 Ctrl-S 登记，要改按 Esc 退回", "Read it over; Ctrl-S registers, Esc goes back to change"), HintDone: M("按 Enter 登记下一位", "Enter registers the next"), Kept: M("草稿留着，按 F3 可以接着写", "The draft is kept; F3 goes on with it"),
	Resume: M("有没写完的登记", "Unfinished intakes"), ResumeNew: M("新登记一件", "A new one"), ResumeDraft: M("接着写 {title}（{by} {at}）", "Go on with {title} ({by} {at})"), Summary: M("核对", "Read over"), Where: M("去向", "Leads to"),
	StepPeople: M("谁和什么事", "Who and what"), StepWhere: M("去向", "Where it leads"),
	DoneQueue: M("{no} 号", "Number {no}"), DoneAhead: M("{who} 请到候诊区等候，前面还有 {n} 人。", "{who}, please wait; {n} ahead."), DoneCase: M("已受理  {no}", "Accepted  {no}"), DoneRegistered: M("已登记", "Registered"), DoneBooked: M("已预约  {when}", "Booked  {when}"),
	DoneAdvice: M("咨询已记下", "The advice is on record"), DoneRefused: M("已登记为不予受理，请把去处告诉来访人：{where}", "Not accepted is on record. Tell the visitor where to go: {where}"), DoneTransferred: M("已转交 {to}", "Transferred to {to}"),
	DoneNext: M("登记下一位", "the next visitor"), DoneOpen: M("打开案件", "open the case"), DoneWalkIn: M("去叫号", "to the walk-in queue"), RepsNeeded: M("一方超过 {n} 人：按 Ctrl-G 标出 1 至 {most} 名代表", "more than {n} on a side: Ctrl-G marks 1 to {most} representatives"),
	FullName: M("姓名、名称", "Name"), Credit: M("信用代码", "Credit code"), Passport: M("护照号", "Passport no."), OtherPapers: M("证件号", "Papers no."), BirthHelp: M("如 1968-05-12", "as 1968-05-12"),
	ScopeHelp: M("如 申请终止、举证、选调解员、承认变更放弃、签文书、领文书", "as: apply and end, give evidence, choose the mediator, concede, sign, receive"), Aged: M("{n} 岁", "aged {n}"),
	Somebody: M("另填一人", "somebody else"), IsOrganisation: M("是单位（公司、村委会等）", "this is an organisation"), IsPerson: M("是个人", "this is a person"), AddParty: M("添加当事人", "Add a party"), AddShort: M("加人", "add"),
	RepsOf: M("{side} {n} 人，代表 {reps} 人（最多 {most}）", "{side} {n}, representatives {reps} (at most {most})"), RepsNotYet: M("一方超过 {n} 人才推选代表", "only a side of more than {n} chooses them"), RepsFull: M("已有 {n} 名代表，先去掉一名", "there are {n}; take one off first"),
	OnSide: M("在哪一方", "On the side of"), BoxHint: M("Enter 下一项，Ctrl-S 确定，Esc 放下（写的留着）", "Enter next, Ctrl-S done, Esc puts it down (kept)"), PutDown: M("放下（草稿留着）", "put down (kept)"),
	Else: M("其他当事人", "Others"), ElseNothing: M("没有", "none"), RegisterIt: M("没有错，登记", "It is right: register"), ChangeIt: M("退回去改", "Go back and change it"), NothingTyped: M("还没有写什么", "nothing was typed yet"),
	SameTitle: M("疑似同一件", "Perhaps the same matter"), LookAt: M("看一下 {no} {what}（{state}）", "Look at {no} {what} ({state})"), AsRelapse: M("登记为 {no} 的复发", "Register a relapse of {no}"), AnotherMatter: M("是另一件事，接着登记", "It is another matter: go on"),
	StillOpen: M("那一件还没有办结，请到那一件里办", "that case is still open: go on there"), Nameless: M("还没写姓名", "no name yet"), DoneSlots: M("看预约", "to the appointments"),
	FinishedTitle: M("已在别的窗口办完", "Finished at another desk"), FinishedBody: M("这份草稿已在别的窗口登记或作废。再登记，就是另外一件。", "This draft was registered or thrown away at another desk. Registered now, it would be one more."),
	FinishedYes: M("另登记一件", "register one more"), FinishedNo: M("不登记", "do not"),
	OpenYet: M("那件还没办结", "still open"), Unnumbered: M("{day}登记的那件", "that of {day}"),
}

// LastDay is the date of an earlier visit: 3月8日, and with the year where it is not this one.
func LastDay(d, today hall.Day) Message {
	if d.Year() != today.Year() {
		return Day(d)
	}
	return ShortDay(d)
}
