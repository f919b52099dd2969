package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// What was written of a follow-up is put right with what stood before, and the next visit goes to the day
// that the record says now, as long as nobody decided otherwise about it.
func TestARecordedFollowUpIsCorrected(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	v := nextVisit(t, d, id)
	rec := found(tuesday)
	rec.Next = tuesday + 7
	got := must[hall.Consultation](t)(d.RecordFollowUp(ctx, v.ID, v.Rev, 0, rec))
	wantOpen(t, d, id, "the next one", 7, 30)
	fix := hall.FollowFix{FollowUpRecord: got.Visit.Record()}
	correct := func(why string) error {
		t.Helper()
		c, err := d.CorrectFollowUp(ctx, got.ID, got.Rev, fix, why)
		if err == nil {
			got = c
		}
		return err
	}
	if err := correct("没改"); code(err) != hall.ErrSame {
		t.Errorf("nothing was changed: %v", err)
	}
	fix.Satisfaction, fix.Relapse, fix.Measures, fix.Next = 4, hall.RelapseRisk, "请网格员看着", tuesday+9
	if err := correct(""); code(err) != hall.ErrReason {
		t.Errorf("no reason: %v", err)
	}
	if _, err := h.Add("li", "李值班", hall.RoleMediator).CorrectFollowUp(ctx, got.ID, got.Rev, fix, "写反了"); code(err) != hall.ErrNotYours {
		t.Errorf("somebody else's: %v", err)
	}
	if err := correct("写反了"); err != nil {
		t.Fatal(err)
	}
	wantOpen(t, d, id, "the next one goes along", 9, 30)
	stood := map[string][2]string{"Visit.Satisfaction": {"2", "4"}, "Visit.Relapse": {"2", "1"}, "Visit.Measures": {"请村里看着", "请网格员看着"},
		"Visit.Next": {(tuesday + 7).String(), (tuesday + 9).String()}}
	if len(got.Corrections) != len(stood) {
		t.Errorf("%+v", got.Corrections)
	}
	for _, c := range got.Corrections {
		if stood[c.Field] != [2]string{c.Old, c.New} || c.ByName != "陈芳" || c.Why != "写反了" || !c.At.Equal(h.Now()) {
			t.Errorf("%+v", c)
		}
	}
	if line := must[hall.CaseFile](t)(d.Case(ctx, id)).Journal; line[0].Deed != hall.DeedCorrect && line[len(line)-1].Deed != hall.DeedCorrect {
		t.Errorf("the case tells %+v", line)
	}
	for what, change := range map[string]func(*hall.FollowFix){
		"tomorrow": func(f *hall.FollowFix) { f.On = tuesday + 1 }, "before the agreement": func(f *hall.FollowFix) { f.On = tuesday - 1 },
		"next before it": func(f *hall.FollowFix) { f.Next = tuesday },
	} {
		was := fix
		change(&fix)
		if err := correct("记错"); code(err) != hall.ErrDayBefore && code(err) != hall.ErrDayFuture {
			t.Errorf("%s: %v", what, err)
		}
		fix = was
	}
	fix.Next = tuesday + 30
	if err := correct("和那次一起去"); err != nil {
		t.Fatal(err)
	}
	wantOpen(t, d, id, "nobody is visited twice a day", 30)
	fix.Next = tuesday + 12
	if err := correct("还是先去"); err != nil {
		t.Fatal(err)
	}
	wantOpen(t, d, id, "the other one stays, one is planned", 12, 30)
	fix.Next = 0
	if err := correct("不用去"); err != nil {
		t.Fatal(err)
	}
	wantOpen(t, d, id, "none any more", 30)
	fix.Next = tuesday + 13
	if err := correct("要去"); err != nil {
		t.Fatal(err)
	}
	next := nextVisit(t, d, id)
	must[hall.Consultation](t)(d.MoveFollowUp(ctx, next.ID, next.Rev, 0, hall.FollowVisit, hall.Booking{Slot: hall.Slot{Day: tuesday + 15}}, "没空"))
	fix.Next = tuesday + 14
	if err := correct("改天"); code(err) != hall.ErrNextDecided {
		t.Errorf("somebody moved it since: %v", err)
	}
	fix.Next, fix.Findings = tuesday+13, "檐沟没装"
	if err := correct("漏写"); err != nil {
		t.Errorf("the rest may be put right: %v", err)
	}
	h.MustCheck()
}

// A relapse that a case was opened or taken up for stays; one that is not dealt with can be put right, and
// what can be done about it goes with it.
func TestARelapseIsCorrectedOnlyWhileNothingCameOfIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	v := nextVisit(t, d, id)
	got := must[hall.Consultation](t)(d.RecordFollowUp(ctx, v.ID, v.Rev, 0, found(tuesday)))
	fix := hall.FollowFix{FollowUpRecord: got.Visit.Record()}
	fix.Relapse = hall.RelapseNone
	got = must[hall.Consultation](t)(d.CorrectFollowUp(ctx, got.ID, got.Rev, fix, "别家的事"))
	if why := hall.Why(hall.FollowUpCourse(), must[hall.JointFile](t)(d.FollowUp(ctx, got.ID)), hall.OpReopen, h.Boss, h.Now()); code(why) != hall.ErrNoRelapse {
		t.Errorf("nothing relapsed: %v", why)
	}
	fix.Relapse = hall.RelapseBack
	must[hall.Consultation](t)(d.CorrectFollowUp(ctx, got.ID, got.Rev, fix, "是这一家"))
	steps(t, d, id, hall.Step{Action: hall.ActReopen, Reason: "又吵"})
	got = must[hall.JointFile](t)(d.FollowUp(ctx, got.ID)).Consultation
	fix.Relapse = hall.RelapseRisk
	if _, err := d.CorrectFollowUp(ctx, got.ID, got.Rev, fix, "没那么重"); code(err) != hall.ErrRelapseStands {
		t.Errorf("the case was taken up for it: %v", err)
	}
	fix.Relapse, fix.Next = hall.RelapseBack, tuesday+8
	if _, err := d.CorrectFollowUp(ctx, got.ID, got.Rev, fix, "再去"); code(err) != hall.ErrNothingToFollow {
		t.Errorf("nothing to follow up any more: %v", err)
	}
	fix.Next, fix.Findings = 0, "檐沟又漏"
	must[hall.Consultation](t)(d.CorrectFollowUp(ctx, got.ID, got.Rev, fix, "漏写"))
	h.MustCheck()
}
