package app_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// What the first board of a hall proposes is read whole, in both languages.
func TestTheFirstBoardIsReadWhole(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.En})
	d.Expect("Register a visitor (F3)", "Add accounts (Ctrl-P, Accounts)", "Nobody waits; F3 registers one", "Nobody signed in yet; F9 signs in")
	apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.Zh}).Expect("登记来访的人（F3）", "添加同事的账号（Ctrl-P 人员账号）", "没有人候诊。有人来按 F3 登记", "今天还没有人签到，按 F9 签到")
}

// Where the top line is too short for all, the hall's name gives way: that it is a sample is said, and
// who is signed in with which role, as long as there is room.
func TestTheTopLineKeepsTheWordsThatCount(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	s := h.Settings()
	s.Demo = true
	h.SetSettings(s)
	clerk := h.Add("xujianguo", "徐建国", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &clerk, Lang: text.En}).Press("f6")
	if top, _, _ := strings.Cut(d.Screen(), "\n"); !strings.Contains(top, "SAMPLE · Joint consultations") || !strings.Contains(top, "徐建国 (desk)") {
		t.Errorf("the top line says %q", top)
	}
}
