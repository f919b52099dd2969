package app_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// paper is what was written to a terminal, and tells of it.
type paper struct {
	mu      sync.Mutex
	text    bytes.Buffer
	written chan struct{}
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case p.written <- struct{}{}:
	default:
	}
	return p.text.Write(b)
}

// wait waits until a text was written.
func (p *paper) wait(t *testing.T, ctx context.Context, s string) {
	t.Helper()
	for {
		p.mu.Lock()
		there := strings.Contains(p.text.String(), s)
		p.mu.Unlock()
		if there {
			return
		}
		select {
		case <-p.written:
		case <-ctx.Done():
			t.Fatalf("%q was never shown", s)
		}
	}
}

// The program as it runs, with its own timers and its pump: it hears of another desk's
// writes, and when its context ends it keeps what was typed and gives the terminal back.
func TestProgramHearsOfChangesAndEndsWithItsWordsKept(t *testing.T) {
	t.Parallel()
	limit, stop := context.WithTimeout(context.Background(), 30*time.Second)
	defer stop()
	ctx, end := context.WithCancel(limit)
	h, b := storetest.New(t), &house{value: 1}
	in, keys := io.Pipe()
	out := &paper{written: make(chan struct{}, 1)}
	done := make(chan error, 1)
	go func() {
		_, err := app.RunOn(ctx, app.Options{Store: h.Store, Actor: &h.Boss, Screens: b.screens()},
			tea.WithInput(in), tea.WithOutput(out), tea.WithWindowSize(100, 30))
		done <- err
	}()
	out.wait(t, limit, "board-0 #1")
	b.set(98765)
	if _, err := h.Desk(h.Boss).FinishIntake(limit, 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow})); err != nil {
		t.Fatal(err)
	}
	out.wait(t, limit, "98765")
	for _, k := range []string{"\x1b[13~", "\x0e", "\x1b[200~王小明\x1b[201~"} { // F3, Ctrl-N, a paste
		if _, err := io.WriteString(keys, k); err != nil {
			t.Fatal(err)
		}
	}
	out.wait(t, limit, "王小明")
	end()
	if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if len(b.kept) != 1 || b.kept[0] != "王小明" {
		t.Errorf("kept %q", b.kept)
	}
	if s := out.text.String(); !strings.Contains(s, "\x1b[?1049h") || !strings.Contains(s[strings.LastIndex(s, "\x1b[?1049h"):], "\x1b[?1049l") {
		t.Error("the terminal is not given back")
	}
}
