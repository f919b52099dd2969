package house_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/house/staff"
	"sizhen/views/text"
)

func openStaff(t *testing.T, h *storetest.Hall) *apptest.Driver {
	t.Helper()
	return apptest.New(t, h).Press("ctrl+p").Type("人员账号").Press("enter")
}

func TestAddSignInEditSwitchOff(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openStaff(t, h).Expect("陈芳", "chenfang", "共 1 人")
	d.Press("ctrl+n").Expect("添一个账号").Type("徐建国").Press("enter").Expect("xjg", "首字母").Press("ctrl+u").Type("XuJianguo").Press("enter")
	d.Press("1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter", "enter").Type("小港村").Press("enter").Expect("密码不会留在").Type("long-enough").Press(
		"enter").Type("long-enough").Press("ctrl+s")
	d.Expect("已添加 徐建国", "xujianguo", "共 2 人")
	a, err := h.SignIn(t.Context(), "xujianguo", "long-enough")
	if err != nil || a.Roles != hall.RoleMediator || a.Mediator == 0 {
		t.Fatalf("signed in as %+v, %v", a, err)
	}
	d.Type("徐建国").Rest().Expect("共 1 人").Press("enter").Expect("修改姓名、角色、电话", "重设密码", "停用账号").Press("1").Expect("修改姓名、角色、电话", "徐建国")
	d.Press("ctrl+u").Type("徐建国甲").Press("ctrl+s").Expect("已保存 徐建国甲")
	d.Press("enter", "3").Expect("徐建国甲 已停用")
	if _, err := h.SignIn(t.Context(), "xujianguo", "long-enough"); err == nil {
		t.Error("a switched-off account signs in")
	}
	d.Press("enter").Expect("重新启用").Press("3").Expect("已启用")
	d.Press("enter", "2").Type("another-one").Press("enter").Type("another-one").Press("ctrl+s").Expect("密码已重设")
	if _, err := h.SignIn(t.Context(), "xujianguo", "another-one"); err != nil {
		t.Errorf("the new password is refused: %v", err)
	}
}

func TestMistakesInStaffStandUnderTheirFields(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openStaff(t, h).Press("ctrl+n", "ctrl+s").Expect("这一项要填")
	d.Type("陈方").Press("enter", "ctrl+u").Type("chen fang").Press("enter", "1", "tab", "tab", "tab", "tab", "tab", "tab", "tab").Type("long-enough").Press("tab").
		Type("long")
	d.Press("ctrl+s").Expect("不要有空格", "“登录名”还没有填好").Type("x").ExpectNot("fangx").Press("up", "up", "up", "up", "up", "up", "up", "up", "up", "ctrl+u")
	d.Type("chenfang").Press("ctrl+s").Expect("至少选一个角色").Press("enter", "2").ExpectNot("至少选一个角色").Press("1", "up", "2", "ctrl+s").Expect("两次输入的密码不一样")
	d.Press("up").Type("long-enough").Press("enter").Type("long-enough").Press("ctrl+s").Expect("chenfang 已有人用", "陈方")
}

func TestATelephoneOnFileIsReplacedNotEdited(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openStaff(t, h).Press("enter", "1", "enter").Type("小港村").Press("ctrl+s").Expect("这不是电话号码")
	d.Press("ctrl+u").Type("10012345678").Press("ctrl+s").Expect("已保存 陈芳")
	d.Press("enter", "1").Expect("100····5678").ExpectNot("10012345678").Press("ctrl+u").Type("陈芳芳").Press("ctrl+s").Expect("现在是：陈芳芳")
	if rows, err := h.Desk(h.Boss).Staff(t.Context()); err != nil || rows[0].Phone != "10012345678" {
		t.Errorf("%+v %v", rows, err)
	}
}

func TestOneselfAndTheLastAdministratorStay(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openStaff(t, h).Press("enter", "3").Expect("停用账号")
	d.Press("1").Expect("修改姓名、角色、电话").Press("enter", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "ctrl+s").Expect("至少选一个角色")
	d.Press("2", "ctrl+s").Expect("最后一位管理员")
}

// What was typed of an account is kept, whichever way the form is left; a password never is.
func TestAFormIsKeptWithoutItsPassword(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	openStaff(t, h).Press("ctrl+n").Type("徐建国").
		Press("enter", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab").Type("long-enough").Press("f9", "f2").Expect(
		"人员账号", "徐建国")
	drafts, err := h.Desk(h.Boss).Drafts(t.Context())
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%+v %v", drafts, err)
	}
	kept, err := h.Desk(h.Boss).Draft(t.Context(), drafts[0].ID)
	if err != nil || kept.Fields["name"] != "徐建国" || kept.Fields["login"] != "xjg" {
		t.Errorf("%+v %v", kept, err)
	}
	for id, value := range kept.Fields {
		if strings.Contains(value, "long-enough") {
			t.Errorf("a password is kept in %s", id)
		}
	}
	openStaff(t, h).Press("ctrl+n").Expect("Ctrl-R").Press("ctrl+r").Expect("接着写：陈芳", "徐建国", "xjg").Press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab",
		"tab").Type("long-enough").Press("tab").Type("long-enough").Press("ctrl+s").Expect("已添加 徐建国")
	if drafts, err = h.Desk(h.Boss).Drafts(t.Context()); err != nil || len(drafts) != 0 {
		t.Errorf("the draft stays: %+v %v", drafts, err)
	}
}

func TestTheBoardLeadsToAnUnfinishedAccount(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	if _, err := h.Desk(h.Boss).SaveDraft(t.Context(),
		hall.Draft{Kind: hall.DraftAccount, Form: "account change 1", Title: "陈芳", Fields: map[string]string{"name": "陈方"}}); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f2").Expect("人员账号")
	d.Press("down", "down", "down", "down", "down", "down", "down", "down", "enter").Expect("修改姓名、角色、电话", "陈方", "接着写：陈芳")
}

func TestOnlyAdministratorsSeeAccounts(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	clerk := h.Add("clerk", "俞芳", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &clerk}).Press("ctrl+p").Type("人员账号").Press("enter").ExpectNot("chenfang")
	d.Press("ctrl+n").ExpectNot("添一个账号")
}

func TestChangeOwnPassword(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("ctrl+p").Type("修改密码").Press("enter").Expect("陈芳，修改自己的密码")
	d.Type("wrong").Press("enter").Type("brand-new-one").Press("enter").Type("brand-new-one").Press("ctrl+s").Expect("现在的密码不对").ExpectNot("brand")
	d.Type(storetest.Password).Press("enter").Type("brand-new-one").Press("enter").Type("brand-new-one").Press("ctrl+s").Expect("密码已修改").ExpectNot("修改自己的密码")
	if _, err := h.SignIn(t.Context(), "chenfang", "brand-new-one"); err != nil {
		t.Errorf("the new password is refused: %v", err)
	}
}

// Another administrator's change is told first; that somebody signed in is not.
func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("yufang", "俞芳", hall.FrontDesk)
	d := openStaff(t, h).Press("down", "enter", "1").Expect("俞芳").Press("ctrl+u").Type("俞方")
	other := h.Desk(h.Boss)
	rows, err := other.Staff(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	rows[1].Phone = "10010001000"
	if err := other.ChangeStaff(context.Background(), rows[1]); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").Expect("别的窗口刚改过", "俞方").Press("ctrl+s").Expect("已保存 俞方")
	d.Press("enter", "1").Press("ctrl+u").Type("俞方方")
	if _, err := h.SignIn(context.Background(), "yufang", storetest.Password); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").Expect("已保存 俞方方")
}

func TestThePasswordFormFitsEverywhere(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		var v views.View = staff.NewPassword(apptest.Env(lang, hall.Admin))
		for _, size := range apptest.Sizes() {
			apptest.Fits(t, "password", v.Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

// Whoever is called as somebody on the roster is asked about: another person, or the same.
func TestANamesakeOnTheRosterIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	m, err := h.Desk(h.Boss).SaveMediator(t.Context(), 0, hall.Mediator{Name: "徐建国", Village: "小港村"}, hall.DayOf(h.Now()), "")
	if err != nil {
		t.Fatal(err)
	}
	d := openStaff(t, h)
	d.Press("ctrl+n").Type("徐建国").Press("enter", "enter", "1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter", "enter").Type("小港").Press(
		"enter").Type("long-enough").Press("enter").Type("long-enough").Press("ctrl+s")
	d.Expect("已有 徐建国，是同一个吗", "1 不是，是另一个", "2 就是 徐建国（小港村）").Press("2").Expect("已添加 徐建国")
	f, err := h.Desk(h.Boss).Mediator(t.Context(), m.ID)
	if err != nil || f.Mediator.Staff == 0 {
		t.Errorf("not joined: %+v, %v", f.Mediator, err)
	}
}

// An account is not switched off before it was said what its holder still has; somebody with nothing
// is switched off at once.
func TestWhatAHolderStillHasIsShownBeforeTheAccountIsSwitchedOff(t *testing.T) {
	t.Parallel()
	h, ctx := storetest.New(t), t.Context()
	desk := h.Desk(h.Boss)
	other := h.Add("xujianguo", "徐建国", hall.RoleMediator).Actor()
	res, err := desk.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
	if err == nil {
		var f hall.CaseFile
		if f, err = desk.Case(ctx, res.Case); err == nil {
			_, err = desk.Step(ctx, res.Case, f.Case.Rev, 0, hall.Step{Action: hall.ActAssign, Mediator: other.Mediator})
		}
	}
	if err == nil {
		slot := hall.Slot{Day: hall.DayOf(h.Now()) + 1, From: 540, To: 600}
		_, err = desk.Book(ctx, res.Case, 0, hall.Booking{Slot: slot, Room: "一室", Mediators: []hall.MediatorID{other.Mediator}})
	}
	if err != nil {
		t.Fatal(err)
	}
	d := openStaff(t, h).Type("徐建国").Rest().Press("enter", "3").Expect("停用 徐建国 的账号", "在办案件 1 件", "已约的调解、会诊 1 场").ExpectNot("天值班").Press("esc")
	if rows, err := desk.Staff(ctx); err != nil || rows[1].Off {
		t.Errorf("switched off unasked: %+v %v", rows, err)
	}
	d.Press("enter", "3", "2").Expect("徐建国 已停用")
}

// Who gives up being an administrator is asked first, and the own password is changed with the present one:
// not in the accounts, nor by the store.
func TestAnAdministratorIsAskedBeforeGivingUpAndGivesThePresentPassword(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("zhengmin", "郑敏", hall.Admin)
	d := openStaff(t, h).Type("陈芳").Rest().Press("enter").Expect("自己的在“修改密码”里改").Press("2").ExpectNot("给 陈芳 重设密码")
	if err := h.Desk(h.Boss).ResetPassword(t.Context(), h.Boss.Staff, "another-one"); !errors.Is(err, hall.Refuse(hall.ErrOwnSecret)) {
		t.Errorf("set without the present one: %v", err)
	}
	d.Press("1").Expect("修改姓名、角色、电话").Press("enter", "enter", "enter", "enter", "enter", "enter", "1", "ctrl+s").Expect("不再当管理员？", "只有别的管理员能改")
	d.Press("esc").ExpectNot("已保存").Press("ctrl+s").Expect("不再当管理员？").Press("2").Expect("今日")
	if now, err := h.ActorNow(t.Context(), h.Boss); err != nil || now.Roles.Has(hall.Admin) {
		t.Errorf("%+v %v", now, err)
	}
}
