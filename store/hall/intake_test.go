package hall

import (
	"fmt"
	"testing"
)

func intake() Intake {
	return Intake{
		Parties: dispute().Parties, Matter: Matter{Type: "neighbours", Facts: "滴水"}, End: Ending{Outcome: SeenNow},
	}
}

func TestIntakeRules(t *testing.T) {
	today := NewDay(2026, 11, 24)
	minor := Party{Details: Details{Name: "小明", Birth: NewDay(2010, 1, 1)}}
	for name, c := range map[string]struct {
		change func(*Intake)
		want   Code
		field  string
	}{
		"as it stands":    {func(*Intake) {}, "", ""},
		"nobody asks":     {func(in *Intake) { in.Parties = in.Parties[1:] }, ErrNoApplicant, "applicant"},
		"nobody is asked": {func(in *Intake) { in.Parties = in.Parties[:1] }, ErrNoRespondent, "respondent"},
		"advice needs no respondent": {func(in *Intake) {
			in.Parties = in.Parties[:1]
			in.End = Ending{Outcome: AdviceOnly, Advice: "可以申请"}
		}, "", ""},
		"advice is written down": {func(in *Intake) { in.End.Outcome = AdviceOnly }, ErrAdvice, "advice"},
		"one person on both sides": {func(in *Intake) {
			in.Parties = []Party{{Person: 7, Details: Details{Name: "甲"}}, {Person: 7, Side: Respondent, Details: Details{Name: "甲"}}}
		}, ErrSamePerson, "respondent"},
		"a minor needs a guardian": {func(in *Intake) { in.Parties = append([]Party{minor}, in.Parties...) }, ErrGuardian, "applicant"},
		"a party refuses (law 17)": {func(in *Intake) { in.PartyRefuses = true }, ErrPartyRefused, "outcome"},
		"refused, then told why": {func(in *Intake) {
			in.PartyRefuses = true
			in.End = Ending{Outcome: NotAccepted, Reason: "对方不愿", Referral: "法院"}
		}, "", ""},
		"the police have it":        {func(in *Intake) { in.Bar = BarPolice }, ErrBarred, "outcome"},
		"no refusal without reason": {func(in *Intake) { in.End = Ending{Outcome: NotAccepted, Referral: "法院"} }, ErrReason, "reason"},
		"nor without a way to go":   {func(in *Intake) { in.End = Ending{Outcome: NotAccepted, Reason: "已起诉"} }, ErrReferral, "referral"},
		"a crime: police first":     {func(in *Intake) { in.Flags = FlagCriminal }, ErrPoliceReport, "police"},
		"violence: measures":        {func(in *Intake) { in.Risk = RiskHigh }, ErrMeasures, "measures"},
		"urgent has a reason":       {func(in *Intake) { in.Urgent = true }, ErrUrgentReason, "urgentwhy"},
		"entrusted by whom":         {func(in *Intake) { in.Source = SourceEntrusted }, ErrSourceFrom, "sourcefrom"},
		"a type of this hall":       {func(in *Intake) { in.Type = "whaling" }, ErrUnknownType, "type"},
		"a slot that is past":       {func(in *Intake) { in.End = Ending{Outcome: Booked, Slot: Slot{today - 1, 540, 600}, Room: "一室"} }, ErrSlotPast, "day"},
		"a slot at noon": {func(in *Intake) {
			in.End = Ending{Outcome: Booked, Slot: Slot{today, 12 * 60, 13 * 60}, Room: "一室"}
		}, ErrSlotHours, "time"},
		"a slot across midnight":   {func(in *Intake) { in.End = Ending{Outcome: Booked, Slot: Slot{today, 23 * 60, 60}, Room: "一室"} }, ErrSlotOrder, "time"},
		"a room that is not there": {func(in *Intake) { in.End = Ending{Outcome: Booked, Slot: Slot{today, 540, 600}, Room: "九室"} }, ErrUnknownRoom, "room"},
	} {
		in := intake()
		c.change(&in)
		err := in.Check(Defaults(), today)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (err == nil || err.Code != c.want || err.Field != c.field):
			t.Errorf("%s: %v in %q, want %s in %q", name, err, errField(err), c.want, c.field)
		}
	}
}

func errField(e *Error) string {
	if e == nil {
		return ""
	}
	return e.Field
}

// More than five on one side choose one to five representatives.
func TestRepresentatives(t *testing.T) {
	for _, c := range []struct {
		people, reps int
		ok           bool
	}{{5, 0, true}, {6, 0, false}, {6, 1, true}, {30, 5, true}, {30, 6, false}} {
		in := intake()
		in.Parties = in.Parties[1:]
		for i := range c.people {
			in.Parties = append(in.Parties, Party{Representative: i < c.reps, Details: Details{Name: fmt.Sprint("工人", i)}})
		}
		err := in.Check(Defaults(), NewDay(2026, 11, 24))
		if (err == nil) != c.ok {
			t.Errorf("%d people, %d representatives: %v", c.people, c.reps, err)
		}
	}
}

func TestIdentityNumber(t *testing.T) {
	today := NewDay(2026, 11, 24)
	number := "33069919680512002"
	good := number + string(IDCheckPlace(number))
	sex, birth, err := ParseIDCard(good, today)
	if err != nil || sex != Female || birth != NewDay(1968, 5, 12) {
		t.Fatalf("%s: %v %v %v", good, sex, birth, err)
	}
	for s, want := range map[string]Code{
		good[:17]: ErrIDLength, "33069919680512002A": ErrIDDigits, "330699196805320020": ErrIDDate, "330699203005120020": ErrIDDate,
		good[:17] + string('0'+(good[17]-'0'+1)%10): ErrIDChecksum, "三三〇六九九": ErrIDLength,
	} {
		if _, _, err := ParseIDCard(s, today); code(err) != want {
			t.Errorf("%s: %v, want %s", s, err, want)
		}
	}
	// Every single wrong digit is noticed, and so is a swap of neighbours: that is what the
	// check place is for.
	for i := range 17 {
		for d := byte('0'); d <= '9'; d++ {
			if wrong := good[:i] + string(d) + good[i+1:]; wrong != good {
				if _, _, err := ParseIDCard(wrong, today); err == nil {
					t.Errorf("%s passes for %s", wrong, good)
				}
			}
		}
	}
	// A known number with X (ISO 7064 example of GB 11643).
	if _, _, err := ParseIDCard("11010519491231002x", today); err != nil {
		t.Errorf("a small x: %v", err)
	}
}

func TestMasks(t *testing.T) {
	for in, want := range map[string]string{"330604196805122148": "330604······2148", "E12345": "······", "": ""} {
		if got := MaskDoc(in); got != want {
			t.Errorf("%q masked is %q, want %q", in, got, want)
		}
	}
	if got := MaskPhone("13812346021"); got != "138····6021" {
		t.Error(got)
	}
}

// Settled on the spot is what was performed there and then; anything later is written down
// as an agreement of the case (Ningbo rules art. 24).
func TestSettledOnTheSpotIsPerformedThere(t *testing.T) {
	end := Ending{Outcome: SettledOnSpot, Terms: "付清2000元"}
	if err := end.Check(Defaults(), NewDay(2026, 11, 24)); err == nil || err.Code != ErrOnSpotOnly || err.Field != "performed" {
		t.Errorf("performed later: %v", err)
	}
	end.Performed = true
	if err := end.Check(Defaults(), NewDay(2026, 11, 24)); err != nil {
		t.Errorf("performed on the spot: %v", err)
	}
}
