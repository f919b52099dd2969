package people_test

import (
	"context"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// come registers the applicant of an intake.
func come(d *store.Desk, who hall.Details) error {
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties[0].Details = who
	_, err := d.FinishIntake(context.Background(), 0, in)
	return err
}

// Whoever was here is the same person by document or by name and telephone, also where only the
// number is new; a name and a village alone are asked about, a name alone is nothing.
func TestAVisitorIsNotEnteredTwiceInSilence(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	known := func(want int) {
		t.Helper()
		rows, err := d.FindPeople(context.Background(), "王芳", 9)
		if err != nil || len(rows) != want {
			t.Errorf("%d people, want %d: %+v %v", len(rows), want, rows, err)
		}
	}
	for _, who := range []hall.Details{
		{Name: "王芳", Village: "小港村", Phone: "10012340007"},
		{Name: "王芳", Phone: "10012340007"},
		{Name: "王 芳", Phone: "10012340007", Doc: hall.DocPassport, DocNumber: "E12345678"}, // now with papers
		{Name: "王芳", Doc: hall.DocPassport, DocNumber: "E12345678"},
	} {
		if err := come(d, who); err != nil {
			t.Fatalf("%+v: %v", who, err)
		}
	}
	known(1)
	again := hall.Details{Name: "王芳", Village: "小港", Phone: "10012340008"}
	if like := asked(t, come(d, again)); len(like) != 1 || like[0].At != "小港村  100····0007" {
		t.Errorf("asked about %+v", like)
	}
	known(1)
	if err := come(d, hall.Details{Name: "王芳", Village: "前宅村"}); err != nil {
		t.Errorf("of another village: %v", err)
	}
	if err := come(d, hall.Details{Name: "王芳"}); err != nil {
		t.Errorf("of a name alone: %v", err)
	}
	known(3)
	if err := come(d.Another("王芳"), again); err != nil {
		t.Errorf("another one: %v", err)
	}
	known(4)
	h.MustCheck()
}

// A village is one, in whichever way its name is written on the roster.
func TestTheRosterOfAVillageHoldsAllItsNames(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	for name, village := range map[string]string{"俞芳": "大湖", "金阿毛": "大湖村", "徐建国": "大湖村委会", "沈丽": "大湖湾村", "钱进": "前宅村"} {
		if _, err := d.SaveMediator(ctx, 0, hall.Mediator{Name: name, Village: village}, hall.DayOf(h.Now()), ""); err != nil {
			t.Fatal(err)
		}
	}
	for _, village := range []string{"大湖", "大湖村"} {
		page, err := d.Roster(ctx, hall.RosterQuery{Village: village, Limit: 9})
		if err != nil || len(page.Rows) != 3 {
			t.Errorf("%s: %+v %v", village, page.Rows, err)
		}
	}
}
