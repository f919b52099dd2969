package store_test

import (
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// A case is transferred to a body, not to its name: what was written then stays when the body is
// called otherwise, and the file says how it is called now. A name that is only like one on file, or
// like two, is taken as it was written.
func TestATransferHoldsTheBody(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	body := func(name string) hall.Body {
		return must[hall.Body](t)(d.SaveBody(ctx, 0, hall.Body{Name: name, Kind: hall.BodyCourt}))
	}
	b := body("县矛调中心")
	atDesk := func(to string, picked hall.BodyID) hall.CaseID {
		in := storetest.Intake(hall.Ending{Outcome: hall.TransferredOut, To: to, ToBody: picked, Reason: "不归本中心管"})
		return must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
	}
	byStep := func(to string, picked hall.BodyID) hall.CaseID {
		c := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
		at := must[hall.CaseFile](t)(d.Case(ctx, c.Case)).Case
		must[hall.Case](t)(d.Step(ctx, at.ID, at.Rev, 0, hall.Step{Action: hall.ActTransfer, To: to, ToBody: picked, Reason: "不归本中心管"}))
		return c.Case
	}
	for _, tt := range []struct {
		id   hall.CaseID
		body hall.BodyID
		to   string
	}{
		{atDesk("县矛调中心", b.ID), b.ID, "县矛调中心"},
		{byStep("县矛调中心", b.ID), b.ID, "县矛调中心"},
		{byStep("县矛调 中心", 0), b.ID, "县矛调 中心"},
		{atDesk("矛调中心", 0), 0, "矛调中心"},
		{byStep("区信访局", 0), 0, "区信访局"},
	} {
		c := must[hall.CaseFile](t)(d.Case(ctx, tt.id)).Case
		if c.ToBody != tt.body || c.To != tt.to || c.State != hall.Transferred {
			t.Errorf("to %q: %q, body %d, want %d", tt.to, c.To, c.ToBody, tt.body)
		}
		b := must[hall.Body](t)(d.Body(ctx, b.ID))
		if b.Name = "县社会治理中心"; tt.body != 0 {
			must[hall.Body](t)(d.SaveBody(ctx, 0, b))
			if f := must[hall.CaseFile](t)(d.Case(ctx, tt.id)); f.Case.To != tt.to || f.ToNow != "县社会治理中心" {
				t.Errorf("after the body was renamed: %q, now %q", f.Case.To, f.ToNow)
			}
			b = must[hall.Body](t)(d.Body(ctx, b.ID))
			b.Name = "县矛调中心"
			must[hall.Body](t)(d.SaveBody(ctx, 0, b))
		}
		if f := must[hall.CaseFile](t)(d.Case(ctx, tt.id)); f.ToNow != "" {
			t.Errorf("%q is said to be called %q now", tt.to, f.ToNow)
		}
	}
	in := storetest.Intake(hall.Ending{Outcome: hall.TransferredOut, To: "县矛调中心", ToBody: b.ID + 7, Reason: "不归本中心管"})
	if _, err := d.FinishIntake(ctx, 0, in); code(err) != hall.ErrNotFound {
		t.Errorf("a body that is none: %v", err)
	}
	must[hall.Body](t)(d.Another("县矛调中心").SaveBody(ctx, 0, hall.Body{Name: "县矛调中心", Kind: hall.BodyCourt}))
	if c := must[hall.CaseFile](t)(d.Case(ctx, byStep("县矛调中心", 0))).Case; c.ToBody != 0 {
		t.Errorf("two are called so, and %d was taken", c.ToBody)
	}
	h.MustCheck()
}

// A store of the twelfth schema has its transfers joined to the bodies that are called as was
// written; what is only like one, or on file nowhere, stays a name.
func TestStoreOfSchema12(t *testing.T) {
	t.Parallel()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema12.txt"), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	opensAgain(t, o)
	st := must[*store.Store](t)(store.Open(ctx, o))
	defer st.Close()
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	for i, want := range []struct {
		to   string
		body hall.BodyID
	}{{"百官区信访局", 1}, {"县矛调 中心", 2}, {"区司法局", 0}, {"小港村调委会", 0}} {
		c := must[hall.CaseFile](t)(d.Case(ctx, hall.CaseID(i+1))).Case
		if c.To != want.to || c.ToBody != want.body {
			t.Errorf("case %d: %q, body %d, want %q, %d", c.ID, c.To, c.ToBody, want.to, want.body)
		}
	}
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
}
