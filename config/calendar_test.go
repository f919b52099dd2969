package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/hall"
)

const year2027 = `
[calendar]
closed_weekdays = [7]

[[calendar.day]]
from = "2027-10-01"
to = "2027-10-07"
name = "国庆节"
kind = "holiday"

[[calendar.day]]
from = 2027-10-09
name = "国庆节"
kind = "workday"

[[calendar.day]]
from = "2027-03-01"
name = "装修"
kind = "closed"

[[calendar.day]]
from = "2027-05-03"
name = "集市"
kind = "open"

[[follow_up]]
after_signing = [60]

[[follow_up]]
type = "land"
risk = "medium"
after_signing = [7, 30]
after_due = []
`

func TestLoadTakesTheCalendarAndTheFollowUps(t *testing.T) {
	day := func(m time.Month, d int) hall.Day { return hall.NewDay(2027, m, d) }
	want := []hall.SpecialDay{
		{From: day(10, 1), To: day(10, 7), Name: "国庆节", Legal: true}, {From: day(10, 9), Name: "国庆节", Open: true, Legal: true},
		{From: day(3, 1), Name: "装修"}, {From: day(5, 3), Name: "集市", Open: true},
	}
	rules := []hall.FollowUpRule{{AfterSigning: []int{60}}, {Type: "land", Risk: hall.RiskMid, AfterSigning: []int{7, 30}, AfterDue: []int{}}}
	inline := `calendar.closed_weekdays = [7]
calendar.day = [{ from = "2027-10-01", to = "2027-10-07", name = "国庆节", kind = "holiday" }, { from = 2027-10-09, name = "国庆节", kind = "workday" },
  { from = "2027-03-01", name = "装修", kind = "closed" }, { from = "2027-05-03", name = "集市", kind = "open" }]
follow_up = [{ after_signing = [60] }, { type = "land", risk = "medium", after_signing = [7, 30], after_due = [] }]
`
	for _, text := range []string{year2027, inline} {
		s, err := Load(file(t, head+text))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(s.Days, want) || !reflect.DeepEqual(s.Weekend, []time.Weekday{time.Sunday}) || !reflect.DeepEqual(s.FollowUps, rules) {
			t.Errorf("read %+v, %v, %+v", s.Days, s.Weekend, s.FollowUps)
		}
	}
	s, err := Load(file(t, head+"[[follow_up]]\nafter_due = [1]\n"))
	if err != nil || !reflect.DeepEqual(s.Weekend, hall.Defaults().Weekend) || s.Days != nil {
		t.Errorf("without a calendar: %v, %v, %v", s.Weekend, s.Days, err)
	}
}

func TestLoadNamesTheMistakeInTheCalendar(t *testing.T) {
	two := "[[calendar.day]]\nfrom = \"2027-01-01\"\nname = \"元旦\"\nkind = \"holiday\"\n\n  [[ calendar . day ]] # 二\n"
	for _, tt := range []struct {
		name, text string
		line       int
		key        string
		code       hall.Code
	}{
		{"calendar no table", "calendar = 3\n", 4, "calendar", hall.ErrForm},
		{"unknown key", "[calendar]\nclosed = [6]\n", 5, "calendar.closed", CodeUnknown},
		{"weekday 0", "[calendar]\n\nclosed_weekdays = [0, 7]\n", 6, "calendar.closed_weekdays", hall.ErrBetween},
		{"weekday as a word", "[calendar]\nclosed_weekdays = [\"周六\"]\n", 5, "calendar.closed_weekdays", hall.ErrForm},
		{"weekday twice", "[calendar]\nclosed_weekdays = [7, 7]\n", 5, "calendar.closed_weekdays", hall.ErrTwice},
		{"never open", "[calendar]\nclosed_weekdays = [\n 1, 2, 3, 4,\n 5, 6, 7]\n", 5, "calendar.closed_weekdays", hall.ErrNoWeek},
		{"a table for a list", "[calendar.day]\nfrom = \"2027-01-01\"\n", 4, "calendar.day", hall.ErrForm},
		{"no such date", two + "kind = \"closed\"\nname = \"x\"\nfrom = \"2027-02-30\"\n", 12, "calendar.day[2].from", hall.ErrNoDate},
		{"a date in another form", two + "from = \"2027/2/1\"\n", 10, "calendar.day[2].from", hall.ErrNoDate},
		{"a moment for a date", two + "from = 2027-02-01T10:00:00\n", 10, "calendar.day[2].from", hall.ErrForm},
		{"no first day", two + "to = \"2027-02-01\"\nname = \"x\"\nkind = \"closed\"\n", 9, "calendar.day[2].from", hall.ErrRequired},
		{"to before from", two + "from = \"2027-02-03\"\nto = \"2027-02-01\"\nname = \"x\"\nkind = \"closed\"\n", 11, "calendar.day[2].to", hall.ErrBackward},
		{"no name", two + "from = \"2027-02-03\"\nkind = \"closed\"\n", 9, "calendar.day[2].name", hall.ErrRequired},
		{"a number for a name", two + "from = \"2027-02-03\"\nname = 3\n", 11, "calendar.day[2].name", CodeType},
		{"no kind", two + "from = \"2027-02-03\"\nname = \"x\"\n", 9, "calendar.day[2].kind", hall.ErrOneOf},
		{"unknown kind", two + "from = \"2027-02-03\"\nname = \"x\"\nkind = \"放假\"\n", 12, "calendar.day[2].kind", hall.ErrOneOf},
		{"hours", two + "hours = [\"09:00\", \"12:00\"]\n", 10, "calendar.day[2].hours", CodeUnknown},
		{"the same day again", two + "from = \"2026-12-30\"\nto = \"2027-01-03\"\nname = \"x\"\nkind = \"workday\"\n", 10, "calendar.day[2].from", hall.ErrOverlap},
		{"unknown type", "[[follow_up]]\nafter_due = [1]\n[[follow_up]]\ntype = \"邻里\"\nafter_due = [1]\n", 7, "follow_up[2].type", hall.ErrOneOf},
		{"unknown risk", "[[follow_up]]\nrisk = \"高\"\n", 5, "follow_up[1].risk", hall.ErrOneOf},
		{"days as a number", "[[follow_up]]\nrisk = \"high\"\nafter_due = 1\n", 6, "follow_up[1].after_due", hall.ErrForm},
		{"nothing said", "[[follow_up]]\nrisk = \"high\"\n", 4, "follow_up[1].after_signing", hall.ErrRequired},
		{"no days at all", "[[follow_up]]\nrisk = \"high\"\nafter_signing = [0]\n", 6, "follow_up[1].after_signing", hall.ErrBetween},
		{"a rule twice", "[[follow_up]]\nafter_due = [1]\n[[follow_up]]\nafter_due = [2]\n", 6, "follow_up[2].type", hall.ErrTwice},
		{"one table for the list", "[follow_up]\nafter_due = [1]\n", 4, "follow_up", hall.ErrForm},
		{"a key below the tables", "[[follow_up]]\nafter_due = [1]\nplain = true\n", 6, "follow_up[1].plain", hall.ErrAbove},
		{"unknown list of tables", "[[printing.page]]\nfont = 1\n", 4, "printing", CodeUnknown},
		{"no such date in TOML's own form", "[[calendar.day]]\nfrom = 2027-02-30\n", 5, "calendar.day.from", CodeSyntax},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(file(t, head+tt.text))
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Line != tt.line || e.Key != tt.key || e.Code != tt.code {
				t.Errorf("got line %d key %q code %q %v, want %d %q %q", e.Line, e.Key, e.Code, e.Args, tt.line, tt.key, tt.code)
			}
		})
	}
}

func TestWhatIsAllowedIsListed(t *testing.T) {
	for text, want := range map[string]string{
		"[calendar]\nx = 1\n":                          "closed_weekdays, day",
		"[[calendar.day]]\nkind = \"x\"\n":             `"holiday", "workday", "closed", "open"`,
		"[[follow_up]]\nrisk = \"x\"\n":                `"low", "medium", "high"`,
		"[[follow_up]]\ntype = \"x\"\nafter_due=[1]\n": `"marriage", "neighbours", `,
		"[[follow_up]]\ndays = 3\n":                    "type, risk, after_signing, after_due",
		"x = 1\n":                                      "types, calendar, follow_up",
	} {
		_, err := Load(file(t, head+text))
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Args["allowed"].(string), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func drawCalendar(t *rapid.T, s *hall.Settings) {
	week := []time.Weekday{1, 2, 3, 4, 5, 6, 0}
	s.Weekend = rapid.SliceOfNDistinct(rapid.SampledFrom(week), 0, 6, rapid.ID).Draw(t, "weekend")
	next := hall.NewDay(2027, 1, 1)
	for range rapid.IntRange(0, 4).Draw(t, "days") {
		d := hall.SpecialDay{From: next + hall.Day(rapid.IntRange(0, 40).Draw(t, "gap")), Open: rapid.Bool().Draw(t, "open"), Legal: rapid.Bool().Draw(t, "legal")}
		next = d.From + 1
		if rapid.Bool().Draw(t, "run") {
			d.To = d.From + hall.Day(rapid.IntRange(0, 9).Draw(t, "length"))
			next = d.To + 1
		}
		d.Name = rapid.StringMatching(`[a-z国庆"\\#\[\]]{1,6}`).Draw(t, "name")
		s.Days = append(s.Days, d)
	}
	days := rapid.SliceOfNDistinct(rapid.IntRange(1, hall.MaxFollow), 0, 3, rapid.ID)
	for _, risk := range []hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskHigh} {
		for _, code := range []string{"", s.Types[0].Code} {
			r := hall.FollowUpRule{Type: code, Risk: risk, AfterDue: days.Draw(t, "due")}
			if rapid.Bool().Draw(t, "signing") {
				r.AfterSigning = days.Draw(t, "signing")
			}
			if rapid.Bool().Draw(t, "rule") {
				s.FollowUps = append(s.FollowUps, r)
			}
		}
	}
}

// What stands in the file as an example becomes a setting by taking the # away.
func TestTheExamplesCanBeUsed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hall.toml")
	if err := Write(path, sample()); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "# [[") || strings.Contains(line, " = ") {
			line = strings.TrimPrefix(line, "# ")
		}
		lines = append(lines, line)
	}
	s, err := Load(file(t, strings.Join(lines, "\n")))
	if err != nil || len(s.Days) != 1 || len(s.FollowUps) != 1 {
		t.Errorf("read %v, %v, %v", s.Days, s.FollowUps, err)
	}
}
