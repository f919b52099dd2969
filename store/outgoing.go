package store

import (
	"context"
	"math"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/staff"
)

// EachCase hands every case registered from one day to another to fn, for those who may read
// cases; 0 leaves an end open. Documents, telephones and addresses are masked. A confidential
// case that the desk does not read comes without names and words.
func (d *Desk) EachCase(ctx context.Context, from, to hall.Day, fn func(hall.Case) error) error {
	if err := d.at.Read(ctx, hall.MayRead, func(book.Reader) error { return nil }); err != nil {
		return err
	}
	return d.st.EachCase(ctx, from, to, func(c hall.Case) error {
		return fn(c.Outward(d.at.Actor.MaySee(c)))
	})
}

// AllDue lists what is overdue or falls due up to a day, the oldest first, as the board does
// but to its end.
func (d *Desk) AllDue(ctx context.Context, by hall.Day) ([]hall.DueRow, error) {
	var out []hall.DueRow
	err := d.at.Look(ctx, func(r book.Reader) (err error) {
		out, _, err = d.dueRows(r, dueBounds{end: by + 1, peopleEnd: by + 1, most: math.MaxInt, mostPeople: math.MaxInt})
		return err
	})
	return out, err
}

// Exported writes into the journal that a list with personal data leaves the hall, before it does, and
// whether what is confidential goes with it.
func (d *Desk) Exported(ctx context.Context, list, format string, from, to hall.Day, confidential bool) error {
	args := map[string]string{"list": list, "format": format, "day": from.String(), "last": to.String()}
	if confidential {
		if err := d.at.Actor.RequireClosed(); err != nil {
			return err
		}
		args["confidential"] = "yes"
	}
	_, err := book.Unsigned(ctx, d.st.book, d.at.Actor, func(t *book.Tx) (struct{}, error) {
		if err := staff.Admit(t, d.at.Actor); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, t.Log(hall.Entry{Deed: hall.DeedExport, Args: args})
	})
	return err
}

// Origin says what a store was made for.
type Origin uint8

// What a store can be.
const (
	Fresh  Origin = iota // set up, and nothing was entered yet
	Sample               // the first that was entered is made up
	Real                 // a hall's own
)

// Origin tells a sample from a hall's own records by the first deed after it was set up.
func (s *Store) Origin(ctx context.Context) (Origin, error) {
	origin := Fresh
	err := s.read(ctx, func(r book.Reader) error {
		for e, err := range book.Rows[hall.Entry](r, kv.Table(hall.OfEntry), kv.Span{}) {
			if err != nil {
				return err
			}
			switch e.Deed {
			case hall.DeedSetUp, hall.DeedSignIn, hall.DeedSignInWrong, hall.DeedExport, hall.DeedUpgrade, hall.DeedClock, hall.DeedSecretWrong,
				hall.DeedSeal:
				continue
			case hall.DeedSeed, hall.DeedFill:
				origin = Sample
			default:
				origin = Real
			}
			return nil
		}
		return nil
	})
	return origin, err
}
