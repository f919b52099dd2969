package text

import "sizhen/store/hall"

// Step is what a step of the desk is called where it is taken back.
func Step(o hall.Op) Message { return name(steps, o) }

var steps = map[hall.Op]Message{
	hall.OpCall:   M("叫号", "the call"),
	hall.OpTake:   M("开始", "the start"),
	hall.OpStart:  M("开始", "the start"),
	hall.OpEnd:    M("结束", "the ending"),
	hall.OpSkip:   M("过号", "the skip"),
	hall.OpReturn: M("重新排队", "the return to the queue"),
	hall.OpUrgent: M("加急", "the urgent mark"),
	hall.OpGone:   M("走了", "the departure"),
	hall.OpLater:  M("来日再来", "the postponement"),
	hall.OpAgain:  M("取今天的号", "today's number"),
	hall.OpArrive: M("到了", "the arrival"),
	hall.OpMissed: M("没来", "the absence"),
	hall.OpCancel: M("取消", "the cancelling"),
}
