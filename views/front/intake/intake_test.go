package intake_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// first fills in the first step, up to the brief facts.
func first(d *apptest.Driver, a, b string) *apptest.Driver {
	d.Press("f3").Type(a).Press("enter", "enter", "enter", "enter")
	if b != "" {
		d.Type(b)
	}
	return d.Press("enter", "enter", "enter").
		Letters("ll").Press("enter").Type("滴水").Press("enter").Type("滴水距界墙仅0.3米")
}

// leads goes to the outcome of the second step and chooses one.
func leads(d *apptest.Driver, digit string) *apptest.Driver {
	for range 7 {
		d.Press("enter")
	}
	return d.Press(digit)
}

func drafts(t *testing.T, h *storetest.Hall) []hall.DraftRow {
	t.Helper()
	rows, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func register(t *testing.T, h *storetest.Hall, end hall.Ending, change func(*hall.Intake)) hall.IntakeResult {
	t.Helper()
	in := storetest.Intake(end)
	if change != nil {
		change(&in)
	}
	res, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestADraftIsKeptWhenAFieldIsLeft(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴")
	if rows := drafts(t, h); len(rows) != 0 {
		t.Fatalf("kept at every key: %v", rows)
	}
	d.Press("enter")
	if rows := drafts(t, h); len(rows) != 1 || rows[0].Title != "章雪琴" {
		t.Fatalf("kept: %v", rows)
	}
	d.Type("33060").Rest() // the power goes here
	next := apptest.New(t, h).Press("f3").Expect("没写完的 章雪琴").Press("ctrl+r").Expect("申请人 章雪琴", "身份证号 33060")
	next.Type("4").Expect("身份证号 330604")
}

func TestTheSecondStepComesBackHalfTyped(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Press("ctrl+s")
	leads(d, "2").Press("enter").Type("明天").Press("enter").Type("9:").Rest()
	next := apptest.New(t, h).Press("f3", "ctrl+r").Expect("第 2 步", "2 预约", "日期 明天", "11月25日 周三", "时间 9:")
	next.Type("30").Expect("时间 9:30")
}

func TestNothingTypedLeavesNothingBehind(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3", "ctrl+d").Expect("还没有写什么").Press("enter", "esc").Expect("今日").ExpectNot("草稿留着")
	if rows := drafts(t, h); len(rows) != 0 {
		t.Errorf("an empty form was kept: %v", rows)
	}
}

func TestADraftIsThrownAwayOnlyWhenMeant(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Press("enter", "ctrl+d").Expect("丢掉就找不回来了").Press("enter").Expect("申请人 章雪琴")
	d.Press("ctrl+d", "2").Expect("已丢弃").ExpectNot("章雪琴")
	if rows := drafts(t, h); len(rows) != 0 {
		t.Errorf("still there: %v", rows)
	}
}

func TestTwoDraftsOfOneNameAreTwo(t *testing.T) {
	h := storetest.New(t)
	for _, village := range []string{"小港村", "大湖村"} {
		_, err := h.Desk(h.Boss).SaveDraft(context.Background(),
			hall.Draft{Kind: hall.DraftIntake, Title: "王伟", Fields: map[string]string{"a.name": "王伟", "a.village": village}})
		if err != nil {
			t.Fatal(err)
		}
	}
	apptest.New(t, h).Press("f3", "ctrl+r", "2").Expect("村、社区 小港村")
	apptest.New(t, h).Press("f3", "ctrl+r", "1").Expect("村、社区 大湖村")
}

func TestAnIdentityNumberSaysSexAndBirth(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	head := "33069919680512002"
	d.Press("f3").Type("章雪琴").Press("enter").Type(head + string(hall.IDCheckPlace(head))).Press("enter").Expect("女 1968年5月")
	wrong := "0"
	if hall.IDCheckPlace(head) == '0' {
		wrong = "1"
	}
	d.Press("up", "backspace").Type(wrong).Press("enter").Expect("有一位输错了").ExpectNot("女 1968年5月")
}

func TestALateAnswerForAnOlderTextIsDropped(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := apptest.New(t, h)
	d.Press("f3").Type("章").Advance(150 * time.Millisecond).Type("雪").Advance(100 * time.Millisecond).ExpectNot("1 章")
	d.Advance(100*time.Millisecond).Expect("章雪琴（小港村）", "另填一人").ExpectNot("章阿根")
	d.Press("enter").Rest().ExpectNot("1 章雪琴")
}

func TestAnotherNameIsAnotherPerson(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := apptest.New(t, h)
	d.Press("f3").Letters("zxq").Rest().Press("down", "enter").Expect("100····6021", "来过1次，11月24日 周二 邻里")
	d.Press("up", "home").Type("老").Press("enter").ExpectNot("100····6021", "来过1次", "小港村").Expect("申请人 老章雪琴")
}

// Nobody is called zxq: Enter takes the only one whom initials find.
func TestEnterTakesWhomInitialsFind(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := apptest.New(t, h)
	d.Press("f3").Letters("zxq").Rest().Press("enter").Expect("章雪琴", "来过1次")
	d = first(apptest.New(t, storetest.New(t)), "章雪琴", "章阿根").Press("ctrl+s")
	leads(d, "2").Press("enter").Type("+1").Press("enter").Type("9:00").Press("enter", "4", "enter", "enter").Letters("cf").Rest().Expect("陈芳").Press("down",
		"enter").Expect("调解员  陈芳").ExpectNot("cf1")
}

func TestSomebodyElseOfTheSameNameIsNew(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Rest().Press("down", "2").ExpectNot("另填一人", "来过").Rest().ExpectNot("另填一人")
}

func TestAnOrganisationIsToldByItsName(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("百官五金厂").Rest().Expect("是单位").Press("down", "enter").Expect("信用代码").ExpectNot("身份证号")
	d.Press("enter").Type("91330604").Press("enter").Expect("统一社会信用代码要 18 位").Press("up", "ctrl+u").Type("91330604MA2B1Y0XJX").Press("enter")
	d.Expect("统一社会信用代码对不上").Press("up", "backspace").Type("Y").Press("enter").ExpectNot("信用代码对不上", "要 18 位")
	d = apptest.New(t, storetest.New(t)).Press("f3").Type("物业公司").Press("enter").Expect("信用代码", "物业公司")
	d.Press("up", "home").Type("王").Press("backspace", "ctrl+u").Type("张建所").Press("enter").Expect("身份证号")
}

// What came with somebody who was picked goes when the name becomes another's: what the card said of
// sex and birth with the card.
func TestWhatTheCardSaidGoesWithThePerson(t *testing.T) {
	h := storetest.New(t)
	head := "33069919680512002"
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, func(in *hall.Intake) {
		d := &in.Parties[0].Details
		d.DocNumber, d.Sex, d.Birth = head+string(hall.IDCheckPlace(head)), hall.Female, hall.NewDay(1968, 5, 12)
	})
	d := apptest.New(t, h)
	d.Press("f3").Letters("zxq").Rest().Press("down", "enter").Expect("女 1968年5月")
	d.Press("up", "ctrl+u").Type("周十").Press("enter").ExpectNot("女 1968年5月", "1968").Expect("周十")
}

func TestRefusalBlocksMediationWithItsReason(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Press("ctrl+s")
	d.Press("enter", "enter", "enter", "enter", "enter", "2", "enter", "enter", "3").Expect("当事人明确拒绝，不能调解")
	d.Press("6", "enter").Type("可以向法院起诉").Press("ctrl+s").Expect("第 3 步", "只是咨询 可以向法院起诉", "一方拒绝 是")
}

func TestWithoutAnOtherSideThereIsAdviceOnly(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "章雪琴", "").Press("ctrl+s")
	leads(d, "1").Expect("还没有对方")
	d.Press("6", "enter").Type("先找村里").Press("ctrl+s").Expect("第 3 步").Press("enter").Expect("1 没有错，登记").Press("1").Expect("咨询已记下")
}

func TestACrimeWithoutThePoliceIsRefusedAtTheField(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Press("ctrl+s").Press("enter", "2", "enter")
	d.Expect("报告公安时间").Press("ctrl+s").Expect("第 2 步", "要马上报告公安")
	d.Type("23:59").Press("enter").Expect("这个时间还没到")
	d.Press("up", "ctrl+u").Type("10:05").Press("enter").ExpectNot("还没到")
	d.Press("ctrl+s").Expect("要马上报告公安").Type("百官派出所 胡警官").Press("enter", "enter", "enter", "enter", "enter", "enter", "1", "ctrl+s").
		Expect("第 3 步", "11月24日 周二 10:05", "百官派出所 胡警官")
}

func TestSixOnOneSideNeedRepresentatives(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "工人甲", "包工头")
	for i := range 5 {
		d.Press("home", "up", "up", "up", "up", "up", "up", "up", "up", "up", "up", "up", "ctrl+n").Expect("在哪一方")
		d.Type(fmt.Sprint("工人", string([]rune("乙丙丁戊己")[i]))).Press("ctrl+s")
	}
	d.Expect("另有 5 人：工人乙")
	leads(d.Press("ctrl+s"), "1").Press("ctrl+s").Expect("第 1 步", "申请人 6 人，代表 0 人（最多 5）", "被申请人 包工头")
	d.Press("down", "enter").Expect("工人乙 当代表").Press("enter").Expect("代表 1 人", "工人乙 ●代表")
	for range 4 {
		d.Press("down", "enter", "enter")
	}
	d.Expect("代表 5 人").Press("2").Expect("工人甲 当代表 已有 5 名代表，先去掉一名").Press("2").Expect("工人甲 当代表").Press("esc")
	d.Press("ctrl+s", "ctrl+s").Expect("第 3 步", "申请人 工人乙 代表", "申请人 工人己")
	d.Press("ctrl+s").Expect("001 号")
}

func TestAMinorAmongSeveralNeedsAGuardian(t *testing.T) {
	h := storetest.New(t)
	head := "33069920150512002"
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Press("ctrl+n")
	d.Type("章小明").Press("enter", "enter", "enter").Type(head + string(hall.IDCheckPlace(head))).Press("ctrl+s").Expect("另有 1 人：章小明")
	leads(d.Press("ctrl+s"), "1").Press("ctrl+s").Expect("监护人", "章小明 未满 18 周岁")
	d.Type("章雪琴").Press("ctrl+s", "ctrl+s", "ctrl+s").Expect("第 3 步", "监护人 章雪琴", "11 岁")
}

func TestAPartyHalfWrittenIsPutDownAndKept(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Press("enter", "ctrl+n").Press("enter").Type("1001").Rest() // no name yet, and the power goes
	next := apptest.New(t, h).Press("f3", "ctrl+r").Expect("在哪一方", "1001")
	next.Press("esc").ExpectNot("在哪一方").Press("ctrl+n").Expect("1001")
	next.Type("章小妹").Press("ctrl+s").Expect("不是电话号码")
	next.Press("esc").Expect("另有 1 人：章小妹")
	next.Press("ctrl+g").Expect("1 添加当事人", "申请人 章雪琴", "申请人 章小妹").Press("3", "3").ExpectNot("另有 1 人")
}

func TestTheFirstOfASideCanGo(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3").Type("章雪琴").Press("enter", "enter").Type("10012346021").Press("ctrl+n").Type("章小妹").Press("ctrl+s").Expect("另有 1 人：章小妹")
	d.Press("ctrl+g", "2", "3").Expect("申请人 章小妹").ExpectNot("章雪琴", "10012346021", "另有 1 人")
}

func TestOneMatterIsNotMadeIntoTwoUnasked(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Expect("疑似同一件] 已受理：(2026)百调字第1号 章雪琴—章阿根 滴水")
	d.Press("ctrl+b").Expect("那一件还没有办结")
	d.Press("ctrl+s").Expect("看一下 (2026)百调字第1号 滴水", "那件还没办结", "4 是另一件事").Press("4").Expect("第 2 步")
	leads(d, "3").Press("ctrl+s").Expect("第 3 步").Press("ctrl+s").Expect("已受理 (2026)百调字第2号")
	d.Expect("2 打开案件").Press("2").Expect("(2026)百调字第2号")
}

func TestAMatterThatCameBackIsARelapse(t *testing.T) {
	h := storetest.New(t)
	res := register(t, h, hall.Ending{Outcome: hall.NotAccepted, Reason: "已起诉", Referral: "法院"}, nil)
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Press("ctrl+s", "2").Expect("第 2 步")
	leads(d, "3").Press("ctrl+s").Expect("作为复发 2026年11月24日 周二登记的那件 滴水").Press("ctrl+s").Expect("已受理")
	file, err := h.Desk(h.Boss).Case(context.Background(), res.Case+1)
	if err != nil || file.Case.Relapse != res.Case {
		t.Errorf("relapse of %d, %v", file.Case.Relapse, err)
	}
}

func TestATakenSlotIsSaidAtItsFieldAndNothingIsLost(t *testing.T) {
	h := storetest.New(t)
	slot := hall.Slot{Day: hall.NewDay(2026, 11, 25), From: 9 * 60, To: 10 * 60}
	register(t, h, hall.Ending{Outcome: hall.Booked, Slot: slot, Room: "一室"}, nil)
	d := first(apptest.New(t, h), "沈月娥", "沈大")
	leads(d.Press("ctrl+s"), "2").Press("enter").Type("明天").Press("enter").Type("9:30").Press("enter", "1", "enter", "1", "enter").Press("ctrl+s").Expect("第 3 步",
		"11月25日 周三 09:30–10:30 来中心 一室")
	d.Press("ctrl+s").Expect("第 2 步", "时间 9:30", "! 一室 在 09:00 到 10:00 已有安排")
	d.Press("ctrl+u").Type("10:00").Press("ctrl+s", "ctrl+s").Expect("已预约 11月25日 周三 10:00–11:00", "看预约")
}

func TestADraftFinishedElsewhereLosesNoWord(t *testing.T) {
	h := storetest.New(t)
	a := first(apptest.New(t, h), "章雪琴", "章阿根").Rest()
	b := apptest.New(t, h).Press("f3", "ctrl+r")
	leads(b.Press("ctrl+s"), "1").Press("ctrl+s", "ctrl+s").Expect("001 号")
	leads(a.Press("ctrl+s"), "1").Press("ctrl+s", "ctrl+s").Expect("已在别的窗口登记或作废", "1 不做").Press("enter").Expect("第 3 步", "章雪琴")
	if q, err := h.Desk(h.Boss).Queue(context.Background(), hall.NewDay(2026, 11, 24)); err != nil || len(q.Waiting) != 1 {
		t.Fatalf("%d wait, %v", len(q.Waiting), err)
	}
	if rows := drafts(t, h); len(rows) != 1 || rows[0].Title != "章雪琴" {
		t.Errorf("what was typed here is kept as %v", rows)
	}
	a.Press("ctrl+s", "2").Expect("002 号")
}

func TestADateIsReadWhenItsFieldIsLeft(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Press("ctrl+s")
	leads(d, "2").Press("enter").Type("2-30").Press("enter").Expect("2月只有 28 天，没有 30 日").Press("up", "ctrl+u").Type("+1").Press("enter").ExpectNot("没有 30 日").
		Expect("11月25日")
}

func TestNamesFromEverywhere(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "阿卜杜拉·买买提", "𠮷㛃")
	leads(d.Press("ctrl+s"), "1").Press("ctrl+s").Expect("申请人 阿卜杜拉·买买提", "被申请人 𠮷㛃").Press("ctrl+s").Expect("001 号", "阿卜杜拉·买买提")
}

// A foreigner's passport is typed where the identity number stands, and taken for what it is.
func TestAPassportNeedsNoChoiceOfPapers(t *testing.T) {
	h := storetest.New(t)
	d := first(apptest.New(t, h), "约翰", "章阿根")
	d.Press("up", "up", "up", "up", "up", "up", "up", "up").Type("e 1234567").Press("enter").Expect("护照号").ExpectNot("要 18 位")
	d.Press("ctrl+s")
	leads(d, "3").Press("ctrl+s").Expect("第 3 步").Press("ctrl+s").Expect("已受理")
	p, err := h.Desk(h.Boss).FindPeople(context.Background(), "约翰", 1)
	if err != nil || len(p) != 1 {
		t.Fatalf("%v, %v", p, err)
	}
	if got, err := h.Desk(h.Boss).Person(context.Background(), p[0].ID); err != nil || got.Details.Doc != hall.DocPassport || got.Details.DocNumber != "E1234567" {
		t.Errorf("on file: %+v, %v", got.Details, err)
	}
}

func TestACaseWithoutASubjectIsNamedByItsType(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, func(in *hall.Intake) { in.Subject = "" })
	d := first(apptest.New(t, h), "章雪琴", "章阿根").Expect("疑似同一件] 已受理：(2026)百调字第1号 章雪琴—章阿根 邻里")
	d.Press("ctrl+o").Expect("邻里 · 章雪琴—章阿根")
}

// What can stand in no number is answered with a line, and takes no place in the field.
func TestLettersInATelephoneAreAnswered(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, storetest.New(t)).Press("f3", "enter", "enter").Type("王五").Press("enter").Expect("这不是电话号码", "王五")
	d.Press("up", "ctrl+u").Paste("电话：10012346021").Press("enter").Expect("10012346021").ExpectNot("：10012346021", "这不是电话号码")
}

// After one intake is registered the others that were begun are offered again.
func TestWhatElseIsUnfinishedIsOfferedAfterARegistration(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	apptest.New(t, h).Press("f3").Type("沈月娥").Press("f2")
	d := apptest.New(t, h).Press("f3").Expect("没写完的 沈月娥")
	leads(first(d, "章雪琴", "章阿根").Press("ctrl+s"), "1").Press("ctrl+s").Expect("第 3 步").Press("ctrl+s").Expect("001 号").Press("enter")
	d.Expect("第 1 步").ExpectNot("章雪琴").Expect("没写完的 沈月娥").Press("ctrl+r").Expect("申请人 沈月娥")
}

// One person on the list twice is soon done and late found: it is asked.
func TestTheSamePersonTwiceIsAskedAbout(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, storetest.New(t)).Press("f3").Type("章雪琴").Press("ctrl+n").Type("章雪琴").Press("ctrl+s")
	d.Press("enter", "enter", "enter", "enter").Type("章阿根").Press("enter", "enter", "enter", "2", "enter").Type("滴水").Press("enter").Type("屋檐滴水").Press("ctrl+s")
	d.Expect("同一个人登记了两次").Press("enter").Expect("第 1 步").Press("ctrl+s", "2").Expect("第 2 步")
}

// Somebody typed who has the name and the village of one on file is asked about before a second
// person is made; the answer that it is the same one takes the record of that person.
func TestAVisitorOfANameAndAVillageIsAskedAbout(t *testing.T) {
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := apptest.New(t, h).Press("f3").Type("章雪琴").Press("enter", "enter", "enter").Type("小港").Press("enter").Type("俞方").Press("enter", "enter", "enter").
		Letters("ll").Press("enter").Type("噪声").Press("enter").Type("半夜唱歌").Press("ctrl+s")
	leads(d, "1").Press("ctrl+s", "ctrl+s").Expect("已有 章雪琴，是同一个吗", "1 不是，是另一个", "2 就是 章雪琴（小港村").Press("2").ExpectNot("是同一个吗")
	rows, err := h.Desk(h.Boss).FindPeople(context.Background(), "章雪琴", 9)
	if err != nil || len(rows) != 1 || rows[0].Visits != 2 {
		t.Errorf("%+v %v", rows, err)
	}
}

// High risk proposes that the visitor goes first, with the reason; whoever registers may take it off.
func TestHighRiskProposesUrgent(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := first(apptest.New(t, h), "金大力", "章阿根").Press("ctrl+s").Press("4").Expect("为什么急 危险程度 高")
	d.Press("enter").Type("带了刀").Press("enter", "2").Expect("为什么急 危险程度 高、民转刑")
	d.Press("enter", "enter", "enter", "enter", "enter", "enter", "1").ExpectNot("为什么急")
}

// Words of violence have the danger asked about: the level is proposed, and which word it was is said.
func TestWordsOfViolenceProposeTheDanger(t *testing.T) {
	t.Parallel()
	d := first(apptest.New(t, storetest.New(t)), "金大力", "章阿根").Paste("，扬言要杀人").Press("ctrl+s").Expect("写到“杀人”，请问清楚", "为什么急 危险程度 高")
	d.Press("1").ExpectNot("为什么急", "● 4 高")
}

// What is typed before a question was seen does not answer it.
func TestAQuestionTakesNoKeyThatCameBeforeIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := first(apptest.New(t, h), "章雪琴", "章阿根")
	d.Burst("ctrl+s", "4").Expect("疑似同一件", "4 是另一件事", "刚打开").Press("4").Expect("第 2 步")
}

// Who comes about a case that is there takes a number at once, from the question or from the case.
func TestWhoComesAboutACaseIsNotRegisteredAgain(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := first(apptest.New(t, h), "章雪琴", "章阿根")
	d.Press("ctrl+s").Expect("3 就为 (2026)百调字第1号 来的").Press("3").Expect("001 号", "前面没有人")
	drafts, err := h.Desk(h.Boss).Drafts(t.Context())
	if err != nil || len(drafts) != 0 {
		t.Errorf("%d drafts are left, %v", len(drafts), err)
	}
	d.Press("f8", "enter", "ctrl+k").Expect("人已经到了")
	d.Press("f4", "ctrl+n").Expect("已叫 001 号 章雪琴")
}
