package hall_test

import (
	"testing"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

// rests tells by another way than the calendar's own whether a day is a rest day: it looks
// through the printed table day by day.
func rests(d hall.Day) bool {
	days, _ := almanac.Statutory()
	for _, r := range days {
		if r.From <= d && d <= r.To {
			return !r.Open
		}
	}
	if d == hall.NewDay(2027, 1, 1) {
		return true
	}
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}

func TestEveryPeriodOfThreeYearsEndsOnAWorkingDay(t *testing.T) {
	t.Parallel()
	c := almanac.Calendar(hall.Defaults())
	moved := 0
	for d := hall.NewDay(2025, 1, 1); d <= hall.NewDay(2026, 12, 31); d++ {
		want := d + 30
		for rests(want) {
			want++
		}
		if d.Year() == 2026 && want != d+30 {
			moved++
		}
		got := hall.Period{From: d, N: 30, Roll: true}.End(c)
		doubt := 0
		if (d+30).Year() > 2026 || want.Year() > 2026 {
			doubt = 2027
		}
		if got != (hall.LastDay{Day: want, Doubt: doubt}) {
			t.Fatalf("thirty days from %s end on %s, doubt %d; want %s, %d", d, got.Day, got.Doubt, want, doubt)
		}
		if plain := (hall.Period{From: d, N: 30}).End(c); plain.Day != d+30 || plain.Doubt != 0 {
			t.Fatalf("a period that does not move ends on %v", plain)
		}
	}
	if moved != 118 {
		t.Errorf("%d of the periods that begin in 2026 move, want 118", moved)
	}
}

func TestWorkingDaysAreTheStates(t *testing.T) {
	t.Parallel()
	s := hall.Defaults()
	s.Weekend = []time.Weekday{time.Monday} // the hall's own week has no say
	s.Days = []hall.SpecialDay{{From: hall.NewDay(2026, 9, 30), Name: "装修"}}
	c := almanac.Calendar(s)
	for d := hall.NewDay(2025, 1, 1); d <= hall.NewDay(2026, 11, 30); d++ {
		want, left := d, 15
		for left > 0 {
			want++
			if !rests(want) {
				left--
			}
		}
		if got := (hall.Period{From: d, N: 15, Unit: hall.Workdays}).End(c); got.Day != want {
			t.Fatalf("fifteen working days from %s end on %s, want %s", d, got.Day, want)
		}
	}
	if got := (hall.Period{From: hall.NewDay(2026, 9, 30), N: 1, Unit: hall.Workdays}).End(c).Day; got != hall.NewDay(2026, 10, 8) {
		t.Errorf("the working day after 30 September 2026 is %s", got)
	}
}

func TestMonthsAreCountedFromTheFirstDay(t *testing.T) {
	t.Parallel()
	from := hall.NewDay(2026, 1, 31)
	for n, want := range map[int]hall.Day{0: from, 1: hall.NewDay(2026, 2, 28), 2: hall.NewDay(2026, 3, 31), 3: hall.NewDay(2026, 4, 30),
		25: hall.NewDay(2028, 2, 29)} {
		if got := (hall.Period{From: from, N: n, Unit: hall.Months}).End(nil).Day; got != want {
			t.Errorf("%d months from %s end on %s, want %s", n, from, got, want)
		}
	}
	c := almanac.Calendar(hall.Defaults())
	if got := (hall.Period{From: from, N: 1, Unit: hall.Months, Roll: true}).End(c).Day; got != hall.NewDay(2026, 2, 28) {
		t.Errorf("28 February 2026 is a Saturday that is worked; the period ends on %s", got)
	}
	if got := (hall.Period{N: 30}).End(c); got != (hall.LastDay{}) {
		t.Errorf("no day begins a period that ends on %v", got)
	}
}

// A year without a table still has the holidays that come every year, and says that the rest is a guess.
func TestAYearWithoutATableIsDoubted(t *testing.T) {
	t.Parallel()
	c := almanac.Calendar(hall.Defaults())
	for _, d := range []hall.Day{hall.NewDay(2027, 1, 1), hall.NewDay(2027, 2, 5), hall.NewDay(2027, 2, 8), hall.NewDay(2027, 2, 9), hall.NewDay(2027, 5, 1),
		hall.NewDay(2027, 10, 1), hall.NewDay(2027, 10, 3)} {
		rest, known := c.Rest(d)
		on := c.On(d)
		if open := d == hall.NewDay(2027, 2, 9); rest == open || known || on.Open != open || on.Assumed == open {
			t.Errorf("%s: rest %v, known %v, %+v", d, rest, known, on)
		}
	}
	if got := c.NextOpen(hall.NewDay(2027, 2, 5)); got != hall.NewDay(2027, 2, 9) {
		t.Errorf("after New Year's Eve 2027 the hall opens on %s", got)
	}
	s := hall.Defaults()
	s.Days = []hall.SpecialDay{{From: hall.NewDay(2027, 10, 2), To: hall.NewDay(2027, 10, 8), Name: "国庆节", Legal: true}}
	c = almanac.Calendar(s)
	if rest, known := c.Rest(hall.NewDay(2027, 10, 1)); rest || !known {
		t.Error("a table that the hall has entered takes the place of what was assumed")
	}
	if got := (hall.Period{From: hall.NewDay(2027, 9, 6), N: 30, Roll: true}).End(c); got != (hall.LastDay{Day: hall.NewDay(2027, 10, 11)}) {
		t.Errorf("with the table it ends on %v", got)
	}
}

// Agreement in force on 6 September, applied for on 8 October: the thirtieth day falls into
// the holidays of National Day, and the first working day after is in time.
func TestConfirmationIsInTimeOnTheFirstWorkingDay(t *testing.T) {
	t.Parallel()
	c := almanac.Calendar(hall.Defaults())
	a := hall.Agreement{Made: hall.NewDay(2026, 9, 6)}
	if got := a.ConfirmBy(30, c); got != (hall.LastDay{Day: hall.NewDay(2026, 10, 8)}) {
		t.Fatalf("the last day is %v", got)
	}
	for day, late := range map[hall.Day]bool{hall.NewDay(2026, 10, 8): false, hall.NewDay(2026, 10, 9): true} {
		one := hall.Case{State: hall.Performing, Agreements: []hall.Agreement{a}}
		by := hall.Actor{Roles: hall.Head | hall.RoleMediator}
		r := hall.Rules{Settings: hall.Defaults(), Calendar: c, Now: hall.NewDay(2026, 10, 12).At(600, time.Local)}
		step := hall.Step{Action: hall.ActConfirm, Day: day, Both: true, To: "县法院", Confirm: hall.Confirmation{About: hall.ConfirmPaying}}
		if err := hall.Apply(&one, step, by, r); err != nil || one.Confirm().Late != late {
			t.Errorf("applied for on %v: %v, %+v", day, err, one.Confirm())
		}
	}
}
