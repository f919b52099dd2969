package app_test

import (
	"context"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// typed opens the intake and types a name there.
func typed(t *testing.T) (*apptest.Driver, *house) {
	t.Helper()
	d, b, _ := desk(t, apptest.Options{})
	return d.Press("f3", "ctrl+n").Type("章雪琴"), b
}

func TestScreenLeavesOnlyWhenItsWordsAreKept(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.keepErr = hall.Refuse(hall.ErrConflict)
	why := text.Err(b.keepErr).In(text.Zh)
	for _, key := range []string{"f8", "esc", "ctrl+g"} {
		d.Press(key).Expect("intake-0 #2", "章雪琴", "! "+why)
	}
	b.keepErr = nil
	d.Press("f8").Expect("cases-0")
	if len(b.kept) != 1 || b.kept[0] != "章雪琴" {
		t.Errorf("kept %q", b.kept)
	}
}

// A lock comes down whatever cannot be kept: what was typed waits behind it for who typed it.
func TestALockComesDownThoughTheWordsCannotBeKept(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.keepErr = hall.Refuse(hall.ErrConflict)
	d.Press("ctrl+l").Expect("锁上了屏幕").ExpectNot("章雪琴", "intake-0")
	d.Letters(storetest.Password).Press("enter").Expect("intake-0", "章雪琴")
	b.keepTime = time.Second
	d.Press("f8").Press("ctrl+l").Advance(2 * time.Second).Expect("锁上了屏幕").ExpectNot("章雪琴")
}

// While a screen keeps its words no other answer counts as theirs, and keys wait their turn.
func TestKeepingTakesItsTime(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.late, b.keepTime = time.Second, 3*time.Second
	d.Press("ctrl+o", "f8").Advance(2*time.Second).Expect("intake-0 #2", "听到 迟到")
	d.Press("ctrl+n").Type("李水生").Advance(2*time.Second).Expect("cases-0 #3", "李水生")
	d.Press("f4").Press("f2").Advance(8 * time.Second).Expect("board-0")
}

func TestKeysForTheNextScreenDoNotReachOneThatStays(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.keepTime, b.keepErr = time.Second, hall.Refuse(hall.ErrConflict)
	d.Press("f8", "ctrl+n").Type("李水生").Advance(2*time.Second).Expect("intake-0", "章雪琴").ExpectNot("李水生")
	b.keepErr = nil
	d.Press("f8").Advance(2 * time.Second).Expect("cases-0").ExpectNot("李水生")
}

func TestEndingKeepsTheWords(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	if d.Press("ctrl+c", "ctrl+c"); !d.Quit() || len(b.kept) != 1 {
		t.Errorf("ended: %v, kept %q", d.Quit(), b.kept)
	}
	d, b = typed(t)
	if d.Press("ctrl+k").Terminate(); !d.Quit() || len(b.kept) != 1 {
		t.Errorf("terminated: %v, kept %q", d.Quit(), b.kept)
	}
}

func TestEndingWhenNothingCanBeKept(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.keepErr = hall.Refuse(hall.ErrConflict)
	d.Press("ctrl+c", "ctrl+c").Expect("章雪琴", "再按 Ctrl-C")
	d.Press("left").ExpectNot("再按 Ctrl-C").Press("ctrl+c", "ctrl+c").Expect("再按 Ctrl-C")
	if d.Quit() {
		t.Fatal("it ended though the words could not be kept")
	}
	if d.Press("ctrl+c"); !d.Quit() {
		t.Error("there is no way out")
	}
	d, b = typed(t)
	b.keepErr = hall.Refuse(hall.ErrConflict)
	if d.Terminate(); !d.Quit() {
		t.Error("it stays though the system wants it gone")
	}
}

func TestEndingWaitsThreeSecondsAtMost(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.keepTime = time.Hour
	if d.Press("f8", "ctrl+c").Advance(2 * time.Second); d.Quit() {
		t.Fatal("it did not wait")
	}
	if d.Advance(2 * time.Second); !d.Quit() {
		t.Error("it waits for ever")
	}
}

func TestLockCoversEverythingAndKeepsIt(t *testing.T) {
	t.Parallel()
	d, b := typed(t)
	b.late = 2 * time.Second
	d.Press("ctrl+w", "ctrl+t", "ctrl+k").Type("沈月娥").Press("ctrl+l")
	d.Expect("陈芳 锁上了屏幕").ExpectNot("章雪琴", "沈月娥", "填一填", "值 ", "办好了", "F2")
	d.Advance(3 * time.Second).ExpectNot("章雪琴") // what comes late from behind keeps quiet
	d.Press("f2", "ctrl+p", "f1", "esc").Expect("请选您的名字").ExpectNot("章雪琴").Press("enter")
	d.Letters(storetest.Password).Press("enter").Expect("填一填", "沈月娥", "intake-0 #2", "! 章雪琴 没存上")
	d.Press("esc").Type("x").Expect("章雪琴x")
}

func TestLockInALargeOrSmallWindow(t *testing.T) {
	t.Parallel()
	d, _ := typed(t)
	d.Press("ctrl+l").Resize(132, 43).ExpectNot("章雪琴").Resize(79, 20).ExpectNot("章雪琴").Resize(80, 24).Expect("锁上了屏幕").ExpectNot("章雪琴")
}

func TestSomebodyElseAfterTheLockBeginsAtTheBoard(t *testing.T) {
	t.Parallel()
	d, _, h := desk(t, apptest.Options{})
	h.Add("xu", "徐建国", hall.RoleMediator)
	d.Press("f3", "ctrl+n").Type("章雪琴").Press("ctrl+l", "esc", "down", "enter").Letters(storetest.Password).Press("enter")
	d.Expect("board-0", "徐建国（调解员）").ExpectNot("章雪琴").Press("f3").ExpectNot("章雪琴")
	d.Press("ctrl+p").Type("退出登录").Press("enter").Expect("请选您的名字").ExpectNot("徐建国（调解员）")
}

func TestIdleLockWaitsForTheLastKey(t *testing.T) {
	t.Parallel()
	d, _ := typed(t)
	d.Advance(9 * time.Minute).Press("left").Advance(9 * time.Minute).Expect("章雪琴").Advance(2 * time.Minute).ExpectNot("章雪琴")
}

func TestSampleHallNeverLocksItself(t *testing.T) {
	t.Parallel()
	d, _, h := desk(t, apptest.Options{})
	s := h.Settings()
	s.Demo = true
	h.SetSettings(s)
	d.Advance(time.Hour).Expect("board-0", "样例").Press("ctrl+l").ExpectNot("board-0").Letters(storetest.Password).Press("enter").Expect("board-0")
	d.Press("ctrl+p").Type("退出登录").Press("enter").Expect("打密码").ExpectNot("board-0")
}

// A hall filled for practice says on every screen that its people are made up.
func TestASeededHallSaysThatItIsASample(t *testing.T) {
	t.Parallel()
	for _, sample := range []bool{true, false} {
		d, _, _ := desk(t, apptest.Options{Sample: sample})
		if sample {
			d.Expect("board-0", "样例").Press("ctrl+l").Expect("样例")
		} else {
			d.Expect("board-0").ExpectNot("样例")
		}
	}
}

func TestSignInSlowsDownAndShowsNewAccounts(t *testing.T) {
	t.Parallel()
	d, _, h := desk(t, apptest.Options{})
	d.Press("ctrl+l")
	for range 3 {
		d.Letters("wrong").Press("enter").Expect("密码不对")
	}
	d.Letters(storetest.Password).Press("enter").Expect("秒").ExpectNot("board-0")
	d.Press("esc").Expect("▸   陈芳").ExpectNot("徐建国")
	h.Add("xu", "徐建国", hall.RoleMediator)
	d.Reload().Expect("徐建国")
	h.Clock.Add(time.Minute)
	d.Press("enter").Letters(storetest.Password).Press("enter").Expect("board-0")
}

func TestPlainMarksAsTheHallSets(t *testing.T) {
	t.Parallel()
	d, _, h := desk(t, apptest.Options{})
	s := h.Settings()
	s.Plain = true
	h.SetSettings(s)
	d.Reload().Expect(" - board-0", "> 提示").ExpectNot("─", "·", "▸")
	if _, err := h.Desk(h.Boss).Drafts(context.Background()); err != nil {
		t.Error(err)
	}
}

// Where somebody is comes before what he may do: the roles go when the line is too narrow.
func TestRolesGiveWayToTheStep(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	roles := hall.RoleMediator | hall.FrontDesk | hall.DutyOfficer | hall.Head
	h.Add("xu", "徐建国", roles)
	who := hall.Actor{Staff: 2, Name: "徐建国", Roles: roles}
	d := apptest.Open(t, h, apptest.Options{Actor: &who})
	d.Press("f3").Expect("第 1 步，共 3 步", "徐建国").ExpectNot("徐建国（")
}

// Settings half changed are kept as every form is, by whatever way they are left.
func TestSettingsHalfChangedAreKept(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	kept := func(_ context.Context, _ *store.Desk, _ hall.DraftID, _, _ hall.Settings) error { return nil }
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Settings: kept})
	d.Press("ctrl+p").Type("本中心设置").Press("enter", "enter", "enter").Type("改名").Press("f9").Expect("已留在").Press("f2").Expect("本中心设置")
	d.Press("ctrl+p").Type("本中心设置").Press("enter", "enter", "enter").Expect("改名", "接着写：陈芳").Press("ctrl+d", "2").Expect("已丢弃")
}
