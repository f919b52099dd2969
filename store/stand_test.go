package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// A joint consultation that was called off by mistake takes place after all: at its time, with the answers of
// those who have heard nothing of it; who has heard is told again. What it was stays with it.
func TestACancelledJointConsultationStands(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id, v := hard(t, h)
	slot := at(tuesday+2, 9*60, 90)
	one, two := guest("俞律师"), guest("陆站长")
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, []hall.Invitee{one, two}))
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""))
	for _, who := range []hall.Invitee{one, two} {
		v = must[hall.Consultation](t)(d.Answered(ctx, v.ID, v.Rev, who, hall.Comes, ""))
	}
	v = must[hall.Consultation](t)(d.Notify(ctx, v.ID, v.Rev, hall.Notice{Way: hall.NoticePhone, Reached: true}))
	if err := d.CancelAppointment(ctx, v.ID, "点错了"); err != nil {
		t.Fatal(err)
	}
	v = must[hall.JointFile](t)(d.Joint(ctx, v.ID)).Consultation
	v = must[hall.Consultation](t)(d.TellInvited(ctx, v.ID, v.Rev, two))
	v = must[hall.Consultation](t)(d.Notify(ctx, v.ID, v.Rev, hall.Notice{Way: hall.NoticePhone, Reached: true}, 1))
	if _, err := d.StandAgain(ctx, v.ID, v.Rev, ""); code(err) != hall.ErrReason {
		t.Errorf("without a reason: %v", err)
	}
	v = must[hall.Consultation](t)(d.StandAgain(ctx, v.ID, v.Rev, "还是要会诊"))
	if v.State != hall.Waiting || v.Slot != slot || v.Room != "会诊室" || v.Reason != "药害占几成，两边说法不一" {
		t.Errorf("it stands as %v, %v, %s: %s", v.State, v.Slot, v.Room, v.Reason)
	}
	if i := v.Joint.Invited; i[0].Answer != hall.Comes || i[0].Stale || i[1].Answer != hall.NoAnswer || !i[1].Stale {
		t.Errorf("who has heard that it was off is told again, nobody else: %+v", i)
	}
	if e := v.Expected; e[0].Stale || !e[0].Told || !e[1].Stale || e[1].Told {
		t.Errorf("and so of the parties: %+v", e)
	}
	if len(v.Corrections) == 0 || v.Corrections[0].Why != "还是要会诊" {
		t.Errorf("what it was is not kept: %+v", v.Corrections)
	}
	if _, err := d.ProposeJoint(ctx, id, "再提"); code(err) != hall.ErrJointThere {
		t.Errorf("it is under way again: %v", err)
	}
}

// What has another's time by now, or has passed, is given another one; a second one that is under way, or a
// case that is over, bars it.
func TestWhatIsTakenBackIsLookedAtAnew(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id, v := hard(t, h)
	me := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, []hall.Invitee{guest("俞律师")}))
	v = agreed(t, d, v, true, true)
	slot := at(tuesday+2, 9*60, 90)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""))
	cancel := func() {
		t.Helper()
		if err := d.CancelAppointment(ctx, v.ID, "法官来不了"); err != nil {
			t.Fatal(err)
		}
		v = must[hall.JointFile](t)(d.Joint(ctx, v.ID)).Consultation
	}
	cancel()
	other := must[hall.Consultation](t)(d.ProposeJoint(ctx, id, "另提"))
	if f := must[hall.JointFile](t)(d.Joint(ctx, v.ID)); code(hall.Why(hall.JointCourse(), f, hall.OpStand, h.Boss, h.Now())) != hall.ErrJointThere {
		t.Error("the menu lets a second one stand")
	}
	if _, err := d.StandAgain(ctx, v.ID, v.Rev, "照旧"); code(err) != hall.ErrJointThere {
		t.Errorf("another one is under way: %v", err)
	}
	if err := d.CancelAppointment(ctx, other.ID, "并到一起"); err != nil {
		t.Fatal(err)
	}
	busy := dispute(t, d, "沈阿大", "沈阿二")
	must[hall.Consultation](t)(d.Book(ctx, busy, 0, hall.Booking{Slot: slot, Room: "会诊室"}))
	v = must[hall.Consultation](t)(d.StandAgain(ctx, v.ID, v.Rev, "照旧"))
	if v.State != hall.Proposed || v.Timed() || v.Room != "" {
		t.Errorf("its room is another's: %v, %v, %s", v.State, v.Slot, v.Room)
	}
	cancel()
	steps(t, d, id, hall.Step{Action: hall.ActWithdraw, Reason: "和好", Referral: "可以起诉"})
	if _, err := d.StandAgain(ctx, v.ID, v.Rev, "照旧"); code(err) != hall.ErrState {
		t.Errorf("the case is over: %v", err)
	}
}

// A further meeting that was called off by mistake follows the one before it again.
func TestACancelledMeetingStands(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, _, v := hard(t, h)
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, []hall.Invitee{guest("俞律师")}))
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(tuesday+2, 9*60, 90), "会诊室", nil, ""))
	h.Clock.Set((tuesday + 2).At(11*60, h.Now().Location()))
	v = must[hall.Consultation](t)(d.RecordJoint(ctx, v.ID, v.Rev, 0, hall.JointRecord{
		Convener: hall.Invitee{Came: true}, Line: "先鉴定", Opinion: "请农技站", Who: "陈芳", By: tuesday + 9}))
	next := must[hall.Consultation](t)(d.MeetAgain(ctx, v.ID, v.Rev, "看鉴定"))
	if err := d.CancelAppointment(ctx, next.ID, "点错了"); err != nil {
		t.Fatal(err)
	}
	next = must[hall.JointFile](t)(d.Joint(ctx, next.ID)).Consultation
	must[hall.Consultation](t)(d.StandAgain(ctx, next.ID, next.Rev, "还要开"))
	if f := must[hall.JointFile](t)(d.Joint(ctx, v.ID)); f.Discussion().Next != next.ID {
		t.Errorf("the meeting before leads to %d", f.Discussion().Next)
	}
}

// A follow-up that was called off, or recorded, by mistake is to be made on its day; the visit that its record
// planned goes with it.
func TestAFollowUpIsTakenBack(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	wantOpen(t, d, id, "planned", 11, 30)
	v := nextVisit(t, d, id)
	if err := d.CancelAppointment(ctx, v.ID, "点错了"); err != nil {
		t.Fatal(err)
	}
	wantOpen(t, d, id, "called off", 30)
	c := must[hall.JointFile](t)(d.FollowUp(ctx, v.ID)).Consultation
	must[hall.Consultation](t)(d.StandAgain(ctx, v.ID, c.Rev, "不该取消"))
	wantOpen(t, d, id, "it stands", 11, 30)

	rec := found(tuesday)
	rec.Next = tuesday + 7
	got := must[hall.Consultation](t)(d.RecordFollowUp(ctx, v.ID, 0, 0, rec))
	wantOpen(t, d, id, "recorded", 7, 30)
	if _, err := h.Add("li", "李值班", hall.RoleMediator).UnmakeFollowUp(ctx, got.ID, got.Rev, "没有去"); code(err) != hall.ErrNotYours {
		t.Errorf("somebody else's: %v", err)
	}
	got = must[hall.Consultation](t)(d.UnmakeFollowUp(ctx, got.ID, got.Rev, "写到别家去了"))
	wantOpen(t, d, id, "nobody went", 11, 30)
	if got.Visit.Findings != "" || got.Visit.Relapse != 0 || len(got.Corrections) == 0 {
		t.Errorf("%+v, %+v", got.Visit, got.Corrections)
	}
	must[hall.Consultation](t)(d.PlanFollowUp(ctx, id, 0, tuesday+5, hall.FollowPhone))
	w := nextVisit(t, d, id)
	if err := d.CancelAppointment(ctx, w.ID, "点错了"); err != nil {
		t.Fatal(err)
	}
	must[hall.Consultation](t)(d.PlanFollowUp(ctx, id, 0, tuesday+5, hall.FollowVisit))
	c = must[hall.JointFile](t)(d.FollowUp(ctx, w.ID)).Consultation
	if _, err := d.StandAgain(ctx, w.ID, c.Rev, "照旧"); code(err) != hall.ErrPlannedFor {
		t.Errorf("another one stands on that day: %v", err)
	}
}
