package book

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"time"

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

// tables looks for tables, and for meta data, that nobody declared.
func (c *Checker) tables() error {
	declared := c.reg.Tables()
	all, err := c.Tables()
	if err != nil {
		return err
	}
	for _, t := range all {
		if !declared[t] {
			c.Fault(FaultStray, string(t), Undeclared)
		}
	}
	names := []string{"store", "journal"}
	for _, k := range c.reg.kinds {
		names = append(names, k.next())
	}
	for _, m := range append(c.reg.counters, c.reg.metas...) {
		name, _, _ := strings.Cut(m.Name, "<")
		names = append(names, name)
	}
	for p, err := range c.Range(tMeta, kv.Span{}) {
		if err != nil {
			return err
		}
		known := false
		for _, n := range names {
			known = known || string(p.Key) == n || strings.HasSuffix(n, "/") && strings.HasPrefix(string(p.Key), n)
		}
		if !known {
			c.Fault(FaultStray, "meta "+string(p.Key), Undeclared)
		}
	}
	return nil
}

// strays compares how many entries there are with how many the records ask for.
func (c *Checker) strays() error {
	for _, x := range c.reg.Indexes() {
		n := 0
		for _, err := range c.Range(x.Table, kv.Span{}) {
			if err != nil {
				return err
			}
			if n++; n%10000 == 0 && c.ctx.Err() != nil {
				return c.ctx.Err()
			}
		}
		if n != c.entries[x.Table] {
			c.Fault(FaultStray, string(x.Table), TooMany, "n", n, "asked", c.entries[x.Table])
		}
	}
	return nil
}

// countPlace names a counter of a group: the table, and the group's key in hexadecimal digits.
func countPlace(key string) string {
	table, group, _ := strings.Cut(key, "\x00")
	return fmt.Sprintf("count %q %x", table, group)
}

// counts compares the counters of groups with what the records ask for.
func (c *Checker) counts() error {
	for p, err := range c.Range(tCount, kv.Span{}) {
		if err != nil {
			return err
		}
		where := countPlace(string(p.Key))
		want := c.groups[string(p.Key)]
		delete(c.groups, string(p.Key))
		n, err := readCounter(p.Value)
		switch {
		case err != nil:
			c.Fault(FaultCount, where, Unreadable, "err", err)
		case bare(p.Value):
			c.Fault(FaultCount, where, Unsummed)
		case int(n) != want:
			c.Fault(FaultCount, where, CountWrong, "n", n, "there", want)
		}
	}
	for g, n := range c.groups {
		c.Fault(FaultCount, countPlace(g), CountWrong, "n", 0, "there", n)
	}
	return nil
}

// given looks at the counters that numbers are given from.
func (c *Checker) given() error {
	for _, d := range c.reg.counters {
		name, _, _ := strings.Cut(d.Name, "<")
		for p, err := range c.Range(tMeta, kv.Prefix([]byte(name))) {
			if err != nil {
				return err
			}
			if bare(p.Value) {
				c.Fault(FaultCount, string(p.Key), Unsummed)
			}
		}
		if d.Check == nil {
			continue
		}
		if err := d.Check(c); err != nil {
			return err
		}
	}
	return nil
}

// EachGiven walks the counters of one name: what stands behind it, and the number given last.
func (c *Checker) EachGiven(name string, fn func(of string, last int)) error {
	for p, err := range c.Range(tMeta, kv.Prefix([]byte(name))) {
		if err != nil {
			return err
		}
		n, err := readCounter(p.Value)
		if err != nil {
			c.Fault(FaultCount, string(p.Key), Unreadable, "err", err)
			continue
		}
		fn(string(p.Key[len(name):]), int(n))
	}
	return nil
}

// journal walks the chain: each entry holds the hash of the one before, and the head the
// number and hash of the last. The time at which lines were written goes back only where one
// says so.
func (c *Checker) journal() error {
	h, err := readHead(c)
	if err != nil {
		c.Fault(FaultJournal, "head", Unreadable, "err", err)
	}
	var prev []byte
	seq, clock := uint64(0), int64(0)
	for p, err := range c.Range(tJournal, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.Step(); err != nil {
			return err
		}
		seq++
		where := fmt.Sprintf("entry %d", Number(p.Key))
		var e hall.Entry
		if err := Decode(p.Value, &e, c.Zone()); err != nil {
			c.Fault(FaultJournal, where, Unreadable, "err", err)
		} else if e.Seq != Number(p.Key) || e.Seq != seq {
			c.Fault(FaultJournal, where, LineMissing)
			seq = Number(p.Key)
		} else if !bytes.Equal(e.Prev, prev) {
			c.Fault(FaultJournal, where, LineAltered)
		}
		if !eachWrote(e.Wrote, func(ref signed, d [digestSize]byte) { c.digests[ref] = d }) {
			c.Fault(FaultJournal, where, ListCut)
		}
		if e.Logged != 0 {
			if e.Logged < clock && e.Deed != hall.DeedClock {
				c.Fault(FaultClock, where, ClockBack,
					"now", time.Unix(e.Logged, 0).In(c.Zone()).Format(time.DateTime), "was", time.Unix(clock, 0).In(c.Zone()).Format(time.DateTime))
			}
			clock = e.Logged
		}
		if e.Case != 0 {
			if err := c.ask(where, entry{table: tDeed, key: Key().ID(uint64(e.Case)).ID(e.Seq)}); err != nil {
				return err
			}
		}
		sum := sha256.Sum256(p.Value)
		prev = sum[:]
	}
	if h.Seq != seq || !bytes.Equal(h.Hash, prev) {
		c.Fault(FaultJournal, "head", EndMissing, "n", h.Seq)
	}
	if c.book.Seal != nil && seq > 0 && !c.older {
		switch {
		case h.Doubt != 0:
			c.Fault(FaultJournal, fmt.Sprintf("entry %d", h.Doubt), SealDoubt)
		case !h.sealed(c.book.Seal):
			c.Fault(FaultJournal, "head", SealWrong)
		}
	}
	return nil
}
