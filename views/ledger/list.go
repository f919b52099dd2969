package ledger

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// Takes are the questions a list can be asked.
type Takes uint8

const (
	TakesDays         Takes = 1 << iota // from one day to another
	TakesMonth                          // a month, which is the days of it
	TakesPerson                         // one person's
	TakesConfidential                   // what is confidential too, as far as whoever asks may read it
	TakesPublic                         // what is put up for everybody to read
)

// Query is what is asked of a list.
type Query struct {
	From, To     hall.Day // 0: where the list begins and ends when nothing is said
	Person       string
	Confidential bool
	Public       bool
}

// List declares a list of the program, row by row.
type List[R any] struct {
	Name    string // as it is called in commands; it never changes
	Title   text.Message
	Help    text.Message // what is in it, for those who ask
	Takes   Takes
	Open    bool   // nothing in it is private: nobody signs for it; what is public of it is open anyway
	Default Format // zero: CSV
	Columns []Column[R]
	// Days are the days it is about when none are given. Nil: all.
	Days func(today hall.Day) (from, to hall.Day)
	// Each hands the rows over, in order.
	Each func(ctx context.Context, d *store.Desk, q Query, put func(R) error) error
	// Public are what a public list has: its title, its rows, its columns. Nil: there is none.
	Public *Public[R]
	// Other are formats with a drawing of their own, which stand in for the common ones.
	Other map[Format]func(ctx context.Context, w io.Writer, d *store.Desk, in Scene, q Query) error
}

// Public is the part of a list that everybody may read.
type Public[R any] struct {
	Title   text.Message
	Is      func(R) bool
	Without []string // the keys of the columns that are the hall's own
	Note    text.Message
}

// Scene is what is written with: whose hall, which day, in which language.
type Scene struct {
	Here
	Now   time.Time
	Lang  text.Lang
	NoBOM bool
}

// Ledger is a declared list, whatever its rows are.
type Ledger struct {
	Name        string
	Title, Help text.Message
	Takes       Takes
	Open        bool
	Formats     []Format // the first is the one when none is asked for
	Heads       []Head
	days        func(today hall.Day) (from, to hall.Day)
	write       func(ctx context.Context, w io.Writer, f Format, d *store.Desk, in Scene, q Query) (int, error)
}

// OpenTo reports whether nobody signs for what is asked of it. Of a list that is put up only the
// public part is open.
func (l Ledger) OpenTo(q Query) bool { return l.Open || q.Public }

// Head is a column's name: for programs, for people, and where it stands.
type Head struct {
	Key   string
	Title text.Message
	Where Where
}

// Has reports whether the list can be asked that.
func (l Ledger) Has(t Takes) bool { return l.Takes&t != 0 }

// Asked fills in the days that were not given.
func (l Ledger) Asked(q Query, today hall.Day) Query {
	if l.days == nil || q.From != 0 && q.To != 0 {
		return q
	}
	from, to := l.days(today)
	switch {
	case q.From == 0 && q.To == 0:
		q.From, q.To = from, to
	case q.To == 0:
		q.To = q.From + (to - from)
	default:
		q.From = q.To - (to - from)
	}
	return q
}

// Write writes what was asked for and says how many rows it had; -1 where that is not counted.
func (l Ledger) Write(ctx context.Context, w io.Writer, f Format, d *store.Desk, in Scene, q Query) (int, error) {
	return l.write(ctx, w, f, d, in, l.Asked(q, in.Today))
}

// Ledger is the list without its rows' type.
func (l List[R]) Ledger() Ledger {
	out := Ledger{Name: l.Name, Title: l.Title, Help: l.Help, Takes: l.Takes, Open: l.Open, days: l.Days, write: l.write}
	if l.Default != "" {
		out.Formats = append(out.Formats, l.Default)
	}
	for _, f := range append(Formats(), "ics") {
		common := f != "ics" || l.Other[f] != nil
		if common && f != l.Default {
			out.Formats = append(out.Formats, f)
		}
	}
	for _, c := range l.Columns {
		out.Heads = append(out.Heads, Head{c.Key, c.heading(), c.Where})
	}
	return out
}

func (l List[R]) write(ctx context.Context, w io.Writer, f Format, d *store.Desk, in Scene, q Query) (int, error) {
	if !q.Confidential {
		d = d.Veiled()
	}
	if other := l.Other[f]; other != nil {
		return -1, other(ctx, w, d, in, q)
	}
	return l.Output(ctx, d, in, q).Write(w, f)
}

// Output is what is written of the list.
func (l List[R]) Output(ctx context.Context, d *store.Desk, in Scene, q Query) Output[R] {
	out := l.Lay(in, nil)
	keep := func(R) bool { return true }
	if p := l.Public; p != nil && q.Public {
		out.Title, keep = p.Title, p.Is
		out.Columns = without(l.Columns, p.Without)
		out.Foot = func(n int) []text.Message {
			return []text.Message{countLine.With("n", n).With("day", text.FormDay(in.Today)), p.Note}
		}
	}
	out.Rows = rows(func(put func(R) error) error {
		return l.Each(ctx, d, q, func(r R) error {
			if !keep(r) {
				return nil
			}
			return put(r)
		})
	})
	return out
}

// Lay is the output of rows that somebody has chosen already.
func (l List[R]) Lay(in Scene, rows iter.Seq2[R, error]) Output[R] {
	return Output[R]{Here: in.Here, Lang: in.Lang, NoBOM: in.NoBOM, Title: l.Title, Columns: l.Columns, Rows: rows}
}

func without[R any](columns []Column[R], keys []string) []Column[R] {
	var out []Column[R]
next:
	for _, c := range columns {
		for _, k := range keys {
			if c.Key == k {
				continue next
			}
		}
		out = append(out, c)
	}
	return out
}

// errEnough ends a walk whose reader has seen enough.
var errEnough = errors.New("enough")

// rows turns a walk that hands over rows into a sequence of them.
func rows[R any](walk func(put func(R) error) error) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		err := walk(func(r R) error {
			if !yield(r, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			var none R
			yield(none, err)
		}
	}
}

// put hands over all of a slice.
func put[R any](list []R, to func(R) error) error {
	for _, r := range list {
		if err := to(r); err != nil {
			return err
		}
	}
	return nil
}
