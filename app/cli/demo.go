package cli

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"sizhen/store"
	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/views/text"
)

const (
	demoFolder = "sizhen-demo-"
	demoAge    = 24 * time.Hour // a folder untouched for longer was left by a run that was killed
)

func (r *run) demoCommand() *cobra.Command {
	return r.command("demo", text.Commands.Demo, noArgs, func(cmd *cobra.Command, _ []string) error {
		if err := r.needTerminal(); err != nil {
			return err
		}
		return r.demo(cmd.Context())
	})
}

// demo opens a sample hall in a folder of its own, which is removed however it ends.
func (r *run) demo(ctx context.Context) error {
	removeOldDemos(os.TempDir(), time.Now())
	return r.inSample(ctx, os.TempDir(), func(st *store.Store, p place, actor hall.Actor) error {
		here := session{store: st, actor: actor, place: p}
		if r.flags.now == "" {
			here.hello = demoHello(st.Now(), time.Now())
		}
		return r.show(ctx, here)
	})
}

// demoHello says on which day a demo begins, where that is not now.
func demoHello(begins, now time.Time) text.Message {
	if begins.Sub(now).Abs() <= time.Minute {
		return text.Message{}
	}
	return demoDay.With("day", text.Day(hall.DayOf(begins))).With("time", begins.Format("15:04"))
}

// inSample lends a filled sample hall to fn and removes every trace of it afterwards.
func (r *run) inSample(ctx context.Context, temp string, fn func(*store.Store, place, hall.Actor) error) (err error) {
	dir, err := os.MkdirTemp(temp, demoFolder)
	if err != nil {
		return at(temp, err)
	}
	defer os.RemoveAll(dir)
	p := place{config: filepath.Join(dir, "hall.toml"), data: dir}
	s := seed.Sample()
	s.Demo, s.Language = true, r.flags.lang
	now, err := r.sampleClock(s)
	if err != nil {
		return err
	}
	f := sampleFounder(hall.SamplePassword)
	o := store.Options{Path: p.store(), NoSync: true, Settings: s, Now: now, Program: "sizhen demo", Quick: r.quick} // nothing here outlives the run
	st, actor, err := store.Create(ctx, o, hall.Staff{Name: f.name, Login: f.login}, "", f.password)
	if err != nil {
		return at(p.store(), err)
	}
	defer func() {
		if e := st.Close(); err == nil {
			err = e
		}
	}()
	much := seedFlags{cases: 420, mediators: 14, orgs: 20, years: 1, rng: 1}
	if err := r.fill(ctx, st, much); err != nil {
		return at(p.store(), err)
	}
	if _, err := seed.Accounts(ctx, st, actor, f.password); err != nil {
		return at(p.store(), err)
	}
	if err := seed.Today(ctx, st, actor, r.seedOptions(st, much)); err != nil {
		return at(p.store(), err)
	}
	r.endMeter()
	return fn(st, p, actor)
}

// sampleClock is the clock of a demo: the system's while the sample's hall would be open, else one
// that begins on the working morning nearest to it, when there is something to see.
func (r *run) sampleClock(s hall.Settings) (func() time.Time, error) {
	now, err := r.clock(s.Zone)
	if err != nil || r.flags.now != "" {
		return now, err
	}
	off := morning(almanac.Calendar(s), s, now()).Sub(now())
	return func() time.Time { return now().Add(off) }, nil
}

// morningAt is when a sample's morning begins: a quarter past ten, in minutes.
const morningAt = 10*60 + 14

// morning is the moment itself where the hall is open then and has been for an hour, else the
// nearest working morning.
func morning(c *hall.Calendar, s hall.Settings, at time.Time) time.Time {
	today, minute := hall.DayOf(at), hall.MinuteOf(at)
	for _, h := range c.On(today).Hours {
		if minute >= h[0]+60 && minute < h[1] {
			return at
		}
	}
	var best time.Time
	for d := today - 30; d <= today+30; d++ {
		if m := d.At(morningAt, s.Zone); c.On(d).Open && (best.IsZero() || m.Sub(at).Abs() < best.Sub(at).Abs()) {
			best = m
		}
	}
	if best.IsZero() {
		return at
	}
	return best
}

// removeOldDemos clears what demos left that were killed.
func removeOldDemos(temp string, now time.Time) {
	old, _ := filepath.Glob(filepath.Join(temp, demoFolder+"*"))
	for _, dir := range old {
		last := dir
		if _, err := os.Stat(filepath.Join(dir, "hall.db")); err == nil {
			last = filepath.Join(dir, "hall.db")
		}
		if info, err := os.Lstat(last); err == nil && now.Sub(info.ModTime()) > demoAge {
			_ = os.RemoveAll(dir) // another person's stays: it cannot be removed
		}
	}
}
