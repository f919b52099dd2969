package book

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Errors of opening a store, beside those of kv.
var (
	ErrNotHall = errors.New("not a hall's store")                 // a database, but not of this program
	ErrNewer   = errors.New("written by a newer program version") // its schema is unknown here
)

// Marker says that a database is a hall's store, and which layout it has.
type Marker struct {
	Program string    `cbor:"1,keyasint"`
	Schema  int       `cbor:"2,keyasint"`
	Hall    string    `cbor:"3,keyasint"`
	Created time.Time `cbor:"4,keyasint"`
	// Identity is empty where an older program made the store, until it is opened for writing.
	Identity hall.Identity `cbor:"5,keyasint"`
}

var markerKey = []byte("store")

// ReadMarker looks whether it is a store of the program, and of which schema version.
func ReadMarker(r kv.Reader, program string) (Marker, error) {
	var m Marker
	b, err := r.Get(tMeta, markerKey)
	switch {
	case err != nil:
		return m, err
	case b == nil:
		return m, ErrNotHall
	}
	if err := Decode(b, &m, time.UTC); err != nil {
		return m, fmt.Errorf("%w: %w", kv.ErrDamaged, err)
	}
	switch {
	case m.Program != program:
		return m, ErrNotHall
	case m.Schema > Schema():
		return m, ErrNewer
	}
	return m, nil
}

// Mark writes the marker; a database that has one is refused.
func (t *Tx) Mark(m Marker) error {
	if b, err := t.Get(tMeta, markerKey); err != nil || b != nil {
		return errors.Join(err, errors.New("a store is there already"))
	}
	return t.mark(m)
}

// Identify gives a store an identity that has none, and says which it has.
func (t *Tx) Identify(program string, i hall.Identity) (hall.Identity, error) {
	m, err := ReadMarker(t, program)
	if err != nil || m.Identity.ID != "" {
		return m.Identity, err
	}
	m.Identity = i
	return i, t.mark(m)
}

func (t *Tx) mark(m Marker) error {
	b, err := Encode(m)
	if err != nil {
		return err
	}
	return t.Put(tMeta, markerKey, b)
}

// Step is a part of a migration. It does a bounded piece of its work from a place on, and says
// from where to go on; nil: it is done.
type Step func(t *Tx, from []byte) (next []byte, err error)

// Migration brings a store from one schema version to the next.
type Migration []Step

// pageMost is how many records a step takes at once.
const pageMost = 500

// place is how far a migration has come. A stop in between goes on from there.
type place struct {
	Step int    `cbor:"1,keyasint"`
	From []byte `cbor:"2,keyasint,omitempty"`
}

var placeKey = []byte("migrate")

// Migrate brings an older store up to date: the first migration leads from schema 1 to 2.
// Each piece is a transaction of its own, which also keeps how far it has come.
func (b *Book) Migrate(ctx context.Context, program string, all []Migration) error {
	for {
		done, err := transact(ctx, b, hall.Actor{}, func(t *Tx) (bool, error) {
			t.migrating = true
			m, err := ReadMarker(t, program)
			if err != nil || m.Schema > len(all) {
				return true, err
			}
			return false, t.migrate(m, all[m.Schema-1])
		})
		if done || err != nil {
			return err
		}
	}
}

func (t *Tx) migrate(m Marker, steps Migration) error {
	var at place
	b, err := t.Get(tMeta, placeKey)
	if err != nil {
		return err
	}
	if b != nil {
		if err := Decode(b, &at, time.UTC); err != nil {
			return err
		}
	}
	if at.Step < len(steps) {
		next, err := steps[at.Step](t, at.From)
		if err != nil {
			return fmt.Errorf("schema %d, step %d: %w", m.Schema, at.Step, err)
		}
		if at.From = bytes.Clone(next); next == nil {
			at.Step++
		}
	}
	if at.Step >= len(steps) {
		m.Schema++
		if err := t.Delete(tMeta, placeKey); err != nil {
			return err
		}
		return t.mark(m)
	}
	if b, err = Encode(at); err != nil {
		return err
	}
	return t.Put(tMeta, placeKey, b)
}

// Each is a step that hands every record of a kind to fn, which may write.
func Each[I ~uint64, T any](k *Kind[I, T], fn func(*Tx, *T) error) Step {
	return func(t *Tx, from []byte) ([]byte, error) {
		return k.page(t, from, t.Full, func(_ []byte, v any) error { return fn(t, v.(*T)) })
	}
}

// paging does something with a record, as it stands on disk and as it is read.
type paging func(stored []byte, v any) error

// page hands a page of records from a key on to do, until the transaction is full, and says where
// the next begins. The page is read before any of it is written.
func (k *Kind[I, T]) page(t *Tx, from []byte, full func() bool, do paging) (next []byte, err error) {
	type one struct {
		b []byte
		v *T
	}
	var all []one
	for p, err := range t.Range(kv.Table(k.Table), kv.Span{From: from, Limit: pageMost}) {
		if err != nil {
			return nil, err
		}
		v := new(T)
		if err := Decode(p.Value, v, t.Zone()); err != nil {
			return nil, fmt.Errorf("%s %d: %w", k.Table, Number(p.Key), err)
		}
		all = append(all, one{bytes.Clone(p.Value), v})
		next = Key().ID(Number(p.Key) + 1)
	}
	for _, o := range all {
		if full() {
			id, _ := k.Of(o.v)
			return Key().ID(uint64(*id)), nil
		}
		if err := do(o.b, o.v); err != nil {
			return nil, err
		}
	}
	if len(all) < pageMost {
		return nil, nil
	}
	return next, nil
}

// Logged is a step that changes records, of which the journal keeps the digests: a line says so.
func Logged(step Step) Step {
	return func(t *Tx, from []byte) ([]byte, error) {
		next, err := step(t, from)
		if err == nil && len(t.wrote) > 0 {
			err = t.Log(hall.Entry{Deed: hall.DeedUpgrade})
		}
		return next, err
	}
}

// Clear is a step that empties a span of a table.
func Clear(table kv.Table, span kv.Span) Step {
	return func(t *Tx, _ []byte) ([]byte, error) {
		span := span
		span.Limit = min(10*pageMost, t.room())
		var keys [][]byte
		for p, err := range t.Range(table, span) {
			if err != nil {
				return nil, err
			}
			keys = append(keys, bytes.Clone(p.Key))
		}
		for _, k := range keys {
			if err := t.Delete(table, k); err != nil {
				return nil, err
			}
		}
		if len(keys) < span.Limit {
			return nil, nil
		}
		return []byte{0}, nil
	}
}
