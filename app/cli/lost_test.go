package cli

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sizhen/config"
)

// A hall whose store is gone is known by what lies beside it; a set-up that was killed is none.
func TestAHallWhoseStoreIsGoneIsKnown(t *testing.T) {
	t.Parallel()
	data := newHall(t, 0)
	p := place{config: filepath.Join(data, "hall.toml"), data: data}
	if err := os.Remove(p.store()); err != nil {
		t.Fatal(err)
	}
	s, err := config.Load(p.config)
	if err != nil {
		t.Fatal(err)
	}
	lost := p.missing(s)
	if lost == nil || lost.Name != s.Name || lost.Name == "" || lost.File != p.store() || len(lost.Copies) != 0 {
		t.Fatalf("missing: %+v", lost)
	}
	if err := os.Remove(p.key()); err != nil {
		t.Fatal(err)
	}
	if got := p.missing(s); got != nil {
		t.Errorf("settings alone are taken for a hall: %+v", got)
	}
}

// Copies are named, the newest first, also where the folder itself is gone and they lie above it.
func TestCopiesOfAMissingStoreAreNamed(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	p := place{config: filepath.Join(root, "set", "hall.toml"), data: filepath.Join(root, "[a]", "sizhen")}
	older, newer := filepath.Join(root, "hall-copy-20261123-090000.db"), filepath.Join(root, "hall-copy-20261124-090000.db")
	write(t, older, "")
	write(t, newer, "")
	write(t, filepath.Join(root, "hall-copy-notes.txt"), "")
	if got := p.copies(); !slices.Equal(got, []string{newer, older}) {
		t.Errorf("with no folder: %v", got)
	}
	if err := os.MkdirAll(p.data, 0o700); err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(p.data, "hall-copy-20261125-090000.db")
	write(t, own, "")
	if got := p.copies(); !slices.Equal(got, []string{own}) {
		t.Errorf("in the folder: %v", got)
	}
}
