package cli

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"sizhen/app"
	"sizhen/store"
	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/views/text"
)

// A sample opened when a hall is shut begins on the nearest working morning, and says so.
func TestASampleBeginsOnAWorkingMorning(t *testing.T) {
	t.Parallel()
	s := seed.Sample()
	c := almanac.Calendar(s)
	at := func(day hall.Day, hour, minute int) time.Time { return day.At(hour*60+minute, s.Zone) }
	for _, x := range []struct {
		what     string
		now, day hall.Day
		h, m     int
	}{
		{what: "Saturday at noon: Friday is nearer", now: hall.NewDay(2026, 11, 28), h: 12, day: hall.NewDay(2026, 11, 27)},
		{what: "Sunday evening: Monday", now: hall.NewDay(2026, 11, 29), h: 20, day: hall.NewDay(2026, 11, 30)},
		{what: "seven in the morning: the same day", now: hall.NewDay(2026, 11, 24), h: 7, day: hall.NewDay(2026, 11, 24)},
		{what: "late in the evening: the next", now: hall.NewDay(2026, 11, 24), h: 23, day: hall.NewDay(2026, 11, 25)},
		{what: "the noon break: the same day", now: hall.NewDay(2026, 11, 24), h: 12, day: hall.NewDay(2026, 11, 24)},
		{what: "National Day", now: hall.NewDay(2026, 10, 2), h: 9, day: hall.NewDay(2026, 9, 30)},
	} {
		got, want := morning(c, s, at(x.now, x.h, x.m)), at(x.day, 10, 14)
		if !got.Equal(want) {
			t.Errorf("%s: %v, want %v", x.what, got, want)
		}
		said := demoHello(got, at(x.now, x.h, x.m))
		if in := said.In(text.Zh); !strings.Contains(in, text.Day(x.day).In(text.Zh)+" 10:14") {
			t.Errorf("%s: says %q", x.what, in)
		}
	}
	now := at(hall.NewDay(2026, 11, 24), 15, 2)
	if got := morning(c, s, now); !got.Equal(now) || demoHello(got, now).In(text.Zh) != "" {
		t.Error("an hour at which the hall is open is changed")
	}
}

// In a sample one account a role can be signed in to, all with one password.
func TestASampleHasAnAccountForEachRole(t *testing.T) {
	t.Parallel()
	r := &run{quick: true, stderr: io.Discard, lang: text.Zh, flags: flags{now: "2026-11-24T10:14"}}
	err := r.inSample(context.Background(), t.TempDir(), func(st *store.Store, _ place, _ hall.Actor) error {
		var roles hall.Role
		for _, login := range []string{"yulijuan", "tiaojie", "zhiban", "zhoujianping", "zhengmin"} {
			a, err := st.SignIn(context.Background(), login, hall.SamplePassword)
			if err != nil {
				t.Errorf("%s: %v", login, err)
			}
			if a.Roles.Has(hall.RoleMediator) && a.Mediator == 0 {
				t.Errorf("%s is a mediator and stands on no roster", login)
			}
			roles |= a.Roles
		}
		for _, role := range hall.AllRoles() {
			if !roles.Has(role) {
				t.Errorf("nobody has the role %d", role)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// COLORFGBG ends in the ground's place among the sixteen colours.
func TestTheGroundIsReadFromColorfgbg(t *testing.T) {
	t.Parallel()
	for v, want := range map[string]app.Ground{
		"15;0": app.DarkGround, "0;15": app.LightGround, "0;default;7": app.LightGround, "12;8": app.DarkGround, "": 0, "default;default": 0,
	} {
		r := &run{env: func(k string) string { return map[string]string{"COLORFGBG": v}[k] }}
		if got := r.ground(); got != want {
			t.Errorf("%q is %v, want %v", v, got, want)
		}
	}
}
