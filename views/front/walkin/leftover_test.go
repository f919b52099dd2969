package walkin_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Who was left from the day before is ended on its own day, at a time that is asked; the row stays in
// today's list with its date, the record says that it was written down later, and taking it back brings the
// visitor back.
func TestWhoWasLeftIsEndedOnItsOwnDay(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根")
	seen(apptest.New(t, h))
	day := hall.DayOf(h.Now())
	h.Clock.Set((day + 1).At(8*60+40, h.Now().Location()))
	come(t, h, "李水生")
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43}).Press("f4", "home", "ctrl+n").Expect("已叫 001 号 李水生 到 一室")
	d.Press("home", "enter", "3").Expect("11月24日 周二几点结束", "17:00").Type("先查看界墙").Press("enter", "7", "ctrl+s")
	d.Expect("章雪琴 已结束：只是咨询", "前几天留下的  1 人", "今天已结束 1", "11月24日 周二 001", "17:00", "补记")
	d.Press("ctrl+z").Expect("已收回“结束”：章雪琴", "前几天留下的  2 人").ExpectNot("今天已结束")
	d.Press("pgup").Expect("没办完 2 人", "这一天没有看完的").ExpectNot("没有人来").Press("home")
	d.Press("home", "enter", "3").Type("先查看界墙").Press("enter", "7", "tab", "ctrl+u").Type("9:00").Press("ctrl+s").Expect("结束时间要在开始之后")
	d.Press("ctrl+u").Type("16:30").Press("ctrl+s").Expect("章雪琴 已结束：只是咨询")
	d.Press("home", "enter", "7").Type("打电话说不来了").Press("tab").Expect("17:00").Press("ctrl+s").Expect("记下了：王友根 离开", "今天已结束 2")
	d.Press("pgup").Expect("已结束 2", " 001 只是咨询 章雪琴", "16:30").ExpectNot("没办完").Press("down", "up", "enter").Press("8").Expect("补记")
	q, err := h.Desk(h.Boss).Queue(t.Context(), day)
	if err != nil || len(q.Ended) != 2 || hall.DayOf(q.Ended[0].Ended) != day || hall.DayOf(q.Ended[0].Written) != day+1 {
		t.Errorf("the day before: %+v %v", q.Ended, err)
	}
	h.MustCheck()
}
