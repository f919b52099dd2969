// Package bolt keeps a kv store in one file with bbolt.
package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"sizhen/store/kv"
)

// Options says how to open a file.
type Options struct {
	ReadOnly  bool
	MustExist bool
	NoSync    bool   // commits are not forced to the disk; Close does
	Program   string // named to whoever finds the file locked
}

// initialMmap spares remapping while a store grows. Not on Windows, where the file would
// be made that long.
const initialMmap = 256 << 20

// Engine is an open file.
type Engine struct {
	db   *bolt.DB
	path string
	file os.FileInfo // of what was opened
	o    Options

	mu       sync.Mutex
	seq      uint64
	watchers map[*watcher]struct{}
	closed   bool
	commit   sync.Mutex // orders commits and their publication
}

// Open opens or makes a file. See kv's errors for what can be wrong.
func Open(path string, o Options) (_ *Engine, err error) {
	defer recovered(&err)
	fresh, err := inspect(path, o)
	if err != nil {
		return nil, err
	}
	opt := &bolt.Options{Timeout: time.Second, ReadOnly: o.ReadOnly, NoSync: o.NoSync, FreelistType: bolt.FreelistMapType, PreLoadFreelist: !o.ReadOnly}
	if runtime.GOOS != "windows" {
		opt.InitialMmapSize = initialMmap
	}
	db, err := openAt(path, fresh, opt)
	if err != nil {
		return nil, err
	}
	file, err := os.Stat(path)
	if err != nil {
		return nil, errors.Join(wrap(err), db.Close())
	}
	e := &Engine{db: db, path: path, file: file, o: o, watchers: map[*watcher]struct{}{}}
	if !o.ReadOnly {
		writeOwner(path, o.Program)
	}
	return e, nil
}

func openAt(path string, fresh bool, opt *bolt.Options) (*bolt.DB, error) {
	if !fresh {
		db, err := openThere(path, opt)
		if err != nil {
			return nil, openError(path, err)
		}
		return db, nil
	}
	at := path + ".new"
	_ = os.Remove(at)
	db, err := bolt.Open(at, 0o600, opt)
	if err != nil {
		return nil, openError(path, err)
	}
	return settle(db, at, path, opt)
}

// settle gives a new file its place only once it is whole, so that a stop in between
// leaves no half a store behind.
func settle(db *bolt.DB, at, path string, opt *bolt.Options) (*bolt.DB, error) {
	if err := errors.Join(db.Sync(), db.Close()); err != nil {
		return nil, wrap(err)
	}
	if err := replaceFile(at, path); err != nil {
		return nil, err
	}
	db, err := bolt.Open(path, 0o600, opt)
	if err != nil {
		return nil, openError(path, err)
	}
	return db, nil
}

// replaceFile puts the file at another's place, for good.
func replaceFile(at, path string) error {
	if err := os.Rename(at, path); err != nil {
		return wrap(err)
	}
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
	return nil
}

// openThere opens the file that stands at a path when its lock is held: while one waits for
// the lock, another process may have put a compacted file in its place.
func openThere(path string, opt *bolt.Options) (*bolt.DB, error) {
	for {
		was, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		db, err := bolt.Open(path, 0o600, opt)
		if err != nil {
			return nil, err
		}
		if now, err := os.Stat(path); err == nil && os.SameFile(was, now) {
			return db, nil
		}
		if err := db.Close(); err != nil {
			return nil, err
		}
	}
}

func wrap(err error) error {
	switch {
	case err == nil:
		return nil
	case full(err):
		return fmt.Errorf("%w: %w", kv.ErrFull, err)
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, berrors.ErrDatabaseReadOnly), errors.Is(err, berrors.ErrTxNotWritable):
		return fmt.Errorf("%w: %w", kv.ErrReadOnly, err)
	case errors.Is(err, berrors.ErrDatabaseNotOpen):
		return fmt.Errorf("%w: %w", kv.ErrClosed, err)
	}
	return err
}

// full recognises a disk without room. bbolt puts the cause of a failed growth into words
// only, so the words are looked at as well.
func full(err error) bool {
	for _, no := range []syscall.Errno{syscall.ENOSPC, syscall.EFBIG, syscall.EDQUOT} {
		if errors.Is(err, no) || strings.HasSuffix(err.Error(), no.Error()) {
			return true
		}
	}
	return false
}

// Read runs fn in a read transaction.
func (e *Engine) Read(ctx context.Context, fn func(kv.Reader) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer recovered(&err)
	defer faults()()
	return wrap(e.db.View(func(tx *bolt.Tx) error { return fn(reader{tx}) }))
}

// Write runs fn in a write transaction.
func (e *Engine) Write(ctx context.Context, fn func(kv.Writer) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer recovered(&err)
	defer faults()()
	e.commit.Lock()
	defer e.commit.Unlock()
	if err := e.There(); err != nil {
		return err
	}
	w := writer{touched: map[kv.Table]struct{}{}, ops: new(int)}
	err = e.db.Update(func(tx *bolt.Tx) error {
		w.reader = reader{tx}
		return fn(w)
	})
	if err != nil {
		return wrap(err)
	}
	if len(w.touched) > 0 {
		e.publish(w.touched)
	}
	return nil
}

type reader struct{ tx *bolt.Tx }

func (r reader) Get(t kv.Table, key []byte) ([]byte, error) {
	b := r.tx.Bucket([]byte(t))
	if b == nil {
		return nil, nil
	}
	return b.Get(key), nil
}

func (r reader) Range(t kv.Table, s kv.Span) iter.Seq2[kv.Pair, error] {
	return func(yield func(kv.Pair, error) bool) {
		b := r.tx.Bucket([]byte(t))
		if b == nil {
			return
		}
		c := b.Cursor()
		k, v := first(c, s)
		for n := 0; k != nil && within(k, s) && (s.Limit == 0 || n < s.Limit); n++ {
			if !yield(kv.Pair{Key: k, Value: v}, nil) {
				return
			}
			if s.Reverse {
				k, v = c.Prev()
			} else {
				k, v = c.Next()
			}
		}
	}
}

func (r reader) Tables() ([]kv.Table, error) {
	var out []kv.Table
	err := r.tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
		out = append(out, kv.Table(name))
		return nil
	})
	return out, err
}

func first(c *bolt.Cursor, s kv.Span) (k, v []byte) {
	switch {
	case !s.Reverse && s.From == nil:
		return c.First()
	case !s.Reverse:
		return c.Seek(s.From)
	case s.To == nil:
		return c.Last()
	}
	if k, _ = c.Seek(s.To); k == nil {
		return c.Last()
	}
	return c.Prev()
}

func within(k []byte, s kv.Span) bool {
	if s.Reverse {
		return s.From == nil || bytes.Compare(k, s.From) >= 0
	}
	return s.To == nil || bytes.Compare(k, s.To) < 0
}

// maxOps keeps what a transaction holds in memory until it commits below some hundred megabytes.
const maxOps = 1 << 18

// MaxOps implements kv.Engine.
func (e *Engine) MaxOps() int { return maxOps }

type writer struct {
	reader
	touched map[kv.Table]struct{}
	ops     *int
}

// count refuses what no longer fits into the transaction.
func (w writer) count() error {
	if *w.ops++; *w.ops > maxOps {
		return kv.ErrTooLarge
	}
	return nil
}

func (w writer) Put(t kv.Table, key, value []byte) error {
	if err := w.count(); err != nil {
		return err
	}
	b, err := w.tx.CreateBucketIfNotExists([]byte(t))
	if err != nil {
		return err
	}
	w.touched[t] = struct{}{}
	return b.Put(key, value)
}

func (w writer) Delete(t kv.Table, key []byte) error {
	if err := w.count(); err != nil {
		return err
	}
	b := w.tx.Bucket([]byte(t))
	if b == nil {
		return nil
	}
	w.touched[t] = struct{}{}
	return b.Delete(key)
}

// Check walks the file's pages, and where they are whole runs bbolt's own check.
func (e *Engine) Check(ctx context.Context) (out []error) {
	defer faults()()
	defer func() {
		if p := recover(); p != nil {
			out = append(out, fmt.Errorf("%w: %v", kv.ErrDamaged, p))
		}
	}()
	f, err := os.Open(e.path)
	if err != nil {
		return []error{err}
	}
	defer f.Close()
	err = e.db.View(func(tx *bolt.Tx) error {
		if out = structure(tx, f, e.db.Info().PageSize); !twoHeads(f, e.db.Info().PageSize) {
			out = append(out, kv.ErrOneHead)
		}
		if len(out) > 0 {
			return nil // bbolt's own check would stumble over what was found
		}
		for err := range tx.Check() {
			if len(out) < 100 {
				out = append(out, err)
			}
		}
		return ctx.Err()
	})
	if err != nil {
		out = append(out, err)
	}
	return out
}

// There looks whether the file at the path is the one that was opened. An open file that was
// removed takes every write, and is gone when it is closed.
func (e *Engine) There() error {
	now, err := os.Stat(e.path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%w: %w", kv.ErrMoved, err)
	case err != nil:
		return wrap(err)
	case !os.SameFile(e.file, now):
		return fmt.Errorf("%w: another file lies at %s", kv.ErrMoved, e.path)
	}
	return nil
}

// Warm reads the file from end to end.
func (e *Engine) Warm(ctx context.Context) {
	f, err := os.Open(e.path)
	if err != nil {
		return
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	for ctx.Err() == nil {
		if _, err := io.ReadFull(f, buf); err != nil {
			return
		}
	}
}

// Close closes the file and ends all watching.
func (e *Engine) Close() error {
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return nil
	}
	e.closed = true
	for w := range e.watchers {
		w.stop()
	}
	e.mu.Unlock()
	var err error
	if e.o.NoSync {
		err = e.db.Sync()
	}
	if !e.o.ReadOnly {
		removeOwner(e.path)
	}
	return errors.Join(err, e.db.Close())
}
