package dispute_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// An order from 12345 is registered, signed for, taken up without a case, answered and rated; what is
// forgotten is asked for where it belongs.
func TestAnOrderFromReceiptToRating(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("ctrl+p").Type("派单").Press("enter").Expect("没有在办的派单")
	d.Press("ctrl+n").Expect("登记派单", "12345 平台").Press("2", "enter", "enter").Type("DH20261123001").Press("enter").Type("昨天").Press("enter", "enter").
		Expect("工作日，到 12月2日 周三")
	d.Type("吴雅琴").Press("enter").Type("13812346021").Press("enter").Type("楼上漏水，多次上门无人处理").Press("tab").Type("楼上漏水").Press("ctrl+s")
	d.Expect("已登记 DH20261123001，12月2日 周三前办结", "待签收", "8 天")
	d.Press("enter").Expect("办结，写回复", "先签收").Press("1").Expect("已签收 DH20261123001，由您负责")
	d.Press("enter", "4").Expect("已受理", "办理中")
	d.Press("enter", "5").Expect("调查核实情况").Press("ctrl+s").Expect("这一项要填").Type("水管老化").Press("tab", "tab").Type("已换水管").Press("tab", "2", "ctrl+s")
	d.Expect("这一项要填").Type("等房东回来再刷墙").Press("ctrl+s").Expect("已办结")
	d.Press("right", "right").Expect("已办结").Press("enter", "8").Expect("登记评价").Press("1", "ctrl+s").Expect("评价已登记")
	page, err := h.Desk(h.Boss).Orders(context.Background(), hall.OrderQuery{Filter: hall.AllOrders, Limit: 9})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].State != hall.OrderRated || page.Rows[0].Solved != hall.SolvedPart || page.Rows[0].Score != 5 {
		t.Errorf("%+v, %v", page.Rows, err)
	}
}

// A reply half written waits among what is unfinished, and is gone on with from the board.
func TestAReplyHalfWritten(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	ctx := context.Background()
	o, err := desk.RegisterOrder(ctx, 0, hall.Order{Channel: hall.ChannelGrid, Body: "网格", Sent: hall.DayOf(h.Now()), N: 5, Unit: hall.Workdays, Facts: "楼道堆物",
		Parties: []hall.Party{{Details: hall.Details{Name: "吴雅琴"}}}})
	for _, op := range []hall.Op{hall.OpOrderSign, hall.OpOrderTake} {
		if err == nil {
			o, err = desk.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: op})
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("ctrl+p").Type("派单").Press("enter", "enter", "5").Type("到现场看过").Press("esc")
	d.Press("f2").Expect("派单 吴雅琴 办结，写回复", "派单回复")
	for range 9 {
		d.Press("down")
	}
	d.Press("enter").Expect("到现场看过")
}

// What is open is gone through with the head: whose matter it is, how grave, who sees to it and until when, which is
// due; who is named answers for it.
func TestAnOrderIsSorted(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	ctx := context.Background()
	o, err := desk.RegisterOrder(ctx, 0, hall.Order{Channel: hall.ChannelGrid, Body: "网格", Sent: hall.DayOf(h.Now()), N: 5, Unit: hall.Workdays, Facts: "楼道堆物",
		Parties: []hall.Party{{Details: hall.Details{Name: "吴雅琴"}}}})
	if err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("ctrl+p").Type("派单").Press("enter", "enter")
	for range 11 {
		d.Press("down")
	}
	d.Press("enter").Expect("集中梳理", "归口部门")
	d.Type("城建办").Press("enter", "1", "enter").Type(h.Boss.Name).Press("enter").Type("+3").Press("ctrl+s").Expect("已梳理")
	f, err := desk.Order(ctx, o.ID)
	if err != nil || f.Order.Sorted == nil {
		t.Fatalf("%+v %v", f.Order, err)
	}
	if s := f.Order.Sorted; s.Dept != "城建办" || s.Colour != hall.RiskHigh || s.Who != h.Boss.Staff || s.Until != hall.DayOf(h.Now())+3 || s.By == "" {
		t.Errorf("%+v", *s)
	}
	d.Press("ctrl+p").Type("到期").Press("enter").Expect("梳理期限")
}
