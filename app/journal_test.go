package app_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Who signs in is told how often a wrong password was given on the account since the last time, and
// finds the tries in the journal; a line about an account leads to the accounts.
func TestWrongPasswordsAreToldAtSignInAndStandInTheJournal(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	_, _ = h.SignIn(context.Background(), "chenfang", "wrong-1")
	_, _ = h.SignIn(context.Background(), "chenfang", "wrong-2")
	d := apptest.Open(t, h, apptest.Options{})
	d.Press("enter").Letters(storetest.Password).Press("enter").Expect("今日", "输错过 2 次密码", "11月24日 周二 10:14")
	d.Press("ctrl+p").Type("日志").Press("enter").Expect("办理记录", "登录", "登录失败，密码不对", "设置本中心")
	d.Press("2").Expect("登录失败，密码不对").ExpectNot("设置本中心")
	d.Press("enter").Expect("人员账号")
	d.Press("ctrl+p").Type("退出登录").Press("enter", "enter").Letters(storetest.Password).Press("enter").Expect("今日").ExpectNot("输错过")
}

// The journal is not for everybody: whoever may not read it is told whom to ask.
func TestTheJournalIsForTheHeadAndTheAdministrators(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for login, c := range map[string]struct {
		role hall.Role
		says string
	}{"yulijuan": {hall.FrontDesk, "主任"}, "zhou": {hall.Head, "第 "}, "zheng": {hall.Admin, "第 "}} {
		actor := h.Add(login, login, c.role).Actor()
		d := apptest.Open(t, h, apptest.Options{Actor: &actor})
		d.Press("ctrl+p").Type("办理记录").Expect("办理记录").Press("enter").Expect(c.says)
	}
}

// A form that is thrown away stands in the journal as what it was.
func TestADiscardedFormIsNamedInTheJournal(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("ctrl+p").Type("资源单位").Press("enter", "ctrl+n").Type("百官派出所").Press("enter", "ctrl+d").Expect("丢弃写的这些").Press("2").Expect("已丢弃")
	d.Press("ctrl+p").Type("日志").Press("enter").Expect("丢弃没写完的表（资源单位）")
}

// An administrator without other roles begins with the accounts while nobody else has one, and finds what is
// to be looked after from then on.
func TestAnAdministratorsBoardBeginsOnlyOnce(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	admin := h.Add("zhengmin", "郑敏", hall.Admin).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &admin})
	d.ExpectNot("从这里开始").Expect("管理", "人员账号", "本中心设置", "办理记录")
}

// A form that holds something names the key that throws it away, and the palette finds it by its names; one
// that holds nothing does not.
func TestDiscardingIsNamedWhereThereIsSomethingToDiscard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43})
	d.Press("ctrl+p").Type("资源单位").Press("enter", "ctrl+n").ExpectNot("Ctrl-D").Type("百官派出所").Press("enter").Expect("Ctrl-D 丢弃这份")
	d.Press("ctrl+p").Type("放弃").Press("enter").Expect("丢弃写的这些？").Press("2").Expect("已丢弃")
	d.Press("ctrl+p").Type("放弃").Expect("没有这个画面或命令")
}
