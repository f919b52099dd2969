package store_test

import (
	"fmt"
	"slices"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"

	"pgregory.net/rapid"
)

// placesIn counts in how many places of the queue each visitor stands.
func placesIn(q hall.Queue) map[hall.ConsultationID]int {
	at := map[hall.ConsultationID]int{}
	for _, r := range slices.Concat(q.Waiting, q.Skipped, q.Ended, q.Left) {
		at[r.ID]++
	}
	for _, r := range q.Rooms {
		if r.Visit != nil {
			at[r.Visit.ID]++
		}
	}
	return at
}

// Whatever is done with the visitors of some days, on each day everybody who is not done with, and
// everybody who was done with on it, stands in exactly one place.
func TestNoVisitorIsLostOverNight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	day := hall.DayOf(h.Now())
	var all []hall.ConsultationID
	rapid.Check(t, func(r *rapid.T) {
		id := func() hall.ConsultationID { return rapid.SampledFrom(all).Draw(r, "id") }
		for range rapid.IntRange(3, 12).Draw(r, "steps") {
			op := rapid.IntRange(0, 7).Draw(r, "op")
			switch { // what the course refuses is refused: the queue stays as it is
			case op == 0 || len(all) == 0:
				all = append(all, seen(t, d, fmt.Sprint("甲", len(all)), false).Consultation)
			case op == 1:
				_, _ = d.Call(ctx, id(), rapid.SampledFrom(h.Settings().Rooms).Draw(r, "room"))
			case op == 2:
				_ = d.StartVisit(ctx, id(), 0)
			case op == 3:
				_ = d.Skip(ctx, id())
			case op == 4:
				_ = d.GoneAway(ctx, id(), "有事", 0)
			case op == 5:
				_ = d.ComesLater(ctx, id())
			case op == 6:
				_, _ = d.ComesAgain(ctx, id())
			case op == 7:
				if v, err := d.Visit(ctx, id()); err == nil {
					_, _ = d.EndVisit(ctx, v.ID, v.Rev, 0, hall.Ending{Outcome: hall.AdviceOnly, Advice: "等通知"})
				}
			}
		}
		if rapid.Bool().Draw(r, "night") {
			day++
			h.Clock.Set(day.At(9*60, h.Now().Location()))
		}
		q, err := d.Queue(ctx, day)
		if err != nil {
			r.Fatal(err)
		}
		at := placesIn(q)
		for _, id := range all {
			v, err := d.Visit(ctx, id)
			want := 1
			if v.State.Over() && v.Day != day && hall.DayOf(v.Written) != day { // who was ended today stands in today's list
				want = 0
			}
			if err != nil || at[id] != want {
				r.Fatalf("visitor %d of %s, %d, stands in %d places, want %d: %v", id, v.Day, v.State, at[id], want, err)
			}
		}
	})
}

// Who was left is no longer called under the number of then, takes one of today, keeps the day, and
// goes back to it when that is taken back.
func TestWhoWasLeftTakesANumberOfToday(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	seen(t, d, "甲", false)
	left := seen(t, d, "乙", false).Consultation
	if _, err := d.ComesAgain(ctx, left); code(err) != hall.ErrVisitState {
		t.Errorf("a number of today, twice: %v", err)
	}
	first := hall.DayOf(h.Now())
	h.Clock.Set((first + 1).At(9*60, h.Now().Location()))
	seen(t, d, "丙", false)
	if _, err := d.Call(ctx, left, "一室"); code(err) != hall.ErrEarlierDay {
		t.Errorf("a number of yesterday is called: %v", err)
	}
	row := must[hall.VisitRow](t)(d.ComesAgain(ctx, left))
	if row.Number != 2 || row.Day != first+1 || row.First != first || row.State != hall.Waiting {
		t.Errorf("came again: %+v", row)
	}
	if op, err := d.TakeBack(ctx, left); op != hall.OpAgain || err != nil {
		t.Error(op, err)
	}
	if q := must[hall.Queue](t)(d.Queue(ctx, first+1)); len(q.Left) != 2 || q.Left[1].ID != left || q.Left[1].Number != 2 || len(q.Waiting) != 1 {
		t.Errorf("taken back: %+v", q)
	}
}

// A store of the eleventh schema finds all who were left in it, not only who was in a room.
func TestVisitorsLeftInAnOlderStore(t *testing.T) {
	t.Parallel()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema11.txt"), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	st := must[*store.Store](t)(store.Open(ctx, o))
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	q := must[hall.Queue](t)(d.Queue(ctx, hall.DayOf(storetest.Start())+1))
	got := ""
	for _, r := range q.Left {
		got += fmt.Sprint(r.Number, r.Who, " ")
	}
	if got != "1章雪琴 2吴雅琴 3沈文华 4李水生 " {
		t.Errorf("left: %s", got)
	}
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
}
