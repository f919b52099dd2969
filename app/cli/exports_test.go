package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestExporterKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "exports")
	export := exporter(dir)
	says := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	for i, want := range []string{"一室 11-24.ics", "一室 11-24-2.ics", "一室 11-24-3.ics"} {
		path, err := export(context.Background(), "一室 11-24.ics", says(want))
		if err != nil || filepath.Base(path) != want {
			t.Fatalf("%d: %s, %v", i, path, err)
		}
	}
	if b, err := os.ReadFile(filepath.Join(dir, "一室 11-24.ics")); err != nil || string(b) != "一室 11-24.ics" {
		t.Errorf("the first one holds %q, %v", b, err)
	}
	path, err := export(context.Background(), "../..//c:\x1b.ics", says("x"))
	if err != nil || filepath.Dir(path) != dir {
		t.Errorf("a name that leads elsewhere: %s, %v", path, err)
	}
	broken := errors.New("broken")
	if _, err := export(context.Background(), "b.ics", func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return broken }); !errors.Is(err, broken) {
		t.Errorf("a failure is told as %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 4 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
