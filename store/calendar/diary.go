package calendar

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
)

// SlotFile reads one appointment with its case's number and whose absence is on record; of a
// confidential one that is not the reader's only what is seen in the hall.
func (d *Desk) SlotFile(ctx context.Context, id hall.ConsultationID) (hall.SlotFile, error) {
	var f hall.SlotFile
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		f = hall.SlotFile{}
		v, err := Consultations.Get(r, id)
		if err != nil {
			return err
		}
		may, err := d.MaySeeVisit(r, v)
		if err != nil {
			return err
		}
		if !may {
			f.Consultation, f.Hidden = v.Veiled(), true
			return nil
		}
		f.Consultation, f.Parties = v, v.Expected
		if v.Case != 0 {
			c, err := duty.CaseAt(r, v.Case)
			if err != nil {
				return err
			}
			f.Number, f.State = c.Number, c.State
			if len(f.Parties) == 0 {
				f.Parties = hall.ExpectedOf(c.Parties)
			}
			for _, e := range v.Expected {
				phone := ""
				if p := partyOf(c, e); p != nil {
					phone = p.Phone()
				}
				f.Phones = append(f.Phones, phone)
			}
		}
		for _, e := range f.Parties {
			n, err := Missed(r, e.Person)
			if err != nil {
				return err
			}
			if v.MissedFirst(e) {
				n-- // it is this one, not before
			}
			if n > 0 {
				f.NoShows = append(f.NoShows, hall.Missed{Name: e.Name, N: n})
			}
		}
		return nil
	})
	return f, err
}

// Diary lists what takes place in a room, or with a mediator, cancelled or not: what says
// so, and what holds the time, as a joint consultation does of whom it invites. The numbers
// of the cases are filled in; what became confidential after it was booked is marked so.
func (d *Desk) Diary(ctx context.Context, room string, mediator hall.MediatorID, from, to hall.Day) ([]hall.VisitRow, error) {
	all, err := d.Appointments(ctx, from, to)
	if err != nil {
		return nil, err
	}
	busy, err := d.Busy(ctx, room, mediator, from, to)
	if err != nil {
		return nil, err
	}
	belongs := func(v hall.VisitRow) bool {
		if room != "" {
			return v.Mode == hall.InRoom && v.Room == room
		}
		return slices.ContainsFunc(v.Mediators, func(m hall.MediatorRef) bool { return m.ID == mediator })
	}
	all = slices.DeleteFunc(all, func(v hall.VisitRow) bool {
		return !belongs(v) && !slices.ContainsFunc(busy, func(b hall.VisitRow) bool { return b.ID == v.ID })
	})
	return d.Outward(ctx, all)
}

// Outward makes rows ready to leave the hall: with the numbers of the cases, and marked as
// confidential where the case is by now.
func (d *Desk) Outward(ctx context.Context, rows []hall.VisitRow) ([]hall.VisitRow, error) {
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		seen := map[hall.CaseID]hall.Case{}
		for i, row := range rows {
			if row.Case == 0 {
				continue
			}
			c, ok := seen[row.Case]
			if !ok {
				var err error
				if c, err = duty.CaseAt(r, row.Case); err != nil {
					return err
				}
				seen[row.Case] = c
			}
			rows[i].Confidential = row.Confidential || c.Confidential
			if d.Actor.MaySee(c) {
				rows[i].CaseNumber = c.Number
			}
		}
		return nil
	})
	return rows, err
}
