package almanac

import (
	"testing"

	"sizhen/store/hall"
)

func TestSolarReadsLunarDates(t *testing.T) {
	today := day(t, "2026-11-24")
	for s, want := range map[string]string{
		"腊月初八": "2027-01-15", "正月十五": "2027-02-20", "冬月廿三": "2026-12-31", "十月十六": "2026-11-24", "十月十五": "2027-11-12", "十一月初一": "2026-12-09", "十二月二十三": "2027-01-30",
		"闰六月初一": "2036-07-23", "八月十五": "2027-09-15", "农历八月十五": "2027-09-15", "农历8月15": "2027-09-15", "农历8-15日": "2027-09-15", "阴历 腊月 初八": "2027-01-15",
		"一月一": "2027-02-06",
		"除夕":  "2027-02-05", "年三十": "2027-02-05", "腊月三十": "2027-02-05", "春节": "2027-02-06", "大年初一": "2027-02-06", "大年初三": "2027-02-08", "元宵": "2027-02-20",
		"端午": "2027-06-09", "端午节": "2027-06-09", "七夕": "2027-08-08", "七月半": "2027-08-16", "中秋": "2027-09-15", "中秋节": "2027-09-15", "重阳": "2027-10-08",
		"腊八": "2027-01-15",
		"冬至": "2026-12-22", "清明": "2027-04-05", "清明节": "2027-04-05", "初八": "2026-12-16", "廿三": "2026-12-01", "廿": "2026-11-28", "十月卅": "2026-12-08",
	} {
		if got, ok := Solar(s, today); !ok || got.String() != want {
			t.Errorf("%s is %s, %v, want %s", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "初", "初十一", "十五", "正月", "正月三十一", "十三月初一", "闰正月初一", "腊月初八日", "农历", "农历13月1", "农历2-31", "月初一", "初八月", "中", "明天", "闰闰六月初一"} {
		if got, ok := Solar(s, today); ok || got != 0 {
			t.Errorf("%q is read as %s", s, got)
		}
	}
	if got, ok := Solar("中秋", 0); ok {
		t.Errorf("without a present day it is %s", got)
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	for d := hall.NewDay(2019, 1, 1); d < hall.NewDay(2040, 1, 1); d++ {
		l := Lunar(d)
		for _, s := range []string{l.String(), l.Festival, l.Term} {
			if got, ok := Solar(s, d); s != "" && (!ok || got != d) {
				t.Fatalf("%s is %s, which is read as %s", d, s, got)
			}
		}
	}
}

func BenchmarkSolar(b *testing.B) {
	for range b.N {
		Solar("腊月初八", hall.NewDay(2026, 11, 24))
	}
}

func BenchmarkSolarFar(b *testing.B) {
	for range b.N {
		Solar("闰正月初一", hall.NewDay(2026, 11, 24))
	}
}
