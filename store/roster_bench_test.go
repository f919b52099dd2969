package store_test

import (
	"path/filepath"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// The roster of a city: 13,406 mediators (DOMAIN §1).
func BenchmarkRoster(b *testing.B) {
	n := 13406
	if testing.Short() {
		n = 400
	}
	o := store.Options{Path: filepath.Join(b.TempDir(), "hall.db"), Settings: storetest.Settings(), NoSync: true, Now: storetest.Start}
	st, boss, err := store.Create(ctx, o, hall.Staff{Login: "chenfang", Name: "陈芳"}, "小港村", storetest.Password)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	if err := seed.Fill(ctx, st, seed.Options{Cases: 200, Mediators: n, Years: 1, RNG: 1, Now: st.Now()}); err != nil {
		b.Fatal(err)
	}
	d := st.Desk(boss)
	for _, c := range []struct {
		name string
		q    hall.RosterQuery
	}{
		{"all", hall.RosterQuery{}},
		{"text", hall.RosterQuery{Text: "小港村陈家"}},
		{"initials", hall.RosterQuery{Text: "jam"}},
		{"surname", hall.RosterQuery{Text: "王"}},
		{"filter", hall.RosterQuery{Speciality: "neighbours"}},
		{"filters", hall.RosterQuery{Village: "小港村", Speciality: "neighbours", Time: hall.OnlyPartTime, Grade: "三级"}},
		{"text+filters", hall.RosterQuery{Text: "陈家", Speciality: "neighbours", Background: hall.RetiredCadre}},
		{"nothing", hall.RosterQuery{Text: "人民调解", Village: "小港村", Speciality: "tourism", Background: hall.BankClerk}},
		{"long lists, little in common", hall.RosterQuery{Background: hall.OldMember, Grade: "特级", Time: hall.OnlyFullTime}},
	} {
		c.q.Limit = 60
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := d.Roster(ctx, c.q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	page, err := d.Cases(ctx, hall.CaseQuery{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("suggest", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Suggest(ctx, page.Rows[0].ID, "", 20); err != nil {
				b.Fatal(err)
			}
		}
	})
}
