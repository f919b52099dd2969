package dispute

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// propose records that a case is to be discussed together (集中会诊), with the reason.
func propose(t *book.Tx, c hall.Case, why string, j hall.Discussion) (hall.Consultation, error) {
	v := calendar.VisitOf(calendar.IntakeOf(c), hall.Joint, t)
	v.State, v.Case, v.Reason, v.Joint = hall.Proposed, c.ID, why, &j
	v.Expected = hall.ExpectedOf(c.Parties)
	return v, calendar.Consultations.Put(t, &v)
}

// ProposeJoint proposes a joint consultation on an open case, with the reason.
func (d *Desk) ProposeJoint(ctx context.Context, on hall.CaseID, why string) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Consultation, _ error) {
		c, err := calendar.PlanOn(t, on, hall.OpPropose)
		if err != nil {
			return out, err
		}
		if why == "" {
			return out, hall.Refuse(hall.ErrReason).In("reason")
		}
		if out, err = propose(t, c, why, hall.Discussion{}); err != nil {
			return out, err
		}
		return out, calendar.LogVisit(t, hall.DeedPropose, out, "reason", why)
	})
}

// MeetAgain calls a further meeting of a joint consultation that was held, with the reason: the same people
// are proposed, and it has a day and a record of its own. Lists and counts show the latest meeting only.
func (d *Desk) MeetAgain(ctx context.Context, id hall.ConsultationID, rev uint64, why string) (hall.Consultation, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Consultation, _ error) {
		var c hall.Case
		_, err := book.Change(t, calendar.Consultations, id, rev, func(v *hall.Consultation) (err error) {
			if v.Kind != hall.Joint || v.Joint == nil {
				return hall.Refuse(hall.ErrNotFound)
			}
			if _, err = calendar.StepOn(t, *v, hall.OpMeet); err != nil {
				return err
			}
			if c, err = calendar.PlanOn(t, v.Case, hall.OpPropose); err != nil {
				return err
			}
			if strings.TrimSpace(why) == "" {
				return hall.Refuse(hall.ErrReason).In(hall.FieldReason)
			}
			if out, err = propose(t, c, why, v.Joint.Further(v.ID)); err != nil {
				return err
			}
			*v = calendar.Cloned(*v)
			v.Joint.Next = out.ID
			return nil
		})
		if err != nil {
			return out, err
		}
		return out, calendar.LogVisit(t, hall.DeedPropose, out, "reason", why)
	})
}

// Joints lists joint consultations at a stage, by time; ended ones the latest first.
func (d *Desk) Joints(ctx context.Context, stage hall.Stage, limit int) (hall.VisitPage, error) {
	return d.stage(ctx, hall.Joint, stage, kv.Span{Limit: limit})
}

func (d *Desk) stage(ctx context.Context, k hall.Kind, stage hall.Stage, span kv.Span) (hall.VisitPage, error) {
	var out hall.VisitPage
	group := book.Key().Byte(byte(k)).Byte([...]byte{calendar.StageProposed, calendar.StageOpen, calendar.StageEnded}[stage])
	all := kv.Prefix(group)
	if span.From == nil {
		span.From = all.From
	}
	if span.To == nil {
		span.To = all.To
	}
	span.Limit = min(max(span.Limit, 1), people.PageMost)
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if out.Total, err = calendar.ByStage.Sum(r, group); err != nil {
			return err
		}
		out.Rows, err = d.warned(r, span)
		return err
	})
	return out, err
}

// warned are rows of a stretch of a stage, with what must be known first of who is met.
func (d *Desk) warned(r book.Reader, span kv.Span) ([]hall.VisitRow, error) {
	rows, err := duty.Of(d.Desk).VisitsIn(r, calendar.ByStage.Table, span)
	if err != nil {
		return nil, err
	}
	return rows, calendar.Of(d.Desk).Warn(r, rows)
}

// Joint reads a joint consultation with its case and the tasks that came of it.
func (d *Desk) Joint(ctx context.Context, id hall.ConsultationID) (hall.JointFile, error) {
	var f hall.JointFile
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if f, err = d.visitFile(r, id, hall.Joint); err != nil {
			return err
		}
		f.Phones = map[hall.BodyID]string{}
		for _, i := range f.Consultation.Joint.Invited {
			if i.Kind != hall.InviteBody {
				continue
			}
			b, err := people.Bodies.Get(r, hall.BodyID(i.ID))
			if err != nil {
				return err
			}
			f.Phones[b.ID] = b.Phone
		}
		all, err := calendar.ConsultationsOn(r, f.Case.ID)
		if err != nil {
			return err
		}
		f.Meetings = hall.MeetingsWith(f.Consultation, all)
		for _, v := range all {
			if v.Kind == hall.Joint && v.ID != id && !v.State.Over() {
				f.Other = v.ID
			}
		}
		f.Tasks, err = tasks(r, kv.Prefix(book.Key().Byte('v').ID(uint64(id))))
		return err
	})
	return f, err
}

// visitFile reads a consultation of a kind with its case, for who may see it.
func (d *Desk) visitFile(r book.Reader, id hall.ConsultationID, k hall.Kind) (hall.JointFile, error) {
	var f hall.JointFile
	v, err := calendar.Consultations.Get(r, id)
	if err != nil {
		return f, err
	}
	if v.Kind != k {
		return f, hall.Refuse(hall.ErrNotFound)
	}
	if may, err := calendar.Of(d.Desk).MaySeeVisit(r, v); err != nil {
		return f, err
	} else if !may {
		return f, hall.Refuse(hall.ErrClosedCase)
	}
	c, err := Cases.Get(r, v.Case)
	if err != nil {
		return f, err
	}
	if f.Masked = !d.Actor.Meets(c, v); f.Masked {
		c = c.Veiled()
	}
	f.Consultation, f.Case = v, c
	if f.Warning, err = calendar.Of(d.Desk).WarningIn(r, v); err != nil {
		return f, err
	}
	if v.Joint == nil {
		f.Consultation.Joint = &hall.Discussion{}
	}
	if v.Visit == nil {
		f.Consultation.Visit = &hall.Visit{}
	}
	return f, nil
}

// joint changes a joint consultation that is not over.
func (d *Desk) joint(ctx context.Context, id hall.ConsultationID, rev uint64, op hall.Op,
	fn func(*book.Tx, *hall.Consultation, hall.Case) ([]string, error)) (hall.Consultation, error) {
	return calendar.Of(d.Desk).ChangeVisit(ctx, id, rev, op, func(t *book.Tx, v *hall.Consultation) ([]string, error) {
		if v.Kind != hall.Joint {
			return nil, hall.Refuse(hall.ErrNotFound)
		}
		if v.Joint == nil {
			v.Joint = &hall.Discussion{}
		}
		c, err := calendar.CaseOf(t, v.Case)
		if err != nil {
			return nil, err
		}
		return fn(t, v, c)
	})
}

// Consents records what the parties said to outsiders taking part [law 20], each to those it was asked
// about. To whom a party does not agree, is crossed off. What was said before stays as it was recorded.
func (d *Desk) Consents(ctx context.Context, id hall.ConsultationID, rev uint64, given []hall.Consent) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpConsents, func(t *book.Tx, v *hall.Consultation, c hall.Case) ([]string, error) {
		j := v.Joint
		j.NameConsents(nil)
		for _, q := range j.Questions(c) { // whoever else was named was not asked
			at := slices.IndexFunc(given, q.SameParty)
			if at < 0 || given[at].SameAs(q) {
				continue
			}
			one := given[at]
			if one.Day > t.Today() {
				return nil, hall.Refuse(hall.ErrDayFuture).In("day")
			}
			one.For, one.At, one.By, one.Lapsed, one.On = q.For, t.Now, t.Actor.Name, false, 0
			if v.State == hall.Waiting {
				one.On = v.Slot.Day
			}
			j.Say(one)
		}
		j.CrossRefused(c)
		return nil, nil
	})
}

// Agenda writes down what is to be discussed.
func (d *Desk) Agenda(ctx context.Context, id hall.ConsultationID, rev uint64, agenda string) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpAgenda, func(_ *book.Tx, v *hall.Consultation, _ hall.Case) ([]string, error) {
		v.Joint.Agenda = agenda
		return nil, nil
	})
}

// Convene calls a joint consultation together at a time and in a room. Called together
// once, another time needs a reason and is kept as a move; everybody is to answer anew.
// Those who are known to be unable to come then are named as absent, and hold no time.
func (d *Desk) Convene(ctx context.Context, id hall.ConsultationID, rev uint64, slot hall.Slot, room string, absent []hall.Invitee,
	why string) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpTimes, func(t *book.Tx, v *hall.Consultation, c hall.Case) ([]string, error) {
		if again := v.State == hall.Waiting; again {
			if why == "" {
				return nil, hall.Refuse(hall.ErrReason).In("reason")
			}
			v.Moves = append(v.Moves, hall.Move{At: t.Now, By: t.Actor.Name, From: v.Slot, To: slot, Was: v.Room, Now: room, Reason: why})
			v.Joint.Lapse()
			v.Joint.LapseConsents(slot.Day)
		}
		for i := range v.Joint.Invited {
			one := &v.Joint.Invited[i]
			if slices.ContainsFunc(absent, func(a hall.Invitee) bool { return a.Same(*one) }) {
				one.Answer, one.Answered, one.By = hall.CannotGo, t.Now, t.Actor.Name
			} else if one.Answer == hall.CannotGo {
				one.Answer = hall.NoAnswer // that was about another time
			}
		}
		v.Expect(c.Parties, v.Slot == slot)
		v.State = hall.Waiting
		if err := calendar.BookAs(t, v, c, hall.Booking{Slot: slot, Mode: hall.InRoom, Room: room}); err != nil {
			return nil, err
		}
		return calendar.SlotArgs(*v), nil
	})
}

// RecordJoint writes down a joint consultation that was held, and the tasks that follow.
// What it came to stands in the case from then on.
func (d *Desk) RecordJoint(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, rec hall.JointRecord) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpRecord, func(t *book.Tx, v *hall.Consultation, c hall.Case) ([]string, error) {
		if err := rec.Check(t.Today()); err != nil {
			return nil, err
		}
		rec.Write(v.Joint)
		v.Started, v.Ended, v.State = v.Slot.Day.At(v.Slot.From, t.Zone()), t.Now, hall.Ended
		tasks := rec.ToDo()
		for _, task := range tasks {
			if _, err := putTask(t, *v, c, task); err != nil {
				return nil, err
			}
		}
		return []string{"line", rec.Line, "n", strconv.Itoa(len(tasks))}, t.DropDraft(draft)
	})
}

// CorrectJoint puts right what was written of a joint consultation that was held, with a reason; what stood
// before is kept with it, and the task that what was agreed on has become says the same.
func (d *Desk) CorrectJoint(ctx context.Context, id hall.ConsultationID, rev uint64, fix hall.JointFix, why string) (hall.Consultation, error) {
	return calendar.Of(d.Desk).CorrectAs(ctx, id, rev, hall.OpCorrect, why, func(t *book.Tx, v *hall.Consultation) error {
		if v.Kind != hall.Joint || v.Joint == nil {
			return hall.Refuse(hall.ErrNotFound)
		}
		was := *v.Joint
		if err := fix.Apply(v, t.Now); err != nil {
			return err
		}
		return sayTaskAnew(t, *v, was, why)
	})
}
