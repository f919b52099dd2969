package calendar

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// booking looks at a consultation as it would be booked and names everything that stands
// against it: first what makes no sense of itself, then whose time is taken. It is the one
// place that decides, for what a screen shows before it is saved and for what is saved.
func (d *Desk) booking(r book.Reader, v hall.Consultation, c hall.Case) ([]hall.Clash, error) {
	var out []hall.Clash
	hard := func(err *hall.Error) { out = append(out, hall.Clash{Err: err}) }
	s := d.Settings()
	now := d.Now()
	if err := d.Calendar().Check(v.Slot, hall.DayOf(now), hall.MinuteOf(now)); err != nil {
		hard(err)
	}
	switch {
	case v.Mode == hall.InRoom && !s.HasRoom(v.Room):
		hard(hall.Refuse(hall.ErrUnknownRoom, "room", v.Room).In("room"))
	case v.Mode == hall.ByPhone && !anyPhone(c.Parties):
		hard(hall.Refuse(hall.ErrModePhone).In("mode"))
	case v.Mode == hall.AtHome && v.Place == "":
		hard(hall.Refuse(hall.ErrPlace).In("place"))
	case v.Mode == hall.ByPhone && len(mute(c.Parties)) > 0:
		out = append(out, hall.Clash{Err: hall.Refuse(hall.ErrNoPhone, "names", mute(c.Parties)), Soft: true})
	}
	if !v.Timed() {
		return out, nil
	}
	for _, h := range holders(v) {
		bad, err := d.takenBy(r, h, v)
		if err != nil {
			return nil, err
		}
		if bad != nil {
			out = append(out, hall.Clash{Err: bad, Soft: h.soft})
		}
		if k := h.key[0]; k != 'm' && k != 's' {
			continue
		}
		days, err := duty.DaysOf(r, h.key, v.Slot.Day, v.Slot.Day)
		if err != nil {
			return nil, err
		}
		if len(days) > 0 {
			out = append(out, hall.Clash{Err: hall.Refuse(hall.ErrOnDuty, "name", h.name, "day", v.Slot.Day).In(h.field), Soft: true})
		}
	}
	for _, more := range []func(book.Reader, hall.Consultation) ([]hall.Clash, error){d.inRoom, d.windows, sameDay} {
		soft, err := more(r, v)
		if err != nil {
			return nil, err
		}
		out = append(out, soft...)
	}
	for _, e := range v.Expected {
		n, err := Missed(r, e.Person)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, hall.Clash{Err: hall.Refuse(hall.ErrNoShows, "name", e.Name, "n", n), Soft: true})
		}
	}
	return out, nil
}

// takenBy says that something else takes a holder's time; nil: nothing does.
func (d *Desk) takenBy(r book.Reader, h holder, v hall.Consultation) (*hall.Error, error) {
	busy, err := takenOf(r, h, v, d)
	if err != nil || busy == nil {
		return nil, err
	}
	return hall.Refuse(h.code, "room", h.name, "name", h.name, "from", busy.Slot.From, "to", busy.Slot.To).In(h.field), nil
}

// givenAway says to whom the time of an appointment was given while it was over; nil: it has it still.
func (d *Desk) givenAway(r book.Reader, v hall.Consultation) (*hall.Error, error) {
	for _, h := range holders(v) {
		if h.soft {
			continue
		}
		if bad, err := d.takenBy(r, h, v); err != nil || bad != nil {
			return bad, err
		}
	}
	return nil, nil
}

// resume has who is here go on with an appointment that was over. Its time may be another's by now: then
// he waits as others do, for whichever room is free.
func (d *Desk) resume(r book.Reader, v *hall.Consultation) error {
	v.Given = false
	bad, err := d.givenAway(r, *v)
	if bad != nil {
		v.Given, v.Room = true, ""
	}
	return err
}

// windows names the bodies invited that have said they cannot come at that time of the week.
func (d *Desk) windows(r book.Reader, v hall.Consultation) ([]hall.Clash, error) {
	if v.Joint == nil {
		return nil, nil
	}
	var out []hall.Clash
	for _, i := range v.Joint.Invited {
		if i.Kind != hall.InviteBody || i.Answer == hall.CannotGo {
			continue
		}
		b, err := people.Bodies.Get(r, hall.BodyID(i.ID))
		if err != nil {
			return nil, err
		}
		fits := func(w hall.Window) bool {
			return w.Weekday == v.Slot.Day.Weekday() && w.From <= v.Slot.From && v.Slot.To <= w.To
		}
		if len(b.Times) > 0 && !slices.ContainsFunc(b.Times, fits) {
			out = append(out, hall.Clash{Err: hall.Refuse(hall.ErrBodyTimes, "name", b.Name), Soft: true})
		}
	}
	return out, nil
}

// sameDay names what the same case has on that day already, at another hour: it may be meant.
func sameDay(r book.Reader, v hall.Consultation) ([]hall.Clash, error) {
	if v.Case == 0 {
		return nil, nil
	}
	all, err := ConsultationsOn(r, v.Case)
	var out []hall.Clash
	for _, c := range all {
		if c.ID != v.ID && c.Timed() && c.Slot.Day == v.Slot.Day && !c.Slot.Overlaps(v.Slot) && c.State != hall.GoneAway && c.State != hall.NoShow {
			out = append(out, hall.Clash{Err: hall.Refuse(hall.ErrSameDay, "from", c.Slot.From), Soft: true})
		}
	}
	return out, err
}

// mostMissed bounds how many appointments that somebody did not come to are counted.
const mostMissed = 9

// Missed counts the appointments somebody did not come to (爽约).
func Missed(r book.Reader, who hall.PersonID) (int, error) {
	if who == 0 {
		return 0, nil
	}
	ids, err := people.OneOf(r, who)
	n := 0
	for _, id := range ids {
		span := kv.Prefix(book.Key().ID(uint64(id)))
		span.Limit = mostMissed
		for _, err := range r.Range(byMissed.Table, span) {
			if err != nil {
				return 0, err
			}
			n++
		}
	}
	return n, err
}

// plan makes a consultation as a booking asks for it; mediators are looked up.
func plan(t *book.Tx, v *hall.Consultation, b hall.Booking) error {
	v.Slot, v.Day, v.Mode, v.Room, v.Place, v.Mediators = b.Slot, b.Slot.Day, b.Mode, b.Room, b.Place, nil
	if b.Mode != hall.InRoom {
		v.Room = ""
	}
	if b.Mode != hall.AtHome {
		v.Place = ""
	}
	for _, id := range b.Mediators {
		m, err := people.Mediators.Get(t, id)
		if err != nil {
			return err
		}
		if !m.Assignable() {
			return hall.Refuse(hall.ErrNotAssignable, "name", m.Name).In("mediator")
		}
		v.Mediators = append(v.Mediators, hall.MediatorRef{ID: m.ID, Name: m.Name})
	}
	return nil
}

// BookAs plans a consultation and refuses what stands against it. The check and the record
// are one transaction, so that two desks can never book the same.
func BookAs(t *book.Tx, v *hall.Consultation, c hall.Case, b hall.Booking) error {
	if err := plan(t, v, b); err != nil {
		return err
	}
	return Bookable(t, *v, c)
}

// Bookable refuses a consultation against which something stands.
func Bookable(t *book.Tx, v hall.Consultation, c hall.Case) error {
	clashes, err := Of(t.Desk()).booking(t, v, c)
	if err != nil {
		return err
	}
	if e := hall.Hard(clashes); e != nil {
		return e
	}
	return nil
}

// Clashes names what stands against a booking, before it is saved: of an existing
// consultation, or, with id 0, of a new appointment on a case.
func (d *Desk) Clashes(ctx context.Context, id hall.ConsultationID, on hall.CaseID, b hall.Booking) ([]hall.Clash, error) {
	var out []hall.Clash
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		v := hall.Consultation{Kind: hall.Appointment, Case: on}
		var c hall.Case
		var err error
		if id != 0 {
			if v, err = Consultations.Get(r, id); err != nil {
				return err
			}
		}
		if v.Case != 0 {
			if c, err = duty.CaseAt(r, v.Case); err != nil {
				return err
			}
			v.Expected = hall.ExpectedOf(c.Parties)
		}
		v.Slot, v.Mode, v.Room, v.Place, v.Held, v.Mediators = b.Slot, b.Mode, b.Room, b.Place, nil, nil
		for _, m := range b.Mediators {
			who, err := people.Mediators.Get(r, m)
			if err != nil {
				return err
			}
			v.Mediators = append(v.Mediators, hall.MediatorRef{ID: who.ID, Name: who.Name})
		}
		if v.State == hall.Proposed {
			v.State = hall.Waiting
		}
		out, err = d.booking(r, v, c)
		return err
	})
	return out, err
}

// Busy lists what takes a room's or a mediator's time from one day to another.
func (d *Desk) Busy(ctx context.Context, room string, mediator hall.MediatorID, from, to hall.Day) ([]hall.VisitRow, error) {
	who := duty.MediatorTime(mediator)
	if room != "" {
		who = RoomTime(room)
	}
	var out []hall.VisitRow
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		out, err = duty.Of(d.Desk).BusyIn(r, who, from, to)
		return err
	})
	return out, err
}
