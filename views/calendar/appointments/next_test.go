package appointments_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/storetest"
)

// The cursor of the menu stands on what the line below says comes next: the parties of a time later
// today are told first; who is to come soon has come.
func TestWhoIsToComeLaterTodayIsToldFirst(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	book(t, h, 0, 810, "一室", "章雪琴") // it is 10:14
	book(t, h, 0, 630, "二室", "金阿毛")
	d := apptest.New(t, h).Press("f5", "down", "down", "down", "up").Expect("下一步 通知当事人").Press("enter").Expect("13:30–14:30", "▸ 3 已通知").Press("esc")
	d.Press("up").Press("enter").Expect("10:30–11:30", "▸ 1 有人到了")
}
