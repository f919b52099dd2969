package duty

import (
	"bytes"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

func init() { book.All.Rule(dutyTwice) }

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
			c.Fault(book.FaultBooked, hall.Ref{Kind: hall.OfDuty, ID: book.Number(p.Key)}.String(), book.DutyTwice, "other", book.Number(last))
		}
		last = bytes.Clone(p.Key)
	}
	return nil
}
