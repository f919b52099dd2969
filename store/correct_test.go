package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// A correction keeps what stood before with who, when and why, is found by the new words, and
// without a reason, or with nothing changed, leaves the record as it was.
func TestACorrectionKeepsWhatStoodBefore(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	row := must[[]hall.PersonRow](t)(d.FindPeople(ctx, "章雪琴", 5))[0]
	was := must[hall.Person](t)(d.Person(ctx, row.ID))
	rename := func(p *hall.Person) error { p.Details.Name = "章雪芹"; return nil }

	if _, err := d.CorrectPersonForTest(ctx, was.ID, was.Rev, " ", rename); code(err) != hall.ErrReason {
		t.Errorf("without a reason: %v", err)
	}
	if _, err := d.CorrectPersonForTest(ctx, was.ID, was.Rev, "写错", func(*hall.Person) error { return nil }); code(err) != hall.ErrSame {
		t.Errorf("with nothing changed: %v", err)
	}
	if _, err := d.CorrectPersonForTest(ctx, was.ID, was.Rev+1, "写错", rename); code(err) != hall.ErrConflict {
		t.Errorf("of a record changed at another desk: %v", err)
	}
	if now := must[hall.Person](t)(d.Person(ctx, was.ID)); now.Rev != was.Rev || len(now.Corrections) != 0 {
		t.Errorf("a refused correction left %+v", now.Corrections)
	}

	must[hall.Person](t)(d.CorrectPersonForTest(ctx, was.ID, was.Rev, "户口簿上是芹", rename))
	now := must[hall.Person](t)(d.Person(ctx, was.ID))
	if now.Details.Name != "章雪芹" || len(now.Corrections) != 1 {
		t.Fatalf("%q with %d corrections", now.Details.Name, len(now.Corrections))
	}
	c := now.Corrections[0]
	if c.Field != "Details.Name" || c.Old != "章雪琴" || c.New != "章雪芹" || c.By != h.Boss.Staff || c.Why != "户口簿上是芹" || c.At.IsZero() {
		t.Errorf("the trail says %+v", c)
	}
	if rows := must[[]hall.PersonRow](t)(d.FindPeople(ctx, "章雪芹", 5)); len(rows) != 1 || rows[0].ID != was.ID {
		t.Errorf("by the new name: %v", rows)
	}
	h.MustCheck()
}
