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

// Reader reads in a transaction: what it sees does not change until it ends.
type Reader interface {
	// Get returns the value of a key, nil when there is none.
	Get(t Table, key []byte) ([]byte, error)
	// Range walks a span in key order, or backwards.
	Range(t Table, s Span) iter.Seq2[Pair, error]
	// Tables names every table that was ever written to.
	Tables() ([]Table, error)
}

// Writer reads and writes in a transaction.
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

// Engine is a database.
type Engine interface {
	Read(ctx context.Context, fn func(Reader) error) error
	// Write runs fn in a write transaction, durable once Write returns nil. fn may be run
	// again after a conflict, so it touches nothing outside.
	Write(ctx context.Context, fn func(Writer) error) error
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
	ErrNotStore = errors.New("not a store")
	ErrFull     = errors.New("no room on the disk")
	ErrClosed   = errors.New("closed")
	ErrMoved    = errors.New("moved or removed while it was open")
)
