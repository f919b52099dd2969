// Package dispute_test drives the screens of disputes. They are one package because whatever drives
// the program links all of it.
package dispute_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
)

func ctx() context.Context { return context.Background() }

func today() hall.Day { return hall.DayOf(storetest.Start()) }

func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// routed opens a screen as a link leads to it.
func routed(t *testing.T, h *storetest.Hall, open func(*views.Env, views.Route) views.View, r views.Route) *apptest.Driver {
	t.Helper()
	return apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: map[views.Screen]func(*views.Env, views.Route) views.View{
		views.Board: func(env *views.Env, _ views.Route) views.View { return open(env, r) },
	}})
}
