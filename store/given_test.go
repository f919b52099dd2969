package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// bookedAt books a case of its own today.
func bookedAt(t *testing.T, h *storetest.Hall, n, from int) hall.Consultation {
	t.Helper()
	d := h.Desk(h.Boss)
	b := hall.Booking{Slot: at(hall.DayOf(h.Now()), from, 30), Room: "一室"}
	return must[hall.Consultation](t)(d.Book(ctx, between(t, d, n, n), 0, b))
}

// The time of an appointment that nobody came to goes to another; who comes late waits as others do, and
// who was put down as absent by mistake does not take it back.
func TestWhoComesAfterTheTimeWasGivenAwayTakesNothingBack(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	h.Clock.Set(hall.DayOf(h.Now()).At(10*60, h.Settings().Zone))
	v := bookedAt(t, h, 0, 10*60)
	ok1(t, d.NoShow(ctx, v.ID, 0, true))
	bookedAt(t, h, 1, 10*60)
	if _, err := d.TakeBack(ctx, v.ID); code(err) != hall.ErrRoomBusy {
		t.Errorf("the absence taken back, and the room with it: %v", err)
	}
	must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID, 0, 0))
	if now := must[hall.Consultation](t)(d.Visit(ctx, v.ID)); now.Number != 1 || now.Room != "" || now.BookedRoom() != "" {
		t.Errorf("came late: %+v", now)
	}
}

// An ended visit whose time is another's by now can still be put back into the queue.
func TestWhoWaitsAgainTakesNoTimeFromAnother(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	v := bookedAt(t, h, 0, 11*60)
	must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID, 0))
	v = must[hall.Consultation](t)(d.Visit(ctx, v.ID))
	must[hall.IntakeResult](t)(d.EndVisit(ctx, v.ID, v.Rev, 0, hall.Ending{Outcome: hall.OnInCase}))
	bookedAt(t, h, 1, 11*60)
	v = must[hall.Consultation](t)(d.Visit(ctx, v.ID))
	if v = must[hall.Consultation](t)(d.Requeue(ctx, v.ID, v.Rev, "点错")); v.State != hall.Waiting || v.BookedRoom() != "" {
		t.Errorf("waits again: %+v", v)
	}
}

// A notice put down by mistake tells of nothing before it: who was never told of the former time would
// not come in vain.
func TestANoticeTakenBackTellsOfNoFormerTime(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	v := bookedAt(t, h, 0, 11*60)
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 0))
	b := hall.BookingOf(v)
	b.Slot = at(b.Slot.Day, 14*60, 30)
	must[hall.Consultation](t)(d.Rebook(ctx, v.ID, 0, b, "改期"))
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}))
	now := must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Void: true}))
	if !now.Expected[0].Stale || now.Expected[1].Stale {
		t.Errorf("who was told of 11:00: %+v", now.Expected)
	}
}

// The board counts those to be rung up whom the list shows: not those of a confidential matter of others,
// and nobody twice.
func TestTheBoardCountsTheCallsThatAreListed(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, other := h.Desk(h.Boss), h.Add("yu", "俞芳", hall.RoleMediator|hall.FrontDesk)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
	must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(hall.DayOf(h.Now()), 15*60, 30), Room: "一室"}))
	v := bookedAt(t, h, 0, 11*60)
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 0))
	h.Clock.Set((hall.DayOf(h.Now()) + 1).At(9*60, h.Settings().Zone))
	b := hall.BookingOf(v)
	b.Slot = at(hall.DayOf(h.Now()), 14*60, 30)
	must[hall.Consultation](t)(d.Rebook(ctx, v.ID, 0, b, "改期")) // the day before has gone by
	if n := must[hall.Board](t)(d.Board(ctx)).Calls; n != 2 {
		t.Errorf("the board counts %d of two parties", n)
	}
	h.Clock.Set((hall.DayOf(h.Now()) - 1).At(9*60, h.Settings().Zone))
	list, board := must[hall.CallList](t)(other.Calls(ctx)), must[hall.Board](t)(other.Board(ctx))
	if board.Calls != list.Left() || list.Left() != 2 {
		t.Errorf("the board counts %d, the list %d", board.Calls, list.Left())
	}
}

// A correction puts nobody into a room in which another is, and no appointment that nobody came to into
// any.
func TestACorrectionPutsNobodyIntoARoomInUse(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	a, b := seen(t, d, "甲", false).Consultation, seen(t, d, "乙", false).Consultation
	must[hall.VisitRow](t)(d.Call(ctx, a, "一室"))
	must[hall.VisitRow](t)(d.Call(ctx, b, "二室"))
	v := must[hall.Consultation](t)(d.Visit(ctx, b))
	as := hall.FixOfVisit(v)
	as.Room = "一室"
	if _, err := d.CorrectVisit(ctx, b, v.Rev, as, "记错"); code(err) != hall.ErrRoomInUse {
		t.Errorf("two in one room: %v", err)
	}
	booked := bookedAt(t, h, 0, 11*60)
	as = hall.FixOfVisit(booked)
	as.Room = "二室"
	if _, err := d.CorrectVisit(ctx, booked.ID, booked.Rev, as, "记错"); code(err) != hall.ErrVisitState {
		t.Errorf("an appointment that is moved by a correction: %v", err)
	}
}
