package almanac

import (
	"slices"
	"testing"

	"sizhen/store/hall"
)

func day(t testing.TB, s string) hall.Day {
	t.Helper()
	d, err := hall.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The notices of the General Office of the State Council for 2025 and 2026.
func TestStatutoryHoldsTheNoticesOf2025And2026(t *testing.T) {
	want := []struct {
		from, to, name string
		open           bool
	}{
		{"2025-01-01", "2025-01-01", "元旦", false},
		{"2025-01-26", "2025-01-26", "春节", true}, {"2025-01-28", "2025-02-04", "春节", false}, {"2025-02-08", "2025-02-08", "春节", true},
		{"2025-04-04", "2025-04-06", "清明节", false},
		{"2025-04-27", "2025-04-27", "劳动节", true}, {"2025-05-01", "2025-05-05", "劳动节", false},
		{"2025-05-31", "2025-06-02", "端午节", false},
		{"2025-09-28", "2025-09-28", "国庆节、中秋节", true}, {"2025-10-01", "2025-10-08", "国庆节、中秋节", false}, {"2025-10-11", "2025-10-11", "国庆节、中秋节", true},
		{"2026-01-01", "2026-01-03", "元旦", false}, {"2026-01-04", "2026-01-04", "元旦", true},
		{"2026-02-14", "2026-02-14", "春节", true}, {"2026-02-15", "2026-02-23", "春节", false}, {"2026-02-28", "2026-02-28", "春节", true},
		{"2026-04-04", "2026-04-06", "清明节", false},
		{"2026-05-01", "2026-05-05", "劳动节", false}, {"2026-05-09", "2026-05-09", "劳动节", true},
		{"2026-06-19", "2026-06-21", "端午节", false},
		{"2026-09-20", "2026-09-20", "国庆节", true}, {"2026-09-25", "2026-09-27", "中秋节", false},
		{"2026-10-01", "2026-10-07", "国庆节", false}, {"2026-10-10", "2026-10-10", "国庆节", true},
	}
	days, years := Statutory()
	begin := slices.IndexFunc(days, func(d hall.SpecialDay) bool { return d.From >= day(t, "2025-01-01") })
	if got := days[begin:]; len(got) != len(want) {
		t.Fatalf("%d runs, want %d: %v", len(got), len(want), got)
	}
	for i, w := range want {
		got := days[begin+i]
		if got != (hall.SpecialDay{From: day(t, w.from), To: day(t, w.to), Name: w.name, Open: w.open, Legal: true}) {
			t.Errorf("got %s to %s %s %v, want %v", got.From, got.To, got.Name, got.Open, w)
		}
	}
	if !slices.Contains(years, 2025) || !slices.Contains(years, 2026) || slices.Contains(years, 2027) {
		t.Errorf("the years are %v", years)
	}
}

func TestAYearWithHolidaysMissingIsNotKnown(t *testing.T) {
	days, _ := Statutory()
	part := table{days: slices.DeleteFunc(days, func(d hall.SpecialDay) bool { return d.From.Year() == 2026 && d.Name == "国庆节" })}
	if part.whole(2026) || !part.whole(2025) {
		t.Error("2026 without its National Day passes for known, or 2025 does not")
	}
	days[0].Name = "改过"
	if again, _ := Statutory(); again[0].Name == "改过" {
		t.Error("a caller can change the table for all")
	}
}

func TestCalendarOfAHall(t *testing.T) {
	c := Calendar(hall.Defaults())
	for d, open := range map[string]bool{"2026-10-01": false, "2026-10-08": true, "2026-10-10": true, "2026-10-11": false, "2026-11-24": true,
		"2026-11-28": false, "2026-02-28": true} {
		if got := c.On(day(t, d)); got.Open != open {
			t.Errorf("%s: %+v", d, got)
		}
	}
	if c.Warn(day(t, "2026-11-30")) != 0 || c.Warn(day(t, "2026-12-01")) != 2027 {
		t.Error("the missing table of 2027 is not warned of from 1 December on")
	}
}
