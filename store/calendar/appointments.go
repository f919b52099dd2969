package calendar

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// OutcomeArg is an outcome as the journal keeps it.
func OutcomeArg(o hall.Outcome) string { return strconv.Itoa(int(o)) }

// BookOn makes an appointment on a case, as an intake or a visit ended in it.
func BookOn(t *book.Tx, c *hall.Case, in hall.Intake, end hall.Ending) (hall.ConsultationID, error) {
	b := hall.Booking{Slot: end.Slot, Mode: end.Mode, Room: end.Room, Place: end.Place}
	if b.Place == "" {
		b.Place = homeOf(*c)
	}
	if end.Mediator != 0 {
		b.Mediators = []hall.MediatorID{end.Mediator}
	}
	v := VisitOf(in, hall.Appointment, t)
	v.Case, v.Expected = c.ID, hall.ExpectedOf(c.Parties)
	if err := BookAs(t, &v, *c, b); err != nil {
		return 0, err
	}
	err := Consultations.Put(t, &v)
	return v.ID, err
}

// takenOf is what takes a holder's time already: of a room that is being renamed, under either
// name. Nil when it is free.
func takenOf(r book.Reader, h holder, v hall.Consultation, d *Desk) (*hall.VisitRow, error) {
	keys := []book.Path{h.key}
	var err error
	switch h.code {
	case hall.ErrRoomBusy:
		keys, err = roomTimes(r, h.name)
	case hall.ErrPartyBusy, hall.ErrOrgBusy:
		keys, err = partyTimes(r, h.key)
	}
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if busy, err := taken(r, k, v, d); err != nil || busy != nil {
			return busy, err
		}
	}
	return nil, nil
}

// taken is what a time overlaps of somebody's or of a room's; nil when it is free.
func taken(r book.Reader, who []byte, v hall.Consultation, d *Desk) (*hall.VisitRow, error) {
	rows, err := duty.Of(d.Desk).BusyIn(r, who, v.Slot.Day, v.Slot.Day)
	for i, other := range rows {
		if other.ID != v.ID && other.Slot.Overlaps(v.Slot) {
			return &rows[i], err
		}
	}
	return nil, err
}

// homeOf is where a visit at home leads when nothing else is said: the first applicant's
// address, or village.
func homeOf(c hall.Case) string {
	for _, p := range c.Of(hall.Applicant) {
		return cmp.Or(p.Details.Address, p.Details.Village)
	}
	return ""
}

func anyPhone(parties []hall.Party) bool {
	return slices.ContainsFunc(parties, func(p hall.Party) bool { return p.Details.Phone != "" })
}

// mute are those who are expected and cannot be rung up.
func mute(parties []hall.Party) []string {
	var out []string
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		of := slices.DeleteFunc(slices.Clone(parties), func(p hall.Party) bool { return p.Side != side })
		for _, p := range hall.Speakers(of) {
			if p.Details.Phone == "" {
				out = append(out, p.Details.Name)
			}
		}
	}
	return out
}

// Appointments lists what has hours, from one day to another, both included, by time:
// appointments, joint consultations, follow-ups that were given an hour.
func (d *Desk) Appointments(ctx context.Context, from, to hall.Day) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		out = nil
		for day := from; day <= to; day++ {
			rows, err := duty.Of(d.Desk).DayIn(r, day, 'a')
			if err != nil {
				return err
			}
			out = append(out, rows...)
		}
		return d.takingPart(r, out)
	})
	return out, err
}

// takingPart names the mediators who take part in joint consultations: their rows hold none.
func (d *Desk) takingPart(r book.Reader, rows []hall.VisitRow) error {
	for i := range rows {
		if rows[i].Kind != hall.Joint {
			continue
		}
		v, err := Consultations.Get(r, rows[i].ID)
		if err != nil {
			return err
		}
		if v.Joint != nil {
			rows[i].Mediators = v.Joint.Mediators()
		}
	}
	return nil
}

// Book makes an appointment on a case. The draft (0: none) is removed with it.
func (d *Desk) Book(ctx context.Context, on hall.CaseID, draft hall.DraftID, b hall.Booking) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Consultation, _ error) {
		c, err := PlanOn(t, on, hall.OpBook)
		if err != nil {
			return out, err
		}
		v := VisitOf(IntakeOf(c), hall.Appointment, t)
		v.Case, v.Expected = c.ID, hall.ExpectedOf(c.Parties)
		if err := BookAs(t, &v, c, b); err != nil {
			return out, err
		}
		if err := Consultations.Put(t, &v); err != nil {
			return out, err
		}
		out = v
		if err := LogVisit(t, hall.DeedBook, v, SlotArgs(v)...); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// PlanOn reads a case on which something is to be planned, with what is there of that already.
func PlanOn(t *book.Tx, id hall.CaseID, op hall.Op) (hall.Case, error) {
	c, err := duty.CaseAt(t, id)
	if err != nil {
		return c, err
	}
	f := hall.CaseFile{Case: c}
	if f.Consultations, err = ConsultationsOn(t, id); err != nil {
		return c, err
	}
	if bad := hall.Why(hall.PlanCourse(), f, op, t.Actor, t.Now); bad != nil {
		return c, bad
	}
	return c, nil
}

// ConsultationsOn are those of a case, of every kind.
func ConsultationsOn(r book.Reader, id hall.CaseID) ([]hall.Consultation, error) {
	var out []hall.Consultation
	for p, err := range r.Range(ByCase.Table, kv.Prefix(book.Key().ID(uint64(id)))) {
		if err != nil {
			return nil, err
		}
		v, err := Consultations.Get(r, hall.ConsultationID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// IntakeOf is what a case shares with an intake, for the consultations that come of it.
func IntakeOf(c hall.Case) hall.Intake {
	return hall.Intake{Parties: c.Parties, Matter: hall.Matter{Type: c.Type, Subject: c.Subject, Confidential: c.Confidential}}
}

// SlotArgs are a time and a room as the journal keeps them.
func SlotArgs(v hall.Consultation) []string {
	return []string{"day", v.Slot.Day.String(), "from", strconv.Itoa(v.Slot.From), "to", strconv.Itoa(v.Slot.To), "room", v.Room}
}

// Rebook moves or stretches an appointment, or gives it another room, mode or mediator. The
// reason and what it was before stay with it; it must be confirmed anew.
func (d *Desk) Rebook(ctx context.Context, id hall.ConsultationID, rev uint64, b hall.Booking, why string) (hall.Consultation, error) {
	return d.ChangeVisit(ctx, id, rev, hall.OpMove, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		c, err := CaseOf(t, v.Case)
		if err != nil {
			return nil, err
		}
		m := hall.Move{At: t.Now, By: t.Actor.Name, From: v.Slot, Was: v.Room, Reason: why, Missed: missedOf(*v)}
		as := b
		if v.Kind == hall.Joint {
			as.Mediators = nil // who takes part is the invitations' matter
		}
		same := hall.BookingOf(*v).SameAs(as)
		if v.Expect(c.Parties, same); v.Joint != nil && !same {
			v.Joint.Lapse()
			v.Joint.LapseConsents(as.Slot.Day)
		}
		if err := BookAs(t, v, c, as); err != nil {
			return nil, err
		}
		m.To, m.Now = v.Slot, v.Room
		v.Moves, v.Confirmed, v.ConfirmedBy = append(v.Moves, m), time.Time{}, ""
		return append(SlotArgs(*v), "reason", why, "was", m.From.Day.String(), "wasfrom", strconv.Itoa(m.From.From)), nil
	})
}

// CaseOf reads the case of a consultation; a blank one when it has none.
func CaseOf(t *book.Tx, id hall.CaseID) (hall.Case, error) {
	if id == 0 {
		return hall.Case{}, nil
	}
	return duty.CaseAt(t, id)
}

// CancelAppointment takes an appointment, a joint consultation or a follow-up back, with a
// reason: its time is free again.
func (d *Desk) CancelAppointment(ctx context.Context, id hall.ConsultationID, why string) error {
	_, err := d.ChangeVisit(ctx, id, 0, hall.OpCancel, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		v.CallOff(why)
		if err := NotAgain(t, *v); err != nil {
			return nil, err
		}
		if v.Kind == hall.FollowUp {
			return []string{"reason", why, "day", v.Day.String()}, nil
		}
		return []string{"reason", why}, nil
	})
	return err
}

// NotAgain has the meeting before stand for a joint consultation again whose further meeting is called off.
func NotAgain(t *book.Tx, v hall.Consultation) error {
	if v.Joint == nil || v.Joint.Before == 0 {
		return nil
	}
	_, err := book.Change(t, Consultations, v.Joint.Before, book.AnyRev, func(before *hall.Consultation) error {
		*before = Cloned(*before)
		before.Joint.Next = 0
		return nil
	})
	return err
}

// VisitOf makes the consultation that an intake begins.
func VisitOf(in hall.Intake, k hall.Kind, t *book.Tx) hall.Consultation {
	v := hall.Consultation{Kind: k, Day: t.Today(), By: t.Actor.Name}
	v.About(in)
	return v
}
