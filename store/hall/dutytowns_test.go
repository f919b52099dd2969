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

// flaw finds a way to make a plan better by handing shifts on: fairer, or as fair with fewer
// changes. A plan without such a way is the best there is. stood is the plan before; nil: none.
func flaw(a hall.DutyAsk, p hall.DutyPlan, rest bool, stood []hall.Shift) string {
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

func byDay(list []hall.Shift) map[hall.Day][]hall.DutyRef {
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
			Name: fmt.Sprint("镇", i), Class: rapid.IntRange(1, 3).Draw(t, "class"), Weekday: rapid.IntRange(0, 5).Draw(t, "weekday"),
			Members: rapid.IntRange(0, 2).Draw(t, "members"),
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
func checkCounty(t *rapid.T, a hall.DutyAsk, p hall.DutyPlan, stood []hall.Shift) {
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
		var stood []hall.Shift // as it would be if nobody were on leave: the days as they are now
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

func numbered(list []hall.Shift) []hall.Shift {
	out := slices.Clone(list)
	for i := range out {
		out[i].ID = hall.ShiftID(i + 1)
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
		Towns: []hall.DutyTown{{Name: "驿亭镇", Class: 1, Weekday: 3}, {Name: "小越镇", Class: 1, Weekday: 3}, {Name: "谢塘镇", Class: 1, Weekday: 3},
			{Name: "盖北镇", Class: 2, Weekday: 5}, {Name: "丁宅乡", Class: 3, Weekday: 2}},
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
	a.Standing = []hall.Shift{{ID: 7, Kind: hall.DutyCounty, Township: "驿亭镇", Day: mon + 1, For: mon, Need: 2, People: []hall.DutyRef{member(0), member(2)}}}
	if p, err = hall.PlanDuty(a); err != nil || p.Shifts[0].Day != mon+1 || p.Moved != 0 {
		t.Errorf("%v: %+v", err, p.Shifts[0])
	}
	a.Afresh = true
	if p, err = hall.PlanDuty(a); err != nil || p.Shifts[0].Day != mon+2 || p.Shifts[0].ID != 7 || p.Moved != 1 {
		t.Errorf("%v: %+v", err, p.Shifts[0])
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
