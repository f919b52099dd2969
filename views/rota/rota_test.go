package rota_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func ctx() context.Context { return context.Background() }

func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func today() hall.Day { return hall.DayOf(storetest.Start()) }

var (
	december = hall.NewDay(2026, 12, 1)
	newYear  = hall.NewDay(2026, 12, 31)
)

// crew is a hall whose team are its head, two mediators and an officer on duty.
type crew struct {
	*storetest.Hall
	head, xu, yu, wang *store.Desk
}

func newCrew(t testing.TB) *crew {
	t.Helper()
	c := &crew{Hall: storetest.New(t)}
	c.head = c.Desk(c.Boss)
	c.xu, c.yu, c.wang = c.Add("xu", "徐建国", hall.RoleMediator), c.Add("yu", "俞芳", hall.RoleMediator), c.Add("wang", "王值班", hall.DutyOfficer)
	var refs []hall.DutyRef
	for _, d := range []*store.Desk{c.head, c.xu, c.yu, c.wang} {
		refs = append(refs, hall.RefOf(d.Actor()))
	}
	if err := c.head.SetDutyTeam(ctx(), hall.DutyHall, refs); err != nil {
		t.Fatal(err)
	}
	return c
}

// planned is a crew with December planned.
func planned(t testing.TB) *crew {
	t.Helper()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, december, newYear)
	return c
}

func (c *crew) plan(t testing.TB, k hall.DutyKind, from, to hall.Day) {
	t.Helper()
	q := hall.PlanQuery{Kind: k, From: from, To: to}
	p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx(), q))
	must[hall.DutyPlan](t)(c.head.SavePlan(ctx(), q, p.Stamp))
}

func (c *crew) month(t testing.TB) hall.DutyMonth {
	t.Helper()
	return must[hall.DutyMonth](t)(c.head.DutyMonth(ctx(), december, newYear))
}

// on is somebody's first shift in December.
func (c *crew) on(t testing.TB, name string) hall.DutyRow {
	t.Helper()
	for _, d := range c.month(t).Days {
		for _, r := range d.Rows {
			for _, p := range r.People {
				if p.Name == name && r.State == hall.DutyStands {
					return r
				}
			}
		}
	}
	t.Fatalf("%s has no shift", name)
	return hall.DutyRow{}
}

func (c *crew) at(t testing.TB, d *store.Desk) *apptest.Driver {
	t.Helper()
	a := d.Actor()
	return apptest.Open(t, c.Hall, apptest.Options{Actor: &a})
}

// openRota opens the plan from anywhere.
func openRota(d *apptest.Driver) *apptest.Driver {
	return d.Press("f2", "ctrl+p").Type("值班安排").Press("enter").Expect("值班安排")
}

// stand goes to a day.
func stand(d *apptest.Driver, day hall.Day) *apptest.Driver {
	return d.Press("ctrl+g").Type(day.String()).Press("enter")
}

func TestNextMonthIsPlannedAfterItWasSeen(t *testing.T) {
	c := newCrew(t)
	d := openRota(apptest.New(t, c.Hall)).Expect("2026年11月", "下一步：按 Ctrl-N 排班")
	d.Press("ctrl+n").Expect("从哪天", "2026-12-01", "2026年12月1日 周二", "2026-12-31")
	d.Press("ctrl+s").Expect("先看一遍：本中心值班", "共 23 班：新排 23，改动 0，还缺 0 人", "2026年12月1日 周二", "还没有保存")
	if m := c.month(t); m.Planned[0][0] != 0 {
		t.Fatal("seen, and written")
	}
	d.Press("esc").Expect("2026-12-01").Press("ctrl+s").Expect("新排 23") // back to the form, and on again
	d.Press("ctrl+s").Expect("班表已保存", "2026年12月", "本月次数", "平日")
	if m := c.month(t); m.Planned[0] != [2]hall.Day{december, newYear} {
		t.Errorf("planned from %v to %v", m.Planned[0][0], m.Planned[0][1])
	}
	d.Press("ctrl+n").Expect("2027-01-01") // what is planned already is not planned once more
}

func TestAPlanChangedMeanwhileIsShownAnew(t *testing.T) {
	c := newCrew(t)
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+n", "ctrl+s").Expect("新排 23")
	must[hall.Leave](t)(c.head.AddLeave(ctx(), hall.Leave{Who: hall.RefOf(c.xu.Actor()), From: december, To: newYear, Why: "住院"}, ""))
	d.Press("ctrl+s").Expect("刚才别的窗口改过班表", "新排 23")
	if m := c.month(t); m.Planned[0][0] != 0 {
		t.Fatal("another plan was saved than was shown")
	}
	d.Press("ctrl+s").Expect("班表已保存")
	for _, one := range c.month(t).Tally[hall.DutyHall] {
		if one.Who.Name == "徐建国" && one.Work != 0 {
			t.Errorf("%s is on leave and has %d", one.Who.Name, one.Work)
		}
	}
}

func TestATeamTooSmallSaysWhichDaysAndWhy(t *testing.T) {
	c := newCrew(t)
	s := c.Settings()
	s.Duty.Open = 4
	c.SetSettings(s)
	must[hall.Leave](t)(c.head.AddLeave(ctx(), hall.Leave{Who: hall.RefOf(c.xu.Actor()), From: december + 1, To: december + 1, Why: "住院"}, ""))
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+n", "ctrl+s")
	d.Expect("还缺 1 人", "排不上的 1 人次", "! 2026年12月2日 周三 缺 1 人：徐建国 请假")
	d.Press("ctrl+s").Expect("班表已保存")
	stand(d, december+1).Expect("还缺 1 人", "缺1")
}

func TestOneLeaveMovesAsFewAsPossible(t *testing.T) {
	c := planned(t)
	his := c.on(t, "徐建国")
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+o").Expect("请假").Press("3").Expect("没有人请假")
	d.Press("ctrl+n").Type("徐建国").Rest().Press("1").Type(his.Day.String()).Press("enter").Type(his.Day.String()).Press("enter").Type("送孙子上学")
	d.Press("ctrl+s").Expect("徐建国 请假", "因此改动 1 班，其余不动", "徐建国 → ", "这 1 班空着")
	if c.on(t, "徐建国").ID != his.ID {
		t.Fatal("seen, and written")
	}
	d.Press("enter").Expect("登记请假，并照这样换班", "只登记请假").Press("1").Expect("已登记请假", "徐建国", "送孙子上学")
	if now := c.on(t, "徐建国"); now.ID == his.ID {
		t.Error("he is on leave and still on duty")
	}
	d.Press("enter", "1").Expect("销假").Press("ctrl+s").Expect("已销假", "没有人请假")
}

func TestALeaveAloneLeavesTheShiftOpen(t *testing.T) {
	c := planned(t)
	his := c.on(t, "俞芳")
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+o", "3", "ctrl+n").Type("俞芳").Rest().Press("1").Type(his.Day.String()).Press("enter").Type(his.Day.String()).Press("enter").Type("住院")
	d.Press("ctrl+s", "enter", "2").Expect("已登记请假")
	stand(d.Press("esc"), his.Day).Expect("俞芳（请假，空着）", "还缺 1 人")
}

func TestAMovedDayWithItsReasonIsInTheTrail(t *testing.T) {
	c := planned(t)
	row := c.on(t, "徐建国")
	d := stand(openRota(apptest.New(t, c.Hall)), row.Day).Expect("本中心值班", "徐建国")
	d.Press("enter", "1").Expect("改到哪一天").Type("2026-12-05").Press("ctrl+s").Expect("这一项要填").Type("停电").Press("esc").Expect("写的内容已保存")
	d.Press("enter", "1").Expect("2026-12-05", "2026年12月5日 周六", "停电").Press("ctrl+s").Expect("已改日期")
	stand(d, december+4).Expect("徐建国", "停电").Press("enter", "6").Expect("改日期", "2026年12月", "改到 2026年12月5日 周六", "原因：停电")
}

func TestPeopleAreChangedWithTheirLoadAndWhyNot(t *testing.T) {
	c := planned(t)
	row := c.on(t, "徐建国")
	must[hall.Leave](t)(c.head.AddLeave(ctx(), hall.Leave{Who: hall.RefOf(c.yu.Actor()), From: row.Day, To: row.Day, Why: "住院"}, ""))
	d := stand(openRota(apptest.New(t, c.Hall)), row.Day).Press("enter", "2").Expect("换下 徐建国", "另外再添一个人").Press("1")
	d.Expect("谁来替 徐建国", "王值班", "本月平日", "那天请假")
	d.Press("enter").Expect("徐建国 换成").Type("他要下村").Press("ctrl+s").Expect("已换人", "他要下村")
	if c.on(t, "徐建国").ID == row.ID {
		t.Error("he still has it")
	}
}

func TestShiftsAreAddedAndCalledOff(t *testing.T) {
	c := planned(t)
	d := stand(openRota(apptest.New(t, c.Hall)), december+5).Expect("2026年12月6日 周日", "没有排班")
	d.Press("enter", "3").Expect("加一个班", "2026-12-06").Press("enter", "enter").Type("王值班").Rest().Press("1").Type("庙会").Press("ctrl+s").Expect("已加上", "王值班", "庙会")
	d.Press("enter", "4").Expect("取消").Type("庙会改期").Press("ctrl+s").Expect("已取消：庙会改期")
	d.Press("enter", "1").Expect("已取消")
}

func TestASwapIsDoneByTwoConsents(t *testing.T) {
	c := planned(t)
	mine, his := c.on(t, "徐建国"), c.on(t, "王值班")
	xu, wang := c.at(t, c.xu), c.at(t, c.wang)
	d := stand(openRota(xu), mine.Day).Press("enter").Expect("只有主任和管理员能改").Press("5").Expect("请谁来值", "王值班")
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
	c := planned(t)
	mine := c.on(t, "徐建国")
	must[hall.DutySwap](t)(c.xu.AskSwap(ctx(), hall.DutySwap{Duty: mine.ID, With: hall.RefOf(c.yu.Actor()), Why: "女儿回来"}))
	third := openRota(c.at(t, c.wang)).Press("ctrl+o", "4").Expect("别人之间", "等 俞芳 同意").ExpectNot("女儿回来")
	third.Press("enter").Expect("没有请您", "不是您请的")
	d := openRota(c.at(t, c.yu)).Expect("有人请您换班").Press("ctrl+o", "4").Expect("代班").Press("enter", "2").Expect("不同意：徐建国").Type("那天要带孙子").Press("ctrl+s").Expect("班不动", "没有同意 那天要带孙子")
	d.Press("enter").Expect("没有同意")
	if now := c.on(t, "徐建国"); now.ID != mine.ID {
		t.Error("refused, and done")
	}
}

func TestTheTeamIsChosen(t *testing.T) {
	c := newCrew(t)
	c.Add("li", "李大姐", hall.FrontDesk)
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+o", "2").Expect("本中心值班 4 人", "徐建国", "2026年11月24日 周二 起", "还没有人。选")
	d.Press("ctrl+n").Type("李大姐").Rest().Press("enter").Expect("李大姐 已在名单里", "本中心值班 5 人")
	d.Press("enter").Expect("移出名单").Press("1").Expect("已移出", "本中心值班 4 人")
	d.Press("end", "enter").Type("何律师").Rest().Expect("不在册").Press("enter").Expect("县级下沉 1 人", "何律师")
	o := openRota(c.at(t, c.wang)).Press("ctrl+o", "2", "enter").Expect("只有主任和管理员能改")
	o.Press("1").Expect("! 只有主任和管理员能改")
}

// A county plans all its townships for a year at once, sees what is missing, and moves a visit.
func TestACountysYear(t *testing.T) {
	h := storetest.New(t)
	s := h.Settings()
	s.Level = hall.County
	for i := range 20 {
		s.Duty.Towns = append(s.Duty.Towns, hall.DutyTown{Name: "乡镇" + string(rune('甲'+i)), Class: 1 + i%3, Weekday: 1 + i%5, Members: 1})
	}
	h.SetSettings(s)
	d := h.Desk(h.Boss)
	var team []hall.DutyRef
	for i := range 15 {
		team = append(team, hall.DutyRef{Kind: hall.InviteOther, Name: "组员" + string(rune('A'+i))})
	}
	if err := d.SetDutyTeam(ctx(), hall.DutyCounty, team); err != nil {
		t.Fatal(err)
	}
	p := openRota(apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 132, H: 43})).Press("ctrl+o", "5")
	p.Expect("县级下沉全年", "20 个乡镇", "已排 0", "缺").Press("ctrl+g").Type("2027-01-04").Press("enter").Expect("2027年", "一类乡镇，每周一次")
	p.Press("ctrl+n").Expect("2027-01-01", "2027-12-31", "县级下沉").Press("ctrl+s").Expect("先看一遍：县级下沉", "改动 0，还缺 0 人").Press("ctrl+s").Expect("班表已保存")
	p.Expect("没排 0，缺人 0", "周一 组员")
	row := must[hall.DutyMonth](t)(d.DutyMonth(ctx(), hall.NewDay(2027, 1, 4), hall.NewDay(2027, 1, 8))).Days
	first := hall.DutyRow{}
	for _, day := range row {
		for _, r := range day.Rows {
			if r.Township == s.Duty.Towns[0].Name {
				first = r
			}
		}
	}
	p.Press("ctrl+g").Type("2027-01-04").Press("enter", "enter", "1").Expect("改日期").Type("2027-01-09").Press("enter").Type("下雪").Press("ctrl+s").Expect("不开门。请换一天")
	p.Press("ctrl+u").Type("2027-01-07").Press("ctrl+s").Expect("已改日期", "2027年1月7日 周四 组员")
	if now := must[hall.DutyRow](t)(d.DutyRow(ctx(), first.ID)); now.Day != hall.NewDay(2027, 1, 7) || now.Changes[0].Reason != "下雪" {
		t.Errorf("%+v", now.DutyShift)
	}
	p.Press("tab").Expect("接下来", "组员A").Press("enter").Expect("组员A 2027年下沉", "周")
}

// What is written for the wall and for a telephone is the plan as it stands.
func TestTheMonthIsWritten(t *testing.T) {
	c := planned(t)
	var name string
	var got bytes.Buffer
	export := func(_ context.Context, as string, write func(io.Writer) error) (string, error) {
		name = as
		got.Reset()
		return "/tmp/" + as, write(&got)
	}
	d := stand(openRota(apptest.Open(t, c.Hall, apptest.Options{Actor: &c.Boss, Export: export})), december)
	d.Press("ctrl+o", "6").Expect("已写成 /tmp/2026年12月值班表.docx")
	if !strings.HasPrefix(got.String(), "PK") {
		t.Errorf("%s is no document", name)
	}
	d.Press("ctrl+o", "7").Expect("全部人的", "陈芳 （您）").Press("3").Expect("徐建国值班日历.ics")
	if n := strings.Count(got.String(), "BEGIN:VEVENT"); n < 5 || n > 6 {
		t.Errorf("%d events", n)
	}
}

// What was begun is found on the board, and gone on with.
func TestAFormPutAsideIsGoneOnWithFromTheBoard(t *testing.T) {
	c := planned(t)
	row := c.on(t, "徐建国")
	d := stand(openRota(apptest.New(t, c.Hall)), row.Day).Press("enter", "4").Type("停电").Press("esc", "f2").Expect("值班安排 取消")
	for range 40 {
		if strings.Contains(lineWith(d.Screen(), "▸"), "值班安排") {
			break
		}
		d.Press("down", "right")
	}
	d.Press("enter").Expect("停电").Press("ctrl+s").Expect("已取消")
	if got := must[hall.DutyRow](t)(c.head.DutyRow(ctx(), row.ID)); got.State != hall.DutyOff {
		t.Errorf("%+v", got.DutyShift)
	}
}
