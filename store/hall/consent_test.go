package hall

import (
	"slices"
	"testing"
)

func TestForWhomLaw20AsksForConsent(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what string
		who  Invitee
		want bool
	}{
		{"a mediator on the roster", Invitee{Kind: InviteMediator}, false},
		{"somebody of the hall", Invitee{Kind: InviteStaff}, false},
		{"the police", Invitee{Kind: InviteBody, As: RoleOf(BodyPolice)}, false},
		{"the judicial office", Invitee{Kind: InviteBody, As: RoleOf(BodyJudicial)}, false},
		{"the committee's own adviser", Invitee{Kind: InviteOther, As: AsAdviser}, false},
		{"another authority, called under law 25", Invitee{Kind: InviteBody, As: AsAuthority}, false},
		{"a department that knows the matter", Invitee{Kind: InviteBody, As: RoleOf(BodyDepartment)}, true},
		{"the court", Invitee{Kind: InviteBody, As: RoleOf(BodyCourt)}, true},
		{"a lawyer", Invitee{Kind: InviteBody, As: RoleOf(BodyLawyer)}, true},
		{"somebody on no list", Invitee{Kind: InviteOther}, true},
	} {
		d, of := Discussion{Invited: []Invitee{c.who}}, Case{Parties: []Party{{Details: Details{Name: "甲"}}}}
		if got := d.CheckConsent(of) != nil; got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestWhoConsents(t *testing.T) {
	t.Parallel()
	party := func(side Side, name string, rep bool) Party {
		return Party{Side: side, Details: Details{Name: name}, Representative: rep}
	}
	c := Case{Parties: []Party{party(Applicant, "李一", true), party(Applicant, "李二", false), party(Respondent, "厂", false)}}
	d := Discussion{Invited: []Invitee{{Kind: InviteOther, Name: "俞律师"}}}
	if names, _ := d.Unasked(c); !slices.Equal(names, []string{"李一", "厂"}) {
		t.Fatalf("a side with representatives speaks through them: %v", names)
	}
	for _, q := range d.Questions(c) {
		q.Given, q.Day = true, 1
		d.Say(q)
	}
	if err := d.CheckConsent(c); err != nil {
		t.Error(err)
	}
	c.Parties = append(c.Parties, party(Respondent, "新来的", false))
	if names, _ := d.Unasked(c); !slices.Equal(names, []string{"新来的"}) {
		t.Errorf("somebody joined and was not asked: %v", names)
	}
}

// A consent from before names were kept counts for those who are invited, and for nobody who comes later.
func TestAConsentWithoutNamesCountsForWhoIsInvited(t *testing.T) {
	t.Parallel()
	c := Case{Parties: []Party{{Side: Applicant, Details: Details{Name: "甲"}}}}
	one, two := Invitee{Kind: InviteOther, Name: "俞律师"}, Invitee{Kind: InviteOther, Name: "陆站长"}
	old := []Consent{{Name: "甲", Side: Applicant, Given: true, Day: 1}}
	for what, invited := range map[string][]Invitee{"invited already": {one}, "invited next": nil} {
		d := Discussion{Consents: old, Invited: invited}
		if err := d.CheckConsent(c); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		d.NameConsents([]Invitee{one})
		d.Invited = []Invitee{one, two}
		if _, whom := d.Unasked(c); !slices.Equal(whom, []string{"陆站长"}) {
			t.Errorf("%s: is to be asked about %v", what, whom)
		}
	}
	if again := (Discussion{Consents: old, Invited: []Invitee{one}}).Further(1); len(again.Consents[0].For) != 1 || len(old[0].For) != 0 {
		t.Errorf("%+v, %+v", again.Consents, old)
	}
}
