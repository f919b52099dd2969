package kvtest

import (
	"context"
	"errors"

	"sizhen/store/kv"
)

var errFirst = errors.New("the first run is thrown away")

// Twice is an engine that runs every write twice and throws the first run away, as one does
// that found a conflict. A write that leaves anything outside itself is found out by it.
func Twice(e kv.Engine) kv.Engine { return twice{e} }

type twice struct{ kv.Engine }

func (t twice) Write(ctx context.Context, fn func(kv.Writer) error) error {
	err := t.Engine.Write(ctx, func(w kv.Writer) error {
		if err := fn(w); err != nil {
			return err
		}
		return errFirst
	})
	if !errors.Is(err, errFirst) && err != nil {
		return err
	}
	return t.Engine.Write(ctx, fn)
}
