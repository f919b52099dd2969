package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"sizhen/store"
	"sizhen/store/hall"
)

// signIn asks on the terminal who it is that reads or writes what is private, and signs him in.
// A script names its account with --account and gives the password on the first line of its
// standard input.
func (r *run) signIn(ctx context.Context, st *store.Store) (*store.Desk, error) {
	ask := r.asking()
	login := r.flags.account
	if login == "" {
		if !ask.terminal {
			return nil, failure{signInNeeded}
		}
		fmt.Fprint(r.stderr, r.say(askAccount))
		var err error
		if login, err = ask.line(ctx, false); err != nil {
			return nil, err
		}
	}
	if ask.terminal {
		fmt.Fprint(r.stderr, r.say(askPassword.With("login", clean(login))))
	}
	password, err := ask.line(ctx, true)
	if err != nil {
		return nil, err
	}
	actor, err := r.admitted(ctx, st, strings.TrimSpace(login), password)
	if err != nil {
		return nil, err
	}
	return st.Desk(actor), nil
}

// admitted signs in. After many wrong tries it waits by itself until the next may be made: a script
// cannot be told to come again.
func (r *run) admitted(ctx context.Context, st *store.Store, login, password string) (hall.Actor, error) {
	for {
		actor, err := st.SignIn(ctx, login, password)
		var slow *hall.Error
		if !errors.As(err, &slow) || slow.Code != hall.ErrSlowDown {
			return actor, err
		}
		seconds, _ := slow.Args["seconds"].(int)
		r.print(r.stderr, slowedDown.With("seconds", seconds))
		if err := r.pause(ctx, time.Duration(max(seconds, 1))*time.Second); err != nil {
			return hall.Actor{}, err
		}
	}
}

// pause lets time pass, unless it is interrupted.
func pause(ctx context.Context, d time.Duration) error {
	over := time.NewTimer(d)
	defer over.Stop()
	select {
	case <-over.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// asking reads answers from the standard input.
type asking struct {
	in       io.Reader
	terminal bool
	after    func() // ends the line that an unseen answer leaves
}

func (r *run) asking() asking {
	a := asking{in: r.stdin, after: func() { fmt.Fprintln(r.stderr) }}
	f, ok := r.stdin.(*os.File)
	a.terminal = ok && term.IsTerminal(int(f.Fd()))
	return a
}

// line reads a line; a secret one is not shown on a terminal. An interrupt ends the waiting and
// leaves the terminal as it was.
func (a asking) line(ctx context.Context, secret bool) (string, error) {
	type answer struct {
		line string
		err  error
	}
	got := make(chan answer, 1) // the reader goes with the program when nobody answers
	f, _ := a.in.(*os.File)
	hidden := secret && a.terminal
	var was *term.State
	if hidden {
		was, _ = term.GetState(int(f.Fd()))
	}
	go func() {
		if hidden {
			b, err := term.ReadPassword(int(f.Fd()))
			got <- answer{string(b), err}
			return
		}
		line, err := readLine(a.in)
		got <- answer{line, err}
	}()
	select {
	case <-ctx.Done():
		if was != nil {
			_ = term.Restore(int(f.Fd()), was)
		}
		a.after()
		return "", ctx.Err()
	case one := <-got:
		if hidden {
			a.after()
		}
		if one.err != nil {
			return "", failure{signInNeeded}
		}
		return one.line, nil
	}
}

// readLine reads up to the end of a line and not beyond: what follows is the next question's.
func readLine(in io.Reader) (string, error) {
	var b strings.Builder
	one := make([]byte, 1)
	for {
		n, err := in.Read(one)
		switch {
		case n == 1 && one[0] == '\n', err == io.EOF && b.Len() > 0:
			return strings.TrimRight(b.String(), "\r"), nil
		case err != nil:
			return "", err
		case n == 1:
			b.WriteByte(one[0])
		}
	}
}

// reader is a desk to read at what nobody signs for: the one of the account with the fewest
// rights that may. Of what is confidential not even the names are read where the hall has such
// an account.
func reader(ctx context.Context, st *store.Store, may func(hall.Actor) bool) (*store.Desk, error) {
	accounts, err := st.Accounts(ctx)
	if err != nil {
		return nil, err
	}
	var best *store.Desk
	for _, a := range accounts {
		actor := hall.Actor{Staff: a.ID, Mediator: a.Mediator, Name: a.Name, Roles: a.Roles}
		if may(actor) && (best == nil || !actor.May(hall.MaySupervise)) {
			best = st.Desk(actor)
		}
	}
	if best == nil {
		return nil, failure{noReader}
	}
	return best, nil
}

// founding is the desk of the first account that may do everything, as in a sample hall.
func founding(ctx context.Context, st *store.Store) (*store.Desk, error) {
	return reader(ctx, st, func(a hall.Actor) bool { return a.May(hall.MaySupervise) && a.May(hall.MayManage) })
}
