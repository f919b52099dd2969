package appointments_test

import (
	"context"
	"flag"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/appointments"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

func today() hall.Day { return hall.DayOf(storetest.Start()) }

func row(id int, in hall.Day, from int, room, who string, mode hall.Mode, state hall.ConsultState) hall.VisitRow {
	return hall.VisitRow{
		ID: hall.ConsultationID(id), Kind: hall.Appointment, Who: who, Room: room, Mode: mode, State: state, Mediator: "徐建国",
		Slot: hall.Slot{Day: today() + in, From: from, To: from + 60},
	}
}

func sample() []hall.VisitRow {
	came := row(1, 0, 540, "一室", "俞芳", hall.InRoom, hall.Waiting)
	came.Number = 10
	group := row(4, 1, 570, "二室", "李水生", hall.InRoom, hall.Waiting)
	group.Others = 2
	return []hall.VisitRow{
		came, row(2, 0, 630, "一室", "金阿毛", hall.InRoom, hall.NoShow), row(3, 0, 900, "", "尉迟明", hall.ByPhone, hall.Waiting),
		group, row(5, 9, 840, "", "阮桂香", hall.AtHome, hall.GoneAway),
	}
}

func shown(lang text.Lang, rows []hall.VisitRow) views.View {
	v := appointments.New(apptest.Env(lang, every), views.Route{})
	v.Update(appointments.Loaded(today(), rows))
	return v
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	var many []hall.VisitRow
	for i := range 400 {
		r := row(i+1, hall.Day(i/30), i, long, long, hall.Mode(i%4), hall.ConsultState(i%7))
		r.Others, r.Mediator = i, long
		many = append(many, r)
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for name, rows := range map[string][]hall.VisitRow{"empty": nil, "sample": sample(), "extreme": many} {
				v := shown(lang, rows)
				apptest.Fits(t, name, v.Draw(size[0], size[1]), size[0], size[1])
				v.Update(apptest.Key("end"))
				apptest.Fits(t, name+" below", v.Draw(size[0], size[1]), size[0], size[1])
			}
			v := appointments.New(apptest.Env(lang, every), views.Route{})
			apptest.Fits(t, "not read yet", v.Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		apptest.Golden(t, *update, "list."+suffix, shown(lang, sample()).Draw(80, 20))
	}
}

func TestTheDayIsSaidOnceAndAtTheTopOfAScrolledList(t *testing.T) {
	var rows []hall.VisitRow
	for i := range 40 {
		rows = append(rows, row(i+1, 1, i*10, "一室", "金阿毛", hall.InRoom, hall.Waiting))
	}
	v := shown(text.Zh, rows)
	for range 2 {
		if got := apptest.Plain(v.Draw(80, 20)); strings.Count(got, "11月25日 周三") != 1 {
			t.Errorf("the day does not stand once:\n%s", got)
		}
		v.Update(apptest.Key("end"))
	}
}

// book makes an appointment on a new case.
func book(t *testing.T, h *storetest.Hall, in hall.Day, from int, room string) {
	t.Helper()
	_, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, storetest.Intake(hall.Ending{
		Outcome: hall.Booked, Room: room, Slot: hall.Slot{Day: today() + in, From: from, To: from + 60},
	}))
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhoArrivesGoesToTheFrontOfTheQueue(t *testing.T) {
	h := storetest.New(t)
	book(t, h, 0, 630, "一室")
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow})); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f5").Expect("11月24日 周二 今天 10:30–11:30 一室 章雪琴", "已约")
	d.Press("enter").Expect("2 没有来（爽约） 还没到时间").Press("1").Expect("章雪琴 排在 002 号，前面 0 人", "已到")
	d.Press("enter").Expect("1 到了，排到候诊前面 已经是“已到”").Press("esc", "f4", "ctrl+n").Expect("已叫 002 号")
}

func TestWhoDoesNotComeIsRecorded(t *testing.T) {
	h := storetest.New(t)
	book(t, h, 0, 630, "一室")
	h.Clock.Set(h.Clock.Now().Add(60 * 60 * 1e9))
	apptest.New(t, h).Press("f5", "enter", "2").Expect("记下了：章雪琴 没有来", "爽约")
}

func TestCancellingNeedsAReasonThatEscDoesNotLose(t *testing.T) {
	h := storetest.New(t)
	book(t, h, 1, 540, "一室")
	d := apptest.New(t, h).Press("f5", "enter").Expect("1 到了，排到候诊前面 不是今天的预约").Press("3", "enter").Expect("这一项要填")
	d.Type("对方出差").Press("esc", "enter", "3").Expect("对方出差").Press("ctrl+s").Expect("已取消 章雪琴 的预约", "已取消")
	d.Press("enter", "4").Expect("案件", "章雪琴")
}

func TestACancellationThatComesTooLateIsSaid(t *testing.T) {
	h := storetest.New(t)
	book(t, h, 0, 630, "一室")
	a, b := apptest.New(t, h).Press("f5", "enter", "3").Type("对方出差"), apptest.New(t, h).Press("f5", "enter")
	b.Press("3").Type("改期").Press("ctrl+s").Expect("已取消")
	a.Press("ctrl+s").Expect("! ", "已取消").ExpectNot("为什么")
}

func TestOtherDaysAreReachedByWeekAndByDate(t *testing.T) {
	h := storetest.New(t)
	book(t, h, 8, 540, "一室")
	book(t, h, 30, 540, "二室")
	d := apptest.New(t, h).Press("f5").Expect("12月2日 周三").ExpectNot("二室")
	d.Press("pgdown").Expect("12月2日 周三").Press("pgdown").ExpectNot("12月2日").Press("pgdown").Expect("12月24日 周四", "二室")
	d.Press("ctrl+g").Type("2月30").Press("enter").Expect("! ", "2月30").Press("ctrl+u").Type("今天").Press("enter").Expect("12月2日 周三").ExpectNot("二室")
}

func TestAnAppointmentOfAnyDayIsFoundByItsRoute(t *testing.T) {
	h := storetest.New(t)
	book(t, h, 41, 540, "二室")
	desk := h.Desk(h.Boss)
	rows, err := desk.Appointments(context.Background(), today(), today()+60)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	env := apptest.Env(text.Zh, every)
	env.Desk = desk
	v := appointments.New(env, views.Route{Consultation: rows[0].ID})
	v.Update(v.Load()())
	if got := apptest.Plain(v.Draw(80, 20)); !strings.Contains(got, "▸ 1月4日 周一") {
		t.Errorf("the appointment is not in sight:\n%s", got)
	}
}

func TestAnEmptyListSaysHowToBook(t *testing.T) {
	apptest.New(t, storetest.New(t)).Press("f5").Expect("11月24日 周二 起两周没有预约", "按 F3 登记，去向选“预约”").Press("enter").Expect("要预约，按 F3 登记")
}
