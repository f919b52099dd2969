// Package kvtest holds the tests that every engine behind kv must pass.
package kvtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sizhen/store/kv"
)

// Store is an engine that a test can close and open again.
type Store interface {
	kv.Engine
	Reopen() error
}

// Run runs all the tests; open makes an empty store.
func Run(t *testing.T, open func(t testing.TB) Store) {
	for name, fn := range map[string]func(*testing.T, Store){
		"ranges": ranges, "rollback": rollback, "isolation": isolation, "watch": watch, "lagging": lagging, "concurrent": concurrent, "cancelled": cancelled,
		"phantoms": phantoms, "crossed": crossed, "large": large, "tables": tables, "again": again,
	} {
		t.Run(name, func(t *testing.T) { fn(t, open(t)) })
	}
	t.Run("model", func(t *testing.T) { model(t, open) })
}

var ctx = context.Background()

func put(t testing.TB, s kv.Engine, keys ...string) {
	t.Helper()
	err := s.Write(ctx, func(w kv.Writer) error {
		for _, k := range keys {
			if err := w.Put("t", []byte(k), []byte("v"+k)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func keys(t testing.TB, s kv.Engine, span kv.Span) (out []string) {
	t.Helper()
	err := s.Read(ctx, func(r kv.Reader) error {
		for p, err := range r.Range("t", span) {
			if err != nil {
				return err
			}
			out = append(out, string(p.Key))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func ranges(t *testing.T, s Store) {
	if got := keys(t, s, kv.Span{}); got != nil {
		t.Errorf("a table nobody wrote to holds %v", got)
	}
	put(t, s, "a", "b", "b\xff", "b\xff\xff", "c", "\xff", "\xff\xff")
	for _, c := range []struct {
		span kv.Span
		want string
	}{
		{kv.Span{}, "[a b b\xff b\xff\xff c \xff \xff\xff]"}, {kv.Span{Reverse: true, Limit: 2}, "[\xff\xff \xff]"},
		{kv.Span{From: []byte("b"), To: []byte("c")}, "[b b\xff b\xff\xff]"}, {kv.Span{From: []byte("b"), To: []byte("c"), Reverse: true}, "[b\xff\xff b\xff b]"},
		{kv.Prefix([]byte("b")), "[b b\xff b\xff\xff]"}, {kv.Prefix([]byte("b\xff")), "[b\xff b\xff\xff]"}, {kv.Prefix([]byte("\xff")), "[\xff \xff\xff]"},
		{kv.Span{From: []byte("bb"), Limit: 1}, "[b\xff]"}, {kv.Span{To: []byte("a")}, "[]"}, {kv.Span{From: []byte("d"), To: []byte("e")}, "[]"},
		{kv.Span{To: []byte("b"), Reverse: true}, "[a]"}, {kv.Span{From: []byte("c"), Reverse: true}, "[\xff\xff \xff c]"},
	} {
		if got := fmt.Sprint(keys(t, s, c.span)); got != c.want {
			t.Errorf("%+v: %q, want %q", c.span, got, c.want)
		}
	}
}

// rollback: an error, and a panic, leave nothing behind, and the store goes on.
func rollback(t *testing.T, s Store) {
	put(t, s, "a")
	boom := errors.New("boom")
	err := s.Write(ctx, func(w kv.Writer) error {
		if err := errors.Join(w.Put("t", []byte("b"), nil), w.Delete("t", []byte("a"))); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Errorf("the error was lost: %v", err)
	}
	if err := s.Write(ctx, func(w kv.Writer) error { _ = w.Put("t", []byte("c"), nil); panic("boom") }); err == nil {
		t.Error("a panic is no success")
	}
	if got := fmt.Sprint(keys(t, s, kv.Span{})); got != "[a]" {
		t.Errorf("left behind: %s", got)
	}
	put(t, s, "d")
}

// isolation: what a read transaction sees does not change while it runs.
func isolation(t *testing.T, s Store) {
	put(t, s, "a")
	err := s.Read(ctx, func(r kv.Reader) error {
		done := make(chan struct{})
		go func() { defer close(done); put(t, s, "b") }()
		<-done
		if b, err := r.Get("t", []byte("b")); err != nil || b != nil {
			t.Errorf("sees what was written later: %q %v", b, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func watch(t *testing.T, s Store) {
	c, stop := context.WithCancel(ctx)
	changes := s.Watch(c)
	last := uint64(0)
	for i := range 5 {
		put(t, s, fmt.Sprint(i))
		ch := <-changes
		if _, ok := ch.Tables["t"]; !ok || ch.Seq <= last {
			t.Errorf("change %+v after %d", ch, last)
		}
		last = ch.Seq
	}
	stop()
	for range changes { // closes
		continue
	}
}

// lagging: a watcher that does not listen holds no writer up, and hears of everything at once.
func lagging(t *testing.T, s Store) {
	c, stop := context.WithCancel(ctx)
	defer stop()
	changes := s.Watch(c)
	for i := range 100 {
		put(t, s, fmt.Sprint(i))
	}
	seen := uint64(0)
	for seen < 100 {
		ch := <-changes
		if ch.Seq <= seen {
			t.Fatalf("change %d after %d", ch.Seq, seen)
		}
		seen = ch.Seq
	}
}

func concurrent(t *testing.T, s Store) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				err := s.Write(ctx, func(w kv.Writer) error {
					b, err := w.Get("t", []byte("n"))
					if err != nil {
						return err
					}
					return w.Put("t", []byte("n"), append(bytes.Clone(b), 'x'))
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	_ = s.Read(ctx, func(r kv.Reader) error {
		if b, _ := r.Get("t", []byte("n")); len(b) != 160 {
			t.Errorf("%d of 160 writes are there", len(b))
		}
		return nil
	})
}

// phantoms: what a write has read is part of its conflict check, a range included that was
// found empty. Of many who each add a key if fewer than three are there, three do.
func phantoms(t *testing.T, s Store) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			err := s.Write(ctx, func(w kv.Writer) error {
				n := 0
				for _, err := range w.Range("t", kv.Prefix([]byte("seat/"))) {
					if err != nil {
						return err
					}
					n++
				}
				if n >= 3 {
					return nil
				}
				return w.Put("t", fmt.Appendf(nil, "seat/%d", i), nil)
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := keys(t, s, kv.Prefix([]byte("seat/"))); len(got) != 3 {
		t.Errorf("three seats were taken by %v", got)
	}
}

// tables: an engine names every table that was written to, and no other.
func tables(t *testing.T, s Store) {
	err := s.Write(ctx, func(w kv.Writer) error {
		return errors.Join(w.Put("b", []byte("k"), nil), w.Put("a", []byte("k"), nil), w.Delete("c", []byte("k")))
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var got []kv.Table
		err := s.Read(ctx, func(r kv.Reader) (err error) {
			got, err = r.Tables()
			return err
		})
		slices.Sort(got)
		if err != nil || !slices.Equal(got, []kv.Table{"a", "b"}) {
			t.Errorf("%v, %v", got, err)
		}
		if err := s.Reopen(); err != nil {
			t.Fatal(err)
		}
	}
}

// again: behind Twice a write runs two times and leaves what the second did, and nothing is
// told of the first.
func again(t *testing.T, s Store) {
	c, stop := context.WithCancel(ctx)
	defer stop()
	changes := s.Watch(c)
	runs := 0
	err := Twice(s).Write(ctx, func(w kv.Writer) error {
		runs++
		return w.Put("t", fmt.Appendf(nil, "run %d", runs), nil)
	})
	if got := fmt.Sprint(keys(t, s, kv.Span{})); err != nil || got != "[run 2]" {
		t.Errorf("%s, %v", got, err)
	}
	if ch := <-changes; ch.Seq != 1 {
		t.Errorf("the change is the %d.", ch.Seq)
	}
}

func cancelled(t *testing.T, s Store) {
	c, stop := context.WithCancel(ctx)
	stop()
	if err := s.Write(c, func(kv.Writer) error { t.Error("written all the same"); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("write: %v", err)
	}
	if err := s.Read(c, func(kv.Reader) error { t.Error("read all the same"); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("read: %v", err)
	}
}

// model runs random work against a plain map, with the store closed and opened in between.
func model(t *testing.T, open func(testing.TB) Store) {
	s := open(t)
	plain := map[string]string{}
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(1, 20).Draw(rt, "steps") {
			key := rapid.StringMatching(`[a-d]{0,3}[\x00-\xff]?`).Draw(rt, "key") + "k"
			switch rapid.IntRange(0, 5).Draw(rt, "what") {
			case 0:
				if err := s.Reopen(); err != nil {
					rt.Fatal(err)
				}
			case 1:
				if err := s.Write(ctx, func(w kv.Writer) error { return w.Delete("t", []byte(key)) }); err != nil {
					rt.Fatal(err)
				}
				delete(plain, key)
			default:
				v := rapid.StringN(0, 300, 2000).Draw(rt, "value")
				if err := s.Write(ctx, func(w kv.Writer) error { return w.Put("t", []byte(key), []byte(v)) }); err != nil {
					rt.Fatal(err)
				}
				plain[key] = v
			}
		}
		compare(rt, s, plain)
	})
	if faults := s.Check(ctx); len(faults) > 0 {
		t.Error(faults)
	}
}

func compare(rt *rapid.T, s Store, plain map[string]string) {
	want := make([]string, 0, len(plain))
	for k := range plain {
		want = append(want, k)
	}
	slices.Sort(want)
	var got []string
	err := s.Read(ctx, func(r kv.Reader) error {
		for p, err := range r.Range("t", kv.Span{}) {
			if err != nil {
				return err
			}
			got = append(got, string(p.Key))
			if plain[string(p.Key)] != string(p.Value) {
				rt.Fatalf("%q holds %q, want %q", p.Key, p.Value, plain[string(p.Key)])
			}
		}
		return nil
	})
	if err != nil || !slices.Equal(got, want) {
		rt.Fatalf("holds %q, want %q: %v", got, want, err)
	}
}
