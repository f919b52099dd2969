package plan_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
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
	t.Parallel()
	c := newCrew(t)
	d := openRota(apptest.New(t, c.Hall)).Expect("2026年11月", "下一步 按 Ctrl-N 排班")
	d.Press("ctrl+n").Expect("从哪天", "2026-12-01", "12月1日 周二", "2026-12-31", "先看一遍")
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
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
	c := planned(t)
	his := c.on(t, "徐建国")
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+o").Expect("请假").Press("3").Expect("没有人请假")
	d.Press("ctrl+n").Type("徐建国").Rest().Press("down", "enter").Type(his.Day.String()).Press("enter").Type(his.Day.String()).Press("enter").Type("送孙子上学")
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
	t.Parallel()
	c := planned(t)
	his := c.on(t, "俞芳")
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+o", "3", "ctrl+n").Type("俞芳").Rest().Press("down", "enter").Type(his.Day.String()).Press("enter").Type(
		his.Day.String()).Press("enter").Type("住院")
	d.Press("ctrl+s", "enter", "2").Expect("已登记请假")
	stand(d.Press("esc"), his.Day).Expect("俞芳（请假，空着）", "还缺 1 人")
}

func TestAMovedDayWithItsReasonIsInTheTrail(t *testing.T) {
	t.Parallel()
	c := planned(t)
	row := c.on(t, "徐建国")
	d := stand(openRota(apptest.New(t, c.Hall)), row.Day).Expect("本中心值班", "徐建国")
	d.Press("enter", "1").Expect("改到哪一天").Type("2026-12-05").Expect("12月5日 周六 不开门").Press("ctrl+s").Expect("这一项要填").Type("停电").Press("esc").Expect("留在“未完成”里")
	d.Press("enter", "1").Expect("2026-12-05", "12月5日 周六", "停电").Press("ctrl+s").Expect("已改日期")
	stand(d, december+4).Expect("徐建国", "停电").Press("enter", "6").Expect("改日期", "2026年12月", "改到 2026年12月5日 周六", "原因：停电")
}

func TestPeopleAreChangedWithTheirLoadAndWhyNot(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
	c := planned(t)
	d := stand(openRota(apptest.New(t, c.Hall)), december+5).Expect("2026年12月6日 周日", "没有排班")
	d.Press("enter", "3").Expect("加一个班", "2026-12-06").Press("enter", "enter").Type("王值班").Rest().Press("down", "enter").Type("庙会").Press("ctrl+s").Expect("已加上",
		"王值班", "庙会")
	d.Press("enter", "4").Expect("取消").Type("庙会改期").Press("ctrl+s").Expect("已取消：庙会改期")
	d.Press("enter", "1").Expect("已取消")
}

// A team that is too small is told first what would be enough, then week by week; names on Enter.
func TestATeamFarTooSmallIsToldWhatWouldBeEnough(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	s := c.Settings()
	s.Duty.Open = 6
	c.SetSettings(s)
	d := openRota(apptest.New(t, c.Hall)).Press("ctrl+n", "ctrl+s")
	d.Expect("! 每周要 30 人次，4 人最多 20，至少还要 2 人", "12月7日 周一 这一周缺 10 人次", "按 Enter 看").ExpectNot("缺 2 人：")
	d.Press("enter").Expect("看哪天排不上").Press("3").Expect("2026年12月1日 周二 缺 2 人：名单里那天只有 4 个人")
}

// Names longer than any window are cut and never tear a frame: the driver checks each.
func TestWhatHardlyFits(t *testing.T) {
	t.Parallel()
	c := planned(t)
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 5)
	var team []hall.DutyRef
	for i := range 30 {
		team = append(team, hall.DutyRef{Kind: hall.InviteOther, Name: long + string(rune('A'+i))})
	}
	ok := c.head.SetDutyTeam(ctx(), hall.DutyCounty, team)
	if ok != nil {
		t.Fatal(ok)
	}
	must[hall.Shift](t)(c.head.AddDuty(ctx(), hall.Shift{Day: december + 6, People: team[:9]}, long))
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {132, 43}} {
			a := c.Boss
			d := apptest.Open(t, c.Hall, apptest.Options{Actor: &a, Lang: lang, W: size[0], H: size[1]})
			stand(d.Press("f2", "ctrl+p").Type("值班安排").Press("enter"), december+6)
			for _, k := range []string{"2", "3", "4", "5", "8"} {
				d.Press("ctrl+o", k, "down", "pgdown", "enter", "esc", "esc")
			}
			d.Press("enter", "2", "esc", "ctrl+n", "ctrl+s", "end", "pgup", "enter", "esc", "esc", "esc")
		}
	}
}
