package hall

import (
	"cmp"
	"slices"
)

// DutyPeriod is the week, half-month or month that a day lies in: once in it the county team
// comes. A week goes from Monday to Sunday.
func DutyPeriod(class int, d Day) (from, to Day) {
	switch class {
	case 1:
		from = d - (d-1)%7 // day 1 was a Monday
		return from, from + 6
	case 2:
		y, m, day := d.Date()
		if day <= 15 {
			return NewDay(y, m, 1), NewDay(y, m, 15)
		}
		_, last := d.Month()
		return NewDay(y, m, 16), last
	}
	return d.Month()
}

// dutyPeriods lists the periods that belong to a time. A week belongs to where its Thursday
// lies, so that each belongs to one year and one month; of half-months and months all that
// have a day in it do.
func dutyPeriods(class int, from, to Day) [][2]Day {
	var out [][2]Day
	for d := from; d <= to; {
		a, b := DutyPeriod(class, d)
		if thursday := a + 3; class != 1 || from <= thursday && thursday <= to {
			out = append(out, [2]Day{a, b})
		}
		d = b + 1
	}
	return out
}

// call is a visit whose day is to be found.
type call struct {
	town   DutyTown
	period [2]Day
	was    *Shift
	days   []Day // open ones, not past
	best   Day   // by the township's rhythm
}

// wantVisits lists the visits of a county's plan, with their days.
func (p *planner) wantVisits() {
	of := map[string][]*Shift{}
	for i := range p.Standing {
		if s := &p.Standing[i]; s.Kind == DutyCounty && (s.State == DutyStands || s.State == DutyOff) && p.within(s.Day) {
			of[s.Township] = append(of[s.Township], s)
		}
	}
	var calls []call
	seen := map[*Shift]bool{}
	for _, t := range p.Towns {
		t.Members = p.members(t)
		for _, period := range dutyPeriods(t.Class, p.From, p.To) {
			if c, ok := p.call(t, period, of[t.Name], seen); ok {
				calls = append(calls, c)
			}
		}
	}
	for _, all := range of { // a township that is no longer visited, or a class that was changed
		for _, s := range all {
			p.leftOver(s, seen)
		}
	}
	p.rhythm(calls)
	p.findDays(calls)
	p.sortWanted()
}

// leftOver deals with a visit that belongs to none of the plan's periods.
func (p *planner) leftOver(s *Shift, seen map[*Shift]bool) {
	switch {
	case seen[s] || s.State != DutyStands:
	case s.Day < p.From || s.Day > p.To:
		p.occupy(*s)
	case p.stays(s) || p.ofAnother(s):
		p.keep(s)
	default:
		p.drop = append(p.drop, *s)
	}
}

// ofAnother reports whether a visit is for a week that another time's plan looks after.
func (p *planner) ofAnother(s *Shift) bool {
	at := slices.IndexFunc(p.Towns, func(t DutyTown) bool { return t.Name == s.Township })
	return at >= 0 && !slices.ContainsFunc(dutyPeriods(p.Towns[at].Class, p.From, p.To), func(o [2]Day) bool {
		return o[0] <= s.planned() && s.planned() <= o[1]
	})
}

// planned is a day of the period that a shift was planned for.
func (s Shift) planned() Day {
	if s.For != 0 {
		return s.For
	}
	return s.Day
}

// call looks at one period of a township: the visit that stands there stays, or asks for a
// day; what is too many falls away. False: nothing is to be found.
func (p *planner) call(t DutyTown, period [2]Day, of []*Shift, seen map[*Shift]bool) (call, bool) {
	var stand []*Shift
	off := false
	for _, s := range of {
		if day := s.planned(); seen[s] || day < period[0] || day > period[1] {
			continue
		}
		if off = off || s.State == DutyOff; s.State == DutyStands {
			stand = append(stand, s)
		}
	}
	for _, s := range stand {
		seen[s] = true
	}
	slices.SortStableFunc(stand, func(a, b *Shift) int {
		if x, y := p.stays(a), p.stays(b); x != y && x {
			return -1
		} else if x != y {
			return 1
		}
		return int(a.Day - b.Day)
	})
	c := call{town: t, period: period}
	for i, s := range stand {
		switch {
		case p.stays(s):
			p.keep(s)
		case i == 0:
			c.was = s
		default:
			p.drop = append(p.drop, *s)
		}
	}
	if len(stand) > 0 && c.was == nil || off && c.was == nil || period[1] < p.NotBefore {
		return c, false
	}
	for d := max(period[0], p.NotBefore); d <= period[1]; d++ {
		if p.Calendar.On(d).Open {
			c.days = append(c.days, d)
		}
	}
	if len(c.days) == 0 {
		p.gaps = append(p.gaps, DutyGap{Day: max(period[0], p.NotBefore), To: period[1], Township: t.Name, Missing: t.Members, Why: GapClosed})
		if c.was != nil {
			p.drop = append(p.drop, *c.was)
		}
		return c, false
	}
	return c, true
}

func (p *planner) stays(s *Shift) bool { return s.Fixed || p.past(*s) }

// What a visit's day costs, from the gravest down: that it is not the day it stands on; the
// days to the one that the township's rhythm asks for, a rest day counting as a week; how many
// visits the day has.
const (
	costDay    = 1 << 32
	costStands = 1 << 48
)

// findDays finds the days: most first, since a visit that takes many people fits in fewer
// places. No day gets more visits than there are people; for what does not fit anywhere the
// best day is taken all the same, and the people who are missing are named.
func (p *planner) findDays(calls []call) {
	slices.SortStableFunc(calls, func(a, b call) int { return b.town.Members - a.town.Members })
	left := p.peopleLeft()
	for len(calls) > 0 {
		n := 1
		for n < len(calls) && calls[n].town.Members == calls[0].town.Members {
			n++
		}
		p.placeCalls(calls[:n], left)
		calls = calls[n:]
	}
}

// peopleLeft counts who is free, by day, beside what visits that stay still need.
func (p *planner) peopleLeft() []int {
	left := make([]int, len(p.away[0]))
	for _, row := range p.away {
		for d, s := range row {
			if s == free {
				left[d]++
			}
		}
	}
	for _, w := range p.want {
		if p.within(w.now.Day) {
			left[w.now.Day-p.first] -= w.need
		}
	}
	return left
}

// placeCalls finds the days of visits that take equally many people.
func (p *planner) placeCalls(calls []call, left []int) {
	members := calls[0].town.Members
	const source, sink, visits = 0, 1, 2
	days := visits + len(calls)
	arcs := 0
	for _, c := range calls {
		arcs += 1 + len(c.days)
	}
	for _, n := range left {
		arcs += max(n, 0)
	}
	n := newNetwork(days+len(left), arcs)
	first := make([]int, len(calls)) // the arc to each visit's first day
	for i, c := range calls {
		n.arc(source, visits+i, 1, 0)
		for j, d := range c.days {
			a := n.arc(visits+i, days+int(d-p.first), 1, p.dayCost(c, d))
			if j == 0 {
				first[i] = a
			}
		}
	}
	for d, some := range left {
		for k := some / members; k > 0; k-- {
			n.arc(days+d, sink, 1, int64(2*k-1))
		}
	}
	n.fill(source, sink)
	for i, c := range calls {
		day := slices.MinFunc(c.days, func(a, b Day) int { return cmp.Compare(p.dayCost(c, a), p.dayCost(c, b)) })
		for j, d := range c.days {
			if n.through(first[i]+2*j) > 0 {
				day = d
			}
		}
		left[day-p.first] -= members
		p.askVisit(c, day)
	}
}

func (p *planner) askVisit(c call, d Day) {
	now := Shift{Kind: DutyCounty}
	if c.was != nil {
		now = *c.was
	}
	now.Day, now.For, now.Township, now.Need = d, c.period[0], c.town.Name, c.town.Members
	p.ask(c.was, now, c.period[1])
}

// dayCost is what it costs to put a visit on a day.
func (p *planner) dayCost(c call, d Day) int64 {
	cost := int64(0)
	if c.was != nil && !p.Afresh && c.was.Day != d {
		cost += costStands
	}
	cost += costDay * int64(max(d-c.best, c.best-d))
	if p.Calendar.RestDay(d) {
		cost += costDay * 7
	}
	return cost
}

// sortWanted brings the visits of a day into the order of the townships.
func (p *planner) sortWanted() {
	at := map[string]int{}
	for i, t := range p.Towns {
		at[t.Name] = i
	}
	slices.SortStableFunc(p.want, func(a, b wanted) int {
		if a.now.Day != b.now.Day {
			return int(a.now.Day - b.now.Day)
		}
		return at[a.now.Township] - at[b.now.Township]
	})
}
