package hall

// Unit is what a period is counted in.
type Unit uint8

const (
	Days     Unit = iota // natural days (自然日)
	Workdays             // the State's working days (工作日), make-up days included, never the hall's hours
	Months               // months, ending on the day of the same number
)

// Period is a stretch of time with a last day: thirty days to apply for confirmation, one
// month to mediate, fifteen working days to file a change. The day it runs from does not
// count (Civil Code art. 201).
type Period struct {
	From Day
	N    int
	Unit Unit
	Roll bool // a last day that is a rest day moves to the next working day (Civil Procedure Law art. 85; Civil Code art. 203)
}

// LastDay is when a period ends. Doubt is the first year whose holidays nobody has entered
// and on which the answer rests; 0 when there is none. Who shows the day shows the doubt.
type LastDay struct {
	Day   Day
	Doubt int
}

// farthestPeriod keeps a slip in the settings from counting for ever: ten thousand working days are forty years.
const farthestPeriod = 10_000

// End is the last day of a period by the State's calendar. Months are always counted from
// From: 31 January, one month, is the last of February, and two months are 31 March. No
// From has no end.
func (p Period) End(c *Calendar) LastDay {
	if p.From == 0 {
		return LastDay{}
	}
	end := LastDay{Day: p.From}
	switch p.Unit {
	case Months:
		end.Day = p.From.AddMonths(p.N)
	case Workdays:
		for left := min(p.N, farthestPeriod); left > 0; {
			end.Day++
			if !end.rests(c) {
				left--
			}
		}
	default:
		end.Day = p.From + Day(p.N)
	}
	for p.Roll && end.rests(c) {
		end.Day++
	}
	return end
}

// rests asks the calendar about the day reached, and keeps the doubt.
func (l *LastDay) rests(c *Calendar) bool {
	rest, known := c.Rest(l.Day)
	if !known && l.Doubt == 0 {
		l.Doubt = l.Day.Year()
	}
	return rest
}
