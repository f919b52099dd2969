package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// ofCounty is a county's hall with three townships, the one in the middle under a name.
func ofCounty(second string) hall.Settings {
	s := storetest.Settings()
	s.Level = hall.County
	s.Duty.Towns = []hall.DutyTown{{Name: "百官街道", Class: 2}, {Name: second, Class: 3, Weekday: 3}, {Name: "临渡镇", Class: 3}}
	return s
}

var wholeYear = hall.PlanQuery{Kind: hall.DutyCounty, From: hall.NewDay(2027, 1, 1), To: hall.NewDay(2027, 12, 31)}

// countyPlan gives a hall a county team with a plan for the whole of 2027.
func countyPlan(t *testing.T, h *storetest.Hall) *store.Desk {
	t.Helper()
	if err := h.Adopt(ctx, ofCounty("小港镇")); err != nil {
		t.Fatal(err)
	}
	d := h.Desk(h.Boss)
	team := []hall.DutyRef{{Kind: hall.InviteOther, Name: "县矛调中心 何律师"}, hall.RefOf(h.Boss)}
	if err := d.SetDutyTeam(ctx, hall.DutyCounty, team); err != nil {
		t.Fatal(err)
	}
	p := must[hall.DutyPreview](t)(d.PlanDuty(ctx, wholeYear))
	must[hall.DutyPlan](t)(d.SavePlan(ctx, wholeYear, p.Stamp))
	return d
}

// visitsTo counts the visits of a year that stand, by township.
func visitsTo(t *testing.T, d *store.Desk, y int) map[string]int {
	t.Helper()
	n := map[string]int{}
	for _, r := range rows(must[hall.DutyMonth](t)(d.DutyMonth(ctx, hall.NewDay(y, 1, 1), hall.NewDay(y, 12, 31))), hall.DutyCounty) {
		n[r.Township]++
	}
	return n
}

// A township that is called otherwise keeps the whole year's visits, its sites, and, of what is
// past, the name it had then.
func TestARenamedTownshipKeepsItsVisits(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := countyPlan(t, h)
	site := addSite(t, d, hall.Site{Name: "小港村", Township: "小港"})
	h.Clock.Set(hall.NewDay(2027, 3, 1).At(9*60, h.Clock.Now().Location()))
	if err := h.Adopt(ctx, ofCounty("新港街道")); err != nil {
		t.Fatal(err)
	}
	if p := must[hall.DutyPreview](t)(d.PlanDuty(ctx, wholeYear)); len(p.Changes) != 0 {
		t.Errorf("planned again under the new name, %d shifts change: %+v", len(p.Changes), p.Changes[0])
	}
	if n := visitsTo(t, d, 2027); n["新港街道"] != 12 || n["小港镇"] != 0 {
		t.Errorf("visits: %v", n)
	}
	for name, want := range map[string]int{"新港街道": 10, "小港镇": 0} { // those of January and February are past
		if n := must[int](t)(d.Bearing(ctx, hall.RenameTown, name)); n != want {
			t.Errorf("%d visits to come are found of %s, want %d", n, name, want)
		}
	}
	for _, r := range rows(must[hall.DutyMonth](t)(d.DutyMonth(ctx, wholeYear.From, wholeYear.To)), hall.DutyCounty) {
		if want := map[bool]string{true: "小港镇", false: "新港街道"}[r.Day < hall.NewDay(2027, 3, 1)]; r.Township == "新港街道" && r.Place() != want {
			t.Errorf("%v is called %s on paper", r.Day, r.Place())
		}
	}
	if s := must[hall.Site](t)(d.Site(ctx, site.ID)); s.Township != "新港街道" {
		t.Errorf("the site is in %s", s.Township)
	}
	h.MustCheck()
}

// A renaming of a township that is stopped goes on when the store is opened next; until then its
// visits are found all the same.
func TestAStoppedRenamingOfATownshipGoesOn(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	countyPlan(t, h)
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	left := 1000
	falters := func(e kv.Engine) kv.Engine { return faltering{e, &left} }
	o := store.Options{Path: h.Path, Settings: ofCounty("小港镇"), Now: h.Clock.Now, NoSync: true, Quick: true, Engine: falters}
	st := must[*store.Store](t)(store.Open(ctx, o))
	left = 1
	if err := st.Adopt(ctx, ofCounty("新港街道")); !errors.Is(err, errStopped) {
		t.Fatalf("it was to be stopped: %v", err)
	}
	d := st.Desk(h.Boss)
	if p := must[hall.DutyPreview](t)(d.PlanDuty(ctx, wholeYear)); len(p.Changes) != 0 {
		t.Errorf("planned again half way, %d shifts change", len(p.Changes))
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	left, o.Settings = 1000, ofCounty("新港街道")
	st = must[*store.Store](t)(store.Open(ctx, o))
	if n := visitsTo(t, st.Desk(h.Boss), 2027); n["新港街道"] != 12 {
		t.Errorf("visits: %v", n)
	}
	if faults, err := st.Check(context.Background(), nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	h.Reopen()
	if err := h.Adopt(ctx, ofCounty("新港街道")); err != nil {
		t.Fatal(err)
	}
}

// A store of the eighth schema learns its townships' names when it is opened, and has the visits
// follow from then on.
func TestStoreOfSchema8(t *testing.T) {
	t.Parallel()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema8.txt"), Settings: ofCounty("小港镇"), Now: storetest.Start, Engine: kvtest.Twice}
	opensAgain(t, o)
	o.Settings = ofCounty("新港街道")
	st := must[*store.Store](t)(store.Open(ctx, o))
	defer st.Close()
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	q := hall.PlanQuery{Kind: hall.DutyCounty, From: hall.DayOf(storetest.Start()), To: hall.NewDay(2027, 2, 28)}
	if p := must[hall.DutyPreview](t)(d.PlanDuty(ctx, q)); len(p.Changes) != 0 {
		t.Errorf("planned again, %d shifts change", len(p.Changes))
	}
	if n := visitsTo(t, d, 2027); n["新港街道"] != 2 {
		t.Errorf("visits: %v", n)
	}
	sites := must[hall.SitePage](t)(d.Sites(ctx, hall.SiteQuery{Limit: 10})).Rows
	if !slices.ContainsFunc(sites, func(s hall.Site) bool { return s.Name == "小港村" && s.Township == "新港街道" }) {
		t.Errorf("sites: %+v", sites)
	}
	page := must[hall.RosterPage](t)(d.Roster(ctx, hall.RosterQuery{Text: "徐建国", Limit: 5}))
	if len(page.Rows) != 1 || page.Rows[0].Village != "小港" || page.Rows[0].StudioName != "老徐工作室" {
		t.Errorf("roster: %+v", page.Rows)
	}
}
