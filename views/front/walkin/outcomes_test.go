package walkin_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func TestEveryOutcomeCanBeWrittenDown(t *testing.T) {
	for name, c := range map[string]struct {
		write func(*apptest.Driver)
		says  string
		want  hall.Outcome
	}{
		"settled": {func(d *apptest.Driver) {
			d.Press("1", "enter").Type("章阿根三日内改装落水管").Press("enter").Type("1200").Expect("壹仟贰佰元整").Press("enter", "2")
		}, "已立案", hall.SettledOnSpot},
		"case": {func(d *apptest.Driver) { d.Press("2") }, "已立案 (2026)百调字第1号", hall.AcceptedNow},
		"booked": {func(d *apptest.Driver) {
			d.Press("3", "enter").Type("明天").Press("enter").Expect("11月25日 周三").Type("9:00").Press("enter", "1", "enter", "2")
		}, "预约", hall.Booked},
		"joint": {func(d *apptest.Driver) { d.Press("4", "enter").Type("请司法所和农技站一起看") }, "现在打开这件案件吗", hall.JointProposed},
		"transferred": {func(d *apptest.Driver) {
			d.Press("5", "enter").Type("百官派出所").Press("enter").Type("涉嫌故意伤害")
		}, "已结束：转交", hall.TransferredOut},
		"not accepted": {func(d *apptest.Driver) {
			d.Press("6", "enter").Type("法院已经受理").Press("enter", "down", "enter").Expect("人民法院")
		}, "", hall.NotAccepted},
		"advice": {func(d *apptest.Driver) { d.Press("7") }, "已结束：只是咨询", hall.AdviceOnly},
	} {
		t.Run(name, func(t *testing.T) {
			h := storetest.New(t)
			come(t, h, "章雪琴")
			d := seen(apptest.New(t, h)).Press("enter", "3").Type("先查看界墙").Press("enter")
			c.write(d)
			d.Press("ctrl+s").Expect(c.says, "今天已结束 1")
			q := queue(t, h)
			if len(q.Ended) != 1 || q.Ended[0].Outcome != c.want {
				t.Fatalf("ended: %+v", q.Ended)
			}
			v, err := h.Desk(h.Boss).Visit(context.Background(), q.Ended[0].ID)
			if err != nil || v.End.Advice != "先查看界墙" {
				t.Errorf("the advice is not kept: %+v %v", v.End, err)
			}
		})
	}
}

// Whom a case is transferred to is found on file by its initials; the case says what it was called then,
// and how it is called now.
func TestABodyIsPickedThatTakesOver(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	boss, ctx := h.Desk(h.Boss), context.Background()
	b, err := boss.SaveBody(ctx, 0, hall.Body{Name: "县矛调中心", Kind: hall.BodyCourt, Contact: "何律师"})
	if err != nil {
		t.Fatal(err)
	}
	come(t, h, "章雪琴")
	d := seen(apptest.New(t, h)).Press("enter", "3").Type("先查看界墙").Press("enter", "5", "enter")
	d.Type("xmd").Rest().Expect("县矛调中心  何律师").Press("down", "enter").Expect("县矛调中心").Press("enter").Type("不归本中心管").Press("ctrl+s").Expect("已结束：转交")
	b.Name = "县社会治理中心"
	if _, err := boss.SaveBody(ctx, 0, b); err != nil {
		t.Fatal(err)
	}
	v, err := boss.Visit(ctx, queue(t, h).Ended[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if f, err := boss.Case(ctx, v.Case); err != nil || f.Case.ToBody != b.ID || f.Case.To != "县矛调中心" || f.ToNow != b.Name {
		t.Errorf("%+v %q %v", f.Case.To, f.ToNow, err)
	}
	d.Press("f8", "tab").Expect("章雪琴").Press("enter").Expect("转给县矛调中心", "县社会治理中心")
}

func TestTheDraftOfAConfidentialVisitIsNobodyElses(t *testing.T) {
	h := storetest.New(t)
	wang := h.Add("wang", "王窗口", hall.FrontDesk).Actor()
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	in.Confidential = true
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in); err != nil {
		t.Fatal(err)
	}
	seen(apptest.New(t, h)).Press("enter", "3").Type("先查看界墙").Press("esc")
	apptest.Open(t, h, apptest.Options{Actor: &wang}).ExpectNot("门诊记录")
}

// A visit by appointment is about a case that is there: it goes on in the case, and what was
// mediated then is recorded as that visit's session, not as one more visit.
func TestAVisitAboutACaseGoesOnInTheCase(t *testing.T) {
	h := storetest.New(t)
	desk, ctx := h.Desk(h.Boss), context.Background()
	today := hall.DayOf(h.Now())
	res, err := desk.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
	if err != nil {
		t.Fatal(err)
	}
	f, err := desk.Case(ctx, res.Case)
	if err == nil {
		_, err = desk.Step(ctx, res.Case, f.Case.Rev, 0, hall.Step{Action: hall.ActAssign, Mediator: h.Boss.Mediator})
	}
	if err != nil {
		t.Fatal(err)
	}
	v, err := desk.Book(ctx, res.Case, 0, hall.Booking{Slot: hall.Slot{Day: today, From: 630, To: 690}, Room: "一室", Mediators: []hall.MediatorID{h.Boss.Mediator}})
	if err == nil {
		_, err = desk.Arrive(ctx, v.ID, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	d := seen(apptest.New(t, h)).Press("enter", "3").Type("双方愿意再谈").Press("enter").Expect("1 在本案中继续", "2 预约", "3 只是咨询").ExpectNot("当场受理").Press("1", "ctrl+s")
	d.Expect("打开这件案件，记下刚才的调解吗").Press("2").Expect("案件", "章雪琴")
	if f, err = desk.Case(ctx, res.Case); err != nil {
		t.Fatal(err)
	}
	_, err = desk.Step(ctx, res.Case, f.Case.Rev, 0, hall.Step{Action: hall.ActSession, Session: &hall.Session{At: h.Now(), Statements: "双方各述", RightsTold: true}})
	if err != nil {
		t.Fatal(err)
	}
	f, err = desk.Case(ctx, res.Case)
	if err != nil || len(f.Consultations) != 1 || f.Consultations[0].Session == nil || f.Consultations[0].Kind != hall.Appointment {
		t.Errorf("%d consultations, the first %+v %v", len(f.Consultations), f.Consultations[0], err)
	}
}
