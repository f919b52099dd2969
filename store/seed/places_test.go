package seed_test

import (
	"context"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// A sample hall has organisations at all three levels, most as article 8 asks and at least
// one with each fault, places that lack one, and studios of the three kinds.
func TestASampleHallShowsEveryCaseOfAnOrganisation(t *testing.T) {
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	if err := seed.Fill(ctx, h.Store, seed.Options{Cases: 30, Mediators: 14, Orgs: 20, Years: 1, RNG: 1, Now: h.Now()}); err != nil {
		t.Fatal(err)
	}
	faults, levels, n, sound := map[hall.Code]int{}, map[hall.Level]int{}, 0, 0
	err := h.EachOrg(ctx, func(o hall.Org, r hall.OrgRow) error {
		n++
		levels[o.Level]++
		if len(r.Faults()) == 0 {
			sound++
		}
		for _, e := range r.Faults() {
			faults[e.Code]++
		}
		if o.Parent == 0 && o.Level != hall.County {
			t.Errorf("%s has nobody above it", o.Name)
		}
		return nil
	})
	if err != nil || n != 20 || sound < 14 {
		t.Errorf("%d organisations, %d of them sound: %v", n, sound, err)
	}
	for _, c := range []hall.Code{hall.ErrSeatsFew, hall.ErrNoHead, hall.ErrNoWoman, hall.ErrTwoHeads} {
		if faults[c] == 0 {
			t.Errorf("none shows %s: %v", c, faults)
		}
	}
	if len(levels) != 3 {
		t.Errorf("levels: %v", levels)
	}
	c, err := d.Coverage(ctx)
	if err != nil || c.Over == 0 || c.Unfiled == 0 || c.Sites[hall.SiteVillage].All <= c.Sites[hall.SiteVillage].Has || c.Sites[hall.SiteVillage].Has == 0 {
		t.Errorf("%+v %v", c, err)
	}
	kinds := map[hall.StudioKind]bool{}
	rows, err := d.FindStudios(ctx, "", 50)
	for _, u := range rows {
		if kinds[u.Kind] = true; u.People == 0 {
			t.Errorf("%s has nobody", u.Name)
		}
		o, err := d.Org(ctx, u.Org)
		if trade := o.Org.Kind == hall.OrgTrade; err != nil || trade != (u.Kind == hall.StudioExpert) {
			t.Errorf("%s sits with %s %v", u.Name, o.Org.Name, err)
		}
	}
	if err != nil || len(kinds) != 3 {
		t.Errorf("%+v %v", rows, err)
	}
}
