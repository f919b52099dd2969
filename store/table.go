package store

import (
	"bytes"
	"fmt"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// kind describes the records of one table: their number, their revision, and the index
// entries that follow from a record alone. Since entries follow from the record, writing
// is always "put the record, replace its entries", and check can work them out again.
type kind[T any] struct {
	table kv.Table
	id    func(*T) *uint64
	rev   func(*T) *uint64
	index func(*T) ([]entry, error)
}

// entry is one line of an index. A counted one is added up in the table of counters, under
// the key's first part.
type entry struct {
	table kv.Table
	key   []byte
	value []byte
	group int // length of the counted prefix; 0: not counted
}

// get reads a record; ErrNotFound when there is none.
func get[T any](r kv.Reader, k *kind[T], id uint64, zone *time.Location) (T, error) {
	var v T
	b, err := r.Get(k.table, key(id))
	if err != nil {
		return v, err
	}
	if b == nil {
		return v, hall.Refuse(hall.ErrNotFound)
	}
	if err := decode(b, &v, zone); err != nil {
		return v, fmt.Errorf("%s %d: %w", k.table, id, err)
	}
	return v, nil
}

// put writes a record and brings its index entries up to date. A record without a number
// is given the table's next one. Its revision counts up.
func put[T any](t *tx, k *kind[T], v *T) error {
	id := k.id(v)
	var old []entry
	if *id == 0 {
		n, err := t.next("next/" + string(k.table))
		if err != nil {
			return err
		}
		*id = n
	} else {
		was, err := get(t, k, *id, t.st.zone())
		if err != nil {
			return err
		}
		t.affects(&was)
		if old, err = k.index(&was); err != nil {
			return err
		}
	}
	t.affects(v)
	*k.rev(v)++
	b, err := encode(v)
	if err != nil {
		return err
	}
	if err := t.Put(k.table, key(*id), b); err != nil {
		return err
	}
	now, err := k.index(v)
	if err != nil {
		return err
	}
	return t.replace(old, now)
}

// remove deletes a record and its entries. Only drafts are ever removed.
func remove[T any](t *tx, k *kind[T], v *T) error {
	old, err := k.index(v)
	if err != nil {
		return err
	}
	if err := t.Delete(k.table, key(*k.id(v))); err != nil {
		return err
	}
	return t.replace(old, nil)
}

// replace takes old entries away and puts new ones, touching only what differs.
func (t *tx) replace(old, now []entry) error {
	had := make(map[string]entry, len(old))
	for _, e := range old {
		had[string(e.table)+"\x00"+string(e.key)] = e
	}
	for _, e := range now {
		name := string(e.table) + "\x00" + string(e.key)
		was, ok := had[name]
		delete(had, name)
		if ok && bytes.Equal(was.value, e.value) {
			continue
		}
		if err := t.Put(e.table, e.key, e.value); err != nil {
			return err
		}
		if !ok {
			if err := t.count(e, 1); err != nil {
				return err
			}
		}
	}
	for _, e := range had {
		if err := t.Delete(e.table, e.key); err != nil {
			return err
		}
		if err := t.count(e, -1); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) count(e entry, by int64) error {
	if e.group == 0 {
		return nil
	}
	group := e.key[:e.group]
	b, err := t.Get(tCount, group)
	if err != nil {
		return err
	}
	return t.Put(tCount, group, key(uint64(int64(number(b))+by)))
}

// next counts a counter of the meta table up and returns it.
func (t *tx) next(name string) (uint64, error) {
	b, err := t.Get(tMeta, []byte(name))
	if err != nil {
		return 0, err
	}
	n := number(b) + 1
	return n, t.Put(tMeta, []byte(name), key(n))
}

// counted is how many entries a group of the list holds.
func counted(r kv.Reader, group []byte) (int, error) {
	b, err := r.Get(tCount, group)
	return int(number(b)), err
}
