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
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// linesOfSettings are the journal's lines of the settings, the earliest first: what was done, by whom, and how much followed.
func linesOfSettings(t *testing.T, d *store.Desk) []string {
	t.Helper()
	var out []string
	for _, e := range must[hall.Board](t)(d.Board(ctx)).Recent {
		if e.Deed == hall.DeedRename || e.Deed == hall.DeedSettings {
			out = append(out, fmt.Sprintf("%s %s>%s %s by %d %s", e.Deed, e.Args["before"], e.Args["now"], e.Args["n"], e.By, e.ByName))
		}
	}
	slices.Reverse(out)
	return out
}

// Whoever renames something in the settings is in the journal with it, in one line, whether
// anything bore the name or not; what else was changed with it has a line of its own.
func TestARenamingHasOneLineWithWho(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(booked(540, 600, "一室"))))
	a := seen(t, d, "甲", false)
	must[hall.VisitRow](t)(d.Call(ctx, a.Consultation, "一室"))
	who := fmt.Sprintf("by %d %s", h.Boss.Staff, h.Boss.Name)
	adopt := func(s hall.Settings, want ...string) {
		t.Helper()
		before := len(linesOfSettings(t, d))
		if err := d.Adopt(ctx, s); err != nil {
			t.Fatal(err)
		}
		if got := linesOfSettings(t, d)[before:]; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	s := calledOtherwise()
	adopt(s, "hall.rename 一室>东厢房 2 "+who, "hall.rename 一级>甲级  "+who)
	s.Phone = "0575-82120000"
	adopt(s, "hall.settings > "+" "+who)
	s.Rooms = slices.Clone(s.Rooms)
	s.Rooms[1], s.Phone = "西厢房", ""
	adopt(s, "hall.settings > "+" "+who, "hall.rename 二室>西厢房  "+who)
}

// Only whoever may manage the hall has settings put in force, and the form's draft goes with it.
func TestSettingsAreAdoptedAtADesk(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	if err := h.Add("xu", "徐建国", hall.RoleMediator).Adopt(ctx, calledOtherwise()); code(err) != hall.ErrForbidden {
		t.Errorf("a mediator: %v", err)
	}
	if h.Settings().Rooms[0] != "一室" {
		t.Error("and it came into force")
	}
	d := h.Desk(h.Boss)
	draft := must[hall.Draft](t)(d.SaveDraft(ctx, hall.Draft{Kind: hall.DraftSettings, Form: "settings", Fields: map[string]string{"name": "改"}}))
	if err := d.From(draft.ID).Adopt(ctx, calledOtherwise()); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Draft(ctx, draft.ID); code(err) != hall.ErrNotFound {
		t.Errorf("the draft stays: %v", err)
	}
}

// tight is an engine whose writes are small, so that a renaming takes several.
type tight struct{ kv.Engine }

func (tight) MaxOps() int { return kv.LeastOps/2 + 12 }

// A renaming that was stopped half way and goes on when the store is opened next is still of
// whoever began it: each of its pieces says so, and together they have all that bore the name.
func TestAStoppedRenamingIsOfWhoBeganIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for i := range 6 {
		in := storetest.Intake(booked(540, 600, "一室"))
		in.End.Slot.Day = hall.NewDay(2026, 11, 25) + hall.Day(7*i)
		must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, in))
	}
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	left := 1000
	o := store.Options{Path: h.Path, Settings: storetest.Settings(), Now: h.Clock.Now, NoSync: true, Quick: true,
		Engine: func(e kv.Engine) kv.Engine { return faltering{tight{kvtest.Twice(e)}, &left} }}
	st := must[*store.Store](t)(store.Open(ctx, o))
	left = 2
	if err := st.Desk(h.Boss).Adopt(ctx, calledOtherwise()); !errors.Is(err, errStopped) {
		t.Fatalf("it was to be stopped: %v", err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	left, o.Settings = 1000, calledOtherwise()
	st = must[*store.Store](t)(store.Open(ctx, o))
	lines, moved := linesOfSettings(t, st.Desk(h.Boss)), 0
	for _, l := range lines[:len(lines)-1] {
		n := 0
		if _, err := fmt.Sscanf(l, "hall.rename 一室>东厢房 %d by "+fmt.Sprint(h.Boss.Staff)+" "+h.Boss.Name, &n); err != nil || n == 0 {
			t.Errorf("%q: %v", l, err)
		}
		moved += n
	}
	if len(lines) < 3 || moved != 6 {
		t.Errorf("%d pieces move %d: %q", len(lines)-1, moved, lines)
	}
	if faults := must[[]store.Fault](t)(st.Check(context.Background(), nil)); len(faults) > 0 {
		t.Error(faults)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	h.Reopen()
}
