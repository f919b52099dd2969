package app_test

import (
	"context"
	"errors"
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
	"sizhen/views/kit/theme"
)

// A key through Update and Draw on every screen, in a township's store and in a city's: what
// a person waits for before the program can show anything; bare, and with the ground painted on
// every cell.
func BenchmarkKeystroke(b *testing.B) {
	for _, n := range sizes() {
		st, boss := reopen(b, city(b, n))
		for _, e := range every {
			for name, depth := range map[string]theme.Depth{"bare": theme.NoColor, "painted": theme.TrueColor} {
				b.Run(fmt.Sprintf("%d/%s/%s", n, e.name, name), func(b *testing.B) {
					m := opened(st, boss, e.keys, depth)
					key := apptest.Key("down")
					for b.Loop() {
						m.Update(key)
						m.View()
					}
				})
			}
		}
		if err := st.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// Opening the store and drawing the first board, as at the program's start.
func BenchmarkFirstBoard(b *testing.B) {
	for _, n := range sizes() {
		o := city(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				st, boss := reopen(b, o)
				opened(st, boss, nil, theme.NoColor).View()
				if err := st.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// sizes are a township's few years and a city's one. -short leaves the city out.
func sizes() []int {
	if testing.Short() {
		return []int{1000}
	}
	return []int{1000, 31242}
}

// city fills a store, as the seed command does.
func city(b *testing.B, n int) store.Options {
	b.Helper()
	ctx := context.Background()
	o := store.Options{Path: filepath.Join(b.TempDir(), "hall.db"), Settings: storetest.Settings(), NoSync: true, Now: storetest.Start}
	st, boss, err := store.Create(ctx, o, hall.Staff{Login: "chenfang", Name: "陈芳"}, "", storetest.Password)
	if err != nil {
		b.Fatal(err)
	}
	fill := seed.Options{Cases: n, Mediators: max(n/40, 10), Years: 1, RNG: 1, Now: st.Now()}
	err = errors.Join(seed.Fill(ctx, st, fill), seed.Today(ctx, st, boss, fill), st.Close(), store.Compact(ctx, o.Path, "bench"))
	if err != nil {
		b.Fatal(err)
	}
	o.NoSync = false
	return o
}

func reopen(b *testing.B, o store.Options) (*store.Store, hall.Actor) {
	b.Helper()
	st, err := store.Open(context.Background(), o)
	if err != nil {
		b.Fatal(err)
	}
	all := hall.Actor{Staff: 1, Name: "陈芳"} // who set the hall up holds every role
	for _, r := range hall.AllRoles() {
		all.Roles |= r
	}
	return st, all
}

// opened is the program after some keys, its commands run to the end.
func opened(st *store.Store, boss hall.Actor, keys []string, depth theme.Depth) *app.Model {
	m := app.New(app.Options{
		Store: st, Actor: &boss, Look: theme.Options{Depth: depth},
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
