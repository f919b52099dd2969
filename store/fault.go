package store

import (
	"bytes"
	"fmt"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Fault is one thing that is wrong in a store, as Check finds it, and FaultKind its kind.
type (
	Fault     = book.Fault
	FaultKind = book.FaultKind
)

// The kinds of faults.
const (
	FaultEngine  = book.FaultEngine
	FaultRecord  = book.FaultRecord
	FaultMissing = book.FaultMissing
	FaultStray   = book.FaultStray
	FaultCount   = book.FaultCount
	FaultJournal = book.FaultJournal
	FaultDigest  = book.FaultDigest
	FaultClock   = book.FaultClock
	FaultBooked  = book.FaultBooked
	FaultNumber  = book.FaultNumber
)

// Counters that numbers are given from, and what check looks for beyond single records.
func init() {
	book.All.Count(book.Counter{Name: "number/<year>", Note: "the last case number of the year; a store is one organisation's", Check: caseNumbers})
	book.All.Count(book.Counter{Name: "queue/<day>", Note: "the last queue number of the day", Check: queueNumbers})
	book.All.Count(book.Counter{Name: "place/<day>", Note: "the last place in the day's queue"})
	book.All.Keep("tries/<StaffID>", "wrong passwords in a row")
	book.All.Rule(bookedTwice)
	book.All.Rule(dutyTwice)
}

type yearNumbers struct{ n, last int }

// caseNumbers looks for gaps and for numbers beyond the counter. Two cases with one number
// were found already: they ask for one entry in the index of numbers.
func caseNumbers(c *book.Checker) error {
	years := map[int]*yearNumbers{}
	for v, err := range caseKind.Every(c, kv.Span{}) {
		if err != nil || v.Number == "" {
			continue // what cannot be read was named
		}
		y := years[v.Year]
		if y == nil {
			y = &yearNumbers{}
			years[v.Year] = y
		}
		y.n++
		y.last = max(y.last, v.Seq)
	}
	err := c.EachGiven("number/", func(of string, last int) {
		year, _ := strconv.Atoi(of)
		y := years[year]
		if y == nil {
			y = &yearNumbers{}
		}
		delete(years, year)
		if y.n != last || y.last != last {
			c.Fault(FaultNumber, of, fmt.Sprintf("%d numbers given, %d cases have one, the highest is %d", last, y.n, y.last))
		}
	})
	for year, y := range years {
		c.Fault(FaultNumber, strconv.Itoa(year), fmt.Sprintf("%d cases have a number, none was given", y.n))
	}
	return err
}

// queueNumbers looks for numbers in a day's queue that were called out beyond the counter.
func queueNumbers(c *book.Checker) error {
	highest := map[string]int{}
	for v, err := range consultKind.Every(c, kv.Span{}) {
		if err == nil && v.Number != 0 {
			day := v.Day.String()
			highest[day] = max(highest[day], v.Number)
		}
	}
	err := c.EachGiven("queue/", func(of string, last int) {
		if last < highest[of] {
			c.Fault(FaultCount, "queue/"+of, fmt.Sprintf("%d, there is a number %d", last, highest[of]))
		}
		delete(highest, of)
	})
	for day, n := range highest {
		c.Fault(FaultCount, "queue/"+day, fmt.Sprintf("none, there is a number %d", n))
	}
	return err
}

// bookedTwice looks for what is booked twice. The table is read once: what one holder has on
// one day stands together.
func bookedTwice(c *book.Checker) error {
	var day []hall.VisitRow
	var of []byte
	for p, err := range c.Range(byBusy.Table, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.Step(); err != nil {
			return err
		}
		var row hall.VisitRow
		if len(p.Key) < 8 || p.Key[0] == 'o' || book.Decode(p.Value, &row, c.Zone()) != nil {
			continue // an organisation may send two people; what cannot be read was named above
		}
		if who := p.Key[:len(p.Key)-8]; !bytes.Equal(who, of) {
			of, day = bytes.Clone(who), day[:0]
		}
		for _, other := range day {
			if other.Slot.Overlaps(row.Slot) {
				c.Fault(FaultBooked, fmt.Sprintf("consultation %d", row.ID), fmt.Sprintf("holds the time of consultation %d", other.ID))
			}
		}
		day = append(day, row)
	}
	return nil
}

// dutyTwice looks for who has duty in two places on a day. What one person has on one day
// stands together.
func dutyTwice(c *book.Checker) error {
	var last []byte
	for p, err := range c.Range(byRota.Table, kv.Span{}) {
		if err != nil {
			return err
		}
		if err := c.Step(); err != nil {
			return err
		}
		if who := p.Key[:max(len(p.Key)-8, 0)]; len(last) > 8 && bytes.Equal(who, last[:len(last)-8]) {
			c.Fault(FaultBooked, fmt.Sprintf("duty %d", book.Number(p.Key)), fmt.Sprintf("has somebody who is on duty %d that day", book.Number(last)))
		}
		last = bytes.Clone(p.Key)
	}
	return nil
}
