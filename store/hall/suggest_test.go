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
