package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Who took a number with a name only is registered in full later: under the same number, once, and
// until then nothing but advice comes of it.
func TestANumberWithANameOnlyIsCompletedLater(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	bare := hall.Intake{Parties: []hall.Party{{Details: hall.Details{Name: "赵小满"}}}, End: hall.Ending{Outcome: hall.SeenNow}}
	res := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, bare))
	must[hall.VisitRow](t)(d.Call(ctx, res.Consultation, "一室"))
	if err := d.StartVisit(ctx, res.Consultation, 0); err != nil {
		t.Fatal(err)
	}
	v := must[hall.Consultation](t)(d.Visit(ctx, res.Consultation))
	if _, err := d.EndVisit(ctx, v.ID, v.Rev, 0, hall.Ending{Outcome: hall.AcceptedNow}); code(err) != hall.ErrBare {
		t.Errorf("a case of nothing: %v", err)
	}
	if _, err := d.Register(ctx, 0, v.ID, *v.Intake); code(err) != hall.ErrNoRespondent {
		t.Errorf("nothing added: %v", err)
	}
	in := storetest.Intake(hall.Ending{})
	in.Parties[0] = v.Intake.Parties[0]
	if now := must[hall.IntakeResult](t)(d.Register(ctx, 0, v.ID, in)); now.Queue != res.Queue {
		t.Errorf("another number: %d, was %d", now.Queue, res.Queue)
	}
	if _, err := d.Register(ctx, 0, v.ID, in); code(err) != hall.ErrRegistered {
		t.Errorf("twice: %v", err)
	}
	v = must[hall.Consultation](t)(d.Visit(ctx, res.Consultation))
	if v.Who != "赵小满" || v.Against == "" || v.Type != in.Type {
		t.Errorf("registered: %+v", v)
	}
	must[hall.IntakeResult](t)(d.EndVisit(ctx, v.ID, v.Rev, 0, hall.Ending{Outcome: hall.AcceptedNow}))
	h.MustCheck()
}
