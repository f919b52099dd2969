package hall

import "time"

// mostPlanned is the longest time one plan, or one leave, covers, in days.
const mostPlanned = 400

// DutyAsk is what a duty plan is made from. It is not changed.
type DutyAsk struct {
	Kind      DutyKind
	From, To  Day // both included; of a county's weeks those whose Thursday lies within
	NotBefore Day // what stands before it is past, and stays
	Afresh    bool
	Calendar  *Calendar
	Rules     DutyRules
	Towns     []DutyTown // of a county's plan
	Team      []DutyPerson
	Gone      []DutyRef // who can have no duty any more: account switched off, left the roster
	// Standing are the shifts that stand from some weeks before the first day to some weeks
	// after the last, of both kinds: nobody is in two places on a day.
	Standing []Shift
	Begun    map[ShiftID]bool // somebody has signed in for it: it stays
}

// DutyPerson is somebody whom a plan can put on duty, and what he has had before.
type DutyPerson struct {
	Who        DutyRef
	From, To   Day // in the team; zero: without bound
	Leave      [][2]Day
	Booked     []Day // joint consultations to attend
	Work, Rest int   // shifts before the plan's first day: on working days, on weekends and holidays
}

// DutyPlan is a plan worked out, and how it differs from what stands.
type DutyPlan struct {
	Kind     DutyKind
	From, To Day
	Shifts   []Shift // by day; a new one has no number yet
	Changes  []DutyDiff
	Gaps     []DutyGap
	Load     []DutyLoad   // in the team's order
	Rhythm   []TownRhythm // of a county's, by township
	Doubt    int          // the first year of its days whose holidays nobody has entered; 0: none
	Moved    int          // how many shifts that stood change their day or people, or fall away
}

// Over lays a plan over shifts that stand: what it changes is as it changes it.
func (p DutyPlan) Over(list []Shift) []Shift {
	now := make(map[ShiftID]Shift)
	var out []Shift
	for _, c := range p.Changes {
		if c.What == DiffNew {
			out = append(out, c.Now)
		} else {
			now[c.Was.ID] = c.Now
		}
	}
	for _, s := range list {
		changed, is := now[s.ID]
		switch {
		case !is:
			out = append(out, s)
		case changed.ID != 0:
			out = append(out, changed)
		}
	}
	return out
}

// DutyDiffKind is how a shift of a plan differs from what stands.
type DutyDiffKind uint8

const (
	DiffNew     DutyDiffKind = iota // 新增
	DiffDay                         // 换日子
	DiffPeople                      // 换人
	DiffDropped                     // 取消
)

// DutyDiff is one difference: Was is zero of a new shift, Now of one that falls away.
type DutyDiff struct {
	What     DutyDiffKind
	Was, Now Shift
}

// GapWhy is why a place on a shift stays empty.
type GapWhy uint8

const (
	GapSmall  GapWhy = iota // 人手不够: the team is too small for the day
	GapLeave                // 请假
	GapBooked               // 有会诊
	GapAway                 // 请假、会诊都有
	GapClosed               // 整段不开门: no open day in the week, half-month or month
)

// DutyGap is a shift that nobody, or not enough people, can be found for, or a period (to To)
// without an open day.
type DutyGap struct {
	Day, To   Day
	Township  string
	Missing   int
	Why       GapWhy
	Team      int // how many are in the team that day
	Leave     []string
	Booked    []string
	Elsewhere []string // on other duty that day
}

// DutyLoad is how much duty somebody has: in the plan's time, and before.
type DutyLoad struct {
	Who                    DutyRef
	Work, Rest             int
	BeforeWork, BeforeRest int
}

// RestDay reports whether duty on a day counts as duty on weekends and holidays: a day that
// the state or the hall keeps free, or a Saturday or Sunday that is no make-up workday.
func (c *Calendar) RestDay(d Day) bool {
	info := c.On(d)
	if info.Legal {
		return !info.Open
	}
	w := d.Weekday()
	return !info.Open || w == time.Saturday || w == time.Sunday
}

// PlanDuty works a plan out: as many places filled as can be; of these plans the fairest (no
// plan has a smaller sum of squares of the persons' counts, so that no count is more than one
// above another where that is possible; working days and rest days are two counts); of these
// the one that changes fewest places of what stands; of these one with much time between a
// person's shifts. A county's visits are given their days first, so that each week, half-month
// or month has one, nobody is needed twice on a day, as few visits as can be change their day, a township
// keeps its weekday, and its visits lie evenly apart.
//
// What is past, begun or fixed stays. Places that cannot be filled are named as gaps.
func PlanDuty(a DutyAsk) (DutyPlan, error) {
	if a.From == 0 || a.To < a.From || a.To-a.From >= mostPlanned {
		return DutyPlan{}, Refuse(ErrPlanRange, "most", mostPlanned).In("from")
	}
	if len(a.Team) == 0 {
		return DutyPlan{}, Refuse(ErrNoTeam).In("team")
	}
	if a.Kind == DutyCounty && len(a.Towns) == 0 {
		return DutyPlan{}, Refuse(ErrNoTownship).In("duty.township")
	}
	p := newPlanner(a)
	if a.Kind == DutyCounty {
		p.wantVisits()
	} else {
		p.wantDays()
	}
	p.fill()
	out := p.plan()
	out.Doubt = a.Calendar.Doubt(a.From, a.To)
	return out, nil
}
