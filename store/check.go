package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// FaultKind is what is wrong in a store.
type FaultKind string

const (
	FaultEngine  FaultKind = "engine"  // the database's own structure
	FaultRecord  FaultKind = "record"  // a record cannot be read
	FaultMissing FaultKind = "missing" // an index entry that should be there is not
	FaultStray   FaultKind = "stray"   // index entries that no record asks for
	FaultCount   FaultKind = "count"   // a counter does not fit what it counts
	FaultJournal FaultKind = "journal" // the journal's chain is broken
	FaultBooked  FaultKind = "booked"  // a room, a person or a body booked twice at one time
	FaultNumber  FaultKind = "number"  // case numbers: twice, or with a gap
)

// Fault is one thing that is wrong: where, and what.
type Fault struct {
	Kind  FaultKind
	Where string
	What  string
}

func (f Fault) String() string { return fmt.Sprintf("%s: %s: %s", f.Kind, f.Where, f.What) }

// mostFaults ends a check that finds fault after fault.
const mostFaults = 200

// Check verifies the whole store: the engine's own structure, every record's checksum,
// every index against its records, the counters, the journal's chain, and the numbering.
// progress (may be nil) is told how many records were looked at. It changes nothing.
func (s *Store) Check(ctx context.Context, progress func(done int)) ([]Fault, error) {
	c := &checker{zone: s.zone(), progress: progress, entries: map[kv.Table]int{}, groups: map[string]int{}, years: map[int]*yearNumbers{}}
	for _, err := range s.engine.Check(ctx) {
		c.fault(FaultEngine, "file", err.Error())
	}
	err := s.read(ctx, func(r kv.Reader) error {
		c.r, c.ctx = r, ctx
		for _, step := range []func() error{
			func() error { return checkKind(c, &staffKind, nil) },
			func() error { return checkKind(c, &mediatorKind, nil) },
			func() error { return checkKind(c, &personKind, nil) },
			func() error { return checkKind(c, &caseKind, c.number) },
			func() error { return checkKind(c, &consultKind, nil) },
			func() error { return checkKind(c, &draftKind, nil) },
			func() error { return checkKind(c, &shiftKind, nil) },
			func() error { return checkKind(c, &taskKind, nil) },
			func() error { return checkKind(c, &bodyKind, nil) },
			func() error { return checkKind(c, &pairKind, nil) },
			func() error { return checkKind(c, &orgKind, c.orgRow) },
			func() error { return checkKind(c, &orgRowKind, c.orgOf) },
			func() error { return checkKind(c, &studioKind, nil) },
			func() error { return checkKind(c, &siteKind, nil) },
			func() error { return checkKind(c, &dutyKind, nil) },
			func() error { return checkKind(c, &crewKind, nil) },
			func() error { return checkKind(c, &leaveKind, nil) },
			func() error { return checkKind(c, &swapKind, nil) },
			c.journal, c.strays, c.counters, c.numbers, c.calendar, c.rota,
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	return c.faults, err
}

type yearNumbers struct{ n, last int }

type checker struct {
	ctx      context.Context
	r        kv.Reader
	zone     *time.Location
	progress func(int)
	done     int
	faults   []Fault
	entries  map[kv.Table]int // how many the records ask for
	groups   map[string]int
	years    map[int]*yearNumbers
}

func (c *checker) fault(k FaultKind, where, what string) {
	if len(c.faults) < mostFaults {
		c.faults = append(c.faults, Fault{k, where, what})
	}
}

func (c *checker) step() error {
	if c.done++; c.progress != nil && c.done%1000 == 0 {
		c.progress(c.done)
	}
	return c.ctx.Err()
}

// checkKind reads every record of a table and looks each of its entries up. When all are
// there and the tables hold no more than that, index and records say the same.
func checkKind[T any](c *checker, k *kind[T], each func(*T)) error {
	for p, err := range c.r.Range(k.table, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.step(); err != nil {
			return err
		}
		where := fmt.Sprintf("%s %d", k.table, number(p.Key))
		var v T
		if err := decode(p.Value, &v, c.zone); err != nil {
			c.fault(FaultRecord, where, err.Error())
			continue
		}
		if *k.id(&v) != number(p.Key) {
			c.fault(FaultRecord, where, "stands under another record's number")
		}
		if each != nil {
			each(&v)
		}
		want, err := k.index(&v)
		if err != nil {
			c.fault(FaultRecord, where, err.Error())
			continue
		}
		for _, e := range want {
			c.entries[e.table]++
			if e.group > 0 {
				c.groups[string(e.key[:e.group])]++
			}
			if err := c.lookUp(where, e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) lookUp(where string, e entry) error {
	span := kv.Span{From: e.key, Limit: 1}
	for p, err := range c.r.Range(e.table, span) {
		if err != nil {
			return err
		}
		if !bytes.Equal(p.Key, e.key) {
			break
		}
		if !bytes.Equal(p.Value, e.value) {
			c.fault(FaultMissing, where, fmt.Sprintf("%s says something else", e.table))
		}
		return nil
	}
	c.fault(FaultMissing, where, fmt.Sprintf("not in %s", e.table))
	return nil
}

// strays compares how many entries there are with how many the records ask for.
func (c *checker) strays() error {
	for _, t := range []kv.Table{tLogin, tDoc, tNumber, tList, tParty, tDue, tCaseSub, tDay, tBusy, tStage, tPlace, tMissed, tTaskList, tForm, tShiftDay, tDutyDay, tRota, tLeaveDay, tSwapOpen, tHand, tTerm, tMember, tPairOf, tRemind, tOrgList, tStudioList, tSiteList, tResult, tCaseDeed} {
		n := 0
		for _, err := range c.r.Range(t, kv.Span{}) {
			if err != nil {
				return err
			}
			if n++; n%10000 == 0 && c.ctx.Err() != nil {
				return c.ctx.Err()
			}
		}
		if n != c.entries[t] {
			c.fault(FaultStray, string(t), fmt.Sprintf("%d entries, the records ask for %d", n, c.entries[t]))
		}
	}
	return nil
}

func (c *checker) counters() error {
	for p, err := range c.r.Range(tCount, kv.Span{}) {
		if err != nil {
			return err
		}
		want := c.groups[string(p.Key)]
		delete(c.groups, string(p.Key))
		if got := int(number(p.Value)); got != want {
			c.fault(FaultCount, fmt.Sprintf("count %x", p.Key), fmt.Sprintf("%d, there are %d", got, want))
		}
	}
	for g, n := range c.groups {
		c.fault(FaultCount, fmt.Sprintf("count %x", g), fmt.Sprintf("none, there are %d", n))
	}
	return nil
}

// journal walks the chain: each entry holds the hash of the one before, and the head the
// number and hash of the last.
func (c *checker) journal() error {
	h, err := readHead(c.r)
	if err != nil {
		c.fault(FaultJournal, "head", err.Error())
	}
	var prev []byte
	seq := uint64(0)
	for p, err := range c.r.Range(tJournal, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.step(); err != nil {
			return err
		}
		seq++
		where := fmt.Sprintf("entry %d", number(p.Key))
		var e hall.Entry
		if err := decode(p.Value, &e, c.zone); err != nil {
			c.fault(FaultJournal, where, err.Error())
		} else if e.Seq != number(p.Key) || e.Seq != seq {
			c.fault(FaultJournal, where, "an entry is missing before it")
			seq = number(p.Key)
		} else if !bytes.Equal(e.Prev, prev) {
			c.fault(FaultJournal, where, "the one before it was changed")
		}
		if e.Case != 0 {
			c.entries[tCaseDeed]++
			if err := c.lookUp(where, entry{table: tCaseDeed, key: key(uint64(e.Case), e.Seq)}); err != nil {
				return err
			}
		}
		sum := sha256.Sum256(p.Value)
		prev = sum[:]
	}
	if h.Seq != seq || !bytes.Equal(h.Hash, prev) {
		c.fault(FaultJournal, "head", fmt.Sprintf("the journal should end with entry %d", h.Seq))
	}
	return nil
}

func (c *checker) number(v *hall.Case) {
	if v.Number == "" {
		return
	}
	y := c.years[v.Year]
	if y == nil {
		y = &yearNumbers{}
		c.years[v.Year] = y
	}
	y.n++
	y.last = max(y.last, v.Seq)
}

// numbers looks for gaps and for numbers beyond the counter. Two cases with one number were
// found already: they ask for one entry in the index of numbers.
func (c *checker) numbers() error {
	for p, err := range c.r.Range(tMeta, kv.Prefix([]byte("number/"))) {
		if err != nil {
			return err
		}
		var year int
		_, _ = fmt.Sscan(string(p.Key[strings.LastIndexByte(string(p.Key), '/')+1:]), &year)
		y := c.years[year]
		if y == nil {
			y = &yearNumbers{}
		}
		delete(c.years, year)
		last := int(number(p.Value))
		if y.n != last || y.last != last {
			c.fault(FaultNumber, fmt.Sprint(year), fmt.Sprintf("%d numbers given, %d cases have one, the highest is %d", last, y.n, y.last))
		}
	}
	for year, y := range c.years {
		c.fault(FaultNumber, fmt.Sprint(year), fmt.Sprintf("%d cases have a number, none was given", y.n))
	}
	return nil
}

// calendar looks for what is booked twice. The table is read once: what one holder has on
// one day stands together.
func (c *checker) calendar() error {
	var day []hall.VisitRow
	var of []byte
	for p, err := range c.r.Range(tBusy, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.step(); err != nil {
			return err
		}
		var row hall.VisitRow
		if len(p.Key) < 8 || p.Key[0] == 'o' || decode(p.Value, &row, c.zone) != nil {
			continue // an organisation may send two people; what cannot be read was named above
		}
		if who := p.Key[:len(p.Key)-8]; !bytes.Equal(who, of) {
			of, day = bytes.Clone(who), day[:0]
		}
		for _, other := range day {
			if other.Slot.Overlaps(row.Slot) {
				c.fault(FaultBooked, fmt.Sprintf("consultation %d", row.ID), fmt.Sprintf("holds the time of consultation %d", other.ID))
			}
		}
		day = append(day, row)
	}
	return nil
}

// rota looks for who has duty in two places on a day. What one person has on one day stands
// together.
func (c *checker) rota() error {
	var last []byte
	for p, err := range c.r.Range(tRota, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.step(); err != nil {
			return err
		}
		if who := p.Key[:max(len(p.Key)-8, 0)]; len(last) > 8 && bytes.Equal(who, last[:len(last)-8]) {
			c.fault(FaultBooked, fmt.Sprintf("duty %d", number(p.Key)), fmt.Sprintf("has somebody who is on duty %d that day", number(last)))
		}
		last = bytes.Clone(p.Key)
	}
	return nil
}
