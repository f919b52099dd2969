package text

import (
	"regexp"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// Deed is a line of the journal: who did what. The time stands beside it. What an entry
// does not say is left out of the line, with the words around it.
func Deed(e hall.Entry) Message {
	if e.ByName == "" {
		return Done(e)
	}
	return M("{by} {did}", "{by} {did}").With("by", e.ByName).With("did", Done(e))
}

// Done is what a line of the journal says was done, without who did it.
func Done(e hall.Entry) Message {
	parts, ok := deeds[e.Deed]
	if !ok {
		parts = []Message{M("办理", "did something"), M(" {name}", " for {name}")}
	}
	var line Message
	for _, p := range parts {
		if p, ok := filled(p, e); ok {
			line = Message{zh: line.zh + p.zh, en: line.en + p.en, args: append(line.args[:len(line.args):len(line.args)], p.args...)}
		}
	}
	return line
}

var braces = regexp.MustCompile(`\{([a-z.]+)\}`)

// placeholders lists the names in braces.
func placeholders(s string) []string {
	var out []string
	for _, m := range braces.FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	return out
}

// filled puts an entry's words into a part; false when one is missing.
func filled(m Message, e hall.Entry) (Message, bool) {
	for _, p := range placeholders(m.zh) {
		v, ok := word(e, p)
		if !ok {
			return Message{}, false
		}
		m = m.With(p, v)
	}
	return m, true
}

var withClosed = M("连不公开的案件", "confidential cases too")

// word is an entry's argument in words: enums are kept as their numbers.
func word(e hall.Entry, name string) (any, bool) {
	v := strings.TrimSpace(e.Args[name])
	if name == "authority" && v == "" {
		return Authority(hall.TellPolice), true // older lines know no other
	}
	if name == "changed" {
		return changed(e)
	}
	if v == "" {
		return nil, false
	}
	n, isNumber := number(v)
	switch {
	case e.Deed == hall.DeedExport && name == "confidential":
		return withClosed, true
	case name == "list":
		return ListName(v), true
	case e.Deed == hall.DeedUndo && name == "what":
		return Step(hall.Op(v)), true
	case name == "result" && isNumber:
		return Result(hall.SessionResult(n)), true
	case name == "authority" && isNumber:
		return Authority(hall.Authority(n)), true
	case name == "court" && isNumber:
		return CourtAnswer(hall.CourtAnswer(n)), true
	case name == "outcome" && isNumber:
		return Outcome(hall.Outcome(n)), n != 0
	case name == "state" && isNumber:
		return State(hall.State(n)), true
	case name == "way" && isNumber:
		return NoticeWay(hall.NoticeWay(n)), true
	case name == "answer" && isNumber:
		return Answer(hall.Answer(n)), true
	case name == "performance" && isNumber:
		return Performance(hall.Performance(n)), true
	case name == "relapse" && isNumber:
		return Relapse(hall.Relapse(n)), n != 0
	case e.Deed == hall.DeedDiscard && name == "form" && isNumber:
		return DraftKind(hall.DraftKind(n)), true
	case name == "status" && isNumber:
		return MediatorStatus(hall.MediatorStatus(n)), true
	case name == "post" && isNumber:
		return PostKind(hall.PostKind(n)), true
	case (name == "n" || name == "moved") && v == "0":
		return nil, false
	case name == "channel" && isNumber:
		return Channel(hall.Channel(n)), true
	case name == "kind" && isNumber:
		return DutyKind(hall.DutyKind(n)), true
	case name == "day" || name == "was" || name == "last":
		day, err := hall.ParseDay(v)
		return ShortDay(day), err == nil
	case name == "from" || name == "to" || name == "wasfrom":
		if minute, err := strconv.Atoi(v); err == nil { // else where somebody was sent, in words
			return Minutes(minute), minute > 0
		}
	}
	return v, true
}

// changed lists what a correction touched.
func changed(e hall.Entry) (any, bool) {
	var out []Message
	for _, f := range fixes(e) {
		if say, ok := joined(f, e.Args["old."+f], e.Args["new."+f]); ok {
			out = append(out, say)
		} else if say, ok := fixed(f); ok {
			out = append(out, say)
		}
	}
	return List(out...), len(out) > 0
}

// Change is one correction with its old and new words: 金额 12,000元 → 9,000元. Who joined or was taken
// out is the field alone.
type Change struct{ Field, Old, New Message }

// Changes lists what an entry's correction changed, field by field.
func Changes(e hall.Entry, s hall.Settings) []Change {
	var out []Change
	kind, _ := number(e.Args["visit"])
	for _, f := range fixes(e) {
		old, now := e.Args["old."+f], e.Args["new."+f]
		if who, did := joined(f, old, now); did && old != now {
			out = append(out, Change{Field: who})
		}
		if say, ok := fixed(f); ok && (old != "" || now != "") { // of what is not public only the field is said
			out = append(out, Change{say, visitWord(hall.Kind(kind), f, old, s), visitWord(hall.Kind(kind), f, now, s)})
		}
	}
	return out
}
