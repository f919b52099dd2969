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
		now.Wrong, now.WrongAt = 0, time.Time{}
		if err := put(t, &staffKind, &now); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedSignIn, Args: map[string]string{"name": now.Name}})
	})
	if err != nil {
		return hall.Actor{}, err
	}
	return actorOf(staff), nil
}

// beginTry counts a try before the password is looked at, so that many tries at once
// cannot slip past the count. Success sets it back.
func (s *Store) beginTry(ctx context.Context, login string) (hall.Staff, error) {
	var staff hall.Staff
	err := s.write(ctx, hall.Actor{}, func(t *tx) error {
		var err error
		if staff, err = staffByLogin(t, login); err != nil || staff.ID == 0 {
			return err
		}
		if wait := waitAfter(staff, t.now); wait > 0 {
			return hall.Refuse(hall.ErrSlowDown, "seconds", int((wait+time.Second-1)/time.Second))
		}
		staff.Wrong++
		staff.WrongAt = t.now
		if err := put(t, &staffKind, &staff); err != nil {
			return err
		}
		if staff.Wrong > freeTries {
			return t.log(hall.Entry{Deed: hall.DeedSignInWrong, By: staff.ID, ByName: staff.Name,
				Args: map[string]string{"login": login}})
		}
		return nil
	})
	return staff, err
}

// waitAfter is how long the next try must still wait. A clock set back does not make the
// wait longer than its own length.
func waitAfter(s hall.Staff, now time.Time) time.Duration {
	if s.Wrong < freeTries {
		return 0
	}
	wait := min(time.Second<<min(s.Wrong-freeTries+1, 20), longestWait)
	gone := now.Sub(s.WrongAt)
	if gone < 0 {
		return wait
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
