package hall

import "testing"

// A doubt about a year goes with all that rests on its days, and begins with the first such year.
func TestADoubtGoesWithItsDays(t *testing.T) {
	t.Parallel()
	c := NewCalendar(Defaults(), nil, []int{2025, 2026, 2028})
	for _, tt := range []struct {
		from, to Day
		want     int
	}{
		{NewDay(2026, 11, 1), NewDay(2026, 12, 31), 0},
		{NewDay(2026, 12, 1), NewDay(2027, 1, 3), 2027},
		{NewDay(2028, 1, 1), NewDay(2030, 1, 1), 2029},
	} {
		if got := c.Doubt(tt.from, tt.to); got != tt.want {
			t.Errorf("%v to %v: %d, want %d", tt.from, tt.to, got, tt.want)
		}
	}
}

// Each day of such a year says so, and so does a refusal that names one; the years before all tables
// are past and no guess.
func TestADayCarriesTheDoubtOfItsYear(t *testing.T) {
	t.Parallel()
	c := NewCalendar(Defaults(), []SpecialDay{{From: NewDay(2027, 10, 1), To: NewDay(2027, 10, 3), Name: "国庆节", Legal: true, Assumed: true}}, []int{2025, 2026})
	for day, want := range map[Day]int{NewDay(1968, 5, 3): 0, NewDay(2026, 12, 31): 0, NewDay(2027, 1, 4): 2027, NewDay(2031, 6, 1): 2031} {
		if got := c.On(day).Doubt; got != want {
			t.Errorf("%s: %d, want %d", day, got, want)
		}
	}
	err := c.Check(Slot{Day: NewDay(2027, 10, 1), From: 9 * 60, To: 10 * 60}, NewDay(2026, 12, 28), 0)
	if err == nil || err.Code != ErrSlotClosed || err.Args["open"] != NewDay(2027, 10, 4) || err.Args["doubt"] != 2027 {
		t.Errorf("National Day of 2027: %v", err)
	}
}

// A table that leaves a holiday out says nothing of it: it stays assumed, and is missed.
func TestATableInPartLeavesTheRestAssumed(t *testing.T) {
	t.Parallel()
	eve := NewDay(2027, 2, 5)
	s := Defaults()
	s.Days = []SpecialDay{{From: NewDay(2027, 1, 1), To: NewDay(2027, 1, 3), Name: "元旦", Legal: true}}
	c := NewCalendar(s, []SpecialDay{{From: eve, To: eve + 3, Name: "春节", Legal: true, Assumed: true}}, []int{2026})
	if got := c.NextOpen(eve); got != eve+4 {
		t.Errorf("after New Year's Eve the hall opens on %s", got)
	}
	if y := c.HolidayYear(s, 2027); y.Off != 3 || len(y.Lacks) != len(Holidays())-1 {
		t.Errorf("the year is %+v", y)
	}
}
