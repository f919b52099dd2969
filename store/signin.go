package store

import (
	"context"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// After freeTries wrong passwords in a row each further try waits twice as long as the one
// before, up to longestWait. The count is kept on disk: starting the program again does not help.
const (
	freeTries   = 3
	longestWait = 5 * time.Minute
)

// Accounts lists who may sign in, for the sign-in screen.
func (s *Store) Accounts(ctx context.Context) ([]hall.StaffRow, error) {
	var out []hall.StaffRow
	err := s.read(ctx, func(r kv.Reader) error {
		rows, err := staffRows(r, s.zone())
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
	login = strings.ToLower(strings.TrimSpace(login))
	staff, err := s.beginTry(ctx, login)
	if err != nil {
		return hall.Actor{}, err
	}
	if !matchSecret(staff.Secret, password) || staff.ID == 0 {
		return hall.Actor{}, hall.Refuse(hall.ErrSignIn).In("password")
	}
	err = s.write(ctx, actorOf(staff), func(t *tx) error {
		now, err := get(t, &staffKind, uint64(staff.ID), s.zone())
		if err != nil {
			return err
		}
		if now.Off {
			return hall.Refuse(hall.ErrSuspended)
		}
		staff = now
		if err := t.Delete(tMeta, triesKey(now.ID)); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedSignIn, Args: map[string]string{"name": now.Name}})
	})
	if err != nil {
		return hall.Actor{}, err
	}
	return actorOf(staff), nil
}

// ActorNow is who somebody that signed in is now, with the roles the account has by now. An
// account that was switched off is refused with ErrSuspended.
func (s *Store) ActorNow(ctx context.Context, a hall.Actor) (hall.Actor, error) {
	now := a
	err := s.read(ctx, func(r kv.Reader) error {
		staff, err := get(r, &staffKind, uint64(a.Staff), s.zone())
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

// tries is how often a password was wrong in a row, and when last. It stands apart from the
// account: trying does not change the account.
type tries struct {
	Wrong int       `cbor:"1,keyasint"`
	At    time.Time `cbor:"2,keyasint"`
}

func triesKey(id hall.StaffID) []byte { return key("tries/", uint64(id)) }

// beginTry counts a try before the password is looked at, so that many tries at once
// cannot slip past the count. Success sets it back.
func (s *Store) beginTry(ctx context.Context, login string) (hall.Staff, error) {
	var staff hall.Staff
	err := s.write(ctx, hall.Actor{}, func(t *tx) error {
		var err error
		if staff, err = staffByLogin(t, login); err != nil || staff.ID == 0 {
			return err
		}
		var tr tries
		b, err := t.Get(tMeta, triesKey(staff.ID))
		if err != nil {
			return err
		}
		if b != nil {
			if err := decode(b, &tr, s.zone()); err != nil {
				return err
			}
		}
		if wait := tr.wait(t.now); wait > 0 {
			return hall.Refuse(hall.ErrSlowDown, "seconds", int((wait+time.Second-1)/time.Second))
		}
		tr.Wrong++
		tr.At = t.now
		if b, err = encode(tr); err != nil {
			return err
		}
		if err := t.Put(tMeta, triesKey(staff.ID), b); err != nil {
			return err
		}
		if tr.Wrong > freeTries {
			return t.log(hall.Entry{Deed: hall.DeedSignInWrong, By: staff.ID, ByName: staff.Name,
				Args: map[string]string{"login": login}})
		}
		return nil
	})
	return staff, err
}

// wait is how long the next try must still wait. After the clock was set back to before the
// last one there is none, rather than one until the clock is there again: the next wrong try
// counts from the new time.
func (tr tries) wait(now time.Time) time.Duration {
	if tr.Wrong < freeTries {
		return 0
	}
	wait := min(time.Second<<min(tr.Wrong-freeTries+1, 20), longestWait)
	gone := now.Sub(tr.At)
	if gone < 0 {
		return 0
	}
	return wait - gone
}

// staffByLogin finds an account; a zero record when there is none.
func staffByLogin(r kv.Reader, login string) (hall.Staff, error) {
	b, err := r.Get(tLogin, []byte(login))
	if err != nil || b == nil {
		return hall.Staff{}, err
	}
	return get(r, &staffKind, number(b), time.UTC)
}

func actorOf(s hall.Staff) hall.Actor {
	return hall.Actor{Staff: s.ID, Mediator: s.Mediator, Name: s.Name, Roles: s.Roles}
}
