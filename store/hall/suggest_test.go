package hall

import (
	"testing"

	"pgregory.net/rapid"
)

// Whoever should stand aside, is on leave or cannot be given work never comes before
// somebody alike of whom none of that is true, and one case more never makes anybody better.
func TestNothingAgainstSomebodyMakesHimBetter(t *testing.T) {
	grades := []string{"特级", "一级", "二级"}
	rapid.Check(t, func(t *rapid.T) {
		villages := []string{"小港村", "前宅村", "后宅村"}
		c := Case{Matter: Matter{
			Type: rapid.SampledFrom([]string{"land", "wages"}).Draw(t, "type"), Difficulty: Difficulty(rapid.IntRange(0, 2).Draw(t, "difficulty")),
		}}
		for range rapid.IntRange(0, 3).Draw(t, "parties") {
			c.Parties = append(c.Parties, Party{Details: Details{Name: rapid.SampledFrom([]string{"章雪琴", "沈阿根", "欧阳修文"}).Draw(t, "name"),
				Village: rapid.SampledFrom(villages).Draw(t, "of")}})
		}
		m := Mediator{
			ID: 7, Name: "金阿毛", Village: rapid.SampledFrom(append(villages, "")).Draw(t, "village"), Grade: rapid.SampledFrom(append(grades, "")).Draw(t, "grade"),
			Knows: rapid.SampledFrom([]string{"", "章家", "小港村沈氏", "欧阳家"}).Draw(t, "knows"), Specialities: []string{"land"},
		}
		at := Time{Load: rapid.IntRange(0, 9).Draw(t, "load"), Booked: rapid.IntRange(0, 9).Draw(t, "booked")}
		plain := Suggest(c, m, at, grades)
		if plain.Warned() {
			t.Fatalf("nothing speaks against him: %+v", plain)
		}
		busier := at
		busier.Load++
		if s := Suggest(c, m, busier, grades); s.Score >= plain.Score {
			t.Fatalf("one case more makes him better: %+v %+v", plain, s)
		}
		away := at
		away.Away = 99
		suspended := m
		suspended.Status = Suspended
		before := c
		before.Assigned = []Assignment{{Mediator: MediatorRef{ID: 7}, To: m.Birth.At(0, Defaults().Zone)}}
		for name, s := range map[string]Suggestion{"away": Suggest(c, m, away, grades), "suspended": Suggest(c, suspended, at, grades),
			"before": Suggest(before, m, at, grades)} {
			if s.Score >= plain.Score || !s.Warned() {
				t.Fatalf("%s: %+v, without %+v", name, s, plain)
			}
		}
	})
}

// Nothing said, or no village given, names no place.
func TestNothingNamesNoPlace(t *testing.T) {
	for _, words := range []string{"", "陈家"} {
		if v := KnowsVillage(Case{Parties: []Party{{}, {Details: Details{Village: "　"}}, {Details: Details{Village: "东村"}}}}, words); v != "" {
			t.Errorf("%q names %q", words, v)
		}
	}
	if v := KnowsVillage(Case{Parties: []Party{{Details: Details{Village: "小港村"}}}}, "小港镇陈家"); v != "" {
		t.Errorf("the township is taken for the village %q", v)
	}
}

func TestWhoIsKnownIsNamed(t *testing.T) {
	c := Case{Parties: []Party{{Details: Details{Name: "陈水根", Village: "小港村"}}, {Details: Details{Name: "欧阳修文", Village: "前宅村"}},
		{Details: Details{Kind: Organisation, Name: "家家乐超市"}}}}
	for whom, want := range map[string]string{
		"小港村陈家": "陈家", "小港陈家": "陈家", "小港社区居委会陈家、后宅村俞家": "陈家", "陈家": "陈家", "后宅村陈家": "", "欧阳家": "欧阳家", "阳家": "", "认识陈水根": "陈水根", "家家": "", "": "",
	} {
		if got := Knows(c, whom); got != want {
			t.Errorf("%q knows %q, want %q", whom, got, want)
		}
	}
}

// Who is hard to assign comes after everybody else, with the reason; a surname and a village in common are a
// remark that costs nothing; and who knows both families comes before all, however well others fit.
func TestWhoIsProposedAndWhy(t *testing.T) {
	grades := []string{"特级", "一级"}
	c := Case{Matter: Matter{Type: "land", Difficulty: Difficult}, Parties: []Party{
		{Details: Details{Name: "章雪琴", Village: "小港村"}, Guardian: "章母", GuardianPhone: "10012340001", Proxy: "阿卜杜拉·买买提"},
		{Side: Respondent, Details: Details{Name: "章阿根", Village: "小港村"}},
		{Side: Respondent, Details: Details{Kind: Organisation, Name: "小港砖厂", Contact: "沈厂长"}},
	}, Assigned: []Assignment{{Mediator: MediatorRef{ID: 9}, To: tuesday.At(0, Defaults().Zone)}}}
	kin := []Relative{{Name: "俞表舅", Mediator: 8}, {Name: "金 姑父"}}
	fits := Mediator{ID: 1, Name: "王能", Village: "小港村", Knows: "章雪琴", Specialities: []string{"land"}, Grade: "特级"}
	old := Mediator{ID: 2, Name: "章老书记", Village: "小港村", Knows: "小港村章家"}
	busy := Time{Load: 9, Booked: 9}
	plain := Suggest(c, fits, Time{}, grades, kin...)
	secretary := Suggest(c, old, busy, grades, kin...)
	if secretary.Score <= plain.Score || secretary.Warned() || secretary.Reasons[0] != (Reason{Kind: ReasonBoth, What: "章家"}) {
		t.Errorf("who knows both families comes first and it is said: %+v, %+v", secretary, plain)
	}
	if s := Suggest(c, old, Time{Away: 99}, grades); s.Score >= plain.Score {
		t.Errorf("on leave he comes after who is here: %+v", s)
	}
	stranger := old
	stranger.Name, stranger.ID = "李老书记", 3
	if a, b := Suggest(c, old, busy, grades), Suggest(c, stranger, busy, grades); a.Score != b.Score || a.Row.Conflict != ConflictFamily ||
		b.Row.Conflict != NoConflict {
		t.Errorf("the surname costs: %+v, %+v", a, b)
	}
	for what, try := range map[string]struct {
		change func(*Mediator)
		want   Conflict
	}{
		"the party":                     {func(m *Mediator) { m.Name = "章　雪琴" }, ConflictSelf},
		"a relative on the roster":      {func(m *Mediator) { m.ID = 8 }, ConflictKin},
		"a relative by name":            {func(m *Mediator) { m.Name = "金姑父" }, ConflictKin},
		"the guardian":                  {func(m *Mediator) { m.Name = "章母" }, ConflictActs},
		"the guardian by telephone":     {func(m *Mediator) { m.Phone = "10012340001" }, ConflictActs},
		"the proxy, written otherwise":  {func(m *Mediator) { m.Name = "阿卜杜拉买买提" }, ConflictActs},
		"an organisation's head":        {func(m *Mediator) { m.Name = "沈厂长" }, ConflictActs},
		"stood aside before":            {func(m *Mediator) { m.ID = 9 }, ConflictBefore},
		"the surname and village alone": {func(m *Mediator) { m.Name = "章大有" }, ConflictFamily},
		"the surname of another place":  {func(m *Mediator) { m.Name, m.Village = "章大有", "远村" }, NoConflict},
		"no surname":                    {func(m *Mediator) { m.Name = "章·大有" }, NoConflict},
		"nobody":                        {func(m *Mediator) {}, NoConflict},
	} {
		m := Mediator{ID: 4, Name: "李明", Village: "小港村", Knows: "小港村章家"}
		try.change(&m)
		s := Suggest(c, m, Time{}, grades, kin...)
		hard := try.want != NoConflict && try.want != ConflictFamily
		if s.Row.Conflict != try.want || s.Warned() != hard || hard && s.Score >= Suggest(c, Mediator{ID: 5, Name: "甲"}, busy, grades).Score {
			t.Errorf("%s: %+v", what, s)
		}
	}
}
