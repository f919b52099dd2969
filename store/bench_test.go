package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// sizes are a township's few years and a city's one. -short leaves the city out.
func sizes() []int {
	if testing.Short() {
		return []int{1000}
	}
	return []int{1000, 31242}
}

// filled makes a sample store once for a size and returns its options and its boss.
func filled(b *testing.B, n int) (store.Options, hall.Actor) {
	b.Helper()
	o := store.Options{Path: filepath.Join(b.TempDir(), "hall.db"), Settings: storetest.Settings(), NoSync: true, Now: storetest.Start}
	st, boss, err := store.Create(ctx, o, hall.Staff{Login: "chenfang", Name: "陈芳"}, "", storetest.Password)
	if err != nil {
		b.Fatal(err)
	}
	if err := seed.Fill(ctx, st, seed.Options{Cases: n, Mediators: max(n/40, 10), Years: 1, RNG: 1, Now: st.Now()}); err != nil {
		b.Fatal(err)
	}
	if err := seed.Today(ctx, st, boss, seed.Options{RNG: 1}); err != nil {
		b.Fatal(err)
	}
	if err := st.Close(); err != nil {
		b.Fatal(err)
	}
	if err := store.Compact(ctx, o.Path, "bench"); err != nil { // as the seed command does
		b.Fatal(err)
	}
	o.NoSync = false
	return o, boss
}

func reopen(b *testing.B, o store.Options) *store.Store {
	b.Helper()
	st, err := store.Open(ctx, o)
	if err != nil {
		b.Fatal(err)
	}
	return st
}

func BenchmarkStore(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			o, boss := filled(b, n)
			b.Run("open+board", func(b *testing.B) {
				for b.Loop() {
					st := reopen(b, o)
					if _, err := st.Desk(boss).Board(ctx); err != nil {
						b.Fatal(err)
					}
					_ = st.Close()
				}
			})
			st := reopen(b, o)
			defer st.Close()
			benchReads(b, st.Desk(boss))
			benchIntake(b, st.Desk(boss))
		})
	}
}

func benchReads(b *testing.B, d *store.Desk) {
	run := func(name string, fn func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := fn(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("board", func() error { _, err := d.Board(ctx); return err })
	run("first page", func() error { _, err := d.Cases(ctx, hall.CaseQuery{Limit: 50}); return err })
	run("page in the middle", func() error { _, err := d.Cases(ctx, hall.CaseQuery{After: 500, Limit: 50}); return err })
	run("case", func() error { _, err := d.Case(ctx, 500); return err })
	for name, q := range map[string]string{"by surname": "王", "by initials": "wj", "by two words": "屋檐 王建国", "by number": "2026-87"} {
		run("search "+name, func() error { _, err := d.Search(ctx, q, 20); return err })
	}
}

// One durable intake, beside a bare write of the same bytes with the two fdatasyncs that
// bbolt needs: its floor.
func benchIntake(b *testing.B, d *store.Desk) {
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	bytes := 60 * pageSize // about the pages that an intake touches, where the system does not count
	b.Run("durable intake", func(b *testing.B) {
		before, n := writtenBytes(), 0
		for b.Loop() {
			if _, err := d.FinishIntake(context.Background(), 0, in); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if wrote := writtenBytes() - before; wrote > 0 {
			bytes = wrote / n
		}
		b.ReportMetric(float64(bytes), "written-B/op")
	})
	b.Run("floor of the intake", func(b *testing.B) { benchFloor(b, bytes) })
	b.Run("durable draft", func(b *testing.B) {
		dr := hall.Draft{Title: "章雪琴", Intake: in}
		for b.Loop() {
			var err error
			if dr, err = d.SaveDraft(ctx, dr); err != nil {
				b.Fatal(err)
			}
		}
	})
}

const pageSize = 4096

// benchFloor writes bytes in whole pages, and then the page that makes them valid.
func benchFloor(b *testing.B, bytes int) {
	f, err := os.Create(filepath.Join(b.TempDir(), "floor"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	data, head := make([]byte, max(bytes/pageSize-1, 1)*pageSize), make([]byte, pageSize)
	for b.Loop() {
		for _, w := range []struct {
			buf []byte
			at  int64
		}{{data, 2 * pageSize}, {head, 0}} {
			if _, err := f.WriteAt(w.buf, w.at); err != nil {
				b.Fatal(err)
			}
			if err := datasync(f); err != nil {
				b.Fatal(err)
			}
		}
	}
}
