package cli

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// placeOf says where something is wrong. What stands behind it in brackets is the place's name in
// the store, for those who mend the program.
func placeOf(where string) text.Message {
	name, rest, _ := strings.Cut(where, " ")
	switch {
	case where == "file":
		return theFile
	case where == "head":
		return journalEnd
	case name == "entry":
		return journalLine.With("n", rest)
	case name == "meta":
		return innerMark.With("name", rest)
	case name == "count":
		table, group, _ := strings.Cut(rest, " ")
		return countOf.With("table", tableName(strings.Trim(table, `"`))).With("group", group)
	}
	kind, of, ref := strings.Cut(where, "/")
	switch counted, known := counters[kind]; {
	case ref && known && kind == "next":
		return counted.With("of", tableName(of))
	case ref && known:
		return counted.With("of", of)
	case ref:
		if record, known := text.RecordName(hall.Record(kind)); known {
			return text.Numbered.With("record", record).With("n", of)
		}
	}
	return tableName(where)
}

// tableName says what a table of the store holds.
func tableName(t string) text.Message {
	if record, known := text.RecordName(hall.Record(t)); known {
		return record
	}
	if name, known := tableNames[t]; known {
		return ofTable.With("name", name).With("table", t)
	}
	return text.Raw(clean(t))
}

var (
	theFile     = text.M("文件", "the file")
	journalEnd  = text.M("办理记录的末尾", "the journal's end")
	journalLine = text.M("办理记录第 {n} 条", "journal line {n}")
	innerMark   = text.M("内部标记（{name}）", "a mark of the store's own ({name})")
	countOf     = text.M("{table}的计数（{group}）", "count of {table} ({group})")
	ofTable     = text.M("{name}（{table}）", "{name} ({table})")
)

// counters say what numbers are given from.
var counters = map[string]text.Message{
	"next":   text.M("{of}的编号", "numbers of: {of}"),
	"queue":  text.M("{of} 的排队号", "queue numbers of {of}"),
	"place":  text.M("{of} 的排队先后", "places in the queue of {of}"),
	"number": text.M("{of} 年的案号", "case numbers of {of}"),
	"code":   text.M("{of} 年的一案一码", "codes of matters of {of}"),
}

// tableNames say what the tables beside those of the records are for.
var tableNames = map[string]text.Message{
	"meta":       text.M("内部标记", "marks of the store's own"),
	"count":      text.M("计数", "counts"),
	"by.deed":    text.M("各件案件的办理记录", "journal by case"),
	"by.term":    text.M("查找用的词", "words to search by"),
	"by.form":    text.M("草稿的目录", "drafts by form"),
	"by.busy":    text.M("各人和房间的时间", "times taken"),
	"by.day":     text.M("每天的来访和排期", "visits by day"),
	"by.number":  text.M("案号的目录", "cases by number"),
	"by.list":    text.M("案件的清单", "list of cases"),
	"by.party":   text.M("当事人的案件", "cases by person"),
	"by.due":     text.M("案件的到期", "what is due on cases"),
	"by.result":  text.M("办案的统计", "results by mediator"),
	"by.order":   text.M("派单的清单", "list of orders"),
	"by.task":    text.M("任务的清单", "list of tasks"),
	"by.shift":   text.M("每天的签到", "sign-ins by day"),
	"by.hand":    text.M("等人接的交接", "handovers nobody has accepted"),
	"by.duty":    text.M("每天的班次", "shifts by day"),
	"by.rota":    text.M("各人的班次", "shifts by person"),
	"by.leave":   text.M("请假的目录", "leaves by day"),
	"by.swap":    text.M("等答复的换班", "swaps that wait"),
	"by.login":   text.M("登录名的目录", "accounts by sign-in name"),
	"by.case":    text.M("案件的来访和排期", "visits by case"),
	"by.stage":   text.M("会诊、回访的清单", "consultations and follow-ups by stage"),
	"by.place":   text.M("各村的回访", "follow-ups by village"),
	"by.visitor": text.M("各人的来访", "visits by person"),
	"by.tell":    text.M("要告诉变动的人", "who is to hear of a change"),
	"by.missed":  text.M("没有来的预约", "missed appointments"),
	"by.org":     text.M("调解组织的清单", "list of organisations"),
	"by.studio":  text.M("品牌调解室的清单", "list of studios"),
	"by.site":    text.M("应设组织的清单", "list of places that should have a committee"),
	"by.doc":     text.M("证件号的目录", "people by document"),
	"by.member":  text.M("组织的成员", "members of organisations"),
	"by.pair":    text.M("各人的师徒", "pairs by mediator"),
	"by.remind":  text.M("人员和组织的到期", "what is due about people and places"),
}
