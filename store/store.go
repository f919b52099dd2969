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
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
)

// What the kernel names, for those who know the store only.
var (
	ErrNotHall = book.ErrNotHall
	ErrNewer   = book.ErrNewer
	ErrDamaged = book.ErrDamaged
)

// Store is an open store of one hall. Its methods may be called from any goroutine.
type Store struct {
	book     *book.Book
	gate     *gate
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
	// Seal is the key of the journal's head, which is kept outside the file: entries cut off
	// the end are then seen even where the head was written anew. Nil: the head has no seal.
	// NewSeal says that the key was made just now, for a store that had none: its head is taken
	// as it stands. Without it a head that lacks the key's seal is in doubt for ever.
	Seal    []byte
	NewSeal bool
	// Kiosk is the name of the place where this program stands: wrong passwords are counted for
	// each apart. Elapsed is how long it has been running, nil: as the system says.
	Kiosk   string
	Elapsed func() time.Duration
	// Engine, if given, stands between the store and its file.
	Engine func(kv.Engine) kv.Engine
	// Migrating is called before a store of an earlier program is brought up to date, which
	// takes up to a minute for a large one. Nil: nobody is told.
	Migrating func()
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
	var m book.Marker
	err = s.book.Read(ctx, func(r book.Reader) error {
		m, err = book.ReadMarker(r, program)
		return err
	})
	if err == nil && !o.ReadOnly && m.Schema < book.Schema() {
		if o.Migrating != nil {
			o.Migrating()
		}
		err = s.book.Migrate(ctx, program, migrations(s))
	}
	if err == nil && !o.ReadOnly {
		err = s.book.SealHead(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, engine.Close())
	}
	return s, nil
}

func newStore(engine kv.Engine, o Options) *Store {
	if o.Engine != nil {
		engine = o.Engine(engine)
	}
	s := &Store{now: o.clock(), gate: newGate(o)}
	s.book = &book.Book{Engine: engine, Clock: s.Now, Zone: s.zone, Calendar: s.Calendar, Admit: admit, Seal: o.Seal, NewSeal: o.NewSeal}
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
	actor, err := write(ctx, s, hall.Actor{Name: admin.Name}, func(t *tx) (hall.Actor, error) {
		if err := t.Mark(book.Marker{Program: program, Schema: book.Schema(), Hall: s.Settings().Code, Created: t.Now}); err != nil {
			return hall.Actor{}, fmt.Errorf("%s: %w", o.Path, err)
		}
		first := admin
		if err := addStaff(t, &first, village); err != nil {
			return hall.Actor{}, err
		}
		t.Actor = actorOf(first)
		return t.Actor, t.Log(hall.Entry{Deed: hall.DeedSetUp, Args: map[string]string{"name": s.Settings().Name}})
	})
	if err != nil {
		return nil, hall.Actor{}, errors.Join(err, engine.Close())
	}
	return s, actor, nil
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
func (s *Store) Close() error { return s.book.Engine.Close() }

// Warm reads the file once, so that later reads do not wait for the disk. bbolt maps the
// file for random access, which makes a cold scan slow.
func (s *Store) Warm(ctx context.Context) { s.book.Engine.Warm(ctx) }

// There says whether the store's file still lies where it was opened; kv.ErrMoved when it was
// moved, renamed or removed. Nothing is written then.
func (s *Store) There() error { return s.book.Engine.There() }

// Copy writes the whole store, as it stands, into a new file, which is a store as this is.
func (s *Store) Copy(ctx context.Context, path string) error { return s.book.Engine.Copy(ctx, path) }

// Check verifies the whole store, and changes nothing. progress (may be nil) is told how many
// records were looked at.
func (s *Store) Check(ctx context.Context, progress func(done int)) ([]book.Fault, error) {
	return s.book.Check(ctx, book.All, program, progress)
}

// Rebuild makes an index anew from the records, in bounded transactions; nobody else writes
// meanwhile. progress (may be nil) is told after each. What was stopped is begun once more.
func (s *Store) Rebuild(ctx context.Context, index string, progress func()) error {
	return s.book.Rebuild(ctx, book.All, kv.Table(index), progress)
}

// Head is where the journal ends: the number and the hash of its last line, and whether it
// carries the hall's seal.
func (s *Store) Head(ctx context.Context) (hall.JournalHead, error) {
	var out hall.JournalHead
	err := s.read(ctx, func(r book.Reader) (err error) {
		out, err = s.book.Head(r)
		return err
	})
	return out, err
}

// Journal is where the journal ends, for whoever is signed in.
func (d *Desk) Journal(ctx context.Context) (hall.JournalHead, error) { return d.st.Head(ctx) }

// tx is one write transaction of one person.
type tx struct {
	*book.Tx
	st *Store
}

// desk is the desk of whoever writes, to read with inside the transaction.
func (t *tx) desk() *Desk { return &Desk{st: t.st, actor: t.Actor} }

// write runs fn in a write transaction of somebody for whom no right is asked.
func write[R any](ctx context.Context, s *Store, a hall.Actor, fn func(*tx) (R, error)) (R, error) {
	return book.Unsigned(ctx, s.book, a, func(t *book.Tx) (R, error) { return fn(&tx{t, s}) })
}

func (s *Store) read(ctx context.Context, fn func(book.Reader) error) error {
	return s.book.Read(ctx, fn)
}

// Desk is what a signed-in person can do.
type Desk struct {
	st    *Store
	actor hall.Actor
	draft hall.DraftID // the form in hand
}

// Desk is the desk of a signed-in person.
func (s *Store) Desk(a hall.Actor) *Desk { return &Desk{st: s, actor: a} }

// From is the desk with an unfinished form in hand: what it writes next removes the form's
// draft in the same transaction. 0 is none.
func (d *Desk) From(draft hall.DraftID) *Desk {
	from := *d
	from.draft = draft
	return &from
}

// Calendar says on which days and at which hours the hall is open.
func (d *Desk) Calendar() *hall.Calendar { return d.st.Calendar() }

// Actor is whose desk it is.
func (d *Desk) Actor() hall.Actor { return d.actor }

// at is the desk as the kernel knows it.
func (d *Desk) at() book.Desk { return book.Desk{Book: d.st.book, Actor: d.actor}.From(d.draft) }

// change runs fn in a write transaction if the person may do what it does, and returns what fn
// returned once it is on disk. fn assigns nothing outside itself: it may be run again.
func change[R any](ctx context.Context, d *Desk, need hall.Right, fn func(*tx) (R, error)) (R, error) {
	return book.Write(ctx, d.at(), need, func(t *book.Tx) (R, error) { return fn(&tx{t, d.st}) })
}

// write is change for what returns nothing.
func (d *Desk) write(ctx context.Context, need hall.Right, fn func(*tx) error) error {
	_, err := change(ctx, d, need, func(t *tx) (struct{}, error) { return struct{}{}, fn(t) })
	return err
}

// admit refuses someone whose account was switched off, or whose roles were changed, while
// he was signed in.
func admit(r book.Reader, a hall.Actor) error {
	s, err := staffKind.Get(r, a.Staff)
	if err != nil {
		return err
	}
	if s.Off {
		return hall.Refuse(hall.ErrSuspended)
	}
	if s.Roles != a.Roles {
		return hall.Refuse(hall.ErrForbidden, "roles", a.Roles)
	}
	return nil
}

func (d *Desk) read(ctx context.Context, need hall.Right, fn func(book.Reader) error) error {
	return d.at().Read(ctx, need, fn)
}

// look is read for what everybody who is signed in may see.
func (d *Desk) look(ctx context.Context, fn func(book.Reader) error) error {
	return d.at().Look(ctx, fn)
}
