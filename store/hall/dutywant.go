package hall

import (
	"slices"
	"strings"
	"time"
)

// wanted is a shift on its way into the plan.
type wanted struct {
	was  *Shift // what stands; nil: new
	now  Shift  // people: those who stay in any case, until the plan is filled
	had  []int  // who has it now, and could have it still
	need int    // places left to fill
	to   Day    // the last day of the visit's period
}

// planner works out one plan.
type planner struct {
	DutyAsk
	first  Day       // the days below count from it
	away   [][]state // by person and day
	want   []wanted
	stay   []Shift // what stays as it is: past, fixed and filled
	drop   []Shift
	gaps   []DutyGap
	visits map[visit]int // how often somebody was in a township

	weekday map[string]time.Weekday // that each township keeps
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
func (p *planner) occupy(s Shift) {
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
func (p *planner) past(s Shift) bool { return s.Day < p.NotBefore || p.Begun[s.ID] }

// keep puts a shift that is past, or fixed by a person, into the plan. Who is on a fixed one
// and cannot come any more leaves his place to be filled.
func (p *planner) keep(s *Shift) {
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
func (p *planner) ask(was *Shift, now Shift, to Day) {
	w := wanted{was: was, now: now, need: now.Need, to: to}
	w.now.People = nil
	p.want = append(p.want, w)
}

// wantDays lists the hall's own shifts: one a day that is to be kept, and what was added or
// moved by hand.
func (p *planner) wantDays() {
	own := map[Day]*Shift{}
	var rest []*Shift
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
			p.ask(nil, Shift{Kind: DutyHall, Day: d, For: d, Need: need}, d)
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
	if p.Kind == DutyCounty {
		out.Rhythm = p.rhythms(out.Shifts)
	}
	return out
}

func (d DutyDiff) day() Day {
	if d.What == DiffDropped {
		return d.Was.Day
	}
	return d.Now.Day
}

func sortShifts(list []Shift) {
	slices.SortStableFunc(list, func(a, b Shift) int {
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

func (p *planner) load(shifts []Shift) []DutyLoad {
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
