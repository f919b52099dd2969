//go:build unix

package app_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is the built binary in a real pseudo-terminal, its output drawn by an emulator.
type terminal struct {
	t       *testing.T
	cmd     *exec.Cmd
	tty     *os.File
	mu      sync.Mutex
	em      *vt.Emulator
	written chan struct{}
	ended   chan error
}

// builtIn is the folder of the binary, once it is made: it is that of all the tests.
var builtIn string

// TestMain takes the folder of the binary away.
func TestMain(m *testing.M) {
	code := m.Run()
	if builtIn != "" {
		_ = os.RemoveAll(builtIn)
	}
	os.Exit(code)
}

// built is the binary, made once, without what only a debugger reads and takes long to link.
var built = sync.OnceValues(func() (bin string, err error) {
	if builtIn, err = os.MkdirTemp("", "sizhen-e2e-"); err != nil {
		return "", err
	}
	bin = filepath.Join(builtIn, "sizhen")
	out, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", bin, "sizhen").CombinedOutput()
	if err != nil {
		return "", &exec.Error{Name: string(out), Err: err}
	}
	return bin, nil
})

func start(t *testing.T, w, h int, args ...string) *terminal {
	t.Helper()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	cmd := exec.Command(bin, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "TMPDIR="+home, "TERM=xterm-256color", "NO_COLOR=1")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, cmd: cmd, tty: tty, em: vt.NewEmulator(w, h), written: make(chan struct{}, 1), ended: make(chan error, 1)}
	go func() { // what the emulator answers goes back to the program
		buf := make([]byte, 256)
		for {
			n, err := x.em.Read(buf)
			if err != nil {
				return
			}
			_, _ = tty.Write(buf[:n])
		}
	}()
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := tty.Read(buf)
			x.mu.Lock()
			_, _ = x.em.Write(buf[:n])
			x.mu.Unlock()
			select {
			case x.written <- struct{}{}:
			default:
			}
			if err != nil {
				x.ended <- cmd.Wait()
				return
			}
		}
	}()
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = tty.Close() })
	return x
}

func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	for y := range x.em.Height() {
		for c := 0; c < x.em.Width(); {
			cell := x.em.CellAt(c, y)
			if cell == nil || cell.Width == 0 {
				b.WriteByte(' ')
				c++
				continue
			}
			b.WriteString(cell.Content)
			c += max(cell.Width, 1)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// expect waits until a text stands on the screen.
func (x *terminal) expect(s string) *terminal {
	x.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for !strings.Contains(x.screen(), s) {
		select {
		case <-x.written:
		case <-ctx.Done():
			x.t.Fatalf("%q: waited in vain for it to be there\n%s", s, x.screen())
		}
	}
	return x
}

func (x *terminal) keys(s string) *terminal {
	x.t.Helper()
	if _, err := x.tty.WriteString(s); err != nil {
		x.t.Fatal(err)
	}
	return x
}

// paste sends a text as a terminal does when somebody pastes it.
func (x *terminal) paste(s string) *terminal { return x.keys("\x1b[200~" + s + "\x1b[201~") }

// at fails unless the terminal's real cursor stands right behind a text: there an input
// method opens its window.
func (x *terminal) at(behind string) *terminal {
	x.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for {
		x.mu.Lock()
		pos := x.em.CursorPosition()
		x.mu.Unlock()
		line := strings.Split(x.screen(), "\n")[pos.Y]
		if i := strings.Index(line, behind); i >= 0 && ansi.StringWidth(line[:i]+behind) == pos.X {
			return x
		}
		select {
		case <-x.written:
		case <-ctx.Done():
			x.t.Fatalf("the cursor stands at %v, not behind %q:\n%s", pos, behind, x.screen())
		}
	}
}

// end waits for the program to end and returns how.
func (x *terminal) end() error {
	x.t.Helper()
	select {
	case err := <-x.ended:
		return err
	case <-time.After(20 * time.Second):
		x.t.Fatalf("the program does not end:\n%s", x.screen())
		return nil
	}
}

const (
	kEnter = "\r"
	kF2    = "\x1bOQ"
	kF3    = "\x1bOR"
	kF4    = "\x1bOS"
	kF8    = "\x1b[19~"
	kCtrlS = "\x13"
	kCtrlN = "\x0e"
	kCtrlC = "\x03"
	kCtrlR = "\x12"
)

// A visitor comes, takes a number, is called, and a case is opened and numbered: through the
// built program in a real terminal, with Chinese typed and pasted, at both sizes.
func TestBuiltProgramFromDoorToCase(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		x := start(t, size[0], size[1], "demo", "--now", "2026-11-24T10:14", "--lang", "zh-CN")
		x.expect("今日").keys(kF3).expect("第 1 步").expect("没写完的")
		x.keys("章雪琴").expect("章雪琴").at("章雪琴").keys("\x1b[D").at("章雪").keys(kEnter + kEnter)
		x.paste("10012\x1b[2J346021\n").expect("10012346021").at("10012346021").keys(kEnter + "小港村" + kEnter)
		x.paste("章阿根").expect("章阿根").keys(kEnter + kEnter + kEnter).expect("1 婚姻家庭").keys("ll").expect("2 邻里").keys(kEnter)
		x.keys("滴水" + kEnter).keys("滴水距界墙仅0.3米，雨天水入院内").at("雨天水入院内").keys(kCtrlS).expect("第 2 步")
		x.keys(strings.Repeat(kEnter, 7)).expect("1 现在候诊").keys("3").expect("3 当场受理").keys(kCtrlS).expect("第 3 步").expect("章雪琴")
		x.keys(kCtrlS).expect("已受理").expect("号")
		x.keys(kF8).expect("章雪琴—章阿根").keys(kF4).expect("候诊").keys(kF2).expect("正在调解").keys(kCtrlC)
		if err := x.end(); err != nil {
			t.Errorf("ended with %v:\n%s", err, x.screen())
		}
		if x.em.IsAltScreen() {
			t.Error("the terminal was not given back")
		}
	}
}

// First start, set-up, a form half written, SIGTERM: the next start has every word of it.
func TestBuiltProgramKeepsTheDraftWhenTerminated(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the program")
	}
	data := t.TempDir()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, "--data", data, "seed", "--cases", "30", "--mediators", "4", "--years", "1", "--rng", "1").CombinedOutput()
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	password := passwordIn(string(out))
	x := start(t, 80, 24, "--data", data)
	x.expect("陈芳").keys("1").expect("密码").keys(password + kEnter).expect("今日").keys(kF3).expect("第 1 步").keys("沈月娥").expect("沈月娥")
	if err := x.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := x.end(); err != nil {
		t.Errorf("ended with %v", err)
	}
	x = start(t, 80, 24, "--data", data)
	x.expect("陈芳").keys("1").expect("密码").keys(password + kEnter).expect("今日").keys(kF3).expect("Ctrl-R").keys(kCtrlR).at("沈月娥").keys(kCtrlC).expect("再按一次").keys(
		kCtrlC)
	_ = x.end()
	if out, err := exec.Command(bin, "--data", data, "check").CombinedOutput(); err != nil {
		t.Errorf("check: %v %s", err, out)
	}
}

// Told to quit as from a fault, the program gives the terminal back, and who started it learns of it.
func TestBuiltProgramSaysThatItWasToldToQuit(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, s := range []syscall.Signal{syscall.SIGQUIT, syscall.SIGABRT} {
		x := start(t, 80, 24, "demo", "--now", "2026-11-24T10:14", "--lang", "zh-CN")
		x.expect("今日")
		if err := x.cmd.Process.Signal(s); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := x.end(); !errors.As(err, &exit) || exit.ExitCode() != 128+int(s) {
			t.Errorf("%v: ended with %v", s, err)
		}
		if x.em.IsAltScreen() {
			t.Errorf("%v: the terminal was not given back", s)
		}
	}
}

// passwordIn finds the password that seeding printed.
func passwordIn(out string) string {
	for _, line := range strings.Split(out, "\n") {
		for _, mark := range []string{"密码", "assword"} {
			if i := strings.Index(line, mark); i >= 0 {
				f := strings.FieldsFunc(line[i:], func(r rune) bool { return r == ' ' || r == '：' || r == ':' })
				return f[len(f)-1]
			}
		}
	}
	return ""
}
