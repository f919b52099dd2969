package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

func (p place) exports() string { return filepath.Join(p.data, "exports") }

// exporter writes what a screen hands out into a folder, under a name that is free there,
// and says where it lies. The file is there whole or not at all.
func exporter(dir string) func(context.Context, string, func(io.Writer) error) (string, error) {
	return func(ctx context.Context, name string, write func(io.Writer) error) (path string, err error) {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return "", err
		}
		part, err := os.CreateTemp(dir, ".part-*")
		if err != nil {
			return "", err
		}
		defer os.Remove(part.Name()) // once it has its name, there is none left of that name
		if err := errors.Join(write(part), part.Sync(), part.Close()); err != nil {
			return "", err
		}
		ext := filepath.Ext(name)
		base := fileName(strings.TrimSuffix(name, ext))
		for n := 1; ; n++ {
			path = filepath.Join(dir, base+ext)
			if n > 1 {
				path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", base, n, ext))
			}
			err := os.Link(part.Name(), path) // never over one that is there
			switch {
			case err == nil:
				return path, nil
			case errors.Is(err, fs.ErrExist):
				continue
			}
			if _, there := os.Lstat(path); there == nil {
				continue
			}
			return path, os.Rename(part.Name(), path) // a file system without links
		}
	}
}

// fileName leaves out what file systems refuse.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(s))
	if s = strings.Trim(s, ". "); s == "" {
		return "export"
	}
	return s
}
