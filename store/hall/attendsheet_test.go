package hall

import (
	"testing"
	"time"
)

// Each figure is the number of the days that stand behind it, and a day stands behind all that hold of it.
func TestTheDaysBehindEachFigure(t *testing.T) {
	t.Parallel()
	in := time.Date(2026, 12, 1, 8, 30, 0, 0, time.UTC)
	row := AttendanceRow{Days: []AttendanceDay{
		{Day: 3, Planned: true, Place: DutyPlace{In: in, Late: 30}},
		{Day: 1, Planned: true, Place: DutyPlace{In: in, Early: 20}, Entered: true},
		{Day: 2, Planned: true, Place: DutyPlace{State: DutyMissed}},
		{Day: 4, Planned: true, Place: DutyPlace{State: DutyMissed, StoodBy: "王值班"}},
		{Day: 5, Planned: true, Place: DutyPlace{State: DutyMissed, OnLeave: true}},
		{Day: 6, Gave: true}, {Day: 7, Stood: true, Place: DutyPlace{In: in}}, {Day: 8, Place: DutyPlace{In: in}},
	}}
	row.Count()
	if row.Days[0].Day != 1 || row.LateBy != 30 || row.EarlyBy != 20 {
		t.Errorf("%+v", row)
	}
	for f, want := range map[Figure][2]int{ // how many days, and what the row says
		FigureDays: {8, 8}, FigurePlanned: {5, row.Planned}, FigureCame: {3, row.Came}, FigureLate: {1, row.Late}, FigureEarly: {1, row.Early},
		FigureMissed: {1, row.Missed}, FigureSwapped: {1, row.Swapped}, FigureStood: {1, row.Stood}, FigureEntered: {1, row.Entered}, FigureExtra: {1, row.Extra},
	} {
		if n := len(row.Behind(f)); n != want[0] || n != want[1] {
			t.Errorf("figure %d: %d days, not %v", f, n, want)
		}
	}
}

// Who came for a shift without being planned fills the place of one who could have come, once.
func TestWhoStandsInFillsOnePlace(t *testing.T) {
	t.Parallel()
	in := time.Date(2026, 12, 1, 8, 30, 0, 0, time.UTC)
	who := func(id uint64, name string) DutyRef { return DutyRef{InviteStaff, id, name} }
	row := DutyRow{Shift: Shift{ID: 7}, Places: []DutyPlace{
		{Who: who(1, "甲"), State: DutyMissed, OnLeave: true}, {Who: who(2, "乙"), State: DutyGone, In: in}, {Who: who(3, "丙"), State: DutyMissed},
		{Who: who(4, "丁"), State: DutyMissed},
	}}
	row.StandIn([]SignIn{{Staff: 2, Name: "乙", Duty: 7, In: in}, {Staff: 5, Name: "戊", Duty: 7, In: in}, {Staff: 6, Name: "己", In: in}})
	got := []string{row.Places[0].StoodBy, row.Places[1].StoodBy, row.Places[2].StoodBy, row.Places[3].StoodBy}
	if got[0] != "" || got[1] != "" || got[2] != "戊" || got[3] != "" || row.Places[2].Missed() || !row.Places[3].Missed() {
		t.Errorf("%v", got)
	}
}
