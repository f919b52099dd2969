package cli

import (
	"context"
	"errors"
	"io/fs"
	"sync"

	"sizhen/app"
	"sizhen/config"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/house/setup"
	"sizhen/views/text"
)

// session is what the program opens on.
type session struct {
	store *store.Store
	actor hall.Actor // who is signed in already; zero: the sign-in comes first
	place place
	hello text.Message // said when it opens
	typed app.Unkept   // what stood in the open forms when the program ended
	ended func(app.Unkept)
	save  views.SaveSettings // nil where there is no file for them
}

// open opens the program on the hall's store, or on the set-up where there is none yet.
func (r *run) open(ctx context.Context) error {
	if err := r.needTerminal(); err != nil {
		return err
	}
	p, err := r.files()
	if err != nil {
		return err
	}
	if p.hasStore() {
		return r.openHall(ctx, p, hall.Actor{})
	}
	return r.firstStart(ctx, p)
}

func (r *run) needTerminal() error {
	if out, ok := r.stdin.(interface{ Fd() uintptr }); ok && isTerminal(r.stdout) && isTerminalFd(out.Fd()) {
		return nil
	}
	return failure{text.CLI.NoTerminal}
}

// openHall runs the program on a hall's store and closes it afterwards.
func (r *run) openHall(ctx context.Context, p place, actor hall.Actor) (err error) {
	st, err := r.openStore(ctx, p, false)
	if err != nil {
		return err
	}
	var typed app.Unkept
	defer func() {
		r.leaveCopy(ctx, session{store: st, place: p, typed: typed})
		if e := st.Close(); err == nil && e != nil {
			err = at(p.store(), e)
		}
	}()
	var one sync.Mutex // the file is read and written by one desk at a time
	save := func(ctx context.Context, d *store.Desk, draft hall.DraftID, was, now hall.Settings) error {
		one.Lock()
		defer one.Unlock()
		return change(ctx, d, draft, p.config, was, now)
	}
	return r.show(ctx, session{store: st, actor: actor, place: p, save: save, ended: func(u app.Unkept) { typed = u }})
}

// change writes changed settings into their file and puts them in force, with what was written there
// by hand meanwhile. Where both changed the same thing the file's comes into force, the error says so,
// and the draft stays.
func change(ctx context.Context, d *store.Desk, draft hall.DraftID, file string, was, now hall.Settings) error {
	if err := d.Actor().Require(hall.MayManage); err != nil {
		return err
	}
	s, err := config.Change(file, was, now)
	switch {
	case err == nil:
		return d.From(draft).Adopt(ctx, s)
	case errors.Is(err, hall.Refuse(hall.ErrConflict)):
		return errors.Join(d.Adopt(ctx, s), err)
	}
	return spoken{err}
}

// firstStart offers a sample hall, or to set this one up, and goes on with what was chosen.
func (r *run) firstStart(ctx context.Context, p place) error {
	if r.flags.now != "" {
		return failure{nowReal}
	}
	start, err := config.Load(p.config)
	if errors.Is(err, fs.ErrNotExist) {
		start, err = hall.Defaults(), nil
	}
	if err != nil {
		return err
	}
	if start.Language == "" || r.flags.lang != "" {
		start.Language = r.flags.lang
	}
	var actor hall.Actor
	choice, err := r.showSetUp(ctx, start, setup.Options{
		Start: start, Config: p.config, Data: p.data, Missing: p.missing(start),
		Create: func(ctx context.Context, plan setup.Plan) (err error) {
			if actor, err = r.setUp(ctx, p, plan); err != nil {
				return spoken{err}
			}
			return nil
		},
	})
	switch {
	case err != nil:
		return err
	case choice == setup.Look:
		return r.demo(ctx)
	case choice == setup.Made:
		return r.openHall(ctx, p, actor)
	}
	return nil
}

// setUp writes the settings, then makes the store: a run that is killed in between finds the
// settings filled in and no store, and asks again.
func (r *run) setUp(ctx context.Context, p place, plan setup.Plan) (hall.Actor, error) {
	if err := config.Write(p.config, plan.Settings); err != nil {
		return hall.Actor{}, at(p.config, err)
	}
	return r.createStore(ctx, p, plan.Settings, founder{
		name: plan.Name, login: plan.Login, village: plan.Village, password: plan.Password,
	})
}

// spoken is an error that brings its own words to the screen.
type spoken struct{ error }

// Say is what the screen shows.
func (e spoken) Say() text.Message { return said(e.error) }
func (e spoken) Unwrap() error     { return e.error }
