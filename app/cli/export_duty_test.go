package cli

import (
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/emersion/go-ical"

	"sizhen/store"
	"sizhen/store/hall"
)

// planDecember plans the hall's duty of December 2026.
func (d diary) planDecember() {
	d.t.Helper()
	month := hall.PlanQuery{From: hall.NewDay(2026, 12, 1), To: hall.NewDay(2026, 12, 31)}
	d.at(func(_ *store.Store, desk *store.Desk) error {
		p, err := desk.PlanDuty(context.Background(), month)
		if err == nil {
			_, err = desk.SavePlan(context.Background(), month, p.Stamp)
		}
		return err
	})
}

// Somebody who keeps the calendars of two halls of the same initials has the events of both.
func TestTheEventsOfTwoHallsAreKeptApart(t *testing.T) {
	t.Parallel()
	a, b := newDiary(t), newDiary(t)
	for _, list := range [][]string{{"calendar"}, {"duty", "--month", "2026-12", "--format", "ics"}} {
		seen := map[string]bool{}
		for _, d := range []diary{a, b} {
			if list[0] == "duty" {
				d.planDecember()
			}
			got := sizhen(t, append([]string{"--data", d.data, "--now", "2026-11-24T10:14", "export"}, list...)...)
			c, err := ical.NewDecoder(strings.NewReader(got.out)).Decode()
			if err != nil || len(c.Events()) == 0 {
				t.Fatalf("%v: %v: %+v", list, err, got)
			}
			for _, e := range c.Events() {
				uid := e.Props.Get(ical.PropUID).Value
				if seen[uid] {
					t.Fatalf("%v: %s is an event of both", list, uid)
				}
				seen[uid] = true
			}
		}
	}
}

func TestDutyIsExported(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	d.planDecember()
	run := func(args ...string) ran {
		return sizhen(t, append([]string{"--data", d.data, "--now", "2026-11-24T10:14"}, args...)...)
	}
	got := run("export", "duty", "--month", "2026-12", "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got.out, "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 20 || rows[0][1] != "日期" || rows[1][1] != "2026-12-01" || rows[1][2] != "周二" {
		t.Fatalf("%v %d %s %v", err, got.code, got.err, rows)
	}
	name := rows[1][6]
	mine := 0
	for _, r := range rows[1:] {
		if r[6] == name && r[10] == "有效" {
			mine++
		}
	}
	got = run("export", "duty", "--month", "2026-12", "--format", "ics", "--person", name)
	c, err := ical.NewDecoder(strings.NewReader(got.out)).Decode()
	if err != nil || mine == 0 || len(c.Events()) != mine {
		t.Fatalf("%s has %d shifts: %v\n%s%s", name, mine, err, got.out, got.err)
	}
	if got = run("export", "duty", "--month", "2026-12", "--format", "docx"); got.code != exitDone || !strings.HasPrefix(got.out, "PK") {
		t.Errorf("%d %s: no document", got.code, got.err)
	}
	run("export", "duty", "--month", "2026-12", "--format", "ics", "--person", "没有此人").says(t, exitUsage, "没有叫", name)
	run("export", "duty", "--month", "12").says(t, exitUsage, "2026-12")
	run("export", "duty", "--format", "pdf").says(t, exitUsage, "pdf", "docx")
	run("export", "duty", "--format", "docx", "--person", name).says(t, exitUsage, "--format ics")
}
