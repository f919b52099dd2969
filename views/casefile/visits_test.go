package casefile

import (
	"strings"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

func day(in int) hall.Day { return hall.DayOf(storetest.Start()) + hall.Day(in) }

// fourKinds is a case that has passed through all four diagnoses, out of order in the store.
func fourKinds(f hall.CaseFile) hall.CaseFile {
	at := func(in, hour int) time.Time { return day(in).At(hour*60, storetest.Start().Location()) }
	xu := []hall.MediatorRef{{ID: 7, Name: "徐建国"}}
	f.Case.State = hall.Performing
	f.Case.Agreement = &hall.Agreement{Made: day(-4), Terms: "退后半米"}
	f.Consultations = []hall.Consultation{
		{ID: 15, Kind: hall.FollowUp, State: hall.Waiting, Day: day(26), Visit: &hall.Visit{Why: hall.FollowSigned}},
		{ID: 11, Kind: hall.WalkIn, State: hall.Ended, Day: day(-20), Started: at(-20, 9), Room: "一室", Mediators: xu, Session: &hall.Session{Result: hall.ResultContinue, Statements: "章雪琴说雨水入院，要求退后一米；章阿根说老宅基就在那里", Outcome: "双方再想想"}},
		{ID: 13, Kind: hall.Joint, State: hall.Ended, Day: day(-7), Slot: hall.Slot{Day: day(-7), From: 540, To: 630}, Room: "会诊室", Joint: &hall.Discussion{Line: "退后半米，滴水归自家", Opinion: "承办人再调一次"}},
		{ID: 12, Kind: hall.Appointment, State: hall.GoneAway, Day: day(-12), Slot: hall.Slot{Day: day(-12), From: 600, To: 660}, Room: "二室", Mediators: xu, Reason: "章阿根出工"},
		{ID: 14, Kind: hall.FollowUp, State: hall.Ended, Day: day(-1), Visit: &hall.Visit{Performance: hall.PerformancePart, Relapse: hall.RelapseRisk, Findings: "檐沟装了，没收短", Satisfaction: 3, Next: day(14)}},
	}
	f.Tasks = []hall.Task{
		{ID: 1, Consultation: 13, What: "请村里量界", Who: "徐建国", Due: day(-3)},
		{ID: 2, Consultation: 13, What: "拍照存卷", Who: "陈芳", Due: day(-5), Done: day(-6), DoneBy: "陈芳", Result: "存了"},
	}
	return f
}

func visits(t *testing.T, lang text.Lang, w, h int) *desk {
	t.Helper()
	hall, id := opened(t, nil)
	d := open(t, hall, hall.Boss, lang, route(id))
	d.w, d.h = w, h
	d.view.read = false // as when it is opened
	d.run(d.view.Update(loaded{file: fourKinds(d.view.file)}))
	return d.press("3")
}

func TestFourDiagnosesStandInOrderOfTime(t *testing.T) {
	d := visits(t, text.Zh, 80, 20)
	got, last := d.screen(), -1
	for _, want := range []string{"11月4日 周三 09:00", "11月12日 周四 10:00", "11月17日 周二 09:00", "11月23日 周一", "12月20日 周日", "11月21日 周六"} {
		at := strings.Index(got, want)
		if at <= last {
			t.Errorf("%q does not come next:\n%s", want, got)
		}
		last = at
	}
	d.sees("四诊  5 次", "会诊后的任务  没办完 1 项", "逾期 3 天", "请村里量界").press("down", "down").sees("已办完")
}

// Each opens where it is kept, from the row the cursor stands on.
func TestEachIsOpenedWhereItIsKept(t *testing.T) {
	for keys, want := range map[string]views.Route{
		"up up up up down":                     {Screen: views.Appointments, Consultation: 12},
		"up up up up down down":                {Screen: views.Joint, Consultation: 13},
		"up up up up down down down":           {Screen: views.FollowUp, Consultation: 14},
		"up up up up down down down down":      {Screen: views.FollowUp, Consultation: 15},
		"up up up up down down down down down": {Screen: views.Joint, Consultation: 13, Task: 1},
	} {
		d := visits(t, text.Zh, 80, 20)
		d.press(strings.Fields(keys)...).press("enter", "1")
		if d.went != want {
			t.Errorf("%s leads to %+v, want %+v", keys, d.went, want)
		}
	}
	visits(t, text.Zh, 80, 20).press("up", "up", "up", "up", "enter").sees("1  打开：11月4日 周三 09:00 坐堂门诊", "2  看调解记录全文").press("1").sees("各方陈述", "老宅基就在那里", "双方再想想")
}

func TestWhatCanBePlannedFromHere(t *testing.T) {
	d := visits(t, text.Zh, 80, 20)
	id := d.view.file.Case.ID
	for digit, want := range map[string]views.Screen{"3": views.Appointments, "4": views.Joint, "5": views.FollowUp} {
		d.went = views.Route{}
		if d.press("enter", digit); d.went != (views.Route{Screen: want, Case: id}) {
			t.Errorf("%s leads to %+v", digit, d.went)
		}
	}
	d.press("enter", "6").sees("办理", "登记履行")
	d.press("esc", "esc")
	f := d.view.file
	f.Case.State, f.Case.Agreement = hall.Failed, nil
	d.run(d.view.Update(loaded{file: f}))
	d.press("enter").sees("案件已经结束", "先要有生效的协议").press("3")
	if !strings.Contains(d.toast, "已经结束") {
		t.Errorf("the reason is not said: %q", d.toast)
	}
}

func TestGoldenVisits(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		golden(t, "visits."+suffix, visits(t, lang, 80, 20).press("up", "up", "up", "up").screen())
		golden(t, "visits100."+suffix, visits(t, lang, 100, 26).press("down").screen())
		golden(t, "visits132."+suffix, visits(t, lang, 132, 39).press("up", "up").screen())
	}
}
