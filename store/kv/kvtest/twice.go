package kvtest

import (
	"context"
	"errors"

	"sizhen/store/kv"
)

var errFirst = errors.New("the first run is thrown away")

// Twice is an engine that runs every write twice and throws the first run away, as one does
// that found a conflict, and that takes no more in a write than every engine must. A write that
// leaves anything outside itself, or grows with the store, is found out by it.
func Twice(e kv.Engine) kv.Engine { return twice{e} }

type twice struct{ kv.Engine }

// MaxOps implements kv.Engine.
func (t twice) MaxOps() int { return kv.LeastOps }

func (t twice) Write(ctx context.Context, fn func(kv.Writer) error) error {
	err := t.Engine.Write(ctx, func(w kv.Writer) error {
		if err := fn(&bounded{w, kv.LeastOps}); err != nil {
			return err
		}
		return errFirst
	})
	if !errors.Is(err, errFirst) && err != nil {
		return err
	}
	return t.Engine.Write(ctx, func(w kv.Writer) error { return fn(&bounded{w, kv.LeastOps}) })
}

// bounded takes so many operations and no more.
type bounded struct {
	kv.Writer
	left int
}

func (b *bounded) Put(t kv.Table, key, value []byte) error {
	if b.left--; b.left < 0 {
		return kv.ErrTooLarge
	}
	return b.Writer.Put(t, key, value)
}

func (b *bounded) Delete(t kv.Table, key []byte) error {
	if b.left--; b.left < 0 {
		return kv.ErrTooLarge
	}
	return b.Writer.Delete(t, key)
}
