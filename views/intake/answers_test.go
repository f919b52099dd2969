package intake

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/theme"
)

func env() *views.Env {
	return &views.Env{Session: views.Session{
		Settings: storetest.Settings(), Styles: theme.New(theme.Options{}), Now: storetest.Start,
	}, After: func(time.Duration, tea.Msg) tea.Cmd { return nil }}
}

func fresh() *View { return New(env(), views.Route{}).(*View) }

func pick[T any](t *rapid.T, label string, from ...T) T {
	return rapid.SampledFrom(from).Draw(t, label)
}

func word(t *rapid.T, label string) string {
	return pick(t, label, "", "滴水", "𠮷", "㛃", "阿卜杜拉·买买提", "x y", "（一）", "330604", "翻建房屋，滴水距界墙0.3米")
}

// cardNumber is a right identity number born on a day.
func cardNumber(born hall.Day, place string) string {
	y, m, d := born.Date()
	digits := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Format("20060102")
	head := "330699" + digits + place
	return head + string(hall.IDCheckPlace(head))
}

func drawParty(t *rapid.T, s hall.Side) hall.Party {
	p := hall.Party{Side: s, Person: pick(t, "person", hall.PersonID(0), 7), Proxy: word(t, "proxy"), ProxyScope: word(t, "scope"), Representative: rapid.Bool().Draw(t, "rep")}
	d := &p.Details
	d.Name = pick(t, "name", "章雪琴", "𠮷田", "阿卜杜拉·买买提", "百官五金厂")
	d.Phone = pick(t, "phone", "", "10012346021", "6021", "0575-8200 1234", "电话")
	d.Village, d.Address, d.Contact = word(t, "village"), word(t, "address"), word(t, "contact")
	d.DocNumber = pick(t, "id", "", "330699", "E12345678")
	if rapid.Bool().Draw(t, "organisation") {
		d.Kind, d.Doc = hall.Organisation, pick(t, "doc", hall.DocCredit, hall.DocOther)
		return p
	}
	p.Guardian, d.Ethnic, d.Occupation = word(t, "guardian"), word(t, "ethnic"), word(t, "job")
	d.Doc = pick(t, "doc", hall.DocIDCard, hall.DocPassport, hall.DocOther)
	if d.Doc == hall.DocIDCard && d.DocNumber == "E12345678" {
		d.Doc = hall.DocPassport // what looks like one is one
	}
	born := hall.NewDay(1900, 1, 1) + hall.Day(rapid.IntRange(0, 40000).Draw(t, "born"))
	if d.Doc == hall.DocIDCard && rapid.Bool().Draw(t, "card") {
		d.DocNumber, d.Birth, d.Sex = cardNumber(born, "200"), born, hall.Female
		return p
	}
	d.Sex = pick(t, "sex", hall.SexUnknown, hall.Male, hall.Female)
	d.Birth = pick(t, "birth", 0, born)
	return p
}

func drawEnding(t *rapid.T) hall.Ending {
	e := hall.Ending{Outcome: pick(t, "outcome", append(hall.Outcomes(hall.LedAtDesk), hall.OutcomeNone)...)}
	switch e.Outcome {
	case hall.NotAccepted:
		e.Reason, e.Referral = word(t, "reason"), word(t, "referral")
	case hall.TransferredOut:
		e.Reason, e.To = word(t, "reason"), word(t, "to")
	case hall.AdviceOnly:
		e.Advice = word(t, "advice")
	case hall.Booked:
		e.Mode = pick(t, "mode", hall.InRoom, hall.ByPhone, hall.ByVideo, hall.AtHome)
		from := rapid.IntRange(0, 1400).Draw(t, "from")
		e.Slot = hall.Slot{Day: hall.NewDay(2026, 11, 20) + hall.Day(rapid.IntRange(0, 60).Draw(t, "day")), From: from, To: from + 1 + rapid.IntRange(0, 39).Draw(t, "long")}
		if e.Mode == hall.InRoom {
			e.Room = pick(t, "room", "一室", "会诊室")
		}
		if e.Mode == hall.AtHome {
			e.Place = word(t, "place")
		}
		if rapid.Bool().Draw(t, "mediator") {
			e.Mediator, e.Mediated = 3, "徐建国"
		}
	}
	return e
}

func drawIntake(t *rapid.T) hall.Intake {
	in := hall.Intake{
		Type: pick(t, "type", "neighbours", "wages", ""), Subject: pick(t, "subject", "", "滴水", "欠款"), Facts: pick(t, "facts", "", "一行\n两行", "滴水"),
		Requests: word(t, "requests"), Amount: pick(t, "amount", int64(0), 1, 340000, 120050), Source: pick(t, "source", hall.SourceApplication, hall.SourceUnasked, hall.SourceEntrusted),
		SourceFrom: word(t, "from whom"), Written: rapid.Bool().Draw(t, "written"), Difficulty: pick(t, "difficulty", hall.Ordinary, hall.Simple, hall.Difficult),
		Urgent: rapid.Bool().Draw(t, "urgent"), UrgentWhy: word(t, "why"), Risk: hall.Risk(rapid.IntRange(0, 3).Draw(t, "risk")),
		Flags: hall.Flag(rapid.IntRange(0, 7).Draw(t, "flags")), Measures: word(t, "measures"), PartyRefuses: rapid.Bool().Draw(t, "refuses"),
		Bar: hall.Bar(rapid.IntRange(0, 5).Draw(t, "bar")), Confidential: rapid.Bool().Draw(t, "secret"), End: drawEnding(t),
	}
	if in.Flags&hall.FlagCriminal != 0 {
		in.Police = hall.Police{At: storetest.Start().Add(-time.Duration(rapid.IntRange(0, 9000).Draw(t, "ago")) * time.Minute), Officer: word(t, "officer")}
	}
	for _, s := range bothSides() {
		for range rapid.IntRange(0, 7).Draw(t, "people") {
			in.Parties = append(in.Parties, drawParty(t, s))
		}
	}
	return in
}

func sameIntake(t *rapid.T, how string, got, want hall.Intake) {
	for _, s := range bothSides() {
		if g, w := got.Of(s), want.Of(s); !slices.Equal(g, w) {
			t.Fatalf("%s: side %d\n got %+v\nwant %+v", how, s, g, w)
		}
	}
	if !got.Police.At.Equal(want.Police.At) {
		t.Fatalf("%s: police %v, want %v", how, got.Police.At, want.Police.At)
	}
	got.Parties, want.Parties, got.Police.At, want.Police.At = nil, nil, time.Time{}, time.Time{}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s:\n got %+v\nwant %+v", how, got, want)
	}
}

// What is written into the form and read again is the same intake, number for number, masked
// or not; and so it is when it was kept as a draft meanwhile.
func TestFormAndIntakeAreOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawIntake(t)
		v := fresh()
		v.write(answersOf(in))
		got, bad := v.read()
		if bad != nil {
			t.Fatalf("cannot be read again: %v", bad)
		}
		sameIntake(t, "read again", got, in)

		kept := v.snapshot()
		again := fresh()
		again.reset(kept)
		if got, bad = again.read(); bad != nil {
			t.Fatalf("the draft cannot be read again: %v", bad)
		}
		sameIntake(t, "from a draft", got, in)
	})
}

// Whatever was typed, right or wrong, a draft gives it back letter by letter.
func TestADraftHoldsWhatWasTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := fresh()
		for _, id := range []string{"a.name", "a.id", "a.phone", "r.name", "facts", "amount", "a.birth", "r.guardian"} {
			v.people.SetValue(id, pick(t, id, "", " 章", "33060", "12万零", "下周三，", "一\n"))
		}
		v.where.SetValue("day", pick(t, "day", "", "11-", "下周"))
		v.where.SetValue("outcome", pick(t, "outcome", "", "2", "5"))
		if rapid.Bool().Draw(t, "box") {
			v.box = v.newBox(-1, hall.Party{Side: hall.Respondent})
			v.box.form.SetValue("phone", "1001")
		}
		v.step, v.boxOpen = pick(t, "step", stepPeople, stepWhere), v.box != nil
		v.show()
		kept := v.snapshot()
		again := fresh()
		again.reset(kept)
		if got := again.snapshot(); !maps.Equal(got.Fields, kept.Fields) || got.Title != kept.Title {
			t.Fatalf("\n got %v\nwant %v", got.Fields, kept.Fields)
		}
	})
}

// Who may not see a case's numbers in full can still follow it up: the people on file give
// them, and no masked number is ever registered.
func TestAFollowedCaseGivesNoMaskedNumbers(t *testing.T) {
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties[0].Details.DocNumber = cardNumber(hall.NewDay(1968, 5, 12), "200")
	res, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	desk := h.Add("zhou", "周小妹", hall.FrontDesk)
	if file, err := desk.Case(context.Background(), res.Case); err != nil || !file.Masked {
		t.Fatalf("the case should be masked for the front desk: %v", err)
	}
	e := env()
	e.Desk = desk
	v := New(e, views.Route{Screen: views.Intake, Case: res.Case}).(*View)
	v.Update(v.Load()())
	got, _ := v.read()
	first := got.Parties[0].Details
	if first.Phone != "10012346021" || first.DocNumber != in.Parties[0].Details.DocNumber || got.Relapse != res.Case {
		t.Errorf("followed: %+v, relapse of %d", first, got.Relapse)
	}
	if v.people.Raw("a.phone") != "100····6021" {
		t.Errorf("the form shows %q", v.people.Raw("a.phone"))
	}
	if !v.empty() {
		t.Error("what was filled in of itself counts as typed")
	}
}
