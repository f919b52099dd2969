package store

import (
	"context"
	"time"

	"sizhen/store/hall"
)

// migration brings a store from one schema version to the next.
type migration func(*tx) error

// migrations stand in order: the first leads from version 1 to 2. Each comes with a test
// and a stored file of the older version.
func migrations() []migration { return nil }

// migrate brings an older store up to this program's schema, each step in a transaction
// of its own, so that a stop in between leaves a whole store of some version.
func (s *Store) migrate(ctx context.Context) error {
	for i, step := range migrations() {
		err := s.write(ctx, hall.Actor{}, func(t *tx) error {
			b, err := t.Get(tMeta, []byte("store"))
			if err != nil {
				return err
			}
			var m marker
			if err := decode(b, &m, time.UTC); err != nil {
				return err
			}
			if m.Schema != i+1 {
				return nil
			}
			if err := step(t); err != nil {
				return err
			}
			m.Schema++
			if b, err = encode(m); err != nil {
				return err
			}
			return t.Put(tMeta, []byte("store"), b)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
