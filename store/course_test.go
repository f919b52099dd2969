package store_test

import (
	"context"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// The course of a dispute from the door to a kept agreement.
func TestCourseFromDoorToKeptAgreement(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx := context.Background()
	d := h.Desk(h.Boss)
	res, err := d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow}))
	if err != nil {
		t.Fatal(err)
	}
	if res.Queue != 1 || res.Case != 0 {
		t.Fatalf("seen now: %+v, want number 1 and no case", res)
	}
	v, err := d.CallNext(ctx, "一室")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.StartVisit(ctx, v.ID, 0); err != nil {
		t.Fatal(err)
	}
	visit, err := d.Visit(ctx, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	led, err := d.EndVisit(ctx, v.ID, visit.Rev, 0, hall.Ending{Outcome: hall.AcceptedNow, Advice: "先看现场"})
	if err != nil {
		t.Fatal(err)
	}
	if led.Number != "(2026)百调字第1号" {
		t.Fatalf("number %q", led.Number)
	}
	file, err := d.OpenCase(ctx, led.Case)
	if err != nil {
		t.Fatal(err)
	}
	if file.Case.State != hall.Accepted || !file.Case.Has(h.Boss.Mediator) || file.Case.Deadline != hall.NewDay(2026, 12, 24) {
		t.Fatalf("after acceptance: %+v", file.Case)
	}
	c := file.Case
	step := func(s hall.Step) {
		t.Helper()
		if c, err = d.Step(ctx, c.ID, c.Rev, 0, s); err != nil {
			t.Fatal(err)
		}
	}
	today := hall.DayOf(h.Now())
	step(hall.Step{Action: hall.ActSession, Session: &hall.Session{At: h.Now(), RightsTold: true, Statements: "双方各述", Result: hall.ResultSettled,
		Outcome: "改装落水管"}})
	step(hall.Step{Action: hall.ActAgree, Agreement: &hall.Agreement{Written: true, Made: today, Terms: "十日内改装落水管,不得向邻院排水", PerformBy: today + 10}})
	if c.State != hall.Agreed || c.Agreement().Copies != 3 {
		t.Fatalf("written, unsigned: state %v, %d copies", c.State, c.Agreement().Copies)
	}
	step(hall.Step{Action: hall.ActSign, PartiesSigned: today, MediatorSigned: today, Sealed: today})
	if c.State != hall.Performing || c.Agreement().Effective() != today {
		t.Fatalf("signed: %+v", c)
	}
	step(hall.Step{Action: hall.ActPerform, Day: today})
	if c.State != hall.Performed {
		t.Fatalf("performed: %v", c.State)
	}
	hits, err := d.Search(ctx, "zxq", 10)
	if err != nil || len(hits) != 2 {
		t.Fatalf("search by initials: %v %v", hits, err)
	}
	for _, q := range []string{"章雪琴", "滴水", "(2026)百调字第1号", "1", "6021", "雨天 章阿根"} {
		if hits, err := d.Search(ctx, q, 10); err != nil || len(hits) == 0 || hits[0].Case == nil || hits[0].Case.ID != c.ID {
			t.Errorf("search %q: %v %v", q, hits, err)
		}
	}
	if hits, _ := d.Search(ctx, "王", 10); len(hits) != 0 {
		t.Errorf("found %v for a name nobody has", hits)
	}
	b, err := d.Board(ctx)
	if err != nil || len(b.Recent) == 0 {
		t.Fatalf("board %+v %v", b, err)
	}
	page, err := d.Cases(ctx, hall.CaseQuery{Filter: hall.MyCases, Limit: 10})
	if err != nil || page.Total != 1 || len(page.Rows) != 1 {
		t.Fatalf("my cases: %+v %v", page, err)
	}
}
