package rota_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/rota"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const head = hall.FrontDesk | hall.RoleMediator | hall.Head

const long = "阿卜杜拉·买买提·𠮷㛃先生"

func who(i int) hall.DutyRef {
	name := []string{"徐建国", "俞芳", "王值班", "陈芳", "欧阳青山", "阿卜杜拉·买买提"}[i%6]
	return hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(i + 1), Name: name}
}

// months is a month of duty with something of everything in it. In a long one nothing fits.
func month(tall bool) hall.DutyMonth {
	m := hall.DutyMonth{From: hall.NewDay(2026, 11, 1), To: hall.NewDay(2026, 11, 30), MayPlan: true}
	calendar := almanac.Calendar(storetest.Settings())
	name := func(i int) hall.DutyRef {
		r := who(i)
		if tall {
			r.Name = fmt.Sprint(i, strings.Repeat(long, 3))
		}
		return r
	}
	for d := m.From; d <= m.To; d++ {
		day := hall.DutyMonthDay{Day: d, Info: calendar.On(d), Rest: calendar.RestDay(d)}
		if day.Info.Open {
			s := hall.Shift{ID: hall.ShiftID(d), Rev: 1, Day: d, For: d, Need: 1, People: []hall.DutyRef{name(int(d) % 4)}}
			row := hall.DutyRow{Shift: s, Places: []hall.DutyPlace{{Who: s.People[0]}}}
			_, _, n := d.Date()
			switch n {
			case 3:
				row.Places[0].State, row.Places[0].Late = hall.DutyGone, 25
			case 5:
				row.Places[0].State = hall.DutyMissed
			case 24:
				row.Mine, row.Places[0].State, row.People = true, hall.DutyHere, []hall.DutyRef{name(0), name(4)}
				row.Places = append(row.Places, hall.DutyPlace{Who: name(4), OnLeave: true})
				row.Open, row.Need = 1, 2
				row.Changes = []hall.DutyChange{{What: hall.DutySwapped, By: "陈芳", From: d, To: d, Reason: "女儿回来"}}
			case 25:
				row.Swap = 1
			case 26:
				row.State = hall.DutyOff
				row.Changes = []hall.DutyChange{{What: hall.DutyCalledOff, Reason: "停电"}}
			}
			day.Rows = append(day.Rows, row)
		}
		if d%14 == 5 {
			s := hall.Shift{ID: hall.ShiftID(d + 1000), Kind: hall.DutyCounty, Day: d, Township: storetest.Settings().Name, Need: 2, People: []hall.DutyRef{name(5)}}
			day.Rows = append(day.Rows, hall.DutyRow{Shift: s, Places: []hall.DutyPlace{{Who: name(5)}}, Open: 1})
		}
		m.Days = append(m.Days, day)
	}
	n := 4
	if tall {
		n = 40
	}
	for i := range n {
		m.Tally[0] = append(m.Tally[0], hall.DutyTally{DutyLoad: hall.DutyLoad{Who: name(i), Work: 5 + i%2, Rest: i % 3}, Missed: i % 2})
		m.Team[0] = append(m.Team[0], hall.DutyMember{ID: hall.MemberID(i + 1), Who: name(i), From: m.From})
	}
	m.Tally[1] = []hall.DutyTally{{DutyLoad: hall.DutyLoad{Who: name(5), Work: 2}}}
	m.Planned[0] = [2]hall.Day{m.From, m.To}
	return m
}

func opened(lang text.Lang) views.View {
	return rota.New(apptest.Env(lang, head), views.Route{})
}

func shown(lang text.Lang, tall bool) views.View {
	v := opened(lang)
	v.Update(rota.MonthRead(month(tall)))
	return v
}

func planOf(tall bool) hall.DutyPreview {
	p := hall.DutyPreview{DutyPlan: hall.DutyPlan{From: december, To: newYear}, Stamp: "x"}
	n := 6
	if tall {
		n = 60
	}
	for i := range n {
		s := hall.Shift{Day: december + hall.Day(i), Need: 1, People: []hall.DutyRef{who(i)}}
		was := s
		switch i {
		case 1:
			was.ID, was.People = 7, []hall.DutyRef{who(i + 1)}
			p.Changes = append(p.Changes, hall.DutyDiff{What: hall.DiffPeople, Was: was, Now: s})
		case 2:
			was.Day--
			p.Changes = append(p.Changes, hall.DutyDiff{What: hall.DiffDay, Was: was, Now: s})
		case 3:
			p.Changes = append(p.Changes, hall.DutyDiff{What: hall.DiffDropped, Was: s})
		default:
			p.Changes = append(p.Changes, hall.DutyDiff{Now: s})
		}
		p.Shifts = append(p.Shifts, s)
		p.Load = append(p.Load, hall.DutyLoad{Who: who(i), Work: 5, Rest: i % 2, BeforeWork: 40 + i})
	}
	p.Moved = 3
	p.Gaps = []hall.DutyGap{
		{Day: december + 8, Missing: 1, Why: hall.GapLeave, Team: 4, Leave: []string{"徐建国", "俞芳"}},
		{Day: december + 9, Missing: 2, Why: hall.GapSmall, Team: 3},
		{Day: december + 14, Missing: 1, Why: hall.GapAway, Team: 4, Leave: []string{"徐建国"}, Booked: []string{"王值班"}, Elsewhere: []string{"陈芳"}},
	}
	if tall {
		for i := range p.Load {
			p.Load[i].Who.Name = strings.Repeat(long, 3)
			p.Shifts[i].People[0].Name = strings.Repeat(long, 3)
		}
	}
	return p
}

func planPreview(lang text.Lang, tall bool) views.View {
	v := shown(lang, tall)
	v.Update(rota.Opened("plan", hall.DutyRow{}, nil))
	v.Update(rota.Planned(hall.PlanQuery{From: december, To: newYear}, planOf(tall)))
	return v
}

func leavePreview(lang text.Lang, tall bool) views.View {
	v := shown(lang, tall)
	p := hall.LeavePreview{Plans: []hall.DutyPreview{planOf(tall)}, Stays: []hall.Shift{{Day: december + 3, People: []hall.DutyRef{who(0)}}}}
	v.Update(rota.LeavePlanned(hall.Leave{ID: 1, Who: who(0), From: december, To: december + 4}, p))
	return v
}

// countyView is a county of twenty townships with eleven months planned.
func countyView(lang text.Lang, tall bool) (views.View, *views.Env) {
	env := apptest.Env(lang, head)
	s := storetest.Settings()
	s.Level = hall.County
	m := hall.DutyMonth{From: hall.NewDay(2025, 12, 29), To: hall.NewDay(2027, 1, 3), MayPlan: true}
	for d := m.From; d <= m.To; d++ {
		m.Days = append(m.Days, hall.DutyMonthDay{Day: d})
	}
	for i := range 20 {
		name := []string{"驿亭镇", "小越街道", "谢塘镇", "盖北镇", "崧厦街道"}[i%5] + fmt.Sprint(i+1)
		if tall {
			name = strings.Repeat("长名乡镇", 9) + fmt.Sprint(i)
		}
		town := hall.DutyTown{Name: name, Class: 1 + i%3, Weekday: i % 6, Members: 1}
		s.Duty.Towns = append(s.Duty.Towns, town)
		for d := m.From + hall.Day(i%5); d < hall.NewDay(2026, 12, 1); d += hall.Day([]int{7, 14, 28}[i%3]) {
			r := hall.DutyRow{Shift: hall.Shift{ID: hall.ShiftID(int(d)*100 + i), Kind: hall.DutyCounty, Day: d, For: d, Township: name, Need: 1, People: []hall.DutyRef{who(i)}}}
			if r.Places = []hall.DutyPlace{{Who: who(i)}}; i == 2 {
				r.Open = 1
			}
			m.Days[d-m.From].Rows = append(m.Days[d-m.From].Rows, r)
		}
		m.Tally[1] = append(m.Tally[1], hall.DutyTally{DutyLoad: hall.DutyLoad{Who: who(i), Work: 30 + i}})
	}
	env.Settings = s
	v := rota.New(env, views.Route{})
	v.Update(rota.Chosen("county"))
	v.Update(rota.CountyRead(2026, m))
	return v, env
}

func member(i int, k hall.DutyKind) hall.DutyMember {
	return hall.DutyMember{ID: hall.MemberID(i + 1), Kind: k, Who: who(i), From: today() - 20}
}

func teams() (now, was [2][]hall.DutyMember) {
	for i := range 4 {
		now[0] = append(now[0], member(i, hall.DutyHall))
	}
	gone := member(4, hall.DutyHall)
	gone.To = today() - 2
	was[0] = []hall.DutyMember{gone}
	return now, was
}

func swapRows() []hall.SwapRow {
	s := func(id int, give, take int, state hall.SwapState) hall.SwapRow {
		r := hall.SwapRow{Side: -1, DutySwap: hall.DutySwap{ID: hall.SwapID(id), Who: who(give), With: who(take), Day: today() + hall.Day(id), State: state, Why: "女儿回来"}}
		r.Consents[0].At = storetest.Start()
		return r
	}
	a, b, c, d := s(1, 1, 0, hall.SwapAsked), s(2, 0, 2, hall.SwapAsked), s(3, 2, 3, hall.SwapAsked), s(4, 1, 0, hall.SwapRefused)
	a.Side, b.Side, a.For, a.ForDay, d.Note = 1, 0, 9, today()+9, "那天要带孙子"
	return []hall.SwapRow{a, b, c, d}
}

func page(lang text.Lang, what string, msgs ...any) views.View {
	v := shown(lang, false)
	v.Update(rota.Chosen(what))
	for _, m := range msgs {
		v.Update(m)
	}
	return v
}

// screens are all that the plan shows, by name.
func screens(lang text.Lang, tall bool) map[string]views.View {
	now, was := teams()
	list := []hall.Leave{{ID: 1, Who: who(0), From: today(), To: today() + 4, Why: "住院"}, {ID: 2, Who: who(5), From: today() - 9, To: today() - 8, Why: strings.Repeat("很长", 40)}}
	rows := swapRows()
	if tall {
		for i := range 40 {
			r := rows[i%4]
			r.ID += hall.SwapID(i + 10)
			r.Who.Name, r.With.Name, r.Why, r.Note = strings.Repeat(long, 4), strings.Repeat(long, 4), strings.Repeat(long, 9), long
			rows = append(rows, r)
			list = append(list, hall.Leave{ID: hall.LeaveID(i + 9), Who: hall.DutyRef{Name: strings.Repeat(long, 4)}, From: today(), To: today() + 99, Why: strings.Repeat(long, 9)})
			m := member(i, hall.DutyHall)
			m.Who.Name = strings.Repeat(long, 4)
			now[0] = append(now[0], m)
		}
	}
	county, _ := countyView(lang, tall)
	people, _ := countyView(lang, tall)
	people.Actions()[2].Run()
	row := month(tall).Days[26].Rows[0]
	form := func(what string, fields map[string]string) views.View {
		v := shown(lang, tall)
		v.Update(rota.Opened(what, row, fields))
		return v
	}
	return map[string]views.View{
		"month": shown(lang, tall), "plan": planPreview(lang, tall), "leave": leavePreview(lang, tall), "county": county, "people": people,
		"team": page(lang, "team", rota.TeamRead(now, was)), "leaves": page(lang, "leaves", rota.LeavesRead(list)), "swaps": page(lang, "swaps", rota.SwapsRead(rows)),
		"move": form("move", nil), "assign": form("assign", map[string]string{"xout": "1/1/" + strings.Repeat(long, 3), "xin": "1/2/俞芳"}), "off": form("off", nil), "swap": form("swap", map[string]string{"xwith": "1/2/" + long}),
	}
}

func TestFramesFitEverywhere(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range append(apptest.Sizes(), [2]int{80, 3}, [2]int{200, 60}) {
			w, h := size[0], size[1]
			apptest.Fits(t, "not read", opened(lang).Draw(w, h), w, h)
			empty := page(lang, "team", rota.TeamRead([2][]hall.DutyMember{}, [2][]hall.DutyMember{}))
			for name, v := range map[string]views.View{"leaves": page(lang, "leaves", rota.LeavesRead(nil)), "swaps": page(lang, "swaps", rota.SwapsRead(nil)), "team": empty, "county": page(lang, "county")} {
				apptest.Fits(t, "empty "+name, v.Draw(w, h), w, h)
			}
			for _, tall := range []bool{false, true} {
				for name, v := range screens(lang, tall) {
					for _, k := range []string{"down", "right", "pgdown", "pgdown", "end", "left", "up", "home", "pgup"} {
						apptest.Fits(t, fmt.Sprint(name, tall), v.Draw(w, h), w, h)
						v.Update(apptest.Key(k))
						for _, a := range v.Actions() {
							a.Reason()
						}
						views.HintOf(v)
					}
				}
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, name := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		for screen := range screens(lang, false) {
			sizes := map[string][2]int{"": {80, 20}}
			switch screen {
			case "month", "plan", "leave", "county":
				sizes["100"], sizes["132"] = [2]int{100, 26}, [2]int{132, 39}
			}
			for suffix, size := range sizes {
				v := screens(lang, false)[screen] // each as it opens
				apptest.Golden(t, *update, screen+suffix+"."+name, v.Draw(size[0], size[1]))
			}
		}
	}
}

// A county's year is drawn while somebody holds an arrow down.
func BenchmarkCountyYearDrawn(b *testing.B) {
	v, _ := countyView(text.Zh, false)
	for b.Loop() {
		v.Update(apptest.Key("down"))
		v.Draw(132, 39)
	}
}

func TestACountysYearIsDrawnWithinAFrame(t *testing.T) {
	v, _ := countyView(text.Zh, false)
	begin := time.Now()
	for range 20 {
		v.Draw(132, 39)
	}
	if spent := time.Since(begin) / 20; spent > 200*time.Millisecond {
		t.Errorf("one frame takes %v", spent)
	}
}
