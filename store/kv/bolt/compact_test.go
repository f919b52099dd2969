package bolt_test

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
)

// A compacted file holds what it held, is smaller, and lets the next process in.
func TestCompact(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	e, err := bolt.Open(path, bolt.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	const n = 40000
	for from := 0; from < n; from += n / 8 {
		err := e.Write(ctx, func(w kv.Writer) error {
			for i := from; i < from+n/8; i++ {
				k := binary.BigEndian.AppendUint64(nil, uint64(i)*0x9E3779B97F4A7C15) // all over the table
				if err := w.Put("scattered", k, make([]byte, 600)); err != nil {
					return err
				}
			}
			return w.Put("count", []byte("n"), binary.BigEndian.AppendUint64(nil, uint64(from+n/8)))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := bolt.Compact(ctx, path, "test"); !errors.Is(err, kv.ErrLocked) {
		t.Fatalf("compacted under somebody's hands: %v", err)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	before := size(t, path)
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := bolt.Compact(stopped, path, "test"); !errors.Is(err, context.Canceled) || size(t, path) != before {
		t.Fatalf("stopped: %v, %d bytes", err, size(t, path))
	}
	if err := bolt.Compact(ctx, path, "test"); err != nil {
		t.Fatal(err)
	}
	if after := size(t, path); after > before*3/4 {
		t.Errorf("%d bytes, before %d", after, before)
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if e, err = bolt.Open(path, bolt.Options{MustExist: true}); err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, err := range e.Check(ctx) {
		t.Error(err)
	}
	err = e.Read(ctx, func(r kv.Reader) error {
		got := 0
		for p, err := range r.Range("scattered", kv.Span{}) {
			if err != nil || len(p.Value) != 600 {
				t.Errorf("a value of %d bytes, %v", len(p.Value), err)
			}
			got++
		}
		if b, err := r.Get("count", []byte("n")); err != nil || binary.BigEndian.Uint64(b) != n || got != n {
			t.Errorf("%d entries of %d, %v", got, n, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
