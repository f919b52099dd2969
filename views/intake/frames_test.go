package intake_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/intake"
	"sizhen/views/text"
)

// The root asks these of a screen that holds typed text.
var (
	_ views.Leaver = intake.New(apptest.Env(text.Zh, hall.FrontDesk), views.Route{}).(views.Leaver)
	_ views.Backer = intake.New(apptest.Env(text.Zh, hall.FrontDesk), views.Route{}).(views.Backer)
)

func opened(lang text.Lang, in hall.Intake) views.View {
	v := intake.New(apptest.Env(lang, hall.FrontDesk), views.Route{})
	if len(in.Parties) > 0 {
		v.Update(intake.Begun(hall.Draft{ID: 1, Intake: in}))
	}
	return v
}

func sample() hall.Intake {
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	head := "33069919680512002"
	in.Parties[0].Details.DocNumber = head + string(hall.IDCheckPlace(head))
	in.Amount, in.Urgent, in.UrgentWhy, in.Risk, in.Measures = 1200000, true, "双方在门口争吵", hall.RiskHigh, "已请村干部在场"
	return in
}

// extreme holds names and texts as long as the form takes, and a village of people.
func extreme() hall.Intake {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 4)
	in := sample()
	in.Parties[0].Details = hall.Details{Name: long, Village: long, Phone: "+86 (0575) 1001 2346 021", Address: long, DocNumber: "33069919680512002X"}
	in.Parties[1].Details.Name, in.Subject, in.Requests = long, long, strings.Repeat(long+"\n", 20)
	in.Facts, in.Measures, in.UrgentWhy, in.SourceFrom, in.Source = strings.Repeat(long, 20), strings.Repeat(long, 9), long, long, hall.SourceEntrusted
	in.Flags, in.Police.Officer, in.Police.At = 7, long, storetest.Start()
	for i := range 300 {
		p := hall.Party{Side: hall.Side(i % 2), Details: hall.Details{Name: fmt.Sprint(long, i), Village: long}, Representative: i < 10, Guardian: long, Proxy: long, ProxyScope: long}
		in.Parties = append(in.Parties, p)
	}
	return in
}

func twins() []hall.CaseRow {
	return []hall.CaseRow{
		{ID: 63, Number: "(2026)百调字第63号", Applicant: "章雪琴", Respondent: "章阿根", Subject: "滴水", State: hall.Performed},
		{ID: 12, Number: "(2025)百调字第12号", Applicant: "章雪琴", Respondent: "章阿根", Subject: strings.Repeat("滴水", 20), State: hall.Filed},
	}
}

func press(v views.View, names ...string) views.View {
	for _, n := range names {
		k := apptest.Key(n)
		if !act(v, k) {
			v.Update(k)
		}
	}
	return v
}

// act does what the root does with an action's key; what comes of the command is left out.
func act(v views.View, k tea.KeyPressMsg) bool {
	for _, a := range v.Actions() {
		for _, name := range a.Key.Keys() {
			if a.Run != nil && name == k.Keystroke() {
				a.Run()
				return true
			}
		}
	}
	return false
}

func TestFramesFitEverywhere(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for name, in := range map[string]hall.Intake{"empty": {}, "sample": sample(), "extreme": extreme()} {
				v := opened(lang, in)
				v.Update(intake.Similar(v, twins()))
				for i := range 60 { // through all fields, the folded ones too
					apptest.Fits(t, fmt.Sprint(name, " field ", i), v.Draw(size[0], size[1]), size[0], size[1])
					if press(v, "down"); i == 30 {
						press(v, "enter")
					}
				}
				whole(t, name, v, in, size)
			}
		}
	}
}

// whole looks at the other steps and at every way to end.
func whole(t *testing.T, name string, v views.View, in hall.Intake, size [2]int) {
	for _, o := range hall.Outcomes(hall.LedAtDesk) {
		in.End = hall.Ending{
			Outcome: o, Reason: in.Facts + "理由", Referral: "人民法院" + in.Subject, To: "县里" + in.Subject, Advice: in.Facts, Room: "一室",
			Slot: hall.Slot{Day: hall.NewDay(2026, 11, 25), From: 540, To: 600}, Mediated: "徐建国",
		}
		w := intake.New(apptest.Env(text.Zh, hall.FrontDesk), views.Route{})
		w.Update(intake.Begun(hall.Draft{ID: 1, Intake: in}))
		press(w, "ctrl+s")
		for i := range 20 {
			apptest.Fits(t, fmt.Sprint(name, " where ", o, i), w.Draw(size[0], size[1]), size[0], size[1])
			press(w, "tab")
		}
		v.Update(intake.Registered(in, hall.IntakeResult{Case: 1, Number: "(2026)百调字第95号", Consultation: 4, Queue: 16, Ahead: 3}))
		apptest.Fits(t, fmt.Sprint(name, " done ", o), v.Draw(size[0], size[1]), size[0], size[1])
	}
}

// The box of one more party is drawn over the screen, at most as large as it.
func TestTheBoxFits(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			v := opened(lang, sample())
			var open views.Dialog
			for _, a := range v.Actions() {
				if a.Key.Help().Key == "Ctrl-N" {
					open = a.Run()().(views.OpenMsg).View
				}
			}
			for i := range 25 {
				f := open.Draw(size[0]-4, size[1]-2)
				if len(f.Lines) > size[1]-2 {
					t.Fatalf("%d lines in %d", len(f.Lines), size[1]-2)
				}
				apptest.Fits(t, fmt.Sprint("box ", i), v.Draw(size[0], size[1]).Over(f, 2, 1), size[0], size[1])
				open.Update(apptest.Key([]string{"down", "enter"}[i/8%2]))
			}
		}
	}
}
