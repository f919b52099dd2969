package roster_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/roster"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

var today = hall.DayOf(storetest.Start())

func entries() []hall.Mediator {
	return []hall.Mediator{
		{ID: 1, Name: "金阿毛", Sex: hall.Male, Birth: hall.NewDay(1958, 3, 4), Phone: "10012345678", Village: "小港村", Area: "城东片", Organisation: "小港村人民调解委员会", OrgHead: true, StudioName: "老书记调解室", StudioLead: true,
			Grade: "特级", Specialities: []string{"neighbours", "homestead"}, Backgrounds: []hall.Background{hall.RetiredCadre, hall.OldMember}, Knows: "小港村陈家、沈家", Joined: hall.NewDay(2021, 3, 1), Since: hall.NewDay(2024, 1, 1),
			Past:      []hall.Standing{{To: hall.NewDay(2023, 12, 31), Name: "金阿毛", Organisation: "小港村人民调解委员会", Grade: "一级", Village: "小港村", Why: "年度考核"}},
			Terms:     []hall.Term{{From: hall.NewDay(2021, 3, 1), To: hall.NewDay(2024, 2, 29), How: "推选"}, {From: hall.NewDay(2024, 3, 1), To: today + 12, How: "推选"}},
			Trainings: []hall.Training{{Day: today - 40, What: "民法典相邻关系", Hours: 8, Exam: true, Pass: true, Score: 92, By: "区司法局"}},
			Posts:     []hall.Post{{Kind: hall.PostListen, Where: "小港村", From: today - 90, Log: []hall.PostLog{{Day: today - 3, What: "走访三组", By: "陈芳"}}}},
			Filings:   []hall.Filing{{What: hall.FilingNew, Changed: hall.NewDay(2021, 3, 1), Due: hall.NewDay(2021, 4, 14), Filed: hall.NewDay(2021, 3, 20), Number: "虞调备12号"}, {What: hall.FilingHead, Changed: today - 60, Due: today - 12}}},
		{ID: 2, Name: "俞芳", Sex: hall.Female, Village: "前宅村", Organisation: "百官街道联合调解中心", FullTime: true, Grade: "一级", Specialities: []string{"labour"}, Backgrounds: []hall.Background{hall.LawyerMan}},
		{ID: 3, Name: "尉迟建国", Village: "后宅村", Status: hall.Suspended, Grade: "三级"},
		{ID: 4, Name: "沈水根", Village: "小港村", Status: hall.Left},
	}
}

func rows() []hall.RosterRow {
	var out []hall.RosterRow
	for i, m := range entries() {
		r := hall.RosterRowOf(m)
		r.Load, r.Booked = 3-i, i
		out = append(out, r)
	}
	return out
}

func file() hall.MediatorFile {
	return hall.MediatorFile{
		Mediator: entries()[0], Load: 2,
		Cases:    []hall.CaseRow{{ID: 5, Number: "(2026)百调字第5号", State: hall.Mediating, Applicant: "章雪琴", Subject: "滴水", Registered: today - 9}, {ID: 4, State: hall.Registered, Hidden: true, Registered: today - 10}},
		Bookings: []hall.VisitRow{{Kind: hall.Appointment, Who: "章雪琴", Room: "一室", Slot: hall.Slot{Day: today + 1, From: 540, To: 600}}},
		Pairs:    []hall.Pair{{ID: 1, Mentor: hall.MediatorRef{ID: 1, Name: "金阿毛"}, Learner: hall.MediatorRef{ID: 2, Name: "俞芳"}, From: today - 50, Lessons: []hall.Lesson{{Day: today - 20, What: "怎样听双方说完"}}}},
	}
}

func others() ([]hall.PostRow, []hall.Pair, []hall.Reminder) {
	m := entries()[0]
	return []hall.PostRow{{Mediator: hall.MediatorRef{ID: 1, Name: m.Name}, Post: m.Posts[0]}}, file().Pairs, m.Reminders()
}

func shown(lang text.Lang, list []hall.RosterRow) views.View {
	v := roster.New(apptest.Env(lang, hall.Head), views.Route{})
	v.Update(roster.Found(list, false))
	return v
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	x := entries()[0]
	x.Name, x.Village, x.Area, x.Organisation, x.StudioName, x.Knows, x.Trade, x.Grade = long, long, long, long, long, long, long, long
	x.Specialities, x.Backgrounds = []string{"neighbours", "damages", "marriage", "contract", "land", "traffic"}, hall.Backgrounds()
	for i := range 40 {
		x.Past = append(x.Past, hall.Standing{From: today - hall.Day(400-i), To: today - hall.Day(400-i), Grade: fmt.Sprint(i), Name: long, Organisation: long, Why: long})
		x.Terms = append(x.Terms, hall.Term{From: today + hall.Day(i), To: today + hall.Day(i), How: long})
		x.Filings = append(x.Filings, hall.Filing{Due: today + hall.Day(i), Changed: today, Number: long})
		x.Posts = append(x.Posts, hall.Post{Where: long, From: today, Log: []hall.PostLog{{Day: today, What: long, By: long}}})
		x.Trainings = append(x.Trainings, hall.Training{Day: today, What: long, By: long, Hours: 99, Exam: true})
	}
	f := hall.MediatorFile{Mediator: x, Load: 9999, Masked: true}
	for range 30 {
		f.Cases = append(f.Cases, hall.CaseRow{Number: long, Applicant: long, Subject: long, State: hall.Mediating, Registered: today})
		f.Bookings = append(f.Bookings, hall.VisitRow{Who: long, Room: long, Slot: hall.Slot{Day: today, From: 1, To: 2}})
		f.Pairs = append(f.Pairs, hall.Pair{Mentor: hall.MediatorRef{ID: 1, Name: long}, Learner: hall.MediatorRef{ID: 2, Name: long}, From: today, Why: long, Lessons: []hall.Lesson{{Day: today, What: long}}})
	}
	var many []hall.RosterRow
	for i := range 300 {
		r := hall.RosterRowOf(x)
		r.ID, r.Load, r.Booked, r.Status = hall.MediatorID(i+1), 99999, 99999, hall.MediatorStatus(i%3)
		many = append(many, r)
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			w, h := size[0], size[1]
			for name, list := range map[string][]hall.RosterRow{"empty": nil, "sample": rows(), "extreme": many} {
				v := shown(lang, list)
				apptest.Fits(t, name, v.Draw(w, h), w, h)
				v.Update(apptest.Key("pgdown"))
				apptest.Fits(t, name+" below", v.Draw(w, h), w, h)
			}
			v := shown(lang, rows())
			for _, m := range roster.Other([]hall.PostRow{{Mediator: hall.MediatorRef{Name: long}, Post: x.Posts[9]}}, f.Pairs, []hall.Reminder{{Day: today, Mediator: 1, Name: long}}) {
				v.Update(m)
			}
			for tab := range 4 {
				roster.Tab(v, tab)
				apptest.Fits(t, fmt.Sprint("tab ", tab), v.Draw(w, h), w, h)
			}
			for tab := range 7 {
				for _, f := range []hall.MediatorFile{{Mediator: hall.Mediator{ID: 9, Name: "空"}}, file(), f} {
					roster.Page(v, f, tab)
					apptest.Fits(t, fmt.Sprint("page ", tab), v.Draw(w, h), w, h)
				}
			}
			for _, what := range roster.Forms() {
				v := shown(lang, rows())
				roster.Asked(v, what, f, hall.Pair{Mentor: hall.MediatorRef{Name: long}, Learner: hall.MediatorRef{Name: long}})
				for range 20 {
					apptest.Fits(t, what, v.Draw(w, h), w, h)
					v.Update(apptest.Key("tab"))
				}
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		for _, size := range apptest.Sizes() {
			w, h, at := size[0], size[1], fmt.Sprint(".", size[0], ".", suffix)
			apptest.Golden(t, *update, "list"+at, shown(lang, rows()).Draw(w, h))
			v := shown(lang, rows())
			for i, name := range []string{"overview", "history", "terms"} {
				roster.Page(v, file(), i)
				apptest.Golden(t, *update, name+at, v.Draw(w, h))
			}
		}
		v := shown(lang, rows())
		for _, m := range roster.Other(others()) {
			v.Update(m)
		}
		for tab, name := range map[int]string{1: "allposts", 2: "allpairs", 3: "due"} {
			roster.Tab(v, tab)
			apptest.Golden(t, *update, name+"."+suffix, v.Draw(80, 20))
		}
		for tab, name := range map[int]string{3: "trainings", 4: "posts", 5: "pairs", 6: "cases"} {
			roster.Page(v, file(), tab)
			apptest.Golden(t, *update, name+"."+suffix, v.Draw(80, 20))
		}
		apptest.Golden(t, *update, "empty."+suffix, shown(lang, nil).Draw(80, 20))
		for _, what := range []string{"edit", "leave", "term"} {
			v := shown(lang, rows())
			roster.Asked(v, what, file(), hall.Pair{})
			apptest.Golden(t, *update, what+"."+suffix, v.Draw(80, 20))
		}
	}
}

func BenchmarkKey(b *testing.B) {
	var many []hall.RosterRow
	for i := range 480 {
		r := rows()[i%4]
		r.ID = hall.MediatorID(i + 1)
		many = append(many, r)
	}
	v := shown(text.Zh, many)
	for b.Loop() {
		v.Update(apptest.Key("down"))
		v.Draw(132, 39)
	}
}
