package book

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// redo is a step that makes the lines anew that the records of a kind have in some indexes.
func redo[I ~uint64, T any](k *Kind[I, T], in func(*Index) bool) Step {
	return Each(k, func(t *Tx, v *T) error { return k.relist(t, v, in) })
}

// relist writes the lines of a record in some indexes, which are taken to be empty of it.
func (k *Kind[I, T]) relist(t *Tx, v *T, in func(*Index) bool) error {
	all, err := k.lines(v, in)
	if err != nil {
		return err
	}
	return t.replace(nil, all)
}

// Relist makes a record's lines anew in indexes that were emptied of it; none named: in all.
func (k *Kind[I, T]) Relist(t *Tx, v *T, in ...*Index) error {
	return k.relist(t, v, func(x *Index) bool {
		for _, one := range in {
			if one == x {
				return true
			}
		}
		return len(in) == 0
	})
}

func (k *Kind[I, T]) redo(in func(*Index) bool) Step { return redo(k, in) }

// Unfind is a step that takes a kind's words out of the index, to be put in anew.
func (k *Kind[I, T]) Unfind() Step { return Clear(tTerm, kv.Prefix(Key().Byte(k.Letter))) }

// recount is a step that adds a kind's counted lines up anew.
func (k *Kind[I, T]) recount() Step {
	return func(t *Tx, from []byte) ([]byte, error) {
		sums := map[string]int64{}
		first := map[string]entry{}
		next, err := k.page(t, from, func() bool { return len(sums) >= t.room() }, func(_ []byte, v any) error {
			all, err := k.lines(v.(*T), func(x *Index) bool { return x.Counted })
			for _, e := range all {
				if e.group > 0 {
					at := string(countKey(e.table, e.key[:e.group]))
					sums[at]++
					first[at] = e
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		for at, n := range sums {
			if err := t.count(first[at], n); err != nil {
				return nil, err
			}
		}
		return next, nil
	}
}

// signAll is a step that writes the digests of a kind's records into the journal.
func (k *Kind[I, T]) signAll() Step {
	return func(t *Tx, from []byte) ([]byte, error) {
		next, err := k.page(t, from, t.Full, func(stored []byte, v any) error {
			id, _ := k.Of(v.(*T))
			t.sign(k.Letter, uint64(*id), stored)
			return nil
		})
		if err != nil || len(t.wrote) == 0 {
			return next, err
		}
		return next, t.Log(hall.Entry{Deed: hall.DeedUpgrade})
	}
}

// Recount is a migration's steps that make all counters of groups anew.
func (reg *Register) Recount() []Step {
	out := []Step{Clear(tCount, kv.Span{})}
	for _, k := range reg.kinds {
		for _, x := range k.indexes() {
			if x.Counted {
				out = append(out, k.recount())
				break
			}
		}
	}
	return out
}

// Reword is a migration's steps that make the index of words anew.
func (reg *Register) Reword() []Step {
	out := []Step{Clear(tTerm, kv.Span{})}
	for _, k := range reg.kinds {
		out = append(out, k.redo(func(x *Index) bool { return x == terms }))
	}
	return out
}

// Envelope is a step that puts the counters of before schema 7 into envelopes.
func (reg *Register) Envelope() Step {
	return func(t *Tx, from []byte) ([]byte, error) {
		var keys [][]byte
		for p, err := range t.Range(tMeta, kv.Span{From: from, Limit: pageMost}) {
			if err != nil {
				return nil, err
			}
			keys = append(keys, bytes.Clone(p.Key))
		}
		for _, k := range keys {
			b, err := t.Get(tMeta, k)
			if err != nil {
				return nil, err
			}
			if bare(b) {
				if err := t.setCounter(tMeta, k, Number(b)); err != nil {
					return nil, err
				}
			}
		}
		if len(keys) < pageMost {
			return nil, nil
		}
		return append(keys[len(keys)-1], 0), nil
	}
}

// Sign is a migration's steps that have the journal say what stands in every record.
func (reg *Register) Sign() []Step {
	var out []Step
	for _, k := range reg.kinds {
		if !k.unsigned() {
			out = append(out, k.signAll())
		}
	}
	return out
}

// Anew is a migration's steps that make an index anew from the records, its counters too.
func (reg *Register) Anew(x *Index) []Step {
	steps := []Step{Clear(x.Table, kv.Span{}), Clear(tCount, kv.Prefix(countKey(x.Table, nil)))}
	for _, k := range reg.kinds {
		if slices.Contains(k.indexes(), x) {
			steps = append(steps, k.redo(func(i *Index) bool { return i == x }))
		}
	}
	return steps
}

// Rebuild makes an index anew from the records, in bounded transactions; nobody else writes
// meanwhile. progress (may be nil) is told after each. A stop in between leaves the index
// short: begun once more it is made whole.
func (b *Book) Rebuild(ctx context.Context, reg *Register, table kv.Table, progress func()) error {
	var x *Index
	for _, one := range reg.Indexes() {
		if one.Table == table {
			x = one
		}
	}
	if x == nil || x == deeds {
		return fmt.Errorf("%s is no index that follows from records", table)
	}
	for _, step := range reg.Anew(x) {
		var from []byte
		for {
			next, err := transact(ctx, b, hall.Actor{}, func(t *Tx) ([]byte, error) {
				t.migrating = true
				return step(t, from)
			})
			if err != nil {
				return err
			}
			if progress != nil {
				progress()
			}
			if next == nil {
				break
			}
			from = next
		}
	}
	return nil
}
