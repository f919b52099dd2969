package dispute

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// FindTimes finds common times for a joint consultation: of its convener and everybody who
// is invited and has not said no, of the rooms, within the opening hours. The names of who
// cannot come stand by their place in the invitations.
func (d *Desk) FindTimes(ctx context.Context, id hall.ConsultationID, from, to hall.Day, minutes int) (hall.Times, error) {
	var out hall.Times
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		f, err := d.visitFile(r, id, hall.Joint)
		if err != nil {
			return err
		}
		v, s := f.Consultation, d.Settings()
		if v.Joint.Convener.Name == "" {
			return hall.Refuse(hall.ErrNoConvener).In("convener")
		}
		now := d.Now()
		today, cal := hall.DayOf(now), d.Calendar()
		q := hall.FindQuery{From: max(from, today), To: to, Length: minutes, Step: findStep, Most: findMost, Daily: findDaily}
		if q.From == today {
			q.NotBefore = hall.MinuteOf(now) + 1
		}
		q.Hours = func(day hall.Day) [][2]int { return cal.On(day).Hours }
		q.Notice = today
		for range s.GuestDays {
			q.Notice = cal.NextOpen(q.Notice + 1)
		}
		out.Who = nil
		for i, one := range v.Joint.All() {
			if one.Answer == hall.CannotGo && v.State == hall.Proposed {
				continue
			}
			a, err := d.attendee(r, one, q, v.ID)
			if err != nil {
				return err
			}
			a.Must, a.Outside = one.Must || i == 0, one.Kind.Outside()
			q.Attendees = append(q.Attendees, a)
			out.Who = append(out.Who, one)
		}
		// Nothing takes place without the parties, as little as without the convener.
		parties := hall.ExpectedOf(f.Case.Parties)
		q.Heads = len(q.Attendees) + len(parties)
		for _, e := range parties {
			if e.Person == 0 || e.Org {
				continue
			}
			same, err := people.OneOf(r, e.Person)
			if err != nil {
				return err
			}
			for _, id := range same {
				busy, err := d.slots(r, calendar.PersonTime(id), q, v.ID)
				if err != nil {
					return err
				}
				q.Attendees[0].Busy = append(q.Attendees[0].Busy, busy...)
			}
		}
		queue, err := calendar.Of(d.Desk).QueueIn(r, today)
		if err != nil {
			return err
		}
		for _, room := range s.AllRooms() {
			busy, err := d.slots(r, calendar.RoomTime(room.Name), q, v.ID)
			if err != nil {
				return err
			}
			if queue.Now(room.Name).Visit != nil { // how long, nobody knows
				busy = append(busy, hall.Slot{Day: today, To: hall.MinuteOf(now) + hall.RoomLead + 1})
			}
			q.Rooms = append(q.Rooms, hall.RoomDiary{Room: room, Busy: busy})
		}
		out.Finding = hall.FindSlots(q)
		return nil
	})
	return out, err
}

// findStep is the grid on which times are looked for, in minutes; findMost is how many are given, and
// findDaily how many of one day.
const (
	findStep  = 30
	findMost  = 10
	findDaily = 2
)

// attendee is somebody's diary in the days looked through.
func (d *Desk) attendee(r book.Reader, i hall.Invitee, q hall.FindQuery, but hall.ConsultationID) (hall.Attendee, error) {
	a := hall.Attendee{Name: i.Name}
	if i.ID == 0 {
		return a, nil
	}
	var who []byte
	switch i.Kind {
	case hall.InviteMediator:
		who = duty.MediatorTime(hall.MediatorID(i.ID))
	case hall.InviteStaff:
		who = duty.StaffTime(hall.StaffID(i.ID))
	case hall.InviteBody:
		who = calendar.BodyTime(hall.BodyID(i.ID))
		b, err := people.Bodies.Get(r, hall.BodyID(i.ID))
		if err != nil {
			return a, err
		}
		a.Times = b.Times
	default:
		return a, nil
	}
	var err error
	if a.Busy, err = d.slots(r, who, q, but); err != nil {
		return a, err
	}
	days, err := duty.DaysOf(r, who, q.From, q.To)
	for _, day := range days {
		a.Busy = append(a.Busy, hall.Slot{Day: day, To: 24 * 60}) // he is needed elsewhere all day
	}
	return a, err
}

func (d *Desk) slots(r book.Reader, who []byte, q hall.FindQuery, but hall.ConsultationID) ([]hall.Slot, error) {
	rows, err := duty.Of(d.Desk).BusyIn(r, who, q.From, q.To)
	var out []hall.Slot
	for _, row := range rows {
		if row.ID != but {
			out = append(out, row.Slot)
		}
	}
	return out, err
}
