package hall

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// Whatever changes come, an organisation was one thing on every day since it was founded, and
// nothing before.
func TestEveryDayHasTheOrganisationOfThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := NewDay(2020, 1, 1)
		o := Org{ID: 1, Name: "甲", Founded: start}
		truth := map[Day]OrgPast{}
		day := start
		mark := func() {
			for d := day; d < day+6; d++ {
				truth[d] = o.now()
			}
		}
		mark()
		for range rapid.IntRange(0, 12).Draw(t, "changes") {
			day += Day(rapid.IntRange(0, 3).Draw(t, "later"))
			next := o
			next.Name = rapid.SampledFrom([]string{"甲", "乙", "丙"}).Draw(t, "name")
			next.Parent = OrgID(rapid.IntRange(0, 2).Draw(t, "parent"))
			got, err := next.Became(o, day, "并村")
			if err != nil {
				t.Fatal(err)
			}
			o = got
			mark()
		}
		for d := start; d < day+6; d++ {
			was, ok := o.On(d)
			if want := truth[d]; !ok || was.Name != want.Name || was.Parent != want.Parent {
				t.Fatalf("on %s: %+v, want %+v; past %+v", d, was, want, o.Past)
			}
		}
		if _, ok := o.On(start - 1); ok {
			t.Fatal("it was there before it was founded")
		}
		for i, p := range o.Past {
			if p.To < p.From || i > 0 && o.Past[i-1].To+1 != p.From {
				t.Fatalf("a gap or an overlap: %+v", o.Past)
			}
		}
	})
}

// Parents that are let through never form a circle: every one stands above.
func TestParentsNeverFormACircle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Org
		levels := []Level{Village, Township, County}
		for i := range rapid.IntRange(2, 12).Draw(t, "organisations") {
			all = append(all, Org{ID: OrgID(i + 1), Name: "甲", Level: rapid.SampledFrom(levels).Draw(t, "level")})
		}
		for range rapid.IntRange(0, 30).Draw(t, "links") {
			o, p := rapid.IntRange(0, len(all)-1).Draw(t, "one"), rapid.IntRange(0, len(all)-1).Draw(t, "other")
			if CheckParent(all[o], all[p]) == nil {
				all[o].Parent = all[p].ID
			}
		}
		for _, o := range all {
			n := 0
			for at := o.Parent; at != 0; at = all[at-1].Parent {
				if n++; at == o.ID || n > 2 {
					t.Fatalf("a circle, or more than three levels: %+v", all)
				}
			}
		}
	})
}

func TestWhatIsNotReportedYetIsReportedOnce(t *testing.T) {
	c, o := NewCalendar(Defaults(), nil, nil), Org{}
	day := NewDay(2026, 11, 24)
	o.Report(c, FilingNew, day)
	o.Report(c, FilingHead, day+3) // the report of a new one tells who heads it
	if len(o.Filings) != 1 {
		t.Errorf("%+v", o.Filings)
	}
	o.Report(c, FilingLeft, day+9)
	if len(o.Filings) != 2 || o.Filings[0].Due != FilingDue(c, day) {
		t.Errorf("%+v", o.Filings)
	}
	o.Filings[0].Filed = day + 1
	o.Report(c, FilingHead, day+20)
	o.Report(c, FilingHead, day+21)
	if len(o.Filings) != 3 {
		t.Errorf("%+v", o.Filings)
	}
}

func TestSharesAreRoundedHalfUp(t *testing.T) {
	for c, want := range map[Covered]int{
		{All: 31242, Has: 31054}: 9940, {All: 869, Has: 842}: 9689, {All: 3, Has: 2}: 6667, {All: 3, Has: 1}: 3333, {All: 20000, Has: 1}: 1,
		{All: 20001, Has: 1}: 0, {All: 100000, Has: 99999}: 9999, {All: 7, Has: 7}: 10000, {All: 7}: 0, {}: -1,
	} {
		if got := c.Percent(); got != want {
			t.Errorf("%d of %d: %d, want %d", c.Has, c.All, got, want)
		}
	}
}

func TestAnOrganisationsSeats(t *testing.T) {
	for seats, ok := range map[int]bool{0: true, 2: false, 3: true, 9: true, 10: false} {
		if err := (Org{Name: "甲", Seats: seats}).Check(); (err == nil) != ok || err != nil && !errors.Is(err, Refuse(ErrBetween)) {
			t.Errorf("%d: %v", seats, err)
		}
	}
}
