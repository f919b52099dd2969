package apptest

import (
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
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// Sizes are the bodies that every screen is drawn in.
func Sizes() [][2]int { return [][2]int{{80, 20}, {100, 26}, {132, 39}} }

// Env is what a screen needs to be drawn without a store: its snapshot is handed to it.
func Env(lang text.Lang, roles hall.Role) *views.Env {
	return &views.Env{Session: views.Session{
		Actor:    hall.Actor{Staff: 1, Mediator: 1, Name: "徐建国", Roles: roles},
		Settings: storetest.Settings(), Lang: lang, Styles: theme.New(theme.Options{}), Now: storetest.Start,
	}, After: func(time.Duration, tea.Msg) tea.Cmd { return nil }}
}

// Fits fails the test unless a frame is exactly w×h cells with the cursor inside.
func Fits(t testing.TB, name string, f views.Frame, w, h int) {
	t.Helper()
	if len(f.Lines) != h {
		t.Errorf("%s: %d lines, want %d", name, len(f.Lines), h)
	}
	for i, l := range f.Lines {
		if n := ansi.StringWidth(l); n != w {
			t.Errorf("%s: line %d is %d cells wide, want %d: %q", name, i, n, w, ansi.Strip(l))
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
		t.Errorf("%s: the cursor is outside: %v", name, *c)
	}
}

// Plain is a frame as text, without colours and without blanks at the line ends.
func Plain(f views.Frame) string {
	lines := make([]string, len(f.Lines))
	for i, l := range f.Lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Golden compares a frame with the one under testdata; update writes it anew.
func Golden(t testing.TB, update bool, name string, f views.Frame) {
	t.Helper()
	got, file := Plain(f), filepath.Join("testdata", name+".txt")
	if update {
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
