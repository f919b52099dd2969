package store_test

import (
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// order is an order as it comes in by telephone hotline on the day before the tests' day.
func order() hall.Order {
	return hall.Order{Channel: hall.Channel12345, Body: "上虞区 12345 平台", Number: "DH20261123001",
		Sent: hall.DayOf(storetest.Start()) - 1, N: 7, Unit: hall.Workdays,
		Subject: "楼上漏水", Facts: "反映楼上漏水，多次上门无人处理",
		Parties: []hall.Party{{Details: hall.Details{Name: "吴雅琴", Phone: "13812346021"}}, {Side: hall.Respondent, Details: hall.Details{Name: "沈文华"}}}}
}

// An order from 12345 is signed for, answered without a case and rated; on the way it stands where it is
// looked for, and each step refuses what does not come next.
func TestAnOrderAnsweredWithoutACase(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	o := must[hall.Order](t)(d.RegisterOrder(ctx, 0, order()))
	if o.Due != hall.NewDay(2026, 12, 2) || o.SignBy != hall.NewDay(2026, 11, 24) || o.Code != "BG-2026-00001" {
		t.Fatalf("due %s, sign by %s, code %q", o.Due, o.SignBy, o.Code)
	}
	if _, err := d.RegisterOrder(ctx, 0, order()); code(err) != hall.ErrOrderTwice {
		t.Errorf("registered twice: %v", err)
	}
	step := func(s hall.OrderStep) {
		t.Helper()
		o = must[hall.Order](t)(d.StepOrder(ctx, o.ID, o.Rev, 0, s))
	}
	if _, err := d.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderTake}); code(err) != hall.ErrOrderState {
		t.Errorf("taken up before it was signed for: %v", err)
	}
	step(hall.OrderStep{Op: hall.OpOrderSign})
	if page := must[hall.OrderPage](t)(d.Orders(ctx, hall.OrderQuery{Filter: hall.MyOrders, Limit: 9})); page.Total != 1 || page.Rows[0].HolderAs != h.Boss.Name {
		t.Errorf("mine: %+v", page)
	}
	step(hall.OrderStep{Op: hall.OpOrderTake})
	if _, err := d.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderReply, Reply: hall.Reply{Findings: "楼上水管老化", Result: "已更换",
		Solved: hall.SolvedPart}}); code(err) != hall.ErrRequired {
		t.Errorf("not solved, and nothing said of what comes next: %v", err)
	}
	step(hall.OrderStep{Op: hall.OpOrderReply, Reply: hall.Reply{Findings: "楼上水管老化", Result: "已更换", Contacted: h.Now(), Satisfaction: 5}})
	step(hall.OrderStep{Op: hall.OpOrderRate, Rating: hall.Rating{Score: 4, On: hall.DayOf(h.Now())}})
	if o.State != hall.OrderRated || o.Reply.ByName != h.Boss.Name {
		t.Errorf("at the end: %+v", o)
	}
	for f, n := range map[hall.OrderFilter]int{hall.OpenOrders: 0, hall.MyOrders: 0, hall.AllOrders: 1, hall.ChannelOrders: 1} {
		if page := must[hall.OrderPage](t)(d.Orders(ctx, hall.OrderQuery{Filter: f, Channel: hall.Channel12345, Limit: 9})); page.Total != n || len(page.Rows) != n {
			t.Errorf("filter %d: %d of %d, want %d", f, len(page.Rows), page.Total, n)
		}
	}
	for _, q := range []string{"DH20261123001", "23001", "吴雅琴", "wyq", "漏水", "BG-2026-00001"} {
		if page := must[hall.OrderPage](t)(d.Orders(ctx, hall.OrderQuery{Text: q, Limit: 9})); len(page.Rows) != 1 {
			t.Errorf("%q finds %d", q, len(page.Rows))
		}
	}
}

// Who signed for an order answers for it: another of the desk neither returns nor answers it, the head may.
func TestWhoAnswersForAnOrder(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	wang, qiu := h.Add("wang", "王丽", hall.FrontDesk), h.Add("qiu", "裘敏", hall.DutyOfficer)
	o := must[hall.Order](t)(wang.RegisterOrder(ctx, 0, order()))
	o = must[hall.Order](t)(wang.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderSign}))
	back := hall.OrderStep{Op: hall.OpOrderReturn, Reason: "不属本镇"}
	if _, err := qiu.StepOrder(ctx, o.ID, o.Rev, 0, back); code(err) != hall.ErrOrderOther {
		t.Errorf("another returned it: %v", err)
	}
	if f := must[hall.OrderFile](t)(qiu.Order(ctx, o.ID)); !f.Masked || f.Order.Parties[0].Details.Phone != "138····6021" {
		t.Errorf("another reads %q", f.Order.Parties[0].Details.Phone)
	}
	if _, err := wang.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderReturn}); code(err) != hall.ErrReason {
		t.Errorf("returned without a reason: %v", err)
	}
	boss := h.Desk(h.Boss)
	o = must[hall.Order](t)(boss.StepOrder(ctx, o.ID, o.Rev, 0, back))
	if o.State != hall.OrderReturned || o.Reason != "不属本镇" {
		t.Errorf("returned: %+v", o)
	}
	o = must[hall.Order](t)(boss.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderAgain, Reason: "再次派来", Sent: hall.DayOf(h.Now()), N: 3}))
	if o.State != hall.OrderSigned || o.Due != hall.NewDay(2026, 11, 27) {
		t.Errorf("to be done again: state %d, due %s", o.State, o.Due)
	}
}

// A correction keeps what stood before, and the last day follows the day on which it was sent.
func TestAnOrderPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	o := must[hall.Order](t)(d.RegisterOrder(ctx, 0, order()))
	as := o
	as.N, as.Body = 3, "上虞区综治中心"
	if _, err := d.CorrectOrder(ctx, o.ID, o.Rev, 0, as, ""); code(err) != hall.ErrReason {
		t.Errorf("without a reason: %v", err)
	}
	o = must[hall.Order](t)(d.CorrectOrder(ctx, o.ID, o.Rev, 0, as, "写错了"))
	if o.Due != hall.NewDay(2026, 11, 26) || len(o.Corrections) != 2 || o.Corrections[0].Old != "上虞区 12345 平台" {
		t.Errorf("due %s, corrections %+v", o.Due, o.Corrections)
	}
}

// A store of the thirteenth schema, which knew no orders, opens and takes one.
func TestStoreOfSchema13(t *testing.T) {
	t.Parallel()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema13.txt"), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	opensAgain(t, o)
	st := must[*store.Store](t)(store.Open(ctx, o))
	defer st.Close()
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	if cases := must[hall.CasePage](t)(d.Cases(ctx, hall.CaseQuery{Limit: 9})); cases.Total != 2 {
		t.Errorf("%d cases", cases.Total)
	}
	if _, err := d.RegisterOrder(ctx, 0, order()); err != nil {
		t.Error(err)
	}
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
}
