// Package storetest opens a hall's store in a test's own folder, with a clock that the test
// sets, runs every write twice, the first run thrown away, and checks the store whole when the
// test ends. Passwords cost nothing to hash, and what is written is on disk when the store closes.
package storetest

import (
	"context"
	"flag"
	"path/filepath"
	"runtime/debug"
	"sync"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
)

// Password is every test account's.
const Password = "test-password"

// Clock is a clock that stands still until it is set.
type Clock struct {
	mu      sync.Mutex
	t       time.Time
	elapsed time.Duration
}

// Now is what the clock shows.
func (c *Clock) Now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.t }

// Set puts the clock to a moment, forward or back.
func (c *Clock) Set(t time.Time) { c.mu.Lock(); defer c.mu.Unlock(); c.t = t }

// Add lets time pass: the clock moves on, and the program has been running longer. Less than
// nothing sets the clock back.
func (c *Clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t, c.elapsed = c.t.Add(d), c.elapsed+max(d, 0)
}

// Elapsed is how long the program has been running. No setting of the clock changes it.
func (c *Clock) Elapsed() time.Duration { c.mu.Lock(); defer c.mu.Unlock(); return c.elapsed }

// Hall is a test's hall.
type Hall struct {
	*store.Store
	T     testing.TB
	Clock *Clock
	Boss  hall.Actor // all roles
	Path  string
	opts  store.Options
}

// Settings is the hall that tests use.
func Settings() hall.Settings {
	s := hall.Defaults()
	s.Name, s.Code, s.Word = "百官街道联合调解中心", "BG", "百"
	return s
}

// Start is what the clock of a new Hall shows: Tuesday 24 November 2026, 10:14.
func Start() time.Time { return start }

var start = time.Date(2026, 11, 24, 10, 14, 0, 0, hall.Defaults().Zone)

// Tests make much garbage and keep little of what they make: collecting it seldom takes a
// quarter of the time off them. And a property is tried with 30 drawings unless -rapid.checks
// says otherwise, as the gate does.
func init() {
	debug.SetGCPercent(800)
	if err := flag.Set("rapid.checks", "30"); err != nil {
		panic(err) // kvtest, which is imported here, does not use rapid any more
	}
}

// New makes a hall with one person, 陈芳, who holds every role.
func New(t testing.TB) *Hall {
	t.Helper()
	h := &Hall{T: t, Clock: &Clock{t: Start()}, Path: filepath.Join(t.TempDir(), "hall.db")}
	h.opts = store.Options{
		Path: h.Path, Settings: Settings(), Now: h.Clock.Now, Elapsed: h.Clock.Elapsed, Program: "test", NoSync: true, Quick: true, Engine: kvtest.Twice,
	}
	st, boss, err := store.Create(context.Background(), h.opts, hall.Staff{Login: "chenfang", Name: "陈芳"}, "小港村", Password)
	if err != nil {
		t.Fatal(err)
	}
	h.Store, h.Boss = st, boss
	t.Cleanup(func() {
		h.MustCheck()
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

// Reopen closes the store and opens it again.
func (h *Hall) Reopen() {
	h.T.Helper()
	if err := h.Close(); err != nil {
		h.T.Fatal(err)
	}
	st, err := store.Open(context.Background(), h.opts)
	if err != nil {
		h.T.Fatal(err)
	}
	h.Store = st
}

// MustCheck fails the test if the store has a fault.
func (h *Hall) MustCheck() {
	h.T.Helper()
	faults, err := h.Check(context.Background(), nil)
	if err != nil {
		h.T.Error(err)
	}
	for _, f := range faults {
		h.T.Error(f)
	}
}

// Add makes an account and returns its desk.
func (h *Hall) Add(login, name string, roles hall.Role) *store.Desk {
	h.T.Helper()
	_, err := h.Desk(h.Boss).AddStaff(context.Background(), hall.Staff{Login: login, Name: name, Roles: roles}, "", Password)
	if err != nil {
		h.T.Fatal(err)
	}
	a, err := h.SignIn(context.Background(), login, Password)
	if err != nil {
		h.T.Fatal(err)
	}
	return h.Desk(a)
}

// Intake is a complete intake: 章雪琴 against 章阿根, neighbours, dripping eaves.
func Intake(end hall.Ending) hall.Intake {
	return hall.Intake{
		Parties: []hall.Party{
			{Side: hall.Applicant, Details: hall.Details{Name: "章雪琴", Sex: hall.Female, Phone: "10012346021", Village: "小港村"}},
			{Side: hall.Respondent, Details: hall.Details{Name: "章阿根", Village: "小港村", Phone: "10012340002"}},
		},
		Matter: hall.Matter{Type: "neighbours", Subject: "滴水", Facts: "翻建房屋滴水距界墙仅0.3米,雨天水入院内,协商两次未果"}, End: end,
	}
}
