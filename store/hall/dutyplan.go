package hall

import (
	"slices"
	"strings"
	"time"
)

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
	Standing []DutyShift
	Begun    map[DutyID]bool // somebody has signed in for it: it stays
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
	Shifts   []DutyShift // by day; a new one has no number yet
	Changes  []DutyDiff
	Gaps     []DutyGap
	Load     []DutyLoad // in the team's order
	Moved    int        // how many shifts that stood change their day or people, or fall away
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
	Was, Now DutyShift
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
// or month has one, nobody is needed twice on a day, and as few visits as can be change their day.
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
	return p.plan(), nil
}

// wanted is a shift on its way into the plan.
type wanted struct {
	was  *DutyShift // what stands; nil: new
	now  DutyShift  // people: those who stay in any case, until the plan is filled
	had  []int      // who has it now, and could have it still
	need int        // places left to fill
	to   Day        // the last day of the visit's period
}

// planner works out one plan.
type planner struct {
	DutyAsk
	first  Day       // the days below count from it
	away   [][]state // by person and day
	want   []wanted
	stay   []DutyShift // what stays as it is: past, fixed and filled
	drop   []DutyShift
	gaps   []DutyGap
	visits map[visit]int // how often somebody was in a township
}

type visit struct {
	who  int
	town string
}

// state is why somebody is not free on a day.
type state = uint8

const (
	free state = iota
	notMember
	onLeave
	booked
	onDuty
)

// margin is how far outside the plan's time a period can reach: a month.
const margin = 31

func newPlanner(a DutyAsk) *planner {
	p := &planner{DutyAsk: a, first: a.From - margin, visits: map[visit]int{}}
	days := int(a.To-a.From) + 1 + 2*margin
	p.away = make([][]state, len(a.Team))
	for i, m := range a.Team {
		row := make([]state, days)
		p.away[i] = row
		mark := func(from, to Day, s state) {
			for d := max(from, p.first); d <= min(to, p.first+Day(days)-1); d++ {
				row[d-p.first] = s
			}
		}
		for _, d := range m.Booked {
			mark(d, d, booked)
		}
		for _, l := range m.Leave {
			mark(l[0], l[1], onLeave)
		}
		if m.From != 0 {
			mark(p.first, m.From-1, notMember)
		}
		if m.To != 0 {
			mark(m.To+1, p.first+Day(days), notMember)
		}
	}
	for i := range a.Standing {
		if s := &a.Standing[i]; s.Kind != a.Kind && s.State == DutyStands {
			p.occupy(*s)
		}
	}
	return p
}

// free reports whether a person can have duty on a day.
func (p *planner) free(who int, d Day) bool { return p.away[who][d-p.first] == free }

func (p *planner) within(d Day) bool { return d >= p.first && int(d-p.first) < len(p.away[0]) }

// person finds somebody in the team; -1: he is not in it.
func (p *planner) person(r DutyRef) int {
	return slices.IndexFunc(p.Team, func(m DutyPerson) bool { return m.Who.Same(r) })
}

// occupy takes the day of everybody who is on a shift.
func (p *planner) occupy(s DutyShift) {
	if !p.within(s.Day) {
		return
	}
	for _, who := range s.People {
		if i := p.person(who); i >= 0 && p.free(i, s.Day) {
			p.away[i][s.Day-p.first] = onDuty
		}
	}
}

// past reports whether a shift stays as it is whoever is on it.
func (p *planner) past(s DutyShift) bool { return s.Day < p.NotBefore || p.Begun[s.ID] }

// keep puts a shift that is past, or fixed by a person, into the plan. Who is on a fixed one
// and cannot come any more leaves his place to be filled.
func (p *planner) keep(s *DutyShift) {
	if p.past(*s) {
		p.stay = append(p.stay, *s)
		p.occupy(*s)
		return
	}
	w := wanted{was: s, now: *s}
	w.now.People = nil
	for _, who := range s.People {
		i := p.person(who)
		if i >= 0 && !p.free(i, s.Day) || slices.ContainsFunc(p.Gone, who.Same) {
			continue
		}
		w.now.People = append(w.now.People, who)
	}
	p.occupy(w.now)
	w.need = max(s.Need-len(w.now.People), 0)
	p.want = append(p.want, w)
}

// ask puts a shift into the plan whose people are still to be found.
func (p *planner) ask(was *DutyShift, now DutyShift, to Day) {
	w := wanted{was: was, now: now, need: now.Need, to: to}
	w.now.People = nil
	p.want = append(p.want, w)
}

// wantDays lists the hall's own shifts: one a day that is to be kept, and what was added or
// moved by hand.
func (p *planner) wantDays() {
	own := map[Day]*DutyShift{}
	var rest []*DutyShift
	for i := range p.Standing {
		s := &p.Standing[i]
		switch {
		case s.Kind != DutyHall || s.Day < p.From || s.Day > p.To:
		case s.State == DutyOff && own[s.Day] == nil && s.For == s.Day:
			own[s.Day] = s // called off by a person: nobody is asked to come
		case s.State != DutyStands:
		case s.For == s.Day && (own[s.Day] == nil || own[s.Day].State == DutyOff):
			own[s.Day] = s
		default:
			rest = append(rest, s)
		}
	}
	for d := p.From; d <= p.To; d++ {
		s, need := own[d], p.needOn(d)
		switch {
		case s != nil && s.State == DutyOff:
		case s != nil && (s.Fixed || p.past(*s)):
			p.keep(s)
		case d < p.NotBefore:
		case need == 0 && s != nil:
			p.drop = append(p.drop, *s)
		case need > 0 && s == nil:
			p.ask(nil, DutyShift{Kind: DutyHall, Day: d, For: d, Need: need}, d)
		case need > 0:
			now := *s
			now.Need = need
			p.ask(s, now, d)
		}
	}
	for _, s := range rest {
		p.keep(s)
	}
}

func (p *planner) needOn(d Day) int {
	if p.Calendar.On(d).Open {
		return p.Rules.Open
	}
	return p.Rules.Closed
}

// plan is the result, with how it differs from what stands.
func (p *planner) plan() DutyPlan {
	out := DutyPlan{Kind: p.Kind, From: p.From, To: p.To, Gaps: p.gaps}
	out.Shifts = append(out.Shifts, p.stay...)
	for _, w := range p.want {
		out.Shifts = append(out.Shifts, w.now)
		switch {
		case w.was == nil:
			out.Changes = append(out.Changes, DutyDiff{What: DiffNew, Now: w.now})
		case w.was.Day != w.now.Day:
			out.Changes = append(out.Changes, DutyDiff{DiffDay, *w.was, w.now})
		case !samePeople(w.was.People, w.now.People) || w.was.Need != w.now.Need:
			out.Changes = append(out.Changes, DutyDiff{DiffPeople, *w.was, w.now})
		}
	}
	for _, s := range p.drop {
		out.Changes = append(out.Changes, DutyDiff{What: DiffDropped, Was: s})
	}
	for _, c := range out.Changes {
		if c.What != DiffNew {
			out.Moved++
		}
	}
	sortShifts(out.Shifts)
	slices.SortStableFunc(out.Changes, func(a, b DutyDiff) int { return int(a.day() - b.day()) })
	slices.SortStableFunc(out.Gaps, func(a, b DutyGap) int { return int(a.Day - b.Day) })
	out.Load = p.load(out.Shifts)
	return out
}

func (d DutyDiff) day() Day {
	if d.What == DiffDropped {
		return d.Was.Day
	}
	return d.Now.Day
}

func sortShifts(list []DutyShift) {
	slices.SortStableFunc(list, func(a, b DutyShift) int {
		if a.Day != b.Day {
			return int(a.Day - b.Day)
		}
		return strings.Compare(a.Township, b.Township)
	})
}

func samePeople(a, b []DutyRef) bool {
	if len(a) != len(b) {
		return false
	}
	for _, p := range a {
		if indexOf(b, p) < 0 {
			return false
		}
	}
	return true
}

func (p *planner) load(shifts []DutyShift) []DutyLoad {
	out := make([]DutyLoad, len(p.Team))
	for i, m := range p.Team {
		out[i] = DutyLoad{Who: m.Who, BeforeWork: m.Work, BeforeRest: m.Rest}
	}
	for _, s := range shifts {
		rest := p.Calendar.RestDay(s.Day)
		for _, who := range s.People {
			if i := p.person(who); i >= 0 && rest {
				out[i].Rest++
			} else if i >= 0 {
				out[i].Work++
			}
		}
	}
	return out
}
