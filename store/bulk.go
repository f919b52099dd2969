package store

import (
	"context"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/dispute"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// Bulk writes many records in one transaction, for filling a sample hall. It takes records
// as they are, with the dates and states they have; the indexes, the counters and the
// numbering are kept as for every other write. A record is given its number; when the write is
// run again all are put back first as they were handed over.
type Bulk struct {
	t    *book.Tx
	undo *[]func()
}

// Full reports whether the next record belongs into another transaction.
func (b *Bulk) Full() bool { return b.t.Full() }

// Bulk runs fn in one write transaction; some thousands of records each are a good size, but
// no more than until it is Full.
func (s *Store) Bulk(ctx context.Context, fn func(*Bulk) error) error {
	var undo []func()
	_, err := book.Unsigned(ctx, s.book, hall.Actor{}, func(t *book.Tx) (struct{}, error) {
		for len(undo) > 0 {
			undo[len(undo)-1]()
			undo = undo[:len(undo)-1]
		}
		t.Bulk = true
		return struct{}{}, fn(&Bulk{t, &undo})
	})
	return err
}

// remember keeps how a record was handed over.
func remember[T any](b *Bulk, v *T) {
	was := *v
	*b.undo = append(*b.undo, func() { *v = was })
}

// pour writes a record as it was handed over.
func pour[I ~uint64, T any](b *Bulk, k *book.Kind[I, T], v *T) error {
	remember(b, v)
	return k.Put(b.t, v)
}

// Mediator adds an entry to the roster and gives it its number.
func (b *Bulk) Mediator(m *hall.Mediator) error { return pour(b, people.Mediators, m) }

// Person adds a person.
func (b *Bulk) Person(p *hall.Person) error { return pour(b, people.Persons, p) }

// Case adds a case. One that was accepted gets the next number of the year in which it was.
func (b *Bulk) Case(c *hall.Case) error {
	remember(b, c)
	if c.Accepted != 0 {
		s := b.t.Settings()
		c.Year = c.Accepted.Year()
		n, err := b.t.Next("number/" + strconv.Itoa(c.Year))
		if err != nil {
			return err
		}
		c.Seq = int(n)
		c.Number = hall.CaseNumber(s.Number, s.Word, c.Year, c.Seq)
	}
	return dispute.Cases.Put(b.t, c)
}

// Consultation adds a consultation; a walk-in gets its day's next queue number.
func (b *Bulk) Consultation(v *hall.Consultation) error {
	remember(b, v)
	if v.Kind == hall.WalkIn && v.Number == 0 {
		if err := calendar.TakeNumber(b.t, v); err != nil {
			return err
		}
	}
	return calendar.Consultations.Put(b.t, v)
}

// Order adds an order and gives its matter the next code of the year in which it was registered.
func (b *Bulk) Order(o *hall.Order) error {
	remember(b, o)
	var err error
	if o.Code, err = dispute.NewCode(b.t, o.Registered.Year()); err != nil {
		return err
	}
	return dispute.Orders.Put(b.t, o)
}

// SignIn adds somebody on duty.
func (b *Bulk) SignIn(s *hall.SignIn) error { return pour(b, duty.SignIns, s) }

// Pair adds a mentor and whom he teaches.
func (b *Bulk) Pair(p *hall.Pair) error { return pour(b, people.Pairs, p) }

// Org adds an organisation.
func (b *Bulk) Org(o *hall.Org) error { return pour(b, people.Orgs, o) }

// Studio adds a brand studio.
func (b *Bulk) Studio(u *hall.Studio) error { return pour(b, people.Studios, u) }

// Site adds what should have a committee.
func (b *Bulk) Site(s *hall.Site) error { return pour(b, people.Sites, s) }

// Shift adds a planned shift.
func (b *Bulk) Shift(s *hall.Shift) error { return pour(b, duty.Shifts, s) }

// DutyMember adds somebody to a duty team.
func (b *Bulk) DutyMember(m *hall.DutyMember) error { return pour(b, duty.Members, m) }

// Leave adds a leave.
func (b *Bulk) Leave(l *hall.Leave) error { return pour(b, duty.Leaves, l) }

// DutySwap adds a swap that somebody asks for.
func (b *Bulk) DutySwap(s *hall.DutySwap) error { return pour(b, duty.Swaps, s) }

// Log writes a line of the journal.
func (b *Bulk) Log(e hall.Entry) error { return b.t.Log(e) }
