package text

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/hall"
)

func openings() [][2]int { return [][2]int{{8*60 + 30, 11*60 + 30}, {13*60 + 30, 17 * 60}} }

func TestTimesOfTheWeekAreReadAsPeopleWriteThem(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "周二 9-11": "周二 09:00–11:00", "周二 9-11、周四 14-17": "周二 09:00–11:00、周四 14:00–17:00", "周二9:00-11:00，周四下午2点到4点": "周二 09:00–11:00、周四 14:00–16:00",
		"每周三上午": "周三 08:30–11:30", "周三下午": "周三 13:30–17:00", "周三": "周三 08:30–11:30 13:30–17:00", "周三全天": "周三 08:30–11:30 13:30–17:00",
		"星期二、四 9-11": "周二 09:00–11:00、周四 09:00–11:00",
		"周二周四9-11":   "周二 09:00–11:00、周四 09:00–11:00", "周二 周四 9-11": "周二 09:00–11:00、周四 09:00–11:00", "周二四 9-11": "周二 09:00–11:00、周四 09:00–11:00",
		"周一至周三 9-11": "周一 09:00–11:00、周二 09:00–11:00、周三 09:00–11:00", "周一到三上午": "周一 08:30–11:30、周二 08:30–11:30、周三 08:30–11:30",
		"工作日 9-10": "周一 09:00–10:00、周二 09:00–10:00、周三 09:00–10:00、周四 09:00–10:00、周五 09:00–10:00", "周五至周日 9-10": "周五 09:00–10:00、周六 09:00–10:00、周日 09:00–10:00",
		"礼拜天 9-11": "周日 09:00–11:00", "周四 14-17; 周二 9-11": "周二 09:00–11:00、周四 14:00–17:00", "周二 9-11 14-16": "周二 09:00–11:00 14:00–16:00",
		"周二 9-11、10-12": "周二 09:00–12:00",
		"\uff11\uff11月": "!", "9-11": "!", "周二 9": "!", "周二 9-25": "!", "周二 11-9": "!", "有空就来": "!", "周二 有空": "!", "八月周二": "!",
		"Tue 9-11, Thu 14-17": "周二 09:00–11:00、周四 14:00–17:00", "Mon-Wed morning": "周一 08:30–11:30、周二 08:30–11:30、周三 08:30–11:30",
		"tuesday and thursday 9 to 11": "周二 09:00–11:00、周四 09:00–11:00",
		"weekdays 9-10":                "周一 09:00–10:00、周二 09:00–10:00、周三 09:00–10:00、周四 09:00–10:00、周五 09:00–10:00", "周二 9：00～11：00": "周二 09:00–11:00",
	} {
		got, err := ParseWindows(in, openings())
		said := Windows(got).In(Zh)
		if err != nil {
			if said = "!"; !Known(err) {
				t.Errorf("%q: %v is no refusal with words", in, err)
			}
		}
		if said != want {
			t.Errorf("%q reads as %q, want %q (%v)", in, said, want, err)
		}
	}
	if got := Windows([]hall.Window{{Weekday: time.Sunday, From: 540, To: 660}, {Weekday: time.Tuesday, From: 540, To: 660}}).In(
		En); got != "Tue 09:00–11:00, Sun 09:00–11:00" {
		t.Error(got)
	}
}

// What is written is read as the same again, in both languages.
func TestTimesOfTheWeekGoBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ws []hall.Window
		for range rapid.IntRange(0, 12).Draw(t, "n") {
			from := rapid.IntRange(0, 24*60-1).Draw(t, "from")
			ws = append(ws, hall.Window{Weekday: time.Weekday(rapid.IntRange(0, 6).Draw(t, "day")), From: from, To: rapid.IntRange(from+1, 24*60).Draw(t, "to")})
		}
		ws = tidy(ws)
		for _, l := range []Lang{Zh, En} {
			got, err := ParseWindows(Windows(ws).In(l), openings())
			if err != nil || !slices.Equal(got, ws) {
				t.Fatalf("%v is written %q and read as %v, %v", ws, Windows(ws).In(l), got, err)
			}
		}
	})
}

func FuzzParseWindows(f *testing.F) {
	for _, s := range []string{"周二 9-11、周四 14-17", "Mon-Fri morning", "周一至五", "\x00", "周\x002\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ws, err := ParseWindows(s, openings())
		for _, w := range ws {
			if err != nil || w.From < 0 || w.To > 24*60 || w.To <= w.From || w.Weekday < 0 || w.Weekday > 6 {
				t.Errorf("%q: %+v %v", s, w, err)
			}
		}
	})
}
