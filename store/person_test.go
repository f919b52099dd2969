package store_test

import (
	"strings"
	"testing"

	"sizhen/store"
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// visitBy takes somebody in, who asks for advice only or is seen.
func visitBy(t *testing.T, d *store.Desk, who hall.Details, end hall.Ending) hall.PersonID {
	t.Helper()
	in := storetest.Intake(end)
	in.Parties[0].Details = who
	must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in))
	found := must[[]hall.PersonRow](t)(d.FindPeople(ctx, who.Name, 9))
	for _, p := range found {
		if whole := must[hall.Person](t)(d.Person(ctx, p.ID)); whole.Details.Phone == who.Phone {
			return p.ID
		}
	}
	t.Fatalf("%s is not found: %+v", who.Name, found)
	return 0
}

var advice = hall.Ending{Outcome: hall.AdviceOnly, Advice: "先量界墙，再来登记"}

// Whoever only asked for advice is found again, with what was advised; so is a person's case.
func TestAPersonsVisitsAreReadAgain(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := visitBy(t, d, hall.Details{Name: "高素珍", Phone: "10012345678", Village: "鹤池村"}, advice)
	visitBy(t, d, hall.Details{Name: "高素珍", Phone: "10012345678"}, hall.Ending{Outcome: hall.AcceptedNow})
	other := visitBy(t, d, hall.Details{Name: "高素珍", Phone: "10012349999", Village: "后浦村"}, advice)
	f := must[hall.PersonFile](t)(d.PersonFile(ctx, id))
	if len(f.Visits) != 1 || len(f.Cases) != 1 || f.Advised[f.Visits[0].ID] != advice.Advice || f.Person.Details.Village != "鹤池村" {
		t.Errorf("%+v", f)
	}
	if len(f.Same) != 1 || f.Same[0].ID != other || f.Same[0].Village != "后浦村" {
		t.Errorf("others of the name: %+v", f.Same)
	}
}

// Two records of one person are shown as one, count as one where somebody is booked, and are taken
// apart again as they were.
func TestTwoRecordsOfOnePersonAreJoinedAndTakenApart(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	book1 := hall.Ending{Outcome: hall.Booked, Slot: hall.Slot{Day: hall.NewDay(2026, 11, 26), From: 9 * 60, To: 10 * 60}, Room: "一室"}
	keep := visitBy(t, d, hall.Details{Name: "徐玲玲", Phone: "10012345678"}, book1)
	gone := visitBy(t, d, hall.Details{Name: "徐玲", Phone: "10012349999"}, advice)
	was := must[hall.Person](t)(d.Person(ctx, gone))
	must[hall.Person](t)(d.NotePerson(ctx, gone, was.Rev, []hall.Relative{{Kin: hall.KinSibling, Name: "徐阿毛"}}, "上次带了刀"))
	must[hall.Person](t)(d.JoinPerson(ctx, keep, gone, "同一人，登记时少写一字"))
	for _, id := range []hall.PersonID{keep, gone} {
		f := must[hall.PersonFile](t)(d.PersonFile(ctx, id))
		if f.Person.ID != keep || len(f.Visits) != 2 || len(f.Joined) != 1 || f.Joined[0].Name != "徐玲" {
			t.Errorf("by %d: %+v", id, f)
		}
		if len(f.Risks) != 1 || f.Risks[0] != "上次带了刀" || len(f.Kin) != 1 { // what is to be known first goes along
			t.Errorf("by %d: %v, %v", id, f.Risks, f.Kin)
		}
	}
	if found := must[[]hall.PersonRow](t)(d.FindPeople(ctx, "徐玲", 9)); len(found) != 1 || found[0].ID != keep || found[0].Visits != 2 {
		t.Errorf("found: %+v", found)
	}
	in := storetest.Intake(hall.Ending{Outcome: hall.Booked, Slot: book1.Slot, Room: "二室"})
	in.Parties[0] = hall.Party{Person: gone, Details: hall.Details{Name: "徐玲", Phone: "10012349999"}}
	in.Parties[1].Details = hall.Details{Name: "潘利明", Phone: "10012341111"}
	if _, err := d.FinishIntake(ctx, 0, in); !book.Is(err, hall.ErrPartyBusy) {
		t.Errorf("one person in two places at once: %v", err)
	}
	if _, err := d.CorrectPerson(ctx, gone, book.AnyRev, hall.Details{Name: "徐灵"}, "错字"); !book.Is(err, hall.ErrJoined) {
		t.Errorf("a joined record is put right: %v", err)
	}
	must[hall.Person](t)(d.PartPerson(ctx, gone, "不是同一人"))
	f := must[hall.PersonFile](t)(d.PersonFile(ctx, gone))
	if f.Person.ID != gone || len(f.Visits) != 1 || len(f.Person.Corrections) != 2 {
		t.Errorf("apart: %+v", f)
	}
	for _, p := range must[[]hall.PersonRow](t)(d.FindPeople(ctx, "徐玲", 9)) {
		if p.Visits != 1 {
			t.Errorf("%s was here %d times", p.Name, p.Visits)
		}
	}
	h.MustCheck()
}

func TestAPersonIsPutRightWithATrace(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := visitBy(t, d, hall.Details{Name: "高素珍", Phone: "10012345678", Village: "鹤池村"}, advice)
	f := must[hall.PersonFile](t)(d.PersonFile(ctx, id))
	to := f.Person.Details
	to.Phone = "100"
	if _, err := d.CorrectPerson(ctx, id, f.Person.Rev, to, "换号"); err == nil {
		t.Error("100 passes for a telephone number")
	}
	to.Phone = "10012340000"
	if _, err := d.CorrectPerson(ctx, id, f.Person.Rev, to, " "); !book.Is(err, hall.ErrReason) {
		t.Errorf("without a reason: %v", err)
	}
	p := must[hall.Person](t)(d.CorrectPerson(ctx, id, f.Person.Rev, to, "换号"))
	if p.Details.Phone != to.Phone || len(p.Corrections) != 1 || p.Corrections[0].Old != "10012345678" {
		t.Errorf("%+v", p)
	}
	p = must[hall.Person](t)(d.NotePerson(ctx, id, p.Rev, []hall.Relative{{Kin: hall.KinSibling, Name: "高阿毛"}}, "上次带了刀"))
	if p.Risk != "上次带了刀" || len(p.Relatives) != 1 {
		t.Errorf("%+v", p)
	}
	mediator := h.Add("xu", "徐建国", hall.RoleMediator)
	seen := must[hall.PersonFile](t)(mediator.PersonFile(ctx, id))
	if !seen.Veiled || seen.Person.Details.Phone != "100····0000" || seen.Person.Corrections[0].Old != "100····5678" {
		t.Errorf("who works on nothing of hers reads %+v", seen.Person)
	}
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	for key, value := range everything(t, h.Path) {
		if strings.HasPrefix(key, "journal") && strings.Contains(value, "10012345678") {
			t.Errorf("the journal has the whole number: %q", value)
		}
	}
	h.Reopen()
}

// Who is known by a confidential case only is not found by whoever may not see that.
func TestAPersonOfAConfidentialCaseIsVeiled(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in))
	desk := h.Add("li", "李窗口", hall.FrontDesk)
	for who, want := range map[*store.Desk]bool{d: true, desk: false} {
		found := false
		for _, hit := range must[[]hall.Hit](t)(who.Search(ctx, "章阿根", 20)) {
			found = found || hit.Person != nil
		}
		if found != want {
			t.Errorf("%s finds the person: %v", who.Actor().Name, found)
		}
	}
}

// An older store lists the visits of its people from its upgrade on.
func TestVisitsOfAnOlderStoreAreListed(t *testing.T) {
	t.Parallel()
	path := kvtest.Restore(t, "testdata/schema9.txt")
	o := store.Options{Path: path, Settings: storetest.Settings(), Now: storetest.Start}
	st := must[*store.Store](t)(store.Open(ctx, o))
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	n := 0
	who := must[hall.Board](t)(d.Board(ctx)).Queue[0].Who
	for _, p := range must[[]hall.PersonRow](t)(d.FindPeople(ctx, who, 9)) {
		n += len(must[hall.PersonFile](t)(d.PersonFile(ctx, p.ID)).Visits)
	}
	if n == 0 {
		t.Error("nobody's visits are listed")
	}
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
}
