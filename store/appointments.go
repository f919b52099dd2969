package store

import (
	"context"
	"strconv"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

func outcomeArg(o hall.Outcome) string { return strconv.Itoa(int(o)) }

// book makes an appointment on a case. A room or a mediator that is taken is refused here,
// inside the transaction, so that two desks can never book the same.
func (t *tx) book(c *hall.Case, in hall.Intake, end hall.Ending) (hall.ConsultationID, error) {
	v := visitOf(in, hall.Appointment, t)
	v.Case, v.Slot, v.Mode, v.Day = c.ID, end.Slot, end.Mode, end.Slot.Day
	if end.Mode == hall.InRoom {
		v.Room = end.Room
	}
	if end.Mode == hall.ByPhone && !anyPhone(c.Parties) {
		return 0, hall.Refuse(hall.ErrModePhone).In("mode")
	}
	if end.Slot.Day == t.today() && end.Slot.Day.At(end.Slot.From, t.st.zone()).Before(t.now) {
		return 0, hall.Refuse(hall.ErrSlotPast).In("time")
	}
	if end.Mediator != 0 {
		m, err := get(t, &mediatorKind, uint64(end.Mediator), t.st.zone())
		if err != nil {
			return 0, err
		}
		if !m.Assignable() {
			return 0, hall.Refuse(hall.ErrNotAssignable, "name", m.Name).In("mediator")
		}
		v.Mediators = []hall.MediatorRef{{ID: m.ID, Name: m.Name}}
		if err := t.free(busyMediator(m.ID), v, hall.ErrMediatorBusy, m.Name, "mediator"); err != nil {
			return 0, err
		}
	}
	if v.Room != "" {
		if err := t.free(busyRoom(v.Room), v, hall.ErrRoomBusy, v.Room, "time"); err != nil {
			return 0, err
		}
	}
	err := put(t, &consultKind, &v)
	return v.ID, err
}

// free refuses a slot that overlaps another of the same room or mediator.
func (t *tx) free(who []byte, v hall.Consultation, code hall.Code, name, field string) error {
	for p, err := range t.Range(tBusy, kv.Prefix(key(who, v.Slot.Day))) {
		if err != nil {
			return err
		}
		var other hall.VisitRow
		if err := decode(p.Value, &other, t.st.zone()); err != nil {
			return err
		}
		if other.ID != v.ID && other.Slot.Overlaps(v.Slot) {
			return hall.Refuse(code, "room", name, "name", name, "from", other.Slot.From, "to", other.Slot.To).In(field)
		}
	}
	return nil
}

func anyPhone(parties []hall.Party) bool {
	for _, p := range parties {
		if p.Details.Phone != "" {
			return true
		}
	}
	return false
}

// Appointments lists the appointments from one day to another, both included, by time.
func (d *Desk) Appointments(ctx context.Context, from, to hall.Day) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	err := d.read(ctx, hall.MayQueue, func(r kv.Reader) error {
		for day := from; day <= to; day++ {
			rows, err := dayRows(r, day, 'a', d.st.zone())
			if err != nil {
				return err
			}
			out = append(out, rows...)
		}
		return nil
	})
	return out, err
}

// Arrive puts a booked visitor at the front of today's queue.
func (d *Desk) Arrive(ctx context.Context, id hall.ConsultationID) (hall.IntakeResult, error) {
	var out hall.IntakeResult
	err := d.write(ctx, hall.MayQueue, func(t *tx) error {
		v, err := get(t, &consultKind, uint64(id), t.st.zone())
		if err != nil {
			return err
		}
		if v.Kind != hall.Appointment || v.State != hall.Waiting || v.Number != 0 {
			return hall.Refuse(hall.ErrVisitState, "state", v.State)
		}
		v.Day, v.Arrived = t.today(), t.now
		if err := t.takeNumber(&v); err != nil {
			return err
		}
		if err := put(t, &consultKind, &v); err != nil {
			return err
		}
		out = hall.IntakeResult{Case: v.Case, Consultation: v.ID, Queue: v.Number}
		if out.Ahead, err = t.ahead(v); err != nil {
			return err
		}
		return t.logVisit(hall.DeedArrive, v)
	})
	return out, err
}

// NoShow records that a booked visitor did not come (爽约).
func (d *Desk) NoShow(ctx context.Context, id hall.ConsultationID) error {
	return d.move(ctx, id, hall.NoShow, hall.DeedNoShow, func(t *tx, v *hall.Consultation) ([]string, error) {
		if v.Slot.Day.At(v.Slot.From, t.st.zone()).After(t.now) {
			return nil, hall.Refuse(hall.ErrDayFuture)
		}
		return nil, nil
	})
}

// CancelAppointment takes a slot back, with a reason.
func (d *Desk) CancelAppointment(ctx context.Context, id hall.ConsultationID, why string) error {
	return d.move(ctx, id, hall.GoneAway, hall.DeedCancel, func(_ *tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		v.Reason = why
		return []string{"reason", why}, nil
	})
}
