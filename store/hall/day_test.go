package hall

import (
	"testing"
	"time"
)

func TestDayKnowsTheCalendar(t *testing.T) {
	for _, c := range []struct {
		in   Day
		want string
		wd   time.Weekday
	}{
		{NewDay(1970, 1, 1), "1970-01-01", time.Thursday},
		{NewDay(2026, 11, 24), "2026-11-24", time.Tuesday}, {NewDay(2024, 2, 29), "2024-02-29", time.Thursday},
	} {
		if c.in.String() != c.want || c.in.Weekday() != c.wd {
			t.Errorf("%v %v, want %v %v", c.in, c.in.Weekday(), c.want, c.wd)
		}
	}
}

// Order 75 art. 33: one month from acceptance; from 31 January it ends on the last day of February.
func TestOneMonthEndsWithTheMonth(t *testing.T) {
	for from, want := range map[string]string{
		"2026-01-31": "2026-02-28", "2028-01-31": "2028-02-29", "2026-11-24": "2026-12-24", "2026-12-31": "2027-01-31", "2026-03-31": "2026-04-30",
	} {
		d, err := ParseDay(from)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.AddMonths(1).String(); got != want {
			t.Errorf("%s + 1 month = %s, want %s", from, got, want)
		}
	}
}

func TestDatesThatDoNotExistAreRefused(t *testing.T) {
	for _, s := range []string{"2026-02-29", "2026-13-01", "2026-11-31", "", "20261124"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("%q read as %v", s, d)
		}
	}
}
