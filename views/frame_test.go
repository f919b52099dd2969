package views_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"sizhen/views"
	"sizhen/views/kit/theme"
)

// screen is a terminal in memory that tells whenever something was written to it.
type screen struct {
	mu      sync.Mutex
	em      *vt.Emulator
	written chan struct{}
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := s.em.Write(p)
	select {
	case s.written <- struct{}{}:
	default:
	}
	return n, err
}

// line reads a line's cells; the second cell of a wide character is passed over.
func (s *screen) line(y, w int) string {
	var b strings.Builder
	for x := 0; x < w; {
		c := s.em.CellAt(x, y)
		if c == nil || c.Width == 0 {
			b.WriteByte(' ')
			x++
			continue
		}
		b.WriteString(c.Content)
		x += max(c.Width, 1)
	}
	return b.String()
}

type shower struct{ frame views.Frame }

func (s shower) Init() tea.Cmd { return nil }
func (s shower) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if f, ok := m.(views.Frame); ok {
		s.frame = f
	}
	return s, nil
}
func (s shower) View() tea.View {
	v := tea.NewView(s.frame.String())
	v.AltScreen = true
	if c := s.frame.Cursor; c != nil {
		v.Cursor = tea.NewCursor(c.X, c.Y)
	}
	return v
}

// Random Chinese frames, one after the other through the real renderer onto a terminal,
// leave exactly the cells they should: none is left over from the frame before. Frames that paint
// the ground on every cell do so too, and leave no cell without it.
func TestChineseFramesReachTheTerminal(t *testing.T) {
	t.Parallel()
	painted := theme.New(theme.Options{Depth: theme.TrueColor})
	for name, c := range map[string]struct {
		profile colorprofile.Profile
		frame   func(r *rand.Rand, w, h, n int) views.Frame
		ground  bool
	}{
		"bare":    {profile: colorprofile.ANSI, frame: randomFrame},
		"painted": {colorprofile.TrueColor, func(r *rand.Rand, w, h, n int) views.Frame { return paintedFrame(painted, r, w, h, n) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			framesReach(t, c.profile, c.frame, c.ground)
		})
	}
}

func framesReach(t *testing.T, profile colorprofile.Profile, frame func(r *rand.Rand, w, h, n int) views.Frame, ground bool) {
	t.Helper()
	const w, h = 80, 24
	n := 300
	if testing.Short() {
		n = 60
	}
	s := &screen{em: vt.NewEmulator(w, h), written: make(chan struct{}, 1)}
	go func() { // what a terminal answers is read and thrown away
		buf := make([]byte, 256)
		for {
			if _, err := s.em.Read(buf); err != nil {
				return
			}
		}
	}()
	_, _ = s.Write([]byte("\x1b[20h")) // a line feed also returns: there is no terminal driver to do it
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	p := tea.NewProgram(shower{}, tea.WithContext(ctx), tea.WithOutput(s), tea.WithInput(nil), tea.WithWindowSize(w, h), tea.WithFPS(120),
		tea.WithColorProfile(profile), tea.WithoutSignals())
	done := make(chan error, 1)
	go func() { _, err := p.Run(); done <- err }()
	rng := rand.New(rand.NewPCG(7, 7))
	for i := range n {
		f := frame(rng, w, h, i)
		p.Send(f)
		waitFor(ctx, t, s, fmt.Sprintf("%04d", i))
		s.mu.Lock()
		for y := range h {
			want := ansi.Strip(f.Lines[y])
			if got := s.line(y, w); got != want {
				t.Errorf("frame %d line %d\n got %q\nwant %q", i, y, got, want)
			}
			for x := 0; ground && x < w; x++ {
				if c := s.em.CellAt(x, y); c != nil && c.Width > 0 && c.Style.Bg == nil {
					t.Errorf("frame %d: the cell %d, %d has no ground", i, x, y)
				}
			}
		}
		if c := s.em.CursorPosition(); c.X != f.Cursor.X || c.Y != f.Cursor.Y {
			t.Errorf("frame %d: cursor at %v, want %v", i, c, *f.Cursor)
		}
		s.mu.Unlock()
		if t.Failed() {
			break
		}
	}
	p.Quit()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// waitFor waits until the frame's mark stands in the last line's corner and the cursor is set.
func waitFor(ctx context.Context, t *testing.T, s *screen, mark string) {
	t.Helper()
	for {
		s.mu.Lock()
		seen := strings.HasPrefix(s.line(23, 80), mark)
		s.mu.Unlock()
		if seen {
			return
		}
		select {
		case <-s.written:
		case <-ctx.Done():
			t.Fatalf("frame %s never came", mark)
		}
	}
}

func randomFrame(r *rand.Rand, w, h, n int) views.Frame {
	pieces := []string{"章雪琴", "滴水", " ", "  ", "a", "12", "─", "·", "，", "（2026）", "𠮷", "㛃", "x 中", "\x1b[31m红\x1b[m", "\x1b[7m反白 \x1b[m", "…", "│"}
	lines := make([]string, h)
	for y := range lines {
		var b strings.Builder
		for ansi.StringWidth(b.String()) < r.IntN(w+10) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		lines[y] = b.String()
	}
	lines[h-1] = fmt.Sprintf("%04d", n) + lines[h-1]
	f := views.NewFrame(w, h, lines)
	f.Cursor = &views.Point{X: r.IntN(w), Y: r.IntN(h)}
	return f
}

// paintedFrame is one as the screens draw it: every line on a ground of its own, to its end.
func paintedFrame(st theme.Styles, r *rand.Rand, w, h, n int) views.Frame {
	grounds := []theme.Surface{theme.Ground, theme.Band, theme.Raised, theme.Sel, theme.Soft}
	pieces := []string{"章雪琴", "滴水", " ", "  ", "a", "12", "─", "·", "，", "（2026）", "𠮷", "㛃", "x 中", "…", "│"}
	lines := make([]string, h)
	for y := range lines {
		on := st.On(grounds[r.IntN(len(grounds))])
		inks := []theme.Style{on.Text, on.Muted, on.Danger, on.Accent}
		var b strings.Builder
		if y == h-1 {
			b.WriteString(on.Text.Render(fmt.Sprintf("%04d", n)))
		}
		for ansi.StringWidth(b.String()) < r.IntN(w+10) {
			b.WriteString(inks[r.IntN(len(inks))].Render(pieces[r.IntN(len(pieces))]))
		}
		line := ansi.Truncate(b.String(), w, "")
		lines[y] = line + on.Text.Render(strings.Repeat(" ", w-ansi.StringWidth(line)))
	}
	f := views.NewFrame(w, h, lines)
	f.Cursor = &views.Point{X: r.IntN(w), Y: r.IntN(h)}
	return f
}

func TestOverLaysABoxOverWideCharacters(t *testing.T) {
	base := views.NewFrame(12, 3, []string{"章雪琴章雪琴", "一二三四五六", "abcdefghijkl"})
	got := base.Over(views.Frame{Lines: []string{"[xx]"}, Cursor: &views.Point{X: 1}}, 3, 1)
	if s := ansi.Strip(got.Lines[1]); s != "一 [xx] 五六" || ansi.StringWidth(got.Lines[1]) != 12 {
		t.Errorf("%q", s)
	}
	if *got.Cursor != (views.Point{X: 4, Y: 1}) {
		t.Errorf("cursor %v", *got.Cursor)
	}
}
