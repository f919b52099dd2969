package book

import (
	"bytes"
	"context"
	"errors"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// mostFaults ends a check that finds fault after fault.
const mostFaults = 200

// Checker walks a store and collects what is wrong.
type Checker struct {
	Reader
	ctx      context.Context
	book     *Book
	reg      *Register
	older    bool // of an earlier schema: neither indexes nor counters nor digests are as they should be now
	progress func(int)
	done     int
	faults   []Fault
	entries  map[kv.Table]int // how many the records ask for
	groups   map[string]int
	digests  map[signed][digestSize]byte // the last of each record, as the journal says
}

// Check verifies the whole store: the engine's own structure, every record's checksum and
// digest, every table against what is declared, every index against its records, the
// counters, and the journal's chain. progress (may be nil) is told how many records were
// looked at. It changes nothing.
func (b *Book) Check(ctx context.Context, reg *Register, program string, progress func(done int)) ([]Fault, error) {
	c := &Checker{ctx: ctx, book: b, reg: reg, progress: progress, entries: map[kv.Table]int{}, groups: map[string]int{}, digests: map[signed][digestSize]byte{}}
	for _, err := range b.Engine.Check(ctx) {
		if errors.Is(err, kv.ErrOneHead) {
			c.Fault(FaultEngine, "file", OneHead)
			continue
		}
		c.Fault(FaultEngine, "file", Unreadable, "err", err)
	}
	err := b.Read(ctx, func(r Reader) error {
		c.Reader = r
		m, err := ReadMarker(r, program)
		if err != nil {
			return err
		}
		c.older = m.Schema < Schema()
		if err := c.journal(); err != nil {
			return err
		}
		for _, k := range reg.kinds {
			if err := k.check(c); err != nil {
				return err
			}
		}
		if c.older {
			return nil
		}
		c.gone()
		for _, step := range append([]func() error{c.tables, c.strays, c.counts, c.given}, c.rules()...) {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	return c.faults, err
}

func (c *Checker) rules() []func() error {
	var out []func() error
	for _, fn := range c.reg.rules {
		out = append(out, func() error { return fn(c) })
	}
	return out
}

// Fault adds one; after the first two hundred they are only counted in. args are names and values,
// as hall.Refuse takes them.
func (c *Checker) Fault(k FaultKind, where string, what Finding, args ...any) {
	if len(c.faults) >= mostFaults {
		return
	}
	f := Fault{Kind: k, Where: where, What: what, Args: map[string]any{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i].(string)] = args[i+1]
	}
	c.faults = append(c.faults, f)
}

// Step tells the progress of one more record, and when to stop.
func (c *Checker) Step() error {
	if c.done++; c.progress != nil && c.done%1000 == 0 {
		c.progress(c.done)
	}
	return c.ctx.Err()
}

// check reads every record of a table and looks each of its entries up. When all are there
// and the tables hold no more than that, index and records say the same.
func (k *Kind[I, T]) check(c *Checker) error {
	highest := uint64(0)
	for p, err := range c.Range(kv.Table(k.Table), kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.Step(); err != nil {
			return err
		}
		highest = Number(p.Key)
		where := hall.Ref{Kind: k.Table, ID: highest}.String()
		var v T
		if err := Decode(p.Value, &v, c.Zone()); err != nil {
			c.Fault(FaultRecord, where, Unreadable, "err", err)
			delete(c.digests, signed{k.Letter, highest})
			continue
		}
		if id, _ := k.Of(&v); uint64(*id) != highest {
			c.Fault(FaultRecord, where, WrongPlace)
		}
		if c.older {
			continue
		}
		if !k.Unsigned {
			c.compare(signed{k.Letter, highest}, where, p.Value)
		}
		if k.Faults != nil {
			k.Faults(c, &v)
		}
		want, err := k.lines(&v, every)
		if err != nil {
			c.Fault(FaultRecord, where, Unreadable, "err", err)
			continue
		}
		for _, e := range want {
			if err := c.ask(where, e); err != nil {
				return err
			}
		}
	}
	if !c.older {
		c.behind(k, highest)
	}
	return nil
}

// compare looks whether a record is what the journal says was written last.
func (c *Checker) compare(ref signed, where string, b []byte) {
	want, ok := c.digests[ref]
	delete(c.digests, ref)
	switch {
	case !ok:
		c.Fault(FaultDigest, where, Unwritten)
	case want != digest(b):
		c.Fault(FaultDigest, where, Altered)
	}
}

// gone names the records that the journal says were written and that are not there.
func (c *Checker) gone() {
	kinds := map[byte]hall.Record{}
	for _, k := range c.reg.kinds {
		kinds[k.letter()] = k.name()
	}
	for ref := range c.digests {
		c.Fault(FaultDigest, hall.Ref{Kind: kinds[ref.letter], ID: ref.id}.String(), Gone)
	}
}

// ask counts an entry that a record asks for, and looks it up.
func (c *Checker) ask(where string, e entry) error {
	c.entries[e.table]++
	if e.group > 0 {
		c.groups[string(countKey(e.table, e.key[:e.group]))]++
	}
	for p, err := range c.Range(e.table, kv.Span{From: e.key, Limit: 1}) {
		if err != nil {
			return err
		}
		if !bytes.Equal(p.Key, e.key) {
			break
		}
		if !bytes.Equal(p.Value, e.value) {
			c.Fault(FaultMissing, where, EntryDiffers, "table", e.table)
		}
		return nil
	}
	c.Fault(FaultMissing, where, EntryMissing, "table", e.table)
	return nil
}
