package plan_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// A county plans all its townships for a year at once, sees what is missing, and moves a visit.
func TestACountysYear(t *testing.T) {
	t.Parallel()
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
	p.Press("down", "down", "down", "ctrl+n").Expect("2027-01-01", "2027-12-31", "县级下沉").Press("ctrl+s")
	p.Expect("先看一遍：县级下沉", "改动 0，还缺 0 人", "还没有 2027 年的放假安排", "一类乡镇，每周一次：7 个，隔 6–8 天", "三类乡镇，每月一次：6 个，隔 28–35 天，72 次都在固定的星期")
	p.Press("enter").Expect("3 看哪天排不上、为什么", "都排上了").Press("4").Expect("乡镇甲 周一，隔 6–8 天", "乡镇甴 周三，隔 28 天").Press("esc")
	p.Press("ctrl+s").Expect("班表已保存")
	p.Expect("2027年", "没排 0，缺人 0", "周一 组员")
	if at := lineWith(p.Screen(), "▸"); !strings.Contains(at, "乡镇甲") {
		t.Errorf("the cursor stands on %q", at)
	}
	p.Press("ctrl+n", "tab", "ctrl+u").Type("2028-01-01").Press("enter", "ctrl+u").Type("2028-12-31").Press("ctrl+s").Expect("先看一遍").
		Press("ctrl+s").Expect("班表已保存", "2028年").Press("ctrl+g").Type("2027-01-04").Press("enter").Expect("2027年")
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
		t.Errorf("%+v", now.Shift)
	}
	p.Press("tab").Expect("接下来", "组员A").Press("enter").Expect("组员A 2027年下沉", "周")
}

// What is written for the wall and for a telephone is the plan as it stands.
func TestTheMonthIsWritten(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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
		t.Errorf("%+v", got.Shift)
	}
}
