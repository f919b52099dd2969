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

// accept sets the dates that run from acceptance: the first response by difficulty and
// the time limit, normally one month (order 75 art. 33).
func (c *Case) accept(day Day, s Settings) {
	c.Accepted = day
	c.Deadline = day.AddMonths(s.Limit)
	wait := s.Respond[1]
	switch c.Difficulty {
	case Simple:
		wait = s.Respond[0]
	case Difficult:
		wait = s.Respond[2]
	}
	c.Respond = day + Day(wait)
}
