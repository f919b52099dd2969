package hall

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Whatever changes come, on every day exactly one standing holds, and it is the one that was
// in force then.
func TestEveryDayHasTheStandingOfThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := NewDay(2020, 1, 1)
		m := Mediator{Name: "徐建国", Joined: start, Since: start}
		truth := map[Day]string{}
		day := start
		for range rapid.IntRange(0, 12).Draw(t, "changes") {
			day += Day(rapid.IntRange(0, 3).Draw(t, "later"))
			next := m
			next.Grade = rapid.SampledFrom([]string{"", "特级", "一级"}).Draw(t, "grade")
			next.Studio = StudioID(rapid.IntRange(0, 2).Draw(t, "studio"))
			got, err := next.Became(m, day, "考核")
			if err != nil {
				t.Fatal(err)
			}
			m = got
			for d := day; d < day+5; d++ {
				truth[d] = m.Grade + string(rune('0'+m.Studio))
			}
		}
		for d := start; d < day+5; d++ {
			s, ok := m.On(d)
			want, known := truth[d]
			if !known {
				want = "0"
			}
			if !ok || s.Grade+string(rune('0'+s.Studio)) != want {
				t.Fatalf("on %s: %+v, want %s; past %+v", d, s, want, m.Past)
			}
		}
		if _, ok := m.On(start - 1); ok {
			t.Fatal("there was somebody before he joined")
		}
		for i, p := range m.Past {
			if p.To < p.From || i > 0 && m.Past[i-1].To+1 != p.From {
				t.Fatalf("a gap or an overlap: %+v", m.Past)
			}
		}
	})
}

func TestAChangeFromBeforeTheLastOneIsRefused(t *testing.T) {
	start := NewDay(2026, 1, 1)
	m := Mediator{Name: "徐建国", Joined: start, Since: start + 30}
	next := m
	next.Grade = "一级"
	if _, err := next.Became(m, start+10, ""); !errors.Is(err, Refuse(ErrDayBefore)) {
		t.Error(err)
	}
}

func TestGradesAreTold(t *testing.T) {
	d := NewDay(2024, 1, 1)
	m := Mediator{Grade: "一级", Since: d + 500, Past: []Standing{
		{To: d + 99, Grade: "三级"}, {From: d + 100, To: d + 199, Grade: "二级"}, {From: d + 200, To: d + 499, Grade: "二级", Village: "小港村"},
	}}
	want := []GradeSpan{{"一级", d + 500, 0}, {"二级", d + 100, d + 499}, {"三级", 0, d + 99}}
	if got := m.GradeHistory(); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestTermsFollowOneAnother(t *testing.T) {
	d := NewDay(2026, 3, 1)
	terms, err := AddTerm(nil, NextTerm(nil, d))
	if err != nil || terms[0].To != NewDay(2029, 2, 28) {
		t.Fatal(terms, err)
	}
	if _, err := AddTerm(terms, Term{From: terms[0].To, To: terms[0].To + 10}); !errors.Is(err, Refuse(ErrTermOverlap)) {
		t.Error(err)
	}
	if _, err := AddTerm(terms, Term{From: d + 9999, To: d + 9998}); !errors.Is(err, Refuse(ErrTermOrder)) {
		t.Error(err)
	}
	if terms, err = AddTerm(terms, NextTerm(terms, d)); err != nil || terms[1].From != terms[0].To+1 || TermEnd(terms) != NewDay(2032, 2, 29) {
		t.Errorf("%+v %v", terms, err)
	}
}

func TestFilingIsDueThirtyWorkingDaysAfterAChange(t *testing.T) {
	c := NewCalendar(Defaults(), nil, nil)
	if got := FilingDue(c, NewDay(2026, 11, 24)); got != NewDay(2027, 1, 5) { // six weeks of five days
		t.Error(got)
	}
	s := Defaults()
	s.Days = []SpecialDay{{From: NewDay(2027, 1, 1), Name: "元旦", Legal: true}}
	if got := FilingDue(NewCalendar(s, nil, nil), NewDay(2026, 11, 24)); got != NewDay(2027, 1, 6) {
		t.Error(got)
	}
}

// Pairs that are let through never form a circle, whatever is tried.
func TestMentorsNeverFormACircle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Pair
		mentors := func(id MediatorID) (out []Pair, err error) {
			for _, p := range all {
				if p.Learner.ID == id {
					out = append(out, p)
				}
			}
			return out, nil
		}
		ref := func(what string) MediatorRef {
			id := rapid.IntRange(1, 6).Draw(t, what)
			return MediatorRef{ID: MediatorID(id), Name: string(rune('甲' + id))}
		}
		for i := range rapid.IntRange(0, 20).Draw(t, "pairs") {
			p := Pair{ID: PairID(i + 1), Mentor: ref("mentor"), Learner: ref("learner"), From: Day(rapid.IntRange(1, 30).Draw(t, "from"))}
			if rapid.Bool().Draw(t, "ends") {
				p.To = p.From + Day(rapid.IntRange(0, 10).Draw(t, "days"))
			}
			if CheckPair(p, mentors) == nil {
				all = append(all, p)
			}
		}
		for day := Day(1); day < 45; day++ {
			up := map[MediatorID]MediatorID{}
			for _, p := range all {
				if p.On(day) {
					if _, two := up[p.Learner.ID]; two {
						t.Fatalf("two mentors on day %d: %+v", day, all)
					}
					up[p.Learner.ID] = p.Mentor.ID
				}
			}
			for id := range up {
				for at, n := up[id], 0; at != 0; at, n = up[at], n+1 {
					if at == id || n > 10 {
						t.Fatalf("a circle on day %d: %+v", day, all)
					}
				}
			}
		}
	})
}

func TestACircleIsNamed(t *testing.T) {
	a, b, c := MediatorRef{1, "甲"}, MediatorRef{2, "乙"}, MediatorRef{3, "丙"}
	have := map[MediatorID][]Pair{2: {{ID: 1, Mentor: a, Learner: b, From: 1}}, 3: {{ID: 2, Mentor: b, Learner: c, From: 1}}}
	err := CheckPair(Pair{Mentor: c, Learner: a, From: 5}, func(id MediatorID) ([]Pair, error) { return have[id], nil })
	var bad *Error
	if !errors.As(err, &bad) || bad.Code != ErrMentorCircle || !slices.Equal(bad.Args["names"].([]string), []string{"甲", "丙", "乙", "甲"}) {
		t.Error(err)
	}
}

func TestCommitteesAreMadeUpByArticleEight(t *testing.T) {
	man, woman, head := Member{Sex: Male}, Member{Sex: Female}, Member{Sex: Male, Head: true}
	gone := Member{Sex: Female, Head: true, Status: Left}
	for what, c := range map[string]struct {
		members []Member
		want    []Code
	}{
		"as it should be":        {[]Member{head, man, woman}, nil},
		"two are too few":        {[]Member{head, woman}, []Code{ErrSeatsFew}},
		"ten are too many":       {append([]Member{head, woman}, slices.Repeat([]Member{man}, 8)...), []Code{ErrSeatsMany}},
		"nobody heads it":        {[]Member{man, man, woman}, []Code{ErrNoHead}},
		"two head it":            {[]Member{head, head, woman}, []Code{ErrTwoHeads}},
		"no woman":               {[]Member{head, man, man}, []Code{ErrNoWoman}},
		"who is gone is nobody":  {[]Member{head, man, man, gone}, []Code{ErrNoWoman}},
		"nobody at all":          {nil, []Code{ErrSeatsFew, ErrNoHead}},
		"alone he needs nobody ": {[]Member{head}, []Code{ErrSeatsFew}},
	} {
		var got []Code
		for _, e := range MakeupOf(c.members).Check8() {
			got = append(got, e.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", what, got, c.want)
		}
	}
}
