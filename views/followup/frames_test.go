package followup_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/followup"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

func today() hall.Day { return hall.DayOf(storetest.Start()) }

func row(id int, in hall.Day, who, against, village string, way hall.FollowWay) hall.VisitRow {
	return hall.VisitRow{ID: hall.ConsultationID(id), Kind: hall.FollowUp, Case: hall.CaseID(id), Day: today() + in, Who: who, Against: against, Village: village, Way: way, Subject: "滴水"}
}

func made(r hall.VisitRow, relapse hall.Relapse) hall.VisitRow {
	r.State, r.Relapse = hall.Ended, relapse
	return r
}

func sampleList() hall.FollowUps {
	timed := row(4, 2, "李水生", "百官建筑公司", "前岸村", hall.FollowHall)
	timed.Others, timed.Slot, timed.Room = 29, hall.Slot{Day: today() + 2, From: 540, To: 600}, "一室"
	hidden := hall.VisitRow{ID: 9, Kind: hall.FollowUp, Day: today() + 9, Confidential: true, Hidden: true}
	return hall.FollowUps{
		Overdue: hall.VisitPage{Rows: []hall.VisitRow{row(1, -9, "章雪琴", "章阿根", "小港村", hall.FollowVisit), row(2, -1, "王友根", "阮桂香", "前岸村", hall.FollowPhone)}, Total: 2},
		Soon:    hall.VisitPage{Rows: []hall.VisitRow{row(3, 0, "沈月娥", "沈国强", "小港村", hall.FollowVisit), timed}, Total: 2},
		Later:   hall.VisitPage{Rows: []hall.VisitRow{hidden, row(5, 30, "金阿毛", "沈水根", "", hall.FollowVisit)}, Total: 40},
		Ended: hall.VisitPage{Rows: []hall.VisitRow{
			made(row(6, -3, "尉迟明", "阮桂香", "小港村", hall.FollowVisit), hall.RelapseBack), made(row(7, -20, "俞芳", "徐建国", "下塘村", hall.FollowPhone), hall.RelapseNone),
		}, Total: 2},
	}
}

func dispute(state hall.State) hall.Case {
	return hall.Case{
		ID: 94, Rev: 4, Number: "(2026)百调字第94号", State: state, Type: "neighbours", Subject: "滴水",
		Parties: []hall.Party{
			{Person: 1, Side: hall.Applicant, Details: hall.Details{Name: "章雪琴", Village: "小港村", Phone: "10012346021", Address: "小港村三组 8 号"}},
			{Person: 2, Side: hall.Respondent, Details: hall.Details{Name: "章阿根", Village: "小港村"}},
		},
		Agreement: &hall.Agreement{Made: today() - 20, Terms: "章阿根十天内把东檐收短半米，装好檐沟，雨水引到自家院里，不再滴到邻家；费用自理", PerformBy: today() - 10},
		Assigned:  []hall.Assignment{{Mediator: hall.MediatorRef{ID: 1, Name: "徐建国"}, Chair: true}},
	}
}

// at is a follow-up at a stage of its course.
func at(state hall.ConsultState) hall.JointFile {
	v := hall.Consultation{
		ID: 1, Rev: 3, Kind: hall.FollowUp, State: state, Case: 94, Day: today() - 9, Who: "章雪琴", Against: "章阿根", Type: "neighbours", Subject: "滴水",
		Visit: &hall.Visit{Why: hall.FollowPerformed, Village: "小港村", Planned: today() - 12},
		Moves: []hall.Move{{At: storetest.Start().AddDate(0, 0, -13), By: "陈芳", From: hall.Slot{Day: today() - 12}, To: hall.Slot{Day: today() - 9, From: 540, To: 600}, Reason: "章阿根外出做工"}},
	}
	f := hall.JointFile{Consultation: v, Case: dispute(hall.Performing)}
	c := &f.Consultation
	switch state {
	case hall.GoneAway:
		c.Reason = "一家搬走了"
	case hall.Ended:
		w := c.Visit
		w.On, w.By, w.Performance, w.Satisfaction, w.Relapse = today()-9, "徐建国", hall.PerformancePart, 2, hall.RelapseBack
		w.Findings, w.Measures, w.Lawsuit, w.Next, w.Written, w.Again = "檐沟装了，没有收短，大雨仍滴水，两家又吵", "请网格员雨天去看", true, today()-2, storetest.Start(), 101
	}
	return f
}

func extreme(f hall.JointFile) hall.JointFile {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	c := &f.Consultation
	c.Who, c.Against, c.Subject, c.Reason, c.Room = long, long, long, long, long
	w := *c.Visit
	w.Village, w.Findings, w.Measures, w.By = long, strings.Repeat(long, 10), strings.Repeat(long, 5), long
	c.Visit = &w
	for range 20 {
		c.Moves = append(c.Moves, hall.Move{At: storetest.Start(), By: long, From: hall.Slot{Day: today()}, To: hall.Slot{Day: today() + 1}, Reason: long})
	}
	f.Case.Agreement.Terms, f.Case.Subject = strings.Repeat(long, 20), long
	for i := range 12 {
		f.Case.Parties = append(f.Case.Parties, hall.Party{Side: hall.Side(i % 2), Details: hall.Details{Name: fmt.Sprint(i, long), Phone: "10012340001", Village: long, Address: long}})
	}
	return f
}

func stops(n int, long string) []hall.Stop {
	var out []hall.Stop
	for i := range n {
		village := []string{"小港村", "小港村", "前岸村", ""}[i%4]
		s := hall.Stop{Visit: row(i+1, hall.Day(i*3-4), "章雪琴"+long, "章阿根"+long, village+long, hall.FollowVisit), Number: fmt.Sprintf("(2026)百调字第%d号", 90+i), Why: hall.FollowSigned}
		c := dispute(hall.Performing)
		s.Parties, s.Terms, s.PerformBy = c.Parties, c.Agreement.Terms+long, today()+hall.Day(i)
		if i == 1 {
			s.Performed = today() - 2
		}
		out = append(out, s)
	}
	return out
}

func one(lang text.Lang, f hall.JointFile) views.View {
	v := followup.New(apptest.Env(lang, every), views.Route{Consultation: f.Consultation.ID})
	v.Update(followup.Read(f, "(2026)百调字第101号"))
	return v
}

func shownList(lang text.Lang, all hall.FollowUps, f hall.JointFile) views.View {
	v := followup.New(apptest.Env(lang, every), views.Route{})
	v.Update(followup.Listed(all))
	v.Update(followup.Read(f, ""))
	return v
}

// screens are all that a follow-up shows, by name.
func screens(lang text.Lang, long bool) map[string]views.View {
	file := func(s hall.ConsultState) hall.JointFile {
		if f := at(s); !long {
			return f
		}
		return extreme(at(s))
	}
	out := map[string]views.View{"due": one(lang, file(hall.Waiting)), "made": one(lang, file(hall.Ended)), "cancelled": one(lang, file(hall.GoneAway))}
	masked := file(hall.Waiting)
	masked.Masked = true
	out["masked"] = one(lang, masked)
	for _, what := range []string{"record", "move", "plan"} {
		f := file(hall.Waiting)
		v := one(lang, f)
		if what == "plan" {
			f.Consultation = hall.Consultation{Who: f.Consultation.Who}
		}
		v.Update(followup.Opened(what, f))
		out[what] = v
	}
	trip := shownList(lang, sampleList(), file(hall.Waiting))
	for _, a := range trip.Actions() {
		if a.Key.Help().Key == "Ctrl-T" {
			a.Run()
		}
	}
	words := ""
	if long {
		words = strings.Repeat("𠮷阿卜杜拉·买买提", 30)
	}
	trip.Update(followup.TripRead(today(), stops(4, words), 3))
	out["trip"] = trip
	return out
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	var many hall.FollowUps
	for i := range 300 {
		r := row(i+1, hall.Day(i-100), long, long, long, hall.FollowWay(i%3))
		r.Others, r.Hidden = i, i%7 == 0
		p := []*hall.VisitPage{&many.Overdue, &many.Soon, &many.Later, &many.Ended}[i%4]
		p.Rows, p.Total = append(p.Rows, r), 900
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			w, h := size[0], size[1]
			for name, all := range map[string]hall.FollowUps{"empty": {}, "sample": sampleList(), "extreme": many} {
				v := shownList(lang, all, extreme(at(hall.Waiting)))
				for _, k := range []string{"home", "down", "pgdown", "pgdown", "end", "up"} {
					apptest.Fits(t, name, v.Draw(w, h), w, h)
					v.Update(apptest.Key(k))
				}
			}
			apptest.Fits(t, "not read", followup.New(apptest.Env(lang, every), views.Route{}).Draw(w, h), w, h)
			apptest.Fits(t, "not read", followup.New(apptest.Env(lang, every), views.Route{Consultation: 3}).Draw(w, h), w, h)
			for _, long := range []bool{false, true} {
				for name, v := range screens(lang, long) {
					for _, k := range []string{"tab", "1", "1", "1", "3", "down", "tab", "pgdown", "tab", "1", "end", "tab"} {
						apptest.Fits(t, fmt.Sprint(name, long), v.Draw(w, h), w, h)
						v.Update(apptest.Key(k))
					}
				}
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		apptest.Golden(t, *update, "list."+suffix, shownList(lang, sampleList(), at(hall.Waiting)).Draw(80, 20))
		apptest.Golden(t, *update, "empty."+suffix, shownList(lang, hall.FollowUps{}, hall.JointFile{}).Draw(80, 20))
		apptest.Golden(t, *update, "list100."+suffix, shownList(lang, sampleList(), at(hall.Waiting)).Draw(100, 26))
		apptest.Golden(t, *update, "list132."+suffix, shownList(lang, sampleList(), at(hall.Waiting)).Draw(132, 39))
		for name, v := range screens(lang, false) {
			apptest.Golden(t, *update, name+"."+suffix, v.Draw(80, 20))
			if name == "made" || name == "record" || name == "trip" {
				apptest.Golden(t, *update, name+"100."+suffix, v.Draw(100, 26))
				apptest.Golden(t, *update, name+"132."+suffix, v.Draw(132, 39))
			}
		}
	}
}
