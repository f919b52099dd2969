package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

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

// What two desks book, move, stretch and cancel at once never takes a room, a mediator or a
// body twice; what was refused changed nothing.
func TestNothingIsEverBookedTwice(t *testing.T) {
	h := storetest.New(t)
	one, two := h.Desk(h.Boss), h.Add("xu", "徐建国", hall.RoleMediator|hall.Head)
	third := h.Add("yu", "俞芳", hall.RoleMediator|hall.Head)
	people := []hall.MediatorID{h.Boss.Mediator, two.Actor().Mediator, third.Actor().Mediator}
	var on []hall.CaseID
	for i := range 3 {
		on = append(on, dispute(t, one, fmt.Sprint("甲", i), fmt.Sprint("乙", i)))
	}
	monday := hall.NewDay(2027, 1, 11)
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		var wait sync.WaitGroup
		for n, d := range []*store.Desk{one, two} {
			wait.Go(func() { atDesk(t, d, rand.New(rand.NewPCG(seed, uint64(n))), monday, on, people) })
		}
		wait.Wait()
		rows, err := one.Appointments(ctx, monday, monday+6)
		if err != nil {
			rt.Fatal(err)
		}
		for i, a := range rows {
			for _, b := range rows[:i] {
				if who := bothTake(a, b); who != "" {
					rt.Errorf("%s is booked twice: %v, %v", who, a.Slot, b.Slot)
				}
			}
		}
		monday += 7 // the next try on an empty week
	})
}

// atDesk is somebody who books, moves and cancels at random on two mornings.
func atDesk(t *testing.T, d *store.Desk, r *rand.Rand, day hall.Day, on []hall.CaseID, people []hall.MediatorID) {
	var mine []hall.Consultation
	for range 12 {
		b := hall.Booking{Slot: at(day+hall.Day(r.IntN(2)), 9*60+r.IntN(6)*15, 15+r.IntN(5)*15), Room: []string{"一室", "二室"}[r.IntN(2)]}
		for _, m := range people {
			if r.IntN(3) == 0 {
				b.Mediators = append(b.Mediators, m)
			}
		}
		var v hall.Consultation
		var err error
		switch k := r.IntN(4); {
		case k < 2 || len(mine) == 0:
			if v, err = d.Book(ctx, on[r.IntN(len(on))], 0, b); err == nil {
				mine = append(mine, v)
			}
		case k == 2:
			i := r.IntN(len(mine))
			if v, err = d.Rebook(ctx, mine[i].ID, mine[i].Rev, b, "改期"); err == nil {
				mine[i] = v
			}
		default:
			i := r.IntN(len(mine))
			err = d.CancelAppointment(ctx, mine[i].ID, "不来了")
			mine = append(mine[:i], mine[i+1:]...)
		}
		if c := code(err); err != nil && c != hall.ErrRoomBusy && c != hall.ErrMediatorBusy {
			t.Errorf("refused for something else: %v", err)
		}
	}
}

// bothTake is the room or the person that two appointments take at one time.
func bothTake(a, b hall.VisitRow) string {
	if a.State.Over() || b.State.Over() || !a.Slot.Overlaps(b.Slot) {
		return ""
	}
	if a.Room == b.Room {
		return a.Room
	}
	for _, m := range a.Mediators {
		if slices.Contains(b.Mediators, m) {
			return m.Name
		}
	}
	return ""
}

func TestBookingsThatMakeNoSense(t *testing.T) {
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	mute := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))).Case
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
	if err := d.NoShow(ctx, v.ID, hall.Respondent); code(err) != hall.ErrDayFuture {
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
