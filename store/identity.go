package store

import (
	"context"
	"crypto/rand"
	"strings"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
)

// newID is unlike that of every other store.
func newID() string { return strings.ToLower(rand.Text()) }

// identify gives a store that an older program made its identity, with what has another name already.
func (s *Store) identify(ctx context.Context) (hall.Identity, error) {
	id := newID()
	return book.Unsigned(ctx, s.book, hall.Actor{}, func(t *book.Tx) (hall.Identity, error) {
		visit, err := calendar.Consultations.Latest(t)
		if err != nil {
			return hall.Identity{}, err
		}
		shift, err := duty.Shifts.Latest(t)
		if err != nil {
			return hall.Identity{}, err
		}
		return t.Identify(program, hall.Identity{ID: id, Visits: visit, Shifts: shift})
	})
}

// Identity tells the store from every other one.
func (s *Store) Identity() hall.Identity { return s.identity }

// Identity tells the store from every other one.
func (d *Desk) Identity() hall.Identity { return d.st.identity }
