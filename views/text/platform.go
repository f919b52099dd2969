package text

import "sizhen/store/hall"

// Platform names what the platforms ask of a case beyond its register.
var Platform = struct {
	Title, Happened, Place, Death, Groups, Migrants, Migrating, Turned, Helped Message
}{
	Title:     M("标题", "Title"),
	Happened:  M("发生日期", "Happened on"),
	Place:     M("发生地", "Happened at"),
	Death:     M("有无死亡", "Anybody dead"),
	Groups:    M("特殊群体", "Special groups"),
	Migrants:  M("涉及农民工", "Migrant workers"),
	Migrating: M("农民工人数", "How many"),
	Turned:    M("纠纷转化", "Turned into"),
	Helped:    M("协办调委会", "Helping committee"),
}

// Said is an answer that need not have been given.
func Said(s hall.Said) Message {
	return name(map[hall.Said]Message{hall.NotSaid: unfilled, hall.SaidNo: No, hall.SaidYes: Yes}, s)
}

// Turned is what became of a dispute beside its mediation.
func Turned(t hall.Turned) Message { return name(turneds, t) }

var turneds = map[hall.Turned]Message{
	hall.TurnedUnsaid:   unfilled,
	hall.TurnedNot:      M("未转化", "nothing else"),
	hall.TurnedOrder:    M("转治安案件", "a public-order case"),
	hall.TurnedCriminal: M("转刑事案件", "a criminal case"),
	hall.TurnedCivil:    M("转民商事案件", "a civil case"),
}

// SpecialGroups are those that the platforms count.
func SpecialGroups() []Message {
	return []Message{M("未成年人", "minors"), M("老年人", "the old"), M("残疾人", "disabled"), M("妇女", "women"), M("退役军人", "veterans")}
}

var unfilled = M("没填", "not filled in")
