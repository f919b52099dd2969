package bolt_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
)

// What breaks in the program's own code is an error, and not said to be damage of the file.
func TestPanicOfOursIsNoDamage(t *testing.T) {
	ctx := context.Background()
	e, err := bolt.Open(filepath.Join(t.TempDir(), "a.db"), bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	var none *struct{ n int }
	for name, fn := range map[string]func(){
		"said": func() { panic("no") }, "nil": func() { none.n++ }, "index": func() { _ = make([]int, 1)[len(name(t)):][0] },
	} {
		read := e.Read(ctx, func(kv.Reader) error { fn(); return nil })
		write := e.Write(ctx, func(kv.Writer) error { fn(); return nil })
		for _, err := range []error{read, write} {
			if err == nil || errors.Is(err, kv.ErrDamaged) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if err := e.Write(ctx, func(w kv.Writer) error { return w.Put("a", []byte("k"), nil) }); err != nil {
		t.Error("the next write:", err)
	}
}

func name(t *testing.T) string { return t.Name()[:1] }
