// Package ledger holds the columns of every list of the program, declared once: the list on the
// screen, its export for other programs, what is printed of it and the commands `sizhen export`
// follow from them. It draws nothing and opens no file.
package ledger

import (
	"sizhen/store/hall"
	"sizhen/views/text"
)

// Column is a column of a list of Rs.
type Column[R any] struct {
	Key   string       // what programs call it; it never changes: number, deadline, amount_fen
	Title text.Message // what people call it
	Width int          // on the screen, in cells; 0 takes what the others leave
	Fit   bool         // on the screen no wider than its longest cell takes; Width is the most
	Once  bool         // on the screen said only where it differs from the row above
	Who   bool         // it names people: on a screen too narrow for all words those of others are cut before
	Spare bool         // on a screen too narrow for all words it is left out: what is known of the row says it too
	Paper int          // its share of a printed line's width; 0: as wide as on the screen
	Where Where        // where it is shown; 0: everywhere
	// Heading is what a file or a printed list calls it, where that has to say more than Title.
	Heading text.Message
	// Numbers says that the telephones and identity numbers in it are meant to leave the hall, or are
	// masked already. Otherwise a number that somebody wrote into a text is masked.
	Numbers bool
	Value   func(Here, R) Cell
	Show    func(Here, R) text.Message // how the screen writes it, where that is not the cell as people read it
}

// Own is a column of a list that no export writes: what it says of a row.
func Own[R any](title text.Message, width int, say func(R) Cell) Column[R] {
	return Column[R]{Title: title, Width: width, Value: func(_ Here, r R) Cell { return say(r) }}
}

// Where says on which of a list's outputs a column stands.
type Where uint8

const (
	Screen Where = 1 << iota // the list of the program
	File                     // the export for other programs
	Sheet                    // what is printed
)

// In reports whether the column stands on that output.
func (c Column[R]) In(w Where) bool { return c.Where == 0 || c.Where&w != 0 }

// Right reports whether cells of that kind are set to the right.
func (k Kind) Right() bool { return k == Whole || k == Money }

// Here is what a cell may need beside its row: whose hall it is, and which day.
type Here struct {
	Hall  hall.Settings
	Today hall.Day
}

func (h Here) day() hall.Day { return h.Today }

// Shown is what a screen writes of a row in this column.
func (c Column[R]) Shown(at Here, r R, l text.Lang) string {
	if c.Show != nil {
		return c.Show(at, r).On(at.day, l)
	}
	return c.Value(at, r).on(at, l)
}

// Select keeps the columns that stand on an output.
func Select[R any](columns []Column[R], w Where) []Column[R] {
	var out []Column[R]
	for _, c := range columns {
		if c.In(w) {
			out = append(out, c)
		}
	}
	return out
}

func (c Column[R]) heading() text.Message {
	if c.Heading.IsZero() {
		return c.Title
	}
	return c.Heading
}

// share is how much of a printed line the column takes.
func (c Column[R]) share() int {
	switch {
	case c.Paper > 0:
		return c.Paper
	case c.Width > 0:
		return c.Width
	}
	return 16
}

// Only keeps the columns of those keys, in that order: what the program's list shows of all that
// an export writes.
func Only[R any](columns []Column[R], keys ...string) []Column[R] {
	out := make([]Column[R], 0, len(keys))
	for _, k := range keys {
		for _, c := range columns {
			if c.Key == k {
				out = append(out, c)
			}
		}
	}
	return out
}

// Of has the columns of As in a list of Bs, each of which holds an A.
func Of[A, B any](columns []Column[A], held func(B) A) []Column[B] {
	out := make([]Column[B], len(columns))
	for i, c := range columns {
		out[i] = Column[B]{
			Key: c.Key, Title: c.Title, Width: c.Width, Fit: c.Fit, Once: c.Once, Who: c.Who, Spare: c.Spare,
			Paper: c.Paper, Where: c.Where, Heading: c.Heading, Numbers: c.Numbers,
			Value: func(at Here, r B) Cell { return c.Value(at, held(r)) },
		}
		if c.Show != nil {
			out[i].Show = func(at Here, r B) text.Message { return c.Show(at, held(r)) }
		}
	}
	return out
}
