package hall

import "slices"

// Led is where somebody stands who is led on: at the front desk, or with a mediator, about
// something new or about a case that is there.
type Led uint8

const (
	LedAtDesk Led = iota
	LedSeen
	LedOnCase
	LedUnseen     // in the queue, and will not be seen today
	LedAfterwards // settled elsewhere, and entered since
)

// EndingCourse is what an intake and a visit can lead to, in the order in which it is shown.
// Opening a case, accepting it and settling it on the spot are one deed, and the row of the
// ending says who may do it: nobody is lent the right to its steps. Of a case that is there
// already all else is a step in its own course.
func EndingCourse() Course[Led, Led, Outcome] {
	desk, seen, there, either := []Led{LedAtDesk}, []Led{LedSeen}, []Led{LedOnCase}, []Led{LedSeen, LedUnseen}
	return Course[Led, Led, Outcome]{
		State: func(l Led) Led { return l },
		Wrong: func(l Led, _ Outcome) *Error {
			if l == LedAtDesk || l == LedUnseen {
				return Refuse(ErrRequired).In("outcome")
			}
			return Refuse(ErrCaseThere).In("outcome")
		},
		Rows: []Row[Led, Led, Outcome]{
			{Op: SeenNow, From: desk, Right: MayIntake, Deed: DeedIntake},
			{Op: Booked, From: desk, Right: MayIntake, Deed: DeedIntake},
			{Op: AcceptedNow, From: desk, Right: MayIntake, Deed: DeedIntake},
			{Op: TransferredOut, From: desk, Right: MayIntake, Deed: DeedIntake},
			{Op: NotAccepted, From: desk, Right: MayIntake, Deed: DeedIntake},
			{Op: AdviceOnly, From: desk, Right: MayIntake, Deed: DeedIntake},

			{Op: SettledOnSpot, From: []Led{LedAfterwards}, Right: MayIntake, Deed: DeedSettle},

			{Op: SettledOnSpot, From: seen, Right: MayQueue, Deed: DeedEnd},
			{Op: AcceptedNow, From: either, Right: MayQueue, Deed: DeedEnd},
			{Op: OnInCase, From: there, Right: MayQueue, Deed: DeedEnd},
			{Op: Booked, From: []Led{LedSeen, LedOnCase, LedUnseen}, Right: MayQueue, Deed: DeedEnd},
			{Op: JointProposed, From: seen, Right: MayQueue, Deed: DeedEnd},
			{Op: TransferredOut, From: either, Right: MayQueue, Deed: DeedEnd},
			{Op: NotAccepted, From: either, Right: MayQueue, Deed: DeedEnd},
			{Op: AdviceOnly, From: []Led{LedSeen, LedOnCase, LedUnseen}, Right: MayQueue, Deed: DeedEnd},
		},
	}
}

// Outcomes lists what can be led to from somewhere, in the order shown.
func Outcomes(from Led) []Outcome {
	var out []Outcome
	for _, row := range EndingCourse().Rows {
		if slices.Contains(row.From, from) {
			out = append(out, row.Op)
		}
	}
	return out
}

// Lead takes a case as far as an ending goes, if the ending's row allows it; the steps keep to
// the case's own course. After an error c must be thrown away.
func Lead(c *Case, from Led, o Outcome, steps []Step, by Actor, r Rules) error {
	if err := Why(EndingCourse(), from, o, by, r.Now); err != nil {
		return err
	}
	for _, s := range steps {
		row, err := CaseCourse().Leads(*c, s.Action)
		if err != nil {
			return err
		}
		for _, missing := range row.Needs {
			if err := missing(*c, by, r.Now); err != nil {
				return err
			}
		}
		if err := take(c, s, by, r); err != nil {
			return err
		}
	}
	return nil
}
