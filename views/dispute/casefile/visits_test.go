package casefile_test

import (
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/dispute/casefile"
	"sizhen/views/text"
)

func day(in int) hall.Day { return hall.DayOf(storetest.Start()) + hall.Day(in) }

// fourKinds is a case that has passed through all four diagnoses, out of order in the store.
func fourKinds(f hall.CaseFile) hall.CaseFile {
	at := func(in, hour int) time.Time { return day(in).At(hour*60, storetest.Start().Location()) }
	xu := []hall.MediatorRef{{ID: 7, Name: "徐建国"}}
	f.Case.State = hall.Performing
	f.Case.Agreements = []hall.Agreement{{Made: day(-4), Terms: "退后半米"}}
	f.Consultations = []hall.Consultation{
		{ID: 15, Kind: hall.FollowUp, State: hall.Waiting, Day: day(26), Visit: &hall.Visit{Why: hall.FollowSigned}},
		{ID: 11, Kind: hall.WalkIn, State: hall.Ended, Day: day(-20), Started: at(-20, 9), Room: "一室", Mediators: xu,
			Session: &hall.Session{Result: hall.ResultContinue, Statements: "章雪琴说雨水入院，要求退后一米；章阿根说老宅基就在那里", Outcome: "双方再想想"}},
		{ID: 13, Kind: hall.Joint, State: hall.Ended, Day: day(-7), Slot: hall.Slot{Day: day(-7), From: 540, To: 630}, Room: "会诊室",
			Joint: &hall.Discussion{Line: "退后半米，滴水归自家", Opinion: "承办人再调一次"}},
		{ID: 12, Kind: hall.Appointment, State: hall.GoneAway, Day: day(-12), Slot: hall.Slot{Day: day(-12), From: 600, To: 660}, Room: "二室", Mediators: xu,
			Reason: "章阿根出工"},
		{ID: 14, Kind: hall.FollowUp, State: hall.Ended, Day: day(-1),
			Visit: &hall.Visit{Performance: hall.PerformancePart, Relapse: hall.RelapseRisk, Findings: "檐沟装了，没收短", Satisfaction: 3, Next: day(14)}},
	}
	f.Tasks = []hall.Task{
		{ID: 1, Consultation: 13, What: "请村里量界", Who: "徐建国", Due: day(-3)},
		{ID: 2, Consultation: 13, What: "拍照存卷", Who: "陈芳", Due: day(-5), Done: day(-6), DoneBy: "陈芳", Result: "存了"},
	}
	return f
}

// visits is the page of what took place about that case; the cursor goes up by so many rows.
func visits(up int) *casefile.View {
	v := casefile.Shown(apptest.Env(text.Zh, hall.Head|hall.RoleMediator), fourKinds(hall.CaseFile{Case: hall.Case{ID: 5}}))
	v.Update(apptest.Key("3"))
	for range up {
		v.Update(apptest.Key("up"))
	}
	return v
}

func TestFourDiagnosesStandInOrderOfTime(t *testing.T) {
	t.Parallel()
	got, last := apptest.Plain(visits(0).Draw(80, 20)), -1
	for _, want := range []string{"11月4日 周三 09:00", "11月12日 周四 10:00", "11月17日 周二 09:00", "11月23日 周一", "12月20日 周日"} {
		at := strings.Index(got, want)
		if at <= last {
			t.Errorf("%q does not come next:\n%s", want, got)
		}
		last = at
	}
	for _, want := range []string{"四诊  5 次", "会诊后的任务  没办完 1 项", "逾期 3 天", "请村里量界"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
}

// Each opens where it is kept, from the row the cursor stands on; what has no screen is read.
func TestEachIsOpenedWhereItIsKept(t *testing.T) {
	t.Parallel()
	for up, want := range map[int]views.Route{
		3: {Screen: views.Appointments, Consultation: 12}, 2: {Screen: views.Joint, Consultation: 13}, 1: {Screen: views.FollowUp, Consultation: 14},
		0: {Screen: views.FollowUp, Consultation: 15}, 6: {Screen: views.Joint, Consultation: 13, Task: 1},
	} {
		if got, _ := visits(up).OpenVisit()().(views.GoMsg); got.To != want {
			t.Errorf("%d up leads to %+v, want %+v", up, got.To, want)
		}
	}
	v := visits(4)
	read, _ := v.OpenVisit()().(views.PushMsg)
	if read.View != nil {
		read.View.Update(read.View.Load()())
	}
	if read.View == nil || !strings.Contains(apptest.Plain(read.View.Draw(76, 18)), "双方再想想") {
		t.Error("what was said cannot be read")
	}
}

// What is booked on a case ends with it: that is said before, since whoever was told has to be told again.
func TestWhatEndsWithACaseIsSaidBefore(t *testing.T) {
	t.Parallel()
	h, id := opened(t, nil)
	slot := hall.Slot{Day: hall.DayOf(h.Clock.Now()) + 1, From: 14 * 60, To: 15 * 60}
	if _, err := h.Desk(h.Boss).Book(t.Context(), id, 0, hall.Booking{Slot: slot, Room: "一室"}); err != nil {
		t.Fatal(err)
	}
	d := open(t, h, h.Boss, views.Route{Case: id})
	d.do(hall.ActWithdraw).Expect("案件办结", "11月25日 周三 14:00 预约问诊")
}
