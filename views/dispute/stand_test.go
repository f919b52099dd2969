package dispute_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// What was called off, or recorded, by mistake is taken back where it stands, with a reason; what it was stays
// visible.
func TestMistakesAreTakenBackFromTheMenu(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 2, 9*60)
	if err := h.Desk(h.Boss).CancelAppointment(ctx(), v.ID, "法官来不了"); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f8", "enter", "3").Press("home", "enter", "1").Expect("取消错了")
	d.Press("enter", "end").Expect("▸ 撤回取消，照旧会诊").Press("enter").Expect("为什么撤回").Type("法官又能来了").Press("ctrl+s")
	d.Expect("照旧会诊，时间没有变").ExpectNot("已取消").Press("pgdown").Expect("状态：已取消 → 已召集", "法官又能来了")
	d.Press("enter", "end").Expect("▸ 撤回取消，照旧会诊  ").Press("enter").ExpectNot("为什么撤回")
}

func TestFollowUpsAreTakenBackFromTheMenu(t *testing.T) {
	h := storetest.New(t)
	settled(t, h)
	open := all(t, h).Later.Rows[0]
	if err := h.Desk(h.Boss).CancelAppointment(ctx(), open.ID, "点错了"); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f8", "enter", "3").Press("home", "down", "enter", "1").Expect("取消错了")
	d.Press("enter", "9").Expect("为什么撤回").Type("不该取消").Press("ctrl+s").Expect("已撤回取消")
	v, err := h.Desk(h.Boss).FollowUp(ctx(), open.ID)
	if err != nil || v.Consultation.State != hall.Waiting {
		t.Fatal(err, v.Consultation.State)
	}
	h.Clock.Set(storetest.Start().AddDate(0, 0, 12))
	rec := hall.FollowUpRecord{On: today() + 12, Performance: hall.PerformanceFull, Findings: "檐口收短了"}
	if _, err := h.Desk(h.Boss).RecordFollowUp(ctx(), open.ID, 0, 0, rec); err != nil {
		t.Fatal(err)
	}
	d = apptest.New(t, h).Press("f7", "end", "enter").Press("end").Expect("▸ 0  撤回登记：其实没有去").Press("enter").Expect("为什么撤回")
	d.Type("写到别家去了").Press("ctrl+s").Expect("已撤回登记", "已逾期  1 件")
	d.Press("enter", "5", "end").Expect("状态：已回访 → 待回访", "写到别家去了")
}
