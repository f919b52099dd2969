package calls

import "sizhen/views/text"

var (
	title = text.M("待打电话", "Calls to make")
	empty = text.M("没有要打的电话。约了时间还没通知的、改了取消了还不知道的，都会列在这里",
		"No calls to make. Whoever has not been told of a time, a change or a cancellation is listed here")
	allTold    = text.M("都通知到了", "Everybody has been told")
	headOf     = text.M("{what} {n} 人", "{what}: {n}")
	headDue    = text.M("{what} {n} 人（到{day}）", "{what}, until {day}: {n}")
	headClosed = text.M("不公开的", "Confidential")
	closedLeft = text.M("还有 {n} 人，只有承办调解员和主任能看，请他们打", "{n} more, whom only their mediators and the head may see: ask them to ring")

	onlyClosed = text.M("{n} 个不公开的，请主任或承办调解员打", "{n} confidential: the head or their mediators ring")

	tick     = text.M("打通了", "reached")
	noAnswer = text.M("没人接", "no answer")
	willCome = text.M("说会来", "will come")
	openIt   = text.M("打开", "open")

	phone      = text.M("电话", "Phone")
	village    = text.M("村、社区", "Village")
	what       = text.M("什么事", "What")
	last       = text.M("上次联系", "Last call")
	calledOff  = text.M("{when} 的取消了：{why}。请告诉本人不用来", "{when} is called off: {why}. Tell them not to come")
	moved      = text.M("改到 {when} 了。请告诉本人新的时间", "It was moved to {when}. Tell them the new time")
	notReached = text.M("没联系上，共 {n} 次", "not reached, {n:time|times}")
	reached    = text.M("通知到了（{by}）", "told (by {by})")
	takenBack  = text.M("更正：并没有通知到", "corrected: was not told")

	toldNow  = text.M("记下了：已通知 {who}。记错了按 Ctrl-Z", "Recorded: {who} was told. Ctrl-Z takes it back")
	triedNow = text.M("记下了：没联系上 {who}，还要再打", "Recorded: {who} was not reached; try again")
	agreed   = text.M("记下了：{who} 说会来", "Recorded: {who} will come")

	hintTick    = text.M("给 {who} 打 {phone}，打通了按 Enter，没人接按 2", "Call {who} on {phone}: Enter when reached, 2 when nobody answers")
	hintNoPhone = text.M("{who} 没有留电话。请村里转告，告诉了按 Enter", "{who} has no telephone: send word through the village, then press Enter")
	hintUntick  = text.M("记错了、还没通知到按 Enter 改回；他说会来按 3", "By mistake, was not told: Enter; 3 when they say they will come")
	noTick      = text.M("这里刚才没有记过谁", "Nothing was put down here just now")
)
