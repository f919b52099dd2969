package appointments_test

import (
	"fmt"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/calendar/appointments"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

func today() hall.Day { return hall.DayOf(storetest.Start()) }

func row(id int, in hall.Day, from, minutes int, room, who string) hall.VisitRow {
	r := hall.VisitRow{
		ID: hall.ConsultationID(id), Kind: hall.Appointment, Case: hall.CaseID(id), Who: who, Against: "章阿根", Room: room, Type: "neighbours", Subject: "滴水",
		Party:     hall.Tally{Of: 2, Told: 2},
		Mediators: []hall.MediatorRef{{ID: 1, Name: "徐建国"}}, Mediator: "徐建国",
		Slot: hall.Slot{Day: today() + in, From: from, To: from + minutes},
	}
	if room == "" {
		r.Mode = hall.ByPhone
	}
	return r
}

// week is an ordinary one, with all that can stand in it.
func week() []hall.VisitRow {
	came := row(1, 0, 540, 60, "一室", "俞芳")
	came.Number = 10
	gone := row(2, 0, 630, 60, "一室", "金阿毛")
	gone.State = hall.NoShow
	phone := row(3, 0, 900, 30, "", "尉迟明")
	phone.Party.Told = 0
	odd := row(4, 0, 825, 45, "二室", "李水生")
	odd.Others, odd.Mediators, odd.Mediator = 2, nil, ""
	joint := row(5, 1, 540, 150, "会诊室", "沈水根")
	joint.Kind, joint.Subject, joint.Mediators = hall.Joint, "渔塘赔偿", []hall.MediatorRef{{ID: 1, Name: "徐建国"}, {ID: 2, Name: "俞芳"}}
	beside := row(6, 1, 540, 60, "一室", "章雪琴")
	beside.Party.Agreed = 2
	third := row(7, 1, 570, 30, "二室", "王友根")
	visit := row(8, 2, 840, 60, "", "阮桂香")
	visit.Kind, visit.Mode = hall.FollowUp, hall.AtHome
	closed := row(9, 3, 510, 60, "一室", "")
	closed.Hidden, closed.Confidential, closed.Against, closed.Subject = true, true, "", ""
	early := row(10, 2, 450, 60, "四室", "钟丽㛃") // before the hall opens, in a room that was given up
	dropped := row(11, 3, 600, 60, "一室", "取消的人")
	dropped.State = hall.GoneAway
	return []hall.VisitRow{came, gone, odd, phone, joint, beside, third, early, visit, closed, dropped}
}

// crowd is more than fits: five rooms full all day, with names that do not.
func crowd() []hall.VisitRow {
	var out []hall.VisitRow
	for in := hall.Day(-1); in <= 4; in++ {
		for from := 510; from < 1020; from += 30 {
			for r := range 5 {
				one := row(len(out)+1, in, from, 60, fmt.Sprint(r, "号超长名字的调解室"), strings.Repeat("𠮷阿卜杜拉·买买提", 3))
				one.Others, one.Subject, one.Kind, one.State = r, strings.Repeat("很长的事由", 6), hall.Kind(1+r%3), hall.ConsultState(len(out)%7)
				one.Mediator, one.Mediators = one.Who, []hall.MediatorRef{{ID: hall.MediatorID(r + 1), Name: one.Who}}
				out = append(out, one)
			}
		}
	}
	return out
}

func shown(lang text.Lang, rows []hall.VisitRow, keys ...string) views.View {
	return sized(lang, rows, 80, 20, keys...)
}

func sized(lang text.Lang, rows []hall.VisitRow, w, h int, keys ...string) views.View {
	env := apptest.Env(lang, every)
	env.Width, env.Height = w, h
	env.Settings.Days = []hall.SpecialDay{{From: today() + 4, Name: "国庆节", Legal: true}, {From: today() + 5, Name: "国庆节", Legal: true, Open: true}}
	v := appointments.New(env, views.Route{})
	v.Update(appointments.Loaded(today(), rows))
	press(v, keys...)
	return v
}

// press does what the root does with a key, without a store.
func press(v views.View, keys ...string) {
	for _, k := range keys {
		used := false
		for _, a := range v.Actions() {
			if a.Run != nil && !used && strings.Contains(" "+strings.Join(a.Key.Keys(), " ")+" ", " "+k+" ") {
				a.Run()
				used = true
			}
		}
		if !used {
			v.Update(apptest.Key(k))
		}
	}
}

// shapes are the keys that lead to each of the screens.
func shapes() map[string][]string {
	return map[string][]string{"week": nil, "month": {"ctrl+t"}, "day": {"ctrl+t", "ctrl+t"}, "people": {"ctrl+t", "ctrl+t", "tab"}}
}

func TestFramesFitEverywhere(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range append(apptest.Sizes(), [2]int{120, 32}, [2]int{81, 20}, [2]int{200, 50}) {
			for name, rows := range map[string][]hall.VisitRow{"empty": nil, "week": week(), "crowd": crowd()} {
				for shape, keys := range shapes() {
					v := sized(lang, rows, size[0], size[1], keys...)
					for _, walk := range []string{"", "down", "right", "right", "pgdown", "left"} {
						if walk != "" {
							press(v, walk)
						}
						apptest.Fits(t, fmt.Sprint(name, " ", shape, " after ", walk), v.Draw(size[0], size[1]), size[0], size[1])
					}
				}
			}
			apptest.Fits(t, "not read yet", appointments.New(apptest.Env(lang, every), views.Route{}).Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

func TestKindsAreToldApartWithoutColour(t *testing.T) {
	t.Parallel()
	got := apptest.Plain(sized(text.Zh, week(), 132, 39).Draw(132, 39))
	for _, want := range []string{"┃会诊 沈水根", "┆回诊 阮桂香", "┆ 待回访 上门", "│预约  ┃会诊  ┆回诊", " 不公开 ", "四室", " 爽约", " 未通知"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "取消的人") {
		t.Errorf("what was cancelled still takes room:\n%s", got)
	}
}

// Every appointment is reached with the arrows, however many stand side by side.
func TestEveryAppointmentIsReachedWithTheArrows(t *testing.T) {
	t.Parallel()
	for name, columns := range map[string]int{"week": 6, "day": 20} {
		v := shown(text.Zh, week(), shapes()[name]...)
		seen := ""
		press(v, "left")
		for range columns {
			for range 14 {
				press(v, "up")
			}
			for range 16 {
				seen += below(v)
				press(v, "down")
			}
			press(v, "right")
		}
		for _, r := range week() {
			if want := text.When(r.Slot).In(text.Zh); r.State != hall.GoneAway && !strings.Contains(seen, want) {
				t.Errorf("%s: %s, %s is never under the cursor", name, r.Who, want)
			}
		}
	}
}

// below is what stands under the grid.
func below(v views.View) string {
	lines := strings.Split(apptest.Plain(v.Draw(80, 20)), "\n")
	return strings.Join(lines[len(lines)-4:], "\n")
}

// From the next year on whose holidays are not known, or when it is nearly there, somebody is
// told to enter them; and a terminal that draws these signs two cells wide has others.
func TestAMissingYearIsSaidAndPlainMarksDo(t *testing.T) {
	t.Parallel()
	for lang, want := range map[text.Lang]string{text.Zh: "还没有 2026 年的放假安排：只算法定节日当天，连休和调休等国务院通知",
		text.En: "no holiday table for 2026 yet: only the days fixed by law count as holidays"} {
		env := apptest.Env(lang, every)
		env.Styles = theme.New(theme.Options{Plain: true})
		v := appointments.New(env, views.Route{})
		v.Update(appointments.Loaded(today(), week()))
		for range 2 {
			f := v.Draw(80, 20)
			apptest.Fits(t, "plain", f, 80, 20)
			got := apptest.Plain(f)
			if !strings.Contains(got, want) {
				t.Errorf("no warning:\n%s", got)
			}
			if strings.ContainsAny(got, "│─▸●○·…") {
				t.Errorf("signs that may be two cells wide:\n%s", got)
			}
			press(v, "ctrl+t")
		}
	}
}
