package book

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"slices"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Tx is one write transaction of one person. The moment is the same throughout, and in whole
// seconds, as it is kept.
type Tx struct {
	kv.Writer
	Book  *Book
	Actor hall.Actor
	Now   time.Time
	Bulk  bool // records are taken as they are: nothing follows from them but their indexes

	other     []string // names of which somebody said that another one is meant
	ops       int      // keys put and deleted
	migrating bool
	sealing   bool               // the head is sealed anew, whether anything is written or not
	entries   []hall.Entry       // the journal's lines, written when the transaction ends
	wrote     map[signed]written // records whose digest goes into the journal
	later     []func() error     // what is worked out anew before the transaction ends
	due       map[string]bool    // of what is in later, so that it is done once
}

type signed struct {
	letter byte
	id     uint64
}

type written struct {
	digest [digestSize]byte
	entry  int // the line it belongs to: the next one written after it
}

// Another reports whether somebody was asked about a name, and said that another is meant than
// those on file. Records taken as they are are asked about by nobody.
func (t *Tx) Another(name string) bool {
	return t.Bulk || slices.Contains(t.other, hall.FoldName(name))
}

// Put implements kv.Writer.
func (t *Tx) Put(table kv.Table, key, value []byte) error {
	t.ops++
	return t.Writer.Put(table, key, value)
}

// Delete implements kv.Writer.
func (t *Tx) Delete(table kv.Table, key []byte) error {
	t.ops++
	return t.Writer.Delete(table, key)
}

// Full reports whether what goes on record by record has to go on in another transaction. Room
// is left for the record at hand and for what is due when the transaction ends.
func (t *Tx) Full() bool { return t.ops >= t.room() }

// room is how many keys such a transaction changes before it is full.
func (t *Tx) room() int { return t.Book.Engine.MaxOps() - kv.LeastOps/2 }

// Today is the transaction's day.
func (t *Tx) Today() hall.Day { return hall.DayOf(t.Now) }

// Zone is the hall's.
func (t *Tx) Zone() *time.Location { return t.Book.Zone() }

// Calendar says on which days and at which hours the hall is open.
func (t *Tx) Calendar() *hall.Calendar { return t.Book.Calendar() }

// Settings is the hall as configured.
func (t *Tx) Settings() hall.Settings { return t.Book.Settings() }

// Desk is the desk of whoever writes, to read with inside the transaction.
func (t *Tx) Desk() Desk { return Desk{Book: t.Book, Actor: t.Actor} }

// Later has something done once before the transaction ends, however often it is asked for
// under one name: rows that are made anew from what several records say.
func (t *Tx) Later(name string, fn func() error) {
	if t.due[name] {
		return
	}
	if t.due == nil {
		t.due = map[string]bool{}
	}
	t.due[name] = true
	t.later = append(t.later, fn)
}

// finish does what is due and writes the journal.
func (t *Tx) finish() error {
	for len(t.later) > 0 {
		fn := t.later[0]
		t.later = t.later[1:]
		if err := fn(); err != nil {
			return err
		}
	}
	return t.writeJournal()
}

// Get reads a record; ErrNotFound when there is none.
func (k *Kind[I, T]) Get(r Reader, id I) (T, error) {
	return At[T](r, hall.Ref{Kind: k.Table, ID: uint64(id)})
}

// At reads any record by its address: of a kind that a later concern declares, to look at.
func At[T any](r Reader, ref hall.Ref) (T, error) {
	var v T
	b, err := r.Get(kv.Table(ref.Kind), Key().ID(ref.ID))
	if err != nil {
		return v, err
	}
	if b == nil {
		return v, hall.Refuse(hall.ErrNotFound)
	}
	if err := Decode(b, &v, r.Zone()); err != nil {
		return v, fmt.Errorf("%s: %w", ref, err)
	}
	return v, nil
}

// Every walks the records of a span.
func (k *Kind[I, T]) Every(r Reader, s kv.Span) iter.Seq2[T, error] {
	return Rows[T](r, kv.Table(k.Table), s)
}

// Rows walks a span of a table whose lines hold a T.
func Rows[T any](r Reader, table kv.Table, s kv.Span) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for p, err := range r.Range(table, s) {
			var v T
			if err == nil {
				if err = Decode(p.Value, &v, r.Zone()); err != nil {
					err = fmt.Errorf("%s %d: %w", table, Number(p.Key), err)
				}
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

// Put writes a record and brings its index entries up to date. A record without a number
// is given the table's next one, and never put where a record is. Its revision counts up.
func (k *Kind[I, T]) Put(t *Tx, v *T) error {
	id, rev := k.Of(v)
	var was *T
	var old []entry
	if *id == 0 {
		n, err := t.free(k)
		if err != nil {
			return err
		}
		*id = I(n)
	} else {
		before, err := k.Get(t, *id)
		if err != nil {
			return err
		}
		was = &before
		if old, err = k.lines(was, every); err != nil {
			return err
		}
	}
	*rev++
	return k.write(t, uint64(*id), was, v, old)
}

// Keep writes a record under the number it has already, new or not: of what stands under
// another record's number.
func (k *Kind[I, T]) Keep(t *Tx, v *T) error {
	id, rev := k.Of(v)
	before, err := k.Get(t, *id)
	var was *T
	var old []entry
	switch {
	case err == nil:
		was = &before
		if old, err = k.lines(was, every); err != nil {
			return err
		}
	case !Is(err, hall.ErrNotFound):
		return err
	}
	*rev++
	return k.write(t, uint64(*id), was, v, old)
}

func (k *Kind[I, T]) write(t *Tx, id uint64, was, v *T, old []entry) error {
	b, err := Encode(v)
	if err != nil {
		return err
	}
	if err := t.Put(kv.Table(k.Table), Key().ID(id), b); err != nil {
		return err
	}
	if !k.Unsigned {
		t.sign(k.Letter, id, b)
	}
	now, err := k.lines(v, every)
	if err != nil {
		return err
	}
	if err := t.replace(old, now); err != nil || k.Wrote == nil {
		return err
	}
	return k.Wrote(t, was, v)
}

// free is the next number of a table. Where a record stands under it already the counter was
// set back: nothing is written over, the store is damaged and says so.
func (t *Tx) free(k declared) (uint64, error) {
	n, err := t.Next(k.next())
	if err != nil {
		return 0, err
	}
	there, err := t.Get(kv.Table(k.name()), Key().ID(n))
	if err != nil {
		return 0, err
	}
	if there != nil {
		return 0, fmt.Errorf("%w: counter %s stands before record %d, which is there already", ErrCountBack, k.next(), n)
	}
	return n, nil
}

// Remove deletes a record and its entries. Only what is unsigned is ever removed.
func (k *Kind[I, T]) Remove(t *Tx, v *T) error {
	if !k.Unsigned {
		return fmt.Errorf("%s: records of this kind are never removed", k.Table)
	}
	old, err := k.lines(v, every)
	if err != nil {
		return err
	}
	id, _ := k.Of(v)
	if err := t.Delete(kv.Table(k.Table), Key().ID(uint64(*id))); err != nil {
		return err
	}
	return t.replace(old, nil)
}

const digestSize = 16

func digest(b []byte) (d [digestSize]byte) {
	sum := sha256.Sum256(b)
	copy(d[:], sum[:])
	return d
}

func (t *Tx) sign(letter byte, id uint64, b []byte) {
	if t.wrote == nil {
		t.wrote = map[signed]written{}
	}
	t.wrote[signed{letter, id}] = written{digest(b), len(t.entries)}
}
