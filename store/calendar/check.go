package calendar

import (
	"bytes"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

func init() {
	book.All.Count(book.Counter{Name: "queue/<day>", Note: "the last queue number of the day", Check: queueNumbers})
	book.All.Count(book.Counter{Name: "place/<day>", Note: "the last place in the day's queue"})
	book.All.Rule(bookedTwice)
}

// queueNumbers looks for numbers in a day's queue that were called out beyond the counter.
func queueNumbers(c *book.Checker) error {
	highest := map[string]int{}
	for v, err := range Consultations.Every(c, kv.Span{}) {
		if err == nil && v.Number != 0 {
			day := v.Day.String()
			highest[day] = max(highest[day], v.Number)
		}
	}
	err := c.EachGiven("queue/", func(of string, last int) {
		if last < highest[of] {
			c.Fault(book.FaultCount, "queue/"+of, book.CountBehind, "n", last, "there", highest[of])
		}
		delete(highest, of)
	})
	for day, n := range highest {
		c.Fault(book.FaultCount, "queue/"+day, book.CountBehind, "n", 0, "there", n)
	}
	return err
}

// bookedTwice looks for what is booked twice. The table is read once: what one holder has on
// one day stands together.
func bookedTwice(c *book.Checker) error {
	var day []hall.VisitRow
	var of []byte
	for p, err := range c.Range(ByBusy.Table, kv.Span{}) {
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
				c.Fault(book.FaultBooked, hall.Ref{Kind: hall.OfVisit, ID: uint64(row.ID)}.String(), book.BookedTwice, "other", other.ID)
			}
		}
		day = append(day, row)
	}
	return nil
}
