package dispute_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/dispute/followup"
)

// settled is a case that was settled today, to be performed in ten days: follow-ups are
// planned in 11 and in 30 days.
func settled(t *testing.T, h *storetest.Hall) hall.CaseID {
	t.Helper()
	d := h.Desk(h.Boss)
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx(), 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))).Case
	for _, s := range []hall.Step{
		{Action: hall.ActAssign, Mediator: h.Boss.Mediator},
		{Action: hall.ActSession, Session: &hall.Session{At: h.Now(), Statements: "各让一步", Result: hall.ResultSettled}},
		{Action: hall.ActAgree, Agreement: &hall.Agreement{Made: today(), Terms: "东檐收短半米", PerformBy: today() + 10, WhyOral: "双方要求"}},
	} {
		c := must[hall.CaseFile](t)(d.Case(ctx(), id)).Case
		must[hall.Case](t)(d.Step(ctx(), id, c.Rev, 0, s))
	}
	return id
}

// later is the program on a later day.
func later(t *testing.T, h *storetest.Hall, days int) *apptest.Driver {
	t.Helper()
	h.Clock.Set(storetest.Start().AddDate(0, 0, days))
	return apptest.New(t, h).Press("f7")
}

func all(t *testing.T, h *storetest.Hall) hall.FollowUps {
	t.Helper()
	return must[hall.FollowUps](t)(h.Desk(h.Boss).AllFollowUps(ctx(), 50))
}

func visit(t *testing.T, h *storetest.Hall, id hall.ConsultationID) hall.Consultation {
	t.Helper()
	return must[hall.JointFile](t)(h.Desk(h.Boss).FollowUp(ctx(), id)).Consultation
}

func drafts(t *testing.T, h *storetest.Hall) []hall.DraftRow {
	t.Helper()
	return must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx()))
}

func TestAVisitIsRecordedAndTheNextOneProposed(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 12).Expect("已逾期 1 件", "12月5日 周六 逾期 1 天", "章雪琴—章阿根", "以后 1 件", "东檐收短半米", "10012346021")
	d.Press("enter").Expect("1 登记回访", "6 复发：重开本案 登记为“已经反复”以后").Press("1").Expect("登记回访", "12月6日 周日")
	d.Press("ctrl+s").Expect("这一项要填")
	d.Press("2", "enter", "2", "enter").Expect("2 满意").Press("2", "enter").Expect(
		"采取的措施") // partly performed, content, signs of it
	d.Type("檐沟装了，没收短").Press("enter", "ctrl+s").Expect("这一项要填").Type("请网格员去看").Press("enter", "1", "enter").Expect("2026-12-21 12月21日 周一") // proposed
	d.Press("ctrl+u").Type("12-4").Press("enter").Expect("不能早于 12月7日 周一", "请网格员去看")
	d.Press("ctrl+u").Type("2-30").Press("ctrl+s").Expect("2月只有 28 天").Press("ctrl+u").Type("+20").Press("enter").Expect("回访已登记，下次 12月26日 周六", "已回访 1 件", "有苗头")
	a := all(t, h)
	if len(a.Ended.Rows) != 1 || len(a.Later.Rows) != 2 {
		t.Fatalf("%+v", a)
	}
	w := visit(t, h, a.Ended.Rows[0].ID).Visit
	if w.On != today()+12 || w.By != "陈芳" || w.Performance != hall.PerformancePart || w.Satisfaction != 4 || w.Relapse != hall.RelapseRisk ||
		w.Measures != "请网格员去看" || w.Next != today()+32 || w.Lawsuit {
		t.Errorf("%+v", w)
	}
	if rows := drafts(t, h); len(rows) != 0 {
		t.Errorf("the draft stays: %+v", rows)
	}
	d.Press("end", "enter").Expect("8 更正回访记录").Press("5").Expect("了解的情况 檐沟装了，没收短", "下次回访 12月26日 周六").Press("esc").Expect("已回访 1 件")
	d.Press("end", "enter", "8").Expect("更正回访记录", "原来写的会留着").Press("tab", "tab", "tab", "1").Press("ctrl+s").Expect("这一项要填")
	d.Type("打错了").Press("ctrl+s").Expect("已更正回访记录").Press("end", "enter", "5").
		Expect("满意程度 很满意", "更正 ─", "满意程度：满意 → 很满意（陈芳", "打错了", "下次回访 12月26日 周六")
	h.MustCheck()
}

// What somebody wrote for the next visit is not written over by a proposal; one nobody
// touched follows the answers.
func TestTheProposalFollowsTheAnswersUntilItIsChanged(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 12).Press("enter", "1", "tab", "tab").Press("1", "enter", "1", "enter", "1", "enter").Expect("下次回访").ExpectNot("2027", "2026-12-1",
		"2026-12-2")
	d.Press("up", "3", "enter").Expect("2026-12-13 12月13日 周日") // it came back: soon
	d.Press("up", "2", "enter").Expect("2026-12-21")
	d.Type("见到了").Press("tab", "tab", "tab", "ctrl+u").Type("12-30").Press("up", "up", "up", "up", "3").Expect("12-30 12月30日 周三")
	d.Press("esc", "enter", "1").Expect("接着写", "12-30 12月30日 周三").Press("tab", "tab", "tab", "tab", "1").Expect("12-30 12月30日 周三") // gone on with, too
	d.Press("2").Expect("12-30 12月30日 周三")
}

func TestAHalfWrittenVisitIsKept(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 11).Press("enter", "1", "tab", "tab", "2", "enter", "3", "enter", "1", "enter").Type("门锁着").Press("esc").Expect("已留在", "12月5日")
	d.Press("f2").Expect("回访记录 (2026)百调字第1号").Press("f7", "enter", "1").Expect("门锁着", "接着写：陈芳").Press("f2")
	row := drafts(t, h)[0]
	if row.Kind != hall.DraftFollowUp || row.Consultation == 0 {
		t.Fatalf("%+v", row)
	}
	at := routed(t, h, followup.New, views.Route{Case: row.Case, Consultation: row.Consultation, Draft: row.ID}).Expect("门锁着")
	if err := h.Desk(h.Boss).CancelAppointment(ctx(), row.Consultation, "搬走了"); err != nil {
		t.Fatal(err)
	}
	at.Press("ctrl+s").ExpectNot("已登记").Expect("已取消，不再改", "未完成")
	d.Press("f7").Reload()
	routed(t, h, followup.New, views.Route{Case: row.Case, Consultation: row.Consultation, Draft: row.ID}).Expect("已取消", "门锁着").Press("ctrl+d", "2").Expect("已丢弃")
	if rows := drafts(t, h); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

// routedFollowup is a person whom a route leads to the screen.
func TestAnotherDeskWasQuickerWithAVisit(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 11).Press("enter", "1", "tab", "tab", "1", "enter", "1", "enter", "1", "enter").Type("都好")
	first := all(t, h).Soon.Rows[0]
	must[hall.Consultation](t)(h.Desk(h.Boss).MoveFollowUp(ctx(), first.ID, first.Rev, 0, hall.FollowPhone, hall.Booking{Slot: hall.Slot{Day: today() + 13}},
		"下雨"))
	d.Press("ctrl+s").Expect("别的窗口刚改过", "都好").Press("ctrl+s").Expect("回访已登记，不用再去", "打开案件，选“登记履行”")
	if v := visit(t, h, first.ID); v.State != hall.Ended || len(v.Moves) != 1 {
		t.Errorf("%+v", v)
	}
}

func TestAVisitIsMovedAndGivenAnHour(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 11).Press("enter", "2").Expect("改日期、方式或约钟点").Type("12-4").Press("enter", "enter", "enter").Type("走亲戚").Press("ctrl+s").Expect(
		"不能早于 12月5日 周六", "走亲戚")
	d.Press("ctrl+u").Type("周日").Expect("12月6日 周日（休息日）").Press("tab", "3", "enter").Type("9-10").Press("tab").Expect("地点", "1 一室").Press("2", "enter").Rest().
		Expect("冲突", "12月6日 周日 不开门", "12月7日 周一")
	d.Press("ctrl+s").Expect("12月6日 周日 不开门").Press("ctrl+u").Type("12-7").Rest().Expect("没有冲突").Press("esc").Expect("已留在").Press("enter", "2").Expect("走亲戚",
		"12-7", "接着写：陈芳")
	d.Press("ctrl+s").Expect("已改到 12月7日 周一 09:00–10:00", "今天到 7 天内 1 件", "09:00 来中心")
	v := visit(t, h, all(t, h).Soon.Rows[0].ID)
	if v.Room != "二室" || v.Slot != (hall.Slot{Day: today() + 13, From: 540, To: 600}) || v.Visit.Way != hall.FollowHall || v.Visit.Planned != today()+11 {
		t.Errorf("%+v", v)
	}
	d.Press("enter", "5").Expect("12月5日 周六 陈芳 从 12月5日 周六 改到 12月7日 周一 09:00–10:", "走亲戚", "原定 12月5日 周六").Press("esc", "enter", "2").Type("12-24").Press("enter",
		"1", "enter", "enter").Type("x").Press("ctrl+s").Expect("12月24日 周四 已经安排了这件的回访")
}

func TestAVisitIsCancelledWithAReason(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 11).Press("enter", "3").Expect("取消这次回访").Press("ctrl+s").Expect("这一项要填").Type("一家搬走了").Press("esc", "enter", "3").Expect("一家搬走了").Press(
		"ctrl+s").Expect("已取消这次回访", "今天到 7 天内 0 件")
	d.Press("f2").Expect("取消回访")
}

func TestOneIsPlannedByHand(t *testing.T) {
	h := storetest.New(t)
	id := settled(t, h)
	open := must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx(), 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))).Case
	d := later(t, h, 0).Press("ctrl+n").Expect("给哪件案件安排回访", "第1号").ExpectNot("第2号").Type("2026-2").Rest().Expect("没有生效的协议").Press("enter").Expect("请先登记协议和签字盖章")
	d.Press("ctrl+n", "enter").Expect("安排一次回访", "章雪琴—章阿根").Type("昨天").Press("enter", "enter").Expect("不能早于 11月24日 周二").Press("ctrl+u").Type("+5").Press("esc").
		Expect("已留在")
	d.Press("f2").Expect("回访记录 (2026)百调字第1号  安排一").Press("f7", "ctrl+n", "enter").Expect("+5 11月29日 周日", "接着写").Press("ctrl+s").Expect("回访已定在 11月29日 周日",
		"▸ 11月29日 周日 5 天", "人工安排", "东檐收短半米")
	routed(t, h, followup.New, views.Route{Case: id}).Expect("安排一次回访").Type("11-29").Press("ctrl+s").Expect("11月29日 周日 已经安排了")
	routed(t, h, followup.New, views.Route{Case: open}).Expect("请先登记协议和签字盖章").ExpectNot("安排一次回访")
}

// back records that the quarrel came back.
func back(t *testing.T, h *storetest.Hall) *apptest.Driver {
	t.Helper()
	d := later(t, h, 12).Press("enter", "1", "tab", "tab").Press("1", "enter", "5", "enter", "3", "enter").Type("又滴水，吵起来").Press("enter").Type("请村里看着").Press(
		"enter", "1", "enter").Press("enter")
	return d.Expect("已经反复，怎么办", "1 重开本案，接着调解", "2 另登一件，连着本案", "3 先不动")
}

func TestARelapseReopensTheCase(t *testing.T) {
	h := storetest.New(t)
	id := settled(t, h)
	d := back(t, h).Press("1").Expect("重开 (2026)百调字第1号", "又滴水，吵起来").Press("ctrl+s").Expect("已重开", "案件 (2026)百调字第1号", "调解中")
	a := all(t, h)
	if a.Overdue.Total+a.Soon.Total+a.Later.Total != 0 || visit(t, h, a.Ended.Rows[0].ID).Visit.Again != id {
		t.Errorf("%+v", a)
	}
	d.Press("esc", "end", "enter").Expect("6 复发：重开本案 已经处理过").Press("5").Expect("反复后 已重开本案")
}

func TestARelapseOpensALinkedCase(t *testing.T) {
	h := storetest.New(t)
	id := settled(t, h)
	d := back(t, h).Press("2").Expect("受理登记", "章雪琴", "章阿根", "复发")
	d.Press("f7", "end", "enter", "7").Expect("受理登记") // not done yet: it is offered again
	for range 14 {
		d.Press("enter")
	}
	d.Press("ctrl+s").Press("enter", "enter", "enter", "enter", "enter", "enter", "enter", "enter").Press("ctrl+s")
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Relapse = id
	must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx(), 0, in)) // at another desk
	apptest.New(t, h).Press("f7", "end", "enter").Expect("7 复发：另登一件 已经处理过").Press("5").Expect("反复后 已另登一件 (2026)百调字第2号")
}

func TestARelapseMayBeLeft(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	back(t, h).Press("3").Expect("先不动").Press("end").Expect("反复后 还没有处理").Press("enter").Expect("▸ 6 复发：重开本案").Press("esc", "home").Expect("今天到 7 天内 0 件",
		"12月13日 周日")
}

// Who may not take a case up again sees it, and why.
func TestNotEverybodyReopens(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	a := h.Add("li", "李值班", hall.RoleMediator).Actor()
	h.Clock.Set(storetest.Start().AddDate(0, 0, 12))
	d := apptest.Open(t, h, apptest.Options{Actor: &a}).Press("f7").Expect("100····6021").ExpectNot("10012346021")
	d.Press("enter", "1", "tab", "tab").Press("1", "enter", "5", "enter", "3", "enter").Type("又吵").Press("enter").Type("劝开").Press("enter", "1", "enter", "enter").
		Expect("1 重开本案，接着调解 请找")
}

func TestATripIsReadChangedAndSaved(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	var name string
	var file bytes.Buffer
	export := func(_ context.Context, n string, write func(io.Writer) error) (string, error) {
		name = n
		return "/data/" + n, write(&file)
	}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Export: export}).Press("f7", "ctrl+t").Expect("到 12月8日 周二 为止要上门的 1 件", "小港村 1 件",
		"12月5日 周六 11 天 章雪琴—章阿根", "10012346021", "履行到期后回访 东檐收短半米", "履行期限 12月4日 周五")
	d.Press("enter", "1").Expect("到哪天为止").Type("2-31").Press("enter").Expect("2月只有 28 天").Press("ctrl+u").Type("昨天").Press("enter").Expect("不能早于").Press("ctrl+u").
		Type("12-24").Press("enter").Expect("到 12月24日 周四 为止要上门的 2 件")
	d.Press("ctrl+s").Expect("已存到 /data/回访路线-2026-11-24.txt")
	if got := file.String(); name != "回访路线-2026-11-24.txt" || !strings.Contains(got, "百官街道联合调解中心  2026年11月24日 周二  陈芳") || !strings.Contains(got, "12月24日 周四") ||
		strings.Contains(got, "\x1b") {
		t.Errorf("%s:\n%s", name, got)
	}
	d.Press("enter", "1").Type("今天").Press("enter").Expect("到 11月24日 周二 为止没有要上门的").Press("ctrl+s").Expect("没有要上门的").Press("esc").Expect("以后 2 件")
	apptest.New(t, h).Press("f7", "ctrl+t", "enter").Expect("2 存成文本文件，好打印 样例中心不留文件").Press("2").Expect("样例中心不留文件").Press("3").Expect("以后 2 件")
}

func TestAConfidentialOneIsListedAndNotOpened(t *testing.T) {
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	id := must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx(), 0, in)).Case
	for _, s := range []hall.Step{
		{Action: hall.ActAssign, Mediator: h.Boss.Mediator},
		{Action: hall.ActSession, Session: &hall.Session{At: h.Now(), Statements: "谈", Result: hall.ResultSettled}},
		{Action: hall.ActAgree, Agreement: &hall.Agreement{Made: today(), Terms: "赔", OnSpot: true}},
	} {
		c := must[hall.CaseFile](t)(h.Desk(h.Boss).Case(ctx(), id)).Case
		must[hall.Case](t)(h.Desk(h.Boss).Step(ctx(), id, c.Rev, 0, s))
	}
	a := h.Add("li", "李窗口", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &a}).Press("f7").Expect("不公开").ExpectNot("章雪琴", "小港村").Press("enter").Expect("不公开")
	d.Press("ctrl+t", "enter", "1").Type("+60").Press("enter").ExpectNot("章雪琴", "小港村").Expect("没有要上门的")
	routed(t, h, followup.New, views.Route{Consultation: all(t, h).Later.Rows[0].ID}).Expect("章雪琴")
}

func TestWhatIsDueComesFromTheBoard(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	h.Clock.Set(storetest.Start().AddDate(0, 0, 12))
	first := all(t, h).Overdue.Rows[0]
	d := routed(t, h, followup.New, views.Route{Consultation: first.ID}).Expect("待回访 逾期 1 天", "下一步 去过以后按 Enter 登记回访")
	d.Press("enter").Expect("▸ 1 登记回访", "看全部和改期经过 现在看的就是")
	d.Press("1", "tab", "tab").Press("1", "enter", "1", "enter", "1", "enter").Type("都好").Press("ctrl+s").Expect("已回访", "回访人 陈芳 12月6日 周日", "很满意").Advance(
		time.Minute).Expect("已登记；Enter 可以看案件")
}

// What contradicts itself is asked about once: back to the form by Esc, or written as it is.
func TestAContradictionIsAskedAboutOnce(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	d := later(t, h, 12).Press("enter", "1", "tab", "tab").Press("3", "enter", "1", "enter", "1", "enter").Type("都好").Press("ctrl+s")
	d.Expect("这几项对得上吗", "很满意").Press("esc").Expect("了解的情况").ExpectNot("已登记")
	d.Press("ctrl+s").Expect("这几项对得上吗", "就是这样，登记").Press("2").Expect("回访已登记")
}

// Whoever goes to the door knows of the danger first: in the list, on the page, on the paper taken along.
func TestTheDangerIsSaidBeforeTheTrip(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	c := must[hall.CaseFile](t)(d.Case(ctx(), settled(t, h))).Case
	m := c.Matter
	m.Risk, m.Measures = hall.RiskHigh, "两个人一起去"
	must[hall.Case](t)(d.Step(ctx(), c.ID, c.Rev, 0, hall.Step{Action: hall.ActAmend, Reason: "邻居说的", Amend: &m}))
	see := later(t, h, 10).Expect("[危] 章雪琴", "防范 两个人一起去")
	see.Press("ctrl+t").Expect("! 注意", "防范 两个人一起去")
	see.Press("esc").Press("enter", "5").Expect("防范 两个人一起去")
}
