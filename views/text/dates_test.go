package text

import (
	"errors"
	"strings"
	"testing"
	"time"

	"sizhen/store/hall"
)

// today is a Tuesday.
var today = hall.NewDay(2026, time.November, 24)

func TestDatesAreWrittenInBothLanguages(t *testing.T) {
	noon := time.Date(2026, 11, 24, 10, 4, 0, 0, time.UTC)
	for _, c := range []struct {
		m      Message
		zh, en string
	}{
		{Day(today), "2026年11月24日 周二", "Tue 24 Nov 2026"},
		{ShortDay(today + 5), "11月29日 周日", "Sun 29 Nov"},
		{FormDay(hall.NewDay(2027, 2, 3)), "2027年2月3日", "3 Feb 2027"},
		{Day(0), "", ""}, {ShortDay(0), "", ""}, {FormDay(0), "", ""}, {Left(0, today), "", ""},
		{Moment(noon), "2026年11月24日 周二 10:04", "Tue 24 Nov 2026 10:04"}, {Moment(time.Time{}), "", ""},
		{Raw(Clock(noon)), "10:04", "10:04"}, {Raw(Clock(time.Time{})), "", ""},
		{Raw(Minutes(9 * 60)), "09:00", "09:00"}, {Raw(Minutes(24 * 60)), "24:00", "24:00"},
		{Raw(Slot(hall.Slot{From: 510, To: 600})), "08:30–10:00", "08:30–10:00"},
		{Ago(32*time.Minute + 59*time.Second), "32 分", "32 min"},
		{Ago(time.Hour), "1 小时", "1 h"}, {Ago(65 * time.Minute), "1 小时 5 分", "1 h 5 min"},
		{Ago(25 * time.Hour), "1 天", "1 day"}, {Ago(50 * time.Hour), "2 天", "2 days"},
		{Ago(-time.Hour), "0 分", "0 min"},
		{Left(today, today), "今天", "today"}, {Left(today+18, today), "18 天", "18 days"}, {Left(today-1, today), "逾期 1 天", "1 day overdue"},
	} {
		if zh, en := c.m.In(Zh), c.m.In(En); zh != c.zh || en != c.en {
			t.Errorf("got %q / %q, want %q / %q", zh, en, c.zh, c.en)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"今天": "2026-11-24", "明天": "2026-11-25", "后天": "2026-11-26", "大后天": "2026-11-27", "昨天": "2026-11-23", "前天": "2026-11-22",
		"today": "2026-11-24", "Tomorrow": "2026-11-25", "yesterday": "2026-11-23",
		"+3": "2026-11-27", "-3": "2026-11-21", "+ 3": "2026-11-27", "\uff0b\uff13": "2026-11-27", "\uff0d3": "2026-11-21", "+0": "2026-11-24",
		"3天后": "2026-11-27", "3 天前": "2026-11-21", "+7天": "2026-12-01",
		"2026-11-30": "2026-11-30", "2026/1/5": "2026-01-05", "2026.11.30": "2026-11-30", "20261130": "2026-11-30",
		"2026年11月30日": "2026-11-30", " 2026 年 11 月 30 日 ": "2026-11-30", "\uff12\uff10\uff12\uff16\uff0d\uff11\uff11\uff0d\uff13\uff10": "2026-11-30",
		"11-30": "2026-11-30", "11/30": "2026-11-30", "11.30": "2026-11-30", "11。30": "2026-11-30", "11月30日": "2026-11-30", "11月30号": "2026-11-30",
		"11\uff0f30": "2026-11-30", "12/3": "2026-12-03", "11-12": "2026-11-12", "1-5": "2027-01-05", "2-28": "2027-02-28", "6-30": "2026-06-30",
		"30": "2026-11-30", "24": "2026-11-24", "5": "2026-12-05", "31": "2026-12-31", "30日": "2026-11-30", "5号": "2026-12-05",
		"周五": "2026-11-27", "周二": "2026-11-24", "周一": "2026-11-30", "周日": "2026-11-29", "星期天": "2026-11-29", "礼拜五": "2026-11-27",
		"周5":  "2026-11-27",
		"下周三": "2026-12-02", "下周一": "2026-11-30", "下下周一": "2026-12-07", "上周五": "2026-11-20", "本周一": "2026-11-23",
		"这周日": "2026-11-29", "下个星期三": "2026-12-02",
		"fri": "2026-11-27", "Friday": "2026-11-27", "next wed": "2026-12-02", "last fri": "2026-11-20",
		"2028-02-29": "2028-02-29", "1958-05-03": "1958-05-03",
		"腊月初八": "2027-01-15", "正月十五": "2027-02-20", "冬月 廿三": "2026-12-31", "闰六月初一": "2036-07-23", "农历8月15": "2027-09-15",
		"十月十六":  "2026-11-24",
		"十二月一日": "2026-12-01", "二〇二六年十二月一日": "2026-12-01", "二零二六年十二月一号": "2026-12-01", "二○二六年十二月一日": "2026-12-01",
		"2026年十二月一日": "2026-12-01",
		"十一月二十八日":    "2026-11-28", "26年12月1日": "2026-12-01",
		"1130": "2026-11-30", "12-1": "2026-12-01", "12月1日（周二）": "2026-12-01", "12月1日 周二": "2026-12-01", "三十号": "2026-11-30",
		"五号": "2026-12-05", "廿八号": "2026-11-28",
		"月底": "2026-11-30", "下月底": "2026-12-31", "上个月底": "2026-10-31", "12月底": "2026-12-31", "年底": "2026-12-31", "下月3号": "2026-12-03",
		"下个月三号": "2026-12-03",
		"上月5日":  "2026-10-05", "本月30": "2026-11-30", "下月初": "2026-12-01",
		"三天后": "2026-11-27", "两天前": "2026-11-22", "十天后": "2026-12-04", "三天以后": "2026-11-27", "过三天": "2026-11-27",
		"一周后": "2026-12-01", "两个星期后": "2026-12-08",
		"一个月后": "2026-12-24", "半个月后": "2026-12-09", "半年后": "2027-05-24", "一年前": "2025-11-24",
		"五个工作日后": "2026-12-01", "+2周": "2026-12-08", "+1月": "2026-12-24",
		"元旦": "2027-01-01", "国庆": "2027-10-01", "国庆节": "2027-10-01", "五一": "2027-05-01", "十一": "2027-10-01", "小年": "2027-01-30",
		"南小年":    "2027-01-31",
		"明年3月1日": "2027-03-01", "去年年底": "2025-12-31", "明年元旦": "2027-01-01", "明年正月十五": "2027-02-20", "今年冬至": "2026-12-22",
		"2027年国庆": "2027-10-01",
		"明年2月底":   "2027-02-28", "二〇二七年五月一日": "2027-05-01",
		"dec 8": "2026-12-08", "8 Dec": "2026-12-08", "December 8th, 2026": "2026-12-08", "8 Dec 2027": "2027-12-08", "Tue 8 Dec 2026": "2026-12-08",
		"8th of December": "2026-12-08", "30/11/2026": "2026-11-30",
		"next Monday": "2026-11-30", "on fri": "2026-11-27", "in 2 weeks": "2026-12-08", "3 days ago": "2026-11-21", "in a month": "2026-12-24",
		"end of month": "2026-11-30", "national day": "2027-10-01", "day after tomorrow": "2026-11-26", "周末": "2026-11-28",
		"除夕": "2027-02-05", "春节": "2027-02-06", "大年初三": "2027-02-08", "端午": "2027-06-09", "中秋": "2027-09-15", "冬至": "2026-12-22",
		"初八": "2026-12-16",
	} {
		d, err := ParseDate(in, today)
		if err != nil || d.String() != want {
			t.Errorf("ParseDate(%q) = %s, %v, want %s", in, d, err, want)
		}
	}
}

func TestParseDateAroundTheNewYear(t *testing.T) {
	january := hall.NewDay(2027, time.January, 4)
	if d, _ := ParseDate("12-20", january); d.String() != "2026-12-20" {
		t.Errorf("12-20 in January is last December, got %s", d)
	}
	december := hall.NewDay(2026, time.December, 31)
	if d, _ := ParseDate("3", december); d.String() != "2027-01-03" {
		t.Errorf("3 on the last of December is 3 January, got %s", d)
	}
	if d, err := ParseDate("30", hall.NewDay(2027, time.January, 31)); err == nil {
		t.Errorf("there is no 30 February, got %s", d)
	}
}

func TestParseDateRefusesWhatIsNoDate(t *testing.T) {
	for _, in := range []string{
		"", " ", "11-31", "2-29", "2026-02-29", "2026-13-01", "13-1", "0", "32", "00-00", "2026-00-10", "20261301", "1-2-3", "26-11-30", "9999-01-01",
		"+", "-", "+-3", "+99999", "+99999999999", "周八", "周", "下周", "下", "天后", "明", "abc", "11--30", "2026-11-30 10:00", "1e2",
		"正月三十一", "十三月初一", "闰正月初一", "农历13-1", "12月8日周三", "8/12/2026", "3天", "十五", "dec", "dec 32", "2026", "1月32日", "十二月",
		"下月32号", "明年2月30日",
	} {
		d, err := ParseDate(in, today)
		if !errors.Is(err, hall.Refuse(hall.ErrDay)) && !errors.Is(err, hall.Refuse(hall.ErrWeekday)) || d != 0 {
			t.Errorf("ParseDate(%q) = %s, %v, want it refused", in, d, err)
		}
	}
}

// A date that does not exist is told from what is no date at all.
func TestADateThatDoesNotExistSaysSo(t *testing.T) {
	for in, want := range map[string][2]string{
		"11-31":      {"2026年11月只有 30 天，没有 31 日", "Nov 2026 has only 30 days, so there is no 31 Nov"},
		"2-30":       {"2027年2月只有 28 天，没有 30 日", "Feb 2027 has only 28 days, so there is no 30 Feb"},
		"2月29日":      {"2027年2月只有 28 天，没有 29 日", "no 29 Feb"},
		"2028-2-30":  {"2028年2月只有 29 天，没有 30 日", "Feb 2028 has only 29 days"},
		"20261131":   {"2026年11月只有 30 天", "no 31 Nov"},
		"4/31":       {"2027年4月只有 30 天", "no 31 Apr"},
		"32":         {"2026年12月只有 31 天，没有 32 日", "no 32 Dec"},
		"13-1":       {"没有 13 月", "there is no month 13"},
		"2026-13-01": {"没有 13 月", "there is no month 13"},
	} {
		_, err := ParseDate(in, today)
		m := Err(err)
		if !strings.Contains(m.In(Zh), want[0]) || !strings.Contains(m.In(En), want[1]) || strings.ContainsAny(m.In(Zh)+m.In(En), "{}") {
			t.Errorf("%s: %q, %q, want %v", in, m.In(Zh), m.In(En), want)
		}
	}
	if _, err := ParseDate("30", hall.NewDay(2027, time.January, 31)); !strings.Contains(Err(err).In(Zh), "2027年2月只有 28 天") {
		t.Errorf("the 30th after 31 January: %s", Err(err).In(Zh))
	}
	for _, in := range []string{"abc", "0", "00-00", "9999-11-31", "0000-11-31", "100", "初", "2026-00-10"} {
		if _, err := ParseDate(in, today); !strings.Contains(Err(err).In(Zh), "请写成 11-30") {
			t.Errorf("%s: %s", in, Err(err).In(Zh))
		}
	}
}

func TestTimesAreReadAsPeopleWriteThem(t *testing.T) {
	for in, want := range map[string][2]int{
		"9": {540, 0}, "9:00": {540, 0}, "09:00": {540, 0}, "930": {570, 0}, "0930": {570, 0}, "1330": {810, 0}, "9.30": {570, 0}, "9点": {540, 0},
		"9点半":   {570, 0},
		"9点15分": {555, 0}, "9点5分": {545, 0}, "9\uff1a00": {540, 0}, "下午3点": {900, 0}, "下午12:30": {750, 0}, "中午12点": {720, 0},
		"中午1点": {780, 0}, "0:00": {0, 0},
		"9-10": {540, 600}, "9:00-10:30": {540, 630}, "9:00 - 10:30": {540, 630}, "930-1030": {570, 630}, "9点半到10点": {570, 600}, "9~10": {540, 600},
		"9至10": {540, 600},
		"两点半":  {870, 0}, "二点半": {870, 0}, "14；30": {870, 0}, "14;30": {870, 0}, "1130": {690, 0}, "12-1": {720, 780}, "11-1": {660, 780},
		"十点":  {600, 0},
		"十点半": {630, 0}, "十点二十": {620, 0}, "十点零五分": {605, 0}, "下午三点": {900, 0},
		"上午九点一刻": {555, 0}, "晚上七点半": {1170, 0}, "凌晨两点": {120, 0}, "中午十二点": {720, 0}, "中午": {720, 0}, "九点钟": {540, 0},
		"2pm": {840, 0}, "2:30 pm": {870, 0},
		"12am": {0, 0}, "12 p.m.": {720, 0}, "9am-11am": {540, 660}, "noon": {720, 0}, "两点到四点": {840, 960}, "十四时三十分": {870, 0},
		"9:00\u201310:00": {540, 600}, "\uff19\uff1a\uff10\uff10\uff5e\uff11\uff10\uff1a\uff10\uff10": {540, 600}, "下午2点-3点": {840, 900},
		"上午9点到下午2点":   {540, 840},
		"23:00-24:00": {1380, 1440},
	} {
		from, to, err := ReadSlot(in, nil)
		if err != nil || from != want[0] || to != want[1] {
			t.Errorf("ReadSlot(%q) = %d, %d, %v, want %v", in, from, to, err, want)
		}
	}
	for in, code := range map[string]hall.Code{
		"": hall.ErrTime, "x": hall.ErrTime, "25": hall.ErrTime, "9:60": hall.ErrTime, "9:3": hall.ErrTime, "24:01": hall.ErrTime, "24:00": hall.ErrTime,
		"9-": hall.ErrTime, "-9": hall.ErrTime,
		"9-10-11": hall.ErrTime, "12345": hall.ErrTime, "10-9": hall.ErrSlotOrder, "9-9": hall.ErrSlotOrder,
	} {
		if _, _, err := ReadSlot(in, nil); err == nil || err.Code != code {
			t.Errorf("ReadSlot(%q): %v, want %s", in, err, code)
		}
	}
}

// A number alone is the hour at which the hall is open; a range is read as people write it.
func TestNumbersAreHoursOfTheHall(t *testing.T) {
	t.Parallel()
	s := hall.Defaults()
	s.Open, s.Open2 = [2]int{510, 690}, [2]int{840, 1050}
	cal := hall.NewCalendar(s, nil, nil)
	for in, want := range map[string][2]int{
		"3": {900, 0}, "3点": {900, 0}, "9": {540, 0}, "03": {180, 0}, "5": {1020, 0}, "8": {480, 0}, "12": {720, 0}, "0": {0, 0}, "930": {570, 0},
		"1": {780, 0}, "3:30": {210, 0},
		"3-4": {900, 960}, "2点到3点": {840, 900}, "12-1": {720, 780}, "11-1": {660, 780}, "8：30-10": {510, 600}, "2-3pm": {840, 900},
		"3:30-4:30": {930, 990},
		"下午三点到四点半":  {900, 990}, "从2点到3点": {840, 900}, "2-3点": {840, 900}, "10-11点": {600, 660}, "1-2": {780, 840}, "9到10": {540, 600},
		"03:00-04:00": {180, 240}, "8-9pm": {1200, 1260},
		"10am-2": {600, 840}, "下午2点——3点": {840, 900}, "两点半至四点": {870, 960}, "from 2 to 3pm": {840, 900}, "2 to 3": {840, 900},
		"between nine and ten": {540, 600}, "11 to 1": {660, 780},
		"half past two": {870, 0}, "half past nine": {570, 0}, "quarter to three": {885, 0}, "a quarter past ten": {615, 0}, "two o'clock": {840, 0},
		"at 3 o'clock": {900, 0},
		"ten to one":   {770, 0}, "twenty-five past eleven": {685, 0}, "two thirty": {870, 0}, "three": {900, 0}, "half past two to four": {870, 960},
		"7 in the evening":               {1140, 0},
		"half past seven in the morning": {450, 0},
	} {
		from, to, err := ReadSlot(in, cal)
		if err != nil || from != want[0] || to != want[1] {
			t.Errorf("%q is read as %s-%s, %v; want %s-%s", in, Minutes(from), Minutes(to), err, Minutes(want[0]), Minutes(want[1]))
		}
	}
	for in, want := range map[string]int{"3": 180, "3-4": 180, "2-3pm": 840} { // nobody knows when the hall is open
		if from, _, err := ReadSlot(in, nil); err != nil || from != want {
			t.Errorf("%q without a calendar is read as %s, %v; want %s", in, Minutes(from), err, Minutes(want))
		}
	}
}

// A short date says its year whenever it is read in another one, wherever it stands in what is said.
func TestShortDatesOfAnotherYearSayTheirs(t *testing.T) {
	t.Parallel()
	next := hall.Slot{Day: hall.NewDay(2027, time.January, 4), From: 540, To: 600}
	on := func() hall.Day { return hall.NewDay(2026, time.November, 24) }
	for _, c := range []struct {
		m      Message
		zh, en string
	}{
		{ShortDay(next.Day), "2027年1月4日 周一", "Mon 4 Jan 2027"},
		{ShortDay(hall.NewDay(2025, time.December, 22)), "2025年12月22日 周一", "Mon 22 Dec 2025"},
		{ShortDay(on()), "11月24日 周二", "Tue 24 Nov"},
		{When(next), "2027年1月4日 周一 09:00–10:00", "Mon 4 Jan 2027 09:00–10:00"},
		{M("约在 {when}", "booked for {when}").With("when", When(next)), "约在 2027年1月4日 周一 09:00–10:00", "booked for Mon 4 Jan 2027 09:00–10:00"},
		{List(Words(ShortDay(next.Day), Raw("李四")), Raw("x")), "2027年1月4日 周一 李四、x", "Mon 4 Jan 2027 李四, x"},
		{Err(hall.Refuse(hall.ErrSlotClosed, "day", next.Day, "open", next.Day+1)), "2027年1月4日 周一 不开门", "closed on Mon 4 Jan 2027"},
	} {
		if zh, en := c.m.On(on, Zh), c.m.On(on, En); !strings.Contains(zh, c.zh) || !strings.Contains(en, c.en) || strings.ContainsAny(zh+en, "{}") {
			t.Errorf("got %q, %q; want %q, %q", zh, en, c.zh, c.en)
		}
	}
	if said := ShortDay(next.Day).In(Zh); said != "1月4日 周一" {
		t.Errorf("who knows no day reads %s", said)
	}
}
