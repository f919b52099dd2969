package app_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// What went wrong on one screen is not said on the next one, and what a key did not mean is not said
// beside what the next one chose.
func TestALineGoesWithWhatItWasSaidOf(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk := h.Add("yang", "杨伟", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &desk})
	d.Press(find("名册", "ctrl+n")...).Expect("您的账号不能办这一项").Press("esc").Expect("今日").ExpectNot("您的账号不能办这一项")
	d.Press("f3").Type("王友根").Press("enter", "tab", "tab", "tab", "tab", "tab", "tab", "x").Expect("这一项是选的").Press("1").ExpectNot("这一项是选的")
}

// The line of keys and the help name no screen that the person may not open; what is opened all the
// same says in one line who is to be asked.
func TestAnAdministratorIsOfferedWhatOneMayOpen(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	boss := h.Add("zheng", "郑敏", hall.Admin).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &boss, Lang: text.En})
	d.Expect("F1 help").ExpectNot("F3 intake").ExpectNot("F5").Press("f1").Expect("Everywhere", "Ctrl-P").ExpectNot("Follow-ups").Press("esc")
	d.Press("f3").Expect("Intake: ask the front desk")
	d.Press("ctrl+p").Type("intake").Expect("ask the front desk").ExpectNot("account is not")
}
