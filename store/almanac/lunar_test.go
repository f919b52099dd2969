package almanac

import (
	"sync"
	"testing"

	"github.com/6tail/lunar-go/calendar"

	"sizhen/store/hall"
)

// From the tables of the Purple Mountain Observatory: new years, leap months with the
// hard case of 2033, festivals, solar terms.
func TestLunarDates(t *testing.T) {
	for d, want := range map[string]string{
		"2026-11-24": "十月十六", "2026-11-23": "十月十五", "2026-02-17": "正月初一", "2027-02-06": "正月初一", "2028-01-26": "正月初一", "2033-01-31": "正月初一", "2034-02-19": "正月初一",
		"1900-01-31": "正月初一", "1958-02-18": "正月初一", "2100-02-09": "正月初一",
		"2025-07-25": "闰六月初一", "2025-08-22": "闰六月廿九", "2023-03-22": "闰二月初一", "2020-05-23": "闰四月初一", "2033-12-22": "闰冬月初一", "2034-01-19": "闰冬月廿九",
		"2034-01-20": "腊月初一",
		"2026-12-31": "冬月廿三", "2027-01-01": "冬月廿四", "2027-01-15": "腊月初八", "2026-02-16": "腊月廿九", "2023-01-21": "腊月三十",
	} {
		if got := Lunar(day(t, d)).String(); got != want {
			t.Errorf("%s is %s, want %s", d, got, want)
		}
	}
	for d, want := range map[string][2]string{
		"2026-02-17": {"春节", ""}, "2026-02-16": {"除夕", ""}, "2027-02-05": {"除夕", ""}, "2023-01-21": {"除夕", ""}, "2026-03-03": {"元宵节", ""}, "2026-06-19": {"端午节", ""},
		"2026-09-25": {"中秋节", ""}, "2025-10-06": {"中秋节", ""}, "2026-04-05": {"", "清明"}, "2026-12-22": {"", "冬至"}, "2026-12-07": {"", "大雪"}, "2026-01-05": {"", "小寒"},
		"2026-11-24": {"", ""},
		"2026-10-18": {"重阳节", ""}, "2026-01-26": {"腊八节", ""}, "2025-08-29": {"七夕", ""},
	} {
		if got := Lunar(day(t, d)); got.Festival != want[0] || got.Term != want[1] {
			t.Errorf("%s: %q, %q, want %v", d, got.Festival, got.Term, want)
		}
	}
	for d, want := range map[string]string{"2026-02-17": "春节", "2026-04-05": "清明", "2026-11-09": "十月", "2025-07-25": "闰六月", "2026-11-24": "十六"} {
		if got := Lunar(day(t, d)).Mark(); got != want {
			t.Errorf("the margin of %s says %s, want %s", d, got, want)
		}
	}
}

func TestThereIsNoLunarDateOutsideTheYears(t *testing.T) {
	for _, d := range []hall.Day{0, -5, 1, hall.NewDay(FirstYear, 1, 1) - 1, hall.NewDay(LastYear+1, 1, 1), 1 << 30} {
		if l := Lunar(d); l != (LunarDay{}) || l.String() != "" || l.Mark() != "" {
			t.Errorf("%d is %+v", d, l)
		}
	}
	for _, d := range []hall.Day{hall.NewDay(FirstYear, 1, 1), hall.NewDay(LastYear, 12, 31)} {
		if Lunar(d).Day == 0 {
			t.Errorf("%s has no lunar date", d)
		}
	}
}

// Every day has a date, one after the other, and the library's own way from day to day
// says the same.
func TestDatesFollowOneAnother(t *testing.T) {
	before := Lunar(hall.NewDay(1899, 12, 31))
	for d := hall.NewDay(1900, 1, 1); d < hall.NewDay(2101, 1, 1); d++ {
		l := Lunar(d)
		if l.Day != before.Day+1 && !(l.Day == 1 && before.Day >= 29) {
			t.Fatalf("%s: %s comes after %s", d, l, before)
		}
		if (before.Festival == newYearsEve) != (l.Month == 1 && l.Day == 1 && !l.Leap) {
			t.Fatalf("%s: the eve of %s is %q", d, l, before.Festival)
		}
		before = l
		if d%61 == 0 {
			y, m, dd := d.Date()
			ref := calendar.NewLunarFromSolar(calendar.NewSolarFromYmd(y, int(m), dd))
			month := l.Month
			if l.Leap {
				month = -month
			}
			if ref.GetYear() != l.Year || ref.GetMonth() != month || ref.GetDay() != l.Day || ref.GetJieQi() != l.Term {
				t.Fatalf("%s: %+v, the library says %s %s", d, l, ref, ref.GetJieQi())
			}
		}
	}
}

// Many sessions ask at once, for more years than are kept.
func TestManyAskAtOnce(t *testing.T) {
	want := make(map[int]string)
	for y := 2000; y < 2030; y++ {
		want[y] = Lunar(hall.NewDay(y, 6, 1)).String()
	}
	var all sync.WaitGroup
	for n := range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := range 60 {
				y := 2000 + (i*7+n*11)%30
				if got := Lunar(hall.NewDay(y, 6, 1)).String(); got != want[y] {
					t.Errorf("%d: %s, want %s", y, got, want[y])
				}
				Solar("中秋", hall.NewDay(y, 6, 1))
				Statutory()
			}
		}()
	}
	all.Wait()
	if len(years.list) > kept {
		t.Errorf("%d years are kept", len(years.list))
	}
}

func BenchmarkMonthView(b *testing.B) {
	first := hall.NewDay(2026, 10, 26)
	b.ReportAllocs()
	for range b.N {
		for d := first; d < first+42; d++ {
			_ = Lunar(d)
		}
	}
}

func BenchmarkYearNotKept(b *testing.B) {
	for i := range b.N {
		compute(1900 + i%200)
	}
}
