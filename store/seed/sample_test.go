package seed_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// Whoever opens a sample sees a hall that keeps its hours and the State's calendar: nothing is
// registered, booked, visited or planned on a day on which it is closed.
func TestTheSampleKeepsItsHours(t *testing.T) {
	t.Parallel()
	h, ctx := storetest.New(t), context.Background()
	o := seed.Options{Cases: 420, Mediators: 14, Orgs: 20, Years: 1, RNG: 1, Now: h.Now()}
	err := seed.Fill(ctx, h.Store, o)
	_, noAccounts := seed.Accounts(ctx, h.Store, h.Boss, hall.SamplePassword)
	err = errors.Join(err, noAccounts, seed.Today(ctx, h.Store, h.Boss, o))
	if err != nil {
		t.Fatal(err)
	}
	t.Run("cases and visits", func(t *testing.T) { caseHours(t, h) })
	t.Run("duty", func(t *testing.T) { dutyHours(t, h) })
	t.Run("the swap can be accepted", func(t *testing.T) { swapAccepted(t, h) })
	t.Run("the studios have results", func(t *testing.T) {
		rows, err := h.Desk(h.Boss).FindStudios(ctx, "", 50)
		if err != nil || len(rows) < 3 {
			t.Fatal(len(rows), err)
		}
		for _, row := range rows {
			if u, err := h.Desk(h.Boss).Studio(ctx, row.ID); err != nil || u.Year.Settled == 0 {
				t.Errorf("%s settled nothing this year: %v", row.Name, err)
			}
		}
	})
}

func caseHours(t *testing.T, h *storetest.Hall) {
	cal, zone, desk := h.Calendar(), h.Settings().Zone, h.Desk(h.Boss)
	within := func(d hall.Day, from, to int) bool {
		for _, s := range cal.On(d).Hours {
			if s[0] <= from && to <= s[1] {
				return true
			}
		}
		return false
	}
	perDay, ahead := map[hall.Day]int{}, map[hall.Day]int{}
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		if at := c.Registered.In(zone); !within(hall.DayOf(at), hall.MinuteOf(at), hall.MinuteOf(at)) {
			t.Errorf("case %d is registered at %v", c.ID, at)
		}
		perDay[hall.DayOf(c.Registered)]++
		file, err := desk.Case(context.Background(), c.ID)
		if err != nil {
			return err
		}
		for _, v := range file.Consultations {
			if v.Slot.Day != 0 && !within(v.Slot.Day, v.Slot.From, v.Slot.To) {
				t.Errorf("case %d is booked for %v", c.ID, v.Slot)
			}
			if v.Day != 0 && !cal.On(v.Day).Open {
				t.Errorf("case %d has a visit of kind %d on %v", c.ID, v.Kind, v.Day)
			}
			if v.Kind == hall.Appointment && v.State == hall.Waiting {
				ahead[v.Day]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if rate := busier(cal, perDay, hall.DayOf(h.Now())-364, hall.DayOf(h.Now())); rate < 2.4 || rate > 3.6 {
		t.Errorf("market days are %.2f times as busy", rate)
	}
	if market := hall.NewDay(2026, 12, 3); ahead[market] < 2*ahead[market-1] {
		t.Errorf("on the market day ahead %d are booked, the day before %d", ahead[market], ahead[market-1])
	}
}

// busier is how many times as many come on an open market day as on another open day.
func busier(cal *hall.Calendar, perDay map[hall.Day]int, from, to hall.Day) float64 {
	var came, days [2]float64
	for d := from; d <= to; d++ {
		if cal.On(d).Open {
			k := 0
			if d.At(0, time.UTC).Day()%5 == 3 {
				k = 1
			}
			came[k] += float64(perDay[d])
			days[k]++
		}
	}
	return came[1] / days[1] / (came[0] / days[0])
}

func dutyHours(t *testing.T, h *storetest.Hall) {
	from, to := hall.DayOf(h.Now()).Month()
	month, err := h.Desk(h.Boss).DutyMonth(context.Background(), from, to)
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range month.Days {
		for _, row := range day.Rows {
			if !day.Info.Open {
				t.Errorf("a shift of kind %d on %v", row.Kind, day.Day)
			}
		}
	}
}

func swapAccepted(t *testing.T, h *storetest.Hall) {
	from := hall.DayOf(h.Now())
	ctx, desk := context.Background(), h.Desk(h.Boss)
	month, err := desk.DutyMonth(ctx, from, from+30)
	if err != nil || len(month.Swaps) != 1 {
		t.Fatal(len(month.Swaps), err)
	}
	s := month.Swaps[0]
	done, err := desk.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, true, "")
	if err != nil || done.State != hall.SwapDone {
		t.Errorf("%+v: %v", done, err)
	}
}

// A sample opened on the last day of a month has somebody to swap with all the same.
func TestASampleOpenedAtAMonthsEndHasASwap(t *testing.T) {
	t.Parallel()
	for _, day := range []hall.Day{hall.NewDay(2026, 9, 30), hall.NewDay(2026, 11, 27), hall.NewDay(2026, 11, 30)} {
		h := storetest.New(t)
		h.Clock.Set(day.At(10*60+14, h.Settings().Zone))
		o := seed.Options{Cases: 60, Mediators: 14, Years: 1, RNG: 1, Now: h.Now()}
		if err := errors.Join(seed.Fill(t.Context(), h.Store, o), seed.Today(t.Context(), h.Store, h.Boss, o)); err != nil {
			t.Fatal(err)
		}
		dutyHours(t, h)
		swapAccepted(t, h)
	}
}
