package hall_test

import (
	"fmt"
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
			s := hall.DutyShift{ID: hall.DutyID(d), Day: d, For: d, Need: need}
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

// flaw finds a way to make a plan better by handing shifts on: fairer, or as fair with fewer
// changes. A plan without such a way is the best there is. stood is the plan before; nil: none.
func flaw(a hall.DutyAsk, p hall.DutyPlan, rest bool, stood []hall.DutyShift) string {
	const never = 1 << 20
	n := len(a.Team)
	count, hand := make([]int, n), make([][]int, n) // what it costs in changes that i hands a shift to j
	for i := range hand {
		hand[i] = slices.Repeat([]int{never}, n)
		if l := p.Load[i]; rest {
			count[i] = l.Rest + l.BeforeRest
		} else {
			count[i] = l.Work + l.BeforeWork
		}
	}
	had := byDay(stood)
	for d, on := range byDay(p.Shifts) {
		if a.Calendar.RestDay(d) != rest {
			continue
		}
		cost := func(m hall.DutyPerson) int {
			if stood == nil || slices.ContainsFunc(had[d], m.Who.Same) {
				return 0
			}
			return 1
		}
		for i, m := range a.Team {
			for j, o := range a.Team {
				if slices.ContainsFunc(on, m.Who.Same) && !slices.ContainsFunc(on, o.Who.Same) && can(o, d) {
					hand[i][j] = min(hand[i][j], cost(o)-cost(m))
				}
			}
		}
	}
	for k := range hand {
		for i := range hand {
			for j := range hand {
				if hand[i][k] < never && hand[k][j] < never {
					hand[i][j] = min(hand[i][j], hand[i][k]+hand[k][j])
				}
			}
		}
	}
	for i := range hand {
		for j := range hand {
			who := fmt.Sprintf("%s has %d, %s has %d", a.Team[i].Who.Name, count[i], a.Team[j].Who.Name, count[j])
			switch {
			case hand[i][j] < never && count[i] >= count[j]+2:
				return "fairer: " + who
			case hand[i][j] < 0 && (i == j || count[i] == count[j]+1):
				return "with fewer changes: " + who
			}
		}
	}
	return ""
}

func byDay(list []hall.DutyShift) map[hall.Day][]hall.DutyRef {
	out := map[hall.Day][]hall.DutyRef{}
	for _, s := range list {
		out[s.Day] = append(out[s.Day], s.People...)
	}
	return out
}

// drawCounty draws a county: townships of all classes and a team with leaves and bookings.
func drawCounty(t *rapid.T, most int) hall.DutyAsk {
	year := rapid.SampledFrom([]int{2025, 2026, 2027, 2028, 2031}).Draw(t, "year")
	a := hall.DutyAsk{
		Kind: hall.DutyCounty, From: hall.NewDay(year, 1, 1), To: hall.NewDay(year, 12, 31), Calendar: almanac.Calendar(hall.Defaults()),
		Rules: hall.DutyRules{Members: 1}, Team: team(rapid.IntRange(1, most).Draw(t, "team")),
	}
	for i := range rapid.IntRange(1, most).Draw(t, "towns") {
		a.Towns = append(a.Towns, hall.DutyTown{
			Name: fmt.Sprint("镇", i), Class: rapid.IntRange(1, 3).Draw(t, "class"), Weekday: rapid.IntRange(0, 5).Draw(t, "weekday"), Members: rapid.IntRange(0, 2).Draw(t, "members"),
		})
	}
	for i := range a.Team {
		for range rapid.IntRange(0, 3).Draw(t, "leaves") {
			from := a.From + hall.Day(rapid.IntRange(0, 360).Draw(t, "leave"))
			a.Team[i].Leave = append(a.Team[i].Leave, [2]hall.Day{from, from + hall.Day(rapid.IntRange(0, 40).Draw(t, "long"))})
		}
		for range rapid.IntRange(0, 5).Draw(t, "joints") {
			a.Team[i].Booked = append(a.Team[i].Booked, a.From+hall.Day(rapid.IntRange(0, 364).Draw(t, "joint")))
		}
	}
	return a
}

// checkCounty looks whether a county's plan keeps all that is promised.
func checkCounty(t *rapid.T, a hall.DutyAsk, p hall.DutyPlan, stood []hall.DutyShift) {
	empty := map[string]int{} // by day and township: places that are named as empty
	closed := map[string]bool{}
	for _, g := range p.Gaps {
		if g.Why == hall.GapClosed {
			closed[g.Township+g.To.String()] = true
			continue
		}
		empty[g.Township+g.Day.String()] += g.Missing
	}
	for _, s := range p.Shifts {
		if !a.Calendar.On(s.Day).Open {
			t.Fatalf("%s is visited on %v, which is closed", s.Township, s.Day)
		}
		if len(s.People)+empty[s.Township+s.Day.String()] != s.Need {
			t.Fatalf("%s on %v: %d people for %d places, %d named as empty", s.Township, s.Day, len(s.People), s.Need, empty[s.Township+s.Day.String()])
		}
	}
	for i, m := range a.Team {
		busy := map[hall.Day]bool{}
		for _, s := range p.Shifts {
			if !s.Has(m.Who) {
				continue
			}
			if busy[s.Day] || !can(a.Team[i], s.Day) {
				t.Fatalf("%s is on duty on %v and cannot, or twice", m.Who.Name, s.Day)
			}
			busy[s.Day] = true
		}
	}
	for _, town := range a.Towns {
		for d := a.From; d <= a.To; d++ {
			from, to := hall.DutyPeriod(town.Class, d)
			if d != from || town.Class == 1 && from+3 > a.To {
				continue
			}
			n := 0
			for _, s := range p.Shifts {
				if s.Township == town.Name && from <= s.Day && s.Day <= to {
					n++
				}
			}
			if want := 1; n != want && !(n == 0 && closed[town.Name+to.String()]) {
				t.Fatalf("%s, class %d, has %d visits from %v to %v", town.Name, town.Class, n, from, to)
			}
		}
	}
	for _, rest := range []bool{false, true} {
		if why := flaw(a, p, rest, stood); why != "" {
			t.Fatal("it could be " + why)
		}
	}
}

func TestCountyPlanKeepsFrequencyFairnessAndPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawCounty(t, 8)
		p, err := hall.PlanDuty(a)
		if err != nil {
			t.Fatal(err)
		}
		checkCounty(t, a, p, nil)
		if len(p.Changes) != len(p.Shifts) {
			t.Fatalf("%d changes, %d shifts, all of them new", len(p.Changes), len(p.Shifts))
		}
		// The same again over the plan that now stands changes nothing.
		a.Standing = numbered(p.Shifts)
		again, err := hall.PlanDuty(a)
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Changes) != 0 {
			t.Fatalf("planned again without a reason, %d change: %+v", len(again.Changes), again.Changes[0])
		}
		// One more leave: all is kept still, and who is not concerned keeps his shift unless that evens the counts.
		who, from := rapid.IntRange(0, len(a.Team)-1).Draw(t, "who"), a.From+hall.Day(rapid.IntRange(0, 350).Draw(t, "when"))
		leave := [2]hall.Day{from, from + hall.Day(rapid.IntRange(0, 14).Draw(t, "days"))}
		a.Team[who].Leave = append(slices.Clone(a.Team[who].Leave), leave)
		after, err := hall.PlanDuty(a)
		if err != nil {
			t.Fatal(err)
		}
		var stood []hall.DutyShift // as it would be if nobody were on leave: the days as they are now
		for _, now := range after.Shifts {
			now.People = nil
			for _, was := range p.Shifts {
				if was.Township == now.Township && was.Day == now.Day {
					now.People = was.People
				}
			}
			stood = append(stood, now)
		}
		if slices.ContainsFunc(after.Changes, func(c hall.DutyDiff) bool { return c.What == hall.DiffDay }) {
			stood = nil // what came along with a visit is told by the frequency and the fairness
		}
		checkCounty(t, a, after, stood)
		lost := 0
		for _, s := range p.Shifts {
			if s.Has(a.Team[who].Who) && leave[0] <= s.Day && s.Day <= leave[1] {
				lost++
			}
		}
		if lost == 0 && after.Moved != 0 {
			t.Fatalf("a leave without any duty moves %d shifts", after.Moved)
		}
	})
}

func numbered(list []hall.DutyShift) []hall.DutyShift {
	out := slices.Clone(list)
	for i := range out {
		out[i].ID = hall.DutyID(i + 1)
	}
	return out
}

func TestDutyPeriods(t *testing.T) {
	for _, c := range []struct {
		class         int
		day, from, to string
	}{
		{1, "2026-11-24", "2026-11-23", "2026-11-29"}, {1, "2026-11-29", "2026-11-23", "2026-11-29"}, {1, "2027-01-01", "2026-12-28", "2027-01-03"},
		{2, "2026-11-15", "2026-11-01", "2026-11-15"}, {2, "2028-02-16", "2028-02-16", "2028-02-29"}, {2, "2026-12-31", "2026-12-16", "2026-12-31"},
		{3, "2026-12-01", "2026-12-01", "2026-12-31"}, {3, "2027-02-28", "2027-02-01", "2027-02-28"},
	} {
		d, _ := hall.ParseDay(c.day)
		if from, to := hall.DutyPeriod(c.class, d); from.String() != c.from || to.String() != c.to {
			t.Errorf("class %d, %s: from %v to %v", c.class, c.day, from, to)
		}
	}
}

// The Spring Festival of 2026 closes a whole week, the preferred weekday falls on holidays,
// and many townships want the same day.
func TestVisitsFindTheirDays(t *testing.T) {
	at := func(m time.Month, d int) hall.Day { return hall.NewDay(2026, m, d) }
	a := hall.DutyAsk{
		Kind: hall.DutyCounty, From: at(1, 1), To: at(12, 31), Calendar: almanac.Calendar(hall.Defaults()), Rules: hall.DutyRules{Members: 1}, Team: team(2),
		Towns: []hall.DutyTown{{Name: "驿亭镇", Class: 1, Weekday: 3}, {Name: "小越镇", Class: 1, Weekday: 3}, {Name: "谢塘镇", Class: 1, Weekday: 3}, {Name: "盖北镇", Class: 2, Weekday: 5}, {Name: "丁宅乡", Class: 3, Weekday: 2}},
	}
	p, err := hall.PlanDuty(a)
	if err != nil {
		t.Fatal(err)
	}
	visits := func(town string, from, to hall.Day) (out []hall.Day) {
		for _, s := range p.Shifts {
			if s.Township == town && from <= s.Day && s.Day <= to {
				out = append(out, s.Day)
			}
		}
		return out
	}
	// An ordinary week: two on Wednesday, the third next to it.
	week := slices.Concat(visits("驿亭镇", at(11, 23), at(11, 29)), visits("小越镇", at(11, 23), at(11, 29)), visits("谢塘镇", at(11, 23), at(11, 29)))
	slices.Sort(week)
	if !slices.Equal(week, []hall.Day{at(11, 24), at(11, 25), at(11, 25)}) && !slices.Equal(week, []hall.Day{at(11, 25), at(11, 25), at(11, 26)}) {
		t.Errorf("three townships that want Wednesday, two people: %v", week)
	}
	// 2026-02-15 (Sunday) to 02-23 (Monday) is the Spring Festival: the week from the 16th is closed as a whole.
	named := 0
	for _, g := range p.Gaps {
		if g.Why != hall.GapClosed || g.Day != at(2, 16) || g.To != at(2, 22) {
			t.Errorf("%+v", g)
		}
		named++
	}
	if named != 3 {
		t.Errorf("%d weekly townships are said to be closed in the week of the Spring Festival", named)
	}
	// Labour Day is a Friday, and the first half of May has another one.
	if got := visits("盖北镇", at(5, 1), at(5, 15)); len(got) != 1 || got[0].Weekday() != time.Friday || got[0] == at(5, 1) {
		t.Errorf("the first half of May: %v", got)
	}
	// 1 January 2026 is a Thursday: its week belongs to 2026, and the only people come on an open day of it.
	if got := visits("驿亭镇", at(1, 1)-3, at(1, 4)); len(got) != 1 {
		t.Errorf("the week of New Year: %v", got)
	}
	for m := time.January; m <= time.December; m++ {
		if got := visits("丁宅乡", at(m, 1), at(m+1, 0)); len(got) != 1 || got[0].Weekday() != time.Tuesday {
			t.Errorf("month %d of a third-class township: %v", m, got)
		}
	}
}

// Three people cannot make two visits of two on one day; a visit that stands on an open day
// keeps it, whatever is preferred, until the plan is made afresh.
func TestVisitsShareThePeopleAndKeepTheirDays(t *testing.T) {
	mon := hall.NewDay(2026, 11, 2)
	a := hall.DutyAsk{
		Kind: hall.DutyCounty, From: mon, To: mon + 27, Calendar: almanac.Calendar(hall.Defaults()), Team: team(3),
		Towns: []hall.DutyTown{{Name: "驿亭镇", Class: 1, Weekday: 3, Members: 2}, {Name: "小越镇", Class: 1, Weekday: 3, Members: 2}},
	}
	p, err := hall.PlanDuty(a)
	if err != nil || len(p.Gaps) != 0 || len(p.Shifts) != 8 {
		t.Fatalf("%v, %d shifts, %+v", err, len(p.Shifts), p.Gaps)
	}
	a.Towns = a.Towns[:1]
	a.Standing = []hall.DutyShift{{ID: 7, Kind: hall.DutyCounty, Township: "驿亭镇", Day: mon + 1, For: mon, Need: 2, People: []hall.DutyRef{member(0), member(2)}}}
	if p, err = hall.PlanDuty(a); err != nil || p.Shifts[0].Day != mon+1 || p.Moved != 0 {
		t.Errorf("%v: %+v", err, p.Shifts[0])
	}
	a.Afresh = true
	if p, err = hall.PlanDuty(a); err != nil || p.Shifts[0].Day != mon+2 || p.Shifts[0].ID != 7 || p.Moved != 1 {
		t.Errorf("%v: %+v", err, p.Shifts[0])
	}
}

// What somebody has fixed stays, what is past stays, and who cannot come any more is replaced.
func TestPlanLeavesFixedAndPastShiftsAlone(t *testing.T) {
	mon := hall.NewDay(2026, 11, 23)
	a := hall.DutyAsk{From: mon, To: mon + 4, NotBefore: mon + 1, Calendar: almanac.Calendar(hall.Defaults()), Rules: hall.DutyRules{Open: 1}, Team: team(3)}
	gone := hall.DutyRef{Kind: hall.InviteStaff, ID: 9, Name: "老主任"}
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "县里来的人"}
	a.Gone = []hall.DutyRef{gone}
	shift := func(id int, off hall.Day, fixed bool, who ...hall.DutyRef) hall.DutyShift {
		return hall.DutyShift{ID: hall.DutyID(id), Day: mon + off, For: mon + off, Need: 1, People: who, Fixed: fixed}
	}
	a.Standing = []hall.DutyShift{
		shift(1, 0, false, gone), shift(2, 1, true, member(0)), shift(3, 2, true, gone), shift(4, 3, true, guest), shift(5, 4, false, gone),
	}
	a.Begun = map[hall.DutyID]bool{}
	p, err := hall.PlanDuty(a)
	if err != nil {
		t.Fatal(err)
	}
	got := map[hall.DutyID]hall.DutyRef{}
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
	a := hall.DutyAsk{From: hall.NewDay(2026, 11, 1), To: hall.NewDay(2026, 11, 30), Calendar: almanac.Calendar(hall.Defaults()), Rules: hall.DutyRules{Open: 1, Closed: 1}, Team: team(5)}
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

// county is one of 20 townships and 15 people, over a year.
func county() hall.DutyAsk {
	a := hall.DutyAsk{
		Kind: hall.DutyCounty, From: hall.NewDay(2026, 1, 1), To: hall.NewDay(2026, 12, 31), Calendar: almanac.Calendar(hall.Defaults()),
		Rules: hall.DutyRules{Members: 1}, Team: team(15),
	}
	for i := range 20 {
		a.Towns = append(a.Towns, hall.DutyTown{Name: fmt.Sprintf("镇%02d", i), Class: 1 + i%3, Weekday: i % 6})
	}
	for i := range a.Team {
		from := a.From + hall.Day(i*23)
		a.Team[i].Leave = [][2]hall.Day{{from, from + 9}}
		a.Team[i].Booked = []hall.Day{from + 40, from + 41, from + 77}
	}
	return a
}

func BenchmarkCountyYear(b *testing.B) {
	a := county()
	for b.Loop() {
		if _, err := hall.PlanDuty(a); err != nil {
			b.Fatal(err)
		}
	}
}

// Every township once a week is the most there can be.
func BenchmarkCountyYearWeekly(b *testing.B) {
	a := county()
	for i := range a.Towns {
		a.Towns[i].Class = 1
	}
	for b.Loop() {
		if _, err := hall.PlanDuty(a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCountyYearOneLeave(b *testing.B) {
	a := county()
	for i := range a.Towns {
		a.Towns[i].Class = 1
	}
	p, err := hall.PlanDuty(a)
	if err != nil {
		b.Fatal(err)
	}
	a.Standing = numbered(p.Shifts)
	a.Team[3].Leave = append(a.Team[3].Leave, [2]hall.Day{hall.NewDay(2026, 6, 1), hall.NewDay(2026, 6, 12)})
	for b.Loop() {
		if p, err = hall.PlanDuty(a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(p.Moved), "moved")
}
