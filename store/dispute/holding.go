package dispute

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/staff"
)

// holdingAhead is how far bookings are looked for.
const holdingAhead = 366

// Holds counts what is still somebody's who has an account: what others have to take over when it is
// switched off.
func (d *Desk) Holds(ctx context.Context, id hall.StaffID) (hall.Holding, error) {
	var out hall.Holding
	err := d.Read(ctx, hall.MayManage, func(r book.Reader) error {
		out = hall.Holding{}
		s, err := staff.Accounts.Get(r, id)
		if err != nil {
			return err
		}
		today, time := hall.DayOf(d.Now()), duty.StaffTime(id)
		days, err := duty.ShiftDaysOf(r, hall.Mediator{ID: s.Mediator, Staff: id}, today)
		if err != nil {
			return err
		}
		if s.Mediator != 0 {
			if out.Cases, err = byList.Sum(r, listGroup('l', uint64(s.Mediator))); err != nil {
				return err
			}
			time = duty.MediatorTime(s.Mediator)
		}
		booked, err := duty.Of(d.Desk).BusyIn(r, time, today, today+holdingAhead)
		out.Shifts, out.Booked = len(days), len(booked)
		return err
	})
	return out, err
}
