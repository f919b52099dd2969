package app_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
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
	{"duty", []string{"f9"}}, {"search", []string{"ctrl+f"}}, {"lock", []string{"ctrl+l"}},
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
