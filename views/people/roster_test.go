package people_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/people/roster"
	"sizhen/views/text"
)

var (
	ctx   = context.Background()
	today = hall.DayOf(storetest.Start())
)

func openRoster(t *testing.T, h *storetest.Hall) *apptest.Driver {
	t.Helper()
	return apptest.New(t, h).Press("ctrl+p").Type("名册").Press("enter").Expect("调解员名册")
}

func enrol(t *testing.T, h *storetest.Hall, m hall.Mediator) hall.Mediator {
	t.Helper()
	m, err := h.Desk(h.Boss).SaveMediator(ctx, 0, m, today-100, "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func one(t *testing.T, h *storetest.Hall, id hall.MediatorID) hall.MediatorFile {
	t.Helper()
	f, err := h.Desk(h.Boss).Mediator(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAMediatorIsAddedFromTheKeyboard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openRoster(t, h).Expect("陈芳", "1 位").Press("ctrl+n").Expect("添一位调解员")
	d.Press("ctrl+s").Expect("这一项要填").Type("金阿毛").Press("enter").Press("1", "enter") // 男
	d.Type("小港村").Press("enter").Type("小港村人民调解委员会").Press("enter").Press("2", "enter")
	d.Type("邻").Expect("邻里").Press("down", "enter").Expect("邻里、").Press("enter")
	d.Letters("txcgb").Expect("退休村干部").Press("down", "enter", "enter").Type("小港村陈家").Press("enter").Press("2")
	d.Expect("2 特级").Press("ctrl+s").Expect("已保存 金阿毛", "2 位", "待报 1")
	m := one(t, h, 2).Mediator
	if m.Sex != hall.Male || !m.OrgHead || m.Grade != "特级" || strings.Join(m.Specialities, "") != "neighbours" || len(m.Backgrounds) != 1 || m.Joined != today ||
		len(m.Filings) != 1 {
		t.Errorf("%+v", m)
	}
	if drafts, err := h.Desk(h.Boss).Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("the draft stays: %+v %v", drafts, err)
	}
}

func TestTheRosterNarrowsAsSomebodyTypesAndFilters(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	enrol(t, h, hall.Mediator{Name: "金阿毛", Village: "小港村", Knows: "小港村陈家", Grade: "特级", Specialities: []string{"neighbours"}})
	enrol(t, h, hall.Mediator{Name: "俞芳", Village: "前宅村", FullTime: true, Specialities: []string{"neighbours"}, Grade: "一级"})
	enrol(t, h, hall.Mediator{Name: "沈水根", Village: "前宅村", Specialities: []string{"land"}})
	d := openRoster(t, h).Expect("4 位").Type("陈家").Rest().Expect("1 位", "金阿毛").ExpectNot("俞芳")
	d.Press("esc").Expect("4 位").Press("ctrl+g").Expect("按什么筛选").Press("3").Expect("邻里").Press("3").Expect("专长：邻里", "2 位").ExpectNot("沈水根")
	d.Press("ctrl+g", "1").Expect("前宅村").Type("前").Rest().Press("enter").Expect("村、社区：前宅村", "1 位", "俞芳")
	d.Letters("jam").Rest().Expect("没有找到").Press("ctrl+u").Rest().Press("ctrl+g", "8").Expect("4 位").ExpectNot("专长：")
	d.Press("ctrl+g", "7", "2").Expect("专兼职：专职", "俞芳").ExpectNot("沈水根")
}

func TestAMediatorIsPromotedAndWhatHeWasStays(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	m := enrol(t, h, hall.Mediator{Name: "金阿毛", Grade: "二级", Organisation: "小港村人民调解委员会"})
	d := openRoster(t, h).Press("down", "enter").Expect("金阿毛", "修改登记").Press("2").Expect("修改 金阿毛")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab").Press("3", "enter").Press("tab").Press("ctrl+u").Type("-3").Expect("11月21日 周六").Press("enter").
		Type("年度考核").Press("ctrl+s").Expect("已保存")
	d.Press("enter", "1", "2").Expect("一级", "2026年11月21日 周六 起", "二级", "年度考核")
	if s, _ := one(t, h, m.ID).Mediator.On(today - 4); s.Grade != "二级" {
		t.Errorf("an old report would say %q", s.Grade)
	}
}

func TestWhoIsSuspendedIsTold(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	m := enrol(t, h, hall.Mediator{Name: "金阿毛", Village: "前岸村", Organisation: "前岸村人民调解委员会", OrgHead: true})
	in, err := desk.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
	if err != nil {
		t.Fatal(err)
	}
	file, err := desk.Case(ctx, in.Case)
	if err == nil {
		_, err = desk.Step(ctx, in.Case, file.Case.Rev, 0, hall.Step{Action: hall.ActAssign, Mediator: m.ID})
	}
	if err != nil {
		t.Fatal(err)
	}
	d := openRoster(t, h).Press("down", "enter", "3").Expect("暂停派案：金阿毛", "在办案件 1 件", in.Number, "请另定主任")
	d.Press("ctrl+s").Expect("这一项要填").Type("住").Press("esc").Expect("已留在“未完成”里")
	d.Press("enter", "3").Expect("接着写：陈芳").Press("tab", "end").Type("院").Press("enter").Expect("已登记为暂停", "暂停")
	d.Press("enter").Expect("恢复派案").Press("4").Expect("离任：金阿毛", "在办案件 1 件").Press("tab").Type("年龄").Press("enter").Expect("已登记为离任").ExpectNot("金阿毛  前岸村")
	if got := one(t, h, m.ID); got.Mediator.Status != hall.Left || got.Load != 1 || len(got.Mediator.Past) == 0 {
		t.Errorf("%+v", got.Mediator)
	}
}

func TestTermsOverlapAndAreRenewed(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	m := enrol(t, h, hall.Mediator{Name: "金阿毛"})
	if _, err := h.Desk(h.Boss).AddTerm(ctx, m.ID, m.Rev, hall.Term{From: today - 1000, To: today + 9}); err != nil {
		t.Fatal(err)
	}
	d := openRoster(t, h).Press("shift+tab").Expect("任期届满", "9 天", "变动备案").Press("enter").Expect("3 任期备案", "在任期内")
	d.Press("enter", "1").Expect("登记任期", "2026-12-04").Press("ctrl+u").Type("2026-11-30").Press("ctrl+s").Expect("已有一届")
	d.Press("ctrl+u").Type("2026-12-04").Press("ctrl+s").Expect("已登记 金阿毛 的任期", "2029年12月3日")
	d.Press("enter", "3").Expect("登记已备案").Press("tab", "tab").Type("虞调备9号").Press("enter").Expect("已登记备案", "虞调备9号")
	d.Press("esc").Expect("没有到期的任期")
}

func TestPostsAreTakenUpAndLogged(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	enrol(t, h, hall.Mediator{Name: "金阿毛", Village: "小港村"})
	d := openRoster(t, h).Press("tab").Expect("还没有人认领").Press("shift+tab", "down", "enter", "1", "5").Expect("还没有认领岗位")
	d.Press("enter").Expect("还没有在岗的岗位").Press("1").Expect("认领岗位：金阿毛").Press("2", "enter").Press("enter", "enter").Expect("已登记岗位", "民情收集", "小港村")
	d.Press("enter", "2").Expect("岗位上做了什么").Press("tab").Type("走访三组，记下积水").Press("enter").Expect("已记下", "走访三组")
	d.Press("esc", "tab").Expect("民情收集", "金阿毛", "走访三组").Press("enter").Expect("5 岗位", "走访三组").Press("enter", "3", "enter").Expect("已登记岗位")
	d.Press("esc").Expect("还没有人认领").Press("ctrl+g").Expect("金阿毛", "至").ExpectNot("还没有人认领")
}

func TestMentorsAreNoCircle(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	a, b := enrol(t, h, hall.Mediator{Name: "金阿毛"}), enrol(t, h, hall.Mediator{Name: "俞芳"})
	d := openRoster(t, h).Press("down", "enter", "1", "6").Expect("还没有结对").Press("enter", "2").Expect("金阿毛 带谁").Type("俞").
		Rest().Press("enter").Expect("金阿毛 带 俞芳").Press(
		"enter").Expect("已登记结对", "带 俞芳")
	d.Press("enter", "1").Expect("谁来带 金阿毛").Type("俞").Rest().Press("enter").Expect("俞芳 带 金阿毛").Press("enter").Expect("绕成一圈", "俞芳").Press("esc")
	d.Press("enter", "3").Expect("记这次教了什么").Press("tab").Type("听双方说完").Press("enter").Expect("听双方说完")
	d.Press("esc", "tab", "tab").Expect("金阿毛", "俞芳", "听双方说完").Press("enter").Expect("打开 金阿毛").Press("4").Expect("结束结对").Press("tab").Type("已能独立调解").Press("enter").
		Expect("已登记结对", "还没有结对")
	if f := one(t, h, a.ID); len(f.Pairs) != 1 || f.Pairs[0].Learner.ID != b.ID || f.Pairs[0].Why != "已能独立调解" {
		t.Errorf("%+v", f.Pairs)
	}
}

func TestAFormIsKeptAndAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	m := enrol(t, h, hall.Mediator{Name: "金阿毛"})
	d := openRoster(t, h).Press("down", "enter", "2", "tab", "tab").Type("小港村").Press("esc").Expect("已留在“未完成”里")
	d.Press("f2").Expect("名册 金阿毛")
	d = openRoster(t, h).Press("down", "enter", "2").Expect("接着写：陈芳", "小港村")
	m.Phone = "10012340000"
	if _, err := h.Desk(h.Boss).SaveMediator(ctx, 0, m, today, ""); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").Expect("别的窗口刚改过", "小港村").Press("ctrl+s").Expect("已保存 金阿毛")
	if got := one(t, h, m.ID).Mediator; got.Village != "小港村" {
		t.Errorf("%+v", got)
	}
}

func TestWhoKeepsNoRosterLooksOnly(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	enrol(t, h, hall.Mediator{Name: "金阿毛", Phone: "10012345678", Birth: hall.NewDay(1958, 3, 4)})
	zhou := h.Add("zhou", "周静", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &zhou}).Press("ctrl+p").Type("名册").Press("enter").Expect("请找中心主任")
	d.Press("ctrl+n").Expect("请找中心主任、管理员").ExpectNot("添一位调解员").Press("down", "enter").Expect("金阿毛", "只给本人").ExpectNot("10012345678", "1958")
	d.Press("enter").Expect("修改登记", "请找中心主任、管理员").Press("1").ExpectNot("修改 金阿毛")
}

func TestAnOrganisationOnFileIsSuggestedAndKnown(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	org, err := h.Desk(h.Boss).SaveOrg(ctx, 0, hall.Org{Name: "小港村人民调解委员会", Level: hall.Village}, hall.OrgChange{From: today})
	if err != nil {
		t.Fatal(err)
	}
	d := openRoster(t, h).Press("ctrl+n").Type("金阿毛").Press("tab", "tab", "tab").Type("小港").
		Rest().Expect("小港村人民调解委员会").Press("down", "enter").Press("ctrl+s").Expect(
		"已保存 金阿毛")
	if m := one(t, h, 2).Mediator; m.Org != org.ID {
		t.Errorf("%+v", m)
	}
	d.Press("down", "enter", "2").Expect("修改 金阿毛", "小港村人民调解委员会")
}

func TestTheFormsFitEverywhere(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	m := hall.Mediator{
		ID: 1, Name: long, Village: long, Area: long, Organisation: long, OrgHead: true, StudioName: long, Knows: long, Trade: long, Grade: long,
		Specialities: []string{"neighbours", "damages", "marriage"}, Backgrounds: hall.Backgrounds(), Terms: []hall.Term{{From: today, To: today + 9, How: long}},
		Posts: []hall.Post{{Where: long, From: today}},
	}
	f := hall.MediatorFile{Mediator: m, Load: 9999, Duty: []hall.Day{today, today + 1, today + 2, today + 3, today + 4}}
	for range 9 {
		f.Cases = append(f.Cases, hall.CaseRow{Number: long, Applicant: long, State: hall.Mediating})
		f.Bookings = append(f.Bookings, hall.VisitRow{Who: long, Room: long, Slot: hall.Slot{Day: today, From: 1, To: 2}})
		f.Pairs = append(f.Pairs, hall.Pair{Mentor: hall.MediatorRef{ID: 1, Name: long}, Learner: hall.MediatorRef{ID: 2, Name: long}, From: today})
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, what := range roster.Forms() {
			v := roster.Form(apptest.Env(lang, hall.Head), what, f, f.Pairs[0])
			for range 5 {
				for _, size := range apptest.Sizes() {
					apptest.Fits(t, what, v.Draw(size[0], size[1]), size[0], size[1])
				}
				v.Update(apptest.Key("tab"))
			}
		}
	}
}
