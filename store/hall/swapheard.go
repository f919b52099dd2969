package hall

import "slices"

// Hears reports whether the actor has still to see what became of a swap.
func (s DutySwap) Hears(a Actor) bool {
	return s.HearHead && a.May(MayPlan) || slices.ContainsFunc(s.Hear, func(r DutyRef) bool { return r.Is(a) })
}

// Unheard reports whether anybody has still to see what became of a swap.
func (s DutySwap) Unheard() bool { return s.HearHead || len(s.Hear) > 0 }

// Heard notes that the actor has seen what became of a swap; the head hears once for all who plan.
func (s *DutySwap) Heard(a Actor) {
	s.Hear = slices.DeleteFunc(slices.Clone(s.Hear), func(r DutyRef) bool { return r.Is(a) })
	s.HearHead = s.HearHead && !a.May(MayPlan)
}
