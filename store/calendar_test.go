package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
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
	v = must[hall.Consultation](t)(d.Notify(ctx, v.ID, v.Rev, hall.Notice{Way: hall.NoticePhone, Reached: true}))
	v = must[hall.Consultation](t)(d.Confirm(ctx, v.ID, v.Rev))
	if row := hall.VisitRowOf(v); row.Party.Told != 2 || row.Party.Agreed != 2 {
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
	if row := hall.VisitRowOf(v); row.Party.Told != 0 || row.Party.Agreed != 0 || row.Party.Stale != 2 {
		t.Errorf("the new time was told to nobody: %+v", row)
	}
	if err := d.NoShow(ctx, v.ID, 0, true, 1); code(err) != hall.ErrNotBegun {
		t.Errorf("did not come to what has not begun: %v", err)
	}
	h.Clock.Set(b.Slot.Day.At(15*60, h.Now().Location()))
	if err := d.NoShow(ctx, v.ID, 0, true, 1); err != nil {
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
	res := must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID, 0))
	if res.Ahead != 0 {
		t.Errorf("%d wait before who has an appointment", res.Ahead)
	}
	must[hall.VisitRow](t)(d.Call(ctx, v.ID, "二室"))
	if _, err := d.Book(ctx, dispute(t, d, "丙", "丁"), 0, slot); code(err) != hall.ErrRoomBusy {
		t.Errorf("his room was given away: %v", err)
	}
}

// Whoever comes to an appointment is led to the room that is booked; others to one in which nothing
// begins soon, and to one in which something does only when there is no other.
func TestARoomIsKeptForWhatIsBookedInIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	today := hall.DayOf(h.Now())
	soon := hall.MinuteOf(h.Now()) + 16
	v := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "章雪琴", "章阿根"), 0, hall.Booking{Slot: at(today, soon, 60), Room: "一室"}))
	seen(t, d, "先来的", false)
	free := func(r hall.VisitRow) (out []string) {
		for _, room := range must[hall.Queue](t)(d.Queue(ctx, today)).Free(r, hall.MinuteOf(h.Now())) {
			out = append(out, room.Room)
		}
		return out
	}
	if got := fmt.Sprint(free(hall.VisitRow{})); got != "[二室 会诊室 一室]" {
		t.Errorf("for whoever walks in: %v", got)
	}
	if b := must[hall.Board](t)(d.Board(ctx)); b.Free == nil || b.Free.Room != "二室" {
		t.Errorf("the board proposes %+v", b.Free)
	}
	must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID, 0))
	must[hall.VisitRow](t)(d.Call(ctx, v.ID, "会诊室"))
	for _, step := range []func(context.Context, hall.ConsultationID) error{d.Skip, d.ReturnToQueue} {
		if err := step(ctx, v.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got := fmt.Sprint(free(hall.VisitRowOf(must[hall.Consultation](t)(d.Visit(ctx, v.ID))))); got != "[一室 二室 会诊室]" {
		t.Errorf("for who booked 一室: %v", got)
	}
	must[hall.VisitRow](t)(d.CallNext(ctx, "二室"))
	clashes := must[[]hall.Clash](t)(d.Clashes(ctx, 0, dispute(t, d, "丙", "丁"), hall.Booking{Slot: at(today, soon, 60), Room: "二室"}))
	if len(clashes) != 1 || !clashes[0].Soft || clashes[0].Err.Code != hall.ErrRoomNow {
		t.Errorf("a room that somebody is in is booked unsaid: %+v", clashes)
	}
}

// Who comes to an appointment about an urgent case goes first, and no longer once the arrival is taken back.
func TestWhoComesAboutAnUrgentCaseGoesFirst(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Urgent, in.UrgentWhy = true, "扬言报复"
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
	today := hall.DayOf(h.Now())
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(today, 10*60+30, 60), Room: "一室"}))
	must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID, 0))
	q := must[hall.Queue](t)(d.Queue(ctx, today))
	if len(q.Waiting) != 1 || !q.Waiting[0].Urgent || q.Waiting[0].UrgentWhy != "扬言报复" {
		t.Errorf("waits as %+v", q.Waiting)
	}
	if _, err := d.TakeBack(ctx, v.ID); err != nil {
		t.Fatal(err)
	}
	if got := must[hall.Consultation](t)(d.Visit(ctx, v.ID)); got.Urgent || got.UrgentWhy != "" {
		t.Errorf("the arrival was taken back, the urgency was not: %+v", got)
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
	must[hall.IntakeResult](t)(clerk.Arrive(ctx, v.ID, 0))
}

// A case that is withdrawn lets go of what was booked for it, and the journal says of each what it was.
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
	deeds := map[hall.ConsultationID]hall.Deed{}
	for _, e := range must[hall.CaseFile](t)(d.Case(ctx, id)).Journal {
		if e.Deed == hall.DeedCancel || e.Deed == hall.DeedCancelJoint {
			deeds[e.Consultation] = e.Deed
		}
	}
	if len(deeds) != 2 || deeds[v.ID] != hall.DeedCancel || deeds[j.ID] != hall.DeedCancelJoint {
		t.Errorf("in the journal: %v", deeds)
	}
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

// A store of before each party had its own notice: whose it was is told by the names, and what
// nobody was told of is on the list of calls.
func TestNoticesOfAnOlderStore(t *testing.T) {
	t.Parallel()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema10.txt"), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	st := must[*store.Store](t)(store.Open(ctx, o))
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	calls := must[hall.CallList](t)(d.Calls(ctx))
	got := ""
	for _, r := range calls.Rows {
		got += fmt.Sprint(r.Name, r.Stands(), r.Tried, " ")
	}
	if got != "沈文华1 1 章雪琴1 0 章阿根1 0 吴雅琴3 0 " || calls.Left() != 3 {
		t.Errorf("to be rung up: %s", got)
	}
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
}

// Who was told of a time that was called off or moved stays on the list of calls until he has
// heard of it; a tick on the list is taken back by another.
func TestWhoWouldComeInVainIsRungUp(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	far := hall.NewDay(2026, 12, 2)
	v := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "吴雅琴", "沈文华"), 0, hall.Booking{Slot: at(far, 9*60, 60), Room: "一室"}))
	left := func(want string) {
		t.Helper()
		got := ""
		for _, r := range must[hall.CallList](t)(d.Calls(ctx)).Rows {
			got += fmt.Sprint(r.Name, r.Stands(), " ")
		}
		if got != want {
			t.Errorf("to be rung up: %q, want %q", got, want)
		}
	}
	left("") // it is a week off
	v = must[hall.Consultation](t)(d.Notify(ctx, v.ID, v.Rev, hall.Notice{Reached: true}, 1))
	if err := d.CancelAppointment(ctx, v.ID, "法官来不了"); err != nil {
		t.Fatal(err)
	}
	left("沈文华0 ")
	v = must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 1))
	left("")
	if _, err := d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 1); code(err) != hall.ErrVisitState {
		t.Errorf("nobody is left to be told: %v", err)
	}
	near := hall.NewDay(2026, 11, 25)
	w := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "章雪琴", "章阿根"), 0, hall.Booking{Slot: at(near, 9*60, 60), Room: "一室"}))
	left("章雪琴1 章阿根1 ")
	must[hall.Consultation](t)(d.Notify(ctx, w.ID, 0, hall.Notice{Reached: true}, 0))
	must[hall.Consultation](t)(d.Confirm(ctx, w.ID, 0, 1))
	left("章雪琴2 章阿根3 ")
	must[hall.Consultation](t)(d.Notify(ctx, w.ID, 0, hall.Notice{Void: true}, 1))
	left("章阿根1 章雪琴2 ")
}

// A wrong call, a wrong start, a wrong ending, an arrival and an absence are taken back, as they
// stood; a room that is somebody else's by now is not taken from him.
func TestTheDesksLastStepIsTakenBack(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	a, b := seen(t, d, "甲", false).Consultation, seen(t, d, "乙", false).Consultation
	must[hall.VisitRow](t)(d.Call(ctx, a, "一室"))
	back := func(id hall.ConsultationID, want hall.Op) hall.Consultation {
		t.Helper()
		if op, err := d.TakeBack(ctx, id); op != want || err != nil {
			t.Fatalf("took back %q, want %q: %v", op, want, err)
		}
		return must[hall.Consultation](t)(d.Visit(ctx, id))
	}
	if v := back(a, hall.OpCall); v.State != hall.Waiting || v.Calls != 0 || v.Room != "" || v.Number != 1 {
		t.Errorf("a wrong call: %+v", v)
	}
	must[hall.VisitRow](t)(d.Call(ctx, b, "一室"))
	if err := d.StartVisit(ctx, b, h.Boss.Mediator); err != nil {
		t.Fatal(err)
	}
	v := must[hall.Consultation](t)(d.Visit(ctx, b))
	must[hall.IntakeResult](t)(d.EndVisit(ctx, b, v.Rev, 0, hall.Ending{Outcome: hall.AdviceOnly, Advice: "找物业"}))
	must[hall.VisitRow](t)(d.Call(ctx, a, "一室"))
	if _, err := d.TakeBack(ctx, b); code(err) != hall.ErrRoomInUse {
		t.Errorf("somebody else is in the room: %v", err)
	}
	back(a, hall.OpCall)
	if v := back(b, hall.OpEnd); v.State != hall.Started || v.End.Advice != "" || !v.Ended.IsZero() || v.Room != "一室" {
		t.Errorf("a wrong ending: %+v", v)
	}
	if _, err := d.TakeBack(ctx, b); code(err) != hall.ErrNoUndo {
		t.Errorf("only the last step: %v", err)
	}
	today := hall.DayOf(h.Now())
	w := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "吴雅琴", "沈文华"), 0, hall.Booking{Slot: at(today, 10*60+30, 60), Room: "二室"}))
	must[hall.IntakeResult](t)(d.Arrive(ctx, w.ID, 0, 0))
	must[hall.VisitRow](t)(d.Call(ctx, w.ID, "二室"))
	must[hall.IntakeResult](t)(d.Arrive(ctx, w.ID, 0, 1)) // the other comes while the first is called
	if v := back(w.ID, hall.OpArrive); v.State != hall.Called || !v.Expected[1].Came.IsZero() || v.Expected[0].Came.IsZero() {
		t.Errorf("the other's arrival: %+v", v.Expected)
	}
	h.Clock.Add(11 * time.Minute)
	must[hall.VisitRow](t)(d.Call(ctx, w.ID, "二室"))
	h.Clock.Add(11 * time.Minute)
	if _, err := d.TakeBack(ctx, w.ID); code(err) != hall.ErrUndoLate {
		t.Errorf("long ago: %v", err)
	}
}

// An appointment that was cancelled by mistake takes place after all, within ten minutes and while nobody has its
// time: who has not heard of the cancelling would come as was said, who has must be told again.
func TestACancelledAppointmentIsTakenUpAgain(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	day := hall.NewDay(2026, 12, 2)
	slot := hall.Booking{Slot: at(day, 9*60, 60), Room: "一室"}
	v := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "吴雅琴", "沈文华"), 0, slot))
	must[hall.Consultation](t)(d.Confirm(ctx, v.ID, 0))
	ok1(t, d.CancelAppointment(ctx, v.ID, "法官来不了"))
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 1))
	if op, err := d.TakeBack(ctx, v.ID); op != hall.OpCancel || err != nil {
		t.Fatal(op, err)
	}
	v = must[hall.Consultation](t)(d.Visit(ctx, v.ID))
	a, b := v.Expected[0], v.Expected[1]
	if v.State != hall.Waiting || v.Reason != "" || a.Agreed.IsZero() || a.Stale || b.Knows() || !b.Stale {
		t.Errorf("stands again: %+v", v)
	}
	if rows := must[hall.CallList](t)(d.Calls(ctx)).Rows; len(rows) != 1 || rows[0].Name != "沈文华" || rows[0].Stands() != hall.CallChanged {
		t.Errorf("who heard that it was cancelled is not rung up: %+v", rows)
	}
	ok1(t, d.CancelAppointment(ctx, v.ID, "法官来不了"))
	other := must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "丙", "丁"), 0, slot))
	if _, err := d.TakeBack(ctx, v.ID); code(err) != hall.ErrRoomBusy {
		t.Errorf("the room is another's by now: %v", err)
	}
	ok1(t, d.CancelAppointment(ctx, other.ID, "错了"))
	h.Clock.Add(11 * time.Minute)
	if _, err := d.TakeBack(ctx, v.ID); code(err) != hall.ErrUndoLate {
		t.Errorf("long ago: %v", err)
	}
}

// For a case that ended meanwhile no appointment is taken up again; and what ended with its case never is.
func TestNoAppointmentIsTakenUpForACaseThatEnded(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "吴雅琴", "沈文华")
	day := hall.NewDay(2026, 12, 2)
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(day, 9*60, 60), Room: "一室"}))
	w := must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(day, 14*60+30, 60), Room: "一室"}))
	ok1(t, d.CancelAppointment(ctx, v.ID, "法官来不了"))
	c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
	must[hall.Case](t)(d.Step(ctx, id, c.Rev, 0, hall.Step{Action: hall.ActWithdraw, Reason: "自己和好了", Referral: "法院"}))
	for of, want := range map[hall.ConsultationID]hall.Code{v.ID: hall.ErrState, w.ID: hall.ErrNoUndo} {
		if _, err := d.TakeBack(ctx, of); code(err) != want {
			t.Errorf("%d, of a case that is over: %v, want %s", of, err, want)
		}
	}
}

// Whoever may not see what a confidential visit is about corrects nothing of it.
func TestAStrangerCorrectsNoConfidentialVisit(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	in.Confidential = true
	v := must[hall.Consultation](t)(d.Visit(ctx, must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Consultation))
	clerk := h.Add("li", "李窗口", hall.FrontDesk)
	if _, err := clerk.CorrectVisit(ctx, v.ID, v.Rev, hall.VisitFix{}, "改"); code(err) != hall.ErrClosedCase {
		t.Errorf("a stranger corrects it: %v", err)
	}
}

// A room in which a visitor is, or a joint consultation by its hours, stands empty on no screen: not in the
// queue, not on the board, not for a booking and not in the common times.
func TestARoomThatIsInUseIsFreeNowhere(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	today := hall.DayOf(h.Now())
	now := hall.MinuteOf(h.Now())
	j := must[hall.Consultation](t)(d.ProposeJoint(ctx, dispute(t, d, "章雪琴", "章阿根"), "意见不一"))
	j = must[hall.Consultation](t)(d.Invite(ctx, j.ID, j.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, nil))
	must[hall.Consultation](t)(d.Convene(ctx, j.ID, j.Rev, at(today, now+5, 30), "会诊室", nil, ""))
	must[hall.VisitRow](t)(d.Call(ctx, seen(t, d, "来人", false).Consultation, "一室"))
	seen(t, d, "等着的", false)
	h.Clock.Add(10 * time.Minute)
	now += 10
	q := must[hall.Queue](t)(d.Queue(ctx, today))
	if free := q.Free(hall.VisitRow{}, now); len(free) != 1 || free[0].Room != "二室" {
		t.Errorf("the queue has %+v", free)
	}
	if b := must[hall.Board](t)(d.Board(ctx)); b.Free == nil || b.Free.Room != "二室" || b.Rooms[2].Meeting == nil {
		t.Errorf("the board has %+v", b.Rooms)
	}
	free := func(s hall.Slot) string {
		out := ""
		for _, r := range must[[]hall.RoomAt](t)(d.RoomsAt(ctx, s)) {
			if r.Why == nil {
				out += r.Room + " "
			} else {
				out += string(r.Why.Code) + " "
			}
		}
		return out
	}
	if got := free(at(today, now+1, 60)); got != "room-now 二室 room-busy " {
		t.Errorf("for a booking now: %s", got)
	}
	if got := free(at(today, now+60, 60)); got != "一室 二室 会诊室 " {
		t.Errorf("for a booking in an hour: %s", got)
	}
	other := must[hall.Consultation](t)(d.ProposeJoint(ctx, dispute(t, d, "丙", "丁"), "意见不一"))
	yu := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Add("yu", "俞亮", hall.FrontDesk).Actor().Staff)}
	must[hall.Consultation](t)(d.Invite(ctx, other.ID, other.Rev, yu, nil))
	for _, f := range must[hall.Times](t)(d.FindTimes(ctx, other.ID, today, today, 30)).Found {
		if f.Room == "一室" && f.Slot.From <= now+hall.RoomLead {
			t.Errorf("a common time in a room that somebody is in: %+v", f)
		}
	}
}
