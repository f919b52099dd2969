package casefile_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/dispute/casefile"
	"sizhen/views/text"
)

// desk is a person with one case open.
type desk struct {
	*apptest.Driver
	t    *testing.T
	hall *storetest.Hall
	id   hall.CaseID
}

// opened is a hall with one accepted case, a drip between neighbours about 1,800.50 yuan.
func opened(t *testing.T, change func(*hall.Intake)) (*storetest.Hall, hall.CaseID) {
	t.Helper()
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Amount = 180050
	if change != nil {
		change(&in)
	}
	res, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	return h, res.Case
}

func open(t *testing.T, h *storetest.Hall, actor hall.Actor, r views.Route) *desk {
	t.Helper()
	d := apptest.Open(t, h, apptest.Options{Actor: &actor, Screens: map[views.Screen]func(*views.Env, views.Route) views.View{
		views.Board: func(env *views.Env, _ views.Route) views.View { return casefile.New(env, r) },
	}})
	return &desk{d, t, h, r.Case}
}

func first(t *testing.T, change func(*hall.Intake)) *desk {
	t.Helper()
	h, id := opened(t, change)
	return open(t, h, h.Boss, views.Route{Case: id})
}

// do opens the menu and takes an action by its place.
func (d *desk) do(a hall.Action) *desk {
	d.t.Helper()
	d.Press("enter", "home")
	for range slices.Index(append(hall.Actions(), hall.TalksActions()...), a) {
		d.Press("down")
	}
	d.Press("enter")
	return d
}

func (d *desk) file() hall.CaseFile {
	d.t.Helper()
	f, err := d.hall.Desk(d.hall.Boss).Case(context.Background(), d.id)
	if err != nil {
		d.t.Fatal(err)
	}
	return f
}

func (d *desk) is(want hall.State) *desk {
	d.t.Helper()
	if got := d.file().Case.State; got != want {
		d.t.Fatalf("the case is %q, want %q\n%s", text.State(got).In(text.Zh), text.State(want).In(text.Zh), d.Screen())
	}
	return d
}

// assigned is a case of the signed-in mediator's.
func assigned(t *testing.T) *desk {
	t.Helper()
	d := first(t, nil).do(hall.ActAssign)
	d.Press("enter").Expect("已指派调解员")
	return d
}

// From acceptance to the filed dossier by nothing but the step that the hint names, which
// the menu's cursor stands on.
func TestTheHintLeadsToTheFiledDossier(t *testing.T) {
	t.Parallel()
	d := first(t, nil).is(hall.Accepted)
	d.Expect("滴水", "章雪琴", "章阿根", "下一步", "指派调解员").Press("enter", "enter").Expect("陈芳").Press("enter").Expect("已指派调解员")
	d.Press("enter", "enter").Expect("先告知双方权利义务", "章雪琴、章阿根", "10:14").Press("enter").Type("一室").Press("enter", "enter", "2", "enter").Type("双方各述")
	d.Press("enter", "enter", "2", "enter").Type("十日内改装落水管，不得向邻院排水").Press("ctrl+s").Expect("已记录调解")
	d.is(hall.Mediating).Press("enter", "enter").Expect("十日内改装落水管").ExpectNot("1800.50").Press("enter", "enter", "enter", "enter").
		Expect("谈定的数；登记的涉及金额是").Type("1800.5").Press("ctrl+s").Expect("缺：章雪琴、章阿根、调解员签名、盖章")
	if a := d.file().Case.Agreement(); a.PerformBy != a.Made+10 || len(a.Clauses) != 1 || a.Clauses[0].By != a.Made+10 { // 十日内
		t.Errorf("%+v", a)
	}
	d.is(hall.Agreed).Press("enter", "enter").Expect("还缺：章雪琴、章阿根").Type("今天").Press("enter", "enter", "enter").Type("今天").Press("ctrl+s").Expect("缺：盖章")
	d.is(hall.Agreed).Press("enter", "enter", "enter", "enter", "enter", "enter").Type("今天").Press("enter").Expect("11月24日 周二 起生效")
	d.is(hall.Performing).do(hall.ActConfirm).Press("enter", "2", "enter", "1", "enter").Type("县人民法院").Press("ctrl+s").Expect("已登记申请司法确认")
	d.is(hall.Performing).Press("4").Expect("书面", "2026年11月24日", "壹仟捌佰元伍角").Press("1", "enter", "enter", "ctrl+s").Expect("已登记履行")
	d.is(hall.Performed).Press("enter", "enter").Expect("▸ 2  履行了，没有凭证", "4  章阿根 没有证件号").Press("1").Expect("照纸质卷宗")
	d.Type("封底、调解记录").Press("enter").Expect("还缺：申请书").Type("3 号柜 2 层").Press("enter", "2", "enter").Type("在补").Press("ctrl+s").Expect("已归档")
	d.is(hall.Filed).Press("end").Expect("3 号柜 2 层", "60 年", "卷内缺", "身份证明", "在补")
	d.is(hall.Filed).Press("5").Expect("登记协议", "登记履行", "申请司法确认 (2026)百调字第1号，县人民法院", "Ctrl-R")
	apptest.New(t, d.hall).Press("f8", "enter", "ctrl+r").Expect("受理登记", "章雪琴", "复发")
}

// A file is opened on record once, and read again without a further line.
func TestOpeningIsRecordedOnce(t *testing.T) {
	t.Parallel()
	d := first(t, nil)
	d.Reload().Reload()
	n := 0
	for _, e := range d.file().Journal {
		if e.Deed == hall.DeedOpenCase {
			n++
		}
	}
	if n != 1 {
		t.Errorf("opened %d times by the journal", n)
	}
}

func TestAMediatorIsWarnedAboutBeforeBeingChosen(t *testing.T) {
	t.Parallel()
	d := first(t, func(in *hall.Intake) { in.Parties[0].Proxy = "陈芳" }).do(hall.ActAssign)
	d.Expect("监护人或代理人").Press("enter").Expect("可能要回避", "章雪琴").Press("ctrl+s").Expect("这一项要填").Type("代理已经解除").Press("ctrl+s").Expect("已指派调解员")
	if a := d.file().Case.Assigned; len(a) != 1 || a[0].Why != "代理已经解除" {
		t.Errorf("assigned %+v", a)
	}
	d = first(t, func(in *hall.Intake) { in.Parties[0].Details.Name = "陈大娘" }).do(hall.ActAssign)
	d.Expect("同姓同村，问一声").Press("enter").Expect("已指派调解员") // a remark asks for no reason
}

// Whoever stands aside is replaced; who is on the case already is marked.
func TestStandingAsideNeedsAReplacement(t *testing.T) {
	t.Parallel()
	d := assigned(t)
	d.hall.Add("xujianguo", "徐建国", hall.RoleMediator)
	d.do(hall.ActStandAside).Expect("换成谁", "已在本案", "徐建国").Press("enter").Type("与申请人是表亲").Press("enter").Expect("已更换回避的调解员", "徐建国 主持", "表亲", "已回避")
}

// What somebody at another desk changed is not overwritten by an older form.
func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	t.Parallel()
	d := first(t, nil).do(hall.ActAmend)
	d.Press("down").Type("屋檐")
	c := d.file().Case
	fix := hall.Step{Action: hall.ActAmend, Reason: "写错", Amend: &hall.Matter{Type: c.Type, Facts: "别处改的"}}
	other, err := d.hall.Desk(d.hall.Boss).Step(t.Context(), d.id, c.Rev, 0, fix)
	if err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").Expect("别的窗口刚改过", "屋檐", "别处改的").Press("ctrl+s").Expect("已补充或更正")
	if now := d.file().Case; now.Rev <= other.Rev || now.Facts != "别处改的" {
		t.Errorf("after the second time: %+v", now)
	}
}

// What was typed waits for whoever goes on: after Esc, in the box as on the whole screen.
func TestTypedTextIsKept(t *testing.T) {
	t.Parallel()
	d := assigned(t).do(hall.ActSession)
	d.Press("enter", "enter", "enter", "2", "enter").Type("申请人说屋檐滴水").Rest().Press("esc").Expect("已留在")
	d.do(hall.ActPause).Press("1", "enter").Type("委托鉴定").Press("esc").Expect("已留在")
	again := open(t, d.hall, d.hall.Boss, views.Route{Case: d.id}).do(hall.ActPause)
	again.Expect("委托鉴定", "接着写：陈芳").Press("esc")
	again.do(hall.ActSession).Expect("申请人说屋檐滴水")
	drafts, err := d.hall.Desk(d.hall.Boss).Drafts(t.Context())
	if err != nil || len(drafts) != 2 {
		t.Fatalf("drafts %+v, %v", drafts, err)
	}
	for _, one := range drafts {
		want := map[hall.DraftKind]string{hall.DraftSession: "申请人说屋檐滴水", hall.DraftOther: "委托鉴定"}[one.Kind]
		open(t, d.hall, d.hall.Boss, views.Route{Case: d.id, Draft: one.ID}).Expect(want)
	}
	open(t, d.hall, d.hall.Boss, views.Route{Case: d.id}).do(hall.ActPause).Press("down", "down").Type("12-10").Press("ctrl+s").Expect("已中止")
	d.is(hall.Paused)
	if drafts, _ = d.hall.Desk(d.hall.Boss).Drafts(t.Context()); len(drafts) != 1 {
		t.Errorf("a finished form left its draft: %+v", drafts)
	}
}

func TestErrorsStandUnderTheirFields(t *testing.T) {
	t.Parallel()
	d := assigned(t).do(hall.ActExtend)
	d.Press("1", "enter").Type("还在鉴定").Press("ctrl+s").Expect("延长要双方共同提出", "还在鉴定").Press("2", "ctrl+s").Expect("已延长期限")
	d.do(hall.ActReport).Press("enter").Press("ctrl+u").Type("23:59").Press("enter").Type("百官派出所 王警官").Press("ctrl+s").Expect("这个时间还没到", "王警官").Press("esc")
	d.do(hall.ActSession).Press("enter", "enter", "enter", "1", "enter", "enter", "enter", "1", "ctrl+s").Expect("还没有写调解经过")
}

// Reports stand in the case side by side, and who must still hear of it stands first, until everybody has.
func TestEveryReportIsShown(t *testing.T) {
	t.Parallel()
	d := assigned(t)
	for _, who := range []string{"徐警官", "王警官"} {
		d.do(hall.ActReport).Press("enter", "enter").Type(who).Press("ctrl+s").Expect("已登记报告")
	}
	d.Expect("徐警官", "王警官").ExpectNot("还要报告")
	file := d.file()
	fix := hall.FixOf(file.Case)
	fix.Flags = hall.FlagExtreme
	if _, err := d.hall.Desk(d.hall.Boss).CorrectCase(t.Context(), file.Case.ID, file.Case.Rev, fix, "扬言跳楼"); err != nil {
		t.Fatal(err)
	}
	d = open(t, d.hall, d.hall.Boss, views.Route{Case: d.id})
	d.Expect("红：马上报告", "还要报告综治中心、村（社区）网格")
	d.do(hall.ActReport).Expect("● 2 综治中心").Press("enter", "enter").Type("俞主任").Press("ctrl+s").Expect("还要报告村（社区）网格")
}

// What ends a case for good asks first, with no before yes; a menu keeps its numbers and says why not.
func TestWhatEndsACaseAsksFirst(t *testing.T) {
	t.Parallel()
	d := assigned(t).do(hall.ActTerminate)
	d.Press("2", "enter").Type("一方不来了").Press("ctrl+s").Expect("终止", "这一步不能取消", "一方不来了").Press("enter")
	d.is(hall.Accepted).Press("ctrl+s", "2").Expect("已终止")
	d.is(hall.Terminated).Press("enter", "home").Expect("1 受理 已经受理", "3 记录调解", "4 达成协议 案件已经结束")
}

func TestConfidentialAndMasked(t *testing.T) {
	t.Parallel()
	h, id := opened(t, func(in *hall.Intake) { in.Confidential = true })
	clerk := h.Add("clerk", "俞芳", hall.FrontDesk).Actor()
	open(t, h, clerk, views.Route{Case: id}).Expect("不公开", "承办调解员和中心主任").Press("enter").Expect("不公开").ExpectNot("记录调解")
	h, id = opened(t, nil)
	clerk = h.Add("clerk", "俞芳", hall.FrontDesk).Actor()
	open(t, h, clerk, views.Route{Case: id}).Press("2").Expect("已隐去", "100····6021").Press("enter").Expect("请找")
}

// Who was there is named before anybody types. A digit takes out one of those who have one, or puts
// that one in again; no digit, and no letter, wipes out the names, and one key alone is no draft.
func TestADigitTakesOutOneOfThoseWhoWereThere(t *testing.T) {
	t.Parallel()
	d := assigned(t)
	d.do(hall.ActSession).Press("enter", "enter").Expect("陈芳、章雪琴、章阿根", "1 陈芳  2 章雪琴  3 章阿根").Press("2").Expect("陈芳、章阿根").Press("esc")
	if drafts, err := d.hall.Desk(d.hall.Boss).Drafts(t.Context()); err != nil || len(drafts) != 0 {
		t.Errorf("a stray digit is kept: %+v %v", drafts, err)
	}
	d.do(hall.ActSession).Press("enter", "enter").Expect("陈芳、章雪琴、章阿根").Press("7").Expect("7 不是列出的人", "陈芳、章雪琴、章阿根")
	d.Press("3", "1").Expect("章雪琴").ExpectNot("陈芳、", "章阿根\n").Press("1").Expect("陈芳、章雪琴").Type("、网格员2").Expect("陈芳、章雪琴、网格员2")
	d.Press("3").Expect("网格员23").Press("esc").Expect("未完成")
}

// The record of a visit says who came to it, in which room and what was answered; who did not come is
// not among them, and it is that visit's record even when it is written a day later.
func TestARecordBeginsWithWhatTheVisitKnows(t *testing.T) {
	t.Parallel()
	d, ctx := assigned(t), context.Background()
	desk := d.hall.Desk(d.hall.Boss)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	v, err := desk.Book(ctx, d.id, 0, hall.Booking{Slot: hall.Slot{Day: hall.DayOf(d.hall.Now()), From: 10*60 + 30, To: 11*60 + 30}, Room: "一室"})
	must(err)
	_, err = desk.Arrive(ctx, v.ID, v.Rev, 0)
	must(err)
	_, err = desk.Call(ctx, v.ID, "一室")
	must(err)
	must(desk.StartVisit(ctx, v.ID, d.hall.Boss.Mediator))
	v, err = desk.Visit(ctx, v.ID)
	must(err)
	_, err = desk.EndVisit(ctx, v.ID, v.Rev, 0, hall.Ending{Outcome: hall.OnInCase, Advice: "先把落水管接到路边"})
	must(err)
	d.hall.Clock.Add(24 * time.Hour)
	d.do(hall.ActSession).Expect("11月24日 周二", "地点 一室", "先把落水管接到路边").Press("enter", "enter").Expect("陈芳、章雪琴").ExpectNot("陈芳、章雪琴、章阿根")
	d.Press("3").Expect("陈芳、章雪琴、章阿根").Press("3", "enter", "2", "enter").Type("双方各述").Press("enter", "enter", "1", "ctrl+s").Expect("已记录调解")
	f := d.file()
	if len(f.Consultations) != 1 || f.Consultations[0].Session == nil || f.Consultations[0].Session.Present != "陈芳、章雪琴" {
		t.Errorf("consultations %+v", f.Consultations)
	}
}
