package app_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app"
	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
	"sizhen/views/theme"
)

// A key through Update and Draw on every screen, in a township's store and in a city's: what
// a person waits for before the program can show anything.
func BenchmarkKeystroke(b *testing.B) {
	sizes := []int{1000, 31242}
	if testing.Short() {
		sizes = sizes[:1]
	}
	for _, n := range sizes {
		st, boss := city(b, n)
		for _, e := range every {
			b.Run(fmt.Sprintf("%d/%s", n, e.name), func(b *testing.B) {
				m := opened(st, boss, e.keys)
				key := apptest.Key("down")
				for b.Loop() {
					m.Update(key)
					m.View()
				}
			})
		}
	}
}

// Opening the store and drawing the first board, as at the program's start.
func BenchmarkFirstBoard(b *testing.B) {
	sizes := []int{1000, 31242}
	if testing.Short() {
		sizes = sizes[:1]
	}
	for _, n := range sizes {
		st, boss := city(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				m := opened(st, boss, nil)
				m.View()
			}
		})
	}
}

func city(b *testing.B, n int) (*store.Store, hall.Actor) {
	b.Helper()
	ctx := context.Background()
	o := store.Options{Path: filepath.Join(b.TempDir(), "hall.db"), Settings: storetest.Settings(), NoSync: true, Now: storetest.Start}
	st, boss, err := store.Create(ctx, o, hall.Staff{Login: "chenfang", Name: "陈芳"}, "", storetest.Password)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	fill := seed.Options{Cases: n, Mediators: max(n/40, 10), Years: 1, RNG: 1, Now: st.Now()}
	if err := seed.Fill(ctx, st, fill); err != nil {
		b.Fatal(err)
	}
	if err := seed.Today(ctx, st, boss, fill); err != nil {
		b.Fatal(err)
	}
	return st, boss
}

// opened is the program after some keys, its commands run to the end.
func opened(st *store.Store, boss hall.Actor, keys []string) *app.Model {
	m := app.New(app.Options{
		Store: st, Actor: &boss, Look: theme.Options{NoColor: true},
		After: func(time.Duration, tea.Msg) tea.Cmd { return nil },
	})
	var run func(tea.Cmd)
	run = func(c tea.Cmd) {
		if c == nil {
			return
		}
		switch msg := c().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				run(c)
			}
		default:
			_, more := m.Update(msg)
			run(more)
		}
	}
	run(m.Init())
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	for _, k := range keys {
		_, c := m.Update(apptest.Key(k))
		run(c)
	}
	return m
}
