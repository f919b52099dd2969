package dispute

import (
	"strconv"

	"sizhen/store/book"
	"sizhen/store/kv"
)

func init() {
	book.All.Count(book.Counter{Name: "number/<year>", Note: "the last case number of the year; a store is one organisation's", Check: caseNumbers,
		Latest: latestNumber})
}

// latestNumber compares the case number given last with the year's counter. Few cases go without one.
func latestNumber(c *book.Checker) error {
	for v, err := range Cases.Every(c, kv.Span{Reverse: true, Limit: 64}) {
		if err != nil || v.Number == "" {
			continue
		}
		of := strconv.Itoa(v.Year)
		last, err := book.Last(c, "number/"+of)
		if err != nil {
			c.Fault(book.FaultCount, "number/"+of, book.Unreadable, "err", err)
		} else if int(last) < v.Seq {
			c.Fault(book.FaultCount, "number/"+of, book.CountBehind, "n", last, "there", v.Seq)
		}
		return nil
	}
	return nil
}

type yearNumbers struct{ n, last int }

// caseNumbers looks for gaps and for numbers beyond the counter. Two cases with one number
// were found already: they ask for one entry in the index of numbers.
func caseNumbers(c *book.Checker) error {
	years := map[int]*yearNumbers{}
	for v, err := range Cases.Every(c, kv.Span{}) {
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
			c.Fault(book.FaultNumber, of, book.NumbersWrong, "n", last, "cases", y.n, "highest", y.last)
		}
	})
	for year, y := range years {
		c.Fault(book.FaultNumber, strconv.Itoa(year), book.NumbersWrong, "n", 0, "cases", y.n, "highest", y.last)
	}
	return err
}
