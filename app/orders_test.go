package app_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// sentOrder is an order that was sent some days ago and signed for by the head.
func sentOrder(t *testing.T, h *storetest.Hall, number string, ago, n int) hall.Order {
	t.Helper()
	d, ctx := h.Desk(h.Boss), context.Background()
	o, err := d.RegisterOrder(ctx, 0, hall.Order{Channel: hall.Channel12345, Body: "12345 平台", Number: number, Sent: hall.DayOf(h.Now()) - hall.Day(ago), N: n,
		Unit: hall.Workdays, Type: "neighbours", Subject: "楼上漏水", Facts: "反映楼上漏水，多次上门无人处理", Parties: []hall.Party{
			{Details: hall.Details{Name: "吴雅琴", Phone: "13812346021"}}, {Side: hall.Respondent, Details: hall.Details{Name: "沈文华"}}}})
	if err == nil {
		o, err = d.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderSign})
	}
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// An order becomes a case with nothing typed twice, and is answered with what the case came to.
func TestAnOrderBecomesACaseAndIsConcludedWithIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	o := sentOrder(t, h, "DH20261123001", 1, 7)
	d := apptest.New(t, h).Press("ctrl+p").Type("派单").Press("enter", "enter", "2").Expect("由派单 DH20261123001 转来", "吴雅琴", "沈文华", "楼上漏水")
	d.Press("ctrl+s").Expect("危险程度").Press("ctrl+s").Expect("这一项要填").Press("3", "ctrl+s").Expect("12345 平台").Press("ctrl+s").Expect("(2026)百调字第1号")
	d.Press("ctrl+o").Expect(o.Code, "DH20261123001", "12月2日 周三前回复")
	choose(t, d, "指派调解员").Press("enter").Expect("已指派调解员")
	choose(t, d, "撤回申请").Type("双方自己谈好了").Press("enter").Type("法院").Press("ctrl+s", "2").Expect("派单 12345 DH20261123001 要回复")
	d.Press("1").Expect("办结，写回复", "撤回：双方自己谈好了").Press("ctrl+s").Expect("已办结")
	f, err := h.Desk(h.Boss).Order(context.Background(), o.ID)
	if err != nil || f.Order.State != hall.OrderDone || f.Case == nil || f.Case.State != hall.Withdrawn {
		t.Errorf("%+v, %v", f.Order, err)
	}
}

// An order whose last day has passed stands on the board, and Enter leads to it.
func TestAnOverdueOrderOnTheBoard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	sentOrder(t, h, "DH20261109001", 15, 5)
	d := apptest.New(t, h).Press("f2").Expect("逾期8天", "吴雅琴", "派单回复").Press("right", "enter")
	d.Expect("派单 DH20261109001", "! 11月16日 周一前办结，逾期 8 天")
}
