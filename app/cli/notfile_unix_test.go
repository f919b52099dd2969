//go:build unix

package cli

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// What lies in the place of one of the hall's files and is none is refused by its name, in both
// languages: it is neither waited for nor written through, and stays as it is.
func TestWhatIsNoFileIsRefused(t *testing.T) {
	t.Parallel()
	for _, odd := range []struct {
		name, zh, en string
		put          func(path string) error
	}{
		{"dangling link", "是一个链接，指的", "is a link to", func(path string) error { return os.Symlink("nowhere", path) }},
		{"pipe", "不是普通文件", "is not a regular file", func(path string) error { return syscall.Mkfifo(path, 0o600) }},
		{"device", "不是普通文件", "is not a regular file", func(path string) error { return os.Symlink("/dev/zero", path) }},
		{"socket", "不是普通文件", "is not a regular file", socket},
		{"folder", "是文件夹", "is a folder", func(path string) error { return os.Mkdir(path, 0o700) }},
	} {
		t.Run(odd.name, func(t *testing.T) {
			t.Parallel()
			for _, name := range []string{"hall.db", "hall.toml", "hall.key"} {
				data := newHall(t, 0)
				file := filepath.Join(data, name)
				if err := os.Remove(file); err != nil {
					t.Fatal(err)
				}
				if err := odd.put(file); err != nil {
					t.Skipf("this file system makes none: %v", err)
				}
				for _, cmd := range [][]string{{"check"}, {"export", "cases"}, {"export", "calendar"}, {"seed", "--cases", "1"}} {
					sizhen(t, append([]string{"--data", data, "--lang", "zh-CN"}, cmd...)...).says(t, exitFailure, file, odd.zh, "请")
					sizhen(t, append([]string{"--data", data, "--lang", "en"}, cmd...)...).says(t, exitFailure, file, odd.en, "left alone")
				}
				if _, err := os.Lstat(file); err != nil {
					t.Errorf("%s is gone: %v", name, err)
				}
				if _, err := os.Lstat(filepath.Join(data, "nowhere")); err == nil {
					t.Errorf("%s: something was made through the link", name)
				}
			}
		})
	}
}

// socket leaves one behind that nobody listens at.
func socket(path string) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return err
	}
	l.SetUnlinkOnClose(false)
	return l.Close()
}

// What the program leaves beside its files for its own use is nowhere waited for either.
func TestAPipeBesideTheFilesHoldsNothingUp(t *testing.T) {
	t.Parallel()
	data := newHall(t, 0)
	if err := os.Remove(filepath.Join(data, "hall.key")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"hall.key.new", "hall.db.pid", "sizhen.log"} {
		_ = os.Remove(filepath.Join(data, name))
		if err := syscall.Mkfifo(filepath.Join(data, name), 0o600); err != nil {
			t.Skipf("this file system makes none: %v", err)
		}
	}
	r := &run{quick: true, stderr: os.Stderr, flags: flags{data: data}}
	p, err := r.files()
	if err != nil {
		t.Fatal(err)
	}
	st, err := r.openStore(t.Context(), p, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, file, err := r.logger(p.log()); err != nil || file.Close() != nil {
		t.Error(err)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
}

// An export is written under a name that is free or a regular file's; a pipe, a link and a device stay what they are.
func TestAnExportReplacesNothingButAFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	pipe, link, target := filepath.Join(dir, "pipe"), filepath.Join(dir, "link"), filepath.Join(dir, "target")
	write(t, target, "as it was")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.Symlink(target, link)); err != nil {
		t.Fatal(err)
	}
	data := newHall(t, 1)
	for file, why := range map[string]string{pipe: "不是普通文件", link: "不是普通文件", "/dev/null": "不是普通文件", dir: "是文件夹"} {
		for _, list := range []string{"cases", "calendar"} {
			exported(t, "--data", data, "export", list, "--out", file).says(t, 2, why, file)
		}
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("the pipe became %v, %v", info.Mode(), err)
	}
	if b, err := os.ReadFile(target); err != nil || string(b) != "as it was" {
		t.Errorf("%q %v", b, err)
	}
}
