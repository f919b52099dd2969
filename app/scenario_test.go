package app_test

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// writeDown fills in the first step of an intake.
func writeDown(d *apptest.Driver, name string) *apptest.Driver {
	return d.Press("f3").Type(name).Press("enter", "enter").Type("10012346021").Press("enter").Type("小港村").Press("enter").
		Type("章阿根").Press("enter", "enter", "enter").Letters("ll").Press("enter").Type("滴水").Press("enter").Type("滴水距界墙仅0.3米，雨天水入院内").Press("ctrl+s")
}

// outcome goes to the outcome of the second step.
func outcome(d *apptest.Driver, digit string) *apptest.Driver {
	return d.Press("enter", "enter", "enter", "enter", "enter", "enter", "enter").Press(digit)
}

func TestVisitorComesIsCalledAndACaseIsOpened(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Expect("没有人候诊", "下一步 有人来，按 F3 登记")
	writeDown(d, "章雪琴").Expect("第 2 步")
	outcome(d, "1").Press("ctrl+s").Expect("第 3 步", "章雪琴", "100····6021", "现在候诊").ExpectNot("10012346021")
	d.Press("ctrl+s").Expect("001 号", "前面没有人")
	d.Press("f2").Expect("候诊 1 人", "001", "章雪琴", "下一步 按 F4 叫 001 号")
	d.Press("f4", "ctrl+n").Expect("已叫 001 号 章雪琴 到 一室", "已叫号")
	d.Press("enter").Expect("再叫一次", "开始（我来看）").Press("2").Expect("章雪琴 开始")
	d.Press("enter", "3").Expect("结束 001 号 章雪琴", "答复和建议")
	d.Type("先看现场").Press("enter", "2").Press("ctrl+s").Expect("已立案 (2026)百调字第1号", "现在打开这件案件吗")
	d.Press("2").Expect("(2026)百调字第1号")
}

func TestDraftSurvivesEscLockAndStop(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪").Press("esc").Expect("已留在“未完成”里")
	d.Press("f3").Advance(10 * time.Second).Expect("没写完的 章雪").Press("ctrl+r").Expect("章雪")
	d.Type("琴").Press("ctrl+l").Expect("锁上了屏幕").ExpectNot("章雪琴")
	d.Letters("wrong").Press("enter").Expect("密码不对").ExpectNot("章雪琴")
	d.Letters(storetest.Password).Press("enter").Expect("申请人 章雪琴")
	d.Type("x").Press("ctrl+c", "ctrl+c")
	if !d.Quit() {
		t.Fatal("Ctrl-C does not end the program")
	}
	next := apptest.New(t, h)
	next.Press("f3").Expect("没写完的 章雪琴x").Press("ctrl+r").Expect("章雪琴x")
	d.ExpectNot("出错")
}

// Typing is kept a second after it rests, with no key to say so: a power cut loses no more.
func TestTypingIsKeptByItself(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("沈月娥").Rest()
	rows, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil || len(rows) != 1 || rows[0].Title != "沈月娥" {
		t.Fatalf("kept: %+v %v", rows, err)
	}
}

func TestIdleScreenIsCovered(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Advance(11 * time.Minute).Expect("10 分钟没有人操作").ExpectNot("章雪琴")
}

func TestWrongNumbersAreSaidWhereTheyStand(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Press("enter").Type("33069919680512002").Press("enter").Expect("要 18 位，现在是 17 位")
	number := "33069919680512002"
	d.Press("up").Type(string(hall.IDCheckPlace(number))).Press("enter").Expect("女 1968年5月").ExpectNot("要 18 位")
	d.Type("电话12").Press("enter").Expect("电话  电话12", "这不是电话号码") // it stays, to be seen and mended
}

func TestKnownPersonIsFoundAgain(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in); err != nil {
		t.Fatal(err)
	}
	d.Press("f3").Letters("zxq").Rest().Expect("章雪琴（小港村） 100····6021 来过1次")
	d.Press("down", "enter").Expect("申请人 章雪琴", "100····6021", "来过1次").ExpectNot("10012346021")
	d.Press("enter", "enter", "enter").Type("章阿根").Rest().Press("down", "enter").Expect("疑似同一件] 已受理：(2026)百调字第1号")
}

func TestRefusingPartyBlocksMediation(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := writeDown(apptest.New(t, h), "章雪琴")
	d.Press("enter", "enter", "enter", "enter", "enter", "2", "enter") // a party refuses
	d.Press("enter").Press("1").Expect("当事人明确拒绝，不能调解")
	d.Press("5", "enter").Expect("告知去处").Type("对方明确不愿调解").Press("enter", "down", "enter", "ctrl+s").Expect("第 3 步", "人民法院")
	d.Press("ctrl+s").Expect("请把去处告诉来访人")
}

func TestCriminalRiskNeedsThePolice(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := writeDown(apptest.New(t, h), "章雪琴")
	d.Press("4", "enter").Type("已劝离现场").Press("enter", "2").Expect("报告公安时间")
	d.Press("enter", "enter", "enter", "enter", "enter", "enter", "enter").Press("1", "enter").Press("ctrl+s").Expect("要马上报告公安")
	d.Type("10:05").Press("enter").Type("百官派出所 胡警官").Press("ctrl+s").Expect("第 3 步", "百官派出所")
}

func TestTwoDesksSeeOneAnother(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	a, b := apptest.New(t, h), apptest.New(t, h)
	b.Expect("没有人候诊")
	writeDown(a, "章雪琴")
	outcome(a, "1").Press("ctrl+s", "ctrl+s").Expect("001 号")
	b.Hear().Expect("候诊 1 人", "章雪琴")
}

func TestSignInAndOtherLanguage(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("xu", "徐建国", hall.RoleMediator)
	d := apptest.Open(t, h, apptest.Options{})
	d.Expect("请选您的名字", "1 陈芳", "2 徐建国").Press("ctrl+t").Expect("Who are you?").Press("ctrl+t")
	d.Press("2").Letters("wrong").Press("enter").Expect("密码不对")
	d.Letters(storetest.Password).Press("enter").Expect("今日", "徐建国（调解员）")
	d.Press("ctrl+p").Letters("ry").Expect("人员账号").Press("enter")
	d.Press("esc").Press("ctrl+p").Letters("switch").Press("enter")
	d.Press("ctrl+p").Letters("en").Press("enter")
}

func TestTooSmallWindowKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Resize(60, 20).Expect("请把窗口放大到 80×24").Resize(1, 1).Resize(79, 24).Resize(80, 24).Expect("章雪琴")
}

// What is pressed while the window is too small does nothing, and that is said, there and once it is large
// enough again; nor does Ctrl-C ask where nobody can read it.
func TestKeysInATooSmallWindowAreNotTaken(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Resize(60, 20).ExpectNot("没有起作用").Type("某某").Press("f9", "ctrl+d").Expect("没有起作用")
	d.Resize(80, 24).Expect("没有起作用", "申请人   章雪琴").ExpectNot("某某", "丢弃写的")
	if d.Resize(60, 20).Press("ctrl+c").Expect("再按"); d.Quit() {
		t.Error("it ended at once")
	}
}

// A character that could not be read stands as 〓, which is said under the field as long as it stands there.
func TestACharacterThatCannotBeReadIsSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Paste("王\ue000芳").Expect("王〓芳", "〓 是程序认不出的字")
	d.Press("enter").Expect("〓 是程序认不出的字")
	d.Press("up", "ctrl+u").Type("王芳").ExpectNot("〓")
}

func TestRubbishPastedIntoAName(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Paste("\x1b[2J\x1b]0;坏标题\x07章\x00雪\x9b琴\r\n" + strings.Repeat("很长", 5000)).Expect("太长了").Press("home").Expect("申请人 章雪〓琴 很长")
	d.Rest()
	rows, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil || strings.ContainsFunc(rows[0].Title, unicode.IsControl) || len([]rune(rows[0].Title)) > 40 {
		t.Errorf("kept %q %v", rows[0].Title, err)
	}
}

// Whose account is switched off sees nothing more, from the next key on.
func TestSwitchedOffInTheMiddleOfASession(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	who := h.Add("xu", "徐建国", hall.RoleMediator).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &who, Faults: true})
	d.Expect("徐建国")
	boss := h.Desk(h.Boss)
	rows, err := boss.Staff(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Name == "徐建国" {
			r.Off = true
			if err := boss.ChangeStaff(context.Background(), r); err != nil {
				t.Fatal(err)
			}
		}
	}
	d.Press("f8").Expect("账号已停用", "密码").ExpectNot("没有候诊", "共 0 件")
}
