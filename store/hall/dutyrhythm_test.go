package hall_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// visitDays are the days of a township's visits in a plan, in order.
func visitDays(p hall.DutyPlan, town string) []hall.Day {
	var out []hall.Day
	for _, s := range p.Shifts {
		if s.Township == town {
			out = append(out, s.Day)
		}
	}
	slices.Sort(out)
	return out
}

// offUsual is how far the nearest open day of a day's week lies from a weekday of that week.
func offUsual(a hall.DutyAsk, in hall.Day, w time.Weekday) int {
	usual, least := hall.Monday(in)+hall.Day(w+6)%7, 7
	for d := hall.Monday(in); d < hall.Monday(in)+7; d++ {
		if a.Calendar.On(d).Open && !a.Calendar.RestDay(d) {
			least = min(least, int(max(d-usual, usual-d)))
		}
	}
	return least
}

// In an ordinary year, with its holidays, each township keeps its weekday and its visits lie evenly apart: a
// weekly one moves only in a week whose day is closed, the others find a day two weeks, four or five on.
func TestTownshipsKeepTheirWeekday(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.SampledFrom([]int{2025, 2026}).Draw(t, "year")
		a := hall.DutyAsk{
			Kind: hall.DutyCounty, From: hall.NewDay(year, 1, 1), To: hall.NewDay(year, 12, 31), Calendar: almanac.Calendar(hall.Defaults()),
			Rules: hall.DutyRules{Members: 1},
		}
		for i := range rapid.IntRange(1, 20).Draw(t, "towns") {
			a.Towns = append(a.Towns, hall.DutyTown{
				Name: fmt.Sprint("镇", i), Class: rapid.IntRange(1, 3).Draw(t, "class"), Weekday: rapid.IntRange(0, 5).Draw(t, "weekday"),
			})
		}
		a.Team = team(len(a.Towns))
		p, err := hall.PlanDuty(a)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range p.Rhythm {
			if want := a.Towns[i].Weekday; want != 0 && r.Weekday != time.Weekday(want%7) {
				t.Fatalf("%s wants %v and has %v", r.Town.Name, want, r.Weekday)
			}
			days := visitDays(p, r.Town.Name)
			for j, d := range days {
				if r.Town.Class == 1 && d.Weekday() != r.Weekday && offUsual(a, d, r.Weekday) == 0 {
					t.Fatalf("%s: %v is no %v, which is open that week", r.Town.Name, d, r.Weekday)
				}
				if j == 0 {
					continue
				}
				gap, before := int(d-days[j-1]), days[j-1]
				least, most := [4]int{2: 12, 3: 26}[r.Town.Class], [4]int{2: 22, 3: 36}[r.Town.Class]
				if r.Town.Class == 1 { // a week that is closed altogether has none
					weeks, off := int(hall.Monday(d)-hall.Monday(before)), offUsual(a, d, r.Weekday)+offUsual(a, before, r.Weekday)
					least, most = weeks-off, weeks+off
				}
				if gap < least || gap > most {
					t.Fatalf("%s, class %d, a %v: %d days from %v to %v", r.Town.Name, r.Town.Class, r.Weekday, gap, before, d)
				}
			}
		}
	})
}

// Three townships want Wednesday and two people are there: the third is given one other weekday, for all the
// year, and townships without a wish of their own spread over the week.
func TestWhoFindsTheWeekdayFullKeepsAnother(t *testing.T) {
	t.Parallel()
	a := hall.DutyAsk{
		Kind: hall.DutyCounty, From: hall.NewDay(2026, 7, 1), To: hall.NewDay(2026, 8, 31), Calendar: almanac.Calendar(hall.Defaults()),
		Rules: hall.DutyRules{Members: 1}, Team: team(2),
		Towns: []hall.DutyTown{{Name: "驿亭镇", Class: 1, Weekday: 3}, {Name: "小越镇", Class: 1, Weekday: 3}, {Name: "谢塘镇", Class: 1, Weekday: 3},
			{Name: "盖北镇", Class: 1}, {Name: "丁宅乡", Class: 2}, {Name: "岭南乡", Class: 3}},
	}
	p, err := hall.PlanDuty(a)
	if err != nil || len(p.Gaps) != 0 {
		t.Fatalf("%v, %+v", err, p.Gaps)
	}
	on := map[time.Weekday]int{}
	for _, r := range p.Rhythm {
		if on[r.Weekday]++; r.Off > 0 {
			t.Errorf("%s: %d of %d visits are not on its %v", r.Town.Name, r.Off, r.Visits, r.Weekday)
		}
	}
	if on[time.Wednesday] != 2 || len(on) != 5 {
		t.Errorf("the week: %v", on)
	}

	// What stands is gone on with: the weekday of a township without a wish is the one it has had.
	was := p.Rhythm
	a.Standing, a.From, a.To, a.NotBefore = numbered(p.Shifts), hall.NewDay(2026, 9, 1), hall.NewDay(2026, 9, 24), hall.NewDay(2026, 9, 1)
	if p, err = hall.PlanDuty(a); err != nil {
		t.Fatal(err)
	}
	for i, r := range p.Rhythm {
		if r.Weekday != was[i].Weekday {
			t.Errorf("%s had %v, and now has %v", r.Town.Name, was[i].Weekday, r.Weekday)
		}
		if most := []int{1: 9, 2: 22, 3: 36}[r.Town.Class]; r.Most > most {
			t.Errorf("%s: %d days from what stood to what follows", r.Town.Name, r.Most)
		}
	}
}

// A class is summed up over its townships.
func TestRhythmByClass(t *testing.T) {
	t.Parallel()
	p := hall.DutyPlan{Rhythm: []hall.TownRhythm{
		{Town: hall.DutyTown{Class: 1}, Visits: 52, Off: 2, Least: 5, Most: 9}, {Town: hall.DutyTown{Class: 3}, Visits: 1},
		{Town: hall.DutyTown{Class: 1}, Visits: 51, Off: 1, Least: 6, Most: 14},
	}}
	got := p.RhythmByClass()
	if len(got) != 2 || got[0].Towns != 2 || got[0].Visits != 103 || got[0].Off != 3 ||
		got[0].Least != 5 || got[0].Most != 14 || got[1].Towns != 1 || got[1].Most != 0 {
		t.Errorf("%+v", got)
	}
}

// The week that asks for most says how many people are missing.
func TestShortage(t *testing.T) {
	t.Parallel()
	mon := hall.NewDay(2026, 11, 23)
	plan := func(team int, need ...int) hall.DutyPlan {
		p := hall.DutyPlan{Load: make([]hall.DutyLoad, team)}
		for i, n := range need {
			p.Shifts = append(p.Shifts, hall.Shift{Day: mon + hall.Day(i), Need: n})
		}
		return p
	}
	for _, c := range []struct {
		plan hall.DutyPlan
		want [3]int
	}{
		{plan(2, 2, 2, 2, 2, 2), [3]int{}},                                // just enough
		{plan(2, 3, 3, 3, 3, 3), [3]int{15, 10, 1}},                       // one more each day
		{plan(3, 3, 3, 3, 3, 5), [3]int{17, 15, 1}},                       // two turns in five days
		{plan(1, 1, 1, 1, 1, 1, 0, 0, 2, 2), [3]int{4, 2, 1}},             // the second week
		{plan(1, 4, 0, 0, 0, 0), [3]int{4, 5, 0}},                         // spread over the week it would do
		{plan(0, 1), [3]int{1, 0, 1}}, {hall.DutyPlan{}, [3]int{0, 0, 0}}, // nobody; nothing
	} {
		need, can, more := c.plan.Shortage()
		if c.want[2] == 0 && more != 0 || c.want[2] > 0 && [3]int{need, can, more} != c.want {
			t.Errorf("%v: %d turns, %d can be taken, %d more people", c.want, need, can, more)
		}
	}
}
