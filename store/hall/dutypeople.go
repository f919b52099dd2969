package hall

import "slices"

// roster is which days are to be shared out, and among whom: one of the two balances.
type roster struct {
	days   []Day
	places []int          // by day
	had    []map[int]bool // by day: who has a place now
	hint   []map[int]bool // by day: who would come of a simple rota with long rests
	count  []int          // by person: what he has had already
	have   [][]int        // by day: the result
}

// fill finds the people for every place that is left. Nobody is in two places on a day, so
// that it is enough to find out who is on duty on which day: whoever had a shift of that day
// keeps it, the others take what is left. (The network with a node for each shift gives the
// same plans; this one has a tenth of the arcs.)
func (p *planner) fill() {
	p.whoHad()
	p.whoWasWhere()
	var two [2]roster
	at := map[Day]int{} // a day's place in its balance
	p.eachDay(func(d Day, on []int) {
		r := &two[p.balance(d)]
		places, had := 0, map[int]bool{}
		for _, w := range on {
			places += p.want[w].need
			for _, who := range p.want[w].had {
				had[who] = true
			}
		}
		at[d] = len(r.days)
		r.days, r.places, r.had = append(r.days, d), append(r.places, places), append(r.had, had)
	})
	for b := range two {
		two[b].count = p.counts(b)
	}
	p.rota(&two)
	for b := range two {
		p.share(&two[b])
	}
	p.eachDay(func(d Day, on []int) { p.deal(d, on, two[p.balance(d)].have[at[d]]) })
}

func (p *planner) balance(d Day) int {
	if p.Calendar.RestDay(d) {
		return 1
	}
	return 0
}

// eachDay goes through the days that have shifts, in order, with the shifts of the day.
func (p *planner) eachDay(fn func(Day, []int)) {
	slices.SortStableFunc(p.want, func(a, b wanted) int { return int(a.now.Day - b.now.Day) })
	for i := 0; i < len(p.want); {
		var on []int
		d := p.want[i].now.Day
		for ; i < len(p.want) && p.want[i].now.Day == d; i++ {
			on = append(on, i)
		}
		fn(d, on)
	}
}

// whoHad notes for each shift who has a place on it and can keep it, nobody twice on a day.
func (p *planner) whoHad() {
	type place struct {
		who int
		day Day
	}
	taken := map[place]bool{}
	for _, moved := range []bool{false, true} { // who is on a shift of the day comes before who comes along with one
		for i := range p.want {
			w := &p.want[i]
			if w.was == nil || p.Afresh || (w.was.Day != w.now.Day) != moved {
				continue
			}
			for _, r := range w.was.People {
				who := p.person(r)
				if who >= 0 && len(w.had) < w.need && p.free(who, w.now.Day) && !taken[place{who, w.now.Day}] {
					taken[place{who, w.now.Day}] = true
					w.had = append(w.had, who)
				}
			}
		}
	}
}

// whoWasWhere counts how often each has been in each township, in what stays.
func (p *planner) whoWasWhere() {
	add := func(s Shift) {
		for _, r := range s.People {
			if i := p.person(r); i >= 0 {
				p.visits[visit{i, s.Township}]++
			}
		}
	}
	for _, s := range p.stay {
		add(s)
	}
	for _, w := range p.want {
		add(w.now)
	}
}

// counts is what each has had in a balance: before the plan, and in what stays of it.
func (p *planner) counts(balance int) []int {
	out := make([]int, len(p.Team))
	for i, m := range p.Team {
		out[i] = [...]int{m.Work, m.Rest}[balance]
	}
	add := func(s Shift) {
		if p.balance(s.Day) != balance {
			return
		}
		for _, r := range s.People {
			if i := p.person(r); i >= 0 {
				out[i]++
			}
		}
	}
	for _, s := range p.stay {
		add(s)
	}
	for _, w := range p.want {
		add(w.now)
	}
	return out
}

// rota makes the hint: day by day whoever has had least, and of these whose last duty is
// longest ago.
func (p *planner) rota(two *[2]roster) {
	last := make([]Day, len(p.Team))
	for _, s := range p.stay {
		for _, r := range s.People {
			if i := p.person(r); i >= 0 {
				last[i] = max(last[i], s.Day)
			}
		}
	}
	count := [2][]int{slices.Clone(two[0].count), slices.Clone(two[1].count)}
	next := [2]int{}
	p.eachDay(func(d Day, _ []int) {
		b := p.balance(d)
		r := &two[b]
		at := next[b]
		next[b]++
		var can []int
		for who := range p.Team {
			if p.free(who, d) {
				can = append(can, who)
			}
		}
		had := r.had[at]
		slices.SortStableFunc(can, func(x, y int) int {
			switch {
			case had[x] != had[y] && had[x]:
				return -1
			case had[x] != had[y]:
				return 1
			case count[b][x] != count[b][y]:
				return count[b][x] - count[b][y]
			}
			return int(last[x] - last[y])
		})
		hint := map[int]bool{}
		for _, who := range can[:min(len(can), r.places[at])] {
			hint[who] = true
			count[b][who]++
			last[who] = d
		}
		r.hint = append(r.hint, hint)
	})
}

// share decides who is on duty on which of a balance's days: the cheapest flow from the days
// through the people. The k-th shift of a person costs 2k-1, so that all of his cost k²; any
// place that somebody gets who does not have it now costs less than the smallest unfairness,
// and anything that is not in the hint less than a change.
func (p *planner) share(r *roster) {
	total, arcs := 0, 0
	for _, n := range r.places {
		total += n
	}
	for who := range p.Team {
		for _, d := range r.days {
			if p.free(who, d) {
				arcs += 2
			}
		}
	}
	hint := int64(1)
	change := int64(total+1) * hint
	unfair := int64(total+1) * (change + hint)
	const source, sink, days = 0, 1, 2
	people := days + len(r.days)
	n := newNetwork(people+len(p.Team), len(r.days)+arcs)
	least := slices.Min(r.count)
	can := make([]int, len(p.Team))
	type edge struct{ arc, day, who int }
	var edges []edge
	for i, d := range r.days {
		n.arc(source, days+i, r.places[i], 0)
		for who := range p.Team {
			if !p.free(who, d) || r.places[i] == 0 {
				continue
			}
			cost := int64(0)
			if !r.had[i][who] {
				cost += change
			}
			if !r.hint[i][who] {
				cost += hint
			}
			edges = append(edges, edge{n.arc(days+i, people+who, 1, cost), i, who})
			can[who]++
		}
	}
	for who := range p.Team {
		for k := min(can[who], total); k > 0; k-- { // the first shift's arc is the first one looked at
			n.arc(people+who, sink, 1, unfair*int64(2*(r.count[who]-least+k)-1))
		}
	}
	n.fill(source, sink)
	r.have = make([][]int, len(r.days))
	for _, e := range edges {
		if n.through(e.arc) > 0 {
			r.have[e.day] = append(r.have[e.day], e.who)
		}
	}
}

// deal gives the people of a day its shifts: each keeps the one he has; for what is left,
// shifts with nobody come first, and whoever was in the township least often.
func (p *planner) deal(d Day, on []int, have []int) {
	give := func(w, who int) {
		p.want[w].now.People = append(p.want[w].now.People, p.Team[who].Who)
		p.want[w].need--
		p.visits[visit{who, p.want[w].now.Township}]++
		p.away[who][d-p.first] = onDuty
		have = slices.DeleteFunc(slices.Clone(have), func(o int) bool { return o == who })
	}
	for _, w := range on {
		for _, who := range p.want[w].had {
			if slices.Contains(have, who) {
				give(w, who)
			}
		}
	}
	for _, empty := range []bool{true, false} {
		for _, w := range on {
			for p.want[w].need > 0 && len(have) > 0 && (!empty || len(p.want[w].now.People) == 0) {
				town := p.want[w].now.Township
				give(w, slices.MinFunc(have, func(a, b int) int { return p.visits[visit{a, town}] - p.visits[visit{b, town}] }))
			}
		}
	}
	for _, w := range on {
		if p.want[w].need > 0 {
			p.gaps = append(p.gaps, p.gap(p.want[w], on))
		}
	}
}

// gap says why places of a shift stay empty.
func (p *planner) gap(w wanted, on []int) DutyGap {
	d := w.now.Day
	g := DutyGap{Day: d, To: d, Township: w.now.Township, Missing: w.need}
	needed := 0
	for _, o := range on {
		needed += p.want[o].now.Need
	}
	for i, m := range p.Team {
		name := m.Who.Name
		switch p.away[i][d-p.first] {
		case notMember:
			continue
		case onLeave:
			g.Leave = append(g.Leave, name)
		case booked:
			g.Booked = append(g.Booked, name)
		case onDuty:
			g.Elsewhere = append(g.Elsewhere, name)
		}
		g.Team++
	}
	switch {
	case g.Team < needed || len(g.Leave)+len(g.Booked) == 0:
		g.Why = GapSmall
	case len(g.Booked) == 0:
		g.Why = GapLeave
	case len(g.Leave) == 0:
		g.Why = GapBooked
	default:
		g.Why = GapAway
	}
	return g
}
