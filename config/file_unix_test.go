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
		t.Skip(err)
	}
	if _, err := Load(pipe); !errors.Is(err, ErrNotFile) {
		t.Errorf("a pipe: %v", err)
	}
	if _, err := Load(link); !errors.Is(err, ErrDangling) || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a link that leads nowhere: %v", err)
	}
}
