package calls_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Somebody rings up who comes tomorrow: Enter ticks one off and takes the tick back, 2 and 3 put down
// what else it came to, and the board says how many are left.
func TestWhoIsToBeRungUpForTomorrow(t *testing.T) {
	t.Parallel()
	h, ctx := storetest.New(t), context.Background()
	desk := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties = []hall.Party{{Details: hall.Details{Name: "吴雅琴", Phone: "10012340001"}}, {Side: hall.Respondent, Details: hall.Details{Name: "沈文华"}}}
	res, err := desk.FinishIntake(ctx, 0, in)
	if err != nil {
		t.Fatal(err)
	}
	slot := hall.Slot{Day: hall.DayOf(h.Now()) + 1, From: 9 * 60, To: 10 * 60}
	v, err := desk.Book(ctx, res.Case, 0, hall.Booking{Slot: slot, Room: "一室"})
	if err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Expect("还要打 2 个电话通知").Press("ctrl+p").Type("待打").Press("enter").Expect("还没通知 2 人", "吴雅琴 10012340001 未通知", "打通了按 Enter")
	d.Press("enter").Expect("记下了：已通知 吴雅琴", "还没通知 1 人", "已通知 1 人")
	d.Expect("▸ 11月25日 周三 09:00–10:00  沈文华").Press("ctrl+z").Expect("已改回：还没通知 吴雅琴", "还没通知 2 人")
	d.Press("3").Expect("记下了：吴雅琴 说会来", "说了会来 1 人").Press("up", "up").Expect("沈文华 没有留电话").Press("2").Expect("没联系上 沈文华", "打了 1 次没联系上")
	f, err := desk.SlotFile(ctx, v.ID)
	if n := len(f.Consultation.Notices); err != nil || f.Consultation.Notices[n-1].Way != hall.NoticeVillage {
		t.Errorf("who has no telephone is told through the village: %+v %v", f.Consultation.Notices, err)
	}
	d.Press("4").Expect("预约 第48周", "吴雅琴 说会来").ExpectNot("没联系上 沈文华").Press("f2").Expect("还要打 1 个电话通知")
	if err := desk.CancelAppointment(ctx, v.ID, "法官来不了"); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+p").Type("待打").Press("enter").Expect("时间变了还不知道 1 人", "取消了：法官来不了").Press("enter").Expect("已通知 吴雅琴", "没有要打的电话")
}

// Who may not see a confidential case is told that calls are left to make, and who makes them.
func TestClosedCallsAreCounted(t *testing.T) {
	t.Parallel()
	h, ctx := storetest.New(t), context.Background()
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	res, err := h.Desk(h.Boss).FinishIntake(ctx, 0, in)
	if err != nil {
		t.Fatal(err)
	}
	slot := hall.Slot{Day: hall.DayOf(h.Now()) + 1, From: 9 * 60, To: 10 * 60}
	if _, err := h.Desk(h.Boss).Book(ctx, res.Case, 0, hall.Booking{Slot: slot, Room: "一室"}); err != nil {
		t.Fatal(err)
	}
	desk := h.Add("yu", "俞丽娟", hall.FrontDesk).Actor()
	apptest.Open(t, h, apptest.Options{Actor: &desk}).Press("ctrl+p").Type("待打").Press("enter").
		Expect("还有 2 人，只有承办调解员和主任能看", "2 个不公开的，请主任或承办调解员打").ExpectNot(in.Parties[0].Details.Name, "没有要打的电话").Press("f2").Expect("2 个不公开的电话请主任打")
}

// Whoever rings somebody up knows first of the danger, as does who meets them; the page of a joint consultation says it, too.
func TestTheDangerIsSaidBeforeTheCall(t *testing.T) {
	t.Parallel()
	h, ctx := storetest.New(t), context.Background()
	desk := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Risk, in.Measures = hall.RiskHigh, "带了刀"
	in.Police = hall.Police{At: h.Now(), Officer: "徐警官", By: "陈芳"}
	res, err := desk.FinishIntake(ctx, 0, in)
	if err != nil {
		t.Fatal(err)
	}
	slot := hall.Slot{Day: hall.DayOf(h.Now()) + 1, From: 9 * 60, To: 10 * 60}
	if _, err := desk.Book(ctx, res.Case, 0, hall.Booking{Slot: slot, Room: "一室"}); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.ProposeJoint(ctx, res.Case, "意见不一"); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("ctrl+p").Type("待打").Press("enter").Expect("危", "防范 带了刀")
	d.Press("f6").Expect("[危] 章雪琴").Press("enter").Expect("防范 带了刀", "徐警官")
}
