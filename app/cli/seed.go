package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"math/big"

	"github.com/spf13/cobra"

	"sizhen/config"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/seed"
	"sizhen/views/text"
)

// seedFlags say how much is made.
type seedFlags struct {
	cases, mediators, orgs, years int
	rng                           uint64
}

func (r *run) seedCommand() *cobra.Command {
	var f seedFlags
	cmd := r.command("seed", text.Commands.Seed, noArgs, func(cmd *cobra.Command, _ []string) error {
		return r.seed(cmd.Context(), f)
	})
	set := cmd.Flags()
	set.IntVar(&f.cases, "cases", 500, "`N` "+r.say(text.Flags.Cases))
	set.IntVar(&f.mediators, "mediators", 12, "`M` "+r.say(text.Flags.Mediators))
	set.IntVar(&f.orgs, "orgs", 0, "`O` "+r.say(text.Flags.Orgs))
	set.IntVar(&f.years, "years", 1, "`Y` "+r.say(text.Flags.Years))
	set.Uint64Var(&f.rng, "rng", 1, "`S` "+r.say(text.Flags.RNG))
	set.StringVar(&r.flags.account, "account", "", "`NAME` "+r.say(flagAccount))
	return cmd
}

func (f seedFlags) check() error {
	for _, n := range []struct {
		name           string
		n, least, most int
	}{{"--cases", f.cases, 1, 1_000_000}, {"--mediators", f.mediators, 1, 20_000}, {"--orgs", f.orgs, 0, 10_000}, {"--years", f.years, 1, 50}} {
		if n.n < n.least || n.n > n.most {
			return usageError{text.CLI.BadCount.With("name", n.name).With("least", n.least).With("most", n.most)}
		}
	}
	return nil
}

func (r *run) seed(ctx context.Context, f seedFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	p, err := r.files()
	if err != nil {
		return err
	}
	made, password, others := !p.hasStore(), "", []string(nil)
	if made {
		if password, err = r.sampleHall(ctx, p); err != nil {
			return err
		}
	}
	r.sampling = true
	st, err := r.openStore(ctx, p, false)
	if err != nil {
		return err
	}
	if err = r.maySeed(ctx, p, st, made); err == nil {
		err = r.fill(ctx, st, f)
	}
	if err == nil && made {
		others, err = accounts(ctx, st, password)
	}
	if e := st.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = r.compact(ctx, p)
	}
	r.endMeter()
	var known failure
	switch {
	case errors.As(err, &known):
		return err
	case err != nil:
		return at(p.store(), err)
	}
	r.print(r.stdout, text.CLI.Seeded.With("n", f.cases))
	if len(others) > 0 {
		r.print(r.stdout, text.CLI.SampleOthers.With("logins", text.Names(others)))
	}
	return nil
}

// accounts gives a sample that was just made one account a role, with its founder's password, and
// returns the names to sign in with.
func accounts(ctx context.Context, st *store.Store, password string) ([]string, error) {
	desk, err := founding(ctx, st)
	if err != nil {
		return nil, err
	}
	return seed.Accounts(ctx, st, desk.Actor(), password)
}

// maySeed lets invented records into a sample, and into a store that is empty: who signs in there
// with the right to manage it says so.
func (r *run) maySeed(ctx context.Context, p place, st *store.Store, made bool) error {
	origin, err := st.Origin(ctx)
	switch {
	case err != nil || made || origin == store.Sample:
		return err
	case origin == store.Real:
		return failure{seedReal.With("file", p.store())}
	case r.flags.now != "":
		return failure{nowReal}
	}
	desk, err := r.signIn(ctx, st)
	if err != nil {
		return err
	}
	return desk.Actor().Require(hall.MayManage)
}

func (r *run) fill(ctx context.Context, st *store.Store, f seedFlags) error {
	return seed.Fill(ctx, st, r.seedOptions(st, f))
}

// compact has the file take no more room than it needs. Where a second one does not fit
// beside it, it stays as it is.
func (r *run) compact(ctx context.Context, p place) error {
	r.endMeter()
	r.meter(text.CLI.Compacting, 0)(0)
	err := store.Compact(ctx, p.store(), "sizhen")
	if errors.Is(err, kv.ErrFull) {
		return nil
	}
	return err
}

func (r *run) seedOptions(st *store.Store, f seedFlags) seed.Options {
	meter := r.meter(text.CLI.Seeding, f.cases)
	return seed.Options{
		Cases: f.cases, Mediators: f.mediators, Orgs: f.orgs, Years: f.years, RNG: f.rng, Now: st.Now(),
		Progress: func(done, _ int) { meter(done) },
	}
}

// sampleHall sets a hall up for practice, and tells how to sign in.
func (r *run) sampleHall(ctx context.Context, p place) (password string, err error) {
	s, err := config.Load(p.config)
	if errors.Is(err, fs.ErrNotExist) {
		s = seed.Sample()
		if r.flags.lang != "" {
			s.Language = r.flags.lang
		}
		err = config.Write(p.config, s)
	}
	if err != nil {
		return "", err
	}
	if password, err = newPassword(); err != nil {
		return "", err
	}
	f := sampleFounder(password)
	if _, err := r.createStore(ctx, p, s, f); err != nil {
		return "", err
	}
	r.print(r.stdout, text.CLI.SampleMade.With("file", p.data))
	r.print(r.stdout, text.CLI.SampleLogin.With("login", f.login))
	r.print(r.stdout, text.CLI.SamplePassword.With("password", password))
	return password, nil
}

// sampleFounder signs in at sample halls: an invented person who holds every role.
func sampleFounder(password string) founder {
	return founder{name: "陈芳", login: "chenfang", password: password}
}

// newPassword makes one that can be read aloud: no letters that look like others.
func newPassword() (string, error) {
	const letters = "abcdefghjkmnpqrstuvwxyz23456789"
	out := make([]byte, 10)
	for i := range out {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(letters))))
		if err != nil {
			return "", err
		}
		out[i] = letters[n.Int64()]
	}
	return string(out), nil
}
