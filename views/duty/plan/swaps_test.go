package plan_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
)

func TestASwapIsDoneByTwoConsents(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine, his := c.on(t, "徐建国"), c.on(t, "王值班")
	xu, wang := c.at(t, c.xu), c.at(t, c.wang)
	d := stand(openRota(xu), mine.Day).Press("enter").Expect("请找中心主任、管理员").Press("5").Expect("请谁来值", "王值班")
	for range 5 {
		if !strings.Contains(lineWith(d.Screen(), "▸"), "王值班") {
			d.Press("down")
		}
	}
	d.Press("enter").Expect("用 王值班 的哪一天来换", "不用还").Press("2").Expect("请 王值班 换班").Type("女儿回来").Press("ctrl+s").Expect("已请 王值班 换班", "有人要换这个班")
	if c.on(t, "徐建国").ID != mine.ID {
		t.Fatal("asked, and done")
	}
	wang.Press("f2").Expect("请您换班：徐建国")
	for range 40 {
		if strings.Contains(lineWith(wang.Screen(), "▸"), "请您换班") {
			break
		}
		wang.Press("down", "right")
	}
	wang.Press("enter").Expect("请您答复", "女儿回来", "等 王值班 同意").Press("enter").Expect("同意", "不同意").Press("1").Expect("班已换好", "没有人请您换班")
	a := must[hall.DutyRow](t)(c.head.DutyRow(ctx(), mine.ID))
	b := must[hall.DutyRow](t)(c.head.DutyRow(ctx(), his.ID))
	if a.People[0].Name != "王值班" || b.People[0].Name != "徐建国" {
		t.Errorf("%v has %v, %v has %v", a.Day, a.People, b.Day, b.People)
	}
	wang.Press("f2").ExpectNot("请您换班")
}

// lineWith is the first line that holds something.
func lineWith(screen, part string) string {
	for _, l := range strings.Split(screen, "\n") {
		if strings.Contains(l, part) {
			return l
		}
	}
	return ""
}

func TestASwapIsRefusedWithAWord(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine := c.on(t, "徐建国")
	must[hall.DutySwap](t)(c.xu.AskSwap(ctx(), hall.DutySwap{Duty: mine.ID, With: hall.RefOf(c.yu.Actor()), Why: "女儿回来"}))
	third := openRota(c.at(t, c.wang)).Press("ctrl+o", "4").Expect("别人之间", "等 俞芳 同意").ExpectNot("女儿回来")
	third.Press("enter").Expect("没有请您", "不是您请的")
	d := openRota(c.at(t, c.yu)).Expect("有人请您换班").Press("ctrl+o", "4").Expect("代班").Press("enter", "2").Expect("不同意：徐建国").Type("那天要带孙子").Press("ctrl+s").Expect(
		"班不动", "没有同意 那天要带孙子")
	d.Press("enter").Expect("没有同意")
	if now := c.on(t, "徐建国"); now.ID != mine.ID {
		t.Error("refused, and done")
	}
}

// The head who is asked for a swap takes back what the other asked for only after a question.
func TestTakingBackWhatAnotherAskedForIsAsked(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine := c.on(t, "徐建国")
	must[hall.DutySwap](t)(c.xu.AskSwap(ctx(), hall.DutySwap{Duty: mine.ID, With: hall.RefOf(c.head.Actor()), Why: "女儿回来"}))
	d := openRota(c.at(t, c.head)).Press("ctrl+o", "4", "enter", "3").Expect("替 徐建国 撤回换班", "不是您请的").Press("enter").ExpectNot("已撤回")
	d.Press("enter", "3", "2").Expect("已撤回")
}

// Who must hear that a swap was taken back is said, and it stays on their boards until they have seen it.
func TestATakenBackSwapIsHeardOf(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine := c.on(t, "徐建国")
	must[hall.DutySwap](t)(c.xu.AskSwap(ctx(), hall.DutySwap{Duty: mine.ID, With: hall.RefOf(c.yu.Actor()), Why: "女儿回来"}))
	openRota(c.at(t, c.xu)).Press("ctrl+o", "4", "enter", "3").Expect("已撤回；俞芳、中心主任 在今日画面上会看到").Press("f2").ExpectNot("换班已撤回")
	for _, who := range []*store.Desk{c.yu, c.head} {
		d := c.at(t, who).Press("f2").Expect("换班已撤回：徐建国 和 俞芳")
		for range 40 {
			if strings.Contains(lineWith(d.Screen(), "▸"), "换班已撤回") {
				break
			}
			d.Press("down", "right")
		}
		d.Press("enter").Expect("已撤回", "女儿回来").Press("f2").ExpectNot("换班已撤回")
	}
}

func TestTheTeamIsChosen(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.Add("li", "李大姐", hall.FrontDesk)
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+o", "2").Expect("本中心值班 4 人", "徐建国", "2026年11月24日 周二 起", "还没有人。选")
	d.Press("ctrl+n").Type("李大姐").Rest().Press("enter").Expect("李大姐 已在名单里", "本中心值班 5 人", "▸ 李大姐")
	d.Press("enter").Expect("李大姐", "移出名单").Press("1").Expect("已移出", "本中心值班 4 人")
	d.Press("end", "enter").Type("何律师").Rest().Expect("不在册").Press("enter").Expect("县级下沉 1 人", "▸ 何律师")
	o := openRota(c.at(t, c.wang)).Press("ctrl+o", "2", "enter").Expect("只有主任和管理员能改")
	o.Press("1").Expect("! 只有主任和管理员能改")
}

// What stands against a pair is said where both halves are shown, not after the reason.
func TestAReturnDayOnWhichTheAskerIsAwaySaysSo(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine, his := c.on(t, "徐建国"), c.on(t, "王值班")
	must[hall.Leave](t)(c.head.AddLeave(ctx(), hall.Leave{Who: hall.RefOf(c.xu.Actor()), From: his.Day, To: his.Day, Why: "送孙子"}, ""))
	d := stand(openRota(c.at(t, c.xu)), mine.Day).Press("enter", "5").Expect("请谁来值", "王值班")
	for range 5 {
		if !strings.Contains(lineWith(d.Screen(), "▸"), "王值班") {
			d.Press("down")
		}
	}
	d.Press("enter").Expect("不用还", "徐建国 那天请假")
}

// A swap whose shift was moved has lapsed: nobody is put on another day by consenting.
func TestASwapOfAShiftThatMovedIsOver(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine := c.on(t, "徐建国")
	must[hall.DutySwap](t)(c.xu.AskSwap(ctx(), hall.DutySwap{Duty: mine.ID, With: hall.RefOf(c.yu.Actor()), Why: "女儿回来"}))
	d := openRota(c.at(t, c.yu)).Press("ctrl+o", "4").Expect("等 俞芳 同意")
	now := must[hall.DutyRow](t)(c.head.DutyRow(ctx(), mine.ID))
	must[hall.Shift](t)(c.head.MoveDuty(ctx(), now.ID, now.Rev, december+4, "停电"))
	d.Reload().Expect("没有人请您换班", "请换作废")
}

// A done swap is taken back by the two who made it; the menu says when that can no longer be.
func TestADoneSwapIsSwappedBack(t *testing.T) {
	t.Parallel()
	c := planned(t)
	mine := c.on(t, "徐建国")
	s := must[hall.DutySwap](t)(c.xu.AskSwap(ctx(), hall.DutySwap{Duty: mine.ID, With: hall.RefOf(c.yu.Actor()), Why: "女儿回来"}))
	must[hall.DutySwap](t)(c.yu.AnswerSwap(ctx(), s.ID, s.Rev, hall.DutyRef{}, true, ""))
	d := openRota(c.at(t, c.xu)).Press("ctrl+o", "4", "enter").Expect("4 换回去（两个人都要同意）").Press("4").Expect("哪一班开始了就不能再换回").Type("女儿不来了").Press("ctrl+s")
	d.Expect("已请对方同意换回", "等 俞芳 同意", "换回：", "由 徐建国 来值")
	y := c.at(t, c.yu).Press("f9").Expect("徐建国", "请您把")
	openRota(y).Press("ctrl+o", "4", "enter", "1").Expect("班已换好", "已换回")
	if now := must[hall.DutyRow](t)(c.head.DutyRow(ctx(), mine.ID)); !now.Has(hall.RefOf(c.xu.Actor())) {
		t.Errorf("not swapped back: %+v", now.People)
	}
}
