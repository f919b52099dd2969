package book

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// How far back a survey looks: lines of the journal, and records that they wrote.
const (
	surveyLines   = 64
	surveyRecords = 256
)

// Survey looks for what is wrong as far as it can be seen at once, however much the store holds: the
// counters against the last record of their table, the journal's end, and the records that its latest
// lines wrote. It changes nothing. Check looks at everything.
func (b *Book) Survey(ctx context.Context, reg *Register) ([]Fault, error) {
	c := &Checker{ctx: ctx, book: b, reg: reg}
	err := b.Read(ctx, func(r Reader) error {
		c.Reader = r
		for _, k := range reg.kinds {
			highest := uint64(0)
			for p, err := range c.Range(kv.Table(k.name()), kv.Span{Reverse: true, Limit: 1}) {
				if err != nil {
					return err
				}
				highest = Number(p.Key)
			}
			c.behind(k, highest)
		}
		for _, d := range reg.counters {
			if d.Latest == nil {
				continue
			}
			if err := d.Latest(c); err != nil {
				return err
			}
		}
		return c.journalEnd()
	})
	return c.faults, err
}

// behind looks whether a table's counter stands before its highest record.
func (c *Checker) behind(k declared, highest uint64) {
	if k.next() == "" {
		return
	}
	last, err := Last(c, k.next())
	if err != nil {
		c.Fault(FaultCount, k.next(), Unreadable, "err", err)
	} else if last < highest {
		c.Fault(FaultCount, k.next(), CountBehind, "n", last, "there", highest)
	}
}

// journalEnd walks the journal's latest lines backwards: the head names the last one, each the one
// before it, and what they wrote last is what stands there.
func (c *Checker) journalEnd() error {
	h, err := readHead(c)
	if err != nil {
		c.Fault(FaultJournal, "head", Unreadable, "err", err)
		return nil
	}
	kinds := map[byte]hall.Record{}
	for _, k := range c.reg.kinds {
		kinds[k.letter()] = k.name()
	}
	seen := map[signed]bool{}
	seq, hash, where := h.Seq, h.Hash, "head"
	for p, err := range c.Range(tJournal, kv.Span{Reverse: true, Limit: surveyLines}) {
		if err != nil {
			return err
		}
		sum := sha256.Sum256(p.Value)
		switch {
		case Number(p.Key) == seq && bytes.Equal(sum[:], hash):
		case where == "head": // of lines that are missing nobody knows what they wrote
			c.Fault(FaultJournal, where, EndMissing, "n", h.Seq)
			return nil
		case Number(p.Key) != seq:
			c.Fault(FaultJournal, where, LineMissing)
		default:
			c.Fault(FaultJournal, where, LineAltered)
		}
		var e hall.Entry
		where = fmt.Sprintf("entry %d", Number(p.Key))
		if err := Decode(p.Value, &e, c.Zone()); err != nil {
			c.Fault(FaultJournal, where, Unreadable, "err", err)
			return nil
		}
		if err := c.wrote(e, kinds, seen); err != nil {
			return err
		}
		seq, hash = Number(p.Key)-1, e.Prev
	}
	if where == "head" && h.Seq != 0 {
		c.Fault(FaultJournal, where, EndMissing, "n", h.Seq)
	}
	return nil
}

// wrote compares what a line wrote with what stands there, unless a later line wrote it anew.
func (c *Checker) wrote(e hall.Entry, kinds map[byte]hall.Record, seen map[signed]bool) (err error) {
	eachWrote(e.Wrote, func(ref signed, d [digestSize]byte) {
		if err != nil || seen[ref] || len(seen) >= surveyRecords {
			return
		}
		seen[ref] = true
		where := hall.Ref{Kind: kinds[ref.letter], ID: ref.id}
		b, failed := c.Get(kv.Table(where.Kind), Key().ID(ref.id))
		switch {
		case failed != nil:
			err = failed
		case b == nil:
			c.Fault(FaultDigest, where.String(), Gone)
		case digest(b) != d:
			c.Fault(FaultDigest, where.String(), Altered)
		}
	})
	return err
}
