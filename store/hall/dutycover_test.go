package hall_test

import (
	"testing"

	"sizhen/store/hall"
)

// A year of a township: what its class asks for, what is planned, what lacks people or a visit.
func TestCoverCountsWhatAClassAsksFor(t *testing.T) {
	from, to := hall.NewDay(2026, 1, 1), hall.NewDay(2026, 12, 31)
	towns := []hall.DutyTown{{Name: "甲", Class: 1}, {Name: "乙", Class: 2}, {Name: "丙", Class: 3}}
	visit := func(town string, planned, on hall.Day, open int, state hall.DutyState) hall.DutyRow {
		return hall.DutyRow{Shift: hall.Shift{Kind: hall.DutyCounty, Township: town, For: planned, Day: on, State: state}, Open: open}
	}
	march := hall.NewDay(2026, 3, 1)
	rows := []hall.DutyRow{
		visit("乙", hall.NewDay(2026, 1, 1), hall.NewDay(2026, 1, 20), 0, hall.DutyStands), // moved out of its half-month
		visit("丙", march, march+4, 1, hall.DutyStands),
		visit("丙", hall.NewDay(2026, 4, 1), hall.NewDay(2026, 4, 7), 0, hall.DutyOff),
		{Shift: hall.Shift{Township: "甲", Day: march}},
	}
	got := hall.Cover(towns, rows, from, to)
	for i, want := range [][3]int{{53, 53, 0}, {24, 23, 0}, {12, 11, 1}} {
		if c := got[i]; len(c.Periods) != want[0] || c.Missing != want[1] || c.Short != want[2] {
			t.Errorf("%s: %d periods, %d missing, %d short of people, want %v", c.Town.Name, len(c.Periods), c.Missing, c.Short, want)
		}
	}
	if p := got[1].Periods[0]; len(p.Visits) != 1 || len(got[1].Periods[1].Visits) != 0 {
		t.Errorf("a visit that was moved counts for where it is, not for what it was planned for: %+v", p)
	}
	if !got[2].Periods[3].Off || got[2].Periods[0].Off || !got[2].Periods[2].Open() {
		t.Error("a visit called off, and one short of people, are not told apart")
	}
}
