package store

import (
	"context"
	"strings"
	"sync"
	"time"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// After freeTries wrong passwords in a row each further try waits twice as long as the one
// before, up to longestWait, which keeps guessing slow and nobody out. The count is kept on
// disk, by account and kiosk; the time is taken from a clock that cannot be set.
const (
	freeTries   = 3
	longestWait = 30 * time.Second
)

// gate remembers when each account was last tried at this kiosk, by the program's own running
// time. What was tried before it started counts as tried then.
type gate struct {
	mu      sync.Mutex
	kiosk   string
	elapsed func() time.Duration
	last    map[hall.StaffID]time.Duration
}

func newGate(o Options) *gate {
	g := &gate{kiosk: o.Kiosk, elapsed: o.Elapsed, last: map[hall.StaffID]time.Duration{}}
	if g.elapsed == nil {
		start := time.Now()
		g.elapsed = func() time.Duration { return time.Since(start) } // monotonic
	}
	return g
}

// wait is how long the next try must still wait.
func (g *gate) wait(id hall.StaffID, wrong int) time.Duration {
	if wrong < freeTries {
		return 0
	}
	return min(time.Second<<min(wrong-freeTries+1, 20), longestWait) - (g.elapsed() - g.last[id])
}

func (g *gate) key(id hall.StaffID) []byte {
	return book.Key().Text("tries/").ID(uint64(id)).Text(g.kiosk)
}

// tries is how often a password was wrong in a row, and when last. It stands apart from the
// account: trying does not change the account.
type tries struct {
	Wrong int       `cbor:"1,keyasint"`
	At    time.Time `cbor:"2,keyasint"`
}

func (g *gate) read(r book.Reader, id hall.StaffID) (tries, error) {
	var tr tries
	b, err := r.Get(tMeta, g.key(id))
	if err != nil || b == nil {
		return tr, err
	}
	return tr, book.Decode(b, &tr, r.Zone())
}

// Accounts lists who may sign in, for the sign-in screen.
func (s *Store) Accounts(ctx context.Context) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	err := s.read(ctx, func(r book.Reader) error {
		rows, err := staffRows(r)
		out = nil
		for _, row := range rows {
			if !row.Off {
				out = append(out, hall.StaffRow{ID: row.ID, Login: row.Login, Name: row.Name, Roles: row.Roles})
			}
		}
		return err
	})
	return out, err
}

// SignIn checks a password and says who signed in. A wrong one gives ErrSignIn; too many
// in a row ErrSlowDown with {seconds}; a switched-off account ErrSuspended.
func (s *Store) SignIn(ctx context.Context, login, password string) (hall.Actor, error) {
	tried, err := s.try(ctx, login, password, hall.DeedSignInWrong)
	if err != nil {
		return hall.Actor{}, err
	}
	return write(ctx, s, actorOf(tried), func(t *tx) (hall.Actor, error) {
		now, err := staffKind.Get(t, tried.ID)
		switch {
		case err != nil:
			return hall.Actor{}, err
		case now.Off:
			return hall.Actor{}, hall.Refuse(hall.ErrSuspended)
		}
		if err := t.Delete(tMeta, s.gate.key(now.ID)); err != nil {
			return hall.Actor{}, err
		}
		return actorOf(now), t.Log(hall.Entry{Deed: hall.DeedSignIn, Args: map[string]string{"name": now.Name}})
	})
}

// try looks whether a password is that of a login, and writes a wrong one into the journal as
// what it was. The try is counted before the password is looked at, so that many tries at once
// cannot slip past the count.
func (s *Store) try(ctx context.Context, login, password string, wrong hall.Deed) (hall.Staff, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	staff, err := s.beginTry(ctx, login)
	if err != nil {
		return hall.Staff{}, err
	}
	if matchSecret(staff.Secret, password) && staff.ID != 0 {
		return staff, nil
	}
	args := map[string]string{"login": login}
	if staff.ID == 0 {
		args = nil // what is no login may be a password that was typed into the wrong field
	}
	_, err = write(ctx, s, hall.Actor{Staff: staff.ID, Name: staff.Name}, func(t *tx) (struct{}, error) {
		return struct{}{}, t.Log(hall.Entry{Deed: wrong, Args: args})
	})
	if err != nil {
		return hall.Staff{}, err
	}
	return hall.Staff{}, hall.Refuse(hall.ErrSignIn).In("password")
}

// ActorNow is who somebody that signed in is now, with the roles the account has by now. An
// account that was switched off is refused with ErrSuspended.
func (s *Store) ActorNow(ctx context.Context, a hall.Actor) (hall.Actor, error) {
	now := a
	err := s.read(ctx, func(r book.Reader) error {
		staff, err := staffKind.Get(r, a.Staff)
		if err != nil {
			return err
		}
		if staff.Off {
			return hall.Refuse(hall.ErrSuspended)
		}
		now = actorOf(staff)
		return nil
	})
	return now, err
}

// beginTry counts a try, or refuses one that comes too early. Success sets the count back.
func (s *Store) beginTry(ctx context.Context, login string) (hall.Staff, error) {
	s.gate.mu.Lock()
	defer s.gate.mu.Unlock()
	staff, err := write(ctx, s, hall.Actor{}, func(t *tx) (hall.Staff, error) {
		staff, err := staffByLogin(t, login)
		if err != nil {
			return staff, err
		}
		tr, err := s.gate.read(t, staff.ID)
		if err != nil {
			return staff, err
		}
		if wait := s.gate.wait(staff.ID, tr.Wrong); wait > 0 {
			return staff, hall.Refuse(hall.ErrSlowDown, "seconds", int((wait+time.Second-1)/time.Second))
		}
		b, err := book.Encode(tries{tr.Wrong + 1, t.Now})
		if err != nil {
			return staff, err
		}
		return staff, t.Writer.Put(tMeta, s.gate.key(staff.ID), b)
	})
	if err == nil {
		s.gate.last[staff.ID] = s.gate.elapsed()
	}
	return staff, err
}

// staffByLogin finds an account; a zero record when there is none.
func staffByLogin(r book.Reader, login string) (hall.Staff, error) {
	b, err := r.Get(byLogin.Table, []byte(login))
	if err != nil || b == nil {
		return hall.Staff{}, err
	}
	return staffKind.Get(r, hall.StaffID(book.Number(b)))
}

func actorOf(s hall.Staff) hall.Actor {
	return hall.Actor{Staff: s.ID, Mediator: s.Mediator, Name: s.Name, Roles: s.Roles}
}

// tMeta holds the count of tries beside what the kernel keeps there.
const tMeta kv.Table = "meta"
