package walkin_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// What was registered of somebody who waits is put right, and who meets him is told: the danger, what
// others must hear of and that the police were told, with the old value beside it.
func TestTheDangerOfAWaitingVisitorIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43}).Press("f4").ExpectNot("[危]").Press("enter", "8", "enter", "5")
	d.Expect("更正登记的事", "危险程度", "可能民转刑", "群体性", "一方拒绝", "不能受理的").ExpectNot("报告公安时间")
	for range 9 {
		d.Press("tab")
	}
	d.Press("4", "tab").Type("带了刀，已请民警").Press("tab", "2", "ctrl+s").Expect("报告公安")
	d.Type("9:30").Press("tab").Type("百官派出所 李警官").Press("tab", "2", "tab", "tab", "tab", "2", "tab").Type("带了刀").Press("tab", "tab", "tab").Type("后来才说")
	d.Press("ctrl+s").Expect("已更正：章雪琴", "危险程度：无 → 高", "标记：（空） → 民转刑、群体性", "接报的人：（空） → 百官派出所 李警官", "由谁报告：（空） → 陈芳",
		"加急：否 → 是", "! 红 危险程度 高、民转刑、群体性", "! 已报告公安")
	d.Press("esc").Expect("[危]", "[急]")
	if v := queue(t, h).Waiting[0]; v.Warning.Flags != hall.FlagCriminal|hall.FlagMass || v.Warning.Police.Officer == "" || !v.Urgent {
		t.Errorf("who meets the visitor knows %+v", v.Warning)
	}
}

// Who waits, and against whom, is put right: a misspelt name goes through to the queue and to the person
// on file, and who was forgotten on a side is added.
func TestTheOtherSideOfAWaitingVisitorIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴")
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43}).Press("f4").Expect("章阿根").Press("enter", "8", "enter", "6")
	d.Expect("申请人 章雪琴", "被申请人 章阿根").Press("2").Expect("更正被申请人 章阿根").Press("ctrl+u").Type("章阿庚").Press("tab", "tab", "ctrl+u").Type("13812346021")
	d.Press("esc").Expect("写的已留在").Press("f2").Expect("门诊记录 章雪琴 更正被申请人 章阿根").Press("f4", "enter", "8", "enter", "6", "2").Expect("章阿庚")
	for range 20 {
		d.Press("tab")
	}
	d.Type("听错了").Press("ctrl+s").Expect("第2人的姓名：章阿根 → 章阿庚（陈芳", "对方 章阿庚", "13812346021")
	d.Press("enter", "7").Expect("追加一方的人", "哪一方").Press("tab").Type("章友良")
	for range 20 {
		d.Press("tab")
	}
	d.Type("父子俩都在闹").Press("ctrl+s").Expect("追加当事人 章友良")
	d.Press("enter", "8").Press("3").Expect("去掉 章友良").Type("他不管这事").Press("ctrl+s").Expect("去掉当事人 章友良").Press("esc").Expect("章阿庚")
	found, err := h.Desk(h.Boss).FindPeople(t.Context(), "章阿庚", 3)
	if err != nil || len(found) != 1 {
		t.Errorf("on file: %+v %v", found, err)
	}
	h.MustCheck()
}

// What somebody came about who took a number with a name only is registered, not put right; the name is.
func TestOfABareVisitorOnlyTheNameIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	in := hall.Intake{Parties: []hall.Party{{Details: hall.Details{Name: "王有根"}}}, End: hall.Ending{Outcome: hall.SeenNow}}
	if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f4", "enter", "8", "enter").Expect("5 更正登记的事", "只取了号").Press("6", "1", "ctrl+u").Type("王友根")
	for range 20 {
		d.Press("tab")
	}
	d.Type("写错了").Press("ctrl+s").Expect("已更正").Press("esc").Expect("王友根").ExpectNot("王有根")
}
