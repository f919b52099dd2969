package hall

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func on(month time.Month, day int) Day { return NewDay(2026, month, day) }

// october is how the statutory table of 2026 goes in October, with its make-up workdays.
func october() []SpecialDay {
	return []SpecialDay{
		{From: on(9, 20), Name: "国庆节", Open: true, Legal: true},
		{From: on(10, 1), To: on(10, 7), Name: "国庆节", Legal: true},
		{From: on(10, 10), To: on(10, 10), Name: "国庆节", Open: true, Legal: true},
	}
}

func TestCalendarKnowsWorkingDays(t *testing.T) {
	s := Defaults()
	s.Days = []SpecialDay{
		{From: on(10, 7), Name: "国庆节", Open: true, Legal: true},
		{From: on(10, 5), To: on(10, 5), Name: "集市", Open: true},
		{From: on(11, 23), To: on(11, 24), Name: "装修"},
		{From: on(12, 30), To: on(12, 1), Name: "倒着写的"},
		{Name: "没有日子的"},
	}
	c := NewCalendar(s, october(), []int{2026})
	for _, tt := range []struct {
		day   Day
		open  bool
		name  string
		legal bool
	}{
		{on(11, 25), true, "", false}, {on(11, 28), false, "", false}, {on(11, 29), false, "", false},
		{on(9, 30), true, "", false}, {on(10, 1), false, "国庆节", true}, {on(10, 4), false, "国庆节", true}, {on(10, 6), false, "国庆节", true},
		{on(9, 20), true, "国庆节", true}, {on(10, 10), true, "国庆节", true}, {on(10, 11), false, "", false},
		{on(10, 5), true, "集市", false}, {on(10, 7), true, "国庆节", true}, {on(10, 8), true, "", false},
		{on(11, 23), false, "装修", false}, {on(11, 24), false, "装修", false}, {on(12, 15), true, "", false}, {0, false, "", false},
	} {
		got := c.On(tt.day)
		if got.Open != tt.open || got.Name != tt.name || got.Legal != tt.legal {
			t.Errorf("%s: %+v, want %+v", tt.day, got, tt)
		}
		if want := [][2]int{s.Open, s.Open2}; tt.open && !reflect.DeepEqual(got.Hours, want) || !tt.open && got.Hours != nil {
			t.Errorf("%s: hours %v", tt.day, got.Hours)
		}
	}
}

// The hall's own word wins over the legal days of its file, whatever stands first.
func TestOwnDaysWinOverLegalOnes(t *testing.T) {
	s := Defaults()
	s.Days = []SpecialDay{{From: on(10, 5), Name: "值班", Open: true}, {From: on(10, 1), To: on(10, 7), Name: "国庆节", Legal: true}}
	for range 2 {
		c := NewCalendar(s, nil, nil)
		if got := c.On(on(10, 5)); !got.Open || got.Name != "值班" {
			t.Errorf("5 October: %+v", got)
		}
		if c.On(on(10, 4)).Open || c.On(on(10, 6)).Open {
			t.Error("the days beside it are not closed")
		}
		slices.Reverse(s.Days)
	}
}

func TestCalendarEqualsLookingThroughTheLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := on(11, 1)
		draw := rapid.Custom(func(t *rapid.T) SpecialDay {
			from := base + Day(rapid.IntRange(0, 30).Draw(t, "from"))
			d := SpecialDay{From: from, Open: rapid.Bool().Draw(t, "open"), Legal: rapid.Bool().Draw(t, "legal")}
			if n := rapid.IntRange(-2, 9).Draw(t, "days"); n != 0 {
				d.To = from + Day(n)
			}
			d.Name = rapid.StringMatching(`[a-z]`).Draw(t, "name")
			return d
		})
		s := Defaults()
		s.Days = rapid.SliceOfN(draw, 0, 8).Draw(t, "own")
		table := rapid.SliceOfN(draw, 0, 8).Draw(t, "table")
		c := NewCalendar(s, table, nil)
		for day := base - 3; day < base+45; day++ {
			want := DayInfo{Open: day.Weekday() != time.Saturday && day.Weekday() != time.Sunday}
			lay := func(list []SpecialDay, use func(SpecialDay) bool) {
				for _, d := range list {
					last := d.To
					if last == 0 {
						last = d.From
					}
					if use(d) && d.From <= day && day <= last {
						want = DayInfo{Open: d.Open, Name: d.Name, Legal: d.Legal}
					}
				}
			}
			lay(table, func(SpecialDay) bool { return true })
			lay(s.Days, func(d SpecialDay) bool { return d.Legal })
			lay(s.Days, func(d SpecialDay) bool { return !d.Legal })
			got := c.On(day)
			if got.Open != want.Open || got.Name != want.Name || got.Legal != want.Legal || got.Open != (len(got.Hours) > 0) {
				t.Fatalf("%s: %+v, want %+v", day, got, want)
			}
		}
	})
}

func TestMissingTablesAreWarnedOf(t *testing.T) {
	s := Defaults()
	c := NewCalendar(s, october(), []int{2026})
	for today, want := range map[Day]int{
		on(11, 30): 0, on(12, 1): 2027, on(12, 31): 2027, on(1, 1): 0, NewDay(2027, 1, 1): 2027, NewDay(2027, 12, 1): 2028, NewDay(2025, 11, 30): 2025,
		NewDay(2025, 12, 1): 2025,
	} {
		if got := c.Warn(today); got != want {
			t.Errorf("on %s: %d, want %d", today, got, want)
		}
	}
	s.Days = []SpecialDay{{From: NewDay(2027, 3, 1), Name: "装修"}}
	if c = NewCalendar(s, nil, []int{2026}); c.Warn(on(12, 1)) != 2027 || !c.Missing(2027) {
		t.Error("a closed day of the hall's own is no statutory table")
	}
	s.Days = append(s.Days, SpecialDay{From: NewDay(2027, 10, 1), To: NewDay(2027, 10, 7), Name: "国庆节", Legal: true})
	if c = NewCalendar(s, nil, []int{2026}); c.Warn(on(12, 1)) != 0 || c.Missing(2027) || !c.Missing(2028) {
		t.Error("a legal day in the hall's file does not count as that year's table")
	}
}

func TestSlotsOutsideTheCalendarAreRefused(t *testing.T) {
	c := NewCalendar(Defaults(), october(), []int{2026})
	today, now := on(11, 24), 10*60
	for _, tt := range []struct {
		name     string
		day      Day
		from, to int
		code     Code
	}{
		{"a free hour", today, 600, 660, ""}, {"the whole morning", today + 1, 510, 690, ""}, {"the whole afternoon", today, 810, 1020, ""},
		{"a Monday of a year without a table", NewDay(2027, 1, 4), 540, 600, ""},
		{"no day", 0, 540, 600, ErrRequired}, {"yesterday", today - 1, 840, 900, ErrSlotPast}, {"a minute ago", today, 599, 660, ErrSlotPast},
		{"ends before it begins", today + 1, 600, 540, ErrSlotOrder}, {"no length", today + 1, 600, 600, ErrSlotOrder},
		{"across midnight", today + 1, 1380, 1500, ErrSlotOrder}, {"before midnight", today + 1, -30, 600, ErrSlotOrder},
		{"Saturday", today + 4, 540, 600, ErrSlotClosed},
		{"a minute too early", today + 1, 509, 560, ErrSlotHours}, {"a minute too long", today + 1, 660, 691, ErrSlotHours},
		{"through the noon break", today + 1, 660, 840, ErrSlotHours}, {"in the evening", today + 1, 1080, 1140, ErrSlotHours},
	} {
		err := c.Check(Slot{Day: tt.day, From: tt.from, To: tt.to}, today, now)
		if tt.code == "" && err != nil || tt.code != "" && !errors.Is(err, Refuse(tt.code)) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.code)
		}
	}
}

func TestRefusedSlotsSayWhatWouldDo(t *testing.T) {
	c := NewCalendar(Defaults(), october(), []int{2026})
	for _, tt := range []struct{ from, to, nearfrom, nearto int }{
		{660, 720, 510, 690}, {420, 480, 510, 690}, {700, 740, 510, 690}, {780, 805, 810, 1020}, {1080, 1140, 810, 1020}, {660, 900, 810, 1020},
	} {
		err := c.Check(Slot{Day: on(11, 25), From: tt.from, To: tt.to}, on(11, 24), 0)
		want := map[string]any{"from": 510, "to": 1020, "nearfrom": tt.nearfrom, "nearto": tt.nearto}
		if err == nil || !reflect.DeepEqual(err.Args, want) || err.Field != "time" {
			t.Errorf("%d to %d: %v in %q, want %v", tt.from, tt.to, err.Args, err.Field, want)
		}
	}
	if err := c.Check(Slot{Day: on(10, 10), From: 540, To: 600}, on(9, 1), 0); err != nil {
		t.Errorf("on a Saturday that is worked: %v", err)
	}
	err := c.Check(Slot{Day: on(10, 2), From: 540, To: 600}, on(9, 1), 0)
	want := map[string]any{"name": "国庆节", "day": on(10, 2), "open": on(10, 8), "doubt": 0}
	if err == nil || !reflect.DeepEqual(err.Args, want) || err.Field != "day" {
		t.Errorf("on a holiday: %v", err)
	}
}

func TestNextOpenDay(t *testing.T) {
	s := Defaults()
	c := NewCalendar(s, october(), []int{2026})
	for from, want := range map[Day]Day{on(11, 24): on(11, 24), on(11, 28): on(11, 30), on(10, 1): on(10, 8), on(10, 9): on(10, 9), on(10, 10): on(10, 10),
		on(10, 11): on(10, 12)} {
		if got := c.NextOpen(from); got != want {
			t.Errorf("from %s: %s, want %s", from, got, want)
		}
	}
	s.Weekend = []time.Weekday{0, 1, 2, 3, 4, 5, 6}
	if got := NewCalendar(s, nil, nil).NextOpen(on(1, 1)); got != 0 {
		t.Errorf("a hall that never opens opens on %s", got)
	}
}

func TestFollowUpDaysTakeTheMostSpecialRule(t *testing.T) {
	s := Defaults()
	check := func(code string, risk Risk, signing, due []int) {
		t.Helper()
		if a, b := s.FollowUpDays(code, risk); !slices.Equal(a, signing) || !slices.Equal(b, due) {
			t.Errorf("%s, risk %d: %v and %v, want %v and %v", code, risk, a, b, signing, due)
		}
	}
	check("land", RiskHigh, []int{30}, []int{1})
	s.FollowUps = []FollowUpRule{
		{Type: "land", Risk: RiskHigh, AfterSigning: []int{3}},
		{Type: "land", AfterSigning: []int{20}, AfterDue: []int{2}},
		{Risk: RiskHigh, AfterSigning: []int{7, 30}, AfterDue: []int{1, 10}},
		{AfterSigning: []int{60}},
		{Type: "wages", AfterDue: []int{}},
	}
	for range 2 {
		check("land", RiskHigh, []int{3}, []int{2})
		check("land", RiskLow, []int{20}, []int{2})
		check("land", RiskNone, []int{20}, []int{2})
		check("other", RiskHigh, []int{7, 30}, []int{1, 10})
		check("other", RiskNone, []int{60}, []int{1})
		check("wages", RiskNone, []int{60}, nil)
		slices.Reverse(s.FollowUps)
	}
	days, _ := s.FollowUpDays("other", RiskNone)
	days[0] = 1
	check("other", RiskNone, []int{60}, []int{1})
}

func TestCalendarSettingsAreChecked(t *testing.T) {
	many := make([]SpecialDay, MaxDays+1)
	day := SpecialDay{From: on(10, 1), To: on(10, 7), Name: "国庆节", Legal: true}
	for _, tt := range []struct {
		name, field string
		code        Code
		change      func(*Settings)
	}{
		{"as it comes", "", "", func(s *Settings) {}},
		{"open all week", "", "", func(s *Settings) { s.Weekend = nil }},
		{"own day over a legal one", "", "", func(s *Settings) {
			s.Days = []SpecialDay{day, {From: on(10, 5), Name: "值班", Open: true}}
		}},
		{"weekday 9", "calendar.closed_weekdays", ErrBetween, func(s *Settings) { s.Weekend = []time.Weekday{9} }},
		{"Sunday twice", "calendar.closed_weekdays", ErrTwice, func(s *Settings) { s.Weekend = []time.Weekday{0, 0} }},
		{"never open", "calendar.closed_weekdays", ErrNoWeek, func(s *Settings) { s.Weekend = []time.Weekday{0, 1, 2, 3, 4, 5, 6} }},
		{"too many", "calendar.day", ErrBetween, func(s *Settings) { s.Days = many }},
		{"no name", "calendar.day[1].name", ErrRequired, func(s *Settings) { s.Days = []SpecialDay{{From: on(10, 1)}} }},
		{"no day", "calendar.day[2].from", ErrRequired, func(s *Settings) { s.Days = []SpecialDay{day, {Name: "x"}} }},
		{"long ago", "calendar.day[1].from", ErrBetween, func(s *Settings) { s.Days = []SpecialDay{{From: 1, Name: "x"}} }},
		{"backwards", "calendar.day[1].to", ErrBackward, func(s *Settings) { s.Days = []SpecialDay{{From: on(10, 7), To: on(10, 6), Name: "x"}} }},
		{"two years", "calendar.day[1].to", ErrBetween, func(s *Settings) { s.Days = []SpecialDay{{From: on(1, 1), To: on(1, 1) + MaxRun, Name: "x"}} }},
		{"twice legal", "calendar.day[2].from", ErrOverlap, func(s *Settings) {
			s.Days = []SpecialDay{day, {From: on(10, 7), Name: "x", Legal: true, Open: true}}
		}},
		{"unknown type", "follow_up[1].type", ErrOneOf, func(s *Settings) { s.FollowUps = []FollowUpRule{{Type: "sea", AfterDue: []int{1}}} }},
		{"unknown risk", "follow_up[1].risk", ErrOneOf, func(s *Settings) { s.FollowUps = []FollowUpRule{{Risk: 9, AfterDue: []int{1}}} }},
		{"no days", "follow_up[1].after_signing", ErrRequired, func(s *Settings) { s.FollowUps = []FollowUpRule{{Type: "land"}} }},
		{"day 0", "follow_up[1].after_due", ErrBetween, func(s *Settings) { s.FollowUps = []FollowUpRule{{AfterDue: []int{0}}} }},
		{"a day twice", "follow_up[1].after_signing", ErrTwice, func(s *Settings) { s.FollowUps = []FollowUpRule{{AfterSigning: []int{7, 7}}} }},
		{"too many visits", "follow_up[1].after_signing", ErrForm, func(s *Settings) { s.FollowUps = []FollowUpRule{{AfterSigning: make([]int, MaxFollows+1)}} }},
		{"a rule twice", "follow_up[2].type", ErrTwice, func(s *Settings) {
			s.FollowUps = []FollowUpRule{{Type: "land", AfterDue: []int{1}}, {Type: "land", AfterDue: []int{2}}}
		}},
	} {
		s := Defaults()
		s.Name, s.Code, s.Word = "百官", "BG", "百"
		tt.change(&s)
		err := s.Check()
		if (err == nil) != (tt.code == "") || err != nil && (err.Code != tt.code || err.Field != tt.field) {
			t.Errorf("%s: %v in %+v, want %q in %q", tt.name, err, err, tt.code, tt.field)
		}
	}
}

func BenchmarkCalendarOn(b *testing.B) {
	c := NewCalendar(Defaults(), october(), []int{2026})
	b.ReportAllocs()
	for i := range b.N {
		c.On(on(10, 1) + Day(i%90))
	}
}
