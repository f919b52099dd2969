package app_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"sizhen/app"
	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

// every leads to every screen, and to the dialogs over them, from anywhere.
var every = []struct {
	name string
	keys []string
	box  bool // over a screen, which has a frame of its own that is kept
}{
	{name: "board", keys: keys("f2")},
	{name: "help", keys: keys("f2", "f1")},
	{name: "palette", keys: keys("f2", "ctrl+p")},
	{name: "intake", keys: keys("f3")},
	{name: "walkin", keys: keys("f4")},
	{name: "walkin menu", keys: keys("f4", "enter"), box: true},
	{name: "person", keys: keys("f4", "enter", "8", "enter", "1")},
	{name: "appointments", keys: keys("f5")},
	{name: "appointments day", keys: keys("f5", "2")},
	{name: "appointments month", keys: keys("f5", "3")},
	{name: "appointment menu", keys: keys("f5", "enter"), box: true},
	{name: "orders", keys: find("派单")},
	{name: "order menu", keys: find("派单", "enter"), box: true},
	{name: "order", keys: find("派单", "enter", "end", "enter")},
	{name: "order new", keys: find("派单", "ctrl+n")},
	{name: "order reply", keys: find("派单", "enter", "5"), box: true},
	{name: "order return", keys: find("派单", "enter", "6"), box: true},
	{name: "due", keys: find("到期")},
	{name: "settlements", keys: find("补录")},
	{name: "settlements list", keys: find("补录", "ctrl+t")},
	{name: "calls", keys: find("待打")},
	{name: "cases", keys: keys("f8")},
	{name: "case", keys: keys("f8", "down", "enter")},
	{name: "case menu", keys: keys("f8", "down", "enter", "enter"), box: true},
	{name: "case parties", keys: keys("f8", "down", "enter", "2")},
	{name: "case consultations", keys: keys("f8", "down", "enter", "3")},
	{name: "case agreement", keys: keys("f8", "end", "enter", "4")},
	{name: "case journal", keys: keys("f8", "down", "enter", "5")},
	{name: "followups", keys: keys("f7")},
	{name: "followup menu", keys: keys("f7", "enter"), box: true},
	{name: "followup", keys: keys("f7", "enter", "5")},
	{name: "followup record", keys: keys("f7", "enter", "1"), box: true},
	{name: "followup move", keys: keys("f7", "enter", "2"), box: true},
	{name: "trip", keys: keys("f7", "ctrl+t")},
	{name: "joints", keys: keys("f6")},
	{name: "joint", keys: keys("f6", "enter")},
	{name: "joint menu", keys: keys("f6", "enter", "enter"), box: true},
	{name: "bodies", keys: find("资源")},
	{name: "staff", keys: find("人员")},
	{name: "journal", keys: find("日志", "4")},
	{name: "settings", keys: find("设置")},
	{name: "password", keys: find("密码"), box: true},
	{name: "roster", keys: find("名册")},
	{name: "mediator", keys: find("名册", "down", "enter", "enter")},
	{name: "organisations", keys: find("调解组织")},
	{name: "organisation menu", keys: find("调解组织", "enter"), box: true},
	{name: "coverage", keys: find("覆盖")},
	{name: "studios", keys: find("品牌")},
	{name: "duty", keys: keys("f9")},
	{name: "duty menu", keys: keys("f9", "enter"), box: true},
	{name: "duty log", keys: keys("f9", "ctrl+n", "enter", "2"), box: true},
	{name: "duty handover", keys: keys("f9", "ctrl+n", "ctrl+e")},
	{name: "duty yesterday", keys: keys("f9", "pgup"), box: true},
	{name: "rota", keys: find("值班安排")},
	{name: "rota menu", keys: find("值班安排", "enter"), box: true},
	{name: "rota plan", keys: find("值班安排", "ctrl+n", "ctrl+s"), box: true},
	{name: "county year", keys: find("值班安排", "ctrl+o", "5")},
	{name: "attendance", keys: find("考勤")},
	{name: "attendance days", keys: find("考勤", "enter", "1"), box: true},
	{name: "search", keys: keys("ctrl+f")},
	{name: "lock", keys: keys("ctrl+l")},
}

func keys(k ...string) []string { return k }

// find leads to a screen by its name, through the palette.
func find(name string, then ...string) []string {
	keys := []string{"f2", "ctrl+p"}
	for _, r := range name {
		keys = append(keys, string(r))
	}
	return append(append(keys, "enter"), then...)
}

// Every screen that the program has is one of those the tests go through.
func TestEveryScreenIsGoneThrough(t *testing.T) {
	t.Parallel()
	h := sample(t)
	screens, seen := app.Screens(), map[views.Screen]bool{}
	for name, open := range screens {
		screens[name] = func(e *views.Env, r views.Route) views.View {
			seen[name] = true
			return open(e, r)
		}
	}
	for _, e := range every {
		d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: screens})
		d.Press(e.keys...)
	}
	for name := range screens {
		if !seen[name] {
			t.Errorf("%s is not", name)
		}
	}
}

// halls are an empty one, a sample, and one of what hardly fits.
func halls(t testing.TB) map[string]*storetest.Hall {
	empty, extreme := storetest.New(t), storetest.New(t)
	s := storetest.Settings()
	s.Name = strings.Repeat("百官街道", 7)
	s.Rooms = []string{"一室", "会诊大厅六字", "二室", "三室", "四室", "五室", "六室", "七室", "八室"}
	extreme.SetSettings(s)
	d := extreme.Desk(extreme.Boss)
	for i := range 40 {
		in := storetest.Intake(hall.Ending{Outcome: []hall.Outcome{hall.SeenNow, hall.AcceptedNow}[i%2]})
		in.Parties[0].Details.Name = strings.Repeat([]string{"阿卜杜拉·买买提", "𠮷㛃", "欧阳", "X"}[i%4], 5)
		in.Parties[1].Details.Name = strings.Repeat("超长单位名称有限公司", 4)
		in.Subject, in.Facts = strings.Repeat("滴水", 10), strings.Repeat("很长的事实，", 300)
		in.Urgent, in.UrgentWhy = i%3 == 0, "急"
		if _, err := d.FinishIntake(context.Background(), 0, in); err != nil {
			t.Fatal(err)
		}
	}
	return map[string]*storetest.Hall{"empty": empty, "sample": sample(t), "extreme": extreme}
}

// sample is a hall with a year behind it and a day that has begun.
func sample(t testing.TB) *storetest.Hall {
	h := storetest.New(t)
	o := seed.Options{Cases: 60, Mediators: 8, Years: 1, RNG: 5, Now: h.Now()}
	if err := seed.Fill(context.Background(), h.Store, o); err != nil {
		t.Fatal(err)
	}
	if err := seed.Today(context.Background(), h.Store, h.Boss, o); err != nil {
		t.Fatal(err)
	}
	return h
}

// Every screen, in both languages, at three sizes, with nothing, something and too much in
// it: each frame is exactly as large as the window, the cursor inside (the driver checks).
func TestEveryScreenFits(t *testing.T) {
	t.Parallel()
	for name, h := range halls(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, lang := range []text.Lang{text.Zh, text.En} {
				for _, size := range [][2]int{{80, 24}, {100, 30}, {132, 43}} {
					for _, e := range every {
						apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, W: size[0], H: size[1]}).Press(e.keys...).Close()
					}
				}
			}
		})
	}
}

// Every title in the top line, and every line of the palette, begins with a capital in English and
// goes on small, as a sentence does; what somebody typed may follow.
func TestEveryTitleBeginsWithACapital(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for _, e := range every {
		d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.En, W: 132, H: 43})
		top, _, _ := strings.Cut(d.Press(e.keys...).Screen(), "\n")
		_, title, _ := strings.Cut(top, " · ")
		if title == "" || strings.ToUpper(title[:1]) != title[:1] || capitals.MatchString(title) {
			t.Errorf("%s: the title is %q", e.name, strings.TrimSpace(title))
		}
	}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.En, W: 132, H: 43})
	for line := range strings.SplitSeq(d.Press("f2", "ctrl+p").Screen(), "\n") {
		_, inside, _ := strings.Cut(line, "│")
		inside, _, _ = strings.Cut(inside, "│") // the board goes on right of it
		if found := numbered.FindStringSubmatch("│" + inside); found != nil && strings.ToUpper(found[1]) != found[1] {
			t.Errorf("the palette has %q", strings.TrimSpace(found[0]))
		}
	}
}

var (
	capitals = regexp.MustCompile(`^\w+ [A-Z][a-z]+ [a-z]|^\w+ [A-Z][a-z]+  `)
	numbered = regexp.MustCompile(`│ ▸? *\d? +(\w)[\w ]+`)
)

// No English screen holds Chinese beyond what people typed, and no Chinese one an unfilled
// place.
func TestNoPlaceIsLeftUnfilled(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, e := range every {
			d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, W: 132, H: 43})
			if s := d.Press(e.keys...).Screen(); strings.ContainsAny(s, "{}") {
				t.Errorf("%s: a place is not filled:\n%s", e.name, s)
			}
		}
	}
}

var (
	zhDate = regexp.MustCompile(`\d月\d+日.{0,3}`)
	enDate = regexp.MustCompile(`(.{0,4})\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b`)
	bare   = regexp.MustCompile(`\b20\d\d-\d\d-\d\d\b`)
	birth  = regexp.MustCompile(`出生日期 +\d+年\d+月\d+日|Born +\d+ [A-Z][a-z]+ \d+`)
)

// Every date on every screen has its weekday, so that a day can be settled on without a calendar. A
// birthday alone has none: nobody settles anything on it, and papers write it without.
func TestEveryDateHasItsWeekday(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, e := range every {
			d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, W: 132, H: 43})
			s := birth.ReplaceAllString(d.Press(e.keys...).Screen(), "")
			for _, found := range zhDate.FindAllString(s, -1) {
				if lang == text.Zh && !strings.Contains(found, " 周") {
					t.Errorf("%s: %q has no weekday", e.name, found)
				}
			}
			for _, found := range enDate.FindAllStringSubmatch(s, -1) {
				if lang == text.En && !strings.Contains("Mon Tue Wed Thu Fri Sat Sun", strings.TrimSpace(found[1])) {
					t.Errorf("%s: %q has no weekday", e.name, found[0])
				}
			}
			for _, l := range strings.Split(s, "\n") { // in a field as it is typed: the weekday stands behind it
				if bare.MatchString(l) && !strings.Contains(l, "周") && !strings.ContainsAny(l, "MTWFS") {
					t.Errorf("%s: %q has no weekday", e.name, l)
				}
			}
		}
	}
}
