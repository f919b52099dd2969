package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/house/setup"
)

// copyName begins the name of a copy that was left when the store was moved under the program.
const copyName = "hall-copy-"

// missing says that a hall was kept here whose store is not there; nil: nothing was. The seal's key gets
// its name only once the store carries the seal, so a set-up that was killed is not taken for one.
func (p place) missing(s hall.Settings) *setup.Missing {
	copies := p.copies()
	if _, err := os.Lstat(p.key()); errors.Is(err, fs.ErrNotExist) && len(copies) == 0 {
		return nil
	}
	return &setup.Missing{Name: s.Name, File: p.store(), Copies: copies}
}

// copies are those that lie where rescue leaves them: in the data folder or above it, where the folder
// was gone as well. The newest comes first.
func (p place) copies() []string {
	dirs := []string{p.data}
	if up := nearest(filepath.Dir(p.data)); up != p.data {
		dirs = append(dirs, up)
	}
	var out []string
	for _, dir := range dirs {
		all, _ := os.ReadDir(dir) // by name, and so by time
		for _, e := range slices.Backward(all) {
			if strings.HasPrefix(e.Name(), copyName) && filepath.Ext(e.Name()) == ".db" {
				out = append(out, filepath.Join(dir, e.Name()))
			}
		}
	}
	return out
}

// nearest is a folder, or where there is none the folder above it that there is.
func nearest(dir string) string {
	for {
		if _, err := os.Stat(dir); err == nil || filepath.Dir(dir) == dir {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}
