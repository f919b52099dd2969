package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func refused(t *testing.T, err error, code hall.Code, field string) {
	t.Helper()
	var bad *hall.Error
	if !errors.As(err, &bad) || bad.Code != code || bad.Field != field {
		t.Errorf("%v, want %s in %q", err, code, field)
	}
}

func addOrg(t *testing.T, d *store.Desk, o hall.Org) hall.Org {
	t.Helper()
	o, err := d.SaveOrg(context.Background(), 0, o, hall.OrgChange{})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func addSite(t *testing.T, d *store.Desk, s hall.Site) hall.Site {
	t.Helper()
	s, err := d.SaveSite(context.Background(), 0, s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// put adds mediators as they are.
func put(t *testing.T, h *storetest.Hall, ms ...*hall.Mediator) {
	t.Helper()
	err := h.Bulk(context.Background(), func(b *store.Bulk) error {
		for _, m := range ms {
			if err := b.Mediator(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// committee is a chain of three organisations with three people in the lowest.
func committee(t *testing.T, h *storetest.Hall) (county, town, village hall.Org, people []*hall.Mediator) {
	d := h.Desk(h.Boss)
	county = addOrg(t, d, hall.Org{Name: "舜江区调委会", Level: hall.County, Kind: hall.OrgOther})
	town = addOrg(t, d, hall.Org{Name: "百官街道调委会", Level: hall.Township, Kind: hall.OrgSubdistrict, Parent: county.ID})
	village = addOrg(t, d, hall.Org{Name: "小港村调委会", Level: hall.Village, Kind: hall.OrgVillage, Parent: town.ID, Founded: hall.DayOf(h.Now()) - 100})
	for i, name := range []string{"徐建国", "俞芳", "金阿毛"} {
		m := &hall.Mediator{Name: name, Sex: hall.Male, Org: village.ID, Organisation: village.Name, OrgHead: i == 0, Village: "小港村"}
		if name == "俞芳" {
			m.Sex = hall.Female
		}
		people = append(people, m)
	}
	put(t, h, people...)
	return county, town, village, people
}

func entry(t *testing.T, h *storetest.Hall, id hall.MediatorID) hall.Mediator {
	t.Helper()
	f, err := h.Desk(h.Boss).Mediator(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return f.Mediator
}

func file(t *testing.T, h *storetest.Hall, id hall.OrgID) hall.OrgFile {
	t.Helper()
	f, err := h.Desk(h.Boss).Org(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOrganisationsFormATreeOfThreeLevels(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	county, town, village, _ := committee(t, h)
	page, err := d.Orgs(ctx, hall.OrgQuery{Parent: county.ID, Limit: 10})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].Name != town.Name || page.Rows[0].Children != 1 || page.Total != 1 {
		t.Errorf("%+v %v", page, err)
	}
	if f := file(t, h, village.ID); len(f.Way) != 2 || f.Way[0].ID != county.ID || f.Way[1].ID != town.ID || len(f.Row.Faults()) != 0 ||
		f.Row.Makeup.Name != "徐建国" {
		t.Errorf("%+v", f)
	}
	_, err = d.SaveOrg(ctx, 0, hall.Org{Name: "甲", Level: hall.Township, Parent: village.ID}, hall.OrgChange{})
	refused(t, err, hall.ErrParentLevel, "parent")
	_, err = d.SaveOrg(ctx, 0, hall.Org{Name: "甲", Level: hall.Township, Parent: town.ID}, hall.OrgChange{})
	refused(t, err, hall.ErrParentLevel, "parent")
	up := town
	up.Level, up.Parent = hall.Village, 0
	_, err = d.SaveOrg(ctx, 0, up, hall.OrgChange{Why: "降级"})
	refused(t, err, hall.ErrChildLevel, "level")
	self := town
	self.Parent = town.ID
	_, err = d.SaveOrg(ctx, 0, self, hall.OrgChange{Why: "x"})
	refused(t, err, hall.ErrOwnParent, "parent")
	for seats, ok := range map[int]bool{0: true, 2: false, 3: true, 9: true, 10: false} {
		if _, err = d.SaveOrg(ctx, 0, hall.Org{Name: fmt.Sprint("座", seats), Level: hall.Village, Seats: seats}, hall.OrgChange{}); (err == nil) != ok {
			t.Errorf("%d seats: %v", seats, err)
		}
	}
}

func TestASecondOrganisationOfANameIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	o := addOrg(t, d, hall.Org{Name: "小港村调委会", Level: hall.Village})
	twin := hall.Org{Name: " 小港村调委会 ", Level: hall.Village}
	_, err := d.SaveOrg(ctx, 0, twin, hall.OrgChange{})
	refused(t, err, hall.ErrNamesake, "name")
	if _, err = d.Another(twin.Name).SaveOrg(ctx, 0, twin, hall.OrgChange{}); err != nil {
		t.Error(err)
	}
	o.Address = "小港村 1 号" // nothing that was asked about before
	if _, err = d.SaveOrg(ctx, 0, o, hall.OrgChange{}); err != nil {
		t.Error(err)
	}
}

func TestAChangeIsKeptReportedAndToldToItsPeople(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	_, town, village, people := committee(t, h)
	today := hall.DayOf(h.Now())
	village = file(t, h, village.ID).Org
	if f, ok := hall.Unfiled(village.Filings); !ok || f.What != hall.FilingNew || f.Due != hall.FilingDue(h.Calendar(), today-100) {
		t.Errorf("a new one is to be reported: %+v", village.Filings)
	}
	village, err := d.FileOrg(ctx, village.ID, village.Rev, today, "虞调备2026-7")
	if err != nil || village.Number != "虞调备2026-7" || village.Filed != today {
		t.Fatal(village, err)
	}
	_, err = d.FileOrg(ctx, village.ID, village.Rev, today, "")
	refused(t, err, hall.ErrNotUnfiled, "")
	site := addSite(t, d, hall.Site{Name: "小港村", Township: "百官街道", Org: village.ID})
	next := village
	next.Name = "大港村调委会"
	_, err = d.SaveOrg(ctx, 0, next, hall.OrgChange{From: today - 10})
	refused(t, err, hall.ErrReason, "why")
	_, err = d.SaveOrg(ctx, 0, next, hall.OrgChange{From: today + 1, Why: "并村"})
	refused(t, err, hall.ErrDayFuture, "from")
	_, err = d.SaveOrg(ctx, 0, next, hall.OrgChange{From: today - 200, Why: "并村"})
	refused(t, err, hall.ErrDayBefore, "from")
	if next, err = d.SaveOrg(ctx, 0, next, hall.OrgChange{From: today - 10, Why: "并村"}); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[hall.Day]string{today - 100: "小港村调委会", today - 11: "小港村调委会", today - 10: "大港村调委会", today: "大港村调委会"} {
		if was, ok := next.On(day); !ok || was.Name != want || was.Parent != town.ID {
			t.Errorf("on %s it was %+v", day, was)
		}
	}
	if _, ok := next.On(today - 101); ok {
		t.Error("it was there before it was founded")
	}
	if f, ok := hall.Unfiled(next.Filings); !ok || f.What != hall.FilingChanged || f.Changed != today-10 {
		t.Errorf("the change is not to be reported: %+v", next.Filings)
	}
	if s, err := d.Site(ctx, site.ID); err != nil || s.OrgName != next.Name {
		t.Errorf("%+v %v", s, err)
	}
	m := entry(t, h, people[1].ID)
	if m.Organisation != next.Name {
		t.Errorf("%+v", m)
	}
	if was, _ := m.On(today - 11); was.Organisation != "小港村调委会" {
		t.Errorf("who she was is lost: %+v", was)
	}
	found, err := d.FindOrgs(ctx, "dgc", 10)
	if err != nil || len(found) != 1 || found[0].ParentName != town.Name {
		t.Errorf("%+v %v", found, err)
	}
	if found, _ = d.FindOrgs(ctx, "小港村", 10); len(found) != 0 {
		t.Errorf("found by a name it does not have: %+v", found)
	}
}

func TestAHeadWhoLeavesIsMissedAtOnce(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	_, _, village, people := committee(t, h)
	o := file(t, h, village.ID).Org
	o, err := d.FileOrg(ctx, o.ID, o.Rev, hall.DayOf(h.Now()), "")
	if err != nil {
		t.Fatal(err)
	}
	if c, err := d.Coverage(ctx); err != nil || c.Faulty != 2 { // the two above have nobody
		t.Errorf("%+v %v", c, err)
	}
	if _, err = d.SetStatus(ctx, people[0].ID, entry(t, h, people[0].ID).Rev, hall.Suspended, hall.DayOf(h.Now()), "生病"); err != nil {
		t.Fatal(err)
	}
	f := file(t, h, village.ID)
	var codes []hall.Code
	for _, e := range f.Row.Faults() {
		codes = append(codes, e.Code)
	}
	if !slices.Equal(codes, []hall.Code{hall.ErrSeatsFew, hall.ErrNoHead}) || len(f.Members) != 3 {
		t.Errorf("%v %+v", codes, f.Members)
	}
	if u, ok := hall.Unfiled(f.Org.Filings); !ok || u.What != hall.FilingHead {
		t.Errorf("another head is to be reported: %+v", f.Org.Filings)
	}
	if c, err := d.Coverage(ctx); err != nil || c.Faulty != 3 || c.Unfiled != 3 {
		t.Errorf("%+v %v", c, err)
	}
	page, err := d.Orgs(ctx, hall.OrgQuery{List: hall.OrgFaulty, Limit: 2})
	if err != nil || len(page.Rows) != 2 || page.Total != 3 || page.Next == nil {
		t.Fatalf("%+v %v", page, err)
	}
	rest, err := d.Orgs(ctx, hall.OrgQuery{List: hall.OrgFaulty, Limit: 2, After: page.Next})
	if err != nil || len(rest.Rows) != 1 || rest.Next != nil || rest.Rows[0].ID == page.Rows[1].ID {
		t.Errorf("%+v %v", rest, err)
	}
	h.MustCheck()
	_ = o
}

func TestTermsDoNotOverlapAndEnd(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	o := addOrg(t, d, hall.Org{Name: "小港村调委会", Level: hall.Village})
	today := hall.DayOf(h.Now())
	if c, _ := d.Coverage(ctx); c.Over != 1 {
		t.Error("one without a term is as one whose term has ended")
	}
	old := hall.Term{From: today - 1200, To: today - 1}
	o, err := d.AddOrgTerm(ctx, o.ID, o.Rev, old)
	if err != nil {
		t.Fatal(err)
	}
	if page, err := d.Orgs(ctx, hall.OrgQuery{List: hall.OrgTermOver, Limit: 9}); err != nil || len(page.Rows) != 1 || page.Total != 1 {
		t.Errorf("%+v %v", page, err)
	}
	_, err = d.AddOrgTerm(ctx, o.ID, o.Rev, hall.Term{From: today - 1, To: today + 9})
	refused(t, err, hall.ErrTermOverlap, "from")
	_, err = d.AddOrgTerm(ctx, o.ID, o.Rev, hall.Term{From: today + 9, To: today})
	refused(t, err, hall.ErrTermOrder, "to")
	if o, err = d.AddOrgTerm(ctx, o.ID, o.Rev, hall.NextTerm(o.Terms, today)); err != nil {
		t.Fatal(err)
	}
	if c, _ := d.Coverage(ctx); c.Over != 0 {
		t.Errorf("%+v", c)
	}
	if o, err = d.DropOrgTerm(ctx, o.ID, o.Rev, o.Terms[1]); err != nil || len(o.Terms) != 1 {
		t.Error(o.Terms, err)
	}
	_, err = d.AddOrgTerm(ctx, o.ID, o.Rev-1, old)
	refused(t, err, hall.ErrConflict, "")
}

func TestDissolvingNamesEveryMembersFateFirst(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	county, town, village, people := committee(t, h)
	site := addSite(t, d, hall.Site{Name: "小港村", Org: village.ID})
	today := hall.DayOf(h.Now())
	village = file(t, h, village.ID).Org
	_, err := d.DissolveOrg(ctx, 0, village.ID, village.Rev, hall.Dissolving{Why: "并村", Fates: []hall.Fate{{Mediator: people[0].ID}}})
	refused(t, err, hall.ErrMembersFirst, "members")
	fates := []hall.Fate{{Mediator: people[0].ID, To: town.ID}, {Mediator: people[1].ID, Leaves: true}, {Mediator: people[2].ID}}
	_, err = d.DissolveOrg(ctx, 0, village.ID, village.Rev, hall.Dissolving{Fates: fates})
	refused(t, err, hall.ErrReason, "why")
	if _, err = d.DissolveOrg(ctx, 0, village.ID, village.Rev, hall.Dissolving{Why: "并村", Fates: fates}); err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		org    hall.OrgID
		status hall.MediatorStatus
	}{{town.ID, hall.Active}, {0, hall.Left}, {0, hall.Active}} {
		m := entry(t, h, people[i].ID)
		was, _ := m.On(today - 1)
		if m.Org != want.org || m.Status != want.status || was.Org != village.ID || was.OrgHead != (i == 0) {
			t.Errorf("%s: %+v", m.Name, m)
		}
	}
	if s, _ := d.Site(ctx, site.ID); !s.Lacks() {
		t.Errorf("%+v", s)
	}
	gone := file(t, h, village.ID)
	_, err = d.SaveOrg(ctx, 0, gone.Org, hall.OrgChange{})
	refused(t, err, hall.ErrDissolved, "")
	if page, _ := d.Orgs(ctx, hall.OrgQuery{Parent: town.ID, Limit: 9}); page.Total != 0 || len(page.Rows) != 1 || page.Rows[0].Closed != today {
		t.Errorf("those dissolved stand last: %+v", page)
	}
	if found, _ := d.FindOrgs(ctx, "小港", 9); len(found) != 0 {
		t.Errorf("%+v", found)
	}
	// Whom the township guides is guided by the county once it goes.
	other := addOrg(t, d, hall.Org{Name: "前岸村调委会", Level: hall.Village, Parent: town.ID})
	town = file(t, h, town.ID).Org
	_, err = d.DissolveOrg(ctx, 0, town.ID, town.Rev, hall.Dissolving{Why: "撤街道", Fates: []hall.Fate{{Mediator: people[0].ID, To: other.ID}}, Heir: other.ID})
	refused(t, err, hall.ErrParentLevel, "heir")
	if _, err = d.DissolveOrg(ctx, 0, town.ID, town.Rev, hall.Dissolving{Why: "撤街道", Fates: []hall.Fate{{Mediator: people[0].ID, To: other.ID}}}); err != nil {
		t.Fatal(err)
	}
	if f := file(t, h, other.ID); f.Org.Parent != county.ID || len(f.Members) != 1 || len(f.Org.Past) != 0 {
		t.Errorf("%+v", f)
	}
}

func TestASiteHasOneOrganisation(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	a, b := addSite(t, d, hall.Site{Name: "小港村"}), addSite(t, d, hall.Site{Name: "恒渡纺织", Kind: hall.SiteEnterprise, Township: "临渡镇"})
	o := addOrg(t, d, hall.Org{Name: "小港村调委会", Level: hall.Village, Site: a.ID})
	_, err := d.SaveOrg(ctx, 0, hall.Org{Name: "乙", Level: hall.Village, Site: a.ID}, hall.OrgChange{})
	refused(t, err, hall.ErrSiteTaken, "site")
	c, err := d.Coverage(ctx)
	if err != nil || c.Sites[hall.SiteVillage] != (hall.Covered{All: 1, Has: 1}) || c.Sites[hall.SiteEnterprise].Percent() != 0 ||
		c.Sites[hall.SitePark].Percent() != -1 {
		t.Errorf("%+v %v", c, err)
	}
	if page, err := d.Sites(ctx, hall.SiteQuery{Kind: hall.SiteEnterprise, Lacks: true, Limit: 9}); err != nil || page.Total != 1 || page.Rows[0].ID != b.ID {
		t.Errorf("%+v %v", page, err)
	}
	o.Site = b.ID
	if _, err = d.SaveOrg(ctx, 0, o, hall.OrgChange{}); err != nil {
		t.Fatal(err)
	}
	a, _ = d.Site(ctx, a.ID)
	b, _ = d.Site(ctx, b.ID)
	if !a.Lacks() || b.Org != o.ID {
		t.Errorf("%+v %+v", a, b)
	}
	b.Off, b.Why = true, ""
	_, err = d.SaveSite(ctx, 0, b)
	refused(t, err, hall.ErrReason, "why")
	b.Why = "停产"
	if b, err = d.SaveSite(ctx, 0, b); err != nil || b.Org != 0 || file(t, h, o.ID).Org.Site != 0 {
		t.Errorf("%+v %v", b, err)
	}
	if page, err := d.Sites(ctx, hall.SiteQuery{Any: true, Text: "hd", Limit: 9}); err != nil || len(page.Rows) != 1 {
		t.Errorf("%+v %v", page, err)
	}
}

func TestAStudiosResultsAreItsPeoples(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	u, err := d.SaveStudio(ctx, 0, hall.Studio{Name: "老书记调解室", Kind: hall.StudioElder, Way: "一杯茶、一碗水", Special: []string{"neighbours"}})
	if err != nil {
		t.Fatal(err)
	}
	m := &hall.Mediator{Name: "金阿毛", Studio: u.ID, StudioName: u.Name, StudioLead: true}
	put(t, h, m)
	today := hall.DayOf(h.Now())
	ref := hall.MediatorRef{ID: m.ID, Name: m.Name}
	err = h.Bulk(ctx, func(b *store.Bulk) error {
		for i, c := range []hall.Case{
			{Accepted: today, State: hall.Performing, Agreements: []hall.Agreement{{Made: today}}}, {Accepted: today, State: hall.Mediating},
			{Accepted: today - 400, State: hall.Filed, Agreements: []hall.Agreement{{Made: today}}},
			{Accepted: today - 400, State: hall.Terminated}, {State: hall.Registered},
		} {
			c.Registered, c.Assigned = h.Now(), []hall.Assignment{{Mediator: ref, Chair: true, From: h.Now()}}
			if err := b.Case(&c); err != nil {
				return fmt.Errorf("case %d: %w", i, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := d.Studio(ctx, u.ID)
	if err != nil || f.Year != (hall.Results{Handled: 2, Settled: 1}) || f.All != (hall.Results{Handled: 4, Settled: 2}) || len(f.People) != 1 {
		t.Errorf("%+v %v", f, err)
	}
	if rows, err := d.FindStudios(ctx, "lsj", 9); err != nil || len(rows) != 1 || rows[0].Lead != "金阿毛" || rows[0].People != 1 {
		t.Errorf("%+v %v", rows, err)
	}
	_, err = d.CloseStudio(ctx, u.ID, f.Studio.Rev, today, " ")
	refused(t, err, hall.ErrReason, "why")
	if _, err = d.CloseStudio(ctx, u.ID, f.Studio.Rev, today, "并入中心"); err != nil {
		t.Fatal(err)
	}
	now := entry(t, h, m.ID)
	if was, _ := now.On(today - 1); now.Studio != 0 || was.Studio != u.ID {
		t.Errorf("%+v", now)
	}
	if rows, _ := d.FindStudios(ctx, "", 9); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
	if rows, _ := d.Studios(ctx, "", 9); len(rows) != 1 {
		t.Errorf("%+v", rows)
	}
}

func TestOnlyHeadAndAdministratorChangeOrganisations(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	o := addOrg(t, h.Desk(h.Boss), hall.Org{Name: "小港村调委会", Level: hall.Village})
	ctx, xu := context.Background(), h.Add("xu", "徐建国", hall.RoleMediator|hall.FrontDesk)
	o.Address = "x"
	_, err := xu.SaveOrg(ctx, 0, o, hall.OrgChange{})
	refused(t, err, hall.ErrForbidden, "")
	_, err = xu.SaveStudio(ctx, 0, hall.Studio{Name: "甲"})
	refused(t, err, hall.ErrForbidden, "")
	_, err = xu.SaveSite(ctx, 0, hall.Site{Name: "甲"})
	refused(t, err, hall.ErrForbidden, "")
	if f, err := xu.Org(ctx, o.ID); err != nil || f.Org.Name != o.Name {
		t.Error(err)
	}
	if _, err = h.Add("guan", "管理员", hall.Admin).SaveOrg(ctx, 0, o, hall.OrgChange{}); err != nil {
		t.Error(err)
	}
}
