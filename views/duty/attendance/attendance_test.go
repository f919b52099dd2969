package attendance_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// The head sees a line a person, the days behind it, the sign-in of a day, and earlier months by PgUp;
// it is written into a file and, to be signed, onto paper.
func TestTheMonthAndTheDaysBehindIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	boss, wang := h.Desk(h.Boss), h.Add("wang", "王值班", hall.DutyOfficer)
	today := hall.DayOf(h.Now())
	if _, err := boss.AddDuty(context.Background(), hall.Shift{Day: today, People: []hall.DutyRef{hall.RefOf(wang.Actor())}}, "加班"); err != nil {
		t.Fatal(err)
	}
	if err := wang.DutyIn(context.Background()); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	file := ""
	export := func(_ context.Context, name string, write func(io.Writer) error) (string, error) {
		file = name
		return "/tmp/" + name, write(&b)
	}
	palette := []string{"ctrl+p", "考", "勤", "enter"}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Export: export}).Press(palette...)
	d.Expect("值班考勤", "2026年11月", "王值班 1 1 1 104").Press("down", "enter").Expect("1 每一天 1", "4 迟到 1", "6 缺勤 0 没有")
	d.Press("4").Expect("值班考勤 · 王值班 2026年11月 迟到", "11月24日 周二 本中心值班", "10:14", "迟到 1 小时 44 分")
	d.Press("enter").Expect("签到记录 · 王值班 11月24日 周二", "迟到 1 小时 44 分").Press("esc")
	d.Press("ctrl+e").Expect("每人每天考勤").Press("2").Expect("已写")
	if got := b.String(); !strings.Contains(got, "2026-11-24,") || strings.Count(got, "王值班") != 1 || strings.Contains(got, "陈芳") {
		t.Errorf("the days of one person: %q", got)
	}
	b.Reset()
	d.Press("esc")
	d.Press("ctrl+e").Expect("导出").Press("3").Expect("已写")
	if !bytes.HasPrefix(b.Bytes(), []byte("PK")) || file == "" {
		t.Errorf("%s is no sheet", file)
	}
	d.Press("pgup").Expect("值班考勤 · 2026年10月").ExpectNot("王值班 1").Press("esc").Expect("2026年11月", "王值班 1 1 1 104")

	a := wang.Actor()
	apptest.Open(t, h, apptest.Options{Actor: &a}).Press("ctrl+p", "考", "勤").Expect("主任")
	e := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.En}).Press(palette...)
	e.Expect("Attendance", "Shifts Came Late Min Early Missed Gave Stood Extra", "王值班 1 1 1 104")
	e.Press("down", "enter").Expect("1 Every day 1", "6 Missed 0 none").Press("1").Expect("late by 1 h 44 min")
}

// A day that was missed leads to the form that writes down a sign-in nobody made.
func TestAMissedDayLeadsToItsSignIn(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	boss, wang := h.Desk(h.Boss), h.Add("wang", "王值班", hall.DutyOfficer)
	today := hall.DayOf(h.Now())
	if _, err := boss.AddDuty(context.Background(), hall.Shift{Day: today, People: []hall.DutyRef{hall.RefOf(wang.Actor())}}, "加班"); err != nil {
		t.Fatal(err)
	}
	h.Clock.Add(24 * time.Hour)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss}).Press("ctrl+p", "考", "勤", "enter").Press("down", "enter").Press("6")
	d.Expect("王值班", "缺勤").Press("enter").Expect("补签到 王值班 11月24日 周二").Press("enter", "enter").Type("停电").Press("ctrl+s")
	d.Expect("已补签到：王值班", "没有这样的日子").Press("esc", "enter", "9").Expect("已下班 08:30 17:00", "补签").Press("esc").Expect("王值班 1 1")
}
