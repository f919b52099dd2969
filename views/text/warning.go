package text

import "sizhen/store/hall"

// Warnings says what must be known first of who comes.
var Warnings = struct{ Level, Risk, Measures, Police, Noted, Called, Doors Message }{
	Level:    M("{level} {what}", "Level {level}. {what}"),
	Risk:     M("危险程度 {level}", "Risk: {level}"),
	Measures: M("防范 {what}", "Measures taken: {what}"),
	Police:   M("已报告公安 {told}", "Police told: {told}"),
	Noted:    M("{name}：{what}", "{name}: {what}"),
	Doors:    M("不公开调解：只有当事人、调解员和当事人同意的人能在场", "closed to others: only the parties, the mediators and whom the parties accept may sit in"),
	Called:   M("注意：{what}", "Take care: {what}"),
}

// WarningMark is a warning in one word, for a list: danger, or something to mind; empty where there is none.
func WarningMark(w hall.Warning) Message {
	switch {
	case w.Grave():
		return M("危", "danger")
	case w.Any():
		return M("险", "risk")
	}
	return Message{}
}

// WarningTag is the mark as it stands before other words; empty where there is none.
func WarningTag(w hall.Warning) Message {
	if mark := WarningMark(w); !mark.IsZero() {
		return Raw("[{mark}]").With("mark", mark)
	}
	return Message{}
}

// Danger is the level with the marks, in a few words; empty where there is neither.
func Danger(w hall.Warning) Message {
	level := Message{}
	if w.Risk != hall.RiskNone {
		level = Warnings.Risk.With("level", Risk(w.Risk))
	}
	return List(level, Flag(w.Flags))
}

// WarningLines are all of a warning, what counts most first.
func WarningLines(w hall.Warning) []Message {
	var out []Message
	if w.Doors {
		out = append(out, Warnings.Doors)
	}
	if !w.Any() {
		return out
	}
	first := Danger(w)
	if l := w.RiskLevel(); l != hall.LevelNone && !first.IsZero() {
		first = Warnings.Level.With("level", RiskLevel(l)).With("what", first)
	}
	if w.Measures != "" {
		first = List(first, Warnings.Measures.With("what", w.Measures))
	}
	if !first.IsZero() {
		out = append(out, first)
	}
	for _, n := range w.Noted {
		out = append(out, Warnings.Noted.With("name", n.Name).With("what", n.What))
	}
	if w.Police.Done() {
		out = append(out, Warnings.Police.With("told", PoliceReport(w.Police)))
	}
	return out
}

// Warning is all of it in one line, for a message.
func Warning(w hall.Warning) Message { return List(WarningLines(w)...) }

// PoliceReport is when the police were told, whom and by whom.
func PoliceReport(p hall.Police) Message {
	if p.By == "" { // not saved yet
		return Words(Moment(p.At), Raw(p.Officer))
	}
	return Words(Moment(p.At), Matter.PoliceTold.With("who", p.Officer).With("by", p.By))
}
