package dispute

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
)

// Come gives a party who comes about a case that is there a number in today's queue; nothing of what is
// on file is asked again. party is the place among the case's parties, from 0. ErrVisitHere: somebody
// of the case waits already.
func (d *Desk) Come(ctx context.Context, id hall.CaseID, party int) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.IntakeResult, _ error) {
		c, err := Cases.Get(t, id)
		if err != nil {
			return out, err
		}
		if party < 0 || party >= len(c.Parties) {
			return out, hall.Refuse(hall.ErrConflict)
		}
		today, err := calendar.ConsultationsOn(t, id)
		if err != nil {
			return out, err
		}
		if bad := hall.Why(hall.ComeCourse(), hall.Coming{Case: c, Today: today}, hall.OpCome, t.Actor, t.Now); bad != nil {
			return out, bad
		}
		v := calendar.VisitOf(calendar.IntakeOf(c), hall.WalkIn, t)
		v.ComeAbout(c, c.Parties[party], t.Now)
		v.Urgent, v.UrgentWhy = c.Urgent, c.UrgentWhy
		if out, err = queueUp(t, &v); err != nil {
			return out, err
		}
		return out, calendar.LogVisit(t, hall.DeedCome, v)
	})
}
