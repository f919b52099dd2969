package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// A store of the first schema opens, is whole, and has in its lists what it did not list then.
func TestStoreOfSchema1(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema1.txt"), Settings: storetest.Settings(), Now: storetest.Start}
	st, err := store.Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	faults, err := st.Check(ctx, nil)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	actor, err := st.SignIn(ctx, "chenfang", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	d := st.Desk(actor)
	proposed, err := d.Joints(ctx, hall.StageProposed, 10)
	if err != nil || len(proposed.Rows) != 1 || proposed.Rows[0].Who != "金阿毛" || proposed.Total != 1 {
		t.Errorf("joint consultations that were proposed: %+v, %v", proposed, err)
	}
	page, err := d.Cases(ctx, hall.CaseQuery{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	follow, err := d.FollowUps(ctx, hall.StageOpen, 100)
	if err != nil {
		t.Fatal(err)
	}
	planned := map[hall.CaseID]bool{}
	for _, r := range follow.Rows {
		planned[r.Case] = true
	}
	for _, c := range page.Rows {
		if (c.State == hall.Performing) != planned[c.ID] {
			t.Errorf("case %d, %d: a follow-up is planned: %v", c.ID, c.State, planned[c.ID])
		}
	}
	if q, err := d.Queue(ctx, hall.NewDay(2026, 11, 24)); err != nil || len(q.Waiting) < 3 {
		t.Errorf("the queue of then: %+v, %v", q, err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	opensAgain(t, o)
}

// A store of the second schema opens, is whole, and finds the visit that was in a room.
func TestStoreOfSchema2(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema2.txt"), Settings: storetest.Settings(), Now: func() time.Time {
		return storetest.Start().AddDate(0, 0, 1)
	}}
	st, err := store.Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	faults, err := st.Check(ctx, nil)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	actor, err := st.SignIn(ctx, "chenfang", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	q, err := st.Desk(actor).Queue(ctx, hall.NewDay(2026, 11, 25))
	if err != nil || q.Rooms[0].Visit != nil || len(q.Left) == 0 || q.Left[0].Who == "" {
		t.Errorf("who was left yesterday: %+v, %v", q.Left, err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	opensAgain(t, o)
}

// A store of the third schema opens, is whole, and its sign-ins go on.
func TestStoreOfSchema3(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema3.txt"), Settings: storetest.Settings(), Now: storetest.Start}
	st, err := store.Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	actor, err := st.SignIn(ctx, "chenfang", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	d := st.Desk(actor)
	today := hall.DayOf(storetest.Start())
	day, err := d.DutyDay(ctx, today-1)
	if err != nil || len(day.Signed) != 1 || day.Signed[0].Name != "徐建国" || day.Signed[0].Note != "章阿根的电话没打通" || len(day.Extra) != 1 {
		t.Errorf("the day before: %+v, %v", day, err)
	}
	if err := d.HandOver(ctx, "", []hall.HandItem{{What: "再打一次电话"}}); err != nil {
		t.Error("signed in before, out after:", err)
	}
	if day, err = d.DutyDay(ctx, today); err != nil || len(day.Open) != 1 {
		t.Errorf("what is handed over: %+v, %v", day.Open, err)
	}
	faults, err := st.Check(ctx, nil)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	opensAgain(t, o)
}

func opensAgain(t *testing.T, o store.Options) {
	t.Helper()
	if again, err := store.Open(context.Background(), o); err != nil {
		t.Error("opened once more:", err)
	} else if err := again.Close(); err != nil {
		t.Error(err)
	}
}

// A store of the fourth schema has its roster in the new shape: found by traits, what was in
// words as codes, and whole.
func TestStoreOfSchema4(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	st, err := store.Open(ctx, store.Options{Path: kvtest.Restore(t, "testdata/schema4.txt"), Settings: storetest.Settings(), Now: storetest.Start})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	actor, err := st.SignIn(ctx, "chenfang", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	page, err := st.Desk(actor).Roster(ctx, hall.RosterQuery{Background: hall.OldMember, Village: "小港村", Text: "陈家", Limit: 10})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].Name != "金阿毛" {
		t.Fatalf("%+v, %v", page, err)
	}
	file, err := st.Desk(actor).Mediator(ctx, page.Rows[0].ID)
	if m := file.Mediator; err != nil || len(m.Backgrounds) != 2 || m.Background != "" {
		t.Errorf("%+v, %v", m, err)
	}
}

// A store of the seventh schema opens, is whole, keeps what was corrected, and what bears a name
// that changes in the settings later follows it.
func TestStoreOfSchema7(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema7.txt"), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	opensAgain(t, o)
	o.Settings = calledOtherwise()
	st, err := store.Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	actor, err := st.SignIn(ctx, "chenfang", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	d := st.Desk(actor)
	rows, err := d.FindPeople(ctx, "章雪芹", 5)
	if err != nil || len(rows) != 1 {
		t.Fatalf("found by the name as corrected: %+v, %v", rows, err)
	}
	if p, err := d.Person(ctx, rows[0].ID); err != nil || len(p.Corrections) != 1 || p.Corrections[0].Old != "章雪琴" {
		t.Errorf("what was corrected: %+v, %v", p.Corrections, err)
	}
	booked, err := d.Appointments(ctx, hall.NewDay(2026, 11, 25), hall.NewDay(2026, 11, 25))
	if err != nil || len(booked) != 1 || booked[0].Room != "东厢房" {
		t.Errorf("booked: %+v, %v", booked, err)
	}
	if file, err := d.Mediator(ctx, actor.Mediator); err != nil || file.Mediator.Grade != "甲级" {
		t.Errorf("grade %q, %v", file.Mediator.Grade, err)
	}
	if visit, err := d.Visit(ctx, 2); err != nil || visit.Intake == nil || visit.Intake.Type != "neighbours" || !strings.HasPrefix(visit.Intake.Facts, "翻建房屋") {
		t.Errorf("what the visitor told: %+v, %v", visit.Intake, err)
	}
	if drafts, err := d.Drafts(ctx); err != nil || len(drafts) != 1 {
		t.Errorf("drafts: %+v, %v", drafts, err)
	}
}

// upgraded opens a store that an older program wrote, checks it, and signs in to it.
func upgraded(t *testing.T, path string) *store.Desk {
	t.Helper()
	o := store.Options{Path: kvtest.Restore(t, path), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	st := must[*store.Store](t)(store.Open(ctx, o))
	t.Cleanup(func() { st.Close() })
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
}

// A store of the fourteenth schema has each case's one agreement as the first of a list, with its application to the
// court, and what was not settled stands among the terminated, with that cause.
func TestStoreOfSchema14(t *testing.T) {
	t.Parallel()
	d := upgraded(t, "testdata/schema14.txt")
	read := func(id hall.CaseID) hall.Case {
		t.Helper()
		f, err := d.Case(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return f.Case
	}
	day := hall.DayOf(storetest.Start())
	unsigned, applied, failed, again, filed := read(1), read(2), read(3), read(4), read(5)
	if a := unsigned.Agreement(); unsigned.State != hall.Agreed || a == nil || a.No != 1 || a.Terms != "十日内改装落水管" ||
		len(a.Clauses) != 1 || a.Clauses[0].By != day+10 {
		t.Errorf("unsigned: %+v", unsigned)
	}
	if p := applied.Confirm(); p == nil || p.Applied != day || p.Court != "县人民法院" || applied.Agreement().Effective() != day {
		t.Errorf("applied for: %+v", applied.Agreements)
	}
	if failed.State != hall.Terminated || failed.Cause != hall.EndNotSettled || failed.Reason != "说不拢" {
		t.Errorf("not settled: %+v", failed)
	}
	if a := again.Agreement(); again.State != hall.Mediating ||
		a.Fate != hall.FateRelapse || a.Performed != day || a.Standing() || again.AgreementState() != hall.AgreementEnded {
		t.Errorf("taken up again: %+v", again)
	}
	if a := filed.Agreement(); filed.State != hall.Filed || a.Clauses[0].Done() != day || a.Clauses[0].Kept[0].How != "当面点清" || !filed.Settled() {
		t.Errorf("filed: %+v", filed)
	}
	for state, want := range map[hall.State]hall.CaseID{hall.Terminated: 3, hall.Filed: 5} {
		if page, err := d.Cases(ctx, hall.CaseQuery{Filter: hall.StateCases, State: state, Limit: 5}); err != nil || len(page.Rows) != 1 || page.Rows[0].ID != want {
			t.Errorf("cases in state %v: %+v, %v", state, page, err)
		}
	}
	// What was begun goes on: the signatures of an agreement that an older program wrote, performance of one clause.
	c, err := d.Step(ctx, 1, unsigned.Rev, 0, hall.Step{Action: hall.ActSign, PartiesSigned: day, MediatorSigned: day, Sealed: day})
	if err != nil || c.State != hall.Performing || len(c.Agreement().Signatures) != 2 {
		t.Fatalf("signed: %+v, %v", c, err)
	}
	if c, err = d.Step(ctx, 1, c.Rev, 0, hall.Step{Action: hall.ActPerform, Day: day}); err != nil || c.State != hall.Performed {
		t.Errorf("performed: %+v, %v", c, err)
	}
}

// A store of the fifteenth schema has nothing that waits in silence: what is registered, paused or done is due too.
func TestStoreOfSchema15(t *testing.T) {
	t.Parallel()
	d := upgraded(t, "testdata/schema15.txt")
	due := func(whose hall.DueWhose) map[hall.DueKind]hall.CaseID {
		page, err := d.Due(ctx, hall.DueQuery{Whose: whose, Limit: 50})
		if err != nil || page.Next != nil {
			t.Fatal(page.Next, err)
		}
		out := map[hall.DueKind]hall.CaseID{}
		for _, r := range page.Rows {
			out[r.Kind] = r.Case
		}
		return out
	}
	all, file := due(hall.DueAll), due(hall.DueToFile)
	if all[hall.DueSign] != 1 || all[hall.DueLimit] != 2 || all[hall.DueResume] != 4 || all[hall.DueAccept] != 6 || file[hall.DueFile] != 3 {
		t.Errorf("due: %v, to file: %v", all, file)
	}
	if nobodys := due(hall.DueNobodys); len(nobodys) != 1 || nobodys[hall.DueAccept] != 6 {
		t.Errorf("nobody's: %v", nobodys)
	}
}

// A store of the sixteenth schema opens with all of its cases as they were, and what was begun goes on.
func TestStoreOfSchema16(t *testing.T) {
	t.Parallel()
	d := upgraded(t, "testdata/schema16.txt")
	day := hall.DayOf(storetest.Start())
	want := []hall.State{hall.Agreed, hall.Accepted, hall.Terminated, hall.Paused, hall.Filed, hall.Transferred, hall.Accepted}
	for i, state := range want {
		f, err := d.Case(ctx, hall.CaseID(i+1))
		if err != nil || f.Case.State != state || f.Case.Applied != day {
			t.Errorf("case %d: %v, state %d, applied for %v", i+1, err, f.Case.State, f.Case.Applied)
		}
		switch i + 1 {
		case 4:
			if f.Case.PausedUntil != day+9 {
				t.Errorf("paused until %v", f.Case.PausedUntil)
			}
			if _, err := d.Step(ctx, f.Case.ID, f.Case.Rev, 0, hall.Step{Action: hall.ActResume}); err != nil {
				t.Error("resumed:", err)
			}
		case 7:
			if f.Case.Police.Officer != "王警官" {
				t.Errorf("the report: %+v", f.Case.Police)
			}
		}
	}
}
