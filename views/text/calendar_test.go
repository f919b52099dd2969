package text

import (
	"strings"
	"testing"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

func TestDaysAreNamed(t *testing.T) {
	for _, c := range []struct {
		day          hall.DayInfo
		zh, en, mark string
	}{
		{hall.DayInfo{Open: true}, "", "", ""}, {hall.DayInfo{}, "休息日", "day off", ""},
		{hall.DayInfo{Name: "国庆节", Legal: true}, "国庆节", "National Day", "休"},
		{hall.DayInfo{Name: "国庆节", Legal: true, Open: true}, "国庆节调休上班", "workday for National Day", "班"},
		{hall.DayInfo{Name: "国庆节、中秋节", Legal: true}, "国庆节、中秋节", "National Day, Mid-Autumn", "休"},
		{hall.DayInfo{Name: "装修"}, "装修", "装修", "休"}, {hall.DayInfo{Name: "集市", Open: true}, "集市", "集市", "班"},
	} {
		m := DayName(c.day)
		if m.In(Zh) != c.zh || m.In(En) != c.en || DayMark(c.day).In(Zh) != c.mark {
			t.Errorf("%+v is %q, %q, %q, want %q, %q, %q", c.day, m.In(Zh), m.In(En), DayMark(c.day).In(Zh), c.zh, c.en, c.mark)
		}
	}
}

// Every holiday the program knows has its English name.
func TestEveryHolidayHasAnEnglishName(t *testing.T) {
	days, _ := almanac.Statutory()
	for _, d := range days {
		if d.From.Year() >= 2016 && strings.IndexFunc(Holiday(d.Name).In(En), isHan) >= 0 {
			t.Errorf("%s on %s has no English name", d.Name, d.From)
		}
	}
}

func TestTheCalendarSaysWhyASlotIsRefused(t *testing.T) {
	c := almanac.Calendar(hall.Defaults())
	day := func(m time.Month, d int) hall.Day { return hall.NewDay(2026, m, d) }
	for _, tt := range []struct {
		slot   hall.Slot
		zh, en string
	}{
		{hall.Slot{Day: day(10, 2), From: 540, To: 600}, "10月2日 周五 不开门\uff08国庆节\uff09", "closed on Fri 2 Oct (National Day)"},
		{hall.Slot{Day: day(10, 2), From: 540, To: 600}, "最近的开门日是 10月8日 周四", "open one is Thu 8 Oct"},
		{hall.Slot{Day: day(11, 28), From: 540, To: 600}, "11月28日 周六 不开门。请换一天\uff1b最近的开门日是 11月30日 周一", "closed on Sat 28 Nov. Choose"},
		{hall.Slot{Day: day(11, 25), From: 660, To: 720}, "08:30 到 11:30", "08:30 to 11:30"},
		{hall.Slot{Day: day(11, 25), From: 1020, To: 1080}, "13:30 到 17:00", "13:30 to 17:00"},
	} {
		m := Err(c.Check(tt.slot, day(9, 1), 0))
		if !strings.Contains(m.In(Zh), tt.zh) || !strings.Contains(m.In(En), tt.en) {
			t.Errorf("%+v: %q, %q, want %q, %q", tt.slot, m.In(Zh), m.In(En), tt.zh, tt.en)
		}
	}
	shut := Err(hall.Refuse(hall.ErrSlotClosed, "day", day(11, 28), "name", "", "open", hall.Day(0))).In(Zh)
	if !strings.Contains(shut, "11月28日 周六 不开门") || strings.Contains(shut, "最近") {
		t.Errorf("with no open day near: %q", shut)
	}
}

func TestAMissingTableIsWarnedOf(t *testing.T) {
	m := TableMissing(2027)
	if !strings.Contains(m.In(Zh), "2027 年") || !strings.Contains(m.In(En), "2027") {
		t.Errorf("%q, %q", m.In(Zh), m.In(En))
	}
}

func TestFaultsOfTheCalendarInTheFileHaveWords(t *testing.T) {
	for _, c := range []struct {
		code   hall.Code
		args   map[string]any
		zh, en string
	}{
		{hall.ErrForm, map[string]any{"form": "[30]"}, "要写成 [30]", "written as [30]"},
		{hall.ErrNoDate, map[string]any{"text": "2027-02-30"}, "没有 “2027-02-30” 这一天", "no day “2027-02-30”"},
		{hall.ErrBackward, nil, "结束的日子在开始之前", "before the first"},
		{hall.ErrNoWeek, nil, "至少留一天", "leave one open"},
		{hall.ErrAbove, map[string]any{"key": "plain"}, "plain 要写到文件前面", "plain belongs higher up"},
		{hall.ErrOverlap, map[string]any{"day": hall.NewDay(2027, 10, 1)}, "2027-10-01 在别的", "2027-10-01 stands in another"},
	} {
		m := SettingFault(c.code, c.args)
		if !strings.Contains(m.In(Zh), c.zh) || !strings.Contains(m.In(En), c.en) {
			t.Errorf("%s: %q, %q", c.code, m.In(Zh), m.In(En))
		}
	}
}
