package store_test

import (
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// brought is an oral settlement of the village's, of the 20th.
func brought(t *testing.T, d *store.Desk, change func(*hall.Settlement)) hall.Settlement {
	t.Helper()
	s := hall.Settlement{
		Parties: []hall.Party{{Side: hall.Applicant, Details: hall.Details{Name: "章雪琴"}}, {Side: hall.Respondent, Details: hall.Details{Name: "章阿根"}}},
		Village: "小港村", Type: "neighbours", Day: hall.NewDay(2026, 11, 20), Terms: "章阿根改装落水管", Amount: 20000,
	}
	rows := must[[]hall.MediatorRow](t)(d.FindMediators(ctx, "俞建国", 0, 1))
	if len(rows) == 0 {
		m := hall.Mediator{Name: "俞建国", Village: "小港村"}
		s.Mediator = must[hall.Mediator](t)(d.SaveMediator(ctx, 0, m, hall.NewDay(2026, 1, 1), "")).ID
	} else {
		s.Mediator = rows[0].ID
	}
	if change != nil {
		change(&s)
	}
	return s
}

// What a village settled is a whole case, under the days on which it happened.
func TestAnOralSettlementIsAWholeCase(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	c := must[hall.Case](t)(d.Settle(ctx, 0, brought(t, d, nil)))
	day := hall.NewDay(2026, 11, 20)
	if c.Number != "(2026)百调字第1号" || c.State != hall.Performed || c.Accepted != day || c.AppliedOn() != day || c.Closed != day || c.Sessions != 1 {
		t.Errorf("%s %v accepted %v, applied %v, closed %v", c.Number, c.State, c.Accepted, c.AppliedOn(), c.Closed)
	}
	if a := c.Agreement(); a == nil || a.Written || a.Made != day || a.Amount != 20000 || !a.OnSpot {
		t.Errorf("the agreement: %+v", a)
	}
	if len(c.Late) != 3 {
		t.Errorf("entered late: %v", c.Late)
	}
	f := must[hall.CaseFile](t)(d.Case(ctx, c.ID))
	if len(f.Consultations) != 2 || f.Consultations[1].Kind != hall.FollowUp || f.Consultations[0].Day != day || f.Consultations[0].Session == nil {
		t.Errorf("the session: %+v", f.Consultations)
	}
	if ms := c.Mediators(); len(ms) != 1 || ms[0].Name != "俞建国" || c.Parties[0].Details.Village != "小港村" {
		t.Errorf("%v %+v", ms, c.Parties)
	}
	later := brought(t, d, func(s *hall.Settlement) {
		s.Parties[1].Details.Name, s.Later, s.PerformBy, s.WhyOral = "李水生", true, hall.NewDay(2026, 12, 20), "双方愿意口头"
	})
	later.Parties[0].Person = c.Parties[0].Person
	if c = must[hall.Case](t)(d.Settle(ctx, 0, later)); c.State != hall.Performing || c.Number != "(2026)百调字第2号" {
		t.Errorf("later: %s %v", c.Number, c.State)
	}
	h.MustCheck()
}

// A settlement of last year gets a number of that year, as long as these are given.
func TestASettlementOfLastYearIsNumberedThere(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Clock.Set(time.Date(2027, 1, 4, 9, 0, 0, 0, storetest.Start().Location()))
	d := h.Desk(h.Boss)
	c := must[hall.Case](t)(d.Settle(ctx, 0, brought(t, d, func(s *hall.Settlement) { s.Day = hall.NewDay(2026, 12, 28) })))
	if c.Number != "(2026)百调字第1号" || c.Year != 2026 {
		t.Errorf("%s of %d", c.Number, c.Year)
	}
}

// The same settlement is entered once; one like it is said, and entered.
func TestASettlementIsEnteredOnce(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	s := brought(t, d, nil)
	c := must[hall.Case](t)(d.Settle(ctx, 0, s))
	if _, err := d.Settle(ctx, 0, s); code(err) != hall.ErrSettledTwice {
		t.Errorf("again: %v", err)
	}
	if rows := must[[]hall.SettledRow](t)(d.Settled(ctx, s)); len(rows) != 1 || !rows[0].Surely || rows[0].ID != c.ID {
		t.Errorf("there: %+v", rows)
	}
	s.Day, s.Terms = hall.NewDay(2026, 11, 23), "赔偿二百元"
	if rows := must[[]hall.SettledRow](t)(d.Settled(ctx, s)); len(rows) != 1 || rows[0].Surely {
		t.Errorf("like it: %+v", rows)
	}
	s.Parties = c.Parties
	must[hall.Case](t)(d.Settle(ctx, 0, s))
	if p := must[hall.CasePage](t)(d.Cases(ctx, hall.CaseQuery{Limit: 9})); p.Total != 2 {
		t.Errorf("%d cases", p.Total)
	}
	h.MustCheck()
}
