package walkin_test

import (
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Who was put down as gone and had been told something is put right, on another day too, with what stood
// there before; who was ended and had left unseen likewise.
func TestWhereAVisitLedIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴")
	apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43}).Press("f4", "enter", "7").Type("等不及").Press("ctrl+s").Expect("已离开")
	h.Clock.Add(24 * time.Hour)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43}).Press("f4", "pgup", "down", "enter", "8", "enter", "9").Expect("更正去向")
	d.Type("先量界墙").Press("tab", "7").Expect("● 7 只是咨询")
	d.Press("tab").Type("其实在门口谈过").Press("ctrl+s").Expect("已更正：章雪琴", "状态：已离开 → 已结束", "去向：未定 → 只是咨询", "答复：（空） → 先量界墙", "原因：等不及 → （空）")
	d.Press("enter", "0").Expect("更正去向：没有看就走了").Type("等不及").Press("tab").Type("记错人了").Press("ctrl+s").Expect("去向：只是咨询 → 未定", "已结束 → 已离开")
	d.Press("enter", "9").Type("先量界墙").Press("tab").Press("2", "tab").Type("回头查到要立案").Press("ctrl+s").Expect("已立案 (2026)百调字第1号", "去向：未定 → ")
	d.Press("enter").Expect("9 更正去向", "打开案件（2）").Press("2").Expect("(2026)百调字第1号")
	q, err := h.Desk(h.Boss).Queue(t.Context(), hall.DayOf(h.Clock.Now())-1)
	if err != nil || q.Ended[0].Outcome != hall.AcceptedNow || q.Ended[0].Ended.IsZero() {
		t.Errorf("the day before: %+v %v", q.Ended, err)
	}
	h.MustCheck()
}
