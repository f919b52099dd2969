package people_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// visit takes somebody in who is only advised.
func visit(t *testing.T, h *storetest.Hall, who hall.Details, advice string) {
	t.Helper()
	in := storetest.Intake(hall.Ending{Outcome: hall.AdviceOnly, Advice: advice})
	in.Parties[0].Details = who
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in); err != nil {
		t.Fatal(err)
	}
}

// Who only asked for advice is found again, with what was said; the visit opens, and a wrong number
// is put right where it is read.
func TestWhatWasAdvisedIsReadAgain(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	visit(t, h, hall.Details{Name: "高素珍", Phone: "10012345678", Village: "鹤池村"}, "先量界墙")
	visit(t, h, hall.Details{Name: "高素珍", Phone: "10012349999", Village: "后浦村"}, "找房东")
	d := apptest.New(t, h).Press("ctrl+f").Type("高素珍").Rest().Expect("鹤池村", "后浦村").Press("enter").Press("2")
	d.Expect("人员 · 高素珍", "另有 1 位同名", "来访  1 次", "案件  0 件")
	d.Press("enter", "1").Expect("来访和案件", "只是咨询", "找房东").Press("enter").Expect("登记的内容", "滴水").Press("enter", "1").Expect("人员 · 高素珍")
}

func TestAPersonIsPutRightFromTheKeyboard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	visit(t, h, hall.Details{Name: "高素珍", Phone: "10012345678", Village: "鹤池村"}, "先量界墙")
	d := apptest.New(t, h).Press("ctrl+f").Type("高素珍").Rest().Press("enter").Press("2").Expect("10012345678")
	d.Press("enter", "3").Expect("原来写的会留着").Press("tab", "tab", "ctrl+u").Type("10012340000").Press("ctrl+s").Expect("这一项要填")
	d.Type("换了号").Press("ctrl+s").Expect("已改好 高素珍", "10012340000", "电话：10012345678 → 10012340000", "换了号")
	d.Press("enter", "4").Type("上次带了刀").Press("ctrl+s").Expect("注意：上次带了刀")
	d.Press("enter", "5").Type("高阿毛").Press("enter", "4").Press("ctrl+s").Expect("已添上亲属", "兄弟姐妹", "高阿毛")
	d.Press("enter", "6", "1").Expect("已去掉 高阿毛").ExpectNot("兄弟姐妹")
}

func TestTwoRecordsAreJoinedAndTakenApartFromTheKeyboard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	visit(t, h, hall.Details{Name: "高素珍", Phone: "10012345678", Village: "鹤池村"}, "先量界墙")
	visit(t, h, hall.Details{Name: "高素贞", Phone: "10012349999", Village: "鹤池村"}, "找房东")
	d := apptest.New(t, h).Press("ctrl+f").Type("高素珍").Rest().Press("enter").Press("2").Expect("来访  1 次")
	d.Press("enter", "7").Press("ctrl+u").Type("高素贞").Rest().Press("enter").Expect("合错了可以再拆开").Type("同一人").Press("ctrl+s").Expect("已和 高素贞 合为一人", "来访  2 次")
	d.Press("enter", "8").Press("1").Type("不是").Press("ctrl+s").Expect("已拆开 高素贞", "来访  1 次")
}
