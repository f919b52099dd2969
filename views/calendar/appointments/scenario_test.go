package appointments_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/calendar/appointments"
	"sizhen/views/text"
)

var ctx = context.Background()

func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// between registers a case between two people.
func between(t *testing.T, h *storetest.Hall, a, b string) hall.CaseID {
	t.Helper()
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties[0].Details.Name, in.Parties[1].Details.Name = a, b
	return must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, in)).Case
}

// book makes an appointment for an hour on a new case of two people.
func book(t *testing.T, h *storetest.Hall, in hall.Day, from int, room, who string) hall.Consultation {
	t.Helper()
	b := hall.Booking{Slot: hall.Slot{Day: today() + in, From: from, To: from + 60}, Room: room}
	return must[hall.Consultation](t)(h.Desk(h.Boss).Book(ctx, between(t, h, who, who+"的对方"), 0, b))
}

func read(t *testing.T, h *storetest.Hall, id hall.ConsultationID) hall.Consultation {
	t.Helper()
	return must[hall.Consultation](t)(h.Desk(h.Boss).Visit(ctx, id))
}

func TestAnEmptySlotIsBookedForACase(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	d := apptest.New(t, h).Press("f5").Expect("第48周", "[周二 11-24]", "十月十六", "空着：11月24日 周二 10:15–11:15", "空着的调解室：一室、二室、会诊室")
	d.Press("right", "down").Expect("空着：11月25日 周三 10:30–11:30").Press("enter").Expect("1 为一件案件预约", "2 登记新来访人").Press("1").Expect("为哪件案件预约").Type("zxq").Rest().
		Press("enter")
	d.Expect("新预约", "章雪琴—章阿根", "2026-11-25", "11月25日 周三", "10:30-11:30").Press("ctrl+s").Expect("这一项要填").Press("1").Rest().Expect("没有冲突")
	d.Press("ctrl+s").Expect("已约 11月25日 周三 10:30–11:30 一室：章雪琴", "▸一室 章雪琴", "未通知", "还没定调解员")
	if rows := must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx)); len(rows) != 0 {
		t.Errorf("the draft stays: %+v", rows)
	}
	d.Expect("下一步").Press("right", "left").Expect("下一步 通知当事人") // the line says what comes next
}

// A second one of the same case on one day may be meant: it is said in the form, and not refused.
func TestASecondAppointmentOfACaseOnOneDayIsSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 14*60+30, "二室", "章雪琴")
	b := hall.Booking{Slot: hall.Slot{Day: today() + 1, From: 16 * 60, To: 16*60 + 30}, Room: "二室"}
	gone := must[hall.Consultation](t)(h.Desk(h.Boss).Book(ctx, v.Case, 0, b))
	if err := h.Desk(h.Boss).CancelAppointment(ctx, gone.ID, "改天"); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f5", "right", "down", "enter", "1").Type("zxq").Rest().Press("enter", "ctrl+s", "1").Rest()
	d.Expect("· 这件案子当天 14:30 已有一场").ExpectNot("16:00 已有").Press("ctrl+s").Expect("已约 11月25日 周三")
}

// A day of a year without a table says so beside itself, and the holidays of every year are closed in it.
func TestAYearWithoutATableIsDoubtedInTheForm(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	d := apptest.New(t, h).Press("f5", "down", "down", "ctrl+n", "enter").Expect("新预约")
	d.Press("shift+tab", "shift+tab", "ctrl+u").Type("2027-10-01").Press("tab").Rest()
	d.Expect("2027年10月1日 周五（国庆节、放假安排未定）", "最近的开门日是", "2027年10月4日 周一（放假安排未定）")
	d.Press("shift+tab", "ctrl+u").Type("2027-02-09").Press("tab").Rest().Expect("2027年2月9日 周二（放假安排未定）").ExpectNot("不开门")
}

func TestTheFormTakesUpTheDaysRoomAndMediator(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	d := apptest.New(t, h).Press("f5", "ctrl+t", "ctrl+t").Expect("预约 11月24日 周二", "一室", "电话 视频 上门").Press("down", "right", "ctrl+n", "enter").Expect("● 2 二室",
		"10:30-11:30")
	d.Press("esc", "tab").Expect("陈芳 本人", "还没定人")
	d.Press("enter", "1", "enter").Expect("调解员 陈芳", "10:30-11:30")
}

func TestNothingTypedIsLost(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	d := apptest.New(t, h).Press("f5", "right", "ctrl+n", "enter", "up", "ctrl+u").Type("9点半").Press("esc").Expect("写的已留在")
	d.Press("f2").Expect("预约", "新预约").Press("f5", "ctrl+n", "enter").Expect("这是一份新的", "Ctrl-R 接着写").Press("ctrl+r").Expect("9点半")
	d.Press("f2", "f3", "f5").ExpectNot("9点半") // the week, until the draft is taken up
	rows := must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx))
	if len(rows) != 1 || rows[0].Kind != hall.DraftBooking {
		t.Fatalf("%+v", rows)
	}
	env := apptest.Env(text.Zh, every)
	env.Desk = h.Desk(h.Boss)
	v := appointments.New(env, views.Route{Draft: rows[0].ID, Case: rows[0].Case})
	if got := apptest.Plain(settle(v).Draw(80, 20)); !strings.Contains(got, "章雪琴—章阿根") || !strings.Contains(got, "9点半") {
		t.Errorf("the board leads to\n%s", got)
	}
}

// What cannot be read is said when the field is left, and a whole name needs no digit.
func TestSlipsAreSaidAtOnceAndAWholeNameIsTaken(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	d := apptest.New(t, h).Press("f5", "right", "ctrl+n", "enter").Expect("新预约")
	d.Press("up", "up", "ctrl+u").Type("2月30").Press("enter").Expect("没有 30 日")
	d.Press("up", "ctrl+u").Type("11-25").Press("enter").ExpectNot("没有 30 日")
	d.Press("ctrl+u").Type("9点几").Press("down").Expect("看不出是几点")
	d.Press("up", "ctrl+u").Type("9:30").Press("enter").ExpectNot("看不出是几点")
	d.Press("1", "enter", "1", "enter").Type("陈芳").Rest().Expect("没有冲突")
	d.Press("ctrl+s").Expect("已约 11月25日 周三 09:30–10:30 一室：章雪琴", "调解员 陈芳")
}

// A week of another year is named with its year.
func TestAnotherYearsWeekNamesItsYear(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, storetest.New(t)).Press("f5").Expect("预约 第48周")
	d.Press("ctrl+g").Type("腊月初八").Press("enter").Expect("预约 2027年第2周").Press("home").Expect("预约 第48周")
}

// settle runs what a screen does when it is opened, and says which view is in front then.
func settle(v views.View) views.View { return run(v, v.Load()) }

// run runs a command and what comes of it, as the root does.
func run(v views.View, cmd tea.Cmd) views.View {
	if cmd == nil {
		return v
	}
	switch msg := cmd().(type) {
	case nil, views.ToastMsg, views.GoMsg, views.FailMsg:
	case views.PushMsg:
		return settle(msg.View)
	case tea.BatchMsg:
		front := v
		for _, c := range msg {
			if f := run(v, c); f != v {
				front = f
			}
		}
		return front
	default:
		return run(v, v.Update(msg))
	}
	return v
}

func TestACaseLeadsToItsAppointment(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	id := between(t, h, "章雪琴", "章阿根")
	env := apptest.Env(text.Zh, every)
	env.Desk = h.Desk(h.Boss)
	v := appointments.New(env, views.Route{Screen: views.Appointments, Case: id})
	if got := apptest.Plain(settle(v).Draw(80, 20)); !strings.Contains(got, "调解室") || !strings.Contains(got, "章雪琴—章阿根") {
		t.Errorf("no form:\n%s", got)
	}
}

func TestBadTimesAreSaidAndNothingIsLost(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	d := apptest.New(t, h).Press("f5", "right", "ctrl+n", "enter")
	for _, one := range []struct{ day, time, want string }{
		{"2月30", "9-10", "2月只有 28 天"}, {"昨天", "9-10", "这个时间已经过了"}, {"明天", "7:00-8:00", "不在开放时间"}, {"明天", "11:00-14:00", "不在开放时间"},
		{"明天", "23:00-1:00", "结束时间要在开始之后"}, {"11-29", "9-10", "11月29日 周日 不开门"}, {"明天", "九点几", "看不出是几点"},
	} {
		d.Press("ctrl+s", "up", "up", "up", "up", "up", "ctrl+u").Type(one.day).Press("tab", "ctrl+u").Type(one.time).Press("tab", "1", "enter", "1", "enter").Press(
			"ctrl+s").Rest().Expect(one.want, one.day, one.time)
	}
	if rows := must[[]hall.VisitRow](t)(h.Desk(h.Boss).Appointments(ctx, today()-7, today()+30)); len(rows) != 0 {
		t.Errorf("booked all the same: %+v", rows)
	}
}

func TestByPhoneNeedsANumber(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties[0].Details.Phone, in.Parties[1].Details.Phone = "", ""
	must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, in))
	d := apptest.New(t, h).Press("f5", "right", "ctrl+n", "enter", "2", "enter").Rest().Expect("! 要打电话，可是当事人都没有留号码")
	d.Press("ctrl+s").Expect("要打电话").Press("3").Rest().Expect("没有冲突").Press("ctrl+s").Expect("已约", "视频")
}

// A time that is taken is refused to whoever comes second; what he typed is still there.
func TestTwoDesksBookTheSameTime(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	between(t, h, "章雪琴", "章阿根")
	between(t, h, "金阿毛", "沈水根")
	a, b := apptest.New(t, h), apptest.New(t, h)
	for i, d := range []*apptest.Driver{a, b} {
		d.Press("f5", "right", "enter", "1")
		for range i {
			d.Press("down")
		}
		d.Press("enter", "enter", "1", "enter").Rest().Expect("没有冲突")
	}
	a.Press("ctrl+s").Expect("已约 11月25日 周三 10:00–11:00 一室")
	b.Press("ctrl+s").Rest().Expect("! 一室 在 10:00 到 11:00 已有安排", "冲突", "10:00-11:00", "新预约").Press("down", "down", "2").Rest().Expect("没有冲突").Press("ctrl+s").
		Expect("已约 11月25日 周三 10:00–11:00 二室")
}

// Notice, promise, arrival and absence are each party's own, from the key to the record.
func TestNoticeConfirmationAndWhoDidNotCome(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 0, 630, "一室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "down").Expect("未通知", "还没定调解员").Press("enter").Expect("2 有人没来（爽约） 要到").Press("3").Expect("通知了谁",
		"1 章雪琴 申请人 未通知", "2 章雪琴的对方 被申请人 未通知", "3 这 2 位都是")
	d.Press("1").Expect("怎么通知", "章雪琴 10012346021").Press("1", "enter", "1", "enter", "enter").Expect("记下了：已通知 章雪琴", "章雪琴 已通知", "1/2 已通知")
	d.Press("enter", "4", "1").Expect("记下了：章雪琴 会来", "章雪琴 说会来")
	h.Clock.Set(h.Clock.Now().Add(time.Hour))
	d.Press("f2", "f5").Press("enter", "2", "2").Expect("没有通知过 章雪琴的对方，能算爽约吗", "1 不算，另约时间").Press("esc")
	if got := read(t, h, v.ID); got.Expected[1].Missed {
		t.Error("never told, and missed")
	}
	d.Press("enter", "3", "2", "1", "enter", "1", "enter", "enter").Expect("已通知 章雪琴的对方", "1/2 已确认")
	d.Press("enter", "2", "2").Expect("章雪琴的对方 没有来，下次预约会提醒", "1/2 没到").ExpectNot("以前爽约")
	if got := read(t, h, v.ID); got.State != hall.Waiting || got.Expected[0].Missed || !got.Expected[1].Missed {
		t.Errorf("one side is still expected: %+v", got)
	}
	d.Press("ctrl+z").Expect("已收回“没来”", "1/2 已确认").Press("enter", "2", "2").Press("enter", "1").Expect("谁到了", "2 章雪琴的对方 被申请人 没来").Press("1").Expect("章雪琴 排在 001 号",
		"1/2 已到", "迟到 44 分")
	d.Press("enter", "8").Expect("没有来：章雪琴的对方").Press("esc")
	// seen when they are booked again
	d.Press("right", "ctrl+n", "enter").Press("enter", "1").Rest().Expect("· 章雪琴的对方 以前爽约 1 次").Press("ctrl+s").Expect("已约", "章雪琴的对方 未通知 ! 以前爽约 1 次")
}

func TestWhoArrivesGoesToTheFrontOfTheQueue(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 0, 630, "一室", "章雪琴")
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	in.Parties[0].Details = hall.Details{Name: "先来的"}
	must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, in))
	d := apptest.New(t, h).Press("f5", "down", "enter", "1").Expect("谁到了").Press("1").Expect("章雪琴 排在 002 号，前面 0 人", "1/2 已到")
	d.Press("f4", "ctrl+n").Expect("已叫 002 号")
	d.Press("f5", "down", "enter", "1").Expect("1 章雪琴 申请人 10:14 到 已经到了").Press("2").Expect("章雪琴的对方 也到了，002 号")
	d.Press("enter").Expect("1 有人到了 人已经到了").Press("esc", "ctrl+z").Expect("已收回“到了”").Press("enter", "1", "2")
	if got := read(t, h, v.ID); got.State != hall.Called || got.Attendance().Came != 2 {
		t.Errorf("%+v", got)
	}
}

func TestCancellingNeedsAReasonThatEscDoesNotLose(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 540, "一室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "up", "enter").Expect("1 有人到了 不是今天的预约").Press("7", "ctrl+s").Expect("这一项要填")
	d.Type("对方出差").Press("esc", "enter", "7").Expect("对方出差").Press("ctrl+s").Expect("已取消 章雪琴 的预约", "取消原因：对方出差").ExpectNot("还要再打电话")
	e := apptest.Env(text.Zh, every)
	e.Desk = h.Desk(h.Boss)
	w := appointments.New(e, views.Route{Consultation: v.ID})
	settle(w)
	if got := apptest.Plain(w.Draw(80, 20)); !strings.Contains(got, "取消原因：对方出差") {
		t.Errorf("what was cancelled is opened with its reason:\n%s", got)
	}
}

// What was cancelled by mistake stays under the cursor: the key that takes other steps back takes it back,
// and later another is booked with the same people, in the same way.
func TestACancelledAppointmentIsTakenBackOrBookedAgain(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 540, "二室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "up", "enter", "3", "1", "1", "ctrl+s").Expect("已通知 章雪琴").Press("enter", "7").Type("点错").Press("ctrl+s")
	d.Expect("已取消 章雪琴", "取消原因：点错", "Enter 操作 Ctrl-Z 收回").Press("enter", "3", "1", "1", "ctrl+s").Expect("已通知 章雪琴")
	d.Press("ctrl+z").Expect("已收回“取消”：章雪琴。说过取消的人要重新通知：章雪琴", "章雪琴 ")
	if got := read(t, h, v.ID); got.State != hall.Waiting || got.Room != "二室" {
		t.Errorf("%+v", got)
	}
	d.Press("enter").Expect("再约一次（人、事由、方式照旧）   还约着").Press("7").Type("点错").Press("ctrl+s").Expect("已取消")
	h.Clock.Add(11 * time.Minute)
	d.Press("ctrl+z").Expect("10 分钟").Press("enter", "end", "up", "up", "up").Expect("▸    再约一次").Press("enter").Expect("新预约", "章雪琴—章雪琴的对方", "● 2 二室")
}

// A notice that was put down by mistake is put right where it was put down, in the words of the list of calls.
func TestAWrongNoticeIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 540, "二室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "up", "enter").Expect("记错了，还没通知到", "还没有通知过谁").Press("3", "1", "1", "ctrl+s").Expect("已通知 章雪琴")
	d.Press("enter", "end", "up", "enter").Expect("1 章雪琴 申请人", "章雪琴的对方 被申请人 未通知").Press("1").Expect("已改回：还没通知 章雪琴")
	if e := read(t, h, v.ID).Expected[0]; e.Told || e.Stale {
		t.Errorf("%+v", e)
	}
}

func TestACancellationThatComesTooLateIsSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 1, 540, "一室", "章雪琴")
	a, b := apptest.New(t, h).Press("f5", "right", "up", "enter", "7").Type("对方出差"), apptest.New(t, h).Press("f5", "right", "up", "enter")
	b.Press("3", "3", "1", "enter", "1", "enter", "enter").Expect("已通知").Press("enter", "7").Type("改期").Press("ctrl+s").Expect("已取消", "还要再打电话")
	a.Press("ctrl+s").Expect("! 现在的状态是", "对方出差")
}

func TestOtherDaysAreReachedByKeysAndByTyping(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 8, 540, "一室", "章雪琴")
	book(t, h, 52, 540, "二室", "金阿毛")
	d := apptest.New(t, h).Press("f5").ExpectNot("章雪琴").Press("pgdown").Expect("第49周", "章雪琴")
	d.Press("ctrl+g").Type("2月30").Press("enter").Expect("2月只有 28 天").Press("ctrl+u").Type("腊月初八").Press("enter").Expect("周五 1-15", "金阿毛", "腊八")
	d.Press("home").Expect("第48周", "[周二 11-24]").Press("ctrl+t").Expect("2026年11月").Press("pgdown").Expect("2026年12月", "预约 1").Press("pgdown").Expect("2027年1月",
		"还没有 2027 年的放假安排")
}

func TestAMonthLeadsToADayAndBack(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 3, 540, "一室", "章雪琴")
	apptest.New(t, h).Press("f5", "ctrl+t", "right", "right", "right").Expect("2026年11月27日 周五", "预约 1", "09:00–10:00 预约 一室 章雪琴 滴水 [未通知]").Press("enter").Expect(
		"预约 11月27日 周五", "│章雪琴", "空着：11月27日 周五").Press("esc").Expect("2026年11月", "▸27")
}

func TestFullDaysAreMarkedInTheMonth(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	s := h.Settings()
	s.Rooms = s.Rooms[:1]
	h.SetSettings(s)
	for i, from := range []int{510, 570, 630, 810, 870, 930} {
		book(t, h, 1, from, "一室", fmt.Sprint("来人", i))
	}
	d := apptest.New(t, h).Press("f5", "ctrl+t", "right").Expect("满 预约 6", "调解室都约满了")
	d.Press("ctrl+t", "down", "down", "down").Expect("11月25日 周三")
}

// A joint consultation stands among the appointments, and its screen is a key away.
func TestAJointConsultationLeadsToItsScreen(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	v := must[hall.Consultation](t)(d.ProposeJoint(ctx, between(t, h, "章雪琴", "章阿根"), "意见不一"))
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteMediator, ID: uint64(h.Boss.Mediator), Name: "陈芳"}, nil))
	must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, hall.Slot{Day: today() + 1, From: 540, To: 630}, "会诊室", nil, ""))
	s := apptest.New(t, h).Press("f5", "right").Expect("▸会诊 章雪琴", "┃ 已召集", "已召集", "集中会诊 章雪琴", "Enter 打开这次集中会诊", "调解员 陈芳")
	s.Press("ctrl+t", "ctrl+t", "tab").Expect("陈芳 本人", "▸会诊 会诊室 章雪琴").Press("ctrl+t", "enter").Expect("会诊 (2026)百调字第1号")
}

func TestANewVisitorIsRegisteredForTheSlot(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("f5", "right", "ctrl+t", "ctrl+t", "right", "enter", "2").Expect("受理登记")
	d.Type("王小明").Press("ctrl+s").ExpectNot("第 2 步，") // the rest of the first step is asked for as ever
	d.Press("esc")
	in := must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx))
	if len(in) != 1 {
		t.Fatalf("%+v", in)
	}
	end := must[hall.Draft](t)(h.Desk(h.Boss).Draft(ctx, in[0].ID))
	if s := fmt.Sprint(end.Fields, end.Intake.End); !strings.Contains(s, "2026-11-25") || !strings.Contains(s, "二室") {
		t.Errorf("the slot is not in the intake: %s", s)
	}
}

func TestWhatMayNotBeSeenIsNotSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	li := h.Add("li", "李窗口", hall.FrontDesk).Actor()
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	id := must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, in)).Case
	must[hall.Consultation](t)(h.Desk(h.Boss).Book(ctx, id, 0, hall.Booking{Slot: hall.Slot{Day: today(), From: 630, To: 690}, Room: "一室"}))
	d := apptest.Open(t, h, apptest.Options{Actor: &li}).Press("f5", "down").Expect("▸[不公开]", "一室 [未通知]").ExpectNot("章雪琴", "滴水")
	d.Press("enter").Expect("5 移动、加长（用方向键） 不公开，请找承办人").ExpectNot("章雪琴").Press("1").Expect("排在 001 号")
}

// A calendar file goes into telephones, and from there to whoever keeps their calendars: of the
// parties it names the family names, unless somebody asks for more.
func TestCalendarFilesAreHandedOut(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 1, 540, "一室", "章雪琴")
	apptest.New(t, h).Press("f5", "right", "up", "enter", "end", "enter").Expect("这一次预约 样例中心不留文件").Press("1").Expect(
		"样例中心不留文件") // this driver has no place for files
	dir := t.TempDir()
	export := func(_ context.Context, name string, write func(io.Writer) error) (string, error) {
		path := filepath.Join(dir, name)
		f, err := os.Create(path)
		if err != nil {
			return "", err
		}
		defer f.Close()
		return path, write(f)
	}
	for _, one := range []struct{ what, how, file, says, hides string }{
		{"1", "1", "预约-2026-11-25-", "章某", "雪琴"}, {"2", "1", "预约-一室.ics", "章某", "雪琴"}, {"2", "2", "预约-一室.ics", "章雪琴", "章某"},
	} {
		apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Export: export}).Press("f5", "right", "up", "enter", "end", "enter", one.what).Expect("1 只写姓氏").Press(
			one.how).Expect("已写好 1 件")
		files, _ := filepath.Glob(filepath.Join(dir, one.file+"*"))
		if len(files) != 1 {
			t.Fatalf("%s: %v", one.what, files)
		}
		b, err := os.ReadFile(files[0])
		if said := string(b); err != nil || !strings.Contains(said, "DTSTART:20261125T010000Z") || !strings.Contains(said, one.says) || strings.Contains(said,
			one.hides) {
			t.Errorf("%+v: %v\n%s", one, err, b)
		}
	}
}

// A room that is taken in half an hour is free for half an hour.
func TestAnEmptySlotEndsWhereTheNextBegins(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 1, 870, "二室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "2", "right").Expect("预约 11月25日 周三")
	for range 20 {
		d.Press("up")
	}
	for range 7 {
		d.Press("down")
	}
	d.Expect("空着：11月25日 周三 14:00–14:30 二室", "空着的调解室：一室、二室、会诊室").Press("ctrl+n", "enter").Expect("14:00-14:30")
}
