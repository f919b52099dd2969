// Package store keeps a hall's records. Store opens the file; Desk is what a signed-in
// person can do with it: every operation checks who may, applies the rules of store/hall,
// and writes the record, its indexes and a line of the journal in one transaction. There
// is no other way to write. The records and what can be done with them are the matter of the
// concerns (staff, people, duty, calendar, dispute), which stand in this order: each may use
// those before it. Here is what looks over all of them: opening and making a store, settings,
// the change feed, the board, the search, filling in bulk, checking.
package store

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"sizhen/store/almanac"
	"sizhen/store/book"
	"sizhen/store/dispute"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
	"sizhen/store/people"
	"sizhen/store/staff"
)

// What the kernel names, for those who know the store only.
var (
	ErrNotHall   = book.ErrNotHall
	ErrNewer     = book.ErrNewer
	ErrDamaged   = book.ErrDamaged
	ErrCountBack = book.ErrCountBack
)

// Store is an open store of one hall. Its methods may be called from any goroutine.
type Store struct {
	book     *book.Book
	gate     *staff.Gate
	settings atomic.Pointer[hall.Settings]
	calendar atomic.Pointer[hall.Calendar]
	identity hall.Identity // both set before anybody holds the store
	resealed book.Resealed
	damage   []book.Fault
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
	// the end are then seen even where the head was written anew. Nil: there is no key.
	// Spare makes another one, which lasts, for a head that Seal does not fit: where there was neither
	// key nor seal it is the first, else the journal says that its end is in doubt. Nil, and what
	// returns nil: there is no other, the head goes without a seal where Seal is nil too.
	Seal  []byte
	Spare func() []byte
	// Kiosk is the name of the place where this program stands: wrong passwords are counted for
	// each apart. Elapsed is how long it has been running, nil: as the system says.
	Kiosk   string
	Elapsed func() time.Duration
	// Quick hashes passwords at no cost, for tests; never where people's passwords are kept.
	Quick bool
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

func (o Options) spare() []byte {
	if o.Spare == nil {
		return nil
	}
	return o.Spare()
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
	if err == nil && m.Schema == book.Schema() { // before anything is written: what is written goes on from what stands there
		s.damage, err = s.survey(ctx)
	}
	if err == nil && !o.ReadOnly {
		s.resealed, err = s.book.ChooseSeal(ctx, o.spare)
	}
	if err == nil && !o.ReadOnly && m.Schema < book.Schema() {
		if o.Migrating != nil {
			o.Migrating()
		}
		err = s.book.Migrate(ctx, program, migrations())
	}
	if s.identity = m.Identity; err == nil && !o.ReadOnly && m.Identity.ID == "" {
		s.identity, err = s.identify(ctx)
	}
	if err == nil && !o.ReadOnly {
		err = s.book.SealHead(ctx)
	}
	if err == nil && !o.ReadOnly {
		err = s.Adopt(ctx, s.Settings())
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
	s := &Store{now: o.clock(), gate: staff.NewGate(o.Kiosk, o.Elapsed)}
	s.book = &book.Book{Engine: engine, Clock: s.Now, Zone: s.zone, Settings: s.Settings, Calendar: s.Calendar, Admit: staff.Admit, Seal: o.Seal,
		Quick: o.Quick}
	s.SetSettings(o.Settings)
	return s
}

// Create makes a new store with its first administrator, who holds every role so that a
// hall of one person works at once.
func Create(ctx context.Context, o Options, admin hall.Staff, village, password string) (*Store, hall.Actor, error) {
	if err := staff.CheckSecret(password); err != nil {
		return nil, hall.Actor{}, err
	}
	secret, err := staff.HashSecret(password, o.Quick)
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
	s.identity = hall.Identity{ID: newID()}
	actor, err := book.Unsigned(ctx, s.book, hall.Actor{Name: admin.Name}, func(t *book.Tx) (hall.Actor, error) {
		mark := book.Marker{Program: program, Schema: book.Schema(), Hall: s.Settings().Code, Created: t.Now, Identity: s.identity}
		if err := t.Mark(mark); err != nil {
			return hall.Actor{}, fmt.Errorf("%s: %w", o.Path, err)
		}
		if _, _, err := called(t, s.Settings()); err != nil {
			return hall.Actor{}, err
		}
		first := admin
		if err := people.EnterStaff(t, &first, village, 0); err != nil {
			return hall.Actor{}, err
		}
		t.Actor = staff.ActorOf(first)
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

// survey looks for damage that is seen at once. What cannot be read is damage too: the rest can be
// worked on.
func (s *Store) survey(ctx context.Context) ([]book.Fault, error) {
	faults, err := s.book.Survey(ctx, book.All)
	if err != nil && ctx.Err() == nil {
		faults, err = append(faults, book.Fault{Kind: book.FaultEngine, Where: "file", What: book.Unreadable, Args: map[string]any{"err": err}}), nil
	}
	return faults, err
}

// Damage is what was seen to be wrong when the store was opened, as far as that is seen at once.
func (s *Store) Damage() []book.Fault { return s.damage }

// Resealed is what became of the journal's seal when the store was opened.
func (s *Store) Resealed() book.Resealed { return s.resealed }

// Journal is where the journal ends, for whoever is signed in.
func (d *Desk) Journal(ctx context.Context) (hall.JournalHead, error) { return d.st.Head(ctx) }

func (s *Store) read(ctx context.Context, fn func(book.Reader) error) error {
	return s.book.Read(ctx, fn)
}

// Accounts lists who may sign in, for the sign-in screen.
func (s *Store) Accounts(ctx context.Context) ([]hall.StaffRow, error) {
	return staff.WhoSignsIn(ctx, s.book)
}

// SignIn checks a password and says who signed in. A wrong one gives ErrSignIn; too many
// in a row ErrSlowDown with {seconds}; a switched-off account ErrSuspended.
func (s *Store) SignIn(ctx context.Context, login, password string) (hall.Actor, error) {
	return staff.SignIn(ctx, s.book, s.gate, login, password)
}

// Tried is how often a wrong password was given on an account since its last sign-in. It is for whoever
// has signed in with it by now.
func (s *Store) Tried(ctx context.Context, id hall.StaffID) (hall.Tries, error) {
	return staff.Tried(ctx, s.book, s.gate, id)
}

// Unlock is SignIn for somebody whose session goes on behind a locked screen: it works also where nothing
// can be written.
func (s *Store) Unlock(ctx context.Context, who hall.StaffID, login, password string) (hall.Actor, error) {
	return staff.Unlock(ctx, s.book, s.gate, who, login, password)
}

// ActorNow is who somebody that signed in is now, with the roles the account has by now. An
// account that was switched off is refused with ErrSuspended.
func (s *Store) ActorNow(ctx context.Context, a hall.Actor) (hall.Actor, error) {
	return staff.ActorNow(ctx, s.book, a)
}

// EachCase walks all cases registered from one day to another, both included, in order of
// registration; 0 leaves an end open.
func (s *Store) EachCase(ctx context.Context, from, to hall.Day, fn func(hall.Case) error) error {
	return dispute.EachCase(ctx, s.book, from, to, fn)
}

// EachMediator is Desk.EachMediator for the command line, whose caller holds the file.
func (s *Store) EachMediator(ctx context.Context, fn func(hall.Mediator) error) error {
	return s.read(ctx, func(r book.Reader) error { return people.EachMediator(ctx, r, fn) })
}

// EachOrg is Desk.EachOrg for the command line, whose caller holds the file.
func (s *Store) EachOrg(ctx context.Context, fn func(hall.Org, hall.OrgRow) error) error {
	return people.EachOrg(ctx, s.book, fn)
}
