// Package apptest drives the program in tests as a person does: it presses keys, types,
// pastes, and reads the screen. Commands run at once, one after the other; timers fire when
// the test says so; nothing waits and nothing sleeps. Two drivers on one store are two desks.
package apptest

import (
	"context"
	"io"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/app"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/kit/cell"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// Driver is one person at one desk.
type Driver struct {
	t       testing.TB
	h       *storetest.Hall
	m       *app.Model
	w, hgt  int
	timers  []timer
	changes <-chan hall.Changed
	heard   uint64 // the last change that was delivered
	close   func()
	apart   bool // commands run on goroutines of their own
	quit    bool
	keys    int // pressed so far
	lang    text.Lang
	faults  bool
}

type timer struct {
	at  time.Time
	msg tea.Msg
}

// Options changes how a driver begins.
type Options struct {
	Actor *hall.Actor // nil: the sign-in screen
	Lang  text.Lang
	W, H  int // 80×24 when zero
	// Look is the terminal's; nil: one without colours.
	Look *theme.Options
	// Screens stand in for the program's own.
	Screens map[views.Screen]func(*views.Env, views.Route) views.View
	// Only drives one screen that stands alone, without a store, as the set-up does.
	Only func(*views.Env) views.View
	Log  *slog.Logger
	// Apart runs commands on goroutines of their own, several at once, as the program does: with
	// the race detector that shows what they share with the screens.
	Apart  bool
	Warn   text.Message // what the store was opened with
	Damage text.Message // what is wrong in the store
	Faults bool         // an error that nobody foresaw is what the test is about
	// Rescue copies the store when it was moved; nil: it cannot.
	Rescue func(context.Context, app.Unkept) (string, error)
	// Sample: made-up people are in it.
	Sample bool
	// Settings takes changed settings; nil, as in a sample hall: they stay.
	Settings views.SaveSettings
	// Export takes the files that screens hand out; nil, as in a sample hall: there are none.
	Export func(ctx context.Context, name string, write func(io.Writer) error) (string, error)
}

// New opens the program on a test's hall, signed in as its boss.
func New(t testing.TB, h *storetest.Hall) *Driver {
	t.Helper()
	return Open(t, h, Options{Actor: &h.Boss})
}

// Open opens the program.
func Open(t testing.TB, h *storetest.Hall, o Options) *Driver {
	t.Helper()
	d := &Driver{t: t, h: h, w: 80, hgt: 24, lang: o.Lang, faults: o.Faults, apart: o.Apart}
	if o.W > 0 {
		d.w, d.hgt = o.W, o.H
	}
	ctx, stop := context.WithCancel(context.Background())
	d.close = stop
	t.Cleanup(d.Close)
	d.changes, d.heard = h.Watch(ctx), h.Seq()
	look := theme.Options{Depth: theme.NoColor}
	if o.Look != nil {
		look = *o.Look
	}
	st := h.Store
	if o.Only != nil {
		st = nil
	}
	d.m = app.New(app.Options{
		Store: st, Actor: o.Actor, Lang: o.Lang, Look: look, Log: o.Log,
		Screens: o.Screens, Only: o.Only, Settings: h.Settings(), Now: h.Clock.Now, Mono: d.mono, Export: o.Export, Rescue: o.Rescue, SaveSettings: o.Settings,
		Warn: o.Warn, Damage: o.Damage, Sample: o.Sample,
	})
	d.run(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: d.w, Height: d.hgt})
	return d
}

// send gives the program a message and runs what comes of it until nothing is left to do.
func (d *Driver) send(msg tea.Msg) {
	d.t.Helper()
	d.hand(msg)
	d.listen()
}

// listen delivers what was written at this desk or another, as the store tells every session.
func (d *Driver) listen() {
	d.t.Helper()
	for d.heard < d.h.Seq() {
		c, ok := <-d.changes
		if !ok {
			return // the store was closed
		}
		d.heard = c.Seq
		d.hand(app.Changed{Changed: c})
	}
}

// Close ends the session: nothing of it is told of changes any more. It is closed with the test.
func (d *Driver) Close() {
	d.close()
	d.m.Close()
}

// hand is send when nothing was written.
func (d *Driver) hand(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.m.Update(msg)
	d.run(cmd)
	d.check()
}

func (d *Driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if d.apart {
		d.runApart(cmd)
		return
	}
	queue := []tea.Cmd{cmd}
	for n := 0; len(queue) > 0; n++ {
		if n > 10000 {
			d.t.Fatal("the program never comes to rest")
		}
		next := queue[0]
		queue = queue[1:]
		if next == nil {
			continue
		}
		queue = append(queue, d.took(next())...)
	}
}

// took gives the program what a command came to, and returns the commands that come of it.
func (d *Driver) took(msg tea.Msg) []tea.Cmd {
	switch msg := msg.(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		return msg
	case tea.QuitMsg:
		d.quit = true
		return nil
	default:
		if due, deliver, ok := app.Deferred(msg); ok {
			d.timers = append(d.timers, timer{d.h.Clock.Now().Add(due), deliver})
			return nil
		}
		_, more := d.m.Update(msg)
		return []tea.Cmd{more}
	}
}

// runApart runs commands each on a goroutine of its own until all are done; the program draws
// itself meanwhile.
func (d *Driver) runApart(cmd tea.Cmd) {
	answers, under := make(chan tea.Msg), 0
	start := func(cmds ...tea.Cmd) {
		for _, c := range cmds {
			if c != nil {
				under++
				go func() { answers <- c() }()
			}
		}
	}
	for start(cmd); under > 0; under-- {
		d.m.Frame()
		start(d.took(<-answers)...)
	}
}

// check holds what must be true after every key.
func (d *Driver) check() {
	d.t.Helper()
	f := d.m.Frame()
	if len(f.Lines) != d.hgt {
		d.t.Fatalf("%d lines, the window has %d", len(f.Lines), d.hgt)
	}
	for i, l := range f.Lines {
		if n := cell.Width(l); n != d.w {
			d.t.Fatalf("line %d is %d cells wide, the window %d:\n%s", i, n, d.w, ansi.Strip(l))
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.X >= d.w || c.Y < 0 || c.Y >= d.hgt) {
		d.t.Fatalf("the cursor stands at %v, outside the window", *c)
	}
	level, what := d.m.Toast()
	if d.faults || what.IsZero() {
		return
	}
	said := what.In(d.lang)
	if level == views.Fault || said == text.Err(kv.ErrDamaged).In(d.lang) || said == text.Err(store.ErrDamaged).In(d.lang) {
		d.t.Fatalf("a fault: %s", said)
	}
}

// Press presses keys by name: "f3", "enter", "ctrl+s", "1".
func (d *Driver) Press(keys ...string) *Driver {
	d.t.Helper()
	for _, k := range keys {
		d.keys++
		d.send(Key(k))
	}
	return d
}

// mono is a clock that nobody sets: somebody looks at the screen between two keys.
func (d *Driver) mono() time.Time { return d.h.Clock.Now().Add(time.Duration(d.keys) * time.Second) }

// Burst presses keys as a card reader or a fast clerk does: nobody looks at the screen between them.
func (d *Driver) Burst(keys ...string) *Driver {
	d.t.Helper()
	d.keys++
	for _, k := range keys {
		d.send(Key(k))
	}
	return d
}

// Type types a text as a terminal delivers it, an input method's too: character by character.
func (d *Driver) Type(s string) *Driver {
	d.t.Helper()
	for _, r := range s {
		d.keys++
		d.send(tea.KeyPressMsg{Text: string(r), Code: r})
	}
	return d
}

// Letters types letters and digits.
func (d *Driver) Letters(s string) *Driver { d.t.Helper(); return d.Type(s) }

// Paste pastes a text.
func (d *Driver) Paste(s string) *Driver {
	d.t.Helper()
	d.send(tea.PasteMsg{Content: s})
	return d
}

// Resize changes the window.
func (d *Driver) Resize(w, h int) *Driver {
	d.t.Helper()
	d.w, d.hgt = w, h
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// Advance moves the hall's clock and fires what falls due meanwhile. What a timer writes is
// not told: Reload tells it.
func (d *Driver) Advance(by time.Duration) *Driver {
	d.t.Helper()
	end := d.h.Clock.Now().Add(by)
	for {
		slices.SortStableFunc(d.timers, func(a, b timer) int { return a.at.Compare(b.at) })
		if len(d.timers) == 0 || d.timers[0].at.After(end) {
			break
		}
		next := d.timers[0]
		d.timers = d.timers[1:]
		if next.at.After(d.h.Clock.Now()) {
			d.h.Clock.Set(next.at)
		}
		d.hand(next.msg)
	}
	d.h.Clock.Set(end)
	return d
}

// Rest lets typing rest, so that what waits for that happens.
func (d *Driver) Rest() *Driver { d.t.Helper(); return d.Advance(2 * time.Second) }

// Hear delivers what was changed at any desk, this one included. It
// fails the test when nothing was.
func (d *Driver) Hear() *Driver {
	d.t.Helper()
	if d.heard == d.h.Seq() {
		d.t.Fatal("nothing was changed at any desk")
	}
	d.listen()
	return d
}

// Reload has the screen read again, as after a change.
func (d *Driver) Reload() *Driver {
	d.t.Helper()
	d.send(app.Changed{})
	return d
}

// Painted are the screen's lines with their colours.
func (d *Driver) Painted() []string { return d.m.Frame().Lines }

// Screen is what stands on the screen, as plain text.
func (d *Driver) Screen() string {
	lines := d.m.Frame().Lines
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(out, "\n")
}

// Terminate asks the program to end as the system does when it wants it gone.
func (d *Driver) Terminate() *Driver {
	d.t.Helper()
	d.send(app.Stop{})
	return d
}

// Quit reports whether the program has ended.
func (d *Driver) Quit() bool { return d.quit }

var blanks = regexp.MustCompile(`\s+`)

// squeeze makes a screen comparable whatever its columns are.
func squeeze(s string) string { return blanks.ReplaceAllString(s, " ") }

// Expect fails the test unless each text stands on the screen.
func (d *Driver) Expect(texts ...string) *Driver {
	d.t.Helper()
	for _, s := range texts {
		if !strings.Contains(squeeze(d.Screen()), squeeze(s)) {
			d.t.Fatalf("%q is not on the screen:\n%s", s, d.Screen())
		}
	}
	return d
}

// ExpectNot fails the test if a text stands on the screen.
func (d *Driver) ExpectNot(texts ...string) *Driver {
	d.t.Helper()
	for _, s := range texts {
		if strings.Contains(squeeze(d.Screen()), squeeze(s)) {
			d.t.Fatalf("%q is on the screen:\n%s", s, d.Screen())
		}
	}
	return d
}
