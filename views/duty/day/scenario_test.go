package day_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// crew is a hall with three accounts on duty beside the boss.
type crew struct {
	*storetest.Hall
	boss, xu, wang *store.Desk
	today          hall.Day
}

func newCrew(t *testing.T) *crew {
	t.Helper()
	h := storetest.New(t)
	c := &crew{Hall: h, boss: h.Desk(h.Boss), today: hall.DayOf(h.Now())}
	c.xu, c.wang = h.Add("xu", "徐建国", hall.RoleMediator), h.Add("wang", "王值班", hall.DutyOfficer)
	return c
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ref(d *store.Desk) hall.DutyRef { return hall.RefOf(d.Actor()) }

// plan puts a shift into the plan by hand.
func (c *crew) plan(t *testing.T, k hall.DutyKind, day hall.Day, who ...hall.DutyRef) hall.Shift {
	t.Helper()
	s := hall.Shift{Kind: k, Day: day, People: who}
	if k == hall.DutyCounty {
		s.Township = c.Settings().Name
	}
	s, err := c.boss.AddDuty(ctx, s, "加班")
	ok(t, err)
	return s
}

func (c *crew) open(t *testing.T, who *store.Desk, o apptest.Options) *apptest.Driver {
	t.Helper()
	a := who.Actor()
	o.Actor = &a
	return apptest.Open(t, c.Hall, o).Press("f9")
}

func (c *crew) dispute(t *testing.T) hall.CaseID {
	t.Helper()
	r, err := c.boss.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
	ok(t, err)
	return r.Case
}

func (c *crew) day(t *testing.T, d *store.Desk) hall.DutyDay {
	t.Helper()
	out, err := d.DutyDay(ctx, hall.DayOf(c.Now()))
	ok(t, err)
	return out
}

func TestSigningInLateIsSaidAndMissedIsNamedAfterTheShift(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, c.today, ref(c.xu), ref(c.wang))
	c.plan(t, hall.DutyHall, c.today+1, ref(c.boss))
	d := c.open(t, c.xu, apptest.Options{}).Expect("徐建国 应到未到", "王值班 应到未到", "下一步 按 Enter 签到", "11月25日 周三 本中心值班 陈芳")
	d.Press("down") // the cursor goes to whoever signed in
	d.Press("enter").Expect("1 签到", "2 记值班日志", "您还没有签到").Press("1").Expect("已签到，迟到 1 小时 44 分", "徐建国 在岗 10:14 签到 迟到", "▸ ● 徐建国")
	c.Clock.Add(8 * time.Hour)
	d.Reload().Expect("王值班 缺勤")
	c.Clock.Add(15 * time.Hour)
	c.open(t, c.xu, apptest.Options{}).Press("pgup").Expect("值班 11月24日 周二", "徐建国 没有签退", "王值班 缺勤", "按 Enter 补上").Press("enter").Expect("按 Home 回今天再办").Press("esc",
		"home").Expect("陈芳")
}

func TestEnterAndDigitsAreEnough(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("f9").Expect("还没有人签到", "下一步 按 Enter 签到").Press("ctrl+e").Expect("您还没有签到")
	d.Press("enter", "enter").Expect("已签到", "陈芳 在岗 10:14 签到 没排班，来了").Press("ctrl+n").Expect("您已经签到了")
	d.Press("enter", "5").Expect("签退，写交接").Press("enter", "enter").Expect("现在签退吗？").Press("2").Expect("已签退", "10:14 签到，10:14 签退")
	d.Press("ctrl+g").Type("11-30").Press("enter").Expect("值班 11月30日 周一", "还没有排班").Press("esc").Expect("今天值班")
}

func TestALineOfTheLogWithItsCase(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.dispute(t)
	d := c.open(t, c.wang, apptest.Options{}).Press("enter", "enter").Press("enter", "2").Expect("记值班日志")
	d.Type("章雪琴来问进展").Press("enter").Type("zxq").Rest().Expect("(2026)百调字第1号 章雪琴—章阿根").Press("enter").Press("enter").Expect("已记下",
		"10:14 王值班 章雪琴来问进展 (2026)百调字第1号")
	if log := c.day(t, c.wang).Signed[0].Log; len(log) != 1 || log[0].Case == 0 {
		t.Errorf("%+v", log)
	}
	d.Press("down", "enter").Expect("7 打开案件").Press("7").Expect("案件 (2026)百调字第1号")
}

// After saving the cursor stands on what was written, wherever the list has it.
func TestTheCursorStandsOnTheLineThatWasWritten(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	d := c.open(t, c.wang, apptest.Options{}).Press("ctrl+n")
	for _, line := range []string{"第一条", "第二条"} {
		d.Press("home", "enter", "2").Type(line).Press("ctrl+s").Expect("已记下", "▸ 10:14 王值班 "+line)
	}
}

func TestACaseThatWasTypedAndNotChosenIsAskedFor(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	d := c.open(t, c.wang, apptest.Options{}).Press("ctrl+n", "enter", "2").Type("有人来问").Press("enter").Type("没有这个人").Press("ctrl+s").Expect("请从列出的里选一个")
	d.Press("esc").Expect("留在“未完成”里").Press("enter", "2").ExpectNot("记什么 有人来问").Press("ctrl+r").Expect("记什么 有人来问", "没有这个人")
	if len(c.day(t, c.wang).Signed[0].Log) != 0 {
		t.Error("written without the case")
	}
}

// What one hands over the next accepts one by one, and does; who handed it over sees it.
func TestHandingOverAcceptingAndDoing(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.dispute(t)
	d := c.open(t, c.wang, apptest.Options{}).Press("ctrl+n").Press("ctrl+e").Type("钥匙在抽屉").Press("enter")
	d.Type("给章阿根打电话").Press("enter").Type("章阿根").Rest().Expect("章雪琴—章阿根").Press("enter").Type("修会诊室的灯").Press("enter", "enter", "enter").Expect("交给下一班 2 件").Press(
		"2").Expect("已签退", "交接说明：钥匙在抽屉")
	apptest.New(t, c.Hall).Expect("等人接 2 件（王值班）").Press("f9").Expect("等人接的交接 2 件")
	x := c.open(t, c.xu, apptest.Options{}).Press("enter", "3").Expect("您还没有签到").Press("esc").Press("ctrl+n").Advance(10 * time.Second).Expect("有 2 件交接等人接")
	x.Press("enter", "3").Expect("全部接下（2 件）", "给章阿根打电话 (2026)百调字第1号（王值班）").Press("2").Expect("接下 1 件", "我接下的 还有 1 件没办", "○ 王值班 给章阿根打电话 没办完")
	x.Press("enter", "4").Expect("办完：给章阿根打电话").Type("打通了，周四来").Press("esc").Press("enter", "4").Expect("打通了，周四来").Press("enter").Expect("已记下结果", "已办：打通了，周四来")
	c.open(t, c.wang, apptest.Options{H: 43, W: 132}).Expect("已办：打通了，周四来", "修会诊室的灯", "等人接的交接 1 件")
	c.MustCheck()
}

// The step that accepted gives back what was accepted by mistake, later with a reason.
func TestAnItemAcceptedByMistakeIsGivenBack(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	ok(t, c.wang.DutyIn(ctx))
	ok(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "修会诊室的灯"}, {What: "打电话"}}))
	d := c.open(t, c.xu, apptest.Options{}).Press("ctrl+n", "enter", "3", "1").Expect("接下 2 件", "我接下的 还有 2 件没办")
	d.Press("enter", "3").Expect("全部接下（0 件） 没有等人接的", "2 接错了，退回给王值班：修会诊室的灯").Press("2").Expect("已退回给王值班", "等人接的交接 1 件", "徐建国 接错退回")
	c.Clock.Add(11 * time.Minute)
	d.Press("enter", "3").Expect("3 接错了，退回给王值班：打电话").Press("3").Press("ctrl+s").Expect("为什么退回").Type("不归我管").Press("ctrl+s")
	d.Expect("已退回给王值班", "等人接的交接 2 件", "不归我管")
	c.MustCheck()
}

func TestTwoDesksAcceptTheSame(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	ok(t, c.wang.DutyIn(ctx))
	ok(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "修会诊室的灯"}}))
	a, b := c.open(t, c.xu, apptest.Options{}).Press("ctrl+n"), apptest.New(t, c.Hall).Press("f9", "ctrl+n")
	a.Press("enter", "3")
	b.Press("enter", "3", "2").Expect("接下 1 件")
	a.Press("2").Expect("陈芳 已经接了")
	if got := c.day(t, c.xu); len(got.Mine.Took) != 0 || len(got.Open) != 0 {
		t.Errorf("%+v", got.Mine)
	}
}

// One's own tasks, appointments and cases are proposed and chosen by a digit.
func TestOwnMattersAreProposedForTheHandover(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	on := c.dispute(t)
	f, err := c.boss.Case(ctx, on)
	ok(t, err)
	_, err = c.boss.Step(ctx, on, f.Case.Rev, 0, hall.Step{Action: hall.ActAssign, Mediator: c.xu.Actor().Mediator})
	ok(t, err)
	d := c.open(t, c.xu, apptest.Options{}).Press("ctrl+n", "ctrl+e").Press("enter").Expect("章雪琴—章阿根 滴水").Press("down", "enter").Expect("(2026)百调字第1号 章雪琴—章阿根")
	d.Type("，急").Expect("(2026)百调字第1号 章雪琴—章阿根").Press("ctrl+s").Expect("交给下一班 1 件").Press("2").Expect("已签退")
	got := c.day(t, c.wang).Open
	if len(got) != 1 || got[0].Items[0].Case != on || !strings.Contains(got[0].Items[0].What, "章雪琴—章阿根") {
		t.Errorf("%+v", got)
	}
}

func TestTheHandoverNoteIsKeptWhileItIsWritten(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("f9", "ctrl+n", "ctrl+e").Type("钥匙在抽屉").Press("esc").Expect("留在“未完成”里").Press("ctrl+e").Expect("钥匙在抽屉")
	d.Type("里").Press("enter").Type("修灯").Rest().Press("ctrl+c").Expect("再按一次 Ctrl-C").Press("ctrl+c")
	if !d.Quit() {
		t.Fatal("Ctrl-C does not end the program")
	}
	next := apptest.New(t, h).Expect("交接事项 钥匙在抽屉里 修灯").Press("f9", "ctrl+e").Expect("钥匙在抽屉里", "修灯").Press("ctrl+s", "2").Expect("已签退", "交接说明：钥匙在抽屉里")
	next.Press("f2").ExpectNot("交接事项 ")
	if rows, err := h.Desk(h.Boss).Drafts(context.Background()); err != nil || len(rows) != 0 {
		t.Errorf("drafts left: %+v %v", rows, err)
	}
}

// One Enter too many does not end a shift: it asks, and Enter there says no.
func TestEnterOnTheLastLineAsksBeforeItSignsOut(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	d := apptest.New(t, c.Hall).Press("f9", "ctrl+n", "ctrl+e").Press("enter", "enter").Expect("现在签退吗？", "没有写交接事项")
	d.Press("enter").ExpectNot("现在签退吗？", "已签退").Expect("交接事项").Type("修灯").Press("enter", "enter", "enter").Expect("交给下一班 1 件")
	if s := c.day(t, c.boss).Signed; len(s) != 1 || !s[0].Out.IsZero() {
		t.Fatalf("%+v", s)
	}
	d.Press("2").Expect("已签退", "修灯")
}

// Who is in the hall still is named before a shift ends, with the number, as it stands at that moment.
func TestSigningOutNamesWhoIsStillThere(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	come := func(name string) hall.ConsultationID {
		in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
		in.Parties[0].Details = hall.Details{Name: name}
		res, err := c.boss.FinishIntake(ctx, 0, in)
		ok(t, err)
		return res.Consultation
	}
	d := apptest.New(t, c.Hall).Press("f9", "ctrl+n", "ctrl+e").Expect("签退，写交接")
	in, away := come("章雪琴"), come("王友根")
	come("李水生")
	_, err := c.boss.Call(ctx, in, "一室")
	ok(t, err)
	_, err = c.boss.Call(ctx, away, "二室")
	ok(t, err)
	ok(t, c.boss.Skip(ctx, away))
	d.Press("enter", "enter").Expect("现在签退吗？", "调解室里还有 1 人：001 章雪琴 一室", "还有 1 人在等：003 李水生", "过号没回来 1 人：002 王友根")
}

func TestADraftOnTheBoardLeadsToItsForm(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	d := apptest.New(t, c.Hall).Press("f9", "ctrl+n", "enter", "2").Type("有人来问").Press("esc", "f2").Expect("值班记录 日志 有人来问")
	for range 12 {
		if strings.Contains(d.Press("down").Screen(), "▸ 值班记录") {
			break
		}
	}
	d.Press("enter").Expect("记值班日志", "有人来问").Press("ctrl+s").Expect("已记下")
}

func TestEachWritesAHandoverOfTheirOwn(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	apptest.New(t, c.Hall).Press("f9", "ctrl+n", "ctrl+e").Type("陈芳的事").Press("esc")
	d := c.open(t, c.wang, apptest.Options{}).ExpectNot("陈芳的事").Press("ctrl+n", "ctrl+e").ExpectNot("陈芳的事").Type("王值班的事").Press("ctrl+s").Expect("只有交接说明").Press(
		"2")
	d.Expect("交接说明：王值班的事")
	apptest.New(t, c.Hall).Press("f9", "ctrl+e").Expect("陈芳的事")
}

func TestSignedOffElsewhereMeanwhileIsSaid(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	a, b := apptest.New(t, c.Hall).Press("f9", "ctrl+n", "ctrl+e").Type("钥匙在抽屉里"), apptest.New(t, c.Hall).Press("f9", "ctrl+e")
	b.Press("ctrl+s", "2").Expect("已签退")
	a.Press("ctrl+s", "2").Expect("您已在另一台电脑上签退").Press("esc")
	if s := c.day(t, c.boss).Signed; len(s) != 1 || s[0].Note != "" {
		t.Errorf("kept: %+v", s)
	}
	if rows, err := c.boss.Drafts(ctx); err != nil || len(rows) != 1 {
		t.Errorf("what was typed is gone: %+v %v", rows, err)
	}
}

// Who has no account is signed in and out by the front desk; a mediator is told who may.
func TestSigningSomebodyElse(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, c.today, hall.DutyRef{Kind: hall.InviteOther, Name: "沈大伯"}, ref(c.xu))
	c.open(t, c.xu, apptest.Options{}).Press("enter", "6").Expect("替别人签到", "值班人员")
	d := c.open(t, c.wang, apptest.Options{}).Press("enter", "6").Expect("沈大伯 签到", "有账号，自己签").Press("1").Expect("替 沈大伯 签到", "10:14", "没有账号")
	d.Press("enter", "ctrl+u").Press("ctrl+s").Expect("为什么代签").Press("up").Type("8:35").Press("enter").Type("忙，忘了按").Press("ctrl+s")
	d.Expect("已替 沈大伯 签到", "沈大伯 在岗 08:35 签到", "王值班：忙，忘了按").ExpectNot("迟到")
	d.Press("enter", "6").Expect("沈大伯 签退").Press("1").Type("钥匙交窗口").Press("esc").Press("enter", "6", "1").Expect("钥匙交窗口").Press("ctrl+s").Expect("已替 沈大伯 签退",
		"交接说明：钥匙交窗口", "早退 6 小时 46 分")
}

// Going home before the shift ends is asked about, with how early that is.
func TestGoingEarlyIsAskedAboutAndMarked(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, c.today, ref(c.wang))
	d := c.open(t, c.wang, apptest.Options{}).Press("ctrl+n", "ctrl+e", "ctrl+s").Expect("这一班到 17:00，现在走要记早退 6 小时 46 分").Press("2").Expect("已签退", "早退 6 小时 46 分")
	d.Press("ctrl+n").ExpectNot("早退")
}

// A sign-out that was forgotten is written down by whose it is; the head puts times right. What stood
// before stays beside them.
func TestASignInIsPutRight(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, c.today, ref(c.xu))
	ok(t, c.wang.DutyIn(ctx))
	c.Clock.Add(24 * time.Hour)
	d := c.open(t, c.wang, apptest.Options{}).Press("ctrl+n").Advance(10*time.Second).Expect("您 11月24日 周二 没有签退").Press("pgup", "end")
	for range 12 {
		if strings.Contains(d.Screen(), "▸ ● 王值班") {
			break
		}
		d.Press("up")
	}
	d.Press("enter").Expect("▸ 0 签到记录", "没有签退，按 Enter 补上").Press("0").Expect("签到记录 · 王值班 11月24日 周二", "没有签退", "没排班，来了")
	d.Press("enter").Expect("1 更正签到、签退", "2 补签退").Press("2")
	d.Expect("几点走的 17:00").Type("16:40").Press("enter").Type("断电了").Press("ctrl+s").Expect("已补签退：王值班", "签退 16:40", "签退时间：（空） → 16:40（王值班", "断电")
	d.Press("enter", "1").Expect("中心主任")
	x := apptest.New(t, c.Hall).Press("f9", "pgup", "down", "enter", "0").Expect("签到记录 · 王值班")
	x.Press("enter", "1").Expect("原来写的会留着").Type("8:20").Press("enter", "enter")
	x.Press("2").Press("enter").Type("替徐建国来的").Press("ctrl+s").Expect("已更正：王值班", "签到 08:20", "顶班 本中心值班", "徐建国", "签到时间：10:14 → 08:20", "对应的班：（空） → 当天的一班", "替徐建国")
	x.Press("esc").Expect("顶班", "徐建国 王值班 顶班", "08:20 签到").ExpectNot("缺勤")
}

// Who came and never signed in writes that down later; the head does for anybody, and signs a colleague in
// today, too. A colleague does neither.
func TestAMissingSignInIsWrittenDown(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, c.today, ref(c.xu), ref(c.wang))
	c.plan(t, hall.DutyHall, c.today+1, ref(c.wang))
	c.Clock.Add(24 * time.Hour)
	d := c.open(t, c.xu, apptest.Options{}).Press("pgup").Expect("▸ ○ 徐建国 缺勤", "徐建国 来了没签到的，按 Enter 补上")
	d.Press("enter").Expect("▸ 0 签到记录（更正、补签）").Press("0").Expect("补签到 徐建国 11月24日 周二", "几点来的 08:30", "几点走的 17:00")
	d.Type("8:50").Press("enter", "enter").Press("ctrl+s").Expect("为什么没签到").Type("下村去了").Press("ctrl+s")
	d.Expect("已补签到：徐建国", "徐建国 已下班 08:50 签到，17:00 签退", "迟到 20 分", "补签 徐建国 2026年11月25日 周三 10:14：下村去了")
	d.Press("down", "enter", "0").Expect("由本人或主任来补").Press("esc")

	e := apptest.Open(t, c.Hall, apptest.Options{Actor: &c.Boss, Lang: text.En}).Press("f9").Press("enter", "6").Expect("王值班: sign in")
	e.Press("1").Expect("Sign 王值班 in", "Why").ExpectNot("has no account").Type("8:30").Press("enter").Type("out in a village").Press("ctrl+s")
	e.Expect("王值班 is signed in", "in 08:30")
	e.Press("pgup", "down", "enter", "0").Expect("Missing sign-in 王值班").Press("enter", "enter").Type("power cut").Press("ctrl+s")
	e.Expect("The sign-in of 王值班 is written down", "entered late")
	c.MustCheck()
}

// The county team's day, moved to today: the reason stands there; what it takes on and hands
// back is written, at two desks at once too.
func TestRotationDay(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	on := c.dispute(t)
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "何律师"}
	visit := c.plan(t, hall.DutyCounty, c.today+1, guest)
	_, err := c.boss.MoveDuty(ctx, visit.ID, visit.Rev, c.today, "县里开会")
	ok(t, err)
	d := c.open(t, c.wang, apptest.Options{}).Expect("何律师 应到未到", "原定 11月25日 周三，改到这天：县里开会")
	apptest.New(t, c.Hall).Expect("县下沉 今天")
	d.Press("tab").Expect("当天来的", "没有带走的", "没有交回的").Press("enter").Expect("8 写下沉记录").Press("8").Expect("下沉记录 11月24日 周二 何律师")
	d.Type("两镇共用的水井").Press("enter").Type("何律师").Press("enter").Type("章阿根").Rest().Press("down", "enter")
	d.Rest() // kept
	other := c.open(t, c.boss, apptest.Options{}).Press("tab", "enter", "8").Expect("两镇共用的水井").Press("esc")
	now := c.day(t, c.boss).Rows[0]
	_, err = c.boss.SaveRotation(ctx, now.ID, now.Rev, nil, []hall.DutyCase{{Number: "(2026)县调字第8号", What: "退回补证据", Who: "徐建国"}})
	ok(t, err)
	d.Press("ctrl+s").Expect("别的窗口刚改过", "退回补证据").Press("ctrl+s").Expect("下沉记录已保存", "带走 1 件", "两镇共用的水井 (2026)百调字第1号 何律师 办", "交回 1 件", "退回补证据 (2026)县调字第8号")
	got := c.day(t, c.boss).Rows[0]
	if len(got.Took) != 1 || got.Took[0].Case != on || got.Took[0].Who != "何律师" || len(got.Back) != 1 || got.Back[0].By != "陈芳" {
		t.Errorf("%+v, %+v", got.Took, got.Back)
	}
	other.Reload().Expect("带走 1 件")
	if rows, err := c.boss.Drafts(ctx); err != nil || len(rows) > 1 {
		t.Errorf("drafts: %+v %v", rows, err)
	}
	c.MustCheck()
}

func TestTheRecordIsPrinted(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.dispute(t)
	ok(t, c.wang.DutyIn(ctx))
	ok(t, c.wang.LogDuty(ctx, "有人打 13800016021 来问", 0))
	ok(t, c.wang.HandOver(ctx, "钥匙在抽屉", []hall.HandItem{{What: "给章阿根打电话", Case: 1}, {What: "修灯"}}))
	ok(t, c.xu.DutyIn(ctx))
	ok(t, c.xu.AcceptHandover(ctx, c.day(t, c.xu).Open[0].Shift, 1))
	apptest.New(t, c.Hall).Press("f9", "enter", "9").Expect("样例中心不留文件")
	var file string
	var b bytes.Buffer
	export := func(_ context.Context, name string, write func(io.Writer) error) (string, error) {
		file = name
		return "/tmp/" + name, write(&b)
	}
	apptest.Open(t, c.Hall, apptest.Options{Actor: &c.Boss, Export: export}).Press("f9", "enter", "9").Expect("已写成文件：/tmp/交接班记录 2026-11-24.docx")
	got := docText(t, b.Bytes())
	for _, want := range []string{"交接班记录", "2026年11月24日 周二", "王值班", "钥匙在抽屉", "给章阿根打电话", "(2026)百调字第1号", "未接", "徐建国", "接班人（签名）"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: %q is not on the paper:\n%s", file, want, got)
		}
	}
	if strings.Contains(got, "13800016021") {
		t.Error("a telephone leaves the hall")
	}
}

func docText(t *testing.T, b []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	ok(t, err)
	f, err := z.Open("word/document.xml")
	ok(t, err)
	var out strings.Builder
	for d := xml.NewDecoder(f); ; {
		tok, err := d.Token()
		if err == io.EOF {
			return out.String()
		}
		ok(t, err)
		switch tok := tok.(type) {
		case xml.CharData:
			out.Write(tok)
		case xml.EndElement:
			if tok.Name.Local == "p" {
				out.WriteString("\n")
			}
		}
	}
}

// In a county several townships are visited on a day; each has its record.
func TestACountysDayHasSeveralVisits(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	s := c.Settings()
	s.Level = hall.County
	s.Duty.Towns = []hall.DutyTown{{Name: "百官镇", Class: 1}, {Name: "曹娥镇", Class: 2}}
	c.SetSettings(s)
	for i, town := range s.Duty.Towns {
		who := []hall.DutyRef{{Kind: hall.InviteOther, Name: []string{"何律师", "沈法官"}[i]}}
		_, err := c.boss.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: c.today, Township: town.Name, People: who}, "下沉")
		ok(t, err)
	}
	d := c.open(t, c.wang, apptest.Options{}).Expect("县级下沉 百官镇", "县级下沉 曹娥镇").Press("tab", "enter", "8").Expect("写哪一处的", "曹娥镇 沈法官").Press("2").Expect("沈法官").Type(
		"水井").Press("ctrl+s").Expect("已保存", "带走 1 件", "水井")
	d.ExpectNot("当天来的")
}

// Ctrl-T leads to the month's plan, and a swap that waits for an answer to where it is given.
func TestTheMonthIsOneKeyAway(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	give := c.plan(t, hall.DutyHall, c.today+1, ref(c.xu))
	_, err := c.xu.AskSwap(ctx, hall.DutySwap{Duty: give.ID, Who: ref(c.xu), With: ref(c.wang), Why: "家里办喜事"})
	ok(t, err)
	d := c.open(t, c.wang, apptest.Options{}).Press("ctrl+n").Expect("徐建国 请您顶 11月25日 周三 的班").Advance(10 * time.Second).Expect("按 Enter 去答复").Press("ctrl+t").
		Expect("值班安排").Press("esc").Expect("今天值班")
	d.Press("enter").Expect("换班", "家里办喜事")
}

// Enough is said in English too.
func TestTheScenarioInEnglish(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.open(t, c.wang, apptest.Options{Lang: text.En}).Press("enter", "1").Expect("Signed in", "came without a shift").Press("enter", "2").Type("a caller").Press(
		"ctrl+s").Expect("Recorded", "a caller")
}

// What bars a step is said as it is: who has signed out is told so, and on another day nobody is
// sent to sign in.
func TestWhyNothingIsDoneBeforeSigningIn(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	d := apptest.New(t, c.Hall).Press("f9", "ctrl+n", "ctrl+e", "ctrl+s", "2").Expect("已签退").Press("enter", "2").Expect("您已经签退，再签到才能办")
	d.Press("esc", "pgdown", "enter", "2").Expect("按 Home 回今天再办").ExpectNot("先签到")
}

// Who left still stands in the plan: the place is said to be empty, and who plans is told and led to
// where another is put there.
func TestAShiftOfWhoLeftIsSaidToLackSomebody(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, c.today, ref(c.wang), ref(c.xu))
	c.plan(t, hall.DutyHall, c.today+1, ref(c.wang))
	staff, err := c.boss.Staff(ctx)
	ok(t, err)
	for _, s := range staff {
		if s.Name == "王值班" {
			s.Off = true
			ok(t, c.boss.ChangeStaff(ctx, s))
		}
	}
	c.open(t, c.xu, apptest.Options{}).Expect("王值班 缺：已停用或离任").Press("f2").Expect("王值班 缺：").ExpectNot("缺人 2 班")
	d := apptest.New(t, c.Hall).Expect("缺人 2 班：11月24日")
	for range 12 {
		if strings.Contains(d.Press("down").Screen(), "▸ 缺人") {
			break
		}
	}
	d.Press("enter").Expect("值班安排").Press("enter", "2").Expect("换下 王值班")
}

// A dangerous case says so wherever somebody on duty acts on it: in the log, in what is handed over, on
// the paper of the day.
func TestADangerousCaseIsMarkedInLogAndHandover(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Risk, in.Measures = hall.RiskHigh, "带了刀，已请民警到场"
	r, err := c.boss.FinishIntake(ctx, 0, in)
	ok(t, err)
	ok(t, c.wang.DutyIn(ctx))
	ok(t, c.wang.LogDuty(ctx, "章雪琴来问进展", r.Case))
	ok(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "给章阿根打电话", Case: r.Case}, {What: "修灯"}}))
	d := c.open(t, c.xu, apptest.Options{}).Press("ctrl+n").Expect("王值班 [危] 给章阿根打电话", "[危] 章雪琴来问进展").ExpectNot("[危] 修灯")
	d.Press("down", "down").Expect("▸ 王值班 [危]", "危险程度 高", "带了刀")
	signed, warned, err := c.boss.DutyRecord(ctx, c.today)
	ok(t, err)
	var b bytes.Buffer
	_, err = paper.Handover{Hall: "中心", Day: c.today, Signed: signed, Warned: warned}.Doc(text.Zh).WriteTo(&b)
	ok(t, err)
	if got := docText(t, b.Bytes()); !strings.Contains(got, "危 给章阿根打电话") {
		t.Errorf("not on the paper:\n%s", got)
	}
}
