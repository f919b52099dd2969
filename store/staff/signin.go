package staff

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// After freeTries wrong passwords in a row each further try waits twice as long as the one
// before, up to longestWait, which keeps guessing slow and nobody out. The count is kept on
// disk, by account and kiosk; the time is taken from a clock that cannot be set, and only where
// the program was started since from the hall's.
const (
	freeTries   = 3
	longestWait = 30 * time.Second
)

// Gate remembers when each account was last tried at this kiosk, by the program's own running
// time. What was tried before it started counts as tried then, or when it was by the hall's clock if
// that is longer ago: a command that is run anew for each try would wait anew else.
type Gate struct {
	mu      sync.Mutex
	kiosk   string
	elapsed func() time.Duration
	last    map[hall.StaffID]time.Duration
	wrong   map[hall.StaffID]int // tries that could not be written down
}

// NewGate counts for one kiosk; elapsed is how long the program has been running, nil: as the
// system says.
func NewGate(kiosk string, elapsed func() time.Duration) *Gate {
	g := &Gate{kiosk: kiosk, elapsed: elapsed, last: map[hall.StaffID]time.Duration{}, wrong: map[hall.StaffID]int{}}
	if g.elapsed == nil {
		start := time.Now()
		g.elapsed = func() time.Duration { return time.Since(start) } // monotonic
	}
	return g
}

// wait is how long the next try must still wait.
func (g *Gate) wait(id hall.StaffID, was tries, now time.Time) time.Duration {
	if was.Wrong < freeTries {
		return 0
	}
	last, here := g.last[id]
	passed := g.elapsed() - last
	if !here {
		passed = max(passed, now.Sub(was.At))
	}
	return min(time.Second<<min(was.Wrong-freeTries+1, 20), longestWait) - passed
}

// tooSoon refuses a try for which its account must still wait.
func (g *Gate) tooSoon(id hall.StaffID, was tries, now time.Time) error {
	if wait := g.wait(id, was, now); wait > 0 {
		return hall.Refuse(hall.ErrSlowDown, "seconds", int((wait+time.Second-1)/time.Second))
	}
	return nil
}

func (g *Gate) key(id hall.StaffID) []byte {
	return book.Key().Text("tries/").ID(uint64(id)).Text(g.kiosk)
}

// tries is how often a password was wrong in a row, and when last. It stands apart from the
// account: trying does not change the account.
type tries struct {
	Wrong int       `cbor:"1,keyasint"`
	At    time.Time `cbor:"2,keyasint"`
}

func (g *Gate) read(r book.Reader, id hall.StaffID) (tries, error) {
	var tr tries
	b, err := r.Get(tMeta, g.key(id))
	if err != nil || b == nil {
		return tr, err
	}
	return tr, book.Decode(b, &tr, r.Zone())
}

// Tried is how often a wrong password was given on an account since its last sign-in.
func Tried(ctx context.Context, b *book.Book, g *Gate, id hall.StaffID) (hall.Tries, error) {
	var out hall.Tries
	err := b.Read(ctx, func(r book.Reader) error {
		was, err := g.read(r, id)
		out = hall.Tries{Wrong: was.Wrong, Last: was.At}
		return err
	})
	return out, err
}

// WhoSignsIn lists who may sign in, for the sign-in screen.
func WhoSignsIn(ctx context.Context, b *book.Book) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	err := b.Read(ctx, func(r book.Reader) error {
		rows, err := Rows(r)
		out = nil
		for _, row := range rows {
			if !row.Off {
				out = append(out, hall.StaffRow{ID: row.ID, Login: row.Login, Name: row.Name, Roles: row.Roles, Mediator: row.Mediator})
			}
		}
		return err
	})
	return out, err
}

// SignIn checks a password and says who signed in. A wrong one gives ErrSignIn; too many
// in a row ErrSlowDown with {seconds}; a switched-off account ErrSuspended.
func SignIn(ctx context.Context, b *book.Book, g *Gate, login, password string) (hall.Actor, error) {
	tried, err := try(ctx, b, g, login, password, hall.DeedSignInWrong)
	if err != nil {
		return hall.Actor{}, err
	}
	return book.Unsigned(ctx, b, ActorOf(tried), func(t *book.Tx) (hall.Actor, error) {
		now, err := Accounts.Get(t, tried.ID)
		switch {
		case err != nil:
			return hall.Actor{}, err
		case now.Off:
			return hall.Actor{}, hall.Refuse(hall.ErrSuspended)
		}
		if err := t.Delete(tMeta, g.key(now.ID)); err != nil {
			return hall.Actor{}, err
		}
		return ActorOf(now), t.Log(hall.Entry{Deed: hall.DeedSignIn, Args: map[string]string{"name": now.Name}})
	})
}

// Unlock is SignIn for somebody whose session goes on behind a locked screen. Where nothing can be
// written, as on a full disk, the password is looked at all the same: what was typed there is in that
// session alone.
func Unlock(ctx context.Context, b *book.Book, g *Gate, who hall.StaffID, login, password string) (hall.Actor, error) {
	now, err := SignIn(ctx, b, g, login, password)
	var refused *hall.Error
	if err == nil || errors.As(err, &refused) {
		return now, err
	}
	var acct hall.Staff
	if bad := b.Read(ctx, func(r book.Reader) (bad error) {
		acct, bad = ByLogin(r, strings.ToLower(strings.TrimSpace(login)))
		return bad
	}); bad != nil || acct.ID != who {
		return now, err
	}
	if bad := g.unwritten(acct.ID); bad != nil {
		return now, bad
	}
	if !matchSecret(acct.Secret, password, b.Quick) {
		return now, hall.Refuse(hall.ErrSignIn).In("password")
	}
	g.mu.Lock()
	delete(g.wrong, acct.ID)
	g.mu.Unlock()
	return ActorOf(acct), nil
}

// unwritten counts a try that cannot be written down.
func (g *Gate) unwritten(id hall.StaffID) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if bad := g.tooSoon(id, tries{Wrong: g.wrong[id]}, time.Time{}); bad != nil {
		return bad
	}
	g.wrong[id]++
	g.last[id] = g.elapsed()
	return nil
}

// try looks whether a password is that of a login, and writes a wrong one into the journal as
// what it was. The try is counted before the password is looked at, so that many tries at once
// cannot slip past the count.
func try(ctx context.Context, b *book.Book, g *Gate, login, password string, wrong hall.Deed) (hall.Staff, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	who, err := beginTry(ctx, b, g, login)
	if err != nil {
		return hall.Staff{}, err
	}
	if matchSecret(who.Secret, password, b.Quick) && who.ID != 0 {
		return who, nil
	}
	args := map[string]string{"login": login}
	if who.ID == 0 {
		args = nil // what is no login may be a password that was typed into the wrong field
	}
	_, err = book.Unsigned(ctx, b, hall.Actor{Staff: who.ID, Name: who.Name}, func(t *book.Tx) (struct{}, error) {
		return struct{}{}, t.Log(hall.Entry{Deed: wrong, Args: args})
	})
	if err != nil {
		return hall.Staff{}, err
	}
	return hall.Staff{}, hall.Refuse(hall.ErrSignIn).In("password")
}

// ActorNow is who somebody that signed in is now, with the roles the account has by now. An
// account that was switched off is refused with ErrSuspended.
func ActorNow(ctx context.Context, b *book.Book, a hall.Actor) (hall.Actor, error) {
	now := a
	err := b.Read(ctx, func(r book.Reader) error {
		who, err := Accounts.Get(r, a.Staff)
		if err != nil {
			return err
		}
		if who.Off {
			return hall.Refuse(hall.ErrSuspended)
		}
		now = ActorOf(who)
		return nil
	})
	return now, err
}

// beginTry counts a try, or refuses one that comes too early. Success sets the count back.
func beginTry(ctx context.Context, b *book.Book, g *Gate, login string) (hall.Staff, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	who, err := book.Unsigned(ctx, b, hall.Actor{}, func(t *book.Tx) (hall.Staff, error) {
		who, err := ByLogin(t, login)
		if err != nil {
			return who, err
		}
		tr, err := g.read(t, who.ID)
		if err != nil {
			return who, err
		}
		if bad := g.tooSoon(who.ID, tr, t.Now); bad != nil {
			return who, bad
		}
		count, err := book.Encode(tries{tr.Wrong + 1, t.Now})
		if err != nil {
			return who, err
		}
		return who, t.Writer.Put(tMeta, g.key(who.ID), count)
	})
	if err == nil {
		g.last[who.ID] = g.elapsed()
	}
	return who, err
}

// ByLogin finds an account; a zero record when there is none.
func ByLogin(r book.Reader, login string) (hall.Staff, error) {
	b, err := r.Get(byLogin.Table, []byte(login))
	if err != nil || b == nil {
		return hall.Staff{}, err
	}
	return Accounts.Get(r, hall.StaffID(book.Number(b)))
}

// ActorOf is somebody who signed in with an account.
func ActorOf(s hall.Staff) hall.Actor {
	return hall.Actor{Staff: s.ID, Mediator: s.Mediator, Name: s.Name, Roles: s.Roles}
}

// tMeta holds the count of tries beside what the kernel keeps there.
const tMeta kv.Table = "meta"
