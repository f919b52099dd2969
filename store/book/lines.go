package book

import (
	"bytes"
	"fmt"

	"sizhen/store/kv"
)

// entry is one line of an index. A counted one is added up in the table of counters, under
// the key's first part.
type entry struct {
	table kv.Table
	key   []byte
	value []byte
	group int // length of the counted prefix; 0: not counted
}

// Lines collects the lines of one record.
type Lines struct {
	in    *Index
	all   []entry
	row   func() any
	bytes []byte // the row, encoded once
	err   error
}

// Add adds a line that holds nothing. Group, if not nil, is the beginning of the key under
// which the line is counted.
func (l *Lines) Add(key, group Path) { l.add(key, nil, group) }

// Row adds a line that holds the record's row.
func (l *Lines) Row(key, group Path) {
	if l.bytes == nil && l.err == nil {
		l.bytes, l.err = Encode(l.row())
	}
	l.add(key, l.bytes, group)
}

// Hold adds a line that holds something of its own.
func (l *Lines) Hold(key Path, v any) {
	b, err := Encode(v)
	if err != nil && l.err == nil {
		l.err = err
	}
	l.add(key, b, nil)
}

// Lead adds a line that leads to one number.
func (l *Lines) Lead(key Path, id uint64) { l.add(key, Key().ID(id), nil) }

func (l *Lines) add(key, value, group []byte) {
	if group != nil && !l.in.Counted && l.err == nil {
		l.err = fmt.Errorf("index %s is not declared to be counted", l.in.Table)
	}
	l.all = append(l.all, entry{l.in.Table, key, value, len(group)})
}

// every is all indexes, for lines.
func every(*Index) bool { return true }

// lines are the lines a record has in some indexes.
func (k *Kind[I, T]) lines(v *T, in func(*Index) bool) ([]entry, error) {
	l := Lines{row: func() any {
		if k.Row == nil {
			return v
		}
		return k.Row(v)
	}}
	for _, list := range k.Lists {
		if in(list.In) {
			l.in = list.In
			list.Lines(v, &l)
		}
	}
	return l.all, l.err
}

// replace takes old entries away and puts new ones, touching only what differs.
func (t *Tx) replace(old, now []entry) error {
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
