package store

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// Watch tells of every change after it was committed, in order, by the kinds of records that
// were written; a watcher that lags gets one merged change. The channel closes with the
// context or the store.
func (s *Store) Watch(ctx context.Context) <-chan hall.Changed {
	out := make(chan hall.Changed)
	changes := s.book.Engine.Watch(ctx)
	go func() { // ends with the engine's feed, which ends with ctx or the store
		defer close(out)
		for c := range changes {
			told := book.All.Topics(c)
			if len(told.Kinds) == 0 { // counters of its own only: its number counts all the same
				told.Kinds = map[hall.Record]struct{}{hall.OfNone: {}}
			}
			select {
			case out <- told:
			case <-ctx.Done():
			}
		}
	}()
	return out
}

// Seq is that of the last change: whoever was told of it was told of all.
func (s *Store) Seq() uint64 { return s.book.Engine.Seq() }
