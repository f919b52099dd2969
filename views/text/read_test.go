package text

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

func TestMomentsAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 10, 14, 30, 0, time.UTC)
	for in, want := range map[string]string{
		"今天8:20": "2026-11-24 08:20", "今天 8:20": "2026-11-24 08:20", "昨天16:30": "2026-11-23 16:30", "昨天下午4点半": "2026-11-23 16:30",
		"昨晚8点": "2026-11-23 20:00",
		"今早8点": "2026-11-24 08:00",
		"8:20": "2026-11-24 08:20", "两点半": "2026-11-24 14:30", "11-23 9:30": "2026-11-23 09:30", "23日两点半": "2026-11-23 14:30",
		"上周五下午三点":          "2026-11-20 15:00",
		"2026-11-23T16:30": "2026-11-23 16:30",
		"yesterday 4pm":    "2026-11-23 16:00", "Mon 23 Nov 2026 16:30": "2026-11-23 16:30", "2026年11月23日 周一 16:30": "2026-11-23 16:30",
		"刚才":  "2026-11-24 10:14",
		"now": "2026-11-24 10:14", "\uff11\uff11\uff0d\uff12\uff13\u3000\uff19\uff1a\uff13\uff10": "2026-11-23 09:30",
		"十一月二十日上午九点": "2026-11-20 09:00", "昨天中午": "2026-11-23 12:00", "前天9点": "2026-11-22 09:00",
		"11月20日晚上8点": "2026-11-20 20:00", "昨晚七点半": "2026-11-23 19:30",
		"11/20 15.30": "2026-11-20 15:30", "11-20晚8点": "2026-11-20 20:00", "30号9点": "2026-10-30 09:00", "周五10点": "2026-11-20 10:00",
		"前晚9点": "2026-11-22 21:00", "11月20日19点": "2026-11-20 19:00",
		"yesterday at 4pm": "2026-11-23 16:00", "4pm yesterday": "2026-11-23 16:00", "half past two yesterday": "2026-11-23 14:30",
		"8:30 on fri": "2026-11-20 08:30",
		"昨天凌晨2点":      "2026-11-23 02:00", "今天早上8点20分": "2026-11-24 08:20", "上午9点": "2026-11-24 09:00", "20日下午3点半": "2026-11-20 15:30",
		"20261120 19:00": "2026-11-20 19:00", "明晚七点": "2026-11-25 19:00", "930": "2026-11-24 09:30",
	} {
		if got, err := ReadMoment(in, now, nil); err != nil || got.Format("2006-01-02 15:04") != want {
			t.Errorf("%s is read as %s, %v; want %s", in, got.Format("2006-01-02 15:04"), err, want)
		}
	}
	for in, code := range map[string]hall.Code{"": hall.ErrTime, "昨天": hall.ErrTime, "abc 9:00": hall.ErrDay, "昨天25点": hall.ErrTime, "2-30 9:00": hall.ErrDay,
		"11-23": hall.ErrTime} {
		if got, err := ReadMoment(in, now, nil); err == nil || err.Code != code {
			t.Errorf("%s is read as %s, %v; want %s", in, got, err, code)
		}
	}
}

func TestEchoesSayHowItWasRead(t *testing.T) {
	t.Parallel()
	cal := almanac.Calendar(hall.Defaults())
	now := time.Date(2026, 11, 24, 10, 14, 0, 0, time.UTC)
	for _, c := range []struct {
		m      Message
		zh, en string
	}{
		{EchoDay(today+6, today, cal), "11月30日 周一", "Mon 30 Nov"},
		{EchoDay(hall.NewDay(2027, 1, 5), today, cal), "2027年1月5日 周二（放假安排未定）", "Tue 5 Jan 2027 (no holiday table yet)"},
		{EchoDay(hall.NewDay(2027, 10, 1), today, cal), "2027年10月1日 周五（国庆节、放假安排未定）", "Fri 1 Oct 2027 (National Day, no holiday table yet)"},
		{EchoDay(today+4, today, cal), "11月28日 周六（休息日）", "Sat 28 Nov (day off)"},
		{EchoDay(0, today, cal), "", ""},
		{EchoTyped("闰六月初一", today, nil), "农历闰六月初一：2036年7月23日 周三，一年多以后，对吗？", "lunar 闰六月初一: Wed 23 Jul 2036: more than a year ahead, is that right?"},
		{EchoTyped("小年", today, nil), "农历腊月廿三：2027年1月30日 周六", "lunar 腊月廿三: Sat 30 Jan 2027"},
		{EchoTyped("11-30", today, nil), "11月30日 周一", "Mon 30 Nov"},
		{EchoTyped("冬至", today, nil), "12月22日 周二", "Tue 22 Dec"},
		{EchoTyped("nonsense", today, nil), "", ""},
		{EchoSlot(720, 780), "12:00–13:00（1 小时）", "12:00–13:00 (1 h)"}, {EchoTime(870), "14:30", "14:30"},
		{EchoMoment(now.AddDate(0, 0, -1), now), "11月23日 周一 10:14", "Mon 23 Nov 10:14"},
		{EchoMoment(now.AddDate(-1, 0, 0), now), "2025年11月24日 周一 10:14", "Mon 24 Nov 2025 10:14"},
		{EchoMoney(1200000), "12,000元 壹万贰仟元整", "¥12,000 壹万贰仟元整"},
	} {
		if zh, en := c.m.In(Zh), c.m.In(En); zh != c.zh || en != c.en {
			t.Errorf("got %q / %q, want %q / %q", zh, en, c.zh, c.en)
		}
	}
	if hall.FarAhead(hall.NewDay(2027, 11, 24), today) || !hall.FarAhead(hall.NewDay(2027, 11, 25), today) {
		t.Error("more than a year ahead begins on the day after")
	}
}

// What is refused says why and how to write it.
func TestRefusedReadingsSayHowToWriteIt(t *testing.T) {
	t.Parallel()
	day := func(s string) *hall.Error { _, err := ReadDay(s, today, nil); return err }
	money := func(s string) *hall.Error { _, err := ReadMoney(s); return err }
	number := func(s string) *hall.Error { _, err := ReadNumber(s, 1, 30); return err }
	for _, c := range []struct {
		err    *hall.Error
		zh, en string
	}{
		{day("大概"), "请写成 11-30", "Write 11-30"}, {day("12月8日周三"), "是周二，和写的星期对不上", "is a Tue"},
		{money("-5"), "不能是负数", "below zero"}, {money("0.001"), "最小到分", "two decimals"}, {money("999999999亿"), "大得记不下", "too large"}, {money("很多"), "1万2", "12k"},
		{number("x"), "要一个数", "must be a number"}, {number("31"), "在 1 到 30 之间", "between 1 and 30"}, {number("〇"), "在 1 到 30 之间", "between"},
		{hall.DayLimits{From: today, What: hall.AtAcceptance}.Check(today - 1), "不能早于受理的日子 11月24日", "before Tue 24 Nov, the day of acceptance"},
		{hall.DayLimits{To: today}.Check(today + 1), "不能晚于 11月24日", "after Tue 24 Nov"},
		{hall.DayLimits{Today: today}.Check(today + 1), "还没到", "future"},
	} {
		if c.err == nil {
			t.Errorf("%s was not refused", c.zh)
			continue
		}
		if zh, en := Err(c.err).In(Zh), Err(c.err).In(En); !strings.Contains(zh, c.zh) || !strings.Contains(en, c.en) || strings.ContainsAny(zh+en, "{}") {
			t.Errorf("%q, %q; want %q, %q", zh, en, c.zh, c.en)
		}
	}
	if err := (hall.DayLimits{From: today, To: today, Today: today}).Check(today); err != nil {
		t.Errorf("the day itself is refused: %v", err)
	}
	for in, want := range map[string]int{"12": 12, "\uff11\uff12": 12, "十二": 12, "3人": 3, "三份": 3, "两 个": 2} {
		if got, err := ReadNumber(in, 1, 30); err != nil || got != want {
			t.Errorf("%s is read as %d, %v", in, got, err)
		}
	}
}

// What the program writes, it reads back as the same.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		now := hall.Day(rapid.IntRange(int(hall.NewDay(2000, 1, 1)), int(hall.NewDay(2090, 1, 1))).Draw(t, "today"))
		d := hall.Day(rapid.IntRange(int(hall.NewDay(1900, 1, 1)), int(hall.NewDay(2190, 1, 1))).Draw(t, "day"))
		for _, written := range []string{d.String(), Day(d).In(Zh), Day(d).In(En), FormDay(d).In(Zh), FormDay(d).In(En)} {
			if got, err := ReadDay(written, now, nil); err != nil || got != d {
				t.Fatalf("%s is read as %s, %v", written, got, err)
			}
		}
		near := now + hall.Day(rapid.IntRange(-180, 180).Draw(t, "near"))
		for _, written := range []string{ShortDay(near).In(Zh), ShortDay(near).In(En)} {
			if got, err := ReadDay(written, now, nil); err != nil || got != near {
				t.Fatalf("on %s, %s is read as %s, %v", now, written, got, err)
			}
		}
		minute := rapid.IntRange(0, 24*60-1).Draw(t, "minute")
		if got, err := ReadTime(Minutes(minute), nil); err != nil || got != minute {
			t.Fatalf("%s is read as %d, %v", Minutes(minute), got, err)
		}
		at := d.At(minute, time.UTC)
		for _, l := range []Lang{Zh, En} {
			if got, err := ReadMoment(Moment(at).In(l), now.At(600, time.UTC), nil); err != nil || !got.Equal(at) {
				t.Fatalf("%s is read as %s, %v", Moment(at).In(l), got, err)
			}
		}
		fen := rapid.Int64Range(0, math.MaxInt64/100).Draw(t, "fen")
		for _, written := range []string{Money(fen).In(Zh), Money(fen).In(En), Capital(fen), "人民币" + Capital(fen)} {
			if got, err := ReadMoney(written); err != nil || got != fen {
				t.Fatalf("%s is read as %d, %v", written, got, err)
			}
		}
	})
}

// Whatever is typed is read or refused, with words, and never both.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"今天8:20", "二〇二六年十二月一日", "12-1", "壹万贰仟元整", "1万2", "两点半", "14；30", "dec 8", "下月3号", "周", "月", "廿", "+9999999", "明年", "元", "十", "半",
		" (周", "２０２６"} {
		f.Add(s)
	}
	now := today.At(614, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		check := func(read bool, err *hall.Error) {
			if (err == nil) != read && err != nil || err != nil && Err(err).IsZero() {
				t.Errorf("%q: read %v, %v", s, read, err)
			}
		}
		d, err := ReadDay(s, today, nil)
		check(d != 0, err)
		_, err = ReadMoney(s)
		check(err == nil, err)
		from, to, err := ReadSlot(s, nil)
		check(err == nil, err)
		if err == nil && (from < 0 || from >= 24*60 || to != 0 && (to <= from || to > 24*60)) {
			t.Errorf("%q is read as %d to %d", s, from, to)
		}
		at, err := ReadMoment(s, now, nil)
		check(!at.IsZero(), err)
		_, err = ReadNumber(s, 0, 100)
		check(err == nil, err)
		EchoTyped(s, today, nil)
	})
}
