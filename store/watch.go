package store

import (
	"context"
	"strings"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Watch tells of every change after it was committed, in order, by the kinds of records that
// were written; a watcher that lags gets one merged change. The channel closes with the
// context or the store.
func (s *Store) Watch(ctx context.Context) <-chan hall.Changed {
	out := make(chan hall.Changed)
	changes := s.engine.Watch(ctx)
	go func() { // ends with the engine's feed, which ends with ctx or the store
		defer close(out)
		for c := range changes {
			select {
			case out <- topics(c):
			case <-ctx.Done():
			}
		}
	}()
	return out
}

// Seq is that of the last change: whoever was told of it was told of all.
func (s *Store) Seq() uint64 { return s.engine.Seq() }

// topics are the kinds of records in a change. What stands in an index follows from a record
// that was written with it.
func topics(c kv.Change) hall.Changed {
	out := hall.Changed{Seq: c.Seq, Kinds: map[hall.Record]struct{}{}}
	for t := range c.Tables {
		if t != tMeta && t != tCount && !strings.HasPrefix(string(t), "by.") {
			out.Kinds[hall.Record(t)] = struct{}{}
		}
	}
	if len(out.Kinds) == 0 {
		out.Kinds[hall.OfNone] = struct{}{}
	}
	return out
}
