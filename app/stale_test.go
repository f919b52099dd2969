package app_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// What went wrong on one screen is not said on the next one, and what a key did not mean is not said
// beside what the next one chose.
func TestALineGoesWithWhatItWasSaidOf(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk := h.Add("yang", "杨伟", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &desk})
	d.Press(find("名册", "ctrl+n")...).Expect("没有这一项的权限").Press("esc").Expect("今日").ExpectNot("没有这一项的权限")
	d.Press("f3").Type("王友根").Press("enter", "tab", "tab", "tab", "tab", "tab", "tab", "x").Expect("这一项是选的").Press("1").ExpectNot("这一项是选的")
}
