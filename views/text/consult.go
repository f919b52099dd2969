package text

import "sizhen/store/hall"

// Consult is what the screens of the consultations, of their case and of the calendar have in common.
var Consult = struct {
	Actions, Case, OpenCase, Parties, Day, Time, Room, Why, Cancelled, Line, Opinion, ByDay, Past Message
}{
	Actions:   M("办理", "actions"),
	Case:      M("案件", "Case"),
	OpenCase:  M("看案件", "Open the case"),
	Parties:   M("当事人", "Parties"),
	Day:       M("日期", "Day"),
	Time:      M("时间", "Time"),
	Room:      M("地点", "Where"),
	Why:       M("原因", "Reason"),
	Cancelled: M("取消原因", "Cancelled"),
	Line:      M("解决思路", "Approach"),
	Opinion:   M("处理意见", "Recommendation"),
	ByDay:     M("{who}，{day} 前", "{who}, by {day}"),
	Past:      M("时间已到，还没有登记结果", "the time has come; nothing is recorded yet"),
}

// Awaited is why a joint consultation is proposed, what it is waiting for, or what it came to.
func Awaited(r hall.VisitRow, today hall.Day) Message {
	switch {
	case r.Hidden:
		return Message{}
	case r.State == hall.Proposed:
		return Raw(r.Reason)
	case r.State == hall.Ended:
		return Raw(r.Line)
	case r.Unrecorded(today):
		return Consult.Past
	}
	return Answers(r)
}

// Answers is how many of the invited answered, and for whom one waits.
func Answers(r hall.VisitRow) Message {
	switch {
	case r.Invited == 0:
		return M("没有请别人", "nobody else is invited")
	case len(r.Unanswered) == 0:
		return M("{n} 人都答复了", "all {n} answered").With("n", r.Invited)
	}
	return M("{n}/{of} 答复，等 {names}", "{n} of {of} answered; waiting for {names}").
		With("n", r.Invited-len(r.Unanswered)).With("of", r.Invited).With("names", Names(r.Unanswered))
}

// Task is what follows from a joint consultation: who is to do it and by when, or who did it and
// what came of it.
func Task(k hall.Task) Message {
	if k.Done != 0 {
		return M("{what}  {who} {day} 办完：{result}", "{what}  done by {who}, {day}: {result}").
			With("what", k.What).With("who", k.DoneBy).With("day", ShortDay(k.Done)).With("result", k.Result)
	}
	return M("{what}  {who}，{day} 前", "{what}  {who}, by {day}").With("what", k.What).With("who", k.Who).With("day", ShortDay(k.Due))
}
