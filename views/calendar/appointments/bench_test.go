package appointments_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/calendar/appointments"
	"sizhen/views/text"
)

// fullWeek is a city's store in which the days around today are booked out: every hour of
// every room, by as many mediators, as a person at the desk would book them.
func fullWeek(b *testing.B, cases int) (*store.Desk, int) {
	b.Helper()
	s := storetest.Settings()
	s.Rooms = append(s.Rooms, "三室", "四室")
	o := store.Options{Path: filepath.Join(b.TempDir(), "hall.db"), Settings: s, NoSync: true, Now: storetest.Start}
	st, boss, err := store.Create(ctx, o, hall.Staff{Login: "chenfang", Name: "陈芳"}, "", storetest.Password)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	if err := seed.Fill(ctx, st, seed.Options{Cases: cases, Mediators: max(cases/40, 10), Years: 1, RNG: 1, Now: st.Now()}); err != nil {
		b.Fatal(err)
	}
	d := st.Desk(boss)
	page, err := d.Cases(ctx, hall.CaseQuery{Filter: hall.OpenCases, Limit: 200})
	if err != nil {
		b.Fatal(err)
	}
	n, next := 0, 0
	for day := today(); day < today()+14; day++ {
		for _, h := range d.Calendar().On(day).Hours {
			for from := h[0]; from+60 <= h[1]; from += 60 {
				for _, room := range s.Rooms {
					for range page.Rows { // whoever is free then
						row := page.Rows[next%len(page.Rows)]
						next++
						if _, err := d.Book(ctx, row.ID, 0, hall.Booking{Slot: hall.Slot{Day: day, From: from, To: from + 60}, Room: room}); err == nil {
							n++
							break
						}
					}
				}
			}
		}
	}
	return d, n
}

// A full week read from a city's store and drawn, as when somebody turns the page; the month
// around it; and a key that moves the cursor.
func BenchmarkCalendar(b *testing.B) {
	sizes := []int{1000, 31242}
	if testing.Short() {
		sizes = sizes[:1]
	}
	for _, n := range sizes {
		desk, booked := fullWeek(b, n)
		env := apptest.Env(text.Zh, every)
		env.Desk = desk
		for name, keys := range shapes() {
			v := appointments.New(env, views.Route{Day: today() + 7})
			for _, k := range append([]string{"ctrl+t"}, keys...) {
				press(v, k)
			}
			settle(v)
			b.Run(fmt.Sprintf("%d/%s/load+draw", n, name), func(b *testing.B) {
				for b.Loop() {
					settle(v)
					v.Draw(120, 32)
				}
				b.ReportMetric(float64(booked), "booked")
			})
			b.Run(fmt.Sprintf("%d/%s/draw", n, name), func(b *testing.B) {
				for b.Loop() {
					v.Draw(120, 32)
				}
			})
			b.Run(fmt.Sprintf("%d/%s/key+draw", n, name), func(b *testing.B) {
				for b.Loop() {
					v.Update(apptest.Key("down"))
					v.Update(apptest.Key("up"))
					v.Draw(120, 32)
				}
			})
		}
	}
}
