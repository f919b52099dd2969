package duty_test

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/duty"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

var ctx = context.Background()

func at(days, hour, minute int) time.Time {
	y, m, d := storetest.Start().Date()
	return time.Date(y, m, d-days, hour, minute, 0, 0, storetest.Start().Location())
}

func staff(id hall.StaffID, name string) hall.DutyRef {
	return hall.DutyRef{Kind: hall.InviteStaff, ID: uint64(id), Name: name}
}

// sample is a day on which the county team is here, moved from another one.
func sample() hall.DutyDay {
	today := hall.DayOf(storetest.Start())
	env := apptest.Env(text.Zh, every)
	xu, chen, wang := staff(1, "徐建国"), staff(7, "陈芳"), staff(3, "王值班")
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "县矛调中心 何律师"}
	signed := []hall.Shift{
		{ID: 4, Day: today, Staff: 7, Name: "陈芳", In: at(0, 9, 5), Late: 35, Duty: 11, Log: []hall.DutyNote{{At: at(0, 9, 40), What: "章雪琴来问进展，说明已约周四", Case: 63, Number: "(2026)百调字第63号"}},
			Took: []hall.HandItem{{What: "会诊室的钥匙还给收发室", From: 2, FromName: "徐建国", Accepted: at(0, 9, 6), AcceptedBy: "陈芳", Into: 4, Done: at(0, 9, 30), DoneBy: "陈芳", Result: "已还"}, {What: "再打一次章阿根的电话", Case: 63, Number: "(2026)百调字第63号", Since: today - 3, From: 2, FromName: "徐建国", Accepted: at(0, 9, 6), AcceptedBy: "陈芳", Into: 4}}},
		{ID: 5, Day: today, Staff: 9, Name: "俞芳", In: at(0, 8, 20), Out: at(0, 9, 50), Note: "复印机没墨了", Items: []hall.HandItem{{What: "领墨盒", Since: today}, {What: "给沈月娥回电话", Since: today, Accepted: at(0, 9, 55), AcceptedBy: "陈芳", Into: 4, Done: at(0, 10, 0), DoneBy: "陈芳", Result: "约了明天来"}}},
	}
	d := hall.DutyDay{
		Day: today, Info: env.Calendar().On(today), Signed: signed, Extra: signed[1:], Mine: &signed[0],
		Rows: []hall.DutyRow{
			{DutyShift: hall.DutyShift{ID: 11, Day: today, Need: 2, People: []hall.DutyRef{chen, xu}}, Mine: true, Places: []hall.DutyPlace{
				{Who: chen, State: hall.DutyHere, In: at(0, 9, 5), Late: 35, Own: true}, {Who: xu, State: hall.DutyDue, Own: true}}},
			{DutyShift: hall.DutyShift{ID: 21, Kind: hall.DutyCounty, Day: today, Township: "百官街道联合调解中心", People: []hall.DutyRef{guest}, Took: []hall.DutyCase{{Case: 80, Number: "(2026)百调字第80号", What: "两镇共用的水井", Who: "何律师", By: "陈芳", At: at(0, 10, 0)}},
				Changes: []hall.DutyChange{{What: hall.DutyMoved, From: today + 2, To: today, Reason: "周四县里开会", By: "陈芳", At: at(1, 9, 0)}}}, Places: []hall.DutyPlace{{Who: guest, State: hall.DutyDue}}},
		},
		Open: []hall.OpenHandover{
			{Shift: 2, Day: today - 1, Name: "徐建国", Note: "会诊室的灯坏了一只", Items: []hall.HandItem{{What: "修会诊室的灯", Since: today - 1}, {What: "催陆站长的书面意见", Case: 94, Number: "(2026)百调字第94号", Since: today - 4}}},
			{Shift: 5, Day: today, Name: "俞芳", Items: []hall.HandItem{{What: "领墨盒", Since: today}}},
		},
		Visits: []hall.VisitRow{{ID: 1, Number: 12, Who: "章雪琴", Against: "章阿根", Subject: "滴水", Arrived: at(0, 9, 30), State: hall.Ended, Case: 63}, {ID: 2, Number: 13, Who: "王友根", Subject: "欠款", Arrived: at(0, 9, 50)}},
		Next:   []hall.DutyRow{{DutyShift: hall.DutyShift{ID: 12, Day: today + 1, Need: 1, People: []hall.DutyRef{wang}}}, {DutyShift: hall.DutyShift{ID: 22, Kind: hall.DutyCounty, Day: today + 7, People: []hall.DutyRef{guest}}, Open: 1}},
	}
	return d
}

func empty() hall.DutyDay {
	today := hall.DayOf(storetest.Start())
	return hall.DutyDay{Day: today, Info: apptest.Env(text.Zh, every).Calendar().On(today)}
}

// extreme has long names and far more than fits.
func extreme() hall.DutyDay {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	d := sample()
	for i := range 40 {
		ref := staff(hall.StaffID(100+i), long)
		s := hall.Shift{ID: hall.ShiftID(100 + i), Day: d.Day, Staff: hall.StaffID(100 + i), Name: long, In: at(0, 8, i), Late: i, Note: strings.Repeat(long, 8)}
		for j := range 4 {
			s.Log = append(s.Log, hall.DutyNote{At: at(0, 9, j), What: strings.Repeat(long, 5), Case: 1, Number: long})
			s.Items = append(s.Items, hall.HandItem{What: strings.Repeat(long, 5), Number: long, Result: long, Done: at(0, 9, j)})
		}
		d.Signed = append(d.Signed, s)
		d.Rows[0].Places = append(d.Rows[0].Places, hall.DutyPlace{Who: ref, State: hall.Attendance(i % 5), In: at(0, 8, i), Late: i})
		d.Rows[1].Took = append(d.Rows[1].Took, hall.DutyCase{What: long, Who: long, Number: long})
		d.Open = append(d.Open, hall.OpenHandover{Shift: hall.ShiftID(100 + i), Day: d.Day - hall.Day(i), Name: long, Note: strings.Repeat(long, 9), Items: []hall.HandItem{{What: strings.Repeat(long, 4), Case: 3}}})
		d.Visits = append(d.Visits, hall.VisitRow{ID: hall.ConsultationID(100 + i), Who: long, Against: long, Subject: long})
		d.Extra = append(d.Extra, s)
	}
	d.Mine = &d.Signed[0]
	return d
}

func shown(lang text.Lang, data hall.DutyDay) views.View {
	v := duty.New(apptest.Env(lang, every), views.Route{})
	v.Update(duty.Loaded(data))
	return v
}

func act(v views.View, key string) {
	for _, a := range v.Actions() {
		for _, k := range a.Key.Keys() {
			if k == key && a.Run != nil {
				a.Run()
				return
			}
		}
	}
	v.Update(apptest.Key(key))
}

func TestFramesFitEverywhere(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for name, data := range map[string]hall.DutyDay{"empty": empty(), "sample": sample(), "extreme": extreme()} {
				v := shown(lang, data)
				for page := range 2 {
					for i := range 60 {
						if i%6 == 0 {
							apptest.Fits(t, fmt.Sprint(name, page, " line ", i), v.Draw(size[0], size[1]), size[0], size[1])
						}
						v.Update(apptest.Key("down"))
					}
					act(v, "tab")
				}
			}
			v := duty.New(apptest.Env(lang, every), views.Route{})
			apptest.Fits(t, "not read yet", v.Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		for _, size := range apptest.Sizes() {
			name := func(what string) string { return fmt.Sprint(what, size[0], ".", suffix) }
			apptest.Golden(t, *update, name("empty"), shown(lang, empty()).Draw(size[0], size[1]))
			v := shown(lang, sample())
			v.Update(apptest.Key("down"))
			apptest.Golden(t, *update, name("day"), v.Draw(size[0], size[1]))
			act(v, "tab")
			apptest.Golden(t, *update, name("team"), v.Draw(size[0], size[1]))
			v = shown(lang, extreme())
			for range 40 {
				v.Update(apptest.Key("up"))
			}
			apptest.Golden(t, *update, name("many"), v.Draw(size[0], size[1]))
		}
	}
}
