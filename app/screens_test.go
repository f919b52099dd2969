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
}{
	{"board", []string{"f2"}}, {"help", []string{"f2", "f1"}}, {"palette", []string{"f2", "ctrl+p"}}, {"intake", []string{"f3"}},
	{"walkin", []string{"f4"}}, {"walkin menu", []string{"f4", "enter"}}, {"appointments", []string{"f5"}}, {"appointment menu", []string{"f5", "enter"}},
	{"cases", []string{"f8"}}, {"case", []string{"f8", "down", "enter"}}, {"case menu", []string{"f8", "down", "enter", "enter"}}, {"case parties", []string{"f8", "down", "enter", "2"}},
	{"case consultations", []string{"f8", "down", "enter", "3"}}, {"case agreement", []string{"f8", "end", "enter", "4"}}, {"case journal", []string{"f8", "down", "enter", "5"}},
	{"followups", []string{"f7"}}, {"followup menu", []string{"f7", "enter"}}, {"followup", []string{"f7", "enter", "5"}}, {"followup record", []string{"f7", "enter", "1"}},
	{"followup move", []string{"f7", "enter", "2"}}, {"trip", []string{"f7", "ctrl+t"}}, {"joints", []string{"f6"}}, {"joint", []string{"f6", "enter"}}, {"joint menu", []string{"f6", "enter", "enter"}},
	{"bodies", find("资源")}, {"staff", find("人员")}, {"settings", find("设置")}, {"password", find("密码")},
	{"roster", find("名册")}, {"mediator", append(find("名册"), "down", "enter", "enter")}, {"organisations", find("调解组织")}, {"organisation menu", append(find("调解组织"), "enter")},
	{"coverage", append(find("调解组织"), "ctrl+t")}, {"studios", find("品牌")},
	{"duty", []string{"f9"}}, {"duty menu", []string{"f9", "enter"}}, {"duty log", []string{"f9", "ctrl+n", "enter", "2"}}, {"duty handover", []string{"f9", "ctrl+n", "ctrl+e"}}, {"duty yesterday", []string{"f9", "pgup"}},
	{"rota", find("值班安排")}, {"rota menu", append(find("值班安排"), "enter")}, {"rota plan", append(find("值班安排"), "ctrl+n", "ctrl+s")}, {"county year", append(find("值班安排"), "ctrl+o", "5")},
	{"search", []string{"ctrl+f"}}, {"lock", []string{"ctrl+l"}},
}

// find leads to a screen by its name, through the palette.
func find(name string) []string {
	keys := []string{"f2", "ctrl+p"}
	for _, r := range name {
		keys = append(keys, string(r))
	}
	return append(keys, "enter")
}

// Every screen that the program has is one of those the tests go through.
func TestEveryScreenIsGoneThrough(t *testing.T) {
	h := halls(t)["sample"]
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
	empty, sample, extreme := storetest.New(t), storetest.New(t), storetest.New(t)
	o := seed.Options{Cases: 60, Mediators: 8, Years: 1, RNG: 5, Now: sample.Now()}
	if err := seed.Fill(context.Background(), sample.Store, o); err != nil {
		t.Fatal(err)
	}
	if err := seed.Today(context.Background(), sample.Store, sample.Boss, o); err != nil {
		t.Fatal(err)
	}
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
	return map[string]*storetest.Hall{"empty": empty, "sample": sample, "extreme": extreme}
}

// Every screen, in both languages, at three sizes, with nothing, something and too much in
// it: each frame is exactly as large as the window, the cursor inside (the driver checks).
func TestEveryScreenFits(t *testing.T) {
	for _, h := range halls(t) {
		for _, lang := range []text.Lang{text.Zh, text.En} {
			for _, size := range [][2]int{{80, 24}, {100, 30}, {132, 43}} {
				for _, e := range every {
					d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, W: size[0], H: size[1]})
					d.Press(e.keys...)
				}
			}
		}
	}
}

// No English screen holds Chinese beyond what people typed, and no Chinese one an unfilled
// place.
func TestNoPlaceIsLeftUnfilled(t *testing.T) {
	h := halls(t)["sample"]
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
)

// Every date on every screen has its weekday.
func TestEveryDateHasItsWeekday(t *testing.T) {
	h := halls(t)["sample"]
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, e := range every {
			d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, W: 132, H: 43})
			s := d.Press(e.keys...).Screen()
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
