package text

import "sizhen/store/hall"

// RiskLevel is how soon a dispute must be reported, as townships call it.
func RiskLevel(l hall.RiskLevel) Message { return name(levels, l) }

var levels = map[hall.RiskLevel]Message{
	hall.LevelNone:   M("无", "none"),
	hall.LevelYellow: M("黄", "yellow"),
	hall.LevelOrange: M("橙", "orange"),
	hall.LevelRed:    M("红", "red"),
}

// LevelWord is a level where it stands before other words; empty where there is none.
func LevelWord(l hall.RiskLevel) Message {
	if l == hall.LevelNone {
		return Message{}
	}
	return RiskLevel(l)
}

// LevelClock is a level with what it asks for.
func LevelClock(l hall.RiskLevel) Message { return name(clocks, l) }

var clocks = map[hall.RiskLevel]Message{
	hall.LevelNone:   {},
	hall.LevelYellow: M("黄：网格上门看", "yellow: the grid looks in"),
	hall.LevelOrange: M("橙：当天报告", "orange: report the same day"),
	hall.LevelRed:    M("红：马上报告", "red: report at once"),
}

// Authority is to whom a dispute is reported.
func Authority(a hall.Authority) Message { return name(authorities, a) }

var authorities = map[hall.Authority]Message{
	hall.TellPolice:  M("公安", "police"),
	hall.TellCentre:  M("综治中心", "township centre"),
	hall.TellVillage: M("村（社区）网格", "village"),
	hall.TellOther:   M("其他机关", "other authority"),
}

// Authorities are several of them.
func Authorities(of []hall.Authority) Message {
	var out []Message
	for _, a := range of {
		out = append(out, Authority(a))
	}
	return List(out...)
}

// Report is that an authority was told: which, when, whom and by whom.
func Report(r hall.Report) Message {
	return Words(Authority(r.To), PoliceReport(hall.Police{At: r.At, Officer: r.Who, By: r.By}))
}

// Reports are all that were made, in their order.
func Reports(of []hall.Report) Message {
	var out []Message
	for _, r := range of {
		out = append(out, Report(r))
	}
	return Clauses(out)
}
