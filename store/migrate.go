package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// migration brings a store from one schema version to the next.
type migration func(*tx) error

// migrations stand in order: the first leads from version 1 to 2. Each comes with a test
// and a stored file of the older version.
func migrations() []migration {
	return []migration{
		listVisits,
		listRooms,
		keepDuty,
		listPeople,
		readNames,
	}
}

// listVisits (1 → 2) makes the calendar's indexes anew, which since then hold joint
// consultations and follow-ups too, and plans the follow-ups of agreements that are in force.
func listVisits(t *tx) error {
	for _, table := range []kv.Table{tDay, tBusy} {
		if err := t.clear(table, kv.Span{}); err != nil {
			return err
		}
	}
	err := eachPage(t, &consultKind, func(v *hall.Consultation) error {
		entries, err := consultKind.index(v)
		if err != nil {
			return err
		}
		return t.replace(nil, entries)
	})
	if err != nil {
		return err
	}
	return eachPage(t, &caseKind, func(c *hall.Case) error {
		if c.State != hall.Performing {
			return nil
		}
		return t.planned(*c)
	})
}

// listRooms (2 → 3) lists the visits that are in a room, so that those of earlier days are
// found without reading those days.
func listRooms(t *tx) error {
	return eachPage(t, &consultKind, func(v *hall.Consultation) error {
		entries, err := consultKind.index(v)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.group != 0 {
				continue // there already, and counted
			}
			if err := t.Put(e.table, e.key, e.value); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepDuty (3 → 4) has nothing to fill in: the tables of duty begin empty, and what a sign-in
// holds since then is empty in those before. But a program of before would lose that when it
// writes a sign-in, and knows of no plans: it is to refuse the store.
func keepDuty(*tx) error { return nil }

// listPeople (4 → 5) brings the roster's records to their new shape and makes its indexes:
// the search by exact traits, who belongs where, what is due, and what everybody achieved.
func listPeople(t *tx) error {
	if err := t.clear(tTerm, kv.Prefix(key(byte('m')))); err != nil {
		return err
	}
	err := eachPage(t, &caseKind, func(c *hall.Case) error { return t.replace(nil, resultEntries(c)) })
	if err != nil {
		return err
	}
	return eachPage(t, &mediatorKind, func(m *hall.Mediator) error {
		m.Backgrounds, m.Background = hall.BackgroundsIn(m.Background, m.Backgrounds), ""
		if err := put(t, &mediatorKind, m); err != nil {
			return err
		}
		entries, err := mediatorKind.index(m)
		if err != nil {
			return err
		}
		return t.replace(nil, entries) // put took those of before for written
	})
}

// readNames (5 → 6) makes the search index anew: blanks and dots within a name do not part
// it any more, and bodies and places are read as words, not as surnames.
func readNames(t *tx) error {
	if err := t.clear(tTerm, kv.Span{}); err != nil {
		return err
	}
	return errors.Join(retermed(t, &personKind), retermed(t, &caseKind), retermed(t, &mediatorKind), retermed(t, &bodyKind),
		retermed(t, &orgKind), retermed(t, &studioKind), retermed(t, &siteKind))
}

// retermed writes the search entries of a kind's records.
func retermed[T any](t *tx, k *kind[T]) error {
	return eachPage(t, k, func(v *T) error {
		entries, err := k.index(v)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.table == tTerm {
				if err := t.Put(e.table, e.key, e.value); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// eachPage hands every record of a kind to fn, which may write.
func eachPage[T any](t *tx, k *kind[T], fn func(*T) error) error {
	for next := uint64(0); ; {
		var page []T
		for p, err := range t.Range(k.table, kv.Span{From: key(next), Limit: pageMost}) {
			if err != nil {
				return err
			}
			var v T
			if err := decode(p.Value, &v, t.st.zone()); err != nil {
				return fmt.Errorf("%s %d: %w", k.table, number(p.Key), err)
			}
			page = append(page, v)
		}
		if len(page) == 0 {
			return nil
		}
		for i := range page {
			if err := fn(&page[i]); err != nil {
				return err
			}
		}
		next = *k.id(&page[len(page)-1]) + 1
	}
}

// clear empties a span of a table.
func (t *tx) clear(table kv.Table, span kv.Span) error {
	span.Limit = pageMost
	for {
		var keys [][]byte
		for p, err := range t.Range(table, span) {
			if err != nil {
				return err
			}
			keys = append(keys, bytes.Clone(p.Key))
		}
		if len(keys) == 0 {
			return nil
		}
		for _, k := range keys {
			if err := t.Delete(table, k); err != nil {
				return err
			}
		}
	}
}

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
