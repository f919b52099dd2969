package store

import (
	"context"
	"strconv"

	"sizhen/store/hall"
)

// Bulk writes many records in one transaction, for filling a sample hall. It takes records
// as they are, with the dates and states they have; the indexes, the counters and the
// numbering are kept as for every other write.
type Bulk struct{ t *tx }

// Bulk runs fn in one write transaction; some thousands of records each are a good size.
func (s *Store) Bulk(ctx context.Context, fn func(*Bulk) error) error {
	return s.write(ctx, hall.Actor{}, func(t *tx) error {
		t.bulk = true
		return fn(&Bulk{t})
	})
}

// Mediator adds an entry to the roster and gives it its number.
func (b *Bulk) Mediator(m *hall.Mediator) error { return put(b.t, &mediatorKind, m) }

// Person adds a person.
func (b *Bulk) Person(p *hall.Person) error { return put(b.t, &personKind, p) }

// Case adds a case. One that was accepted gets the next number of the year in which it was.
func (b *Bulk) Case(c *hall.Case) error {
	if c.Accepted != 0 {
		s := b.t.st.Settings()
		c.Year = c.Accepted.Year()
		n, err := b.t.next("number/" + strconv.Itoa(c.Year))
		if err != nil {
			return err
		}
		c.Seq = int(n)
		c.Number = hall.CaseNumber(s.Number, s.Word, c.Year, c.Seq)
	}
	return put(b.t, &caseKind, c)
}

// Consultation adds a consultation; a walk-in gets its day's next queue number.
func (b *Bulk) Consultation(v *hall.Consultation) error {
	if v.Kind == hall.WalkIn && v.Number == 0 {
		if err := b.t.takeNumber(v); err != nil {
			return err
		}
	}
	return put(b.t, &consultKind, v)
}

// Shift adds somebody on duty.
func (b *Bulk) Shift(s *hall.Shift) error { return put(b.t, &shiftKind, s) }

// Pair adds a mentor and whom he teaches.
func (b *Bulk) Pair(p *hall.Pair) error { return put(b.t, &pairKind, p) }

// Org adds an organisation.
func (b *Bulk) Org(o *hall.Org) error { return put(b.t, &orgKind, o) }

// Studio adds a brand studio.
func (b *Bulk) Studio(u *hall.Studio) error { return put(b.t, &studioKind, u) }

// Site adds what should have a committee.
func (b *Bulk) Site(s *hall.Site) error { return put(b.t, &siteKind, s) }

// DutyShift adds a planned shift.
func (b *Bulk) DutyShift(s *hall.DutyShift) error { return put(b.t, &dutyKind, s) }

// DutyMember adds somebody to a duty team.
func (b *Bulk) DutyMember(m *hall.DutyMember) error { return put(b.t, &crewKind, m) }

// Leave adds a leave.
func (b *Bulk) Leave(l *hall.Leave) error { return put(b.t, &leaveKind, l) }

// DutySwap adds a swap that somebody asks for.
func (b *Bulk) DutySwap(s *hall.DutySwap) error { return put(b.t, &swapKind, s) }

// Log writes a line of the journal.
func (b *Bulk) Log(e hall.Entry) error { return b.t.log(e) }
