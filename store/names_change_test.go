package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/storetest"
)

// calledOtherwise is the hall with its first room and its highest grade under other names.
func calledOtherwise() hall.Settings {
	s := storetest.Settings()
	s.Rooms, s.Grades = slices.Clone(s.Rooms), slices.Clone(s.Grades)
	s.Rooms[0], s.Grades[1] = "东厢房", "甲级"
	return s
}

func holder(t *testing.T, d *store.Desk, name, grade string) hall.MediatorID {
	t.Helper()
	m := hall.Mediator{Name: name, Village: "小港村", Grade: grade, Phone: "10012340001"}
	return must[hall.Mediator](t)(d.SaveMediator(ctx, 0, m, hall.DayOf(storetest.Start())-100, "")).ID
}

// What is booked in a room follows when the room is renamed, and so does whoever sits in it: it
// is not booked twice, and nobody is lost. Who holds a grade holds it under its new name.
func TestWhatBearsANameFollowsIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	res := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(booked(540, 600, "一室"))))
	a := seen(t, d, "甲", false)
	must[hall.VisitRow](t)(d.Call(ctx, a.Consultation, "一室"))
	m := holder(t, d, "徐建国", "一级")

	for _, c := range []struct {
		kind, name string
		n          int
	}{{hall.RenameRoom, "一室", 2}, {hall.RenameRoom, "二室", 0}, {hall.RenameGrade, "一级", 1}, {hall.RenameGrade, "特级", 0}, {hall.RenameTown, "小港镇", 0}} {
		n, err := d.Bearing(ctx, c.kind, c.name)
		if why := d.MayDrop(ctx, c.kind, c.name); err != nil || n != c.n || (why == nil) != (n == 0) || n > 0 && code(why) != hall.ErrBorne {
			t.Errorf("%s is borne by %d, want %d: %v %v", c.name, n, c.n, err, why)
		}
	}
	if err := h.Adopt(ctx, calledOtherwise()); err != nil {
		t.Fatal(err)
	}
	if v := must[hall.Consultation](t)(d.Visit(ctx, res.Consultation)); v.Room != "东厢房" {
		t.Errorf("booked in %s", v.Room)
	}
	in := storetest.Intake(booked(570, 630, "东厢房"))
	in.Parties[0].Details, in.Parties[1].Details = hall.Details{Name: "乙"}, hall.Details{Name: "丙"}
	if _, err := d.FinishIntake(ctx, 0, in); code(err) != hall.ErrRoomBusy {
		t.Errorf("the same room once more: %v", err)
	}
	q := must[hall.Queue](t)(d.Queue(ctx, hall.DayOf(h.Now())))
	if len(q.Rooms) != 3 || q.Rooms[0].Room != "东厢房" || q.Rooms[0].Visit == nil || q.Rooms[0].Visit.ID != a.Consultation {
		t.Errorf("in the rooms: %+v", q.Rooms)
	}
	file := must[hall.MediatorFile](t)(d.Mediator(ctx, m))
	if file.Mediator.Grade != "甲级" || len(file.Mediator.Past) != 0 {
		t.Errorf("%q, after %+v", file.Mediator.Grade, file.Mediator.Past)
	}
	if page := must[hall.RosterPage](t)(d.Roster(ctx, hall.RosterQuery{Grade: "甲级", Limit: 5})); len(page.Rows) != 1 {
		t.Errorf("%d found by the grade", len(page.Rows))
	}
	h.MustCheck()
}

// A renaming that is stopped after any of its pieces goes on when the store is opened next.
func TestAStoppedRenamingGoesOn(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	var visits []hall.ConsultationID
	for i := range 6 {
		in := storetest.Intake(booked(540, 600, "一室"))
		in.End.Slot.Day = hall.NewDay(2026, 11, 25) + hall.Day(7*i)
		visits = append(visits, must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Consultation)
	}
	m := holder(t, d, "徐建国", "一级")
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	o := store.Options{Path: h.Path, Settings: calledOtherwise(), Now: h.Clock.Now, NoSync: true, Quick: true}
	stops := 0
	var st *store.Store
	for ; ; stops++ {
		left := 1
		o.Engine = func(e kv.Engine) kv.Engine { return faltering{tight{e}, &left} }
		var err error
		if st, err = store.Open(ctx, o); err == nil {
			break
		}
		if !errors.Is(err, errStopped) || stops > 50 {
			t.Fatal(stops, err)
		}
	}
	if stops < 3 {
		t.Errorf("only %d stops", stops)
	}
	d = st.Desk(h.Boss)
	for _, id := range visits {
		if v := must[hall.Consultation](t)(d.Visit(ctx, id)); v.Room != "东厢房" {
			t.Errorf("%d is booked in %s", id, v.Room)
		}
	}
	if file := must[hall.MediatorFile](t)(d.Mediator(ctx, m)); file.Mediator.Grade != "甲级" {
		t.Errorf("grade %s", file.Mediator.Grade)
	}
	if faults := must[[]store.Fault](t)(st.Check(context.Background(), nil)); len(faults) > 0 {
		t.Error(fmt.Sprint(faults))
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	h.Reopen()
}

// While a renaming is under way the room is taken under either name.
func TestARoomBeingRenamedIsNotBookedTwice(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, storetest.Intake(booked(540, 600, "一室"))))
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	left := 1000
	falters := func(e kv.Engine) kv.Engine { return faltering{e, &left} }
	o := store.Options{Path: h.Path, Settings: storetest.Settings(), Now: h.Clock.Now, NoSync: true, Engine: falters}
	st := must[*store.Store](t)(store.Open(ctx, o))
	left = 1
	if err := st.Adopt(ctx, calledOtherwise()); !errors.Is(err, errStopped) {
		t.Fatalf("it was to be stopped: %v", err)
	}
	left = 1000
	in := storetest.Intake(booked(570, 630, "东厢房"))
	in.Parties[0].Details, in.Parties[1].Details = hall.Details{Name: "乙"}, hall.Details{Name: "丙"}
	if _, err := st.Desk(h.Boss).FinishIntake(ctx, 0, in); code(err) != hall.ErrRoomBusy {
		t.Errorf("the room is taken under its old name: %v", err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	h.Reopen()
}
