package store_test

import (
	"fmt"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// dispute registers a case between two people, with a telephone each.
func dispute(t testing.TB, d *store.Desk, a, b string) hall.CaseID {
	t.Helper()
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties = []hall.Party{
		{Details: hall.Details{Name: a, Phone: "10012340001", Village: "小港村"}},
		{Side: hall.Respondent, Details: hall.Details{Name: b, Phone: "10012340002", Village: "小港村"}},
	}
	return must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
}

func at(day hall.Day, from, minutes int) hall.Slot {
	return hall.Slot{Day: day, From: from, To: from + minutes}
}

func TestBookingsThatMakeNoSense(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	mute := must[hall.IntakeResult](t)(d.Another("章雪琴").Another("章阿根").FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))).Case
	wed := hall.NewDay(2026, 11, 25)
	for what, c := range map[string]struct {
		on   hall.CaseID
		b    hall.Booking
		want hall.Code
	}{
		"yesterday":              {id, hall.Booking{Slot: at(wed-2, 9*60, 60), Room: "一室"}, hall.ErrSlotPast},
		"earlier today":          {id, hall.Booking{Slot: at(wed-1, 9*60, 60), Room: "一室"}, hall.ErrSlotPast},
		"before the hall opens":  {id, hall.Booking{Slot: at(wed, 7*60, 60), Room: "一室"}, hall.ErrSlotHours},
		"through the noon break": {id, hall.Booking{Slot: at(wed, 11*60, 180), Room: "一室"}, hall.ErrSlotHours},
		"across midnight":        {id, hall.Booking{Slot: at(wed, 23*60, 120), Room: "一室"}, hall.ErrSlotOrder},
		"backwards":              {id, hall.Booking{Slot: at(wed, 10*60, -30), Room: "一室"}, hall.ErrSlotOrder},
		"on a Sunday":            {id, hall.Booking{Slot: at(wed+4, 9*60, 60), Room: "一室"}, hall.ErrSlotClosed},
		"in a room that is gone": {id, hall.Booking{Slot: at(wed, 9*60, 60), Room: "四室"}, hall.ErrUnknownRoom},
		"without a day":          {id, hall.Booking{Slot: hall.Slot{From: 540, To: 600}, Room: "一室"}, hall.ErrRequired},
		"by phone to nobody":     {mute, hall.Booking{Slot: at(wed, 9*60, 60), Mode: hall.ByPhone}, hall.ErrModePhone},
		"at home, nowhere":       {id, hall.Booking{Slot: at(wed, 9*60, 60), Mode: hall.AtHome}, hall.ErrPlace},
	} {
		if what == "by phone to nobody" {
			in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
			for i := range in.Parties {
				in.Parties[i].Details = hall.Details{Name: in.Parties[i].Details.Name + "二"}
			}
			c.on = must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
		}
		clashes := must[[]hall.Clash](t)(d.Clashes(ctx, 0, c.on, c.b))
		if err := hall.Hard(clashes); err == nil || err.Code != c.want {
			t.Errorf("%s, shown before it is saved: %v", what, err)
		}
		if _, err := d.Book(ctx, c.on, 0, c.b); code(err) != c.want {
			t.Errorf("%s: %v", what, err)
		}
	}
	if rows := must[[]hall.VisitRow](t)(d.Appointments(ctx, wed-7, wed+30)); len(rows) != 0 {
		t.Errorf("booked all the same: %+v", rows)
	}
}

// A room is taken out of the settings while it is booked: the booking stays, is seen, and
// can be moved elsewhere.
func TestBookedRoomTakenOutOfTheSettings(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	wed := hall.NewDay(2026, 11, 25)
	b := hall.Booking{Slot: at(wed, 9*60, 60), Room: "会诊室"}
	v := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "章雪琴", "章阿根"), 0, b))
	s := h.Settings()
	s.Rooms = s.Rooms[:2]
	h.SetSettings(s)
	rows := must[[]hall.VisitRow](t)(d.Appointments(ctx, wed, wed))
	if len(rows) != 1 || rows[0].Room != "会诊室" {
		t.Fatalf("%+v", rows)
	}
	b.Slot.To += 30
	if _, err := d.Rebook(ctx, v.ID, v.Rev, b, "延长"); code(err) != hall.ErrUnknownRoom {
		t.Errorf("stretched in a room that is gone: %v", err)
	}
	b.Room = "二室"
	v = must[hall.Consultation](t)(d.Rebook(ctx, v.ID, v.Rev, b, "会诊室撤了"))
	if len(v.Moves) != 1 || v.Moves[0].Was != "会诊室" || v.Moves[0].Now != "二室" || v.Moves[0].By != "陈芳" {
		t.Errorf("%+v", v.Moves)
	}
}

// Notices, a confirmation, a move that undoes it, a no-show that is seen at the next booking.
func TestAppointmentAndWhatBecomesOfIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	wed := hall.NewDay(2026, 11, 25)
	b := hall.Booking{Slot: at(wed, 9*60, 60), Room: "一室"}
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, b))
	v = must[hall.Consultation](t)(d.Notify(ctx, v.ID, v.Rev, hall.Notice{Way: hall.NoticePhone, To: "章雪琴", Reached: true}))
	v = must[hall.Consultation](t)(d.Confirm(ctx, v.ID, v.Rev, "章雪琴"))
	if row := hall.VisitRowOf(v); !row.Told || !row.Confirmed {
		t.Errorf("told and confirmed: %+v", row)
	}
	if _, err := d.Rebook(ctx, v.ID, v.Rev, b, ""); code(err) != hall.ErrReason {
		t.Errorf("moved without a reason: %v", err)
	}
	stale := v.Rev - 1
	if _, err := d.Rebook(ctx, v.ID, stale, b, "改期"); code(err) != hall.ErrConflict {
		t.Errorf("moved what was changed meanwhile: %v", err)
	}
	h.Clock.Add(time.Hour)
	b.Slot = at(wed+1, 14*60, 60)
	v = must[hall.Consultation](t)(d.Rebook(ctx, v.ID, v.Rev, b, "章阿根要出工"))
	if row := hall.VisitRowOf(v); row.Told || row.Confirmed {
		t.Errorf("the new time was told to nobody: %+v", row)
	}
	if err := d.NoShow(ctx, v.ID, hall.Respondent); code(err) != hall.ErrNotBegun {
		t.Errorf("did not come to what has not begun: %v", err)
	}
	h.Clock.Set(b.Slot.Day.At(15*60, h.Now().Location()))
	if err := d.NoShow(ctx, v.ID, hall.Respondent); err != nil {
		t.Fatal(err)
	}
	b.Slot = at(wed+2, 14*60, 60)
	clashes := must[[]hall.Clash](t)(d.Clashes(ctx, 0, id, b))
	if len(clashes) != 1 || !clashes[0].Soft || clashes[0].Err.Code != hall.ErrNoShows || clashes[0].Err.Args["name"] != "章阿根" || clashes[0].Err.Args["n"] != 1 {
		t.Errorf("the next booking shows %+v", clashes)
	}
	must[hall.Consultation](t)(d.Book(ctx, id, 0, b)) // shown, not refused
}

// Somebody who came is first in the queue; his room stays his until he is through, although
// he is called to another one.
func TestArrivedVisitorKeepsHisSlot(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	today := hall.NewDay(2026, 11, 24)
	slot := hall.Booking{Slot: at(today, 10*60+30, 60), Room: "一室"}
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, slot))
	seen(t, d, "先来的", false)
	res := must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID))
	if res.Ahead != 0 {
		t.Errorf("%d wait before who has an appointment", res.Ahead)
	}
	must[hall.VisitRow](t)(d.Call(ctx, v.ID, "二室"))
	if _, err := d.Book(ctx, dispute(t, d, "丙", "丁"), 0, slot); code(err) != hall.ErrRoomBusy {
		t.Errorf("his room was given away: %v", err)
	}
}

// A confidential appointment shows its time to everybody, and what it is about to those who
// may know; the desk can still let them in.
func TestConfidentialAppointment(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	clerk := h.Add("li", "李窗口", hall.FrontDesk)
	boss := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	id := must[hall.IntakeResult](t)(boss.FinishIntake(ctx, 0, in)).Case
	today := hall.NewDay(2026, 11, 24)
	v := must[hall.Consultation](t)(boss.Book(ctx, id, 0, hall.Booking{Slot: at(today, 10*60+30, 60), Room: "一室"}))
	rows := must[[]hall.VisitRow](t)(clerk.Appointments(ctx, today, today))
	if len(rows) != 1 || !rows[0].Hidden || rows[0].Who != "" || rows[0].Subject != "" || rows[0].Room != "一室" {
		t.Errorf("the clerk sees %+v", rows)
	}
	got := must[hall.Consultation](t)(clerk.Visit(ctx, v.ID))
	if got.Who != "" || got.Against != "" || got.Subject != "" || len(got.Expected) != 0 {
		t.Errorf("the clerk opens %+v", got)
	}
	if _, err := clerk.Rebook(ctx, v.ID, v.Rev, hall.Booking{Slot: at(today+1, 600, 60), Room: "一室"}, "改"); code(err) != hall.ErrClosedCase {
		t.Errorf("the clerk moves it: %v", err)
	}
	must[hall.IntakeResult](t)(clerk.Arrive(ctx, v.ID))
}

// A case that is withdrawn lets go of what was booked for it.
func TestEndedCaseLetsGoOfItsAppointments(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	slot := hall.Booking{Slot: at(hall.NewDay(2026, 11, 25), 9*60, 60), Room: "一室"}
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, slot))
	j := must[hall.Consultation](t)(d.ProposeJoint(ctx, id, "意见不一"))
	c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
	must[hall.Case](t)(d.Step(ctx, id, c.Rev, 0, hall.Step{Action: hall.ActWithdraw, Reason: "自己和好了", Referral: "法院"}))
	for _, of := range []hall.ConsultationID{v.ID, j.ID} {
		if got := must[hall.Consultation](t)(d.Visit(ctx, of)); got.State != hall.GoneAway || got.Reason != "自己和好了" {
			t.Errorf("still planned: %+v", got)
		}
	}
	must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "丙", "丁"), 0, slot))
}

func TestNobodySeesPeopleInTwoRooms(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	for i, room := range []string{"一室", "二室"} {
		res := seen(t, d, fmt.Sprint("来人", i), false)
		must[hall.VisitRow](t)(d.Call(ctx, res.Consultation, room))
		if err := d.StartVisit(ctx, res.Consultation, 0); i == 0 && err != nil || i == 1 && code(err) != hall.ErrElsewhere {
			t.Errorf("%s: %v", room, err)
		}
	}
}
