package hall

import (
	"cmp"
	"slices"
	"strings"
)

// ReasonKind is something that speaks for a mediator, or against him.
type ReasonKind uint8

const (
	ReasonKnows     ReasonKind = iota // he knows a party, or a party's family
	ReasonVillage                     // he is of a party's village
	ReasonArea                        // he is of the area, or knows the village
	ReasonSpecial                     // the dispute's type is his speciality
	ReasonGrade                       // a high grade, for a difficult case
	ReasonFree                        // he has no open case
	ReasonLoad                        // so many open cases
	ReasonBooked                      // so many times are taken in the next seven days
	ReasonConflict                    // a sign that he should stand aside
	ReasonAway                        // he is on leave until a day
	ReasonOnCase                      // he is on the case already
	ReasonSuspended                   // he cannot be given work
	ReasonBoth                        // he knows people on both sides, or their families
)

// Reason is one of them: whom or what it is about, and how many.
type Reason struct {
	Kind     ReasonKind
	What     string // the party, the village, the grade
	N        int
	Conflict Conflict
	Day      Day
}

// Against reports whether the reason speaks against him.
func (r Reason) Against() bool {
	switch r.Kind {
	case ReasonConflict:
		return r.Conflict.Bars()
	case ReasonAway, ReasonOnCase, ReasonSuspended:
		return true
	}
	return false
}

// Suggestion is a mediator for a case, with what speaks for him and against him, the
// weightiest first. The person decides.
type Suggestion struct {
	Row     MediatorRow
	Score   int
	Reasons []Reason
}

// Warned reports whether something speaks against him.
func (s Suggestion) Warned() bool { return slices.ContainsFunc(s.Reasons, Reason.Against) }

// Time is what a mediator's next days look like.
type Time struct {
	Load   int // open cases
	Booked int // times taken in the next seven days
	Away   Day // on leave now, until this day; zero: he is here
}

// What each reason weighs [ours]: who can get a word in with the family counts most
// (DOMAIN §2), then where he is from and what he knows of such matters; a heavy load counts
// against him slowly, so that a good one is not passed over for a single case more.
const (
	weighBoth     = 200 // more than all that can speak for somebody else: the old secretary who knows both families comes first
	weighKnows    = 50
	weighVillage  = 30
	weighArea     = 12
	weighSpecial  = 35
	weighGrade    = 20 // the highest grade; a step less for each below
	weighFree     = 5
	weighLoad     = 4   // each open case
	weighBooked   = 2   // each time taken
	weighAway     = 250 // who is here comes first
	weighConflict = 1000
)

// Suggest says what speaks for giving a case to a mediator, and against it. grades are the
// hall's, the highest first.
func Suggest(c Case, m Mediator, t Time, grades []string, kin ...Relative) Suggestion {
	s := Suggestion{Row: MediatorRow{ID: m.ID, Name: m.Name, Village: m.Village, Load: t.Load, Status: m.Status}}
	s.Row.Conflict, s.Row.Party = ConflictOf(c, m, kin...)
	add := func(weight int, r Reason) {
		s.Score += weight
		s.Reasons = append(s.Reasons, r)
	}
	if !m.Assignable() {
		add(-2*weighConflict, Reason{Kind: ReasonSuspended})
	}
	if c.Has(m.ID) {
		add(-2*weighConflict, Reason{Kind: ReasonOnCase})
	}
	remark := Reason{Kind: ReasonConflict, Conflict: s.Row.Conflict, What: s.Row.Party}
	if s.Row.Conflict.Bars() {
		add(-weighConflict, remark)
	}
	if t.Away != 0 {
		add(-weighAway, Reason{Kind: ReasonAway, Day: t.Away})
	}
	if both := knowsBoth(c, m.Knows); both != "" {
		add(weighBoth, Reason{Kind: ReasonBoth, What: both})
	} else if who := Knows(c, m.Knows); who != "" {
		add(weighKnows, Reason{Kind: ReasonKnows, What: who})
	}
	if v := Near(c, m.Village); v != "" {
		add(weighVillage, Reason{Kind: ReasonVillage, What: v})
	} else if v := Near(c, m.Area); v != "" {
		add(weighArea, Reason{Kind: ReasonArea, What: v})
	} else if v := KnowsVillage(c, m.Knows); v != "" {
		add(weighArea, Reason{Kind: ReasonArea, What: v})
	}
	if slices.Contains(m.Specialities, c.Type) {
		add(weighSpecial, Reason{Kind: ReasonSpecial})
	}
	if i := slices.Index(grades, m.Grade); i >= 0 && c.Difficulty == Difficult {
		if n := weighGrade - i*weighGrade/max(len(grades), 1); i < (len(grades)+1)/2 {
			add(n, Reason{Kind: ReasonGrade, What: m.Grade})
		}
	}
	if t.Load == 0 {
		add(weighFree, Reason{Kind: ReasonFree})
	} else {
		add(-weighLoad*t.Load, Reason{Kind: ReasonLoad, N: t.Load})
	}
	if t.Booked > 0 {
		add(-weighBooked*t.Booked, Reason{Kind: ReasonBooked, N: t.Booked})
	}
	if s.Row.Conflict == ConflictFamily {
		add(0, remark)
	}
	return s
}

// Best puts suggestions in order, the best first; of two alike the one with less to do, then
// who was longer on the roster.
func Best(all []Suggestion) {
	slices.SortStableFunc(all, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Row.Load, b.Row.Load), cmp.Compare(a.Row.ID, b.Row.ID))
	})
}

// Near is the village of a party that is a place, lies in it, or holds it; empty when there is none.
func Near(c Case, place string) string {
	for _, p := range c.Parties {
		v := p.Details.Village
		if v != "" && place != "" && (strings.Contains(place, v) || strings.Contains(v, place) || NearPlace(v, place)) {
			return v
		}
	}
	return ""
}

// Knows is whom of a case somebody is said to know: a party by name, or a party's family, as
// 陈家 and 陈氏 say it; of a family only where the village is said too, or no other.
func Knows(c Case, whom string) string {
	for _, p := range c.Parties {
		if p.Details.Name != "" && strings.Contains(whom, p.Details.Name) {
			return p.Details.Name
		}
	}
	for _, p := range c.Parties {
		for _, family := range Families(p.Details) {
			if !strings.Contains(whom, family) {
				continue
			}
			if v := p.Details.Village; v == "" || saysPlace(whom, v) || !strings.Contains(whom, "村") {
				return family
			}
		}
	}
	return ""
}

// knowsBoth are whom somebody is said to know on either side of a case, in a village of one surname one
// family; empty where he knows nobody on one of them.
func knowsBoth(c Case, whom string) string {
	var sides [2]string
	for i, side := range []Side{Applicant, Respondent} {
		if sides[i] = Knows(Case{Parties: c.Of(side)}, whom); sides[i] == "" {
			return ""
		}
	}
	if sides[0] == sides[1] {
		return sides[0]
	}
	return sides[0] + "、" + sides[1]
}

// Families are the ways in which a natural person's family is called.
func Families(d Details) []string {
	if d.Kind != Natural || d.Name == "" || strings.Contains(d.Name, "·") {
		return nil
	}
	r := []rune(d.Name)
	out := []string{string(r[:1]) + "家", string(r[:1]) + "氏", string(r[:1]) + "姓"}
	if len(r) > 2 { // 欧阳家
		out = append(out, string(r[:2])+"家", string(r[:2])+"氏", string(r[:2])+"姓")
	}
	return out
}

// KnowsVillage is the village of a party that somebody is said to know.
func KnowsVillage(c Case, whom string) string {
	for _, p := range c.Parties {
		if v := p.Details.Village; saysPlace(whom, v) {
			return v
		}
	}
	return ""
}
