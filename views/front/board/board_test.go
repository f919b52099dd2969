package board_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/front/board"
	"sizhen/views/text"
)

const every = hall.FrontDesk | hall.RoleMediator | hall.Head | hall.Admin

func ago(minutes int) time.Time { return storetest.Start().Add(-time.Duration(minutes) * time.Minute) }

// sample is the day of the first picture in the design.
func sample() hall.Board {
	today := hall.DayOf(storetest.Start())
	wait := func(id, number int, who, kind, subject string, minutes int) hall.VisitRow {
		return hall.VisitRow{ID: hall.ConsultationID(id), Number: number, Who: who, Type: kind, Subject: subject, Arrived: ago(minutes)}
	}
	first := wait(12, 12, "章雪琴", "neighbours", "滴水", 32)
	first.Urgent = true
	group := wait(15, 15, "李水生", "wages", "工资", 2)
	group.Others = 2
	seen := hall.VisitRow{ID: 11, Number: 11, State: hall.Started, Who: "阮桂香", Mediator: "徐建国", Started: ago(72), Room: "一室"}
	slot := func(id int, from int, room, who string, mode hall.Mode, state hall.ConsultState) hall.VisitRow {
		return hall.VisitRow{ID: hall.ConsultationID(id), Kind: hall.Appointment, Who: who, Room: room, Mode: mode, State: state,
			Slot: hall.Slot{Day: today, From: from, To: from + 60}}
	}
	came := slot(21, 540, "一室", "俞芳", hall.InRoom, hall.Waiting)
	came.Number = 10
	return hall.Board{
		Day: today, Queue: []hall.VisitRow{first, wait(13, 13, "王友根", "contract", "欠款", 18), wait(14, 14, "沈月娥", "marriage", "赡养", 11), group},
		Waiting: 4, Longest: ago(32), NextUp: &first, Free: &hall.RoomNow{Room: "二室"},
		Rooms:  []hall.RoomNow{{Room: "一室", Visit: &seen}, {Room: "二室"}, {Room: "会诊室"}},
		OnDuty: []hall.SignIn{{ID: 1, Name: "徐建国", In: ago(109)}},
		Slots:  []hall.VisitRow{came, slot(22, 630, "一室", "金阿毛", hall.InRoom, hall.Waiting), slot(23, 900, "", "尉迟明", hall.ByPhone, hall.NoShow)},
		Due: []hall.DueRow{
			{Day: today - 2, Kind: hall.DueLimit, Case: 87, Number: "(2026)百调字第87号", Who: "王友根"},
			{Day: today, Kind: hall.DuePerform, Case: 91, Number: "(2026)百调字第91号", Who: "沈月娥"},
			{Day: today + 3, Kind: hall.DueRespond, Case: 79, Who: "李水生"},
		},
		DueMore: 2,
		Drafts:  []hall.DraftRow{{ID: 5, Title: "尉迟明", ByName: "陈芳", At: ago(8)}},
		Recent: []hall.Entry{
			{Seq: 9, At: ago(2), ByName: "徐建国", Deed: hall.DeedCall, Consultation: 11, Args: map[string]string{"queue": "011", "name": "阮桂香", "room": "一室"}},
			{Seq: 8, At: ago(8), ByName: "陈芳", Deed: hall.DeedOf(hall.ActAccept), Case: 94, Args: map[string]string{"number": "(2026)百调字第94号"}},
		},
	}
}

func shown(lang text.Lang, roles hall.Role, b hall.Board) views.View {
	v := board.New(apptest.Env(lang, roles), views.Route{})
	v.Update(board.Loaded(b))
	return v
}

// paged stands for a page that is opened over the board.
var paged = views.Route{Query: "a page"}

// opened is where Enter leads.
func opened(t *testing.T, v views.View) views.Route {
	t.Helper()
	v.Draw(80, 20)
	for _, a := range v.Actions() {
		if a.Key.Keys()[0] == "enter" {
			if cmd := a.Run(); cmd != nil {
				switch m := cmd().(type) {
				case views.GoMsg:
					return m.To
				case views.PushMsg:
					return paged
				}
			}
		}
	}
	return views.Route{}
}

func press(v views.View, keys ...string) {
	for _, k := range keys {
		v.Draw(80, 20)
		v.Update(apptest.Key(k))
	}
}

func TestEnterOpensWhatStandsUnderTheCursor(t *testing.T) {
	walkin := func(id hall.ConsultationID) views.Route {
		return views.Route{Screen: views.WalkIn, Consultation: id}
	}
	for _, c := range []struct {
		what string
		keys string
		want views.Route
	}{
		{"the first who waits", "", walkin(12)},
		{"the last who waits", "down down down", walkin(15)},
		{"the room in use", "down down down down", walkin(11)},
		{"the empty room", "down down down down down", views.Route{Screen: views.WalkIn}},
		{"duty", "down down down down down down down", views.Route{Screen: views.Duty}},
		{"the draft", "down down down down down down down down", views.Route{Draft: 5}},
		{"no further than the last", "down down down down down down down down down down", views.Route{Draft: 5}},
		{"the appointment beside", "right", views.Route{Screen: views.Appointments, Consultation: 21}},
		{"the overdue case", "tab down down down", views.Route{Screen: views.CaseFile, Case: 87}},
		{"a case that has no number yet", "right down down down down down", views.Route{Screen: views.CaseFile, Case: 79}},
		{"all that is due", "right down down down down down down", views.Route{Screen: views.Due}},
		{"the visitor of a journal line", "right down down down down down down down", paged},
		{"the case of a journal line", "right down down down down down down down down", views.Route{Screen: views.CaseFile, Case: 94}},
		{"and back", "right left", walkin(12)},
	} {
		v := shown(text.Zh, every, sample())
		press(v, strings.Fields(c.keys)...)
		if got := opened(t, v); got != c.want {
			t.Errorf("%s: opens %+v, want %+v", c.what, got, c.want)
		}
	}
}

func TestADraftIsGoneOnWithByWhatItIs(t *testing.T) {
	row := hall.DraftRow{ID: 8, Kind: hall.DraftSession, Case: 94}
	v := shown(text.Zh, every, hall.Board{Day: hall.DayOf(storetest.Start()), Drafts: []hall.DraftRow{row}})
	if got, want := opened(t, v), (views.Route{Draft: 8, Form: hall.DraftSession, Case: 94}); got != want {
		t.Errorf("opens %+v, want %+v", got, want)
	}
}

func TestTheCursorStaysOnItsRowWhenOthersComeBefore(t *testing.T) {
	v := shown(text.Zh, every, sample())
	press(v, "down", "down")
	b := sample()
	b.Queue = append([]hall.VisitRow{{ID: 99, Number: 16, Who: "鲁大"}}, b.Queue...)
	v.Update(board.Loaded(b))
	if got := opened(t, v); got.Consultation != 14 {
		t.Errorf("the cursor went to visitor %d, was on 14", got.Consultation)
	}
	b.Queue = b.Queue[:2]
	v.Update(board.Loaded(b))
	if got := opened(t, v); got.Screen == "" {
		t.Error("the cursor stands on a row that is gone")
	}
}

func TestTheHintSaysWhatComesNext(t *testing.T) {
	busy, idle, late := sample(), sample(), sample()
	busy.Free = nil
	idle.NextUp, idle.Waiting, idle.Queue = nil, 0, nil
	late = idle
	late.Drafts = nil
	done := late
	done.Due = nil
	comes := done
	comes.Slots = []hall.VisitRow{{ID: 31, Kind: hall.Appointment, Who: "林秀英", Slot: hall.Slot{Day: comes.Day, From: 9*60 + 30, To: 10*60 + 30}}}
	for want, b := range map[string]hall.Board{
		"09:30 预约的 林秀英 到时间了；来了没来，按 F5 记下": comes,
		"按 F4 叫 012 号 章雪琴（急），二室空着":        sample(), "4 人在等，房间都在用": busy, "没写完": idle, "逾期": late, "按 F3 登记": done,
	} {
		if got := views.HintOf(shown(text.Zh, every, b)).In(text.Zh); !strings.Contains(got, want) {
			t.Errorf("the hint is %q, want %q in it", got, want)
		}
	}
}

func TestOverdueIsNamedNotOnlyRed(t *testing.T) {
	v := shown(text.Zh, every, sample())
	for _, want := range []string{"逾期2天 (2026)百调字第87号", "今天    (2026)百调字第91号", "3 天    李水生", "还有 2 条", "受理登记 尉迟明（陈芳 10:06）"} {
		if got := apptest.Plain(v.Draw(80, 20)); !strings.Contains(got, want) {
			t.Errorf("%q is not on the board:\n%s", want, got)
		}
	}
}

func TestAnEmptyHallSaysWhatToDoFirst(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h).Expect("从这里开始", "登记来访的人（F3）", "添加同事的账号", "按 F3 登记；添加同事按 Ctrl-P")
	d.Press("enter").Expect("第 1 步")
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in); err != nil {
		t.Fatal(err)
	}
	d.Press("f2").ExpectNot("从这里开始").Expect("候诊 1 人", "章雪琴")
}

func TestWhoOnlyManagesSeesNoDisputes(t *testing.T) {
	h := storetest.New(t)
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})); err != nil {
		t.Fatal(err)
	}
	a := h.Add("wang", "王会计", hall.Admin).Actor()
	apptest.Open(t, h, apptest.Options{Actor: &a}).ExpectNot("章雪琴", "没有人候诊").Expect("人员账号")
}

func extreme() hall.Board {
	b := sample()
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	for i := range 200 {
		r := hall.VisitRow{ID: hall.ConsultationID(100 + i), Number: 100 + i, Who: long, Others: i, Subject: long, Urgent: i%2 == 0, Arrived: ago(i * 700),
			State: hall.ConsultState(i % 2)}
		b.Queue = append(b.Queue, r)
		r.Room, r.Mediator = long, long
		b.Slots = append(b.Slots, r)
		b.Rooms = append(b.Rooms, hall.RoomNow{Room: fmt.Sprint(long, i), Visit: &r})
		b.Due = append(b.Due, hall.DueRow{Day: b.Day - hall.Day(4000*i), Kind: hall.DueConfirm, Case: hall.CaseID(i), Number: long, Who: long})
		b.Drafts = append(b.Drafts, hall.DraftRow{ID: hall.DraftID(100 + i), Title: long, ByName: long})
		b.OnDuty = append(b.OnDuty, hall.SignIn{ID: hall.SignInID(100 + i), Name: long})
		b.Recent = append(b.Recent, hall.Entry{Seq: uint64(1000 + i), ByName: long, Deed: hall.DeedCall, Consultation: 1,
			Args: map[string]string{"name": long, "room": long}})
	}
	return b
}

// A draft with a long name still says who wrote it.
func TestALongDraftKeepsItsEnd(t *testing.T) {
	b := sample()
	b.Drafts[0].Title = "阿卜杜拉·买买提"
	if got := apptest.Plain(shown(text.Zh, every, b).Draw(80, 20)); !strings.Contains(got, "登记 阿卜杜拉·买买提（陈芳）") {
		t.Errorf("shown:\n%s", got)
	}
}

func TestFramesFitEverywhere(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for name, b := range map[string]hall.Board{"empty": {Day: hall.DayOf(storetest.Start())}, "sample": sample(), "extreme": extreme()} {
				v := shown(lang, every, b)
				apptest.Fits(t, name, v.Draw(size[0], size[1]), size[0], size[1])
				for range 30 {
					v.Update(tea.KeyPressMsg{Code: tea.KeyDown})
				}
				apptest.Fits(t, name+" below", v.Draw(size[0], size[1]), size[0], size[1])
			}
			v := board.New(apptest.Env(lang, every), views.Route{})
			apptest.Fits(t, "not read yet", v.Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

func TestEveryBlockKeepsALineOnAMarketDay(t *testing.T) {
	got := apptest.Plain(shown(text.Zh, every, extreme()).Draw(80, 20))
	for _, want := range []string{"候诊", "正在调解", "值班", "未完成", "排期", "到期与逾期", "最近", "还有"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is pushed off the board:\n%s", want, got)
		}
	}
}

// planned is a day with everything that the calendar carries.
func planned() hall.Board {
	b := sample()
	b.Queue, b.NextUp, b.Waiting = nil, nil, 0
	today := b.Day
	at := func(id, from int, k hall.Kind, who string, mode hall.Mode, s hall.ConsultState) hall.VisitRow {
		return hall.VisitRow{ID: hall.ConsultationID(id), Kind: k, Who: who, Mode: mode, State: s, Room: "会诊室",
			Slot: hall.Slot{Day: today, From: from, To: from + 60}}
	}
	b.Slots = []hall.VisitRow{at(31, 540, hall.Joint, "渔塘赔偿", hall.InRoom, hall.Ended), at(32, 810, hall.Joint, "金阿毛", hall.InRoom, hall.Waiting),
		at(33, 960, hall.FollowUp, "阮桂香", hall.AtHome, hall.Waiting)}
	b.Due = []hall.DueRow{
		{Day: today - 9, Kind: hall.DueFollowUp, Case: 1, Consultation: 41, Who: "章雪琴", What: "小港村"},
		{Day: today - 1, Kind: hall.DueTask, Case: 2, Consultation: 42, Task: 7, Number: "(2026)百调字第94号", Who: "陆站长", What: "出书面意见"},
		{Day: today, Kind: hall.DueFollowUp, Case: 3, Consultation: 43, Who: "王友根"},
		{Day: today, Kind: hall.DueTask, Case: 4, Consultation: 44, Task: 8, Number: "(2026)百调字第95号"}, // confidential
	}
	b.DueMore = 0
	b.Recent = append(b.Recent, hall.Entry{Seq: 3, At: storetest.Start().AddDate(0, 0, -3), ByName: "陈芳", Deed: hall.DeedPlan, Case: 94,
		Args: map[string]string{"day": "2026-12-24"}})
	return b
}

func TestWhatIsPlannedOpensWhereItIsKept(t *testing.T) {
	for keys, want := range map[string]views.Route{
		"":                    {Screen: views.Joint, Consultation: 31},
		"down":                {Screen: views.Joint, Consultation: 32},
		"down down":           {Screen: views.FollowUp, Consultation: 33},
		"down down down":      {Screen: views.FollowUp, Consultation: 41},
		"down down down down": {Screen: views.Joint, Consultation: 42, Task: 7},
	} {
		v := shown(text.Zh, every, planned())
		press(v, append([]string{"right", "up", "up", "up", "up"}, strings.Fields(keys)...)...)
		if got := opened(t, v); got != want {
			t.Errorf("%q opens %+v, want %+v", keys, got, want)
		}
	}
	got := apptest.Plain(shown(text.Zh, every, planned()).Draw(80, 20))
	for _, want := range []string{"09:00 会诊室   渔塘赔偿      已会诊", "13:30 会诊室   金阿毛        会诊", "16:00 上门     阮桂香        回诊", "逾期9天 章雪琴  小港村", "出书面意见  陆站长",
		"(2026)百调字第95号", "11-21 周六 陈芳 安排回访 12月24日"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the board:\n%s", want, got)
		}
	}
}

// From December on somebody must enter next year's holidays; who can see to it is told.
// How a visit of today stands is said whole, and so is its visitor's name, in a narrow window and beside a mark.
func TestTheStateOfWhatIsPlannedIsNeverCut(t *testing.T) {
	t.Parallel()
	b := sample()
	b.Slots = nil
	for i, who := range []string{"陈福生", "王友根", "吴金花"} {
		b.Slots = append(b.Slots, hall.VisitRow{ID: hall.ConsultationID(60 + i), Kind: hall.Appointment, Who: who, Room: "二室",
			Warning: hall.Warning{Risk: hall.RiskHigh},
			Slot:    hall.Slot{Day: b.Day, From: 870, To: 930}})
	}
	for lang, state := range map[text.Lang]string{text.Zh: "已约", text.En: "booked"} {
		got := apptest.Plain(shown(lang, every, b).Draw(80, 20))
		if n := strings.Count(got, state); n != 3 || !regexp.MustCompile("陈福生 +"+state).MatchString(got) {
			t.Errorf("%d of 3 states are whole:\n%s", n, got)
		}
	}
}

func TestMissingHolidaysAreToldToWhoCanSeeToIt(t *testing.T) {
	h := storetest.New(t)
	clerk := h.Add("li", "李窗口", hall.FrontDesk).Actor()
	admin := h.Add("wang", "王会计", hall.Admin).Actor()
	const warning = "还没有 2027 年的放假安排"
	apptest.New(t, h).ExpectNot(warning)
	h.Clock.Set(storetest.Start().AddDate(0, 0, 8)) // 2 December
	apptest.New(t, h).Expect(warning+"：只算法定节日当天", "粘贴国务院的通知", "候诊")
	apptest.Open(t, h, apptest.Options{Actor: &admin}).Expect(warning)
	apptest.Open(t, h, apptest.Options{Actor: &clerk}).ExpectNot(warning)
	s := h.Settings()
	s.Days = []hall.SpecialDay{{From: hall.NewDay(2027, 1, 1), To: hall.NewDay(2027, 1, 3), Name: "元旦", Legal: true}}
	h.SetSettings(s)
	apptest.New(t, h).ExpectNot(warning)
}

// The end of a case's number tells it from others, and the word behind it what is due: where there is
// no room for both the year gives way, which is this one.
func TestNumbersOfWhatIsDueAreWhole(t *testing.T) {
	b := sample()
	b.Due = []hall.DueRow{
		{Day: b.Day - 12, Kind: hall.DueRespond, Case: 87, Number: "(2026)百调字第12345号", Who: "王友根"},
		{Day: b.Day, Kind: hall.DueConfirm, Case: 91, Number: "(2026)百调字第91号", Who: "沈月娥"},
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, w := range []int{80, 120} {
			got := apptest.Plain(shown(lang, every, b).Draw(w, 20))
			for i, number := range []string{"百调字第12345号", "百调字第91号"} {
				word := text.DueKind(b.Due[i].Kind).In(lang)
				if !regexp.MustCompile(`[ )]` + number + ` +` + word).MatchString(got) {
					t.Errorf("%d cells: %s\n%s", w, number, got)
				}
			}
		}
	}
}

// A name is told by how it begins, a number by how it ends.
func TestALongNameOfWhatIsDueKeepsItsBeginning(t *testing.T) {
	b := sample()
	b.Due = []hall.DueRow{{Day: b.Day - 28, Kind: hall.DueOrgTerm, Org: 7, Who: "鹭源农贸市场人民调解委员会"}}
	if got := apptest.Plain(shown(text.Zh, every, b).Draw(80, 20)); !strings.Contains(got, " 鹭源农贸市场") {
		t.Error(got)
	}
}

// What is unfinished beyond the rows of the board is listed, and not mistaken for an empty intake.
func TestTheRestOfTheUnfinishedIsListed(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for i := range 30 {
		name := fmt.Sprintf("来人%02d", i)
		_, err := h.Desk(h.Boss).SaveDraft(t.Context(), hall.Draft{Kind: hall.DraftIntake, Title: name, Fields: map[string]string{"a.name": name}})
		if err != nil {
			t.Fatal(err)
		}
	}
	d := apptest.New(t, h).Expect("未完成", "还有")
	d.Press(strings.Fields(strings.Repeat("down ", 20))...).Press("enter").Expect("1 受理登记 来人29", "还有 14 行").Press("2").Expect("第 1 步", "来人28")
}

// Who keeps the accounts alone finds on the board what that form left unfinished.
func TestAnAdministratorFindsWhatIsUnfinished(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	admin := h.Add("guan", "管理员", hall.Admin).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &admin}).ExpectNot("未完成").Press("ctrl+p").Type("人员账号").Press("enter", "ctrl+n").Type("沈新").Press("esc", "f2")
	d.Expect("未完成", "沈新").Press("down", "down", "down", "enter").Expect("沈新")
}
