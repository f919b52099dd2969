package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sizhen/store/hall"
)

// Render is the file for a hall's settings: every key with what it means, in Chinese and in
// English.
func Render(s hall.Settings) string {
	if s.Language == "" {
		s.Language = "zh-CN"
	}
	var b strings.Builder
	b.WriteString("# 四诊 sizhen · 本中心设置。改好保存，重新打开程序即生效。\n")
	b.WriteString("# The hall's settings. Change, save, and open the program again.\n")
	for _, e := range entries() {
		fmt.Fprintf(&b, "\n# %s\n# %s\n%s = %s\n", e.zh, e.en, e.key, e.write(s))
	}
	for _, e := range parts() {
		fmt.Fprintf(&b, "\n# %s\n# %s\n%s\n", e.zh, e.en, e.write(s))
	}
	return b.String()
}

// Write puts a hall's settings into a file, in a way that leaves either the old file or the
// new one whatever happens. Settings that Load would refuse are refused here. In a file that
// was there only what differs is changed; it is kept beside the new one with ".bak" added.
func Write(path string, s hall.Settings) error {
	if wrong := s.Check(); wrong != nil {
		return &Error{File: path, Key: wrong.Field, Code: wrong.Code, Args: wrong.Args}
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // replace the file, not the link to it
	}
	old, err := read(path)
	text, mode := made(old, s), fs.FileMode(0o600)
	switch {
	case err == nil && bytes.Equal(old, text):
		return nil
	case err == nil:
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if mode = info.Mode().Perm(); mode&0o200 == 0 { // nobody is to write into it
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission}
		}
		if err := replace(path+".bak", old, mode); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return replace(path, text, mode)
}

// replace writes a new file beside the old one and puts it in its place, with who may read and
// write it as they were.
func replace(path string, text []byte, mode fs.FileMode) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".hall-*.toml")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close() // a second close only returns an error
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(text); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), mode); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncDir(filepath.Dir(path))
	return nil
}

// syncDir makes a rename last. Not every system can do that for a folder; the file itself is
// safe either way.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
