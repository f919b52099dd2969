package cli

import (
	"context"
	"errors"
	"path/filepath"

	"sizhen/app"
	"sizhen/store/kv"
)

// leaveCopy copies a store whose file was moved or removed while it was open, before it is closed
// and what was only removed is gone.
func (r *run) leaveCopy(ctx context.Context, s session) {
	if !errors.Is(s.store.There(), kv.ErrMoved) {
		return
	}
	path, err := s.rescue(context.WithoutCancel(ctx), s.typed)
	if err != nil {
		r.print(r.stderr, noCopy.With("file", s.place.store()).With("why", said(at(path, err))))
		return
	}
	r.print(r.stderr, leftCopy.With("file", s.place.store()).With("path", path))
}

// rescue copies the store where its folder is, or was: somebody who looks for the data looks
// there. The folder itself is not made anew, lest it stand in the way of the one that comes back.
func (s session) rescue(ctx context.Context, typed app.Unkept) (string, error) {
	path := filepath.Join(nearest(s.place.data), copyName+s.store.Now().Format("20060102-150405")+".db")
	return path, s.store.CopyWith(ctx, path, typed.By, typed.Drafts)
}
