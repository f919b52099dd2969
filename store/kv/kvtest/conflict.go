package kvtest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"testing"
	"time"

	"sizhen/store/kv"
)

// meanwhile is how long a write waits for another to come in between. An engine that lets one
// write in at a time lets it wait in vain.
const meanwhile = 30 * time.Millisecond

// conflicts are the ways in which two writes want the same thing: each looks whether it is free,
// and takes it if so.
var conflicts = map[string]struct {
	free func(kv.Writer) (bool, error)
	take func(w kv.Writer, who string) error
}{
	"a key that was not there": {
		func(w kv.Writer) (bool, error) {
			b, err := w.Get("t", []byte("seat"))
			return b == nil, err
		},
		func(w kv.Writer, who string) error { return w.Put("t", []byte("seat"), []byte(who)) },
	},
	"a key that is deleted": {
		func(w kv.Writer) (bool, error) {
			b, err := w.Get("t", []byte("last"))
			return b != nil, err
		},
		func(w kv.Writer, who string) error { return w.Delete("t", []byte("last")) },
	},
	"a range that was empty": {
		func(w kv.Writer) (bool, error) {
			n, err := count(w, kv.Prefix([]byte("room/")))
			return n == 0, err
		},
		func(w kv.Writer, who string) error { return w.Put("t", []byte("room/"+who), nil) },
	},
	"a range that loses a key": {
		func(w kv.Writer) (bool, error) {
			n, err := count(w, kv.Span{From: []byte("on duty/"), To: []byte("on duty/~")})
			return n == 2, err // of two who are there one may go
		},
		func(w kv.Writer, who string) error { return w.Delete("t", []byte("on duty/"+who)) },
	},
	"the end of a range": {
		func(w kv.Writer) (bool, error) {
			span := kv.Prefix([]byte("number/"))
			span.Reverse, span.Limit = true, 1
			for p, err := range w.Range("t", span) {
				return err == nil && string(p.Key) == "number/1", err
			}
			return false, errors.New("a number is gone")
		},
		func(w kv.Writer, who string) error { return w.Put("t", []byte("number/2"+who), nil) },
	},
}

func count(w kv.Writer, s kv.Span) (n int, err error) {
	for _, err := range w.Range("t", s) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// crossed: what a write has read, found nothing and whole ranges included, is part of its
// conflict check. While one write has read and not written yet another does all of its own:
// one of the two takes what both found free.
func crossed(t *testing.T, s Store) {
	put(t, s, "last", "on duty/a", "on duty/b", "number/1")
	for name, c := range conflicts {
		a, b := false, false // whether the last run of each took it
		try := func(who string, won *bool, read func()) error {
			return s.Write(ctx, func(w kv.Writer) error {
				free, err := c.free(w)
				if err != nil {
					return err
				}
				read()
				if *won = free; free {
					return c.take(w, who)
				}
				return w.Put("t", []byte("in vain/"+who), nil)
			})
		}
		other := make(chan error, 1)
		begun := false
		err := try("a", &a, func() {
			if begun {
				return
			}
			begun = true
			done := make(chan struct{})
			go func() { defer close(done); other <- try("b", &b, func() {}) }()
			select {
			case <-done:
			case <-time.After(meanwhile):
			}
		})
		if err := errors.Join(err, <-other); err != nil {
			t.Fatal(err)
		}
		if a == b {
			t.Errorf("%s: of two writes that found it free one takes it, not both or none: %v", name, a)
		}
	}
}

// large: a write that changes more keys than the engine's MaxOps is refused, leaves nothing
// behind, and one of LeastOps is taken.
func large(t *testing.T, s Store) {
	most := s.MaxOps()
	if most < kv.LeastOps {
		t.Errorf("takes %d operations, and must take %d", most, kv.LeastOps)
	}
	write := func(n int) error {
		return s.Write(ctx, func(w kv.Writer) error {
			for i := range n {
				key := binary.BigEndian.AppendUint32(nil, uint32(i))
				if i == n-1 {
					return w.Delete("t", key)
				}
				if err := w.Put("t", key, nil); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := write(most + 1); !errors.Is(err, kv.ErrTooLarge) {
		t.Errorf("%d operations: %v", most+1, err)
	}
	if got := keys(t, s, kv.Span{Limit: 3}); got != nil {
		t.Errorf("left behind: %q", got)
	}
	if err := write(kv.LeastOps); err != nil {
		t.Errorf("%d operations: %v", kv.LeastOps, err)
	}
	if got := keys(t, s, kv.Span{}); len(got) != kv.LeastOps-1 {
		t.Errorf("%d keys of %d", len(got), kv.LeastOps-1)
	}
}

// Apart is for an engine that keeps several halls in one database: two of them, opened empty,
// see nothing of one another.
func Apart(t *testing.T, one, other kv.Engine) {
	told := other.Watch(t.Context())
	put(t, one, "a", "\xff")
	if got := keys(t, other, kv.Span{}); got != nil {
		t.Errorf("sees the other hall's keys %q", got)
	}
	put(t, other, "b")
	if got := fmt.Sprintf("%q", keys(t, one, kv.Span{})); got != `["a" "\xff"]` {
		t.Errorf("holds %s after the other hall wrote", got)
	}
	if ch := <-told; ch.Seq != 1 {
		t.Errorf("the first change it hears of is the %d.", ch.Seq)
	}
	err := one.Write(ctx, func(w kv.Writer) error {
		return errors.Join(w.Put("mine", []byte("k"), nil), w.Delete("t", []byte("b")))
	})
	if got := fmt.Sprint(keys(t, other, kv.Span{})); err != nil || got != "[b]" {
		t.Errorf("holds %s after the other hall deleted, %v", got, err)
	}
	err = other.Read(ctx, func(r kv.Reader) error {
		names, err := r.Tables()
		if len(names) != 1 {
			t.Errorf("names the other hall's tables: %v", names)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
