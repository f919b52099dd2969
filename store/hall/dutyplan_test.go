package hall_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/almanac"
	"sizhen/store/hall"
)

func member(i int) hall.DutyRef {
	return hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(i + 1), Name: string(rune('甲' + i))}
}

func team(n int) []hall.DutyPerson {
	out := make([]hall.DutyPerson, n)
	for i := range out {
		out[i].Who = member(i)
	}
	return out
}

// onDuty is who of a team has duty on a day of a plan.
func onDuty(p hall.DutyPlan, d hall.Day) []hall.DutyRef {
	var out []hall.DutyRef
	for _, s := range p.Shifts {
		if s.Day == d && s.State == hall.DutyStands {
			out = append(out, s.People...)
		}
	}
	return out
}

func can(m hall.DutyPerson, d hall.Day) bool {
	for _, l := range m.Leave {
		if l[0] <= d && d <= l[1] {
			return false
		}
	}
	return !slices.Contains(m.Booked, d) && m.From <= d && (m.To == 0 || d <= m.To)
}

// drawDuty draws a hall's duty over a few days, with a plan that stands.
func drawDuty(t *rapid.T, days, most int) hall.DutyAsk {
	from := hall.NewDay(2026, 10, 1) + hall.Day(rapid.IntRange(0, 12).Draw(t, "from")) // National Day lies in it
	a := hall.DutyAsk{
		From: from, To: from + hall.Day(rapid.IntRange(0, days-1).Draw(t, "days")), Calendar: almanac.Calendar(hall.Defaults()),
		Rules: hall.DutyRules{Open: rapid.IntRange(0, 2).Draw(t, "open"), Closed: rapid.IntRange(0, 2).Draw(t, "closed")},
		Team:  team(rapid.IntRange(1, most).Draw(t, "team")),
	}
	for i := range a.Team {
		m := &a.Team[i]
		m.Work, m.Rest = rapid.IntRange(0, 2).Draw(t, "work"), rapid.IntRange(0, 2).Draw(t, "rest")
		for d := a.From; d <= a.To; d++ {
			switch rapid.IntRange(0, 5).Draw(t, "day") {
			case 0:
				m.Leave = append(m.Leave, [2]hall.Day{d, d})
			case 1:
				m.Booked = append(m.Booked, d)
			}
		}
	}
	if rapid.Bool().Draw(t, "stands") {
		for d := a.From; d <= a.To; d++ {
			need := a.Rules.Closed
			if a.Calendar.On(d).Open {
				need = a.Rules.Open
			}
			if need == 0 {
				continue
			}
			s := hall.Shift{ID: hall.ShiftID(d), Day: d, For: d, Need: need}
			for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(a.Team)-1), 0, min(need, len(a.Team)), rapid.ID).Draw(t, "had") {
				s.People = append(s.People, a.Team[i].Who)
			}
			a.Standing = append(a.Standing, s)
		}
	}
	return a
}

// worth is how good a plan is, the first figures first: places that stay empty, the squares
// of the counts, places that change.
type worth [3]int

func (w worth) better(o worth) bool { return slices.Compare(w[:], o[:]) < 0 }

func worthOf(a hall.DutyAsk, who map[hall.Day][]int) worth {
	var w worth
	count := [2][]int{}
	for b := range count {
		for _, m := range a.Team {
			count[b] = append(count[b], [...]int{m.Work, m.Rest}[b])
		}
	}
	for d := a.From; d <= a.To; d++ {
		need := a.Rules.Closed
		if a.Calendar.On(d).Open {
			need = a.Rules.Open
		}
		w[0] += need - len(who[d])
		var had []hall.DutyRef
		for _, s := range a.Standing {
			if s.Day == d {
				had = s.People
			}
		}
		for _, i := range who[d] {
			b := 0
			if a.Calendar.RestDay(d) {
				b = 1
			}
			count[b][i]++
			if !slices.ContainsFunc(had, a.Team[i].Who.Same) {
				w[2]++
			}
		}
	}
	for _, c := range count {
		for _, n := range c {
			w[1] += n * n
		}
	}
	return w
}

// bestOf tries every plan.
func bestOf(a hall.DutyAsk) worth {
	who := map[hall.Day][]int{}
	var best *worth
	var try func(hall.Day)
	try = func(d hall.Day) {
		if d > a.To {
			if w := worthOf(a, who); best == nil || w.better(*best) {
				best = &w
			}
			return
		}
		need := a.Rules.Closed
		if a.Calendar.On(d).Open {
			need = a.Rules.Open
		}
		var free []int
		for i, m := range a.Team {
			if can(m, d) {
				free = append(free, i)
			}
		}
		need = min(need, len(free)) // one more never spoils the first figure
		for set := range 1 << len(free) {
			var some []int
			for k, i := range free {
				if set>>k&1 == 1 {
					some = append(some, i)
				}
			}
			if len(some) == need {
				who[d] = some
				try(d + 1)
			}
		}
	}
	try(a.From)
	return *best
}

// No plan of all that are possible fills more places; of those that fill as many none is
// fairer; of those as fair none changes less.
func TestDutyPlanIsTheBestOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawDuty(t, 5, 4)
		p, err := hall.PlanDuty(a)
		if err != nil {
			t.Fatal(err)
		}
		who := map[hall.Day][]int{}
		for d := a.From; d <= a.To; d++ {
			for _, r := range onDuty(p, d) {
				i := slices.IndexFunc(a.Team, func(m hall.DutyPerson) bool { return m.Who.Same(r) })
				if !can(a.Team[i], d) || slices.Contains(who[d], i) {
					t.Fatalf("%s has duty on %v and cannot, or twice", r.Name, d)
				}
				who[d] = append(who[d], i)
			}
		}
		if got, want := worthOf(a, who), bestOf(a); got != want {
			t.Fatalf("empty, squares, changes: %v; the best plan has %v", got, want)
		}
		missing := 0
		for _, g := range p.Gaps {
			missing += g.Missing
		}
		if missing != worthOf(a, who)[0] {
			t.Fatalf("%d places are empty, the gaps name %d", worthOf(a, who)[0], missing)
		}
	})
}

// What somebody has fixed stays, what is past stays, and who cannot come any more is replaced.
func TestPlanLeavesFixedAndPastShiftsAlone(t *testing.T) {
	mon := hall.NewDay(2026, 11, 23)
	a := hall.DutyAsk{From: mon, To: mon + 4, NotBefore: mon + 1, Calendar: almanac.Calendar(hall.Defaults()), Rules: hall.DutyRules{Open: 1}, Team: team(3)}
	gone := hall.DutyRef{Kind: hall.InviteStaff, ID: 9, Name: "老主任"}
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "县里来的人"}
	a.Gone = []hall.DutyRef{gone}
	shift := func(id int, off hall.Day, fixed bool, who ...hall.DutyRef) hall.Shift {
		return hall.Shift{ID: hall.ShiftID(id), Day: mon + off, For: mon + off, Need: 1, People: who, Fixed: fixed}
	}
	a.Standing = []hall.Shift{
		shift(1, 0, false, gone), shift(2, 1, true, member(0)), shift(3, 2, true, gone), shift(4, 3, true, guest), shift(5, 4, false, gone),
	}
	a.Begun = map[hall.ShiftID]bool{}
	p, err := hall.PlanDuty(a)
	if err != nil {
		t.Fatal(err)
	}
	got := map[hall.ShiftID]hall.DutyRef{}
	for _, s := range p.Shifts {
		if len(s.People) != 1 {
			t.Fatalf("%+v", s)
		}
		got[s.ID] = s.People[0]
	}
	if got[1] != gone || got[2] != member(0) || got[4] != guest {
		t.Errorf("past, fixed and a guest's: %+v", got)
	}
	if got[3] == gone || got[5] == gone || got[3] == got[5] || got[3] == member(0) || got[5] == member(0) {
		t.Errorf("who left is replaced by those who have nothing yet: %+v", got)
	}
	if p.Moved != 2 {
		t.Errorf("%d moved: %+v", p.Moved, p.Changes)
	}
}

// What cannot be filled is named with the reason, and everything else is planned.
func TestGapsSayWhy(t *testing.T) {
	mon := hall.NewDay(2026, 11, 23)
	ask := func(n, need int, change func(*hall.DutyAsk)) []hall.DutyGap {
		a := hall.DutyAsk{From: mon, To: mon + 1, Calendar: almanac.Calendar(hall.Defaults()), Rules: hall.DutyRules{Open: need}, Team: team(n)}
		change(&a)
		p, err := hall.PlanDuty(a)
		if err != nil {
			t.Fatal(err)
		}
		return p.Gaps
	}
	all := func(a *hall.DutyAsk) {
		for i := range a.Team {
			a.Team[i].Leave = [][2]hall.Day{{mon, mon}}
		}
	}
	if g := ask(1, 3, func(*hall.DutyAsk) {}); len(g) != 2 || g[0].Why != hall.GapSmall || g[0].Missing != 2 || g[0].Team != 1 {
		t.Errorf("a team too small: %+v", g)
	}
	if g := ask(2, 1, all); len(g) != 1 || g[0].Day != mon || g[0].Why != hall.GapLeave || len(g[0].Leave) != 2 {
		t.Errorf("all on leave: %+v", g)
	}
	if g := ask(2, 1, func(a *hall.DutyAsk) { a.Team[0].Booked, a.Team[1].Booked = []hall.Day{mon}, []hall.Day{mon} }); len(g) != 1 || g[0].Why != hall.GapBooked {
		t.Errorf("all at a joint consultation: %+v", g)
	}
	if g := ask(2, 1, func(a *hall.DutyAsk) { all(a); a.Team[1].Leave, a.Team[1].Booked = nil, []hall.Day{mon} }); len(g) != 1 || g[0].Why != hall.GapAway {
		t.Errorf("leave and a joint consultation: %+v", g)
	}
	if _, err := hall.PlanDuty(hall.DutyAsk{From: mon, To: mon, Calendar: almanac.Calendar(hall.Defaults())}); code(err) != hall.ErrNoTeam {
		t.Errorf("nobody in the team: %v", err)
	}
	if _, err := hall.PlanDuty(hall.DutyAsk{From: mon, To: mon - 1, Team: team(1)}); code(err) != hall.ErrPlanRange {
		t.Errorf("backwards: %v", err)
	}
	if _, err := hall.PlanDuty(hall.DutyAsk{Kind: hall.DutyCounty, From: mon, To: mon, Team: team(1)}); code(err) != hall.ErrNoTownship {
		t.Errorf("no township: %v", err)
	}
}

func code(err error) hall.Code {
	if e, ok := err.(*hall.Error); ok {
		return e.Code
	}
	return ""
}

// A month of a hall of five: nobody has duty on two days running while others rest.
func TestShiftsOfOnePersonLieApart(t *testing.T) {
	a := hall.DutyAsk{From: hall.NewDay(2026, 11, 1), To: hall.NewDay(2026, 11, 30), Calendar: almanac.Calendar(hall.Defaults()),
		Rules: hall.DutyRules{Open: 1, Closed: 1}, Team: team(5)}
	p, err := hall.PlanDuty(a)
	if err != nil {
		t.Fatal(err)
	}
	last := map[uint64]hall.Day{}
	for _, s := range p.Shifts {
		who := s.People[0].ID
		if last[who] != 0 && s.Day-last[who] < 3 {
			t.Errorf("%s on %v and %v", s.People[0].Name, last[who], s.Day)
		}
		last[who] = s.Day
	}
}

// Duty on weekends and holidays is counted apart from that on working days, a make-up
// workday among these; what the hall itself closes counts as a day of rest.
func TestRestDays(t *testing.T) {
	s := hall.Defaults()
	day := func(m time.Month, d int) hall.Day { return hall.NewDay(2026, m, d) }
	s.Days = []hall.SpecialDay{{From: day(11, 25), Name: "装修"}, {From: day(11, 28), Name: "集市", Open: true}}
	c := almanac.Calendar(s)
	for d, want := range map[hall.Day]bool{
		day(11, 24): false, day(11, 25): true, day(11, 28): true, day(11, 29): true, // Tuesday, closed by the hall, a Saturday open for the market, Sunday
		day(10, 1): true, day(10, 10): false, // National Day, a Saturday to make up for it
	} {
		if c.RestDay(d) != want {
			t.Errorf("%v, a %v, is a day of rest: %v", d, d.Weekday(), !want)
		}
	}
}
