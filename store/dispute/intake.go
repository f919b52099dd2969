package dispute

import (
	"context"
	"fmt"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// FinishIntake ends an intake: it checks the rules, writes the people down, opens a case or
// gives a place in the queue or a slot, and removes the draft (0: there was none). All of
// it happens or none. ErrAlreadyFinished: the draft was completed at another desk.
func (d *Desk) FinishIntake(ctx context.Context, draft hall.DraftID, in hall.Intake) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (out hall.IntakeResult, _ error) {
		if draft != 0 {
			if _, err := book.Drafts.Get(t, draft); book.Is(err, hall.ErrNotFound) {
				return out, hall.Refuse(hall.ErrAlreadyFinished)
			} else if err != nil {
				return out, err
			}
		}
		var err error
		if out, err = finishIntake(t, in); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

func finishIntake(t *book.Tx, in hall.Intake) (hall.IntakeResult, error) {
	in = in.AsKept()
	if err := in.Check(t.Settings(), t.Today()); err != nil {
		return hall.IntakeResult{}, err
	}
	if bad := hall.Why(hall.EndingCourse(), hall.LedAtDesk, in.End.Outcome, t.Actor, t.Now); bad != nil {
		return hall.IntakeResult{}, bad
	}
	if in.Relapse != 0 {
		if _, err := calendar.PlanOn(t, in.Relapse, hall.OpRelapse); err != nil {
			return hall.IntakeResult{}, err
		}
	}
	if in.Police.Done() && in.Police.By == "" {
		in.Police.By = t.Actor.Name
	}
	if err := people.Meet(t, &in); err != nil {
		return hall.IntakeResult{}, err
	}
	var out hall.IntakeResult
	var err error
	switch in.End.Outcome {
	case hall.SeenNow:
		out, err = enqueue(t, in)
	case hall.AdviceOnly:
		out, err = advise(t, in)
	default:
		out, err = lead(t, in, in.End, nil)
	}
	if err != nil {
		return out, err
	}
	who, _ := hall.First(in.Of(hall.Applicant))
	return out, t.Log(hall.Entry{Deed: hall.DeedIntake, Case: out.Case, Consultation: out.Consultation, Args: calendar.Veil(t, in.Confidential, map[string]string{
		"name": who, "outcome": strconv.Itoa(int(in.End.Outcome)), "queue": calendar.QueueNumber(out.Queue), "number": out.Number,
	})})
}

// lead does what an ending says: it opens a case and takes it as far as the ending goes. v is
// the consultation that led there, nil at the front desk.
func lead(t *book.Tx, in hall.Intake, end hall.Ending, v *hall.Consultation) (hall.IntakeResult, error) {
	var out hall.IntakeResult
	c, err := registered(t, in, appliedOn(t, v))
	if err != nil {
		return out, err
	}
	if end.Outcome == hall.JointProposed {
		c.Difficulty = hall.Difficult
	}
	if err := Cases.Put(t, &c); err != nil {
		return out, err
	}
	out.Case = c.ID
	if err := cameBack(t, c.Relapse, c.ID); err != nil {
		return out, err
	}
	var steps []hall.Step
	switch end.Outcome {
	case hall.NotAccepted:
		steps = []hall.Step{{Action: hall.ActRefuse, Reason: end.Reason, Referral: end.Referral}}
	case hall.TransferredOut:
		steps = []hall.Step{{Action: hall.ActTransfer, To: end.To, ToBody: end.ToBody, Reason: end.Reason}}
	case hall.AcceptedNow, hall.JointProposed:
		steps = []hall.Step{{Action: hall.ActAccept}}
	case hall.SettledOnSpot:
		steps = []hall.Step{{Action: hall.ActAccept}}
	case hall.Booked:
		b, err := calendar.BookOn(t, &c, in, end)
		if err != nil {
			return out, err
		}
		out.Consultation = b
	}
	if v != nil && end.Outcome != hall.NotAccepted && end.Outcome != hall.TransferredOut {
		for i, m := range v.Mediators { // who has seen the visitor goes on with the case
			c.Assigned = append(c.Assigned, hall.Assignment{Mediator: m, Chair: i == 0, From: t.Now})
		}
	}
	if end.Outcome == hall.SettledOnSpot {
		steps = append(steps, settleSteps(in, end, t)...)
	}
	from := hall.LedAtDesk
	if v != nil {
		from = hall.LedSeen
	}
	if err := hall.Lead(&c, from, end.Outcome, steps, t.Actor, rules(t)); err != nil {
		return out, err
	}
	out.Number = c.Number
	if err := becomeCase(t, c); err != nil {
		return out, err
	}
	if len(steps) > 0 {
		if err := Cases.Put(t, &c); err != nil {
			return out, err
		}
		if err := KeepPlan(t, c); err != nil {
			return out, err
		}
	}
	if end.Outcome == hall.JointProposed {
		_, err := propose(t, c, end.Reason, hall.Discussion{})
		return out, err
	}
	return out, nil
}

// appliedOn is the day on which somebody asked for mediation: of the visit that led to it, else today.
func appliedOn(t *book.Tx, v *hall.Consultation) hall.Day {
	if v == nil || v.Day == 0 {
		return t.Today()
	}
	return min(v.Day, t.Today())
}

// settleSteps record a settlement on the spot: a session and an oral agreement that was
// performed there and then (law 28).
func settleSteps(in hall.Intake, end hall.Ending, t *book.Tx) []hall.Step {
	return []hall.Step{
		{Action: hall.ActSession, Session: &hall.Session{
			At: t.Now, Statements: in.Facts, Result: hall.ResultSettled, Outcome: end.Terms, By: t.Actor.Name,
		}},
		{Action: hall.ActAgree, Agreement: &hall.Agreement{Made: t.Today(), Facts: in.Facts, Terms: end.Terms, Amount: end.Amount, OnSpot: true}},
	}
}

// registered begins a case of what was written down: by whom and when, the day of the application, its code.
func registered(t *book.Tx, in hall.Intake, applied hall.Day) (hall.Case, error) {
	c := hall.Case{Parties: in.Parties, Matter: in.Matter, Registered: t.Now, RegisteredBy: t.Actor.Staff, RegisteredAs: t.Actor.Name}
	c.Register(applied, t.Settings(), t.Calendar())
	var err error
	c.Code, err = codeOf(t, c.Order)
	return c, err
}

// enqueue gives a visitor a number in today's queue.
func enqueue(t *book.Tx, in hall.Intake) (hall.IntakeResult, error) {
	v := calendar.VisitOf(in, hall.WalkIn, t)
	v.Arrived, v.Intake = t.Now, &in
	return queueUp(t, &v)
}

// queueUp puts who came into today's queue, behind those who wait.
func queueUp(t *book.Tx, v *hall.Consultation) (hall.IntakeResult, error) {
	if err := calendar.TakeNumber(t, v); err != nil {
		return hall.IntakeResult{}, err
	}
	if err := calendar.Consultations.Put(t, v); err != nil {
		return hall.IntakeResult{}, err
	}
	ahead, err := calendar.Waiting(t, v.Day, v.Order)
	return hall.IntakeResult{Case: v.Case, Consultation: v.ID, Queue: v.Number, Ahead: ahead}, err
}

// Register completes the intake of a visitor who took a number with a name only (补登记): the number
// stays, and where it leads is said when the visit ends. The draft is removed with it.
func (d *Desk) Register(ctx context.Context, draft hall.DraftID, id hall.ConsultationID, in hall.Intake) (hall.IntakeResult, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (hall.IntakeResult, error) {
		v, err := calendar.Consultations.Get(t, id)
		if err != nil {
			return hall.IntakeResult{}, err
		}
		if err := register(t, &v, in.AsKept()); err != nil {
			return hall.IntakeResult{}, err
		}
		return hall.IntakeResult{Consultation: v.ID, Queue: v.Number}, t.DropDraft(draft)
	})
}

func register(t *book.Tx, v *hall.Consultation, in hall.Intake) error {
	step, err := calendar.StepOn(t, *v, hall.OpRegister)
	if err != nil {
		return err
	}
	if in.End = (hall.Ending{Outcome: hall.SeenNow}); in.Bare() {
		return hall.Refuse(hall.ErrNoRespondent).In("respondent")
	}
	if err := in.Check(t.Settings(), t.Today()); err != nil {
		return err
	}
	if err := people.Meet(t, &in); err != nil {
		return err
	}
	was := v.Urgent
	v.Register(in)
	calendar.Rank(v, was)
	if err := calendar.Consultations.Put(t, v); err != nil {
		return err
	}
	return calendar.LogVisit(t, step.Deed, *v)
}

// advise records a consultation without a case.
func advise(t *book.Tx, in hall.Intake) (hall.IntakeResult, error) {
	v := calendar.VisitOf(in, hall.WalkIn, t)
	v.Arrived, v.Started, v.Ended, v.State, v.End, v.Intake = t.Now, t.Now, t.Now, hall.Ended, in.End, &in
	if err := calendar.TakeNumber(t, &v); err != nil {
		return hall.IntakeResult{}, err
	}
	return hall.IntakeResult{Consultation: v.ID}, calendar.Consultations.Put(t, &v)
}

// rules is what the course of a case needs to know, inside this transaction.
func rules(t *book.Tx) hall.Rules {
	s := t.Settings()
	return hall.Rules{
		Settings: s, Calendar: t.Calendar(), Now: t.Now,
		Find:   func(id hall.MediatorID) (hall.Mediator, error) { return people.Mediators.Get(t, id) },
		Kin:    func(c hall.Case) ([]hall.Relative, error) { return kinOf(t, c) },
		Visits: func(id hall.CaseID) ([]hall.Consultation, error) { return calendar.ConsultationsOn(t, id) },
		Body:   func(id hall.BodyID, name string) (hall.BodyID, error) { return people.BodyMeant(t, id, name) },
		Allot: func(year int) (string, int, error) {
			n, err := t.Next("number/" + strconv.Itoa(year))
			if err != nil {
				return "", 0, err
			}
			no := hall.CaseNumber(s.Number, s.Word, year, int(n))
			taken, err := t.Get(byNumber.Table, []byte(no))
			if taken != nil {
				err = fmt.Errorf("%w: case number %s is given already", book.ErrCountBack, no)
			}
			if err != nil {
				return "", 0, err
			}
			return no, int(n), nil
		},
	}
}
