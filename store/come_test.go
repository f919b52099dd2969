package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Who comes about a case that is there takes a number with nothing registered again; one of a case
// waits once, and what is put right of the case leaves who came as who came.
func TestWhoComesAboutACaseTakesANumber(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))).Case
	c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
	res := must[hall.IntakeResult](t)(d.Come(ctx, id, 1))
	q := must[hall.Queue](t)(d.Queue(ctx, hall.DayOf(h.Clock.Now())))
	if len(q.Waiting) != 1 || q.Waiting[0].Number != res.Queue {
		t.Fatalf("in the queue: %+v", q.Waiting)
	}
	if q.Waiting[0].Who != c.Parties[1].Details.Name || q.Waiting[0].Against != c.Parties[0].Details.Name {
		t.Fatalf("in the queue: %+v", q.Waiting)
	}
	if _, err := d.Come(ctx, id, 0); code(err) != hall.ErrVisitHere {
		t.Errorf("a second number: %v", err)
	}
	fix := hall.FixOf(c)
	fix.Parties[1].Details.Name = "章阿根伯"
	must[hall.Case](t)(d.CorrectCase(ctx, id, c.Rev, fix, "写错"))
	v := must[hall.Consultation](t)(d.Visit(ctx, res.Consultation))
	if v.Who != "章阿根伯" || len(v.Expected) != 1 || v.Expected[0].Came.IsZero() {
		t.Errorf("after the correction: %q, %+v", v.Who, v.Expected)
	}
	must[hall.VisitRow](t)(d.Call(ctx, res.Consultation, "一室"))
	if err := d.StartVisit(ctx, res.Consultation, 0); err != nil {
		t.Fatal(err)
	}
	v = must[hall.Consultation](t)(d.Visit(ctx, res.Consultation))
	must[hall.IntakeResult](t)(d.EndVisit(ctx, v.ID, v.Rev, 0, hall.Ending{Outcome: hall.OnInCase}))
	must[hall.IntakeResult](t)(d.Come(ctx, id, 0)) // and later the same day the other one
	h.MustCheck()
}
