package bolt_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
	"sizhen/store/kv/kvtest"
)

type reopened struct {
	*bolt.Engine
	path string
}

func (r *reopened) Reopen() error {
	err := r.Close()
	if err == nil {
		r.Engine, err = bolt.Open(r.path, bolt.Options{MustExist: true, NoSync: true})
	}
	return err
}

func TestEngine(t *testing.T) {
	kvtest.Run(t, func(t testing.TB) kvtest.Store {
		path := filepath.Join(t.TempDir(), "a.db")
		e, err := bolt.Open(path, bolt.Options{NoSync: true}) // what is on the disk when, the store's tests ask
		if err != nil {
			t.Fatal(err)
		}
		r := &reopened{e, path}
		t.Cleanup(func() { _ = r.Close() })
		return r
	})
}

const holderEnv = "SIZHEN_TEST_HOLDER"

func TestMain(m *testing.M) {
	if path := os.Getenv(holderEnv); path != "" {
		e, err := bolt.Open(path, bolt.Options{Program: "holder"})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("open")
		_, _ = os.Stdin.Read(make([]byte, 1)) // until the test lets go
		_ = e.Close()
		return
	}
	os.Exit(m.Run())
}

// A file that another process has open is refused, and the refusal names the process.
func TestAnotherProcessIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), holderEnv+"="+path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 64)
	n, _ := out.Read(buf)
	if !strings.HasPrefix(string(buf[:n]), "open") {
		t.Fatalf("the holder said %q", buf[:n])
	}
	_, err = bolt.Open(path, bolt.Options{})
	var locked *bolt.LockedError
	if !errors.As(err, &locked) || !errors.Is(err, kv.ErrLocked) || locked.Owner.PID != cmd.Process.Pid || locked.Owner.Program != "holder" {
		t.Errorf("%v, the holder is %d", err, cmd.Process.Pid)
	}
	_ = in.Close()
	_ = cmd.Wait()
	e, err := bolt.Open(path, bolt.Options{MustExist: true})
	if err != nil {
		t.Fatalf("once it is free: %v", err)
	}
	_ = e.Close()
	if _, err := os.Stat(path + ".pid"); !os.IsNotExist(err) {
		t.Errorf("the note of who had it open was left: %v", err)
	}
}

// A creation that was killed leaves no half store: the new file takes its place only whole.
func TestHalfMadeFileIsMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path+".new", []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	e, err := bolt.Open(path, bolt.Options{NoSync: true}) // what is on the disk when, the store's tests ask
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Write(context.Background(), func(w kv.Writer) error { return w.Put("t", []byte("a"), nil) }); err != nil {
		t.Error(err)
	}
	_ = e.Close()
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v %v", info.Mode(), err)
	}
}

func TestReadOnlyChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	e, err := bolt.Open(path, bolt.Options{NoSync: true}) // what is on the disk when, the store's tests ask
	if err != nil {
		t.Fatal(err)
	}
	_ = e.Close()
	if e, err = bolt.Open(path, bolt.Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	if err := e.Write(context.Background(), func(kv.Writer) error { return nil }); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("a write: %v", err)
	}
	if other, err := bolt.Open(path, bolt.Options{ReadOnly: true}); err != nil {
		t.Errorf("two readers at once: %v", err)
	} else {
		_ = other.Close()
	}
}
