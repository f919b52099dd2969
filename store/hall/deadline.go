package hall

// DueKind is what is due.
type DueKind uint8

const (
	DueRespond   DueKind = iota // 首次回应
	DueLimit                    // 调解期限
	DuePerform                  // 履行
	DueConfirm                  // 司法确认, the last day
	DueFollowUp                 // 回访
	DueTask                     // a task after a joint consultation
	DueTerm                     // a mediator's term ends
	DueFiling                   // a change of the roster is to be reported
	DueOrgTerm                  // a committee's term ends
	DueOrgFiling                // a change of an organisation is to be reported
	DueOrderSign                // an order is to be signed for
	DueOrder                    // an order is to be answered
	DueSorted                   // what was settled when the open ones were gone through
	DueSign                     // 协议签字盖章
	DueCourt                    // 法院答复
)

// Due is something that must be done by a day.
type Due struct {
	Day  Day
	Kind DueKind
}

// Dues lists what is due on a case, worked out from the case alone: the index of what is
// due can so be checked against the records.
func (c Case) Dues() []Due {
	var out []Due
	switch c.State {
	case Accepted, Mediating:
		if c.Sessions == 0 && c.Respond != 0 {
			out = append(out, Due{c.Respond, DueRespond})
		}
		if c.Deadline != 0 {
			out = append(out, Due{c.Deadline, DueLimit})
		}
	case Agreed, Performing, Performed, Unperformed:
		for _, a := range c.Agreements {
			out = append(out, a.dues()...)
		}
	}
	return out
}

// dues are what is due on an agreement: the signatures, the next clause, the court.
func (a Agreement) dues() []Due {
	var out []Due
	switch a.State() {
	case AgreementUnsigned:
		by := a.SignBy
		if by == 0 { // written by an older program
			by = a.Made + signWithin
		}
		out = append(out, Due{by, DueSign})
	case AgreementInForce:
		if day := a.Due(); day != 0 {
			out = append(out, Due{day, DuePerform})
		}
		if a.WantsConfirm && len(a.Confirmations) == 0 {
			out = append(out, Due{a.LastConfirm, DueConfirm})
		}
	}
	if p := a.Applied(); p != nil && p.AnswerBy != 0 && a.Standing() {
		out = append(out, Due{p.AnswerBy, DueCourt})
	}
	return out
}

// NextLimit is the time limit one extension further. It is counted from the day on which the
// limit began to run, not from a limit that a short month or a rest day has moved: 31 January
// goes to 28 February and then to 31 March (DOMAIN §3.7). Days given back for an appraisal stay.
func (c Case) NextLimit(s Settings, calendar *Calendar) LastDay {
	limit := c.limit(c.Accepted, s)
	for _, a := range c.Agreements { // taken up again
		limit.From = max(limit.From, a.Reopened)
	}
	end := func(n int, roll bool) Day {
		return Period{From: limit.From, N: n * limit.N, Unit: limit.Unit, Roll: roll}.End(calendar).Day
	}
	given, n := Day(0), c.Extended+1
	for n > 0 && c.Deadline != end(n, true) && c.Deadline != end(n, false) { // one taken up again has been extended before
		n--
	}
	if n == 0 {
		n = c.Extended + 1
		given = max(0, c.Deadline-end(n, true))
	}
	return Period{From: end(n+1, false) + given, Roll: true}.End(calendar)
}

// The time limits that a law sets for a kind of dispute.
const (
	labourLimit  = 15 // days from the application (Labour Dispute Mediation and Arbitration Law art. 14)
	medicalLimit = 30 // working days from acceptance (Medical Dispute Regulation art. 38)
)

// Labour reports whether a dispute is about labour or wages, for which a law of its own holds: a limit from the
// application, arbitration before the court, a written agreement, the payment order.
func (c Case) Labour() bool { return c.Type == "labour" || c.Type == "wages" }

// limit is the time limit of a case that is accepted on a day: for wages and labour it runs from the
// application, else from acceptance, where it is normally one month (order 75 art. 33), or until the day that the letter
// of who entrusted it names.
func (c Case) limit(accepted Day, s Settings) Period {
	switch {
	case c.Labour():
		from := accepted
		if !c.Registered.IsZero() {
			from = min(from, DayOf(c.Registered))
		}
		return Period{From: from, N: labourLimit, Unit: Days, Roll: true}
	case c.Type == "medical":
		return Period{From: accepted, N: medicalLimit, Unit: Workdays, Roll: true}
	}
	if c.LetterBy > accepted { // as the letter of who entrusted it says
		return Period{From: accepted, N: int(c.LetterBy - accepted), Unit: Days, Roll: true}
	}
	return Period{From: accepted, N: s.Limit, Unit: Months, Roll: true}
}

// LimitFrom is when the time limit of a case ends that is accepted on a day, or taken up again on it,
// moved off a rest day.
func (c Case) LimitFrom(day Day, s Settings, calendar *Calendar) LastDay {
	limit := c.limit(day, s)
	if c.Accepted != 0 { // taken up again: it runs anew
		limit.From = day
	}
	return limit.End(calendar)
}

// accept sets the dates that run from acceptance: the first response by difficulty and
// the time limit.
func (c *Case) accept(day Day, s Settings, calendar *Calendar) {
	c.Deadline, c.Accepted = c.LimitFrom(day, s, calendar).Day, day
	wait := s.Respond[1]
	switch c.Difficulty {
	case Simple:
		wait = s.Respond[0]
	case Difficult:
		wait = s.Respond[2]
	}
	c.Respond = day + Day(wait)
}
