package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// FinishIntake ends an intake: it checks the rules, writes the people down, opens a case or
// gives a place in the queue or a slot, and removes the draft (0: there was none). All of
// it happens or none. ErrAlreadyFinished: the draft was completed at another desk.
func (d *Desk) FinishIntake(ctx context.Context, draft hall.DraftID, in hall.Intake) (hall.IntakeResult, error) {
	var out hall.IntakeResult
	err := d.write(ctx, hall.MayIntake, func(t *tx) error {
		if draft != 0 {
			if _, err := get(t, &draftKind, uint64(draft), t.st.zone()); isCode(err, hall.ErrNotFound) {
				return hall.Refuse(hall.ErrAlreadyFinished)
			} else if err != nil {
				return err
			}
		}
		var err error
		if out, err = t.finishIntake(in); err != nil {
			return err
		}
		return t.dropDraft(draft)
	})
	return out, err
}

func (t *tx) finishIntake(in hall.Intake) (hall.IntakeResult, error) {
	in = in.AsKept()
	if err := in.Check(t.st.Settings(), t.today()); err != nil {
		return hall.IntakeResult{}, err
	}
	if in.Police.Done() && in.Police.By == "" {
		in.Police.By = t.actor.Name
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
	return out, t.log(hall.Entry{Deed: hall.DeedIntake, Case: out.Case, Consultation: out.Consultation, Args: t.veil(in.Confidential, map[string]string{
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
	c.Registered, c.RegisteredBy, c.RegisteredAs = t.now, t.actor.Staff, t.actor.Name
	if end.Outcome == hall.JointProposed {
		c.Difficulty = hall.Difficult
	}
	if err := put(t, &caseKind, &c); err != nil {
		return out, err
	}
	out.Case = c.ID
	if err := t.cameBack(c.Relapse, c.ID); err != nil {
		return out, err
	}
	rules := t.rules()
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
			c.Assigned = append(c.Assigned, hall.Assignment{Mediator: m, Chair: i == 0, From: t.now})
		}
	}
	if end.Outcome == hall.SettledOnSpot {
		steps = append(steps, settleSteps(in, end, t)...)
	}
	// Opening, accepting and settling are one deed of the desk: whoever may end the visit
	// may do all of it.
	desk := t.actor
	desk.Roles |= hall.Head
	for _, s := range steps {
		if err := hall.Apply(&c, s, desk, rules); err != nil {
			return out, err
		}
	}
	out.Number = c.Number
	if len(steps) > 0 {
		if err := put(t, &caseKind, &c); err != nil {
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
			At: t.now, Statements: in.Facts, Result: hall.ResultSettled, Outcome: end.Terms, By: t.actor.Name,
		}},
		{Action: hall.ActAgree, Agreement: &hall.Agreement{Made: t.today(), Facts: in.Facts, Terms: end.Terms, Amount: end.Amount, OnSpot: true}},
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
		Kind: k, Day: t.today(), Type: in.Type, Subject: in.Subject, Urgent: in.Urgent, UrgentWhy: in.UrgentWhy,
		By: t.actor.Name, Confidential: in.Confidential,
	}
	v.Who, v.Others = hall.First(in.Of(hall.Applicant))
	v.Against, _ = hall.First(in.Of(hall.Respondent))
	return v
}

// enqueue gives a visitor a number in today's queue.
func (t *tx) enqueue(in hall.Intake) (hall.IntakeResult, error) {
	v := visitOf(in, hall.WalkIn, t)
	v.Arrived, v.Intake = t.now, &in
	if err := t.takeNumber(&v); err != nil {
		return hall.IntakeResult{}, err
	}
	if err := put(t, &consultKind, &v); err != nil {
		return hall.IntakeResult{}, err
	}
	ahead, err := t.waiting(v.Day, v.Order)
	return hall.IntakeResult{Consultation: v.ID, Queue: v.Number, Ahead: ahead}, err
}

// advise records a consultation without a case.
func (t *tx) advise(in hall.Intake) (hall.IntakeResult, error) {
	v := visitOf(in, hall.WalkIn, t)
	v.Arrived, v.Started, v.Ended, v.State, v.End, v.Intake = t.now, t.now, t.now, hall.Ended, in.End, &in
	if err := t.takeNumber(&v); err != nil {
		return hall.IntakeResult{}, err
	}
	return hall.IntakeResult{Consultation: v.ID}, put(t, &consultKind, &v)
}

// rules is what the course of a case needs to know, inside this transaction.
func (t *tx) rules() hall.Rules {
	s := t.st.Settings()
	return hall.Rules{
		Settings: s, Calendar: t.st.Calendar(), Now: t.now,
		Find: func(id hall.MediatorID) (hall.Mediator, error) { return get(t, &mediatorKind, uint64(id), t.st.zone()) },
		Allot: func(year int) (string, int, error) {
			n, err := t.next("number/" + strconv.Itoa(year))
			if err != nil {
				return "", 0, err
			}
			no := hall.CaseNumber(s.Number, s.Word, year, int(n))
			if taken, err := t.Get(tNumber, []byte(no)); err != nil || taken != nil {
				return "", 0, errors.Join(err, fmt.Errorf("case number %s is taken", no))
			}
			return no, int(n), nil
		},
	}
}

// dayRows reads a day's rows of a class: q the queue in order, a what has hours, by time.
func (d *Desk) dayRows(r kv.Reader, day hall.Day, class byte) ([]hall.VisitRow, error) {
	return d.visitRows(r, tDay, kv.Prefix(key(day, class)))
}

// visitRows reads rows of an index that holds them, hiding what the reader may not see.
func (d *Desk) visitRows(r kv.Reader, table kv.Table, span kv.Span) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	for p, err := range r.Range(table, span) {
		if err != nil {
			return nil, err
		}
		var v hall.VisitRow
		if err := decode(p.Value, &v, d.st.zone()); err != nil {
			return nil, err
		}
		out = append(out, v.For(d.actor))
	}
	return out, nil
}
