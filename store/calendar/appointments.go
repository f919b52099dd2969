package calendar

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
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

// ChangeVisit reads a consultation, checks that it is the one the person saw and that its course
// has the operation, lets fn change it, and writes it with a line of the journal.
func (d *Desk) ChangeVisit(ctx context.Context, id hall.ConsultationID, rev uint64, op hall.Op,
	fn func(*book.Tx, *hall.Consultation) ([]string, error)) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.Consultation, error) { return attend(t, id, rev, op, fn) })
}

// attend is change inside a write; rev 0: whichever revision.
func attend(t *book.Tx, id hall.ConsultationID, rev uint64, op hall.Op, fn func(*book.Tx, *hall.Consultation) ([]string, error)) (hall.Consultation, error) {
	if rev == 0 {
		rev = book.AnyRev
	}
	var step Step
	var pairs []string
	v, err := book.Change(t, Consultations, id, rev, func(v *hall.Consultation) (err error) {
		if step, err = StepOn(t, *v, op); err != nil {
			return err
		}
		*v = Cloned(*v)
		if pairs, err = fn(t, v); err == nil {
			step.Done(t, v)
		}
		return err
	})
	if err != nil {
		return v, err
	}
	return v, LogVisit(t, step.Deed, v, pairs...)
}

// Step is an operation on a consultation that its course has: what the journal calls it, and what
// stood before it.
type Step struct {
	Deed hall.Deed
	op   hall.Op
	back bool // it can be taken back
	was  hall.Before
}

// StepOn begins an operation on a consultation, or says why its course has none now.
func StepOn(t *book.Tx, v hall.Consultation, op hall.Op) (Step, error) {
	may, err := Of(t.Desk()).MaySeeVisit(t, v)
	if err != nil {
		return Step{}, err
	}
	deed, back, bad := hall.VisitStep(hall.JointFile{Consultation: v}, !may, op, t.Actor, t.Now)
	if bad != nil {
		return Step{}, bad
	}
	return Step{deed, op, back == hall.OpUndo, v.Before()}, nil
}

// Done remembers what stood before the step, for as long as it can be taken back. After one that
// cannot, there is nothing to take back.
func (s Step) Done(t *book.Tx, v *hall.Consultation) {
	if v.Last = nil; s.back {
		v.Stepped(s.op, s.was, t.Actor.Name, t.Now)
	}
}

// Cloned is a consultation whose lists may be changed.
func Cloned(v hall.Consultation) hall.Consultation {
	v.Notices, v.Moves, v.Expected = slices.Clone(v.Notices), slices.Clone(v.Moves), slices.Clone(v.Expected)
	if v.Joint != nil {
		j := *v.Joint
		j.Consents, j.Invited = slices.Clone(j.Consents), slices.Clone(j.Invited)
		v.Joint = &j
	}
	if v.Intake != nil {
		in := *v.Intake
		v.Intake = &in
	}
	if v.Visit != nil {
		f := *v.Visit
		v.Visit = &f
	}
	return v
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
		v.Expect(c.Parties, hall.BookingOf(*v).SameAs(as))
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

// missedOf are those who did not come to the time as it stands.
func missedOf(v hall.Consultation) []hall.Expected {
	return slices.DeleteFunc(slices.Clone(v.Expected), func(e hall.Expected) bool { return !e.Missed })
}

// Notify records that parties were told of an appointment, or of what became of it: how, and whether
// they were reached. who are their places among those who are expected; none: all of them. rev must
// be the one read; 0: whichever.
func (d *Desk) Notify(ctx context.Context, id hall.ConsultationID, rev uint64, n hall.Notice, who ...int) (hall.Consultation, error) {
	return d.ChangeVisit(ctx, id, rev, hall.OpNotify, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if bad := v.Tell(n, who...); bad != nil {
			return nil, bad
		}
		told := n
		told.At, told.By, told.To = t.Now, t.Actor.Name, cmp.Or(n.To, strings.Join(v.Names(who...), "、"))
		v.Notices = append(v.Notices, told)
		return []string{"way", strconv.Itoa(int(n.Way)), "reached", strconv.FormatBool(n.Reached), "name", told.To}, nil
	})
}

// Confirm records that parties said they will come.
func (d *Desk) Confirm(ctx context.Context, id hall.ConsultationID, rev uint64, who ...int) (hall.Consultation, error) {
	return d.ChangeVisit(ctx, id, rev, hall.OpConfirm, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if bad := v.Agree(t.Now, who...); bad != nil {
			return nil, bad
		}
		return []string{"who", strings.Join(v.Names(who...), "、")}, nil
	})
}

// Arrive records that booked parties came. The first of them puts the appointment at the front of
// today's queue; who comes later joins them.
func (d *Desk) Arrive(ctx context.Context, id hall.ConsultationID, rev uint64, who ...int) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.IntakeResult, _ error) {
		v, err := attend(t, id, rev, hall.OpArrive, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
			if bad := v.Arrive(t.Now, who...); bad != nil {
				return nil, bad
			}
			name := []string{"name", strings.Join(v.Names(who...), "、")}
			if v.Number != 0 {
				return name, nil
			}
			v.Day, v.Arrived = t.Today(), t.Now
			c, err := duty.CaseAt(t, v.Case)
			if err != nil {
				return nil, err
			}
			if c.Urgent { // whoever comes about an urgent case goes first
				v.Urgent, v.UrgentWhy = true, c.UrgentWhy
			}
			return name, TakeNumber(t, v)
		})
		if err != nil {
			return out, err
		}
		out = hall.IntakeResult{Case: v.Case, Consultation: v.ID, Queue: v.Number}
		if v.State == hall.Waiting {
			out.Ahead, err = Waiting(t, v.Day, v.Order)
		}
		return out, err
	})
}

// NoShow records that booked parties did not come (爽约). It is seen when they are booked again. Of
// who was never told it is refused, unless somebody is sure.
func (d *Desk) NoShow(ctx context.Context, id hall.ConsultationID, rev uint64, sure bool, who ...int) error {
	_, err := d.ChangeVisit(ctx, id, rev, hall.OpMissed, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if bad := v.Miss(sure, who...); bad != nil {
			return nil, bad
		}
		return []string{"name", strings.Join(v.Names(who...), "、")}, nil
	})
	return err
}

// CancelAppointment takes an appointment, a joint consultation or a follow-up back, with a
// reason: its time is free again.
func (d *Desk) CancelAppointment(ctx context.Context, id hall.ConsultationID, why string) error {
	_, err := d.ChangeVisit(ctx, id, 0, hall.OpCancel, func(_ *book.Tx, v *hall.Consultation) ([]string, error) {
		if why == "" {
			return nil, hall.Refuse(hall.ErrReason).In("reason")
		}
		v.CallOff(why)
		if v.Kind == hall.FollowUp {
			return []string{"reason", why, "day", v.Day.String()}, nil
		}
		return []string{"reason", why}, nil
	})
	return err
}

// VisitOf makes the consultation that an intake begins.
func VisitOf(in hall.Intake, k hall.Kind, t *book.Tx) hall.Consultation {
	v := hall.Consultation{
		Kind: k, Day: t.Today(), Type: in.Type, Subject: in.Subject, Urgent: in.Urgent, UrgentWhy: in.UrgentWhy,
		By: t.Actor.Name, Confidential: in.Confidential,
	}
	v.Who, v.Others = hall.First(in.Of(hall.Applicant))
	v.Against, _ = hall.First(in.Of(hall.Respondent))
	return v
}
