package store

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Glance is what anybody may see of today, also whoever stands before a locked screen: how
// much there is, and no names.
func (s *Store) Glance(ctx context.Context) (hall.Glance, error) {
	var g hall.Glance
	nobody := s.Desk(hall.Actor{})
	err := s.read(ctx, func(r book.Reader) error {
		now := s.Now()
		today, minute := hall.DayOf(now), hall.MinuteOf(now)
		g = hall.Glance{}
		q, err := nobody.QueueIn(r, today)
		if err != nil {
			return err
		}
		g.Waiting = len(q.Waiting)
		rows, err := nobody.DayIn(r, today, 'a')
		if err != nil {
			return err
		}
		for _, v := range rows {
			switch {
			case v.State != hall.Waiting || v.Number != 0 || v.Slot.From < minute:
			case v.Kind == hall.Joint:
				g.Joints++
			case v.Kind == hall.Appointment:
				g.Booked++
			}
			if v.State == hall.Waiting && v.Number == 0 && v.Slot.From >= minute && (g.Next == 0 || v.Slot.From < g.Next) {
				g.Next = v.Slot.From
			}
		}
		follow := book.Key().Byte(byte(hall.FollowUp)).Byte(calendar.StageOpen)
		due, err := nobody.DueIn(r, kv.Span{From: follow, To: follow.Day(today + 1)}, 1)
		if err != nil {
			return err
		}
		g.Visits = due.Total
		shifts, err := duty.SignInsOn(r, today)
		for _, one := range shifts {
			if one.Out.IsZero() {
				g.OnDuty++
			}
		}
		return err
	})
	return g, err
}
