// Package kv is the seam under the store: ordered keys in transactions, and a feed of what
// was changed. bbolt stands behind it today; another engine can beside it, under the same tests.
package kv

import (
	"context"
	"errors"
	"iter"
)

// Table names a set of ordered keys.
type Table string

// Pair is a key and its value, valid until the transaction ends.
type Pair struct{ Key, Value []byte }

// Span is a stretch of keys: From included, To not; nil is an open end. Limit 0 is none.
type Span struct {
	From, To []byte
	Reverse  bool
	Limit    int
}

// Prefix is the span of all keys that begin with p.
func Prefix(p []byte) Span {
	to := append([]byte(nil), p...)
	for i := len(to) - 1; i >= 0; i-- {
		if to[i]++; to[i] != 0 {
			return Span{From: p, To: to[:i+1]}
		}
	}
	return Span{From: p}
}

// LeastOps is how many keys a write may put and delete in any engine. What one person does at
// once stays far below it: a case some 130, the largest, a county's plan of a year for all its
// townships, some 1,800. What grows with the store asks MaxOps and goes on in another write.
const LeastOps = 10_000

// Reader reads in a transaction: what it sees does not change until it ends.
type Reader interface {
	// Get returns the value of a key, nil when there is none.
	Get(t Table, key []byte) ([]byte, error)
	// Range walks a span in key order, or backwards.
	Range(t Table, s Span) iter.Seq2[Pair, error]
	// Tables names every table that was ever written to.
	Tables() ([]Table, error)
}

// Writer reads and writes in a transaction. Past the engine's MaxOps it refuses with ErrTooLarge.
type Writer interface {
	Reader
	Put(t Table, key, value []byte) error
	Delete(t Table, key []byte) error
}

// Change says in which tables something was changed by one or more transactions.
type Change struct {
	Seq    uint64 // counts transactions; a merged change has the last one's
	Tables map[Table]struct{}
}

// Engine is a database of one hall. Halls that share a database are kept apart by their engines:
// none sees a table, a key or a change of another, nor waits for one. bbolt keeps one hall a
// file, so there the path is all that keeps them apart.
type Engine interface {
	Read(ctx context.Context, fn func(Reader) error) error
	// Write runs fn in a write transaction, durable once Write returns nil. What fn has read is
	// part of its conflict check: keys that were not there and whole ranges too, as far as they
	// were asked for. Where that has changed before the commit fn is run again, or nobody else
	// writes meanwhile. So fn touches nothing outside.
	Write(ctx context.Context, fn func(Writer) error) error
	// MaxOps is how many keys one write may put and delete, LeastOps or more. One that does more
	// gets ErrTooLarge and leaves nothing behind.
	MaxOps() int
	// Watch tells of changes after they were committed, in order. A watcher that lags gets
	// one merged change and never holds a writer up. It closes with ctx or the engine.
	Watch(ctx context.Context) <-chan Change
	// Seq is that of the last change: whoever has been told of it has been told of all.
	Seq() uint64
	// There says whether the database still lies where it was opened: ErrMoved when nobody would
	// find again what is written to it now. Writes ask by themselves.
	There() error
	// Copy writes all of it, as it stands, into a new file, whole or not at all.
	Copy(ctx context.Context, path string) error
	// Check looks for faults in the engine's own structures.
	Check(ctx context.Context) []error
	// Warm reads everything once, so that later reads need not wait for the disk.
	Warm(ctx context.Context)
	Close() error
}

// What can go wrong below the store.
var (
	ErrLocked   = errors.New("open in another process")
	ErrReadOnly = errors.New("may not be written")
	ErrNoAccess = errors.New("may not be read")
	ErrDamaged  = errors.New("damaged")
	ErrOneHead  = errors.New("one of two heads of the file is damaged: the other is used, and writing makes it whole")
	ErrNotStore = errors.New("not a store")
	ErrFull     = errors.New("no room on the disk")
	ErrClosed   = errors.New("closed")
	ErrMoved    = errors.New("moved or removed while it was open")
	ErrTooLarge = errors.New("more than one write may change")
)
