package dispute_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Whoever looks a case up, or one of its people, sees first that it is dangerous; of a case that is over, or
// that the reader may not see, nothing is said.
func TestTheDangerStandsWhereCasesAreListedAndFound(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Flags, in.Measures = hall.FlagCriminal, "带了刀"
	in.Police = hall.Police{At: h.Now(), Officer: "徐警官", By: "陈芳"}
	led, err := desk.FinishIntake(t.Context(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	f, err := desk.Case(t.Context(), led.Case)
	if err != nil {
		t.Fatal(err)
	}
	p, err := desk.PersonFile(t.Context(), f.Case.Parties[1].Person)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := desk.NotePerson(t.Context(), p.Person.ID, p.Person.Rev, nil, "酒后动手"); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h)
	d.Press("f8").Expect("[危] 章雪琴", "带了刀", "章阿根：酒后动手")
	d.Press("ctrl+f").Type("章阿根").Rest().Expect("[危] 章雪琴—章阿根", "[险] 章阿根")

	if _, err := desk.Step(t.Context(), f.Case.ID, f.Case.Rev, 0, hall.Step{Action: hall.ActWithdraw, Reason: "自行和解", Referral: "可以起诉"}); err != nil {
		t.Fatal(err)
	}
	d.Press("f8").Expect("章雪琴").ExpectNot("[危]", "带了刀")
}

// What is confidential is marked for nobody who may not see it.
func TestTheDangerOfAClosedCaseIsNotSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential, in.Flags = true, hall.FlagCriminal
	in.Police = hall.Police{At: h.Now(), Officer: "徐警官", By: "陈芳"}
	if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
		t.Fatal(err)
	}
	clerk := h.Add("clerk", "俞芳", hall.FrontDesk).Actor()
	apptest.Open(t, h, apptest.Options{Actor: &clerk}).Press("f8").Expect("不公开").ExpectNot("[危]")
}
