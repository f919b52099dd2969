package store_test

import (
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// What was registered of a visitor is put right under the rules of an intake, as long as no case came of it.
func TestAnIntakeIsPutRightUnderItsRules(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow}))).Consultation
	put := func(change func(*hall.IntakeFix), why string) error {
		v := must[hall.Consultation](t)(d.Visit(ctx, id))
		fix := hall.FixOfIntake(v)
		change(&fix)
		_, err := d.CorrectIntake(ctx, id, v.Rev, fix, why)
		return err
	}
	police := hall.Police{At: h.Clock.Now(), Officer: "李警官"}
	for name, c := range map[string]struct {
		change func(*hall.IntakeFix)
		why    string
		want   hall.Code
	}{
		"the same":   {func(*hall.IntakeFix) {}, "没改", hall.ErrSame},
		"no reason":  {func(f *hall.IntakeFix) { f.Matter.Subject = "滴水檐" }, "", hall.ErrReason},
		"no police":  {func(f *hall.IntakeFix) { f.Matter.Flags = hall.FlagCriminal }, "要动手", hall.ErrPoliceReport},
		"not yet":    {func(f *hall.IntakeFix) { f.Matter.Police = police; f.Matter.Police.At = h.Clock.Now().Add(time.Hour) }, "要动手", hall.ErrDayFuture},
		"measures":   {func(f *hall.IntakeFix) { f.Matter.Risk = hall.RiskHigh }, "要动手", hall.ErrMeasures},
		"no name":    {func(f *hall.IntakeFix) { f.Parties[1].Details.Name = "" }, "没有这人", hall.ErrRequired},
		"one person": {func(f *hall.IntakeFix) { f.Leave = 2 }, "没有这人", hall.ErrLastParty},
	} {
		if err := put(c.change, c.why); code(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := put(func(f *hall.IntakeFix) { f.PartyRefuses, f.Bar = true, hall.BarCourt }, "他说已经起诉"); err != nil {
		t.Fatal(err)
	}
	if err := put(func(f *hall.IntakeFix) { f.PartyRefuses, f.Bar = false, hall.BarNone }, "问清了，还没有起诉"); err != nil {
		t.Fatal(err)
	}
	v := must[hall.Consultation](t)(d.Visit(ctx, id))
	must[hall.VisitRow](t)(d.Call(ctx, id, "一室"))
	v = must[hall.Consultation](t)(d.Visit(ctx, id))
	must[hall.IntakeResult](t)(d.EndVisit(ctx, id, v.Rev, 0, hall.Ending{Outcome: hall.NotAccepted, Reason: "不属调解", Referral: "法院"}))
	if err := put(func(f *hall.IntakeFix) { f.Matter.Subject = "滴水檐" }, "写错了"); code(err) != hall.ErrAmendInCase {
		t.Errorf("with a case: %v", err)
	}
	h.MustCheck()
}
