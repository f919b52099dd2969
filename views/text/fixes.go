package text

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
)

// fixes are the fields that a line of the journal says were put right, by their names in the
// record: of the parties in their order, then as they stand in a form.
func fixes(e hall.Entry) []string {
	var out []string
	for k := range e.Args {
		for _, side := range []string{"old.", "new."} {
			if f, ok := strings.CutPrefix(k, side); ok && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b)) })
	return out
}

// place is where a field stands in fixable; -1 where a party's are, and of what has no words.
func place(field string) int {
	return slices.IndexFunc(fixable, func(f fix) bool { return f.is(field) })
}

// fix is a field that can be put right, and what it is called.
type fix struct {
	end string // of the field's name
	say Message
}

// is reports whether it is the field of that name: of an intake or of what came of it. Lines of the
// journal that earlier versions wrote have it without capitals.
func (f fix) is(field string) bool {
	return strings.EqualFold(f.end, strings.TrimPrefix(field, "Intake."))
}

// fixable are what of a record can be put right.
var fixable = []fix{
	{"Details.Kind", M("个人或单位", "person or organisation")}, {"Details.Name", M("姓名", "name")}, {"Details.Sex", M("性别", "sex")},
	{"Details.Birth", M("出生日期", "date of birth")}, {"Details.Doc", M("证件", "document")}, {"Details.DocNumber", M("证件号码", "document number")},
	{"Details.Phone", M("电话", "telephone")}, {"Details.Village", M("所在村", "village")}, {"Details.Address", M("住址", "address")},
	{"Details.Ethnic", M("民族", "ethnic group")}, {"Details.Occupation", M("职业", "occupation")}, {"Details.Contact", M("负责人", "who represents it")},
	{"Representative", M("代表人", "representative")}, {"Guardian", M("监护人", "guardian")}, {"Proxy", M("代理人", "proxy")},
	{"GuardianAs", M("监护关系", "relation of the guardian")}, {"GuardianPhone", M("监护人电话", "guardian's telephone")},
	{"ProxyPhone", M("代理人电话", "proxy's telephone")}, {"Side", M("哪一方", "side")},
	{"State", M("状态", "state")}, {"Room", M("调解室", "room")}, {"Reason", M("原因", "reason")}, {"Calls", M("叫号次数", "calls")},
	{"Called", M("叫号时间", "called at")}, {"Started", M("开始时间", "began at")}, {"Ended", M("结束时间", "ended at")},
	{"Mediators[0].Name", M("调解员", "mediator")}, {"End.Outcome", M("去向", "outcome")}, {"End.Advice", M("答复", "advice")},
	{"End.Reason", M("理由", "reason")}, {"End.To", M("转给谁", "to whom")}, {"End.Referral", M("告知去处", "told to go to")},
	{"End.Terms", M("约定的内容", "what was agreed")},
	{"Type", Matter.Type.Inside()}, {"Subject", Matter.Subject.Inside()}, {"Facts", Matter.Facts.Inside()},
	{"Requests", Matter.Requests.Inside()}, {"Amount", Matter.Amount.Inside()}, {"Source", Matter.Source.Inside()},
	{"SourceFrom", Matter.SourceFrom.Inside()}, {"Difficulty", Matter.Difficulty.Inside()}, {"Risk", Matter.Risk.Inside()},
	{"Measures", Matter.Measures.Inside()}, {"Urgent", Matter.Urgent.Inside()}, {"UrgentWhy", M("为什么急", "why urgent")},
	{"Police.At", M("报告公安的时间", "police told at")}, {"Police.Officer", M("接报的人", "officer told")}, {"Police.By", M("由谁报告", "told by")},
	{"Written", Matter.Written.Inside()}, {"PartyRefuses", M("一方拒绝", "a party refuses")}, {"Bar", M("不能受理的", "excluded by")},
	{"In", M("签到时间", "sign-in")}, {"Out", M("签退时间", "sign-out")}, {"Duty", M("对应的班", "shift")},
	{"What", M("任务", "task")}, {"Who", M("由谁办", "by whom")}, {"Due", M("哪天前做完", "by when")}, {"Done", M("办完日期", "done on")},
	{"Result", M("办得怎样", "what came of it")}, {"Off", M("收回", "taken back")},
	{"Slot.Day", M("日期", "day")}, {"Slot.To", M("结束时间", "end")}, {"Joint.Present", M("另外在场", "also present")},
	{"Joint.Secrecy", Consult.Secrecy.Inside()},
	{"Joint.Line", Consult.Line.Inside()}, {"Joint.Opinion", Consult.Opinion.Inside()}, {"Joint.Who", M("由谁办", "by whom")},
	{"Joint.By", M("什么时候前", "by when")},
	{"Visit.On", M("回访日期", "day of the visit")}, {"Visit.Way", M("回访方式", "how it was made")}, {"Visit.Performance", M("履行情况", "performance")},
	{"Visit.Satisfaction", M("满意程度", "satisfaction")}, {"Visit.Relapse", M("有无反复", "relapse")}, {"Visit.Findings", M("了解的情况", "findings")},
	{"Visit.Measures", M("采取的措施", "measures")}, {"Visit.Lawsuit", M("起诉", "lawsuit")}, {"Visit.Next", M("下次回访", "next visit")},
	{"Platform.Title", Platform.Title.Inside()}, {"Platform.Happened", Platform.Happened.Inside()}, {"Platform.Place", Platform.Place.Inside()},
	{"Platform.Death", Platform.Death.Inside()}, {"Platform.Groups", Platform.Groups.Inside()}, {"Platform.Migrants", Platform.Migrants.Inside()},
	{"Platform.Migrating", Platform.Migrating.Inside()}, {"Platform.Turned", Platform.Turned.Inside()}, {"Platform.Helped", Platform.Helped.Inside()},
	{"Letter", Matter.Letter.Inside()}, {"LetterDay", Matter.LetterDay.Inside()}, {"LetterBy", Matter.LetterBy.Inside()},
	{"Channel", M("渠道", "channel")}, {"Body", M("来源单位", "sender")}, {"Number", M("工单号", "number")}, {"Sent", M("派单日期", "sent on")},
	{"N", M("期限天数", "limit in days")}, {"Unit", M("期限怎么算", "how the limit is counted")}, {"Case", M("归到的案件", "case")},
	{"Reply.Findings", M("调查核实情况", "findings")}, {"Reply.Steps", M("办理过程", "steps taken")}, {"Reply.Result", M("处理结果", "result")},
	{"Reply.Basis", M("依据", "basis")}, {"Reply.Solved", M("是否解决", "solved")}, {"Reply.Next", M("原因及下一步", "what comes next")},
	{"Reply.Contacted", M("联系诉求人", "told on")}, {"Reply.Way", M("联系方式", "told how")}, {"Reply.Satisfaction", M("诉求人满意度", "satisfaction")},
	{"Rating.Score", M("评价", "rating")}, {"Rating.On", M("评价日期", "rated on")}, {"Rating.Note", M("评价说明", "note on the rating")},
	{"ProxyScope", M("代理权限", "what the proxy may do")}, {"Flags", M("标记", "flags")}, {"Confidential", M("不公开", "confidential")},
}

// seats are what of somebody at a joint consultation can be put right.
var seats = map[string]Message{"Came": M("到场", "presence"), "Opinion": M("意见", "opinion"), "Dissent": M("不同意见", "dissent")}

// seat is what a field of somebody at a joint consultation is called: 徐建国的意见.
func seat(field string) (Message, bool) {
	name, rest, of := strings.Cut(strings.TrimPrefix(field, "Joint.Invited["), "].")
	switch {
	case strings.HasPrefix(field, "Joint.Convener."):
		rest = strings.TrimPrefix(field, "Joint.Convener.")
		if say, ok := seats[rest]; ok {
			return M("召集人的{field}", "{field} of the convener").With("field", say), true
		}
	case of && strings.HasPrefix(field, "Joint.Invited["):
		if say, ok := seats[rest]; ok {
			return M("{name}的{field}", "{field} of {name}").With("name", name).With("field", say), true
		}
	}
	return Message{}, false
}

// fixed is what a field that was put right is called: of a party with its number, 第2人的电话.
func fixed(field string) (Message, bool) {
	if field == "Intake.Urgent" || field == "Intake.UrgentWhy" { // the visit says it: who is made urgent at the desk is so too
		return Message{}, false
	}
	field = strings.TrimPrefix(field, "Intake.")
	if say, ok := seat(field); ok {
		return say, true
	}
	if say, ok := agreementField(field); ok {
		return say, true
	}
	party, rest, of := strings.Cut(strings.TrimPrefix(field, "Parties["), "].")
	if of = of && strings.HasPrefix(field, "Parties["); !of {
		rest = field
	}
	at := place(rest)
	if at < 0 {
		return Message{}, false
	}
	say := fixable[at].say
	n, err := strconv.Atoi(party)
	if !of || err != nil {
		return say, true
	}
	return M("第{party}人的{field}", "{field} of party {party}").With("party", n+1).With("field", say), true
}

// joined says that a party was added or taken out, which is told of its place as a whole; of what is
// not public it is not said who.
func joined(field, old, now string) (Message, bool) {
	field = strings.TrimPrefix(field, "Intake.")
	if !strings.HasPrefix(field, "Parties[") || strings.Index(field, "]") != len(field)-1 {
		return Message{}, false
	}
	switch {
	case old == "" && now != "":
		return M("追加当事人 {name}", "party {name} added").With("name", now), true
	case old != "" && now == "":
		return M("去掉当事人 {name}", "party {name} taken out").With("name", old), true
	}
	return Consult.Parties.Inside(), true
}

// fixDays are the fields that hold a day.
var fixDays = []string{"due", "done", "off", "slot.day", "joint.by", "visit.on", "visit.next", "sent", "letterday", "letterby", "rating.on",
	"platform.happened"}

// yesNo are the fields that are answered with no or yes.
var yesNo = []string{"confidential", "urgent", "partyrefuses", "visit.lawsuit"}

// fixWord is a value of such a field in words.
func fixWord(field, v string, s hall.Settings) Message {
	n, isNumber := number(v)
	if strings.HasPrefix(field, "Agreements[") {
		return agreementWord(field, v)
	}
	switch field = strings.ToLower(strings.TrimPrefix(field, "Intake.")); {
	case strings.HasSuffix(field, ".side"):
		return Side(hall.Side(n))
	case strings.HasSuffix(field, "details.kind"):
		return PersonKind(hall.PersonKind(n))
	case strings.HasSuffix(field, "details.sex") && isNumber:
		return Sex(hall.Sex(n))
	case strings.HasSuffix(field, "details.doc"):
		return DocKind(hall.DocKind(n))
	case strings.HasSuffix(field, ".came"):
		return map[bool]Message{true: M("到了", "came"), false: M("没到", "did not come")}[v == "true"]
	case strings.HasSuffix(field, "details.birth") || slices.Contains(fixDays, field):
		if day, err := hall.ParseDay(v); err == nil {
			return FormDay(day)
		}
	case field == "state":
		return ConsultState(hall.ConsultState(n))
	case field == "end.outcome":
		return Outcome(hall.Outcome(n))
	case field == "duty" && n != 0:
		return M("当天的一班", "a shift of that day")
	case field == "called", field == "started", field == "ended", field == "in", field == "out":
		if at, err := time.Parse(time.DateTime, v); err == nil {
			return Raw(Clock(at))
		}
	case field == "slot.to":
		if n, err := strconv.Atoi(v); err == nil {
			return Raw(Minutes(n))
		}
	case field == "joint.secrecy":
		return Secrecy(hall.Secrecy(n))
	case field == "visit.way":
		return FollowWay(hall.FollowWay(n))
	case field == "visit.performance":
		return Performance(hall.Performance(n))
	case field == "visit.satisfaction":
		return Satisfaction(int(n))
	case field == "visit.relapse":
		return Relapse(hall.Relapse(n))
	case field == "flags" && isNumber:
		return Flag(hall.Flag(n))
	case field == "written":
		return map[bool]Message{true: Matter.InWriting, false: Matter.Orally}[v == "true"]
	case v == "true":
		return Yes
	case v == "" && (slices.Contains(yesNo, field) || strings.HasSuffix(field, "representative")):
		return No
	}
	return matterWord(field, v, s)
}

// visitWord is fixWord of a consultation of a kind: where one stands has words of its own.
func visitWord(k hall.Kind, field, v string, s hall.Settings) Message {
	if n, _ := number(v); k != hall.WalkIn && strings.EqualFold(field, "state") {
		return VisitState(hall.VisitRow{Kind: k, State: hall.ConsultState(n)})
	}
	return fixWord(field, v, s)
}

// matterWord is a value of what was registered of a dispute in words.
func matterWord(field, v string, s hall.Settings) Message {
	n, isNumber := number(v)
	switch {
	case field == "type" && v != "":
		return Type(s, v)
	case field == "sourcefrom":
		return Stock(v)
	case field == "amount":
		if fen, err := strconv.ParseInt(v, 10, 64); err == nil {
			return Money(fen)
		}
	case field == "channel":
		return Channel(hall.Channel(n))
	case field == "unit":
		return LimitUnit(hall.Unit(n))
	case field == "reply.solved":
		return Solved(hall.Solved(n))
	case field == "reply.way":
		return NoticeWay(hall.NoticeWay(n))
	case field == "reply.satisfaction", field == "rating.score":
		return Satisfaction(int(n))
	case field == "source":
		return Source(hall.Source(n))
	case field == "difficulty" && isNumber:
		return Difficulty(hall.Difficulty(n))
	case field == "bar" && isNumber:
		return Bar(hall.Bar(n))
	case field == "police.at":
		if at, err := time.Parse(time.DateTime, v); err == nil {
			return Moment(at)
		}
	case field == "platform.death" && isNumber, field == "platform.migrants" && isNumber:
		return Said(hall.Said(n))
	case field == "platform.turned" && isNumber:
		return Turned(hall.Turned(n))
	case field == "risk":
		return Risk(hall.Risk(n))
	}
	return Raw(v)
}

// Corrected is one field that was put right, with what stood there before, who did it, when and why.
func Corrected(c hall.Correction, s hall.Settings) Message { return CorrectedOf(hall.WalkIn, c, s) }

// CorrectedOf is Corrected of a consultation of a kind.
func CorrectedOf(k hall.Kind, c hall.Correction, s hall.Settings) Message {
	if who, did := joined(c.Field, c.Old, c.New); did {
		return done(who, c)
	}
	say, ok := fixed(c.Field)
	switch { // of what was joined no field says anything
	case ok:
	case c.Field != "Into" && !strings.HasPrefix(c.Field, "Joined"): // goes with a field that says it
		return Message{}
	case c.New != "":
		say = M("合并", "merged")
	default:
		say = M("拆开", "split")
	}
	was := say
	if ok {
		old, now := blank(visitWord(k, c.Field, c.Old, s)), blank(visitWord(k, c.Field, c.New, s))
		if c.Field == "Started" && old.In(Zh) == now.In(Zh) { // another day at the same hour: the day says it
			return Message{}
		}
		was = M("{field}：{old} → {new}", "{field}: {old} → {new}").With("field", say).With("old", old).With("new", now)
	}
	return done(was, c)
}

// done says who put something right, when and why.
func done(was Message, c hall.Correction) Message {
	return M("{was}（{who} {at}，{why}）", "{was} ({who}, {at}: {why})").With("was", was).With("who", c.ByName).With("at", Moment(c.At)).With("why", c.Why)
}

// blank says that a field holds nothing.
func blank(m Message) Message {
	if m.IsZero() || m.In(Zh) == "" {
		return M("（空）", "(nothing)")
	}
	return m
}
