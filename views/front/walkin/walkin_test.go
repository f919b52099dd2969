package walkin_test

import (
	"context"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// come registers visitors who want to be seen now.
func come(t *testing.T, h *storetest.Hall, names ...string) {
	t.Helper()
	for _, n := range names {
		in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
		in.Parties[0].Details.Name = n
		if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in); err != nil {
			t.Fatal(err)
		}
	}
}

func queue(t *testing.T, h *storetest.Hall) hall.Queue {
	t.Helper()
	q, err := h.Desk(h.Boss).Queue(context.Background(), hall.DayOf(h.Now()))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// seen begins the visit of the first who waits.
func seen(d *apptest.Driver) *apptest.Driver {
	return d.Press("f4", "ctrl+n").Expect("已叫 001 号").Press("enter", "enter").Expect("开始", "进行中")
}

func TestEnterTwiceDoesWhatComesNext(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := apptest.New(t, h).Press("f4").Expect("下一步 按 Ctrl-N 叫 001 号 章雪琴 到 一室")
	d.Press("enter").Expect("1 叫号，选房间", "3 今天不看了，写去向：预约、立案", "7 走了，不看了").Press("enter")
	d.Expect("1 一室", "2 二室", "3 会诊室").Press("2").Expect("已叫 001 号 章雪琴 到 二室").Advance(time.Minute).Expect("章雪琴 到 二室 了，选中按 Enter 开始")
	d.Press("enter").Expect("▸ 2 开始（我来看）").Press("enter").Expect("章雪琴 开始", "进行中", "二室")
	d.Press("enter").Expect("1 叫号 正在进行", "▸ 3 结束，写去向").Press("enter").Expect("答复和建议")
	d.Type("先查看界墙").Press("enter", "7", "ctrl+s").Expect("章雪琴 已结束：只是咨询", "今天已结束 1", "没有人候诊")
	if q := queue(t, h); len(q.Ended) != 1 || q.Ended[0].Outcome != hall.AdviceOnly || q.Ended[0].Room != "二室" {
		t.Errorf("ended: %+v", q.Ended)
	}
}

func TestARoomInUseSaysByWhom(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根", "沈月娥", "李水生")
	d := apptest.New(t, h).Press("f4", "ctrl+n", "enter", "2")
	d.Press("down", "enter", "1").Expect("1 一室 里面是 章雪琴").Press("1").Expect("里面是 章雪琴").Press("2").Expect("王友根 到 二室")
	d.Press("down", "enter").Expect("1 叫号到 会诊室").Press("1").Expect("沈月娥 到 会诊室")
	d.Press("down", "enter").Expect("1 叫号 房间都在用").Press("esc", "ctrl+n").Expect("房间都在用，先结束一场")
	if q := queue(t, h); len(q.Waiting) != 1 || len(q.Called) != 2 {
		t.Errorf("waiting %d, called %d", len(q.Waiting), len(q.Called))
	}
}

func TestARoomSaysWhatBeginsThereSoon(t *testing.T) {
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	res, err := desk.FinishIntake(context.Background(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	at := hall.MinuteOf(h.Now()) + 16
	b := hall.Booking{Slot: hall.Slot{Day: hall.DayOf(h.Now()), From: at, To: at + 60}, Room: "一室"}
	if _, err := desk.Book(context.Background(), res.Case, 0, b); err != nil {
		t.Fatal(err)
	}
	come(t, h, "王友根", "沈月娥", "李水生")
	soon := "一室（" + text.Minutes(at) + " 预约）"
	d := apptest.New(t, h).Expect("F4 叫 001 号 王友根，二室空着", text.Minutes(at)+" 预约 "+in.Parties[0].Details.Name)
	d.Press("f4").Expect("叫 001 号 王友根 到 二室", "空着：二室、会诊室、"+soon).Press("enter", "1").Expect("1 "+soon, "▸ 2 二室").Press("enter")
	d.Expect("王友根 到 二室").Press("ctrl+n").Expect("沈月娥 到 会诊室").Advance(time.Minute).Press("end").Expect("叫 003 号 李水生 到 " + soon)
}

// The next key is about whoever was just called, also while another is seen.
func TestAWrongCallIsTakenBackAtOnce(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根")
	d := seen(apptest.New(t, h)).Press("ctrl+n").Expect("王友根 到 二室").Press("ctrl+z").Expect("已收回“叫号”：王友根")
	d.Press("up", "ctrl+z").Expect("已收回“开始”：章雪琴")
	if q := queue(t, h); len(q.Waiting) != 1 || len(q.Called) != 1 {
		t.Errorf("waiting %+v, called %+v", q.Waiting, q.Called)
	}
}

func TestSkippedComesBackAtTheEnd(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根")
	d := apptest.New(t, h).Press("f4", "ctrl+n", "enter").Expect("1 再叫一次").Press("1", "enter", "4").Expect("章雪琴 过号")
	d.Press("enter").Expect("4 没有应，过号 先叫号", "5 回来了，重新排队").Press("5").Expect("章雪琴 已重新排队")
	if q := queue(t, h); len(q.Waiting) != 2 || q.Waiting[0].Who != "王友根" || q.Waiting[1].Calls != 2 {
		t.Errorf("waiting: %+v", q.Waiting)
	}
}

func TestUrgentGoesFirstWithAReasonThatEscDoesNotLose(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根")
	d := apptest.New(t, h).Press("f4", "down", "enter", "6").Expect("为什么加急").Press("enter").Expect("这一项要填")
	d.Type("双方在门口争吵").Press("esc").ExpectNot("争吵").Press("enter", "6").Expect("双方在门口争吵")
	d.Press("ctrl+s").Expect("王友根 已加急", "[急]", "急：双方在门口争吵", "▸ 002").ExpectNot("为什么加急")
	d.Press("ctrl+n").Expect("已叫 002 号 王友根")
}

func TestWhoLeavesIsRecordedWithTheReason(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	apptest.New(t, h).Press("f4", "enter", "7").Expect("为什么离开").Type("明天再来").Press("ctrl+s").Expect("记下了：章雪琴 离开", "今天已结束 1", "已离开")
}

func TestTheFrontDeskChoosesWhoSeesTheVisitor(t *testing.T) {
	h := storetest.New(t)
	h.Add("xu", "徐建国", hall.RoleMediator)
	clerk := h.Add("wang", "王窗口", hall.FrontDesk).Actor()
	come(t, h, "章雪琴")
	d := apptest.Open(t, h, apptest.Options{Actor: &clerk}).Press("f4", "ctrl+n", "enter").Expect("2 开始（我来看） 您不在名册上，请选调解员", "▸ 9 开始，由别的调解员看")
	d.Press("enter").Expect("由谁来看").Type("徐建国").Rest().Press("enter").Expect("章雪琴 开始")
	if r := queue(t, h).Rooms[0].Visit; r == nil || r.Mediator != "徐建国" {
		t.Errorf("in the room: %+v", r)
	}
}

func TestMistakesInTheEndStandUnderTheirFields(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := seen(apptest.New(t, h)).Press("enter", "3", "enter").Type("约双方再来").Press("enter", "3").Expect("日期", "时间", "方式")
	d.Type("明天").Press("enter").Type("七点钟").Press("ctrl+s").Expect("! ").ExpectNot("已结束：预约")
	d.Press("ctrl+u").Type("9:00").Press("ctrl+s").Expect("调解室", "! ")
	if q := queue(t, h); len(q.Ended) != 0 {
		t.Error("ended in spite of mistakes")
	}
}

func TestTheEndIsKeptWhileItIsWritten(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := seen(apptest.New(t, h)).Press("enter", "3").Type("先查看界墙").Press("esc").Expect("写的已留在")
	d.Press("enter", "3").Expect("先查看界墙").Type("，再谈").Rest().Press("f2").Expect("门诊记录 章雪琴（陈芳")
	next := apptest.New(t, h).Expect("门诊记录 章雪琴").Press("down", "down", "down", "down", "down", "enter").Expect("先查看界墙，再谈")
	next.Press("enter", "2", "ctrl+s").Expect("已立案", "现在打开这件案件吗")
	rows, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil || len(rows) != 0 {
		t.Errorf("drafts left: %+v %v", rows, err)
	}
}

func TestAVisitEndedAtAnotherDeskLosesNoWord(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	a := seen(apptest.New(t, h)).Press("enter", "3").Type("先查看界墙")
	b := apptest.New(t, h).Press("f4", "enter", "3").Type("已劝和").Press("enter", "7", "ctrl+s").Expect("已结束：只是咨询")
	a.Press("enter", "7", "ctrl+s").Expect("已结束，不再改", "您写过的内容还在")
	b.Press("f2").Reload().Expect("门诊记录 章雪琴")
	for range 4 {
		b.Press("down")
	}
	b.Press("enter").Expect("留下一份没写完的", "先查看界墙", "Ctrl-D 丢弃").Press("ctrl+d", "2").Expect("已丢弃").Press("f2").ExpectNot("门诊记录")
}

func TestWhatWasRegisteredCanBeRead(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	apptest.New(t, h).Press("f4", "enter", "8").Expect("登记的内容", "对方 章阿根", "滴水距界墙").Press("esc").ExpectNot("滴水距界墙")
}

// Who did not answer still stands on the board and in the line that says what is next.
func TestWhoWasSkippedStaysOnTheBoard(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := apptest.New(t, h).Press("f4", "enter", "4").Expect("没有应，过号 先叫号").Press("esc", "enter", "1", "1")
	d.Press("enter", "4").Expect("过号").Advance(time.Minute).Expect("下一步 过号的回来了")
	d.Press("f2").Expect("候诊 没有人，过号 1 人", "001", "章雪琴", "下一步 过号的 1 人回来了").ExpectNot("没有人候诊")
}

// An empty queue says what is to be chosen in the words of the choice.
func TestAnEmptyQueueNamesTheChoice(t *testing.T) {
	t.Parallel()
	apptest.New(t, storetest.New(t)).Press("f4").Expect("去向选“" + text.Outcome(hall.SeenNow).In(text.Zh) + "”")
}

// A wrong call is taken back by one key; what is on record of a visit that is over is put right with
// a reason, read with it, and who was ended by mistake waits again under the same number.
func TestAVisitIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := seen(apptest.New(t, h)).Press("enter", "3").Type("先查看界墙").Press("enter", "7", "ctrl+s").Expect("已结束：只是咨询")
	d.Press("ctrl+z").Expect("已收回“结束”：章雪琴", "进行中").Press("enter", "3").Type("先量界墙").Press("enter", "7", "ctrl+s").Expect("已结束")
	h.Clock.Add(11 * time.Minute)
	d.Press("ctrl+z").Expect("过了 10 分钟", "更正")
	d.Press("enter", "8").Expect("只是咨询 先量界墙").Press("enter", "3").Expect("更正：章雪琴", "原来写的会留着").Press("tab", "tab", "tab", "tab", "tab", "ctrl+u").Type("先找村里量")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab").Type("写错了").Press("ctrl+s").Expect("已更正：章雪琴", "答复：先量界墙 → 先找村里量（陈芳")
	d.Press("enter", "4").Type("还没说完").Press("ctrl+s").Expect("章雪琴 回到候诊，还是 001 号").Press("esc").Expect("候诊 1 人", "001 候诊 章雪琴")
}

// A day has an end: the board asks who still waits, who comes another day is called no more, and next
// morning all who were left stand in sight under their own date until a word is said of each.
func TestADayHasAnEnd(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根", "沈月娥")
	d := seen(apptest.New(t, h))
	day := hall.DayOf(h.Now())
	h.Clock.Set(day.At(17*60+5, h.Now().Location()))
	d.Press("f2").Reload().Expect("今天还有 3 人没办完", "写去向、来日再来、走了")
	d.Press("f4", "home", "down", "enter").Expect("来日再来，今天不等了").Press("end", "enter").Expect("王友根 来日再来", "来日再来")
	h.Clock.Set((day + 1).At(8*60+40, h.Now().Location()))
	come(t, h, "李水生")
	d = apptest.New(t, h).Expect("前几天留下的", "3 人没办完：章雪琴、王友根、沈月娥").Press("f4").Expect("前几天留下的  3 人", "11月24日 周二 001", "11月24日 周二 002", "来日再来")
	d.Press("home", "down", "enter").Expect("1 叫号 先取今天的号", "人来了，取今天的号").Press("enter").Expect("王友根 取了今天的 002 号", "前几天留下的  2 人")
	d.Press("home", "enter", "3").Type("昨天已经说清").Press("enter", "7", "ctrl+s").Expect("章雪琴 已结束：只是咨询", "前几天留下的  1 人")
	d.Press("home", "enter", "7").Type("打电话说不来了").Press("ctrl+s").Expect("记下了：沈月娥 离开").ExpectNot("前几天留下的")
	if q := queue(t, h); len(q.Left) != 0 || len(q.Waiting) != 2 || q.Waiting[1].Who != "王友根" || q.Waiting[1].First != day {
		t.Errorf("the queue of the second day: %+v", q)
	}
}

// dangerous is a visitor who brought a knife: violence threatens, and the police know.
func dangerous(t *testing.T, h *storetest.Hall, name string, change func(*hall.Intake)) hall.Intake {
	t.Helper()
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	in.Parties[0].Details.Name = name
	in.Risk, in.Flags, in.Measures = hall.RiskHigh, hall.FlagCriminal, "带了刀，已请民警到场"
	in.Police = hall.Police{At: h.Now(), Officer: "李警官", By: "王窗口"}
	if change != nil {
		change(&in)
	}
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in); err != nil {
		t.Fatal(err)
	}
	return in
}

// Whoever meets the visitor sees level, flags, measures and who was told, before all else: in the
// queue, beside it, in the record, on the board, when the visitor is called and in the room.
func TestWhoBroughtAKnifeIsSaidFirst(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴")
	dangerous(t, h, "金大力", nil)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43}).Press("f4").Expect("[危]", "金大力").Press("down")
	d.Expect("! 红 危险程度 高、民转刑、防范 带了刀，已请民警到场", "! 已报告公安", "李警官")
	d.Press("enter", "8").Expect("! 红 危险程度 高、民转刑、防范 带了刀", "! 已报告公安", "李警官（王窗口）").Press("esc")
	d.Press("f2").Expect("[危]")
	d.Press("f4", "down", "enter", "1", "1").Expect("已叫 002 号 金大力 到 一室 注意：红 危险程度 高、民转刑、防范 带了刀")
	d.Press("f2").Expect("[危]已叫 金大力")
}

// What is known of a dispute's danger does not leave the hall's own with what it is about.
func TestOfAConfidentialVisitOnlyTheLevelIsSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	clerk := h.Add("wang", "王窗口", hall.FrontDesk).Actor()
	dangerous(t, h, "金大力", func(in *hall.Intake) { in.Confidential = true })
	apptest.Open(t, h, apptest.Options{Actor: &clerk, W: 132, H: 43}).Press("f4").Expect("[危]", "! 红 危险程度 高、民转刑").ExpectNot("带了刀", "李警官")
}

func TestADayBeforeIsReadAgain(t *testing.T) {
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根")
	desk := h.Desk(h.Boss)
	first := queue(t, h).Waiting[0]
	for _, err := range []error{
		func() error { _, err := desk.Call(context.Background(), first.ID, "一室"); return err }(),
		desk.StartVisit(context.Background(), first.ID, 0),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	now, err := desk.Visit(context.Background(), first.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := desk.EndVisit(context.Background(), now.ID, now.Rev, 0, hall.Ending{Outcome: hall.AdviceOnly, Advice: "先查看界墙"}); err != nil {
		t.Fatal(err)
	}
	h.Clock.Add(24 * time.Hour)
	d := apptest.New(t, h).Press("f4").Expect("前几天留下的  1 人", "王友根").ExpectNot("章雪琴")
	d.Press("pgup").Expect("11月24日", "没办完 1 人", "王友根", "已结束 1", " 001 只是咨询 章雪琴", "Home 回今天")
	d.Press("down", "enter").Expect("▸ 8 看记录、更正").Press("enter").Expect("先查看界墙").Press("esc")
	d.Press("pgup").Expect("这一天没有看完的").Press("home").Expect("前几天留下的  1 人").Press("pgdown").Expect("今天是最后一天")
}

// In the room of a joint consultation that goes on nobody is called by the key, and the board says so, too.
func TestTheRoomOfAMeetingStandsNotEmpty(t *testing.T) {
	h := storetest.New(t)
	ctx, desk := context.Background(), h.Desk(h.Boss)
	res, err := desk.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
	if err != nil {
		t.Fatal(err)
	}
	v, err := desk.ProposeJoint(ctx, res.Case, "意见不一")
	if err != nil {
		t.Fatal(err)
	}
	if v, err = desk.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, nil); err != nil {
		t.Fatal(err)
	}
	slot := hall.Slot{Day: hall.DayOf(h.Now()), From: hall.MinuteOf(h.Now()) + 1, To: hall.MinuteOf(h.Now()) + 31}
	if _, err = desk.Convene(ctx, v.ID, v.Rev, slot, "一室", nil, ""); err != nil {
		t.Fatal(err)
	}
	h.Clock.Add(2 * time.Minute)
	come(t, h, "王友根")
	d := apptest.New(t, h).Expect("一室            会诊到 10:45", "二室空着").Press("f4").Expect("空着：二室、会诊室", "一室（会诊，到 10:45）")
	d.Press("enter", "1").Expect("1 一室（会诊，到 10:45）", "▸ 2 二室").Press("esc").Press("ctrl+n").Expect("王友根 到 二室")
}
