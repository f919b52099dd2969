// Package store keeps a hall's records. Store opens the file; Desk is what a signed-in
// person can do with it: every operation checks who may, applies the rules of store/hall,
// and writes the record, its indexes and a line of the journal in one transaction. There
// is no other way to write. What is kept under which key is drawn in schema.go.
package store

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
)

// Errors of opening a store, beside those of kv.
var (
	ErrNotHall = errors.New("not a hall's store")                 // a database, but not of this program
	ErrNewer   = errors.New("written by a newer program version") // its schema is unknown here
)

// Store is an open store of one hall. Its methods may be called from any goroutine.
type Store struct {
	engine   kv.Engine
	settings atomic.Pointer[hall.Settings]
	calendar atomic.Pointer[hall.Calendar]
	now      func() time.Time
}

// Options says which store to open and by which clock and settings.
type Options struct {
	Path     string // the file
	ReadOnly bool
	NoSync   bool // filling a sample: durable only after Close
	Settings hall.Settings
	Now      func() time.Time // nil: the system's clock
	Program  string           // named to whoever finds the store open
	// Migrating is called before a store of an earlier program is brought up to date, which
	// takes up to a minute for a large one. Nil: nobody is told.
	Migrating func()
}

// marker says that a database is a hall's store, and which layout it has.
type marker struct {
	Program string    `cbor:"1,keyasint"`
	Schema  int       `cbor:"2,keyasint"`
	Hall    string    `cbor:"3,keyasint"`
	Created time.Time `cbor:"4,keyasint"`
}

const program = "sizhen"

func (o Options) clock() func() time.Time {
	now := o.Now
	if now == nil {
		now = time.Now
	}
	return now
}

func (o Options) bolt() bolt.Options {
	return bolt.Options{ReadOnly: o.ReadOnly, NoSync: o.NoSync, Program: o.Program}
}

// Open opens an existing store. Damaged, foreign, newer, locked and unreadable files are
// refused with an error that says which.
func Open(ctx context.Context, o Options) (*Store, error) {
	b := o.bolt()
	b.MustExist = true
	engine, err := bolt.Open(o.Path, b)
	if err != nil {
		return nil, err
	}
	s := newStore(engine, o)
	version, err := s.readMarker(ctx)
	if err != nil {
		return nil, errors.Join(err, engine.Close())
	}
	if !o.ReadOnly && version < schema {
		if o.Migrating != nil {
			o.Migrating()
		}
		if err := s.migrate(ctx); err != nil {
			return nil, errors.Join(err, engine.Close())
		}
	}
	return s, nil
}

func newStore(engine kv.Engine, o Options) *Store {
	s := &Store{engine: engine, now: o.clock()}
	s.SetSettings(o.Settings)
	return s
}

// Create makes a new store with its first administrator, who holds every role so that a
// hall of one person works at once.
func Create(ctx context.Context, o Options, admin hall.Staff, village, password string) (*Store, hall.Actor, error) {
	if err := checkSecret(password); err != nil {
		return nil, hall.Actor{}, err
	}
	secret, err := hashSecret(password)
	if err != nil {
		return nil, hall.Actor{}, err
	}
	engine, err := bolt.Open(o.Path, o.bolt())
	if err != nil {
		return nil, hall.Actor{}, err
	}
	s := newStore(engine, o)
	admin.Secret = secret
	for _, r := range hall.AllRoles() {
		admin.Roles |= r
	}
	var actor hall.Actor
	err = s.write(ctx, hall.Actor{Name: admin.Name}, func(t *tx) error {
		if b, err := t.Get(tMeta, []byte("store")); err != nil || b != nil {
			return errors.Join(err, fmt.Errorf("%s: a store is there already", o.Path))
		}
		m, err := encode(marker{program, schema, s.Settings().Code, t.now})
		if err != nil {
			return err
		}
		if err := t.Put(tMeta, []byte("store"), m); err != nil {
			return err
		}
		if err := addStaff(t, &admin, village); err != nil {
			return err
		}
		actor = actorOf(admin)
		t.actor = actor
		return t.log(hall.Entry{Deed: hall.DeedSetUp, Args: map[string]string{"name": s.Settings().Name}})
	})
	if err != nil {
		return nil, hall.Actor{}, errors.Join(err, engine.Close())
	}
	return s, actor, nil
}

// readMarker looks whether it is a hall's store, and of which schema version.
func (s *Store) readMarker(ctx context.Context) (version int, err error) {
	err = s.engine.Read(ctx, func(r kv.Reader) error {
		b, err := r.Get(tMeta, []byte("store"))
		if err != nil {
			return err
		}
		if b == nil {
			return ErrNotHall
		}
		var m marker
		if err := decode(b, &m, time.UTC); err != nil {
			return fmt.Errorf("%w: %w", kv.ErrDamaged, err)
		}
		if m.Program != program {
			return ErrNotHall
		}
		if version = m.Schema; version > schema {
			return ErrNewer
		}
		return nil
	})
	return version, err
}

// Compact writes a store's file anew, small and in order, as after filling it in bulk. The
// store must not be open; program is named to whoever wants to open it meanwhile.
func Compact(ctx context.Context, path, program string) error {
	return bolt.Compact(ctx, path, program)
}

// Settings is the hall as configured.
func (s *Store) Settings() hall.Settings { return *s.settings.Load() }

// SetSettings puts changed settings in force.
func (s *Store) SetSettings(h hall.Settings) {
	if h.Zone == nil {
		h.Zone = hall.Defaults().Zone
	}
	s.settings.Store(&h)
	s.calendar.Store(almanac.Calendar(h))
}

// Calendar says on which days and at which hours the hall is open, as configured.
func (s *Store) Calendar() *hall.Calendar { return s.calendar.Load() }

func (s *Store) zone() *time.Location { return s.settings.Load().Zone }

// Now is the hall's clock, in its time zone.
func (s *Store) Now() time.Time { return s.now().In(s.zone()) }

// Close closes the store. What was acknowledged is on disk already.
func (s *Store) Close() error { return s.engine.Close() }

// Warm reads the file once, so that later reads do not wait for the disk. bbolt maps the
// file for random access, which makes a cold scan slow.
func (s *Store) Warm(ctx context.Context) { s.engine.Warm(ctx) }

// desk is the desk of whoever writes, to read with inside the transaction.
func (t *tx) desk() *Desk { return &Desk{st: t.st, actor: t.actor} }

// tx is one write transaction of one person.
type tx struct {
	kv.Writer
	st    *Store
	actor hall.Actor
	now   time.Time
	stale []hall.OrgID // whose rows are made anew before the transaction ends
	bulk  bool         // records are taken as they are: nothing follows from them
}

func (t *tx) today() hall.Day { return hall.DayOf(t.now) }

// write runs fn in a write transaction. The moment is the same throughout, and in whole
// seconds, as it is kept.
func (s *Store) write(ctx context.Context, a hall.Actor, fn func(*tx) error) error {
	now := s.Now().Truncate(time.Second)
	return s.engine.Write(ctx, func(w kv.Writer) error {
		t := &tx{Writer: w, st: s, actor: a, now: now}
		if err := fn(t); err != nil {
			return err
		}
		return t.refresh()
	})
}

func (s *Store) read(ctx context.Context, fn func(kv.Reader) error) error {
	return s.engine.Read(ctx, fn)
}

// Desk is what a signed-in person can do.
type Desk struct {
	st    *Store
	actor hall.Actor
}

// Desk is the desk of a signed-in person.
func (s *Store) Desk(a hall.Actor) *Desk { return &Desk{st: s, actor: a} }

// Calendar says on which days and at which hours the hall is open.
func (d *Desk) Calendar() *hall.Calendar { return d.st.Calendar() }

// Actor is whose desk it is.
func (d *Desk) Actor() hall.Actor { return d.actor }

// write runs fn in a write transaction if the person may do what it does.
func (d *Desk) write(ctx context.Context, need hall.Right, fn func(*tx) error) error {
	if err := d.actor.Require(need); err != nil {
		return err
	}
	return d.st.write(ctx, d.actor, func(t *tx) error {
		if err := d.stillOn(t); err != nil {
			return err
		}
		return fn(t)
	})
}

// stillOn refuses someone whose account was switched off, or whose roles were changed, while
// he was signed in.
func (d *Desk) stillOn(r kv.Reader) error {
	s, err := get(r, &staffKind, uint64(d.actor.Staff), d.st.zone())
	if err != nil {
		return err
	}
	if s.Off {
		return hall.Refuse(hall.ErrSuspended)
	}
	if s.Roles != d.actor.Roles {
		return hall.Refuse(hall.ErrForbidden, "roles", d.actor.Roles)
	}
	return nil
}

func (d *Desk) read(ctx context.Context, need hall.Right, fn func(kv.Reader) error) error {
	if err := d.actor.Require(need); err != nil {
		return err
	}
	return d.look(ctx, fn)
}

// look is read for what everybody who is signed in may see.
func (d *Desk) look(ctx context.Context, fn func(kv.Reader) error) error {
	return d.st.read(ctx, func(r kv.Reader) error {
		if err := d.stillOn(r); err != nil {
			return err
		}
		return fn(r)
	})
}
