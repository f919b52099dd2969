package book

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

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
