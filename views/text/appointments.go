package text

import (
	"fmt"
	"strconv"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// Appointments are the words that the board says of appointments too.
var Appointments = struct{ Arrived Message }{M("已到", "arrived")}

// Calendar is the screen of F5.
var Calendar = struct {
	TitleDay, TitleWeek, TitleWeekOf, TitleMonth, Today, Reading, NoTable, SomeColumns, RoomGone, NoRoom, Nobody, Me, Legend, Gone                                     Message
	Jump, KeyNew, KeyShape, KeyPeople, KeyRooms, KeyDays, KeyWeeks, KeyMonths, KeyToday, KeyMove, KeyStretch, KeyDrop, KeyBook, KeyOpenDay                             Message
	HelpNew, HelpShape, HelpJump, HelpPeople                                                                                                                           Message
	HintForm, HintGrab, HintMonth, HintEmpty, HintBooked, HintTell, HintOther                                                                                          Message
	Empty, Free, NoneFree, GoneWhy, With, NoMediator, MissedBefore, ToldTo, NotReached, ConfirmedBy, MovedN, WhyGone                                                   Message
	BookedN, JointN, FollowN, Full, FullDay, NothingThen, MoreThen                                                                                                     Message
	Menu, DoArrive, DoMissed, DoTold, DoConfirm, DoMove, DoChange, DoCancel, DoTrail, DoCase, DoMore, DoExport, DoBook, DoIntake, DoDay, DoWeek                        Message
	NoCase, Confidential, IsPast, IsClosed, OutOfHours, RoomIsGone                                                                                                     Message
	TitleTold, TitleHow, TitleConfirm, TitleMissed, TitleCancel, TitleTrail, TitleDrop, TitleExport, JumpTitle, JumpHelp, Day                                          Message
	ToWhom, How, WasReached, Reached, NobodyThere, Note, NoteHelp, WhoHelp, SomebodyElse, WhoConfirms, SideMissed, AllMissed, Reason, MoveWhy, TellAgain, WhichCase    Message
	Came, ToldNow, TriedNow, ConfirmedNow, MissedNow, Cancelled, MovedNow, BookedNow, PutBack, MoveTo, MoveFrom, NothingChanged, Changed, WasWritten                   Message
	TrailMove, TrailFrom, TrailTo, TrailWhy, TrailTold, TrailTried, TrailConfirmed, TrailArrived, TrailStarted, TrailEnded, TrailMissed, TrailBy, TrailNone, MediatorN Message
	ExportOne, ExportOf, Exported, ExportNone, NoFiles, FileName                                                                                                       Message
	FormTitle                                                                                                                                                          map[string]Message
}{
	TitleDay: M("预约 {day}", "calendar, {day}"), TitleWeek: M("预约 第{n}周", "calendar, week {n}"), TitleWeekOf: M("预约 {y}年第{n}周", "calendar, week {n} of {y}"), TitleMonth: M("预约 {month}", "calendar, {month}"), Today: M("今天", "today"),
	Reading: M("正在读取，请稍等", "still reading; wait a moment"), NoTable: M("还没有 {year} 年的放假安排，节假日会算成工作日。请管理员写进设置文件", "no holidays of {year} yet: they count as workdays. Ask the administrator"),
	SomeColumns: M("（{all} 列中的 {n} 列，←→ 看其余）", "({n} of {all} columns, ←→ for the rest)"), RoomGone: M("{room} 已撤", "{room} (gone)"), NoRoom: M("电话 视频 上门", "phone video home"), Nobody: M("还没定人", "nobody yet"), Me: M("{name} 本人", "{name} (you)"),
	Legend: M("{a}预约  {j}会诊  {f}回诊  {o}可约  +2还有两件", "{a} appointment  {j} joint  {f} follow-up  {o} free  +2 two more"), Gone: M("{who} 的这一次：{state}", "{who}: {state}"),

	Jump: M("找日期", "date"), KeyNew: M("新预约", "book"), KeyShape: M("日周月", "day/week/month"), KeyPeople: M("看调解员", "mediators"), KeyRooms: M("看调解室", "rooms"),
	KeyDays: M("翻天", "day"), KeyWeeks: M("翻周", "week"), KeyMonths: M("翻月", "month"), KeyToday: M("回到今天", "today"), KeyMove: M("移动", "move"), KeyStretch: M("加长缩短", "longer, shorter"),
	KeyDrop: M("放下", "put down"), KeyBook: M("预约", "book"), KeyOpenDay: M("看这一天", "open the day"),
	HelpNew: M("为一件案件预约", "book an appointment for a case"), HelpShape: M("在一天、一周、一月之间切换", "switch between day, week and month"), HelpJump: M("如 11-30、+3、下周三、腊月初八", "as 11-30, +3, next wed"), HelpPeople: M("一天按调解室看，还是按调解员看", "the day by rooms or by mediators"),

	HintForm: M("写的都自动保存；下面没有“!”就可以按 Ctrl-S 约下，Esc 先放下", "Kept as you type; with no ! below, Ctrl-S books it; Esc puts it aside"), HintGrab: M("方向键移动，+ - 加长缩短，Enter 放下，Esc 放回原处", "Arrows move it, + - change its length, Enter puts it down, Esc back"),
	HintMonth: M("方向键选一天，Enter 看这一天", "Arrows choose a day, Enter opens it"), HintEmpty: M("方向键选时段，Enter 在这里预约", "Arrows choose a time, Enter books there"), HintBooked: M("Enter：到了、没来、通知、移动、取消", "Enter: arrived, did not come, told, move, cancel"),
	HintTell: M("下一步：通知当事人，按 Enter 登记", "Next: tell the parties, then Enter and record it"), HintOther: M("Enter 打开这次{kind}", "Enter opens this {kind}"),

	Empty: M("空着：{when} {where}", "Free: {when} {where}"), Free: M("空着的调解室：{rooms}", "free rooms: {rooms}"), NoneFree: M("调解室都有人了；电话、视频、上门还可以约", "every room is taken; by phone, by video or at home it can still be"),
	GoneWhy: M("{room} 已经从设置里去掉，不能再约。原来约的请移到别的调解室", "{room} was taken out of the settings. Move what is booked there to another room"), With: M("调解员 {names}", "with {names}"), NoMediator: M("还没定调解员", "no mediator yet"),
	MissedBefore: M("! {name} 以前爽约 {n} 次", "! {name} did not come {n} times before"), ToldTo: M("{at} {way}通知 {to}", "{to} told {way}, {at}"), NotReached: M("{at} {way}没联系上 {to}", "{to} not reached {way}, {at}"), ConfirmedBy: M("{who} {at} 确认会来", "{who} will come, said {at}"),
	MovedN: M("改过 {n} 次，原定 {was}（{why}）", "moves: {n}, last from {was} ({why})"), WhyGone: M("取消原因：{why}", "cancelled: {why}"),
	BookedN: M("预约 {n}", "appt {n}"), JointN: M("会诊 {n}", "joint {n}"), FollowN: M("回诊 {n}", "visits {n}"), Full: M("满", "full"), FullDay: M("调解室都约满了", "the rooms are full"), NothingThen: M("没有安排", "nothing planned"), MoreThen: M("还有 {n} 件，Enter 看这一天", "{n} more; Enter opens the day"),

	Menu: M("{who}  {when}", "{who}  {when}"), DoArrive: M("到了，排到候诊前面", "Arrived: to the front of the queue"), DoMissed: M("没有来（爽约）", "Did not come"), DoTold: M("已通知", "They were told"), DoConfirm: M("已确认会来", "They said they will come"), DoMove: M("移动、加长（用方向键）", "Move or stretch it with the arrows"),
	DoChange: M("改时间、方式、地点、调解员", "Change time, way, room or mediators"), DoCancel: M("取消，写明原因", "Cancel, with a reason"), DoTrail: M("看经过", "What was done so far"), DoCase: M("打开案件", "Open the case"), DoMore: M("同一时间再约一件", "Book another one at this time"), DoExport: M("写成日历文件", "Write a calendar file"),
	DoBook: M("为一件案件预约", "Book it for a case"), DoIntake: M("登记新来访人，约在这时", "Register a new visitor for this time"), DoDay: M("看这一天", "Show this day"), DoWeek: M("看这一周", "Show this week"),
	NoCase: M("还没有立案", "there is no case yet"), Confidential: M("不公开，请找承办人", "confidential: ask its mediator"),
	IsPast: M("时间已过", "it is past"), IsClosed: M("这天不开门", "closed that day"), OutOfHours: M("不在开放时间", "outside the hours"), RoomIsGone: M("这间已撤", "the room is gone"),

	TitleTold: M("通知了谁  {who}", "Who was told  {who}"), TitleHow: M("怎么通知的  {who}", "How were they told  {who}"), TitleConfirm: M("谁说会来  {who}", "Who will come  {who}"), TitleMissed: M("谁没有来  {who}", "Who did not come  {who}"), TitleCancel: M("取消预约  {who}", "Cancel  {who}"), TitleTrail: M("经过  {who}", "So far  {who}"), TitleDrop: M("移到 {when}", "Move it to {when}"), TitleExport: M("写成日历文件", "Write a calendar file"),
	JumpTitle: M("跳到哪一天", "Go to which day"), JumpHelp: M("如 11-30、+3、下周三、腊月初八、2026-12-01", "as 11-30, +3, next wed, 2026-12-01"), Day: M("日期", "Day"),
	ToWhom: M("通知谁", "To whom"), How: M("怎么通知", "How"), WasReached: M("联系上了吗", "Reached"), Reached: M("通知到了", "yes"), NobodyThere: M("没联系上", "no"), Note: M("备注", "Note"), NoteHelp: M("可以不填", "may be left empty"), WhoHelp: M("写姓名，如代他来的家里人", "a name, as of a relative who speaks for him"), SomebodyElse: M("其他人", "somebody else"), WhoConfirms: M("谁说的", "Who said so"),
	SideMissed: M("{side} {name} 没来", "the {side}, {name}"), AllMissed: M("都没来", "nobody came"), Reason: M("原因", "Reason"), MoveWhy: M("为什么改", "Why"), TellAgain: M("改了以后要重新通知", "they must be told anew"), WhichCase: M("为哪件案件预约", "Book it for which case"),
	Came: M("{who} 排在 {no} 号，前面 {n} 人", "{who} has number {no}, {n} ahead"), ToldNow: M("记下了：已通知 {to}", "Recorded: {to} was told"), TriedNow: M("记下了：没联系上 {to}，还要再通知", "Recorded: {to} was not reached; try again"), ConfirmedNow: M("记下了：{who} 会来", "Recorded: {who} will come"), MissedNow: M("记下了：{who} 没有来，下次预约会提醒", "Recorded: {who} did not come; the next booking shows it"),
	Cancelled: M("已取消 {who} 的预约，时间空出来了", "The appointment of {who} is cancelled, its time is free"), MovedNow: M("已改到 {when} {where}：{who}。请重新通知", "Moved to {when} {where}: {who}. Tell them anew"), BookedNow: M("已约 {when} {where}：{who}。下一步：通知当事人", "Booked {when} {where}: {who}. Next: tell the parties"),
	PutBack: M("放回原处，没有改动", "Put back where it was"), MoveTo: M("{who} 移到 {when} {where}", "{who} to {when} {where}"), MoveFrom: M("原来 {when} {where}", "was {when} {where}"), NothingChanged: M("还没有改什么。改好再按 Ctrl-S，不改按 Esc", "Nothing is changed yet. Change it and press Ctrl-S, or leave with Esc"), Changed: M("别的窗口刚改过这次预约，没有保存。您填的都在；看一下，再按 Ctrl-S", "It was just changed at another desk and not saved. What you typed is still there; look, then Ctrl-S"), WasWritten: M("写过的内容", "What was written"),
	TrailMove: M("{by} 改期", "moved by {by}"), TrailFrom: M("原来 {was}", "from {was}"), TrailTo: M("改到 {to}", "to {to}"), TrailWhy: M("原因 {why}", "why: {why}"), TrailTold: M("{way}通知 {to}（{by}）", "{to} told {way} ({by})"), TrailTried: M("{way}没联系上 {to}（{by}）", "{to} not reached {way} ({by})"), TrailConfirmed: M("{who} 确认会来", "{who} will come"),
	TrailArrived: M("到了，{no} 号", "arrived, number {no}"), TrailStarted: M("开始", "begun"), TrailEnded: M("结束", "ended"), TrailMissed: M("没有来：{who}", "did not come: {who}"), TrailBy: M("登记人 {by}", "registered by {by}"), TrailNone: M("还没有通知，也没有改过", "not told yet, never moved"), MediatorN: M("调解员 {n}", "Mediator {n}"),
	ExportOne: M("这一次预约", "This appointment"), ExportOf: M("{name} 往后半年的", "{name}, half a year ahead"), Exported: M("已写好 {n} 件：{path}", "{n} written to {path}"), ExportNone: M("往后 {days} 天没有安排，没有写文件", "nothing in the next {days} days: no file was written"), NoFiles: M("样例里不留文件", "a sample hall leaves no files"), FileName: M("预约-{name}", "calendar-{name}"),
	FormTitle: map[string]Message{"booking": M("新预约", "New appointment"), "booking.change": M("改预约", "Change the appointment")},
}

// When writes a slot with its day: 11月24日 周二 13:30–14:30.
func When(s hall.Slot) Message {
	if s.Day == 0 {
		return Message{}
	}
	return Words(ShortDay(s.Day), Raw(Slot(s)))
}

// Stamp writes a moment without its year: 11月23日 周一 09:10. The zero time says nothing.
func Stamp(t time.Time) Message {
	if t.IsZero() {
		return Message{}
	}
	return Words(ShortDay(hall.DayOf(t)), Raw(Clock(t)))
}

// ColumnDay names a day above its column: 周二 11-24.
func ColumnDay(d hall.Day) Message {
	_, m, day := d.Date()
	return M("{week} {m}-{d}", "{week} {d} {m}").With("week", Weekday(d.Weekday())).With("m", month(m)).With("d", fmt.Sprintf("%02d", day))
}

// Month names the month of a day: 2026年11月.
func Month(d hall.Day) Message {
	y, m, _ := d.Date()
	return M("{y}年{m}月", "{m} {y}").With("y", y).With("m", month(m))
}

// Week is the number of the week, and the year it is counted in (GB/T 7408).
func Week(d hall.Day) (year, n int) { return d.At(0, time.UTC).ISOWeek() }

// Digits is a number as it is.
func Digits(n int) string { return strconv.Itoa(n) }

// Queue is a number of the queue as it is called: 012.
func Queue(n int) string { return fmt.Sprintf("%03d", n) }

// Lunar is a lunar date: 十月十五, with the festival or solar term of the day. Nothing for none.
func Lunar(l almanac.LunarDay) Message {
	if l.Day == 0 {
		return Message{}
	}
	zh := l.String()
	if l.Festival != "" || l.Term != "" {
		zh += " " + l.Mark()
	}
	return Message{zh: zh, en: lunarEn(l)}
}

// LunarShort is a lunar date in as few cells as it can be read in: 十五, 十一月, 冬至.
func LunarShort(l almanac.LunarDay) Message {
	if l.Day == 0 {
		return Message{}
	}
	return Message{zh: l.Mark(), en: fmt.Sprintf("L%d-%d", l.Month, l.Day)}
}

func lunarEn(l almanac.LunarDay) string {
	leap := ""
	if l.Leap {
		leap = " leap"
	}
	return fmt.Sprintf("lunar%s %d-%d", leap, l.Month, l.Day)
}

// KindShort is a kind in two characters.
func KindShort(k hall.Kind) Message { return name(shortKinds, k) }

var shortKinds = map[hall.Kind]Message{
	hall.WalkIn:      M("门诊", "walk-in"),
	hall.Appointment: M("预约", "appt"),
	hall.Joint:       M("会诊", "joint"),
	hall.FollowUp:    M("回诊", "visit"),
}

// ModeShort is how something is held that takes no room, in two characters.
func ModeShort(m hall.Mode) Message { return name(shortModes, m) }

var shortModes = map[hall.Mode]Message{
	hall.InRoom:  M("来中心", "hall"),
	hall.ByPhone: M("电话", "phone"),
	hall.ByVideo: M("视频", "video"),
	hall.AtHome:  M("上门", "home"),
}
