package app_test

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

// A draft that somebody saves is no reason for a screen that shows none to be read again.
func TestASavedDraftReloadsOnlyWhoReadsDrafts(t *testing.T) {
	t.Parallel()
	d, b, h := desk(t, apptest.Options{})
	d.Press("f8")
	loads := b.loads
	if _, err := h.Desk(h.Boss).SaveDraft(context.Background(), hall.Draft{Form: "x", Title: "章雪琴"}); err != nil {
		t.Fatal(err)
	}
	if d.Hear(); b.loads != loads {
		t.Errorf("a draft was saved, and %d screens were read again", b.loads-loads)
	}
	h.Add("xu", "徐建国", hall.RoleMediator)
	if d.Hear(); b.loads == loads {
		t.Error("an account was added, and the screen in front was not read again")
	}
	open := apptest.New(t, h).Press("f2").ExpectNot("沈月娥")
	if _, err := h.Desk(h.Boss).SaveDraft(context.Background(), hall.Draft{Form: "x", Kind: hall.DraftIntake, Title: "沈月娥"}); err != nil {
		t.Fatal(err)
	}
	open.Hear().Expect("沈月娥")
}

// An administrator who changes the roles of the account that is signed in works on with them.
func TestRolesThatAreChangedCountAtOnce(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	desk := h.Desk(h.Boss)
	rows, err := desk.Staff(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	rows[0].Roles &^= hall.DutyOfficer
	if err := desk.ChangeStaff(context.Background(), rows[0]); err != nil {
		t.Fatal(err)
	}
	d.Hear().Expect("现在是：陈芳").Press("f8", "f4").Expect("候诊").Press("f2").Expect("今日").ExpectNot("没有这一项的权限")
}

// A key that comes before a box could be seen does not choose in it: what a load brings is
// offered, and what comes long after its key waits until somebody has paused.
func TestWhatOpensByItselfTakesNoKey(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	b.late = time.Second
	d.Press("f8", "ctrl+a").Advance(2 * time.Second).ExpectNot("1 甲").Expect("按 Ctrl-Y 看：做什么")
	d.Press("1").ExpectNot("听到 选了").Press("ctrl+y").Expect("1 甲").Press("1").Expect("听到 选了a")
}

// Several views over one another leave one after the other, and Esc takes the topmost away.
func TestViewsOverOneAnother(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+v").Expect("over-1").Press("ctrl+n").Type("甲").Press("esc").Expect("cases-0")
	d.Press("ctrl+v").Press("ctrl+v").Expect("over-2").Press("ctrl+n").Type("乙").Press("f2").Expect("board-0")
	if len(b.kept) != 2 || b.kept[1] != "乙" {
		t.Errorf("kept %q", b.kept)
	}
}

func TestAPanicClosesThePageItIsOf(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{Faults: true})
	d.Press("f8", "ctrl+e").Expect("board-0", "1124-1014-1")
}

// A command goes on with the rights it was made with, whoever has signed in meanwhile, and ends
// with its page.
func TestACommandAfterSignOutHasNobodyElsesRights(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	var env *views.Env
	var got views.Session
	var ended error
	late := func() tea.Cmd {
		return env.Do(func(ctx context.Context, s views.Session) tea.Msg {
			got, ended = s, ctx.Err()
			return nil
		})
	}
	b := &house{}
	screens := b.screens()
	board := screens[views.Board]
	screens[views.Board] = func(e *views.Env, r views.Route) views.View {
		if env == nil {
			env = e
		}
		return board(e, r)
	}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: screens})
	cmd := late()
	h.Add("xu", "徐建国", hall.RoleMediator)
	d.Press("ctrl+p").Type("退出登录").Press("enter").Expect("请选您的名字").Press("2").Letters(storetest.Password).Press("enter").Expect("徐建国（调解员）")
	cmd()
	if got.Actor != h.Boss || got.Desk.Actor() != h.Boss || ended == nil {
		t.Errorf("reads as %v, its context ended with %v", got.Actor, ended)
	}
}

func TestCtrlCIsAskedAboutAndNothingEndsTheLock(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+n").Type("章雪琴").Press("ctrl+c").Expect("再按一次 Ctrl-C").Type("x").Press("ctrl+c").Expect("再按一次 Ctrl-C", "章雪琴x")
	if d.Press("ctrl+l", "ctrl+c", "ctrl+c", "ctrl+c").Expect("锁屏的时候不能关闭程序"); d.Quit() {
		t.Error("a passer-by can end the program at the lock")
	}
}

func TestNobodyEndsAKioskWithoutSigningIn(t *testing.T) {
	h := storetest.New(t)
	s := storetest.Settings()
	s.Kiosk = true
	h.SetSettings(s)
	d := apptest.Open(t, h, apptest.Options{})
	if d.ExpectNot("Ctrl-C").Press("ctrl+c", "ctrl+c").Expect("要先登录，才能关闭程序"); d.Quit() {
		t.Error("a passer-by can end the program")
	}
	if d.Letters(storetest.Password).Press("enter").Expect("今日").Press("ctrl+c"); !d.Quit() {
		t.Error("nor can who is signed in")
	}
}

func TestAKeyThatMeansNothingIsAnswered(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, storetest.New(t))
	d.Press("f2").Type("x").Expect("这个键在这里没有用")
}

// The screens and their commands share nothing: the race detector sees it where commands run apart.
func TestCommandsApart(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		h := storetest.New(t)
		d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, Apart: true})
		d.Press("f3").Type("章雪琴").Press("enter", "enter").Type("10012346021").Press("enter").Rest()
		for _, key := range placeKeys {
			d.Press(key, "down", "enter", "esc", "esc")
		}
	}
}

// What was said of one screen does not stand under the next.
func TestAToastStaysOnItsScreen(t *testing.T) {
	t.Parallel()
	apptest.New(t, storetest.New(t)).Press("x").Expect("这个键在这里没有用").Press("f8").ExpectNot("这个键在这里没有用")
}

// Who gives away the right to a screen does not go on seeing what stood there.
func TestWhatMayNoLongerBeReadIsLeft(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("guan", "管理员", hall.Admin)
	d := apptest.New(t, h).Press("ctrl+p").Type("人员账号").Press("enter").Expect("管理员")
	rows, err := h.Desk(h.Boss).Staff(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	rows[0].Roles &^= hall.Admin
	if err := h.Desk(h.Boss).ChangeStaff(context.Background(), rows[0]); err != nil {
		t.Fatal(err)
	}
	d.Hear().Expect("今日").ExpectNot("人员账号")
}
