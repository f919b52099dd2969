package book

import (
	"context"
	"errors"
	"slices"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Desk is where one person writes. It is a value: From makes another one.
type Desk struct {
	Book  *Book
	Actor hall.Actor
	draft hall.DraftID
	other []string
}

// Another is the desk of somebody who was asked, and said that who or what is added under a name
// is another than those on file.
func (d Desk) Another(name string) Desk {
	d.other = append(slices.Clone(d.other), hall.FoldName(name))
	return d
}

// From is the desk with an unfinished form in hand: the next write removes its draft in the
// same transaction. 0 is none.
func (d Desk) From(draft hall.DraftID) Desk {
	if draft != 0 {
		d.draft = draft
	}
	return d
}

// Settings is the hall as configured.
func (d Desk) Settings() hall.Settings { return d.Book.Settings() }

// Calendar says on which days and at which hours the hall is open.
func (d Desk) Calendar() *hall.Calendar { return d.Book.Calendar() }

// Now is the hall's clock, in its zone.
func (d Desk) Now() time.Time { return d.Book.Clock() }

// Do is Write for what returns nothing.
func (d Desk) Do(ctx context.Context, need hall.Right, fn func(*Tx) error) error {
	_, err := Write(ctx, d, need, func(t *Tx) (struct{}, error) { return struct{}{}, fn(t) })
	return err
}

// Is reports whether an error is a refusal of a code.
func Is(err error, c hall.Code) bool {
	var e *hall.Error
	return errors.As(err, &e) && e.Code == c
}

// Write runs fn in a write transaction if the person may do what it does, removes the draft
// of the form it came from, and returns what fn returned once all of it is on disk. fn
// assigns nothing outside itself: it may be run again after a conflict.
func Write[R any](ctx context.Context, d Desk, need hall.Right, fn func(*Tx) (R, error)) (R, error) {
	if err := d.Actor.Require(need); err != nil {
		var none R
		return none, err
	}
	return transact(ctx, d.Book, d.Actor, func(t *Tx) (R, error) {
		var none R
		t.other = d.other
		if d.Book.Admit != nil {
			if err := d.Book.Admit(t, d.Actor); err != nil {
				return none, err
			}
		}
		out, err := fn(t)
		if err != nil {
			return none, err
		}
		return out, t.DropDraft(d.draft)
	})
}

// Unsigned runs fn in a write transaction of nobody who is signed in: making a store, trying
// a password, filling a sample.
func Unsigned[R any](ctx context.Context, b *Book, as hall.Actor, fn func(*Tx) (R, error)) (R, error) {
	return transact(ctx, b, as, fn)
}

func transact[R any](ctx context.Context, b *Book, as hall.Actor, fn func(*Tx) (R, error)) (R, error) {
	var out, none R
	now := b.Clock().Truncate(time.Second)
	err := b.Engine.Write(ctx, func(w kv.Writer) error {
		t := &Tx{Writer: w, Book: b, Actor: as, Now: now}
		r, err := fn(t)
		if err != nil {
			return err
		}
		if err := t.finish(); err != nil {
			return err
		}
		out = r
		return nil
	})
	if err != nil {
		return none, err
	}
	return out, nil
}

// Read runs fn in a read transaction if the person may see what it reads.
func (d Desk) Read(ctx context.Context, need hall.Right, fn func(Reader) error) error {
	if err := d.Actor.Require(need); err != nil {
		return err
	}
	return d.Look(ctx, fn)
}

// Look is Read for what everybody who is signed in may see.
func (d Desk) Look(ctx context.Context, fn func(Reader) error) error {
	return d.Book.Read(ctx, func(r Reader) error {
		if d.Book.Admit != nil {
			if err := d.Book.Admit(r, d.Actor); err != nil {
				return err
			}
		}
		return fn(r)
	})
}

// AnyRev is the revision of who changes a record as it stands, whichever it is.
const AnyRev = ^uint64(0)

// Change changes a record: it reads it, refuses a revision that is not the one the person
// saw (ErrConflict), lets step decide and do it, and writes it. step is the record's course.
func Change[I ~uint64, T any](t *Tx, k *Kind[I, T], id I, rev uint64, step func(*T) error) (T, error) {
	v, err := k.Get(t, id)
	if err != nil {
		return v, err
	}
	if _, now := k.Of(&v); rev != AnyRev && *now != rev {
		return v, hall.Refuse(hall.ErrConflict)
	}
	if err := step(&v); err != nil {
		return v, err
	}
	return v, k.Put(t, &v)
}
