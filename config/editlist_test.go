package config

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/hall"
)

// An administrator's tables: comments, blank lines, a table of another version, in an order of his own.
const tablesByHand = `# 百官街道
word = "百"
code = "BG"
name = "百官街道联合调解中心"

[duty] # 值班
# 开门的日子排两个人
open_days = 2 # 老王说的

# 市里的通知，陈芳 11月5日录入
[calendar]
closed_weekdays = [7] # 星期六开门

# 元旦
[[calendar.day]]
name = "元旦"   # 对齐
from = 2027-01-01
kind = "holiday"

# 装修，老板定的
[[calendar.day]]
from = "2027-03-01"
# 到哪天还没定
to = "2027-03-05"
name = "装修"
kind = "closed"

# 回访
[[follow_up]]
after_signing = [30]

[printing] # 新版本的
font = { size = 12 }
`

// TestOnlyTheLinesThatDifferAreChanged lays the file before beside the file after: what is in one
// only is named, and every other line is as it was, in its place.
func TestOnlyTheLinesThatDifferAreChanged(t *testing.T) {
	t.Parallel()
	labour := hall.SpecialDay{From: hall.NewDay(2027, 5, 1), To: hall.NewDay(2027, 5, 5), Name: "劳动节", Legal: true}
	added := []string{"", "[[calendar.day]]", `from = "2027-05-01"`, `to = "2027-05-05"`, `name = "劳动节"`, `kind = "holiday"`}
	for _, c := range []struct {
		name        string
		change      func(*hall.Settings)
		gone, fresh []string
	}{
		{"a key of a table", func(s *hall.Settings) { s.Weekend = []time.Weekday{6, 0}; s.Duty.Open = 1 },
			[]string{"open_days = 2 # 老王说的", "closed_weekdays = [7] # 星期六开门"},
			[]string{"open_days = 1 # 老王说的", "closed_weekdays = [6, 7] # 星期六开门"}},
		{"a key that is not there", func(s *hall.Settings) { s.Duty.Weekday = 3 }, nil, []string{"weekday = 3"}},
		{"one more", func(s *hall.Settings) { s.Days = append(s.Days, labour) }, nil, added},
		{"one more, the first", func(s *hall.Settings) { s.Days = slices.Insert(s.Days, 0, labour) }, nil, added},
		{"one less", func(s *hall.Settings) { s.Days = s.Days[1:] },
			[]string{"[[calendar.day]]", `name = "元旦"   # 对齐`, "from = 2027-01-01", `kind = "holiday"`}, nil},
		{"the last one less", func(s *hall.Settings) { s.Days = s.Days[:1] },
			[]string{"", "[[calendar.day]]", `from = "2027-03-01"`, `to = "2027-03-05"`, `name = "装修"`, `kind = "closed"`}, nil},
		{"one changed", func(s *hall.Settings) { s.Days = slices.Clone(s.Days); s.Days[1].To = hall.NewDay(2027, 3, 8) },
			[]string{`to = "2027-03-05"`}, []string{`to = "2027-03-08"`}},
		{"to one day, and a longer one", func(s *hall.Settings) {
			s.Days = slices.Clone(s.Days)
			s.Days[0].To, s.Days[1].To = hall.NewDay(2027, 1, 3), 0
		}, []string{`to = "2027-03-05"`}, []string{`to = "2027-01-03"`}},
		{"a township", func(s *hall.Settings) { s.Duty.Towns = []hall.DutyTown{{Name: "驿亭镇", Class: 1}} }, nil,
			[]string{"", "[[duty.township]]", `name = "驿亭镇"`, "class = 1"}},
		{"a rule", func(s *hall.Settings) {
			s.FollowUps = append(slices.Clone(s.FollowUps), hall.FollowUpRule{Type: "land", AfterSigning: []int{7}})
		}, nil, []string{"", "[[follow_up]]", `type = "land"`, "after_signing = [7]"}},
		{"a rule changed", func(s *hall.Settings) { s.FollowUps = []hall.FollowUpRule{{AfterSigning: []int{}}} },
			[]string{"after_signing = [30]"}, []string{"after_signing = []"}},
	} {
		for _, ends := range []string{"\n", "\r\n"} {
			old := strings.ReplaceAll(tablesByHand, "\n", ends)
			got := changed(t, old, c.change)
			gone, fresh := differ(strings.Split(old, ends), strings.Split(got, ends))
			slices.Sort(gone)
			slices.Sort(fresh)
			if a, b := sorted(c.gone), sorted(c.fresh); !slices.Equal(trim(gone), trim(a)) || !slices.Equal(trim(fresh), trim(b)) {
				t.Errorf("%s: gone %q, new %q; want %q and %q\n%s", c.name, gone, fresh, a, b, got)
			}
			if ends == "\r\n" && strings.Count(got, "\n") != strings.Count(got, "\r\n") {
				t.Errorf("%s: two kinds of line ends", c.name)
			}
		}
	}
}

func sorted(s []string) []string { s = slices.Clone(s); slices.Sort(s); return s }

// trim leaves blank lines out.
func trim(s []string) []string { return slices.DeleteFunc(s, func(l string) bool { return l == "" }) }

// differ is what stands in one of two texts only, where all else is in one order.
func differ(a, b []string) (gone, fresh []string) {
	same := make([][]int, len(a)+1)
	for i := range same {
		same[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); a[i] == b[j] {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && same[i+1][j] >= same[i][j+1]:
			gone, i = append(gone, a[i]), i+1
		default:
			fresh, j = append(fresh, b[j]), j+1
		}
	}
	return gone, fresh
}

// However the lists are changed, in the program's own file and in one by hand, the file says it
// afterwards and every comment is still there.
func TestEveryCommentSurvivesAnyChange(t *testing.T) {
	t.Parallel()
	s := hall.Defaults()
	s.Name, s.Code, s.Word = "百官", "BG", "百"
	texts := []string{tablesByHand, Render(s), head + year2027}
	rapid.Check(t, func(rt *rapid.T) {
		old := rapid.SampledFrom(texts).Draw(rt, "file")
		s, ok := given([]byte(old))
		if !ok {
			rt.Fatal("not read")
		}
		for range rapid.IntRange(1, 4).Draw(rt, "changes") {
			from := hall.NewDay(2027, 1, rapid.IntRange(1, 300).Draw(rt, "day"))
			s.Days = slices.Insert(slices.Clone(s.Days), rapid.IntRange(0, len(s.Days)).Draw(rt, "at"), hall.SpecialDay{From: from, Name: "x", Legal: true})
			if n := rapid.IntRange(0, len(s.Days)-1).Draw(rt, "less"); rapid.Bool().Draw(rt, "removes") {
				s.Days = slices.Delete(slices.Clone(s.Days), n, n+1)
			}
			s.Duty.Towns = append(s.Duty.Towns, hall.DutyTown{Name: fmt.Sprint("镇", len(s.Duty.Towns)), Class: 1})
			s.FollowUps = nil
		}
		out, ok := edit([]byte(old), s)
		if !ok {
			rt.Fatalf("not changed line by line:\n%s", old)
		}
		for _, l := range strings.Split(old, "\n") {
			if strings.HasPrefix(strings.TrimSpace(l), "#") && !strings.Contains(string(out), l) {
				rt.Fatalf("%q is gone:\n%s", l, out)
			}
		}
	})
}

func TestAListInOneValueIsChangedToo(t *testing.T) {
	t.Parallel()
	for _, old := range []string{
		head + "calendar.day = [{ from = 2027-10-01, name = \"国庆节\", kind = \"holiday\" }] # 先写一个\n",
		head + "[calendar]\nday = [\n  # 国庆\n  { from = 2027-10-01, name = \"国庆节\", kind = \"holiday\" },\n]\n",
	} {
		got := changed(t, old, func(s *hall.Settings) {
			s.Days = append(s.Days, hall.SpecialDay{From: hall.NewDay(2027, 1, 1), Name: "元旦", Legal: true})
		})
		if !strings.Contains(got, "# ") || !strings.Contains(got, `{ from = "2027-01-01", name = "元旦", kind = "holiday" }`) {
			t.Errorf("%s", got)
		}
	}
}

// What was written into the file by hand while somebody changed the settings on the screen stays; of
// the same thing nothing is overwritten.
func TestWhatIsWrittenByHandMeanwhileStays(t *testing.T) {
	t.Parallel()
	path := file(t, byHand)
	was, err := Load(file(t, strings.Replace(byHand, "future =", "# future =", 1)))
	if err != nil {
		t.Fatal(err)
	}
	write := func(s string) {
		if err := os.WriteFile(path, []byte(strings.Replace(s, "future =", "# future =", 1)), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	write(strings.Replace(byHand, `"会诊室",`, `"大厅",`, 1))
	now := was
	now.IdleLock = 5
	s, err := Change(path, was, now)
	if err != nil || s.IdleLock != 5 || s.Rooms[2] != "大厅" {
		t.Fatalf("%v %v", s, err)
	}
	text, _ := os.ReadFile(path)
	if got, err := Load(path); err != nil || got.IdleLock != 5 || got.Rooms[2] != "大厅" || !strings.Contains(string(text), "# 靠窗，有 ] 和") {
		t.Errorf("%v %v\n%s", got, err, text)
	}
	now.Rooms = []string{"一室"}
	if s, err = Change(path, was, now); !errors.Is(err, hall.Refuse(hall.ErrConflict)) || s.Rooms[2] != "大厅" {
		t.Errorf("the same thing twice: %v %v", s.Rooms, err)
	}
	write(byHand + "[[calendar.day]\n")
	var fault *Error
	if _, err = Change(path, was, now); !errors.As(err, &fault) || fault.Line == 0 {
		t.Errorf("into a file with a mistake: %v", err)
	}
	if after, _ := os.ReadFile(path); !strings.HasSuffix(string(after), "[[calendar.day]\n") {
		t.Errorf("the file with a mistake was touched:\n%s", after)
	}
}
