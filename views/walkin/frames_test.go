package walkin_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/walkin"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

func ago(minutes int) time.Time { return storetest.Start().Add(-time.Duration(minutes) * time.Minute) }

func visitor(number int, state hall.ConsultState, who, subject string, minutes int) hall.VisitRow {
	return hall.VisitRow{
		ID: hall.ConsultationID(number), Number: number, State: state, Who: who, Against: "章阿根", Type: "neighbours", Subject: subject, Arrived: ago(minutes),
	}
}

// sample is a morning: one is being seen, one was called, four wait, one was skipped.
func sample() hall.Queue {
	seen, called := visitor(9, hall.Started, "阮桂香", "损害赔偿", 95), visitor(11, hall.Called, "尉迟明", "退租", 41)
	seen.Room, seen.Mediator, seen.Started = "一室", "徐建国", ago(72)
	called.Room, called.Calls = "会诊室", 2
	first, group := visitor(12, hall.Waiting, "章雪琴", "滴水", 32), visitor(15, hall.Waiting, "李水生", "工资", 2)
	first.Urgent, first.UrgentWhy, group.Others = true, "双方在门口争吵", 2
	gone, over := visitor(7, hall.GoneAway, "周大", "", 120), visitor(8, hall.Ended, "俞芳", "宅基地", 110)
	over.Outcome = hall.AdviceOnly
	return hall.Queue{
		Waiting: []hall.VisitRow{first, visitor(13, hall.Waiting, "王友根", "欠款", 18), visitor(14, hall.Waiting, "沈月娥", "赡养", 11), group},
		Called:  []hall.VisitRow{called}, Skipped: []hall.VisitRow{visitor(10, hall.SkippedOut, "鲁大", "", 60)},
		Rooms: []hall.RoomNow{{Room: "一室", Visit: &seen}, {Room: "二室"}, {Room: "会诊室", Visit: &called}},
		Ended: []hall.VisitRow{over, gone},
	}
}

func shown(lang text.Lang, q hall.Queue, to views.Route) views.View {
	v := walkin.New(apptest.Env(lang, every), to)
	v.Update(walkin.Loaded(q))
	return v
}

func extreme() hall.Queue {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	var q hall.Queue
	for i := range 300 {
		r := visitor(1000+i, hall.Waiting, long, long, i*90)
		r.Others, r.Against, r.Urgent, r.UrgentWhy, r.Calls = i, long, true, long, i
		q.Waiting = append(q.Waiting, r)
		r.State, r.Room, r.Mediator, r.Started = hall.Started, fmt.Sprint(long, i), long, ago(9000)
		q.Rooms, q.Ended = append(q.Rooms, hall.RoomNow{Room: r.Room, Visit: &r}), append(q.Ended, r)
	}
	return q
}

func ending(long string) hall.Consultation {
	return hall.Consultation{ID: 9, State: hall.Started, Number: 9, Who: "阮桂香" + long, Against: "章阿根" + long, Subject: "损害赔偿" + long}
}

func TestFramesFitEverywhere(t *testing.T) {
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for name, q := range map[string]hall.Queue{"empty": {}, "sample": sample(), "extreme": extreme()} {
				v := shown(lang, q, views.Route{})
				apptest.Fits(t, name, v.Draw(size[0], size[1]), size[0], size[1])
				for range 40 {
					v.Update(apptest.Key("down"))
				}
				apptest.Fits(t, name+" below", v.Draw(size[0], size[1]), size[0], size[1])
				v.Update(walkin.Ending(ending(strings.Repeat("很长", 80))))
				for i := range 12 {
					apptest.Fits(t, fmt.Sprint(name, " end ", i), v.Draw(size[0], size[1]), size[0], size[1])
					v.Update(apptest.Key("tab"))
				}
			}
			v := walkin.New(apptest.Env(lang, every), views.Route{})
			apptest.Fits(t, "not read yet", v.Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		v := shown(lang, sample(), views.Route{})
		apptest.Golden(t, *update, "queue."+suffix, v.Draw(80, 20))
		v.Update(walkin.Ending(ending("")))
		v.Update(apptest.Key("tab"))
		apptest.Golden(t, *update, "end."+suffix, v.Draw(80, 20))
	}
}

func TestTheCursorStandsOnWhoIsNextOrOnesOwn(t *testing.T) {
	mine := sample()
	if got := apptest.Plain(shown(text.Zh, mine, views.Route{}).Draw(80, 20)); !strings.Contains(got, "▸ 009") {
		t.Errorf("not on the visitor whom one sees:\n%s", got)
	}
	mine.Rooms[0].Visit.Mediator = "金阿毛"
	if got := apptest.Plain(shown(text.Zh, mine, views.Route{}).Draw(80, 20)); !strings.Contains(got, "▸ 012") || !strings.Contains(got, "急：双方在门口争吵") {
		t.Errorf("not on who is next:\n%s", got)
	}
	if got := apptest.Plain(shown(text.Zh, mine, views.Route{Consultation: 14}).Draw(80, 20)); !strings.Contains(got, "▸ 014") {
		t.Errorf("not on who was chosen elsewhere:\n%s", got)
	}
}

func TestWhoIsSelectedStaysSelected(t *testing.T) {
	v := shown(text.Zh, sample(), views.Route{Consultation: 14})
	q := sample()
	q.Waiting, q.Rooms[1].Visit = q.Waiting[1:], &q.Waiting[0] // another desk calls the first one
	q.Rooms[1].Visit.State = hall.Called
	v.Update(walkin.Loaded(q))
	if got := apptest.Plain(v.Draw(80, 20)); !strings.Contains(got, "▸ 014") {
		t.Errorf("the cursor left the visitor it stood on:\n%s", got)
	}
}
