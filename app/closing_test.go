package app_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

// The board says at closing time (关门) whom the day still leaves, and the next morning what was left; both
// steps are kept to be looked at.
func TestTheClosingStepAndTheNextMorning(t *testing.T) {
	t.Parallel()
	h := sample(t)
	day := hall.DayOf(h.Now())
	at := func(day hall.Day, minute int, name string) {
		h.Clock.Set(day.At(minute, h.Settings().Zone))
		for lang, suffix := range []string{text.Zh: "zh", text.En: "en"} {
			d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.Lang(lang)})
			apptest.Golden(t, *update, name+"."+suffix, views.Frame{Lines: strings.Split(d.Screen(), "\n")})
			d.Close()
		}
	}
	at(day, 17*60+5, "board-closing")
	at(day+1, 8*60+20, "board-morning")
}

// What the day before left is put right from the board, a key each; who may not is told who can.
func TestWhatTheDayBeforeLeftIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk, today := h.Desk(h.Boss), hall.DayOf(h.Now())
	xu, wang := h.Add("xu", "徐建国", hall.RoleMediator), h.Add("wang", "王值班", hall.DutyOfficer)
	done := func(err error) {
		if t.Helper(); err != nil {
			t.Fatal(err)
		}
	}
	for _, who := range []string{"章雪琴", "王友根"} {
		in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
		in.Parties[0].Details = hall.Details{Name: who}
		_, err := desk.FinishIntake(t.Context(), 0, in)
		done(err)
	}
	for _, who := range []hall.DutyRef{hall.RefOf(xu.Actor()), hall.RefOf(wang.Actor())} {
		_, err := desk.AddDuty(t.Context(), hall.Shift{Kind: hall.DutyHall, Day: today, People: []hall.DutyRef{who}}, "加班")
		done(err)
	}
	done(xu.DutyIn(t.Context()))
	done(desk.DutyIn(t.Context()))
	done(desk.HandOver(t.Context(), "", []hall.HandItem{{What: "修灯"}}))
	h.Clock.Set((today + 1).At(8*60+20, h.Settings().Zone))
	open := func(who *store.Desk) *apptest.Driver {
		a := who.Actor()
		return apptest.Open(t, h, apptest.Options{Actor: &a, W: 120, H: 36})
	}
	d := open(xu).Expect("前几天留下的", "2 人没办完：章雪琴、王友根", "徐建国 昨天 没有签退", "等人接 1 件（陈芳 昨天）").ExpectNot("王值班 昨天")
	d.Expect("下一步 徐建国 昨天 没有签退，选中按 Enter 补上").Press("down", "enter").Expect("补签退：徐建国", "17:00")
	d.Press("enter").Type("忘了").Press("ctrl+s").Expect("已补签退：徐建国").ExpectNot("没有签退")
	d.Press("up", "enter").Expect("前几天留下的  2 人", "▸ 11月24日 周二 001").Close()
	d = open(wang).Expect("王值班 昨天 值班没有签到").ExpectNot("徐建国 昨天").Press("down", "enter").Expect("补签到  王值班")
	d.Press("tab", "tab").Type("电脑坏了").Press("ctrl+s").Expect("已补签到：王值班").ExpectNot("没有签到")
	d.Press("f9").Expect("等人接的交接 1 件", "修灯").Close()
	done(xu.DutyIn(t.Context()))
	h.Clock.Set((today + 2).At(8*60+20, h.Settings().Zone))
	open(wang).Expect("徐建国 昨天 没有签退").ExpectNot("下一步 徐建国").Press("down", "enter").Expect("由 徐建国 本人或中心主任来补").Close()
}
