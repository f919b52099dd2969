package config

import (
	"os"
	"strings"
	"testing"

	"sizhen/store/hall"
)

// An administrator's file: comments everywhere, another order, a key of another version, a list
// over several lines, tables behind it.
const byHand = `# 百官街道的设置，改之前先问陈芳 "name = 不是这里"
word = "百" # 案号
code="BG"
name   = '百官街道联合调解中心'   # 全称
future = { a = [1, 2], b = "]" } # 新版本的

rooms = [ # 三间
  "一室", # 靠窗，有 ] 和 "
  "二室",
  "会诊室",
]
idle_lock = 10# 分钟

# 下面是日历
[calendar]
closed_weekdays = [6, 7] # 周末
`

func changed(t *testing.T, old string, change func(*hall.Settings)) string {
	t.Helper()
	s, ok := given([]byte(old))
	if !ok {
		t.Fatal("the text is not read")
	}
	change(&s)
	path := file(t, old)
	if err := Write(path, s); err != nil {
		t.Fatal(err)
	}
	out, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	now, ok := given(out)
	if !ok || Render(now) != Render(s) {
		t.Errorf("the file says something else:\n%s", out)
	}
	return string(out)
}

func TestOnlyWhatDiffersIsChangedInTheFile(t *testing.T) {
	t.Parallel()
	for name, old := range map[string]string{
		"as it is": byHand, "CRLF": strings.ReplaceAll(byHand, "\n", "\r\n"), "BOM": "\xef\xbb\xbf" + byHand,
		"BOM and the key on its line": "\xef\xbb\xbf" + byHand[strings.Index(byHand, "word"):],
	} {
		got := changed(t, old, func(s *hall.Settings) { s.IdleLock, s.Word = 5, "舜" })
		want := strings.NewReplacer("idle_lock = 10#", "idle_lock = 5#", `word = "百" #`, `word = "舜" #`).Replace(old)
		if got != want {
			t.Errorf("%s:\n%q\nwant\n%q", name, got, want)
		}
		if same := changed(t, old, func(*hall.Settings) {}); same != old {
			t.Errorf("%s: saving what is there changes the file:\n%s", name, same)
		}
	}
}

func TestAListOverSeveralLinesKeepsItsComments(t *testing.T) {
	t.Parallel()
	got := changed(t, byHand, func(s *hall.Settings) { s.Rooms = []string{"一室", "二室"} })
	for _, part := range []string{"# 三间\n", "# 靠窗，有 ] 和 \"\n", "rooms = [\"一室\", \"二室\"]\n", "future = { a = [1, 2], b = \"]\" } # 新版本的",
		"closed_weekdays = [6, 7] # 周末"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is gone:\n%s", part, got)
		}
	}
}

func TestAMissingKeyIsAddedBeforeTheTables(t *testing.T) {
	t.Parallel()
	for _, old := range []string{byHand, strings.ReplaceAll(byHand, "\n", "\r\n"), strings.TrimSpace(byHand[:strings.Index(byHand, "# 下面")])} {
		got := changed(t, old, func(s *hall.Settings) { s.Contrast, s.Palette = true, 1 })
		added, tables := strings.Index(got, "contrast = true"), strings.Index(got, "[calendar]")
		if added < 0 || tables > 0 && added > tables || !strings.Contains(got, "# high contrast") || !strings.Contains(got, "# 分钟") {
			t.Errorf("%s", got)
		}
		if strings.Contains(old, "\r\n") && strings.Count(got, "\n") != strings.Count(got, "\r\n") {
			t.Errorf("two kinds of line ends: %q", got)
		}
	}
}
