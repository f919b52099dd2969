//go:build unix

package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe in the settings' place would be waited for without end, and a link that leads nowhere
// is not a new hall.
func TestOnlyARegularFileIsRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	pipe, link := filepath.Join(dir, "pipe"), filepath.Join(dir, "link")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.Symlink(filepath.Join(dir, "nothing"), link)); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(pipe); !errors.Is(err, ErrNotFile) {
		t.Errorf("a pipe: %v", err)
	}
	if _, err := Load(link); !errors.Is(err, ErrDangling) || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a link that leads nowhere: %v", err)
	}
}

// Who may read and write the file stays, and a file that nobody is to write into is left alone.
func TestTheFilesPermissionsStay(t *testing.T) {
	t.Parallel()
	path := file(t, byHand)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	s, _ := given([]byte(byHand))
	s.IdleLock = 5
	if err := Write(path, s); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, path + ".bak"} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != 0o640 {
			t.Errorf("%s: %v %v", p, info.Mode(), err)
		}
	}
	if err := os.Chmod(path, 0o440); err != nil {
		t.Fatal(err)
	}
	s.IdleLock = 6
	if err := Write(path, s); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a file nobody may write into: %v", err)
	}
}
