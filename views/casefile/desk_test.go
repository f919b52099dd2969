package casefile

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/theme"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// desk is a case file and somebody at the keys, with what the root would do for it.
type desk struct {
	t      *testing.T
	hall   *storetest.Hall
	env    *views.Env
	view   *View
	dialog views.Dialog
	toast  string
	fail   error
	went   views.Route
	timers []tea.Msg
	w, h   int
}

func environment(h *storetest.Hall, actor hall.Actor, lang text.Lang) *views.Env {
	return &views.Env{Session: views.Session{Desk: h.Desk(actor), Actor: actor, Settings: h.Settings(), Lang: lang, Styles: theme.New(theme.Options{}), Now: h.Now}}
}

func open(t *testing.T, h *storetest.Hall, actor hall.Actor, lang text.Lang, r views.Route) *desk {
	d := &desk{t: t, hall: h, env: environment(h, actor, lang), w: 80, h: 20}
	d.env.After = func(_ time.Duration, m tea.Msg) tea.Cmd {
		return func() tea.Msg { d.timers = append(d.timers, m); return nil }
	}
	d.view = New(d.env, r).(*View)
	d.run(d.view.Load())
	return d
}

// opened is a hall with one accepted case, a drip between neighbours about 1,800.50 yuan.
func opened(t *testing.T, change func(*hall.Intake)) (*storetest.Hall, hall.CaseID) {
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Amount = 180050
	if change != nil {
		change(&in)
	}
	res, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	return h, res.Case
}

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			d.run(c)
		}
	case views.OpenMsg:
		d.dialog = m.View
		d.toDialog(m.View.Load())
	case views.CloseMsg:
		d.dialog = nil
		if m.Answer != nil {
			d.run(d.view.Update(m.Answer))
		}
	case views.ToastMsg:
		d.toast = m.Text.In(d.env.Lang)
	case views.FailMsg:
		d.fail, d.toast = m.Err, text.Err(m.Err).In(d.env.Lang)
	case views.GoMsg:
		d.went = m.To
	default:
		d.run(d.view.Update(m))
	}
}

// toDialog runs a command of the dialog, whose replies are its own.
func (d *desk) toDialog(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			d.toDialog(c)
		}
	case views.OpenMsg, views.CloseMsg, views.ToastMsg, views.FailMsg, views.GoMsg:
		d.run(func() tea.Msg { return m })
	default:
		if d.dialog != nil {
			d.toDialog(d.dialog.Update(m))
		}
	}
}

func key(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "down": tea.KeyDown, "up": tea.KeyUp, "esc": tea.KeyEscape, "end": tea.KeyEnd, "left": tea.KeyLeft,
		"right": tea.KeyRight, "tab": tea.KeyTab, "pgdown": tea.KeyPgDown,
	}
	if c, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: c}
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func (d *desk) press(names ...string) *desk {
	d.t.Helper()
	for _, n := range names {
		d.one(key(n))
	}
	return d
}

func (d *desk) one(m tea.Msg) {
	if d.dialog != nil {
		d.toDialog(d.dialog.Update(m))
		return
	}
	if k, ok := m.(tea.KeyPressMsg); ok {
		for _, a := range d.view.Actions() {
			for _, name := range a.Key.Keys() {
				if name != k.Keystroke() || a.Run == nil {
					continue
				}
				if why := a.Reason(); !why.IsZero() {
					d.toast = why.In(d.env.Lang)
					return
				}
				d.run(a.Run())
				return
			}
		}
		if k.Code == tea.KeyEscape {
			cmd, _ := d.view.Back()
			d.run(cmd)
			return
		}
	}
	d.run(d.view.Update(m))
}

func (d *desk) types(s string) *desk {
	for _, r := range s {
		d.one(tea.KeyPressMsg{Text: string(r), Code: r})
	}
	return d
}

// rest lets typing rest: what waits for that happens.
func (d *desk) rest() *desk {
	waiting := d.timers
	d.timers = nil
	for _, m := range waiting {
		if d.dialog != nil {
			d.toDialog(d.dialog.Update(m))
		} else {
			d.run(d.view.Update(m))
		}
	}
	return d
}

// do opens the menu and runs an item by its name.
func (d *desk) do(a hall.Action) *desk {
	d.t.Helper()
	d.run(d.view.Update(chosen{a}))
	return d
}

func (d *desk) screen() string {
	f := d.view.Draw(d.w, d.h)
	if d.dialog != nil {
		box := d.dialog.Draw(d.w-4, d.h-2)
		f = f.Over(box, 3, 1)
	}
	return ansi.Strip(f.String())
}

func (d *desk) sees(parts ...string) *desk {
	d.t.Helper()
	for _, p := range parts {
		if all := d.screen() + "\n" + d.toast + "\n" + d.env.Say(d.view.Hint()); !strings.Contains(all, p) {
			d.t.Errorf("%q is not on the screen:\n%s", p, all)
		}
	}
	return d
}

func (d *desk) state(want hall.State) *desk {
	d.t.Helper()
	f, err := d.env.Desk.Case(context.Background(), d.view.file.Case.ID)
	if err != nil || f.Case.State != want {
		d.t.Fatalf("the case is %q (%v), want %q\n%s\n%s", text.State(f.Case.State).In(text.Zh), err, text.State(want).In(text.Zh), d.screen(), d.toast)
	}
	return d
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got = strings.Join(lines, "\n") + "\n"
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it, then run with -update:\n%s", name, got)
	}
}
