package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
	"sizhen/views/text"
)

// openStore opens the hall's store with its settings.
func (r *run) openStore(ctx context.Context, p place, readOnly bool) (*store.Store, error) {
	if !p.hasStore() {
		return nil, failure{text.CLI.NoStore.With("file", p.store())}
	}
	s, err := p.settings()
	if err != nil {
		return nil, err
	}
	return r.openWith(ctx, p, s, readOnly)
}

func (r *run) openWith(ctx context.Context, p place, s hall.Settings, readOnly bool) (*store.Store, error) {
	now, err := r.clock(s.Zone)
	if err != nil {
		return nil, err
	}
	seal, err := p.seal()
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, store.Options{Path: p.store(), ReadOnly: readOnly, Settings: s, Now: now, Program: "sizhen", Quick: r.quick,
		Seal: seal.key, Spare: seal.spare,
		Migrating: func() { r.print(r.stderr, text.CLI.Migrating) }})
	if err != nil {
		return nil, at(p.store(), err)
	}
	if st.Resealed().Spare {
		if err := seal.keep(); err != nil {
			return nil, errors.Join(at(p.key(), err), st.Close())
		}
	}
	if m := p.resealed(st.Resealed()); !m.IsZero() {
		r.print(r.stderr, m)
	}
	if m := damaged(st.Damage()); !m.IsZero() && !readOnly { // check names each
		r.print(r.stderr, m)
	}
	p.tighten()
	if err := r.mayFakeTime(ctx, st); err != nil {
		return nil, errors.Join(at(p.store(), err), st.Close())
	}
	return st, nil
}

// mayFakeTime refuses --now for a hall with records of its own: their times would be untrue.
func (r *run) mayFakeTime(ctx context.Context, st *store.Store) error {
	if r.flags.now == "" {
		return nil
	}
	origin, err := st.Origin(ctx)
	if err == nil && origin != store.Sample && !r.sampling {
		return failure{nowReal}
	}
	return err
}

// at names the file an error of the store is about.
func at(file string, err error) error {
	if info, e := os.Stat(file); e == nil && info.Size() == 0 && errors.Is(err, kv.ErrNotStore) {
		return failure{text.CLI.Empty.With("file", file)}
	}
	return storeFault{file, err}
}

func saidLocked(e storeFault) text.Message {
	var locked *bolt.LockedError
	if !errors.As(e.err, &locked) || locked.Owner.PID == 0 {
		return text.CLI.Locked.With("file", e.file)
	}
	return text.CLI.LockedBy.With("file", e.file).With("pid", locked.Owner.PID).With("name", locked.Owner.Program)
}

// founder is the first administrator of a new hall.
type founder struct {
	name, login, phone, village, password string
}

// createStore makes the hall's store. It is built under another name, so that a run killed
// in between leaves no half store where the next one would look for a whole one.
func (r *run) createStore(ctx context.Context, p place, s hall.Settings, f founder) (hall.Actor, error) {
	if p.hasStore() {
		return hall.Actor{}, failure{text.CLI.StoreThere.With("file", p.store())}
	}
	now, err := r.clock(s.Zone)
	if err != nil {
		return hall.Actor{}, err
	}
	if err := os.MkdirAll(p.data, 0o700); err != nil {
		return hall.Actor{}, at(p.data, err)
	}
	removeUnfinished(p.data)
	dir, err := os.MkdirTemp(p.data, unfinished)
	if err != nil {
		return hall.Actor{}, at(p.data, err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "hall.db")
	admin := hall.Staff{Name: f.name, Login: f.login, Phone: f.phone}
	st, actor, err := store.Create(ctx, store.Options{Path: file, Settings: s, Now: now, Program: "sizhen", Quick: r.quick}, admin, f.village, f.password)
	if err != nil {
		return hall.Actor{}, err
	}
	if err := st.Close(); err != nil {
		return hall.Actor{}, at(file, err)
	}
	return actor, putInPlace(file, p.store())
}

// putInPlace gives a finished store its name, for good.
func putInPlace(from, to string) error {
	// A link, unlike a rename, never takes the place of a store made in the meantime.
	err := os.Link(from, to)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links
		err = os.Rename(from, to)
	}
	if dir, e := os.Open(filepath.Dir(to)); e == nil {
		_ = dir.Sync() // not every system can; the file itself is on disk
		_ = dir.Close()
	}
	return err
}

const unfinished = ".set-up-"

// removeUnfinished clears what a set-up that was killed left behind.
func removeUnfinished(data string) {
	old, _ := filepath.Glob(filepath.Join(data, unfinished+"*"))
	for _, dir := range old {
		_ = os.RemoveAll(dir)
	}
}
