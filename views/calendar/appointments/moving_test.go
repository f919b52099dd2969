package appointments_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func TestMovingByKeysShowsWhatCollidesBeforeItIsSaved(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 540, "一室", "章雪琴")
	book(t, h, 1, 630, "一室", "金阿毛")
	d := apptest.New(t, h).Press("f5", "right", "up").Expect("11月25日 周三 09:00–10:00").Press("enter").Expect("5 移动、加长").Press("5").Expect(
		"章雪琴 移到 11月25日 周三 09:00–10:00 一室", "没有冲突")
	d.Press("down", "down").Expect("移到 11月25日 周三 10:00–11:00 一室 原来 11月25日 周三", "! 一室 在 10:30 到 11:30 已有安排")
	d.Press("enter").Expect("! 一室 在 10:30").ExpectNot("为什么改")
	d.Press("down", "down", "down").Expect("13:30–14:30", "没有冲突") // over the noon break
	d.Type("+").Expect("13:30–14:45").Type("+").Type("-").Type("-").Expect("13:30–14:30").Type("+").Type("+").Expect("13:30–15:00")
	d.Press("right", "right", "right").Expect("移到 11月30日 周一", "没有冲突").Press("enter").Expect("移到 11月30日 周一 13:30–15:00", "为什么改")
	d.Type("对方出工").Press("esc").Expect("移到").Press("enter").Expect("对方出工").Press("ctrl+s").Expect("已改到 11月30日 周一 13:30–15:00 一室：章雪琴。下一步：通知当事人", "▸一室 章雪琴")
	got := read(t, h, v.ID)
	if got.Slot != (hall.Slot{Day: today() + 6, From: 810, To: 900}) || len(got.Moves) != 1 || got.Moves[0].Reason != "对方出工" || got.Moves[0].From != v.Slot {
		t.Errorf("%+v", got)
	}
	d.Press("enter", "8").Expect("11月24日 周二 10:14 陈芳 改期", "原来 11月25日 周三 09:00–10:00", "改到 11月30日 周一 13:30–15:00", "原因 对方出工")
}

func TestEscPutsItBack(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 540, "一室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "up", "enter", "5", "down", "right").Expect("11月26日 周四 09:30–10:30").Press("esc").Expect(
		"11月25日 周三 09:00–10:00 一室")
	d.Press("enter", "5", "down", "up", "enter").Expect("放回原处").ExpectNot("为什么改")
	if got := read(t, h, v.ID); got.Rev != v.Rev {
		t.Errorf("written all the same: %+v", got)
	}
}

func TestClosedHoursAreSaidWhileItIsMoved(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 1, 540, "一室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "up", "enter", "5", "down", "down", "down", "down").Expect("11:00–12:00", "! 不在开放时间，这一天最近的是 08:30 到 11:30")
	d.Type("-").Type("-").Expect("11:00–11:30", "没有冲突")
	d.Press("ctrl+g").Type("11-29").Press("enter").Expect("移到 11月29日 周日", "! 11月29日 周日 不开门").Press("enter").ExpectNot("为什么改")
	d.Press("ctrl+g").Type("腊月初八").Press("enter").Expect("移到 2027年1月15日 周五", "没有冲突")
}

// Two desks move the same appointment: the second is told, and goes on from where it stands.
func TestTwoDesksMoveTheSameAppointment(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	v := book(t, h, 1, 540, "一室", "章雪琴")
	a, b := apptest.New(t, h), apptest.New(t, h)
	for _, d := range []*apptest.Driver{a, b} {
		d.Press("f5", "right", "up", "enter", "5")
	}
	a.Press("down", "enter").Type("晚半小时").Press("ctrl+s").Expect("已改到")
	b.Press("right").Expect("别的窗口刚改过", "移到 11月26日 周四").Press("enter").Type("换一天").Press("ctrl+s").Expect("已改到 11月26日 周四 09:00–10:00")
	if got := read(t, h, v.ID); len(got.Moves) != 2 || got.Slot.Day != today()+2 {
		t.Errorf("%+v", got.Moves)
	}
}

func TestAMediatorsColumnGivesItToAnother(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	xu := h.Add("xu", "徐建国", hall.RoleMediator).Actor()
	d := h.Desk(h.Boss)
	b := hall.Booking{Slot: hall.Slot{Day: today(), From: 810, To: 870}, Room: "一室", Mediators: []hall.MediatorID{h.Boss.Mediator}}
	v := must[hall.Consultation](t)(d.Book(ctx, between(t, h, "章雪琴", "章阿根"), 0, b))
	b.Room, b.Mediators, b.Slot.From, b.Slot.To = "二室", []hall.MediatorID{xu.Mediator}, 900, 960
	must[hall.Consultation](t)(d.Book(ctx, between(t, h, "金阿毛", "沈水根"), 0, b))
	s := apptest.New(t, h).Press("f5", "ctrl+t", "ctrl+t", "tab").Expect("陈芳 本人", "徐建国").Press("down", "down", "down").Expect("13:30–14:30 一室").Press("enter",
		"5", "right").Expect("调解员 徐建国", "没有冲突")
	s.Press("enter").Type("徐建国熟悉").Press("ctrl+s").Expect("已改到", "调解员 徐建国")
	if got := read(t, h, v.ID); len(got.Mediators) != 1 || got.Mediators[0].ID != xu.Mediator {
		t.Errorf("%+v", got.Mediators)
	}
}

func TestTheFormChangesWayRoomAndPeople(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("xu", "徐建国", hall.RoleMediator)
	v := book(t, h, 1, 540, "一室", "章雪琴")
	d := apptest.New(t, h).Press("f5", "right", "up", "enter", "6").Expect("改预约", "原来 11月25日 周三", "2026-11-25", "09:00-10:00", "为什么改")
	d.Press("down").Type("10").Rest().Expect("10:00–11:00").ExpectNot("10:0010").Press("ctrl+u").Type("9-10").Press("up") // a digit begins another time
	d.Press("down", "down", "down", "2", "enter").Type("xjg").Rest().Expect("徐建国").Press("down", "enter", "enter").Type("一室要用").Rest().Expect("没有冲突").Press(
		"ctrl+s").Expect("已改到 11月25日 周三 09:00–10:00 二室")
	got := read(t, h, v.ID)
	if got.Room != "二室" || len(got.Mediators) != 1 || got.Mediators[0].Name != "徐建国" || got.Moves[0].Reason != "一室要用" {
		t.Errorf("%+v", got)
	}
}

// A room that was taken out of the settings while it was booked stands in a column of its own,
// and what is in it can be moved.
func TestARoomThatWasGivenUp(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 1, 540, "会诊室", "章雪琴")
	s := h.Settings()
	s.Rooms = s.Rooms[:2]
	h.SetSettings(s)
	d := apptest.New(t, h).Press("f5", "right", "ctrl+t", "ctrl+t").Expect("会诊室 已撤", "章雪琴").Press("right", "right", "down").Expect("会诊室 已经从设置里去掉").Press("enter").
		Expect("这间已撤").Press("esc")
	d.Press("up", "up").Expect("会诊室 已撤", "09:00–10:00").Press("enter", "5").Expect("! 设置里没有 会诊室 这间调解室")
	d.Press("left").Expect("09:00–10:00 二室", "没有冲突").Press("enter").Type("会诊室撤了").Press("ctrl+s").Expect("已改到 11月25日 周三 09:00–10:00 二室").ExpectNot("会诊室 已撤")
}
