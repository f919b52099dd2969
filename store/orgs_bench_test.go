package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// The organisations and mediators of a real city: every list is a range read, the coverage
// is counters, and a mediator's change makes one row anew.
func BenchmarkOrganisationsOfACity(b *testing.B) {
	ctx := context.Background()
	o := store.Options{Path: filepath.Join(b.TempDir(), "hall.db"), Settings: storetest.Settings(), NoSync: true, Now: storetest.Start}
	st, boss, err := store.Create(ctx, o, hall.Staff{Login: "chenfang", Name: "陈芳"}, "小港村", storetest.Password)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	d := st.Desk(boss)
	if err := seed.Fill(ctx, st, seed.Options{Cases: 1, Mediators: 13406, Years: 1, RNG: 1, Now: st.Now()}); err != nil {
		b.Fatal(err)
	}
	top, err := d.Orgs(ctx, hall.OrgQuery{Limit: 1})
	if err != nil || len(top.Rows) == 0 {
		b.Fatal(top, err)
	}
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"tree", func() error { _, err := d.Orgs(ctx, hall.OrgQuery{Parent: top.Rows[0].ID, Limit: 200}); return err }},
		{"search", func() error { _, err := d.FindOrgs(ctx, "小港村", 200); return err }},
		{"initials", func() error { _, err := d.FindOrgs(ctx, "xgc", 200); return err }},
		{"kind", func() error { _, err := d.Orgs(ctx, hall.OrgQuery{List: hall.OrgOfKind, Limit: 200}); return err }},
		{"coverage", func() error { _, err := d.Coverage(ctx); return err }},
		{"faulty", func() error { _, err := d.Orgs(ctx, hall.OrgQuery{List: hall.OrgFaulty, Limit: 200}); return err }},
		{"one", func() error { _, err := d.Org(ctx, top.Rows[0].ID); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
