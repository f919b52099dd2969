package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// FinishIntake ends an intake: it checks the rules, writes the people down, opens a case or
// gives a place in the queue or a slot, and removes the draft (0: there was none). All of
// it happens or none. ErrAlreadyFinished: the draft was completed at another desk.
func (d *Desk) FinishIntake(ctx context.Context, draft hall.DraftID, in hall.Intake) (hall.IntakeResult, error) {
	return change(ctx, d, hall.MayIntake, func(t *tx) (out hall.IntakeResult, _ error) {
		if draft != 0 {
			if _, err := book.Drafts.Get(t, draft); book.Is(err, hall.ErrNotFound) {
				return out, hall.Refuse(hall.ErrAlreadyFinished)
			} else if err != nil {
				return out, err
			}
		}
		var err error
		if out, err = t.finishIntake(in); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

func (t *tx) finishIntake(in hall.Intake) (hall.IntakeResult, error) {
	in = in.AsKept()
	if err := in.Check(t.st.Settings(), t.Today()); err != nil {
		return hall.IntakeResult{}, err
	}
	if bad := hall.Why(hall.EndingCourse(), hall.LedAtDesk, in.End.Outcome, t.Actor, t.Now); bad != nil {
		return hall.IntakeResult{}, bad
	}
	if in.Relapse != 0 {
		if _, err := t.planOn(in.Relapse, hall.OpRelapse); err != nil {
			return hall.IntakeResult{}, err
		}
	}
	if in.Police.Done() && in.Police.By == "" {
		in.Police.By = t.Actor.Name
	}
	if err := t.meet(&in); err != nil {
		return hall.IntakeResult{}, err
	}
	var out hall.IntakeResult
	var err error
	switch in.End.Outcome {
	case hall.SeenNow:
		out, err = t.enqueue(in)
	case hall.AdviceOnly:
		out, err = t.advise(in)
	default:
		out, err = t.lead(in, in.End, nil)
	}
	if err != nil {
		return out, err
	}
	who, _ := hall.First(in.Of(hall.Applicant))
	return out, t.Log(hall.Entry{Deed: hall.DeedIntake, Case: out.Case, Consultation: out.Consultation, Args: t.veil(in.Confidential, map[string]string{
		"name": who, "outcome": strconv.Itoa(int(in.End.Outcome)), "queue": queueNumber(out.Queue), "number": out.Number,
	})})
}

// veil keeps names out of journal lines that everybody sees, for what is not public.
func (t *tx) veil(confidential bool, args map[string]string) map[string]string {
	if confidential {
		for _, k := range []string{"name", "names", "who", "what", "reason", "line"} {
			delete(args, k)
		}
	}
	return args
}

func queueNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(1000 + n)[1:]
}

// lead does what an ending says: it opens a case and takes it as far as the ending goes. v is
// the consultation that led there, nil at the front desk.
func (t *tx) lead(in hall.Intake, end hall.Ending, v *hall.Consultation) (hall.IntakeResult, error) {
	var out hall.IntakeResult
	c := caseOf(in)
	c.Registered, c.RegisteredBy, c.RegisteredAs = t.Now, t.Actor.Staff, t.Actor.Name
	if end.Outcome == hall.JointProposed {
		c.Difficulty = hall.Difficult
	}
	if err := caseKind.Put(t.Tx, &c); err != nil {
		return out, err
	}
	out.Case = c.ID
	if err := t.cameBack(c.Relapse, c.ID); err != nil {
		return out, err
	}
	var steps []hall.Step
	switch end.Outcome {
	case hall.NotAccepted:
		steps = []hall.Step{{Action: hall.ActRefuse, Reason: end.Reason, Referral: end.Referral}}
	case hall.TransferredOut:
		steps = []hall.Step{{Action: hall.ActTransfer, To: end.To, Reason: end.Reason}}
	case hall.AcceptedNow, hall.JointProposed:
		steps = []hall.Step{{Action: hall.ActAccept}}
	case hall.SettledOnSpot:
		steps = []hall.Step{{Action: hall.ActAccept}}
	case hall.Booked:
		b, err := t.book(&c, in, end)
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
	if err := hall.Lead(&c, from, end.Outcome, steps, t.Actor, t.rules()); err != nil {
		return out, err
	}
	out.Number = c.Number
	if len(steps) > 0 {
		if err := caseKind.Put(t.Tx, &c); err != nil {
			return out, err
		}
		if err := t.planned(c); err != nil {
			return out, err
		}
	}
	if end.Outcome == hall.JointProposed {
		_, err := t.propose(c, end.Reason)
		return out, err
	}
	return out, nil
}

// settleSteps record a settlement on the spot: a session and an oral agreement that was
// performed there and then (law 28).
func settleSteps(in hall.Intake, end hall.Ending, t *tx) []hall.Step {
	return []hall.Step{
		{Action: hall.ActSession, Session: &hall.Session{
			At: t.Now, Statements: in.Facts, Result: hall.ResultSettled, Outcome: end.Terms, By: t.Actor.Name,
		}},
		{Action: hall.ActAgree, Agreement: &hall.Agreement{Made: t.Today(), Facts: in.Facts, Terms: end.Terms, Amount: end.Amount, OnSpot: true}},
	}
}

func caseOf(in hall.Intake) hall.Case {
	return hall.Case{
		Parties: in.Parties, Type: in.Type, Subject: in.Subject, Facts: in.Facts, Requests: in.Requests, Amount: in.Amount,
		Source: in.Source, SourceFrom: in.SourceFrom, Written: in.Written, Difficulty: in.Difficulty, Urgent: in.Urgent,
		UrgentWhy: in.UrgentWhy, Risk: in.Risk, Flags: in.Flags, Measures: in.Measures, Police: in.Police,
		Confidential: in.Confidential, Relapse: in.Relapse,
	}
}

// visitOf makes the consultation that an intake begins.
func visitOf(in hall.Intake, k hall.Kind, t *tx) hall.Consultation {
	v := hall.Consultation{
		Kind: k, Day: t.Today(), Type: in.Type, Subject: in.Subject, Urgent: in.Urgent, UrgentWhy: in.UrgentWhy,
		By: t.Actor.Name, Confidential: in.Confidential,
	}
	v.Who, v.Others = hall.First(in.Of(hall.Applicant))
	v.Against, _ = hall.First(in.Of(hall.Respondent))
	return v
}

// enqueue gives a visitor a number in today's queue.
func (t *tx) enqueue(in hall.Intake) (hall.IntakeResult, error) {
	v := visitOf(in, hall.WalkIn, t)
	v.Arrived, v.Intake = t.Now, &in
	if err := t.takeNumber(&v); err != nil {
		return hall.IntakeResult{}, err
	}
	if err := consultKind.Put(t.Tx, &v); err != nil {
		return hall.IntakeResult{}, err
	}
	ahead, err := t.waiting(v.Day, v.Order)
	return hall.IntakeResult{Consultation: v.ID, Queue: v.Number, Ahead: ahead}, err
}

// advise records a consultation without a case.
func (t *tx) advise(in hall.Intake) (hall.IntakeResult, error) {
	v := visitOf(in, hall.WalkIn, t)
	v.Arrived, v.Started, v.Ended, v.State, v.End, v.Intake = t.Now, t.Now, t.Now, hall.Ended, in.End, &in
	if err := t.takeNumber(&v); err != nil {
		return hall.IntakeResult{}, err
	}
	return hall.IntakeResult{Consultation: v.ID}, consultKind.Put(t.Tx, &v)
}

// rules is what the course of a case needs to know, inside this transaction.
func (t *tx) rules() hall.Rules {
	s := t.st.Settings()
	return hall.Rules{
		Settings: s, Calendar: t.st.Calendar(), Now: t.Now,
		Find: func(id hall.MediatorID) (hall.Mediator, error) { return mediatorKind.Get(t, id) },
		Allot: func(year int) (string, int, error) {
			n, err := t.Next("number/" + strconv.Itoa(year))
			if err != nil {
				return "", 0, err
			}
			no := hall.CaseNumber(s.Number, s.Word, year, int(n))
			if taken, err := t.Get(byNumber.Table, []byte(no)); err != nil || taken != nil {
				return "", 0, errors.Join(err, fmt.Errorf("case number %s is taken", no))
			}
			return no, int(n), nil
		},
	}
}

// dayRows reads a day's rows of a class: q the queue in order, a what has hours, by time.
func (d *Desk) dayRows(r book.Reader, day hall.Day, class byte) ([]hall.VisitRow, error) {
	return d.visitRows(r, byDay.Table, kv.Prefix(book.Key().Day(day).Byte(class)))
}

// visitRows reads rows of an index that holds them, hiding what the reader may not see.
func (d *Desk) visitRows(r book.Reader, table kv.Table, span kv.Span) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	for p, err := range r.Range(table, span) {
		if err != nil {
			return nil, err
		}
		var v hall.VisitRow
		if err := book.Decode(p.Value, &v, d.st.zone()); err != nil {
			return nil, err
		}
		out = append(out, v.For(d.actor))
	}
	return out, nil
}
