package book

import (
	"fmt"

	"sizhen/store/kv"
)

// counter is a count on disk, in an envelope as records are: a flipped bit is noticed.
type counter struct {
	N uint64 `cbor:"1,keyasint"`
}

// countKey is where a counter stands: under the table it counts in, and the group.
func countKey(t kv.Table, group []byte) Path { return Key().Text(string(t)).End().Join(group) }

// bare reports whether a counter stands without an envelope, as before schema 7: 8 bytes, of
// which an envelope's first would be its version.
func bare(b []byte) bool { return len(b) == 8 && b[0] != recordVersion }

func readCounter(b []byte) (uint64, error) {
	if b == nil || bare(b) {
		return Number(b), nil
	}
	var c counter
	err := Decode(b, &c, nil)
	return c.N, err
}

// Sum is how many entries an index holds in a group.
func (x *Index) Sum(r kv.Reader, group []byte) (int, error) {
	b, err := r.Get(tCount, countKey(x.Table, group))
	if err != nil {
		return 0, err
	}
	n, err := readCounter(b)
	if err != nil {
		return 0, fmt.Errorf("counter of %s %x: %w", x.Table, group, err)
	}
	return int(n), nil
}

// EachCount walks the counters of all groups that begin alike: group and count.
func (x *Index) EachCount(r kv.Reader, prefix []byte, fn func(group []byte, n int)) error {
	at := countKey(x.Table, nil)
	for p, err := range r.Range(tCount, kv.Prefix(at.Join(prefix))) {
		if err != nil {
			return err
		}
		n, err := readCounter(p.Value)
		if err != nil {
			return fmt.Errorf("counter of %s %x: %w", x.Table, p.Key[len(at):], err)
		}
		fn(p.Key[len(at):], int(n))
	}
	return nil
}

// count adds to the counter of an entry's group.
func (t *Tx) count(e entry, by int64) error {
	if e.group == 0 {
		return nil
	}
	at := countKey(e.table, e.key[:e.group])
	b, err := t.Get(tCount, at)
	if err != nil {
		return err
	}
	n, err := readCounter(b)
	if err != nil {
		return fmt.Errorf("counter of %s %x: %w", e.table, e.key[:e.group], err)
	}
	return t.setCounter(tCount, at, uint64(int64(n)+by))
}

func (t *Tx) setCounter(table kv.Table, at []byte, n uint64) error {
	b, err := Encode(counter{n})
	if err != nil {
		return err
	}
	return t.Put(table, at, b)
}

// Next counts a counter up that numbers are given from, and returns it: the table's own
// records, the case numbers of a year, the places of a day.
func (t *Tx) Next(name string) (uint64, error) {
	n, err := Last(t, name)
	if err != nil {
		return 0, err
	}
	return n + 1, t.SetLast(name, n+1)
}

// SetLast says which number was given last.
func (t *Tx) SetLast(name string, n uint64) error { return t.setCounter(tMeta, []byte(name), n) }

// Last is the number given last; 0: none yet.
func Last(r kv.Reader, name string) (uint64, error) {
	b, err := r.Get(tMeta, []byte(name))
	if err != nil {
		return 0, err
	}
	n, err := readCounter(b)
	if err != nil {
		return 0, fmt.Errorf("counter %s: %w", name, err)
	}
	return n, nil
}

// Latest is the number of the record made last; 0: none yet.
func (k *Kind[I, T]) Latest(r kv.Reader) (I, error) {
	n, err := Last(r, k.next())
	return I(n), err
}
