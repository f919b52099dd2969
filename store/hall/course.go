package hall

import (
	"slices"
	"time"
)

// Course is what can be done with records of one kind, as one table: what leads where, who
// may, what must be there first. Menus and their "why not", the store's checks and the tests
// all come from it, so that a menu never offers what the store refuses.
type Course[R any, S, O comparable] struct {
	State func(R) S         // where a record stands
	Wrong func(R, O) *Error // why no row leads on from there
	Rows  []Row[R, S, O]    // in the order in which menus list the operations
}

// Row is one operation, from some states.
type Row[R any, S, O comparable] struct {
	Op    O
	From  []S
	To    []S       // empty: the record stays where it is
	Right Right     // what whoever does it holds
	Whose Whose[R]  // whose record it is; zero: anybody's
	Needs []Need[R] // what must be there, the first that is missing is said
	Deed  Deed      // what the journal calls it
	Asks  bool      // nothing takes it back: it is asked about first
	Back  O         // what takes it back, where something does
}

// Need says what is missing before an operation; nil when it is there.
type Need[R any] func(R, Actor, time.Time) *Error

// Whose says whose a record must be. Who holds Or may do it with anybody's.
type Whose[R any] struct {
	Own func(R, Actor) bool
	Or  Right
	Not func(R, Actor) *Error // what others are told
}

// Op is an operation on a record, of any kind but a case: its steps are Actions.
type Op string

// Why says why the actor cannot do something with a record now; nil when it can be done. It
// is the one answer: of menus, of the store, of tests.
func Why[R any, S, O comparable](c Course[R, S, O], r R, op O, by Actor, now time.Time) *Error {
	_, err := c.May(r, op, by, now)
	return err
}

// May is the row by which the actor can do something with a record now, or why he cannot.
func (c Course[R, S, O]) May(r R, op O, by Actor, now time.Time) (Row[R, S, O], *Error) {
	row, err := c.Leads(r, op)
	switch {
	case err != nil:
		return row, err
	case !by.May(row.Right):
		return row, Refuse(ErrForbidden, "roles", holders(row.Right))
	case row.Whose.Own != nil && !by.May(row.Whose.Or) && !row.Whose.Own(r, by):
		return row, row.Whose.Not(r, by)
	}
	for _, missing := range row.Needs {
		if err := missing(r, by, now); err != nil {
			return row, err
		}
	}
	return row, nil
}

// Leads is the row of an operation from where a record stands, or why there is none.
func (c Course[R, S, O]) Leads(r R, op O) (Row[R, S, O], *Error) {
	if row, ok := c.At(c.State(r), op); ok {
		return row, nil
	}
	return Row[R, S, O]{}, c.Wrong(r, op)
}

// At finds the row of an operation in a state.
func (c Course[R, S, O]) At(s S, op O) (Row[R, S, O], bool) {
	for _, row := range c.Rows {
		if row.Op == op && slices.Contains(row.From, s) {
			return row, true
		}
	}
	return Row[R, S, O]{}, false
}

// Ops lists the operations in the order of the table, each once: the order of a menu.
func (c Course[R, S, O]) Ops() []O {
	var out []O
	for _, row := range c.Rows {
		if !slices.Contains(out, row.Op) {
			out = append(out, row.Op)
		}
	}
	return out
}

// need makes a Need of something that only the record decides.
func need[R any](missing func(R) *Error) Need[R] {
	return func(r R, _ Actor, _ time.Time) *Error { return missing(r) }
}

// forbidden is what somebody is told who does not hold a right.
func forbidden[R any](right Right) func(R, Actor) *Error {
	return func(R, Actor) *Error { return Refuse(ErrForbidden, "roles", holders(right)) }
}
