package text

import "sizhen/store/hall"

// Consult is what the screens of the consultations, of their case and of the calendar have in common.
var Consult = struct {
	Actions, Case, OpenCase, Parties, Day, Time, Room, Why, Cancelled, Line, Opinion, Secrecy, ByDay, Past Message
}{
	Actions:   M("办理", "actions"),
	Case:      M("案件", "Case"),
	OpenCase:  M("看案件", "Open the case"),
	Parties:   M("当事人", "Parties"),
	Secrecy:   M("保密提醒", "Secrecy reminder"),
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

// Meeting says which meeting of a joint consultation it is; nothing of the first.
func Meeting(n int) Message {
	if n < 2 {
		return Message{}
	}
	return M("第 {n} 次", "meeting {n}").With("n", n)
}

// Awaited is why a joint consultation is proposed, what it is waiting for, or what it came to.
func Awaited(r hall.VisitRow, today hall.Day) Message {
	switch {
	case r.Hidden:
		return Message{}
	case len(r.ToTell) > 0 && r.State == hall.GoneAway:
		return M("已取消，还要告诉 {names}", "cancelled; {names} have to be told").With("names", Names(r.ToTell))
	case len(r.ToTell) > 0:
		return M("有变动，还要告诉 {names}", "changed; {names} have to be told").With("names", Names(r.ToTell))
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
	return M("等 {names}（{n}/{of} 已答复）", "waiting for {names} ({n} of {of} answered)").
		With("n", r.Invited-len(r.Unanswered)).With("of", r.Invited).With("names", Names(r.Unanswered))
}

// Task is what follows from a joint consultation: who is to do it and by when, or who did it and
// what came of it.
func Task(k hall.Task) Message {
	switch k.State() {
	case hall.TaskOff:
		return M("{what}  已收回：{why}", "{what}  taken back: {why}").With("what", k.What).With("why", k.OffWhy())
	case hall.TaskDone:
		return M("{what}  {who} {day} 办完：{result}", "{what}  done by {who}, {day}: {result}").
			With("what", k.What).With("who", k.DoneBy).With("day", ShortDay(k.Done)).With("result", k.Result)
	}
	return M("{what}  {who}，{day} 前", "{what}  {who}, by {day}").With("what", k.What).With("who", k.Who).With("day", ShortDay(k.Due))
}

// NoTime says why no common time is found; n, most and names are filled in.
func NoTime(why hall.NoTimeWhy) Message { return name(noTimes, why) }

var noTimes = map[hall.NoTimeWhy]Message{
	hall.NoTimeAsked:    M("还没有找", "nothing was looked for yet"),
	hall.NoTimeClosed:   M("这些天剩下的开放时间里没有空", "no opening hours are left in these days"),
	hall.NoTimeLength:   M("要 {n} 分钟，半天最多 {most} 分钟，放不下", "{n:minute|minutes} are needed, and no half-day has more than {most}"),
	hall.NoTimeNotice:   M("外面的人要提前通知，这几天都太近", "guests from outside are told before; these days are too near"),
	hall.NoTimeRoom:     M("这些天里没有一个房间空着", "no room is free in these days"),
	hall.NoTimePerson:   M("{names} 这些天里都来不了", "{names} cannot come at any time in these days"),
	hall.NoTimeTogether: M("必到的人和会诊室没有共同的空", "those who must come and the rooms have no time in common"),
}
