package hall

import (
	"cmp"
	"maps"
	"slices"
)

// Monday is the first day of a day's week.
func Monday(d Day) Day {
	d, _ = DutyPeriod(1, d)
	return d
}

// Shortage is, of the week of a plan that asks for most, how many turns it needs, how many the team can
// take, one a day each, and how many more people that calls for; 0: the team is large enough.
func (p DutyPlan) Shortage() (need, can, more int) {
	type week struct {
		need int
		days map[Day]bool
	}
	weeks := map[Day]*week{}
	for _, s := range p.Shifts {
		w := weeks[Monday(s.Day)]
		if w == nil {
			w = &week{days: map[Day]bool{}}
			weeks[Monday(s.Day)] = w
		}
		w.need += max(s.Need, len(s.People))
		w.days[s.Day] = true
	}
	for _, d := range slices.SortedFunc(maps.Keys(weeks), cmp.Compare) {
		w := weeks[d]
		turns := len(w.days) * len(p.Load)
		if short := w.need - turns; short > max(need-can, 0) {
			need, can = w.need, turns
			more = max(more, (short+len(w.days)-1)/len(w.days))
		}
	}
	return need, can, more
}
