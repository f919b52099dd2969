package hall

import (
	"cmp"
	"slices"
	"time"
)

// TownRhythm is how the visits to a township lie in a plan: it keeps its weekday, and they lie evenly apart.
type TownRhythm struct {
	Town        DutyTown
	Weekday     time.Weekday
	Visits      int
	Off         int // on another weekday, since that one was closed, full, or not chosen by a person
	Least, Most int // days from one visit to the next; 0: there is none
}

// spacing is how many days should lie between two visits.
func spacing(class int) int { return [...]int{1: 7, 2: 15, 3: 30}[class] }

// What a visit's day costs while the rhythm is found: each day off the township's weekday, the square of
// what a distance differs from an even one, how many visits the day has, and that its people do not suffice.
const (
	costOff   = 1000
	costApart = 25
	costVisit = 5
	costFull  = 1 << 30
)

// rhythm finds the day that each visit would best have (call.best), township by township, the most
// frequent and largest first.
func (p *planner) rhythm(calls []call) {
	left := p.peopleLeft()
	p.keepWeekdays(left)
	of := map[string][]*call{}
	for i := range calls {
		of[calls[i].town.Name] = append(of[calls[i].town.Name], &calls[i])
	}
	visits := make([]int, len(left))
	for _, t := range p.byDemand() {
		for _, c := range p.even(t, of[t.Name], left, visits) {
			left[c.best-p.first] -= c.town.Members
			visits[c.best-p.first]++
		}
	}
}

// byDemand lists the townships, those first that have the least choice.
func (p *planner) byDemand() []DutyTown {
	out := slices.Clone(p.Towns)
	slices.SortStableFunc(out, func(a, b DutyTown) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(p.members(b), p.members(a)))
	})
	return out
}

// members is how many of the team come to a township.
func (p *planner) members(t DutyTown) int {
	if t.Members == 0 {
		return max(p.Rules.Members, 1)
	}
	return t.Members
}

// keepWeekdays gives each township the weekday that it keeps: the one of the settings, or else the one it
// has been visited on, or the nearest to it on which people are left; who has none gets the one with most.
func (p *planner) keepWeekdays(left []int) {
	var room [7]float64 // people to be had on a weekday, on average
	var open [7]int
	for d := p.From; d <= p.To; d++ {
		if w := d.Weekday(); p.Calendar.On(d).Open && !p.Calendar.RestDay(d) {
			open[w]++
			room[w] += float64(left[d-p.first])
		}
	}
	most := slices.Max(open[:])
	p.weekday = map[string]time.Weekday{}
	var usual []time.Weekday
	for i, n := range open {
		if n > 0 {
			room[i] /= float64(n)
		}
		if 2*n >= most && n > 0 {
			usual = append(usual, time.Weekday(i))
		}
	}
	give := func(t DutyTown, w time.Weekday) {
		p.weekday[t.Name] = w
		room[w] -= float64(p.members(t)) * 7 / float64(spacing(t.Class))
	}
	var free []DutyTown
	for _, t := range p.byDemand() {
		want, has := p.wantedWeekday(t)
		switch {
		case !has:
			free = append(free, t)
		case len(usual) == 0 || !slices.Contains(usual, want):
			give(t, want)
		default:
			give(t, slices.MinFunc(usual, func(a, b time.Weekday) int {
				fits := func(w time.Weekday) int { return min(int(room[w])-p.members(t), 0) }
				return cmp.Or(cmp.Compare(fits(b), fits(a)), cmp.Compare(weekdays(a, want), weekdays(b, want)))
			}))
		}
	}
	for _, t := range free {
		if len(usual) == 0 {
			break
		}
		give(t, slices.MaxFunc(usual, func(a, b time.Weekday) int { return cmp.Compare(room[a], room[b]) }))
	}
}

// wantedWeekday is the weekday that a township has by the settings, or by most of the visits that stand.
func (p *planner) wantedWeekday(t DutyTown) (time.Weekday, bool) {
	if t.Weekday != 0 {
		return time.Weekday(t.Weekday % 7), true
	}
	var n [7]int
	for _, s := range p.Standing {
		if s.Kind == DutyCounty && s.Township == t.Name && s.State == DutyStands && !s.Fixed {
			n[s.Day.Weekday()]++
		}
	}
	best := 0
	for w := range n {
		if n[w] > n[best] {
			best = w
		}
	}
	return time.Weekday(best), n[best] > 0
}

// weekdays is how many days lie between two weekdays, whichever comes first.
func weekdays(a, b time.Weekday) int {
	d := (int(a) - int(b) + 7) % 7
	return min(d, 7-d)
}

// stop is a visit on the way through a township's year: with the days it can have, one for what stays.
type stop struct {
	*call
	from Day // its period's first day
	days []Day
	cost []int64 // the least up to here, by day
	back []int   // the day before that leads here
}

// even finds the days of a township's visits: of all ways through the days that are open, the one that
// costs least.
func (p *planner) even(t DutyTown, calls []*call, left, visits []int) []*call {
	if len(calls) == 0 {
		return nil
	}
	stops := p.stops(t, calls)
	for i := range stops {
		s := &stops[i]
		s.cost, s.back = make([]int64, len(s.days)), make([]int, len(s.days))
		for j, d := range s.days {
			if s.call != nil {
				s.cost[j] = p.onDay(t, d, left, visits)
			}
			if i == 0 {
				continue
			}
			before := stops[i-1]
			var least int64 = -1
			for k, e := range before.days {
				off := int64(d-e) - int64(spacing(t.Class)*periodsApart(t.Class, before.from, s.from))
				if c := before.cost[k] + costApart*off*off; least < 0 || c <= least { // the later of two that cost the same: more of a time that has begun is ahead
					least, s.back[j] = c, k
				}
			}
			s.cost[j] += least
		}
	}
	at, last := 0, stops[len(stops)-1]
	for j, c := range last.cost {
		if c <= last.cost[at] {
			at = j
		}
	}
	for i := len(stops) - 1; i >= 0; i-- {
		if s := stops[i]; s.call != nil {
			s.best = s.days[at]
		}
		at = stops[i].back[at]
	}
	return calls
}

// periodsApart is how many weeks, half-months or months lie between two that begin on some days.
func periodsApart(class int, from, to Day) int {
	n := spacing(class)
	return max((int(to-from)+n/2)/n, 1)
}

// stops are the visits whose day is to be found and those that stand anyhow, in order.
func (p *planner) stops(t DutyTown, calls []*call) []stop {
	var out []stop
	asked := map[ShiftID]bool{}
	for _, s := range p.drop {
		asked[s.ID] = true
	}
	for _, c := range calls {
		days := c.days
		if c.was != nil {
			if asked[c.was.ID] = true; !p.Afresh && slices.Contains(days, c.was.Day) {
				days = []Day{c.was.Day}
			}
		}
		out = append(out, stop{call: c, from: c.period[0], days: days})
	}
	for _, s := range p.Standing {
		if s.Kind == DutyCounty && s.Township == t.Name && s.State == DutyStands && !asked[s.ID] && p.within(s.Day) {
			from, _ := DutyPeriod(t.Class, s.planned())
			out = append(out, stop{from: from, days: []Day{s.Day}})
		}
	}
	slices.SortStableFunc(out, func(a, b stop) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.days[0], b.days[0])) })
	return out
}

// onDay is what a day costs by itself.
func (p *planner) onDay(t DutyTown, d Day, left, visits []int) int64 {
	cost := costVisit * int64(visits[d-p.first])
	if w, ok := p.weekday[t.Name]; ok && t.Class == 1 {
		usual := Monday(d) + Day(w+6)%7
		cost += costOff * int64(max(d-usual, usual-d))
	} else if ok {
		cost += costOff * int64(weekdays(d.Weekday(), w))
	}
	if p.Calendar.RestDay(d) {
		cost += costOff * 7
	}
	if left[d-p.first] < p.members(t) {
		cost += costFull
	}
	return cost
}

// rhythms are how the visits of a plan lie, with those that stand just before it and after.
func (p *planner) rhythms(shifts []Shift) []TownRhythm {
	var out []TownRhythm
	for _, t := range p.Towns {
		r := TownRhythm{Town: t, Weekday: p.weekday[t.Name]}
		var days []Day
		for _, s := range shifts {
			if s.Township != t.Name || s.State != DutyStands {
				continue
			}
			days = append(days, s.Day)
			if r.Visits++; s.Day.Weekday() != r.Weekday {
				r.Off++
			}
		}
		for _, s := range p.Standing {
			if s.Kind == DutyCounty && s.Township == t.Name && s.State == DutyStands && p.within(s.Day) && (s.Day < p.From || s.Day > p.To) {
				days = append(days, s.Day)
			}
		}
		slices.Sort(days)
		days = slices.Compact(days)
		for i := 1; i < len(days); i++ {
			gap := int(days[i] - days[i-1])
			if r.Most = max(r.Most, gap); r.Least == 0 || gap < r.Least {
				r.Least = gap
			}
		}
		if r.Visits > 0 {
			out = append(out, r)
		}
	}
	return out
}

// ClassRhythm is how the visits to all townships of a class lie; Town has the class only.
type ClassRhythm struct {
	TownRhythm
	Towns int
}

// RhythmByClass sums the townships of a plan up, class by class.
func (p DutyPlan) RhythmByClass() []ClassRhythm {
	var out []ClassRhythm
	for class := range 4 {
		c := ClassRhythm{TownRhythm: TownRhythm{Town: DutyTown{Class: class}}}
		for _, t := range p.Rhythm {
			if t.Town.Class != class {
				continue
			}
			c.Towns++
			c.Visits, c.Off, c.Most = c.Visits+t.Visits, c.Off+t.Off, max(c.Most, t.Most)
			if t.Least > 0 && (c.Least == 0 || t.Least < c.Least) {
				c.Least = t.Least
			}
		}
		if c.Towns > 0 {
			out = append(out, c)
		}
	}
	return out
}
