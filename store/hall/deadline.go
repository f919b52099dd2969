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
	case Performing:
		a := c.Agreement
		if a.PerformBy != 0 && a.Performed == 0 {
			out = append(out, Due{a.PerformBy, DuePerform})
		}
		if a.WantsConfirm && c.Confirm == nil {
			out = append(out, Due{a.LastConfirm, DueConfirm})
		}
	}
	return out
}

// NextLimit is the time limit one extension further. It is counted from the day on which the
// limit began to run, not from a limit that a short month or a rest day has moved: 31 January
// goes to 28 February and then to 31 March (DOMAIN §3.7). Days given back for an appraisal stay.
func (c Case) NextLimit(s Settings, calendar *Calendar) LastDay {
	limit := c.limit(c.Accepted, s)
	if c.Agreement != nil && c.Agreement.Reopened > c.Accepted {
		limit.From = c.Agreement.Reopened
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

// limit is the time limit of a case that is accepted on a day: for wages and labour it runs from the
// application, else from acceptance, where it is normally one month (order 75 art. 33).
func (c Case) limit(accepted Day, s Settings) Period {
	switch c.Type {
	case "wages", "labour":
		from := accepted
		if !c.Registered.IsZero() {
			from = min(from, DayOf(c.Registered))
		}
		return Period{From: from, N: labourLimit, Unit: Days, Roll: true}
	case "medical":
		return Period{From: accepted, N: medicalLimit, Unit: Workdays, Roll: true}
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
