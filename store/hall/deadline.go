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
func (c Case) NextLimit(months int, calendar *Calendar) Day {
	from := c.Accepted
	if c.Agreement != nil {
		from = max(from, c.Agreement.Reopened)
	}
	end := func(n int, roll bool) Day {
		return Period{From: from, N: n * months, Unit: Months, Roll: roll}.End(calendar).Day
	}
	given, n := Day(0), c.Extended+1
	for n > 0 && c.Deadline != end(n, true) && c.Deadline != end(n, false) { // one taken up again has been extended before
		n--
	}
	if n == 0 {
		n = c.Extended + 1
		given = max(0, c.Deadline-end(n, true))
	}
	return Period{From: end(n+1, false) + given, Roll: true}.End(calendar).Day
}

// LimitFrom is when the time limit ends that begins to run on a day: normally one month
// (order 75 art. 33), moved off a rest day.
func LimitFrom(day Day, s Settings, calendar *Calendar) LastDay {
	return Period{From: day, N: s.Limit, Unit: Months, Roll: true}.End(calendar)
}

// accept sets the dates that run from acceptance: the first response by difficulty and
// the time limit, normally one month (order 75 art. 33).
func (c *Case) accept(day Day, s Settings, calendar *Calendar) {
	c.Accepted = day
	c.Deadline = LimitFrom(day, s, calendar).Day
	wait := s.Respond[1]
	switch c.Difficulty {
	case Simple:
		wait = s.Respond[0]
	case Difficult:
		wait = s.Respond[2]
	}
	c.Respond = day + Day(wait)
}
